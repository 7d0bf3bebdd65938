"""Notifications: which trouble is told outside the window."""

from __future__ import annotations

from functools import partial

from crmdesk.domain.settings import NOTICES, NOTICES_OFF, OFF
from crmdesk.ui.background.tray import has_tray
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.settings.page import SettingsPage
from crmdesk.ui.settings.rows import SwitchRow
from crmdesk.ui.wording.settings import Page, Told, told


class NotificationsPage(SettingsPage):
    """One switch for all, and one for each kind."""

    page = Page.NOTIFICATIONS

    def build(self) -> None:
        every = SwitchRow(told(NOTICES_OFF), lambda: self.desk.setting(NOTICES_OFF) != OFF, self.ground)
        every.turned.connect(lambda on: self.keeper.keep(NOTICES_OFF, "" if on else OFF))
        self.add(every)
        titles = {
            "sign_in": self.tr("A CRM refuses the sign-in"),
            "review": self.tr("Removals wait for your review"),
            "conflicts": self.tr("Something was changed in both places"),
            "refused": self.tr("A CRM does not accept a change"),
        }
        for kind in NOTICES:
            row = SwitchRow(
                Told(f"{NOTICES_OFF}.{kind}", self.page, titles[kind]), partial(self._wants, kind), self.ground
            )
            row.setContentsMargins(3 * GRID, 0, 0, 0)
            row.column.setContentsMargins(0, 0, 0, GRID)
            row.turned.connect(partial(self._turn, kind))
            self.add(row)
        self._has_tray = has_tray()
        if not self._has_tray:
            every.say(self.tr("This desktop has no tray, through which notices are shown; so there are none."))
        self._settle()

    def refresh(self) -> None:
        super().refresh()
        self._settle()

    def _settle(self) -> None:
        self.rows[0].setEnabled(self._has_tray)
        for row in self.rows[1:]:
            row.setEnabled(self._has_tray and self.desk.setting(NOTICES_OFF) != OFF)

    def _off(self) -> list[str]:
        kept = self.desk.setting(NOTICES_OFF)
        return list(NOTICES) if kept == OFF else kept.split()

    def _wants(self, kind: str) -> bool:
        return kind not in self._off()

    def _turn(self, kind: str, on: bool) -> None:
        off = {*self._off(), kind} - ({kind} if on else set())
        self.keeper.keep(NOTICES_OFF, " ".join(one for one in NOTICES if one in off))
