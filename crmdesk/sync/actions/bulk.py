"""One change of many items: decided item by item as an edit is, written in bulk."""

from __future__ import annotations

from collections.abc import Sequence

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.items import NO_ORDER, Placement
from crmdesk.domain.notation.references import REFERENCES
from crmdesk.domain.query.bulk import BulkPlan, Touch, patched
from crmdesk.domain.records import Item
from crmdesk.domain.reports import Origin
from crmdesk.domain.values import Patch
from crmdesk.store import Reads, Tx
from crmdesk.sync.actions import edits
from crmdesk.sync.actions.batch import Pair, change_records
from crmdesk.sync.local_record import pin_fields


def plan(reads: Reads, ids: Sequence[int], touches: Sequence[Touch], writable: edits.WritableOf) -> BulkPlan:
    """What the change would do to some items; changes nothing. Items that are gone are left out."""
    found = BulkPlan(asked=len(ids))
    for item, _, placed in _placed(reads, ids, touches, writable):
        _note(found, item, placed)
    return found


def edit_many(
    tx: Tx, ids: Sequence[int], touches: Sequence[Touch], writable: edits.WritableOf
) -> tuple[BulkPlan, frozenset[int]]:
    """Carry the change out; gives what it came to, and the accounts that wait for a send."""
    done = BulkPlan(asked=len(ids))
    pairs: list[Pair] = []
    touched: set[int] = set()
    plain: list[int] = []
    for item, patch, placed in _placed(tx, ids, touches, writable):
        _note(done, item, placed)
        if placed.here or None in placed.pins.values() or REFERENCES[item.kind].keys() & patch:
            touched |= edits.edit(tx, item.id, patch, writable)  # more than new values: one by one
            continue
        by_id = {record.id: record for record in item.records}
        for record_id, record_patch in placed.patches.items():
            pairs.append((by_id[record_id], record_patch))
            if by_id[record_id].account_id != LOCAL_ACCOUNT_ID:
                touched.add(by_id[record_id].account_id)
        pin_fields(tx, item.id, placed.pins, None)
        plain.append(item.id)
    change_records(tx, pairs, Origin.YOU)
    tx.items.refresh(plain)
    return done, frozenset(touched)


def _placed(
    reads: Reads, ids: Sequence[int], touches: Sequence[Touch], writable: edits.WritableOf
) -> list[tuple[Item, Patch, Placement]]:
    place = edits.placer(reads, writable)
    found = []
    for item in reads.items.load(ids):
        patch = patched(item.kind, item.values, touches)
        if patch:
            found.append((item, patch, place(item, patch, None)))
    return found


def _note(found: BulkPlan, item: Item, placed: Placement) -> None:
    local = {record.id for record in item.records if record.account_id == LOCAL_ACCOUNT_ID}
    changed = bool(placed.patches or placed.here or placed.pins)
    if changed:
        found.changed.append(item.id)
    accounts = {record.account_id for record in item.records if record.id in placed.patches and record.id not in local}
    for account_id in accounts:
        found.by_account[account_id] = found.by_account.get(account_id, 0) + 1
    if len(local) < len(item.records) and (placed.here or (changed and not accounts)):
        found.kept_here.append(item.id)
    why = [reason for reason in placed.refused.values() if reason != NO_ORDER]
    if why:
        found.refused[item.id] = why[0]
