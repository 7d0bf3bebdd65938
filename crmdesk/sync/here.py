"""The record in "This computer": what no CRM takes, or nobody has taken yet, is kept there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import Kind
from crmdesk.domain.items import HERE
from crmdesk.domain.normal import entry_key, same
from crmdesk.domain.records import NewRecord, Presence, Record
from crmdesk.domain.values import Patch, Value
from crmdesk.store import Tx


def trim_local(tx: Tx, item_id: int) -> None:
    """After a verified create the record of this computer keeps only what no CRM holds, else it goes."""
    records = tx.records.of_item(item_id)
    local = next((record for record in records if record.account_id == LOCAL_ACCOUNT_ID), None)
    others = [
        record
        for record in records
        if record.account_id != LOCAL_ACCOUNT_ID and record.remote_id and record.presence is not Presence.REMOVED
    ]
    if local is None or not others:
        return
    left = {
        key: value
        for key, value in local.values.items()
        if not any(same(local.kind, key, value, record.values.get(key)) for record in others)
        and not _held_in_lists(local.kind, key, value, others)
    }
    if left:
        tx.records.update([(replace(local, values=left, base=None), None)])
        return
    for pin in tx.items.pins(item_id):
        if pin.record_id == local.id:
            tx.items.clear_pin(item_id, pin.field)
    tx.records.delete([local.id])


def _held_in_lists(kind: Kind, key: str, value: Value, others: list[Record]) -> bool:
    if not isinstance(value, tuple):
        return False
    lists = [held for record in others if isinstance(held := record.values.get(key), tuple)]
    forms = {entry_key(kind, key, entry) for held in lists for entry in held}
    return all(entry_key(kind, key, entry) in forms for entry in value)


def keep_here(tx: Tx, record: Record, kept: Patch) -> int:
    """Put values into the record in "This computer" of `record`'s item, made if need be; returns its id."""
    records = tx.records.of_item(record.item_id)
    local = next((record for record in records if record.account_id == LOCAL_ACCOUNT_ID), None)
    given = {key: value for key, value in kept.items() if value is not None}
    if local is None:
        made = NewRecord(LOCAL_ACCOUNT_ID, record.kind, None, given, item_id=record.item_id)
        return tx.records.insert([made])[0][0]
    values = {key: value for key, value in local.values.items() if key not in kept}
    for key, value in given.items():
        before = local.values.get(key)
        values[key] = (*before, *value) if isinstance(before, tuple) and isinstance(value, tuple) else value
    tx.records.update([(replace(local, values=values, base=None), None)])
    return local.id


def pin_fields(tx: Tx, item_id: int, pins: Mapping[str, int | None], here: int | None) -> None:
    """Pin fields; `HERE` stands for the record of this computer, `here`."""
    for field, record_id in pins.items():
        tx.items.set_pin(item_id, field, here if record_id == HERE else record_id)
