"""The transport: how every provider's requests reach its CRM, and how every failure becomes one of the desk's own."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol
from urllib.parse import urlencode, urljoin

import msgspec

from crmdesk.domain.clock import Clock, SystemClock
from crmdesk.errors import (
    AuthRequired,
    BadResponse,
    NotAllowed,
    OutcomeUnknown,
    ProviderError,
    RateLimited,
    Rejected,
    Unavailable,
)
from crmdesk.providers.base_address import Address, parse_address
from crmdesk.providers.contract import Access, Budget, Carry
from crmdesk.providers.info import Limits
from crmdesk.providers.wire.answer import Answer
from crmdesk.providers.wire.failures import RETRIED, Failures, answered_at, failure, retry_after
from crmdesk.providers.wire.http import CUT_OFF, Stage, Unsendable, UnusableBody, Wire, WireFailure
from crmdesk.providers.wire.mending import BIG, is_sound, mended, restored
from crmdesk.providers.wire.rate_gate import Gate

TRIES = 3  # of a request that changes nothing
FIRST_PAUSE = 0.5  # seconds; doubled before each further try, and a random part of it is waited
REDIRECTS = 3
SHORTEST_PAUSE, FIRST_UNNAMED_PAUSE = 0.1, 2.0  # seconds after a 429; the second where the CRM named none
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # some servers put it before their JSON
SURE = 60.0  # seconds for which a sign-in that works is not doubted again


class _TryAgain(Exception):
    """A try of a safe request failed in a way that may pass at once."""

    def __init__(self, failure: ProviderError) -> None:
        super().__init__(str(failure))
        self.failure = failure


class Signer(Protocol):
    """What a sign-in adds to requests where that is not one fixed header."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """What it signs with: blackened wherever an answer echoes it."""
        ...

    async def headers(self) -> Mapping[str, str]:
        """The headers that sign a request; signs in first where needed. Raises AuthRequired, Unavailable."""
        ...

    async def renew(self, refused: Mapping[str, str]) -> bool:
        """Sign in anew after these headers were refused; False where that is no use. Raises AuthRequired."""
        ...

    async def worked(self, headers: Mapping[str, str]) -> None:
        """Take note that the CRM accepted these headers."""
        ...

    async def close(self) -> None:
        """Release connections of its own."""
        ...


Judge = Callable[[Answer, Failures], ProviderError | None]
"""What an answer of any status really says, None where its status tells."""


@dataclass(frozen=True, slots=True)
class _Call:
    """One request as it is sent, however often."""

    method: str
    url: str
    params: Mapping[str, str] | None
    content: bytes | None
    media: str
    safe: bool
    urgent: bool
    on: Failures
    headers: Mapping[str, str] = field(default_factory=dict)


class Transport:
    """Requests to one CRM for one account: admitted by its limits, retried where harmless, answered or explained.

    `sent` counts every request that was sent, retries and redirects included. The address is checked at once: raises
    UserInputError. `judge` sees every answer first, for CRMs that tell failures in a good status. `credentials` names
    what is refused by which status, for CRMs that ask for two.
    """

    def __init__(
        self,
        base_url: str,
        headers: Mapping[str, str],
        limits: Limits,
        *,
        clock: Clock | None = None,
        secrets: tuple[str, ...] = (),
        budget: Budget | None = None,
        judge: Judge | None = None,
        credentials: Mapping[int, str] | None = None,
        carry: Carry | None = None,
    ) -> None:
        self.address: Address = parse_address(base_url)
        spacing = None if self.address.loopback else limits.per_second
        self.sent = 0
        self._clock = clock or SystemClock()
        self._gate = Gate(spacing, limits.concurrent, limits.patience, self._clock)
        self._wire = (carry or Wire)(self.address, headers, limits)
        self._secrets = secrets
        self._budget = budget
        self._judge = judge
        self._credentials = credentials or {}
        self._signer: Signer | None = None
        self._ask_who: Callable[[], Awaitable[object]] | None = None
        self._asking = asyncio.Lock()
        self._asker: asyncio.Task[object] | None = None
        self._sure_until = 0.0
        self._pauses_unnamed = 0
        self.limits = limits

    def sign_with(self, signer: Signer) -> None:
        """Sign requests from now on; the signer may send unsigned ones itself."""
        self._signer = signer

    def ask_who_with(self, whoami: Callable[[], Awaitable[object]]) -> None:
        """How to ask whether the sign-in still holds: it must take a refusal for one of the sign-in."""
        self._ask_who = whoami

    @property
    def pause_left(self) -> float:
        """Seconds until the CRM may be called again; 0 when it may be called now."""
        return self._gate.pause_left

    def block(self, seconds: float) -> None:
        """Send nothing for that long, as for a pause that the CRM asked for before the last start."""
        self._gate.block(seconds)

    async def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: Any = None,
        form: Mapping[str, str] | None = None,
        safe: bool | None = None,
        urgent: bool = True,
        signed: bool = True,
        on: Failures | None = None,
    ) -> Answer:
        """Send a request and return its answer of status 2xx.

        `safe`: it changes nothing, so that it may be sent again (default: a GET is). `urgent`: it goes before what is
        not. `signed`: with what the signer gives; a sign-in that is refused is renewed once. `on`: what statuses mean
        for this request, where that differs from the usual. Raises ProviderError: AuthRequired, NotAllowed,
        RateLimited, Unavailable, OutcomeUnknown (not for safe ones), RemoteGone, Rejected, BadResponse, and what `on`
        names.
        """
        safe = method == "GET" if safe is None else safe
        if not {".", ".."}.isdisjoint(path.split("/")):  # it would lead to what stands above the record
            raise Rejected("An id of nothing but dots cannot be asked for.")
        content, media = _encoded(json, form)
        call = _Call(method, self.address.text + path, params, content, media, safe, urgent, on or {})
        try:
            return await self._signed(call, self._signer if signed else None)
        except NotAllowed:
            await self._make_sure()
            raise

    async def _make_sure(self) -> None:
        """Ask who signs in before a 403 is believed to be about a right: some CRMs answer a revoked key so."""
        if self._ask_who is None or self._asker is asyncio.current_task():
            return
        async with self._asking:  # many may be refused at once
            if self._clock.monotonic() < self._sure_until:
                return
            self._asker = asyncio.current_task()
            try:
                await self._ask_who()
                self._sure_until = self._clock.monotonic() + SURE
            except (AuthRequired, RateLimited, Unavailable):
                raise
            except ProviderError:
                return  # it says neither yes nor no
            finally:
                self._asker = None

    async def _signed(self, call: _Call, signer: Signer | None) -> Answer:
        if signer is None:
            return await self._tried(call)
        call = replace(call, headers=await signer.headers())
        try:
            answer = await self._tried(call)
        except AuthRequired:
            if not await signer.renew(call.headers):
                raise
            call = replace(call, headers=await signer.headers())
            answer = await self._tried(call)
        await signer.worked(call.headers)
        return answer

    async def close(self) -> None:
        """Release connections."""
        await self._wire.close()
        if self._signer is not None:
            await self._signer.close()

    async def _tried(self, call: _Call) -> Answer:
        tries = TRIES if call.safe else 1
        for number in range(1, tries + 1):
            try:
                async with self._gate.admit(call.urgent):
                    return await self._follow(call)
            except _TryAgain as broken:
                if number == tries:
                    raise broken.failure from None
                if not isinstance(broken.failure, RateLimited):
                    await self._clock.sleep(self._clock.random() * FIRST_PAUSE * 2 ** (number - 1))
        raise AssertionError("the last try returns or raises")

    async def _follow(self, call: _Call) -> Answer:
        for _hop in range(REDIRECTS + 1):
            if self._budget is not None:
                await self._budget.spend(call.urgent)
            answer = await self._send(call)
            target = answer.headers.get("location", "")
            if not (call.method == "GET" and 300 <= answer.status < 400 and target):
                return self._judged(answer, call.on, method=call.method)
            call = replace(call, url=_joined(call.url, target), params=None)
            if not self.address.owns(call.url):
                raise BadResponse(
                    f"{self.address.host} sends on to another address, which is not followed: the key stays here.",
                    detail=replace(answer, body=b"").sample(),
                )
        raise BadResponse(f"{self.address.host} sends on in a circle.")

    async def _send(self, call: _Call) -> Answer:
        self.sent += 1
        host = self.address.host
        headers = {**call.headers, "Content-Type": call.media} if call.content is not None else call.headers
        try:
            status, answered, body = await self._wire.exchange(
                call.method, call.url, call.params, call.content, headers
            )
        except WireFailure as broken:
            if broken.stage is Stage.CONNECT and self._budget is not None:
                self._budget.give_back()
            raise self._lost(broken, call.safe) from None
        except Unsendable:
            if self._budget is not None:
                self._budget.give_back()
            raise ProviderError(
                f"{host} was not called: its address, the key or an id holds a character that cannot be sent.",
                next="Check the account's base address, and sign in again.",
            ) from None
        except UnusableBody as unusable:
            why = f"{host} gave an answer that was not read: {unusable}."
            raise BadResponse(why) if call.safe else OutcomeUnknown(f"The change was sent. {why}") from None
        credential = self._credentials.get(status, "key")
        secrets = self._secrets if self._signer is None else (*self._secrets, *self._signer.secrets)
        body = await _made_readable(body.removeprefix(_BYTE_ORDER_MARK))
        return Answer(status, answered, body, call.safe, host, secrets, credential)

    def _lost(self, broken: WireFailure, safe: bool) -> Exception:
        host = self.address.host
        if broken.tls:
            return Unavailable(
                f"{host} was not called: {broken.why}.",
                next="Check this computer's date and the account's address; a network may be intercepting it.",
            )
        if broken.stage is not Stage.CONNECT and not safe:
            return OutcomeUnknown(f"The change was sent to {host}, but {broken.why}.")
        why = f"{host} cannot be reached: {broken.why}."
        if broken.stage is Stage.BODY and broken.why == CUT_OFF:
            return _TryAgain(BadResponse(f"{host} answered, but {broken.why}."))
        if broken.stage is Stage.BODY:
            return Unavailable(why)  # an answer that drips has had its time: no further try would be quicker
        return _TryAgain(Unavailable(why)) if safe else Unavailable(why)

    def _judged(self, answer: Answer, on: Failures, *, method: str) -> Answer:
        good = 200 <= answer.status < 300
        problem = self._judge(answer, on) if self._judge is not None else None
        if good and problem is None:
            self._pauses_unnamed = 0
            return _checked(answer)
        problem = problem or failure(answer, on, method=method)
        named = retry_after(answer.headers.get("retry-after"), answered_at(answer) or self._clock.now())
        if isinstance(problem, RateLimited):
            problem.after = self._pause_after(named)
            self._gate.block(problem.after)
            raise _TryAgain(problem) if answer.safe and problem.after <= self.limits.patience else problem
        if answer.status == 503 and named:
            self._gate.block(named)
            if named > self.limits.patience:
                raise problem
        if answer.safe and (answer.status in RETRIED or (good and isinstance(problem, Unavailable))):
            raise _TryAgain(problem)
        raise problem

    def _pause_after(self, named: float | None) -> float:
        if named is not None:
            self._pauses_unnamed = 0
            return max(named, SHORTEST_PAUSE)
        self._pauses_unnamed += 1
        most = min(FIRST_UNNAMED_PAUSE * 2.0 ** min(self._pauses_unnamed, 12), 3600.0)
        return max(SHORTEST_PAUSE, self._clock.random() * most)


def transport_for(
    access: Access,
    base_url: str,
    headers: Mapping[str, str],
    limits: Limits,
    secrets: tuple[str, ...],
    *,
    judge: Judge | None = None,
    credentials: Mapping[int, str] | None = None,
) -> Transport:
    """The transport of an account, with what its connection may use. Raises UserInputError."""
    return Transport(
        base_url,
        headers,
        limits,
        clock=access.clock,
        secrets=secrets,
        budget=access.budget,
        judge=judge,
        credentials=credentials,
        carry=access.carry,
    )


def _encoded(json: Any, form: Mapping[str, str] | None) -> tuple[bytes | None, str]:
    try:
        if form is not None:
            return urlencode(form).encode(), "application/x-www-form-urlencoded"
        return None if json is None else restored(msgspec.json.encode(json)), "application/json"
    except UnicodeEncodeError:
        raise Rejected("What is to be sent holds half a character (a lone surrogate).") from None


async def _made_readable(body: bytes) -> bytes:
    """The body mended, beside the window's thread where that takes its time."""
    if len(body) < BIG:
        return mended(body)
    return body if is_sound(body) else await asyncio.to_thread(mended, body)


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError:
        return ""  # no address, so not one of this origin


def _checked(answer: Answer) -> Answer:
    """A 2xx whose content type is none of an API's: a sign-in page of a network, or the wrong base address."""
    kind = answer.headers.get("content-type", "").lower()
    if not answer.body or not kind or "json" in kind:
        return answer
    if "html" in kind or answer.body.lstrip()[:1] == b"<":
        raise answer.unusable(
            f"{answer.place} answered with a web page instead of data; a network's sign-in page may stand between."
        )
    raise answer.unusable(f"{answer.place} answered {kind.split(';')[0][:40]} instead of JSON.")
