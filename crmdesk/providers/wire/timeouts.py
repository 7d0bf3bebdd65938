"""Time limits of requests, with one timer for all of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Watch:
    """The limits of one request: when it began, and when it last moved on."""

    __slots__ = ("began", "moved", "timeout")

    def __init__(self, timeout: asyncio.Timeout, now: float) -> None:
        self.timeout = timeout
        self.began = self.moved = now

    def progress(self) -> None:
        """The CRM sent something."""
        self.moved = asyncio.get_running_loop().time()


class Watchdog:
    """Ends a request with TimeoutError that stands still for `stall` seconds or takes `total` seconds altogether.

    Under Qt's loop a timer that was cancelled lives on until it is due, so a timer for each read would pile up by the
    thousand during a long pull. One timer looks after all requests instead, and only while there are any.
    """

    def __init__(self, stall: float, total: float) -> None:
        self._stall, self._total = stall, total
        self._watches: set[Watch] = set()
        self._timer: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def watch(self) -> AsyncIterator[Watch]:
        """Guard the block. Raises TimeoutError."""
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(None) as timeout:
            watch = Watch(timeout, loop.time())
            self._watches.add(watch)
            if self._timer is None:
                self._tick(loop)
            try:
                yield watch
            finally:
                self._watches.discard(watch)

    def close(self) -> None:
        """End the timer."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _tick(self, loop: asyncio.AbstractEventLoop) -> None:
        now = loop.time()
        for watch in list(self._watches):
            if now - watch.moved >= self._stall or now - watch.began >= self._total:
                self._watches.discard(watch)  # an expired timeout may not be moved again
                watch.timeout.reschedule(now)
        self._timer = loop.call_later(min(1.0, self._stall / 4), self._tick, loop) if self._watches else None
