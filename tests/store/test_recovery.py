"""Reading out a damaged file: whatever can be read is, nobody else can look or meddle, and it always ends by word."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import stat
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Action
from crmdesk.domain.records import ItemQuery
from crmdesk.errors import DatabaseCorrupt
from crmdesk.store import Recovered, Store, Tx, recover
from tests.store.conftest import Calendar, contact

PAGE = 4096


@pytest.fixture
async def whole(database: Path, clock: Calendar) -> Path:
    """A database of 200 contacts and an edit that waits."""
    store = Store.open(database, clock=clock, backups=database.parent / "backups")

    def work(tx: Tx) -> None:
        tx.records.insert([contact(1, f"r{n}", name=f"Name {n}", description="word " * 40) for n in range(200)])
        tx.outbox.add(1, Kind.CONTACT, 5, 5, "r4", Action.UPDATE, {"name": "Edited"}, "key")

    await store.write(work)
    await store.close()
    return database


async def read_out(path: Path, clock: Calendar) -> tuple[Recovered, int]:
    """Read the file out, and count the contacts that are in the new one, which is sound."""
    target = path.with_name("saved.db")
    recovered = recover(path, target, clock=clock)
    store = Store.open(target, clock=clock, backups=path.parent / "backups")
    assert await store.quick_check() == []
    reads = store.reader()
    ids, total = reads.items.page(ItemQuery(), 500, 0)
    assert [reads.items.get(id_).id for id_ in ids] == list(ids)
    await store.close()
    target.unlink()
    return recovered, total


@pytest.mark.parametrize(("lost", "records"), [(1, 200), (12, 200), (30, 100), (64, 0)])
async def test_a_file_that_lacks_its_end_is_read_out(whole: Path, clock: Calendar, lost: int, records: int) -> None:
    """Its header says that it is longer, so that SQLite by itself reads nothing of it."""
    os.truncate(whole, os.stat(whole).st_size - lost * PAGE + 100)
    recovered, contacts = await read_out(whole, clock)
    assert recovered.rows["record"] >= records
    assert contacts >= min(records, 1)


@pytest.mark.parametrize("seed", range(8))
async def test_whatever_bytes_are_lost_it_ends_by_word_and_gives_the_rest(
    whole: Path, clock: Calendar, seed: int
) -> None:
    chance = random.Random(seed)
    with whole.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        for _ in range(10 * 2 ** (seed // 2)):
            file.seek(chance.randrange(PAGE, size))
            file.write(bytes([chance.randrange(256)]))
    with contextlib.suppress(DatabaseCorrupt):  # where not even the schema is left
        recovered, contacts = await read_out(whole, clock)
        assert contacts <= 200
        assert recovered.rows["record"] > 100


@pytest.mark.parametrize("value", [b"{\xff\xfe", b"{not json", b"[1, 2]"])
async def test_one_row_that_cannot_be_read_costs_itself_alone(whole: Path, clock: Calendar, value: bytes) -> None:
    with closing(sqlite3.connect(whole)) as connection, connection:
        connection.execute('UPDATE record SET "values" = CAST(? AS TEXT) WHERE id = 9', (value,))
    recovered, _contacts = await read_out(whole, clock)
    assert recovered.rows["record"] == 199
    assert recovered.rows["outbox"] == 1
    assert "record" in recovered.damaged


async def test_nobody_else_can_look_or_plant_anything_while_a_file_is_read_out(whole: Path, clock: Calendar) -> None:
    shared, victim = whole.parent / "shared", whole.parent / "victim"
    shared.mkdir(mode=0o777)
    victim.write_text("mine")
    planted = [f".saved.db{end}" for end in (".reading", ".new", ".new-wal", ".new-journal", ".reading-wal")]
    for name in planted:
        (shared / name).symlink_to(victim)
    seen: set[int] = set()

    class Watching(Calendar):
        def now(self) -> datetime:  # asked while the new file is made
            for path in shared.rglob("*"):
                if not path.is_symlink():
                    seen.add(stat.S_IMODE(path.parent.stat().st_mode) if path.parent != shared else 0)
                    seen.add(stat.S_IMODE(path.stat().st_mode) & 0o077)
            return super().now()

    before = os.umask(0)
    try:
        recover(whole, shared / "saved.db", clock=Watching())
    finally:
        os.umask(before)
    assert victim.read_text() == "mine"
    assert {path.name for path in shared.iterdir()} == {"saved.db", *planted}
    assert stat.S_IMODE((shared / "saved.db").stat().st_mode) == 0o600
    assert seen <= {0, 0o700}
