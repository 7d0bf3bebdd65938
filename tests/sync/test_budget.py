"""Quotas are exact over restarts, never under-counted after a crash, and leave the last fifth to the user."""

from __future__ import annotations

import asyncio
import calendar
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crmdesk.errors import QuotaKept, RateLimited
from crmdesk.providers.info import Window
from crmdesk.store import Store
from crmdesk.sync.budget import BLOCKS_PER_WINDOW, LARGEST_BLOCK, Budgets, QuotaBudget
from tests.first_start import laid
from tests.simulated_clock import SimulatedClock

HOURLY = (Window("hour", 20),)
ENTERPRISE = (Window("hour", 2_000), Window("day", 10_000), Window("month", 100_000))
OWNER = "flex:https://tenant.example/f5/api"


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock()


@pytest.fixture
async def store(tmp_path: Path, clock: SimulatedClock) -> AsyncIterator[Store]:
    opened = Store.open(laid(tmp_path / "crmdesk.db"), clock=clock, backups=tmp_path / "backups")
    yield opened
    await opened.close()


async def counted(store: Store) -> int:
    """All calls that the ledger knows of."""
    return await store.read(lambda reads: reads.ledger.since(OWNER, datetime(2000, 1, 1, tzinfo=UTC)))


async def spend(budget: QuotaBudget, calls: int, urgent: bool = True) -> int:
    """Spend so many times; how many were allowed."""
    allowed = 0
    for _ in range(calls):
        try:
            await budget.spend(urgent)
        except RateLimited:
            break
        allowed += 1
    return allowed


async def test_one_call_is_told_as_one(store: Store, clock: SimulatedClock) -> None:
    budget = QuotaBudget(store, OWNER, (Window("hour", 1),), clock)
    await budget.spend(True)
    with pytest.raises(RateLimited, match="The one call that the CRM allows in one hour is used up"):
        await budget.spend(True)
    await budget.close()


async def test_what_runs_by_itself_stops_at_four_fifths_and_edits_may_use_all(
    store: Store, clock: SimulatedClock
) -> None:
    budget = QuotaBudget(store, OWNER, HOURLY, clock)
    clock.pass_time(600)
    assert await spend(budget, 100, urgent=False) == 16
    with pytest.raises(QuotaKept) as kept:
        await budget.spend(False)
    assert kept.value.after == 3000
    assert await spend(budget, 100, urgent=True) == 4
    with pytest.raises(RateLimited) as full:
        await budget.spend(True)
    assert not isinstance(full.value, QuotaKept)
    assert full.value.after == 3000
    clock.pass_time(3000)
    assert await spend(budget, 100, urgent=False) == 16
    await budget.close()
    assert await counted(store) == 36


@pytest.mark.parametrize("calls", [1, LARGEST_BLOCK - 1, LARGEST_BLOCK, LARGEST_BLOCK + 1, 333])
async def test_an_orderly_end_counts_exactly(store: Store, clock: SimulatedClock, calls: int) -> None:
    for _ in range(3):
        budget = QuotaBudget(store, OWNER, ENTERPRISE, clock)
        assert await spend(budget, calls) == calls
        await budget.close()
    assert await counted(store) == 3 * calls


async def test_a_crash_counts_too_many_rather_than_too_few(store: Store, clock: SimulatedClock) -> None:
    made = 0
    for calls in (1, 7, 26, 60):
        # Nothing is given back: the process is gone.
        made += await spend(QuotaBudget(store, OWNER, ENTERPRISE, clock), calls)
    known = await counted(store)
    assert made <= known <= made + 4 * (LARGEST_BLOCK - 1)
    assert await QuotaBudget(store, OWNER, ENTERPRISE, clock).used(ENTERPRISE[0]) == known


async def test_a_quota_used_up_before_a_restart_is_used_up_after_it(store: Store, clock: SimulatedClock) -> None:
    first = QuotaBudget(store, OWNER, HOURLY, clock)
    await spend(first, 20)
    await first.close()
    assert await spend(QuotaBudget(store, OWNER, HOURLY, clock), 1) == 0


