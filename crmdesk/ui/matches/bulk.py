"""Linking all that is certain at once: a list to look through, weakest first, where each line can be unticked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Suggestion, Tier
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.matches.words import name_of, reason_word, things
from crmdesk.ui.wording.phrases import bullets, count, listed, one_line, tooltip

PIECE = 100  # names read at once, so that the window stays free
NAME, RECORDS, WHY, AGAINST, WEIGHT = range(5)
Index = QModelIndex | QPersistentModelIndex


class Lines(QAbstractTableModel):
    """A line for each suggestion, ticked until it is unticked; `ticked` when that changed."""

    ticked = Signal()

    def __init__(self, accounts: Callable[[Suggestion], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._accounts = accounts
        self._lines: list[Suggestion] = []
        self._names: dict[int, str] = {}
        self._out: set[int] = set()
        self._sorting = (WEIGHT, Qt.SortOrder.AscendingOrder)

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Show these, weakest first."""
        self.beginResetModel()
        self._lines = list(suggestions)
        self._order()
        self.endResetModel()
        self.ticked.emit()

    def name_them(self, names: dict[int, str]) -> None:
        """Show names, by item, as they are read."""
        self._names |= names
        if self._lines:
            self.dataChanged.emit(self.index(0, NAME), self.index(len(self._lines) - 1, NAME))

    def chosen(self) -> list[Suggestion]:
        """What is ticked, surest first, so that the strongest ties are made first."""
        return sorted((one for one in self._lines if one.id not in self._out), key=lambda one: -one.weight)

    def amount(self) -> int:
        """How many are ticked."""
        return len(self._lines) - len(self._out)

    def toggle(self, rows: Sequence[int]) -> None:
        """Untick these lines, or tick them all where any is unticked."""
        ids = {self._lines[row].id for row in rows}
        self._out = self._out - ids if ids & self._out else self._out | ids
        for row in rows:
            self.dataChanged.emit(self.index(row, NAME), self.index(row, NAME))
        self.ticked.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; of equals the surer comes last."""
        self._sorting = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self._lines[index.row()].id, index.column()) for index in before]
        self._order()
        rows = {one.id: row for row, one in enumerate(self._lines)}
        self.changePersistentIndexList(before, [self.index(rows[id_], column) for id_, column in held])
        self.layoutChanged.emit()

    def _order(self) -> None:
        column, order = self._sorting
        keys: dict[int, Callable[[Suggestion], object]] = {
            NAME: lambda one: self._name(one).casefold(),
            RECORDS: lambda one: len(one.members),
            WHY: lambda one: _why(one).casefold(),
            AGAINST: lambda one: _against(one).casefold(),
            WEIGHT: lambda one: one.weight,
        }
        key = keys[column]
        self._lines.sort(key=lambda one: (one.weight, one.id))
        self._lines.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)  # type: ignore[arg-type]

    def _name(self, one: Suggestion) -> str:
        return self._names.get(one.item_ids[0], "") if one.item_ids else ""

    def suggestion(self, row: int) -> Suggestion:
        """The suggestion of a row."""
        return self._lines[row]

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        titles = (self.tr("Name"), self.tr("Records"), self.tr("Why"), self.tr("Against"), self.tr("Weight"))
        return titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME:
            return Qt.CheckState.Unchecked if one.id in self._out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.TextAlignmentRole and column == WEIGHT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._text(one, column)
            return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            word = self.tr("not to be linked") if one.id in self._out else self.tr("to be linked")
            text = self._text(one, column)
            return f"{text}, {word}" if column == NAME else text
        return None

    def _text(self, one: Suggestion, column: int) -> str:
        if column == NAME:
            return self._name(one)
        if column == RECORDS:
            return bullets(count(len(one.members)), self._accounts(one))
        if column == WEIGHT:
            return count(round(one.weight))
        return _why(one) if column == WHY else _against(one)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle([index.row()])
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return able | Qt.ItemFlag.ItemIsUserCheckable if index.column() == NAME else able


def _why(one: Suggestion) -> str:
    return listed([reason_word(reason) for reason in one.supporting[:3]])


def _against(one: Suggestion) -> str:
    return listed([reason_word(reason) for reason in one.opposing[:2]])


class _Table(QTableView):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space unticks what is selected, or ticks it."""
        if event.key() == Qt.Key.Key_Space:
            model = self.model()
            assert isinstance(model, Lines)
            model.toggle([index.row() for index in self.selectionModel().selectedRows()])
            return
        super().keyPressEvent(event)


class BulkDialog(QDialog):
    """The preview; `confirmed(suggestions)` when all that is ticked is to be linked."""

    confirmed = Signal(list)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        kinds: tuple[Kind | None, Kind | None],  # that is asked for, and that all of them have
        account_id: int | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._wanted, self._kind = kinds
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Link all that is certain"))
        self.resize(min(900, parent.width() - 64), min(620, parent.height() - 64))
        self._names = desk.account_names()
        self.lines = Lines(self._accounts, self)
        self.table = self._made_table()
        self.title = Label(size=FontSize.TITLE, strong=True, parent=self)
        self.go = QPushButton(self)
        self.go.setProperty("look", "primary")
        self.go.clicked.connect(self._confirm)
        self._lay_out()
        self.lines.ticked.connect(self._tell)
        self._tell()
        tasks.replace(self, self._read(account_id), what=self.tr("Read the suggestions"))
        self.finished.connect(lambda _result: tasks.drop(self))

    def _made_table(self) -> _Table:
        table = _Table(self)
        table.setModel(self.lines)
        table.setAccessibleName(self.tr("What would be linked"))
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 14)
        table.setWordWrap(False)
        table.setStyleSheet("QTableView::item { padding: 0 6px; }")
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(WEIGHT, Qt.SortOrder.AscendingOrder)
        header.setStretchLastSection(True)
        table.setSortingEnabled(True)
        return table

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.title)
        says = self.tr(
            "The weakest come first. Untick whom you doubt (Space). Nothing in any CRM changes, "
            "and one Undo takes all of it back, also after a restart."
        )
        column.addWidget(Label(says, secondary=True, wrap=True, parent=self))
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(self.go)
        column.addLayout(row)

    def _accounts(self, one: Suggestion) -> str:
        names = (one_line(self._names.get(member.account_id, ""), 24) for member in one.members)
        return ", ".join(dict.fromkeys(name for name in names if name))

    async def _read(self, account_id: int | None) -> None:
        found, _total = await self._desk.matches.suggestions(Tier.CERTAIN, account_id, None, 0, self._wanted)
        self.lines.show(found)
        width = self.table.viewport().width() - self.table.verticalScrollBar().sizeHint().width()
        for column, share in ((NAME, 0.22), (RECORDS, 0.24), (WHY, 0.28), (AGAINST, 0.17)):
            self.table.setColumnWidth(column, round(width * share))
        self.table.selectRow(0)
        self.table.setFocus()
        ids = [self.lines.suggestion(row).item_ids[0] for row in range(len(found))]
        for first in range(0, len(ids), PIECE):
            rows = self._desk.rows(ids[first : first + PIECE])
            self.lines.name_them({row.id: one_line(name_of(row.values), 80) for row in rows})
            await asyncio.sleep(0)

    def _tell(self) -> None:
        n = self.lines.amount()
        self.title.setText(self.tr("Link {things} at once?").format(things=things(self._kind, n)))
        self.go.setText(self.tr("Link {things}").format(things=things(self._kind, n)))
        self.go.setEnabled(n > 0)

    def _confirm(self) -> None:
        self.confirmed.emit(self.lines.chosen())
        self.accept()
