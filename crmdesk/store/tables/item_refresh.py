"""Items made to agree with what they rest on: records, pins, open entries, conflicts, problems and account order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from crmdesk.domain.fields import Kind
from crmdesk.domain.items import project
from crmdesk.domain.notation.references import without_references
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.records import Pin, Presence, Record, RecordState
from crmdesk.domain.reports import ProblemKind
from crmdesk.domain.values import Values, from_json, to_json
from crmdesk.store.search.index_rows import CELLS, DELETE_SEARCH, INSERT_SEARCH, SearchRow, cells, search_row
from crmdesk.store.session import Session, placeholder_chunks
from crmdesk.store.tables.counters import Tallying
from crmdesk.store.tables.record_reads import RecordReads
from crmdesk.store.tables.visibility import HIDDEN, IN_LIST, NEEDS_ATTENTION, TRASH, worst_state

_OLD = f"id, kind, shelf, attention, state, accounts, {', '.join(CELLS)}, shown, trashed_at"
_UPDATE = (
    f"UPDATE item SET shelf = ?, attention = ?, state = ?, accounts = ?, {', '.join(f'{cell} = ?' for cell in CELLS)},"
    " shown = ?, updated_at = ? WHERE id = ?"
)


def refresh(session: Session, ids: Iterable[int], *, reindex: bool = False) -> None:
    """Recompute shown values, cells, states, shelf and search rows; items without a record are deleted.

    Items that already agree are not written, unless `reindex` asks for new search rows in any case.
    """
    for _, part in placeholder_chunks(sorted(set(ids))):
        _Refresh(session, list(part), reindex).run()


def record_states(session: Session, records: Sequence[Record]) -> dict[int, RecordState]:
    """How each record stands, by record id."""
    return _Open(session, sorted({record.item_id for record in records})).states(records)


class _Open:
    """What is open on some items."""

    def __init__(self, session: Session, item_ids: Sequence[int]) -> None:
        self.entries: dict[int, set[str]] = defaultdict(set)  # by record
        self.conflicts: set[int] = set()  # records
        self.quarantined: set[tuple[int, int]] = set()  # item, account
        self.troubled: set[int] = set()  # items
        sql = session.connection.sql
        for marks, part in placeholder_chunks(item_ids):
            for record_id, state in sql(
                f"SELECT record_id, state FROM outbox WHERE state <> 'settled' AND item_id IN ({marks})", part
            ):
                self.entries[record_id].add(state)
            rows = sql(f"SELECT record_id FROM conflict WHERE resolved_at IS NULL AND item_id IN ({marks})", part)
            self.conflicts.update(row[0] for row in rows)
            for item_id, account_id, kind in sql(
                "SELECT item_id, account_id, kind FROM problem WHERE solved_at IS NULL AND dismissed_at IS NULL"
                f" AND item_id IS NOT NULL AND item_id IN ({marks})",
                part,
            ):
                self.troubled.add(item_id)
                if kind == ProblemKind.QUARANTINE:
                    self.quarantined.add((item_id, account_id))

    def states(self, records: Sequence[Record]) -> dict[int, RecordState]:
        return {record.id: self._state(record) for record in records}

    def _state(self, record: Record) -> RecordState:
        entries = self.entries.get(record.id, set())
        if (record.item_id, record.account_id) in self.quarantined:
            return RecordState.QUARANTINED
        if record.presence is Presence.REMOVED:
            return RecordState.REMOVED
        if record.presence is Presence.ARCHIVED:
            return RecordState.ARCHIVED
        if record.id in self.conflicts:
            return RecordState.CONFLICT
        if EntryState.PARKED in entries:
            return RecordState.PARKED
        if entries:
            return RecordState.WAITING
        return RecordState.OUT_OF_SCOPE if record.presence is Presence.OUT_OF_SCOPE else RecordState.SYNCED


class _Refresh:
    """One slice of items being refreshed."""

    def __init__(self, session: Session, ids: list[int], reindex: bool) -> None:
        self._session = session
        self._connection = session.connection
        self._ids = ids
        self._reindex = reindex
        self._records = RecordReads(session).of_items(ids)
        self._pins = read_pins(session, ids)
        self._open = _Open(session, ids)
        self._tally = Tallying()
        self._updates: list[tuple[object, ...]] = []
        self._unsearched: dict[Kind, list[tuple[int]]] = defaultdict(list)
        self._searched: dict[Kind, list[SearchRow]] = defaultdict(list)
        self._gone: list[int] = []
        self._feed = session.feed if session.feed.active else None

    def run(self) -> None:
        marks = ",".join("?" * len(self._ids))
        for row in self._connection.sql(f"SELECT {_OLD} FROM item WHERE id IN ({marks})", self._ids).fetchall():
            self._item(row)
        connection = self._connection
        for kind, ids in self._unsearched.items():
            connection.many(DELETE_SEARCH[kind], ids)
        for kind, rows in self._searched.items():
            connection.many(INSERT_SEARCH[kind], rows)
        connection.many(_UPDATE, self._updates)
        for table in ("conflict", "draft"):
            connection.many(f"DELETE FROM {table} WHERE item_id = ?", [(id_,) for id_ in self._gone])
        connection.many("DELETE FROM item WHERE id = ?", [(id_,) for id_ in self._gone])
        self._tally.write(self._session)

    def _item(self, row: tuple[Any, ...]) -> None:
        id_, kind_word, shelf, attention, state, accounts, *rest = row
        *old_cells, shown, trashed_at = rest
        kind = Kind(kind_word)
        before = [int(account) for account in accounts.split()]
        records = self._records.get(id_, [])
        if not records:
            self._gone.append(id_)
            self._unsearched[kind].append((id_,))
            self._tally.add(kind_word, shelf, before, -1)
            if self._feed is not None:
                self._feed.reshelved(id_, kind_word, shelf, None, before)
            return
        values = without_references(kind, project(kind, records, self._pins.get(id_, [])))
        after = list(dict.fromkeys(record.account_id for record in records))
        states = list(self._open.states(records).values())
        new_shelf = _shelf(trashed_at, records)
        needs = id_ in self._open.troubled or any(state in NEEDS_ATTENTION for state in states)
        marks = (new_shelf, needs, worst_state(states).value, " ".join(map(str, after)))
        new_shown = to_json(values)
        new_cells = cells(values)
        region = self._session.region(after)
        aside = new_shelf != IN_LIST
        moved = aside != (shelf != IN_LIST)
        if self._reindex or moved or new_shown != shown or region != self._session.region(before):
            self._unsearched[kind].append((id_,))
            self._searched[kind].append(search_row(id_, kind, values, region, aside=aside))
        if marks == (shelf, bool(attention), state, accounts) and new_shown == shown and new_cells == tuple(old_cells):
            return
        if self._feed is not None:
            noted = self._feed.reshelved(id_, kind_word, shelf, new_shelf, after)
            if new_shown != shown:
                noted.fields.update(_differing(from_json(shown), values))
        self._updates.append((*marks, *new_cells, new_shown, self._session.micros, id_))
        if (new_shelf, after) != (shelf, before):
            self._tally.add(kind_word, shelf, before, -1)
            self._tally.add(kind_word, new_shelf, after, 1)


def _differing(before: Values, after: Values) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def _shelf(trashed_at: int | None, records: list[Record]) -> int:
    if trashed_at is not None:
        return TRASH
    return IN_LIST if any(record.presence is Presence.LIVE for record in records) else HIDDEN


def read_pins(session: Session, item_ids: Sequence[int]) -> dict[int, list[Pin]]:
    """The pins of some items."""
    found: dict[int, list[Pin]] = {}
    for marks, part in placeholder_chunks(item_ids):
        rows = session.connection.sql(f"SELECT item_id, field, record_id FROM pin WHERE item_id IN ({marks})", part)
        for item_id, field, record_id in rows:
            found.setdefault(item_id, []).append(Pin(field, record_id))
    return found
