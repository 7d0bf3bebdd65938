"""The doors in their order, each before the next: a refusal at any of them has done nothing.

Target, Host, web page, key, scope, limits, size and type, route; then the handler. Every answer goes out from here.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from crmdesk.api import bodies, gate
from crmdesk.api.answers import Answer, refusal
from crmdesk.api.call import Call, Hop, as_answer, check_scope
from crmdesk.api.counting import Counting
from crmdesk.api.limits import Buckets, Room
from crmdesk.api.protocol import TARGET
from crmdesk.api.route import LIMITS, MIB, Dialect, Route, Table
from crmdesk.api.streams import Receive, Send, Streams
from crmdesk.desk import ApiKey, AuditLine, Desk, Given
from crmdesk.errors import (
    DeskError,
    ForeignHost,
    KeyRefused,
    MethodRefused,
    NoAnswerInTime,
    NotFound,
    ProgramFault,
    StillRunning,
    TooLarge,
    TooManyRequests,
    TooSlow,
    UserInputError,
)

AT_ONCE = 8
_ALWAYS = ((b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff"))
NUDGES = "/hooks/"
_NOBODY = 0  # whose bucket wrong keys are taken from
_MOST_SECRETS = 100
_TOKEN = re.compile("[!-~]{1,255}")

Scope = MutableMapping[str, Any]

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Visit:
    """One request on its way through the doors, and what is known of it so far."""

    method: str
    path: str
    dialect: Dialect
    raw: gate.RawHeaders
    headers: Mapping[str, str]
    routes: Mapping[str, Route]
    params: Mapping[str, str]
    route: Route | None
    origin: str | None = None
    key: ApiKey | None = None
    told: dict[str, str] = field(default_factory=dict)  # headers that every answer to it has
    inside: bool = False  # past the doors
    call: Call | None = None

    @property
    def place(self) -> str:
        """What the audit calls its route: never what an unknown path may hold."""
        return self.route.path if self.route is not None else next((r.path for r in self.routes.values()), "unknown")


class Doors:
    """The application: from a request as it came to the answer as it goes out."""

    def __init__(
        self, table: Table, desk: Desk, hop: Hop, port: int, counting: Counting, closing: asyncio.Event
    ) -> None:
        self._table, self._desk, self._hop, self._port = table, desk, hop, port
        self._counting = counting
        self._buckets = Buckets()
        self._room = asyncio.Semaphore(AT_ONCE)
        self._streams = Streams(closing)
        self._running: set[tuple[int, str]] = set()
        self._with_secrets: dict[tuple[int, str], Answer] = {}  # for repeated requests; the file never holds them

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; only HTTP comes here."""
        visit = self._visit(scope)
        try:
            answer = await self._answer(visit, scope, receive)
        except DeskError as error:
            answer = self._refused(visit, error)
        except Exception as fault:
            _log.exception("%s %s failed", visit.method, visit.place)
            answer = self._refused(visit, ProgramFault.of(fault))
        self._audit(visit, answer)
        await self._send(visit, answer, receive, send)

    def _visit(self, scope: Scope) -> Visit:
        path, method = scope["path"], scope["method"]
        routes, params = self._table.at(path)
        off = self._desk.api.dialects_off()
        routes = {name: route for name, route in routes.items() if route.dialect.key not in off}
        dialect = next((route.dialect for route in routes.values()), None) or self._table.dialect_of(path)
        raw = scope["headers"]
        headers: dict[str, str] = {}
        for name, value in ((name.decode("latin-1"), value.decode("latin-1")) for name, value in raw):
            headers[name] = f"{headers[name]}, {value}" if name in headers else value  # one list, by RFC 9110
        route = routes.get("GET" if method == "HEAD" else method)
        return Visit(method, path, dialect, raw, headers, routes, params, route)

    async def _answer(self, visit: Visit, scope: Scope, receive: Receive) -> Answer:
        gate.check_target(scope.get("extensions", {}).get(TARGET, b"/"))
        if visit.path.startswith(NUDGES) and gate.asks_for(visit.raw, self._desk.nudges.host()):
            return await self._nudged(visit)
        gate.check_host(visit.raw, self._port)
        visit.origin = gate.check_page(visit.raw, self._desk.api.origins())
        if visit.method == "OPTIONS" and visit.origin is not None:
            visit.told |= gate.page_headers(visit.origin, preflight=visit.routes)
            return Answer(status=204)
        visit.told |= gate.page_headers(visit.origin)
        visit.key = key = self._key(visit)
        self._check_scope(key, visit.route)
        self._limit(key, visit)
        largest = visit.route.largest if visit.route is not None else MIB
        bodies.check_size_and_type(visit.headers, largest)
        if visit.route is None:
            raise self._no_route(visit)
        visit.inside = True
        body = await bodies.read(receive, visit.headers, largest)
        query = gate.checked_query(scope["query_string"], visit.route)
        return await self._carry_out(visit, visit.route, key, query, body)

    async def _nudged(self, visit: Visit) -> Answer:
        """What a tunnel or relay of the user's own knocks with: nothing of it is read. Raises NotFound."""
        gate.check_page(visit.raw, ())
        account_id = self._desk.nudges.account_of(visit.path.removeprefix(NUDGES)) if visit.method == "POST" else None
        if account_id is None:
            self._take(visit, _NOBODY, "wrong", LIMITS["wrong"])
            raise NotFound("There is nothing at that path.")
        await self._hop.over(lambda desk: desk.nudges.nudge(account_id))
        return Answer({"accepted": True}, 202, {"Connection": "close"})

    def _key(self, visit: Visit) -> ApiKey:
        """The key that was sent. Raises KeyMissing or KeyRefused; too many wrong ones are told so instead."""
        key = None
        try:
            key = self._desk.api.opened_by(gate.secret_of(visit.raw))
        finally:
            if key is None:
                self._take(visit, _NOBODY, "wrong", LIMITS["wrong"])
        if key is None:
            raise KeyRefused(gate.WRONG_KEY)
        return key

    def _check_scope(self, key: ApiKey, route: Route | None) -> None:
        if route is None or not route.scope or (route.submits and "contacts:submit" in key.scopes):
            return
        check_scope(key, route.scope)

    def _limit(self, key: ApiKey, visit: Visit) -> None:
        self._take(visit, key.id, "key", key.rate)
        if visit.route is None:
            return
        if visit.route.submits and "contacts:write" not in key.scopes:
            self._take(visit, key.id, "submit", LIMITS["submit"])
        if visit.route.limit:
            self._take(visit, key.id, visit.route.limit, LIMITS[visit.route.limit])

    def _take(self, visit: Visit, owner: int, policy: str, limit: int) -> None:
        """Take one from a bucket; what is left of it is told beside the others. Raises TooManyRequests."""
        room = Room(policy, limit, 0, 0)
        try:
            room = self._buckets.take(owner, policy, limit)
        except TooManyRequests as error:
            room = Room(policy, limit, 0, error.after)
            raise
        finally:
            for name, value in room.headers().items():
                visit.told[name] = f"{visit.told[name]}, {value}" if name in visit.told else value

    def _no_route(self, visit: Visit) -> DeskError:
        if not visit.routes:
            return NotFound("There is nothing at that path.", next="`GET /desk/v1/openapi.json` lists what there is.")
        allowed = [*visit.routes, "HEAD"] if "GET" in visit.routes else list(visit.routes)
        visit.told["Allow"] = ", ".join(allowed)
        return MethodRefused(f"{visit.method} is none of {', '.join(allowed)}.")

    async def _carry_out(
        self, visit: Visit, route: Route, key: ApiKey, query: Mapping[str, Any], body: bytes
    ) -> Answer:
        token = visit.headers.get("idempotency-key") if route.method == "POST" else None
        if token is not None and not _TOKEN.fullmatch(token):
            raise UserInputError("An Idempotency-Key has 1 to 255 visible letters of ASCII.")
        call = visit.call = Call(
            self._desk, self._hop, key, route, visit.params, query, visit.headers, body, token=token
        )
        if route.request is not None and body:
            call.body = bodies.decoded(body)
        if token is None:
            return await self._in_time(call)
        if (key.id, token) in self._running:
            raise StillRunning("The same key is being worked on.")
        self._running.add((key.id, token))
        try:
            return await self._once(call, token)
        finally:
            self._running.discard((key.id, token))

    async def _once(self, call: Call, token: str) -> Answer:
        """A request that is carried out once, however often it comes."""
        before = self._desk.api.answer_of(call.key.id, token, call.digest)
        if before is not None:
            call.settled = True
            return self._with_secrets.get((call.key.id, token)) or as_answer(before)
        answer = await self._in_time(call)
        if not call.settled and answer.status < 400 and answer.stream is None:
            given = Given(answer.status, {"Content-Type": answer.media_type, **answer.headers}, answer.kept())
            if answer.without_secret is not None:
                if len(self._with_secrets) >= _MOST_SECRETS:
                    self._with_secrets.clear()
                self._with_secrets[call.key.id, token] = answer
            await self._hop.over(lambda desk: desk.api.keep_answer(call.key.id, token, call.digest, given))
        return answer

    async def _in_time(self, call: Call) -> Answer:
        try:
            async with asyncio.timeout(call.route.seconds), self._room:
                answer: Answer = await call.route.handler(call)
        except TimeoutError:
            raise NoAnswerInTime(f"It took longer than {call.route.seconds:.0f} seconds.") from None
        tag = answer.headers.get("ETag")
        if tag is not None and call.route.method == "GET" and _matches(call.headers.get("if-none-match"), tag):
            return Answer(status=304, headers=answer.headers)
        return answer

    def _refused(self, visit: Visit, error: DeskError) -> Answer:
        headers = {"Connection": "close"} if isinstance(error, TooLarge | TooSlow) else {}
        if isinstance(error, ForeignHost):
            visit.told.clear()
        return refusal(error, visit.route.dialect if visit.route is not None else visit.dialect, headers)

    def _audit(self, visit: Visit, answer: Answer) -> None:
        """Count the request, and tell of writes and of what was refused."""
        at = datetime.now(UTC)
        key = visit.key
        if key is not None:
            self._counting.used(key, at, refused=not visit.inside and answer.status >= 400)
        wrote = (
            visit.inside and visit.route is not None and visit.route.writes and not (visit.call and visit.call.settled)
        )
        if wrote or (not visit.inside and answer.status in (400, 401, 403, 413, 415, 429)):
            told = "refused" if answer.status >= 400 else "done"
            id_, name = (key.id, key.name) if key is not None else (None, "")
            self._counting.tell(AuditLine(id_, name, visit.method, visit.place, answer.status, told, at=at))

    async def _send(self, visit: Visit, answer: Answer, receive: Receive, send: Send) -> None:
        headers = [*_ALWAYS]
        for name, value in {**visit.told, **answer.headers}.items():
            headers.append((name.lower().encode("latin-1"), value.encode("latin-1", "replace")))
        if answer.status not in (204, 304):
            headers.append((b"content-type", answer.media_type.encode()))
        if answer.stream is not None:
            await self._stream(visit, answer, headers, receive, send)
            return
        body = b"" if answer.status in (204, 304) else answer.encoded()
        if answer.status not in (204, 304):
            headers.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _stream(
        self, visit: Visit, answer: Answer, headers: list[tuple[bytes, bytes]], receive: Receive, send: Send
    ) -> None:
        key, stream = visit.key, answer.stream
        assert key is not None
        assert stream is not None

        def still_opens() -> bool:
            found = self._desk.api.opened_by(gate.secret_of(visit.raw))
            return found is not None and (found.id, found.scopes, found.accounts) == (key.id, key.scopes, key.accounts)

        if not self._streams.room_for(key):
            await stream.aclose()
            error = TooManyRequests("Two streams at once are open for this key already.", after=5)
            await self._send(visit, self._refused(visit, error), receive, send)
            return
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await self._streams.pump(key, stream, still_opens, receive, send)


def _matches(asked: str | None, tag: str) -> bool:
    """Whether an If-None-Match names a tag; weak and strong ones are compared alike, as it asks."""
    return asked is not None and (
        asked.strip() == "*" or tag in [one.strip().removeprefix("W/") for one in asked.split(",")]
    )
