"""Registrations that come from elsewhere: their event found by name and day, else made here, and its people noted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.references import entries_of
from crmdesk.domain.outbox import Occasion
from crmdesk.domain.records import Item
from crmdesk.domain.values import Entry
from crmdesk.errors import NotFound
from crmdesk.store import Tx
from crmdesk.sync.actions import edits
from crmdesk.sync.actions.edits import WritableOf
from crmdesk.sync.actions.register import called


def found_or_made_event(tx: Tx, occasion: Occasion, within: Collection[int] | None) -> Item:
    """The event, made here where none of that name is on that day. Raises NotFound for an id that is none in reach.

    Of several, one that a CRM has goes before one of this computer, and the one known longest before the others.
    """
    if occasion.event_id is not None:
        found = tx.items.load([occasion.event_id])
        if not found or found[0].kind is not Kind.EVENT or not _in_sight(found[0], within):
            raise NotFound(f"There is no event {occasion.event_id}.")
        return found[0]
    day = None if occasion.starts is None else occasion.starts.astimezone(UTC).date()
    known = [item for item in called(tx, occasion.name) if _in_sight(item, within) and day in (None, _day(item))]
    if known:
        return min(known, key=lambda item: (all(record.remote_id is None for record in item.records), item.id))
    return tx.items.get(edits.make(tx, Kind.EVENT, occasion.values))


def _in_sight(item: Item, within: Collection[int] | None) -> bool:
    """Whether an item is in the list, and of one of those accounts, or of this computer alone."""
    here = all(record.remote_id is None for record in item.records)
    return item.trashed_at is None and (
        within is None or here or any(record.account_id in within for record in item.records)
    )


def _day(item: Item) -> date | None:
    try:
        at = datetime.fromisoformat(str(item.values.get("starts")))
    except ValueError:
        return None
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).date()


def attend(tx: Tx, event: Item, contact_id: int, writable: WritableOf) -> frozenset[int]:
    """Note on an event that somebody is registered for it, once. Returns the accounts whose outbox grew."""
    held = entries_of(event.values.get("contacts"))
    if any(entry.value == str(contact_id) for entry in held):
        return frozenset()
    return edits.edit(tx, event.id, {"contacts": (*held, Entry(str(contact_id)))}, writable)
