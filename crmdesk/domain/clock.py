"""Time and randomness as things that are passed in, so that a year of syncs can be simulated in seconds."""

from __future__ import annotations

import asyncio
import random
import secrets
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Where the time, waiting and chance come from."""

    def now(self) -> datetime:
        """The wall clock, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...

    def random(self) -> float:
        """Chance in [0, 1)."""
        ...

    def token(self) -> str:
        """A fresh unguessable key, 32 hexadecimal digits."""
        ...


class SystemClock:
    """The real time."""

    def now(self) -> datetime:
        """The wall clock, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait; steps of an hour at most, since a Qt timer cannot wait for weeks."""
        for _ in range(int(seconds // 3600)):
            await asyncio.sleep(3600.0)
        await asyncio.sleep(seconds % 3600)

    def random(self) -> float:
        """Chance in [0, 1)."""
        return random.random()

    def token(self) -> str:
        """A fresh unguessable key, 32 hexadecimal digits."""
        return secrets.token_hex(16)
