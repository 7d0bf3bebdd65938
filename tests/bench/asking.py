"""A client of HTTP for the bench: one connection kept open, nothing but what it takes; for both sides alike."""

from __future__ import annotations

import asyncio
import time


class Line:
    """One connection."""

    def __init__(self, port: int, key: str) -> None:
        self._port, self._key = port, key

    async def __aenter__(self) -> Line:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()

    async def ask(self, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
        """The status and body of an answer."""
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nAuthorization: Bearer {self._key}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self._writer.write(head.encode() + body)
        told = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        length = int(told.split(b"content-length: ")[1].split(b"\r\n")[0])
        return int(told[9:12]), await self._reader.readexactly(length)


async def timed(
    port: int, key: str, asked: list[tuple[str, str, bytes]], at_once: int = 4
) -> tuple[float, list[float]]:
    """How long all of them took, asked over some connections, and how long each."""
    waiting, seconds = list(reversed(asked)), []

    async def work() -> None:
        async with Line(port, key) as line:
            while waiting:
                method, path, body = waiting.pop()
                began = time.perf_counter()
                status, answer = await line.ask(method, path, body)
                seconds.append(time.perf_counter() - began)
                if status >= 400:
                    raise AssertionError(f"{method} {path}: {status} {answer[:200]!r}")

    began = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(at_once)))
    return time.perf_counter() - began, seconds
