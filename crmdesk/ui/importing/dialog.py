"""Importing a file: what its columns mean, what would happen, the import itself; nothing is written before the last."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.desk.importing.files import Asked, FileSource
from crmdesk.desk.importing.rejects import write_rejects
from crmdesk.desk.importing.runner import Control
from crmdesk.domain.importing.choice import Choice
from crmdesk.domain.importing.fates import Fate
from crmdesk.domain.importing.report import ImportRun
from crmdesk.errors import UserInputError
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.importing.mapping_page import MappingPage
from crmdesk.ui.importing.plan_page import PlanPage
from crmdesk.ui.importing.run_page import RunPage
from crmdesk.ui.look.badges import Hairline
from crmdesk.ui.wording.told import told

SLOT = "import"
MOST_REASONS = 500


class ImportDialog(QDialog):
    """Three pages for one file; `imported(run)` when an import has ended, however it ended."""

    imported = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, source: FileSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._source = desk, tasks, source
        self._choice = Choice()
        self._control: Control | None = None
        self._running: asyncio.Task[ImportRun] | None = None
        self._run: ImportRun | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import"))
        self.resize(940, 680)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._stack = QStackedWidget(self)
        accounts = [account for account in desk.connected() if account.direction.pushes]
        self.mapping, self.plan, self.run = MappingPage(accounts, self), PlanPage(self), RunPage(self)
        for page in (self.mapping, self.plan, self.run):
            self._stack.addWidget(page)
        outer.addWidget(self._stack, 1)
        outer.addWidget(Hairline(parent=self))
        outer.addLayout(self._buttons())
        self.mapping.reading_changed.connect(self._read_again)
        self.mapping.mapping_changed.connect(self._mapped)
        self.run.pause_asked.connect(self._pause)
        self.run.undo_asked.connect(lambda: self._tasks.start(self._undo(), what=self.tr("Undo the import")))
        self.run.rejects_asked.connect(self._ask_rejects)
        self._mapped(source)
        self.mapping.start()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 12)
        self.back = QPushButton(self.tr("Back"), self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.next = QPushButton(self)
        for button, look in ((self.back, "quiet"), (self.cancel, "quiet"), (self.next, "primary")):
            button.setAutoDefault(False)
            button.setProperty("look", look)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.next)
        self.back.clicked.connect(lambda: self._show(self.mapping))
        self.cancel.clicked.connect(self.reject)
        self.next.clicked.connect(self._go_on)
        return row

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self._settle()

    def _settle(self) -> None:
        page = self._stack.currentWidget()
        self.back.setVisible(page is self.plan)
        going = self._running is not None
        self.cancel.setVisible(page is not self.run or going)
        self.cancel.setText(self.tr("End the import") if going else self.tr("Cancel"))
        self.next.setVisible(not going)
        words = {id(self.mapping): self.tr("See what would happen"), id(self.plan): self.tr("Import")}
        self.next.setText(words.get(id(page), self.tr("Close")))
        self.next.setEnabled(page is not self.mapping or not self._source.questions())

    # The file

    def _mapped(self, source: FileSource) -> None:
        self._source = source
        self.mapping.show_source(source)
        self._settle()

    def _read_again(self) -> None:
        asked = self.mapping.asked()
        self._tasks.replace(SLOT, self._open(asked), what=self.tr("Read the file"))

    async def _open(self, asked: Asked) -> None:
        try:
            self._mapped(await self._desk.imports.open(self._source.path, asked, self._source.file))
        except UserInputError as error:
            self._complain(error)

    def _complain(self, error: UserInputError) -> None:
        self.mapping.trouble.setText(told(error.why))
        self.mapping.trouble.show()

    # The plan and the import

    def _go_on(self) -> None:
        page = self._stack.currentWidget()
        if page is self.mapping:
            try:
                self._source.check_uses()
            except UserInputError as error:
                self._complain(error)
                return
            self.next.setEnabled(False)
            self._tasks.replace(SLOT, self._plan(), what=self.tr("Plan the import"))
        elif page is self.plan:
            self._running = self._tasks.start(self._import(), what=self.tr("Import the file"))
            self.run.begin(self._source.file, self._source.rows)
            self._show(self.run)
        else:
            self.accept()

    async def _plan(self) -> None:
        asked = self.mapping.asked()
        self._choice = self._desk.imports.choice_for(self._source, self.mapping.choice(), asked)
        try:
            found = await self._desk.imports.preview(self._source, self._choice)
        finally:
            self.next.setEnabled(True)
        self.plan.show_plan(self._source.kind, found, self._desk.account_names())
        self._show(self.plan)
        self.next.setFocus()

    async def _import(self) -> ImportRun:
        desk, control = self._desk, Control()
        self._control = control
        try:
            await desk.imports.remember(self._source)
            run = await desk.imports.carry_out(self._source, self._choice, self.run.show_progress, control)
        except asyncio.CancelledError:
            self._running = None
            if control.run_id is None:  # it had not begun
                self.reject()
            else:
                self._tasks.start(self._show_ended(control.run_id), what=self.tr("Tell what was imported"))
            raise
        except BaseException:
            self._running = None
            self._settle()
            raise
        self._running = None
        await self._show_run(run)
        return run

    async def _show_ended(self, run_id: int) -> None:
        await self._show_run(await self._desk.imports.get(run_id))

    async def _show_run(self, run: ImportRun) -> None:
        self._run = run
        rows = await self._desk.imports.rows(run.id, (Fate.SKIPPED, Fate.FAILED), MOST_REASONS)
        self.run.show_end(run, rows)
        self._show(self.run)
        self.next.setFocus()
        self.imported.emit(run)

    def _pause(self, paused: bool) -> None:
        if self._control is not None:
            (self._control.going.clear if paused else self._control.going.set)()
        self.run.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))

    async def _undo(self) -> None:
        run = self._run
        if run is None or run.set_id is None:
            return
        await self._desk.undo(run.set_id)
        await self._show_run(await self._desk.imports.get(run.id))

    def _ask_rejects(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the rows that were not taken"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("rejected.csv")
        dialog.fileSelected.connect(
            lambda name: self._tasks.start(self._save_rejects(name), what=self.tr("Save the rows"))
        )
        dialog.open()

    async def _save_rejects(self, name: str) -> None:
        if self._run is not None:
            await write_rejects(self._desk, self._run, name, replace=True)

    def reject(self) -> None:
        """Close, also by the window's own button; an import that goes on is ended first, and shown."""
        if self._running is not None:
            self._running.cancel()
        else:
            super().reject()
