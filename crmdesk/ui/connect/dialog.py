"""Connecting a CRM: choose it, sign in, see what it holds, name it; the first pull runs in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import BrowserTokens, Desk, Found, Probe, ProviderInfo
from crmdesk.errors import ChoiceNeeded, DeskError
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_editors.line import open_target
from crmdesk.ui.card.field_row.remarks import Remark
from crmdesk.ui.connect.browser_page import Browse, BrowserWait
from crmdesk.ui.connect.review_page import FoundPage, unused_name
from crmdesk.ui.connect.sign_in_pages import ProviderPage, SignInPage, as_card
from crmdesk.ui.connect.sign_in_words import failure_words
from crmdesk.ui.look.badges import Hairline
from crmdesk.ui.matches.words import here_already
from crmdesk.ui.wording.told import told

SLOT = "add account"
OFFERED = "env_file.offered"  # the setting that says that the file in the working folder was offered once


class AddAccountDialog(QDialog):
    """A page for each step; nothing is saved before the last, and every step can be taken back.

    `added(account)` at the end. `browse` opens the address of a sign-in with the browser.
    """

    added = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None, browse: Browse = open_target) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._browse = desk, tasks, browse
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Connect a CRM"))
        self.resize(560, 680)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._stack = QStackedWidget(self)
        outer.addWidget(self._stack, 1)
        outer.addWidget(Hairline(parent=self))
        outer.addLayout(self._buttons())
        self.providers = ProviderPage(desk.providers(), self)
        self.providers.chosen.connect(self.choose)
        self.providers.asked_file.connect(self._choose_file)
        self.providers.allowed_file.connect(lambda allowed: self.read_file(Path.cwd() / ".env") if allowed else None)
        self._stack.addWidget(self.providers)
        self.sign_in: SignInPage | None = None
        self.waiting: BrowserWait | None = None
        self.found: FoundPage | None = None
        self._tokens: BrowserTokens | None = None
        self._file: tuple[str, dict[str, Found]] = ("", {})
        self._busy = self._over = False
        self.finished.connect(self._end)
        self._settle()
        self.providers.start()
        self._offer_file()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 12)
        self.back = QPushButton(self.tr("Back"), self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.next = QPushButton(self)
        for button in (self.back, self.cancel, self.next):
            button.setAutoDefault(False)
        self.back.setProperty("look", "quiet")
        self.cancel.setProperty("look", "quiet")
        self.next.setProperty("look", "primary")
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.next)
        self.back.clicked.connect(self._go_back)
        self.cancel.clicked.connect(self.reject)
        self.next.clicked.connect(self._go_on)
        return row

    # Pages

    def _page(self) -> QWidget | None:
        held = self._stack.currentWidget()
        return held.widget() if isinstance(held, QScrollArea) else held

    def _show_page(self, page: QWidget) -> None:
        while self._stack.count() > 1 and self._stack.currentIndex() < self._stack.count() - 1:
            self._drop_last()
        area = QScrollArea(self._stack)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(page)
        self._stack.addWidget(area)
        self._stack.setCurrentWidget(area)
        self._settle()

    def _settle(self) -> None:
        page = self._page()
        self.back.setVisible(page is not self.providers)
        self.back.setEnabled(not self._busy or page is self.waiting)
        self.next.setVisible(page is not self.providers and page is not self.waiting)
        if page is self.sign_in and self.sign_in is not None:
            self.next.setText(self._test_words())
            self.next.setEnabled(self.sign_in.complete() and not self._busy)
        elif page is self.found and self.found is not None:
            self.next.setText(self.tr("Connecting…") if self._busy else self.tr("Connect and sync"))
            self.next.setEnabled(self.found.complete() and not self._busy)

    def _test_words(self) -> str:
        if self._busy:
            return self.tr("Signing in…")
        by_browser = self._by_browser() and not self._has_signed_in()
        return self.tr("Sign in in the browser…") if by_browser else self.tr("Test the connection")

    def _has_signed_in(self) -> bool:
        """Whether the browser has signed in, and only one of the accounts is still to be chosen."""
        return self._tokens is not None and self.sign_in is not None and self.sign_in.asks_choice

    def _by_browser(self) -> bool:
        page = self.sign_in
        return page is not None and self._desk.signs_in_by_browser(page.info.key, page.given())

    def choose(self, info: ProviderInfo) -> None:
        """Go on to the sign-in of that CRM."""
        self.sign_in = SignInPage(info)
        name, found = self._file
        if info.key in found:
            self.sign_in.fill(found[info.key], name)
        self.sign_in.changed.connect(self._settle)
        self.sign_in.submitted.connect(self._go_on)
        self._show_page(self.sign_in)
        self.sign_in.start()

    def _go_back(self) -> None:
        if self._page() is self.waiting:
            self._tasks.drop(SLOT)
            self._busy = False
        index = self._stack.currentIndex()
        if index > 0:
            self._stack.setCurrentIndex(index - 1)
            self._drop_last()
        self._settle()

    def _go_back_to_form(self) -> None:
        self._stack.setCurrentIndex(self._stack.currentIndex() - 1)
        self._drop_last()

    def _drop_last(self) -> None:
        last = self._stack.widget(self._stack.count() - 1)
        if last is not None:
            self._stack.removeWidget(last)
            last.deleteLater()

    def _go_on(self) -> None:
        page = self._page()
        if self._busy or not self.next.isEnabled():
            return
        if page is self.found:
            self._set_busy(True)  # now: Enter may come twice before the task begins
            self._tasks.replace(SLOT, self._add(), what=self.tr("Connect the account"))
        elif page is self.sign_in and self._by_browser() and not self._has_signed_in():
            self._wait_for_browser()
        elif page is self.sign_in:
            self._set_busy(True)
            self._tasks.replace(SLOT, self._test(), what=self.tr("Test the connection"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; elsewhere on the last page it connects."""
        focus = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focus, QPushButton):
            focus.click()
        elif self._page() is self.found:
            self._go_on()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        if not self._over:
            self._settle()

    def _end(self) -> None:
        self._over = True
        self._tasks.drop(SLOT)

    def _words(self, error: DeskError) -> str:
        page = self.sign_in
        assert page is not None
        return failure_words(error, page.form(self._desk.host(page.info.key, page.given())))

    def _say(self, trouble: Remark, error: DeskError) -> None:
        """Say what went wrong, and bring it into view."""
        trouble.say(self._words(error), error.detail or "")
        area = self._stack.currentWidget()
        if isinstance(area, QScrollArea):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # for its place on the page
            area.ensureWidgetVisible(trouble)

    # Signing in

    async def _test(self) -> None:
        page = self.sign_in
        assert page is not None
        self._set_busy(True)
        try:
            await self._look(page, self._tokens if self._has_signed_in() else None)
        except DeskError as error:
            page.put_trouble(error)
            self._say(page.trouble, error)
        finally:
            self._set_busy(False)

    async def _look(self, page: SignInPage, tokens: BrowserTokens | None = None) -> None:
        self._tokens = tokens
        try:
            probe = await self._desk.probe(page.info.key, page.given(), page.secrets.secrets(), tokens)
        except ChoiceNeeded as needed:
            if self._page() is self.waiting:
                self._go_back_to_form()
            page.ask_choice(needed)
            return
        name = unused_name(page.info.title, list(self._desk.account_names().values()))
        self.found = FoundPage(page.info, probe, name)
        self.found.changed.connect(self._settle)
        if self._page() is self.waiting:
            self._stack.setCurrentIndex(self._stack.currentIndex() - 1)
        self._show_page(self.found)
        self.found.name.setFocus()
        self.found.name.selectAll()
        self._tasks.start(self._look_for_known(self.found, probe), what=self.tr("Look who is here already"))

    async def _look_for_known(self, page: FoundPage, probe: Probe) -> None:
        """Say of each sample whom of those that are here it may be; linking them is asked after the first sync."""
        kind = next(iter(probe.counts))
        for sample, values in zip(page.samples, probe.samples, strict=False):
            known = await self._desk.matches.resembling(kind, values)
            if page is not self.found:
                return
            if known:
                sample.known.say(here_already(self._desk, known[0]))

    def _wait_for_browser(self) -> None:
        page = self.sign_in
        assert page is not None
        self.waiting = BrowserWait(page.info.title, self._browse)
        as_card(self.waiting)
        self.waiting.asked_again.connect(self._ask_browser)
        self._show_page(self.waiting)
        self._ask_browser()

    def _ask_browser(self) -> None:
        self._tasks.replace(SLOT, self._sign_in_with_browser(), what=self.tr("Sign in in the browser"))

    async def _sign_in_with_browser(self) -> None:
        page, waiting = self.sign_in, self.waiting
        assert page is not None
        assert waiting is not None
        waiting.begin()
        self._set_busy(True)
        try:
            key, given, secrets = page.info.key, page.given(), page.secrets.secrets()
            tokens = await self._desk.sign_in_with_browser(key, given, secrets, waiting.open)
            self.raise_()
            self.activateWindow()
            await self._look(page, tokens)
        except DeskError as error:
            waiting.fail(self._words(error), error.detail or "")
        finally:
            if self.waiting is waiting:
                self._set_busy(False)

    async def _add(self) -> None:
        page, found = self.sign_in, self.found
        assert page is not None
        assert found is not None
        self._set_busy(True)
        try:
            account = await self._desk.add_account(
                page.info.key,
                found.name.text().strip(),
                page.given(),
                page.secrets.secrets(),
                found.direction(),
                found.kinds_choice.kinds(),
                self._tokens,
                found.kinds_choice.scope(),
                found.link_by(),
            )
        except DeskError as error:
            self._say(found.trouble, error)
            return
        finally:
            self._set_busy(False)
        self._tasks.start(self._desk.sync([account.id]), what=self.tr("First sync"))
        self.added.emit(account.id)
        self.accept()

    # Settings from a file

    def _offer_file(self) -> None:
        """A file of settings in the working folder is offered once, and read only when the user says so."""
        file = Path.cwd() / ".env"
        if self._desk.setting(OFFERED) or not file.is_file():
            return
        self.providers.offer_file(file)
        self._tasks.start(self._desk.set_setting(OFFERED, "yes"), what=self.tr("Keep the setting"))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Settings from a .env file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setFilter(dialog.filter() | dialog.filter().Hidden)
        dialog.fileSelected.connect(lambda name: self.read_file(Path(name)))
        dialog.open()

    def read_file(self, file: Path) -> None:
        """Look for settings in a file that the user named."""
        self._tasks.replace(SLOT, self._read_file(file), what=self.tr("Read the file"))

    async def _read_file(self, file: Path) -> None:
        self.providers.trouble.say("")
        try:
            found = await self._desk.settings_in(file)
        except DeskError as error:
            self.providers.trouble.say(told(error.why))
            return
        self._file = file.name, found
        self.providers.mark(found, file.name)
        infos = [info for info in self._desk.providers() if info.key in found]
        if len(infos) == 1:
            self.choose(infos[0])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._page() is self.providers and [url for url in event.mimeData().urls() if url.isLocalFile()]:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read_file(Path(next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())))


def open_add_account(parent: QWidget, desk: Desk, tasks: Tasks, browse: Browse = open_target) -> AddAccountDialog:
    """Open the dialog over the window of `parent`; it goes when it is done."""
    dialog = AddAccountDialog(desk, tasks, parent.window(), browse)
    dialog.open()
    return dialog
