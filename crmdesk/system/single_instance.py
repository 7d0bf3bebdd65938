"""One process a profile: who holds it, and how the others reach the holder.

The operating system's lock on crmdesk.lock decides and is free again however its process ends. The holder listens on a
Unix socket of mode 0600 (on Windows a loopback port) and writes where, with a random token, into a file of mode 0600.
"""

from __future__ import annotations

import contextlib
import errno
import hmac
import json
import os
import secrets
import socket
import stat
import sys
import time
from pathlib import Path
from typing import Any, Protocol

from crmdesk.errors import OutcomeUnknown, ProfileInUse, StoreError, UserInputError
from crmdesk.frozen import dataclass
from crmdesk.system.handover import (
    REPLY_LINE_BYTES,
    REQUEST_BYTES,
    Lines,
    NotUnderstood,
    Raise,
    Request,
    hello_line,
    parse_reply,
    proof,
)
from crmdesk.system.paths import Profile, open_private, private_directory, write_private

WAIT_SECONDS = 10.0
# From connecting until the holder says that it took the request; it needs no loop for that.
ACCEPT_SECONDS = 5.0
# The holder sends a sign of life every two seconds while a command runs.
SILENCE_SECONDS = 20.0
_POLL_SECONDS = 0.05


class TextSink(Protocol):
    """Where a handed-over command's output goes; sys.stdout and sys.stderr fit."""

    def write(self, text: str, /) -> object: ...

    def flush(self) -> object: ...


class InstanceLock:
    """Holding a profile; `release` (or the end of the process, however it ends) lets the next one in."""

    def __init__(self, profile: Profile, descriptor: int) -> None:
        self.profile = profile
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let the profile go; a second call does nothing."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            # The file stays: removing it would let two processes lock two files of one name.
            os.close(descriptor)

    @property
    def held(self) -> bool:
        return self._descriptor is not None

    def __enter__(self) -> InstanceLock:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


