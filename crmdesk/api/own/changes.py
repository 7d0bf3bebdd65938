"""The change feed: what each commit did, by pages and as a stream that goes on where it was cut off."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence

from crmdesk.api.answers import Answer, to_bytes
from crmdesk.api.call import Call
from crmdesk.api.own.dialect import OWN
from crmdesk.api.own.schemas import MAYBE_TEXT, TEXT, record
from crmdesk.api.route import Param, Route
from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.json_shapes import feed_json
from crmdesk.domain.reports import FeedEntry, FeedPage
from crmdesk.errors import NotFound, PlaceGone, ScopeMissing

HEARTBEAT_SECONDS = 15.0
AT_ONCE = 100  # changes read for a stream at a time


async def listed(call: Call) -> Answer:
    """What was committed after a place; without one nothing, and the place where the feed ends."""
    _check_reads(call)
    page = call.desk.feed.page(call.query.get("since"), call.asked("limit"))
    found = [feed_json(entry, call.names()) for entry in _visible(call, page.entries)]
    return Answer({"changes": found, "cursor": page.cursor, "more": page.more})


async def streamed(call: Call) -> Answer:
    """The same as server-sent events: the id of each is the place behind it."""
    _check_reads(call)
    asked = call.headers.get("last-event-id") or call.query.get("since")
    page = call.desk.feed.page(asked, AT_ONCE)
    return Answer(stream=_events(call, page), media_type="text/event-stream")


async def _events(call: Call, page: FeedPage) -> AsyncGenerator[bytes, None]:
    loop, news = asyncio.get_running_loop(), asyncio.Event()
    unfollow = await call.hop.over(lambda desk: _follow(desk, loop, news))
    try:
        # Without data nothing is dispatched, yet a client that is cut off goes on from here.
        yield f"id: {page.cursor}\n\n".encode()
        while True:
            news.clear()
            try:
                while True:
                    for entry in _visible(call, page.entries):
                        yield b"id: %d\nevent: change\ndata: %b\n\n" % (
                            entry.id, to_bytes(feed_json(entry, call.names())))  # fmt: skip
                    more, page = page.more, call.desk.feed.page(page.cursor, AT_ONCE)
                    if not (more or page.entries):
                        break
            except PlaceGone:
                return  # it read so slowly that the feed went on without it; it is told when it comes again
            try:
                async with asyncio.timeout(HEARTBEAT_SECONDS):
                    await news.wait()
            except TimeoutError:
                yield b": still here\n\n"
            page = call.desk.feed.page(page.cursor, AT_ONCE)
    finally:
        unfollow()


async def _follow(desk: Desk, loop: asyncio.AbstractEventLoop, news: asyncio.Event) -> Callable[[], None]:
    def tell() -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(news.set)

    return desk.feed.follow(tell)


def _check_reads(call: Call) -> None:
    if not any(call.may(f"{kind.plural}:read") for kind in Kind):
        raise ScopeMissing(f"It needs the right to read a kind, which the key “{call.key.name}” has not.")


def _visible(call: Call, entries: Sequence[FeedEntry]) -> list[FeedEntry]:
    """What the key may read and reaches; of what is gone, what an account of its reach held."""
    kinds = {kind for kind in Kind if call.may(f"{kind.plural}:read")}
    reach = call.reach()
    return [one for one in entries if one.kind in kinds and (reach is None or _reached(call, one, reach))]


def _reached(call: Call, entry: FeedEntry, reach: Sequence[int]) -> bool:
    try:
        return call.reaches(call.desk.item(entry.item_id))
    except NotFound:
        return entry.account_id in reach


_CHANGE = record(
    id=TEXT,
    at=TEXT,
    kind=TEXT,
    item=TEXT,
    what={"enum": ["created", "updated", "deleted", "restored", "linked"]},
    fields={"type": "array", "items": TEXT},
    origin=TEXT,
    account=MAYBE_TEXT,
    key=MAYBE_TEXT,
)
_SINCE = Param("since", {"type": "string"}, "the cursor of the page before; without it the end of the feed")
_LIMIT = Param("limit", {"type": "integer", "minimum": 1, "maximum": 1000, "default": AT_ONCE}, "how many")
_PAGE = record(changes={"type": "array", "items": _CHANGE}, cursor=TEXT, more={"type": "boolean"})

ROUTES = (
    Route("GET", "/desk/v1/changes", listed, "What changed since a cursor", OWN, query=(_SINCE, _LIMIT),
          answers={200: _PAGE}, errors=(400, 403, 410)),
    Route("GET", "/desk/v1/changes/stream", streamed, "The same as server-sent events", OWN, query=(_SINCE,),
          answers={200: TEXT}, errors=(400, 403, 410), media_type="text/event-stream"),
)  # fmt: skip
