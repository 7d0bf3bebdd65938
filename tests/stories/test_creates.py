"""New contacts: looked up first, linked or created once, never twice, whatever gets lost on the way."""

from __future__ import annotations

import asyncio

import pytest

from crmdesk.domain.outbox import Action, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Item
from crmdesk.domain.values import Patch
from crmdesk.errors import UserInputError
from tests.world import World, emails

GRACE: Patch = {"first_name": "Grace", "last_name": "Hopper", "emails": emails("grace@navy.example")}


def named(world: World, name: str) -> list[str]:
    """The CRM's contacts of that name."""
    return [id_ for id_ in world.dex.book.ids() if world.there(id_)["full_name"] == name]


async def test_a_new_contact_is_created_once_and_leaves_this_computer(world: World) -> None:
    await world.begin()
    item = await world.new(GRACE)
    assert {record.account_id for record in item.records} == {1, world.account.id}
    run = await world.sync()
    assert run.sent == 1
    (there,) = named(world, "Grace Hopper")
    item = world.desk.item(item.id)
    assert [(record.account_id, record.remote_id) for record in item.records] == [(world.account.id, there)]
    assert (await world.last_entry()).outcome is Outcome.VERIFIED
    again = await world.sync()
    assert (again.new, again.changed, again.sent, again.balanced) == (0, 0, 0, True)


async def test_what_no_crm_took_stays_on_this_computer(world: World) -> None:
    await world.begin()
    item = await world.new({**GRACE, "tags": emails("navy")})
    await world.sync()
    records = {record.account_id: record for record in world.desk.item(item.id).records}
    assert records[1].values == {"tags": emails("navy")}
    assert world.desk.item(item.id).values["tags"] == emails("navy")


async def test_a_contact_of_this_computer_is_added_to_an_account_later(world: World) -> None:
    await world.begin()
    item = await world.new(GRACE, here=True)
    await world.sync()
    assert named(world, "Grace Hopper") == []
    await world.desk.add_to(item.id, world.account.id)
    with pytest.raises(UserInputError):
        await world.desk.add_to(item.id, world.account.id)
    await world.sync()
    assert len(named(world, "Grace Hopper")) == 1
    assert [record.account_id for record in world.desk.item(item.id).records] == [world.account.id]


async def test_edits_of_a_waiting_create_fold_into_it(world: World) -> None:
    await world.begin()
    item = await world.new({**GRACE, "company": "Navy"})
    await world.desk.edit(item.id, {"company": None, "job_title": "Admiral"})
    (entry,) = await world.queue()
    assert entry.action is Action.CREATE
    await world.sync()
    (there,) = named(world, "Grace Hopper")
    assert (world.there(there)["company"], world.there(there)["job_title"]) == (None, "Admiral")
    values = world.desk.item(item.id).values
    assert ("company" in values, values["job_title"]) == (False, "Admiral")


@pytest.mark.parametrize("fault", ["lost", "truncated"])
@pytest.mark.parametrize("values", [GRACE, {"first_name": "Grace", "last_name": "Hopper"}], ids=["email", "name"])
async def test_a_lost_answer_makes_exactly_one_record(world: World, fault: str, values: Patch) -> None:
    await world.begin()
    item = await world.new(values)
    world.dex.weather.set(fault, times=1, method="POST", path="/v1/contacts", after=1 if "emails" in values else 0)
    await world.sync()
    assert (await world.last_entry()).state is EntryState.UNCERTAIN
    for _ in range(3):
        await world.sync()
    assert len(named(world, "Grace Hopper")) == 1
    assert await world.queue() == []
    assert len(await world.items(text="Hopper")) == 1
    assert world.record(item).remote_id == named(world, "Grace Hopper")[0]


async def test_a_create_that_never_arrived_is_sent_after_a_complete_list(world: World) -> None:
    await world.begin()
    item = await world.new({"first_name": "Grace", "last_name": "Hopper"})
    world.dex.weather.set("lost", times=1, method="POST", path="/v1/contacts")
    await world.sync()
    world.dex.book.delete(named(world, "Grace Hopper")[0])  # as if it had never arrived
    await world.sync()
    assert named(world, "Grace Hopper") == []  # what was made may show a little later
    await world.later(600)
    await world.sync()
    assert len(named(world, "Grace Hopper")) == 1
    assert (await world.queue(), world.record(item).remote_id) == ([], named(world, "Grace Hopper")[0])


