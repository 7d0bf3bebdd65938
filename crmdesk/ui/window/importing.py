"""The window's ways into an import: the menu, files dropped on it or opened by another program, rows pasted."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from crmdesk.desk import Desk
from crmdesk.desk.importing import pasted
from crmdesk.domain.importing.report import ImportOutcome, ImportRun
from crmdesk.domain.settings import REGION
from crmdesk.errors import DeskError
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.bars.toasts import MessageCard
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.wording.told import told

if TYPE_CHECKING:
    from crmdesk.ui.importing.dialog import ImportDialog

SLOT = "open a file to import"


class Importing(QObject):
    """Opens files for an import, one after the other; several dropped at once wait for their turn."""

    def __init__(self, desk: Desk, tasks: Tasks, owner: QWidget, messages: MessageCard) -> None:
        super().__init__(owner)
        self._desk, self._tasks, self._owner, self._messages = desk, tasks, owner, messages
        self._waiting: list[str] = []
        self._pasted: set[str] = set()  # paths of files that go when they were imported
        self._open: ImportDialog | None = None
        owner.setAcceptDrops(True)
        owner.installEventFilter(self)

    def choose_file(self) -> None:
        """Ask which files to import."""
        dialog = QFileDialog(self._owner, self.tr("Import"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Contacts and tables (*.csv *.tsv *.txt *.xlsx *.json *.jsonl *.vcf *.vcard)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.filesSelected.connect(self.open_files)
        dialog.open()

    def open_files(self, paths: Sequence[str]) -> None:
        """Open files at the first question of an import, each when the one before it is done with."""
        self._waiting += paths
        if self._open is None:
            self._next()

    def paste(self) -> None:
        """Open what is on the clipboard at the first question of an import: rows of a table, cards or files."""
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, held: QMimeData) -> None:
        """Open the files of what was pasted or dropped, or what its text says where it has none."""
        if paths := local_files(held.urls()):
            self.open_files(paths)
        else:
            self._tasks.start(self._paste(held.text(), held.html()), what=self.tr("Keep what was pasted"))

    async def _paste(self, text: str, html: str) -> None:
        rows = await asyncio.to_thread(pasted.as_rows, text, html, self._desk.setting(REGION) or None)
        if rows is None:
            says = self.tr("The clipboard holds no rows of a table, no signature of a mail, no vCard and no file.")
            self._messages.note(says)
            return
        path = await asyncio.to_thread(pasted.keep, self._desk.profile, rows)
        self._pasted.add(path)
        self.open_files([path])

    def _forget(self, path: str) -> None:
        if path in self._pasted:
            self._pasted.remove(path)
            self._tasks.start(asyncio.to_thread(pasted.forget, path), what=self.tr("Forget what was pasted"))

    def _next(self) -> None:
        if self._waiting:
            path = self._waiting.pop(0)
            self._tasks.replace(SLOT, self._show(path), what=self.tr("Open the file"))

    async def _show(self, path: str) -> None:
        from crmdesk.ui.importing.dialog import ImportDialog  # 60 ms, with the formats

        try:
            name = self.tr("Clipboard") if path in self._pasted else ""
            source = await self._desk.imports.open(path, name=name)
        except DeskError as error:
            self._forget(path)
            box = Question(self._owner, told(error.what), f"{told(error.why)} {told(error.next)}")
            box.answer(self.tr("Close"), default=True)
            box.finished.connect(self._next)
            box.open()
            return
        self._open = dialog = ImportDialog(self._desk, self._tasks, source, self._owner)
        dialog.imported.connect(lambda run: self._imported(path, run))
        dialog.finished.connect(lambda: self._closed(path))
        dialog.open()

    def _imported(self, path: str, run: ImportRun) -> None:
        if run.outcome in (ImportOutcome.CANCELLED, ImportOutcome.STOPPED):
            self._pasted.discard(path)  # it is needed again to go on

    def _closed(self, path: str) -> None:
        self._open = None
        self._forget(path)
        self._next()

    def show_history(self) -> None:
        """Show what was imported."""
        self._tasks.start(self._show_history(), what=self.tr("Read the history of imports"))

    async def _show_history(self) -> None:
        from crmdesk.ui.importing.history import ImportHistory

        runs, _ = await self._desk.imports.list(200)
        ImportHistory(self._desk, self._tasks, runs, self._owner).open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            held = event.mimeData()
            paths = local_files(held.urls())
            # What is dragged within the window is none of it, and what else is text belongs to the field it falls on.
            table = not paths and event.source() is None and held.hasHtml() and "<table" in held.html().lower()
            if paths or table:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent):
                    self._take(held)
                return True
        return super().eventFilter(watched, event)


def local_files(urls: Sequence[QUrl]) -> list[str]:
    """The files of this computer among what is dropped; a web address is not fetched."""
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
