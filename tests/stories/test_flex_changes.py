"""Flex's changes as stories: read from the top of its list in their order, the whole list where something is amiss."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from crmdesk.demo.flex.twin import FlexOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.records import RecordState
from crmdesk.domain.reports import RunOutcome
from tests.stories.flex_world import CONTACTS, FlexWorld

UNCHANGED = 3  # requests: the list in the order of changes, and two details, of which the second is old
PAGES = 20  # of the whole list, ten records or fewer each, which overlap; 12 would hold them all
WHOLE = PAGES + 2  # with the question how far the changes go


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[FlexWorld]:
    async with FlexWorld.untouched(running, "flex", tmp_path / "profile") as made:
        made.flex.options = FlexOptions()
        account = await made.start(page_size="10")
        assert account.settings["sorts"] == "yes"
        run = await made.sync()
        assert (run.outcome, run.new, run.requests) == (RunOutcome.SUCCESS, CONTACTS, WHOLE + CONTACTS)
        yield made


@pytest.fixture(scope="module")
def running() -> Any:
    with DemoCrms(CONTACTS) as crms:
        yield crms


async def test_an_unchanged_tenant_costs_three_requests_however_long_its_list(world: FlexWorld) -> None:
    for _ in range(2):
        run = await world.sync()
        assert (run.outcome, run.requests, run.changed, run.new) == (RunOutcome.SUCCESS, UNCHANGED, 0, 0)
        assert run.balanced


async def test_a_change_that_no_row_of_the_list_shows_is_seen_at_once(world: FlexWorld) -> None:
    hidden = world.flex.book.ids()[4]
    world.flex.book.update(hidden, {"jobTitle": "Rigger"})
    run = await world.sync()
    assert (run.outcome, run.changed, run.balanced) == (RunOutcome.SUCCESS, 1, True)
    assert world.item_of(hidden).values["job_title"] == "Rigger"
    assert run.requests < WHOLE


async def test_more_changes_than_a_page_holds_are_all_seen(world: FlexWorld) -> None:
    for remote_id in world.flex.book.ids()[:110]:
        world.flex.book.update(remote_id, {"jobTitle": "Rigger"})
    run = await world.sync()
    assert (run.changed, run.balanced, run.outcome) == (110, True, RunOutcome.SUCCESS)
    again = await world.sync()
    assert (again.changed, again.balanced, again.outcome) == (0, True, RunOutcome.SUCCESS)


async def test_what_changed_in_one_second_is_not_read_again_and_again(world: FlexWorld) -> None:
    for remote_id in world.flex.book.ids()[:40]:
        world.flex.book.update(remote_id, {"jobTitle": "Rigger", "updated_at": "2031-05-01T09:00:00.000Z"}, touch=False)
    assert (await world.sync()).changed == 40
    assert (await world.sync()).requests == UNCHANGED


async def test_what_is_new_and_what_is_marked_as_deleted_come_with_the_changes(world: FlexWorld) -> None:
    gone = world.flex.book.ids()[7]
    item = world.item_of(gone)
    made = world.flex.somebody_else("create")
    world.flex.somebody_else("archive", gone)
    run = await world.sync()
    assert (run.new, run.removed, run.balanced) == (1, 1, True)
    assert run.requests < WHOLE
    assert world.item_of(made).values["name"]
    assert set(world.desk.item(item.id).states.values()) == {RecordState.REMOVED}
    assert (await world.sync()).requests == UNCHANGED


async def test_what_vanished_is_missed_by_the_count_and_proved_by_the_whole_list(world: FlexWorld) -> None:
    gone, changed = world.flex.book.ids()[7:9]
    item = world.item_of(gone)
    world.flex.book.delete(gone)
    world.flex.book.update(changed, {"jobTitle": "Rigger"})
    run = await world.sync()
    assert (run.removed, run.changed, run.balanced, run.outcome) == (1, 1, True, RunOutcome.SUCCESS)
    assert run.requests > PAGES
    assert set(world.desk.item(item.id).states.values()) == {RecordState.REMOVED}
    assert (await world.sync()).requests == UNCHANGED


async def test_a_whole_list_is_read_each_week_as_proof(world: FlexWorld) -> None:
    await world.later(7 * 86_400)
    run = await world.sync()
    assert (run.outcome, run.remote_total, run.balanced) == (RunOutcome.SUCCESS, CONTACTS, True)
    assert run.requests >= WHOLE
    assert (await world.sync()).requests == UNCHANGED


async def test_an_order_that_is_only_claimed_is_found_out_and_believed_no_more(world: FlexWorld) -> None:
    world.flex.options = FlexOptions(sorts="says so")
    for remote_id in world.flex.book.ids()[1:40:2]:
        world.flex.book.update(remote_id, {"name": "Ada Quill", "jobTitle": "Rigger"})
    run = await world.sync()
    assert (run.outcome, run.balanced, run.changed) == (RunOutcome.SUCCESS, True, 20)
    assert world.desk.account("Flex").settings["sorts"] == "no"
    again = await world.sync()
    assert (again.requests, again.changed) == (PAGES, 0)


async def test_a_tenant_that_sorts_nothing_is_read_whole_each_time(tmp_path: Path) -> None:
    with DemoCrms(CONTACTS, flex=FlexOptions(sorts="no")) as crms:
        world = FlexWorld(crms, tmp_path / "profile")
        account = await world.start(page_size="10")
        assert account.settings["sorts"] == "no"
        await world.sync()
        assert (await world.sync()).requests == PAGES
        await world.close()


async def test_an_edit_that_was_sent_is_no_change_of_somebody_else(world: FlexWorld) -> None:
    first = world.flex.book.ids()[0]
    await world.edit(first, {"job_title": "Rigger"})
    assert (await world.sync()).sent == 1
    run = await world.sync()
    assert (run.changed, run.outcome) == (0, RunOutcome.SUCCESS)
    assert (await world.conflicts(), await world.problems()) == ([], [])
