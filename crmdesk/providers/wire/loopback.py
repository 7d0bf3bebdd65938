"""Waits on this computer for the one answer that a browser brings back from a sign-in (RFC 8252, 7.3 and 8.3)."""

from __future__ import annotations

import asyncio
import html
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from urllib.parse import parse_qs, urlsplit

import h11

from crmdesk.errors import UserInputError
from crmdesk.providers.base_address import is_loopback

PATH = "/oauth/callback"
_MOST = 16 * 1024  # bytes of one request
_PATIENCE = 10.0  # seconds for a request to arrive
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem}h1{font-size:1.4rem}"
)
_HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-store"),
    ("Connection", "close"),
)

Query = dict[str, str]
PageOf = tuple[int, str, str]  # status, headline, text


class Loopback:
    """A server on 127.0.0.1 for one address; `take` is given each query of it and says which page ends the visit.

    `redirect` is an address registered with the CRM, whose port and path are kept; None takes any free port. Raises
    UserInputError for an address that is not this computer's, or whose port is taken.
    """

    def __init__(self, redirect: str | None, take: Callable[[Query], Awaitable[PageOf]]) -> None:
        self._host, self._port, self._path, self._uri = _taken_apart(redirect)
        self._take = take
        self._visits: set[asyncio.Task[None]] = set()
        self._answering: set[asyncio.Task[None]] = set()  # browsers also open connections that they never use

    @property
    def redirect_uri(self) -> str:
        """Where the browser is to be sent back to; known once the server listens."""
        return self._uri or f"http://{self._host}:{self._port}{self._path}"

    async def __aenter__(self) -> Loopback:
        try:
            self._server = await asyncio.start_server(self._visit, self._host, self._port)
        except OSError as taken:
            raise UserInputError(
                f"Port {self._port} of the redirect address is taken: {taken.strerror or taken}.",
                next="End the program that holds it, or register and set another loopback address.",
            ) from None
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        if self._answering and not isinstance(error, asyncio.CancelledError):
            await asyncio.wait(self._answering, timeout=2)
        for visit in tuple(self._visits):
            visit.cancel()
        await asyncio.gather(*self._visits, return_exceptions=True)

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visit = asyncio.current_task()
        assert visit is not None
        self._visits.add(visit)
        try:
            connection = h11.Connection(h11.SERVER, max_incomplete_event_size=_MOST)
            request = await _request(connection, reader)
            self._answering.add(visit)
            await _reply(connection, writer, await self._page(request))
        except (h11.ProtocolError, OSError, TimeoutError):
            return  # no browser, or one that left
        except asyncio.CancelledError:
            return  # the sign-in ended; the stream server of Python 3.11 logs a visit that ends as cancelled
        finally:
            self._visits.discard(visit)
            self._answering.discard(visit)
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _page(self, request: h11.Request) -> PageOf:
        host = dict(request.headers).get(b"host", b"").decode("latin-1")
        try:
            address = urlsplit(request.target.decode("latin-1"))
        except ValueError:  # brackets that hold no address of IPv6
            return 400, "This address was not understood", "The sign-in to your CRM goes on in another tab."
        if host.lower() != urlsplit(self.redirect_uri).netloc.lower():
            return 403, "Not here", "This address answers only to the browser of this computer."
        if request.method != b"GET":
            return 405, "Not so", "This address is only visited."
        if address.path != self._path:
            return 404, "Nothing here", "The sign-in to your CRM goes on in another tab."
        query = parse_qs(address.query, keep_blank_values=True)
        if any(len(values) > 1 for values in query.values()):
            return 400, "This answer was not understood", "It says the same thing twice. Start the sign-in again."
        return await self._take({name: values[0] for name, values in query.items()})


async def _request(connection: h11.Connection, reader: asyncio.StreamReader) -> h11.Request:
    async with asyncio.timeout(_PATIENCE):
        while True:
            event = connection.next_event()
            if isinstance(event, h11.Request):
                return event
            if event is not h11.NEED_DATA:
                raise h11.RemoteProtocolError("no request came")
            connection.receive_data(await reader.read(4096))


async def _reply(connection: h11.Connection, writer: asyncio.StreamWriter, page: PageOf) -> None:
    status, headline, text = page
    title, words = html.escape(headline), html.escape(text)
    body = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>CRM Desk: {title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1><p>{words}</p></body></html>"
    ).encode()
    headers = [*_HEADERS, ("Content-Length", str(len(body)))]
    for event in (h11.Response(status_code=status, headers=headers), h11.Data(data=body), h11.EndOfMessage()):
        writer.write(connection.send(event) or b"")
    await writer.drain()


def _taken_apart(redirect: str | None) -> tuple[str, int, str, str | None]:
    """Host, port and path to listen on, and the address as it is registered."""
    if redirect is None:
        return "127.0.0.1", 0, PATH, None
    try:
        parts = urlsplit(redirect)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise UserInputError(f"The redirect address “{redirect[:80]}” is no address.") from None
    if not is_loopback(host):
        raise UserInputError(
            f"The redirect address leads to {host or 'nowhere'}, not to this computer: the answer would never arrive.",
            next="Register http://127.0.0.1 with a port in the CRM and set it as redirect_uri, or leave it unset.",
        )
    if parts.scheme != "http" or port is None or parts.query or parts.fragment or "@" in parts.netloc:
        raise UserInputError(
            "The redirect address is written http://127.0.0.1:PORT/PATH, without anything behind it.",
            next="Register such an address in the CRM and set it as redirect_uri, or leave it unset.",
        )
    return "::1" if ":" in host else "127.0.0.1", port, parts.path or "/", redirect
