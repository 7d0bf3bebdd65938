"""A Dex that tells what changed: little is asked for, and nothing is missed."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from crmdesk.demo.dex.site import DexOptions
from crmdesk.demo.dex.twin import Dex
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.reports import RunOutcome
from crmdesk.domain.values import Entry
from tests.world import World

CONTACTS = 40


@pytest.fixture(scope="module")
def running() -> Iterator[DemoCrms]:
    with DemoCrms(CONTACTS, crms={"dex": Dex}) as crms:
        yield crms


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[World]:
    async with World.untouched(running, "dex", tmp_path / "profile") as made:
        yield made


def found(world: World) -> dict[str, str]:
    account = world.desk.account("Dex")
    return {setting.key: text for setting, text in world.desk.found(account)}


async def test_an_unchanged_sync_asks_two_questions_however_many_people_there_are(world: World) -> None:
    await world.begin(settings={"page_size": "10"})
    run = await world.sync()
    assert (run.fetched, run.requests, run.balanced, run.outcome) == (0, 2, True, RunOutcome.SUCCESS)
    assert found(world) == {"list_names": "contact", "tags": "no", "changes": "yes"}


async def test_what_changed_there_arrives_alone(world: World) -> None:
    await world.begin(settings={"page_size": "10"})
    edited = world.ids()[7]
    world.dex.somebody_else("edit", edited, {"company": "Inkwell"})
    run = await world.sync()
    assert (run.fetched, run.changed, run.requests) == (1, 1, 3)  # it is read whole as well
    assert world.item_of(edited).values["company"] == "Inkwell"


async def test_a_count_that_differs_has_the_whole_list_read_at_once(world: World) -> None:
    await world.begin(settings={"page_size": "10"})
    gone, edited = world.ids()[3], world.ids()[7]
    world.dex.book.delete(gone)
    world.dex.somebody_else("edit", edited, {"company": "Inkwell"})
    added = world.dex.somebody_else("create", fields={"first_name": "Ada", "contact_emails": []})
    world.dex.somebody_else("create", fields={"first_name": "Bea", "contact_emails": []})
    run = await world.sync()
    assert (run.new, run.changed, run.removed, run.balanced) == (2, 1, 1, True)
    assert world.item_of(added).values["first_name"] == "Ada"
    assert (await world.desk.page(ItemQuery(trash=True), 10))[1] == 1
    assert (await world.sync()).requests == 2


async def test_a_create_of_which_the_answer_was_lost_is_proved_by_the_whole_list(world: World) -> None:
    await world.begin()
    world.dex.weather.set("lost", times=1, method="POST", path="/v1/contacts/")
    await world.new({"name": "Grace Hopper"})
    await world.sync()
    await world.sync()
    await world.sync()
    there = [one for one in world.ids() if world.there(one)["full_name"] == "Grace Hopper"]
    assert (len(there), await world.queue()) == (1, [])


async def test_the_names_under_which_emails_are_taken_are_kept_shown_and_forgotten_on_request(tmp_path: Path) -> None:
    with DemoCrms(CONTACTS, crms={"dex": Dex}, dex=DexOptions(names="plain")) as crms:
        async with World.untouched(crms, "dex", tmp_path / "profile") as world:
            await world.begin()
            one, two = world.ids()[:2]
            await world.edit(one, {"emails": (Entry("new@quill.example"),)})
            await world.sync()
            assert world.there(one)["contact_emails"] == [{"email": "new@quill.example"}]
            assert (await world.problems(), found(world)["list_names"]) == ([], "plain")
            writes = len(world.writes())
            await world.restart()
            await world.edit(two, {"emails": (Entry("other@quill.example"),)})
            await world.sync()
            assert len(world.writes()) == writes + 1
            await world.desk.forget_found(world.account.id)
            assert found(world)["list_names"] == "contact"


async def test_an_account_of_an_earlier_version_finds_out_by_itself_what_its_api_tells(world: World) -> None:
    """Without a sign-in or a test: such a profile was connected before anybody asked."""
    await world.begin(settings={"page_size": "10"})
    await world.close()
    with sqlite3.connect(world.profile.database) as connection:
        connection.execute("UPDATE account SET settings = json_remove(settings, '$.changes', '$.tags') WHERE id > 1")
        connection.execute("UPDATE cursor SET since = NULL")
    connection.close()
    await world.open()
    assert "changes" not in found(world)
    assert (await world.sync()).outcome is RunOutcome.SUCCESS
    assert found(world)["changes"] == "yes"
    assert (await world.sync()).requests == 2
