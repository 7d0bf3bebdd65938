"""Keeps what is chosen in the settings, says what was changed, and takes it back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from crmdesk.desk import Desk
from crmdesk.domain.reports import ChangeSet, Deed
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.wording.deeds import deed_name


class Keeper(QObject):
    """`changed(text)` when something was kept or taken back, with what to say of it."""

    changed = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self.tasks = desk, tasks

    def keep(self, key: str, value: str) -> None:
        """Keep a choice, as an action that can be taken back."""
        self.tasks.start(self._keep(key, value), what=self.tr("Keep the setting"))

    async def _keep(self, key: str, value: str) -> None:
        try:
            await self._desk.change_setting(key, value)
        finally:
            self._say()

    def _say(self) -> None:
        found = self.to_undo()
        self.changed.emit("" if found is None else deed_name(found))

    def to_undo(self) -> ChangeSet | None:
        """The change of a setting that is taken back next; None where the last action was another."""
        found = self._desk.next_undo()
        return found if found is not None and found.deed is Deed.SETTING else None

    def to_redo(self) -> ChangeSet | None:
        """The change of a setting that is done again next."""
        found = self._desk.next_redo()
        return found if found is not None and found.deed is Deed.SETTING else None

    def undo(self) -> None:
        """Take the last change of a setting back."""
        if (found := self.to_undo()) is not None:
            self.tasks.start(self._undo(found), what=self.tr("Undo"))

    async def _undo(self, found: ChangeSet) -> None:
        await self._desk.undo(found.id)
        self.changed.emit(self.tr("Undone: {what}").format(what=deed_name(found)))

    def redo(self) -> None:
        """Do again the last change of a setting that was taken back."""
        if self.to_redo() is not None:
            self.tasks.start(self._redo(), what=self.tr("Redo"))

    async def _redo(self) -> None:
        await self._desk.redo()
        self._say()
