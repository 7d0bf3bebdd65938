"""Copies of the database: verified backups, restoring one, and reading out a damaged file.

All of it goes through SQLite's own backup interface and the standard library's `sqlite3`; the file of an open store is
never copied or opened by other means, since that would drop its locks.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from crmdesk.domain.fields import Kind
from crmdesk.errors import DatabaseCorrupt, DatabaseReadOnly, NotFound, StoreError
from crmdesk.frozen import dataclass
from crmdesk.store.connection import check_header, check_opened, connect
from crmdesk.store.foreign_schema import foreign
from crmdesk.store.sqlite_errors import DATABASE_ERRORS, classified
from crmdesk.system.paths import open_private

KEPT_DAILY = 7
KEPT_BEFORE_MIGRATION = 3
_NAME = re.compile(r"(daily|before-migration-(\d+))-(\d{8}T\d{6}Z)\.db")
_STAMP = "%Y%m%dT%H%M%SZ"
_PAGES_AT_ONCE = 4096  # 16 MB; between the slices other threads get their turn


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file: when it was made and what for (daily, or the version it was migrated from)."""

    path: Path
    made_at: datetime
    before_migration: int | None
    size: int


def copy(connection: sqlite3.Connection, target: Path, stopped: Callable[[], bool] = lambda: False) -> None:
    """Write a verified copy to `target`: it is replaced at once, and only by a sound copy.

    Between slices `stopped` is asked whether to give up. Raises StoreError when it said so, DatabaseCorrupt when the
    copy is not sound, DiskFull or DatabaseReadOnly.
    """
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with private_folder(target) as folder:
            temporary = folder / "part"
            make_private(temporary)
            with contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as copied:
                connection.backup(copied, pages=_PAGES_AT_ONCE, sleep=0, progress=lambda *_: _go_on(stopped))
                copied.execute("PRAGMA journal_mode = DELETE")
                if found := faults(copied):
                    raise DatabaseCorrupt("The copy of the database is not sound.", detail="; ".join(found[:3]))
            publish(temporary, target)
    except DATABASE_ERRORS as error:
        raise classified(error) or error from error
    except OSError as error:
        raise DatabaseReadOnly(f"{target} cannot be written: {error.strerror}.") from error


@contextlib.contextmanager
def private_folder(target: Path) -> Iterator[Path]:
    """A folder beside `target` that only its owner can enter, for what `target` is made of; it goes again.

    Whoever else may write beside `target` can neither read there nor plant a link, a log or a journal. Raises OSError.
    """
    with TemporaryDirectory(prefix=f".{target.name[:40]}-", dir=target.parent) as folder:
        yield Path(folder)


def publish(made: Path, target: Path) -> None:
    """Put a finished file in the place of `target`, durably. Raises OSError."""
    _sync(made)
    os.replace(made, target)
    _sync_directory(target.parent)


