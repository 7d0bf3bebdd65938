"""The desk imports a file of strangers, the same file again, and takes a smaller import back."""

from __future__ import annotations

import asyncio
import resource
import time
from pathlib import Path
from typing import Any

from crmdesk.desk import Desk
from crmdesk.desk.importing.files import Asked
from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.choice import Choice
from crmdesk.domain.importing.report import ImportRun
from crmdesk.domain.records import ItemQuery
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from tests.bench import programs


async def bring_in(given: dict[str, Any]) -> dict[str, Any]:
    async with await Desk.open(Profile.at(Path(given["place"]) / "desk"), keys=KeySource.throw_away()) as desk:
        idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        first, run = await once(desk, given["file"])
        memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - idle) / 1024
        again, unchanged = await once(desk, given["file"])
        found = len(await desk.ids(ItemQuery(Kind.CONTACT, "agent")))
        small, undone = await once(desk, given["small"])
        began = time.process_time()
        plan = await desk.undo(undone.set_id)
        undo = time.process_time() - began
    if not run.counts.created == unchanged.counts.unchanged == found or len(plan.lines) != undone.counts.created:
        raise AssertionError(f"{run.counts}, {unchanged.counts}, {found} found, {len(plan.lines)} taken back")
    return {"first": first, "again": again, "small": small, "undo": undo, "memory": memory}


async def once(desk: Desk, file: str) -> tuple[float, ImportRun]:
    """Import a file as it is proposed; gives the seconds of a processor that it took, and what became of it."""
    began = time.process_time()
    source = await desk.imports.open(file)
    run = await desk.imports.carry_out(source, desk.imports.choice_for(source, Choice(), Asked(source.kind)))
    return time.process_time() - began, run


if __name__ == "__main__":
    programs.answer(asyncio.run(bring_in(programs.given())))