async def test_a_clock_set_back_does_not_make_a_create_wait_for_its_year(world: World) -> None:
    await world.begin()
    item = await world.new({"first_name": "Grace", "last_name": "Hopper"})
    world.dex.weather.set("lost", times=1, method="POST", path="/v1/contacts")
    await world.sync()
    world.dex.book.delete(named(world, "Grace Hopper")[0])  # as if it had never arrived
    world.wall(days=-365)
    for _ in range(2):
        await world.later(60)
        await world.sync()
    assert len(named(world, "Grace Hopper")) == 1
    assert (await world.queue(), world.record(item).remote_id) == ([], named(world, "Grace Hopper")[0])


async def test_edits_made_while_a_create_is_uncertain_are_kept_and_sent(world: World) -> None:
    await world.begin()
    item = await world.new({**GRACE, "company": "Navy", "education": "Yale"})
    world.dex.weather.set("lost", times=1, method="POST", path="/v1/contacts", after=1)
    await world.sync()
    changed: Patch = {
        "company": "Eckert",
        "job_title": "Admiral",
        "education": None,
        "emails": emails("other@navy.example"),
    }
    await world.desk.edit(item.id, changed)
    for _ in range(2):
        await world.sync()
    (there,) = named(world, "Grace Hopper")
    held = world.there(there)
    assert (held["company"], held["job_title"], held["education"]) == ("Eckert", "Admiral", None)
    assert held["contact_emails"] == [{"email": "other@navy.example"}]
    assert (await world.queue(), await world.conflicts()) == ([], [])
    values = world.desk.item(item.id).values
    assert {key: values.get(key) for key in changed} == changed


async def test_a_uncertain_create_cannot_be_cancelled(world: World) -> None:
    await world.begin()
    await world.new(GRACE)
    world.dex.weather.set("lost", times=1, method="POST", path="/v1/contacts", after=1)
    await world.sync()
    with pytest.raises(UserInputError):
        await world.desk.cancel_entry((await world.queue())[0].id)


