"""Somebody, or the CRM itself, changes a record in the moment between a send and the look at what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.accounts import Account
from crmdesk.domain.records import Item
from crmdesk.domain.values import Entry, Patch, texts
from tests.mri_world import VaultWorld
from tests.stories.flex_world import FlexWorld
from tests.world import World, emails

THEIRS = "theirs@crm.example"
MADE: Patch = {"first_name": "Grace", "last_name": "Hopper", "company": "Navy", "emails": emails("grace@navy.example")}


@dataclass(frozen=True)
class Crm:
    """A CRM, and where it keeps what these stories are about."""

    key: str
    begin: Callable[[Any], Any]
    emails: str
    row: Callable[[str], Any]
    address: Callable[[Any], str]
    company: str = "company"


async def _begin_vault(world: VaultWorld) -> Account:
    return await world.start(kinds=(world.account_kind,))


CRMS = (
    Crm(
        "dex", World.begin, "contact_emails", lambda text: {"email": text}, lambda row: row["email"]
    ),
    Crm("mri_vault", _begin_vault, "emails", lambda text: text, lambda row: row),
    Crm(
        "flex",
        FlexWorld.start,
        "internetAddresses",
        lambda text: {"id": "0" * 36, "name": "Work", "url": text, "defaultEmail": False},
        lambda row: row["url"],
    ),
)  # fmt: skip
_WORLDS: Mapping[str, type[World]] = {"dex": World, "mri_vault": VaultWorld, "flex": FlexWorld}


class Stirred:
    """A desk, and a CRM of which somebody changes the very next record that is written."""

    def __init__(self, crm: Crm, world: World) -> None:
        self.crm, self.world = crm, world

    @property
    def site(self) -> Site:
        """The CRM."""
        return self.world.crms.sites[self.crm.key]

    def stir(self, *added: str, company: str = "") -> None:
        """Have the next record that is written changed in the same moment."""

        def change(id_: str, before: Any, record: Any) -> None:
            self.site.book.watch = None
            if added:
                record[self.crm.emails] = [*record[self.crm.emails], *map(self.crm.row, added)]
            if company:
                record[self.crm.company] = company

        self.site.book.watch = change

    def addresses(self, item: Item) -> list[str]:
        """The addresses that the CRM holds of an item."""
        return [self.crm.address(row) for row in self.there(item)[self.crm.emails]]

    def there(self, item: Item) -> Any:
        """The record as the CRM holds it."""
        return self.site.book.get(self.world.record(item).remote_id or "")

    async def quiet(self) -> None:
        """Sync until nothing is left to send."""
        for _ in range(3):
            await self.world.later(4000)
            await self.world.sync()


@pytest.fixture(params=CRMS, ids=lambda crm: crm.key)
async def stirred(request: pytest.FixtureRequest, running: DemoCrms, tmp_path: Path) -> AsyncIterator[Stirred]:
    crm: Crm = request.param
    async with _WORLDS[crm.key].untouched(running, crm.key, tmp_path / "profile") as world:
        await crm.begin(world)
        await world.sync()
        made = Stirred(crm, world)
        yield made
        made.site.book.watch = None


async def test_an_address_added_there_as_a_contact_is_made_is_seen_and_never_removed(stirred: Stirred) -> None:
    world = stirred.world
    stirred.stir(THEIRS)
    item = await world.new(MADE)
    await stirred.quiet()
    assert texts(world.desk.item(item.id).values["emails"]) == ["grace@navy.example", THEIRS]
    assert (await world.queue(), await world.problems(), await world.conflicts()) == ([], [], [])
    held = world.desk.item(item.id).values["emails"]
    assert isinstance(held, tuple)
    await world.desk.edit(item.id, {"emails": (*held, Entry("more@navy.example"))})
    await stirred.quiet()
    assert stirred.addresses(item) == ["grace@navy.example", THEIRS, "more@navy.example"]


async def test_an_address_added_there_to_a_contact_made_without_one_stays_beside_one_typed_meanwhile(
    stirred: Stirred,
) -> None:
    world = stirred.world
    stirred.stir(THEIRS)
    item = await world.new({"first_name": "Grace", "last_name": "Hopper"})
    await typed_in_flight(stirred, item, {"emails": emails("grace@navy.example")})
    await stirred.quiet()
    assert sorted(stirred.addresses(item)) == ["grace@navy.example", THEIRS]
    assert (await world.queue(), await world.conflicts()) == ([], [])


async def test_a_text_changed_there_as_a_contact_is_made_is_kept_beside_what_was_sent(stirred: Stirred) -> None:
    world = stirred.world
    stirred.stir(company="Theirs")
    item = await world.new(MADE)
    await stirred.quiet()
    assert stirred.there(item)["company"] == "Theirs"
    assert world.desk.item(item.id).values["company"] == "Navy"
    (problem,) = await world.problems()
    assert (problem.field, "Theirs" in problem.why) == ("company", True)


async def test_a_text_changed_there_as_a_contact_is_made_and_typed_anew_here_is_a_conflict(stirred: Stirred) -> None:
    world = stirred.world
    stirred.stir(company="Theirs")
    item = await world.new(MADE)
    await typed_in_flight(stirred, item, {"company": "Mine"})
    await stirred.quiet()
    (conflict,) = await world.conflicts()
    assert (conflict.field, conflict.mine, conflict.theirs) == ("company", "Mine", "Theirs")
    assert stirred.there(item)["company"] == "Theirs"
    await world.desk.resolve([conflict.id], "mine")
    await stirred.quiet()
    assert (stirred.there(item)["company"], await world.queue(), await world.problems()) == ("Mine", [], [])


async def test_an_address_added_there_as_addresses_are_changed_is_seen_and_never_removed(stirred: Stirred) -> None:
    world = stirred.world
    item = await world.new(MADE)
    await stirred.quiet()
    await world.desk.edit(item.id, {"emails": emails("other@navy.example")})
    stirred.stir(THEIRS)
    await stirred.quiet()
    assert stirred.addresses(item) == ["other@navy.example", THEIRS]
    assert texts(world.desk.item(item.id).values["emails"]) == ["other@navy.example", THEIRS]
    assert (await world.queue(), await world.problems(), await world.conflicts()) == ([], [], [])


async def typed_in_flight(stirred: Stirred, item: Item, patch: Patch) -> None:
    """Send, and have the user type while the send is on its way."""
    world = stirred.world
    stirred.site.weather.set("slow", ms=400, method="POST", times=3)
    before = stirred.site.book.count
    sending = asyncio.create_task(world.desk._engine.lane(world.account.id).send_waiting())
    await world.until(lambda: world.single("SELECT count(*) FROM outbox WHERE state = 'in_flight'") > 0)
    await world.desk.edit(item.id, patch)
    assert stirred.site.book.count == before
    await sending
    stirred.site.weather.clear()
