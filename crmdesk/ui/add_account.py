"""Connecting a CRM: choose it, sign in, see what it holds, name it; the first pull runs in the background."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from crmdesk.desk import Desk, ProviderInfo
from crmdesk.errors import DeskError
from crmdesk.ui.add_account_pages import FoundPage, ProviderPage, SignInPage, unused_name
from crmdesk.ui.marks import Hairline
from crmdesk.ui.phrases import sentences
from crmdesk.ui.tasks import Tasks


class AddAccountDialog(QDialog):
    """Three pages; nothing is saved before the last, and every step can be taken back. `added(account)` at the end."""

    added = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Connect a CRM"))
        self.resize(540, 620)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._stack = QStackedWidget(self)
        outer.addWidget(self._stack, 1)
        outer.addWidget(Hairline(parent=self))
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
        outer.addLayout(row)
        self.providers = ProviderPage(desk.providers(), self)
        self.providers.chosen.connect(self.choose)
        self._stack.addWidget(self.providers)
        self.sign_in: SignInPage | None = None
        self.found: FoundPage | None = None
        self._busy = False
        self.back.clicked.connect(self._go_back)
        self.cancel.clicked.connect(self.reject)
        self.next.clicked.connect(self._go_on)
        self.finished.connect(lambda _result: tasks.drop("add account"))
        self._settle()
        self.providers.start()

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
        self.back.setEnabled(not self._busy)
        self.next.setVisible(page is not self.providers)
        if page is self.sign_in and self.sign_in is not None:
            self.next.setText(self.tr("Signing in…") if self._busy else self.tr("Test the connection"))
            self.next.setEnabled(self.sign_in.complete() and not self._busy)
        elif page is self.found and self.found is not None:
            self.next.setText(self.tr("Connecting…") if self._busy else self.tr("Connect and sync"))
            self.next.setEnabled(bool(self.found.name.text().strip()) and not self._busy)

    def choose(self, info: ProviderInfo) -> None:
        """Go on to the sign-in of that CRM."""
        self.sign_in = SignInPage(info)
        self.sign_in.changed.connect(self._settle)
        self.sign_in.submitted.connect(self._go_on)
        self._show_page(self.sign_in)
        self.sign_in.start()

    def _go_back(self) -> None:
        index = self._stack.currentIndex()
        if index > 0:
            self._stack.setCurrentIndex(index - 1)
            self._drop_last()
        self._settle()

    def _drop_last(self) -> None:
        last = self._stack.widget(self._stack.count() - 1)
        if last is not None:
            self._stack.removeWidget(last)
            last.deleteLater()

    def _go_on(self) -> None:
        page = self._page()
        if self._busy or not self.next.isEnabled():
            return
        if page is self.sign_in:
            self._tasks.replace("add account", self._test(), what=self.tr("Test the connection"))
        elif page is self.found:
            self._tasks.replace("add account", self._add(), what=self.tr("Connect the account"))

    async def _test(self) -> None:
        page = self.sign_in
        assert page is not None
        self._set_busy(True)
        try:
            probe = await self._desk.probe(page.info.key, page.settings.settings(), page.secrets.secrets())
        except DeskError as error:
            page.trouble.say(sentences(error.why, error.next), error.detail or "")
            return
        finally:
            self._set_busy(False)
        name = unused_name(page.info.title, list(self._desk.account_names().values()))
        self.found = FoundPage(page.info, probe, name)
        self.found.changed.connect(self._settle)
        self._show_page(self.found)
        self.found.name.setFocus()
        self.found.name.selectAll()

    async def _add(self) -> None:
        page, found = self.sign_in, self.found
        assert page is not None
        assert found is not None
        self._set_busy(True)
        try:
            account = await self._desk.add_account(
                page.info.key,
                found.name.text().strip(),
                page.settings.settings(),
                page.secrets.secrets(),
                found.direction(),
            )
        except DeskError as error:
            found.trouble.say(sentences(error.why, error.next), error.detail or "")
            return
        finally:
            self._set_busy(False)
        self._tasks.start(self._desk.sync([account.id]), what=self.tr("First sync"))
        self.added.emit(account.id)
        self.accept()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._settle()


def open_add_account(parent: QWidget, desk: Desk, tasks: Tasks) -> AddAccountDialog:
    """Open the dialog over the window of `parent`; it goes when it is done."""
    dialog = AddAccountDialog(desk, tasks, parent.window())
    dialog.open()
    return dialog
