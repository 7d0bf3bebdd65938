"""Cursors: where the pulls of an account go on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from crmdesk.domain.fields import Kind
from crmdesk.frozen import dataclass
from crmdesk.store import schema
from crmdesk.store.prepared_queries import Selection, update
from crmdesk.store.session import Noun


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


class CursorReads(Noun):
    """Cursors as they stand."""

    def get(self, account_id: int, kind: Kind) -> Cursors:
        """Where that pull goes on; all None before the first."""
        row = _CURSORS.row(self._connection, (account_id, kind.value))
        return Cursors() if row is None else Cursors(*row)


class CursorWrites(CursorReads):
    """Cursors being moved, in the transaction of the page they belong to."""

    def put(self, account_id: int, kind: Kind, **columns: Any) -> None:
        """Set `since`, `resume` or `complete_at`; those not named stay."""
        self._connection.sql(
            "INSERT INTO cursor (account_id, kind) VALUES (?, ?) ON CONFLICT (account_id, kind) DO NOTHING",
            (account_id, kind.value),
        )
        if columns:
            where, given = "WHERE account_id = ? AND kind = ?", (account_id, kind.value)
            update(self._connection, schema.Cursor, columns, where, given)
