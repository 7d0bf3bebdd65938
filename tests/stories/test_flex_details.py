"""The details of Flex's contacts as stories: read for what differs, kept through interruptions, asked for anew."""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from crmdesk.demo.flex.twin import FlexOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.desk import AccountState
from crmdesk.domain.reports import ProblemKind, RunOutcome
from crmdesk.sync.pull.details import SLICE
from crmdesk.system.paths import Profile
from tests.stories.flex_world import CONTACTS, WHOLE, FlexWorld


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[FlexWorld]:
    async with FlexWorld.untouched(running, "flex", tmp_path / "profile") as made:
        yield made


@pytest.fixture(scope="module")
def running() -> Any:
    with DemoCrms(CONTACTS, flex=FlexOptions(sorts="no")) as crms:
        yield crms


async def test_only_what_the_list_shows_to_differ_is_read_again(world: FlexWorld) -> None:
    await world.start()
    await world.sync()
    shown, hidden = world.flex.book.ids()[3], world.flex.book.ids()[4]
    world.flex.book.update(shown, {"lastName": "Quill", "name": "Ada Quill", "jobTitle": "Rigger"})
    world.flex.book.update(hidden, {"jobTitle": "Rigger"})
    run = await world.sync()
    assert (run.changed, run.requests) == (1, WHOLE + 1)
    assert world.item_of(shown).values["job_title"] == "Rigger"
    assert world.item_of(hidden).values.get("job_title") != "Rigger"


async def test_old_details_are_read_again_though_the_list_shows_no_difference(world: FlexWorld) -> None:
    await world.start(details_days="7")
    await world.sync()
    hidden = world.flex.book.ids()[4]
    world.flex.book.update(hidden, {"jobTitle": "Rigger"})
    await world.later(3 * 86_400)
    assert (await world.sync()).requests == WHOLE
    await world.later(2 * 86_400)
    middle = await world.sync()
    assert WHOLE < middle.requests < WHOLE + CONTACTS  # they come due one after the other
    await world.later(2 * 86_400 + 1)
    last = await world.sync()
    assert middle.requests + last.requests == 2 * WHOLE + CONTACTS
    assert middle.changed + last.changed == 1
    assert world.item_of(hidden).values["job_title"] == "Rigger"
    assert (await world.sync()).requests == WHOLE


async def test_what_was_read_before_a_sync_was_cancelled_is_kept(world: FlexWorld) -> None:
    await world.start()
    world.flex.weather.set("silent", after=50, path="/f5/api/contact/")
    syncing = asyncio.ensure_future(world.sync())
    await world.until(lambda: sum("silent" in one.weather for one in world.flex.requests.all()) >= 30)
    world.desk.cancel(world.account.id)
    assert (await syncing).outcome is RunOutcome.CANCELLED
    assert len(await world.items()) == 50
    world.flex.weather.clear()
    run = await world.sync()
    assert (run.outcome, run.new) == (RunOutcome.SUCCESS, CONTACTS - 50)
    assert Counter(world.details()) == Counter(world.flex.book.ids())


async def test_after_a_crash_at_most_what_was_under_way_is_asked_again(world: FlexWorld, tmp_path: Path) -> None:
    await world.start()
    world.flex.weather.set("silent", after=60, path="/f5/api/contact/")
    syncing = asyncio.ensure_future(world.sync())
    await world.until(lambda: sum("silent" in one.weather for one in world.flex.requests.all()) >= 30)
    await world.until(lambda: world.single("SELECT count(*) FROM record") > 60 - SLICE)
    shutil.copytree(world.profile.root, tmp_path / "after the crash")
    world.desk.cancel(world.account.id)
    await syncing
    await world.close()
    world.flex.weather.clear()
    world.profile = Profile.at(tmp_path / "after the crash")
    await world.open()
    stored = world.single("SELECT count(*) FROM record")
    run = await world.sync()
    assert (run.outcome, run.new) == (RunOutcome.SUCCESS, CONTACTS - stored)
    again = [one for one, times in Counter(world.details()).items() if times > 1]
    assert len(again) == 60 - stored < SLICE
    known = world.single("SELECT sum(calls) FROM ledger WHERE owner = ?", world.account.quota)
    assert known >= world.flex.requests.total


