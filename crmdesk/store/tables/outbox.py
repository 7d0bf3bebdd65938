"""Outbox entries: changes waiting to be sent, and their receipts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import IN_CONFLICT, Action, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Record
from crmdesk.domain.reports import Step, StepKind
from crmdesk.domain.values import Patch, to_json
from crmdesk.errors import NotFound
from crmdesk.store.prepared_queries import Selection, insert, update
from crmdesk.store.schema import Outbox as Table
from crmdesk.store.schema import from_micros, to_micros
from crmdesk.store.session import Session, placeholder_chunks

_IdList = list[int]
_EntryList = list[OutboxEntry]
_ENTRIES = Selection([getattr(Table, name) for name in OutboxEntry.__slots__], "WHERE ")
_OPEN = "state <> 'settled'"
# At most one entry of a record is under way: the oldest open one, unless it waits for a person or is in flight.
_DUE = """
    SELECT id FROM outbox AS entry
    WHERE account_id = ? AND kind IN ({kinds}) AND state <> 'settled' AND state IN ('pending', 'uncertain')
        AND (? OR next_at IS NULL OR next_at <= ?)
        AND NOT EXISTS (
            SELECT 1 FROM outbox AS other WHERE other.record_id = entry.record_id AND other.state <> 'settled'
                AND (other.state = 'in_flight' OR other.id < entry.id
                    AND (other.state IN ('pending', 'uncertain') OR other.action = 'create')))
    ORDER BY id LIMIT ?"""


class OutboxReads:
    """The queue as it stands."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def get(self, id: int) -> OutboxEntry:
        """One entry; raises NotFound."""
        row = _ENTRIES.row(self._connection, (id,), "id = ?")
        if row is None:
            raise NotFound(f"There is no outbox entry {id}.")
        return OutboxEntry(*row)

    def open_of(self, record_id: int) -> _EntryList:
        """The open entries of a record, oldest first."""
        return self._select(f"{_OPEN} AND record_id = ?", (record_id,))

    def open_of_items(self, item_ids: Sequence[int]) -> _EntryList:
        """The open entries of some items, oldest first."""
        found: _EntryList = []
        for marks, part in placeholder_chunks(item_ids):
            found += self._select(f"{_OPEN} AND item_id IN ({marks})", part)
        return sorted(found, key=lambda entry: entry.id)

    def open_of_records(self, record_ids: Sequence[int]) -> _EntryList:
        """The open entries of some records, oldest first."""
        found: _EntryList = []
        for marks, part in placeholder_chunks(record_ids):
            found += self._select(f"{_OPEN} AND record_id IN ({marks})", part)
        return sorted(found, key=lambda entry: entry.id)

    def due(
        self, account_id: int, kinds: Collection[Kind], now: datetime, limit: int, force: bool = False
    ) -> _EntryList:
        """What of some kinds may be sent now, oldest first, at most one entry of a record.

        None for a record that has an entry in flight, and nothing past a parked create. `force` ignores back-off.
        """
        marks = ",".join("?" * len(kinds))
        given = (account_id, *(kind.value for kind in kinds), force, to_micros(now), limit)
        rows = self._connection.sql(_DUE.format(kinds=marks), given)
        ids = [row[0] for row in rows]
        return self._select(f"id IN ({','.join('?' * len(ids))})", ids) if ids else []

    def next_due(self, account_id: int) -> datetime | None:
        """When the next waiting entry of the account may be sent; None when none waits."""
        first: int | None = self._connection.one(
            "SELECT min(coalesce(next_at, created_at)) FROM outbox"
            " WHERE account_id = ? AND state <> 'settled' AND state IN ('pending', 'uncertain')",
            (account_id,),
        )
        return from_micros(first)

    def list(
        self, all: bool = False, account_id: int | None = None, item_id: int | None = None, limit: int | None = None,
        offset: int = 0,
    ) -> tuple[_EntryList, int]:  # fmt: skip
        """Open entries oldest first, or with `all` every entry newest first; and how many there are."""
        wanted = {"account_id": account_id, "item_id": item_id}
        given = {name: id_ for name, id_ in wanted.items() if id_ is not None}
        where = " AND ".join(("id > 0" if all else _OPEN, *(f"{name} = ?" for name in given)))
        page = f"{where} ORDER BY id {'DESC' if all else 'ASC'} LIMIT ? OFFSET ?"
        rows = _ENTRIES.rows(self._connection, (*given.values(), -1 if limit is None else limit, offset), page)
        counted = self._connection.one(f"SELECT count(*) FROM outbox WHERE {where}", list(given.values()))
        return [OutboxEntry(*row) for row in rows], int(counted)

    def verified(
        self, account_id: int | None, limit: int, span: tuple[datetime | None, datetime | None] = (None, None)
    ) -> _EntryList:
        """What was sent and verified, the last queued first; with a span of time what was settled in it."""
        wanted = {
            "account_id = ?": account_id,
            "settled_at >= ?": to_micros(span[0]),
            "settled_at <= ?": to_micros(span[1]),
        }
        given = {test: value for test, value in wanted.items() if value is not None}
        where = " AND ".join(("outcome = ?", *given))
        page = f"{where} ORDER BY id DESC LIMIT ?"
        rows = _ENTRIES.rows(self._connection, (Outcome.VERIFIED.value, *given.values(), limit), page)
        return [OutboxEntry(*row) for row in rows]

    def last_verified(self, account_id: int) -> datetime | None:
        """When an account last took a change."""
        last: int | None = self._connection.one(
            "SELECT max(settled_at) FROM outbox WHERE account_id = ? AND outcome = ?",
            (account_id, Outcome.VERIFIED.value),
        )
        return from_micros(last)

    def unexplained(self) -> int:
        """How many changes were refused of which neither a conflict nor an open problem of the item tells."""
        return int(
            self._connection.one(
                "SELECT count(*) FROM outbox AS entry WHERE state = 'parked' AND error_id IS NOT ? AND NOT EXISTS ("
                "SELECT 1 FROM problem WHERE problem.account_id = entry.account_id AND problem.item_id = entry.item_id"
                " AND solved_at IS NULL AND dismissed_at IS NULL)",
                (IN_CONFLICT,),
            )
        )

    def registrations(self, contact_id: int | None = None) -> _EntryList:
        """What puts contacts, or one of them, down for events, newest first; what was withdrawn is left out."""
        where = "action = ? AND (outcome IS NULL OR outcome NOT IN (?, ?))"
        given: list[object] = [Action.REGISTER, Outcome.CANCELLED, Outcome.SUPERSEDED]
        if contact_id is not None:
            where, given = f"{where} AND item_id = ?", [*given, contact_id]
        return self._select(where, given)[::-1]

    def counts(self, account_id: int | None = None) -> dict[EntryState, int]:
        """How many open entries are in each state."""
        where, parameters = ("", ()) if account_id is None else (" AND account_id = ?", (account_id,))
        found = self._connection.sql(
            f"SELECT state, count(*) FROM outbox WHERE state <> 'settled'{where} GROUP BY state", parameters
        )
        return {EntryState(state): amount for state, amount in found}

    def _select(self, where: str, given: Sequence[object]) -> _EntryList:
        return [OutboxEntry(*row) for row in _ENTRIES.rows(self._connection, given, f"{where} ORDER BY id")]


