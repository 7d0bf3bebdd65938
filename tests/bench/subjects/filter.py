"""The desk filters: the first rows in name order, and apart from it the exact count."""

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


async def ask(given: dict[str, Any]) -> dict[str, Any]:
    first: list[list[float]] = [[] for _ in given["filters"]]
    count: list[list[float]] = [[] for _ in given["filters"]]
    totals = [0] * len(first)
    async with await Desk.open(Profile.at(Path(given["profile"]))) as desk:
        for _ in range(given["rounds"]):
            for number, text in enumerate(given["filters"]):
                query = ItemQuery(text=text)
                began = time.perf_counter()
                ids = await desk.ids(query, 50)
                first[number].append(time.perf_counter() - began)
                began = time.perf_counter()
                totals[number] = (await desk.page(query, 0))[1]
                count[number].append(time.perf_counter() - began)
                if len(ids) != min(50, totals[number]):
                    raise AssertionError(f"{text!r}: {len(ids)} ids of {totals[number]}")
    return {"first": [median(t) for t in first], "count": [median(t) for t in count], "totals": totals}


if __name__ == "__main__":
    programs.answer(asyncio.run(ask(programs.given())))
