"""HTTP as it comes over the wire, bounded: uvicorn's own parsers bound no headers, and let half-open peers stay.

Measured with uvicorn 0.54: 100 kB of headers pass, an absolute target of another authority is served by its path, and
a connection that says nothing is kept without end.
"""

from __future__ import annotations

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from crmdesk.api.answers import problem, reason, to_bytes
from crmdesk.errors import ApiRefusal, BadRequestLine

TARGET = "crmdesk.target"  # in the scope's extensions: the target as it was sent
MOST_HEADERS = 16 * 1024  # bytes of a request's line and headers
MOST_CONNECTIONS = 64
HEAD_SECONDS = 10.0  # for a request's line and headers to come


class Together:
    """A transport that sends in one what is written in one turn of the loop: an answer's head with its body.

    Each sending is a call of the system that wakes whoever reads; it costs as much as a query of ten rows.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport, self._loop = transport, loop
        self._parts: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def is_closing(self) -> bool:
        """Whether it is closed or about to be."""
        return self._transport.is_closing()

    def write(self, data: bytes) -> None:
        """Send it with what else is written in this turn."""
        if not self._parts:
            self._loop.call_soon(self._send)
        self._parts.append(data)

    def close(self) -> None:
        """Send what was written, and close."""
        self._send()
        self._transport.close()

    def _send(self) -> None:
        parts, self._parts = self._parts, []
        if parts and not self._transport.is_closing():
            self._transport.write(b"".join(parts))


class Protocol(HttpToolsProtocol):
    """One connection."""

    _head = 0  # bytes of the request that is coming, None while its body comes
    _in_head = True
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        together = Together(cast(asyncio.Transport, transport), self.loop)
        super().connection_made(cast(asyncio.Transport, together))
        if len(self.connections) > MOST_CONNECTIONS:
            self._refuse(503, ApiRefusal(f"There are {MOST_CONNECTIONS} connections already.", next="Try again soon."))
            return
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        if self._in_head:
            self._head += len(data)
            if self._timer is None:
                self._wait_for_head()
        super().data_received(data)
        if self._in_head and self._head > MOST_HEADERS and not self.transport.is_closing():
            self._too_long()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._in_head = True

    def on_headers_complete(self) -> None:
        self._stop_waiting()
        self._in_head, self._head = False, 0
        if len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers) > MOST_HEADERS:
            self._too_long()
            return
        cast(dict[str, Any], self.scope)["extensions"] = {TARGET: self.url}
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        if not self.transport.is_closing() and self.cycle is not None:
            super().on_body(body)

    def on_message_complete(self) -> None:
        self._in_head = True
        if not self.transport.is_closing() and self.cycle is not None:
            super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """What could not be parsed is refused in JSON like everything else."""
        if not self.transport.is_closing():
            self._refuse(400, BadRequestLine("It is not written as HTTP asks."))

    def _too_long(self) -> None:
        self._refuse(431, BadRequestLine(f"Its headers are longer than {MOST_HEADERS:,} bytes."))

    def _wait_for_head(self) -> None:
        self._timer = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _give_up(self) -> None:
        if self._in_head and not self.transport.is_closing():
            self._refuse(408, BadRequestLine(f"Its headers did not come within {HEAD_SECONDS:.0f} seconds."))

    def _refuse(self, status: int, error: ApiRefusal) -> None:
        """Answer without the application, and end the connection."""
        self._stop_waiting()
        body = to_bytes(problem(error, status)[1])
        head = (
            f"HTTP/1.1 {status} {reason(status)}\r\ncontent-type: application/problem+json\r\n"
            f"content-length: {len(body)}\r\ncache-control: no-store\r\nx-content-type-options: nosniff\r\n"
            "connection: close\r\n\r\n"
        )
        self.transport.write(head.encode() + body)
        self.transport.close()
