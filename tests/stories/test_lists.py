"""What lists do to a pull: bad records, hidden details, repeated and moving pages, and runs that add up."""

from __future__ import annotations

import pytest

from crmdesk.demo.weather.weather import BAD_RECORDS
from crmdesk.desk import AccountState
from crmdesk.domain.records import RecordState
from crmdesk.domain.reports import ProblemKind, RunOutcome
from crmdesk.domain.values import Values
from tests.world import World, emails

UNREADABLE = {"no_id", "null_id", "not_an_object"}


async def everything(world: World) -> dict[str, Values]:
    """The values of every record by remote id."""
    items = await world.items(include_hidden=True)
    return {str(record.remote_id): record.values for item in items for record in item.records}


async def test_one_bad_record_never_stops_a_run(world: World) -> None:
    await world.open()
    await world.connect()
    bad = world.dex.book.ids()[3]
    world.dex.weather.set("bad_record", what="no_id", id=bad)
    run = await world.sync()
    assert (run.new, run.quarantined, run.outcome, run.balanced) == (39, 1, RunOutcome.PARTIAL, True)
    (problem,) = await world.problems()
    assert problem.kind is ProblemKind.QUARANTINE
    assert problem.why
    assert world.desk.accounts()[0].state is AccountState.NEEDS_YOU
    world.dex.weather.clear()
    run = await world.sync()
    assert (run.new, run.quarantined, run.balanced) == (1, 0, True)
    assert (await world.problems(), world.desk.accounts()[0].state) == ([], AccountState.UP_TO_DATE)


async def test_a_known_record_that_turns_bad_keeps_its_values_and_is_not_taken_for_gone(world: World) -> None:
    await world.begin()
    bad = world.ids()[3]
    item = world.item_of(bad)
    world.dex.weather.set("bad_record", what="no_id", id=bad)
    for _ in range(2):
        run = await world.sync()
        assert (run.quarantined, run.removed, run.balanced) == (1, 0, True)
    now = world.desk.item(item.id)
    assert (now.values, now.trashed_at) == (item.values, None)
    assert len(await world.problems()) == 1
    world.dex.weather.clear()
    await world.sync()
    now = world.desk.item(item.id)
    assert (now.states[now.records[0].id], await world.problems()) == (RecordState.SYNCED, [])


@pytest.mark.parametrize("what", BAD_RECORDS)
async def test_every_kind_of_bad_record(world: World, what: str) -> None:
    await world.open()
    await world.connect()
    world.dex.weather.set("bad_record", what=what, index=5)
    run = await world.sync()
    assert run.fetched == 40
    assert run.new + run.quarantined == 40
    assert run.quarantined <= 1
    assert run.balanced is True
    assert (what in UNREADABLE) <= (run.quarantined == 1)
    world.dex.weather.clear()
    for _ in range(2):
        run = await world.sync()
    assert (run.outcome, run.balanced, run.removed) == (RunOutcome.SUCCESS, True, 0) or what == "number_id"
    assert await world.problems() == []
    assert {id_ for id_ in await everything(world) if id_ != "4711"} == set(world.dex.book.ids())


class TestHiddenSummaries:
    """The list hides what reading one record shows: each record is read by itself, and nothing counts as cleared."""

    async def test_from_the_first_pull(self, world: World) -> None:
        world.dex.weather.set("summary", path="/v1/contacts")
        await world.begin()
        got = await everything(world)
        with_notes = [id_ for id_ in world.dex.book.ids() if world.there(id_)["description"]]
        assert with_notes
        for id_ in with_notes:
            assert got[id_].get("description"), id_
        run = await world.sync()
        assert (run.changed, run.outcome) == (0, RunOutcome.SUCCESS)
        assert await everything(world) == got

    async def test_when_a_list_begins_to_hide(self, world: World) -> None:
        await world.begin()
        got = await everything(world)
        world.dex.weather.set("summary", path="/v1/contacts")
        for _ in range(2):
            run = await world.sync()
            assert (run.changed, run.removed) == (0, 0)
        assert await everything(world) == got
        changed = world.ids()[0]
        world.dex.book.edit(changed, "description", "behind the summary")
        await world.sync()
        assert world.item_of(changed).values["description"] == "behind the summary"

    async def test_a_vanished_field_is_not_cleared(self, world: World) -> None:
        await world.begin()
        got = await everything(world)
        world.dex.weather.set("vanished_field", field="company")
        await world.sync()
        assert await everything(world) == got


