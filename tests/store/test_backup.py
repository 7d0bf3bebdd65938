"""Backups, migrations and recovery: no step without a verified copy, and what can be read is never given up."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from pathlib import Path

import peewee
import pytest

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Action
from crmdesk.domain.records import ItemQuery, NewRecord
from crmdesk.errors import DatabaseCorrupt, DatabaseReadOnly, DatabaseTooNew, DiskFull, NotFound
from crmdesk.store import Store, Tx, backup, list_backups, recover, restore, schema
from crmdesk.store.migrations import STEPS, VERSION, Step, migrate
from crmdesk.store.programs import schema as of_programs
from tests.store.conftest import Calendar, contact, inserting, raw_of


def fill(count: int) -> list[NewRecord]:
    return [contact(1, f"r{n}", name=f"Name {n}", description="word " * 40) for n in range(count)]


def names(path: Path, clock: Calendar) -> Store:
    return Store.open(path, clock=clock, backups=path.parent / "backups")


async def test_the_models_are_the_tables(store: Store) -> None:
    connection = raw_of(store)
    models: tuple[type[peewee.Model], ...] = (*schema.MODELS, *of_programs.MODELS)
    for model in models:
        table = model._meta.table_name
        columns = {row[1]: bool(row[3] or row[5]) for row in connection.execute(f'PRAGMA table_info("{table}")')}
        described = {field.column_name: not field.null for field in model._meta.sorted_fields}
        assert columns == described, table


async def test_a_backup_a_day_and_seven_of_them(store: Store, profile: Path, clock: Calendar) -> None:
    await store.write(inserting(contact(1, "a", name="Anna")))
    written = await store.daily_backup()
    assert written is not None
    assert stat.S_IMODE(written.stat().st_mode) == 0o600  # a small local file
    assert await store.daily_backup() is None
    for _ in range(9):
        clock.tick(86_400)
        assert await store.daily_backup() is not None
    held = list_backups(profile / "backups")
    assert len(held) == 7
    assert held[0].made_at == clock.now()


async def test_a_backup_is_whole_or_not_there(store: Store, profile: Path) -> None:
    await store.write(inserting(*fill(300)))
    target = profile / "copy.db"
    with pytest.raises((DatabaseReadOnly, DiskFull)):
        await store.backup(profile / "crmdesk.db" / "copy.db")
    await store.backup(target)
    with sqlite3.connect(target) as copied:
        assert copied.execute("SELECT count(*) FROM item").fetchone() == (300,)
        assert backup.faults(copied) == []
    copied.close()
    assert [name for name in os.listdir(profile) if name.startswith(".")] == []


async def test_a_backup_is_restored_and_the_old_file_kept(profile: Path, database: Path, clock: Calendar) -> None:
    store = names(database, clock)
    await store.write(inserting(contact(1, "a", name="Anna")))
    saved = await store.daily_backup()
    await store.write(inserting(contact(1, "b", name="Bert")))
    await store.close()
    assert saved is not None
    aside = restore(saved, database)
    assert aside is not None
    store = names(database, clock)
    assert store.reader().items.count(ItemQuery()) == 1
    assert await store.quick_check() == []
    await store.close()
    older = names(aside, clock)
    assert older.reader().items.count(ItemQuery()) == 2
    await older.close()


def test_only_a_sound_backup_of_ours_is_restored(profile: Path) -> None:
    profile.mkdir()
    broken = profile / "broken.db"
    broken.write_bytes(b"SQLite format 3\0" + bytes(4096))
    with pytest.raises(DatabaseCorrupt):
        restore(broken, profile / "crmdesk.db")
    with pytest.raises(NotFound):
        restore(profile / "none.db", profile / "crmdesk.db")
    assert not (profile / "crmdesk.db").exists()


NEXT = Step(VERSION + 1, ("ALTER TABLE setting ADD COLUMN note TEXT",))


async def test_a_migration_has_its_backup_first(store: Store, profile: Path, clock: Calendar) -> None:
    raw = raw_of(store)
    migrate(
        raw, lambda version: backup.before_migration(raw, profile / "backups", version, clock.now()), (*STEPS, NEXT)
    )
    assert raw.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
    assert [held.before_migration for held in list_backups(profile / "backups")] == [VERSION]
    with pytest.raises(DatabaseTooNew):
        names(profile / "crmdesk.db", clock)


@pytest.mark.parametrize(
    "statements",
    [
        ("DELETE FROM account",),
        ("ALTER TABLE setting ADD COLUMN note TEXT", "ALTER TABLE setting ADD COLUMN note TEXT"),
        ("ALTER TABLE setting ADD COLUMN note TEXT", "UPDATE record SET account_id = 77"),
    ],
)
async def test_a_step_that_fails_or_loses_rows_leaves_all_as_it_was(store: Store, statements: tuple[str, ...]) -> None:
    await store.write(inserting(contact(1, "a", name="Anna")))
    raw = raw_of(store)
    with pytest.raises((DatabaseCorrupt, sqlite3.Error)):
        migrate(raw, steps=(*STEPS, Step(VERSION + 1, statements)))
    assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert "note" not in [row[1] for row in raw.execute("PRAGMA table_info(setting)")]
    assert raw.execute("SELECT count(*) FROM account").fetchone() == (1,)
    assert raw.execute("PRAGMA foreign_keys").fetchone() == (1,)


async def test_texts_that_were_made_of_an_address_go_where_its_parts_are_held(store: Store) -> None:
    def fill_in(tx: Tx) -> None:
        for provider in ("follow_up_boss", "dex"):
            account = tx.accounts.add(Account(0, provider, provider, identity=provider))
            held = {"name": "Anna", "address": "1 Quay St", "location": "Leeds"}
            tx.records.insert([NewRecord(account.id, Kind.CONTACT, "a", held, base={**held, "name": "Ann"})])

    await store.write(fill_in)
    raw = raw_of(store)
    raw.execute("PRAGMA user_version = 5")
    migrate(raw, steps=STEPS[:6])
    held = {
        provider: (json.loads(values), json.loads(base))
        for provider, values, base in raw.execute(
            'SELECT provider, "values", base FROM record JOIN account ON account.id = account_id'
        )
    }
    assert held["follow_up_boss"] == ({"name": "Anna"}, {"name": "Ann"})
    assert held["dex"][0] == {"name": "Anna", "address": "1 Quay St", "location": "Leeds"}


async def test_no_step_without_its_backup(store: Store) -> None:
    def full(version: int) -> None:
        raise DiskFull("no room")

    with pytest.raises(DiskFull):
        migrate(raw_of(store), full, (*STEPS, NEXT))
    assert raw_of(store).execute("PRAGMA user_version").fetchone() == (VERSION,)


async def damaged(database: Path, clock: Calendar) -> None:
    store = names(database, clock)

    def work(tx: Tx) -> None:
        tx.records.insert(fill(400))
        tx.outbox.add(1, Kind.CONTACT, 5, 5, "r4", Action.UPDATE, {"name": "Edited"}, "key")
        tx.items.trash([7], "deleted here")

    await store.write(work)
    await store.close()


async def test_a_damaged_file_is_found_out_and_read_out(profile: Path, database: Path, clock: Calendar) -> None:
    await damaged(database, clock)
    before = overwrite(database)
    store = names(database, clock)
    assert await store.quick_check() != []
    with pytest.raises(DatabaseCorrupt):
        await store.backup(profile / "copy.db")
    await store.close()
    recovered = recover(database, profile / "recovered.db", clock=clock)
    assert content(database) == before
    assert recovered.damaged
    assert recovered.rows["outbox"] == 1
    assert recovered.rows["record"] > 300
    store = names(profile / "recovered.db", clock)
    assert await store.quick_check() == []
    reads = store.reader()
    assert [entry.wanted for entry in reads.outbox.list()[0]] == [{"name": "Edited"}]
    assert reads.items.get(7).trash_reason == "deleted here"
    assert reads.items.page(ItemQuery(text="name"), 50, 0)[1] == reads.items.count(ItemQuery()) > 300
    await store.close()


def content(path: Path) -> bytes:
    return path.read_bytes()


def overwrite(database: Path) -> bytes:
    """Destroy some pages in the middle of the record table; gives the damaged file."""
    with sqlite3.connect(database) as raw:
        pages = [row[0] for row in raw.execute("SELECT pageno FROM dbstat WHERE name = 'record' AND pagetype = 'leaf'")]
    raw.close()
    with database.open("r+b") as file:
        for page in pages[3:5]:
            file.seek((page - 1) * 4096)
            file.write(b"\xff" * 4096)
    return content(database)


def test_nothing_is_made_of_a_file_without_a_header(profile: Path, clock: Calendar) -> None:
    profile.mkdir()
    (profile / "crmdesk.db").write_bytes(bytes(8192))
    with pytest.raises(DatabaseCorrupt):
        recover(profile / "crmdesk.db", profile / "recovered.db", clock=clock)
    assert [path.name for path in profile.iterdir()] == ["crmdesk.db"]
