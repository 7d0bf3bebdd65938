"""How long a test waits for what must come: a guard against waiting for ever, never a measure of speed.

A test waits for the thing itself. Where a promise is a time ("ends within three seconds"), the time is stretched by
how much slower this machine is just now than a quiet one, so that a busy machine proves the same promise.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

PATIENCE = 240.0  # seconds
_PROBE_SECONDS = 0.02


async def until(holds: Callable[[], object]) -> None:
    """Let the loop turn until that holds; AssertionError where it never does."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it did not come to that"
        await asyncio.sleep(0.005)


def wait_until(holds: Callable[[], object]) -> None:
    """The same for what goes on in another thread or process."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.005)


class Stopwatch:
    """Seconds as a quiet machine would count them: from the start, less what other programs took of the processor."""

    def __init__(self) -> None:
        self._slowness = _slowness()
        self._began = time.monotonic()

    def seconds(self) -> float:
        """How long it took until now."""
        passed = time.monotonic() - self._began
        return passed / max(self._slowness, _slowness())


def _slowness() -> float:
    """How many times longer work takes now than with a processor of its own; 1 on a quiet machine."""
    began, worked = time.monotonic(), time.thread_time()
    while time.thread_time() - worked < _PROBE_SECONDS:
        pass
    return max(1.0, (time.monotonic() - began) / (time.thread_time() - worked))
