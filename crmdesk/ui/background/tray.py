"""The program beside its window: a tray icon where the desktop has a tray, notices, and syncing on with no window open.

Without a tray the window is never hidden: it would be the only way back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from crmdesk.desk import AccountStatus, Desk
from crmdesk.domain.settings import CLOSING, QUITS, STAYS
from crmdesk.ui.background.notices import due, note
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.look.icons import icon
from crmdesk.ui.window.actions import Actions
from crmdesk.ui.wording.phrases import numbered


class Tray(QObject):
    """`opened(account)` when the user wants the window back, to what an account needs (0: as it was)."""

    opened = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._actions, self._window = desk, tasks, actions, window
        self._icon: QSystemTrayIcon | None = None
        self._about = 0  # the account that the last notice was about
        self._needs = 0

    def appear(self) -> None:
        """Show the icon, where the desktop has a place for it; call when nothing else is left to do at the start."""
        if self._icon is not None or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        made = self._icon = QSystemTrayIcon(icon("logo", "accent"), self)
        made.setToolTip(self.tr("CRM Desk"))
        self._menu = QMenu(self._window)
        self._menu.aboutToShow.connect(self._fill)
        self._fill()
        made.setContextMenu(self._menu)
        made.activated.connect(self._pressed)
        made.messageClicked.connect(lambda: self.opened.emit(self._about))
        made.show()

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addAction(self.tr("Open CRM Desk"), lambda: self.opened.emit(0))
        self._menu.addAction(self._actions["sync"])
        if self._actions["pause"].isEnabled():
            self._menu.addAction(self._actions["pause"])
        if self._needs:
            text = numbered(self.tr("%Ln need(s|) you", "", self._needs), self._needs)
            self._menu.addAction(icon("flag", "amber"), text, lambda: self.opened.emit(-1))
        self._menu.addSeparator()
        self._menu.addAction(self._actions["quit"])

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit(0)

    def hear(self, statuses: Sequence[AccountStatus], needs: int) -> None:
        """Tell of trouble while the user looks elsewhere; success is silent."""
        self._needs = needs
        if self._icon is None or self._window.isActiveWindow():
            return
        today = date.today()
        if not (notices := due(self._desk, statuses, today)):
            return
        self._about = notices[0].account_id if len(notices) == 1 else -1
        title = notices[0].title
        lines = [notices[0].text]
        if len(notices) > 1:
            title = numbered(self.tr("%Ln account(s) (needs|need) you", "", len(notices)), len(notices))
            lines = [f"{notice.title}: {notice.text}" for notice in notices]
        self._icon.showMessage(title, "\n".join(lines), icon("logo", "accent"))
        self._tasks.start(note(self._desk, notices, today), what=self.tr("Keep the setting"))

    def keeps_running(self, quit_now: Callable[[], None]) -> bool:
        """Whether the program goes on when the window is closed; the user is asked once, quitting is the default."""
        if self._icon is None or not self._desk.accounts():
            return False
        chosen = self._desk.setting(CLOSING)
        if chosen == STAYS:
            self._window.hide()
        elif not chosen:
            self._ask(quit_now)
        return chosen != QUITS

    def _ask(self, quit_now: Callable[[], None]) -> None:
        says = self.tr(
            "CRM Desk can keep syncing while its window is closed; its icon in the tray brings the window back."
            " You can change this in the settings."
        )
        box = Question(self._window, self.tr("Keep syncing in the background?"), says)
        box.answer(self.tr("Keep syncing"), lambda: self._choose(STAYS, self._window.hide))
        box.answer(self.tr("Quit"), lambda: self._choose(QUITS, quit_now), default=True)
        box.open()

    def _choose(self, how: str, then: Callable[[], object]) -> None:
        async def keep() -> None:
            await self._desk.change_setting(CLOSING, how)
            then()

        self._tasks.start(keep(), what=self.tr("Keep the setting"))

    def vanish(self) -> None:
        """Take the icon away, with the program or the window that it belongs to."""
        if self._icon is not None:
            self._icon.hide()


def has_tray() -> bool:
    """Whether this desktop has a tray."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QApplication.instance() is not None
