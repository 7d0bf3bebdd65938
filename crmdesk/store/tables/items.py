"""Items: what the user sees as one row, in lists, pages and in full."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from sqlite3 import Cursor

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.references import REFERENCES, Related
from crmdesk.domain.query.parser import parse
from crmdesk.domain.query.tree import Node
from crmdesk.domain.records import Item, ItemQuery, NewRecord, Pin, Record, RecordState, Row
from crmdesk.domain.reports import Step, StepKind
from crmdesk.domain.scope.profiles import ScopeProfile
from crmdesk.domain.values import Value, from_json, sizes_from_json
from crmdesk.errors import NotFound
from crmdesk.frozen import dataclass
from crmdesk.store.schema import from_micros
from crmdesk.store.search import hits, states
from crmdesk.store.search.found import Found, condition
from crmdesk.store.search.index_rows import cells
from crmdesk.store.search.list_query import by_name, filtered, ordered, plain, sought
from crmdesk.store.search.scope_profile import scope_profile
from crmdesk.store.session import Session, placeholder_chunks
from crmdesk.store.tables.counters import EVERY_ACCOUNT, Tallying
from crmdesk.store.tables.item_refresh import read_pins, record_states, refresh
from crmdesk.store.tables.item_statements import INSERT_ITEM
from crmdesk.store.tables.record_reads import RecordReads
from crmdesk.store.tables.records import Records
from crmdesk.store.tables.relations import named_by, related, shown_references
from crmdesk.store.tables.visibility import HIDDEN, IN_LIST, TRASH

IDS_AT_ONCE = 2_000
_STATES = {state.value: state for state in RecordState}


@dataclass(frozen=True, slots=True)
class ItemCounts:
    """The sidebar's figures: items in the list per kind and per account and kind, and those in the trash."""

    kinds: dict[Kind, int]
    accounts: dict[tuple[int, Kind], int]
    trash: dict[Kind, int]
    hidden: dict[Kind, int]
    aside: dict[tuple[int, Kind], int]  # those of an account that are archived or gone there, beside `accounts`


