"""A short piece of a desk's work on a watched disk, in a process of its own: edits, creates, pulls and pushes.

    python -m tests.crash.at_work record PROFILE FIRST FILE [lies | careless]
    python -m tests.crash.at_work die PROFILE FIRST STRIDE

`record` writes down all that was done to the database's files. `die` does the work again and again, and is killed at
the first durable point, at the second, and so on, until there is none left; it waits for a line after each death.
"""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from crmdesk.desk import Desk
from crmdesk.domain.clock import SystemClock
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.secrets.root_key import KeySource
from crmdesk.secrets.vault import Vault
from crmdesk.store import Store, Tx
from crmdesk.system.paths import Profile
from tests.crash.disk import Disk
from tests.crash.report import CANNOT, Cannot
from tests.crash.victim import KEY, tell

T = TypeVar("T")
ACTIONS = 6
CHECKPOINT_PAGES = 40  # so few that the log is moved into the file in the midst of the work


class Careless(Store):
    """A store that waits for the disk with no write: the mistake that a power cut has to show."""

    async def write(self, fn: Callable[[Tx], T], *, durable: bool = True) -> T:
        """Write, and do not wait."""
        return await super().write(fn, durable=False)


async def work(directory: Path, first: int, told: Callable[[str], None], kind: type[Store] = Store) -> None:
    """A few actions, each told of once it is confirmed, and three syncs in between."""
    profile = Profile.at(directory)
    store = kind.open(profile.database, clock=SystemClock(), backups=profile.backups)
    assert store._writer is not None
    store._writer.raw.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    async with Desk(profile, store, Vault(profile.vault, KeySource(KEY)), SystemClock()) as desk:
        await desk._engine.recover()
        account = desk.account("Dex")
        for number in range(first, first + ACTIONS):
            items, _ = await desk.items(ItemQuery(), None)
            item = items[number % len(items)]
            await desk.edit(item.id, {"company": f"kept {number}"})
            told(f"edit {item.id} {number}")
            if number % 3 == 0:
                await desk.new(Kind.CONTACT, {"first_name": f"Made{number}", "last_name": "Once"}, [account.id])
                told(f"new {number}")
            if number % 2 == 0:
                await desk.sync([account.id], full=number % 4 == 0)


def record(directory: Path, first: int, target: Path, planted: str) -> None:
    """Work to the end, and leave what was done to the files in `target`."""
    disk = Disk(Profile.at(directory).database, lies=planted == "lies")
    disk.install()
    asyncio.run(work(directory, first, disk.confirmed, Careless if planted == "careless" else Store))
    target.write_bytes(pickle.dumps(disk.operations))


class Death:
    """Kills this process at its nth durable point: as the sync is asked for, or once it is done."""

    def __init__(self, at: int, *, done: bool) -> None:
        self._at, self._done, self._syncs = at, done, 0

    def before(self, what: str) -> int:
        """Count, and die before it is done."""
        if what == "sync":
            self._syncs += 1
            if self._syncs == self._at and not self._done:
                os.kill(os.getpid(), signal.SIGKILL)
        return 0

    def synced(self) -> None:
        """Die after it is done."""
        if self._syncs == self._at and self._done:
            os.kill(os.getpid(), signal.SIGKILL)


def die_everywhere(directory: Path, first: int, stride: int) -> None:
    """Do the work in a fork of this process for each durable point; every `stride`th of them."""
    at = 0
    while True:
        for done in (False, True):
            death = Death(at * stride + 1, done=done)
            child = os.fork()
            if child == 0:
                ended = 1
                try:
                    Disk(Profile.at(directory).database, death.before, death.synced).install()
                    asyncio.run(work(directory, first, tell))
                    ended = 0
                except Cannot as reason:
                    tell(f"cannot {reason}")
                    ended = CANNOT
                finally:
                    os._exit(ended)
            _, status = os.waitpid(child, 0)
            first += 1000
            ended = os.waitstatus_to_exitcode(status)
            if ended != -signal.SIGKILL:
                if ended != CANNOT:
                    tell("whole" if ended == 0 else f"broken {ended}")
                return
            tell("died")
            sys.stdin.readline()
        at += 1


def main() -> int:
    """One of the two; 3 where it cannot be done here, with the reason."""
    logging.disable(logging.CRITICAL)
    what, directory, first = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    try:
        if what == "record":
            record(directory, first, Path(sys.argv[4]), "".join(sys.argv[5:]))
        else:
            die_everywhere(directory, first, int(sys.argv[4]))
    except Cannot as reason:
        tell(f"cannot {reason}")
        return CANNOT
    return 0


if __name__ == "__main__":
    sys.exit(main())
