"""The network of a simulation: it carries each request to a twin in the same process, and watches all of it.

It stands where httpx does, below the providers' own transport. Its delays come from the run's seed, its failures from
the twins' weather. What it sees is told to a witness: which desk asked for what, and what changed there by it.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol
from urllib.parse import unquote, urlencode, urlsplit

from crmdesk.demo.site.app import CONNECTION
from crmdesk.providers.base_address import Address
from crmdesk.providers.contract import Carrier
from crmdesk.providers.info import Limits
from crmdesk.providers.wire.http import CUT_OFF, Stage, WireFailure
from tests.simulation.twins import PORT, Raw, Twin
from tests.simulation.virtual_time import Machine

_ACTOR: ContextVar[int | None] = ContextVar("actor", default=None)  # the desk whose request is carried out
PATIENCE = 4  # times the limit of one request, as the real wire has it


@dataclass(frozen=True)
class Exchanged:
    """One request as the network saw it; `status` 0 where no whole answer came back."""

    desk: int
    twin: Twin
    method: str
    path: str
    asked_at: float
    ended_at: float
    status: int
    body: bytes
    retry_after: float | None


class Witness(Protocol):
    """Who is told what happens."""

    def may_ask(self, desk: int, twin: Twin, at: float) -> None:
        """A request is about to leave a desk."""

    def answered(self, exchanged: Exchanged) -> None:
        """A request has ended for the desk."""

    def changed(self, desk: int, twin: Twin, id_: str, before: Raw | None, after: Raw | None) -> None:
        """A desk's request made, changed or deleted a record."""


class _Connection:
    """What the weather cuts off."""

    def __init__(self) -> None:
        self.closed = asyncio.Event()

    def close(self) -> None:
        self.closed.set()

    abort = close

    def is_closing(self) -> bool:
        return self.closed.is_set()

    def get_extra_info(self, name: str) -> Any:
        return self

    def setsockopt(self, *option: Any) -> None:
        return


class _Reply:
    """One request to an ASGI application, and its answer as far as it came."""

    def __init__(self, content: bytes | None) -> None:
        self.connection = _Connection()
        self.status = 0
        self.headers: dict[str, str] = {}
        self.parts: list[bytes] = []
        self.whole = False
        self._content: bytes | None = content or b""

    async def receive(self) -> dict[str, Any]:
        if self._content is not None:
            body, self._content = self._content, None
            return {"type": "http.request", "body": body, "more_body": False}
        await self.connection.closed.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {name.decode().lower(): value.decode() for name, value in message["headers"]}
        else:
            self.parts.append(message.get("body", b""))
            self.whole = self.whole or not message.get("more_body", False)


class Network:
    """Between desks and twins; `unplugged` are the keys of twins that cannot be reached at all."""

    def __init__(self, twins: Mapping[str, Twin], witness: Witness, seed: int) -> None:
        self._by_port = {int(urlsplit(twin.site.origin).port or 0) - PORT: twin for twin in twins.values()}
        self._witness = witness
        self._chance = random.Random(seed)
        self.unplugged: set[str] = set()
        self.requests = 0
        for twin in twins.values():
            twin.site.book.watch = partial(self._changed, twin)

    def carrier(self, desk: int, machine: Machine) -> _Make:
        """What a desk on that machine reaches the twins by."""
        return _Make(self, desk, machine)

    def delay(self) -> float:
        """Seconds on the way, one way."""
        return 0.005 + self._chance.random() ** 4 * 0.4

    def twin_at(self, address: Address) -> Twin:
        """Who listens there."""
        return self._by_port[int(urlsplit(address.origin).port or 0) - PORT]

    def _changed(self, twin: Twin, id_: str, before: Raw | None, after: Raw | None) -> None:
        desk = _ACTOR.get()
        if desk is not None:
            self._witness.changed(desk, twin, id_, before, after)

    @property
    def witness(self) -> Witness:
        """Who is told."""
        return self._witness


class _Make:
    def __init__(self, network: Network, desk: int, machine: Machine) -> None:
        self._network, self._desk, self._machine = network, desk, machine

    def __call__(self, address: Address, headers: Mapping[str, str], limits: Limits) -> Carrier:
        return _Line(self._network, self._desk, self._machine, self._network.twin_at(address), headers, limits)


class _Line:
    """Carries one account's requests."""

    def __init__(
        self, network: Network, desk: int, machine: Machine, twin: Twin, headers: Mapping[str, str], limits: Limits
    ) -> None:
        self._network, self._desk, self._machine, self._twin = network, desk, machine, twin
        self._headers, self._limits = headers, limits

    async def exchange(
        self, method: str, url: str, params: Mapping[str, str] | None, content: bytes | None, headers: Mapping[str, str]
    ) -> tuple[int, dict[str, str], bytes]:
        """One request there and back."""
        machine, witness, loop = self._machine, self._network.witness, asyncio.get_running_loop()
        dies = not machine.dead and machine.reaches("request")
        if machine.dead or (dies and not machine.dies_after):
            machine.dead = True
            raise asyncio.CancelledError
        self._network.requests += 1
        began = loop.time()
        witness.may_ask(self._desk, self._twin, began)
        if self._twin.key in self._network.unplugged:
            await asyncio.sleep(self._network.delay())
            raise WireFailure(Stage.CONNECT, "no connection came about")
        reply = _Reply(content)
        scope = self._scope(method, url, params, content, headers, reply)
        status, body = 0, b""
        try:
            async with asyncio.timeout(self._limits.timeout * PATIENCE):
                await self._carry(scope, reply)
            if reply.whole:
                status, body = reply.status, b"".join(reply.parts)
        except TimeoutError:
            raise WireFailure(Stage.SENT, "it took too long to answer") from None
        finally:
            if dies and not machine.spared:
                machine.dead = True
            witness.answered(
                Exchanged(
                    self._desk, self._twin, method, scope["path"], began, loop.time(), status, body, _pause(reply)
                )
            )
        if machine.dead:
            raise asyncio.CancelledError
        if not reply.whole:
            raise WireFailure(*((Stage.BODY, CUT_OFF) if reply.status else (Stage.SENT, "the connection broke")))
        return status, reply.headers, body

    async def close(self) -> None:
        """There is nothing to close."""

    async def _carry(self, scope: dict[str, Any], reply: _Reply) -> None:
        await asyncio.sleep(self._network.delay())
        token = _ACTOR.set(self._desk)
        try:
            await self._twin.app(scope, reply.receive, reply.send)
        finally:
            _ACTOR.reset(token)
        await asyncio.sleep(self._network.delay())

    def _scope(
        self,
        method: str,
        url: str,
        params: Mapping[str, str] | None,
        content: bytes | None,
        headers: Mapping[str, str],
        reply: _Reply,
    ) -> dict[str, Any]:
        parts = urlsplit(url)
        query = "&".join(filter(None, (parts.query, urlencode(params or {}))))
        sent = {"accept": "application/json", "host": parts.netloc, **self._headers, **headers}
        if content is not None:
            sent["content-length"] = str(len(content))
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": parts.scheme,
            "path": unquote(parts.path),
            "raw_path": parts.path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(name.lower().encode(), value.encode()) for name, value in sent.items()],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", parts.port),
            "extensions": {CONNECTION: reply.connection},
        }


def _pause(reply: _Reply) -> float | None:
    """The seconds that a twin asked to wait, where it did."""
    told = reply.headers.get("retry-after", "")
    return float(told) if reply.whole and reply.status == 429 and told.isdigit() else None
