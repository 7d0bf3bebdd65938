"""The desk changes many contacts as one, and takes it back."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.query.bulk import How, Touch
from crmdesk.domain.records import ItemQuery
from crmdesk.system.paths import Profile
from tests.bench import programs


async def edit(given: dict[str, Any]) -> dict[str, Any]:
    gaps: list[float] = []

    async def beat() -> None:
        last = time.perf_counter()
        while True:
            await asyncio.sleep(0.005)
            now = time.perf_counter()
            gaps.append(now - last - 0.005)
            last = now

    async with await Desk.open(Profile.at(Path(given["profile"]))) as desk:
        ids = list(await desk.ids(ItemQuery(), given["amount"]))
        heart = asyncio.create_task(beat())
        edits, undos = [], []
        for number in range(given["rounds"]):
            touches = (Touch("job_title", How.SET, f"Editor {number}"),)
            began = time.perf_counter()
            done = await desk.edit_many(Kind.CONTACT, ids, touches)
            edits.append(time.perf_counter() - began)
            began = time.perf_counter()
            plan = await desk.undo()
            undos.append(time.perf_counter() - began)
            if len(done.changed) != len(ids) or len(plan.items(plan.lines[0].bucket)) != len(ids):
                raise AssertionError(f"{len(done.changed)} of {len(ids)} changed, {len(plan.lines)} taken back")
        heart.cancel()
    return {"edit": edits, "undo": undos, "gaps": gaps}


if __name__ == "__main__":
    programs.answer(asyncio.run(edit(programs.given())))
