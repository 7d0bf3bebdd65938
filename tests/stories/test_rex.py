"""Rex as stories: etags of all contacts in one list, a trash beside it, people and companies."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from crmdesk.demo.rex.twin import Rex
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.records import RecordState
from crmdesk.domain.reports import RunOutcome
from crmdesk.domain.values import Patch
from tests.world import World, emails

CONTACTS = 60


class RexWorld(World):
    """A desk and a demo Rex."""

    @property
    def rex(self) -> Rex:
        """The CRM, to look into and to stir."""
        site = self.crms.sites["rex"]
        assert isinstance(site, Rex)
        return site

    async def start(self, direction: Direction = Direction.TWO_WAY) -> Account:
        """Open the desk and connect the services."""
        await self.open()
        there = self.crms.account("rex", "rpc")
        given = {"base_url": there.base_url, "region": "AU", **there.settings}
        self.account = await self.desk.add_account("rex", "Rex", given, json.loads(there.secret), direction)
        return self.account


@pytest.fixture(scope="module")
def running() -> Iterator[DemoCrms]:
    with DemoCrms(CONTACTS, crms={"rex": Rex}) as crms:
        yield crms


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[RexWorld]:
    async with RexWorld.untouched(running, "rex", tmp_path / "profile") as made:
        yield made


async def test_a_contact_that_lies_in_the_trash_there_is_one_removal_that_adds_up(world: RexWorld) -> None:
    await world.start()
    await world.sync()
    trashed = world.rex.book.ids()[0]
    item = world.item_of(trashed)
    world.rex.book.update(trashed, {"is_trashed": True})
    run = await world.sync()
    assert (run.outcome, run.removed, run.balanced) == (RunOutcome.SUCCESS, 1, True)
    assert (run.remote_total, run.fetched) == (CONTACTS - 1, CONTACTS)
    assert await world.problems() == []
    assert world.desk.item(item.id).trash_reason == "It was deleted in Rex."
    again = await world.sync()
    assert (again.removed, again.fetched, again.balanced) == (0, CONTACTS - 1, True)


async def test_a_list_that_lost_some_proves_no_removal_though_the_trash_tells_as_many(world: RexWorld) -> None:
    await world.start()
    await world.sync()
    trashed = world.rex.book.ids()[0]
    world.rex.book.update(trashed, {"is_trashed": True})
    world.rex.weather.set("moving_page", repeat=0, lose=1, path="/v1/rex/contacts/search", times=1)
    lost = world.item_of(world.rex.book.ids()[1])
    run = await world.sync()
    assert (run.removed, run.balanced) == (1, True)
    assert await world.problems() == []
    assert RecordState.REMOVED not in world.desk.item(lost.id).states.values()


@pytest.mark.parametrize("values", [{"company": "Acme Pty"}, {"name": "Acme Pty"}], ids=str)
@pytest.mark.parametrize("said", ["company", "Company"])
async def test_a_company_is_made_a_company(world: RexWorld, values: Patch, said: str) -> None:
    await world.start()
    await world.sync()
    item = await world.new({**values, "contact_type": said, "emails": emails("desk@acme.example")})
    run = await world.sync()
    assert (run.outcome, run.sent) == (RunOutcome.SUCCESS, 1)
    there = world.rex.book.get(world.record(item).remote_id or "") or {}
    assert (there["type"], there["company_name"], there["contact_names"]) == ("company", "Acme Pty", [])
    assert (await world.queue(), await world.problems()) == ([], [])
    values = world.desk.item(item.id).values
    assert (values["name"], values["company"], values["contact_type"]) == ("Acme Pty", "Acme Pty", "company")


async def test_a_persons_company_stays_here_as_rex_has_no_place_for_it(world: RexWorld) -> None:
    await world.start()
    await world.sync()
    item = await world.new({"first_name": "Ada", "last_name": "Quill", "company": "Acme Pty"})
    assert (await world.sync()).outcome is RunOutcome.SUCCESS
    there = world.rex.book.get(world.record(item).remote_id or "") or {}
    assert (there["type"], there["company_name"]) == ("person", None)
    assert world.desk.item(item.id).values["company"] == "Acme Pty"
    assert (await world.queue(), await world.problems()) == ([], [])


async def test_a_contact_of_which_only_the_company_is_known_is_made_that_company(world: RexWorld) -> None:
    await world.start()
    await world.sync()
    item = await world.new({"company": "Acme Pty", "emails": emails("desk@acme.example")})
    run = await world.sync()
    assert (run.outcome, run.sent) == (RunOutcome.SUCCESS, 1)
    there = world.rex.book.get(world.record(item).remote_id or "") or {}
    assert (there["type"], there["company_name"]) == ("company", "Acme Pty")
    assert (await world.queue(), await world.problems()) == ([], [])


async def test_a_company_given_to_a_person_that_rex_has_stays_here(world: RexWorld) -> None:
    await world.start()
    await world.sync()
    person = next(one for one in world.rex.book.ids() if (world.rex.book.get(one) or {})["type"] == "person")
    item = await world.edit(person, {"company": "Acme Pty"})
    assert (await world.queue(), item.values["company"]) == ([], "Acme Pty")
    assert (await world.sync()).outcome is RunOutcome.SUCCESS
    firm = next(one for one in world.rex.book.ids() if (world.rex.book.get(one) or {})["type"] == "company")
    await world.edit(firm, {"website": "https://acme.example", "stage": "warm"})
    assert (await world.sync()).sent == 1
    there = world.rex.book.get(firm) or {}
    assert (there["website_url"], there["interest_level"]) == ("https://acme.example", "warm")


async def test_custom_fields_are_pulled_and_shown(world: RexWorld) -> None:
    await world.start()
    await world.sync()
    with_one = next(one for one in world.rex.book.ids() if (world.rex.book.get(one) or {})["cf.101"])
    assert world.item_of(with_one).values["custom.101"] == "Investor"
