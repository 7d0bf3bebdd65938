"""Whose a remote record is: a waiting create's, even where a pull met it as another item meanwhile."""

from __future__ import annotations

from dataclasses import replace

from crmdesk.domain.outbox import OutboxEntry
from crmdesk.domain.records import Record
from crmdesk.store import Tx
from crmdesk.sync.actions.linking import join


def claimed(tx: Tx, entry: OutboxEntry, remote_id: str) -> Record:
    """The record that `remote_id` stands for from now on, with the values that the waiting record wants.

    Where another item holds that remote record, the two items are linked: its records move to the entry's item, and the
    entry, the edits and the pins of the waiting record pass to it. What it wanted itself and had not sent stays wanted.
    """
    record = tx.records.get(entry.record_id)
    owner = tx.records.by_remote(entry.account_id, entry.kind, remote_id)
    if owner is None or owner.id == record.id:
        return record
    for waiting in tx.outbox.open_of(record.id):
        tx.outbox.update(waiting.id, record_id=owner.id, remote_id=remote_id)
    for pin in tx.items.pins(record.item_id):
        if pin.record_id == record.id:
            tx.items.set_pin(record.item_id, pin.field, owner.id)
    if owner.item_id != record.item_id:
        join(tx, record.item_id, owner.item_id)
    tx.records.delete([record.id])
    wanted = {key: owner.values[key] for key in owner.dirty_fields if key in owner.values}
    tx.items.refresh([owner.item_id, record.item_id])
    return replace(record, id=owner.id, remote_id=remote_id, values={**record.values, **wanted})
