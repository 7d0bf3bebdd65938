"""Sending a registration: the account is looked into first, and the contact that it names afterwards is linked.

A CRM knows the contact by its email, and makes it where it has none. What becomes of it cannot be read back.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.matching.pairs import names_contradict
from crmdesk.domain.outbox import Action, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Item
from crmdesk.domain.reports import Problem, ProblemKind
from crmdesk.domain.values import Values
from crmdesk.errors import RemoteGone
from crmdesk.providers.contract import BadRecord, LookupKey, Registered, Registration, RemoteId, RemoteRecord
from crmdesk.providers.info import KindInfo
from crmdesk.store import Tx
from crmdesk.sync.actions.creations import queue_link
from crmdesk.sync.actions.register import event_id_by_name, ids_there, name_form
from crmdesk.sync.push.attempt import Attempt, Sent, still_wanted
from crmdesk.sync.push.lookup import find
from crmdesk.sync.push.outcome import LOOKS_LIKE_ANOTHER
from crmdesk.sync.push.queue import close, problem_key

SENT_BEFORE = "MAY_HAVE_ARRIVED"
NO_SUCH_EVENT = "NO_SUCH_EVENT"
# What a registration tells of the contact, and may be told otherwise there: emails and phones of several records unite.
_TOLD = ("first_name", "last_name", "company")


async def send_registration(attempt: Attempt, entry: OutboxEntry) -> Sent:
    """Try a registration once. Raises the provider's errors; OutcomeUnknown where its answer was lost."""
    contact = await attempt.store.write(lambda tx: _prepare(tx, attempt.account, entry))
    if contact is None:
        return Sent(entry.item_id, entry.record_id)
    if entry.state is EntryState.UNCERTAIN:
        why = await _look_for_event(attempt, entry)
        if why:
            advice = "Look there, then send it again or withdraw it."
            return await _parked(attempt, entry, contact, SENT_BEFORE, why, advice)
    known = await _as_there(attempt, contact)
    if known is None:
        found = await find(attempt, Kind.CONTACT, LookupKey(contact.values))
        if why := _in_the_way(attempt.account, contact, found):
            advice = "Link the two if they are one person, or correct the email address; then send it again."
            return await _parked(attempt, entry, contact, LOOKS_LIKE_ANOTHER, why, advice)
        known = found[0].values if found else None
    registration = await attempt.store.write(lambda tx: _launch(tx, entry, contact, known))
    done = await attempt.guarded(entry, lambda: attempt.provider.register(registration))
    info = attempt.provider.kind_info(Kind.CONTACT)
    await attempt.store.write(lambda tx: _settle(tx, attempt.account, info, entry, contact, done))
    return Sent(entry.item_id, entry.record_id, verified=done.event is not None, refused=int(done.event is None))


def _prepare(tx: Tx, account: Account, entry: OutboxEntry) -> Item | None:
    """The contact; an event that was known by its name alone is looked up among what was pulled since.

    None where the contact was deleted for good: then there is nobody to put down.
    """
    found = tx.items.load([entry.item_id])
    if not found:
        close(tx, entry, Outcome.CANCELLED)
        return None
    if not entry.wanted.get("event_id") and (known := event_id_by_name(tx, account, entry.wanted["event"])):
        tx.outbox.update(entry.id, wanted={**entry.wanted, **known})
    return found[0]


async def _look_for_event(attempt: Attempt, entry: OutboxEntry) -> str:
    """After a lost answer: by its id an event is only linked again, by its name another one of that name may be made.

    So it is looked for as the CRM has it now. Returns why nobody can tell, "" where the registration can be sent again.
    """
    latest = await attempt.store.read(lambda reads: reads.outbox.get(entry.id))
    if latest.wanted.get("event_id") or not attempt.provider.kind_info(Kind.EVENT).made_by_name:
        return ""
    form = name_form(latest.wanted["event"])
    ids = {event.id async for event in _events(attempt) if name_form(event.values.get("name", "")) == form}
    if len(ids) > 1:
        return f"The answer was lost, and {attempt.account.name} has {len(ids)} events of this name."
    if ids:
        wanted = {**latest.wanted, "event_id": ids.pop()}
        await attempt.store.write(lambda tx: tx.outbox.update(entry.id, wanted=wanted))
    return ""


async def _events(attempt: Attempt) -> AsyncGenerator[RemoteRecord, None]:
    async with aclosing(attempt.provider.pages(Kind.EVENT, None)) as pages:
        async for page in pages:
            for payload in page.payloads:
                try:
                    yield attempt.provider.read(Kind.EVENT, payload)
                except BadRecord:
                    continue


