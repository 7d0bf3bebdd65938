"""Quotas: the calls that may still be made in an hour, a day and a month, remembered across restarts.

A quota belongs to whom the CRM counts by, a tenant or a key: accounts with the same owner spend from one budget, and an
account that is removed and connected again goes on where it was. The hours are those of the CRM's calendar, taken to be
UTC. Calls are kept in the store's ledger in blocks: a block is
written there before its first call is made, and what was not used of it is given back at an orderly end. After a crash
the ledger therefore counts a few calls too many, never one too few.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from crmdesk.domain.clock import Clock
from crmdesk.errors import QuotaKept, RateLimited
from crmdesk.providers.info import Window
from crmdesk.store import Reads, Store, Tx

BACKGROUND_SHARE = 0.8  # of each window; the rest is for the user's own edits
LARGEST_BLOCK = 25  # calls; one durable write for each block
BLOCKS_PER_WINDOW = 50  # a small quota is counted in smaller blocks
_HOUR = timedelta(hours=1)


class QuotaBudget:
    """The quota windows of one owner; every connection that is counted for it spends from the same budget."""

    def __init__(self, store: Store, owner: str, windows: Sequence[Window], clock: Clock) -> None:
        self._store = store
        self._owner = owner
        self._clock = clock
        self._hours: dict[datetime, int] | None = None  # calls made in each hour of this month, blocks not included
        self._sums: dict[str, tuple[datetime, int]] = {}  # by span: the window's start, and the calls made in it
        self._block_of: datetime | None = None  # the hour for which the present block was written
        self._left = 0  # calls of the block not made yet
        self._renewing: asyncio.Task[None] | None = None
        self.windows = tuple(windows)

    async def spend(self, urgent: bool) -> None:
        """Count one call before it is sent.

        Raises RateLimited, with the seconds until the window ends, when one is used up; QuotaKept where only the
        user's own edits may still call.
        """
        while True:
            now = self._clock.now()
            hour = _start("hour", now)
            if self._hours is not None and self._block_of == hour and self._left > 0:
                self._refuse_beyond(now, urgent)
                self._left -= 1
                self._hours[hour] = self._hours.get(hour, 0) + 1
                self._sums = {span: (start, calls + 1) for span, (start, calls) in self._sums.items()}
                return
            if self._hours is not None:
                self._refuse_beyond(now, urgent)
            await self._renew()

    async def used(self, window: Window) -> int:
        """The calls made in that window so far."""
        if self._hours is None:
            await self._renew()
        return self._made(window, self._clock.now())

    def made(self, window: Window) -> int | None:
        """The same without waiting; None while nothing was spent since the desk was opened."""
        return None if self._hours is None else self._made(window, self._clock.now())

    async def close(self) -> None:
        """Give back what was written down and not used; the next spending begins a new block."""
        if self._renewing is not None:
            await asyncio.gather(self._renewing, return_exceptions=True)
        hour, left = self._block_of, self._left
        self._block_of, self._left = None, 0
        if hour is not None and left:
            await self._store.write(lambda tx: tx.ledger.add(self._owner, hour, -left))

    def _made(self, window: Window, now: datetime) -> int:
        start = _start(window.span, now)
        known = self._sums.get(window.span)
        if known is None or known[0] != start:
            end = _end(window.span, now)
            calls = sum(calls for hour, calls in (self._hours or {}).items() if start <= hour < end)
            known = self._sums[window.span] = start, calls
        return known[1]

    def _refuse_beyond(self, now: datetime, urgent: bool) -> None:
        full = [window for window in self.windows if self._made(window, now) >= window.calls]
        if full:
            last = max(full, key=lambda window: _end(window.span, now))
            raise RateLimited(
                f"{_calls(last)} used up.",
                after=(_end(last.span, now) - now).total_seconds(),
            )
        if urgent:
            return
        kept = [w for w in self.windows if self._made(w, now) >= int(w.calls * BACKGROUND_SHARE)]
        if kept:
            last = max(kept, key=lambda window: _end(window.span, now))
            raise QuotaKept(
                f"{_calls(last)} used up but for the last, which are kept for your edits.",
                after=(_end(last.span, now) - now).total_seconds(),
            )

    def give_back(self) -> None:
        """The call counted last was never sent."""
        hour = _start("hour", self._clock.now())
        if self._hours is not None and self._block_of == hour and self._hours.get(hour, 0) > 0:
            self._left += 1
            self._hours[hour] -= 1
            self._sums.clear()

    async def _renew(self) -> None:
        """Write down the next block. One at a time, and to its end whoever is cancelled meanwhile."""
        if self._renewing is None:
            self._renewing = asyncio.create_task(self._write_block(), name=f"budget of {self._owner}")
        task = self._renewing
        try:
            await asyncio.shield(task)
        finally:
            if task.done():
                self._renewing = None if self._renewing is task else self._renewing

    async def _write_block(self) -> None:
        now = self._clock.now()
        hour, before, left = _start("hour", now), self._block_of, self._left
        size = self._block(now)

        def write(tx: Tx) -> dict[datetime, int]:
            if before is not None and left:
                tx.ledger.add(self._owner, before, -left)
            known = tx.ledger.hours(self._owner, _start("month", now))
            tx.ledger.add(self._owner, hour, size)
            return known

        known = await self._store.write(write)
        self._hours = known
        self._sums.clear()
        self._block_of, self._left = hour, size

    def _block(self, now: datetime) -> int:
        most = min((window.calls for window in self.windows), default=LARGEST_BLOCK)
        size = max(1, min(LARGEST_BLOCK, most // BLOCKS_PER_WINDOW))
        if self._hours is None:
            return size
        rest = min((window.calls - self._made(window, now) for window in self.windows), default=size)
        return max(1, min(size, rest))


def _calls(window: Window) -> str:
    said = "one call" if window.calls == 1 else f"{window.calls:,} calls"
    return f"The {said} that the CRM allows in one {window.span} {'is' if window.calls == 1 else 'are'}"


def _start(span: str, now: datetime) -> datetime:
    hour = now.replace(minute=0, second=0, microsecond=0)
    if span == "hour":
        return hour
    day = hour.replace(hour=0)
    return day if span == "day" else day.replace(day=1)


def _end(span: str, now: datetime) -> datetime:
    start = _start(span, now)
    if span == "month":
        return (start + timedelta(days=32)).replace(day=1)
    return start + (_HOUR if span == "hour" else timedelta(days=1))


class Budgets:
    """The budgets of all that has a quota, one for each owner however often connections are opened anew."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._of: dict[str, QuotaBudget] = {}

    def of(self, owner: str, windows: Sequence[Window]) -> QuotaBudget | None:
        """The owner's budget under these windows; None where there is no quota to keep."""
        if not windows:
            return None
        budget = self._of.get(owner)
        if budget is None:
            budget = self._of[owner] = QuotaBudget(self._store, owner, windows, self._clock)
        budget.windows = tuple(windows)
        return budget

    def made(self, reads: Reads, owner: str, window: Window) -> int:
        """The calls made in a window that has not ended."""
        budget = self._of.get(owner)
        made = None if budget is None else budget.made(window)
        return reads.ledger.since(owner, _start(window.span, reads.now)) if made is None else made

    async def close(self) -> None:
        """Give back what was not used, before the store closes."""
        for budget in self._of.values():
            await budget.close()
        self._of.clear()
