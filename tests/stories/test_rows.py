"""Rows of lists, and values that differ by little: what was left out goes, what differs is told, nothing else moves."""

from __future__ import annotations

from typing import Any

import pytest

from crmdesk.demo.dex.site import DexOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.records import Item
from crmdesk.domain.values import Entry
from tests.world import World, phones

WORK, FAX, MOBILE = (
    Entry("+49 30 1234567", "Work"),
    Entry("+49 30 1234567", "Fax"),
    Entry("+49 170 7654321", "Mobile"),
)
DESK, CODE = "+1 650 253 0001", "+1 650 253 0001,,9876#"


def rows(*entries: Entry) -> list[dict[str, str]]:
    """Phones as the CRM holds them."""
    return [{"phone_number": entry.value, "label": entry.label} for entry in entries]


def listed(found: list[dict[str, Any]]) -> list[dict[str, str]]:
    """The CRM's phones without what the desk does not know of them."""
    return [{"phone_number": row["phone_number"], "label": row["label"] or ""} for row in found]


async def begun_with(world: World, *entries: Entry) -> tuple[str, Item]:
    """A desk that knows one contact with these phones."""
    first = world.ids()[0]
    world.dex.book.edit(first, "contact_phone_numbers", rows(*entries))
    await world.begin()
    return first, world.item_of(first)


def numbers(world: World, id: str) -> list[dict[str, str]]:
    return listed(world.there(id)["contact_phone_numbers"])


async def test_one_number_as_phone_and_fax_stays_two_rows(world: World) -> None:
    first, item = await begun_with(world, WORK, FAX)
    assert item.values["phones"] == (WORK, FAX)
    await world.desk.edit(item.id, {"phones": (WORK, FAX)})
    assert await world.queue() == []
    await world.desk.edit(item.id, {"phones": (WORK, FAX, MOBILE)})
    await world.sync()
    assert numbers(world, first) == rows(WORK, FAX, MOBILE)
    await world.desk.edit(item.id, {"phones": (FAX, MOBILE)})
    run = await world.sync()
    assert (numbers(world, first), run.not_accepted) == (rows(FAX, MOBILE), 0)
    assert world.item_of(first).values["phones"] == (FAX, MOBILE)


async def test_a_number_beside_itself_with_an_access_code_stays(world: World) -> None:
    first, item = await begun_with(world, Entry(DESK), Entry(CODE))
    await world.desk.edit(item.id, {"phones": (Entry(DESK), Entry(CODE), MOBILE)})
    await world.sync()
    assert [row["phone_number"] for row in numbers(world, first)] == [DESK, CODE, MOBILE.value]


async def test_what_the_desk_does_not_know_stays_with_its_row(world: World) -> None:
    first = world.ids()[0]
    there = [row | {"country_code": code} for row, code in zip(rows(WORK, FAX), ("DE", "AT"), strict=True)]
    world.dex.book.edit(first, "contact_phone_numbers", there)
    await world.begin()
    await world.edit(first, {"phones": (FAX, MOBILE)})
    await world.sync()
    kept = world.there(first)["contact_phone_numbers"]
    assert [row.get("country_code") for row in kept] == ["AT", None]


class TestAccessCodes:
    """A code behind a number tells two numbers apart: for merge, history and verification."""

    @pytest.mark.parametrize("spelled", ["{},,{}#", "{} extension {}", "{};{}"])
    async def test_changed_on_both_sides_is_a_conflict(self, world: World, spelled: str) -> None:
        base, mine, theirs = (spelled.format(DESK, code) for code in (1111, 2222, 3333))
        first, item = await begun_with(world, Entry(base))
        await world.desk.edit(item.id, {"phones": phones(mine)})
        world.dex.book.edit(first, "contact_phone_numbers", rows(Entry(theirs)))
        run = await world.sync()
        assert (run.conflicts, run.sent) == (1, 0)
        (conflict,) = await world.conflicts()
        assert (conflict.base, conflict.mine, conflict.theirs) == (phones(base), phones(mine), phones(theirs))
        assert numbers(world, first) == rows(Entry(theirs))
        await world.desk.resolve([conflict.id], "mine")
        await world.sync()
        assert numbers(world, first) == rows(Entry(mine))

    async def test_changed_there_is_counted_and_told(self, world: World) -> None:
        first, item = await begun_with(world, Entry(f"{DESK},,1111#"))
        world.dex.book.edit(first, "contact_phone_numbers", rows(Entry(f"{DESK},,4444#")))
        run = await world.sync()
        assert run.changed == 1
        history, _ = await world.desk.history(item.id)
        assert history[0].field == "phones"
        assert world.item_of(first).values["phones"] == phones(f"{DESK},,4444#")

    async def test_ignored_there_is_not_accepted(self, world: World) -> None:
        await ignored(world, f"{DESK},,1111#", f"{DESK},,5555#")


async def ignored(world: World, before: str, after: str) -> None:
    """A CRM leaves a phone as it was: the desk says so, and keeps what was typed."""
    with DemoCrms(12, dex=DexOptions(lists="ignored")) as crms:
        world.crms = crms
        first, item = await begun_with(world, Entry(before))
        await world.desk.edit(item.id, {"phones": phones(after)})
        run = await world.sync()
        assert (run.sent, run.not_accepted) == (0, 1)
        assert world.item_of(first).values["phones"] == phones(after)
        assert any(problem.field == "phones" for problem in await world.problems())


async def test_a_notation_that_is_ignored_is_not_called_taken(world: World) -> None:
    await ignored(world, DESK, "+1 (650) 253-0001")


async def test_another_order_is_carried_where_the_first_is_the_main_one(world: World) -> None:
    first, item = await begun_with(world, WORK, MOBILE)
    await world.desk.edit(item.id, {"phones": (MOBILE, WORK)})
    run = await world.sync()
    assert (run.sent, numbers(world, first)) == (1, rows(MOBILE, WORK))
    assert world.item_of(first).values["phones"] == (MOBILE, WORK)
    assert (await world.sync()).sent == 0


async def test_a_conflict_of_one_of_two_rows_is_laid_into_that_row(world: World) -> None:
    first, item = await begun_with(world, WORK, FAX)
    await world.desk.edit(item.id, {"phones": (WORK, Entry(FAX.value, "Home"))})
    world.dex.book.edit(first, "contact_phone_numbers", rows(WORK, Entry(FAX.value, "Other")))
    await world.sync()
    (conflict,) = await world.conflicts()
    await world.desk.resolve([conflict.id], "theirs")
    assert world.item_of(first).values["phones"] == (WORK, Entry(FAX.value, "Other"))
