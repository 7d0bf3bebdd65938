"""Reading out a damaged database: whatever can still be read goes into a new file, waiting edits first."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.errors import DatabaseCorrupt, DatabaseReadOnly, DiskFull
from crmdesk.frozen import dataclass
from crmdesk.store import schema
from crmdesk.store.backup import make_private, private_folder, publish
from crmdesk.store.connection import Connection, connect
from crmdesk.store.migrations import VERSION, migrate
from crmdesk.store.session import Session
from crmdesk.store.sqlite_errors import DATABASE_ERRORS, UNREADABLE, classified
from crmdesk.store.tables.counters import recount
from crmdesk.store.tables.item_refresh import refresh

# What only the desk knows comes first: edits that no CRM has yet, and the values they rest on.
_ORDER = (
    schema.Account, schema.Outbox, schema.Record, schema.Conflict, schema.Problem, schema.Pin, schema.Tombstone,
    schema.Draft, schema.Setting, schema.Raw, schema.Change, schema.Cursor, schema.Run, schema.Ledger, schema.Relation,
    schema.MatchDecision, schema.MatchDecidedPair,
)  # fmt: skip
_GIVE_UP = 4096  # seeks in a row that find nothing
_WIDEST = 64  # ids skipped at once over a damaged page, which holds some dozens of rows
_STUB = (
    "INSERT INTO item (id, kind, shelf, attention, state, accounts, name, first_name, last_name, company, job_title,"
    " email, phone, birthday, description, sort_name, shown, trashed_at, trash_reason, updated_at)"
    " VALUES (?, ?, 0, 0, '', '', '', '', '', '', '', '', '', '', '', '', '', ?, ?, 0) ON CONFLICT (id) DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class Recovered:
    """How many rows of each table were read out, and in which tables reading met damage."""

    rows: dict[str, int]
    damaged: tuple[str, ...]


def recover(path: Path, target: Path, *, clock: Clock) -> Recovered:
    """Copy what can be read of the damaged database at `path` into a new one at `target`; `path` is only read.

    Neither file may be open. Raises DatabaseCorrupt when nothing can be read, DatabaseReadOnly when `target` exists or
    cannot be made.
    """
    if target.exists():
        raise DatabaseReadOnly(f"{target} exists already.")
    try:
        with private_folder(target) as folder:
            working, fresh = folder / "reading", folder / "new"
            _copy_files(path, working)
            make_private(fresh)
            with contextlib.closing(sqlite3.connect(working, isolation_level=None)) as source:
                source.text_factory = _text
                connection = connect(fresh, reading=False)
                try:
                    migrate(connection.raw)
                    recovered = _recover(source, connection, clock)
                    connection.sql("PRAGMA wal_checkpoint(TRUNCATE)")
                finally:
                    connection.close()
            publish(fresh, target)
    except DATABASE_ERRORS as error:
        raise classified(error) or error from error
    except OSError as error:
        raise DatabaseReadOnly(f"{target} cannot be made: {error.strerror}.") from error
    return recovered


class _Undecodable(bytes):
    """A text that is none any more."""


def _text(stored: bytes) -> str | bytes:
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return _Undecodable(stored)


def _copy_files(path: Path, working: Path) -> None:
    """Copy the database with its log, and tell SQLite how many pages are really there, where the file was cut off."""
    for suffix in ("", "-wal"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            if part.stat().st_size > shutil.disk_usage(working.parent).free:
                raise DiskFull(f"There is no room for a copy of {part}.")
            make_private(working.with_name(working.name + suffix))
            shutil.copyfile(part, working.with_name(working.name + suffix))
    with working.open("r+b") as file:
        header = file.read(100)
        page = int.from_bytes(header[16:18]) or 65536  # as in SQLite's file format document; 1 stands for 65,536
        page = 65536 if page == 1 else page
        size = file.seek(0, os.SEEK_END)
        pages = -(-size // page)
        if len(header) == 100 and int.from_bytes(header[28:32]) > pages:
            file.truncate(pages * page)
            file.seek(28)
            file.write(pages.to_bytes(4))


def _recover(source: sqlite3.Connection, connection: Connection, clock: Clock) -> Recovered:
    try:
        version = source.execute("PRAGMA user_version").fetchone()[0]
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except (*DATABASE_ERRORS, UnicodeDecodeError) as error:  # SQLite's own message quotes the damaged text
        raise DatabaseCorrupt("Nothing can be read out of the file.", detail=str(error)) from error
    if not 1 <= version <= VERSION:
        raise DatabaseCorrupt(f"The file has version {version}; only versions 1 to {VERSION} can be read out.")
    rows: dict[str, int] = {}
    damaged: list[str] = []
    connection.sql("PRAGMA foreign_keys = OFF")
    connection.sql("BEGIN IMMEDIATE")
    connection.sql("DELETE FROM account")
    for model in _ORDER:
        table = model._meta.table_name
        held = {row[1] for row in source.execute(f"PRAGMA table_info({table})")}  # fewer in a file of an older desk
        fields = [field for field in model._meta.sorted_fields if field.column_name in held]
        rows[table] = _copy(source, connection, table, fields, damaged)
    rows["item"] = _items(source, connection, damaged)
    _sequences(source, connection)
    _mend(connection)
    session = Session(connection, clock)
    ids = [row[0] for row in connection.sql("SELECT id FROM item")]
    _refresh(session, ids, damaged)
    recount(session)
    connection.sql("COMMIT")
    connection.sql("PRAGMA foreign_keys = ON")
    return Recovered(rows, tuple(dict.fromkeys(damaged)))


def _copy(
    source: sqlite3.Connection, connection: Connection, table: str, fields: Sequence[Any], damaged: list[str]
) -> int:
    columns = [field.column_name for field in fields]
    if not columns:
        damaged.append(table)
        return 0
    names = ", ".join(f'"{column}"' for column in columns)
    statement = f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))}) ON CONFLICT DO NOTHING"
    by_id = columns[0] if columns[0] in ("id", "record_id") or table == "draft" else None
    read = _by_id(source, table, names, by_id, damaged) if by_id else _both_ends(source, table, names, damaged)
    copied = 0
    for row in read:
        if not _readable(fields, row):
            if table not in damaged:
                damaged.append(table)
            continue
        with contextlib.suppress(sqlite3.IntegrityError):  # a damaged row that breaks a rule of its table
            copied += connection.sql(statement, row).rowcount
    return copied


def _readable(fields: Sequence[Any], row: Sequence[object]) -> bool:
    """Whether the desk could read every value of a row."""
    try:
        for field, value in zip(fields, row, strict=True):
            if isinstance(value, _Undecodable):
                return False
            field.python_value(value)
    except UNREADABLE:
        return False
    return True


def _refresh(session: Session, ids: Sequence[int], damaged: list[str]) -> None:
    """Show items anew; one that cannot be shown is left as it was read."""
    try:
        refresh(session, ids)
    except UNREADABLE:
        damaged.append("item")
        for id_ in ids:
            with contextlib.suppress(*UNREADABLE):
                refresh(session, [id_])


def _by_id(
    source: sqlite3.Connection, table: str, names: str, key: str, damaged: list[str]
) -> Iterator[tuple[object, ...]]:
    """The rows in order of their ids, stepping over ids that cannot be read."""
    last, step, empty = 0, 1, 0
    highest = _highest(source, table)
    while empty < _GIVE_UP:
        try:
            for row in source.execute(f'SELECT {names} FROM {table} WHERE "{key}" > ? ORDER BY "{key}"', (last,)):
                yield row
                if isinstance(row[0], int):
                    last = max(last, row[0])
                step, empty = 1, 0
            return
        except DATABASE_ERRORS:
            if table not in damaged:
                damaged.append(table)
            last, step, empty = last + step, min(step * 2, _WIDEST), empty + 1
            if highest is not None and last > highest:
                return


def _both_ends(source: sqlite3.Connection, table: str, names: str, damaged: list[str]) -> Iterator[tuple[object, ...]]:
    """The rows from the front up to the damage, and then those from the back."""
    for order in ("ASC", "DESC"):
        try:
            yield from source.execute(f"SELECT {names} FROM {table} ORDER BY {names.split(',')[0]} {order}")
            return
        except DATABASE_ERRORS:
            if table not in damaged:
                damaged.append(table)


def _highest(source: sqlite3.Connection, table: str) -> int | None:
    try:
        row = source.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    except DATABASE_ERRORS:
        return None
    return int(row[0]) if row else None


def _items(source: sqlite3.Connection, connection: Connection, damaged: list[str]) -> int:
    """Items as far as they can be read, then those that only their records tell of; shown values are made anew."""
    copied = 0
    for id_, kind, trashed_at, reason in _by_id(source, "item", "id, kind, trashed_at, trash_reason", "id", damaged):
        if kind not in list(Kind) or isinstance(reason, _Undecodable):
            damaged.append("item")
            continue
        copied += connection.sql(_STUB, (id_, kind, trashed_at, reason)).rowcount
    orphans = connection.sql("SELECT item_id, kind FROM record GROUP BY item_id").fetchall()
    connection.many(_STUB, [(id_, kind, None, None) for id_, kind in orphans])
    return copied


def _sequences(source: sqlite3.Connection, connection: Connection) -> None:
    """Ids once given are never given again, also those of lost rows."""
    for (table,) in connection.sql("SELECT name FROM sqlite_sequence").fetchall():
        highest = _highest(source, table)
        if highest is not None:
            connection.sql("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (highest, table))


def _mend(connection: Connection) -> None:
    """Let go of rows whose other half is lost, so that no reference dangles."""
    connection.sql(
        "INSERT INTO account (id, provider, name, settings, direction, kinds, identity, position, pause, schedule,"
        " failures, writes_lists, deletes_remotely) VALUES (1, 'local', 'local', '{}', 'two-way',"
        " 'contact property deal event', '', 0, 'no', 'manual', 0, 1, 0) ON CONFLICT DO NOTHING"
    )
    # A record whose account is lost still holds somebody's contact: it stays, on this computer.
    connection.sql(
        "UPDATE record SET account_id = 1, remote_id = NULL, base = NULL"
        " WHERE account_id NOT IN (SELECT id FROM account)"
    )
    for table, column, parent in (
        ("raw", "record_id", "record"),
        ("conflict", "record_id", "record"),
        ("pin", "item_id", "item"),
        ("tombstone", "account_id", "account"),
        ("cursor", "account_id", "account"),
        ("relation", "record_id", "record"),
    ):
        connection.sql(f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM {parent})")
