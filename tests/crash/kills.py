"""A desk at work is killed by SIGKILL at random moments, again and again.

A real process, a real file, a real demo CRM over HTTP. Nothing confirmed may be lost, nothing made twice, and the
database must be sound each time.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from crmdesk.demo.server import DemoCrms
from crmdesk.desk import Desk
from crmdesk.domain.accounts import Pause
from crmdesk.domain.clock import SystemClock
from crmdesk.domain.outbox import EntryState, OutboxEntry
from crmdesk.errors import NotFound
from crmdesk.secrets.root_key import KeySource
from crmdesk.sync.push.attempt import SHOWS_BY_THEN
from crmdesk.system.paths import Profile
from tests.crash.report import Cannot, Report
from tests.crash.victim import KEY

CONTACTS = 40
MOST_ACTIONS = 12  # that a desk tells of before it is killed
LONGEST = 0.1  # seconds
ROUNDS = 8


@dataclass
class Confirmed:
    """What the desk told its user: the last number of each item, and who was made."""

    edits: dict[int, int] = field(default_factory=dict)
    made: set[int] = field(default_factory=set)
    actions: int = 0
    highest: int = 0

    def note(self, line: str) -> None:
        """Take one line of the desk."""
        match line.split():
            case ["edit", item, number]:
                self.edits[int(item)] = self.highest = int(number)
            case ["new", number]:
                self.made.add(int(number))
            case _:
                return
        self.actions += 1


def unsound(database: Path) -> list[str]:
    """What is wrong with a database file that nobody has open; the search index included."""
    connection = sqlite3.connect(database)
    try:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5(%'").fetchall():
            try:
                connection.execute(f"INSERT INTO {name}({name}, rank) VALUES('integrity-check', 1)")
            except sqlite3.DatabaseError as broken:
                found.append(f"{name}: {broken}")
        connection.rollback()
    finally:
        connection.close()
    return found


class Victims:
    """Desks at work on one profile, one after the other; each ends by being killed."""

    def __init__(self, directory: Path) -> None:
        command = [sys.executable, "-m", "tests.crash.victim", str(directory)]
        self._mother = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
        )

    def __enter__(self) -> Victims:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            os.killpg(self._mother.pid, signal.SIGKILL)  # one may still be at work
        self._mother.communicate()

    def kill_one(self, confirmed: Confirmed, actions: int, after: float) -> None:
        """Start a desk, let it tell of so many actions, kill it so many seconds later, and note all that it had told.

        Counted in actions, since a busy machine may take seconds for the first.
        """
        assert self._mother.stdin is not None
        self._mother.stdin.write(f"{confirmed.highest + 1000}\n")
        self._mother.stdin.flush()
        who, number = self._line().split()
        assert who == "pid", who
        for _ in range(actions + 1):
            confirmed.note(self._line())
        time.sleep(after)
        os.kill(int(number), signal.SIGKILL)
        while (line := self._line()) != "over\n":
            confirmed.note(line)

    def _line(self) -> str:
        assert self._mother.stdout is not None
        line = self._mother.stdout.readline()
        assert line, "what makes the desks has ended"
        return line


async def connected(directory: Path, crms: DemoCrms) -> None:
    """A profile with the demo Dex, pulled for the first time."""
    there = crms.account("dex", "v1")
    async with await Desk.open(Profile.at(directory), keys=KeySource(KEY)) as desk:
        account = await desk.add_account("dex", "Dex", {"base_url": there.base_url}, {"key": there.secret})
        await desk.sync([account.id])


class Later(SystemClock):
    """The real time, and so much later that a create which shows nowhere is known not to have arrived."""

    def now(self) -> datetime:
        """A wall clock that is ahead."""
        return super().now() + 2 * SHOWS_BY_THEN


async def lost_or_doubled(directory: Path, crms: DemoCrms, confirmed: Confirmed) -> list[str]:
    """After quiet syncs and a person's decisions: what was confirmed and is not in the CRM, or is there twice."""
    for clock in (SystemClock(), Later()):
        async with await Desk.open(Profile.at(directory), clock=clock, keys=KeySource(KEY)) as desk:
            await _come_to_rest(desk)
            faults = _lost(desk, confirmed)
            faults += [f"{one.action} {one.id} waits: {one.error}" for one in (await desk.outbox())[0]]
    names = [str(record["first_name"]) for record in crms.dex.book.snapshot().values()]
    times = {number: names.count(f"Made{number}") for number in confirmed.made}
    return faults + [f"Made{number} is there {many} times" for number, many in times.items() if many != 1]


async def _come_to_rest(desk: Desk) -> None:
    """Sync, and decide what is asked, until nothing waits."""
    account = desk.account("Dex")
    for _ in range(ROUNDS):
        if desk.account("Dex").pause is Pause.NO:
            await desk.sync([account.id], full=True)
        # A change that arrives after its sender's death, and after the next desk looked, is one made there.
        if conflicts := [conflict.id for conflict in (await desk.conflicts())[0]]:
            await desk.resolve(conflicts, "mine")
        for entry in (await desk.outbox())[0]:
            if entry.state is EntryState.PARKED:
                await _decide(desk, entry)
        if not (await desk.outbox())[0]:
            break


async def _decide(desk: Desk, entry: OutboxEntry) -> None:
    """Look at who is offered, as a person does: nobody else has the first name of one who was made here."""
    if not entry.candidates:
        await desk.retry_entry(entry.id)
        return
    wanted = entry.wanted.get("first_name")
    offered = [id_ for id_, values in await desk.candidates(entry.id) if values.get("first_name") == wanted]
    await desk.choose(entry.id, offered[0] if offered else None)


def _lost(desk: Desk, confirmed: Confirmed) -> list[str]:
    """The confirmed edits that no item shows; of two that became one, either's may have been decided for."""
    last: dict[int, list[int]] = {}
    faults: list[str] = []
    for item_id, number in confirmed.edits.items():
        try:
            last.setdefault(desk.find_item(str(item_id)).id, []).append(number)
        except NotFound:
            faults.append(f"item {item_id} is lost, with edit {number}")
    for item_id, numbers in last.items():
        shown = str(desk.item(item_id).values.get("company"))
        kept = shown.removeprefix("kept ")
        if not kept.isdigit() or int(kept) < min(numbers):
            faults.append(f"edit {min(numbers)} of item {item_id} is lost: {shown}")
    return faults


def kill(kills: int, seed: int) -> Report:
    """Kill so many times at random moments. Raises Cannot."""
    if not hasattr(os, "fork"):
        raise Cannot("this system has no fork")
    chance, confirmed, report = random.Random(seed), Confirmed(), Report("kills at random moments", kills)
    with tempfile.TemporaryDirectory(prefix="kills-") as home, DemoCrms(CONTACTS) as crms:
        directory = Path(home) / "profile"
        asyncio.run(connected(directory, crms))
        with Victims(directory) as victims:
            for number in range(kills):
                victims.kill_one(confirmed, chance.randrange(MOST_ACTIONS), chance.random() * LONGEST)
                wrong = unsound(Profile.at(directory).database)
                report.faults += [f"after kill {number + 1} (seed {seed}): {fault}" for fault in wrong]
        report.faults += asyncio.run(lost_or_doubled(directory, crms, confirmed))
    report.also = f"{confirmed.actions:,} confirmed actions, {len(confirmed.made)} of them creates"
    return report
