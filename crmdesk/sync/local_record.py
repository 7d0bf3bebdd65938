"""The record in "This computer": what no CRM takes, or nobody has taken yet, is kept there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import ADDRESS, Kind, whole_of
from crmdesk.domain.items import HERE
from crmdesk.domain.notation.addresses import KEYS, address_of
from crmdesk.domain.notation.normal import same
from crmdesk.domain.notation.references import REFERENCES, own, own_item
from crmdesk.domain.records import NewRecord, Presence, Record
from crmdesk.domain.rows import paired, rows_of, same_rows
from crmdesk.domain.values import Patch, Value, applied
from crmdesk.store import Tx

V = TypeVar("V", Value, Value | None)


def trim_local(tx: Tx, item_id: int) -> None:
    """After a verified create the record of this computer keeps only what no CRM holds, else it goes."""
    records = tx.records.of_item(item_id)
    others = [
        replace(record, values=in_own_ids(tx, record, record.values))
        for record in records
        if record.account_id != LOCAL_ACCOUNT_ID and record.remote_id and record.presence is not Presence.REMOVED
    ]
    for local in records if others else ():
        if local.account_id == LOCAL_ACCOUNT_ID:
            _trim(tx, replace(local, values=in_own_ids(tx, local, local.values)), others)


def _trim(tx: Tx, local: Record, others: list[Record]) -> None:
    """Keep of one record of this computer what no CRM holds, and show it where a CRM holds something else."""
    left = {
        key: value
        for key, value in local.values.items()
        if not any(_said(local.kind, key, value, record.values.get(key)) for record in others)
        and not _held_in_lists(local.kind, key, value, others)
    }
    if not KEYS.isdisjoint(left):
        left |= address_of(local.values)  # an address stays whole
    pins = {pin.field: pin.record_id for pin in tx.items.pins(local.item_id)}
    for field in left:
        shown_with = KEYS if field in KEYS else {field}
        hidden = not isinstance(left[field], tuple) and any(shown_with & other.values.keys() for other in others)
        if hidden and whole_of(local.kind, field) not in pins:
            tx.items.set_pin(local.item_id, whole_of(local.kind, field), local.id)
    if left:
        tx.records.update([(replace(local, values=left, base=None), None)])
        return
    for field, holder in pins.items():
        if holder == local.id:
            tx.items.clear_pin(local.item_id, field)
    tx.records.delete([local.id])


def _said(kind: Kind, key: str, value: Value, there: Value | None) -> bool:
    """Whether a CRM says it too; one that offers choices writes them in its own case."""
    if isinstance(value, str) and isinstance(there, str) and value.casefold() == there.casefold():
        return True
    return same(kind, key, value, there)


def _held_in_lists(kind: Kind, key: str, value: Value, others: list[Record]) -> bool:
    """Whether every row of a list is a row of some CRM's list too."""
    if not isinstance(value, tuple):
        return False
    held: set[int] = set()
    for record in others:
        places = same_rows(kind, key, value, rows_of(record.values.get(key)), near=False)
        held.update(place for place in places if place is not None)
    return len(held) == len(value)


def keep_here(tx: Tx, record: Record, kept: Patch) -> int:
    """Put values into the record in "This computer" of `record`'s item, made if need be; returns its id."""
    records = tx.records.of_item(record.item_id)
    local = next((record for record in records if record.account_id == LOCAL_ACCOUNT_ID), None)
    given = {key: value for key, value in in_own_ids(tx, record, kept).items() if value is not None}
    if local is None:
        made = NewRecord(LOCAL_ACCOUNT_ID, record.kind, None, given, item_id=record.item_id)
        return tx.records.insert([made])[0][0]
    values = {key: value for key, value in local.values.items() if key not in kept}
    for key, value in given.items():
        before = local.values.get(key)
        if isinstance(before, tuple) and isinstance(value, tuple):
            known = paired(before, value, lambda row: row)
            value = (*before, *(row for row, place in zip(value, known, strict=True) if place is None))
        values[key] = value
    tx.records.update([(replace(local, values=values, base=None), None)])
    return local.id


def shown_here(record: Record, own: Patch) -> tuple[dict[str, Value | None], dict[str, int | None]]:
    """What a record's own values of scalar fields come to on this computer, and the pins that show them from there.

    An address stays whole, so that all of it is kept; what is None is pinned as empty.
    """
    kept = {key: value for key, value in own.items() if key not in KEYS}
    pins = {key: None if value is None else HERE for key, value in kept.items()}
    if not KEYS.isdisjoint(own):
        address = address_of(applied(record.values, own))
        kept |= {**dict.fromkeys(sorted(KEYS)), **address}
        pins[ADDRESS] = HERE if address else None
    return kept, pins


def in_own_ids(tx: Tx, record: Record, values: Mapping[str, V]) -> dict[str, V]:
    """Values of a record with what they name by our own ids, as this computer holds it; the rest is not named there."""
    result = dict(values)
    fields = REFERENCES[record.kind].keys() & values
    names = tx.items.named_by([record]) if fields else {}
    for field in fields:
        if not isinstance(value := values[field], tuple):
            continue
        found = [names.get((record.id, field, entry.value)) or own_item(entry.value) for entry in value]
        entries = tuple(own(item_id) for item_id in dict.fromkeys(found) if item_id is not None)
        if entries:
            result[field] = entries
        else:
            del result[field]
    return result


def pin_fields(tx: Tx, item_id: int, pins: Mapping[str, int | None], here: int | None) -> None:
    """Pin fields; `HERE` stands for the record of this computer, `here`."""
    for field, record_id in pins.items():
        tx.items.set_pin(item_id, field, here if record_id == HERE else record_id)
