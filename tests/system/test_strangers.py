"""Somebody else where a holder listened, or in the place of its socket: they learn nothing and hinder nobody."""

from __future__ import annotations

import contextlib
import io
import json
import os
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from crmdesk.system.handover import Request, proof
from crmdesk.system.paths import Profile
from crmdesk.system.single_instance import Address, hand_over, listen, raise_window, take_lock, try_lock
from tests.patience import PATIENCE
from tests.system.test_single_instance import Holder

SECRET = "dex_SecretOnStandardInput"


@pytest.fixture
def desk(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile").prepare()


@contextlib.contextmanager
def stranger(answer: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """Listens on a port, answers whatever comes, and keeps it."""
    heard: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                with connection, contextlib.suppress(OSError):
                    connection.settimeout(PATIENCE)
                    while data := connection.recv(65536):
                        heard.append(data)
                        connection.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listener.getsockname()[1], heard
    finally:
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(PATIENCE)


@pytest.mark.parametrize(
    "answer",
    [b'{"accepted":true}\n', b'{"proof":""}\n', json.dumps({"proof": proof("guess", "x")}).encode() + b"\n", b"\n"],
)
def test_a_stranger_on_the_port_of_a_dead_window_is_sent_no_token_and_no_secret(desk: Profile, answer: bytes) -> None:
    request = Request(("account", "add", "dex", "--secret-stdin"), stdin=SECRET)
    with stranger(answer) as (port, heard):
        Address("", port, "the-token-of-the-window").write(desk)
        assert hand_over(desk, request, io.StringIO(), io.StringIO()) is None
        assert not raise_window(desk)
    said = b"".join(heard)
    assert b"hello" in said
    for kept in (SECRET, "the-token", "account", "argv"):
        assert kept.encode() not in said


def test_who_takes_the_profile_takes_the_old_address_away(desk: Profile) -> None:
    Address("", 1, "of a window that is gone").write(desk)
    with take_lock(desk, wait=0) as lock:
        assert not desk.address.exists()
        listener, address = listen(desk, tcp=True)
        with listener:
            assert try_lock(desk) is None
            assert Address.read(desk) == address
        assert lock.held


@pytest.mark.skipif(sys.platform == "win32", reason="Unix sockets")
def test_a_socket_folder_of_somebody_else_cuts_nobody_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The common temporary folder is anybody's, so that whoever is first has the name."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    deep = Profile(tmp_path / ("d" * 100) / ("e" * 100)).prepare()
    with tempfile.TemporaryDirectory(prefix="t", dir="/tmp") as folder:  # short enough for a socket
        monkeypatch.setattr(tempfile, "tempdir", folder)
        planted = deep.socket.parent
        assert planted.parent == Path(folder)
        planted.symlink_to(tmp_path)
        holder = Holder(deep, lambda asked, reply: 4, tcp=False, patience=PATIENCE)
        try:
            assert hand_over(deep, Request(("sync",)), io.StringIO(), io.StringIO()) == 4
            assert os.listdir(tmp_path) == ["d" * 100]
        finally:
            holder.close()
