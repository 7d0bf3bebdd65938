"""The store: the one writing thread, the reading threads, and the transactions they carry out."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from crmdesk.domain.clock import Clock
from crmdesk.errors import DatabaseReadOnly, DiskFull, StoreError
from crmdesk.store import backup
from crmdesk.store.connection import (
    SEARCH_CACHE_KIB,
    WRITER_CACHE_KIB,
    Connection,
    check_opened,
    connect,
    has_log,
    is_current,
    prepare_file,
)
from crmdesk.store.migrations import migrate
from crmdesk.store.session import Session
from crmdesk.store.sqlite_errors import DATABASE_ERRORS, classified
from crmdesk.store.transaction import Reads, Tx

T = TypeVar("T")
KEPT_FREE = 200_000_000  # bytes of the disk that no pull may take
Worker = Callable[[str], Executor]
"""Makes what carries out one line of work of the store, in order; the name says which."""
_held_here: Counter[Path] = Counter()  # the files that stores of this process have open
_STEPS_BETWEEN_LOOKS = 100_000  # of SQLite's machine, some milliseconds
_MOST_REMEMBERED = 2_000


def own_thread(name: str) -> Executor:
    """A thread for one line of work."""
    return ThreadPoolExecutor(1, thread_name_prefix=name)


class Store:
    """One open database file; made by `open`, ended by `close`.

    `write` and `read` may be awaited on any asyncio loop. A task that is cancelled while it waits for a write does not
    undo it: the transaction either has not begun and never will, or it is carried out whole.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        backups: Path,
        writer: Connection | None,
        worker: Worker = own_thread,
        *,
        unchanging: bool = False,
    ) -> None:
        self._path = path
        self._unchanging = unchanging
        self._clock = clock
        self._backups = backups
        self._writer = writer
        self._background = connect(path, reading=True, cache_kib=SEARCH_CACHE_KIB, unchanging=unchanging)
        self._write_pool = worker("store-writer")
        self._read_pool = worker("store-reader")
        self._care_pool = worker("store-care")
        self._cared: Connection | None = None
        self._borrowed: tempfile.TemporaryDirectory[str] | None = None
        self._own = threading.local()
        self._readers: list[Connection] = []
        self._closed = False
        self._followers: list[Callable[[], None]] = []
        self._let_close(self._background)
        _held_here[path.absolute()] += 1

    @classmethod
    def open(cls, path: Path, *, clock: Clock, backups: Path, worker: Worker = own_thread) -> Store:
        """Open the database, or make it, and bring it to the newest version, with a verified backup before each step.

        `worker` says what its transactions run on. Raises DatabaseTooNew, DatabaseCorrupt, DatabaseReadOnly,
        DatabaseLocked or DiskFull; a file that is refused is left as it is.
        """
        with translated():
            if prepare_file(path):
                _make(path)
            writer = connect(path, reading=False, cache_kib=WRITER_CACHE_KIB)
            try:
                check_opened(path, writer)
                migrate(writer.raw, lambda version: backup.before_migration(writer.raw, backups, version, clock.now()))
                return cls(path, clock, backups, writer, worker)
            except BaseException:
                writer.close()
                raise

    @classmethod
    def open_to_read(cls, path: Path, *, clock: Clock) -> Store:
        """Open the database beside whoever holds it: nothing in its folder is made, changed or migrated.

        Where this very process holds it, it is not looked at before: to open and close a file takes all of a process's
        locks on it away, so that the next program that closes it would take the log from under us.

        Where there is none, or one of an older desk, or SQLite could not lay its index beside it, an up-to-date copy in
        a temporary directory is read instead. Where the disk has no room for that index, nobody holds the database, and
        the file alone is read if it is up to date and has no log beside it. Raises as `open` does; `write` then raises
        DatabaseReadOnly.
        """
        with translated():
            if _held_here[path.absolute()]:
                return cls(path, clock, path.parent, None)
            beside = os.access(path.parent, os.W_OK)
            try:
                if beside and path.exists() and is_current(path):
                    return cls(path, clock, path.parent, None)
            except DiskFull:
                if has_log(path) or not is_current(path, unchanging=True):
                    raise
                return cls(path, clock, path.parent, None, unchanging=True)
            directory = tempfile.TemporaryDirectory(prefix="crmdesk-")
            try:
                copied = Path(directory.name) / path.name
                if path.exists():
                    _copy_to_read(path, copied, whole_files=not beside)
                store = cls.open(copied, clock=clock, backups=copied.parent)
            except BaseException:
                directory.cleanup()
                raise
            store._borrowed = directory
            return store

    def check_room(self) -> None:
        """Whether more may be pulled: the last room on the disk is for the user's own edits. Raises DiskFull."""
        if shutil.disk_usage(self._path.parent).free < KEPT_FREE:
            raise DiskFull(
                f"Less than {KEPT_FREE // 1_000_000} MB are left on the disk, which are kept for your own edits.",
                next="Free some room; the next sync goes on.",
            )

    async def write(self, fn: Callable[[Tx], T], *, durable: bool = True) -> T:
        """Run `fn` in one transaction on the writing thread and give its result once it is committed.

        `durable` False allows a commit that a power cut may take back, which is right for a pulled page: its cursor is
        lost with it. Raises what `fn` raises, with nothing changed, and a StoreError when the database fails.
        """
        return await asyncio.wrap_future(self._write_pool.submit(self._transact, fn, durable))

    async def read(self, fn: Callable[[Reads], T]) -> T:
        """Run `fn` on the background reading thread, all its queries on one state of the database."""
        return await asyncio.wrap_future(self._read_pool.submit(self._look, fn))

    def follow(self, follower: Callable[[], None]) -> Callable[[], None]:
        """Be called on the writing thread after each commit that the feed tells of; the returned function ends it."""
        self._followers.append(follower)

        def end() -> None:
            if follower in self._followers:
                self._followers.remove(follower)

        return end

    def reader(self) -> Reads:
        """Reads for the calling thread, on a query-only connection of its own, for short queries without waiting."""
        return Reads(Session(self._of_thread(), self._clock, keeps=False))

    def glance(self, fn: Callable[[Reads], T]) -> T:
        """Run `fn` on the calling thread, all its queries on one state of the database; for what takes a moment."""
        return self._look_with(self._of_thread(), fn)

    def remembered(self, key: Hashable, read: Callable[[Reads], T]) -> T:
        """What `read` gives on the calling thread, asked anew once anything was committed, by whatever program.

        For what is asked again and again. `key` says what is read; no more than `_MOST_REMEMBERED` are kept.
        """
        connection = self._of_thread()
        version = connection.one("PRAGMA data_version")
        if version != self._own.version or len(self._own.known) > _MOST_REMEMBERED:
            self._own.version, self._own.known = version, {}
        if key not in self._own.known:
            self._own.known[key] = read(Reads(Session(connection, self._clock, keeps=False)))
        known: T = self._own.known[key]
        return known

    def _of_thread(self) -> Connection:
        connection: Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            if self._closed:
                raise StoreError("The database is closed.")
            with translated():
                connection = connect(self._path, reading=True, unchanging=self._unchanging)
            self._own.connection = connection
            self._own.version, self._own.known = 0, {}
            self._readers.append(connection)
        return connection

    async def backup(self, target: Path) -> None:
        """Write a verified copy of the database to `target`, replacing it at once or not at all."""
        await self._in_care(lambda connection: backup.copy(connection.raw, target, self._stop))

    async def daily_backup(self) -> Path | None:
        """Write the day's backup unless there is one, and let go of the oldest; gives its path when one was written."""
        now = self._clock.now()
        return await self._in_care(lambda connection: backup.daily(connection.raw, self._backups, now, self._stop))

    async def quick_check(self) -> list[str]:
        """What is wrong with the file, [] when it is sound; takes about a second for each million contacts."""
        return await self._in_care(lambda connection: backup.faults(connection.raw))

    async def close(self) -> None:
        """End every thread and connection; a long read is interrupted, a transaction under way is carried out."""
        if self._closed:
            return
        self._closed = True
        try:
            await asyncio.wrap_future(self._care_pool.submit(self._end_care))
            await asyncio.wrap_future(self._read_pool.submit(self._background.close))
            for connection in self._readers:
                connection.close()
            # The writer is the last to close: it alone moves the log into the file.
            if self._writer is not None:
                await asyncio.wrap_future(self._write_pool.submit(self._writer.close))
        finally:
            _held_here[self._path.absolute()] -= 1
            for pool in (self._care_pool, self._read_pool, self._write_pool):
                pool.shutdown(wait=True, cancel_futures=True)
            if self._borrowed is not None:
                self._borrowed.cleanup()

    def _end_care(self) -> None:
        if self._cared is not None:
            self._cared.close()

    def _transact(self, fn: Callable[[Tx], T], durable: bool) -> T:
        if self._writer is None:
            raise DatabaseReadOnly("The database was opened for reading alone.")
        connection = self._writer.raw
        with translated():
            # The pragma has no effect inside a transaction, so it stands before.
            connection.execute("PRAGMA synchronous = FULL" if durable else "PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            try:
                session = Session(self._writer, self._clock)
                result = fn(Tx(session))
                grown = session.write_feed()
                connection.execute("COMMIT")
            except BaseException:
                # After a full disk SQLite has rolled back by itself; a second rollback would hide the cause.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        if grown:
            for follower in tuple(self._followers):
                follower()
        return result

    def _look(self, fn: Callable[[Reads], T]) -> T:
        return self._look_with(self._background, fn)

    def _look_with(self, connection: Connection, fn: Callable[[Reads], T]) -> T:
        raw = connection.raw
        with translated():
            raw.execute("BEGIN")
            try:
                return fn(Reads(Session(connection, self._clock)))
            finally:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")

    async def _in_care(self, fn: Callable[[Connection], T]) -> T:
        """Run what takes seconds on a thread and a connection of its own, so that nothing waits for it."""

        def run() -> T:
            with translated():
                if self._cared is None:
                    self._cared = connect(self._path, reading=True, unchanging=self._unchanging)
                    self._let_close(self._cared)
                return fn(self._cared)

        return await asyncio.wrap_future(self._care_pool.submit(run))

    def _let_close(self, connection: Connection) -> None:
        # `interrupt()` misses a statement that begins a moment later; the handler is asked again and again.
        connection.raw.set_progress_handler(self._stop, _STEPS_BETWEEN_LOOKS)

    def _stop(self) -> bool:
        return self._closed


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Give failures of the database and its disk as the desk's own errors; faults of the program pass as they are."""
    try:
        yield
    except DATABASE_ERRORS as error:
        known = classified(error)
        if known is None:
            raise
        raise known from error


def _copy_to_read(path: Path, target: Path, *, whole_files: bool) -> None:
    """A copy to be read for a moment; file by file only where nobody can write, since nobody then holds it open."""
    if whole_files:
        for suffix in ("", "-wal"):
            part = path.with_name(path.name + suffix)
            if part.exists():
                backup.copy_file(part, target.with_name(target.name + suffix))
        return
    source = connect(path, reading=True)
    try:
        backup.copy(source.raw, target)
    finally:
        source.close()


def _make(path: Path) -> None:
    """Make a new database and put it in its place whole, so that a first start cut off leaves no half file."""
    temporary = path.with_name(f".{path.name}.new")
    backup.remove_database(temporary)
    backup.make_private(temporary)
    connection = connect(temporary, reading=False)
    try:
        # Nobody reads it before it is whole, and closing it brings it to the disk: no step needs to wait for that.
        connection.sql("PRAGMA synchronous = NORMAL")
        migrate(connection.raw)
    finally:
        connection.close()
    os.replace(temporary, path)
