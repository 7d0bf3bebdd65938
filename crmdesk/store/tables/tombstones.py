"""Tombstones: remote records that must not come back."""

from __future__ import annotations

from collections.abc import Sequence

from crmdesk.domain.fields import Kind
from crmdesk.store.session import Noun, placeholder_chunks


class TombstoneReads(Noun):
    """Remote records that must not come back."""

    def known(self, account_id: int, kind: Kind, remote_ids: Sequence[str]) -> set[str]:
        """Which of the remote ids have a tombstone."""
        return set(self.reasons(account_id, kind, remote_ids))

    def reasons(self, account_id: int, kind: Kind, remote_ids: Sequence[str]) -> dict[str, str]:
        """The reasons of those that have one: deleted_here or removed_there."""
        found: dict[str, str] = {}
        for marks, part in placeholder_chunks(remote_ids):
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
