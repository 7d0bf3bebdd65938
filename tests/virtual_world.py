"""A desk and one demo CRM in one process and in virtual time: no server, no thread, no waiting.

A law that needs a whole desk draws hundreds of examples here in the time that a handful takes over real HTTP. What
`garble` makes of an answer, the desk reads; what the desk sends goes through `ungarble` first.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from crmdesk.demo.site.site import DemoAccount, Site
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import OutboxEntry
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.domain.reports import Conflict, Problem, Run
from crmdesk.domain.values import Patch
from crmdesk.providers.base_address import Address
from crmdesk.providers.contract import Access, Carrier, Provider
from crmdesk.providers.info import Limits
from crmdesk.providers.registry import connect
from tests.simulation.computer import Computer, own_tasks
from tests.simulation.network import Exchanged, Network
from tests.simulation.twins import Raw, Twin
from tests.simulation.virtual_time import Machine, VirtualClock, VirtualLoop

T = TypeVar("T")
MEMORY = Path("/dev/shm")
Garble = Callable[[bytes], bytes]


class Witness:
    """Counts what was asked; nothing else has to be known."""

    def __init__(self) -> None:
        self.exchanges: list[Exchanged] = []

    def may_ask(self, desk: int, twin: Twin, at: float) -> None:
        """A request leaves."""

    def answered(self, exchanged: Exchanged) -> None:
        """A request has ended."""
        self.exchanges.append(exchanged)

    def changed(self, desk: int, twin: Twin, id_: str, before: Raw | None, after: Raw | None) -> None:
        """A request changed something."""


class _Garbled:
    """A line on which answers arrive otherwise than they were sent."""

    def __init__(self, world: VirtualWorld, line: Carrier) -> None:
        self._world, self._line = world, line

    async def exchange(
        self, method: str, url: str, params: Mapping[str, str] | None, content: bytes | None, headers: Mapping[str, str]
    ) -> tuple[int, dict[str, str], bytes]:
        """One request there and back."""
        sent = None if content is None else self._world.ungarble(content)
        status, answered, body = await self._line.exchange(method, url, params, sent, headers)
        return status, answered, self._world.garble(body)

    async def close(self) -> None:
        """There is nothing to close."""
        await self._line.close()


class _Lines(Network):
    """The network of a world, with its garbling."""

    def __init__(self, world: VirtualWorld, twin: Twin) -> None:
        super().__init__({twin.key: twin}, world.witness, 1)
        self._world = world

    def carrier(self, desk: int, machine: Machine) -> Any:
        """What a desk reaches the twin by."""
        make = super().carrier(desk, machine)

        def garbled(address: Address, headers: Mapping[str, str], limits: Limits) -> Carrier:
            return _Garbled(self._world, make(address, headers, limits))

        return garbled


class VirtualWorld:
    """One desk, one demo CRM; `run` lets something happen."""

    account: Account

    def __init__(
        self, name: str, api: str | None, contacts: int, directory: Path, settings: Mapping[str, str] | None
    ) -> None:
        self.loop = VirtualLoop()
        own_tasks(self.loop)
        self.clock = VirtualClock(self.loop, 1)
        self.witness = Witness()
        self.garble: Garble = bytes
        self.ungarble: Garble = bytes
        self.twin = Twin(name, 0, 1, contacts, self.clock.now)
        self.name, self.api, self.settings = name, api, settings or {}
        self.network = _Lines(self, self.twin)
        self.computer = Computer(0, self.loop, self.network, directory, 1)

    @property
    def site(self) -> Site:
        """The CRM, to look into and to stir."""
        return self.twin.site

    @property
    def there(self) -> DemoAccount:
        """How to connect to the API that is meant."""
        return next(one for one in self.site.accounts() if self.api in (None, one.api))

    @property
    def requests(self) -> int:
        """How many were sent so far."""
        return len(self.witness.exchanges)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Let it happen, to its end."""
        self.loop.turns = 0
        return self.loop.run_until_complete(work)

    def act(self, work: Coroutine[Any, Any, T]) -> T:
        """Let the user do something."""
        done = self.run(self.computer.act(work))
        return done  # type: ignore[return-value] # None only where the machine died, which none does here

    def provider(self) -> Provider:
        """The CRM's provider by itself, without a desk."""
        carry = self.network.carrier(0, self.computer.machine)
        return connect(self.name, self._settings(), self._secrets(), Access(clock=self.clock, carry=carry))

    def _settings(self) -> dict[str, str]:
        return {"base_url": self.there.base_url, **self.there.settings, **self.settings}

    def _secrets(self) -> dict[str, str]:
        secret = self.there.secret
        found: dict[str, str] = json.loads(secret) if secret.startswith("{") else {"key": secret}
        return found

    def connect(self, kinds: Sequence[Kind] = (Kind.CONTACT,)) -> Account:
        """Open the desk and connect it."""
        self.run(self.computer.open())
        way = Direction.TWO_WAY
        self.account = self.act(
            self.computer.desk.add_account(self.name, self.name, self._settings(), self._secrets(), way, kinds)
        )
        return self.account

    def begin(self, kinds: Sequence[Kind] = (Kind.CONTACT,)) -> Run:
        """Open the desk, connect it, and pull for the first time."""
        self.connect(kinds)
        return self.sync()

    def sync(self, **options: bool) -> Run:
        """Sync now; the run of the first kind."""
        return self.act(self.computer.desk.sync([self.account.id], **options))[0]

    def later(self, seconds: float) -> None:
        """Let time pass."""
        self.run(asyncio.sleep(seconds))

    def restart(self) -> None:
        """Close the desk and open it again."""
        self.run(self.computer.restart())

    def item_of(self, remote_id: str) -> Item:
        """The item of a remote record."""
        return self.computer.desk.find_item(f"{self.account.name}:{remote_id}")

    def items(self, **query: Any) -> list[Item]:
        """Items of a list."""
        return self.act(self.computer.desk.items(ItemQuery(**query), None))[0]

    def new(self, kind: Kind, patch: Patch) -> Item:
        """The user makes something, in the CRM too."""
        return self.act(self.computer.desk.new(kind, patch, [self.account.id]))

    def edit(self, item: Item, patch: Patch) -> Item:
        """The user edits."""
        return self.act(self.computer.desk.edit(item.id, patch))

    def queue(self) -> list[OutboxEntry]:
        """The open entries."""
        return self.act(self.computer.desk.outbox())[0]

    def problems(self) -> list[Problem]:
        """The open problems."""
        return self.act(self.computer.desk.problems())[0]

    def conflicts(self) -> list[Conflict]:
        """The open conflicts."""
        return self.act(self.computer.desk.conflicts())[0]

    def close(self) -> None:
        """Close the desk, if it was opened, and the loop."""
        if hasattr(self.computer, "desk"):
            self.run(self.computer.close())
        self.loop.close()


@contextmanager
def virtual_world(
    name: str, api: str | None = None, contacts: int = 6, settings: Mapping[str, str] | None = None
) -> Iterator[VirtualWorld]:
    """A world of its own with that CRM, by its usual API or another; closed and cleared away at the end."""
    directory = Path(tempfile.mkdtemp(prefix="virtual-", dir=MEMORY if MEMORY.is_dir() else None))
    world = VirtualWorld(name, api, contacts, directory, settings)
    try:
        yield world
    finally:
        world.close()
        shutil.rmtree(directory, ignore_errors=True)
