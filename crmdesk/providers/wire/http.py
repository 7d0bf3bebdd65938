"""The wire: one HTTP exchange, with sizes and times capped; the only home of httpx."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import time
import zlib
from collections import deque
from collections.abc import Mapping
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, Any

from crmdesk import __version__
from crmdesk.errors import UserInputError
from crmdesk.providers.base_address import Address
from crmdesk.providers.info import Limits
from crmdesk.providers.wire.timeouts import Watch, Watchdog

if TYPE_CHECKING:
    import httpx

CONNECT_SECONDS = 10.0
TOTAL_FACTOR = 4  # a whole request may take that many times the time one may stand still
KEEP_ALIVE_SECONDS = 4.0  # below the five seconds after which common servers close an idle connection
RATIO = 200  # how many times its compressed size an answer may have, beyond its first megabyte
_FREE = 1024 * 1024
_ON_FIRST_CONNECTION = "anyio._backends._asyncio"  # what httpx would load when it connects, on the loop
CUT_OFF = "the answer was cut off"


class Stage(Enum):
    """How far an exchange came before it failed."""

    CONNECT = "connect"  # nothing was sent
    SENT = "sent"  # something was sent, no answer came
    BODY = "body"  # the answer began, and broke off


class WireFailure(Exception):
    """An exchange that gave no whole answer; `tls` for a certificate or encryption that cannot be trusted."""

    def __init__(self, stage: Stage, why: str, *, tls: bool = False) -> None:
        super().__init__(why)
        self.stage, self.why, self.tls = stage, why, tls


class Unsendable(Exception):
    """A request that cannot be written: its address, key or token holds a character that none may have."""


class UnusableBody(Exception):
    """An answer whose body is too large or packed in a way that was not asked for."""


class Wire:
    """Connections to one origin, a client of its own for each: httpx's pool looks at every connection for every
    request, several times, which at thirty of them costs more than the request.

    Made cheaply: httpx and the certificates load with the first exchange, in a thread, since that takes a fifth of a
    second which the loop's window must not stand still for.
    """

    def __init__(self, address: Address, headers: Mapping[str, str], limits: Limits) -> None:
        self._address = address
        self._headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "User-Agent": f"CRM-Desk/{__version__}",
            **headers,
        }
        self._limits = limits
        self._watchdog = Watchdog(limits.timeout, limits.timeout * TOTAL_FACTOR)
        self._trusted: ssl.SSLContext | None = None
        self._clients: list[httpx.AsyncClient] = []
        self._free: deque[tuple[float, httpx.AsyncClient]] = deque()  # since when; the last used is used first
        self._connecting = asyncio.Lock()

    async def exchange(
        self,
        method: str,
        url: str,
        params: Mapping[str, str] | None,
        content: bytes | None,
        headers: Mapping[str, str],
    ) -> tuple[int, dict[str, str], bytes]:
        """Send one request and read its answer: status, headers, body. Raises WireFailure, UnusableBody, Unsendable."""
        client = await self._client()
        try:
            answer = await self._exchange(client, method, url, params, content, headers)
        except BaseException:
            # Cut off while it connects, a client may hold its one connection for ever: it is not used again.
            if client in self._clients:
                self._clients.remove(client)
                await client.aclose()
            raise
        if client in self._clients:
            self._free.append((time.monotonic(), client))
        return answer

    async def _exchange(
        self,
        client: httpx.AsyncClient,
        method: str,
        url: str,
        params: Mapping[str, str] | None,
        content: bytes | None,
        headers: Mapping[str, str],
    ) -> tuple[int, dict[str, str], bytes]:
        import httpx

        try:
            request = client.build_request(method, url, params=params, content=content, headers=dict(headers))
        except (httpx.InvalidURL, UnicodeError) as unwritable:
            raise Unsendable(type(unwritable).__name__) from None
        stage = Stage.CONNECT

        async def notice(event: str, info: Mapping[str, Any]) -> None:
            nonlocal stage
            if stage is Stage.CONNECT and event.endswith(".send_request_headers.started"):
                stage = Stage.SENT

        request.extensions["trace"] = notice
        try:
            async with self._watchdog.watch() as watch:
                response = await client.send(request, stream=True)
                stage = Stage.BODY
                try:
                    body = await _read(response, self._limits.max_bytes, watch)
                finally:
                    await response.aclose()
        except TimeoutError:
            raise WireFailure(stage, "it took too long to answer") from None
        except httpx.TimeoutException:
            raise WireFailure(stage, "it took too long to answer") from None
        except (httpx.InvalidURL, UnicodeError):  # httpx reads where an answer sends on, though it does not follow
            raise WireFailure(stage, "it sends on to what is no address") from None
        except (httpx.TransportError, ssl.SSLError, OSError) as broken:
            raise _explained(stage, broken) from broken
        return response.status_code, {name.lower(): value for name, value in response.headers.items()}, body

    async def close(self) -> None:
        """Close the connections; the next exchange opens them again."""
        clients, self._clients, self._free = self._clients, [], deque()
        self._watchdog.close()
        for client in clients:
            await client.aclose()

    async def _client(self) -> httpx.AsyncClient:
        if self._trusted is None:
            async with self._connecting:
                if self._trusted is None:
                    self._trusted = await asyncio.to_thread(self._prepare)
        while len(self._free) > 1 and time.monotonic() - self._free[0][0] > KEEP_ALIVE_SECONDS:
            unused = self._free.popleft()[1]
            self._clients.remove(unused)
            await unused.aclose()
        if self._free:
            return self._free.pop()[1]
        self._clients.append(client := self._made(self._trusted))
        return client

    def _prepare(self) -> ssl.SSLContext:
        with contextlib.suppress(ImportError):
            import_module(_ON_FIRST_CONNECTION)
        trusted = self._trust()
        self._clients.append(client := self._made(trusted))
        self._free.append((time.monotonic(), client))
        return trusted

    def _made(self, trusted: ssl.SSLContext) -> httpx.AsyncClient:
        import httpx

        try:
            return httpx.AsyncClient(
                headers=self._headers,
                verify=trusted,
                trust_env=not self._address.loopback,  # proxies of the system; none of them leads to this computer
                timeout=httpx.Timeout(None, connect=min(CONNECT_SECONDS, self._limits.timeout)),
                limits=httpx.Limits(
                    max_connections=1, max_keepalive_connections=1, keepalive_expiry=KEEP_ALIVE_SECONDS
                ),
            )
        except UnicodeError as unwritable:
            raise Unsendable(type(unwritable).__name__) from None
        except (ImportError, ValueError) as unusable:
            raise UserInputError(
                f"The proxy that is set on this computer cannot be used: {unusable}",
                next="Set HTTPS_PROXY to an http:// proxy, or unset ALL_PROXY.",
            ) from None

    def _trust(self) -> ssl.SSLContext:
        if self._address.origin.startswith("http:"):
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # never used, and trusting nobody: it need not be loaded
        import truststore  # 7 ms

        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        return context


class _Reading:
    """A body while it arrives: unpacked, counted, and refused where it grows too large."""

    def __init__(self, headers: Mapping[str, str], most: int) -> None:
        self.problem: str | None = None
        self._most = most
        self._chunks: list[bytes] = []
        self._received = self._size = 0
        packing = headers.get("content-encoding", "identity").strip().lower()
        length = headers.get("content-length", "")
        self._inflate = zlib.decompressobj(wbits=31) if packing in ("gzip", "x-gzip") else None
        if self._inflate is None and packing not in ("identity", ""):
            self.problem = f"it is packed as {packing[:20]}, which was not asked for"
        elif length.isascii() and length.isdigit() and int(length[:20]) > most:
            self.problem = f"it is larger than {most // _FREE} MB"

    def add(self, packed: bytes) -> None:
        """Take what came; `problem` is set where it may not be read on."""
        self._received += len(packed)
        if self._received > self._most:
            self.problem = f"it is larger than {self._most // _FREE} MB"
            return
        try:
            chunk = self._inflate.decompress(packed, self._most - self._size + 1) if self._inflate else packed
        except zlib.error:
            self.problem = "its packing is broken"
            return
        if self._inflate is not None and self._inflate.unused_data:
            # Each further piece would be copied behind all that came before it.
            self.problem = "it goes on after the end of its packing"
            return
        self._size += len(chunk)
        if self._size > self._most:
            self.problem = f"it is larger than {self._most // _FREE} MB"
        elif self._size > _FREE and self._size > self._received * RATIO:
            self.problem = f"it unpacks to more than {RATIO} times its size"
        self._chunks.append(chunk)

    def whole(self) -> bytes:
        """The body, unpacked. Raises WireFailure where its packing ends too early."""
        if self._inflate is not None and self._received and not self._inflate.eof:
            raise WireFailure(Stage.BODY, CUT_OFF)
        return b"".join(self._chunks)


async def _read(response: httpx.Response, most: int, watch: Watch) -> bytes:
    import httpx

    reading = _Reading(response.headers, most)
    if reading.problem is None:
        try:
            async for packed in response.aiter_raw():
                watch.progress()
                if reading.problem is None:
                    reading.add(packed)
                if reading.problem is not None:
                    # Closing makes the next read fail, which ends the generators of httpx one within another in order;
                    # left suspended, each would have to be collected in a task of its own.
                    await response.aclose()
        except (httpx.StreamError, httpx.TransportError):
            if reading.problem is None:
                raise
    if reading.problem is not None:
        raise UnusableBody(reading.problem)
    return reading.whole()


def _explained(stage: Stage, broken: BaseException) -> WireFailure:
    import httpx

    cause: BaseException | None = broken
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = cause.verify_message or "it is not trusted"
            return WireFailure(stage, f"its certificate cannot be trusted: {reason}", tls=True)
        if isinstance(cause, ssl.SSLError):
            return WireFailure(stage, f"the encrypted connection failed: {cause.reason or 'no reason given'}", tls=True)
        cause = cause.__cause__ or cause.__context__
    if isinstance(broken, httpx.ConnectError):
        return WireFailure(Stage.CONNECT, "no connection came about")
    if isinstance(broken, httpx.ProxyError):
        return WireFailure(Stage.CONNECT, f"the proxy refused: {broken}")
    if stage is Stage.BODY:
        return WireFailure(stage, CUT_OFF)
    return WireFailure(stage, "the connection broke")