class ItemReads:
    """Items as they are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def get(self, id: int) -> Item:
        """One item in full; raises NotFound."""
        found = self.load([id])
        if not found:
            raise NotFound(f"There is no item {id}.")
        return found[0]

    def current(self, id: int) -> int:
        """The item that an id stands for now: another one where all that it held was linked."""
        found = self._connection.one(
            "SELECT coalesce((SELECT id FROM item WHERE id = ?1), (SELECT item_id FROM record WHERE home = ?1), ?1)",
            (id,),
        )
        return int(found)

    def load(self, ids: Sequence[int]) -> list[Item]:
        """Items in full, in the order asked; missing ids are left out."""
        records, pins = RecordReads(self._session).of_items(ids), read_pins(self._session, ids)
        states = record_states(self._session, [record for held in records.values() for record in held])
        references = self._references([record for held in records.values() for record in held])
        found: dict[int, Item] = {}
        for marks, part in placeholder_chunks(ids):
            rows = self._connection.sql(
                f"SELECT id, kind, shown, trashed_at, trash_reason FROM item WHERE id IN ({marks})", part
            )
            for id_, kind, shown, trashed_at, reason in rows:
                held = tuple(records.get(id_, ()))
                found[id_] = Item(
                    id_, Kind(kind), from_json(shown) | references.get(id_, {}), held,
                    {record.id: states[record.id] for record in held},
                    tuple(pins.get(id_, ())), from_micros(trashed_at), reason,
                )  # fmt: skip
        return [found[id_] for id_ in ids if id_ in found]

    def _references(self, records: Sequence[Record]) -> dict[int, dict[str, Value]]:
        found: dict[int, dict[str, Value]] = {}
        for kind in {record.kind for record in records}:
            found |= shown_references(
                self._session, kind, [record.item_id for record in records if record.kind is kind]
            )
        return found

    def related(self, item_id: int) -> list[Related]:
        """What an item names and what names it: a deal's property and people, a contact's deals and events."""
        return related(self._session, item_id)

    def named_by(self, records: Sequence[Record]) -> dict[tuple[int, str, str], int]:
        """The item behind each entry of reference fields that the desk has, by record id, field and entry as held."""
        return named_by(self._session, [record.id for record in records])

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """Rows of the table in the order asked; missing ids are left out."""
        found: dict[int, Row] = {}
        for marks, part in placeholder_chunks(ids):
            cursor = self._connection.sql(
                f"SELECT id, shown, name, accounts, state, shelf FROM item WHERE id IN ({marks})", part
            )
            for id_, shown, name, accounts, state, shelf in cursor:
                values = from_json(shown)
                if name:
                    values["name"] = name
                account_ids = tuple(map(int, accounts.split()))
                found[id_] = Row(id_, values, account_ids, _STATES[state], shelf == TRASH)
        return [found[id_] for id_ in ids if id_ in found]

    def with_phones(self) -> array[int]:
        """The contacts that have a phone number."""
        return _ids(self._connection.sql("SELECT id FROM item WHERE kind = ? AND phone <> ''", (Kind.CONTACT.value,)))

    def values(self, kind: Kind, ids: Sequence[int]) -> list[tuple[int, dict[str, Value]]]:
        """The shown values of some items of a kind, in the order asked; missing ids are left out."""
        named = shown_references(self._session, kind, ids)
        found: dict[int, dict[str, Value]] = {}
        for marks, part in placeholder_chunks(ids):
            for id_, shown in self._connection.sql(f"SELECT id, shown FROM item WHERE id IN ({marks})", part):
                found[id_] = from_json(shown)
        for id_ in named.keys() & found.keys():
            found[id_] |= named[id_]
        return [(id_, found[id_]) for id_ in ids if id_ in found]

    def fields_used(self, kind: Kind) -> dict[str, int]:
        """The fields that have a value in any item of a kind, each with the most entries that one has."""
        used: dict[str, int] = {}
        # Read here: SQLite's own json_each takes three times as long.
        for (shown,) in self._connection.sql("SELECT shown FROM item WHERE kind = ?", (kind.value,)):
            for key, size in sizes_from_json(shown).items():
                if used.get(key, 0) < size:
                    used[key] = size
        return used | dict.fromkeys(REFERENCES[kind], 1)

    def born(self, kind: Kind) -> dict[int, int]:
        """When each item of a kind first came, as far as it is known, in microseconds since 1970."""
        changed = "(SELECT min(at) FROM change WHERE change.item_id = record.item_id)"
        rows = self._connection.sql(
            f"SELECT item_id, coalesce(min(min(first_at), {changed}), min(first_at), {changed}, 0)"
            " FROM record LEFT JOIN raw ON raw.record_id = record.id WHERE kind = ? GROUP BY item_id",
            (kind.value,),
        )
        return dict(rows.fetchall())

    def kinds(self, ids: Sequence[int]) -> set[Kind]:
        """The kinds that occur among some items."""
        return {
            Kind(word)
            for marks, part in placeholder_chunks(ids)
            for (word,) in self._connection.sql(f"SELECT DISTINCT kind FROM item WHERE id IN ({marks})", part)
        }

    def ids(self, query: ItemQuery, limit: int | None = None, offset: int = 0) -> array[int]:
        """The ids of the items asked for, in the order asked for."""
        node = parse(query.kind, query.text)
        if node is not None and limit is not None and plain(query):
            return Found(self._session, query.kind, node).first(limit, offset)
        if node is None and limit is not None and sought(query):
            return hits.first_in_list(self._connection, query.kind, query.text, limit, offset)[0]
        source, where, parameters = self._filtered(query, node)
        # By the name index a scan would fetch the rows in random order, ten times slower than in the table's own.
        source = source if query.text.strip() or by_name(query) else "item NOT INDEXED"
        statement = f"SELECT id FROM {source} WHERE {where} ORDER BY {ordered(query)}"
        if limit is not None or offset:
            # Only with a real limit: any LIMIT makes SQLite sort in a tree, which is five times slower for a long list.
            statement += " LIMIT ? OFFSET ?"
            parameters += [-1 if limit is None else limit, offset]
        return _ids(self._connection.sql(statement, parameters))

    def count(self, query: ItemQuery) -> int:
        """How many items are asked for."""
        node = parse(query.kind, query.text)
        if node is not None and plain(query):
            return Found(self._session, query.kind, node).count()
        if node is None and sought(query):
            return hits.first_in_list(self._connection, query.kind, query.text, 0, 0)[1]
        if not query.text.strip() and not (
            query.needs_attention or query.drafts or query.within is not None or query.after
        ):
            shelves = (TRASH,) if query.trash else (IN_LIST, HIDDEN) if query.include_hidden else (IN_LIST,)
            return self._tally(query.kind, query.account_id or EVERY_ACCOUNT, shelves)
        source, where, parameters = self._filtered(query, node)
        return int(self._connection.one(f"SELECT count(*) FROM {source} WHERE {where}", parameters))

    def page(self, query: ItemQuery, limit: int, offset: int = 0) -> tuple[array[int], int]:
        """A page of ids and the exact total."""
        node = parse(query.kind, query.text)
        if node is not None and plain(query):
            found = Found(self._session, query.kind, node)
            return found.first(limit, offset), found.count()
        if node is None and sought(query):
            return hits.first_in_list(self._connection, query.kind, query.text, limit, offset)
        return self.ids(query, limit, offset), self.count(query)

    def scope_profile(self, kind: Kind) -> ScopeProfile:
        """What the items in the list show in the fields that a scope goes by."""
        source = "FROM item WHERE kind = ? AND shelf = ?"
        return scope_profile(self._connection, kind, "shown", source, (kind.value, IN_LIST))

    def tags(self, kind: Kind) -> list[tuple[str, int]]:
        """The tags of a kind, the most used first, with how many items of the list have each; one spelling of each."""
        rows = self._connection.sql(
            "SELECT max(tag), count(DISTINCT id) FROM (SELECT item.id, json_extract(one.value, '$.value') AS tag"
            " FROM item, json_each(item.shown, '$.tags') AS one WHERE item.kind = ? AND item.shelf = ?"
            " AND instr(item.shown, '\"tags\":') > 0) GROUP BY lower(tag) ORDER BY 2 DESC, 1",
            (kind.value, IN_LIST),
        )
        return [(tag, number) for tag, number in rows]

    def position(self, query: ItemQuery, id: int) -> int | None:
        """The place of an item in the list asked for; None when it is not in it."""
        if plain(query) and not query.text.strip():
            place = self._connection.sql(
                "SELECT sort_name FROM item WHERE id = ? AND kind = ? AND shelf = ?", (id, query.kind.value, IN_LIST)
            ).fetchone()
            if place is None:
                return None
            return int(
                self._connection.one(
                    "SELECT count(*) FROM item WHERE kind = ? AND shelf = ? AND (sort_name, id) < (?, ?)",
                    (query.kind.value, IN_LIST, place[0], id),
                )
            )
        try:
            return self.ids(query).index(id)
        except ValueError:
            return None

    def counts(self) -> ItemCounts:
        """The sidebar's figures."""
        counted = ItemCounts({}, {}, {}, {}, {})
        rows = self._connection.sql("SELECT kind, account_id, shelf, amount FROM tally WHERE amount <> 0")
        for word, account_id, shelf, amount in rows:
            kind = Kind(word)
            if account_id != EVERY_ACCOUNT:
                if shelf != TRASH:
                    (counted.accounts if shelf == IN_LIST else counted.aside)[account_id, kind] = amount
            else:
                (counted.kinds, counted.hidden, counted.trash)[shelf][kind] = amount
        return counted

    def pins(self, item_id: int) -> list[Pin]:
        """The user's choices of whose values are shown."""
        return read_pins(self._session, [item_id]).get(item_id, [])

    def with_several_records(self) -> list[int]:
        """The items whose shown values depend on account order."""
        return [
            row[0] for row in self._connection.sql("SELECT item_id FROM record GROUP BY item_id HAVING count(*) > 1")
        ]

    def _filtered(self, query: ItemQuery, node: Node | None) -> tuple[str, str, list[object]]:
        """Where a list is read from, its condition, and its parameters."""
        every = self._holds_all(query)
        if node is None:
            return "item", *filtered(query, every)
        where, parameters = filtered(replace(query, text=""), every)
        test, given, of_states = condition(self._session, query.kind, node)
        source = f"item INDEXED BY {states.INDEX}" if of_states and not query.needs_attention else "item"
        return source, f"{where} AND {test}", [*parameters, *given]

    def _holds_all(self, query: ItemQuery) -> bool:
        """Whether the account asked for holds every item of the list, as it does where there is but one."""
        if query.account_id is None or query.within is not None or query.after:
            return False
        if query.trash or query.include_hidden or query.needs_attention or query.drafts:
            return False
        every = self._tally(query.kind, EVERY_ACCOUNT, (IN_LIST,))
        return every == self._tally(query.kind, query.account_id, (IN_LIST,))

    def _tally(self, kind: Kind, account_id: int, shelves: tuple[int, ...]) -> int:
        marks = ",".join("?" * len(shelves))
        return int(
            self._connection.one(
                f"SELECT coalesce(sum(amount), 0) FROM tally WHERE kind = ? AND account_id = ? AND shelf IN ({marks})",
                (kind.value, account_id, *shelves),
            )
        )


