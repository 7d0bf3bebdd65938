"""A small world for tests: a demo CRM over real HTTP, and a desk on a real database file that can be restarted."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Self

from crmdesk.demo.dex.site import DexOptions
from crmdesk.demo.dex.twin import Dex
from crmdesk.demo.server import DemoCrms
from crmdesk.desk import Desk
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import OutboxEntry
from crmdesk.domain.records import Item, ItemQuery, Record
from crmdesk.domain.reports import Conflict, Problem, Run
from crmdesk.domain.values import Entry, Patch
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from tests.first_start import begun
from tests.patience import until
from tests.simulated_clock import SimulatedClock

# A Dex that tells no changes: what a whole list proves shows with every sync, and not once a week.
WHOLE_LISTS = DexOptions(changes="ignored")

# What a sync that finds nothing new must leave alone.
STILL = ("item", "record", "raw", "change", "outbox", "conflict", "problem", "pin", "tombstone")


class World:
    """One desk and one demo CRM; `open` first, `close` last."""

    def __init__(self, crms: DemoCrms, directory: Path, clock: SimulatedClock | None = None) -> None:
        self.crms = crms
        self.clock = clock or SimulatedClock()
        self.directory, self.number = directory, 0
        self.profile = Profile.at(directory)
        self.keys = KeySource.throw_away()
        self.desk: Desk
        self.account: Account

    account_kind = Kind.CONTACT

    @classmethod
    @asynccontextmanager
    async def untouched(cls, crms: DemoCrms, site: str, directory: Path) -> AsyncIterator[Self]:
        """That CRM as it was at first and a desk not yet opened, closed at the end."""
        crms.sites[site].reset()
        made = cls(crms, directory)
        yield made
        if hasattr(made, "desk"):
            await made.close()

    @property
    def dex(self) -> Dex:
        """The CRM, to look into and to stir."""
        return self.crms.dex

    def start_anew(self) -> None:
        """Another profile, never opened."""
        self.number += 1
        self.profile = Profile.at(self.directory.with_name(f"{self.directory.name}-{self.number}"))

    async def open(self) -> Desk:
        """Open the desk."""
        self.desk = await Desk.open(begun(self.profile), clock=self.clock, keys=self.keys)
        return self.desk

    async def close(self) -> None:
        """Close the desk."""
        await self.desk.close()

    async def restart(self) -> Desk:
        """Close the desk and open it again."""
        await self.desk.close()
        return await self.open()

    async def connect(
        self,
        direction: Direction = Direction.TWO_WAY,
        api: str = "v1",
        name: str = "Dex",
        settings: Mapping[str, str] | None = None,
    ) -> Account:
        """Connect the demo CRM."""
        there = self.crms.account("dex", api)
        given = {"base_url": there.base_url, **there.settings, **(settings or {})}
        self.account = await self.desk.add_account("dex", name, given, {"key": there.secret}, direction)
        return self.account

    async def begin(self, direction: Direction = Direction.TWO_WAY, **more: Any) -> Desk:
        """Open, connect and pull for the first time."""
        await self.open()
        await self.connect(direction, **more)
        await self.sync()
        return self.desk

    async def sync(self, **options: bool) -> Run:
        """Sync the connected account now."""
        return (await self.desk.sync([self.account.id], **options))[0]

    async def later(self, seconds: float) -> None:
        """Let time pass."""
        self.clock.pass_time(seconds)

    def wall(self, **by: float) -> None:
        """Move the wall clock by days, hours, …"""
        self.clock.set_wall(timedelta(**by))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Let the loop turn until something holds; raises AssertionError when it never does."""
        await until(holds)

    # The desk's side

    def item_of(self, remote_id: str) -> Item:
        """The item of a remote record."""
        return self.desk.find_item(f"{self.account.name}:{remote_id}")

    def record(self, item: Item | int) -> Record:
        """The one record of an item in the connected account."""
        held = self.desk.item(item if isinstance(item, int) else item.id)
        return next(record for record in held.records if record.account_id == self.account.id)

    async def items(self, **query: Any) -> list[Item]:
        """Items of a list."""
        return (await self.desk.items(ItemQuery(**query), None))[0]

    async def edit(self, remote_id: str, patch: Patch) -> Item:
        """The user edits the contact of a remote record."""
        return await self.desk.edit(self.item_of(remote_id).id, patch)

    async def new(self, patch: Patch, *, here: bool = False) -> Item:
        """The user makes a contact, in the CRM too unless it is to stay `here`."""
        return await self.desk.new(Kind.CONTACT, patch, () if here else [self.account.id])

    async def queue(self) -> list[OutboxEntry]:
        """The open entries."""
        return (await self.desk.outbox())[0]

    async def last_entry(self) -> OutboxEntry:
        """The newest entry, open or settled."""
        return (await self.desk.outbox(all=True, limit=1))[0][0]

    async def conflicts(self) -> list[Conflict]:
        """The open conflicts."""
        return (await self.desk.conflicts())[0]

    async def problems(self) -> list[Problem]:
        """The open problems."""
        return (await self.desk.problems())[0]

    def hashes(self, tables: Sequence[str] = STILL) -> dict[str, str]:
        """A hash over every row of some tables, read beside the desk."""
        found = {}
        with sqlite3.connect(f"file:{self.profile.database}?mode=ro", uri=True) as connection:
            for table in tables:
                rows = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
                found[table] = hashlib.sha256(repr(rows).encode()).hexdigest()
        connection.close()
        return found

    def single(self, sql: str, *parameters: Any) -> Any:
        """One value out of the database, read beside the desk."""
        connection = sqlite3.connect(f"file:{self.profile.database}?mode=ro", uri=True)
        try:
            row = connection.execute(sql, parameters).fetchone()
        finally:
            connection.close()
        return None if row is None else row[0]

    # The CRM's side

    def there(self, remote_id: str) -> dict[str, Any]:
        """A record as the CRM holds it."""
        found = self.dex.book.get(remote_id)
        assert found is not None, f"{remote_id} is not in the CRM"
        return found

    def ids(self) -> list[str]:
        """The CRM's ids in list order, the archived ones left out."""
        return [id_ for id_ in self.dex.book.ids() if not self.there(id_)["is_archived"]]

    def writes(self) -> list[str]:
        """The requests that changed something there, as "METHOD path", look-ups left out."""
        look_ups = ("/v1/contacts/by-emails", "/v1/contacts/filter")
        return [f"{asked.method} {asked.path}" for asked in self.dex.requests.writes() if asked.path not in look_ups]


def emails(*addresses: str) -> tuple[Entry, ...]:
    """A list of plain addresses."""
    return tuple(Entry(address) for address in addresses)


def phones(*numbers: str, label: str = "") -> tuple[Entry, ...]:
    """A list of numbers under one label."""
    return tuple(Entry(number, label) for number in numbers)
