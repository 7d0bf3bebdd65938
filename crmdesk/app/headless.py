"""The composition root without a window: a desk that syncs by schedule and serves the local API until it is ended.

A window that opens asks for the profile and gets it within three seconds. When that window is closed, this goes on.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import signal
import sys
from collections.abc import Iterator

from crmdesk.app.api_hosting import Hosting
from crmdesk.cli.call import Served
from crmdesk.cli.main import run_command
from crmdesk.cli.mock_crm import MockCrms
from crmdesk.desk import Desk
from crmdesk.errors import ProfileInUse
from crmdesk.system import log as log_files
from crmdesk.system.handover import Request
from crmdesk.system.instance_server import InstanceServer, Reply
from crmdesk.system.single_instance import InstanceLock, try_lock

LOOK_SECONDS = 2.0  # between looks at whether the window has let the profile go
END_SECONDS = 3.0  # how long ending may take, all together
PULSE_SECONDS = 0.5

_log = logging.getLogger(__name__)


def run(served: Served) -> int:
    """Serve until a signal ends it; the exit status. Raises ProfileInUse, PortTaken and what opening a desk raises."""
    lock = try_lock(served.profile.prepare())
    if lock is None:
        raise ProfileInUse(
            "The CRM Desk that is open holds the profile, and serves the API itself while that is switched on.",
            next="`crmdesk api on` switches it on there; or close that one first.",
        )
    log_files.setup(lock.profile)
    try:
        return asyncio.run(_Headless(served).main(lock))
    finally:
        log_files.shutdown()


class _Headless:
    """One process that serves; `ended` by a signal, `asked` for the profile by a window."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._ended, self._asked = asyncio.Event(), asyncio.Event()
        self._told = False

    async def main(self, lock: InstanceLock | None) -> int:
        with _signals(self._ended):
            while not self._ended.is_set():
                if lock is not None:
                    with lock as held:
                        await self._hold(held)
                    if not self._ended.is_set():
                        self._served.say("A window is open now; this goes on when it is closed.")
                await _wait(self._ended, seconds=LOOK_SECONDS)
                lock = None if self._ended.is_set() else try_lock(self._served.profile)
        return 0

    async def _hold(self, lock: InstanceLock) -> None:
        """Serve until it is ended, or a window asks for the profile."""
        self._asked.clear()
        desk = await Desk.open(lock.profile, mocks=MockCrms(lock.profile))
        hosting = Hosting(desk)

        async def carry_out(request: Request, reply: Reply) -> int:
            return await run_command(desk, request, reply)

        server: InstanceServer | None = None
        try:
            desk.api.host(hosting.serve)
            serving = await hosting.serve(self._served.port if self._served.port is not None else desk.api.port())
            desk.api.serving = serving
            server = InstanceServer(lock, asyncio.get_running_loop(), self._asked.set, carry_out, yields=True)
            server.start()
            desk.start()
            if not self._told and serving is not None:
                self._told = True
                self._served.out(json.dumps({"api": {"url": serving.url}}) + "\n")
            await _wait(self._ended, self._asked)
        finally:
            if server is not None:
                server.stop()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(END_SECONDS):
                    await hosting.serve(None)
                    await desk.close()


async def _wait(*events: asyncio.Event, seconds: float | None = None) -> None:
    waits = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


@contextlib.contextmanager
def _signals(ended: asyncio.Event) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM)
    if sys.platform != "win32":
        for number in numbers:
            loop.add_signal_handler(number, ended.set)
        yield
        return
    before = {number: signal.signal(number, lambda *_: loop.call_soon_threadsafe(ended.set)) for number in numbers}
    # On Windows a signal is only seen when Python runs, so something has to run now and then.
    pulse = _Pulse(loop)
    try:
        yield
    finally:
        pulse.end()
        for number, handler in before.items():
            signal.signal(number, handler)


class _Pulse:
    """Lets Python run now and then."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._next = loop.call_later(PULSE_SECONDS, self._beat)

    def _beat(self) -> None:
        self._next = self._loop.call_later(PULSE_SECONDS, self._beat)

    def end(self) -> None:
        self._next.cancel()
