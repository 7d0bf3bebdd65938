"""The gate before a CRM: which request goes next, and when the next one may go."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from crmdesk.domain.clock import Clock
from crmdesk.errors import RateLimited

LONGEST_PAUSE = 24 * 3600.0  # seconds; a CRM that asks for more is asked again after a day


class _Turns:
    """A lock that passes to waiting urgent requests before background ones, each in order of arrival."""

    def __init__(self) -> None:
        self._taken = False
        self._urgent: deque[asyncio.Future[None]] = deque()
        self._background: deque[asyncio.Future[None]] = deque()

    @property
    def urgent_waits(self) -> bool:
        return any(not waiter.done() for waiter in self._urgent)

    async def take(self, urgent: bool, *, first: bool = False) -> None:
        if not self._taken:
            self._taken = True
            return
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        lane = self._urgent if urgent else self._background
        if first:
            lane.appendleft(waiter)
        else:
            lane.append(waiter)
        try:
            await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():
                self.give()
            raise

    def give(self) -> None:
        for lane in (self._urgent, self._background):
            while lane:
                waiter = lane.popleft()
                if not waiter.done():
                    waiter.set_result(None)
                    return
        self._taken = False


class Gate:
    """Admits requests: urgent ones first, `concurrent` at once, spaced, none before a pause of the CRM has passed.

    A pause of at most `patience` seconds is waited out; during a longer one every request is refused with RateLimited
    and not sent.
    """

    def __init__(self, per_second: float | None, concurrent: int, patience: float, clock: Clock) -> None:
        self._interval = 1.0 / per_second if per_second else 0.0
        self._patience = patience
        self._clock = clock
        self._turns = _Turns()
        self._places = asyncio.Semaphore(concurrent)
        self._next = float("-inf")
        self._blocked = float("-inf")

    @property
    def pause_left(self) -> float:
        """Seconds until the CRM may be called again; 0 when it may be called now."""
        return max(0.0, self._blocked - self._clock.monotonic())

    def block(self, seconds: float) -> None:
        """Let nothing pass for that long; a longer pause that runs already stays."""
        pause = min(max(seconds, 0.0), LONGEST_PAUSE)
        self._blocked = max(self._blocked, self._clock.monotonic() + pause)

    @asynccontextmanager
    async def admit(self, urgent: bool) -> AsyncIterator[None]:
        """Hold a place for one request. Raises RateLimited."""
        await self._enter(urgent)
        try:
            yield
        finally:
            self._places.release()

    async def _enter(self, urgent: bool) -> None:
        again = False
        while True:
            await self._turns.take(urgent, first=again)
            try:
                await self._wait()
                await self._places.acquire()
                # While this one waited, an edit may have come, or the CRM may have asked for a pause.
                again = bool(self.pause_left) or (not urgent and self._turns.urgent_waits)
                if not again:
                    self._next = self._clock.monotonic() + self._interval
                    return
                self._places.release()
            finally:
                self._turns.give()

    async def _wait(self) -> None:
        while True:
            pause = self.pause_left
            if pause > self._patience:
                raise RateLimited("The CRM asked for a pause that has not passed yet.", after=pause)
            wait = max(pause, self._next - self._clock.monotonic())
            if wait <= 0:
                return
            await self._clock.sleep(wait)
