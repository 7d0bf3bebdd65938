"""Waiting for a time to come, or to be woken before it."""

from __future__ import annotations

import asyncio

from crmdesk.domain.clock import Clock


async def woken(wake: asyncio.Event, clock: Clock, seconds: float) -> None:
    """Wait until that is set, so many seconds at most."""
    waits = [asyncio.create_task(clock.sleep(seconds)), asyncio.create_task(wake.wait())]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waits:
            task.cancel()
        await asyncio.gather(*waits, return_exceptions=True)
