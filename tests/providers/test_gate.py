"""The gate: order, spacing and pauses, on a clock that never really waits."""

from __future__ import annotations

import asyncio

import pytest

from crmdesk.errors import RateLimited
from crmdesk.providers.wire.rate_gate import LONGEST_PAUSE, Gate
from tests.contract.patient_clock import PatientClock


async def pass_through(gate: Gate, name: str, passed: list[str], *, urgent: bool) -> None:
    async with gate.admit(urgent):
        passed.append(name)
        await asyncio.sleep(0)


async def test_requests_are_spaced_as_declared() -> None:
    clock, passed = PatientClock(), list[float]()
    gate = Gate(2.0, 8, 10.0, clock)

    async def one() -> None:
        async with gate.admit(False):
            passed.append(clock.monotonic())

    await asyncio.gather(*(one() for _ in range(5)))
    assert passed == pytest.approx([0, 0.5, 1.0, 1.5, 2.0])


async def test_without_spacing_nobody_waits() -> None:
    clock = PatientClock()
    gate = Gate(None, 2, 10.0, clock)
    passed: list[str] = []
    await asyncio.gather(*(pass_through(gate, str(number), passed, urgent=False) for number in range(20)))
    assert (len(passed), clock.slept) == (20, [])


async def test_no_more_than_allowed_are_in_flight() -> None:
    gate, inside, most = Gate(None, 3, 10.0, PatientClock()), 0, 0

    async def one() -> None:
        nonlocal inside, most
        async with gate.admit(False):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*(one() for _ in range(30)))
    assert most == 3


@pytest.mark.parametrize("per_second", [None, 1.0])
async def test_an_edit_goes_before_all_waiting_pulls(per_second: float | None) -> None:
    gate, passed, done = Gate(per_second, 1, 10.0, PatientClock()), list[str](), asyncio.Event()

    async def in_flight() -> None:
        async with gate.admit(False):
            await done.wait()

    async with asyncio.TaskGroup() as group:
        group.create_task(in_flight())
        await asyncio.sleep(0)
        for number in range(4):
            group.create_task(pass_through(gate, f"pull {number}", passed, urgent=False))
        for _turn in range(5):
            await asyncio.sleep(0)
        group.create_task(pass_through(gate, "edit", passed, urgent=True))
        await asyncio.sleep(0)
        done.set()
    assert passed == ["edit", "pull 0", "pull 1", "pull 2", "pull 3"]


async def test_a_long_pause_refuses_and_a_short_one_waits() -> None:
    clock, passed = PatientClock(), list[str]()
    gate = Gate(None, 2, 10.0, clock)
    gate.block(60)
    with pytest.raises(RateLimited) as refused:
        await pass_through(gate, "early", passed, urgent=True)
    assert refused.value.after == 60
    clock.elapsed += 55
    await pass_through(gate, "later", passed, urgent=False)
    assert passed == ["later"]
    assert clock.monotonic() == 60


async def test_pauses_are_bounded_and_never_shortened() -> None:
    gate = Gate(None, 2, 10.0, PatientClock())
    gate.block(1e30)
    assert gate.pause_left == LONGEST_PAUSE
    gate.block(1)
    gate.block(-5)
    assert gate.pause_left == LONGEST_PAUSE


async def test_whoever_gives_up_waiting_holds_nobody_back() -> None:
    gate, passed = Gate(None, 1, 10.0, PatientClock()), list[str]()
    async with gate.admit(False):
        waiting = [asyncio.ensure_future(pass_through(gate, str(n), passed, urgent=n % 2 == 0)) for n in range(6)]
        await asyncio.sleep(0)
        for task in waiting[:4]:
            task.cancel()
        await asyncio.gather(*waiting[:4], return_exceptions=True)
    await asyncio.gather(*waiting[4:])
    await pass_through(gate, "last", passed, urgent=False)
    assert sorted(passed) == ["4", "5", "last"]
