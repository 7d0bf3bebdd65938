"""One computer with a desk on it: it opens and closes, dies and starts again, and may be looked into at any time."""

from __future__ import annotations

import asyncio
import contextvars
import sqlite3
import weakref
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from crmdesk.desk import Desk
from crmdesk.domain.accounts import Account
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.secrets.root_key import KeySource
from crmdesk.secrets.vault import Vault
from crmdesk.store import Store
from crmdesk.system.paths import Profile
from tests.first_start import laid
from tests.simulation.network import Network
from tests.simulation.virtual_time import Inline, Machine, Stuck, VirtualClock, VirtualLoop, beside

T = TypeVar("T")

LONGEST = 6 * 3600.0  # seconds that one thing a user does may take
_OWNER: contextvars.ContextVar[Computer | None] = contextvars.ContextVar("owner", default=None)


class Computer:
    """A desk in a simulation, by its number."""

    def __init__(self, number: int, loop: VirtualLoop, network: Network, directory: Path, seed: int) -> None:
        self.number = number
        self.clock = VirtualClock(loop, seed)
        self.machine = Machine()
        self.accounts: dict[str, Account] = {}  # by the key of the twin
        self.desk: Desk
        self.jumped = False  # its clock was moved since it started
        self._network = network
        self._profile = Profile.at(directory / f"desk-{number}")
        self._tasks: weakref.WeakSet[asyncio.Task[Any]] = weakref.WeakSet()
        self._store: Store
        self._peeking: sqlite3.Connection | None = None
        self._looked_at = 0

    @contextmanager
    def _owning(self) -> Iterator[None]:
        token = _OWNER.set(self)
        try:
            yield
        finally:
            _OWNER.reset(token)

    async def open(self) -> None:
        """Start the desk."""
        self._profile.prepare()
        self._store = Store.open(
            laid(self._profile.database),
            clock=self.clock,
            backups=self._profile.backups,
            worker=partial(Inline, self.machine),
        )
        vault = Vault(self._profile.vault, KeySource("00" * 32), beside=beside)
        carry = self._network.carrier(self.number, self.machine)
        self.desk = Desk(self._profile, self._store, vault, self.clock, carry=carry)
        with self._owning():
            await self.desk._engine.recover()
            self.desk._engine.start()
        self.know_accounts()

    def know_accounts(self) -> None:
        """Take note of the accounts that there are; each bears the key of its twin as its name."""
        self.accounts = {status.account.name: status.account for status in self.desk.accounts()}

    async def close(self) -> None:
        """End the desk in order."""
        self.machine.clear()
        await self.act(self.desk.close())
        self._stop_peeking()

    async def restart(self) -> None:
        """End it and start it again."""
        await self.close()
        self.jumped = False
        await self.open()

    async def come_back(self) -> None:
        """Start again after the machine has died, without any farewell."""
        left = await self.abandon()
        if left:
            raise Stuck(f"tasks outlive their machine: {left}")
        self.machine = Machine()
        self.jumped = False
        await self.open()

    async def abandon(self) -> list[asyncio.Task[Any]]:
        """End everything that runs on it, as the end of its process would; returns what did not end."""
        self.machine.dead = True
        for _ in range(5):
            for task in list(self._tasks):
                task.cancel()
            await asyncio.sleep(0)
        self._stop_peeking()
        if hasattr(self, "_store"):
            for connection in (self._store._writer, self._store._background, *self._store._readers):
                if connection is not None:
                    connection.close()
        return [task for task in self._tasks if not task.done()]

    async def act(self, work: Coroutine[Any, Any, T]) -> T | None:
        """Let the user do something; None where the machine died of it. Raises what the desk raises."""
        with self._owning():
            task = asyncio.get_running_loop().create_task(work)
        await asyncio.wait([task], timeout=LONGEST)
        if not task.done():
            task.cancel()
            raise Stuck("what a user does never ends")
        if task.cancelled() and not self.machine.dead:
            raise Stuck("what a user does was cancelled by nobody")
        return None if task.cancelled() else task.result()

    async def items(self, *, trash: bool = False) -> list[Item]:
        """The items of the list, hidden ones too, or of the trash."""
        found, _ = await self.desk.items(ItemQuery(trash=trash, include_hidden=not trash), None)
        return [item for item in found if (item.trashed_at is not None) is trash]

    def peek(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """Rows of the database, read beside the desk."""
        if self._peeking is None:
            self._peeking = sqlite3.connect(f"file:{self._profile.database}?mode=ro", uri=True)
        return self._peeking.execute(sql, parameters).fetchall()

    def has_written(self) -> bool:
        """Whether its database was written to since this was asked last."""
        version = int(self.peek("PRAGMA data_version")[0][0])
        changed, self._looked_at = version != self._looked_at, version
        return changed

    def knows(self, mark: str) -> bool:
        """Whether its history or its conflicts speak of a mark."""
        like = f"%{mark}%"
        found = self.peek(
            "SELECT old || ' ' || coalesce(new, '') FROM change WHERE old LIKE ? OR new LIKE ?", like, like
        )
        found += self.peek("SELECT theirs || '' FROM conflict WHERE theirs LIKE ?", like)
        return bool(found) or bool(self.peek("SELECT 1 FROM change WHERE new LIKE ?", like))

    def _stop_peeking(self) -> None:
        if self._peeking is not None:
            self._peeking.close()
            self._peeking, self._looked_at = None, 0


def own_tasks(loop: VirtualLoop) -> None:
    """Have every task noted by the computer that it belongs to."""

    def make(loop: asyncio.AbstractEventLoop, work: Any, **more: Any) -> asyncio.Task[Any]:
        task: asyncio.Task[Any] = asyncio.Task(work, loop=loop, **more)
        owner = _OWNER.get()
        if owner is not None:
            owner._tasks.add(task)
        return task

    loop.set_task_factory(make)
