"""A desk that serves the API and makes contacts without end, for whoever follows its feed; ended by being killed.

    python -m tests.crash.feeder PROFILE PAUSE

Its first line is the address; the key is in the file `key` beside the profile. Each contact that was committed is a
line of the file `made` there: its id, and when the commit came back, by the machine's own clock.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

from crmdesk.api.server import ApiServer
from crmdesk.desk import ApiKey, Desk, scopes_of
from crmdesk.domain.fields import Kind
from crmdesk.errors import NotFound
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile


async def feed(root: Path, pause: float) -> None:
    """Make contacts until killed."""
    desk = await Desk.open(Profile.at(root), keys=KeySource.throw_away())
    server = ApiServer(desk)
    url = (await server.start(0)).url
    try:
        desk.api.key("follower")
    except NotFound:
        _, secret = await desk.api.add_key(ApiKey("follower", b"", "", scopes_of(["read"]), rate=1_000_000))
        root.with_name("key").write_text(secret)
    print(url, flush=True)
    with root.with_name("made").open("a", buffering=1) as told:
        while True:
            made = await desk.new(Kind.CONTACT, {"first_name": "Ada"})
            told.write(f"{made.id} {time.monotonic()}\n")
            await asyncio.sleep(pause)


if __name__ == "__main__":
    asyncio.run(feed(Path(sys.argv[1]), float(sys.argv[2])))
