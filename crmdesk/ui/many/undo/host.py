"""What Ctrl+Z and Ctrl+Y do: a field's own undo while it is typed in, else the last action of the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from crmdesk.desk import Desk
from crmdesk.domain.reports import Bucket, ChangeSet, UndoPlan
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.bars.toasts import MessageCard
from crmdesk.ui.window.actions import Actions
from crmdesk.ui.window.pane_host import PaneHost
from crmdesk.ui.wording.deeds import deed_name
from crmdesk.ui.wording.phrases import numbered


class UndoHost(QObject):
    """Names, allows and carries out undo and redo; opens the history of changes."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        owner: QWidget,
        panes: PaneHost,
        messages: MessageCard,
        actions: Actions,
        expect: Callable[[], None],  # the list's next change is the user's own
    ) -> None:
        super().__init__(owner)
        self._desk, self._tasks, self._owner, self._panes = desk, tasks, owner, panes
        self._messages, self._actions, self._expect = messages, actions, expect
        self._back: ChangeSet | None = None
        self._again: ChangeSet | None = None
        self._watched: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def refresh(self) -> None:
        """Read what is next, and say it in the menu."""
        self._back, self._again = self._desk.next_undo(), self._desk.next_redo()
        self.say()

    def say(self) -> None:
        """Name both commands after what they do now, and allow them where there is something."""
        typed_back, typed_again = self._panes.undo_words() if self._panes.is_editing() else ("", "")
        for id_, typed, found, plain, named in (
            ("undo", typed_back, self._back, self.tr("Undo"), self.tr("Undo: {what}")),
            ("redo", typed_again, self._again, self.tr("Redo"), self.tr("Redo: {what}")),
        ):
            what = typed or (deed_name(found) if found is not None else "")
            self._actions[id_].setText(named.format(what=what.replace("&", "&&")) if what else plain)
            nothing = self.tr("There is nothing to undo.") if id_ == "undo" else self.tr("There is nothing to redo.")
            self._actions.allow(id_, bool(what), nothing)

    def undo(self) -> None:
        """Take back the last step of typing, else the last action."""
        if self._panes.is_editing() and self._panes.undo_words()[0]:
            self._panes.undo()
            self.say()
            return
        self.refresh()  # what was done just now may not have been announced yet
        if self._back is not None:
            self._tasks.start(self._take_back(self._back), what=self.tr("Undo"))

    def redo(self) -> None:
        """Do again the last step of typing that was taken back, else the last action."""
        if self._panes.is_editing() and self._panes.undo_words()[1]:
            self._panes.redo()
            self.say()
            return
        self.refresh()
        if self._again is not None:
            self._tasks.start(self._do_again(self._again), what=self.tr("Redo"))

    async def _take_back(self, found: ChangeSet) -> None:
        self._expect()
        plan = await self._desk.undo(found.id)
        self._tell(self.tr("Undone: {what}").format(what=deed_name(found)), plan)

    async def _do_again(self, found: ChangeSet) -> None:
        self._expect()
        plan = await self._desk.redo()
        self._tell(self.tr("Done again: {what}").format(what=deed_name(found)), plan)

    def _tell(self, said: str, plan: UndoPlan) -> None:
        self.refresh()
        left = [line for line in plan.lines if line.bucket is not Bucket.BACK]
        if left:
            many = numbered(self.tr("%n change(s) stayed: {why}", "", len(left)), len(left))
            said = f"{said} · {many.format(why=left[0].why)}"
        self._messages.note(said, self.tr("History…"), self.open_history)

    def open_history(self) -> None:
        """Show all change-sets, each with what taking it back would do."""
        from crmdesk.ui.many.undo.history import HistoryOfChanges  # 6 ms

        dialog = HistoryOfChanges(self._owner, self._desk, self._tasks)
        dialog.undone.connect(lambda said, plan: self._tell(said, plan))
        dialog.open()

    def _watch(self, old: QWidget | None, new: QWidget | None) -> None:
        """Let the keys through to the window from a field that has nothing to undo itself."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new if isinstance(new, QLineEdit | QTextEdit | QPlainTextEdit) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
        if self._panes.is_editing() or old is None:
            self.say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo) and not _can(watched, "undo"):
                event.ignore()
                return True
            if event.matches(QKeySequence.StandardKey.Redo) and not _can(watched, "redo"):
                event.ignore()
                return True
        return False


def _can(field: QObject, what: str) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if what == "undo" else field.isRedoAvailable()
    if isinstance(field, QTextEdit | QPlainTextEdit):
        document = field.document()
        return document.isUndoAvailable() if what == "undo" else document.isRedoAvailable()
    return False
