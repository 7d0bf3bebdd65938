"""Settings of the desk, each a JSON text under its key."""

from __future__ import annotations

from crmdesk.store.session import Noun


class SettingReads(Noun):
    """Settings of the desk."""

    def get(self, key: str, default: str = "") -> str:
        """A setting, as the JSON text it was stored as."""
        found = self._connection.one("SELECT value FROM setting WHERE key = ?", (key,))
        return default if found is None else str(found)


class Settings(SettingReads):
    """Settings being changed."""

    def put(self, key: str, value: str) -> None:
        """Store a setting."""
        self._connection.sql(
            "INSERT INTO setting (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
            (key, value),
        )
