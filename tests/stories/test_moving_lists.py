"""Lists that move while they are read: nobody who is there is called deleted, and nobody slips past for good."""

from __future__ import annotations

import pytest

from crmdesk.domain.records import Presence
from crmdesk.domain.reports import RunOutcome
from tests.world import World

# Each API pages in its own way: the current one by a cursor, the older one by offsets.
APIS = {"v1": "/v1/contacts", "legacy": "/api/rest/contacts"}


def stir(world: World, after: int, action: str, id: str | None = None) -> None:
    """Somebody does something between two pages."""
    world.dex.weather.set("somebody_else", times=1, after=after, method="GET", action=action, id=id)


async def held(world: World) -> set[str]:
    """The ids of all that the desk shows of the CRM."""
    items = await world.items(include_hidden=True)
    return {str(record.remote_id) for item in items for record in item.records if record.presence is Presence.LIVE}


def listed(world: World, api: str) -> set[str]:
    """Whom the CRM lists; its older API does not know of archives."""
    return set(world.dex.book.ids() if api == "legacy" else world.ids())


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize("gone", [0, 5, 9, 25])
async def test_a_first_list_that_moved_misses_nobody(world: World, api: str, gone: int) -> None:
    staying = [id_ for index, id_ in enumerate(world.ids()) if index != gone]
    await world.open()
    await world.connect(api=api, settings={"page_size": "10"})
    stir(world, 0, action="delete", id=world.ids()[gone])
    stir(world, 0, action="create")
    run = await world.sync()
    assert set(staying) <= await held(world)
    assert run.balanced or run.outcome is not RunOutcome.SUCCESS
    await world.sync(full=True)
    assert await held(world) == listed(world, api)


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize("gone", [0, 5, 25])
async def test_a_list_that_moved_calls_nobody_deleted_who_is_there(world: World, api: str, gone: int) -> None:
    await world.begin(api=api, settings={"page_size": "10"})
    staying = [id_ for index, id_ in enumerate(world.ids()) if index != gone]
    stir(world, 0, action="delete", id=world.ids()[gone])
    stir(world, 0, action="create")
    await world.sync(full=True)
    assert set(staying) <= await held(world)
    assert not any(world.item_of(id_).trashed_at for id_ in staying)
    run = await world.sync(full=True)
    assert (run.balanced, await held(world)) == (True, listed(world, api))


async def test_a_list_that_leaves_somebody_out_is_not_believed(world: World) -> None:
    await world.begin(settings={"page_size": "10"})
    before = await held(world)
    world.dex.weather.set("moving_page", repeat=0, lose=1, times=1, after=1)
    run = await world.sync(full=True)
    assert (run.balanced, run.removed, await held(world)) == (False, 0, before)


async def test_whoever_is_gone_is_still_found_out(world: World) -> None:
    await world.begin(settings={"page_size": "10"})
    first = world.ids()[0]
    item = world.item_of(first)
    world.dex.book.delete(first)
    run = await world.sync(full=True)
    assert (run.removed, run.balanced) == (1, True)
    assert world.desk.item(item.id).trashed_at is not None
