"""Handing over what waits for an account by file: where to, and what to do with the file then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from crmdesk.desk import Desk, HandedOver
from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.wording.phrases import field_title, numbered, sentences
from crmdesk.ui.wording.told import told

_LISTED = 5  # values that found no place, told one by one


class HandOver(QObject):
    """Asks where the file is to lie, writes it, and says what comes next."""

    def __init__(self, desk: Desk, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._window = desk, tasks, window

    def ask(self, account: Account) -> QFileDialog:
        """Ask for the file; the system's own dialog asks whether one that is there may go."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(
            self._window, self.tr("Hand over the changes for {name}").format(name=account.name), folder
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        name = self.tr("Changes for {name} {day}").format(name=account.name, day=date.today().isoformat())
        dialog.selectFile(f"{name.replace('/', '-')}.csv")
        dialog.fileSelected.connect(lambda chosen: self.write(account, Path(chosen)))
        dialog.open()
        return dialog

    def write(self, account: Account, target: Path) -> None:
        """Write the file."""
        self._tasks.start(self._write(account, target), what=self.tr("Hand over the changes"))

    async def _write(self, account: Account, target: Path) -> None:
        done = await self._desk.hand_overs.write(account.id, target, replace=True)
        title = numbered(self.tr("%Ln change(s) handed over", "", done.changes), done.changes)
        if not done.contacts:
            title = self.tr("Nothing was handed over")
        box = Question(self._window, title, self._told(account, target, done))
        box.answer(self.tr("OK"), default=True)
        box.open()

    def _told(self, account: Account, target: Path, done: HandedOver) -> str:
        parts = []
        if done.contacts:
            people = numbered(self.tr("%Ln contact(s)", "", done.contacts), done.contacts)
            parts.append(self.tr("{people} in {file}.").format(people=people, file=target))
            parts.append(
                self.tr(
                    "Import it in {crm}, and let it replace who is there: a program that does not look for them makes"
                    " them twice. The next export that is read here shows what was taken; until then nothing counts as"
                    " done."
                ).format(crm=account.name)
            )
        left = [
            self.tr("Not in it: {field}. {why}.").format(field=field_title(Kind.CONTACT, field), why=told(why))
            for _, field, why in done.left[:_LISTED]
        ]
        if len(done.left) > _LISTED:
            more = len(done.left) - _LISTED
            left.append(numbered(self.tr("And %Ln more, as the list of problems says.", "", more), more))
        if done.held:
            left.append(
                numbered(self.tr("%Ln change(s) (waits|wait) for your decision first.", "", done.held), done.held)
            )
        return "\n\n".join(filter(None, (*parts, sentences(*left))))
