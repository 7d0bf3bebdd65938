"""A desk that serves its API on a free port, and clients with keys of every sort, over real HTTP."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import httpx
import pytest

from crmdesk.api.route import Table
from crmdesk.api.server import ApiServer
from crmdesk.api.table import TABLE
from crmdesk.desk import ApiKey, Desk, scopes_of
from crmdesk.system.paths import Profile
from tests.first_start import begun

KEY = "5a" * 32


class Served:
    """An open desk and its API."""

    def __init__(self, desk: Desk, server: ApiServer, url: str) -> None:
        self.desk, self.server, self.url = desk, server, url
        self.port = int(url.rpartition(":")[2])

    async def key(self, *scopes: str, name: str = "", **more: Any) -> str:
        """A new key of those scopes."""
        wanted = ApiKey(name or f"key {len(self.desk.api.all_keys())}", b"", "", scopes_of(scopes or ("all",)), **more)
        return (await self.desk.api.add_key(wanted))[1]

    @contextlib.asynccontextmanager
    async def client(self, *scopes: str, **more: Any) -> AsyncIterator[httpx.AsyncClient]:
        """A client with a new key of those scopes."""
        secret = await self.key(*scopes, **more)
        headers = {"Authorization": f"Bearer {secret}"}
        async with httpx.AsyncClient(base_url=self.url, headers=headers, trust_env=False, timeout=20) as client:
            yield client

    async def raw(self, *lines: str, body: bytes = b"", key: str = "", wait: float = 5.0) -> Raw:
        """What is answered to a request as it is written here, line by line."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        authorization = (f"Authorization: Bearer {key}",) if key else ()
        writer.write("\r\n".join([*lines, *authorization, "", ""]).encode("latin-1") + body)
        await writer.drain()
        try:
            return await asyncio.wait_for(_answer(reader), wait)
        finally:
            writer.close()


class Raw:
    """An answer as it came."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body

    @property
    def document(self) -> Any:
        return json.loads(self.body)


async def _answer(reader: asyncio.StreamReader) -> Raw:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Raw(int(head[0].split()[1]), headers, body)


Serve = Callable[..., Coroutine[Any, Any, Served]]


@pytest.fixture
async def serve(profile: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Serve]:
    """Serves the profile's desk, by another table of routes if one is given; ended with the test."""
    monkeypatch.setenv("ENCRYPTION_KEY", KEY)
    async with contextlib.AsyncExitStack() as open_things:

        async def begin(table: Table = TABLE) -> Served:
            desk = await open_things.enter_async_context(await Desk.open(begun(Profile.at(profile))))
            server = ApiServer(desk, table)
            serving = await server.start(0)
            open_things.push_async_callback(server.stop)
            return Served(desk, server, serving.url)

        yield begin


@pytest.fixture
async def served(serve: Serve) -> Served:
    """An empty desk that serves its API."""
    return await serve()
