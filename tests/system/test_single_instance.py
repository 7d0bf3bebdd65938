from __future__ import annotations

import asyncio
import contextlib
import io
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from crmdesk.errors import OutcomeUnknown, ProfileInUse, StoreError, UserInputError
from crmdesk.secrets.keychain import offload
from crmdesk.system.handover import Request
from crmdesk.system.instance_server import InstanceServer, Reply
from crmdesk.system.paths import Profile
from crmdesk.system.single_instance import (
    Address,
    InstanceLock,
    hand_over,
    listen,
    obtain,
    raise_window,
    take_lock,
    try_lock,
)
from tests.patience import PATIENCE, wait_until

POSIX = sys.platform != "win32"
HOLD = """
import sys, time
from crmdesk.system.single_instance import take_lock
from crmdesk.system.paths import Profile
lock = take_lock(Profile.at(sys.argv[1]), wait=0)
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def desk(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile").prepare()


@contextlib.contextmanager
def other_holder(profile: Profile) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(profile.root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


class Holder:
    """A process's worth of holder in this one: its loop in a thread, its server on the profile."""

    def __init__(
        self, profile: Profile, command: Callable[[Request, Reply], object], *, tcp: bool, patience: float
    ) -> None:
        self.raised = threading.Event()
        self.cancelled = threading.Event()
        self.seen: list[Request] = []
        self._command = command
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self.lock = take_lock(profile, wait=0)
        self.server = InstanceServer(self.lock, self._loop, self.raised.set, self._run, tcp=tcp, patience=patience)
        self.server.start()

    async def _run(self, request: Request, reply: Reply) -> int:
        self.seen.append(request)
        try:
            result = self._command(request, reply)
            if asyncio.iscoroutine(result):
                result = await result
        except asyncio.CancelledError:
            self.cancelled.set()
            raise
        assert isinstance(result, int)
        return result

    def close(self) -> None:
        self.server.stop()
        self.lock.release()
        # What was cancelled gets its turn before the loop ends.
        asyncio.run_coroutine_threadsafe(asyncio.sleep(0), self._loop).result(PATIENCE)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()


@pytest.fixture(params=[False, True] if POSIX else [True], ids=["unix", "tcp"] if POSIX else ["tcp"])
def serve(request: pytest.FixtureRequest, desk: Profile) -> Iterator[Callable[..., Holder]]:
    holders: list[Holder] = []

    def start(
        command: Callable[[Request, Reply], object] = lambda asked, reply: 0, *, patience: float = PATIENCE
    ) -> Holder:
        holders.append(Holder(desk, command, tcp=request.param, patience=patience))
        return holders[-1]

    yield start
    for holder in holders:
        holder.close()


def test_one_process_holds_a_profile_and_a_killed_one_frees_it(desk: Profile) -> None:
    with other_holder(desk) as process:
        assert try_lock(desk) is None
        began = time.monotonic()
        with pytest.raises(ProfileInUse):
            take_lock(desk, wait=0.2)
        assert time.monotonic() - began >= 0.2
        process.send_signal(signal.SIGKILL if POSIX else signal.SIGTERM)
        take_lock(desk, wait=PATIENCE).release()


def test_the_lock_is_taken_as_soon_as_its_holder_lets_go(desk: Profile) -> None:
    with other_holder(desk) as process:
        threading.Timer(0.2, process.kill).start()
        with take_lock(desk, wait=PATIENCE) as lock:
            assert lock.held
    assert not lock.held
    lock.release()


def test_a_second_lock_of_the_same_process_is_refused_too(desk: Profile) -> None:
    with take_lock(desk, wait=0):
        assert try_lock(desk) is None
    take_lock(desk, wait=0).release()


@pytest.mark.skipif(not POSIX, reason="modes and links of POSIX")
def test_lock_and_socket_are_the_owners_alone(desk: Profile) -> None:
    holder = Holder(desk, lambda asked, reply: 0, tcp=False, patience=PATIENCE)
    try:
        for path in (desk.lock, desk.address, desk.socket):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_ISSOCK(desk.socket.stat().st_mode)
        assert stat.S_IMODE(desk.socket.parent.stat().st_mode) == 0o700
    finally:
        holder.close()
    assert not desk.socket.exists()
    assert not desk.address.exists()


