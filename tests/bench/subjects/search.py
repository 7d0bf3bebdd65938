"""The desk searches: what the window asks for while somebody types."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from statistics import median
from typing import Any

from crmdesk.desk import Desk
from crmdesk.domain.records import ItemQuery
from crmdesk.system.paths import Profile
from tests.bench import programs


async def search(given: dict[str, Any]) -> dict[str, Any]:
    seconds: list[list[float]] = [[] for _ in given["queries"]]
    totals = [0] * len(seconds)
    async with await Desk.open(Profile.at(Path(given["profile"]))) as desk:
        for _ in range(given["rounds"]):
            for number, text in enumerate(given["queries"]):
                began = time.perf_counter()
                ids, totals[number] = await desk.page(ItemQuery(text=text), given["limit"])
                seconds[number].append(time.perf_counter() - began)
                if len(ids) != min(totals[number], given["limit"]):
                    raise AssertionError(f"{text!r}: {len(ids)} ids of {totals[number]} hits")
    return {"seconds": [median(times) for times in seconds], "first": [times[0] for times in seconds], "totals": totals}


if __name__ == "__main__":
    programs.answer(asyncio.run(search(programs.given())))
