"""A CRM whose reads lag behind its writes: what was made is made once, what was changed or deleted is believed."""

from __future__ import annotations

import pytest

from crmdesk.domain.outbox import EntryState, Outcome
from crmdesk.domain.reports import RunOutcome
from crmdesk.domain.values import Patch
from tests.world import World, emails

LATE = [0.0, 1.0, 5.0, 60.0]
GRACE: Patch = {"first_name": "Grace", "last_name": "Hopper", "emails": emails("grace@navy.example")}
NAMED: Patch = {"first_name": "Grace", "last_name": "Hopper"}


def named(world: World, name: str) -> list[str]:
    return [id_ for id_ in world.dex.book.ids() if world.there(id_)["full_name"] == name]


async def behind(world: World, seconds: float, api: str = "v1") -> None:
    """A desk that is connected, and a CRM that shows everything so much later by the same clock.

    Its current API answers a create with the record, its older one with the id alone.
    """
    await world.begin(api=api)
    world.dex.now = world.clock.now
    world.dex.weather.set("late", seconds=seconds)


async def settle(world: World) -> None:
    """Syncs at once, and after a second, a minute, ten minutes, an hour."""
    for pause in (0.0, 1.0, 60.0, 600.0, 3600.0):
        await world.later(pause)
        await world.sync()


@pytest.mark.parametrize("seconds", LATE)
@pytest.mark.parametrize("api", ["v1", "legacy"])
@pytest.mark.parametrize("values", [GRACE, NAMED], ids=["email", "name"])
async def test_what_was_made_and_does_not_show_yet_is_made_once(
    world: World, seconds: float, values: Patch, api: str
) -> None:
    await behind(world, seconds, api)
    item = await world.new(values)
    for _ in range(3):
        await world.sync()
    assert len(named(world, "Grace Hopper")) == 1
    await settle(world)
    (there,) = named(world, "Grace Hopper")
    assert (world.record(item).remote_id, await world.queue(), await world.problems()) == (there, [], [])
    assert len(await world.items(text="Hopper")) == 1


@pytest.mark.parametrize("seconds", LATE)
@pytest.mark.parametrize("values", [GRACE, NAMED], ids=["email", "name"])
async def test_a_lost_answer_and_a_late_read_make_one_record(world: World, seconds: float, values: Patch) -> None:
    await behind(world, seconds)
    item = await world.new(values)
    world.dex.weather.set("lost", times=1, method="POST", path="/v1/contacts", after=1 if "emails" in values else 0)
    for _ in range(3):
        await world.sync()
    assert len(named(world, "Grace Hopper")) == 1
    await settle(world)
    (there,) = named(world, "Grace Hopper")
    assert (world.record(item).remote_id, await world.queue()) == (there, [])


async def test_the_id_outlives_a_restart(world: World) -> None:
    await behind(world, 60, "legacy")
    item = await world.new(GRACE)
    await world.sync()
    (entry,) = await world.queue()
    assert (entry.state, entry.remote_id) == (EntryState.UNCERTAIN, named(world, "Grace Hopper")[0])
    await world.restart()
    world.desk.item(item.id)
    await settle(world)
    assert (len(named(world, "Grace Hopper")), await world.queue()) == (1, [])


async def test_what_was_made_and_never_shows_is_asked_about(world: World) -> None:
    await behind(world, 60, "legacy")
    await world.new(GRACE)
    await world.sync()
    world.dex.book.delete(named(world, "Grace Hopper")[0])
    world.wall(days=-365)  # a clock set back makes nobody wait a year
    await world.later(1800.0)
    await world.sync()
    (entry,) = await world.queue()
    assert (entry.state, named(world, "Grace Hopper")) == (EntryState.UNCERTAIN, [])
    await world.later(2 * 3600.0)
    await world.sync()
    (entry,) = await world.queue()
    assert (entry.state, len(await world.problems())) == (EntryState.PARKED, 1)
    world.dex.weather.clear()
    await world.desk.retry_entry(entry.id)
    await world.sync()
    assert (len(named(world, "Grace Hopper")), await world.queue()) == (1, [])


@pytest.mark.parametrize("seconds", LATE)
async def test_a_change_that_shows_late_is_believed_in_the_end(world: World, seconds: float) -> None:
    await behind(world, seconds)
    first = world.ids()[0]
    item = await world.edit(first, {"description": "Hello"})
    run = await world.sync()
    assert world.there(first)["description"] == "Hello"
    if seconds <= 1.0:
        assert (run.not_accepted, await world.problems()) == (0, [])
    await settle(world)
    assert world.there(first)["description"] == "Hello"
    assert world.desk.item(item.id).values["description"] == "Hello"
    assert (await world.queue(), await world.problems(), await world.conflicts()) == ([], [], [])
    assert (await world.sync()).outcome is RunOutcome.SUCCESS


@pytest.mark.parametrize("seconds", LATE)
async def test_a_deletion_that_shows_late_brings_nobody_back(world: World, seconds: float) -> None:
    await behind(world, seconds)
    await world.desk.set_account(world.account.id, deletes_remotely=True)
    first = world.ids()[0]
    item = world.item_of(first)
    await world.desk.delete([item.id])
    await settle(world)
    assert world.dex.book.get(first) is None
    assert (world.desk.item(item.id).trashed_at is not None, await world.queue()) == (True, [])
    assert item.id not in {one.id for one in await world.items()}


async def test_a_problem_ends_with_its_cause(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    item = await world.edit(first, {"description": "Hello"})
    world.dex.weather.set("ignored", field="description")
    run = await world.sync()
    assert (run.not_accepted, len(await world.problems())) == (1, 1)
    world.dex.weather.clear()
    world.dex.book.edit(first, "description", "Hello")
    run = await world.sync()
    assert (await world.problems(), await world.queue()) == ([], [])
    assert world.desk.item(item.id).states[world.record(item).id] == "synced"
    assert (await world.last_entry()).outcome is Outcome.SUPERSEDED
