"""What becomes of an outbox entry once it is known how its send ended; plain functions inside a transaction."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import field_of
from crmdesk.domain.merging.merge import Difference, merge
from crmdesk.domain.merging.plan import Settled, settle_field
from crmdesk.domain.notation.names import follows, joined
from crmdesk.domain.outbox import IN_CONFLICT, MAY_BE_THERE, Action, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Presence, Record
from crmdesk.domain.reports import Change, Origin, Problem, ProblemKind
from crmdesk.domain.values import Patch, Value, Values, texts
from crmdesk.providers.contract import RemoteRecord
from crmdesk.store import Tx
from crmdesk.sync.local_record import trim_local
from crmdesk.sync.pull.create_matching import claimed
from crmdesk.sync.pull.record_intake import REMOVED_THERE, note_conflicts, remove_record
from crmdesk.sync.push.queue import close, end_agreed, follow_up, problem_key, queue_delete

LOOKS_LIKE_ANOTHER = "LOOKS_LIKE_ANOTHER"
NOT_ACCEPTED = "NOT_ACCEPTED"


def settle_update(
    tx: Tx, account: Account, entry: OutboxEntry, patch: Patch, after: RemoteRecord, mark: bytes
) -> tuple[str, ...]:
    """Verify a sent update against what the CRM holds afterwards; returns the fields that it did not take.

    Base becomes what was sent and verified; what the user typed meanwhile stays, and its own entry follows.
    """
    record = tx.records.get(entry.record_id)
    base = dict(record.agreed_values)
    values = dict(record.values)
    settled = _settled(account, record, patch, base, after)
    for key, one in settled.items():
        if key in after.fields:
            _set(base, key, one.base)
        _set(values, key, one.value)
    differences = _differences(settled, record, after, base)
    others = after.fields - patch.keys()
    merged = merge(record.kind, base, values, after.values, others, account.region)
    store_merged(tx, record, merged.values, merged.base, after, mark)
    tx.changes.add(
        [
            Change(record.item_id, record.id, taken.field, taken.old, taken.new, Origin.SYNC, account_id=account.id)
            for taken in merged.taken
        ]
    )
    if differences or merged.differences:
        note_conflicts(tx, tx.records.get(record.id), [*differences, *merged.differences])
    refused = _refused(account, after, settled)
    finish(tx, account, entry, refused, patch)
    end_agreed(tx, tx.records.get(record.id))
    tx.items.refresh([record.item_id])
    return tuple(refused)


def _settled(account: Account, record: Record, sent: Patch, before: Values, after: RemoteRecord) -> dict[str, Settled]:
    """What each field that was sent comes to; a field that the CRM does not speak about was not taken."""
    kind, region = record.kind, account.region
    return {
        key: settle_field(kind, key, wanted, record.values.get(key), after.values.get(key), region, before.get(key))
        if key in after.fields
        else Settled(None, record.values.get(key), refused=True)
        for key, wanted in sent.items()
    }


def _differences(
    settled: Mapping[str, Settled], record: Record, after: RemoteRecord, base: dict[str, Value]
) -> list[Difference]:
    """What was typed since the send, and differs from what somebody else wrote; a name that follows is part of that."""
    found = {key: one.difference for key, one in settled.items() if one.difference}
    if found and follows(record.values) and follows(after.values):
        found.pop("name", None)
        _set(base, "name", joined(base))
    return list(found.values())


def _refused(account: Account, after: RemoteRecord, settled: Mapping[str, Settled]) -> dict[str, str]:
    return {key: _why(account, after, key) for key, one in settled.items() if one.refused}


def _presence(record: Record, remote: RemoteRecord) -> Presence:
    """What the user makes or changes stays where it is in sight or out of it, until the next pull reads it."""
    if remote.archived:
        return Presence.ARCHIVED
    return record.presence if record.presence is Presence.OUT_OF_SCOPE else Presence.LIVE


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
                    presence=_presence(record, remote),
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
            candidates=(),
        )
        return
    if entry.action is Action.CREATE:
        # The record is there now: what it did not take is an update from here on.
        tx.outbox.update(entry.id, action=Action.UPDATE)
    park(tx, account, entry, NOT_ACCEPTED, refused, {key: sent.get(key) for key in refused if key})


def park(
    tx: Tx,
    account: Account,
    entry: OutboxEntry,
    code: str,
    reasons: Mapping[str, str],
    values: Patch,
    candidates: tuple[str, ...] = (),
    advice: str = "Change the value, send it again, or keep it on this computer only.",
) -> None:
    """Keep an entry for a person, with a problem per refused field ("" stands for the whole record)."""
    unknown = "It is not known whether " if code == MAY_BE_THERE else ""
    for key, why in reasons.items():
        subject = (
            field_of(entry.kind, key).title.removeprefix("custom.")
            if key
            else {"create": f"this {entry.kind.value}", "delete": "the deletion"}.get(entry.action, "the change")
        )
        tx.problems.put(
            Problem(
                key=problem_key(entry, key),
                kind=ProblemKind.NOT_ACCEPTED if code == NOT_ACCEPTED else ProblemKind.PARKED,
                account_id=account.id,
                code=code,
                what=f"{unknown}{account.name} {'took' if unknown else 'did not take'} {subject}",
                why=f"{why.rstrip('.')}. What you entered is kept here.",
                next=advice,
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


def _set(values: dict[str, Value], key: str, value: Value | None) -> None:
    if value is None:
        values.pop(key, None)
    else:
        values[key] = value


def _shown(value: Value | None) -> str:
    if isinstance(value, tuple):
        return ", ".join(texts(value))
    return "nothing" if value is None else str(value)


def _why(account: Account, after: RemoteRecord, key: str) -> str:
    """Why a value was not taken: what the record itself says of that field, else what the CRM has in its place."""
    got = after.values.get(key)
    left = f"{account.name} left it empty" if got in (None, "", ()) else f"{account.name} kept “{_shown(got)}”"
    return after.fixed.get(key) or left


def settle_create(
    tx: Tx, account: Account, entry: OutboxEntry, after: RemoteRecord, mark: bytes, writable: Container[str]
) -> tuple[str, ...]:
    """Take over the record that a create made or found; returns the fields that the CRM did not take.

    What the user typed meanwhile stays. Fields that the CRM derives (a full name, from its parts) are taken as it gives
    them. The record in "This computer" keeps only what no CRM took, else it goes.
    """
    record = claimed(tx, entry, after.id)
    base = {key: value for key, value in after.values.items() if key in after.fields}
    values: dict[str, Value] = dict(base)
    sent = {key: entry.wanted.get(key) for key in (*record.values, *entry.wanted) if key in writable}
    settled = _settled(account, record, sent, {}, after)
    for key, one in settled.items():
        _set(values, key, one.value)
        _set(base, key, one.base)
    differences = _differences(settled, record, after, base)
    store_merged(tx, record, values, base, after, mark)
    tx.tombstones.remove(account.id, record.kind, [after.id])
    tx.outbox.update(entry.id, remote_id=after.id)
    if differences:
        note_conflicts(tx, tx.records.get(record.id), differences)
    refused = _refused(account, after, {key: one for key, one in settled.items() if key in entry.wanted})
    finish(tx, account, replace(entry, remote_id=after.id, record_id=record.id), refused, entry.wanted)
    follow_up(tx, account, tx.records.get(record.id))
    _mind_the_trash(tx, account, tx.records.get(record.id))
    trim_local(tx, record.item_id)
    tx.items.refresh([record.item_id])
    return tuple(refused)


def _mind_the_trash(tx: Tx, account: Account, record: Record) -> None:
    """The user deleted the contact while its create was on its way: the account's rule on deletions applies now."""
    if tx.items.get(record.item_id).trashed_at is None:
        return
    if account.deletes_remotely:
        queue_delete(tx, record)
    else:
        tx.items.untrash([record.item_id])
        tx.items.trash([record.item_id], f"You deleted it. It exists in {account.name}.")


