"""A real desk in a thread of its own, its local API on a real port, and demo CRMs beside it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx
import msgspec

from crmdesk.api.server import ApiServer
from crmdesk.cli.mock_crm import MockCrms
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.sites import SITES
from crmdesk.desk import RATE, ApiKey, Desk, scopes_of
from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from tests.first_start import begun
from tests.patience import PATIENCE

T = TypeVar("T")
CONTACTS = 40


class Served:
    """A desk that serves its API; `on` does something with the desk, `client` asks with a key of its own."""

    def __init__(self, directory: Path, sites: Iterable[str]) -> None:
        self.profile = Profile.at(directory)
        self.crms = DemoCrms(CONTACTS, crms={key: SITES[key] for key in sites})
        self._ready: Future[str] = Future()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="served-desk")
        self._clients: list[httpx.Client] = []
        self._keys = 0

    def __enter__(self) -> Self:
        self.crms.start()
        self._thread.start()
        self.url = self._ready.result(PATIENCE)
        self._wake()
        return self

    def _wake(self) -> None:
        """Open every connection to the database now, so that no single test opens one that outlives it."""
        self.total()
        self.on(lambda desk: desk.check_database())
        self.on(_looked_at)
        everything = self.client("all")
        everything.get("/api/v1/crm/contacts")
        everything.post("/api/v1/crm/contacts", json={})

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for client in self._clients:
            client.close()
        self._loop.call_soon_threadsafe(self._ending.set)
        self._thread.join()
        self.crms.stop()

    async def _run(self) -> None:
        self._loop, self._ending = asyncio.get_running_loop(), asyncio.Event()
        self._loop.set_default_executor(helpers := ThreadPoolExecutor(2))
        both = threading.Barrier(2)
        await asyncio.gather(*(self._loop.run_in_executor(helpers, both.wait) for _ in range(2)))
        keys, mocks = KeySource.throw_away(), MockCrms(self.profile)
        async with await Desk.open(begun(self.profile), keys=keys, mocks=mocks) as self.desk:
            server = ApiServer(self.desk)
            self._ready.set_result((await server.start(0)).url)
            await self._ending.wait()
            await server.stop()

    def on(self, work: Callable[[Desk], Awaitable[T]]) -> T:
        """What `work` comes to on the desk's own loop."""

        async def carried_out() -> T:
            return await work(self.desk)

        return asyncio.run_coroutine_threadsafe(carried_out(), self._loop).result(PATIENCE)

    def connect(self, site: str, api: str | None = None, kinds: tuple[Kind, ...] = (Kind.CONTACT,)) -> Account:
        """Connect a demo CRM."""
        there = self.crms.account(site, api)
        settings = {"base_url": there.base_url, **there.settings}
        return self.on(lambda desk: desk.add_account(site, site, settings, _secrets(there.secret), None, kinds))

    def key(self, *scopes: str, **more: Any) -> str:
        """A new key with those scopes or presets; gives its secret."""
        self._keys += 1
        wanted = ApiKey(f"key {self._keys}", b"", "", scopes_of(scopes), **{"rate": 10 * RATE, **more})
        _, secret = self.on(lambda desk: desk.api.add_key(wanted))
        return secret

    def client(self, *scopes: str, **more: Any) -> httpx.Client:
        """Somebody with a new key."""
        secret = self.key(*scopes, **more)
        client = httpx.Client(base_url=self.url, headers={"authorization": f"Bearer {secret}"}, timeout=PATIENCE)
        self._clients.append(client)
        return client

    def total(self, kind: Kind = Kind.CONTACT, text: str = "") -> int:
        """How many items the desk has, archived ones too, or that a query finds."""
        return self.on(lambda desk: desk.page(ItemQuery(kind, text, include_hidden=True), 0))[1]


def _secrets(text: str) -> dict[str, str]:
    return msgspec.json.decode(text, type=dict[str, str]) if text.startswith("{") else {"key": text}


async def _looked_at(desk: Desk) -> None:
    desk.counts()
