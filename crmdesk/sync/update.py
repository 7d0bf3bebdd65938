"""Changing or deleting a record in a CRM: read it first, merge, send what is still wanted otherwise, verify."""

from __future__ import annotations

import logging
from dataclasses import replace

from crmdesk.domain.outbox import Action, EntryState, OutboxEntry, Outcome
from crmdesk.domain.plan import plan_send
from crmdesk.domain.reports import Change, Origin
from crmdesk.domain.values import Patch
from crmdesk.errors import RemoteGone
from crmdesk.providers.contract import Precondition, RemoteId, RemoteRecord
from crmdesk.store import Tx
from crmdesk.sync.attempt import Attempt, Sent
from crmdesk.sync.records import note_conflicts
from crmdesk.sync.settle import IN_CONFLICT, finish, settle_gone, settle_update, store_merged

log = logging.getLogger(__name__)


async def send_update(attempt: Attempt, entry: OutboxEntry) -> Sent:
    """Try an update once: read, merge, send what is still wanted, verify. Raises the provider's errors."""
    info = attempt.provider.kind_info(entry.kind)
    remote_id = RemoteId(entry.remote_id or (await attempt.record(entry)).remote_id or "")
    look_first = info.precondition is Precondition.READ_FIRST or entry.state is EntryState.UNCERTAIN
    try:
        current = await attempt.provider.fetch(entry.kind, remote_id) if look_first else None
        patch, conflicts = await attempt.store.write(lambda tx: _prepare(attempt, tx, entry, current))
        if not patch:
            return Sent(entry.item_id, entry.record_id, verified=not conflicts, conflicts=conflicts)
        if current is None:
            current = await _as_known(attempt, entry, remote_id)
        after = await attempt.guarded(entry, lambda: attempt.provider.update(entry.kind, current, patch))
    except RemoteGone:
        await attempt.store.write(lambda tx: settle_gone(tx, attempt.account, entry))
        return Sent(entry.item_id, entry.record_id, conflicts=entry.action is not Action.DELETE)
    mark = attempt.mark(after)
    refused = await attempt.store.write(
        lambda tx: settle_update(tx, attempt.account, tx.outbox.get(entry.id), patch, after, mark)
    )
    return Sent(entry.item_id, entry.record_id, not refused, len(refused), conflicts)


def _prepare(attempt: Attempt, tx: Tx, entry: OutboxEntry, current: RemoteRecord | None) -> tuple[Patch, int]:
    """Merge what the CRM holds now, and mark what is left to send as in flight."""
    record = tx.records.get(entry.record_id)
    latest = tx.outbox.get(entry.id)
    theirs = current.values if current else record.agreed_values
    spoken = current.fields if current else frozenset()
    held_back = {conflict.field for conflict in tx.conflicts.open_of(record.id)}
    plan = plan_send(record, theirs, spoken, attempt.writable(entry), held_back, attempt.account.region)
    patch = {key: value for key, value in plan.patch.items() if key in latest.wanted}
    if current is not None:
        changes = [
            Change(record.item_id, record.id, taken.field, taken.old, taken.new, Origin.SYNC)
            for taken in plan.merged.taken
        ]
        store_merged(tx, record, plan.merged.values, plan.merged.base, current, record.mark)
        tx.changes.add([replace(change, account_id=attempt.account.id) for change in changes])
        note_conflicts(tx, tx.records.get(record.id), plan.merged.differences)
    in_conflict = held_back | {difference.field for difference in plan.merged.differences}
    if patch:
        tx.outbox.update(
            entry.id, state=EntryState.IN_FLIGHT, attempts=latest.attempts + 1, sent_at=tx.now, wanted=patch
        )
        left = {key: value for key, value in latest.wanted.items() if key in in_conflict and key not in patch}
        _park_conflicting(attempt, tx, entry, left)
    elif in_conflict & latest.wanted.keys():
        tx.outbox.update(
            entry.id,
            state=EntryState.PARKED,
            next_at=None,
            error_id=IN_CONFLICT,
            error=f"It was changed here and in {attempt.account.name}.",
        )
    else:
        finish(tx, attempt.account, latest, {}, latest.wanted)
        tx.outbox.update(
            entry.id,
            outcome=Outcome.VERIFIED if latest.state is EntryState.UNCERTAIN else Outcome.SUPERSEDED,
        )
    tx.items.refresh([record.item_id])
    return patch, len(plan.merged.differences)


def _park_conflicting(attempt: Attempt, tx: Tx, entry: OutboxEntry, left: Patch) -> None:
    """Fields of an entry that wait for a decision get an entry of their own, so that the rest can go."""
    if left:
        added = tx.outbox.add(
            account_id=entry.account_id,
            kind=entry.kind,
            item_id=entry.item_id,
            record_id=entry.record_id,
            remote_id=entry.remote_id,
            action=Action.UPDATE,
            wanted=left,
            key="",
        )
        tx.outbox.update(
            added,
            state=EntryState.PARKED,
            error_id=IN_CONFLICT,
            error=f"It was changed here and in {attempt.account.name}.",
        )


async def send_delete(attempt: Attempt, entry: OutboxEntry) -> Sent:
    """Try a deletion once; a record that is already gone counts as deleted. Raises the provider's errors."""
    remote_id = RemoteId(entry.remote_id or "")
    await attempt.store.write(
        lambda tx: tx.outbox.update(entry.id, state=EntryState.IN_FLIGHT, attempts=entry.attempts + 1, sent_at=tx.now)
    )
    try:
        await attempt.guarded(entry, lambda: attempt.provider.delete(entry.kind, remote_id))
    except RemoteGone:
        log.debug("entry %s: already gone", entry.id)
    await attempt.store.write(lambda tx: finish(tx, attempt.account, tx.outbox.get(entry.id), {}, {}))
    return Sent(entry.item_id, entry.record_id, verified=True)


async def _as_known(attempt: Attempt, entry: OutboxEntry, remote_id: RemoteId) -> RemoteRecord:
    record = await attempt.record(entry)
    payload = await attempt.store.read(lambda reads: reads.records.payload(record.id)) or b""
    values = record.agreed_values
    return RemoteRecord(entry.kind, remote_id, values, frozenset(values), payload=payload)
