"""Records: one thing as it stands in one account, with its payload; how they are stored, moved and dropped."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.addresses import with_block
from crmdesk.domain.notation.references import without_references
from crmdesk.domain.records import NewRecord, Record
from crmdesk.domain.reports import Step, StepKind
from crmdesk.domain.values import Values, to_json
from crmdesk.store.search.index_rows import INSERT_SEARCH, SearchRow, cells, search_row
from crmdesk.store.session import Session, placeholder_chunks
from crmdesk.store.tables import item_statements
from crmdesk.store.tables.counters import Tallying
from crmdesk.store.tables.item_refresh import refresh
from crmdesk.store.tables.record_reads import RecordReads
from crmdesk.store.tables.relations import keep_relations
from crmdesk.store.tables.visibility import IN_LIST, SHELF_OF_PRESENCE, STATE_OF_PRESENCE


class Records(RecordReads):
    """Records being stored."""

    def insert(self, batch: Sequence[NewRecord]) -> list[tuple[int, int]]:
        """Store new records, with new items for those that name none; gives (record id, item id) in order.

        A new item's cells and search row are written along. Raises sqlite3.IntegrityError when a remote id is known
        already; the transaction must then be left.
        """
        session, connection, micros = self._session, self._connection, self._session.micros
        record_id, item_id = _last_id(session, "record"), _last_id(session, "item")
        given: list[tuple[int, int]] = []
        records: list[tuple[object, ...]] = []
        raws: list[tuple[int, bytes, int, int]] = []
        items: list[tuple[Any, ...]] = []
        searches: dict[Kind, list[SearchRow]] = {}
        linked: set[int] = set()
        tally = Tallying()
        for new in batch:
            record_id += 1
            kind, account_id, presence = new.kind, new.account_id, new.presence
            stored = to_json(new.values)
            target = new.item_id
            if target is None:
                item_id += 1
                target = item_id
                shelf, state = SHELF_OF_PRESENCE[presence], STATE_OF_PRESENCE[presence]
                shown = without_references(kind, with_block(new.values))
                text = stored if shown is new.values else to_json(shown)
                items.append((item_id, kind.value, shelf, False, state, str(account_id), *cells(shown), text, micros))
                region = session.region((account_id,))
                searches.setdefault(kind, []).append(search_row(item_id, kind, shown, region, aside=shelf != IN_LIST))
                tally.add(kind.value, shelf, (account_id,), 1)
            else:
                linked.add(target)
            records.append(_row(record_id, target, new, stored))
            if new.payload is not None:
                raws.append((record_id, new.payload, micros, micros))
            given.append((record_id, target))
            if session.recording is not None:
                session.note(_made(new, target, record_id, stored))
        _tell(session, items, linked)
        connection.many(item_statements.INSERT_ITEM, items)
        connection.many(item_statements.INSERT_RECORD, records)
        connection.many("INSERT INTO raw (record_id, payload, first_at, read_at) VALUES (?, ?, ?, ?)", raws)
        for kind, rows in searches.items():
            connection.many(INSERT_SEARCH[kind], rows)
        tally.write(session)
        keep_relations(session, [(ids[0], *_names(new)) for ids, new in zip(given, batch, strict=True)], fresh=True)
        if linked:
            refresh(session, linked)
        return given

    def update(self, batch: Sequence[tuple[Record, bytes | None]]) -> None:
        """Store records' full new state; a payload of None keeps the stored one. Refresh their items afterwards."""
        connection, micros = self._connection, self._session.micros
        if self._session.recording is not None:
            self._note_local([record for record, _ in batch if record.account_id == LOCAL_ACCOUNT_ID])
        connection.many(
            'UPDATE record SET item_id = ?, remote_id = ?, "values" = ?, base = ?, agreed = ?, version = ?, mark = ?,'
            " presence = ? WHERE id = ?",
            [
                (r.item_id, r.remote_id, to_json(r.values), None if r.base is None else to_json(r.base), r.agreed,
                 r.version, r.mark, r.presence.value, r.id)
                for r, _ in batch
            ],
        )  # fmt: skip
        connection.many(
            "INSERT INTO raw (record_id, payload, first_at, read_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (record_id) DO UPDATE SET payload = excluded.payload, read_at = excluded.read_at",
            [(record.id, payload, micros, micros) for record, payload in batch if payload is not None],
        )
        keep_relations(self._session, [(record.id, *_names(record)) for record, _ in batch])

    def move(self, record_ids: Sequence[int], item_id: int, *, from_home: bool = False) -> None:
        """Let records stand for another item, with all that hangs on them. Refresh both items afterwards.

        Each remembers the item from which it was taken first, by whose id it is still found; with `from_home` the other
        one is its home from now on.
        """
        if self._session.feed.active:
            held = self.load(record_ids).values()
            self._session.feed.moved({item_id, *(record.item_id for record in held)})
        if self._session.recording is not None:
            for record in self.load(record_ids).values():
                before = json.dumps({"item": record.item_id, "home": record.home})
                self._session.note(Step(StepKind.MOVED, item_id, record.id, before))
        home = "NULL" if from_home else "nullif(coalesce(home, item_id), ?)"
        for marks, part in placeholder_chunks(record_ids):
            self._move_what_is_of_no_record(marks, part, item_id)
            self._connection.sql(
                f"UPDATE import_row SET item_id = ? WHERE record_id IN ({marks})"
                f" AND item_id IN (SELECT item_id FROM record WHERE id IN ({marks}))",
                (item_id, *part, *part),
            )
            self._connection.sql(
                f"UPDATE record SET home = {home}, item_id = ? WHERE id IN ({marks})",
                (*(() if from_home else (item_id,)), item_id, *part),
            )
            for table in ("conflict", "outbox", "change"):
                self._connection.sql(f"UPDATE {table} SET item_id = ? WHERE record_id IN ({marks})", (item_id, *part))
            self._connection.sql(
                "UPDATE problem SET item_id = ? WHERE id IN (SELECT problem.id FROM problem JOIN record ON"
                " record.account_id = problem.account_id AND record.kind = problem.record_kind"
                f" AND record.remote_id = problem.remote_id WHERE record.id IN ({marks}))",
                (item_id, *part),
            )

    def set_home(self, record_id: int, home: int | None) -> None:
        """Say which item a record stood for before it was linked, None for the one that it stands for."""
        self._connection.sql("UPDATE record SET home = ? WHERE id = ?", (home, record_id))

    def _move_what_is_of_no_record(self, marks: str, record_ids: Sequence[int], item_id: int) -> None:
        """A registration goes along with the record that it put down; with the last of its records an item's rest."""
        self._connection.sql(
            "UPDATE outbox SET item_id = ? WHERE record_id < 0 AND EXISTS (SELECT 1 FROM record"
            f" WHERE id IN ({marks}) AND record.item_id = outbox.item_id"
            " AND record.account_id = outbox.account_id AND record.remote_id = outbox.remote_id)",
            (item_id, *record_ids),
        )
        moved = f"SELECT item_id FROM record WHERE id IN ({marks})"
        for table in ("outbox", "problem", "import_row"):
            staying = f"SELECT 1 FROM record WHERE record.item_id = {table}.item_id AND id NOT IN ({marks})"
            self._connection.sql(
                f"UPDATE {table} SET item_id = ? WHERE item_id IN ({moved}) AND NOT EXISTS ({staying})",
                (item_id, *record_ids, *record_ids),
            )

    def delete(self, ids: Sequence[int]) -> None:
        """Delete records with their payloads and conflicts. Refresh their items afterwards."""
        if self._session.recording is not None:
            for record in self.load(ids).values():
                before = {"account": record.account_id, "remote": record.remote_id, "home": record.home}
                told = json.dumps(before | {"values": to_json(record.values)})
                self._session.note(Step(StepKind.DROPPED, record.item_id, record.id, told))
        for marks, part in placeholder_chunks(ids):
            self._connection.sql(f"DELETE FROM conflict WHERE record_id IN ({marks})", part)
            self._connection.sql(f"DELETE FROM pin WHERE record_id IN ({marks})", part)
            self._connection.sql(f"DELETE FROM record WHERE id IN ({marks})", part)

    def _note_local(self, records: Sequence[Record]) -> None:
        """Keep how records of this computer were, field by field of which the history tells what was shown."""
        for record in records:
            before = self._connection.one('SELECT "values" FROM record WHERE id = ?', (record.id,))
            step = Step(StepKind.LOCAL, record.item_id, record.id, before, to_json(record.values))
            self._session.note(step)


def _tell(session: Session, items: Sequence[tuple[Any, ...]], linked: set[int]) -> None:
    """Note the items that are made, and those that records come to, for whoever follows the desk."""
    if session.feed.active:
        session.feed.moved(linked)
        session.feed.made(items)


def _made(new: NewRecord, item_id: int, record_id: int, stored: str) -> Step:
    """The step of a record that is made; a whole item is taken back as one, whatever it holds."""
    return Step(StepKind.MADE, item_id, record_id, *(("item", None) if new.item_id is None else (None, stored)))


def _names(one: Record | NewRecord) -> tuple[int, Kind, Values]:
    return one.account_id, one.kind, one.values


def _row(id_: int, item_id: int, new: NewRecord, stored: str) -> tuple[object, ...]:
    base = None if new.base is None else to_json(new.base)
    return (
        id_, new.account_id, new.kind.value, item_id, new.remote_id, new.version, new.mark, new.presence.value,
        new.agreed, base, stored,
    )  # fmt: skip


def _last_id(session: Session, table: str) -> int:
    # AUTOINCREMENT's own memory of ids given, so that an id is never given twice.
    return int(session.connection.one("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0)
