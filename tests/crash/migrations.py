"""Death at every statement of every migration: the file has the old version or the new one, whole, and goes on.

A database of each older version is made by the steps of its day and filled with a row in every table; a process that
brings it to the newest is killed ahead of each statement, and ahead of each write to the disk.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import shutil
import signal
import sqlite3
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from crmdesk.domain.clock import SystemClock
from crmdesk.errors import DeskError
from crmdesk.store import Store
from crmdesk.store.connection import connect
from crmdesk.store.migrations import STEPS, VERSION, Step, migrate
from tests.crash.disk import OK, Disk
from tests.crash.kills import unsound
from tests.crash.report import CANNOT, Cannot, Report

Hashes = dict[str, tuple[int, str]]


class Deadly(Sequence[str]):
    """Statements of which one kills the process that comes to it."""

    def __init__(self, statements: Sequence[str], at: int) -> None:
        self._statements, self._at = statements, at

    def __len__(self) -> int:
        return len(self._statements)

    def __getitem__(self, place: int) -> str:  # type: ignore[override] # nobody slices them
        return self._statements[place]

    def __iter__(self) -> Iterator[str]:
        for number, statement in enumerate(self._statements):
            if number == self._at:
                os.kill(os.getpid(), signal.SIGKILL)
            yield statement
        if self._at == len(self._statements):
            os.kill(os.getpid(), signal.SIGKILL)


def made(path: Path, version: int) -> None:
    """A database of that version with something in every table."""
    connection = connect(path, reading=False)
    try:
        migrate(connection.raw, steps=STEPS[:version])
        connection.raw.execute("PRAGMA foreign_keys = OFF")
        for table in _tables(connection.raw):
            _fill(connection.raw, table)
        connection.raw.execute("INSERT INTO search_contact (rowid, name) VALUES (7, 'found')")
        connection.raw.execute("UPDATE account SET provider = 'follow_up_boss' WHERE id = 7")
        assert connection.raw.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, table: str) -> None:
    """One row: 7 in every number, so that what refers to a row finds one; JSON or a word in every text."""
    columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    objects = ("values", "base", "settings", "wanted", "limits", "scope")
    row = {
        name: 7 if kind in ("INTEGER", "INT", "") else b"{}" if kind == "BLOB" else f'{{"address": "{name}"}}'
        if name in objects else "contact" if name == "kind" else f"{table} {name}"
        for _, name, kind, *_ in columns
    }  # fmt: skip
    names = ", ".join(f'"{name}"' for name in row)
    connection.execute(
        f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({", ".join("?" * len(row))})', list(row.values())
    )


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'"
    )
    return sorted(name for (name,) in rows)


def contents(path: Path) -> tuple[int, Hashes]:
    """The version, and the rows of every table counted and hashed."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        found: Hashes = {}
        for table in _tables(connection):
            rows = sorted(map(repr, connection.execute(f'SELECT * FROM "{table}"')))
            columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
            found[table] = len(rows), hashlib.sha256(repr((columns, rows)).encode()).hexdigest()
        return version, found


def die(stride: int = 1) -> Report:
    """Kill at every `stride`th statement of each step from each version, and at every such write of a whole start."""
    if not hasattr(os, "fork"):
        raise Cannot("this system has no fork")
    report, also = Report("kills in migrations"), []
    with tempfile.TemporaryDirectory(prefix="migrations-") as home:
        for version in range(1, VERSION):
            origin = Path(home) / f"of-{version}.db"
            made(origin, version)
            known = _ways(origin, version)
            deaths = [(step, at) for step in STEPS[version:] for at in range(len(step.statements) + 1)]
            tried = report.tried
            for step, at in deaths[::stride]:
                path = _copy(origin)
                _at_statement(path, step, at)
                _judge(report, f"from {version}, step {step.to}, statement {at}", path, known)
            for write in count(0, stride):
                path = _copy(origin)
                if not _at_write(path, write):
                    break
                _judge(report, f"from {version}, write {write}", path, known)
            also.append(f"{report.tried - tried} from version {version}")
    report.also = ", ".join(also)
    return report


def _ways(origin: Path, version: int) -> dict[int, Hashes]:
    """What the file holds in its own version and in each one after it."""
    known = {version: contents(origin)[1]}
    for to in range(version + 1, VERSION + 1):
        reached = _copy(origin)
        connection = connect(reached, reading=False)
        migrate(connection.raw, steps=STEPS[:to])
        connection.close()
        known[to] = contents(reached)[1]
    return known


def _copy(origin: Path) -> Path:
    path = Path(tempfile.mkdtemp(dir=origin.parent)) / "crmdesk.db"
    shutil.copy(origin, path)
    return path


def _in_a_fork(deed: Callable[[], object]) -> bool:
    """Whether a process that does this was killed."""
    child = os.fork()
    if child == 0:
        ended = 1
        try:
            deed()
            ended = 0
        except Cannot:
            ended = CANNOT
        except Exception:
            traceback.print_exc()
        finally:
            os._exit(ended)
    _, status = os.waitpid(child, 0)
    ended = os.waitstatus_to_exitcode(status)
    if ended == CANNOT:
        raise Cannot("this Python's SQLite cannot be watched")
    assert ended in (0, -signal.SIGKILL), f"the process ended with {ended}"
    return ended != 0


def _at_statement(path: Path, deadly: Step, at: int) -> None:
    steps = [replace(step, statements=Deadly(step.statements, at)) if step is deadly else step for step in STEPS]
    assert _in_a_fork(lambda: migrate(connect(path, reading=False).raw, steps=steps))


def _at_write(path: Path, at: int) -> bool:
    """Start a store on the file and kill it at that write or sync; False when there are not so many."""
    left = count(at, -1)

    def before(what: str) -> int:
        if next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return OK

    def start() -> None:
        Disk(path, before).install()
        Store.open(path, clock=SystemClock(), backups=path.parent / "backups")

    return _in_a_fork(start)


def _judge(report: Report, where: str, path: Path, known: dict[int, Hashes]) -> None:
    """Note what is wrong with a file left by a death, and with what the next start makes of it."""
    report.tried += 1
    found = unsound(path)
    version, rows = contents(path)
    if version not in known:
        found.append(f"the version is {version}")
    elif rows != known[version]:
        found.append(f"version {version} is not whole: {[one for one in rows if rows[one] != known[version].get(one)]}")
    try:
        asyncio.run(Store.open(path, clock=SystemClock(), backups=path.parent / "backups").close())
        if contents(path) != (VERSION, known[VERSION]):
            found.append("the next start came out otherwise")
    except DeskError as error:
        found.append(f"the next start failed: {error!r}")
    report.faults += [f"{where}: {fault}" for fault in found]
    shutil.rmtree(path.parent)
