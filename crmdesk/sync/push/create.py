"""Creating a record in a CRM: look there first, link what is there, create what is not, never twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.pairs import names_contradict
from crmdesk.domain.notation.references import without_references
from crmdesk.domain.outbox import EntryState, OutboxEntry
from crmdesk.domain.records import Record
from crmdesk.domain.values import Patch, Values
from crmdesk.errors import AlreadyExists, OutcomeUnknown, Rejected, RemoteGone, Unsupported
from crmdesk.providers.contract import LookupKey, RemoteId, RemoteRecord
from crmdesk.store import Tx
from crmdesk.sync.local_record import trim_local
from crmdesk.sync.pull.create_adoption import ask, is_ours, namesake_stored, stored_meanwhile
from crmdesk.sync.pull.create_matching import claimed
from crmdesk.sync.pull.record_intake import merge_remote, note_conflicts
from crmdesk.sync.push.attempt import SECOND_LOOK, Attempt, Sent, may_still_show, still_wanted
from crmdesk.sync.push.learned_refusals import learn_refusals
from crmdesk.sync.push.lookup import existing, find, with_phone
from crmdesk.sync.push.outcome import LOOKS_LIKE_ANOTHER, finish, park, settle_create
from crmdesk.sync.push.queue import follow_up

PHONE = "phone number"
_GIVEN_UP = timedelta(hours=1)  # after which a record that was made there, and never showed, needs a person
_IDENTITIES = {Kind.CONTACT: "email", Kind.PROPERTY: "address", Kind.DEAL: "property and stage"}


async def send_create(attempt: Attempt, entry: OutboxEntry) -> Sent:
    """Try a create once. Raises the provider's errors; OutcomeUnknown while it cannot be told whether it arrived.

    Where a person chose a record that is there (`remote_id`), it is linked; candidates that a person has seen and not
    chosen do not stop it. What the CRM answered to have made (`remote_id` of an uncertain entry) is waited for.
    """
    if entry.remote_id is not None and entry.state is EntryState.UNCERTAIN:
        return await _awaited(attempt, entry, RemoteId(entry.remote_id))
    if entry.remote_id is not None:
        return await _linked(attempt, entry, await attempt.provider.fetch(entry.kind, RemoteId(entry.remote_id)))
    unsure = entry.state is EntryState.UNCERTAIN
    record = await attempt.record(entry)
    # What was sent is looked for, whatever the user typed since.
    wanted = {key: value for key, value in entry.wanted.items() if value is not None}
    found = await _found(attempt, entry, record, wanted, unsure)
    if unsure and (known := await _what_it_made(attempt, entry, wanted, found)):
        return known
    identity = by = _IDENTITIES.get(entry.kind, "identity")
    if not found and entry.kind is Kind.CONTACT and not unsure:
        # A phone of somebody else's name is an office's, and says nothing.
        shared = await with_phone(attempt, wanted)
        found, by = [one for one in shared if not names_contradict(record.values, one.values)], PHONE
    found = [remote for remote in found if remote.id not in entry.candidates]
    if found:
        return await _meet(attempt, entry, record, found, by)
    sent = await attempt.store.write(lambda tx: _launch_create(tx, entry))
    values = {key: value for key, value in sent.items() if value is not None}
    try:
        after = await _made(attempt, entry, values)
    except AlreadyExists as error:
        found = await existing(attempt, entry.kind, LookupKey(wanted), error)
        return await _meet(attempt, entry, record, found, identity)
    except OutcomeUnknown as unknown:
        if unknown.remote_id is None:
            raise
        made = RemoteId(unknown.remote_id)
        await attempt.store.write(
            lambda tx: tx.outbox.update(entry.id, state=EntryState.UNCERTAIN, remote_id=made, sent_at=tx.now)
        )
        await attempt.clock.sleep(SECOND_LOOK)
        return await _awaited(attempt, entry, made)
    return await _settled(attempt, entry, after)


async def _made(attempt: Attempt, entry: OutboxEntry, values: Values) -> RemoteRecord:
    """Create it in the CRM. Raises the provider's errors, and Unsupported where the CRM answers “not found”."""
    try:
        return await attempt.guarded(entry, lambda: attempt.provider.create(entry.kind, values, key=entry.key))
    except RemoteGone as refused:
        title = attempt.provider.info.title
        why = f"{title} has no such call for this account, or what it belongs to is gone there: {refused.why}"
        raise Unsupported(why) from None


