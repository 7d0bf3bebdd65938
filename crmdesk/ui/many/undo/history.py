"""The history of changes: each action and each run, and before taking one back what that would do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import Desk
from crmdesk.domain.fields import FIELDS
from crmdesk.domain.items import compose_name
from crmdesk.domain.reports import Bucket, ChangeSet, UndoLine, UndoPlan
from crmdesk.errors import UserInputError
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.labels import Label
from crmdesk.ui.wording.deeds import deed_name, line_name
from crmdesk.ui.wording.phrases import ago, numbered, one_line, value_text

AT_ONCE = 200
MOST_LINES = 500  # shown of one bucket
_SET = Qt.ItemDataRole.UserRole


class HistoryOfChanges(QDialog):
    """A list of change-sets; beside it what taking the chosen one back would do. `undone(said, plan)` when it was."""

    undone = Signal(str, object)

    def __init__(self, owner: QWidget, desk: Desk, tasks: Tasks) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._tasks = desk, tasks
        self._origins: dict[int, ChangeSet | None] = {}
        self.setWindowTitle(self.tr("History of changes"))
        self.sets = QListWidget()
        self.sets.setAccessibleName(self.tr("Changes, newest first"))
        self.sets.currentItemChanged.connect(self._choose)
        self.plan = QTreeWidget()
        self.plan.setAccessibleName(self.tr("What taking it back would do"))
        self.plan.setHeaderLabels([self.tr("What"), self.tr("Now"), self.tr("Then")])
        self.plan.setUniformRowHeights(True)
        self._said = Label("", wrap=True, secondary=True)
        self.undo_button = QPushButton(self.tr("Undo this"))
        self.undo_button.clicked.connect(self._undo)
        self.undo_button.setEnabled(False)
        self.undo_button.setDefault(True)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addWidget(self.plan, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.sets)
        both.addWidget(right)
        both.setStretchFactor(1, 1)
        both.setSizes([340, 520])
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.undo_button)
        layout = QVBoxLayout(self)
        layout.addWidget(both, 1)
        layout.addLayout(row)
        self.resize(900, 560)
        self.finished.connect(self._leave)
        tasks.replace(self, self._load(), what=self.tr("History of changes"))

    def _leave(self) -> None:
        for slot in (self, self.plan):
            self._tasks.drop(slot)

    async def _load(self) -> None:
        found, _ = await self._desk.changes(AT_ONCE)
        self.sets.clear()
        for one in found:
            self._origins[one.id] = await self._desk.origin_of(one)
            words = deed_name(one, self._origins[one.id])
            if one.undone_by is not None:
                words = self.tr("{what} (undone)").format(what=words)
            at = ago(one.at) if one.at is not None else ""
            row = QListWidgetItem(f"{words}\n{at}")
            row.setData(_SET, one)
            self.sets.addItem(row)
        if not found:
            self._said.setText(self.tr("Nothing was changed yet. What you do, and what a sync brings, is listed here."))
        else:
            self.sets.setCurrentRow(0)

    def _choose(self, row: QListWidgetItem | None) -> None:
        if row is not None:
            self._tasks.replace(self.plan, self._preview(row.data(_SET)), what=self.tr("What undo would do"))

    async def _preview(self, found: ChangeSet) -> None:
        self.plan.clear()
        self.undo_button.setEnabled(False)
        try:
            plan = await self._desk.undo_plan(found.id)
        except UserInputError as error:
            self._said.setText(error.why)
            return
        back = plan.items(Bucket.BACK)
        self.undo_button.setEnabled(bool(back))
        self._said.setText("" if plan.lines else self.tr("All of it is as it was before."))
        titles = {
            Bucket.BACK: self.tr("%n can be taken back"),
            Bucket.EDITED: self.tr("%n edited since, which stay(s|)"),
            Bucket.IMPOSSIBLE: self.tr("%n cannot be taken back"),
        }
        for bucket, title in titles.items():
            lines = [line for line in plan.lines if line.bucket is bucket]
            if lines:
                self._add(numbered(title, len(lines)), lines, found)
        self.plan.resizeColumnToContents(0)

    def _add(self, title: str, lines: list[UndoLine], found: ChangeSet) -> None:
        group = QTreeWidgetItem([title])
        shown = lines[:MOST_LINES]
        names = {row.id: compose_name(row.values) for row in self._desk.rows([line.item_id for line in shown])}
        fields = FIELDS[found.kind]
        for line in shown:
            what = fields[line.field].title if line.field in fields else line_name(line)
            name = one_line(names.get(line.item_id, ""), 60)
            words = " · ".join(filter(None, (name, what)))
            if line.why:
                reason = QTreeWidgetItem([f"{words}: {line.why}"])
                group.addChild(reason)
                reason.setFirstColumnSpanned(True)
                continue
            values = [
                value_text(found.kind, line.field, value) if line.field else "" for value in (line.now, line.back)
            ]
            group.addChild(QTreeWidgetItem([words, *(one_line(value, 80) for value in values)]))
        if len(lines) > len(shown):
            rest = len(lines) - len(shown)
            group.addChild(QTreeWidgetItem([numbered(self.tr("and %n more"), rest)]))
        self.plan.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        group.setExpanded(True)

    def _undo(self) -> None:
        row = self.sets.currentItem()
        if row is not None:
            self._tasks.start(self._take_back(row.data(_SET)), what=self.tr("Undo this"))

    async def _take_back(self, found: ChangeSet) -> None:
        self.undo_button.setEnabled(False)
        plan: UndoPlan = await self._desk.undo(found.id)
        said = self.tr("Undone: {what}").format(what=deed_name(found, self._origins.get(found.id)))
        self.undone.emit(said, plan)
        await self._load()
