"""Putting a contact down for an event, as the user asks for it: in which account, for which event, never twice."""

from __future__ import annotations

from collections.abc import Sequence

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.notation.normal import plain_form
from crmdesk.domain.outbox import Action, Attendance, OutboxEntry, Outcome
from crmdesk.domain.records import Item, ItemQuery, Presence
from crmdesk.domain.values import Patch, Value
from crmdesk.errors import UserInputError
from crmdesk.providers.info import KindInfo
from crmdesk.store import Reads, Tx

_REFUSED = "Nothing was registered"


def name_form(name: object) -> str:
    """The form by which the names of events are compared."""
    return plain_form(str(name)).casefold()


def aimed_at(reads: Reads, takers: Sequence[Account], contact: Item, event: Item | str) -> tuple[Account, Item | str]:
    """The account that a registration goes to, and the event, found by its name where it is known.

    It goes where the event is, else to the one account that has the contact. Raises UserInputError where `takers`, the
    accounts that take registrations, leave it open.
    """
    if not takers:
        raise UserInputError(
            "No account takes registrations from the desk.", what=_REFUSED, next="Connect one that does."
        )
    holders = [account for account in takers if ids_there(contact, account)]
    if isinstance(event, str):
        event = _by_name(reads, takers, holders, event)
    if isinstance(event, Item):
        takers = [account for account in takers if ids_there(event, account)] or takers
    if len(takers) > 1 and len(among := [account for account in takers if account in holders]) == 1:
        takers = among
    if len(takers) > 1:
        names = ", ".join(account.name for account in takers)
        raise UserInputError(
            f"Several accounts take registrations ({names}), and it is not clear which one is meant.",
            what=_REFUSED,
            next="Name an event of that account, by its id or as ACCOUNT:ID, or add the contact to the account first.",
        )
    return takers[0], event


def _by_name(reads: Reads, takers: Sequence[Account], holders: Sequence[Account], name: str) -> Item | str:
    """The one event that is called so, in the accounts that take registrations rather than elsewhere; else the name."""
    if not name_form(name):
        raise UserInputError("The event has no name.", what=_REFUSED)
    known = called(reads, name)
    found = [event for event in known if any(ids_there(event, account) for account in takers)]
    if len(found) > 1:
        found = [event for event in found if any(ids_there(event, account) for account in holders)] or found
    if len(found) > 1:
        raise UserInputError(
            f"{len(found)} events are called “{name}”.",
            what=_REFUSED,
            next="Name the one that is meant, by its id or as ACCOUNT:ID.",
        )
    if not found and len(known) == 1:
        return known[0]
    return found[0] if found else name


def called(reads: Reads, name: object) -> list[Item]:
    """The events of that name."""
    form = name_form(name)
    events = reads.items.load(reads.items.ids(ItemQuery(Kind.EVENT)))
    return [event for event in events if name_form(event.values.get("name", "")) == form]


def ids_there(item: Item, account: Account) -> list[str]:
    """Under which ids an item stands in an account."""
    return [
        record.remote_id
        for record in item.records
        if record.account_id == account.id and record.remote_id and record.presence is not Presence.REMOVED
    ]


def queue_registration(tx: Tx, account: Account, events: KindInfo, contact: Item, event: Item | str, key: str) -> int:
    """Queue a registration; returns the entry's id. Raises UserInputError where it cannot be made.

    `events` is what the account can do with events.
    """
    if contact.kind is not Kind.CONTACT:
        raise UserInputError("Only a contact can be registered.", what=_REFUSED)
    if not contact.values.get("emails"):
        raise UserInputError(
            "The contact has no email address, by which the CRM knows people.",
            what=_REFUSED,
            next="Add an email address first.",
        )
    wanted = {"source": "CRM Desk", **_wanted(tx, account, event)}
    if "event_id" not in wanted and not events.made_by_name:
        raise UserInputError(
            f"{account.name} has no event “{wanted['event']}” that the desk knows of, and makes none.",
            what=_REFUSED,
            next="Choose one of its events; sync first if this one is new there.",
        )
    _refuse_again(tx, account, contact, wanted)
    entry_id = tx.outbox.add(
        account_id=account.id,
        kind=Kind.CONTACT,
        item_id=contact.id,
        record_id=0,
        remote_id=None,
        action=Action.REGISTER,
        wanted=wanted,
        key=key,
    )
    tx.outbox.update(entry_id, record_id=-entry_id)  # of no record, so that no other registration waits for it
    return entry_id


def _wanted(reads: Reads, account: Account, event: Item | str) -> dict[str, Value | None]:
    """The event as the entry names it: by its id in the account, where it has one."""
    if isinstance(event, str):
        return {"event": event, **event_id_by_name(reads, account, event)}
    if event.kind is not Kind.EVENT:
        raise UserInputError("That is not an event.", what=_REFUSED)
    name = str(event.values.get("name", ""))
    wanted: dict[str, Value | None] = {"event": name, "event_item": str(event.id)}
    wanted |= {"starts": event.values["starts"]} if "starts" in event.values else {}
    ids = ids_there(event, account)
    if not ids and any(record.account_id == account.id for record in event.records):
        raise UserInputError(f"{account.name} no longer has this event.", what=_REFUSED)
    return wanted | ({"event_id": ids[0]} if ids else event_id_by_name(reads, account, name))


def event_id_by_name(reads: Reads, account: Account, name: object) -> dict[str, Value | None]:
    """The id of the one event of that name in an account, as an entry holds it; nothing where there is not one."""
    ids = [remote_id for event in called(reads, name) for remote_id in ids_there(event, account)]
    return {"event_id": ids[0]} if len(ids) == 1 else {}


def _refuse_again(tx: Tx, account: Account, contact: Item, wanted: Patch) -> None:
    """One that waits or was made is not queued again; one that was cancelled does not count. Raises UserInputError."""
    entries, _ = tx.outbox.list(all=True, account_id=account.id, item_id=contact.id)
    for entry in entries:
        made = entry.action is Action.REGISTER and entry.outcome is not Outcome.CANCELLED
        if made and _same_event(entry.wanted, wanted):
            why = "That registration waits already." if entry.is_open else "The contact is registered for it already."
            raise UserInputError(why, what=_REFUSED, next="Choose another event.")


def _same_event(one: Patch, other: Patch) -> bool:
    """Whether two registrations are for one event: by its id in the CRM, else by its item, else by its name."""
    for key in ("event_id", "event_item"):
        if one.get(key) and other.get(key):
            return one[key] == other[key]
    return name_form(one.get("event", "")) == name_form(other.get("event", ""))


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
