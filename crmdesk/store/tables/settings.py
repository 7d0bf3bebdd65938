"""Settings of the desk, each a text under its key."""

from __future__ import annotations

import json

from crmdesk.domain.reports import NO_ITEM, Step, StepKind
from crmdesk.domain.settings import REGION, SETTINGS
from crmdesk.store.session import Noun

REINDEX = "region.unfinished"  # "yes" while phone numbers are yet to be found under another region's notation


class SettingReads(Noun):
    """Settings of the desk."""

    def get(self, key: str, default: str = "") -> str:
        """A setting as it was stored, else what it is without a choice, else the default."""
        found = self._connection.one("SELECT value FROM setting WHERE key = ?", (key,))
        if found is not None:
            return str(found)
        return SETTINGS[key].default if key in SETTINGS else default


class Settings(SettingReads):
    """Settings being changed."""

    def put(self, key: str, value: str) -> None:
        """Store a setting."""
        self._connection.sql(
            "INSERT INTO setting (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
            (key, value),
        )

    def change(self, key: str, value: str) -> bool:
        """Give a setting another value, as a step of the change-set that is being written; whether it had another."""
        before = self.get(key)
        if before == value:
            return False
        self.put(key, value)
        if key == REGION:
            self.put(REINDEX, "yes")
            self._session.forget_accounts()
        self._session.note(Step(StepKind.SETTING, NO_ITEM, None, json.dumps([key, before]), json.dumps([key, value])))
        return True
