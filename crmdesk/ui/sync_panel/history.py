"""The history of all syncs as a table: when each began and ended, what it read and wrote, and how it came out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import Desk
from crmdesk.domain.reports import Run
from crmdesk.domain.signals import RunProgress, Signal
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.sync_panel.words import has_trouble, history_moment, seconds_text, status_words
from crmdesk.ui.wording.kinds import plural
from crmdesk.ui.wording.phrases import absolute, cell_text, count, numbered, one_line, tooltip
from crmdesk.ui.wording.told import told

PAGE = 200
Index = QModelIndex | QPersistentModelIndex
_NUMBERS = range(4, 8)
_NONE = QModelIndex()


class RunsModel(QAbstractTableModel):
    """Runs, newest first; reads more as the table is scrolled."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._names = dict(desk.account_names())
        self.account_id: int | None = None
        self.runs: list[Run] = []
        self.total = 0
        self._titles = (
            self.tr("Started"),
            self.tr("Completed"),
            self.tr("Account"),
            self.tr("Kind"),
            self.tr("Fetched"),
            self.tr("Inserted"),
            self.tr("Updated"),
            self.tr("Sent"),
            self.tr("Status"),
            self.tr("Message"),
        )

    def reload(self) -> None:
        """Read the newest runs again, as many as are shown."""
        self._tasks.replace(self, self._reload(max(PAGE, len(self.runs))), what=self.tr("Read the history"))

    async def _reload(self, limit: int) -> None:
        runs, total = await self._desk.activity(self.account_id, limit)
        self.beginResetModel()
        self._names = dict(self._desk.account_names())
        self.runs, self.total = runs, total
        self.endResetModel()

    def canFetchMore(self, parent: Index = _NONE) -> bool:
        return not parent.isValid() and len(self.runs) < self.total

    def fetchMore(self, parent: Index = _NONE) -> None:
        self._tasks.replace(self, self._reload(len(self.runs) + PAGE), what=self.tr("Read the history"))

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._titles[section] if shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        run, column = self.runs[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.cells(run)[column]
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(self._whole(run, column))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._titles[column]}: {self.cells(run)[column]}"
            case Qt.ItemDataRole.TextAlignmentRole if column in _NUMBERS:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.DecorationRole if column == 8:
                return icon("warning", "amber") if has_trouble(run) else icon("check", "secondary")
        return None

    def _whole(self, run: Run, column: int) -> str:
        if column == 9:
            return told(run.error) or self.cells(run)[column]
        return absolute((run.started_at, run.ended_at)[column]) if column < 2 else self.cells(run)[column]

    def cells(self, run: Run) -> tuple[str, ...]:
        """What a row says, column by column."""
        return (
            history_moment(run.started_at),
            history_moment(run.ended_at) if run.ended_at else self.tr("not yet"),
            one_line(self._names.get(run.account_id, "")),
            plural(run.kind),
            *(count(n) for n in (run.fetched, run.new, run.changed, run.sent)),
            status_words(run),
            one_line(told(run.error) or seconds_text(run)),
        )


class HistoryDialog(QDialog):
    """The runs of one account or of all, live; rows can be copied for a letter to support."""

    def __init__(self, desk: Desk, tasks: Tasks, account_id: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("History of syncs"))
        self.resize(1080, 520)
        self.model = RunsModel(desk, tasks, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._head(desk))
        self.table = self._table()
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        self.total = Label(size=FontSize.SMALL, secondary=True, parent=self)
        row.addWidget(self.total, 1)
        copy = QPushButton(self.tr("Copy"), self)
        copy.setToolTip(tooltip(self.tr("Copies the selected rows, or all that are shown")))
        copy.clicked.connect(self.copy)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        for button in (copy, close):
            button.setAutoDefault(False)
            row.addWidget(button)
        column.addLayout(row)
        QShortcut(QKeySequence.StandardKey.Copy, self.table).activated.connect(self.copy)
        self.model.modelReset.connect(self._say_total)
        self.finished.connect(self._end)
        self._end_hearing = desk.subscribe(self._hear)
        self.accounts.setCurrentIndex(max(0, self.accounts.findData(account_id)))
        self._choose()

    def _head(self, desk: Desk) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label(self.windowTitle(), size=FontSize.TITLE, strong=True, parent=self), 1)
        self.accounts = QComboBox(self)
        self.accounts.setAccessibleName(self.tr("Account"))
        self.accounts.addItem(self.tr("All accounts"), None)
        for status in desk.accounts():
            self.accounts.addItem(one_line(status.account.name, 40), status.account.id)
        self.accounts.activated.connect(self._choose)
        row.addWidget(self.accounts)
        return row

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(self.windowTitle())
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setStyleSheet("QTableView::item { padding: 0 6px; }")
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        return table

    def _choose(self) -> None:
        self.model.account_id = self.accounts.currentData()
        self.model.reload()

    def _hear(self, signal: Signal) -> None:
        if isinstance(signal, RunProgress) and signal.run.outcome is not None:
            self.model.reload()

    def _say_total(self) -> None:
        self.total.setText(numbered(self.tr("%Ln sync(s)", "", self.model.total), self.model.total))

    def _end(self) -> None:
        self._end_hearing()
        self._tasks.drop(self.model)

    def copy(self) -> None:
        """Put the selected rows, or all that are shown, on the clipboard, as a table."""
        chosen = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        runs: Sequence[Run] = [self.model.runs[row] for row in chosen] or self.model.runs
        columns = range(self.model.columnCount())
        titles = [str(self.model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        lines = [titles, *(self.model.cells(run) for run in runs)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(map(cell_text, line)) for line in lines))


def open_history(parent: QWidget, desk: Desk, tasks: Tasks, account_id: int | None = None) -> HistoryDialog:
    """Open the history beside the window of `parent`, which goes on to work."""
    dialog = HistoryDialog(desk, tasks, account_id, parent.window())
    dialog.show()
    return dialog
