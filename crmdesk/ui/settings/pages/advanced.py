"""Advanced: folders, the log, and the care of the database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from crmdesk.domain.settings import LOG_LEVEL, LOG_LEVELS
from crmdesk.system.log import level_of_the_start
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.settings.page import SettingsPage
from crmdesk.ui.settings.pages.folders import FoldersRow
from crmdesk.ui.settings.rows import ButtonRow, ChoiceRow
from crmdesk.ui.wording.phrases import ago, bullets
from crmdesk.ui.wording.settings import BACK_UP, CHECK, RESTORE, Page, told

_FILE = "file"  # in the choice of backups: any other


class AdvancedPage(SettingsPage):
    """`restore_asked(file)` when a backup is to take the database's place."""

    page = Page.ADVANCED
    restore_asked = Signal(object)

    def build(self) -> None:
        folders = FoldersRow(self.desk.profile, self.ground)
        unanswered = self.tr("No file manager answered. The path can be copied.")
        folders.unanswered.connect(lambda: self.keeper.changed.emit(unanswered))
        self.add(folders)
        level = self.choice(LOG_LEVEL, *zip(LOG_LEVELS, self._levels(), strict=True))
        if named := level_of_the_start():
            says = self.tr("LOG_LEVEL={level} was set for this start, and goes before this setting.")
            level.say(says.format(level=named))
        check = ButtonRow(told(CHECK), self.tr("Check now"), self.ground)
        check.pressed.connect(lambda: self.keeper.tasks.start(self._check(check), what=self.tr("Check the database")))
        self.add(check)
        back_up = ButtonRow(told(BACK_UP), self.tr("Back up…"), self.ground)
        back_up.pressed.connect(lambda: self._ask_where(back_up))
        self.add(back_up)
        self._restore = ChoiceRow(told(RESTORE), self._backups, lambda: "", self.ground)
        self._restore.chosen.connect(self._ask_restore)
        self.add(self._restore)

    def _levels(self) -> list[str]:
        return [
            self.tr("Errors only"),
            self.tr("Errors and warnings"),
            self.tr("What is usual"),
            self.tr("Everything, for finding a fault"),
        ]

    async def _check(self, row: ButtonRow) -> None:
        row.say(self.tr("Checking…"))
        row.button.setEnabled(False)
        try:
            faults = await self.desk.check_database()
            row.say(self.tr("The database is sound.") if not faults else "\n".join(faults[:20]))
        finally:
            row.button.setEnabled(True)

    def _ask_where(self, row: ButtonRow) -> None:
        dialog = QFileDialog(self, self.tr("Back up to"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        dialog.selectFile("crmdesk-backup.db")
        what = self.tr("Back up")
        dialog.fileSelected.connect(lambda name: self.keeper.tasks.start(self._back_up(row, Path(name)), what=what))
        dialog.open()

    async def _back_up(self, row: ButtonRow, target: Path) -> None:
        row.say(self.tr("Backing up…"))
        try:
            await self.desk.backup(target)
        except BaseException:
            row.say(row.told.note)
            raise
        row.say(self.tr("Backed up to {file}").format(file=target))
        self._restore.refresh()

    def _backups(self) -> list[tuple[str, str]]:
        offers = [("", self.tr("Choose a backup…"))]
        for one in self.desk.backups():
            made = ago(one.made_at)
            why = self.tr("before an update") if one.before_migration is not None else self.tr("daily")
            offers.append((str(one.path), bullets(made, why, QLocale().formattedDataSize(one.size, 1))))
        for path in sorted(self.desk.profile.root.glob(f"{self.desk.profile.database.name}.replaced-*")):
            if path.suffix.removeprefix(".replaced-").isdigit():
                gone = ago(datetime.fromtimestamp(path.stat().st_mtime, UTC))
                offers.append((str(path), bullets(gone, self.tr("replaced by a restore"))))
        return [*offers, (_FILE, self.tr("Another file…"))]

    def allow_restore(self, allowed: bool) -> None:
        """Offer to restore a backup, or say why not."""
        self._restore.box.setEnabled(allowed)
        if not allowed:
            self._restore.say(self.tr("The demo begins anew at each start and has nothing to be restored."))

    def _ask_restore(self, chosen: str) -> None:
        self._restore.refresh()
        if chosen != _FILE:
            self._ask(Path(chosen))
            return
        dialog = QFileDialog(self, self.tr("Restore from"), str(Path.home()), self.tr("Backups (*.db);;All files (*)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._ask(Path(name)))
        dialog.open()

    def _ask(self, backup: Path) -> None:
        box = Question(
            self,
            self.tr("Restore {file}?").format(file=backup.name),
            self.tr(
                "CRM Desk closes its database and opens again as it was in that backup. What was changed since is not"
                " in it; the database of now is kept beside it. What CRMs hold stays there, and the next syncs"
                " bring it."
            ),
        )
        box.answer(self.tr("Restore"), lambda: self.restore_asked.emit(backup), loses=True)
        box.answer(self.tr("Keep what is here"), default=True)
        box.open()
