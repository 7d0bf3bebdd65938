"""The disk refuses at every single write: no room, an error, writing forbidden, or another program holds the database.

    python -m tests.crash.faults HOME STRIDE

does a few things of every kind on a watched disk of which the nth write or sync fails, once or from then on, for every
n. What was confirmed must be there, what was refused must be named and not half there, and the store must go on.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from crmdesk.demo.server import DemoCrms
from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery, NewRecord
from crmdesk.errors import DatabaseLocked, DatabaseReadOnly, DeskError, DiskFull, StoreError
from crmdesk.secrets.root_key import KeySource
from crmdesk.store import Tx, backup
from crmdesk.system.paths import Profile
from tests.crash import mounts
from tests.crash.disk import OK, Disk
from tests.crash.kills import CONTACTS, connected, unsound
from tests.crash.report import CANNOT, Cannot, Report
from tests.crash.victim import KEY

# What SQLite is told, and what the user must be told.
REFUSALS: dict[str, tuple[int, type[StoreError]]] = {
    "no room": (sqlite3.SQLITE_FULL, DiskFull),
    "an error": (sqlite3.SQLITE_IOERR_WRITE, StoreError),
    "writing forbidden": (sqlite3.SQLITE_READONLY, DatabaseReadOnly),
}
HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for line in sys.stdin:
    connection.execute("BEGIN IMMEDIATE" if line == "hold\\n" else "ROLLBACK")
    print("done", flush=True)
"""
ACTIONS = 9
ROOM = 16_000_000  # bytes of a disk of its own
NOBODY = 65534
FORBIDDEN = "a file that cannot be written"


@dataclass
class Sick:
    """A disk that fails at one write, or from it on."""

    code: int = OK
    at: int = 0
    lasting: bool = False
    seen: int = 0

    def before(self, what: str) -> int:
        """The code for the next write, truncation or sync."""
        self.seen += 1
        return self.code if self.seen == self.at or (self.lasting and self.seen > self.at) else OK


