"""A desk in a process of its own, at work until it is killed: it tells each action once the desk has confirmed it.

    python -m tests.crash.victim PROFILE

makes one such process for each number that it is given on its standard input, and says "over" when it has ended. They
are forks of this one, which has loaded the whole program already: to start it would take longer than to kill it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import sys
import tempfile
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
    tell(f"pid {os.getpid()}")
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


async def warm_up(directory: Path) -> None:
    """Load what such a process needs, by a little work on a copy that is thrown away; no thread is left."""
    with tempfile.TemporaryDirectory(prefix="warm-") as home:
        shutil.copytree(directory, Path(home) / "profile")
        async with await Desk.open(Profile.at(Path(home) / "profile"), keys=KeySource(KEY)) as desk:
            (item, *_), _ = await desk.items(ItemQuery(), None)
            await desk.edit(item.id, dict(item.values))
            await desk.sync(full=True)


def main() -> int:
    """Fork a victim for each line, and wait for its end."""
    logging.disable(logging.CRITICAL)
    directory = Path(sys.argv[1])
    asyncio.run(warm_up(directory))
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                asyncio.run(work(directory, int(line)))
            finally:
                os._exit(1)
        os.waitpid(child, 0)
        tell("over")
    return 0


if __name__ == "__main__":
    sys.exit(main())
