"""Putting a contact down for an event: queued at once, sent in the background, kept here as it cannot be read back."""

from __future__ import annotations

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.outbox import Action, Attendance, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Item
from crmdesk.domain.values import Patch
from crmdesk.errors import UserInputError
from crmdesk.providers.contract import Registration, RemoteId
from crmdesk.store import Reads, Tx
from crmdesk.sync.attempt import Attempt, Sent
from crmdesk.sync.queue import close, problem_key
from crmdesk.sync.settle import park

SENT_BEFORE = "MAY_HAVE_ARRIVED"


def queue_registration(tx: Tx, account: Account, contact: Item, event: Item | str, key: str) -> int:
    """Queue a registration; returns the entry's id. Raises UserInputError where it cannot be made."""
    if contact.kind is not Kind.CONTACT:
        raise UserInputError("Only a contact can be registered.", what="Nothing was registered")
    if not contact.values.get("emails"):
        raise UserInputError(
            "The contact has no email address, by which the CRM knows people.",
            what="Nothing was registered",
            next="Add an email address first.",
        )
    wanted: dict[str, str] = {"source": "CRM Desk"}
    if isinstance(event, str):
        wanted["event"] = event
    else:
        if event.kind is not Kind.EVENT:
            raise UserInputError("That is not an event.", what="Nothing was registered")
        wanted |= {"event": str(event.values.get("name", "")), "event_item": str(event.id)}
        wanted |= {"starts": str(event.values["starts"])} if "starts" in event.values else {}
        known = [record.remote_id for record in event.records if record.account_id == account.id and record.remote_id]
        wanted |= {"event_id": known[0]} if known else {}
    if _is_registered(tx, account, contact, wanted):
        raise UserInputError("The contact is registered for it already.", what="Nothing was registered")
    return tx.outbox.add(
        account_id=account.id,
        kind=Kind.CONTACT,
        item_id=contact.id,
        record_id=-contact.id,  # of no record: a registration is about the contact, whatever records it has
        remote_id=None,
        action=Action.REGISTER,
        wanted=wanted,
        key=key,
    )


def _is_registered(tx: Tx, account: Account, contact: Item, wanted: Patch) -> bool:
    """Whether the same registration waits or was made; one that was cancelled does not count."""
    entries, _ = tx.outbox.list(all=True, account_id=account.id, item_id=contact.id)
    made = [e for e in entries if e.action is Action.REGISTER and e.outcome is not Outcome.CANCELLED]
    event_item, event = wanted.get("event_item"), wanted["event"]
    return any(
        entry.wanted.get("event_item") == event_item if event_item else entry.wanted.get("event") == event
        for entry in made
    )


def known(reads: Reads, item: Item) -> list[Attendance]:
    """For which events a contact is put down, or who is for an event, as far as it was done from the desk."""
    entries = reads.outbox.registrations(item.id if item.kind is Kind.CONTACT else None)
    if item.kind is Kind.EVENT:
        own = {(record.account_id, record.remote_id) for record in item.records}
        entries = [entry for entry in entries if _is_for(entry, item.id, own)]
    events = {entry.id: item.id if item.kind is Kind.EVENT else _event_of(reads, entry) for entry in entries}
    names = {
        row.id: compose_name(row.values)
        for row in reads.items.rows([*(entry.item_id for entry in entries), *filter(None, events.values())])
    }
    return [
        Attendance(
            entry,
            entry.item_id if entry.item_id in names else None,
            names.get(entry.item_id, ""),
            event if (event := events[entry.id]) in names else None,
            str(entry.wanted.get("event", "")),
        )
        for entry in entries
    ]


def _is_for(entry: OutboxEntry, event_id: int, records: set[tuple[int, str | None]]) -> bool:
    there = entry.wanted.get("event_id")
    if there and (entry.account_id, str(there)) in records:
        return True
    return entry.wanted.get("event_item") == str(event_id)


def _event_of(reads: Reads, entry: OutboxEntry) -> int | None:
    """The event's item: by its id there, as items may have been linked since, else by the one that was chosen."""
    if there := entry.wanted.get("event_id"):
        record = reads.records.by_remote(entry.account_id, Kind.EVENT, str(there))
        if record is not None:
            return record.item_id
    chosen = str(entry.wanted.get("event_item", ""))
    return int(chosen) if chosen.isdigit() else None


async def send_registration(attempt: Attempt, entry: OutboxEntry) -> Sent:
    """Try a registration once; one whose answer was lost is repeated only where the CRM knows the event by its id."""
    if entry.state is EntryState.UNCERTAIN and "event_id" not in entry.wanted:
        # Without the event's id the CRM would make a new event of every repeat.
        await attempt.store.write(lambda tx: _park_unsure(attempt, tx, entry))
        return Sent(entry.item_id, entry.record_id, refused=1)
    registration = await attempt.store.write(lambda tx: _launch(tx, entry))
    contact_id = await attempt.guarded(entry, lambda: attempt.provider.register(registration))
    await attempt.store.write(lambda tx: _settled(tx, entry, contact_id))
    return Sent(entry.item_id, entry.record_id, verified=True)


def _launch(tx: Tx, queued: OutboxEntry) -> Registration:
    entry = tx.outbox.get(queued.id)  # the contact may have become one with another since it was queued
    contact = tx.items.get(entry.item_id)
    tx.outbox.update(entry.id, state=EntryState.IN_FLIGHT, attempts=entry.attempts + 1, sent_at=tx.now)
    tx.items.refresh([entry.item_id])
    wanted = entry.wanted
    return Registration(
        contact=contact.values,
        event=str(wanted["event"]),
        event_id=RemoteId(str(wanted["event_id"])) if wanted.get("event_id") else None,
        starts=str(wanted["starts"]) if wanted.get("starts") else None,
        source=str(wanted.get("source", "")),
    )


def _settled(tx: Tx, entry: OutboxEntry, contact_id: RemoteId) -> None:
    tx.problems.solve([problem_key(entry, "")])
    tx.outbox.update(entry.id, remote_id=contact_id, error_id=None, error=None)
    close(tx, entry, Outcome.VERIFIED)
    tx.items.refresh([entry.item_id])


def _park_unsure(attempt: Attempt, tx: Tx, entry: OutboxEntry) -> None:
    why = f"The answer of {attempt.account.name} was lost, and it cannot be asked whether the registration arrived"
    park(tx, attempt.account, entry, SENT_BEFORE, {"": why}, {})
    tx.items.refresh([entry.item_id])