def _ids(rows: Cursor) -> array[int]:
    ids: array[int] = array("q")
    while part := rows.fetchmany(IDS_AT_ONCE):
        ids.fromlist([id_ for (id_,) in part])  # a list of a million numbers would take five times the array
    return ids


class Items(ItemReads):
    """Items being changed."""

    def refresh(self, ids: Iterable[int]) -> None:
        """Recompute shown values, cells, states, shelf and search rows after a change; an item without records goes."""
        refresh(self._session, ids)

    def reindex(self, ids: Iterable[int]) -> None:
        """Find items anew under what they say, though they say the same: numbers are read in another region."""
        refresh(self._session, ids, reindex=True)

    def add(self, kind: Kind) -> int:
        """A new item with an empty record in "This computer"."""
        return Records(self._session).insert([NewRecord(LOCAL_ACCOUNT_ID, kind, None, {})])[0][1]

    def revive(self, id: int, kind: Kind) -> None:
        """An item under the id that it had before all its records were linked; move and refresh them afterwards."""
        row = (id, kind.value, IN_LIST, False, RecordState.SYNCED.value, "", *cells({}), "{}", self._session.micros)
        self._connection.sql(INSERT_ITEM, row)
        tally = Tallying()
        tally.add(kind.value, IN_LIST, (), 1)
        tally.write(self._session)
        if self._session.feed.active:
            self._session.feed.made([(id, kind.value, IN_LIST, False, "", str(LOCAL_ACCOUNT_ID))])

    def trash(self, ids: Sequence[int], reason: str) -> None:
        """Put items into the trash; those that lie there keep their time and reason."""
        if self._session.recording is not None:
            for id_ in self._lying(ids, in_trash=False):
                self._session.note(Step(StepKind.TRASHED, id_))
        self._connection.many(
            "UPDATE item SET trashed_at = ?, trash_reason = ? WHERE id = ? AND trashed_at IS NULL",
            [(self._session.micros, reason, id_) for id_ in ids],
        )
        refresh(self._session, ids)

    def untrash(self, ids: Sequence[int]) -> None:
        """Bring items back from the trash."""
        if self._session.recording is not None:
            for id_ in self._lying(ids, in_trash=True):
                self._session.note(Step(StepKind.RESTORED, id_))
        self._connection.many(
            "UPDATE item SET trashed_at = NULL, trash_reason = NULL WHERE id = ?", [(id_,) for id_ in ids]
        )
        refresh(self._session, ids)

    def delete(self, ids: Sequence[int]) -> None:
        """Delete items with their records for good; tombstones and the outbox are the caller's matter."""
        for id_ in ids:
            self._session.note(Step(StepKind.GONE, id_))
        held = RecordReads(self._session).of_items(ids)
        Records(self._session).delete([record.id for records in held.values() for record in records])
        refresh(self._session, ids)

    def set_pin(self, item_id: int, field: str, record_id: int | None) -> None:
        """Choose whose value is shown for a field; None pins it as empty. Refresh the item afterwards."""
        self._note_pin(item_id, field, {"field": field, "record": record_id})
        self._connection.sql(
            "INSERT INTO pin (item_id, field, record_id) VALUES (?, ?, ?)"
            " ON CONFLICT (item_id, field) DO UPDATE SET record_id = excluded.record_id",
            (item_id, field, record_id),
        )

    def clear_pin(self, item_id: int, field: str) -> None:
        """Let account order decide again. Refresh the item afterwards."""
        self._note_pin(item_id, field, None)
        self._connection.sql("DELETE FROM pin WHERE item_id = ? AND field = ?", (item_id, field))

    def _note_pin(self, item_id: int, field: str, after: dict[str, object] | None) -> None:
        if self._session.recording is None:
            return
        row = self._connection.sql(
            "SELECT record_id FROM pin WHERE item_id = ? AND field = ?", (item_id, field)
        ).fetchone()
        before = None if row is None else {"field": field, "record": row[0]}
        if before != after:
            was, is_ = (json.dumps(one or {"field": field}) for one in (before, after))
            self._session.note(Step(StepKind.PIN, item_id, None, was, is_))

    def _lying(self, ids: Sequence[int], *, in_trash: bool) -> list[int]:
        """Those of some items that lie in the trash, or that do not."""
        found = []
        for marks, part in placeholder_chunks(ids):
            rows = self._connection.sql(
                f"SELECT id FROM item WHERE id IN ({marks}) AND (trashed_at IS NOT NULL) = ?", (*part, in_trash)
            )
            found += [id_ for (id_,) in rows]
        return found
