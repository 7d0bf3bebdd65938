"""The words that two processes of one profile exchange, and the limits that keep a hostile peer harmless.

First {"say": "hello", "nonce"} is answered by {"proof"}, which only who knows the token can give, so that no stranger
who listens where a holder did is sent anything. Then one line of JSON asks: {"token", "say": "raise"} or {"token",
"argv", "stdin", "json"}. Lines of JSON answer: {"accepted"}, then {"stream", "data"} and {"alive"} as they come, at
last {"exit"}; or {"refused"}: nothing was done.
"""

from __future__ import annotations

import hmac
import json
import socket
import time
from collections.abc import Iterator
from typing import Any, Literal

from crmdesk.frozen import dataclass

REQUEST_BYTES = 1024 * 1024
REPLY_LINE_BYTES = 1024 * 1024
CHUNK_CHARACTERS = 32 * 1024
ARGUMENTS = 1024

Stream = Literal["stdout", "stderr"]


class NotUnderstood(ValueError):
    """The peer sent something that is not in the grammar, or too much of it, or too slowly."""


@dataclass(frozen=True, slots=True)
class Request:
    """One command for the process that holds the profile: its words, its standard input, whether JSON is wanted.

    Paths in `argv` must be absolute, because the holder works in another directory. `stdin` may hold a secret, so it
    does not show in the repr.
    """

    argv: tuple[str, ...]
    stdin: str | None = None
    json: bool = False

    def __repr__(self) -> str:
        return f"Request({self.argv[:1]!r}, …)"

    def encode(self, token: str) -> bytes:
        return _line({"token": token, "argv": list(self.argv), "stdin": self.stdin, "json": self.json})


@dataclass(frozen=True, slots=True)
class Raise:
    """Ask the holder to bring its window to the front."""

    def encode(self, token: str) -> bytes:
        return _line({"token": token, "say": "raise"})


def parse_request(line: bytes) -> tuple[str, Request | Raise]:
    """The token and what is asked; NotUnderstood for anything outside the grammar."""
    found = _object(line)
    token = found.pop("token", None)
    if not isinstance(token, str):
        raise NotUnderstood("no token")
    if found == {"say": "raise"}:
        return token, Raise()
    if set(found) != {"argv", "stdin", "json"}:
        raise NotUnderstood("unknown members")
    argv, stdin, as_json = found["argv"], found["stdin"], found["json"]
    if not isinstance(argv, list) or len(argv) > ARGUMENTS or not all(isinstance(word, str) for word in argv):
        raise NotUnderstood("argv is not a list of words")
    if any("\0" in word for word in argv):
        raise NotUnderstood("argv holds a NUL")
    if not (stdin is None or isinstance(stdin, str)) or not isinstance(as_json, bool):
        raise NotUnderstood("stdin or json has another type")
    return token, Request(tuple(argv), stdin, as_json)


def output_lines(stream: Stream, data: str) -> Iterator[bytes]:
    """The reply lines for some output, cut so that each stays well below the limit of a line."""
    for start in range(0, len(data), CHUNK_CHARACTERS):
        yield _line({"stream": stream, "data": data[start : start + CHUNK_CHARACTERS]})


def hello_line(nonce: str) -> bytes:
    return _line({"say": "hello", "nonce": nonce})


def parse_hello(line: bytes) -> str | None:
    """The nonce of a greeting; None for another line."""
    match _object(line):
        case {"say": "hello", "nonce": str() as nonce} as found if len(found) == 2 and len(nonce) <= 128:
            return nonce
    return None


def proof(token: str, nonce: str) -> str:
    """What shows that the token is known without telling it."""
    return hmac.new(
        token.encode(errors="replace"), b"crmdesk holder " + nonce.encode(errors="replace"), "sha256"
    ).hexdigest()


def proof_line(token: str, nonce: str) -> bytes:
    return _line({"proof": proof(token, nonce)})


def accepted_line() -> bytes:
    return _line({"accepted": True})


def alive_line() -> bytes:
    return _line({"alive": True})


def exit_line(code: int) -> bytes:
    return _line({"exit": code})


def refused_line(why: str) -> bytes:
    return _line({"refused": why})


def parse_reply(line: bytes) -> dict[str, Any]:
    """One reply line whose members have the right types; NotUnderstood for anything else."""
    found = _object(line)
    match found:
        case {"accepted": True} | {"alive": True} if len(found) == 1:
            return found
        case {"refused": str()} | {"proof": str()} if len(found) == 1:
            return found
        case {"exit": int() as code} if len(found) == 1 and not isinstance(code, bool) and 0 <= code <= 255:
            return found
        case {"stream": "stdout" | "stderr", "data": str()} if len(found) == 2:
            return found
        case _:
            raise NotUnderstood("unknown reply")


class Lines:
    """Reads lines from a socket: at most `limit` bytes each, each within its time."""

    def __init__(self, connection: socket.socket, limit: int) -> None:
        self._connection = connection
        self._limit = limit
        self._buffer = bytearray()

    def next(self, seconds: float) -> bytes:
        """The next line without its end; EOFError when the peer is gone, NotUnderstood when too long or too slow."""
        deadline = time.monotonic() + seconds
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0:
            searched = len(self._buffer)
            if searched > self._limit:
                raise NotUnderstood("too long")
            left = deadline - time.monotonic()
            if left <= 0:
                raise NotUnderstood("too slow")
            self._connection.settimeout(left)
            try:
                data = self._connection.recv(64 * 1024)
            except TimeoutError as error:
                raise NotUnderstood("too slow") from error
            if not data:
                raise EOFError
            self._buffer += data
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        if len(line) > self._limit:
            raise NotUnderstood("too long")
        return line


def _object(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood("not JSON") from error
    if not isinstance(found, dict):
        raise NotUnderstood("not an object")
    return found


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"
