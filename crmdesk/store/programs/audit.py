"""What was done with the keys of the local API: each write, each refusal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from crmdesk.frozen import dataclass
from crmdesk.store.schema import from_micros, to_micros
from crmdesk.store.session import Noun

KEPT = 20_000  # lines; the oldest go


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One request: which key (by its name then), what it asked, about which item, and what came of it."""

    key_id: int | None
    key: str
    method: str
    route: str
    status: int
    outcome: str
    item_id: int | None = None
    at: datetime | None = None
    id: int = 0


class AuditReads(Noun):
    """What was done, as it is told."""

    def list(self, key_id: int | None = None, limit: int = 50, offset: int = 0) -> tuple[Sequence[AuditLine], int]:
        """Lines newest first, and how many there are."""
        where, given = ("", ()) if key_id is None else (" WHERE key_id = ?", (key_id,))
        rows = self._connection.sql(
            "SELECT key_id, key, method, route, status, outcome, item_id, at, id FROM api_audit"
            f"{where} ORDER BY id DESC LIMIT ? OFFSET ?",
            (*given, limit if limit else -1, offset),
        )
        found = [
            AuditLine(key, name, method, route, status, outcome, item, from_micros(at), id_)
            for key, name, method, route, status, outcome, item, at, id_ in rows
        ]
        return found, int(self._connection.one(f"SELECT count(*) FROM api_audit{where}", given))


class Audit(AuditReads):
    """What was done, being told."""

    def add(self, lines: Iterable[AuditLine]) -> None:
        """Keep lines; of too many the oldest go."""
        self._connection.many(
            "INSERT INTO api_audit (at, key_id, key, method, route, item_id, status, outcome)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (to_micros(line.at) or self._session.micros, line.key_id, line.key, line.method, line.route,
                 line.item_id, line.status, line.outcome)
                for line in lines
            ],
        )  # fmt: skip
        self._connection.sql("DELETE FROM api_audit WHERE id <= (SELECT max(id) FROM api_audit) - ?", (KEPT,))
