"""The queue of an account's changes: what is added to it, folded into it, taken out of it; plain functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace
from datetime import timedelta

from crmdesk.domain.accounts import Account
from crmdesk.domain.notation.names import follows
from crmdesk.domain.outbox import IN_CONFLICT, Action, EntryState, OutboxEntry, Outcome, back_off
from crmdesk.domain.records import Record
from crmdesk.domain.values import Patch
from crmdesk.errors import DeskError
from crmdesk.store import Tx


def problem_key(entry: OutboxEntry, field: str) -> str:
    """The key under which trouble with one field of one record is one problem."""
    return f"send:{entry.account_id}:{entry.record_id}:{field}"


def close(tx: Tx, entry: OutboxEntry, outcome: Outcome) -> None:
    """Settle an entry that will not be sent any more; what was told of it is told no longer."""
    tx.problems.solve([problem_key(entry, key) for key in {*entry.wanted, ""}])
    tx.outbox.update(entry.id, state=EntryState.SETTLED, outcome=outcome, settled_at=tx.now, next_at=None)


def still_needed(record: Record, open_entries: Iterable[OutboxEntry]) -> set[str]:
    """The fields of a record that its CRM is to be told; of what is on its way nobody knows whether it has it."""
    under_way = (entry for entry in open_entries if entry.is_on_its_way or entry.action is Action.CREATE)
    return {*record.dirty_fields, *(key for entry in under_way for key in entry.wanted)}


def take_out(tx: Tx, entry: OutboxEntry, fields: Set[str]) -> bool:
    """Take fields out of an entry, which ends where none is left; whether it had one of them."""
    left = {key: value for key, value in entry.wanted.items() if key not in fields}
    if not left:
        close(tx, entry, Outcome.SUPERSEDED)
    elif len(left) < len(entry.wanted):
        tx.outbox.update(entry.id, wanted=left)
    return len(left) < len(entry.wanted)


def queue_update(tx: Tx, account: Account, record: Record, wanted: Patch) -> None:
    """Queue fields of a record, folded into the entry that already waits; parked fields are taken over from theirs.

    What may have arrived is looked for first: its values are no others' than ours.
    """
    open_entries = tx.outbox.open_of(record.id)
    for entry in open_entries:
        if entry.state is EntryState.PARKED and entry.action is Action.UPDATE:
            left = {key: value for key, value in entry.wanted.items() if key not in wanted}
            tx.problems.solve([problem_key(entry, key) for key in {*wanted, ""}])
            if entry.may_have_arrived and len(left) < len(entry.wanted):
                tx.outbox.update(entry.id, state=EntryState.UNCERTAIN, next_at=None)
            elif left:
                tx.outbox.update(entry.id, wanted=left)
            else:
                close(tx, entry, Outcome.SUPERSEDED)
    for entry in open_entries:
        refused = entry.state is EntryState.PARKED and entry.action is Action.CREATE and not entry.may_have_arrived
        waits = entry.state is EntryState.PENDING or refused
        if waits and entry.action is not Action.DELETE:
            folded = {**entry.wanted, **wanted}
            if entry.action is Action.CREATE:
                folded = {key: value for key, value in folded.items() if value is not None}
            tx.outbox.update(entry.id, wanted=folded, state=EntryState.PENDING, next_at=None, attempts=0, candidates=())
            return
    _added(tx, record, record.id, Action.UPDATE, wanted)


Fate = tuple[Patch, Callable[[OutboxEntry], object]]  # a part of an entry, and what becomes of it


def deal_out(tx: Tx, entry: OutboxEntry, fates: Sequence[Fate]) -> None:
    """Give the parts of an update their ways, each as an entry of its own; what is in none of them is superseded."""
    left = [(wanted, settle) for wanted, settle in fates if wanted]
    if not left:
        close(tx, entry, Outcome.SUPERSEDED)
    for place, (wanted, settle) in enumerate(left):
        part = split_off(tx, entry, wanted) if place else entry
        tx.outbox.update(part.id, wanted=wanted)
        settle(replace(part, wanted=wanted))


def split_off(tx: Tx, entry: OutboxEntry, wanted: Patch) -> OutboxEntry:
    """A part of an update as an entry of its own."""
    return tx.outbox.get(_added(tx, entry, entry.record_id, Action.UPDATE, wanted))


def queue_delete(tx: Tx, record: Record) -> None:
    """Queue the deletion of a record in its CRM; what waited to be sent to it is superseded."""
    for entry in tx.outbox.open_of(record.id):
        if entry.action is Action.DELETE:
            return
        if entry.state is not EntryState.IN_FLIGHT:
            close(tx, entry, Outcome.SUPERSEDED)
    _added(tx, record, record.id, Action.DELETE, {})


def _added(tx: Tx, of: Record | OutboxEntry, record_id: int, action: Action, wanted: Patch) -> int:
    return tx.outbox.add(
        account_id=of.account_id,
        kind=of.kind,
        item_id=of.item_id,
        record_id=record_id,
        remote_id=of.remote_id,
        action=action,
        wanted=wanted,
        key="",
    )


def follow_up(tx: Tx, account: Account, record: Record) -> None:
    """Make sure that what a record still wants otherwise, and nobody holds back, has an entry that waits."""
    held_back = {conflict.field for conflict in tx.conflicts.open_of(record.id)}
    covered = {key for entry in tx.outbox.open_of(record.id) for key in entry.wanted}
    missing = [key for key in record.dirty_fields if key not in held_back | covered]
    if follows(record.values):
        missing = [key for key in missing if key != "name"]
    if missing and "" not in held_back and account.direction.pushes and record.remote_id is not None:
        queue_update(tx, account, record, {key: record.values.get(key) for key in missing})


def end_agreed(tx: Tx, record: Record) -> bool:
    """Parked fields that both sides hold alike by now need nobody any more; whether there were any."""
    ended, dirty = False, set(record.dirty_fields)
    for entry in tx.outbox.open_of(record.id):
        left = {key: value for key, value in entry.wanted.items() if key in dirty}
        if entry.state is not EntryState.PARKED or entry.action is not Action.UPDATE or len(left) == len(entry.wanted):
            continue
        ended = True
        if left:
            tx.problems.solve([problem_key(entry, key) for key in entry.wanted if key not in left])
            tx.outbox.update(entry.id, wanted=left)
        else:
            close(tx, entry, Outcome.SUPERSEDED)
    return ended


def release(tx: Tx, account: Account, record: Record, outcome: Outcome = Outcome.SUPERSEDED) -> None:
    """Entries that were parked for a conflict end with it; what is still to be sent is queued anew."""
    open_fields = {conflict.field for conflict in tx.conflicts.open_of(record.id)}
    if "" in open_fields:
        return
    for entry in tx.outbox.open_of(record.id):
        if entry.state is EntryState.PARKED and entry.error_id == IN_CONFLICT and not open_fields & entry.wanted.keys():
            close(tx, entry, outcome)
    follow_up(tx, account, record)


def put_off(tx: Tx, entry: OutboxEntry, error: DeskError, state: EntryState, after: float | None = None) -> None:
    """Keep an entry for a later attempt: after `after` seconds, or 1 min, 10 min, 1 h, then hourly."""
    wait = back_off(entry.attempts) if after is None else after
    tx.outbox.update(
        entry.id, state=state, next_at=tx.now + timedelta(seconds=wait), error_id=error.id, error=error.why
    )


def mark_orphans(tx: Tx, account_id: int) -> None:
    """What is in flight though nobody sends for the account (the database failed meanwhile) is uncertain."""
    for entry in tx.outbox.list(account_id=account_id)[0]:
        if entry.state is EntryState.IN_FLIGHT:
            tx.outbox.update(entry.id, state=EntryState.UNCERTAIN, next_at=None)


def forget_times(tx: Tx, account_id: int) -> None:
    """The clock was set back: what waits for a time that no wait can mean is due now."""
    for entry in tx.outbox.list(account_id=account_id)[0]:
        if entry.state in (EntryState.PENDING, EntryState.UNCERTAIN):
            tx.outbox.update(entry.id, next_at=tx.now)