async def _awaited(attempt: Attempt, entry: OutboxEntry, made: RemoteId) -> Sent:
    """Take over what the CRM answered to have made, once it shows it. Raises OutcomeUnknown until then."""
    now = attempt.clock.now()
    if entry.sent_at is not None and entry.sent_at > now:
        # The clock was set back: the wait is counted from here.
        entry = await attempt.store.write(lambda tx: _sent_at(tx, entry, now))
    try:
        after = await attempt.provider.fetch(entry.kind, made)
    except RemoteGone:
        if now - (entry.sent_at or now) > _GIVEN_UP:
            next_ = "Send it again to make it anew, or keep it on this computer only."
            raise Rejected(f"It was made there as {made}, and is not there any more", next=next_) from None
        raise OutcomeUnknown(f"It was made there as {made}, and does not show yet.", remote_id=made) from None
    return await _settled(attempt, entry, after)


async def _what_it_made(attempt: Attempt, entry: OutboxEntry, wanted: Values, found: list[RemoteRecord]) -> Sent | None:
    """Take over, or ask about, what an uncertain create made; None where nothing speaks for that."""
    ours = next((remote for remote in found if is_ours(entry, remote, attempt.account.region)), None)
    if ours is not None:
        return await _settled(attempt, entry, ours)
    if not found and (known := await _stored(attempt, entry)):
        return known
    if LookupKey(wanted).email is None:
        _refuse_guessing(attempt, entry)
    if not found and may_still_show(entry, attempt.clock.now()):
        raise OutcomeUnknown("What was made there may show later; it is looked for again before anything is sent.")
    return None


async def _stored(attempt: Attempt, entry: OutboxEntry) -> Sent | None:
    """Take over what it made where a pull stored that for somebody new, or ask where that has changed; None: nothing.

    Not left to the next complete list: what shows already is edited and sent meanwhile, and is then harder to tell.
    """
    made = await attempt.store.read(lambda reads: stored_meanwhile(reads, attempt.account, entry))
    if made is not None:
        return await _linked(attempt, entry, await attempt.provider.fetch(entry.kind, made))

    def look(tx: Tx) -> Sent | None:
        alike = namesake_stored(tx, attempt.account, entry)
        if alike is None:
            return None
        ask(tx, attempt.account, still_wanted(tx, entry), alike)
        tx.items.refresh([entry.item_id])
        return Sent(entry.item_id, entry.record_id, refused=1)

    return await attempt.store.write(look)


def _sent_at(tx: Tx, entry: OutboxEntry, moment: datetime) -> OutboxEntry:
    tx.outbox.update(entry.id, sent_at=moment)
    return tx.outbox.get(entry.id)


async def _settled(attempt: Attempt, entry: OutboxEntry, after: RemoteRecord) -> Sent:
    mark, writable = attempt.mark(after), attempt.writable(entry)

    def settle(tx: Tx) -> tuple[str, ...]:
        refused = settle_create(tx, attempt.account, tx.outbox.get(entry.id), after, mark, writable)
        learn_refusals(tx, attempt.account, attempt.provider.kind_info(entry.kind), {}, refused, after)
        return refused

    refused = await attempt.store.write(settle)
    return Sent(entry.item_id, entry.record_id, not refused, len(refused))


async def _found(
    attempt: Attempt, entry: OutboxEntry, record: Record, wanted: Values, unsure: bool
) -> list[RemoteRecord]:
    """What the CRM has by the identity of what is to be created: an email, an address, a property and its stage."""
    if entry.kind is Kind.CONTACT:
        return await find(attempt, entry.kind, LookupKey(wanted))
    item = await attempt.store.read(lambda reads: reads.items.get(record.item_id))
    # A stage identifies a deal also where the CRM sets its own.
    told = {**without_references(entry.kind, item.values), **wanted}
    found = await find(attempt, entry.kind, LookupKey(told))
    if unsure and entry.kind is Kind.DEAL:
        told.pop("stage", None)
        found += await find(attempt, entry.kind, LookupKey(told))
    return list({remote.id: remote for remote in found}.values())