def settle_delete(tx: Tx, account: Account, entry: OutboxEntry) -> None:
    """The record is gone from the CRM: the desk knows at once, without waiting for the next complete list."""
    finish(tx, account, entry, {}, entry.wanted)
    record = tx.records.load([entry.record_id]).get(entry.record_id)
    if record is not None:
        tx.records.update([(replace(record, presence=Presence.REMOVED), None)])
        if record.remote_id is not None:
            tx.tombstones.add(account.id, record.kind, [record.remote_id], REMOVED_THERE)
        for conflict in tx.conflicts.open_of(record.id):  # "deleted there, changed here": both sides have deleted it
            tx.conflicts.drop(record.id, conflict.field, conflict.entry)
    tx.items.refresh([entry.item_id])


def settle_gone(tx: Tx, account: Account, entry: OutboxEntry) -> None:
    """The record no longer exists in the CRM: a delete is done, anything else is a conflict for a person."""
    if entry.action is Action.DELETE:
        settle_delete(tx, account, entry)
        return
    record = tx.records.get(entry.record_id)
    remove_record(tx, account, record)
    if not any(conflict.field == "" for conflict in tx.conflicts.open_of(record.id)):
        close(tx, entry, Outcome.SUPERSEDED)
    else:
        tx.outbox.update(
            entry.id,
            state=EntryState.PARKED,
            next_at=None,
            error_id=IN_CONFLICT,
            error=f"It was deleted in {account.name} and changed here.",
        )
    tx.items.refresh([record.item_id])
