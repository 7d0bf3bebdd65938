"""The disk and the database file: a full or read-only disk is named, loses nothing saved, and the desk goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from crmdesk.demo.dex.site import DexOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.reports import RunOutcome
from crmdesk.errors import DatabaseLocked, DatabaseReadOnly, DiskFull
from tests.world import World

LONG_AGO = "2020-01-01T00:00:00Z"  # where the desk's list of changes begins


@pytest.fixture
async def told(tmp_path: Path) -> AsyncIterator[World]:
    """A world whose Dex tells what changed."""
    with DemoCrms(12, dex=DexOptions()) as crms:
        async with World.untouched(crms, "dex", tmp_path / "profile") as made:
            yield made


async def test_a_full_disk_is_named_and_loses_nothing_saved(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    item = await world.edit(first, {"company": "Saved before"})
    await world.desk._store.write(_fill)
    with pytest.raises(DiskFull) as told:
        await world.desk.edit(item.id, {"description": "No room for this. " * 100_000})
    assert "Free some room" in told.value.next
    assert world.desk.item(item.id).values["company"] == "Saved before"
    await world.desk._store.write(_free)
    await world.sync()
    assert (world.there(first)["company"], await world.queue()) == ("Saved before", [])


async def test_a_page_that_cannot_be_stored_is_read_again(told: World) -> None:
    """The cursor moves with its rows or not at all: what changed is in the next list of changes too."""
    await told.begin()
    first, kind = told.ids()[0], told.account_kind
    await told.desk._store.write(lambda tx: tx.cursors.put(told.account.id, kind, since=LONG_AGO))
    told.dex.book.edit(first, "description", "No room for this. " * 10_000)
    await told.desk._store.write(_fill)
    with suppress(DiskFull):  # where not even the end of the run finds room
        assert (await told.sync()).outcome is RunOutcome.FAILED
    await told.desk._store.write(_free)
    reached = await told.desk._store.read(lambda reads: reads.cursors.get(told.account.id, kind).since)
    assert reached == LONG_AGO
    run = await told.sync()
    assert (run.full, run.changed) == (False, 1)
    assert str(told.item_of(first).values["description"]).startswith("No room for this.")
    reached = await told.desk._store.read(lambda reads: reads.cursors.get(told.account.id, kind).since)
    assert str(reached) > LONG_AGO


async def test_a_disk_that_fills_up_while_a_send_is_answered(world: World) -> None:
    """The CRM took it, the desk could not note it: after there is room again it is looked up, without a restart."""
    await world.begin()
    first = world.ids()[0]
    await world.edit(first, {"company": "Taken"})
    entry = (await world.queue())[0]
    await world.desk._store.write(lambda tx: tx.outbox.update(entry.id, state=EntryState.IN_FLIGHT))
    world.dex.book.edit(first, "company", "Taken")
    world.dex.requests.clear()
    await world.sync()
    assert (world.writes(), await world.queue()) == ([], [])


async def test_a_database_that_another_program_holds_is_named(world: World) -> None:
    await world.begin()
    item = world.item_of(world.ids()[0])
    await world.desk._store.write(lambda tx: tx.records._connection.raw.execute("PRAGMA busy_timeout = 50"))
    other = sqlite3.connect(world.profile.database)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(DatabaseLocked):
            await world.desk.edit(item.id, {"company": "No"})
    finally:
        other.rollback()
        other.close()
    assert (await world.desk.edit(item.id, {"company": "Yes"})).values["company"] == "Yes"


async def test_a_database_that_cannot_be_written_is_named(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    item = await world.edit(first, {"company": "Saved before"})
    connection = await world.desk._store.write(lambda tx: tx.records._connection.raw)
    await world.desk._store.write(lambda tx: connection.execute("PRAGMA query_only = ON"))
    with pytest.raises(DatabaseReadOnly) as told:
        await world.desk.edit(item.id, {"company": "No"})
    assert told.value.next
    with pytest.raises(DatabaseReadOnly):
        await world.sync()
    assert world.desk.item(item.id).values["company"] == "Saved before"
    await world.restart()
    await world.sync()
    assert (world.there(first)["company"], await world.queue()) == ("Saved before", [])


@pytest.mark.parametrize("days", [-365, 365])
async def test_a_clock_that_jumps_loses_nothing(world: World, days: int) -> None:
    await world.begin()
    first, second = world.ids()[:2]
    await world.edit(first, {"company": "Before"})
    world.wall(days=days)
    await world.edit(second, {"company": "After"})
    run = await world.sync()
    assert (run.outcome, run.sent) == (RunOutcome.SUCCESS, 2)
    assert (world.there(first)["company"], world.there(second)["company"]) == ("Before", "After")
    before = world.hashes()
    world.wall(days=-days)
    await world.sync()
    assert world.hashes() == before


def _fill(tx: object) -> None:
    connection = tx.records._connection.raw  # type: ignore[attr-defined] # the writer's own, to limit the file's size
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 4}")


def _free(tx: object) -> None:
    tx.records._connection.raw.execute("PRAGMA max_page_count = 1073741823")  # type: ignore[attr-defined] # as above
