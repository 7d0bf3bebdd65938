"""A disk that runs full: pulls leave room for the user's own edits, and what is wrong is said in its own words."""

from __future__ import annotations

import shutil
import sqlite3
from collections import namedtuple

import pytest

from crmdesk.domain.reports import RunOutcome
from crmdesk.errors import DatabaseReadOnly, DiskFull
from crmdesk.store.sqlite_errors import classified
from tests.world import World

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
