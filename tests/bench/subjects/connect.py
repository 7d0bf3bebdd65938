"""A profile with one account that has never been synced."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from crmdesk.desk import Desk
from crmdesk.domain.accounts import Direction
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from tests.bench import programs


async def connect(given: dict[str, Any]) -> dict[str, Any]:
    async with await Desk.open(Profile.at(Path(given["profile"])), keys=KeySource(environment=given["key"])) as desk:
        account = await desk.add_account("dex", "Dex", given["settings"], {"key": given["secret"]}, Direction.PULL)
        return {"account": account.id}


if __name__ == "__main__":
    programs.answer(asyncio.run(connect(programs.given())))