@dataclass
class Told:
    """What became of the actions: what is confirmed, and which errors were named."""

    company: dict[int, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    errors: list[BaseException] = field(default_factory=list)


async def act(desk: Desk, told: Told, before: Callable[[int], None] = lambda number: None) -> None:
    """Edits, a create, a pulled page and a deletion with its return; `before` is called ahead of each."""
    items = (await desk.items(ItemQuery(), None))[0]
    store, account = desk._store, desk.account("Dex")

    def page(tx: Tx) -> None:
        tx.records.insert([NewRecord(account.id, Kind.CONTACT, f"p{n}", {"name": f"Page {n}"}) for n in range(20)])

    async def edit(number: int) -> None:
        await desk.edit(items[number].id, {"company": f"kept {number}"})
        told.company[items[number].id] = f"kept {number}"

    async def new() -> None:
        await desk.new(Kind.CONTACT, {"first_name": "Made", "last_name": "Once"}, [account.id])
        told.names.add("Made Once")

    async def pulled() -> None:
        await store.write(page, durable=False)
        told.names.update(f"Page {n}" for n in range(20))

    deeds: list[Callable[[], Awaitable[object]]] = [
        lambda: edit(0), lambda: edit(1), new, pulled, lambda: edit(2), lambda: desk.delete([items[3].id]),
        lambda: desk.restore([items[3].id]), lambda: edit(0), lambda: edit(4),
    ]  # fmt: skip
    for number, deed in enumerate(deeds):
        before(number)
        try:
            await deed()
        except Exception as error:
            told.errors.append(error)


async def _begin(origin: Path, home: Path) -> tuple[Path, Desk]:
    directory = home / "profile"
    shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(origin, directory)
    desk = await Desk.open(Profile.at(directory), keys=KeySource(KEY))
    assert desk._store._writer is not None
    desk._store._writer.raw.execute("PRAGMA wal_autocheckpoint = 10")
    desk._store._writer.raw.execute("PRAGMA busy_timeout = 20")
    return directory, desk


async def _end(directory: Path, desk: Desk, told: Told, expected: type[StoreError]) -> list[str]:
    """What is wrong after the disk has got well: it goes on, has what was confirmed, and is sound."""
    found = [f"{error!r} was told" for error in told.errors if type(error) is not expected]
    try:
        item = (await desk.items(ItemQuery(), None))[0][7]
        await desk.edit(item.id, {"company": "went on"})
        told.company[item.id] = "went on"
    except DeskError as error:
        found.append(f"it does not go on: {error!r}")
    await desk.close()
    async with await Desk.open(Profile.at(directory), keys=KeySource(KEY)) as again:
        shown = {item: again.item(item).values.get("company") for item in told.company}
        found += [
            f"{company!r} is lost: {shown[item]}" for item, company in told.company.items() if shown[item] != company
        ]
    with contextlib.closing(sqlite3.connect(Profile.at(directory).database)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM item")}
        found += [f"{name} is lost" for name in told.names - names] + backup.faults(connection)
    return found + unsound(Profile.at(directory).database)


async def sick_disks(origin: Path, home: Path, stride: int) -> list[Report]:
    """A failure of each kind at every `stride`th write, once and lasting."""
    sick = Sick()
    disk = Disk(Profile.at(home / "profile").database, sick.before)
    disk.install()
    reports: list[Report] = []
    for name, (code, expected) in REFUSALS.items():
        report, refused = Report(name), 0
        for lasting in (False, True):
            for at in count(1, stride):
                directory, desk = await _begin(origin, home)
                told = Told()
                sick.code, sick.at, sick.lasting, sick.seen = code, at, lasting, 0
                await act(desk, told)
                reached, sick.code = sick.seen >= at, OK
                wrong = await _end(directory, desk, told, expected)
                report.faults += [f"{'from' if lasting else 'at'} write {at}: {fault}" for fault in wrong]
                refused += len(told.errors)
                disk.operations.clear()
                if not reached:
                    break
                report.tried += 1
        report.also = f"{refused} actions refused"
        reports.append(report)
    return reports


async def full_file(origin: Path, home: Path) -> Report:
    """SQLite's own limit of pages, at the size that the file has and a little above."""
    report, refused = Report("no page left"), 0
    for spare in range(0, 12, 3):
        directory, desk = await _begin(origin, home)
        assert desk._store._writer is not None
        raw, told = desk._store._writer.raw, Told()
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {pages + spare}")
        await act(desk, told)
        raw.execute("PRAGMA max_page_count = 1000000")
        wrong = await _end(directory, desk, told, DiskFull)
        report.faults += [f"with {spare} pages: {fault}" for fault in wrong]
        report.tried += 1
        refused += len(told.errors)
    report.also = f"{refused} actions refused"
    return report


class Holder:
    """Another process that can hold the database against writing."""

    def __init__(self, database: Path) -> None:
        command = [sys.executable, "-c", HOLDER, str(database)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def tell(self, word: str) -> None:
        """Say "hold", or anything else, which lets go; comes back once it is done."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(word + "\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "done\n"

    def end(self) -> None:
        """Let it go."""
        self._process.communicate()


async def held(origin: Path, home: Path) -> Report:
    """Another process holds the database ahead of each action in turn."""
    report, refused = Report("locked by another"), 0
    for held_at in range(ACTIONS):
        directory, desk = await _begin(origin, home)
        told, holder = Told(), Holder(Profile.at(directory).database)

        def before(number: int, held_at: int = held_at, holder: Holder = holder) -> None:
            if number in (held_at, held_at + 1):
                holder.tell("hold" if number == held_at else "let go")

        await act(desk, told, before)
        if held_at == ACTIONS - 1:
            holder.tell("let go")
        holder.end()
        wrong = await _end(directory, desk, told, DatabaseLocked)
        report.faults += [f"at action {held_at}: {fault}" for fault in wrong]
        report.faults += [] if told.errors else [f"at action {held_at}: nothing was refused"]
        report.tried += 1
        refused += len(told.errors)
    report.also = f"{refused} actions refused"
    return report


@contextlib.contextmanager
def somebody(home: Path) -> Iterator[None]:
    """Whoever runs this, but not root, to whom permissions mean nothing: the files are given to nobody's account."""
    if not hasattr(os, "setresuid") or os.geteuid() != 0:
        yield
        return
    for path in (home, *home.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


async def forbidden(origin: Path, home: Path) -> Report:
    """The file does not allow writing: refused by name, still readable, and in use again once it does."""
    report = Report(FORBIDDEN)
    directory, desk = await _begin(origin, home)
    await desk.close()
    async with await Desk.open(Profile.at(directory), keys=KeySource(KEY), reading=True):
        pass  # what that imports may not be readable to somebody
    with somebody(home):
        database = Profile.at(directory).database
        database.chmod(0o400)
        if os.access(database, os.W_OK):
            raise Cannot("whoever runs this may write everywhere")
        report.tried += 1
        report.faults += await _shut_out(directory)
        database.chmod(0o600)
        desk = await Desk.open(Profile.at(directory), keys=KeySource(KEY))
        report.faults += await _end(directory, desk, Told(), DatabaseReadOnly)
    return report


async def full_disk(origin: Path, home: Path) -> Report:
    """A disk of its own that is full, or nearly so, and has room again afterwards."""
    report, refused = Report("a disk that is really full"), 0
    with mounts.mounted(home / "small", ROOM):
        for left in (0, 8_000, 40_000, 120_000, 400_000):
            directory, desk = await _begin(origin, home / "small")
            told = Told()
            with mounts.ballast(home / "small", left):
                await act(desk, told)
            wrong = await _end(directory, desk, told, DiskFull)
            report.faults += [f"with {left:,} bytes: {fault}" for fault in wrong]
            report.tried += 1
            refused += len(told.errors)
    report.also = f"{refused} actions refused"
    return report


async def read_only_disk(origin: Path, home: Path) -> Report:
    """A disk of its own that is mounted for reading: refused by name, still readable, and in use again afterwards."""
    report = Report("a disk mounted for reading alone")
    with mounts.mounted(home / "locked", ROOM) as allow_writing:
        directory, desk = await _begin(origin, home / "locked")
        await desk.close()
        allow_writing(False)
        report.tried += 1
        report.faults += await _shut_out(directory)
        allow_writing(True)
        desk = await Desk.open(Profile.at(directory), keys=KeySource(KEY))
        report.faults += await _end(directory, desk, Told(), DatabaseReadOnly)
    return report


async def _shut_out(directory: Path) -> list[str]:
    found = []
    try:
        await (await Desk.open(Profile.at(directory), keys=KeySource(KEY))).close()
        found.append("it was opened for writing")
    except DatabaseReadOnly:
        pass
    except DeskError as error:
        found.append(f"{error!r} was told")
    async with await Desk.open(Profile.at(directory), keys=KeySource(KEY), reading=True) as reading:
        if len((await reading.items(ItemQuery(), None))[0]) < CONTACTS // 2:
            found.append("it cannot be read")
    return found


async def _everything(origin: Path, home: Path, stride: int) -> None:
    _tell(await full_file(origin, home))
    _tell(await held(origin, home))
    for name, trying in ((FORBIDDEN, forbidden), ("a full disk", full_disk), ("a disk for reading", read_only_disk)):
        try:
            _tell(await trying(origin, home))
        except Cannot as reason:
            print(json.dumps({"name": name, "cannot": str(reason)}), flush=True)
    for report in await sick_disks(origin, home, stride):
        _tell(report)


def _tell(report: Report) -> None:
    told = {"name": report.name, "tried": report.tried, "also": report.also, "faults": report.faults}
    print(json.dumps(told), flush=True)


def refuse(stride: int = 1) -> list[Report | str]:
    """All of it, on a profile that was pulled once; a text says what could not be run and why."""
    with tempfile.TemporaryDirectory(prefix="faults-") as place, DemoCrms(CONTACTS) as crms:
        home = Path(place)
        asyncio.run(connected(home / "origin", crms))
        command = [sys.executable, "-m", "tests.crash.faults", place, str(stride)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == CANNOT:
            raise Cannot(done.stdout.splitlines()[-1])
        assert done.returncode == 0, done.stderr
        found = [json.loads(line) for line in done.stdout.splitlines()]
        return [f"{one['name']} ({one['cannot']})" if "cannot" in one else Report(**one) for one in found]


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    try:
        asyncio.run(_everything(Path(sys.argv[1]) / "origin", Path(sys.argv[1]), int(sys.argv[2])))
    except Cannot as reason:
        print(reason)
        sys.exit(CANNOT)
