"""What the user does to items: each action is one transaction, the new value and its outbox entry together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID, Account
from crmdesk.domain.fields import Kind, whole_of
from crmdesk.domain.items import Also, CanTake, Placement, place
from crmdesk.domain.notation.addresses import with_one_address
from crmdesk.domain.notation.names import follows, joined
from crmdesk.domain.notation.references import entries_of
from crmdesk.domain.outbox import Action, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Item, NewRecord, Presence, Record
from crmdesk.domain.reports import Change, Origin
from crmdesk.domain.values import Patch, Value, applied, is_empty
from crmdesk.errors import UserInputError
from crmdesk.store import Reads, Tx
from crmdesk.sync.local_record import keep_here, pin_fields
from crmdesk.sync.pull.record_intake import BY_YOU, DELETED_HERE, Writable
from crmdesk.sync.push.queue import close, follow_up, queue_delete, queue_update, still_needed, take_out
from crmdesk.sync.references import as_seen, checked, for_record, in_own

WritableOf = Callable[[Account, Record], Writable]  # the fields that an account lets the desk write
Placing = Callable[[Item, Patch, Also | None], Placement]


def placement(reads: Reads, item: Item, patch: Patch, writable: WritableOf, also: Also | None = None) -> Placement:
    """Where each value of an edit will land; an empty field is filled in the records that `also` names too."""
    return placer(reads, writable)(item, patch, also)


def placer(reads: Reads, writable: WritableOf) -> Placing:
    """The same for many edits, with the accounts as they are now."""
    can_take, keeps_order = takers(reads, writable)
    return lambda item, patch, also: _placed(reads, item, patch, can_take, keeps_order, also)


def _placed(
    reads: Reads, item: Item, patch: Patch, can_take: CanTake, keeps_order: CanTake, also: Also | None
) -> Placement:
    patch = _really_new(item, checked(reads, item.kind, patch))
    return place(item.kind, as_seen(reads, item.records), item.pins, patch, can_take, also, keeps_order)


def takers(reads: Reads, writable: WritableOf) -> tuple[CanTake, CanTake]:
    """Whether a record can take another value of a field, and whether the order of its list means something there."""
    accounts = {account.id: account for account in reads.accounts.all()}

    def can_take(record: Record, field: str) -> bool:
        if record.account_id == LOCAL_ACCOUNT_ID:
            return True
        account = accounts[record.account_id]
        return record.presence is not Presence.REMOVED and field in writable(account, record)

    def keeps_order(record: Record, field: str) -> bool:
        if record.account_id == LOCAL_ACCOUNT_ID:
            return True
        return field in writable(accounts[record.account_id], record).ordered

    return can_take, keeps_order


def _really_new(item: Item, patch: Patch) -> dict[str, Value | None]:
    cleaned = {key: None if is_empty(value) else value for key, value in patch.items()}
    return {key: value for key, value in cleaned.items() if item.values.get(key) != value}


def edit(
    tx: Tx, item_id: int, patch: Patch, writable: WritableOf, origin: Origin = Origin.YOU, also: Also | None = None
) -> frozenset[int]:
    """Change fields of an item: each record's new values and its outbox entry, in the caller's transaction.

    Returns the accounts whose outbox grew.
    """
    item = tx.items.get(item_id)
    placed = placement(tx, item, patch, writable, also)
    by_id = {record.id: record for record in item.records}
    touched: set[int] = set()
    staying = in_own(item.kind, placed.here)
    for record_id, record_patch in placed.patches.items():
        record = by_id[record_id]
        held, left = for_record(tx, record, record_patch)
        for key, value in left.items():
            staying[key] = (*entries_of(staying.get(key)), *entries_of(value))
        if held and record.account_id != LOCAL_ACCOUNT_ID:
            touched.add(record.account_id)
        if held:
            change_record(tx, record, held, origin)
    here: int | None = None
    if staying:
        here = keep_here(tx, item.records[0], staying)
        tx.changes.add(
            [
                Change(item_id, here, key, item.values.get(key), value, origin)
                for key, value in staying.items()
                if item.values.get(key) != value  # an address is kept whole, whatever part of it was changed
            ]
        )
    pin_fields(tx, item_id, placed.pins, here)
    written = {whole_of(item.kind, key) for record_patch in placed.patches.values() for key in record_patch}
    tx.changes.add(
        [
            Change(item_id, item.records[0].id, key, item.values.get(key), None, origin)
            for key, holder in placed.pins.items()
            if holder is None and key not in written  # no record lets it go, so only what is shown changed
        ]
    )
    tx.items.refresh([item_id])
    return frozenset(touched)


def change_record(tx: Tx, record: Record, patch: Patch, origin: Origin) -> None:
    """Give a record new values, keep what the CRM agreed to as base, and queue what is to be sent."""
    values = applied(record.values, patch)
    named = following_name(record, values, patch)
    tx.changes.add(
        [
            Change(record.item_id, record.id, key, record.values.get(key), values.get(key), origin)
            for key in (*patch, *named)
        ]
    )
    if record.account_id == LOCAL_ACCOUNT_ID:
        tx.records.update([(replace(record, values=values, base=None), None)])
        return
    base = record.agreed_values
    changed = replace(record, values=values, base=None if base == values and record.agreed else base)
    tx.records.update([(changed, None)])
    held_back = set()
    for conflict in tx.conflicts.open_of(record.id):
        if conflict.field in patch and conflict.entry is None:
            tx.conflicts.put(replace(conflict, mine=patch[conflict.field], mine_at=tx.now))
            held_back.add(conflict.field)
    account = tx.accounts.get(record.account_id)
    wanted = {key: value for key, value in patch.items() if key not in held_back}
    _queue(tx, account, changed, wanted)


def following_name(record: Record, values: dict[str, Value], patch: Patch) -> tuple[str, ...]:
    """Where a full name is just its parts, it follows them at once; the CRM says the same when the send is verified."""
    if "name" in patch or not {"first_name", "last_name"} & patch.keys():
        return ()
    after = joined(values)
    if after and follows(record.values) and record.values["name"] != after:
        values["name"] = after
        return ("name",)
    return ()


def _queue(tx: Tx, account: Account, record: Record, wanted: Patch) -> None:
    """Queue fields to be sent; a value that is back at what the CRM has needs no send, unless one is on its way."""
    open_entries = tx.outbox.open_of(record.id)
    needed_fields = still_needed(record, open_entries)
    needed = {key: value for key, value in wanted.items() if key in needed_fields}
    for entry in open_entries:
        if entry.state in (EntryState.PENDING, EntryState.PARKED) and entry.action is Action.UPDATE:
            take_out(tx, entry, wanted.keys() - needed.keys())
    if needed:
        queue_update(tx, account, record, needed)


def refuse_second_record(item: Item, account: Account) -> None:
    """An item has at most one record in an account. Raises UserInputError."""
    if any(record.account_id == account.id and record.presence is not Presence.REMOVED for record in item.records):
        raise UserInputError(f"It is in {account.name} already.", what="It was not added")


def make(tx: Tx, kind: Kind, patch: Patch) -> int:
    """A new item on this computer; returns its id. Raises UserInputError when nothing is filled in."""
    values = with_one_address(applied({}, in_own(kind, checked(tx, kind, patch))))
    if not values:
        raise UserInputError("Nothing was filled in.", what=f"The {kind} was not created")
    record_id, item_id = tx.records.insert([NewRecord(LOCAL_ACCOUNT_ID, kind, None, values)])[0]
    tx.changes.add([Change(item_id, record_id, key, None, value, Origin.YOU) for key, value in values.items()])
    return item_id


def to_trash(tx: Tx, item_ids: Sequence[int]) -> frozenset[int]:
    """Move items to the trash; where an account allows it, queue their deletion there. Returns those accounts."""
    accounts = {account.id: account for account in tx.accounts.all()}
    touched: set[int] = set()
    for item in tx.items.load(item_ids):
        for record in item.records:
            for entry in tx.outbox.open_of(record.id):
                if entry.action is Action.CREATE and entry.state in (EntryState.PENDING, EntryState.PARKED):
                    withdraw_create(tx, entry)
            account = accounts[record.account_id]
            if account.deletes_remotely and account.direction.pushes and record.remote_id is not None:
                queue_delete(tx, record)
                touched.add(account.id)
    tx.items.trash(list(item_ids), BY_YOU)  # and refresh them, with what is queued by now
    return frozenset(touched)


def withdraw_create(tx: Tx, entry: OutboxEntry) -> None:
    """Take back a create that was not sent; the item stays a contact of this computer."""
    record = tx.records.get(entry.record_id)
    others = [other for other in tx.records.of_item(record.item_id) if other.id != record.id]
    if not others:
        keep_here(tx, record, dict(record.values))
    close(tx, entry, Outcome.CANCELLED)
    tx.problems.solve_prefix(f"send:{entry.account_id}:{entry.record_id}:")
    tx.records.delete([record.id])


def for_good(tx: Tx, item_ids: Sequence[int]) -> frozenset[int]:
    """Delete items for good; a tombstone stays for each record, so that no pull imports it again."""
    touched = to_trash(tx, item_ids)
    for item in tx.items.load(item_ids):
        for record in item.records:
            _forget(tx, record)
    tx.items.delete(list(item_ids))
    return touched


def _forget(tx: Tx, record: Record) -> None:
    for entry in tx.outbox.open_of(record.id):
        if entry.state in (EntryState.IN_FLIGHT, EntryState.UNCERTAIN):
            raise UserInputError(
                "A change of it is on its way to the CRM right now.",
                what="It was not deleted for good",
                next="Try again in a moment; it is in the trash.",
            )
        if entry.action is not Action.DELETE:
            close(tx, entry, Outcome.CANCELLED)
    tx.problems.solve_prefix(f"send:{record.account_id}:{record.id}:")
    if record.remote_id is not None:
        tx.tombstones.add(record.account_id, record.kind, [record.remote_id], DELETED_HERE)


def from_trash(tx: Tx, item_ids: Iterable[int]) -> frozenset[int]:
    """Bring items back; deletions not sent are withdrawn, and what is gone from every CRM stays on this computer."""
    touched: set[int] = set()
    ids = list(item_ids)
    tx.items.untrash(ids)
    for item in tx.items.load(ids):
        for record in item.records:
            for entry in tx.outbox.open_of(record.id):
                if entry.action is Action.DELETE and entry.state in (EntryState.PENDING, EntryState.PARKED):
                    close(tx, entry, Outcome.CANCELLED)
            if record.presence is Presence.REMOVED and not tx.conflicts.open_of(record.id):
                keep_here(tx, record, dict(record.values))
                tx.records.delete([record.id])
            elif record.account_id != LOCAL_ACCOUNT_ID and record.dirty_fields:
                follow_up(tx, tx.accounts.get(record.account_id), record)
                touched.add(record.account_id)
    tx.items.refresh(ids)
    return frozenset(touched)
