"""Lists that move while they are read: nobody who is there is called deleted, and nobody slips past for good."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from crmdesk.demo.flex.twin import Flex
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Presence
from crmdesk.domain.reports import RunOutcome
from tests.mri_world import ROOT, VaultWorld
from tests.stories.flex_world import FlexWorld
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
    stir(world, 0, action="replace", id=world.ids()[gone])
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
    stir(world, 0, action="replace", id=world.ids()[gone])
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


# Flex and MRI Vault number their pages, which overlap where their sizes let them.
NUMBERED: dict[str, type[World]] = {"flex": FlexWorld, "mri_vault": VaultWorld}


@pytest.fixture(params=NUMBERED)
async def numbered(request: pytest.FixtureRequest, running: DemoCrms, tmp_path: Path) -> AsyncIterator[World]:
    """A desk and a CRM that numbers its pages, of ten records each; not yet connected."""
    async with NUMBERED[request.param].untouched(running, request.param, tmp_path / "profile") as made:
        yield made


async def begin(world: World) -> Site:
    """Connect the CRM, which stirs when its first page was given; its contacts alone are read."""
    if isinstance(world, FlexWorld):
        await world.start(page_size="10")
        return world.flex
    assert isinstance(world, VaultWorld)
    await world.start(kinds=(Kind.CONTACT,), page_size="10")
    return world.vault


def stir_numbered(site: Site, gone: str) -> None:
    """One goes and one comes between the first page and the second."""
    # Flex is asked before for what changed last.
    path, after = ("/f5/api/contact/search", 1) if isinstance(site, Flex) else (f"{ROOT}/contacts", 0)
    site.weather.set("somebody_else", times=1, after=after, method="GET", path=path, action="replace", id=gone)


def shown(site: Site) -> list[str]:
    """The contacts there that nobody put into an archive, in the order of the list."""
    return [id_ for id_ in site.book.ids() if not (site.book.get(id_) or {}).get("archived")]


@pytest.mark.parametrize("gone", [0, 9])
async def test_a_numbered_list_that_moved_misses_nobody(numbered: World, gone: int) -> None:
    site = await begin(numbered)
    ids = shown(site)
    stir_numbered(site, ids[gone])
    run = await numbered.sync(full=True)
    assert {id_ for id_ in ids if id_ != ids[gone]} <= await held(numbered)
    assert run.balanced or run.outcome is not RunOutcome.SUCCESS
    await numbered.sync(full=True)
    assert await held(numbered) == set(shown(site))


@pytest.mark.parametrize("gone", [0, 9])
async def test_a_numbered_list_that_moved_calls_nobody_deleted_who_is_there(numbered: World, gone: int) -> None:
    site = await begin(numbered)
    await numbered.sync()
    ids = shown(site)
    stir_numbered(site, ids[gone])
    await numbered.sync(full=True)
    staying = {id_ for id_ in ids if id_ != ids[gone]}
    assert staying <= await held(numbered)
    assert not any(numbered.item_of(id_).trashed_at for id_ in staying)
    run = await numbered.sync(full=True)
    assert (run.balanced, await held(numbered)) == (True, set(shown(site)))
