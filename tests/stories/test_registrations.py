"""Contacts put down for events as stories: nobody is doubled, nobody put down twice, nobody else in their place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Action, EntryState, Outcome
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.domain.values import texts
from crmdesk.errors import UserInputError
from tests.stories.crm_world import ADA, CrmWorld
from tests.world import emails, phones

both = pytest.mark.parametrize("generation", ["v1", "later"])


@pytest.fixture
def world(crm_world: CrmWorld) -> CrmWorld:
    return crm_world


async def an_event(world: CrmWorld) -> Item:
    """The first event that was pulled."""
    return (await world.desk.items(ItemQuery(Kind.EVENT), 1))[0][0]


async def begun(world: CrmWorld, generation: str) -> Item:
    """A desk that was synced once, and one of its events."""
    await world.start(generation)
    await world.sync()
    return await an_event(world)


def sent(world: CrmWorld) -> list[dict[str, Any]]:
    """The bodies of the registrations that reached the CRM."""
    asked = world.crm.requests.writes()
    return [json.loads(one.body or "") for one in asked if one.path.endswith("/from-event")]


@both
async def test_a_contact_is_put_down_for_an_event_that_was_pulled(world: CrmWorld, generation: str) -> None:
    event = await begun(world, generation)
    there = world.crm.book.ids()[0]
    before = world.crm.book.get(there)
    await world.desk.register(world.item_of(there).id, event.id)
    await world.sync()
    assert world.crm.links == {(there, event.records[0].remote_id)}
    assert (await world.last_entry()).outcome is Outcome.VERIFIED
    after = world.crm.book.get(there)
    assert before is not None
    assert after is not None
    marks = {"later": {"lastEventSource", "lastEventUpdate"}}.get(generation, set())
    assert after["custom"].keys() - before["custom"].keys() == marks
    assert {name for name in before if before[name] != after[name]} == {"updated_at", *(["custom"] if marks else [])}


@both
async def test_whom_the_crm_did_not_know_stays_one_contact(world: CrmWorld, generation: str) -> None:
    event = await begun(world, generation)
    item = await world.new({**ADA, "company": "Quill & Co", "instagram": "ada"}, here=True)
    await world.desk.register(item.id, event.id)
    run = await world.sync()
    ((there, _),) = world.crm.links
    assert (world.record(item).remote_id, run.not_accepted, await world.queue()) == (there, 0, [])
    here = [record.values for record in world.desk.item(item.id).records if record.account_id == LOCAL_ACCOUNT_ID]
    assert here == [{"instagram": "ada"}]
    again = await world.sync()
    assert (again.new, again.sent, again.balanced) == (0, 0, True)
    assert len(await world.items(text="ada@quill.example", include_hidden=True)) == 1


@both
async def test_whom_the_crm_knows_becomes_one_contact_with_ours(world: CrmWorld, generation: str) -> None:
    """What it has stays as it is there: what differs is for a person where it could be changed at all."""
    there = world.add_there(company="Analytical Ltd", phone="+44 20 7946 0958")
    event = await begun(world, generation)
    item = await world.new({**ADA, "company": "Quill & Co", "phones": phones("+44 20 7946 0111")}, here=True)
    await world.desk.register(item.id, event.id)
    for _ in range(2):
        await world.sync()
    assert world.item_of(there).id == item.id
    assert len(await world.items(text="ada@quill.example")) == 1
    stored = world.crm.book.get(there)
    assert stored is not None
    assert stored["company"] == "Analytical Ltd"
    assert {conflict.field for conflict in await world.conflicts()} == ({"company"} if generation == "later" else set())
    shown = texts(world.desk.item(item.id).values["phones"])
    assert set(shown) == {"+44 20 7946 0958", "+44 20 7946 0111"}
    assert await world.problems() == []


async def test_what_the_crm_writes_its_own_way_is_recognised_and_left_so(world: CrmWorld) -> None:
    """Its server compares emails letter by letter, and the later one lays over a contact whatever it is told."""
    there = world.add_there(email="Ada@Quill.example", phone="+44 20 7946 0958")
    event = await begun(world, "later")
    item = world.item_of(there)
    other = await world.new({**ADA, "phones": phones("+44 20 7946 0111"), "company": "Quill & Co"}, here=True)
    await world.desk.link([item.id, other.id])
    world.crm.book.edit(there, "firstName", "Augusta")
    count = world.crm.book.count
    await world.desk.register(item.id, event.id)
    await world.sync()
    assert world.crm.links == {(there, event.records[0].remote_id)}
    assert world.crm.book.count == count
    assert sent(world)[0]["attendeeInfo"] == {
        "firstName": "Augusta", "lastName": "Quill", "email": "Ada@Quill.example",
    }  # fmt: skip


@both
async def test_nobody_else_is_put_down_under_a_shared_address(world: CrmWorld, generation: str) -> None:
    there = world.add_there(firstName="Grace", lastName="Hopper")
    event = await begun(world, generation)
    item = await world.new(ADA, here=True)
    await world.desk.register(item.id, event.id)
    run = await world.sync()
    (entry,) = await world.queue()
    (problem,) = await world.problems()
    assert (run.not_accepted, entry.state, sent(world)) == (1, EntryState.PARKED, [])
    assert problem.what == f"CRM did not put Ada Quill down for “{event.values['name']}”"
    assert "Grace Hopper" in problem.why
    await world.desk.link([item.id, world.item_of(there).id])
    await world.desk.retry_entry(entry.id)
    await world.sync()
    assert {contact for contact, _ in world.crm.links} == {there}
    assert (await world.queue(), await world.problems()) == ([], [])


async def test_an_archived_contact_is_not_put_down_in_silence(world: CrmWorld) -> None:
    world.add_there(status="archived")
    event = await begun(world, "later")
    item = await world.new(ADA, here=True)
    await world.desk.register(item.id, event.id)
    await world.sync()
    assert sent(world) == []
    assert "archived" in (await world.problems())[0].why
    assert [found.id for found in await world.items(text="ada@quill.example")] == [item.id]


async def test_whom_the_crm_cannot_show_yet_is_linked_by_its_next_list(world: CrmWorld) -> None:
    event = await begun(world, "later")
    item = await world.new(ADA, here=True)
    await world.desk.register(item.id, event.id)
    world.crm.weather.set("down", method="GET", path="/api/v1/crm/contacts/")
    await world.sync()
    ((there, _),) = world.crm.links
    (waiting,) = await world.queue()
    assert (waiting.action, waiting.remote_id, world.record(item).remote_id) == (Action.CREATE, there, None)
    world.crm.weather.clear()
    run = await world.sync()
    assert (run.new, run.balanced, world.record(item).remote_id) == (0, True, there)
    assert await world.queue() == []
    assert len(await world.items(text="ada@quill.example")) == 1


async def test_an_event_made_by_its_name_is_known_by_its_id(world: CrmWorld) -> None:
    await begun(world, "v1")
    there, other = world.crm.book.ids()[:2]
    item = world.item_of(there)
    await world.desk.register(item.id, "Harvest: the dinner")
    with pytest.raises(UserInputError, match="waits already"):
        await world.desk.register(item.id, " harvest: THE dinner ")
    await world.sync()
    (made,) = [event["id"] for event in world.crm.events if event["name"] == "Harvest: the dinner"]
    for event in (world.item_of(made).id, "Harvest: The Dinner"):
        with pytest.raises(UserInputError, match="registered for it already"):
            await world.desk.register(item.id, event)
    await world.desk.register(world.item_of(other).id, "harvest: the dinner")
    await world.sync()
    assert world.crm.links == {(there, made), (other, made)}


async def test_events_of_one_name_are_told_apart_by_their_ids(world: CrmWorld) -> None:
    first = await begun(world, "v1")
    world.crm.events.append({**world.crm.events[0], "id": "e" * 32, "name": first.values["name"]})
    await world.sync()
    item = world.item_of(world.crm.book.ids()[0])
    await world.desk.register(item.id, first.id)
    await world.desk.register(item.id, world.item_of("e" * 32).id)
    with pytest.raises(UserInputError, match="events are called"):
        await world.desk.register(item.id, str(first.values["name"]))
    await world.sync()
    assert {event for _, event in world.crm.links} == {"e" * 32, first.records[0].remote_id}


async def test_a_server_that_makes_no_events_is_asked_for_none(world: CrmWorld) -> None:
    world.crm.events[0]["name"] = "Spring gala"
    await begun(world, "later")
    item = world.item_of(world.crm.book.ids()[0])
    with pytest.raises(UserInputError) as refused:
        await world.desk.register(item.id, "Harvest: the dinner")
    assert "one of its events" in refused.value.next
    await world.desk.register(item.id, "Spring Gala")
    await world.sync()
    assert world.crm.links == {(item.records[0].remote_id, world.crm.events[0]["id"])}


async def test_an_event_that_is_gone_there_leaves_a_registration_for_a_person(world: CrmWorld) -> None:
    """The server puts the contact down for nothing, and says only by leaving the event out that it did."""
    event = await begun(world, "later")
    item = await world.new(ADA, here=True)
    await world.desk.register(item.id, event.id)
    world.crm.events[:] = [one for one in world.crm.events if one["id"] != event.records[0].remote_id]
    run = await world.sync()
    (entry,) = await world.queue()
    (problem,) = await world.problems()
    assert (run.not_accepted, entry.state, world.crm.links) == (1, EntryState.PARKED, set())
    assert ("no such event" in problem.why, "choose one of its events" in problem.next) == (True, True)
    (there,) = world.crm.book.find_email("ada@quill.example")
    assert world.record(item).remote_id == there
    await world.desk.cancel_entry(entry.id)
    assert (await world.problems(), await world.queue()) == ([], [])


@pytest.mark.parametrize("way", ["id", "name"])
async def test_a_lost_answer_puts_nobody_down_twice(world: CrmWorld, way: str) -> None:
    event = await begun(world, "v1")
    count = len(world.crm.events)
    await world.desk.register(world.item_of(world.crm.book.ids()[0]).id, event.id if way == "id" else "Harvest")
    world.crm.weather.set("lost", times=1, method="POST")
    await world.desk.sync([world.account.id])
    (waiting,) = await world.queue()
    assert waiting.state is EntryState.UNCERTAIN
    await world.later(3600)
    await world.desk.sync([world.account.id])
    assert (await world.queue(), len(world.crm.links)) == ([], 1)
    assert len(world.crm.events) == count + (way == "name")


async def test_a_registration_goes_along_when_contacts_are_linked(world: CrmWorld) -> None:
    event = await begun(world, "v1")
    first, second = (world.item_of(there) for there in world.crm.book.ids()[:2])
    await world.desk.register(second.id, event.id)
    await world.desk.link([first.id, second.id])
    with pytest.raises(UserInputError, match="already"):
        await world.desk.register(first.id, event.id)
    await world.sync()
    assert len(world.crm.links) == 1
    assert (await world.last_entry()).item_id == first.id


async def test_a_contact_deleted_for_good_is_put_down_for_nothing(world: CrmWorld) -> None:
    event = await begun(world, "v1")
    item = await world.new(ADA, here=True)
    await world.desk.register(item.id, event.id)
    await world.desk.delete([item.id], for_good=True)
    await world.sync()
    assert (sent(world), await world.queue()) == ([], [])


async def test_what_the_crm_needs_is_named_before_it_is_asked(world: CrmWorld) -> None:
    event = await begun(world, "v1")
    item = await world.new({"name": "Ada", "emails": emails("ada@quill.example")}, here=True)
    await world.desk.register(item.id, event.id)
    await world.sync()
    assert sent(world) == []
    (problem,) = await world.problems()
    assert "last name" in problem.why
    await world.desk.edit(item.id, {"first_name": "Ada", "last_name": "Quill"})
    await world.desk.retry_entry((await world.queue())[0].id)
    await world.sync()
    assert len(world.crm.links) == 1


class TestTwoAccounts:
    """Both generations' keys of one organisation make two accounts, each with all contacts and events."""

    async def begin(self, world: CrmWorld) -> tuple[int, int]:
        await world.start("v1")
        kinds = (Kind.CONTACT, Kind.EVENT)
        settings, secrets = {"base_url": world.crm.origin}, {"key": world.crm.later}
        later = await world.desk.add_account("crm_api", "Later", settings, secrets, kinds=kinds)
        await world.desk.sync()
        return world.account.id, later.id

    async def test_a_registration_does_not_wait_for_that_of_another_account(self, world: CrmWorld) -> None:
        first, later = await self.begin(world)
        there, event = world.crm.book.ids()[0], world.crm.events[0]["id"]
        item = await world.desk.link([world.item_of(there).id, world.desk.find_item(f"Later:{there}").id])
        await world.desk.register(item.id, world.item_of(event).id)
        await world.desk.register(item.id, world.desk.find_item(f"Later:{event}").id)
        await world.desk.sync([later])
        assert world.crm.links == {(there, event)}
        assert [entry.account_id for entry in await world.queue()] == [first]

    async def test_one_by_name_goes_where_the_contact_is(self, world: CrmWorld) -> None:
        first, later = await self.begin(world)
        there = world.crm.book.ids()[0]
        await world.desk.register(world.item_of(there).id, "Harvest: the dinner")
        assert [entry.account_id for entry in await world.queue()] == [first]
        for _ in range(2):
            await world.desk.sync()
        made = {event.records[0].account_id for event in await world.items(kind=Kind.EVENT, text="harvest")}
        assert made == {first, later}
        other = world.desk.find_item(f"Later:{there}")
        await world.desk.register(other.id, "harvest: the dinner")
        assert [entry.account_id for entry in await world.queue()] == [later]

    async def test_whose_contact_is_in_both_or_none_is_asked_for_the_account(self, world: CrmWorld) -> None:
        await self.begin(world)
        item = await world.new(ADA, here=True)
        with pytest.raises(UserInputError) as refused:
            await world.desk.register(item.id, "Harvest: the dinner")
        assert "CRM, Later" in refused.value.why
        assert "ACCOUNT:ID" in refused.value.next
