"""What becomes of an outbox entry once it is known how its send ended; plain functions inside a transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta

from crmdesk.domain.accounts import Account
from crmdesk.domain.merge import merge
from crmdesk.domain.outbox import Action, EntryState, OutboxEntry, Outcome, back_off
from crmdesk.domain.plan import verify
from crmdesk.domain.records import Presence, Record
from crmdesk.domain.reports import Change, Origin, Problem, ProblemKind
from crmdesk.domain.values import Patch, Value, Values, texts
from crmdesk.errors import DeskError
from crmdesk.providers.contract import RemoteRecord
from crmdesk.store import Tx
from crmdesk.sync.here import trim_local
from crmdesk.sync.records import note_conflicts, remove_record

IN_CONFLICT = "CHANGED_IN_BOTH_PLACES"
NOT_ACCEPTED = "NOT_ACCEPTED"


def settle_update(
    tx: Tx, account: Account, entry: OutboxEntry, patch: Patch, after: RemoteRecord, mark: bytes
) -> tuple[str, ...]:
    """Verify a sent update against what the CRM holds afterwards; returns the fields that it did not take.

    Base becomes what was sent and verified; what the user typed meanwhile stays, and its own entry follows.
    """
    record = tx.records.get(entry.record_id)
    receipt = verify(record.kind, patch, after.values, after.fields, account.region)
    base = dict(record.agreed_values)
    values = dict(record.values)
    for key, got in receipt.taken.items():
        _set(base, key, got)
        if record.values.get(key) == patch[key]:
            _set(values, key, got)
    for key, got in receipt.refused.items():
        if key in after.fields:
            _set(base, key, got)
    others = after.fields - patch.keys()
    merged = merge(record.kind, base, values, after.values, others, account.region)
    store_merged(tx, record, merged.values, merged.base, after, mark)
    tx.changes.add(
        [
            Change(record.item_id, record.id, taken.field, taken.old, taken.new, Origin.SYNC, account_id=account.id)
            for taken in merged.taken
        ]
    )
    if merged.differences:
        note_conflicts(tx, tx.records.get(record.id), merged.differences)
    refused = {key: f"{account.name} kept “{_shown(got)}”" for key, got in receipt.refused.items()}
    finish(tx, account, entry, refused, patch)
    tx.items.refresh([record.item_id])
    return tuple(refused)


def store_merged(tx: Tx, record: Record, values: Values, base: Values, remote: RemoteRecord, mark: bytes) -> None:
    """Store a record as it stands after its CRM answered."""
    tx.records.update(
        [
            (
                replace(
                    record,
                    remote_id=remote.id,
                    values=values,
                    base=None if base == values else base,
                    agreed=True,
                    version=remote.version,
                    mark=mark,
                    presence=Presence.ARCHIVED if remote.archived else Presence.LIVE,
                ),
                remote.payload or None,
            )
        ]
    )


def finish(tx: Tx, account: Account, entry: OutboxEntry, refused: Mapping[str, str], sent: Patch) -> None:
    """Settle an entry, or park it with what was refused; problems of the fields that were taken are solved."""
    tx.problems.solve([problem_key(entry, key) for key in {*sent, *entry.wanted, ""} if key not in refused])
    if not refused:
        tx.outbox.update(
            entry.id,
            state=EntryState.SETTLED,
            wanted=sent or entry.wanted,
            outcome=Outcome.VERIFIED,
            settled_at=tx.now,
            next_at=None,
            error_id=None,
            error=None,
        )
        return
    park(tx, account, entry, NOT_ACCEPTED, refused, {key: sent.get(key) for key in refused if key})


def park(
    tx: Tx,
    account: Account,
    entry: OutboxEntry,
    code: str,
    reasons: Mapping[str, str],
    values: Patch,
    candidates: tuple[str, ...] = (),
) -> None:
    """Keep an entry for a person, with a problem per refused field ("" stands for the whole record)."""
    for key, why in reasons.items():
        subject = (
            key.replace("_", " ")
            if key
            else {"create": "this contact", "delete": "the deletion"}.get(entry.action, "the change")
        )
        tx.problems.put(
            Problem(
                key=problem_key(entry, key),
                kind=ProblemKind.NOT_ACCEPTED if code == NOT_ACCEPTED else ProblemKind.PARKED,
                account_id=account.id,
                code=code,
                what=f"{account.name} did not take {subject}",
                why=f"{why.rstrip('.')}. What you entered is kept here.",
                next="Change the value, send it again, or keep it on this computer only.",
                action="resolve" if candidates else "retry",
                item_id=entry.item_id,
                remote_id=entry.remote_id,
                field=key or None,
                value=_shown(values.get(key)) if key in values else None,
                record_kind=entry.kind,
            )
        )
    tx.outbox.update(
        entry.id,
        state=EntryState.PARKED,
        next_at=None,
        error_id=code,
        error="; ".join(f"{key}: {why}" if key else why for key, why in reasons.items()),
        candidates=candidates,
        **({"wanted": values} if values else {}),
    )


def problem_key(entry: OutboxEntry, field: str) -> str:
    """The key under which trouble with one field of one record is one problem."""
    return f"send:{entry.account_id}:{entry.record_id}:{field}"


def _set(values: dict[str, Value], key: str, value: Value | None) -> None:
    if value is None:
        values.pop(key, None)
    else:
        values[key] = value


def _shown(value: Value | None) -> str:
    if isinstance(value, tuple):
        return ", ".join(texts(value))
    return "nothing" if value is None else str(value)


def settle_create(
    tx: Tx, account: Account, entry: OutboxEntry, after: RemoteRecord, mark: bytes, writable: Collection[str]
) -> tuple[str, ...]:
    """Take over the record that a create made or found; returns the fields that the CRM did not take.

    Fields that the CRM derives (a full name, from its parts) are taken as it gives them. The record in "This computer"
    keeps only what no CRM took, else it goes.
    """
    record = tx.records.get(entry.record_id)
    receipt = verify(record.kind, entry.wanted, after.values, after.fields, account.region)
    base = {key: value for key, value in after.values.items() if key in after.fields}
    values: dict[str, Value] = dict(base)
    for key, wanted in record.values.items():
        taken = receipt.taken.get(key)
        edited_since = key in entry.wanted and wanted != entry.wanted[key]
        if key in writable and (key in receipt.refused or edited_since):
            values[key] = wanted
        elif taken is not None:
            values[key] = base[key] = taken
    store_merged(tx, record, values, base, after, mark)
    tx.outbox.update(entry.id, remote_id=after.id)
    refused = {key: f"{account.name} kept “{_shown(got)}”" for key, got in receipt.refused.items() if key in writable}
    finish(tx, account, replace(entry, remote_id=after.id), refused, entry.wanted)
    follow_up(tx, account, tx.records.get(record.id))
    trim_local(tx, record.item_id)
    tx.items.refresh([record.item_id])
    return tuple(refused)


def follow_up(tx: Tx, account: Account, record: Record, exclude: tuple[str, ...] = ()) -> None:
    """Make sure that what a record still wants otherwise, and nobody holds back, has an entry that waits."""
    held_back = {conflict.field for conflict in tx.conflicts.open_of(record.id)}
    covered = {key for entry in tx.outbox.open_of(record.id) for key in entry.wanted}
    missing = [key for key in record.dirty_fields if key not in held_back | covered and key not in exclude]
    if missing and account.direction.pushes and record.remote_id is not None:
        wanted = {key: record.values.get(key) for key in missing}
        queue_update(tx, account, record, wanted)


def queue_update(tx: Tx, account: Account, record: Record, wanted: Patch) -> None:
    """Queue fields of a record, folded into the entry that already waits; parked fields are taken over from theirs."""
    open_entries = tx.outbox.open_of(record.id)
    for entry in open_entries:
        if entry.state is EntryState.PARKED and entry.action is Action.UPDATE:
            left = {key: value for key, value in entry.wanted.items() if key not in wanted}
            tx.problems.solve([problem_key(entry, key) for key in {*wanted, ""}])
            if left:
                tx.outbox.update(entry.id, wanted=left)
            else:
                tx.outbox.update(entry.id, state=EntryState.SETTLED, outcome=Outcome.SUPERSEDED, settled_at=tx.now)
    for entry in open_entries:
        waits = entry.state is EntryState.PENDING or (
            entry.state is EntryState.PARKED and entry.action is Action.CREATE
        )
        if waits and entry.action is not Action.DELETE:
            folded = {**entry.wanted, **wanted}
            if entry.action is Action.CREATE:
                folded = {key: value for key, value in folded.items() if value is not None}
            tx.outbox.update(entry.id, wanted=folded, state=EntryState.PENDING, next_at=None, attempts=0)
            return
    tx.outbox.add(
        account_id=account.id,
        kind=record.kind,
        item_id=record.item_id,
        record_id=record.id,
        remote_id=record.remote_id,
        action=Action.UPDATE,
        wanted=wanted,
        key="",
    )


def put_off(tx: Tx, entry: OutboxEntry, error: DeskError, state: EntryState, after: float | None = None) -> None:
    """Keep an entry for a later attempt: after `after` seconds, or 1 min, 10 min, 1 h, then hourly."""
    wait = back_off(entry.attempts) if after is None else after
    tx.outbox.update(
        entry.id, state=state, next_at=tx.now + timedelta(seconds=wait), error_id=error.id, error=error.why
    )


def settle_gone(tx: Tx, account: Account, entry: OutboxEntry) -> None:
    """The record no longer exists in the CRM: a delete is done, anything else is a conflict for a person."""
    if entry.action is Action.DELETE:
        finish(tx, account, entry, {}, entry.wanted)
        return
    record = tx.records.get(entry.record_id)
    remove_record(tx, account, record)
    tx.outbox.update(
        entry.id,
        state=EntryState.PARKED,
        next_at=None,
        error_id=IN_CONFLICT,
        error=f"It was deleted in {account.name} and changed here.",
    )
    tx.items.refresh([record.item_id])
