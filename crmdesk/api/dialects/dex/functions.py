"""The functions by their names: what kind each is, what a key must have for it, what it takes and gives.

Source: the dashboard's code (`convex/dexQueries.ts`, `dexSync.ts`, `dexAdmin.ts`, `dexActions.ts`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from crmdesk.api.dialects.dex import mutations, queries

if TYPE_CHECKING:
    from crmdesk.api.answers import Answer
    from crmdesk.api.call import Call

QUERY, MUTATION, ACTION = "query", "mutation", "action"
READ, WRITE, SYNC = "contacts:read", "contacts:write", "sync"


@dataclass(frozen=True, slots=True)
class Function:
    """One function; `run` gives its value, or for one that writes the whole answer, which is kept with the deed."""

    kind: str
    scope: str
    takes: type[msgspec.Struct]
    run: Callable[[Call, Any], Awaitable[Any | Answer]]
    limit: str = ""


FUNCTIONS: Mapping[str, Function] = {
    "dexQueries:listContacts": Function(QUERY, READ, queries.Listed, queries.list_contacts),
    "dexQueries:listContactsPaginated": Function(QUERY, READ, queries.Paged, queries.list_paginated),
    "dexQueries:getContactById": Function(QUERY, READ, queries.ById, queries.by_id),
    "dexQueries:getContactByDexId": Function(QUERY, READ, queries.ByDexId, queries.by_dex_id),
    "dexQueries:getContactsByInstagram": Function(QUERY, READ, queries.ByInstagram, queries.by_instagram),
    "dexQueries:getRecentlySyncedContacts": Function(QUERY, READ, queries.Recent, queries.recently_synced),
    "dexQueries:getRecentlyModifiedContacts": Function(QUERY, READ, queries.Recent, queries.recently_modified),
    "dexQueries:getSyncStats": Function(QUERY, READ, queries.Nothing, queries.sync_stats),
    "dexSync:updateContactDescription": Function(MUTATION, WRITE, mutations.Described, mutations.describe),
    "dexSync:updateContact": Function(MUTATION, WRITE, mutations.Updated, mutations.update),
    "dexSync:triggerManualSync": Function(MUTATION, SYNC, queries.Nothing, mutations.trigger_sync),
    "dexAdmin:triggerManualSync": Function(MUTATION, SYNC, queries.Nothing, mutations.trigger_sync),
    "dexActions:testFetchDexContacts": Function(ACTION, READ, queries.Nothing, queries.test_fetch, "fetch"),
    "dexActions:fetchDexContacts": Function(ACTION, READ, queries.Nothing, queries.fetch, "fetch"),
}
