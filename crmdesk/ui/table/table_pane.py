"""The list in the middle: table, empty state, the pill with waiting updates, and copying."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery, Row
from crmdesk.domain.values import texts
from crmdesk.ui.background.signal_bridge import Announcement
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.bars.guest_strip import GuestStrip
from crmdesk.ui.bars.kind_bar import KindBar
from crmdesk.ui.look.empty_page import EmptyPage
from crmdesk.ui.look.icons import Tint, icon
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.table.columns import Column, whole
from crmdesk.ui.table.list_source import Listing
from crmdesk.ui.table.model import ItemModel
from crmdesk.ui.table.view import TableView
from crmdesk.ui.wording.kinds import plural
from crmdesk.ui.wording.names import set_name_order
from crmdesk.ui.wording.phrases import cell_text, numbered

if TYPE_CHECKING:
    from crmdesk.ui.table.cells.editing import CellEditing  # 105 ms with the card

COPIED_AT_ONCE = 250  # rows read in one step while copying


class ContactTable(QWidget):
    """A list of items. `listed(total)` and `chosen` say what it shows and what is selected; `empty` asks for words."""

    listed = Signal(int)
    chosen = Signal()
    opened = Signal()
    card_asked = Signal(str)  # the field of a cell is to be edited in the card
    search_asked = Signal()
    menu_asked = Signal(object)
    columns_changed = Signal()
    copied = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.model = ItemModel(desk)
        self.view = TableView(self.model)
        self.listing = Listing(desk, tasks, self.model, self.view)
        self.empty = EmptyPage()
        self.kinds = KindBar()
        self._cells: CellEditing | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.kinds)
        self.guest = GuestStrip()
        column.addWidget(self.guest)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.pill = QPushButton(self)
        self.pill.setProperty("look", "primary")
        self.pill.setIcon(icon("down", Tint.ON_ACCENT))
        self.pill.clicked.connect(self.listing.apply)
        self.pill.hide()
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.view.cell_asked.connect(self._open_cell)
        self.view.search_asked.connect(self.search_asked)
        self.view.menu_asked.connect(self.menu_asked)
        self.view.header.sorted.connect(self._sort)
        self.view.header.changed.connect(self.columns_changed)
        self.view.header.chooser_asked.connect(self.choose_columns)
        self.listing.shown.connect(self._shown)
        self.listing.waiting.connect(self._waiting)
        self.setFocusProxy(self.view)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar above the list."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, bar)

    def set_kind(self, kind: Kind) -> None:
        """Get ready to list another kind: its columns as they are before anybody changed them, and no rows yet."""
        self.let_go()
        self.view.header.change_columns(lambda: self.model.set_kind(kind))
        self.view.setAccessibleName(plural(kind))

    def show_list(self, query: ItemQuery) -> None:
        """Show the items of that query in the order that the header says."""
        self.view.rows.query = query.text
        self.listing.show(query)

    def show_as(self, *, compact: bool, last_first: bool) -> None:
        """Let rows stand close together or not, and write and sort people by their last names or not."""
        self.view.set_compact(compact)
        self.listing.last_first = last_first
        if set_name_order(last_first=last_first):
            self.view.viewport().update()

    def load_accounts(self) -> None:
        """Take names and providers of the accounts as they are now."""
        names = dict(self._desk.account_names())
        providers = {account.id: account.provider for account in self._desk.connected()}
        if (names, providers) != (self.model.accounts, self.model.providers):
            self.model.accounts, self.model.providers = names, providers
            self.view.viewport().update()

    def load_drafts(self) -> None:
        """Take note of the items of which something was typed and not saved."""
        drafts = frozenset(self._desk.drafts())
        if drafts != self.model.drafts:
            self.model.drafts = drafts
            self.view.viewport().update()
            if self.listing.query.drafts:
                self.listing.apply()

    def hear(self, announcement: Announcement) -> None:
        """Follow what the desk announced."""
        if announcement.accounts:
            self.load_accounts()
        if announcement.drafts or announcement.items:
            self.load_drafts()
        self.listing.hear(announcement)
        if self._cells is not None:
            self._cells.hear(announcement.items, many=self.model.kind in announcement.many)

    def choose_columns(self, place: QPoint | None = None) -> None:
        """Open the chooser of columns."""
        from crmdesk.ui.table.column_chooser import ColumnChooser  # 4 ms; with the other dialogs of the window 11

        header = self.view.header
        chooser = ColumnChooser(self.model, header, self)
        chooser.open_at(place or header.mapToGlobal(QPoint(GRID, header.height())))

    def set_empty(self, empty: bool) -> None:
        """Show the empty state in place of the table, or the table."""
        self._stack.setCurrentWidget(self.empty if empty else self.view)

    # Editing in a cell

    def edit_cell(self) -> None:
        """Edit the current cell, in the card where it needs one; where it cannot be edited, say why."""
        current = self.view.currentIndex()
        if self.model.rowCount():
            self._editing().begin(max(0, current.row()), max(0, current.column()))

    def is_editing(self) -> bool:
        """Whether a cell is being edited."""
        return self._cells is not None and self._cells.is_open

    def let_go(self) -> None:
        """Save what is being typed into a cell, or keep it as a draft."""
        if self._cells is not None:
            self._cells.let_go()

    def _open_cell(self, row: int, column: int) -> None:
        """A double click edits the cell; where that cannot be, it opens whoever it is."""
        if not self._editing().begin(row, column):
            self.opened.emit()

    def _editing(self) -> CellEditing:
        if self._cells is None:
            from crmdesk.ui.table.cells.editing import CellEditing  # 105 ms with the card

            self._cells = CellEditing(self._desk, self._tasks, self.model, self.view)
            self._cells.card_asked.connect(self.card_asked)
        return self._cells

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.let_go()

    # Copying

    def copy(self) -> None:
        """Put the selected rows on the clipboard under the titles of the shown columns, with tabs between them."""
        columns = [self.model.columns[place] for place in self.view.header.shown_columns()]
        self._tasks.replace(self, self._copy_rows(columns), what=self.tr("Copy the rows"))

    def copy_emails(self, ids: Sequence[int]) -> None:
        """Put the email addresses of these items on the clipboard, each once."""
        self._tasks.replace(self, self._copy_emails(ids), what=self.tr("Copy the emails"))

    async def _copy_rows(self, columns: Sequence[Column]) -> None:
        lines = ["\t".join(cell_text(column.title) for column in columns)]
        for row in await self._rows_of(self.view.selected_ids()):
            cells = (whole(self.model.kind, column.key, row, self.model.accounts) for column in columns)
            lines.append("\t".join(map(cell_text, cells)))
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copied.emit(numbered(self.tr("%Ln row(s) copied", "", len(lines) - 1), len(lines) - 1))

    async def _copy_emails(self, ids: Sequence[int]) -> None:
        found: dict[str, str] = {}
        for row in await self._rows_of(ids):
            for email in texts(row.values.get("emails")):
                found.setdefault(email.casefold(), email)
        QGuiApplication.clipboard().setText(", ".join(found.values()))
        self.copied.emit(numbered(self.tr("%Ln email address(|es) copied", "", len(found)), len(found)))

    async def _rows_of(self, ids: Sequence[int]) -> list[Row]:
        rows: list[Row] = []
        for start in range(0, len(ids), COPIED_AT_ONCE):
            rows += self._desk.rows(ids[start : start + COPIED_AT_ONCE])
            await asyncio.sleep(0)
        return rows

    # The list as it changes

    def _sort(self, sorting: tuple[str, ...]) -> None:
        self.listing.show(replace(self.listing.query, sort=sorting))

    def _shown(self, total: int) -> None:
        self.set_empty(total == 0)
        self.view.header.see(self.view.rows_in_sight())
        if self._cells is not None:
            self._cells.follow()
        self.listed.emit(total)

    def _waiting(self, n: int) -> None:
        self.pill.setVisible(n != 0)
        if n:
            text = numbered(self.tr("%Ln update(s)", "", n), n) if n > 0 else self.tr("New updates")
            self.pill.setText(text)
            self.pill.setAccessibleName(self.tr("{updates}: show them").format(updates=text))
            self.pill.setToolTip(self.tr("The list holds still while you work in it. Click to show the updates."))
            self._place_pill()

    def _place_pill(self) -> None:
        self.pill.adjustSize()
        above = self.view.y() + self.view.header.height()
        self.pill.move((self.width() - self.pill.width()) // 2, above + GRID)
        self.pill.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_pill()
