"""Runs the demo CRMs on loopback: in a thread beside the desk, in a process of their own, or alone until ended."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, TextIO, cast

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from crmdesk.demo.dex.twin import Dex
from crmdesk.demo.site.app import CONNECTION, Front
from crmdesk.demo.site.control import control_routes
from crmdesk.demo.site.site import DemoAccount, Site, Start
from crmdesk.demo.sites import SITES

_WARM_AT_ONCE = 5_000


class _Protocol(HttpToolsProtocol):
    """Hands the connection on to the weather, which must be able to cut it."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        cast(dict[str, Any], self.scope)["extensions"] = {CONNECTION: self.transport}


def _listen(port: int) -> socket.socket:
    # The protocol is named because asyncio turns off Nagle's delay (40 ms an answer) only where it stands.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen(512)
        listener.setblocking(False)
    except OSError:
        listener.close()
        raise
    return listener


class DemoCrms:
    """The demo CRMs in a thread of their own: start, talk to them over HTTP, look into `dex.book`, stop.

    `port` 0 takes free ones, else CRM n listens on port + n. `warm` prepares all answers at once (usual up to 5,000
    contacts). `shared` gives each but the first only its share of the contacts, and plants people among them
    whom programs mix up (`hard_cases`). `weather` lists switches that are on from the start, `now` is the CRMs' clock,
    and every other name is that CRM's own options, as in `dex=DexOptions(...)`. Raises OSError where a port is taken.
    """

    def __init__(
        self,
        contacts: int = 2000,
        seed: int = 1,
        port: int = 0,
        *,
        warm: bool | None = None,
        shared: bool = False,
        weather: Sequence[Mapping[str, Any]] = (),
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        crms: Mapping[str, type[Site]] = SITES,
        **options: Any,
    ) -> None:
        if unknown := set(options) - set(crms):
            raise TypeError(f"no such demo CRM: {', '.join(sorted(unknown))}")
        self._contacts, self._seed, self._port, self._weather = contacts, seed, port, weather
        self._now, self._crms, self._options, self._shared = now, crms, options, shared
        self._warm = contacts <= _WARM_AT_ONCE if warm is None else warm
        self._sites: dict[str, Site] = {}
        self._servers: dict[str, tuple[uvicorn.Server, asyncio.Task[None]]] = {}
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def _number(self, key: str) -> int:
        """How many contacts a CRM has."""
        if not self._shared or key == next(iter(self._crms)):
            return self._contacts
        return round(self._contacts * self._crms[key].share)

    def __enter__(self) -> "DemoCrms":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def dex(self) -> Dex:
        """The demo Dex, to look into and to stir."""
        return cast(Dex, self._sites["dex"])

    @property
    def sites(self) -> Mapping[str, Site]:
        """All demo CRMs by key."""
        return self._sites

    @property
    def accounts(self) -> list[DemoAccount]:
        """Addresses and keys of every API of every demo CRM."""
        return [account for site in self._sites.values() for account in site.accounts()]

    def account(self, provider: str, api: str | None = None) -> DemoAccount:
        """One of the accounts, the provider's usual API if none is named; raises KeyError."""
        for account in self.accounts:
            if account.provider == provider and api in (None, account.api):
                return account
        raise KeyError(f"{provider} {api}")

    def start(self) -> list[DemoAccount]:
        """Listen, and return the accounts; connections are taken from here on."""
        if self._thread is not None:
            return self.accounts
        listeners: dict[str, socket.socket] = {}
        try:
            for number, key in enumerate(self._crms):
                listeners[key] = _listen(self._port and self._port + number)
                self._sites[key] = self._build(key, listeners[key].getsockname()[1])
        except BaseException:
            for listener in listeners.values():
                listener.close()
            raise
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(listeners, ready), name="demo-crms", daemon=True)
        self._thread.start()
        ready.wait()
        return self.accounts

    def _build(self, key: str, port: int) -> Site:
        options = self._options.get(key)
        origin, contacts = f"http://127.0.0.1:{port}", self._number(key)
        site = self._crms[key](Start(origin, self._seed, contacts, options, self._now, self._shared))
        for switch in self._weather:
            site.weather.set(**switch)
        if self._warm:
            site.warm()
        return site

    def stop(self) -> None:
        """End within a second, whatever still hangs; may be called twice."""
        if self._thread is None or self._loop is None:
            return
        loop, thread, self._thread = self._loop, self._thread, None
        loop.call_soon_threadsafe(self._ending.set)
        thread.join()
        self._loop = None

    def unplug(self, key: str) -> None:
        """Close the CRM's port, so that connecting is truly refused."""
        self._call(self._close(key))

    def plug_in(self, key: str) -> None:
        """Listen on the CRM's old port again."""
        self._call(self._reopen(key))

    def _call(self, work: Coroutine[Any, Any, None]) -> None:
        assert self._loop is not None, "start() first"
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    def _run(self, listeners: Mapping[str, socket.socket], ready: threading.Event) -> None:
        try:
            asyncio.run(self._serve(listeners, ready))
        finally:
            ready.set()

    async def _serve(self, listeners: Mapping[str, socket.socket], ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._ending = asyncio.Event()
        for key, listener in listeners.items():
            self._open(key, listener)
        ready.set()
        await self._ending.wait()
        await asyncio.gather(*(self._close(key) for key in list(self._servers)))
        # One more turn lets cut connections report their end before the loop closes.
        await asyncio.sleep(0)

    def _open(self, key: str, listener: socket.socket) -> None:
        site = self._sites[key]
        site.closing = asyncio.Event()
        app = Front(Starlette(routes=[*control_routes(site), *site.routes()]), site)
        config = uvicorn.Config(
            app,
            http=_Protocol,
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            log_level="critical",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=1,
        )
        server = uvicorn.Server(config)
        self._servers[key] = server, asyncio.create_task(server.serve(sockets=[listener]))

    async def _close(self, key: str) -> None:
        if key not in self._servers:
            return
        server, task = self._servers.pop(key)
        self._sites[key].closing.set()
        server.should_exit = True
        await task

    async def _reopen(self, key: str) -> None:
        if key not in self._servers:
            port = int(self._sites[key].origin.rsplit(":", 1)[1])
            self._open(key, _listen(port))


def serve_forever(
    contacts: int = 2000,
    seed: int = 1,
    port: int = 0,
    out: TextIO | None = None,
    *,
    as_json: bool = False,
    warm: bool | None = None,
    shared: bool = False,
    weather: Sequence[Mapping[str, Any]] = (),
    stop: threading.Event | None = None,
    only: str | None = None,
    state: Path | None = None,
) -> int:
    """Run the demo CRMs, print how to reach them, and return 0 once `stop`, SIGINT or SIGTERM says so.

    `only` runs a single one; with `state` they go on from what that file holds, and leave there how they stand.

    Raises OSError where the port is taken. Signals are only minded on the main thread.
    """
    out = out or sys.stdout
    ended = stop or threading.Event()

    def end(number: int, frame: FrameType | None) -> None:
        ended.set()

    before: dict[int, Any] = {}
    if threading.current_thread() is threading.main_thread():
        before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        sites = SITES if only is None else {only: SITES[only]}
        with DemoCrms(contacts, seed, port, warm=warm, shared=shared, weather=weather, crms=sites) as crms:
            recall(crms, state)
            _announce(crms, contacts, seed, out, as_json=as_json)
            # A bounded wait, because an endless one cannot be interrupted by a signal on every system.
            while not ended.wait(0.5):
                continue
            remember(crms, state)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return 0


def recall(crms: DemoCrms, state: Path | None) -> None:
    """Let the CRMs go on from what a file holds, if there is one."""
    if state is not None and state.exists():
        for key, held in json.loads(state.read_text("utf-8")).items():
            crms.sites[key].restore(held)


def remember(crms: DemoCrms, state: Path | None) -> None:
    """Leave in a file how the CRMs stand."""
    if state is not None:
        fresh = state.with_name(f".{state.name}.new")
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps({key: site.state() for key, site in crms.sites.items()}), "utf-8")
        os.replace(fresh, state)


def _announce(crms: DemoCrms, contacts: int, seed: int, out: TextIO, *, as_json: bool) -> None:
    if as_json:
        accounts = [asdict(account) for account in crms.accounts]
        out.write(json.dumps({"accounts": accounts, "contacts": contacts, "seed": seed}) + "\n")
    else:
        out.write(f"Demo CRMs with {contacts:,} contacts (seed {seed}); end with Ctrl+C\n")
        for account in crms.accounts:
            out.write(f"{account.provider} {account.api}: {account.base_url}  key {account.secret}\n")
    with contextlib.suppress(BrokenPipeError):
        out.flush()
