"""When things happened to items, as other programs ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from crmdesk.desk.reading import DeskReads
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Item, ItemTimes
from crmdesk.frozen import dataclass
from crmdesk.store import Reads


@dataclass(frozen=True, slots=True)
class Freshness:
    """How far an account's items agree with what it told: when it last told anything, and what changed here since."""

    last_read: datetime | None
    edited_since: int


class DeskTimes(DeskReads):
    """The part of the desk that tells times."""

    async def items_of(self, ids: Sequence[int]) -> list[Item]:
        """Items in full, in the order asked; ids that no longer exist are left out."""
        return await self._store.read(lambda reads: reads.items.load(ids))

    async def times(self, ids: Sequence[int]) -> dict[int, ItemTimes]:
        """When things happened to items, by id."""
        return await self._store.read(lambda reads: reads.times.of_items(ids))

    async def freshness(self, account_id: int, kind: Kind) -> Freshness:
        """How far an account's items agree with what it told."""

        def look(reads: Reads) -> Freshness:
            return Freshness(reads.times.last_read(account_id, kind), reads.times.edited_since_read(account_id, kind))

        return await self._store.read(look)

    async def told_since(self, account_id: int, kind: Kind, at: datetime) -> list[Item]:
        """The items of which an account told since a time."""
        return await self._store.read(lambda reads: reads.items.load(reads.times.read_since(account_id, kind, at)))

    async def edited_since(self, account_id: int, kind: Kind, at: datetime) -> list[Item]:
        """The items of an account that were changed here since a time."""
        return await self._store.read(lambda reads: reads.items.load(reads.times.edited_since(account_id, kind, at)))

    async def settled(self, account_id: int) -> dict[Kind, int]:
        """How many records of each kind stand in an account with nothing of them waiting."""
        return await self._store.read(lambda reads: reads.times.settled(account_id))