def _refuse_guessing(attempt: Attempt, entry: OutboxEntry) -> None:
    """Without an email only a complete list tells whether a create arrived; where none is read, a person must look.

    Properties and deals were looked up by what they are, so that one that is not found did not arrive.
    """
    if attempt.account.direction.pulls:
        raise OutcomeUnknown("The next complete sync tells whether it arrived.")
    if entry.kind is Kind.CONTACT or not entry.wanted.keys() & {"name", "property"}:
        raise Rejected(
            f"It is not known whether the {entry.kind} arrived, and nothing it could be looked up by is known"
        )


def _launch_create(tx: Tx, entry: OutboxEntry) -> Patch:
    latest = still_wanted(tx, entry)
    tx.outbox.update(entry.id, state=EntryState.IN_FLIGHT, attempts=latest.attempts + 1, sent_at=tx.now)
    tx.items.refresh([entry.item_id])
    return latest.wanted


async def _meet(attempt: Attempt, entry: OutboxEntry, record: Record, found: list[RemoteRecord], by: str) -> Sent:
    """A create that meets records in the CRM: one that does not contradict is linked, else a person decides.

    A shared phone alone says little, unless the account's linking rule says that it is enough.
    """
    enough = by != PHONE or "phones" in attempt.account.link_by
    certain = entry.kind is not Kind.CONTACT or not names_contradict(record.values, found[0].values)
    if len(found) == 1 and certain and enough and not found[0].archived:
        return await _linked(attempt, entry, found[0])
    why = (
        f"{attempt.account.name} has {len(found)} records with this {by}"
        if len(found) > 1
        else f"{attempt.account.name} has “{found[0].values.get('name', '')}” under this {by}"
        + (", archived there" if found[0].archived else "")
    )
    candidates = tuple(str(remote.id) for remote in found)
    await attempt.store.write(lambda tx: _park_for_choice(attempt, tx, entry, why, candidates))
    return Sent(entry.item_id, entry.record_id, refused=1)


def _park_for_choice(attempt: Attempt, tx: Tx, entry: OutboxEntry, why: str, candidates: tuple[str, ...]) -> None:
    park(tx, attempt.account, still_wanted(tx, entry), LOOKS_LIKE_ANOTHER, {"": why}, {}, candidates)
    tx.items.refresh([entry.item_id])


async def _linked(attempt: Attempt, entry: OutboxEntry, remote: RemoteRecord) -> Sent:
    mark = attempt.mark(remote)
    conflicts = await attempt.store.write(lambda tx: link(tx, attempt.account, entry, remote, mark))
    return Sent(entry.item_id, entry.record_id, verified=not conflicts, conflicts=conflicts)


def link(tx: Tx, account: Account, entry: OutboxEntry, remote: RemoteRecord, mark: bytes) -> int:
    """Make the waiting record the one that the CRM has; what differs becomes conflicts, what is missing is sent.

    Returns how many conflicts are new.
    """
    latest = still_wanted(tx, entry)
    record = claimed(tx, entry, remote.id)
    if entry.kind is not Kind.CONTACT and "name" in remote.fields:
        # It was found by its address, which is the same however the two spell it.
        record = replace(record, values={key: value for key, value in record.values.items() if key != "name"})
    merged, changes, differences = merge_remote(replace(record, base=None, agreed=False), remote, mark, account)
    tx.records.update([(merged, remote.payload or None)])
    tx.tombstones.remove(account.id, entry.kind, [remote.id])
    tx.changes.add([replace(change, account_id=account.id) for change in changes])
    conflicts, _ = note_conflicts(tx, merged, differences)
    finish(tx, account, replace(latest, remote_id=remote.id, record_id=merged.id), {}, latest.wanted)
    tx.problems.solve_prefix(f"send:{entry.account_id}:{entry.record_id}:")
    tx.outbox.update(entry.id, remote_id=remote.id)
    follow_up(tx, account, tx.records.get(merged.id))
    trim_local(tx, record.item_id)
    tx.items.refresh([record.item_id])
    return conflicts
