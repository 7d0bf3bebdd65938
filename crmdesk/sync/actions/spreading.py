"""Using one record's value everywhere the field stands: an edit of each record, sent like any other."""

from __future__ import annotations

from collections.abc import Mapping

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.merging.spreading import Spread, WayBack, spread
from crmdesk.domain.notation.addresses import with_block
from crmdesk.domain.notation.normal import same
from crmdesk.domain.records import Item
from crmdesk.domain.reports import Origin
from crmdesk.domain.values import Patch
from crmdesk.errors import UserInputError
from crmdesk.store import Reads, Tx
from crmdesk.sync.actions.edits import WritableOf, change_record, takers


def spreading(reads: Reads, item: Item, key: str, record_id: int, writable: WritableOf) -> Spread:
    """Which records would be given that record's value of a field; changes nothing."""
    can_take, _keeps_order = takers(reads, writable)
    return spread(item.kind, item.records, key, record_id, can_take)


def use_everywhere(
    tx: Tx, item_id: int, key: str, record_id: int, writable: WritableOf
) -> tuple[frozenset[int], WayBack]:
    """Give a record's value of a field to every record of the item that holds another, and show it.

    Returns the accounts that wait for a send, and the way back.
    Raises UserInputError where no record can be given it.
    """
    item = tx.items.get(item_id)
    planned = spreading(tx, item, key, record_id, writable)
    if not planned.patches:
        raise UserInputError("Nothing else holds another value that can be changed.", what="Nothing was changed")
    before = {
        record.id: {name: record.values.get(name) for name in planned.patches[record.id]}
        for record in item.records
        if record.id in planned.patches
    }
    account_ids = write(tx, item_id, planned.patches)
    holder = next(record for record in item.records if record.id == record_id)
    shown, wanted = tx.items.get(item_id).values.get(key), with_block(holder.values).get(key)
    pinned = shown is not None and wanted is not None and not same(item.kind, key, shown, wanted)
    if pinned:
        tx.items.set_pin(item_id, key, record_id)
        tx.items.refresh([item_id])
    return account_ids, WayBack(before, key, pinned)


def write(tx: Tx, item_id: int, patches: Mapping[int, Patch]) -> frozenset[int]:
    """Give records of an item new values, by record id; returns the accounts that wait for a send."""
    touched = set()
    for record in tx.items.get(item_id).records:
        if patch := patches.get(record.id):
            change_record(tx, record, patch, Origin.YOU)
            touched.add(record.account_id)
    tx.items.refresh([item_id])
    return frozenset(touched - {LOCAL_ACCOUNT_ID})
