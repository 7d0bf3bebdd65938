"""Connections to the one database file: how they are opened, and what must be true of the file first.

Everything special to a connection of SQLite stands here: pragmas, header checks, the functions SQL may call. There is
one SQLite library in the process, the standard `sqlite3`; two of them on one file destroy it.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import peewee

from crmdesk import __version__
from crmdesk.errors import DatabaseCorrupt, DatabaseReadOnly, DatabaseTooNew
from crmdesk.store.migrations import APPLICATION_ID, VERSION, WRITTEN_BY
from crmdesk.store.search.comparisons import differs, holds
from crmdesk.store.search.folding import sort_key
from crmdesk.store.sqlite_errors import DATABASE_ERRORS, classified

if vars(peewee)["sqlite3"] is not sqlite3:
    raise ImportError("peewee found another SQLite library than the standard one; remove pysqlite3.")

SQLITE_VERSION = sqlite3.sqlite_version
BUSY_SECONDS = 5.0
CHECKPOINT_PAGES = 4000  # 16 MB of log between checkpoints: a first pull writes 1 MB a page
WRITER_CACHE_KIB = 65536
READER_CACHE_KIB = 8192  # enough for reading rows by id, which meets no page twice anyway
SEARCH_CACHE_KIB = 65536  # what lists and searches of a million contacts come back to
_MAGIC = b"SQLite format 3\x00"


class Connection:
    """One open connection and the few ways of using it; for one thread at a time."""

    __slots__ = ("_database", "raw")

    def __init__(self, database: Any) -> None:
        self._database = database
        self.raw: sqlite3.Connection = database.connection()

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        """The rows of a peewee query, converted by its fields."""
        return list(query.tuples().bind(self._database))

    def row(self, query: Any) -> tuple[Any, ...] | None:
        """The first row of a peewee query."""
        return next(iter(query.limit(1).tuples().bind(self._database)), None)

    def run(self, query: Any) -> int:
        """Carry out a peewee insert (gives the new id), update or delete (gives the number of rows)."""
        return int(query.bind(self._database).execute() or 0)

    def sql(self, statement: str, parameters: Sequence[object] = ()) -> sqlite3.Cursor:
        """A statement of the hot paths, with named columns."""
        return self.raw.execute(statement, parameters)

    def one(self, statement: str, parameters: Sequence[object] = ()) -> Any:
        """The first column of the first row, None without rows."""
        row = self.raw.execute(statement, parameters).fetchone()
        return None if row is None else row[0]

    def many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """One statement for many rows."""
        self.raw.executemany(statement, rows)

    def close(self) -> None:
        """Close it; closing twice does nothing."""
        self._database.close()


def connect(path: Path, *, reading: bool, cache_kib: int = READER_CACHE_KIB, unchanging: bool = False) -> Connection:
    """Open the file with the desk's pragmas; `reading` refuses every write on this connection.

    `cache_kib` is how much of the file is kept in memory, at most, as the connection meets it. `unchanging` reads the
    file alone, without its log and the index of that, which nobody may write meanwhile: it takes no room on the disk.
    """
    pragmas: list[tuple[str, object]] = [
        ("foreign_keys", "ON"),
        ("trusted_schema", "OFF"),
        ("cell_size_check", "ON"),
        ("mmap_size", 0),
        ("temp_store", "MEMORY"),
        ("cache_size", -cache_kib),
    ]
    if reading:
        pragmas.append(("query_only", "ON"))
    else:
        # FAST overwrites deleted rows where that costs no further page; ON doubles what the search index writes.
        pragmas += [
            ("journal_mode", "WAL"),
            ("synchronous", "FULL"),
            ("wal_autocheckpoint", CHECKPOINT_PAGES),
            ("secure_delete", "FAST"),
        ]
    place = f"{path.absolute().as_uri()}?immutable=1" if unchanging else str(path)
    database = peewee.SqliteDatabase(
        place,
        uri=unchanging,
        pragmas=pragmas,
        timeout=BUSY_SECONDS,
        autoconnect=False,
        thread_safe=False,
        check_same_thread=False,
    )
    database.register_function(sort_key, "sort_key", 1, deterministic=True)
    database.register_function(holds, "holds", 3, deterministic=True)
    database.register_function(differs, "differs", 4, deterministic=True)
    try:
        database.connect()
    except DATABASE_ERRORS as error:
        raise classified(error) or error from error
    return Connection(database)


def prepare_file(path: Path) -> bool:
    """Check the file before SQLite may touch it; tells whether there is none yet.

    Raises DatabaseCorrupt for an empty, foreign or headless file, DatabaseTooNew for one of a newer desk, and
    DatabaseReadOnly; nothing is ever written to a file that is refused.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        _make_directory(path.parent)
        return True
    except OSError as error:
        raise DatabaseReadOnly(f"{path} cannot be read: {error.strerror}.") from error
    check_header(path, header)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise DatabaseReadOnly(f"{path} or its folder does not allow writing.")
    # What was made beside a file that could only be read is as unwritable as that was, and stays so by itself.
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).chmod(0o600)
    return False


