"""Items of a Dex account as the dashboard's functions give and take them.

Source: the dashboard's code (`convex/dexQueries.ts`, `dexSync.ts`, `schema.ts`).
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from crmdesk.api.dialects.showing import epoch_ms, told
from crmdesk.domain.records import Item, ItemTimes
from crmdesk.domain.rows import rows_of
from crmdesk.domain.values import Entry, Value, Values, texts


class Email(msgspec.Struct, forbid_unknown_fields=True):
    """One of somebody's addresses."""

    email: str


class Phone(msgspec.Struct):
    """One of somebody's numbers; clients send a label beside it."""

    phone: str
    label: str | None = None


class Updates(msgspec.Struct, rename="camel", forbid_unknown_fields=True):
    """What may be changed of a contact; what is absent stays."""

    first_name: str | UnsetType = UNSET
    last_name: str | UnsetType = UNSET
    description: str | UnsetType = UNSET
    instagram: str | UnsetType = UNSET
    emails: list[Email] | UnsetType = UNSET
    phones: list[Phone] | UnsetType = UNSET
    birthday: str | UnsetType = UNSET


def contact(item: Item, account_id: int, times: ItemTimes) -> dict[str, Any]:
    """A contact; what has no value is left out. Times count milliseconds since 1970.

    `lastSyncedAt` is when the CRM last told of it, `lastModifiedAt` when it was last changed here, at first the same.
    """
    values = item.values
    record = next(one for one in item.records if one.account_id == account_id)
    synced = times.read or times.made
    row = {
        "_id": str(item.id),
        "_creationTime": epoch_ms(times.made),
        "dexId": record.remote_id or "",
        "firstName": values.get("first_name"),
        "lastName": values.get("last_name"),
        "description": values.get("description"),
        "instagram": values.get("instagram"),
        "imageUrl": values.get("image"),
        "emails": [{"email": text} for text in texts(values.get("emails"))] or None,
        "phones": [{"phone": text} for text in texts(values.get("phones"))] or None,
        "birthday": values.get("birthday"),
        "lastSeenAt": values.get("last_seen"),
        "lastSyncedAt": epoch_ms(synced),
        "lastModifiedAt": epoch_ms(times.edited or synced),
    }
    return told(row)


def patch(updates: Updates, held: Values) -> dict[str, Value | None]:
    """The patch that updates ask for; entries that are there already keep their labels."""
    found: dict[str, Value | None] = {}
    for name in ("first_name", "last_name", "description", "instagram", "birthday"):
        text = getattr(updates, name)
        if text is not UNSET:
            found[name] = text or None
    if updates.emails is not UNSET:
        found["emails"] = _labelled([one.email for one in updates.emails], held.get("emails"))
    if updates.phones is not UNSET:
        found["phones"] = _labelled([one.phone for one in updates.phones], held.get("phones"))
    return found


def _labelled(asked: list[str], held: Value | None) -> tuple[Entry, ...]:
    before = {entry.value: entry for entry in rows_of(held)}
    return tuple(before.get(text, Entry(text)) for text in asked if text.strip())
