"""A record is more than its worst field: the person is there, the odd field is told, kept as it was, and never sent."""

from __future__ import annotations

from typing import Any

import pytest

from crmdesk.domain.records import RecordState
from crmdesk.domain.reports import ProblemKind
from tests.world import World

ODD: list[tuple[str, str, Any]] = [
    ("birthday", "birthday", "0000-00-00"),
    ("phones", "contact_phone_numbers", [{"phone_number": 4930, "label": None}]),
    ("starred", "starred", 1),
    ("description", "description", {"text": "a"}),
    ("company", "company", "a\x00b"),
]


@pytest.mark.parametrize(("field", "name", "raw"), ODD, ids=[row[0] for row in ODD])
class TestOneOddField:
    """Whatever the field is."""

    async def test_a_new_person_is_there_and_the_field_is_told(
        self, world: World, field: str, name: str, raw: Any
    ) -> None:
        first = world.ids()[0]
        world.dex.book.update(first, {name: raw})
        await world.begin()
        item = world.item_of(first)
        assert item.values["name"] == world.there(first)["full_name"]
        assert field not in item.values
        (problem,) = await world.problems()
        assert (problem.kind, problem.field, problem.item_id) == (ProblemKind.UNREADABLE, field, item.id)
        run = await world.sync()
        assert (run.quarantined, run.balanced, len(await world.problems())) == (0, True, 1)

    async def test_a_known_one_keeps_its_last_value_and_takes_other_changes(
        self, world: World, field: str, name: str, raw: Any
    ) -> None:
        await world.begin()
        first = world.ids()[0]
        before = world.item_of(first).values.get(field)
        world.dex.book.update(first, {name: raw, "job_title": "Changed there"})
        run = await world.sync()
        item = world.item_of(first)
        assert (run.changed, item.values["job_title"], item.values.get(field)) == (1, "Changed there", before)
        await world.desk.edit(item.id, {"education": "Yale"})
        run = await world.sync()
        there = world.there(first)
        assert (run.sent, there["education"], there[name]) == (1, "Yale", raw)
        assert world.desk.item(item.id).states[world.record(item).id] is RecordState.SYNCED

    async def test_the_problem_ends_when_the_field_can_be_read(
        self, world: World, field: str, name: str, raw: Any
    ) -> None:
        await world.begin()
        first = world.ids()[0]
        good = world.there(first)[name]
        world.dex.book.update(first, {name: raw})
        await world.sync()
        assert [problem.field for problem in await world.problems()] == [field]
        world.dex.book.update(first, {name: good})
        await world.sync()
        assert await world.problems() == []


async def test_an_edit_of_the_odd_field_waits_and_overwrites_nothing(world: World) -> None:
    first = world.ids()[0]
    world.dex.book.update(first, {"birthday": "0000-00-00"})
    await world.begin()
    item = await world.edit(first, {"birthday": "1990-02-03"})
    run = await world.sync()
    assert (run.sent, run.not_accepted, world.there(first)["birthday"]) == (0, 1, "0000-00-00")
    assert world.desk.item(item.id).values["birthday"] == "1990-02-03"


async def test_the_problem_ends_with_its_record(world: World) -> None:
    first = world.ids()[0]
    world.dex.book.update(first, {"birthday": "0000-00-00"})
    await world.begin()
    world.dex.book.delete(first)
    await world.sync(full=True)
    assert await world.problems() == []
