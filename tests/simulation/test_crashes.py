"""The process dies, or the network does, at every single point of a busy sync: nothing is lost and nothing doubled."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulation.scenario import check, converge, crash, prepare
from tests.world import World

NETWORK: list[dict[str, Any]] = [
    {"name": "refused"},  # never reached the CRM
    {"name": "lost"},  # the CRM did it, its answer never came
    {"name": "truncated"},
    {"name": "down", "status": 502, "applied": True},
]


@pytest.mark.slow
@pytest.mark.parametrize("after_commit", [False, True], ids=["before", "after"])
async def test_the_process_dies_at_every_write(world: World, after_commit: bool) -> None:
    await prepare(world)
    writes = await crash(world, None, after_commit=after_commit)
    await converge(world)
    await check(world)
    assert writes >= 15
    await world.close()
    for number in range(1, writes + 1):
        world.start_anew()
        await prepare(world)
        await crash(world, number, after_commit=after_commit)
        await converge(world)
        await check(world)
        await world.close()
    await world.open()


@pytest.mark.slow
@pytest.mark.parametrize("weather", NETWORK, ids=lambda weather: str(weather["name"]))
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "from then on"])
async def test_the_network_dies_at_every_request(world: World, weather: dict[str, Any], for_good: bool) -> None:
    await prepare(world)
    world.dex.requests.clear()
    await world.sync()
    requests = world.dex.requests.total
    assert requests > 12
    await world.close()
    for number in range(requests):
        world.start_anew()
        await prepare(world)
        world.dex.weather.set(after=number, times=None if for_good else 1, **weather)
        await world.sync()
        world.dex.weather.clear()
        await world.restart()
        await converge(world)
        await check(world)
        await world.close()
    await world.open()