def faults(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with the file and its search index; [] when it is sound."""
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(20)") if row[0] != "ok"]
        found += [f"a dangling reference in {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")][:20]
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    except DATABASE_ERRORS as error:
        return [str(error)]
    return found + [fault for kind in Kind if f"search_{kind}" in tables for fault in _search_faults(connection, kind)]


def _search_faults(connection: sqlite3.Connection, kind: Kind) -> list[str]:
    table = f"search_{kind.value}"
    try:
        items = connection.execute("SELECT count(*) FROM item WHERE kind = ?", (kind.value,)).fetchone()[0]
        rows = connection.execute(f"SELECT count(*) FROM {table}_content").fetchone()[0]
        # The check is written as an insert; on a query-only connection it is left to the next backup.
        if not connection.execute("PRAGMA query_only").fetchone()[0]:
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    except DATABASE_ERRORS as error:
        return [f"the search index of {kind.plural}: {error}"]
    return [] if items == rows else [f"the search index has {rows} of {items} {kind.plural}"]


def before_migration(connection: sqlite3.Connection, directory: Path, version: int, now: datetime) -> None:
    """The verified backup without which no migration begins."""
    copy(connection, directory / f"before-migration-{version}-{now.strftime(_STAMP)}.db")
    _let_go(directory)


def daily(
    connection: sqlite3.Connection, directory: Path, now: datetime, stopped: Callable[[], bool] = lambda: False
) -> Path | None:
    """The day's backup, unless there is one; the oldest beyond seven go."""
    if any(held.made_at.date() == now.date() and held.before_migration is None for held in list_backups(directory)):
        return None
    target = directory / f"daily-{now.strftime(_STAMP)}.db"
    copy(connection, target, stopped)
    _let_go(directory)
    return target


def list_backups(directory: Path) -> list[Backup]:
    """The backups in the directory, newest first."""
    found: list[Backup] = []
    for path in directory.glob("*.db") if directory.is_dir() else ():
        named = _NAME.fullmatch(path.name)
        if named:
            made_at = datetime.strptime(named[3], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, made_at, int(named[2]) if named[2] else None, path.stat().st_size))
    return sorted(found, key=lambda held: (held.made_at, held.path.name), reverse=True)


def restore(backup: Path, path: Path) -> Path | None:
    """Put a verified copy of the backup in the place of the database, which must not be open.

    The replaced file is kept beside it; gives its new place, None when there was none. Raises NotFound, DatabaseCorrupt
    or DatabaseTooNew, and StoreError for a file with a trigger, view or rule of somebody else, with the database
    untouched.
    """
    try:
        with backup.open("rb") as file:
            check_header(backup, file.read(100))
    except FileNotFoundError:
        raise NotFound(f"There is no backup {backup}.") from None
    fresh = path.with_name(f".{path.name}.restored")
    source = connect(backup, reading=True)
    try:
        check_opened(backup, source)
        if found := foreign(source.raw):
            raise StoreError(
                f"{backup} holds what no CRM Desk has made: {', '.join(found[:3])}.",
                what="The backup was not restored",
                next="Take another backup; somebody has changed this one.",
            )
        copy(source.raw, fresh)
    finally:
        source.close()
    aside = put_aside(path)
    os.replace(fresh, path)
    _sync_directory(path.parent)
    return aside


def put_aside(path: Path) -> Path | None:
    """Move a database with its log out of the way; gives where it lies now."""
    if not path.exists():
        return None
    number = 1
    while (aside := path.with_name(f"{path.name}.replaced-{number}")).exists():
        number += 1
    for suffix in ("-wal", "-shm", ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            os.replace(part, aside.with_name(aside.name + suffix))
    return aside


def copy_file(path: Path, target: Path) -> None:
    """A copy of a file that no process holds open, readable by its owner alone; raises DatabaseReadOnly."""
    make_private(target)
    try:
        shutil.copyfile(path, target)
    except OSError as error:
        raise DatabaseReadOnly(f"{path} cannot be read: {error.strerror}.") from error


def make_private(path: Path) -> None:
    """An empty file that only its owner can read; raises DatabaseReadOnly."""
    try:
        os.close(open_private(path, os.O_RDWR | os.O_CREAT | os.O_EXCL))
    except OSError as error:
        raise DatabaseReadOnly(f"{path} cannot be made: {error.strerror}.") from error


def remove_database(path: Path) -> None:
    """Remove a database file with its log, if there is one."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()


def _go_on(stopped: Callable[[], bool]) -> None:
    if stopped():
        raise StoreError("The backup was given up because the desk closes.")


def _let_go(directory: Path) -> None:
    held = list_backups(directory)
    old = [one for one in held if one.before_migration is None][KEPT_DAILY:]
    old += [one for one in held if one.before_migration is not None][KEPT_BEFORE_MIGRATION:]
    for one in old:
        remove_database(one.path)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_directory(directory: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
