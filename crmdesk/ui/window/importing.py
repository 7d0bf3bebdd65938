"""The window's ways into an import: the menu, files dropped on it, and files that another program opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from crmdesk.desk import Desk
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

    def _next(self) -> None:
        if self._waiting:
            path = self._waiting.pop(0)
            self._tasks.replace(SLOT, self._show(path), what=self.tr("Open the file"))

    async def _show(self, path: str) -> None:
        from crmdesk.ui.importing.dialog import ImportDialog  # 60 ms, with the formats

        try:
            source = await self._desk.imports.open(path)
        except DeskError as error:
            box = Question(self._owner, told(error.what), f"{told(error.why)} {told(error.next)}")
            box.answer(self.tr("Close"), default=True)
            box.finished.connect(self._next)
            box.open()
            return
        self._open = dialog = ImportDialog(self._desk, self._tasks, source, self._owner)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._open = None
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
            paths = local_files(event.mimeData().urls())
            if paths:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent):
                    self.open_files(paths)
                return True
        return super().eventFilter(watched, event)


def local_files(urls: Sequence[QUrl]) -> list[str]:
    """The files of this computer among what is dropped; a web address is not fetched."""
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