@dataclass(frozen=True, slots=True)
class Address:
    """Where the holder listens; a port of 0 means the socket at `path`."""

    path: str
    port: int
    token: str

    def write(self, profile: Profile) -> None:
        """Publish it to this user's other processes."""
        write_private(profile.address, json.dumps({"path": self.path, "port": self.port, "token": self.token}).encode())

    @classmethod
    def read(cls, profile: Profile) -> Address | None:
        """The holder's address, None when nobody published a usable one."""
        try:
            with open(open_private(profile.address, os.O_RDONLY), "rb") as file:
                found = json.loads(file.read(64 * 1024))
            path, port, token = found["path"], found["port"], found["token"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        if not isinstance(path, str) or type(port) is not int or not isinstance(token, str) or "\0" in path:
            return None
        return cls(path, port, token) if 0 <= port <= 65535 else None


def try_lock(profile: Profile) -> InstanceLock | None:
    """Take the profile if it is free; None when another process holds it. Raises StoreError where it cannot be."""
    private_directory(profile.root)
    try:
        descriptor = open_private(profile.lock, os.O_RDWR | os.O_CREAT)
    except OSError as error:
        raise StoreError(f"The lock file of the profile cannot be opened: {error.strerror}.") from error
    try:
        if _lock(descriptor):
            with contextlib.suppress(OSError):
                profile.address.unlink()  # who listened there does so no longer, and somebody else may
            return InstanceLock(profile, descriptor)
    except OSError as error:
        os.close(descriptor)
        raise StoreError(
            f"The disk of the profile cannot lock files: {error.strerror}.",
            next="Choose a folder on a local disk with --profile.",
        ) from error
    os.close(descriptor)
    return None


def take_lock(profile: Profile, wait: float = WAIT_SECONDS) -> InstanceLock:
    """Take the profile, waiting at most `wait` seconds for its holder; then ProfileInUse."""
    deadline = time.monotonic() + wait
    while (lock := try_lock(profile)) is None:
        if time.monotonic() >= deadline:
            raise ProfileInUse(f"Another CRM Desk still held the profile {profile.root} after {wait:g} seconds.")
        time.sleep(_POLL_SECONDS)
    return lock


def obtain(
    profile: Profile, request: Request, out: TextSink, err: TextSink, wait: float = WAIT_SECONDS
) -> InstanceLock | int:
    """The profile itself if it is free, else the exit code of the holder that carried the command out.

    A holder that does not listen (another command) is waited for, at most `wait` seconds; then ProfileInUse.
    """
    deadline = time.monotonic() + wait
    while True:
        lock = try_lock(profile)
        if lock is not None:
            return lock
        code = hand_over(profile, request, out, err)
        if code is not None:
            return code
        if time.monotonic() >= deadline:
            raise ProfileInUse(f"Another CRM Desk still held the profile {profile.root} after {wait:g} seconds.")
        time.sleep(_POLL_SECONDS)


def hand_over(profile: Profile, request: Request, out: TextSink, err: TextSink) -> int | None:
    """Let the holder carry `request` out and pass its output on; its exit code, None when nobody took the request.

    OutcomeUnknown when the holder took it and then fell silent or ended.
    """
    if len(request.encode("")) > REQUEST_BYTES - 256:
        raise UserInputError("The command is too long to be handed to the window that is open.")
    with contextlib.ExitStack() as stack:
        lines = _ask(profile, request, stack)
        while lines is not None:
            reply = _next_reply(lines)
            if "refused" in reply:
                return None
            if "exit" in reply:
                return int(reply["exit"])
            if "stream" in reply:
                target = out if reply["stream"] == "stdout" else err
                target.write(reply["data"])
                target.flush()
    return None


def raise_window(profile: Profile) -> bool:
    """Ask the holder to bring its window to the front; whether it will. One that has none lets the profile go then."""
    with contextlib.ExitStack() as stack:
        lines = _ask(profile, Raise(), stack)
        try:
            return lines is not None and _next_reply(lines).get("exit") == 0
        except OutcomeUnknown:
            return False


def listen(profile: Profile, *, tcp: bool = sys.platform == "win32") -> tuple[socket.socket, Address]:
    """A listening socket for the holder of the profile, and its published address; raises OSError.

    It is a loopback port where no socket can lie: on Windows, and where the common folder for it is somebody else's.
    """
    token = secrets.token_urlsafe(32)
    try:
        path = profile.socket
        private_directory(path.parent)
    except StoreError:
        tcp = True
    if tcp:
        listener = socket.create_server(("127.0.0.1", 0), backlog=16)
        address = Address("", listener.getsockname()[1], token)
    else:
        # Whoever calls this holds the lock, so a socket that lies here has no listener any more.
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.bind(str(path))
        # Between bind and chmod the directory of mode 0700 keeps others out.
        path.chmod(0o600)
        listener.listen(16)
        address = Address(str(path), 0, token)
    address.write(profile)
    return listener, address


def _ask(profile: Profile, request: Request | Raise, stack: contextlib.ExitStack) -> Lines | None:
    """The reply lines after the holder has accepted; None when there is no holder that does."""
    address = Address.read(profile)
    if address is None:
        return None
    try:
        connection = stack.enter_context(_connect(address))
        lines = Lines(connection, REPLY_LINE_BYTES)
        nonce = secrets.token_hex(16)
        connection.sendall(hello_line(nonce))
        shown = str(parse_reply(lines.next(ACCEPT_SECONDS)).get("proof", ""))
        if not hmac.compare_digest(shown.encode(errors="replace"), proof(address.token, nonce).encode()):
            return None  # somebody else listens there: neither the token nor the command is for them
        connection.sendall(request.encode(address.token))
        return lines if "accepted" in parse_reply(lines.next(ACCEPT_SECONDS)) else None
    except (OSError, EOFError, NotUnderstood):
        return None


def _next_reply(lines: Lines) -> dict[str, Any]:
    try:
        return parse_reply(lines.next(SILENCE_SECONDS))
    except (EOFError, NotUnderstood, OSError) as error:
        raise OutcomeUnknown(
            "The CRM Desk that holds the profile took the command, but ended or fell silent before its answer.",
            what="It is not known whether the command was finished",
        ) from error


def _connect(address: Address) -> socket.socket:
    if address.port:
        return socket.create_connection(("127.0.0.1", address.port), timeout=ACCEPT_SECONDS)
    found = os.lstat(address.path)
    if not stat.S_ISSOCK(found.st_mode) or (sys.platform != "win32" and found.st_uid != os.geteuid()):
        raise ConnectionRefusedError(f"{Path(address.path).name} is not a socket of this user")
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.settimeout(ACCEPT_SECONDS)
        connection.connect(address.path)
    except BaseException:
        connection.close()
        raise
    return connection


if sys.platform == "win32":
    import msvcrt

    # Windows locks keep others from reading the locked bytes, so one far beyond the end is taken.
    _LOCKED_BYTE = 1 << 30

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EDEADLK):
                return False
            raise
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
