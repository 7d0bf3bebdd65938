"""The file and its threads: what is confirmed stays, and what the disk or another program does is named."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from crmdesk.domain.records import ItemQuery
from crmdesk.errors import DatabaseCorrupt, DatabaseLocked, DatabaseReadOnly, DatabaseTooNew, DiskFull
from crmdesk.store import Reads, Store, Tx
from crmdesk.store import connection as connections
from crmdesk.store.migrations import VERSION
from tests.patience import Stopwatch
from tests.store.conftest import Calendar, contact, inserting, raw_of


def open_store(profile: Path, clock: Calendar) -> Store:
    return Store.open(profile / "crmdesk.db", clock=clock, backups=profile / "backups")


async def test_a_new_file_is_private_and_ours(store: Store, database: Path) -> None:
    assert stat.S_IMODE(os.stat(database).st_mode) == 0o600 or sys.platform == "win32"
    raw = raw_of(store)
    pragmas = {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in (
        "journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "user_version",
    )}  # fmt: skip
    assert pragmas == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1,
        "user_version": VERSION,
    }  # fmt: skip
    assert [account.name for account in store.reader().accounts.all()] == ["local"]


async def test_reads_refuse_to_write(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store.reader()._session.connection.sql("DELETE FROM item")


async def test_a_failing_transaction_leaves_nothing(store: Store, dex: int) -> None:
    def half(tx: Tx) -> None:
        tx.records.insert([contact(dex, "a", name="Anna")])
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.write(half)
    assert store.reader().items.count(ItemQuery()) == 0
    await store.write(inserting(contact(dex, "a", name="Anna")))
    assert store.reader().items.count(ItemQuery()) == 1


async def test_durable_writes_wait_for_the_disk_and_pages_need_not(store: Store) -> None:
    def level(tx: Tx) -> int:
        return int(tx._session.connection.one("PRAGMA synchronous"))

    assert await store.write(level) == 2
    assert await store.write(level, durable=False) == 1
    assert await store.write(level) == 2


async def test_a_background_read_sees_one_state(store: Store, dex: int) -> None:
    async def meanwhile() -> None:
        await store.write(inserting(contact(dex, "b", name="Bert")))

    loop = asyncio.get_running_loop()

    def twice(reads: Reads) -> tuple[int, int]:
        before = reads.items.count(ItemQuery())
        asyncio.run_coroutine_threadsafe(meanwhile(), loop).result(10)
        return before, reads.items.count(ItemQuery())

    assert await store.read(twice) == (0, 0)
    assert store.reader().items.count(ItemQuery()) == 1


async def test_closing_interrupts_a_long_read(profile: Path, clock: Calendar) -> None:
    store = open_store(profile, clock)
    forever = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    begun_reading = threading.Event()

    def read(reads: Reads) -> object:
        begun_reading.set()
        return reads._session.connection.one(forever)

    reading = asyncio.create_task(store.read(read))
    await asyncio.to_thread(begun_reading.wait)
    watch = Stopwatch()
    await store.close()
    assert watch.seconds() < 3
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        await reading
    await store.close()


WRITER = """
import asyncio, sys
from pathlib import Path
from crmdesk.domain.clock import SystemClock
from crmdesk.store import Store

async def main():
    store = Store.open(Path(sys.argv[1]), clock=SystemClock(), backups=Path(sys.argv[1]).parent / "backups")
    for number in range(1_000_000):
        await store.write(lambda tx: tx.settings.put(f"edit{number}", "1"))
        print(number, flush=True)

