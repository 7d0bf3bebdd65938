"""The ASGI front of every demo CRM: it logs each request and lets the weather at it."""

import asyncio
import contextlib
import math
import re
import socket
import struct
import sys
from datetime import timedelta
from typing import Any

import msgspec
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crmdesk.demo.site.request_log import Asked, RequestLog
from crmdesk.demo.site.site import Site
from crmdesk.demo.weather.bad_answers import Listing, distort
from crmdesk.demo.weather.outages import FAULTS, spoil
from crmdesk.demo.weather.weather import Rule

CONNECTION = "crmdesk.connection"
_CONTROL = "/_demo/"
_REDACTED = re.compile(r"(dex_)[0-9a-f]+")


class Front:
    """Wraps a demo CRM's routes; its own control endpoints pass untouched and unlogged."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app, self._site = app, site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one ASGI request."""
        if scope["type"] != "http" or scope["path"].startswith(_CONTROL):
            await self._app(scope, receive, send)
            return
        log: RequestLog = self._site.requests
        asked = log.begin(scope["method"], scope["path"], scope["query_string"].decode("latin-1"))
        try:
            await Exchange(self._app, self._site, asked, scope, receive, send).run()
        finally:
            log.end(asked)


class Exchange:
    """One request and its answer under the present weather."""

    def __init__(self, app: ASGIApp, site: Site, asked: Asked, scope: Scope, receive: Receive, send: Send) -> None:
        self._app, self._site, self._asked, self._scope = app, site, asked, scope
        self._receive, self._send = receive, send
        self._body: bytes | None = None

    async def run(self) -> None:
        """Answer, delay, spoil or drop the request."""
        method, path = self._asked.method, self._asked.path
        weather = self._site.weather
        if method not in ("GET", "HEAD"):
            await self._read_body()
        if not weather.rules:
            await self._app(self._scope, self._replay, self._noting)
            return
        if rule := weather.take("slow", method, path):
            self._asked.weather.append("slow")
            await self._pause(rule.options["ms"] / 1000)
        if await self._limited():
            return
        for name in FAULTS:
            if rule := weather.take(name, method, path):
                self._asked.weather.append(name)
                if rule.options.get("applied"):
                    await self._perform()
                await spoil(name, rule.options, self, lambda status, text: self._site.error_body(path, status, text))
                return
        if self._body and (rule := weather.take("ignored", method, path)):
            self._asked.weather.append("ignored")
            self._body = _dropped(self._body, rule.options["field"])
        status, headers, body = await self._perform()
        body = self._bend(status, body)
        await self._return(status, headers, body)

    async def _limited(self) -> bool:
        """Hold the limits that this CRM has just now: so many requests in a time, so many at once."""
        method, path, log = self._asked.method, self._asked.path, self._site.requests
        for rule in self._site.weather.matching("crowded", method, path):
            if log.in_flight > rule.options["most"]:
                return await self._refuse(rule, 1)
        for rule in self._site.weather.matching("quota", method, path):
            wait = log.until_free(rule.options["requests"], rule.options["seconds"], self._asked)
            if wait > 0:
                return await self._refuse(rule, math.ceil(wait))
        return False

    async def _refuse(self, rule: Rule, seconds: int) -> bool:
        self._site.weather.fire(rule)
        self._asked.weather.append(rule.name)
        body = self._site.error_body(self._asked.path, 429, "Too many requests")
        await self.send(429, body, headers={"retry-after": str(seconds)})
        return True

    def _bend(self, status: int, body: bytes) -> bytes:
        method, path = self._asked.method, self._asked.path
        listing = self._listing(method, path) if status == 200 else None
        if listing is None:
            return body
        body, used = distort(self._site.weather, listing, method, path, body)
        self._asked.weather.extend(used)
        if not listing.single and (rule := self._site.weather.take("somebody_else", method, path)):
            self._asked.weather.append("somebody_else")
            self._site.somebody_else(**rule.options)
        return body

    def _listing(self, method: str, path: str) -> Listing | None:
        found = (one for one in self._site.listings if one.method == method and one.path.fullmatch(path))
        return next(found, None)

    async def _return(self, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
        method, path, weather = self._asked.method, self._asked.path, self._site.weather
        headers = [(name, value) for name, value in headers if name != b"content-length"]
        headers.append((b"content-length", str(len(body)).encode()))
        if rule := weather.take("lost", method, path):
            self._asked.weather.append("lost")
            await self.hang_up(reset=rule.options["how"] == "reset")
            return
        await self._noting({"type": "http.response.start", "status": status, "headers": headers})
        if rule := weather.take("truncated", method, path):
            self._asked.weather.append("truncated")
            part = body[: min(int(len(body) * rule.options["keep"]), max(0, len(body) - 1))]
            await self._noting({"type": "http.response.body", "body": part, "more_body": True})
            await self.hang_up(reset=False)
            return
        if rule := weather.take("drip", method, path):
            self._asked.weather.append("drip")
            size = rule.options["piece"]
            for start in range(0, len(body), size):
                piece = {"type": "http.response.body", "body": body[start : start + size], "more_body": True}
                await self._noting(piece)
                if await self._pause(rule.options["ms"] / 1000):
                    await self.hang_up(reset=False)
                    return
            body = b""
        await self._noting({"type": "http.response.body", "body": body})

    # Sending, also on behalf of a fault

    async def send(
        self, status: int, body: bytes, media: str = "application/json", headers: dict[str, str] | None = None
    ) -> None:
        """Answer at once."""
        lines = [(b"content-type", media.encode())] if body or media != "application/json" else []
        lines += [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
        if status != 204:
            lines.append((b"content-length", str(len(body)).encode()))
        await self._noting({"type": "http.response.start", "status": status, "headers": lines})
        await self._noting({"type": "http.response.body", "body": body})

    async def stream(self, start: bytes, piece: bytes, count: int, end: bytes) -> None:
        """Answer with many pieces, as fast as the other side reads."""
        headers = [(b"content-type", b"application/json")]
        await self._noting({"type": "http.response.start", "status": 200, "headers": headers})
        connection = self._scope.get("extensions", {}).get(CONNECTION)
        for part in (start, *([piece] * count)):
            await asyncio.sleep(0)  # the loop's turn to learn that the other side has gone
            if connection is not None and connection.is_closing():
                return
            await self._noting({"type": "http.response.body", "body": part, "more_body": True})
        await self._noting({"type": "http.response.body", "body": end})

    async def hang_up(self, *, reset: bool) -> None:
        """End the connection without another byte; raises RuntimeError where there is no real connection."""
        connection = self._scope.get("extensions", {}).get(CONNECTION)
        if connection is None:
            raise RuntimeError("this weather needs a real connection: run the demo CRM on its own server")
        if connection.is_closing():
            return
        if reset:
            own = connection.get_extra_info("socket")
            form = "hh" if sys.platform == "win32" else "ii"
            own.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(form, 1, 0))
            connection.abort()
        else:
            connection.close()
        while (await self._receive())["type"] != "http.disconnect":
            continue

    async def wait(self) -> None:
        """Never answer: wait until the other side or the demo gives up."""
        gone = asyncio.ensure_future(self._gone())
        closing = asyncio.ensure_future(self._site.closing.wait())
        try:
            await asyncio.wait((gone, closing), return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (gone, closing):
                task.cancel()
            await asyncio.gather(gone, closing, return_exceptions=True)
        await self.hang_up(reset=True)

    async def _gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            continue

    async def _pause(self, seconds: float) -> bool:
        """Let time pass; True when the demo is about to end."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._site.closing.wait(), seconds)
        return self._site.closing.is_set()

    async def _noting(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._asked.status = message["status"]
        await self._send(message)

    async def _read_body(self) -> None:
        parts: list[bytes] = []
        more = True
        while more:
            message = await self._receive()
            parts.append(message.get("body", b""))
            more = message["type"] == "http.request" and message.get("more_body", False)
        self._body = b"".join(parts)
        self._asked.body = _REDACTED.sub(r"\1...", self._body[:65536].decode("utf-8", "replace"))

    async def _replay(self) -> Message:
        if self._body is None:
            return await self._receive()
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}

    async def _perform(self) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        status, headers, parts = 0, [], []

        async def catch(message: Message) -> None:
            nonlocal status, headers
            if message["type"] == "http.response.start":
                status, headers = message["status"], list(message["headers"])
            else:
                parts.append(message.get("body", b""))

        method, path, site = self._asked.method, self._asked.path, self._site
        rules = [rule for rule in site.weather.rules if rule.name == "late"]
        if rules and site.changes(method, path):
            site.replica.before_write(site.now())
            rules = []
        if rule := next((rule for rule in rules if rule.matches(method, path) and site.weather.fire(rule)), None):
            with site.replica.as_of(site.now() - timedelta(seconds=rule.options["seconds"])):
                await self._app(self._scope, self._replay, catch)
        else:
            await self._app(self._scope, self._replay, catch)
        return status, headers, b"".join(parts)


def _dropped(body: bytes, field: str) -> bytes:
    """The JSON body without a member of that name, however deep; other bodies as they are."""
    try:
        return msgspec.json.encode(_pruned(msgspec.json.decode(body), field))
    except msgspec.DecodeError:
        return body


def _pruned(value: Any, field: str) -> Any:
    if isinstance(value, dict):
        return {key: _pruned(inner, field) for key, inner in value.items() if key != field}
    return [_pruned(inner, field) for inner in value] if isinstance(value, list) else value
