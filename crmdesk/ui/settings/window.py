"""The settings window: pages beside a list of them, a search over all, and the way back from what was changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import Desk
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.keyboard.reading_order import step
from crmdesk.ui.look.badges import Hairline
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label, Surface
from crmdesk.ui.look.theme import FontSize, text_scale
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.settings.keeping import Keeper
from crmdesk.ui.settings.local_api.page import LocalApiPage
from crmdesk.ui.settings.page import SettingsPage
from crmdesk.ui.settings.pages.advanced import AdvancedPage
from crmdesk.ui.settings.pages.appearance import AppearancePage
from crmdesk.ui.settings.pages.general import GeneralPage
from crmdesk.ui.settings.pages.notifications import NotificationsPage
from crmdesk.ui.settings.pages.privacy import PrivacyPage
from crmdesk.ui.settings.pages.sync import SyncPage
from crmdesk.ui.settings.shortcuts.page import ShortcutsPage
from crmdesk.ui.wording.settings import SIGNS, Page, page_title, told

_PAGES: dict[Page, Callable[[Desk, Keeper], SettingsPage]] = {
    Page.GENERAL: GeneralPage,
    Page.SYNC: SyncPage,
    Page.APPEARANCE: AppearancePage,
    Page.SHORTCUTS: ShortcutsPage,
    Page.PRIVACY: PrivacyPage,
    Page.NOTIFICATIONS: NotificationsPage,
    Page.LOCAL_API: LocalApiPage,
    Page.ADVANCED: AdvancedPage,
}
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIZE = QSize(880, 640)  # at the usual text size
MARKED_MS = 1500  # how long the row that somebody jumped to stays marked


class SettingsWindow(QDialog):
    """Each choice counts at once; `restore_asked(file)` when a backup is to take the database's place."""

    restore_asked = Signal(object)
    item_asked = Signal(int)  # somebody's card is wanted

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None, *, demo: bool = False) -> None:
        super().__init__(parent)
        self._desk, self._demo = desk, demo
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.keeper = Keeper(desk, tasks, self)
        self.keeper.changed.connect(self._say)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setProperty("look", "pages")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget(self)
        self.pages: dict[Page, SettingsPage] = {}
        for page in Page:
            item = QListWidgetItem(icon(SIGNS[page], "secondary"), page_title(page), self.list)
            item.setData(Qt.ItemDataRole.UserRole, page)
            item.setSizeHint(QSize(0, self.list.fontMetrics().height() + 2 * GRID))
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        self._nothing = Label(self.tr("No setting is called like that."), secondary=True, wrap=True, parent=self)
        self._nothing.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 0)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.stack.addWidget(self._nothing)
        self._lay_out()
        for keys, act in (
            (QKeySequence.StandardKey.Undo, self.keeper.undo),
            (QKeySequence.StandardKey.Redo, self.keeper.redo),
        ):
            QShortcut(keys, self).activated.connect(act)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._find)
        self._mark = QTimer(self)
        self._mark.setSingleShot(True)
        self._mark.setInterval(MARKED_MS)
        self._mark.timeout.connect(self._unmark)
        self._marked: QWidget | None = None
        self.list.setCurrentRow(0)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(GRID, 2 * GRID, GRID, GRID)
        side.setSpacing(GRID)
        side.addWidget(self.search)
        side.addWidget(self.list, 1)
        left = Surface(QPalette.ColorRole.Window, self)
        left.setLayout(side)
        widest = max(self.list.fontMetrics().horizontalAdvance(page_title(page)) for page in Page)
        left.setFixedWidth(max(widest + 9 * GRID, self.fontMetrics().averageCharWidth() * 26))
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(left)
        across.addWidget(self.stack, 1)
        self._said = Label(size=FontSize.SMALL, secondary=True, elided=True, parent=self)
        self.back = QPushButton(icon("undo", "secondary"), self.tr("Undo"), self)
        self.back.setProperty("look", "quiet")
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.keeper.undo)
        self.back.hide()
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.back)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)
        scale = text_scale(self.fontMetrics())
        room = self.screen().availableGeometry().size()
        self.resize((_SIZE * scale).boundedTo(room - QSize(4 * GRID, 8 * GRID)))

    # Pages

    def _made(self, page: Page) -> SettingsPage:
        if page not in self.pages:
            made = self.pages[page] = _PAGES[page](self._desk, self.keeper)
            if isinstance(made, AdvancedPage):
                made.restore_asked.connect(self.restore_asked)
                made.allow_restore(not self._demo)
            if isinstance(made, LocalApiPage):
                made.opened.connect(self.item_asked)
            self.stack.addWidget(made)
        return self.pages[page]

    def _show(self, item: QListWidgetItem | None) -> None:
        self.stack.setCurrentWidget(self._nothing if item is None else self._made(item.data(Qt.ItemDataRole.UserRole)))

    def page(self) -> Page:
        """The page that is shown, or was before a search found nothing."""
        item = self.list.currentItem()
        return Page.GENERAL if item is None else Page(item.data(Qt.ItemDataRole.UserRole))

    def go(self, page: Page) -> SettingsPage:
        """Show a page."""
        self.search.clear()
        self.list.setCurrentRow(list(Page).index(page))
        return self._made(page)

    def jump(self, key: str) -> None:
        """Show the row of a setting, marked for a moment, with the focus on it."""
        page = self.go(told(key).page)
        row = page.row(key)
        if row is not None:
            page.show_row(row)
            self._unmark()
            self._marked = row
            row.setProperty("look", "marked")
            row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            row.style().polish(row)
            self._mark.start()

    def _unmark(self) -> None:
        if self._marked is not None:
            self._marked.setProperty("look", "")
            self._marked.style().polish(self._marked)
            self._marked = None

    def refresh(self) -> None:
        """Show what is kept now."""
        for page in self.pages.values():
            page.refresh()
        self.back.setVisible(self.keeper.to_undo() is not None and bool(self._said.whole()))

    # Search

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _search(self, text: str) -> None:
        """Leave the pages and rows that fit, and show the first of them."""
        first = None
        for number, page in enumerate(Page):
            found = self._made(page).search(text)
            self.list.item(number).setHidden(not found)
            first = number if found and first is None else first
        current = self.list.currentItem()
        if first is None:
            self.list.setCurrentRow(-1)
            self._show(None)
        elif current is None or current.isHidden():
            self.list.setCurrentRow(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._move(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in _ENTER:
                self._enter()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        shown = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if shown:
            here = shown.index(self.list.currentRow()) if self.list.currentRow() in shown else 0
            self.list.setCurrentRow(shown[(here + by) % len(shown)])

    def _enter(self) -> None:
        """Go to the first row that was found."""
        page = self.pages.get(self.page())
        row = next((row for row in page.rows if not row.isHidden()), None) if page is not None else None
        if page is not None and row is not None:
            page.show_row(row)

    # What was changed

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self.refresh()
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward)