@pytest.mark.skipif(not POSIX, reason="symbolic links need rights on Windows")
def test_a_lock_file_that_is_a_link_is_refused(desk: Profile, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    desk.lock.symlink_to(victim)
    with pytest.raises(StoreError):
        try_lock(desk)
    assert victim.read_text() == "mine"


@pytest.mark.skipif(not POSIX, reason="Unix sockets")
def test_a_profile_too_deep_for_a_socket_gets_a_short_one(tmp_path: Path) -> None:
    deep = Profile(tmp_path / ("d" * 100) / ("e" * 100)).prepare()
    holder = Holder(deep, lambda asked, reply: 4, tcp=False, patience=PATIENCE)
    try:
        assert len(os.fsencode(deep.socket)) <= 103
        assert stat.S_IMODE(deep.socket.parent.stat().st_mode) == 0o700
        assert hand_over(deep, Request(("sync",)), io.StringIO(), io.StringIO()) == 4
    finally:
        holder.close()


def test_a_second_start_raises_the_first_window(desk: Profile, serve: Callable[..., Holder]) -> None:
    assert not raise_window(desk)
    holder = serve()
    assert raise_window(desk)
    assert holder.raised.wait(PATIENCE)


def test_a_command_is_carried_out_by_the_holder(desk: Profile, serve: Callable[..., Holder]) -> None:
    async def command(asked: Request, reply: Reply) -> int:
        reply.write("stderr", "working\n")
        await asyncio.sleep(0)
        reply.write("stdout", "é\u2028" * 100_000)
        return 1

    holder = serve(command)
    out, err = io.StringIO(), io.StringIO()
    request = Request(("account", "add", "dex", "--name", "x"), stdin="dex_secret\n", json=True)
    assert hand_over(desk, request, out, err) == 1
    assert out.getvalue() == "é\u2028" * 100_000
    assert err.getvalue() == "working\n"
    assert holder.seen == [request]
    assert "dex_secret" not in repr(request)


@pytest.mark.usefixtures("qapp")
def test_the_windows_own_loop_serves_commands_too(desk: Profile) -> None:
    from qasync import QEventLoop

    async def command(asked: Request, reply: Reply) -> int:
        await asyncio.sleep(0)
        reply.write("stdout", "from the window")
        return 6

    async def ask() -> int | None:
        return await offload(lambda: hand_over(desk, Request(("sync",)), out, io.StringIO()))

    out, raised = io.StringIO(), threading.Event()
    with QEventLoop(already_running=False) as loop, take_lock(desk, wait=0) as lock:
        server = InstanceServer(lock, loop, raised.set, command)
        server.start()
        assert loop.run_until_complete(ask()) == 6
        assert loop.run_until_complete(offload(lambda: raise_window(desk)))
        server.stop()
    assert out.getvalue() == "from the window"
    assert raised.wait(PATIENCE)


def test_without_a_holder_nobody_takes_the_command(desk: Profile) -> None:
    request = Request(("sync",))
    assert hand_over(desk, request, io.StringIO(), io.StringIO()) is None
    lock = obtain(desk, request, io.StringIO(), io.StringIO())
    assert isinstance(lock, InstanceLock)
    with pytest.raises(ProfileInUse):
        obtain(desk, request, io.StringIO(), io.StringIO(), wait=0.1)
    lock.release()


def test_a_command_goes_to_the_window_that_is_open(desk: Profile, serve: Callable[..., Holder]) -> None:
    serve(lambda asked, reply: 7)
    assert obtain(desk, Request(("sync",)), io.StringIO(), io.StringIO()) == 7


def test_what_a_killed_holder_left_behind_is_no_hindrance(desk: Profile, serve: Callable[..., Holder]) -> None:
    if POSIX:
        listener, address = listen(desk, tcp=False)
        listener.close()
        assert Path(address.path).exists()
    else:
        Address("", 9, "stale").write(desk)
    assert hand_over(desk, Request(("sync",)), io.StringIO(), io.StringIO()) is None
    assert not raise_window(desk)
    serve()
    assert raise_window(desk)


def test_a_command_of_an_asker_who_leaves_is_cancelled(desk: Profile, serve: Callable[..., Holder]) -> None:
    began = threading.Event()

    async def command(asked: Request, reply: Reply) -> int:
        began.set()
        await asyncio.Event().wait()
        return 0

    holder = serve(command)
    with _raw(desk) as connection:
        connection.sendall(Request(("sync",)).encode(_token(desk)))
        assert began.wait(PATIENCE)
    assert holder.cancelled.wait(PATIENCE)


def test_a_holder_that_ends_meanwhile_leaves_the_outcome_unknown(desk: Profile, serve: Callable[..., Holder]) -> None:
    holder: Holder

    async def command(asked: Request, reply: Reply) -> int:
        threading.Thread(target=holder.server.stop).start()
        await asyncio.Event().wait()
        return 0

    holder = serve(command)
    with pytest.raises(OutcomeUnknown):
        hand_over(desk, Request(("sync",)), io.StringIO(), io.StringIO())
    assert holder.cancelled.wait(PATIENCE)


def test_a_command_that_fails_is_logged_and_ends_with_3(
    desk: Profile, serve: Callable[..., Holder], allowed_logs: Any
) -> None:
    allowed_logs.add("handed over failed")

    def command(asked: Request, reply: Reply) -> int:
        raise RuntimeError("a fault")

    serve(command)
    assert hand_over(desk, Request(("sync",)), io.StringIO(), io.StringIO()) == 3


def test_an_output_that_is_closed_is_the_askers_own_trouble(desk: Profile, serve: Callable[..., Holder]) -> None:
    class Closed(io.StringIO):
        def write(self, text: str, /) -> int:
            raise BrokenPipeError

    def command(asked: Request, reply: Reply) -> int:
        reply.write("stdout", "text")
        return 0

    serve(command)
    with pytest.raises(BrokenPipeError):
        hand_over(desk, Request(("contacts",)), Closed(), io.StringIO())


def test_a_command_that_is_too_long_is_refused_at_once(desk: Profile, serve: Callable[..., Holder]) -> None:
    holder = serve()
    with pytest.raises(UserInputError):
        hand_over(desk, Request(("edit", "x" * 1024 * 1024)), io.StringIO(), io.StringIO())
    assert not holder.seen


HOSTILE = [
    b"",
    b"\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"[" * 200_000 + b"\n",
    b"x" * (3 * 1024 * 1024),
    b'{"say":"raise"}\n',
    b'{"token":"wrong","say":"raise"}\n',
    b'{"token":1,"say":"raise"}\n',
    b'{"token":"\\ud800","say":"raise"}\n',
    b'{"token":TOKEN,"say":"quit"}\n',
    b'{"token":TOKEN,"say":"raise","more":1}\n',
    b'{"token":TOKEN,"argv":"sync","stdin":null,"json":false}\n',
    b'{"token":TOKEN,"argv":[1],"stdin":null,"json":false}\n',
    b'{"token":TOKEN,"argv":["a\\u0000b"],"stdin":null,"json":false}\n',
    b'{"token":TOKEN,"argv":[],"stdin":null,"json":1}\n',
    b'{"token":TOKEN,"argv":[],"stdin":null,"json":false,"env":{}}\n',
    b'{"token":TOKEN,"argv":["sync"],"stdin":null,"json":fal',
]


def test_hostile_requests_do_nothing_and_the_holder_goes_on(
    desk: Profile, serve: Callable[..., Holder], allowed_logs: Any
) -> None:
    allowed_logs.add("request of another process was refused")
    holder = serve()
    for hostile in HOSTILE:
        with _raw(desk) as connection, contextlib.suppress(OSError):
            connection.sendall(hostile.replace(b"TOKEN", json.dumps(_token(desk)).encode()))
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(65536):
                pass
    assert not holder.seen
    assert not holder.raised.is_set()
    assert raise_window(desk)
    assert holder.raised.wait(PATIENCE)


def test_idle_connections_do_not_shut_others_out_for_ever(
    desk: Profile, serve: Callable[..., Holder], allowed_logs: Any
) -> None:
    allowed_logs.add("too slow")
    serve(patience=0.5)
    with contextlib.ExitStack() as stack:
        for _ in range(12):
            stack.enter_context(_raw(desk))
        wait_until(lambda: raise_window(desk))


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "x", '{"path":1,"port":1,"token":""}', '{"path":"","port":99999,"token":""}', "[" * 100_000],
)
def test_a_damaged_address_counts_as_none(desk: Profile, text: str) -> None:
    desk.address.write_text(text)
    assert Address.read(desk) is None
    assert not raise_window(desk)


def test_an_address_that_names_another_kind_of_file_is_not_used(desk: Profile) -> None:
    Address(str(desk.lock), 0, "t").write(desk)
    desk.lock.touch()
    assert not raise_window(desk)


def _token(profile: Profile) -> str:
    address = Address.read(profile)
    assert address is not None
    return address.token


def _raw(profile: Profile) -> socket.socket:
    address = Address.read(profile)
    assert address is not None
    if address.port:
        return socket.create_connection(("127.0.0.1", address.port), timeout=PATIENCE)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(PATIENCE)
    connection.connect(address.path)
    return connection
