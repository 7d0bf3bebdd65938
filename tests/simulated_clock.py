"""A clock that stands still until a test moves it, so that hours of waiting pass at once and in order."""

from __future__ import annotations

import asyncio
import heapq
import random
from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SHORT = 15.0  # seconds; waits up to this are a transport's own pauses, and pass by themselves


class SimulatedClock:
    """Short waits pass at once; longer ones end when `advance` comes to their time. Chance comes from a seed.

    `set_back` and `set_forward` move the wall clock alone, as a person or a time server does.
    """

    def __init__(self, seed: int = 1) -> None:
        self._elapsed = 0.0
        self._offset = timedelta()
        self._chance = random.Random(seed)
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._number = 0
        self.slept: list[float] = []

    def now(self) -> datetime:
        """The wall clock."""
        return START + timedelta(seconds=self._elapsed) + self._offset

    def monotonic(self) -> float:
        """Seconds since the start."""
        return self._elapsed

    def set_wall(self, by: timedelta) -> None:
        """Move the wall clock and nothing else."""
        self._offset += by

    async def sleep(self, seconds: float) -> None:
        """Wait; a short wait takes no time, but passes it."""
        self.slept.append(seconds)
        if seconds <= SHORT:
            self._elapsed += seconds
            await asyncio.sleep(0)
            return
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._number += 1
        heapq.heappush(self._sleepers, (self._elapsed + seconds, self._number, woken))
        await woken

    @property
    def asleep(self) -> int:
        """How many wait for a time to come."""
        return sum(not woken.done() for _, _, woken in self._sleepers)

    def next_wake(self) -> float | None:
        """In how many seconds the first of them wakes."""
        times = [moment for moment, _, woken in self._sleepers if not woken.done()]
        return min(times) - self._elapsed if times else None

    def pass_time(self, seconds: float) -> None:
        """Let time pass; who waited until then wakes up at the next turn of the loop."""
        self._elapsed += seconds
        while self._sleepers and self._sleepers[0][0] <= self._elapsed:
            woken = heapq.heappop(self._sleepers)[2]
            if not woken.done():
                woken.set_result(None)

    def random(self) -> float:
        """Chance in [0, 1)."""
        return self._chance.random()

    def token(self) -> str:
        """A key that no other call gives."""
        return f"{self._chance.getrandbits(128):032x}"
