"""Answers that go on: two at once for a key, ended when the key is revoked, the peer has gone or the API ends."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from time import monotonic
from typing import Any

from crmdesk.desk import ApiKey

MOST = 2  # at once for a key
LOOK_SECONDS = 1.0  # between looks at whether the key still opens

Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]


class Streams:
    """The streams that are open."""

    def __init__(self, closing: asyncio.Event) -> None:
        self._closing = closing
        self._open: Counter[int] = Counter()

    def room_for(self, key: ApiKey) -> bool:
        """Whether one more may be opened for a key."""
        return self._open[key.id] < MOST

    async def pump(
        self,
        key: ApiKey,
        stream: AsyncGenerator[bytes, None],
        still_opens: Callable[[], bool],
        receive: Receive,
        send: Send,
    ) -> None:
        """Send all of a stream, as long as somebody hears it who may."""
        self._open[key.id] += 1
        gone = asyncio.create_task(_disconnected(receive))
        ending = asyncio.create_task(self._closing.wait())
        try:
            await _send_all(stream, still_opens, {gone, ending}, send)
            if not gone.done():
                await send({"type": "http.response.body", "body": b""})
        finally:
            self._open[key.id] -= 1
            for task in (gone, ending):
                task.cancel()
            await asyncio.wait((gone, ending))


async def _send_all(
    stream: AsyncGenerator[bytes, None], still_opens: Callable[[], bool], ends: set[asyncio.Task[Any]], send: Send
) -> None:
    looked = monotonic()
    step: asyncio.Task[bytes | None] | None = None
    try:
        while True:
            step = step or asyncio.create_task(_next(stream))
            done, _ = await asyncio.wait({step, *ends}, timeout=LOOK_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            if done & ends:
                return
            if monotonic() - looked >= LOOK_SECONDS:
                looked = monotonic()
                if not still_opens():
                    return
            if step in done:
                part, step = step.result(), None
                if part is None:
                    return
                await send({"type": "http.response.body", "body": part, "more_body": True})
    finally:
        if step is not None:
            step.cancel()
            await asyncio.wait((step,))
        await stream.aclose()


async def _next(stream: AsyncGenerator[bytes, None]) -> bytes | None:
    return await anext(stream, None)


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        continue