asyncio.run(main())
"""


def test_a_killed_process_loses_no_confirmed_edit(profile: Path, database: Path, clock: Calendar) -> None:
    for edits in (3, 40):
        confirmed = edits_until_killed(database, edits)
        asyncio.run(look(profile, clock, confirmed))


def edits_until_killed(database: Path, edits: int) -> int:
    """The number of the last confirmed edit of a process that is killed after that many."""
    project = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(database)], stdout=subprocess.PIPE, text=True, cwd=project
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= edits:
                break
        process.kill()
        return edits + len(process.stdout.read().split())


async def look(profile: Path, clock: Calendar, confirmed: int) -> None:
    store = open_store(profile, clock)
    try:
        assert all(store.reader().settings.get(f"edit{number}") == "1" for number in range(confirmed + 1))
        assert await store.quick_check() == []
    finally:
        await store.close()


async def test_a_full_disk_is_named_and_nothing_is_half_saved(store: Store, dex: int) -> None:
    raw = raw_of(store)
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages + 8}")
    many = [contact(dex, str(n), name=f"Name {n}", description="x" * 500) for n in range(500)]
    with pytest.raises(DiskFull):
        await store.write(inserting(*many))
    assert store.reader().items.count(ItemQuery()) == 0
    raw.execute("PRAGMA max_page_count = 1073741823")
    await store.write(inserting(*many))
    assert store.reader().items.count(ItemQuery()) == 500
    assert await store.quick_check() == []


async def test_a_lock_of_another_program_is_named_after_a_bounded_wait(store: Store, database: Path) -> None:
    raw_of(store).execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(database, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLocked):
            await store.write(lambda tx: tx.settings.put("a", "1"))
        assert store.reader().settings.get("a") == ""
        other.execute("ROLLBACK")
    finally:
        other.close()
    await store.write(lambda tx: tx.settings.put("a", "1"))
    assert connections.BUSY_SECONDS <= 10


def closed_file(profile: Path, clock: Calendar) -> Path:
    async def fill() -> None:
        store = open_store(profile, clock)
        await store.write(inserting(contact(1, None, name="Anna")))
        await store.close()

    asyncio.run(fill())
    return profile / "crmdesk.db"


def test_a_newer_file_is_refused_untouched(profile: Path, clock: Calendar) -> None:
    path = closed_file(profile, clock)
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew):
        open_store(profile, clock)
    assert path.read_bytes() == before
    assert sorted(os.listdir(profile)) == ["crmdesk.db"]


def test_a_newer_file_names_the_desk_that_is_needed(profile: Path, clock: Calendar) -> None:
    path = closed_file(profile, clock)
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 99")
        raw.execute("UPDATE setting SET value = '\"9.1.0\"' WHERE key = 'database.written_by'")
    raw.close()
    with pytest.raises(DatabaseTooNew) as refused:
        open_store(profile, clock)
    assert "written by CRM Desk 9.1.0" in refused.value.why
    assert "Install CRM Desk 9.1.0" in refused.value.next


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100, b"SQLite format 3\0" + bytes(84)])
def test_what_is_no_database_is_refused_untouched(profile: Path, clock: Calendar, content: bytes) -> None:
    profile.mkdir()
    path = profile / "crmdesk.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseCorrupt):
        open_store(profile, clock)
    assert path.read_bytes() == content


def test_a_foreign_database_is_refused_untouched(profile: Path, clock: Calendar) -> None:
    profile.mkdir()
    for statement in ("PRAGMA application_id = 7", "CREATE TABLE mine (a)"):
        path = profile / "crmdesk.db"
        raw = sqlite3.connect(path)
        raw.execute(statement)
        raw.execute("CREATE TABLE IF NOT EXISTS other (a)")
        raw.commit()
        raw.close()
        before = path.read_bytes()
        with pytest.raises(DatabaseCorrupt):
            open_store(profile, clock)
        assert path.read_bytes() == before
        path.unlink()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_folder_without_writing_is_named(profile: Path, clock: Calendar) -> None:
    path = closed_file(profile, clock)
    path.chmod(0o400)
    profile.chmod(0o500)
    try:
        if os.access(profile, os.W_OK):  # the superuser may write everywhere: a file in the folder's place then
            (profile / "taken").write_text("")
            with pytest.raises(DatabaseReadOnly):
                open_store(profile / "taken", clock)
        else:
            with pytest.raises(DatabaseReadOnly):
                open_store(profile, clock)
    finally:
        profile.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_what_lies_beside_a_file_that_could_only_be_read_is_writable_with_it(profile: Path, clock: Calendar) -> None:
    path = closed_file(profile, clock)
    beside = [path.with_name(path.name + suffix) for suffix in ("-wal", "-shm")]
    for one in beside:  # as a reader leaves them, with the modes of the file
        one.touch(0o400)
    assert connections.prepare_file(path) is False
    assert [stat.S_IMODE(one.stat().st_mode) for one in beside] == [0o600, 0o600]


def test_a_cut_off_first_start_is_no_obstacle(profile: Path, clock: Calendar) -> None:
    profile.mkdir()
    (profile / ".crmdesk.db.new").write_bytes(b"half")
    closed_file(profile, clock)
    assert sorted(os.listdir(profile)) == ["crmdesk.db"]


async def test_who_reads_beside_in_the_same_process_does_not_let_go_of_the_file(
    store: Store, dex: int, database: Path, clock: Calendar
) -> None:
    log = database.with_name(f"{database.name}-wal")
    beside = Store.open_to_read(database, clock=clock)
    try:
        # Another program that comes and goes takes the log away where it believes to be the last one.
        looks = (
            "import sqlite3, sys; one = sqlite3.connect(sys.argv[1]); one.execute('SELECT * FROM item'); one.close()"
        )
        assert await (await asyncio.create_subprocess_exec(sys.executable, "-c", looks, database)).wait() == 0
        assert log.exists()
        assert len(beside.reader().accounts.all()) == 2
    finally:
        await beside.close()
