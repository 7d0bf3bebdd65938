"""The small nouns: cursors, tombstones, drafts, settings and the ledger of calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crmdesk.domain.fields import Kind
from crmdesk.store import schema
from crmdesk.store.prepared_queries import Selection
from crmdesk.store.schema import to_micros
from crmdesk.store.session import Session, chunks


@dataclass(frozen=True, slots=True)
class Cursors:
    """Where pulls of one kind of one account go on.

    `since` starts the next incremental pull, `resume` goes on with a list that was cut off, `complete_at` is the end of
    the last list read to its end.
    """

    since: str | None = None
    resume: str | None = None
    complete_at: datetime | None = None


_CURSORS = Selection(
    [schema.Cursor.since, schema.Cursor.resume, schema.Cursor.complete_at], "WHERE account_id = ? AND kind = ?"
)


class _Noun:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection


class CursorReads(_Noun):
    """Cursors as they stand."""

    def get(self, account_id: int, kind: Kind) -> Cursors:
        """Where that pull goes on; all None before the first."""
        row = _CURSORS.row(self._connection, (account_id, kind.value))
        return Cursors() if row is None else Cursors(*row)


class CursorWrites(CursorReads):
    """Cursors being moved, in the transaction of the page they belong to."""

    def put(self, account_id: int, kind: Kind, **columns: Any) -> None:
        """Set `since`, `resume` or `complete_at`; those not named stay."""
        table = schema.Cursor
        self._connection.sql(
            "INSERT INTO cursor (account_id, kind) VALUES (?, ?) ON CONFLICT (account_id, kind) DO NOTHING",
            (account_id, kind.value),
        )
        if columns:
            self._connection.run(table.update(**columns).where((table.account_id == account_id) & (table.kind == kind)))


class TombstoneReads(_Noun):
    """Remote records that must not come back."""

    def known(self, account_id: int, kind: Kind, remote_ids: Sequence[str]) -> set[str]:
        """Which of the remote ids have a tombstone."""
        return set(self.reasons(account_id, kind, remote_ids))

    def reasons(self, account_id: int, kind: Kind, remote_ids: Sequence[str]) -> dict[str, str]:
        """The reasons of those that have one: deleted_here or removed_there."""
        found: dict[str, str] = {}
        for marks, part in chunks(remote_ids):
            rows = self._connection.sql(
                f"SELECT remote_id, reason FROM tombstone WHERE account_id = ? AND kind = ? AND remote_id IN ({marks})",
                (account_id, kind.value, *part),
            )
            found.update(rows.fetchall())
        return found

    def ids(self, account_id: int, kind: Kind, reason: str) -> list[str]:
        """The remote ids that have one for that reason."""
        rows = self._connection.sql(
            "SELECT remote_id FROM tombstone WHERE account_id = ? AND kind = ? AND reason = ?",
            (account_id, kind.value, reason),
        )
        return [remote_id for (remote_id,) in rows]

    def count(self, account_id: int, kind: Kind, reason: str) -> int:
        """How many there are for that reason."""
        return int(
            self._connection.one(
                "SELECT count(*) FROM tombstone WHERE account_id = ? AND kind = ? AND reason = ?",
                (account_id, kind.value, reason),
            )
        )


class Tombstones(TombstoneReads):
    """Tombstones being set and lifted."""

    def add(self, account_id: int, kind: Kind, remote_ids: Sequence[str], reason: str) -> None:
        """Set tombstones; one that stands gets the new reason."""
        self._connection.many(
            "INSERT INTO tombstone (account_id, kind, remote_id, reason, at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (account_id, kind, remote_id) DO UPDATE SET reason = excluded.reason, at = excluded.at"
            " WHERE reason <> excluded.reason",
            [(account_id, kind.value, remote_id, reason, self._session.micros) for remote_id in remote_ids],
        )

    def remove(self, account_id: int, kind: Kind, remote_ids: Sequence[str]) -> None:
        """Lift tombstones."""
        self._connection.many(
            "DELETE FROM tombstone WHERE account_id = ? AND kind = ? AND remote_id = ?",
            [(account_id, kind.value, remote_id) for remote_id in remote_ids],
        )


class DraftReads(_Noun):
    """What was typed into editors and not yet saved."""

    def get(self, item_id: int) -> str | None:
        """An item's draft, a patch as JSON."""
        found: str | None = self._connection.one("SELECT patch FROM draft WHERE item_id = ?", (item_id,))
        return found

    def all(self) -> dict[int, str]:
        """Every draft by item id."""
        return dict(self._connection.sql("SELECT item_id, patch FROM draft ORDER BY item_id").fetchall())


class Drafts(DraftReads):
    """Drafts being kept."""

    def put(self, item_id: int, patch_json: str) -> None:
        """Keep a draft."""
        self._connection.sql(
            "INSERT INTO draft (item_id, patch, at) VALUES (?, ?, ?)"
            " ON CONFLICT (item_id) DO UPDATE SET patch = excluded.patch, at = excluded.at",
            (item_id, patch_json, self._session.micros),
        )

    def drop(self, item_id: int) -> None:
        """Forget a draft."""
        self._connection.sql("DELETE FROM draft WHERE item_id = ?", (item_id,))


class SettingReads(_Noun):
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


class LedgerReads(_Noun):
    """How many calls were made in each hour, by the owner of their quota."""

    def hours(self, owner: str, first: datetime) -> dict[datetime, int]:
        """The calls of each hour from the first one on."""
        table = schema.Ledger
        query = table.select(table.hour, table.calls).where((table.owner == owner) & (table.hour >= first))
        return dict(self._connection.rows(query))

    def since(self, owner: str, hour: datetime) -> int:
        """The calls of that hour and all later ones."""
        return int(
            self._connection.one(
                "SELECT coalesce(sum(calls), 0) FROM ledger WHERE owner = ? AND hour >= ?", (owner, to_micros(hour))
            )
        )


class Ledger(LedgerReads):
    """Calls being counted."""

    def add(self, owner: str, hour: datetime, n: int) -> None:
        """Count `n` more calls in that hour."""
        self._connection.sql(
            "INSERT INTO ledger (owner, hour, calls) VALUES (?, ?, ?)"
            " ON CONFLICT (owner, hour) DO UPDATE SET calls = calls + excluded.calls",
            (owner, to_micros(hour), n),
        )
