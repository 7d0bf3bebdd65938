"""Saying that records stand for the same item, and taking it back; no value moves from one record to another."""

from __future__ import annotations

from collections.abc import Sequence

from crmdesk.domain.records import Item
from crmdesk.errors import UserInputError
from crmdesk.store import Tx


def link(tx: Tx, item_ids: Sequence[int]) -> int:
    """Let all records of some items stand for the first of them; returns its id.

    The first item's pins stay; another's pin stays where the first has none. Raises UserInputError for items of
    different kinds, or in the trash.
    """
    items = tx.items.load(list(dict.fromkeys(item_ids)))
    if len(items) < 2:
        raise UserInputError("Two different ones are needed.", what="Nothing was linked")
    if len({item.kind for item in items}) > 1:
        raise UserInputError("They are of different kinds.", what="Nothing was linked")
    if any(item.trashed_at is not None for item in items):
        raise UserInputError("One of them is in the trash; restore it first.", what="Nothing was linked")
    by_id = {item.id: item for item in items}
    kept, others = by_id[item_ids[0]], [item for item in items if item.id != item_ids[0]]
    pinned = {pin.field for pin in kept.pins}
    for other in others:
        tx.records.move([record.id for record in other.records], kept.id)
        tx.outbox.move_registrations(other.id, kept.id)
        for pin in other.pins:
            if pin.field not in pinned:
                tx.items.set_pin(kept.id, pin.field, pin.record_id)
                pinned.add(pin.field)
    tx.items.refresh([item.id for item in items])
    return kept.id


def unlink(tx: Tx, item: Item, account_id: int, record_id: int | None = None) -> int:
    """Let the records of one account leave an item, with their edits, as an item of their own; returns its id.

    With `record_id` only that one leaves. Raises UserInputError where nothing would leave, or nothing stay.
    """
    leaving = [
        record.id for record in item.records if record.account_id == account_id and record_id in (None, record.id)
    ]
    if not leaving:
        raise UserInputError("It has no record in that account.", what="Nothing was unlinked")
    if len(leaving) == len(item.records):
        raise UserInputError("It stands in that account alone.", what="Nothing was unlinked")
    for pin in item.pins:
        if pin.record_id in leaving:
            tx.items.clear_pin(item.id, pin.field)
    new_id = tx.items.add(item.kind)
    placeholder = [record.id for record in tx.records.of_item(new_id)]
    tx.records.move(leaving, new_id)
    tx.records.delete(placeholder)
    tx.items.refresh([item.id, new_id])
    return new_id
