"""Saying that records stand for the same item, and taking it back; no value moves from one record to another."""

from __future__ import annotations

from collections.abc import Sequence

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.outbox import Action, EntryState
from crmdesk.domain.records import Item, Record
from crmdesk.errors import UserInputError
from crmdesk.store import Tx


def link(tx: Tx, item_ids: Sequence[int]) -> tuple[int, frozenset[int]]:
    """Let all records of some items stand for the first of them; returns its id, and the accounts that wait for a send.

    The first item's pins stay; another's pin stays where the first has none. A create that waits in an account where
    another of the items has a record is that record from now on. Raises UserInputError for items of different kinds, or
    in the trash.
    """
    items = tx.items.load(list(dict.fromkeys(item_ids)))
    if len(items) < 2:
        raise UserInputError("Two different ones are needed.", what="Nothing was linked")
    if len({item.kind for item in items}) > 1:
        raise UserInputError("They are of different kinds.", what="Nothing was linked")
    if any(item.trashed_at is not None for item in items):
        raise UserInputError("One of them is in the trash; restore it first.", what="Nothing was linked")
    kept, *others = items
    accounts = _answer_creates(tx, items)
    for other in others:
        join(tx, kept.id, other.id)
    tx.items.refresh([item.id for item in items])
    return kept.id, accounts


def join(tx: Tx, kept_id: int, other_id: int) -> None:
    """Let what stands for one item stand for another: its records, its pins where none is set, its draft likewise."""
    pinned = {pin.field for pin in tx.items.pins(kept_id)}
    for pin in tx.items.pins(other_id):
        if pin.field not in pinned:
            tx.items.set_pin(kept_id, pin.field, pin.record_id)
        tx.items.clear_pin(other_id, pin.field)
    draft = tx.drafts.get(other_id)
    if draft is not None and tx.drafts.get(kept_id) is None:
        tx.drafts.put(kept_id, draft)
    tx.records.move([record.id for record in tx.records.of_item(other_id)], kept_id)


def _answer_creates(tx: Tx, items: Sequence[Item]) -> frozenset[int]:
    """What was to be created, or asked whether it is there already, is the record that another of the items has."""
    records = [record for item in items for record in item.records]
    there = {record.account_id: record.remote_id for record in records if record.remote_id is not None}
    accounts = set()
    for record in records:
        if record.remote_id is not None or record.account_id not in there:
            continue
        for entry in tx.outbox.open_of(record.id):
            if entry.action is Action.CREATE and entry.state in (EntryState.PENDING, EntryState.PARKED):
                again = {"state": EntryState.PENDING, "next_at": tx.now, "attempts": 0}
                tx.outbox.update(entry.id, remote_id=there[record.account_id], **again)
                tx.problems.solve_prefix(f"send:{entry.account_id}:{entry.record_id}:")
                accounts.add(entry.account_id)
    return frozenset(accounts)


def unlink(tx: Tx, item: Item, account_id: int, record_id: int | None = None) -> int:
    """Let the records of one account leave an item, with their edits; returns the id of the item they stand for then.

    With `record_id` only that one leaves. Records that were linked go back to the item they came from, others become
    one of their own; what this computer alone holds leaves with the records that it came with. Raises UserInputError
    where nothing would leave, or nothing stay.
    """
    leaving = [one for one in item.records if one.account_id == account_id and record_id in (None, one.id)]
    if not leaving:
        raise UserInputError("It has no record in that account.", what="Nothing was unlinked")
    if len(leaving) == len(item.records):
        leaving = [one for one in leaving if one.home is not None]  # those that were linked to it later
    leaving += _companions(item, leaving)
    if not leaving or len(leaving) == len(item.records):
        raise UserInputError("It stands in that account alone.", what="Nothing was unlinked")
    ids = [record.id for record in leaving]
    for pin in item.pins:
        if pin.record_id in ids:
            tx.items.clear_pin(item.id, pin.field)
    homes = {record.home for record in leaving}
    target = homes.pop() if len(homes) == 1 else None
    if target is None:
        target = tx.items.add(item.kind)
        placeholder = [record.id for record in tx.records.of_item(target)]
        tx.records.move(ids, target, from_home=True)
        tx.records.delete(placeholder)
    else:
        if not tx.items.load([target]):
            tx.items.revive(target, item.kind)
        tx.records.move(ids, target)
    tx.items.refresh([item.id, target])
    return target


def _companions(item: Item, leaving: Sequence[Record]) -> list[Record]:
    """The records of this computer that came along with those that leave, and with none of those that stay."""
    staying = [one for one in item.records if one not in leaving]
    held = {one.home for one in staying if one.account_id != LOCAL_ACCOUNT_ID}
    homes = {record.home for record in leaving} - (held or {None})
    return [one for one in staying if one.account_id == LOCAL_ACCOUNT_ID and one.home in homes]
