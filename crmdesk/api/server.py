"""Runs the local API: a thread with a loop of its own, which listens on this computer's own addresses and no other."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from datetime import UTC, datetime

import uvicorn

from crmdesk.api.call import Hop
from crmdesk.api.counting import Counting
from crmdesk.api.doors import Doors
from crmdesk.api.protocol import MOST_CONNECTIONS, Protocol
from crmdesk.api.route import Table
from crmdesk.api.table import TABLE
from crmdesk.desk import Desk, Serving
from crmdesk.errors import PortTaken

END_SECONDS = 3.0  # how long ending may take, with streams open

_log = logging.getLogger(__name__)


def listen(port: int) -> list[socket.socket]:
    """Listen on 127.0.0.1 and, where it exists, on ::1. Raises PortTaken; another port is never taken instead."""
    listeners = [_listen(socket.AF_INET, "127.0.0.1", port)]
    taken = listeners[0].getsockname()[1]
    if socket.has_ipv6:
        try:
            listeners.append(_listen(socket.AF_INET6, "::1", taken))
        except PortTaken:
            for listener in listeners:
                listener.close()
            raise
        except OSError:
            _log.info("there is no ::1 on this computer")
    return listeners


def _listen(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    # The protocol is named because asyncio turns off Nagle's delay (40 ms an answer) only where it stands.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family is socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind((address, port))
        listener.listen(MOST_CONNECTIONS)
        listener.setblocking(False)
    except OSError as error:
        listener.close()
        if isinstance(error, PermissionError) or error.errno in _TAKEN:
            raise PortTaken(f"Port {port} of {address} is taken by another program, or not for you.") from error
        if family is socket.AF_INET:
            raise PortTaken(f"Port {port} of {address} could not be used: {error.strerror}.") from error
        raise
    return listener


_TAKEN = {98, 48, 10048, 10013}  # "address in use" of Linux, macOS and Windows, and Windows' "not for you"


class ApiServer:
    """The API of one open desk: start it on the desk's loop, end it there."""

    def __init__(self, desk: Desk, table: Table = TABLE) -> None:
        self._desk, self._table = desk, table
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending: asyncio.Event | None = None
        self._ended: Future[None] = Future()

    async def start(self, port: int) -> Serving:
        """Listen from now on; port 0 takes a free one. Raises PortTaken, or StoreError where it cannot read."""
        await self._desk.feed.begin()
        listeners = listen(port)
        port = listeners[0].getsockname()[1]
        ready: Future[None] = Future()
        hop = Hop(self._desk, asyncio.get_running_loop())
        self._thread = threading.Thread(
            target=self._run, args=(listeners, port, hop, ready), name="local-api", daemon=True
        )
        self._thread.start()
        try:
            await asyncio.wrap_future(ready)
        except BaseException:
            for listener in listeners:
                listener.close()
            raise
        return Serving(f"http://127.0.0.1:{port}", datetime.now(UTC))

    async def stop(self) -> None:
        """Listen no more, end what is open and write what was counted; within three seconds."""
        if self._thread is None or self._loop is None or self._ending is None:
            return
        with contextlib.suppress(RuntimeError):  # it has ended by itself
            self._loop.call_soon_threadsafe(self._ending.set)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.wrap_future(self._ended), END_SECONDS)
        self._thread = None

    def _run(self, listeners: Sequence[socket.socket], port: int, hop: Hop, ready: Future[None]) -> None:
        try:
            asyncio.run(self._serve(listeners, port, hop, ready))
        except BaseException as error:
            if not ready.done():
                ready.set_exception(error)
            else:
                _log.exception("the local API ended")
        finally:
            self._ended.set_result(None)

    async def _serve(self, listeners: Sequence[socket.socket], port: int, hop: Hop, ready: Future[None]) -> None:
        self._loop, self._ending = asyncio.get_running_loop(), asyncio.Event()
        counting = Counting(lambda uses, lines: hop.over(lambda desk: desk.api.count(uses, lines)))
        async with await Desk.open(self._desk.profile, reading=True) as reading:
            doors = Doors(self._table, reading, hop, port, counting, self._ending)
            server = uvicorn.Server(
                uvicorn.Config(
                    doors,
                    http=Protocol,
                    ws="none",
                    lifespan="off",
                    loop="asyncio",
                    log_config=None,
                    log_level="critical",
                    access_log=False,
                    proxy_headers=False,
                    server_header=False,
                    timeout_keep_alive=30,
                    timeout_graceful_shutdown=1,
                )
            )
            serving = asyncio.create_task(server.serve(sockets=list(listeners)))
            writing = asyncio.create_task(counting.keep_writing())
            ready.set_result(None)
            await asyncio.wait({asyncio.create_task(self._ending.wait()), serving}, return_when="FIRST_COMPLETED")
            server.should_exit = True
            await serving
            writing.cancel()
            await counting.flush()
