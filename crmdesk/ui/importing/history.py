"""What was imported, newest first: each file with its counts, and a way to take it back or go on with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.importing.report import ImportOutcome, ImportRun
from crmdesk.domain.reports import Bucket
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.importing.plan_page import RowTable
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import ago, count


class ImportHistory(QDialog):
    """Lists imports."""

    def __init__(self, desk: Desk, tasks: Tasks, runs: Sequence[ImportRun], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._runs = desk, tasks, list(runs)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("History of imports"))
        self.resize(760, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(Label(self.windowTitle(), size=FontSize.TITLE, strong=True, parent=self))
        titles = (
            self.tr("When"), self.tr("File"), self.tr("New"), self.tr("Changed"), self.tr("Unchanged"),
            self.tr("Skipped"), self.tr("Failed"), self.tr("How it ended"),
        )  # fmt: skip
        self.table = RowTable(titles, self.windowTitle(), self)
        self.said = Label(secondary=True, wrap=True, parent=self)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        row = QHBoxLayout()
        self.undo = QPushButton(self.tr("Undo this import"), self)
        self.resume = QPushButton(self.tr("Go on with it"), self)
        self.close_ = QPushButton(self.tr("Close"), self)
        for button in (self.undo, self.resume, self.close_):
            button.setAutoDefault(False)
        self.undo.setProperty("look", "quiet")
        self.resume.setProperty("look", "quiet")
        row.addWidget(self.undo)
        row.addWidget(self.resume)
        row.addStretch(1)
        row.addWidget(self.close_)
        column.addLayout(row)
        self.close_.clicked.connect(self.accept)
        self.undo.clicked.connect(lambda: self._tasks.start(self._undo(), what=self.tr("Undo the import")))
        self.resume.clicked.connect(lambda: self._tasks.start(self._go_on(), what=self.tr("Go on with the import")))
        self.table.currentCellChanged.connect(self._settle)
        self._show()

    def _show(self) -> None:
        row = max(self.table.currentRow(), 0)
        self.table.show_rows([self._cells(run) for run in self._runs])
        if self._runs:
            self.table.setCurrentCell(min(row, len(self._runs) - 1), 0)
        else:
            self.said.setText(self.tr("Nothing was imported yet."))
        self._settle()

    def _cells(self, run: ImportRun) -> Sequence[str]:
        counts = run.counts
        outcome = {
            ImportOutcome.SUCCESS: self.tr("whole"),
            ImportOutcome.PARTIAL: self.tr("but for some rows"),
            ImportOutcome.CANCELLED: self.tr("ended by you"),
            ImportOutcome.STOPPED: self.tr("stopped"),
            ImportOutcome.FAILED: self.tr("failed"),
        }
        ended = self.tr("going on") if run.outcome is None else outcome[run.outcome]
        numbers = (counts.created, counts.updated, counts.unchanged, counts.skipped, counts.failed)
        return (
            ago(run.started_at), run.file, *map(count, numbers),
            self.tr("taken back") if run.undone else ended,
        )  # fmt: skip

    def _current(self) -> ImportRun | None:
        row = self.table.currentRow()
        return self._runs[row] if 0 <= row < len(self._runs) else None

    def _settle(self) -> None:
        run = self._current()
        ended = run is not None and run.outcome is not None and not run.undone
        self.undo.setEnabled(ended and run is not None and run.set_id is not None)
        stopped = (ImportOutcome.CANCELLED, ImportOutcome.STOPPED)
        self.resume.setEnabled(ended and run is not None and run.outcome in stopped)

    async def _undo(self) -> None:
        run = self._current()
        if run is not None and run.set_id is not None:
            plan = await self._desk.undo(run.set_id)
            kept = len(plan.items(Bucket.EDITED)) + len(plan.items(Bucket.IMPOSSIBLE))
            words = self.tr("{back} taken back, {kept} kept, since they were changed or sent meanwhile.")
            self.said.setText(words.format(back=count(len(plan.items(Bucket.BACK))), kept=count(kept)))
            await self._read()

    async def _go_on(self) -> None:
        run = self._current()
        if run is not None:
            self.resume.setEnabled(False)
            source = await self._desk.imports.reopen(run)
            await self._desk.imports.go_on(run, source)
            await self._read()

    async def _read(self) -> None:
        runs, _ = await self._desk.imports.list(len(self._runs))
        self._runs = list(runs)
        self._show()
