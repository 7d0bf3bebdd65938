"""Records: one thing as it stands in one account, with its payload."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from crmdesk.domain.addresses import with_block
from crmdesk.domain.fields import Kind
from crmdesk.domain.normal import entry_key
from crmdesk.domain.profiles import ScopeProfile
from crmdesk.domain.records import Known, NewRecord, Presence, Record
from crmdesk.domain.references import entries_of, without_references
from crmdesk.domain.values import Values, from_json, to_json
from crmdesk.errors import NotFound
from crmdesk.store import cells_sql
from crmdesk.store.indexing import INSERT_SEARCH, SearchRow, cells, search_row
from crmdesk.store.refresh import refresh
from crmdesk.store.relations import keep_relations
from crmdesk.store.schema import from_micros
from crmdesk.store.scope_profile import scope_profile
from crmdesk.store.session import Session, chunks
from crmdesk.store.shelves import IN_LIST, SHELF_OF_PRESENCE, STATE_OF_PRESENCE
from crmdesk.store.tally import Tallying

COLUMNS = 'id, account_id, kind, item_id, remote_id, "values", base, agreed, version, mark, presence, home'
_PRESENCE = {presence.value: presence for presence in Presence}


def record_of(row: tuple[Any, ...]) -> Record:
    """A record from its columns in the order of COLUMNS."""
    id_, account_id, kind, item_id, remote_id, values, base, agreed, version, mark, presence, home = row
    return Record(
        id_, account_id, Kind(kind), item_id, remote_id, from_json(values), None if base is None else from_json(base),
        bool(agreed), version, mark, _PRESENCE[presence], home,
    )  # fmt: skip


class RecordReads:
    """Records as they are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def known(self, account_id: int, kind: Kind, remote_ids: Sequence[str]) -> dict[str, Known]:
        """What a pull needs to see that nothing changed, by remote id; unknown ids are left out."""
        found: dict[str, Known] = {}
        for marks, part in chunks(remote_ids):
            rows = self._connection.sql(
                "SELECT remote_id, id, item_id, mark, presence, agreed AND base IS NULL FROM record"
                f" WHERE account_id = ? AND kind = ? AND remote_id IN ({marks})",
                (account_id, kind.value, *part),
            )
            for remote_id, id_, item_id, mark, presence, quiet in rows:
                found[remote_id] = Known(id_, item_id, mark, _PRESENCE[presence], quiet == 1)
        return found

    def get(self, id: int) -> Record:
        """One record; raises NotFound."""
        found = self.load([id]).get(id)
        if found is None:
            raise NotFound(f"There is no record {id}.")
        return found

    def load(self, ids: Sequence[int]) -> dict[int, Record]:
        """Records by id; missing ids are left out."""
        return {record.id: record for record in self._where("id", ids)}

    def of_item(self, item_id: int) -> list[Record]:
        """The records of one item in account order."""
        return self.of_items([item_id]).get(item_id, [])

    def of_items(self, item_ids: Sequence[int]) -> dict[int, list[Record]]:
        """The records of several items, each in account order."""
        order = self._session.order()
        found: dict[int, list[Record]] = {}
        for record in sorted(
            self._where("item_id", item_ids), key=lambda record: (order[record.account_id], record.id)
        ):
            found.setdefault(record.item_id, []).append(record)
        return found

    def by_remote(self, account_id: int, kind: Kind, remote_id: str) -> Record | None:
        """The record with that remote id."""
        row = self._connection.sql(
            f"SELECT {COLUMNS} FROM record WHERE account_id = ? AND kind = ? AND remote_id = ?",
            (account_id, kind.value, remote_id),
        ).fetchone()
        return None if row is None else record_of(row)

    def listing(self, account_id: int, kind: Kind) -> Iterator[tuple[int, int, str, Presence]]:
        """(record id, item id, remote id, presence) of all that have a remote id, for the removal diff."""
        rows = self._connection.sql(
            "SELECT id, item_id, remote_id, presence FROM record"
            " WHERE account_id = ? AND kind = ? AND remote_id IS NOT NULL",
            (account_id, kind.value),
        )
        for id_, item_id, remote_id, presence in rows:
            yield id_, item_id, remote_id, _PRESENCE[presence]

    def count(self, account_id: int, kind: Kind) -> int:
        """How many records still are in the CRM's list."""
        return int(
            self._connection.one(
                "SELECT count(*) FROM record WHERE account_id = ? AND kind = ? AND presence = 'live'",
                (account_id, kind.value),
            )
        )

    def scope_profile(self, account_id: int, kind: Kind) -> ScopeProfile:
        """What the records that are in the CRM's list hold in the fields that a scope goes by, as last agreed on."""
        return scope_profile(
            self._connection,
            kind,
            "CASE WHEN base IS NULL AND NOT agreed THEN '{}' ELSE coalesce(base, \"values\") END",
            "FROM record WHERE account_id = ? AND kind = ? AND remote_id IS NOT NULL"
            " AND presence IN ('live', 'out_of_scope')",
            (account_id, kind.value),
        )

    def payload(self, id: int) -> bytes | None:
        """The payload as received."""
        found: bytes | None = self._connection.one("SELECT payload FROM raw WHERE record_id = ?", (id,))
        return found

    def read_times(self, account_id: int, kind: Kind, remote_ids: Sequence[str]) -> dict[str, datetime | None]:
        """When the payload of each was last received, by remote id; unknown ids are left out."""
        found: dict[str, datetime | None] = {}
        for marks, part in chunks(remote_ids):
            rows = self._connection.sql(
                "SELECT remote_id, read_at FROM record JOIN raw ON raw.record_id = record.id"
                f" WHERE account_id = ? AND kind = ? AND remote_id IN ({marks})",
                (account_id, kind.value, *part),
            )
            found.update((remote_id, from_micros(read_at)) for remote_id, read_at in rows)
        return found

    def holding(self, field: str, forms: Iterable[str]) -> list[Record]:
        """The contacts' records, of any account, that hold an email or phone (`field`) of one of these normal forms."""
        wanted = set(forms)
        found: dict[int, Record] = {}
        for form in wanted:
            for record in self._where("item_id", cells_sql.ids_with_entry(self._connection, field, form)):
                region = self._session.region((record.account_id,))
                held = entries_of(record.values.get(field))
                if not wanted.isdisjoint(entry_key(record.kind, field, entry, region) for entry in held):
                    found[record.id] = record
        return [found[id_] for id_ in sorted(found)]

    def without_record(self, account_id: int, kind: Kind) -> list[int]:
        """The items in the list that have no record in that account: what a push account still lacks."""
        rows = self._connection.sql(
            "SELECT id FROM item WHERE kind = ? AND shelf = 0 AND NOT EXISTS"
            " (SELECT 1 FROM record WHERE record.item_id = item.id AND record.account_id = ?) ORDER BY id",
            (kind.value, account_id),
        )
        return [row[0] for row in rows]

    def _where(self, column: str, ids: Sequence[int]) -> list[Record]:
        found: list[Record] = []
        for marks, part in chunks(ids):
            rows = self._connection.sql(f"SELECT {COLUMNS} FROM record WHERE {column} IN ({marks})", part)
            found += [record_of(row) for row in rows]
        return found


