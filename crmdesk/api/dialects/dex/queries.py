"""The functions that read: from the desk, and from Dex itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from crmdesk.api.dialects.dex.contacts import contact
from crmdesk.api.dialects.dex.envelope import Thrown
from crmdesk.api.dialects.reading import account_of
from crmdesk.api.dialects.showing import epoch_ms
from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Item, ItemQuery, Presence
from crmdesk.errors import DeskError, NotFound

if TYPE_CHECKING:
    from crmdesk.api.call import Call

NO_ACCOUNT = "No Dex account is connected to this desk, or none that the key reaches."
_LARGEST_PAGE = 100
_SAMPLES = 3
_BY_NAME = ("last_name", "first_name")
_SEARCHED = ("first_name", "last_name", "description", "instagram")
_SEARCHED_TOO = (*_SEARCHED, "emails", "phones")
_Number = int | float


class Nothing(msgspec.Struct, forbid_unknown_fields=True):
    """No arguments."""


class Listed(msgspec.Struct, rename="camel", forbid_unknown_fields=True):
    """Which contacts are listed."""

    limit: _Number = 100
    search_term: str = ""


class Paged(msgspec.Struct, rename="camel", forbid_unknown_fields=True):
    """Which page of contacts is listed; `cursor` is what the page before gave."""

    cursor: str | None = None
    limit: _Number = 50
    search_term: str = ""


class ById(msgspec.Struct, rename="camel", forbid_unknown_fields=True):
    """One contact by the desk's id."""

    contact_id: str


class ByDexId(msgspec.Struct, rename="camel", forbid_unknown_fields=True):
    """One contact by Dex's id."""

    dex_id: str


class ByInstagram(msgspec.Struct, forbid_unknown_fields=True):
    """Contacts by their name on Instagram, to the letter."""

    instagram: str


class Recent(msgspec.Struct, rename="camel", forbid_unknown_fields=True):
    """How many hours back."""

    hours_ago: _Number = 24


async def list_contacts(call: Call, asked: Listed) -> dict[str, Any]:
    """Contacts by last, then first name; `total` is of the hits."""
    limit = max(1, int(asked.limit)) if asked.limit else 100
    items, total = await _searched(call, asked.search_term, _SEARCHED, limit, 0)
    return {"contacts": await _shown(call, items), "total": total, "hasMore": total > limit}


async def list_paginated(call: Call, asked: Paged) -> dict[str, Any]:
    """A page of contacts: of a search by name, else the newest first."""
    limit = min(max(1, int(asked.limit)), _LARGEST_PAGE) if asked.limit else 50
    start = _cursor(asked.cursor)
    term = asked.search_term.strip()
    items, total = await _searched(call, term, _SEARCHED_TOO, limit, start, _BY_NAME if term else ("-id",))
    following = start + limit
    cursor = str(following) if following < total else None
    return {"contacts": await _shown(call, items), "nextCursor": cursor, "total": total}


def _cursor(text: str | None) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise Thrown("The cursor is none that a page gave.")
    return int(text)


async def _searched(
    call: Call, term: str, fields: Sequence[str], limit: int, offset: int, sort: tuple[str, ...] = _BY_NAME
) -> tuple[list[Item], int]:
    account = account_of(call, "dex")
    if account is None or '"' in term:
        return [], 0  # no query can ask for a quotation mark
    text = " OR ".join(f'{field}:~"{term}"' for field in fields) if term.strip() else ""
    query = ItemQuery(Kind.CONTACT, text, sort, account.id)
    return await call.desk.items(call.within_reach(query, searching=bool(text)), limit, offset)


async def by_id(call: Call, asked: ById) -> dict[str, Any]:
    """The contact of an id. Raises Thrown, which names it."""
    return (await _shown(call, [contact_of(call, asked.contact_id)]))[0]


def contact_of(call: Call, id_: str) -> Item:
    """A contact of the Dex account. Raises Thrown."""
    account = account_of(call, "dex")
    try:
        item = call.item(id_)
    except NotFound:
        raise Thrown(f"Contact {id_} not found") from None
    if account is None or not _of(item, account):
        raise Thrown(f"Contact {id_} not found")
    return item


def _of(item: Item, account: Account) -> bool:
    there = any(record.account_id == account.id for record in item.records)
    return there and item.kind is Kind.CONTACT and item.trashed_at is None


