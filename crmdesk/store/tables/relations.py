"""Which items name which: kept by the ids that records hold, and resolved when asked, so that nothing goes stale.

A target that is pulled later, linked with another item or removed changes no row here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.references import REFERENCES, Related, entries_of, items_of, own_item
from crmdesk.domain.values import Value, Values
from crmdesk.store.session import Session, placeholder_chunks
from crmdesk.store.tables.visibility import TRASH

Held = tuple[int, int, Kind, Values]  # record id, account id, kind, values

# A row of `relation`, and the record that it names where the desk has it.
_RESOLVED = (
    "relation LEFT JOIN record AS there ON there.account_id = relation.account_id"
    " AND there.kind = relation.kind AND there.remote_id = relation.remote_id"
)
_LINKED = "(SELECT home.item_id FROM record AS home WHERE home.home = relation.item_id LIMIT 1)"
_TARGET = f"coalesce(there.item_id, {_LINKED}, relation.item_id)"


def keep_relations(session: Session, records: Iterable[Held], *, fresh: bool = False) -> None:
    """Note what records name; `fresh` ones have noted nothing before. Contacts name nobody and cost nothing."""
    rows: list[tuple[object, ...]] = []
    stale: list[tuple[int]] = []
    for record_id, account_id, kind, values in records:
        fields = REFERENCES[kind]
        if not fields:
            continue
        if not fresh:
            stale.append((record_id,))
        for field, target in fields.items():
            for place, entry in enumerate(entries_of(values.get(field))):
                item_id = own_item(entry.value)
                remote_id = None if item_id is not None else entry.value
                rows.append((record_id, field, place, account_id, target.value, remote_id, item_id))
    if stale:
        session.connection.many("DELETE FROM relation WHERE record_id = ?", stale)
    if rows:
        session.connection.many(
            "INSERT INTO relation (record_id, field, place, account_id, kind, remote_id, item_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            rows,
        )


def shown_references(session: Session, kind: Kind, item_ids: Sequence[int]) -> dict[int, dict[str, Value]]:
    """The items that each of some items names, by field, as people see them; what the desk lacks is left out."""
    found: dict[int, dict[str, list[int]]] = {}
    for marks, part in placeholder_chunks(item_ids) if REFERENCES[kind] else ():
        rows = session.connection.sql(
            f"SELECT record.item_id, relation.field, {_TARGET} FROM {_RESOLVED}"
            " JOIN record ON record.id = relation.record_id"
            f" WHERE record.item_id IN ({marks}) AND record.presence <> 'removed'"
            " ORDER BY record.id, relation.field, relation.place",
            part,
        )
        for item_id, field, target in rows:
            if target is not None:
                found.setdefault(item_id, {}).setdefault(field, []).append(target)
    return {
        item_id: {field: value for field, ids in fields.items() if (value := items_of(ids)) is not None}
        for item_id, fields in found.items()
    }


def named_by(session: Session, record_ids: Sequence[int]) -> dict[tuple[int, str, str], int]:
    """The item behind each entry of some records' reference fields, by record, field and entry's text as held."""
    found: dict[tuple[int, str, str], int] = {}
    for marks, part in placeholder_chunks(record_ids):
        rows = session.connection.sql(
            f"SELECT relation.record_id, relation.field, coalesce(relation.remote_id, 'item:' || relation.item_id),"
            f" {_TARGET} FROM {_RESOLVED} WHERE relation.record_id IN ({marks})",
            part,
        )
        found.update({(record_id, field, text): item for record_id, field, text, item in rows if item is not None})
    return found


def related(session: Session, item_id: int) -> list[Related]:
    """What an item names and what names it, those in the trash left out; what it names comes first."""
    sql = session.connection.sql
    outgoing = sql(
        f"SELECT relation.field, relation.kind, item.id, coalesce(nullif(item.name, ''), relation.remote_id, '')"
        f" FROM {_RESOLVED} JOIN record ON record.id = relation.record_id"
        f" LEFT JOIN item ON item.id = {_TARGET}"
        " WHERE record.item_id = ? AND record.presence <> 'removed' AND coalesce(item.shelf, 0) < ?"
        " ORDER BY record.id, relation.field, relation.place",
        (item_id, TRASH),
    ).fetchall()
    by_id = (
        "SELECT relation.field, record.kind, item.id, item.name FROM record AS own JOIN relation ON"
        " relation.account_id = own.account_id AND relation.kind = own.kind AND relation.remote_id = own.remote_id"
    )
    by_item = "SELECT relation.field, record.kind, item.id, item.name FROM relation"
    naming = " JOIN record ON record.id = relation.record_id JOIN item ON item.id = record.item_id"
    alive = " AND record.presence <> 'removed' AND item.shelf < ?"
    incoming = sql(
        f"{by_id}{naming} WHERE own.item_id = ?{alive} UNION {by_item}{naming} WHERE relation.item_id IN"
        f" (SELECT ? UNION SELECT home FROM record WHERE item_id = ? AND home IS NOT NULL){alive} ORDER BY 2, 4, 3",
        (item_id, TRASH, item_id, item_id, TRASH),
    ).fetchall()
    return [
        *_unique(Related(field, Kind(kind), id_, label, True) for field, kind, id_, label in outgoing),
        *_unique(Related(field, Kind(kind), id_, label, False) for field, kind, id_, label in incoming),
    ]


def _unique(found: Iterable[Related]) -> list[Related]:
    """Each once: two records of one item may name the same."""
    return list({(one.field, one.kind, one.item_id or one.label): one for one in found}.values())
