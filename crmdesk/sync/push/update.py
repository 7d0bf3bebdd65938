"""Changing or deleting a record in a CRM: read it first, merge, send what is still wanted otherwise, verify."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from crmdesk.domain.merging.plan import plan_send, verify
from crmdesk.domain.outbox import IN_CONFLICT, EntryState, OutboxEntry, Outcome
from crmdesk.domain.reports import Change, Origin
from crmdesk.domain.values import Patch
from crmdesk.errors import OutcomeUnknown, ProviderError, Rejected, RemoteGone, Unsupported
from crmdesk.providers.contract import RemoteId, RemoteRecord
from crmdesk.store import Tx
from crmdesk.sync.pull.record_intake import acknowledged, note_conflicts, unanswered
from crmdesk.sync.push.attempt import SECOND_LOOK, Attempt, Sent, may_still_show, still_wanted
from crmdesk.sync.push.learned_refusals import learn_refusals
from crmdesk.sync.push.outcome import (
    NOT_ACCEPTED,
    finish,
    park,
    settle_delete,
    settle_gone,
    settle_update,
    store_merged,
)
from crmdesk.sync.push.queue import release, split_off

log = logging.getLogger(__name__)


async def send_update(attempt: Attempt, entry: OutboxEntry) -> Sent:
    """Try an update once: read, merge, send what is still wanted, verify. Raises the provider's errors."""
    info = attempt.provider.kind_info(entry.kind)
    remote_id = RemoteId(entry.remote_id or (await attempt.record(entry)).remote_id or "")
    try:
        current = await attempt.provider.fetch(entry.kind, remote_id)
        ready = await attempt.store.write(lambda tx: _prepare(attempt, tx, entry, current))
        if not ready.patch:
            return Sent(entry.item_id, entry.record_id, ready.verified, ready.stuck, ready.conflicts)
        after, patch = await _sent(attempt, entry, current, ready.patch)
        after = await _as_it_shows(attempt, entry, patch, after)
    except RemoteGone:
        await attempt.store.write(lambda tx: settle_gone(tx, attempt.account, entry))
        return Sent(entry.item_id, entry.record_id, conflicts=1)
    mark = attempt.mark(after)

    def settle(tx: Tx) -> tuple[str, ...]:
        before = tx.records.get(entry.record_id).agreed_values
        refused = settle_update(tx, attempt.account, tx.outbox.get(entry.id), patch, after, mark)
        learn_refusals(tx, attempt.account, info, before, refused, after)
        return refused

    refused = await attempt.store.write(settle)
    stuck = ready.stuck + len(ready.patch) - len(patch)
    return Sent(entry.item_id, entry.record_id, not refused, len(refused) + stuck, ready.conflicts)


async def _sent(
    attempt: Attempt, entry: OutboxEntry, current: RemoteRecord, patch: Patch
) -> tuple[RemoteRecord, Patch]:
    """Send a patch, without the fields that are refused by name: they hold back none that would be taken.

    Returns the record as it is then, and what of the patch was sent. Raises the provider's errors.
    """
    while True:
        wanted = patch
        try:
            return await _changed(attempt, entry, current, wanted), wanted
        except Rejected as refused:
            patch = {key: value for key, value in wanted.items() if key not in refused.fields}
            if not patch or len(patch) == len(wanted):
                raise
            why = {key: refused.fields[key] for key in wanted if key not in patch}
            await attempt.store.write(partial(_without, attempt, entry=entry, patch=patch, code=refused.id, why=why))


async def _changed(attempt: Attempt, entry: OutboxEntry, current: RemoteRecord, patch: Patch) -> RemoteRecord:
    """Change a record. A “not found” to that means that it is gone only where it cannot be read either.

    Raises Unsupported where it can: this account's API has no such call. Raises the provider's errors.
    """
    try:
        return await attempt.guarded(entry, partial(attempt.provider.update, entry.kind, current, patch))
    except RemoteGone as refused:
        await attempt.provider.fetch(entry.kind, current.id)
        title = attempt.provider.info.title
        raise Unsupported(f"{title} has it, but no such call for this account: {refused.why}") from None


async def _as_it_shows(attempt: Attempt, entry: OutboxEntry, patch: Patch, after: RemoteRecord) -> RemoteRecord:
    """The record after a send; where it does not hold what was sent, as a second look shortly after shows it."""
    base = (await attempt.record(entry)).agreed_values
    region = attempt.account.region

    def left(shown: RemoteRecord) -> int:
        return len(verify(entry.kind, patch, shown.values, shown.fields, region, base).refused)

    if not left(after):
        return after
    await attempt.clock.sleep(SECOND_LOOK)
    try:
        again = await attempt.provider.fetch(entry.kind, after.id)
    except ProviderError as unread:
        log.debug("entry %s: no second look: %s", entry.id, unread.why)
        return after
    return again if left(again) < left(after) else after


def _without(attempt: Attempt, tx: Tx, entry: OutboxEntry, patch: Patch, code: str, why: Mapping[str, str]) -> None:
    own = tx.outbox.get(entry.id)
    refused = {key: own.wanted[key] for key in why}
    tx.outbox.update(own.id, wanted=patch)
    park(tx, attempt.account, split_off(tx, own, refused), code, why, refused)