def _listed(item: Item) -> bool:
    """Whether lists have it: not every CRM has archived or removed it."""
    return any(record.presence not in (Presence.ARCHIVED, Presence.REMOVED) for record in item.records)


async def by_dex_id(call: Call, asked: ByDexId) -> dict[str, Any]:
    """The contact of one of Dex's ids. Raises Thrown, which names it."""
    account = account_of(call, "dex")
    try:
        item = call.desk.find_item(f"{account.name}:{asked.dex_id}") if account is not None else None
    except NotFound:
        item = None
    if item is None or account is None or not _of(item, account):
        raise Thrown(f"Contact with dexId {asked.dex_id} not found")
    return (await _shown(call, [item]))[0]


async def by_instagram(call: Call, asked: ByInstagram) -> dict[str, Any]:
    """The contacts of that name."""
    account = account_of(call, "dex")
    if account is None or '"' in asked.instagram or not asked.instagram.strip():
        return {"contacts": []}
    query = ItemQuery(Kind.CONTACT, f'instagram:="{asked.instagram}"', ("id",), account.id)
    items, _ = await call.desk.items(call.within_reach(query, searching=True), None)
    exact = [item for item in items if item.values.get("instagram") == asked.instagram]
    return {"contacts": await _shown(call, exact)}


async def recently_synced(call: Call, asked: Recent) -> dict[str, Any]:
    """Contacts of which Dex told in the last hours."""
    return await _recent(call, asked, edited=False)


async def recently_modified(call: Call, asked: Recent) -> dict[str, Any]:
    """Contacts that were changed here in the last hours."""
    return await _recent(call, asked, edited=True)


async def _recent(call: Call, asked: Recent, *, edited: bool) -> dict[str, Any]:
    hours = min(max(0.0, float(asked.hours_ago or 24)), 24 * 365 * 100.0)
    cutoff = datetime.now(UTC) - timedelta(hours=hours)
    account = account_of(call, "dex")
    items: list[Item] = []
    if account is not None:
        look = call.desk.edited_since if edited else call.desk.told_since
        items = [item for item in await look(account.id, Kind.CONTACT, cutoff) if _of(item, account) and _listed(item)]
    found = await _shown(call, items)
    return {"contacts": found, "count": len(found), "cutoffTime": epoch_ms(cutoff)}


async def sync_stats(call: Call, asked: Nothing) -> dict[str, Any]:
    """How many contacts there are, when Dex last told of one, and how many were changed here since."""
    account = account_of(call, "dex")
    if account is None:
        return {"totalContacts": 0, "lastSyncTime": None, "contactsModifiedSinceSync": 0}
    _, total = await call.desk.page(ItemQuery(Kind.CONTACT, account_id=account.id), 0)
    fresh = await call.desk.freshness(account.id, Kind.CONTACT)
    last = None if fresh.last_read is None else epoch_ms(fresh.last_read)
    return {"totalContacts": total, "lastSyncTime": last, "contactsModifiedSinceSync": fresh.edited_since}


async def fetch(call: Call, asked: Nothing) -> dict[str, Any]:
    """All contacts as Dex has them now, as it sent them; nothing is stored."""
    return {"contacts": await _live(call)}


async def test_fetch(call: Call, asked: Nothing) -> dict[str, Any]:
    """The same, with a few samples and the names of their members."""
    found = await _live(call)
    return {
        "totalContacts": len(found),
        "sampleContacts": found[:_SAMPLES],
        "availableFields": list(found[0]) if found else [],
        "rawResponse": {"contacts": found},
    }


async def _live(call: Call) -> list[dict[str, Any]]:
    account = account_of(call, "dex")
    if account is None:
        raise Thrown(NO_ACCOUNT)
    id_ = account.id
    try:
        found = await call.hop.over(lambda desk: desk.live(id_, Kind.CONTACT))
    except DeskError as error:
        raise Thrown(f"Failed to fetch contacts from Dex: {error.why}") from None
    return [msgspec.json.decode(record.payload) for record in found]


async def _shown(call: Call, items: Sequence[Item]) -> list[dict[str, Any]]:
    account = account_of(call, "dex")
    if account is None:
        return []
    times = await call.desk.times([item.id for item in items])
    return [contact(call.seen_item(item), account.id, times[item.id]) for item in items if item.id in times]
