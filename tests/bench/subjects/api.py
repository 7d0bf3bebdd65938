"""The desk serves its API until the file `stop` is there; then it does the same without it."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

from crmdesk.api.server import ApiServer
from crmdesk.desk import ApiKey, Desk, scopes_of
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.values import Value, entries
from crmdesk.store import Tx
from crmdesk.sync.actions import edits
from crmdesk.system.paths import Profile
from tests.bench import programs

PLENTY = 10**8
PAGE = 50


async def serve(given: dict[str, Any]) -> dict[str, Any]:
    async with await Desk.open(Profile.at(Path(given["profile"]))) as desk:
        secret = (await desk.api.add_key(ApiKey("bench", b"", "", scopes_of(["all"]), rate=PLENTY)))[1]
        server = ApiServer(desk)
        serving = await server.start(0)
        print(json.dumps({"port": int(serving.url.rpartition(":")[2]), "key": secret}), flush=True)
        await asyncio.to_thread(programs.wait_for, given["stop"])
        await server.stop()
        pages = []
        for number in range(given["pages"]):
            began = time.perf_counter()
            await desk.items(ItemQuery(sort=("id",)), PAGE, number * PAGE)
            pages.append(time.perf_counter() - began)
        people: list[dict[str, Value | None]] = [
            {"name": f"Own {n}", "emails": entries([f"own{n}@mail.example"])} for n in range(given["bulk"])
        ]

        def make(tx: Tx) -> None:
            for one in people:
                edits.make(tx, Kind.CONTACT, one)

        began = time.perf_counter()
        await desk._store.write(make)
        return {"pages": pages, "made": time.perf_counter() - began}


if __name__ == "__main__":
    programs.answer(asyncio.run(serve(programs.given())))
