"""Creates are single, in every CRM that creates: however late it shows, whatever answer is lost, and through restarts.

So are changes and deletions that show late: in the end both sides hold what was typed, and nobody comes back.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies

from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Patch
from tests.world import World, emails

CRMS = {"dex": "v1", "follow_up_boss": None, "mri_vault": "v1.3", "flex": None}
GRACE: Patch = {"first_name": "Grace", "last_name": "Hopper", "emails": emails("grace@navy.example")}


class Weather(NamedTuple):
    """How late the CRM shows what was written, how many answers to writes are lost, when the desk is started anew."""

    late: float
    lost: int
    restarts: frozenset[int]  # after which of the syncs


weathers = strategies.builds(
    Weather,
    strategies.sampled_from([0.0, 1.0, 5.0, 60.0]),
    strategies.integers(0, 2),
    strategies.frozensets(strategies.integers(0, 3), max_size=2),
)
# A few of them, the same each time: each is a desk of its own on real HTTP.
FEW = settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def running() -> Iterator[DemoCrms]:
    with DemoCrms(6) as crms:
        yield crms


@asynccontextmanager
async def connected(crms: DemoCrms, name: str) -> AsyncIterator[tuple[World, Site]]:
    """A desk that has pulled once from that CRM."""
    with tempfile.TemporaryDirectory() as folder:
        async with World.untouched(crms, name, Path(folder) / "profile") as world:
            await world.open()
            there = crms.account(name, CRMS[name])
            given_ = {"base_url": there.base_url, **there.settings}
            secret = json.loads(there.secret) if there.secret.startswith("{") else {"key": there.secret}
            way, kinds = Direction.TWO_WAY, (Kind.CONTACT,)
            world.account = await world.desk.add_account(name, name, given_, secret, way, kinds)
            await world.sync()
            site = crms.sites[name]
            site.now = world.clock.now
            yield world, site


async def through(world: World, site: Site, weather: Weather) -> None:
    """Syncs in that weather, and after a second, a minute, ten minutes, an hour."""
    site.weather.set("late", seconds=weather.late)
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        if weather.lost:
            site.weather.set("lost", times=weather.lost, method=method)
    for number, pause in enumerate((0.0, 0.0, 1.0, 60.0, 600.0, 3600.0)):
        await world.later(pause)
        await world.sync()
        if number in weather.restarts:
            await world.restart()
    site.weather.clear()
    await world.later(3600.0)
    await world.sync(full=True)


@pytest.mark.parametrize("name", CRMS)
@FEW
@given(weather=weathers)
@example(weather=Weather(1.0, 1, frozenset()))
@example(weather=Weather(60.0, 1, frozenset({1})))
def test_what_is_made_is_made_once(running: DemoCrms, name: str, weather: Weather) -> None:
    async def story() -> None:
        async with connected(running, name) as (world, site):
            before = site.book.count
            item = await world.new(GRACE)
            await through(world, site, weather)
            assert site.book.count == before + 1
            assert world.record(item).remote_id in site.book.ids()
            assert (await world.queue(), len(await world.items(text="Hopper"))) == ([], 1)

    asyncio.run(story())


@pytest.mark.parametrize("name", CRMS)
@FEW
@given(weather=weathers)
@example(weather=Weather(1.0, 1, frozenset()))
@example(weather=Weather(60.0, 1, frozenset({1})))
def test_what_is_changed_is_so_on_both_sides_in_the_end(running: DemoCrms, name: str, weather: Weather) -> None:
    async def story() -> None:
        async with connected(running, name) as (world, site):
            first = site.book.ids()[0]
            item = await world.edit(first, {"first_name": "Zenobia"})
            await through(world, site, weather)
            assert "Zenobia" in json.dumps(site.book.get(first))
            assert world.desk.item(item.id).values["first_name"] == "Zenobia"
            assert (await world.queue(), await world.conflicts(), await world.problems()) == ([], [], [])

    asyncio.run(story())


@pytest.mark.parametrize("name", ["dex", "follow_up_boss", "flex"])
@FEW
@given(weather=weathers)
@example(weather=Weather(1.0, 1, frozenset()))
@example(weather=Weather(60.0, 1, frozenset({1})))
def test_who_is_deleted_does_not_come_back(running: DemoCrms, name: str, weather: Weather) -> None:
    async def story() -> None:
        async with connected(running, name) as (world, site):
            await world.desk.set_account(world.account.id, deletes_remotely=True)
            first = site.book.ids()[0]
            item = world.item_of(first)
            await world.desk.delete([item.id])
            await through(world, site, weather)
            there = site.book.get(first)
            assert there is None or there.get("deleted") is True
            assert world.desk.item(item.id).trashed_at is not None
            shown = [record.remote_id for one in await world.items() for record in one.records]
            assert (first in shown, await world.queue()) == (False, [])

    asyncio.run(story())
