"""What happens when the window does not open: the reason in a dialog, and ways on that lose nothing.

A start that ended before the window stood leaves a mark, so that the next one offers to leave out what may have been
the cause. People start the program by double click: what only stands on standard error is seen by nobody.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from crmdesk.errors import DatabaseCorrupt, DeskError, ProgramFault
from crmdesk.store import list_backups, restore
from crmdesk.system.paths import Profile
from crmdesk.ui.dialogs.not_opened import NotOpened, Way

_log = logging.getLogger(__name__)


NOBODY_SEES = ("offscreen", "minimal")  # Qt's platforms without a screen


class How(Enum):
    """How to go on."""

    AS_USUAL = "as usual"
    WITHOUT_VIEW = "without the last view"
    NOT = "not"


class Opening:
    """The opening of one profile's window: what the last try came to, and what to do about this one's failure."""

    def __init__(self, profile: Profile, *, seen: bool) -> None:
        self._profile = profile
        self._mark = profile.root / "opening"
        self._seen = seen  # whether there is a screen to ask on

    def begin(self) -> How:
        """Mark that the window is being opened; asks how, where the last time it did not get to stand."""
        how = self._ask_after_crash() if self._seen and self._mark.exists() else How.AS_USUAL
        with contextlib.suppress(OSError):  # a disk that takes nothing is told by whoever writes what counts
            self._mark.touch(mode=0o600)
        return how

    def done(self) -> None:
        """The window stands, or its end is known: the next start has nothing to ask."""
        with contextlib.suppress(OSError):
            self._mark.unlink(missing_ok=True)

    def failed(self, error: Exception) -> How:
        """Say why it did not open, and ask how to go on. Raises the error itself where nobody would see a question."""
        self.done()
        if not self._seen:
            raise error
        known = error if isinstance(error, DeskError) else ProgramFault.of(error)
        _log.error("the window did not open", exc_info=error)
        ways = [Way.AGAIN, Way.LOG]
        if isinstance(known, DatabaseCorrupt) and list_backups(self._profile.backups):
            ways.insert(0, Way.RESTORE)
        return self._ask(NotOpened(self._choices(ways), known.what, f"{known.why}\n\n{known.safe} {known.next}"))

    def _ask_after_crash(self) -> How:
        ways = [Way.AGAIN, Way.WITHOUT_VIEW, Way.LOG]
        if list_backups(self._profile.backups):
            ways.append(Way.RESTORE)
        return self._ask(NotOpened(self._choices(ways)))

    def restored(self, backup: Path) -> How:
        """Put the backup that the user chose in the database's place, which nobody has open; or say why it stays."""
        try:
            aside = restore(backup, self._profile.database)
        except DeskError as error:
            _log.warning("the backup %s cannot be restored: %s", backup.name, error.why)
            if self._seen:
                _answered(NotOpened({}, error.what, f"{error.why}\n\n{error.safe} {error.next}"))
        else:
            _log.warning("restored %s; the database that was there is %s", backup.name, aside)
        return How.AS_USUAL

    def _choices(self, ways: list[Way]) -> dict[Way, Callable[[], bool]]:
        """Each way with what it does beforehand; it tells whether the dialog may close."""
        does: dict[Way, Callable[[], bool]] = {Way.LOG: self._show_log, Way.RESTORE: self._restore}
        return {way: does.get(way, lambda: True) for way in ways}

    def _ask(self, dialog: NotOpened) -> How:
        chosen = _answered(dialog)
        if chosen is None:
            return How.NOT
        return How.WITHOUT_VIEW if chosen is Way.WITHOUT_VIEW else How.AS_USUAL

    def _show_log(self) -> bool:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._profile.logs))
        return False

    def _restore(self) -> bool:
        """Put the newest backup that is sound in the database's place; what lay there is kept beside it."""
        for backup in list_backups(self._profile.backups):
            try:
                aside = restore(backup.path, self._profile.database)
            except DeskError as error:
                _log.warning("the backup %s cannot be restored: %s", backup.path.name, error.why)
                continue
            _log.warning("restored %s; the database that was there is %s", backup.path.name, aside)
            return True
        return False


def has_screen(app: QApplication) -> bool:
    """Whether somebody can see what the program shows."""
    return app.platformName() not in NOBODY_SEES


def tell(app: QApplication, error: DeskError) -> None:
    """Say that nothing could be opened, before there is anything to choose from."""
    if has_screen(app):
        _answered(NotOpened({}, error.what, f"{error.why}\n\n{error.safe} {error.next}"))


def _answered(dialog: NotOpened) -> Way | None:
    """The answer to a dialog that stands alone; the window's own loop does not run yet, or no longer."""
    with asyncio.Runner(loop_factory=lambda: QEventLoop(QApplication.instance())) as runner:
        return runner.run(dialog.ask())
