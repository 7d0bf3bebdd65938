"""Creating a record in a CRM: look there first, link what is there, create what is not, never twice."""

from __future__ import annotations

from dataclasses import replace

from crmdesk.domain.outbox import EntryState, OutboxEntry
from crmdesk.domain.plan import names_contradict
from crmdesk.domain.records import Record
from crmdesk.domain.values import Patch
from crmdesk.errors import AlreadyExists, OutcomeUnknown, Rejected
from crmdesk.providers.contract import LookupKey, RemoteId, RemoteRecord
from crmdesk.store import Tx
from crmdesk.sync.attempt import Attempt, Sent
from crmdesk.sync.records import merge_remote, note_conflicts
from crmdesk.sync.settle import finish, follow_up, park, settle_create


async def send_create(attempt: Attempt, entry: OutboxEntry) -> Sent:
    """Try a create once. Raises the provider's errors; OutcomeUnknown while it cannot be told whether it arrived."""
    record = await attempt.record(entry)
    found = list(await attempt.provider.find(entry.kind, LookupKey(record.values)))
    if found:
        return await _meet(attempt, entry, record, found)
    if entry.state is EntryState.UNCERTAIN and not await _surely_absent(attempt, entry, record):
        raise OutcomeUnknown("The next complete sync tells whether it arrived.")
    wanted = await attempt.store.write(lambda tx: _launch_create(attempt, tx, entry))
    values = {key: value for key, value in wanted.items() if value is not None}
    try:
        after = await attempt.guarded(entry, lambda: attempt.provider.create(entry.kind, values, key=entry.key))
    except AlreadyExists as error:
        if error.remote_id is None:
            raise Rejected(error.why) from error
        existing = await attempt.provider.fetch(entry.kind, RemoteId(error.remote_id))
        return await _meet(attempt, entry, record, [existing])
    mark, writable = attempt.mark(after), attempt.writable(entry)
    refused = await attempt.store.write(
        lambda tx: settle_create(tx, attempt.account, tx.outbox.get(entry.id), after, mark, writable)
    )
    return Sent(entry.item_id, entry.record_id, not refused, len(refused))


def _launch_create(attempt: Attempt, tx: Tx, entry: OutboxEntry) -> Patch:
    latest = tx.outbox.get(entry.id)
    tx.outbox.update(entry.id, state=EntryState.IN_FLIGHT, attempts=latest.attempts + 1, sent_at=tx.now)
    tx.items.refresh([entry.item_id])
    return latest.wanted


async def _surely_absent(attempt: Attempt, entry: OutboxEntry, record: Record) -> bool:
    """Whether a create whose answer was lost did not arrive: looked up by email, or absent from a later scan."""
    if LookupKey(record.values).email is not None:
        return True
    complete_at = await attempt.store.read(lambda reads: reads.cursors.get(entry.account_id, entry.kind).complete_at)
    return complete_at is not None and entry.sent_at is not None and complete_at > entry.sent_at


async def _meet(attempt: Attempt, entry: OutboxEntry, record: Record, found: list[RemoteRecord]) -> Sent:
    """A create that meets records in the CRM: one that does not contradict is linked, else a person decides."""
    if len(found) == 1 and not names_contradict(record.values, found[0].values):
        conflicts = await attempt.store.write(lambda tx: _link(attempt, tx, entry, found[0]))
        return Sent(entry.item_id, entry.record_id, verified=not conflicts, conflicts=conflicts)
    why = (
        f"{attempt.account.name} has {len(found)} records with this email"
        if len(found) > 1
        else f"{attempt.account.name} has “{found[0].values.get('name', '')}” under this email"
    )
    candidates = tuple(str(remote.id) for remote in found)
    await attempt.store.write(lambda tx: _park_for_choice(attempt, tx, entry, why, candidates))
    return Sent(entry.item_id, entry.record_id, refused=1)


def _park_for_choice(attempt: Attempt, tx: Tx, entry: OutboxEntry, why: str, candidates: tuple[str, ...]) -> None:
    park(tx, attempt.account, entry, "LOOKS_LIKE_ANOTHER", {"": why}, {}, candidates)
    tx.items.refresh([entry.item_id])


def _link(attempt: Attempt, tx: Tx, entry: OutboxEntry, remote: RemoteRecord) -> int:
    """Make the waiting record the one that the CRM has; what differs becomes conflicts, what is missing is sent."""
    latest = tx.outbox.get(entry.id)
    record = tx.records.get(entry.record_id)
    owner = tx.records.by_remote(attempt.account.id, entry.kind, remote.id)
    mark = attempt.mark(remote)
    touched = {record.item_id}
    if owner is not None and owner.id != record.id:
        # The record is known as another item: both are one from now on, under the record that the CRM has.
        tx.records.move([other.id for other in tx.records.of_item(owner.item_id)], record.item_id)
        touched.add(owner.item_id)
        tx.records.update([(replace(owner, item_id=record.item_id), None)])
        tx.records.delete([record.id])
        record = replace(owner, item_id=record.item_id, values={**owner.values, **record.values})
    merged, changes, differences = merge_remote(
        replace(record, base=None, agreed=False), remote, mark, attempt.account.region
    )
    tx.records.update([(merged, remote.payload or None)])
    tx.changes.add([replace(change, account_id=attempt.account.id) for change in changes])
    note_conflicts(tx, merged, differences)
    finish(tx, attempt.account, replace(latest, remote_id=remote.id, record_id=merged.id), {}, latest.wanted)
    tx.outbox.update(entry.id, remote_id=remote.id)
    follow_up(tx, attempt.account, tx.records.get(merged.id))
    tx.items.refresh(sorted(touched))
    return len(differences)