def has_log(path: Path) -> bool:
    """Whether something stands in the log beside the file that the file itself does not hold yet."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def is_current(path: Path, *, unchanging: bool = False) -> bool:
    """Whether the file is one of ours that needs no migration; only looks at it. Raises as `prepare_file` does."""
    try:
        with path.open("rb") as file:
            check_header(path, file.read(100))
    except OSError as error:
        raise DatabaseReadOnly(f"{path} cannot be read: {error.strerror}.") from error
    connection = connect(path, reading=True, unchanging=unchanging)
    try:
        check_opened(path, connection)
        return bool(connection.one("PRAGMA user_version") == VERSION)
    finally:
        connection.close()


def check_header(path: Path, header: bytes) -> None:
    """Whether the first 100 bytes are those of one of our files; offsets as in SQLite's file format document."""
    if not header:
        raise DatabaseCorrupt(f"{path} is empty.")
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise DatabaseCorrupt(f"{path} is not a database.")
    application, version = int.from_bytes(header[68:72]), int.from_bytes(header[60:64])
    if application != APPLICATION_ID:
        raise DatabaseCorrupt(f"{path} is a database of another program.")
    if version > VERSION:
        raise _too_new(path, version)


def check_opened(path: Path, connection: Connection) -> None:
    """The same question asked of the open file, its log included."""
    application = int(connection.one("PRAGMA application_id"))
    version = int(connection.one("PRAGMA user_version"))
    if application != APPLICATION_ID:
        raise DatabaseCorrupt(f"{path} is a database of another program.")
    if version > VERSION:
        raise _too_new(path, version)


def _too_new(path: Path, version: int) -> DatabaseTooNew:
    """Names the desk that wrote the file, where it says so; the file is only looked at, and nothing made beside it."""
    needed = ""
    with contextlib.suppress(*DATABASE_ERRORS, OSError, ValueError):
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as newer:
            told = newer.execute("SELECT value FROM setting WHERE key = ?", (WRITTEN_BY,)).fetchone()
        needed = str(json.loads(told[0]))[:40] if told else ""
    why = f"{path} has version {version}; this desk, CRM Desk {__version__}, reads up to {VERSION}."
    if not needed:
        return DatabaseTooNew(why)
    return DatabaseTooNew(
        f"{why} It was written by CRM Desk {needed}.",
        next=f"Install CRM Desk {needed} or newer, or open another profile.",
    )


def _make_directory(directory: Path) -> None:
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseReadOnly(f"{directory} cannot be made: {error.strerror}.") from error
    if not os.access(directory, os.W_OK):
        raise DatabaseReadOnly(f"{directory} does not allow writing.")
