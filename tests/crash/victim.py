"""A desk in a process of its own, at work until it is killed: it tells each action once the desk has confirmed it."""

from __future__ import annotations

import asyncio
import logging
import sys
from itertools import count
from pathlib import Path

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.errors import DeskError
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile

KEY = "11" * 32


def tell(words: str) -> None:
    """One line to whoever watches, at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


async def work(directory: Path, first: int) -> None:
    """Edit, create, pull and send, without an end; numbers go on from `first`."""
    desk = await Desk.open(Profile.at(directory), keys=KeySource(KEY))
    desk.start()
    account = desk.account("Dex")
    tell("open")
    syncing: asyncio.Task[object] | None = None
    for number in count(first):
        items, _ = await desk.items(ItemQuery(), None)
        item = items[number % len(items)]
        try:
            await desk.edit(item.id, {"company": f"kept {number}"})
            tell(f"edit {item.id} {number}")
            if number % 7 == 0:
                await desk.new(Kind.CONTACT, {"first_name": f"Made{number}", "last_name": "Once"}, [account.id])
                tell(f"new {number}")
        except DeskError as refusal:
            tell(f"refused {refusal.id}")
        if syncing is None or syncing.done():
            syncing = asyncio.create_task(desk.sync([account.id], full=number % 2 == 0))
        await asyncio.sleep(0.002)


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    asyncio.run(work(Path(sys.argv[1]), int(sys.argv[2])))