@dataclass(frozen=True, slots=True)
class _Ready:
    """What is left to send after the merge; without a patch the entry has ended already."""

    patch: Patch
    conflicts: int  # new ones
    stuck: int = 0  # fields that this account does not take
    verified: bool = False  # the CRM was found to have it all


def _prepare(attempt: Attempt, tx: Tx, entry: OutboxEntry, current: RemoteRecord) -> _Ready:
    """Merge what the CRM holds now, and mark what is left to send as in flight. Raises Withdrawn."""
    latest = still_wanted(tx, entry)
    record = tx.records.get(entry.record_id)
    record = acknowledged(record, current, unanswered([latest], record), attempt.account.region)
    fixed = {**current.fixed, **_unread(attempt, current)}
    writable = attempt.writable(entry).without(fixed)
    plan = plan_send(record, current.values, current.fields, writable, (), attempt.account.region)
    changes = [
        Change(record.item_id, record.id, taken.field, taken.old, taken.new, Origin.SYNC) for taken in plan.merged.taken
    ]
    store_merged(tx, record, plan.merged.values, plan.merged.base, current, record.mark)
    tx.changes.add([replace(change, account_id=attempt.account.id) for change in changes])
    conflicts, dropped = note_conflicts(tx, tx.records.get(record.id), plan.merged.differences)
    held_back = {conflict.field for conflict in tx.conflicts.open_of(record.id)}
    if dropped:
        release(tx, attempt.account, tx.records.get(record.id))
    wanted = latest.wanted.keys()
    patch = {key: value for key, value in plan.patch.items() if key in wanted and key not in held_back}
    stuck = {key: value for key, value in plan.stuck.items() if key in wanted and key not in held_back}
    conflicting = {key: value for key, value in latest.wanted.items() if key in held_back}
    why = {key: fixed.get(key, f"{attempt.account.name} takes no such change from the desk") for key in stuck}
    verified = _launch(attempt, tx, latest, patch, stuck, why, conflicting)
    tx.items.refresh([record.item_id])
    return _Ready(patch, conflicts, len(stuck), verified)


def _unread(attempt: Attempt, current: RemoteRecord) -> dict[str, str]:
    """What cannot be read there is never overwritten: nobody knows what would be lost."""
    name = attempt.account.name
    return {key: f"What {name} holds there cannot be read: {why}" for key, why in current.unreadable.items()}


def _launch(
    attempt: Attempt,
    tx: Tx,
    entry: OutboxEntry,
    patch: Patch,
    stuck: Patch,
    why: Mapping[str, str],
    conflicting: Patch,
) -> bool:
    """Give the parts of an entry their ways: sent now, parked for a decision, parked as not taken; each its own entry.

    Returns whether there was nothing left to send because the CRM is known to have it.
    """
    own = entry  # the first part keeps the entry itself
    if patch:
        tx.outbox.update(own.id, state=EntryState.IN_FLIGHT, attempts=own.attempts + 1, sent_at=tx.now, wanted=patch)
    if conflicting:
        part = split_off(tx, own, conflicting) if patch else own
        tx.outbox.update(
            part.id,
            state=EntryState.PARKED,
            next_at=None,
            wanted=conflicting,
            error_id=IN_CONFLICT,
            error=f"It was changed here and in {attempt.account.name}.",
        )
    if stuck:
        part = split_off(tx, own, stuck) if patch or conflicting else own
        park(tx, attempt.account, part, NOT_ACCEPTED, why, stuck)
    if patch or conflicting or stuck:
        return False
    verified = entry.state is EntryState.UNCERTAIN
    finish(tx, attempt.account, entry, {}, entry.wanted)
    tx.outbox.update(entry.id, outcome=Outcome.VERIFIED if verified else Outcome.SUPERSEDED)
    return verified


async def send_delete(attempt: Attempt, entry: OutboxEntry) -> Sent:
    """Try a deletion once; a record that is already gone counts as deleted. Raises the provider's errors.

    Where an earlier answer was lost, a CRM that still shows the record a moment later is not believed to keep it.
    """
    remote_id = RemoteId(entry.remote_id or "")

    def launch(tx: Tx) -> None:
        attempts = still_wanted(tx, entry).attempts + 1
        tx.outbox.update(entry.id, state=EntryState.IN_FLIGHT, attempts=attempts, sent_at=tx.now)

    await attempt.store.write(launch)
    try:
        await attempt.guarded(entry, lambda: attempt.provider.delete(entry.kind, remote_id))
    except RemoteGone:
        log.debug("entry %s: already gone", entry.id)
    except (Rejected, Unsupported):
        if entry.state is EntryState.UNCERTAIN and may_still_show(entry, attempt.clock.now()):
            raise OutcomeUnknown("It may be deleted there, and be shown for a while yet.") from None
        raise
    await attempt.store.write(lambda tx: settle_delete(tx, attempt.account, tx.outbox.get(entry.id)))
    return Sent(entry.item_id, entry.record_id, verified=True)
