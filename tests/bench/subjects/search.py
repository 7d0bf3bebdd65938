"""The desk searches: what the window asks for while somebody types."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

from crmdesk.desk import Desk
from crmdesk.domain.records import ItemQuery
from crmdesk.paths import Profile
from tests.bench import programs


async def search(given: dict[str, Any]) -> dict[str, Any]:
    seconds: list[float] = []
    totals: list[int] = []
    async with await Desk.open(Profile.at(Path(given["profile"]))) as desk:
        await desk.page(ItemQuery(text="zzzzzz"), given["limit"])
        for text in given["queries"]:
            began = time.perf_counter()
            ids, total = await desk.page(ItemQuery(text=text), given["limit"])
            seconds.append(time.perf_counter() - began)
            totals.append(total)
            if len(ids) != min(total, given["limit"]):
                raise AssertionError(f"{text!r}: {len(ids)} ids of {total} hits")
    return {"seconds": seconds, "totals": totals}


if __name__ == "__main__":
    programs.answer(asyncio.run(search(programs.given())))
