"""A disk that runs full: pulls leave room for the user's own edits, and what is wrong is said in its own words."""

from __future__ import annotations

import shutil
import sqlite3
from collections import namedtuple
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from crmdesk.desk import Desk
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.reports import RunOutcome
from crmdesk.errors import DatabaseReadOnly, DiskFull
from crmdesk.store.sqlite_errors import classified
from tests.world import World

resource = pytest.importorskip("resource", reason="this system cannot keep a process from making files longer")
Usage = namedtuple("Usage", "total used free")


@pytest.mark.allowed_logs("the sync failed")
async def test_the_last_room_on_the_disk_is_for_the_users_own_edits(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.begin()
    first = world.ids()[0]
    world.dex.book.edit(first, "company", "Changed there")
    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda path: Usage(10**12, 10**12, 150_000_000))
        run = await world.sync()
        assert (run.outcome, run.error_id) == (RunOutcome.FAILED, "DISK_FULL")
        await world.edit(first, {"job_title": "Saved all the same"})
    run = await world.sync()
    assert (run.outcome, world.there(first)["job_title"]) == (RunOutcome.SUCCESS, "Saved all the same")


@contextmanager
def no_room() -> Iterator[None]:
    """No file of this process can grow beyond a block, as on a disk that has no further one."""
    least, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (min(most, 4096) if most >= 0 else 4096, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (least, most))


async def test_on_a_disk_without_a_free_byte_everything_can_still_be_read(world: World) -> None:
    await world.begin()
    profile, found = world.desk.profile, await world.desk.ids(ItemQuery())
    await world.desk.close()
    held = profile.database.read_bytes()
    with no_room():
        with pytest.raises(DiskFull) as told:
            await Desk.open(profile)
        assert "Free some room" in str(told.value.next)
        assert "backup" not in f"{told.value.why} {told.value.next}"
        reading = await Desk.open(profile, reading=True)
        try:
            assert await reading.ids(ItemQuery()) == found
            assert reading.item(found[0]).values
            with pytest.raises(DatabaseReadOnly):
                await reading.edit(found[0], {"job_title": "Not saved"})
        finally:
            await reading.close()
    assert profile.database.read_bytes() == held
    await world.open()
    assert await world.desk.ids(ItemQuery()) == found


async def test_without_room_a_file_whose_log_holds_more_is_not_shown_as_the_whole(world: World) -> None:
    await world.begin()
    profile = world.desk.profile
    await world.desk.close()
    profile.database.with_name(profile.database.name + "-wal").write_bytes(b"what was saved last")
    with no_room(), pytest.raises(DiskFull) as told:
        await Desk.open(profile, reading=True)
    assert "Free some room" in str(told.value.next)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_IOERR_SHMSIZE, DiskFull),
        (sqlite3.SQLITE_IOERR_SHMMAP, DiskFull),
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_CANTOPEN, DatabaseReadOnly),
    ],
)
def test_a_database_that_has_no_room_to_be_opened_says_so(code: int, kind: type[Exception]) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    found = classified(error)
    assert type(found) is kind
    assert "backup" not in f"{found.next}"