class Records(RecordReads):
    """Records being stored."""

    def insert(self, batch: Sequence[NewRecord]) -> list[tuple[int, int]]:
        """Store new records, with new items for those that name none; gives (record id, item id) in order.

        A new item's cells and search row are written along. Raises sqlite3.IntegrityError when a remote id is known
        already; the transaction must then be left.
        """
        session, connection = self._session, self._connection
        record_id, item_id = _last_id(session, "record"), _last_id(session, "item")
        micros = session.micros
        given: list[tuple[int, int]] = []
        records: list[tuple[object, ...]] = []
        raws: list[tuple[int, bytes, int, int]] = []
        items: list[tuple[object, ...]] = []
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
        connection.many(cells_sql.INSERT_ITEM, items)
        connection.many(cells_sql.INSERT_RECORD, records)
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
        home = "NULL" if from_home else "nullif(coalesce(home, item_id), ?)"
        for marks, part in chunks(record_ids):
            self._move_what_is_of_no_record(marks, part, item_id)
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

    def _move_what_is_of_no_record(self, marks: str, record_ids: Sequence[int], item_id: int) -> None:
        """A registration goes along with the record that it put down; with the last of its records an item's rest."""
        self._connection.sql(
            "UPDATE outbox SET item_id = ? WHERE record_id < 0 AND EXISTS (SELECT 1 FROM record"
            f" WHERE id IN ({marks}) AND record.item_id = outbox.item_id"
            " AND record.account_id = outbox.account_id AND record.remote_id = outbox.remote_id)",
            (item_id, *record_ids),
        )
        moved = f"SELECT item_id FROM record WHERE id IN ({marks})"
        for table in ("outbox", "problem"):
            staying = f"SELECT 1 FROM record WHERE record.item_id = {table}.item_id AND id NOT IN ({marks})"
            self._connection.sql(
                f"UPDATE {table} SET item_id = ? WHERE item_id IN ({moved}) AND NOT EXISTS ({staying})",
                (item_id, *record_ids, *record_ids),
            )

    def delete(self, ids: Sequence[int]) -> None:
        """Delete records with their payloads and conflicts. Refresh their items afterwards."""
        for marks, part in chunks(ids):
            self._connection.sql(f"DELETE FROM conflict WHERE record_id IN ({marks})", part)
            self._connection.sql(f"DELETE FROM pin WHERE record_id IN ({marks})", part)
            self._connection.sql(f"DELETE FROM record WHERE id IN ({marks})", part)


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