async def test_one_slow_answer_holds_back_none_of_the_others(world: FlexWorld, tmp_path: Path) -> None:
    await world.start(page_size="50")
    slow = world.flex.book.ids()[0]
    world.flex.weather.set("silent", path=f"/f5/api/contact/{slow}")
    syncing = asyncio.ensure_future(world.sync())
    await world.until(lambda: world.single("SELECT count(*) FROM record") >= CONTACTS - 25)
    await world.until(lambda: len(world.details()) == CONTACTS - 1)
    shutil.copytree(world.profile.root, tmp_path / "after the crash")
    world.desk.cancel(world.account.id)
    await syncing
    await world.close()
    world.flex.weather.clear()
    world.profile = Profile.at(tmp_path / "after the crash")
    await world.open()
    run = await world.sync()
    assert (run.outcome, run.balanced) == (RunOutcome.SUCCESS, True)
    assert len(await world.items()) == CONTACTS
    again = [one for one, times in Counter(world.details()).items() if times > 1]
    assert len(again) < SLICE


async def test_a_list_that_is_read_again_asks_for_no_detail_twice_however_slow_the_first_is(world: FlexWorld) -> None:
    await world.start(page_size="50")
    ids = world.flex.book.ids()
    world.flex.weather.set("slow", ms=1500, path=f"/f5/api/contact/{ids[0]}")
    world.flex.weather.set("somebody_else", action="delete", id=ids[-1], times=1, after=1)
    run = await world.sync()
    assert (run.outcome, run.quarantined, run.balanced) == (RunOutcome.SUCCESS, 0, True)
    assert sum(one.path == "/f5/api/contact" for one in world.flex.requests.all()) >= 5, "it was read again"
    assert len(await world.items()) == CONTACTS - 1
    assert Counter(world.details()) == Counter(ids[:-1])


async def test_a_detail_that_cannot_be_had_is_named_and_the_rest_goes_on(world: FlexWorld) -> None:
    await world.start()
    ids = world.flex.book.ids()
    world.flex.weather.set("bad_record", what="no_id", id=ids[2], path="/f5/api/contact/")
    world.flex.weather.set("status", status=404, message="Contact not found", path=f"/f5/api/contact/{ids[5]}")
    run = await world.sync()
    assert (run.outcome, run.new, run.quarantined, run.balanced) == (RunOutcome.PARTIAL, CONTACTS - 2, 2, True)
    problems = {problem.remote_id: problem for problem in await world.problems()}
    assert set(problems) == {ids[2], ids[5]}
    assert all(problem.kind is ProblemKind.QUARANTINE for problem in problems.values())
    assert "no id" in problems[ids[2]].why
    world.flex.weather.clear()
    run = await world.sync()
    assert (run.outcome, run.new, run.requests) == (RunOutcome.SUCCESS, 2, WHOLE + 2)
    assert await world.problems() == []


async def test_what_cannot_be_read_is_asked_for_until_it_can(world: FlexWorld) -> None:
    await world.start()
    await world.sync()
    bad, gone = world.flex.book.ids()[2:4]
    for one in (bad, gone):
        world.flex.weather.set("bad_record", what="no_id", id=one, path="/f5/api/contact/")
    assert (await world.sync(reload=True)).quarantined == 2
    world.flex.book.delete(gone)
    run = await world.sync()
    looked_at = 2  # what still cannot be read, and what the list lost
    assert (run.outcome, run.quarantined, run.requests) == (RunOutcome.PARTIAL, 1, WHOLE + looked_at)
    (problem,) = await world.problems()
    assert (problem.remote_id, world.desk.accounts()[0].state) == (bad, AccountState.NEEDS_YOU)
    world.flex.weather.clear()
    assert (await world.sync()).requests == WHOLE + 1
    assert await world.problems() == []
    assert (await world.sync()).requests == WHOLE
