"""A clock on which waiting takes no time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class PatientClock:
    """Stands still until somebody sleeps; remembers how long they slept. Chance is always `chance`."""

    def __init__(self, chance: float = 0.5) -> None:
        self.elapsed, self.chance = 0.0, chance
        self.slept: list[float] = []

    def now(self) -> datetime:
        """The wall clock."""
        return START + timedelta(seconds=self.elapsed)

    def monotonic(self) -> float:
        """Seconds since the start."""
        return self.elapsed

    async def sleep(self, seconds: float) -> None:
        """Let that time pass at once."""
        self.slept.append(seconds)
        self.elapsed += seconds
        await asyncio.sleep(0)

    def random(self) -> float:
        """Always the same chance."""
        return self.chance

    def token(self) -> str:
        """Always the same key."""
        return "0" * 32
