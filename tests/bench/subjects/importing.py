"""The desk imports a file of strangers, the same file again, and takes a smaller import back."""

from __future__ import annotations

import asyncio
import resource
import time
from pathlib import Path
from typing import Any

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.choice import Choice
from crmdesk.domain.records import ItemQuery
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from tests.bench import programs


async def bring_in(given: dict[str, Any]) -> dict[str, Any]:
    gaps: list[float] = []

    async def beat() -> None:
        last = time.perf_counter()
        while True:
            await asyncio.sleep(0.005)
            now = time.perf_counter()
            gaps.append(now - last - 0.005)
            last = now

    async with await Desk.open(Profile.at(Path(given["place"]) / "desk"), keys=KeySource.throw_away()) as desk:
        idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        heart = asyncio.create_task(beat())

        async def once(file: str) -> tuple[float, Any]:
            began = time.perf_counter()
            source = await desk.imports.open(file)
            run = await desk.imports.carry_out(source, desk.imports.choice_for(source, Choice(), _said(source)))
            return time.perf_counter() - began, run

        first, run = await once(given["file"])
        memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - idle) / 1024
        again, unchanged = await once(given["file"])
        found = len(await desk.ids(ItemQuery(Kind.CONTACT, "agent")))
        small, undone = await once(given["small"])
        began = time.perf_counter()
        plan = await desk.undo(undone.set_id)
        undo = time.perf_counter() - began
        heart.cancel()
    if not run.counts.created == unchanged.counts.unchanged == found or len(plan.lines) != undone.counts.created:
        raise AssertionError(f"{run.counts}, {unchanged.counts}, {found} found, {len(plan.lines)} taken back")
    return {"first": first, "again": again, "small": small, "undo": undo, "memory": memory, "gaps": gaps}


def _said(source: Any) -> Any:
    from crmdesk.desk.importing.files import Asked

    return Asked(source.kind)


if __name__ == "__main__":
    programs.answer(asyncio.run(bring_in(programs.given())))
