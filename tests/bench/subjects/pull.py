"""The desk pulls the whole list of one account: connects it where the profile is new, then syncs once."""

from __future__ import annotations

import asyncio
import gc
import json
import time
from pathlib import Path
from typing import Any

from crmdesk.desk import Desk
from crmdesk.domain.accounts import Direction
from crmdesk.domain.records import ItemQuery
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from tests.bench import programs


async def pull(given: dict[str, Any]) -> dict[str, Any]:
    keys = KeySource(environment=given["key"])
    async with await Desk.open(Profile.at(Path(given["profile"])), keys=keys) as desk:
        if not desk.accounts():
            secret = given["secret"]
            secrets = json.loads(secret) if secret.startswith("{") else {"key": secret}
            await desk.add_account(given.get("provider", "dex"), "CRM", given["settings"], secrets, Direction.PULL)
        gc.collect()
        began, worked = time.perf_counter(), time.process_time()
        (run,) = await desk.sync(full=True)
        seconds, work = time.perf_counter() - began, time.process_time() - worked
        hits = {text: (await desk.page(ItemQuery(text=text), 50))[1] for text in given["searched"]}
        return {
            "seconds": seconds,
            "work": work,
            "outcome": str(run.outcome),
            "balanced": run.balanced,
            "new": run.new,
            "same": run.same,
            "fetched": run.fetched,
            "hits": hits,
        }


if __name__ == "__main__":
    programs.answer(asyncio.run(pull(programs.given())))
