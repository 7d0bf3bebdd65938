"""Power cuts: of what was written since the last sync of a file, any part may be there and any part may not.

A desk works on a watched disk; then the disk is put together as it may have been at chosen moments, opened anew with
the product's own store, and asked for every edit that had been confirmed by then.
"""

from __future__ import annotations

import asyncio
import contextlib
import pickle
import random
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crmdesk.demo.server import DemoCrms
from crmdesk.domain.clock import SystemClock
from crmdesk.errors import DeskError
from crmdesk.store import Store, backup
from crmdesk.system.paths import Profile
from tests.crash.disk import SUFFIXES, Operation
from tests.crash.kills import CONTACTS, Confirmed, connected, unsound
from tests.crash.report import CANNOT, Cannot, Report
from tests.simulation.teeth.mutants import command

FIRST = 1000
SECTOR = 512
# What differs from the CRM's value waits to be sent, or for a person: the two are one set.
FORGOTTEN = """SELECT id FROM record WHERE base IS NOT NULL AND account_id <> 1 AND remote_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.record_id = record.id AND outbox.state <> 'settled')
    AND NOT EXISTS (SELECT 1 FROM conflict WHERE conflict.record_id = record.id)"""


@dataclass
class Platter:
    """The files of a database as they surely are, and what was done since and may be lost."""

    sure: dict[str, bytes]
    since: dict[str, list[Operation]] = field(default_factory=dict)

    def take(self, operation: Operation) -> None:
        """Go one operation on."""
        if operation.what != "sync":
            self.since.setdefault(operation.file, []).append(operation)
            return
        content: bytes | None = self.sure.pop(operation.file, None)
        for done in self.since.pop(operation.file, []):
            content = after(content, done)
        if content is not None:
            self.sure[operation.file] = content

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files as a power cut at this moment may leave them."""
        found: dict[str, bytes] = {}
        share = chance.choice((0.0, 0.5, 0.9, 1.0))
        for name in SUFFIXES:
            content = self.sure.get(name)
            for done in self.since.get(name, []):
                if chance.random() < share:
                    content = after(content, torn(done, chance))
            if content is not None:
                found[name] = content
        return found


def after(content: bytes | None, done: Operation) -> bytes | None:
    """A file after one operation; None is a file that is not there."""
    held = content or b""
    match done.what:
        case "write":
            return held[: done.at].ljust(done.at, b"\0") + done.data + held[done.at + len(done.data) :]
        case "truncate":
            return held[: done.at].ljust(done.at, b"\0")
        case "delete":
            return None
        case _:
            return held


def torn(done: Operation, chance: random.Random) -> Operation:
    """Now and then only some sectors of a write arrive."""
    if done.what != "write" or len(done.data) <= SECTOR or chance.random() > 0.2:
        return done
    kept = SECTOR * chance.randrange(1, len(done.data) // SECTOR + 1)
    return Operation("write", done.file, done.at, done.data[:kept])


def moments(operations: Sequence[Operation], cuts: int, chance: random.Random) -> list[int]:
    """Where to cut: at the syncs, just before each and just after, and where they are used up anywhere."""
    ends = [number for number, one in enumerate(operations) if one.what in ("sync", "confirmed")]
    near = [place for end in ends for place in (end, end + 1)]
    anywhere = [chance.randrange(len(operations)) for _ in range(max(0, cuts - len(near)))]
    return sorted((chance.sample(near, cuts) if cuts < len(near) else near) + anywhere)


def broken_promises(database: Path, confirmed: Confirmed) -> list[str]:
    """What the product's store, opened on these files, does not have or has damaged."""
    try:
        shown = asyncio.run(_companies(database, list(confirmed.edits)))
        found = [
            f"edit {number} of item {item} is lost: {shown.get(item)}"
            for item, number in confirmed.edits.items()
            if _number(shown.get(item)) < number
        ]
        return found + _unsettled(database, confirmed) + unsound(database)
    except (DeskError, sqlite3.Error) as error:
        return [f"damaged: {error!r}"]


def _unsettled(database: Path, confirmed: Confirmed) -> list[str]:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        found = [f"record {id_} differs and waits nowhere" for (id_,) in connection.execute(FORGOTTEN)]
        names = {name for (name,) in connection.execute("SELECT name FROM item")}
        found += [f"Made{number} is lost" for number in confirmed.made if f"Made{number} Once" not in names]
        return found + backup.faults(connection)


def _number(company: object) -> int:
    """The number of an edit; 0 for what was there before."""
    kept = str(company).partition("kept ")[2]
    return int(kept) if kept.isdecimal() else 0


async def _companies(database: Path, items: Sequence[int]) -> dict[int, object]:
    store = Store.open(database, clock=SystemClock(), backups=database.parent)
    try:
        return {item: store.reader().items.get(item).values.get("company") for item in items}
    finally:
        await store.close()


@contextlib.contextmanager
def recorded(planted: str) -> Iterator[tuple[dict[str, bytes], list[Operation]]]:
    """The files before a desk's work, and all that the work did to them. Raises Cannot."""
    with tempfile.TemporaryDirectory(prefix="cuts-") as home, DemoCrms(CONTACTS) as crms:
        directory, written = Path(home) / "profile", Path(home) / "operations"
        asyncio.run(connected(directory, crms))
        before = {"": Profile.at(directory).database.read_bytes()}
        words = ["record", str(directory), str(FIRST), str(written), planted]
        done = subprocess.run([*command("tests.crash.at_work"), *words], capture_output=True, text=True, check=False)
        if done.returncode == CANNOT:
            raise Cannot(done.stdout.strip().removeprefix("cannot "))
        assert done.returncode == 0, done.stderr
        yield before, pickle.loads(written.read_bytes())


def cut(cuts: int, seed: int, planted: str = "") -> Report:
    """Cut the power so many times; `planted` is "lies" (no sync is done) or "careless" (no write waits for
    one), and then the first loss ends it.
    """
    chance, confirmed, report = random.Random(seed), Confirmed(), Report("power cuts")
    with recorded(planted) as (before, operations), tempfile.TemporaryDirectory(prefix="cut-") as place:
        platter, at = Platter(before), moments(operations, cuts, chance)
        for number in range(len(operations) + 1):
            while at and at[0] == number:
                at.pop(0)
                directory = Path(tempfile.mkdtemp(dir=place))
                for suffix, content in platter.cut(chance).items():
                    (directory / f"crmdesk.db{suffix}").write_bytes(content)
                report.tried += 1
                faults = broken_promises(directory / "crmdesk.db", confirmed)
                report.faults += [f"cut at operation {number} (seed {seed}): {fault}" for fault in faults]
                shutil.rmtree(directory)
                if planted and faults:
                    return report
            if number < len(operations) and operations[number].what == "confirmed":
                confirmed.note(operations[number].data.decode())
            elif number < len(operations):
                platter.take(operations[number])
        syncs = sum(one.what == "sync" for one in operations)
        report.also = f"{len(operations):,} operations, {syncs} syncs, {confirmed.actions} confirmed actions"
    return report
