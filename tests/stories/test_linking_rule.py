"""An account's linking rule: a hint that a person switches on, never a reason for one contact to overwrite another."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest

from crmdesk.demo.rex.records import settled, with_ids
from crmdesk.demo.rex.twin import Rex
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.records import Item
from crmdesk.domain.values import texts
from crmdesk.errors import UserInputError
from crmdesk.sync.pull.linking_rule import check_rule
from tests.world import World, emails, phones

PHONE = "+61 400 123 456"


class RexWorld(World):
    """A desk with contacts of its own, and a demo Rex that is yet to be connected."""

    @property
    def rex(self) -> Rex:
        """The CRM, to look into and to stir."""
        site = self.crms.sites["rex"]
        assert isinstance(site, Rex)
        return site

    async def connect_rex(self, *link_by: str, direction: Direction = Direction.TWO_WAY) -> Account:
        """Connect Rex under that rule, and pull."""
        there = self.crms.account("rex", "rpc")
        settings = {"base_url": there.base_url, "region": "AU"}
        secrets = json.loads(there.secret)
        self.account = await self.desk.add_account("rex", "Rex", settings, secrets, direction, link_by=link_by)
        await self.sync()
        return self.account

    def add_there(self, name: str, *numbers: str) -> str:
        """Somebody adds a contact there."""
        first, last = name.split(" ", 1)
        self.strangers += 1
        blank = {**self.rex.stranger(self.strangers), "contact_emails": [], "type": "person"}
        rows = {
            "contact_names": with_ids([{"name_first": first, "name_last": last}], count(1)),
            "contact_phones": with_ids([{"phone_number": number} for number in numbers], count(1)),
        }
        return self.rex.book.add(settled({**blank, **rows}))

    strangers = 0


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[RexWorld]:
    running.sites["rex"].reset()
    made = RexWorld(running, tmp_path / "profile")
    await made.open()
    yield made
    await made.close()


async def known(world: RexWorld, name: str = "Ada Quill", phone: str = PHONE) -> Item:
    return await world.new({"name": name, "phones": phones(phone)}, here=True)


def in_rex(world: RexWorld, item: Item) -> bool:
    return any(record.account_id == world.account.id for record in world.desk.item(item.id).records)


async def test_without_a_rule_nothing_is_linked_by_itself(world: RexWorld) -> None:
    ada = await known(world)
    world.add_there("Ada Quill", PHONE)
    await world.connect_rex()
    assert not in_rex(world, ada)


async def test_a_new_record_is_taken_for_the_contact_with_its_phone(world: RexWorld) -> None:
    """In any notation; no value moves, so that the link can be taken back exactly."""
    ada = await known(world)
    there = world.add_there("Ada Quill", "+61400123456")
    await world.connect_rex("phones")
    assert in_rex(world, ada)
    assert world.item_of(there).id == ada.id
    assert texts(world.desk.item(ada.id).values["phones"]) == ["+61400123456"]
    before = [record.values for record in world.desk.item(ada.id).records]
    apart = await world.desk.unlink(ada.id, world.account.id)
    assert [record.values for record in (*apart.records, *world.desk.item(ada.id).records)] == before
    await world.sync(reload=True)
    assert not in_rex(world, ada)


async def test_people_who_share_a_phone_do_not_become_one(world: RexWorld) -> None:
    """Two there with the number of an office, one here with another name, two here with the same number: no link."""
    ada, ben = await known(world), await known(world, "Ben Okafor", "+61 400 999 999")
    twins = [await known(world, "Cy Twain", "+61 400 777 777") for _ in range(2)]
    world.add_there("Ada Quill", PHONE)
    world.add_there("Ada Quill", PHONE)
    world.add_there("Zoë Ferreira", "+61 400 999 999")
    world.add_there("Cy Twain", "+61 400 777 777")
    run = await world.connect_rex("phones")
    assert run is not None
    assert not any(in_rex(world, one) for one in (ada, ben, *twins))


async def test_a_phone_that_comes_again_is_shared(world: RexWorld) -> None:
    ada = await known(world)
    world.add_there("Ada Quill", PHONE)
    await world.connect_rex("phones")
    later = world.add_there("Ada Quill", PHONE)
    await world.sync()
    assert world.item_of(later).id != ada.id


async def test_the_rule_may_go_by_email_too(world: RexWorld) -> None:
    there = world.rex.book.ids()[0]
    record = world.rex.book.get(there) or {}
    address = record["contact_emails"][0]["email_address"].upper()
    known_here = await world.new(
        {"name": record["contact_names"][0]["name_first"], "emails": emails(address)}, here=True
    )
    await world.desk.edit(known_here.id, {"name": None, "company": "Inkwell"})
    await world.connect_rex("emails")
    assert in_rex(world, known_here)


@pytest.mark.parametrize("rule", [(), ("phones",)])
async def test_a_contact_with_a_known_phone_alone_is_created_only_after_a_question(
    world: RexWorld, rule: tuple[str, ...]
) -> None:
    there = world.add_there("Ada Quill", PHONE)
    await world.connect_rex(*rule)
    made = await world.new({"first_name": "Ada", "last_name": "Quill", "phones": phones("0400 123 456")})
    await world.sync()
    if rule:
        assert world.item_of(there).id == made.id
        return
    (entry,) = await world.queue()
    assert (entry.state, entry.candidates) == (EntryState.PARKED, (there,))
    assert "phone number" in (entry.error or "")
    await world.desk.choose(entry.id, None)
    await world.sync()
    assert await world.queue() == []
    assert world.record(made).remote_id not in (None, there)


def test_a_rule_is_written_in_words() -> None:
    assert [check_rule(text) for text in ("off", "", "phone", "phone, email")] == [
        (), (), ("phones",), ("emails", "phones")
    ]  # fmt: skip
    with pytest.raises(UserInputError):
        check_rule("name")