class TestLookAlikes:
    """Adding looks in the CRM first."""

    async def somebody(self, world: World, *names: str) -> list[str]:
        await world.begin()
        return [
            world.dex.book.add(
                {
                    "first_name": name.split()[0],
                    "last_name": name.split()[1],
                    "full_name": name,
                    "contact_emails": [{"email": "grace@navy.example"}],
                    "contact_phone_numbers": [],
                    "tags": [],
                    "is_archived": False,
                    "starred": False,
                }
            )
            for name in names
        ]

    async def test_one_with_that_email_is_linked(self, world: World) -> None:
        (there,) = await self.somebody(world, "Grace Hopper")
        item = await world.new({**GRACE, "company": "Navy"})
        await world.sync()
        assert named(world, "Grace Hopper") == [there]
        assert world.item_of(there).id == item.id
        assert world.there(there)["company"] == "Navy"
        assert len(await world.items(text="Hopper")) == 1
        assert [record.account_id for record in world.desk.item(item.id).records] == [world.account.id]

    async def test_a_contradicting_name_parks_with_the_candidate(self, world: World) -> None:
        (there,) = await self.somebody(world, "Somebody Else")
        item = await world.new(GRACE)
        run = await world.sync()
        assert run.sent == 0
        (entry,) = await world.queue()
        assert (entry.state, entry.candidates) == (EntryState.PARKED, (there,))
        assert (await world.problems())[0].action == "resolve"
        with pytest.raises(UserInputError):
            await world.desk.choose(entry.id, "another")
        await world.desk.choose(entry.id, None)
        await world.sync()
        assert len(named(world, "Grace Hopper")) == 1
        assert (await world.queue(), await world.problems()) == ([], [])
        assert world.record(item).remote_id == named(world, "Grace Hopper")[0]

    async def test_it_is_linked_on_choice_and_differences_become_conflicts(self, world: World) -> None:
        (there,) = await self.somebody(world, "Somebody Else")
        item = await world.new(GRACE)
        await world.sync()
        await world.desk.choose((await world.queue())[0].id, there)
        await world.sync()
        assert world.item_of(there).id == item.id
        assert len(await world.items(text="grace@navy.example")) == 1
        assert {conflict.field for conflict in await world.conflicts()} == {"first_name", "last_name"}

    async def test_several_with_that_email_park(self, world: World) -> None:
        both = await self.somebody(world, "Grace Hopper", "Grace Hopper")
        await world.new(GRACE)
        await world.sync()
        (entry,) = await world.queue()
        assert (entry.state, set(entry.candidates)) == (EntryState.PARKED, set(both))

    async def test_a_phone_alone_is_not_enough(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        world.dex.book.edit(first, "contact_phone_numbers", [{"phone_number": "+49 30 901820", "label": None}])
        await world.sync()
        before = world.dex.book.count
        item = await world.new({"name": "Grace Hopper", "phones": emails("+49 30 901820")})
        await world.sync()
        assert world.dex.book.count == before + 1
        assert world.item_of(first).id != item.id


async def test_a_refused_create_is_parked_and_sent_after_a_correction(world: World) -> None:
    await world.begin()
    item = await world.new(GRACE)
    world.dex.weather.set("status", times=1, status=422, message="last name is too odd", method="POST", after=1)
    await world.sync()
    (entry,) = await world.queue()
    assert (entry.state, entry.action) == (EntryState.PARKED, Action.CREATE)
    await world.desk.edit(item.id, {"last_name": "Murray"})
    await world.sync()
    assert len(named(world, "Grace Murray")) == 1
    assert (await world.queue(), await world.problems()) == ([], [])


async def test_a_create_that_a_pull_meets_first_is_one_contact(world: World) -> None:
    """The list shows the new record before its answer is settled: known as another item for a moment, then one."""
    await world.begin()
    item = await world.new({**GRACE, "company": "Navy"})
    world.dex.weather.set("lost", times=1, method="POST", path="/v1/contacts", after=1)
    await world.sync()
    there = named(world, "Grace Hopper")[0]
    # Somebody changes it there, so that the list does not show what was sent.
    world.dex.book.edit(there, "company", "Army")
    for _ in range(2):
        await world.sync()
    assert named(world, "Grace Hopper") == [there]
    assert len(await world.items(text="Hopper")) == 1
    assert world.item_of(there).id == item.id
    assert world.record(item).remote_id == there
    assert [entry for entry in await world.queue() if entry.action is Action.CREATE] == []


async def test_a_create_that_may_have_made_somebody_new_is_asked_about(world: World) -> None:
    """No email to look it up by, its answer lost, and somebody renamed it there before the next list was read."""
    await world.begin()
    item = await world.new({"first_name": "Grace", "last_name": "Hopper"})
    world.dex.weather.set("lost", times=1, method="POST", path="/v1/contacts")
    await world.sync()
    there = named(world, "Grace Hopper")[0]
    world.dex.book.update(there, {"last_name": "Murray", "full_name": "Grace Murray"})
    for _ in range(3):
        await world.sync()
    (entry,) = await world.queue()
    assert (entry.state, entry.candidates) == (EntryState.PARKED, (there,))
    await world.desk.choose(entry.id, there)
    await world.sync()
    assert (named(world, "Grace Hopper"), len(await world.items(text="Grace"))) == ([], 1)
    (conflict,) = await world.conflicts()
    assert (conflict.field, conflict.item_id) == ("last_name", item.id)


class TestAskedWhetherItArrived:
    """A create with a lost answer of which somebody new, who shares its name, may be what it made."""

    async def asked(self, world: World) -> OutboxEntry:
        """Grace Hopper, whose create arrived, will show later, and is asked about because of a Grace Murray."""
        await world.begin()
        await world.new({"first_name": "Grace", "last_name": "Hopper"})
        world.dex.weather.set("lost", times=1, method="POST", path="/v1/contacts")
        await world.sync()
        self.made = world.dex.book.snapshot()[named(world, "Grace Hopper")[0]]
        world.dex.book.delete(self.made["id"])
        murray = world.dex.book.add({**self.made, "last_name": "Murray", "full_name": "Grace Murray"})
        await world.sync()
        (entry,) = await world.queue()
        assert (entry.state, entry.candidates) == (EntryState.PARKED, (murray,))
        return entry

    async def one_in_the_end(self, world: World) -> None:
        """What was made shows, and nothing was made twice."""
        world.dex.book.add(dict(self.made))
        for _ in range(3):
            await world.sync()
        assert len(named(world, "Grace Hopper")) == 1
        assert (await world.queue(), len(await world.items(text="Hopper"))) == ([], 1)

    async def test_an_edit_does_not_send_it_again(self, world: World) -> None:
        entry = await self.asked(world)
        await world.desk.edit(entry.item_id, {"company": "Navy"})
        await world.sync()
        assert named(world, "Grace Hopper") == []
        await self.one_in_the_end(world)
        assert world.there(named(world, "Grace Hopper")[0])["company"] == "Navy"

    @pytest.mark.parametrize("answer", ["none of them", "send again"])
    async def test_what_is_none_of_them_may_still_show(self, world: World, answer: str) -> None:
        entry = await self.asked(world)
        await (world.desk.choose(entry.id, None) if answer == "none of them" else world.desk.retry_entry(entry.id))
        await world.sync()
        assert named(world, "Grace Hopper") == []
        await self.one_in_the_end(world)

    async def test_what_is_none_of_them_and_never_shows_is_created(self, world: World) -> None:
        entry = await self.asked(world)
        await world.desk.choose(entry.id, None)
        await world.later(600)
        await world.sync()
        assert len(named(world, "Grace Hopper")) == 1
        assert (await world.queue(), await world.problems()) == ([], [])


class TestStoredForSomebodyNew:
    """A pull meets what a create has just made before its answer comes, and the answer never comes."""

    async def stored(self, world: World) -> tuple[Item, str]:
        """Grace Hopper, and the id of what her create made, which is another item for now."""
        await world.begin()
        world.desk.start()
        world.dex.weather.set("silent", times=1, method="POST", path="/v1/contacts", applied=True)
        item = await world.new({"first_name": "Grace", "last_name": "Hopper", "company": "Navy"})
        await world.until(lambda: bool(named(world, "Grace Hopper")))
        pull = asyncio.create_task(world.sync(full=True))
        await world.until(
            lambda: world.single("SELECT count(*) FROM record WHERE remote_id = ?", *named(world, "Grace Hopper"))
        )
        await world.restart()
        await asyncio.gather(pull, return_exceptions=True)
        (there,) = named(world, "Grace Hopper")
        assert world.item_of(there).id != item.id
        return item, there

    async def test_it_is_taken_over_at_once_with_what_was_typed_since(self, world: World) -> None:
        item, there = await self.stored(world)
        await world.edit(there, {"job_title": "Admiral"})
        for _ in range(2):
            await world.sync()
        assert (named(world, "Grace Hopper"), await world.queue()) == ([there], [])
        assert world.item_of(there).id == item.id
        assert world.there(there)["job_title"] == "Admiral"

    @pytest.mark.parametrize("away", [60, 600], ids=["a minute later", "ten minutes later"])
    async def test_it_is_asked_about_where_it_has_changed_there(self, world: World, away: float) -> None:
        item, there = await self.stored(world)
        world.dex.book.edit(there, "company", "Army")
        await world.later(away)
        for _ in range(3):
            await world.sync(full=True)
        assert named(world, "Grace Hopper") == [there]
        (entry,) = await world.queue()
        assert (entry.state, entry.candidates) == (EntryState.PARKED, (there,))
        await world.desk.choose(entry.id, there)
        await world.sync()
        assert (named(world, "Grace Hopper"), world.item_of(there).id) == ([there], item.id)