async def test_the_same_page_twice_changes_nothing(world: World) -> None:
    await world.begin(settings={"page_size": "10"})
    tables = ("item", "change", "outbox", "tombstone", "conflict")  # a bent answer is spelled in other bytes
    before = world.hashes(tables)
    world.dex.weather.set("duplicate_page", path="/v1/contacts", times=1, after=2)
    await world.sync()
    assert world.hashes(tables) == before


async def test_pages_that_move_repeat_and_everything_arrives_once(world: World) -> None:
    await world.open()
    await world.connect(settings={"page_size": "10"})
    world.dex.weather.set("moving_page", path="/v1/contacts", repeat=2, lose=0, after=1)
    run = await world.sync()
    assert (run.new, run.balanced) == (40, True)
    assert world.single("SELECT count(*) FROM record") == 40


async def test_a_list_that_never_ends_is_ended(world: World) -> None:
    await world.begin(settings={"page_size": "10"})
    before = world.hashes(("item", "change", "tombstone"))
    world.dex.weather.set("endless", path="/v1/contacts")
    run = await world.sync()
    assert (run.outcome, run.balanced) == (RunOutcome.FAILED, None)
    assert world.hashes(("item", "change", "tombstone")) == before


@pytest.mark.parametrize("action", ["edit", "create", "delete", "archive"])
async def test_somebody_edits_while_the_list_is_read(world: World, action: str) -> None:
    await world.begin(settings={"page_size": "10"})
    for _ in range(3):
        world.dex.weather.set("somebody_else", path="/v1/contacts", action=action, times=2, after=1)
        await world.sync()
        world.dex.weather.clear()
    run = await world.sync()
    assert (run.outcome, run.balanced, await world.problems()) == (RunOutcome.SUCCESS, True, [])
    got = {id_ for id_, _ in (await everything(world)).items()}
    assert got == set(world.dex.book.ids())
    shown = {str(item.records[0].remote_id) for item in await world.items()}
    assert shown == set(world.ids())


async def test_a_total_that_does_not_fit_is_a_problem_until_it_does(world: World) -> None:
    await world.begin()
    world.dex.weather.set("short_list", keep=35, path="/v1/contacts", times=1)
    run = await world.sync()
    assert (run.balanced, run.outcome) == (False, RunOutcome.PARTIAL)
    assert [problem.code for problem in await world.problems()] == ["DOES_NOT_ADD_UP"]
    assert world.desk.accounts()[0].state is not AccountState.UP_TO_DATE
    await world.sync()
    assert await world.problems() == []


async def test_every_run_adds_up(world: World) -> None:
    """All at once: new, changed, removed, archived, trashed, deleted for good, quarantined, created here."""
    await world.begin()
    ids = world.ids()
    await world.desk.delete([world.item_of(ids[0]).id])
    await world.desk.delete([world.item_of(ids[1]).id], for_good=True)
    world.dex.book.delete(ids[2])
    world.dex.somebody_else("create")
    world.dex.somebody_else("archive", ids[3])
    world.dex.book.edit(ids[4], "company", "Changed")
    world.dex.weather.set("bad_record", what="wrong_types", id=ids[5])
    await world.new({"name": "Grace Hopper", "emails": emails("grace@navy.example")})
    run = await world.sync()
    assert run.balanced is True
    assert (run.new, run.changed, run.removed, run.quarantined, run.sent) == (1, 2, 1, 0, 1)
    assert run.fetched == run.remote_total == 40
    # The one that was deleted for good is counted, but is none of these.
    assert run.fetched == run.new + run.changed + run.same + run.quarantined + 1
    run = await world.sync()
    assert (run.balanced, run.same) == (True, run.fetched - 1)
