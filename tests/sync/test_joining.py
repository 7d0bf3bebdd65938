"""Several who ask for a sync of the same account at once: it goes on once, for all of them."""

from __future__ import annotations

import asyncio

from crmdesk.domain.reports import RunOutcome
from tests.sync.conftest import Working


async def test_a_new_account_is_pulled_once_though_its_window_asks_too(world: Working) -> None:
    await world.open()
    await world.start()
    await world.connect()
    await world.until(lambda: world.desk._engine.standing(world.account.id).run is not None)
    run = await world.sync()
    await world.rest()
    assert (run.outcome, run.new, await world.run_count()) == (RunOutcome.SUCCESS, 12, 1)


async def test_whoever_asks_meanwhile_gets_the_same_answer(world: Working) -> None:
    await world.begin()
    before = await world.run_count()
    first, second = await asyncio.gather(world.sync(), world.sync())
    assert first == second
    assert await world.run_count() == before + 1


async def test_whoever_asks_for_more_gets_more(world: Working) -> None:
    await world.begin()
    before = await world.run_count()
    _, full, again, plain = await asyncio.gather(
        world.sync(), world.sync(full=True), world.sync(full=True), world.sync()
    )
    assert (full.full, full == again, await world.run_count()) == (True, True, before + 2)
    assert not plain.full


async def test_by_hand_a_scheduled_sync_tries_what_was_to_wait_too(world: Working) -> None:
    await world.begin()
    first = world.ids()[0]
    world.dex.weather.set("down", method="PUT")
    await world.edit(first, {"company": "Waits ten minutes"})
    await world.sync()
    world.dex.weather.clear()
    by_itself = asyncio.create_task(world.desk._engine.lane(world.account.id).sync())
    await asyncio.sleep(0)
    await world.sync()
    await by_itself
    assert (world.there(first)["company"], await world.queue()) == ("Waits ten minutes", [])


async def test_by_hand_nothing_is_left_to_wait_however_late_one_joins(world: Working) -> None:
    await world.begin()
    first, second = world.ids()[:2]
    world.dex.weather.set("down", method="PUT")
    await world.edit(first, {"company": "Waits ten minutes"})
    await world.sync()
    world.dex.weather.clear()
    world.dex.weather.set("slow", method="PUT", ms=300)
    await world.edit(second, {"company": "Is being sent"})
    by_itself = asyncio.create_task(world.desk._engine.lane(world.account.id).sync())
    await world.until(lambda: world.desk._engine.standing(world.account.id).sending)
    await world.sync()
    await by_itself
    assert (world.there(first)["company"], await world.queue()) == ("Waits ten minutes", [])


async def test_one_who_goes_away_leaves_it_to_the_others(world: Working) -> None:
    await world.begin(settings={"page_size": "10"})
    world.dex.weather.set("slow", path="/v1/contacts", ms=300)
    leaving, staying = asyncio.create_task(world.sync(full=True)), asyncio.create_task(world.sync(full=True))
    await world.until(lambda: world.dex.requests.in_flight > 0)
    leaving.cancel()
    assert (await staying).outcome is RunOutcome.SUCCESS
    assert leaving.cancelled()


async def test_it_ends_when_the_last_one_goes_away(world: Working) -> None:
    await world.begin(settings={"page_size": "10"})
    world.dex.weather.set("silent", path="/v1/contacts", after=1)
    asked = [asyncio.create_task(world.sync(full=True)) for _ in range(2)]
    await world.until(lambda: world.dex.requests.in_flight > 0)
    for one in asked:
        one.cancel()
    await asyncio.wait(asked)
    assert (await world.last_run()).outcome is RunOutcome.CANCELLED