class Outbox(OutboxReads):
    """The queue being changed."""

    def add(
        self, account_id: int, kind: Kind, item_id: int, record_id: int, remote_id: str | None, action: Action,
        wanted: Patch, key: str, state: EntryState = EntryState.PENDING, next_at: datetime | None = None,
    ) -> int:  # fmt: skip
        """Queue a change; gives the entry's id. Refresh the item afterwards."""
        columns = {
            "account_id": account_id, "kind": kind, "item_id": item_id, "record_id": record_id, "remote_id": remote_id,
            "action": action, "wanted": wanted, "key": key, "state": state, "next_at": next_at,
            "created_at": self._session.now, "attempts": 0, "candidates": (),
        }  # fmt: skip
        id_ = insert(self._connection, Table, columns)
        if action in (Action.CREATE, Action.REGISTER):
            self._session.note(Step(StepKind.QUEUED, item_id, record_id, None, str(id_)))
        return id_

    def update(self, id: int, **columns: Any) -> None:
        """Change named columns of an entry. Refresh the item afterwards when the state changed."""
        update(self._connection, Table, columns, "WHERE id = ?", (id,))

    def add_updates(self, wanted: Sequence[tuple[Record, Patch]]) -> None:
        """Queue changes of many records. Refresh their items afterwards."""
        micros = self._session.micros
        self._connection.many(
            "INSERT INTO outbox (account_id, kind, item_id, record_id, remote_id, action, wanted, state, key, attempts,"
            " created_at, candidates) VALUES (?, ?, ?, ?, ?, 'update', ?, 'pending', '', 0, ?, '[]')",
            [(r.account_id, r.kind.value, r.item_id, r.id, r.remote_id, to_json(patch), micros) for r, patch in wanted],
        )

    def fold(self, wanted: Sequence[tuple[int, Patch]]) -> None:
        """Let entries that wait ask for something else."""
        self._connection.many(
            "UPDATE outbox SET wanted = ?, next_at = NULL WHERE id = ?",
            [(to_json(patch), id_) for id_, patch in wanted],
        )

    def settle(self, ids: Sequence[int], outcome: Outcome) -> None:
        """End entries that wait, of which nothing was told. Refresh their items afterwards."""
        self._connection.many(
            "UPDATE outbox SET state = 'settled', outcome = ?, settled_at = ?, next_at = NULL WHERE id = ?",
            [(outcome.value, self._session.micros, id_) for id_ in ids],
        )

    def mark_interrupted(self) -> _IdList:
        """At start: what was in flight is uncertain; gives the ids."""
        ids = [row[0] for row in self._connection.sql("SELECT id FROM outbox WHERE state = 'in_flight'")]
        self._connection.sql("UPDATE outbox SET state = 'uncertain' WHERE state = 'in_flight'")
        return ids
