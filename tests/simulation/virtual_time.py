"""Time that passes only while nothing else can happen: an event loop that leaps to its next timer, and its clock.

No selector, no thread and no system clock stand behind it, so that the same program does the same things in the same
order each time, and a year of waiting takes no longer than what happens in it.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MOST_TURNS = 300_000  # of the loop in one step; a program that turns more often waits for what never comes


class Stuck(AssertionError):
    """Nothing can happen any more, or something happens without end."""


class _Leaps:
    """Stands where the loop has its selector: waiting is to move the time on."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop

    def select(self, timeout: float | None) -> list[Any]:
        if timeout is None:
            raise Stuck("everything waits, and no timer is set")
        self._loop.turns += 1
        if self._loop.turns > MOST_TURNS:
            self._loop.turns = 0
            raise Stuck(f"{MOST_TURNS} turns of the loop in one step")
        if timeout > 0:
            self._loop.elapsed += timeout
        return []

    def close(self) -> None:
        return


class VirtualLoop(asyncio.BaseEventLoop):
    """An asyncio loop in virtual time; `turns` counts its rounds and is set back by whoever watches it."""

    def __init__(self) -> None:
        super().__init__()
        self.elapsed = 0.0
        self.turns = 0
        self._selector = _Leaps(self)

    def time(self) -> float:
        """Seconds since the start."""
        return self.elapsed

    def _process_events(self, events: list[Any]) -> None:
        return

    def _write_to_self(self) -> None:
        return


class VirtualClock:
    """The clock of one computer in virtual time; `jump` moves its wall clock alone, as sleep or a person does."""

    def __init__(self, loop: VirtualLoop, seed: int) -> None:
        self._loop = loop
        self._offset = timedelta()
        self._chance = random.Random(seed)

    def now(self) -> datetime:
        """The wall clock."""
        return START + timedelta(seconds=self._loop.elapsed) + self._offset

    def monotonic(self) -> float:
        """Seconds since the start."""
        return self._loop.elapsed

    def jump(self, by: timedelta) -> None:
        """Move the wall clock and nothing else."""
        self._offset += by

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    def random(self) -> float:
        """Chance in [0, 1)."""
        return self._chance.random()

    def token(self) -> str:
        """A key that no other call gives."""
        return f"{self._chance.getrandbits(128):032x}"


class Machine:
    """The computer that a desk runs on: it may die at a request or a write, and its disk may be full for a while."""

    def __init__(self) -> None:
        self.dead = False
        self.writes = 0
        self._dies: dict[str, int] = {}
        self._after = False
        self.spared = False  # also at what it was about to die at
        self._full = 0
        self._error: Callable[[], Exception] = RuntimeError

    def die_at(self, what: str, number: int, *, after: bool) -> None:
        """Die at the nth `request` or `write` from now, before or after it is carried out."""
        self._dies = {what: number}
        self.spared = False
        self._after = after

    def fill(self, writes: int, error: Callable[[], Exception]) -> None:
        """Let the next writes fail with that error, and nothing of them be done."""
        self._full, self._error = writes, error

    def clear(self) -> None:
        """Nothing of that is to come any more."""
        self._dies, self._full = {}, 0
        self.spared = True

    def reaches(self, what: str) -> bool:
        """Count one; whether this is the one to die at."""
        if what not in self._dies:
            return False
        self._dies[what] -= 1
        return self._dies[what] <= 0

    def carry_out(self, work: Callable[[], T], writes: bool) -> asyncio.Future[T]:
        """Do it here and now, unless the machine is dead, dies of it, or has no place left; it is told a turn later."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        dies = not self.dead and writes and self.reaches("write")
        if self.dead or (dies and not self._after):
            self.dead = True
            done.cancel()
            return done
        if writes and self._full > 0:
            self._full -= 1
            loop.call_soon(_tell, done, None, self._error())
            return done
        try:
            result = work()
        except Exception as error:
            loop.call_soon(_tell, done, None, error)
            return done
        if dies:
            self.dead = True
            done.cancel()
        else:
            loop.call_soon(_tell, done, result, None)
        return done

    @property
    def dies_after(self) -> bool:
        """Whether it dies after what it dies at was carried out."""
        return self._after


def _tell(done: asyncio.Future[Any], result: object, error: Exception | None) -> None:
    if done.done():
        return  # nobody waits for it any more
    if error is None:
        done.set_result(result)
    else:
        done.set_exception(error)


class Inline(Executor):
    """Carries work out where it is asked for, on no thread, as long as the machine lives.

    What it gives is the loop's own kind of future, which `asyncio.wrap_future` passes through.
    """

    def __init__(self, machine: Machine, name: str) -> None:
        self._machine = machine
        self._writes = name == "store-writer"

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Any:
        """The finished work."""
        return self._machine.carry_out(lambda: fn(*args, **kwargs), self._writes)


async def beside(call: Callable[[], Any], name: str) -> Any:
    """Stands for the thread of the vault: at once."""
    return call()
