"""The ledger of calls: how many were made in each hour, by the owner of their quota."""

from __future__ import annotations

from datetime import datetime

from crmdesk.store import schema
from crmdesk.store.schema import to_micros
from crmdesk.store.session import Noun


class LedgerReads(Noun):
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