async def test_many_at_once_are_counted_one_each(store: Store, clock: SimulatedClock) -> None:
    budget = QuotaBudget(store, OWNER, (Window("hour", 1_000),), clock)
    done = await asyncio.gather(*(budget.spend(True) for _ in range(1_200)), return_exceptions=True)
    assert sum(one is None for one in done) == 1_000
    assert all(isinstance(one, RateLimited) for one in done if one is not None)
    await budget.close()
    assert await counted(store) == 1_000


async def test_a_caller_that_is_cancelled_takes_nothing_from_the_others(store: Store, clock: SimulatedClock) -> None:
    budget = QuotaBudget(store, OWNER, ENTERPRISE, clock)
    waiting = [asyncio.ensure_future(budget.spend(True)) for _ in range(5)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    done = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(one) for one in done] == [asyncio.CancelledError, *[type(None)] * 4]
    await budget.close()
    assert await counted(store) == 4


async def test_the_window_that_ends_last_names_the_wait(store: Store, clock: SimulatedClock) -> None:
    windows = (Window("hour", 5), Window("day", 5), Window("month", 1_000))
    budget = QuotaBudget(store, OWNER, windows, clock)
    assert await spend(budget, 9) == 5
    with pytest.raises(RateLimited) as full:
        await budget.spend(True)
    midnight = (clock.now() + timedelta(days=1)).replace(hour=0, minute=0)
    assert full.value.after == (midnight - clock.now()).total_seconds()


@pytest.mark.parametrize("month", range(1, 13))
async def test_a_month_ends_with_its_last_day_in_utc(tmp_path: Path, month: int) -> None:
    class At(SimulatedClock):
        def now(self) -> datetime:
            return datetime(2028, month, calendar.monthrange(2028, month)[1], 23, 59, 30, tzinfo=UTC) + timedelta(
                seconds=self.monotonic()
            )

    clock = At()
    store = Store.open(laid(tmp_path / "crmdesk.db"), clock=clock, backups=tmp_path)
    budget = QuotaBudget(store, OWNER, (Window("month", 50),), clock)
    assert await spend(budget, 60) == 50
    with pytest.raises(RateLimited) as full:
        await budget.spend(True)
    assert full.value.after == 30
    clock.pass_time(30)
    assert await spend(budget, 60) == 50
    await budget.close()
    assert await counted(store) == 100
    await store.close()


async def test_a_block_that_the_hour_outlives_goes_back_to_its_own_hour(store: Store, clock: SimulatedClock) -> None:
    budget = QuotaBudget(store, OWNER, ENTERPRISE, clock)
    before = clock.now()
    await spend(budget, 3)
    clock.pass_time(3600)
    await spend(budget, 2)
    await budget.close()
    hours = await store.read(lambda reads: reads.ledger.hours(OWNER, before))
    assert hours == {before: 3, before + timedelta(hours=1): 2}


async def test_calls_of_a_clock_that_was_wrong_do_not_count_for_ever(store: Store, clock: SimulatedClock) -> None:
    clock.set_wall(timedelta(days=400))
    wrong = QuotaBudget(store, OWNER, HOURLY, clock)
    await spend(wrong, 20)
    await wrong.close()
    clock.set_wall(timedelta(days=-400))
    assert await spend(QuotaBudget(store, OWNER, HOURLY, clock), 100) == 20


def test_small_quotas_are_counted_in_small_blocks(store: Store, clock: SimulatedClock) -> None:
    for calls in (20, 1_000, 5_000):
        block = QuotaBudget(store, OWNER, (Window("hour", calls),), clock)._block(clock.now())
        assert 1 <= block <= max(1, min(LARGEST_BLOCK, calls // BLOCKS_PER_WINDOW))


async def test_an_owner_has_one_budget_however_often_it_connects(store: Store, clock: SimulatedClock) -> None:
    budgets = Budgets(store, clock)
    assert budgets.of(OWNER, ()) is None
    first = budgets.of(OWNER, HOURLY)
    assert budgets.of(OWNER, ENTERPRISE) is first
    assert first is not None
    assert first.windows == ENTERPRISE
    await first.spend(True)
    await budgets.close()
    assert await counted(store) == 1