async def _as_there(attempt: Attempt, contact: Item) -> Values | None:
    """The contact as the account has it, None where it has none; read anew where the registration might change it."""
    held = [record for record in contact.records if record.remote_id in ids_there(contact, attempt.account)]
    if not held:
        return None
    if not attempt.provider.kind_info(Kind.CONTACT).updates:
        return held[0].agreed_values
    try:
        return (await attempt.provider.fetch(Kind.CONTACT, RemoteId(held[0].remote_id or ""))).values
    except RemoteGone:
        return None


def _in_the_way(account: Account, contact: Item, found: Sequence[RemoteRecord]) -> str:
    """Why the account would put somebody else down, "" where it would not."""
    if len(found) > 1:
        return f"{account.name} has {len(found)} contacts under this email address, and would put down any of them."
    for remote in found:
        name = compose_name(remote.values)
        if names_contradict(contact.values, remote.values):
            return f"{account.name} has “{name}” under this email address, and would put that one down."
        if remote.archived:
            return f"{account.name} has “{name}” under this email address, archived, and would put that one down."
    return ""


def _launch(tx: Tx, entry: OutboxEntry, contact: Item, known: Values | None) -> Registration:
    latest = still_wanted(tx, entry)
    tx.outbox.update(entry.id, state=EntryState.IN_FLIGHT, attempts=latest.attempts + 1, sent_at=tx.now)
    tx.items.refresh([latest.item_id])
    wanted = latest.wanted
    return Registration(
        contact=contact.values,
        event=str(wanted["event"]),
        event_id=RemoteId(str(wanted["event_id"])) if wanted.get("event_id") else None,
        starts=str(wanted["starts"]) if wanted.get("starts") else None,
        source=str(wanted.get("source", "")),
        known=known,
    )


def _settle(tx: Tx, account: Account, info: KindInfo, entry: OutboxEntry, contact: Item, done: Registered) -> None:
    """Keep whom and what the CRM named; a contact that was put down for no event waits for a person."""
    latest = tx.outbox.get(entry.id)
    named = {"event_id": str(done.event)} if done.event is not None else {}
    tx.outbox.update(entry.id, remote_id=done.contact, wanted={**latest.wanted, **named})
    _link(tx, account, info, latest, contact, done.contact)
    if done.event is None:
        why = f"{account.name} has no such event: it took note of the contact, and of nothing else."
        _park(tx, account, latest, contact, NO_SUCH_EVENT, why, "Withdraw it, and choose one of its events.")
    else:
        tx.outbox.update(entry.id, error_id=None, error=None)
        close(tx, latest, Outcome.VERIFIED)
    tx.items.refresh([latest.item_id])


def _link(tx: Tx, account: Account, info: KindInfo, entry: OutboxEntry, contact: Item, remote_id: RemoteId) -> None:
    """Let the contact that the CRM put down be a record of the item, as soon as it can be read."""
    owner = tx.records.by_remote(account.id, Kind.CONTACT, remote_id)
    awaited = [
        one.remote_id
        for one in tx.outbox.open_of_items([entry.item_id])
        if one.account_id == account.id and one.action is Action.CREATE
    ]
    if (
        Kind.CONTACT not in account.kinds
        or remote_id in awaited
        or (owner is not None and owner.item_id == entry.item_id)
    ):
        return
    told = {key: value for key, value in contact.values.items() if key in _TOLD}
    queue_link(tx, account, info, entry.item_id, remote_id, told, entry.key)


async def _parked(attempt: Attempt, entry: OutboxEntry, contact: Item, code: str, why: str, advice: str) -> Sent:
    def park(tx: Tx) -> None:
        latest = still_wanted(tx, entry)
        _park(tx, attempt.account, latest, contact, code, why, advice)
        tx.items.refresh([latest.item_id])

    await attempt.store.write(park)
    return Sent(entry.item_id, entry.record_id, refused=1)


def _park(tx: Tx, account: Account, entry: OutboxEntry, contact: Item, code: str, why: str, advice: str) -> None:
    """Keep a registration for a person, with the reason and what to do."""
    tx.problems.put(
        Problem(
            key=problem_key(entry, ""),
            kind=ProblemKind.PARKED,
            account_id=account.id,
            code=code,
            what=f"{account.name} did not put {compose_name(contact.values)} down for “{entry.wanted['event']}”",
            why=why,
            next=advice,
            action="retry",
            item_id=entry.item_id,
            remote_id=entry.remote_id,
            record_kind=entry.kind,
        )
    )
    tx.outbox.update(entry.id, state=EntryState.PARKED, next_at=None, error_id=code, error=why)
