"""Lists in pages, told in order and to their end: chained by cursors, or by offsets and read ahead."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Coroutine, Sequence
from contextlib import aclosing, suppress
from typing import NamedTuple

from crmdesk.errors import BadResponse, ProviderError
from crmdesk.providers.contract import BadRecord, Cursor, Page, RemoteId

MOST_PAGES = 100_000
FAR_MORE, SPARE = 2, 1_000  # a list that moves may give some twice; one that gives so many times its count has no end
EMPTY_PAGES = 10  # in a row, of a list that goes on
REMEMBERED = 4  # pages whose ids are compared with the next one's
PASSES = 3  # through a list that moves while it is read

Identify = Callable[[bytes], RemoteId]
ReadOffset = Callable[
    [int, int], Coroutine[None, None, tuple[Sequence[bytes], int | None]]
]  # offset, limit -> payloads, total


class EndlessList(BadResponse):
    """A list gave the same records again and again."""


class EndGuard:
    """Notices a list that never ends: a cursor twice, a page without a new id, or more pages than any CRM has."""

    def __init__(self, identify: Identify) -> None:
        self._identify = identify
        self._first: Sequence[bytes] = ()
        self._recent: deque[Sequence[bytes]] = deque(maxlen=REMEMBERED)
        self._cursors: set[str] = set()
        self._pages = self._empty = self._records = 0

    def check(self, page: Page) -> None:
        """Raise BadResponse where this page of a list that goes on brings nothing new."""
        self._pages += 1
        self._records += len(page.payloads)
        if page.total and self._records > FAR_MORE * page.total + SPARE:
            raise EndlessList("The list gives far more records than the CRM counts, so its end cannot be found.")
        self._empty = 0 if page.payloads else self._empty + 1
        if page.resume is None:
            return
        if page.payloads and self._repeats(page.payloads):
            raise EndlessList("The list gives the same records again and again, so its end cannot be found.")
        if page.resume in self._cursors or self._pages > MOST_PAGES or self._empty > EMPTY_PAGES:
            raise EndlessList("The list leads back to itself, so its end cannot be found.")
        self._cursors.add(page.resume)
        self._first = self._first or page.payloads
        self._recent.append(page.payloads)

    def _repeats(self, payloads: Sequence[bytes]) -> bool:
        # Ids are only read where the first record was met before, byte for byte: nearly never.
        suspects = [earlier for earlier in (self._first, *self._recent) if payloads[0] in earlier]
        return any(self._ids(payloads) <= self._ids(earlier) for earlier in suspects)

    def _ids(self, payloads: Sequence[bytes]) -> set[RemoteId]:
        found = set()
        for payload in payloads:
            with suppress(BadRecord):
                found.add(self._identify(payload))
        return found


async def cursor_pages(
    read: Callable[[Cursor | None], Coroutine[None, None, Page]], identify: Identify, resume: Cursor | None = None
) -> AsyncGenerator[Page, None]:
    """A list whose every page names the next one in `Page.resume`; the next is read while this one is worked on.

    Raises BadResponse for a list without an end.
    """
    guard = EndGuard(identify)
    reading = asyncio.ensure_future(read(resume))
    try:
        while True:
            page = await reading
            guard.check(page)
            if page.resume is not None:
                reading = asyncio.ensure_future(read(page.resume))
            yield page
            if page.resume is None:
                return
    finally:
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


async def offset_pages(
    read: ReadOffset, identify: Identify, *, size: int, ahead: int, resume: Cursor | None = None, numbered: bool = False
) -> AsyncGenerator[Page, None]:
    """A list addressed by offsets, `ahead` pages in flight at once, told in order.

    Where the CRM's count changes meanwhile, or a page does not begin with what the one before it ended with, records
    may have slipped past between two pages: the list is then read again from its start. Pages overlap to see that, by
    one record, or in a `numbered` list, which is read at multiples of the asked size alone, by as few as a page of some
    size below `size` can. Raises BadResponse for a list without an end, ProviderError for one that never stands still.
    """
    start = _offset(resume)
    for _pass in range(PASSES):
        one_pass = _Pass(read, identify, ahead, numbered)
        async with aclosing(one_pass.pages(start, size)) as pages:
            async for page in pages:
                yield page
        if page.resume is None:
            return
        start = 0
    raise ProviderError("The list changed each time it was read, so that it could not be read completely.")


class Span(NamedTuple):
    """A part of a list as it is asked for: one page of `limit` records, the first of them at `offset`."""

    offset: int
    limit: int

    @property
    def end(self) -> int:
        """The place behind its last record."""
        return self.offset + self.limit


def span_at(place: int, most: int, *, numbered: bool) -> Span:
    """The page to read next where everything before `place` was read, with at most so many records.

    It begins before `place`, unless that is the start, or no page of a numbered list does that leads further.
    """
    if place == 0 or most == 1:
        return Span(place, most)
    if not numbered:
        return Span(place - 1, most)
    spans = (Span((place - 1) // size * size, size) for size in range(most, 1, -1))
    furthest = max(spans, key=lambda span: span.end)
    return furthest if furthest.end > place else Span(place, most)  # every size divides it


class _Pass:
    """One reading of a list."""

    def __init__(self, read: ReadOffset, identify: Identify, ahead: int, numbered: bool) -> None:
        self._read, self._identify, self._ahead, self._numbered = read, identify, ahead, numbered
        self._waiting: deque[tuple[Span, asyncio.Task[tuple[Sequence[bytes], int | None]]]] = deque()
        self._ends: dict[int, bytes] = {}  # the last records, by their places, of pages that the next does not overlap
        self._moved = False
        self._place = self._asked = 0  # the first record that was not asked for yet, and how many pages were
        self._end: int | None = None  # where the list ends, as far as the CRM counts

    async def pages(self, start: int, size: int) -> AsyncGenerator[Page, None]:
        """From `start` to the end; the last page's `resume` is "0" where the list moved meanwhile."""
        guard = EndGuard(self._identify)
        span = span_at(start, size, numbered=True) if self._numbered else Span(start, size)
        payloads, total = await self._read(*span)
        if not payloads and total and start < total:
            raise BadResponse(f"The list counts {total} records, but gives none.")
        if 0 < len(payloads) < span.limit and (total is None or span.offset + len(payloads) < total):
            size, span = len(payloads), Span(span.offset, len(payloads))  # it gives fewer at once than it was asked for
        self._place, self._end = span.end, total
        fresh, count = payloads[start - span.offset :], total
        try:
            while True:
                if not self._waiting and self._may_go_on(span, payloads, size):
                    self._end = self._place + 1
                while len(self._waiting) < self._ahead and (following := self._following(size)) is not None:
                    self._waiting.append((following, asyncio.ensure_future(self._read(*following))))
                last = not self._waiting or (total is None and len(payloads) < span.limit)
                self._moved = self._moved or count != total or (not last and len(payloads) < span.limit)
                if last and not self._moved:
                    self._moved = await self._has_moved()
                again = Cursor("0") if self._moved else None
                page = Page(fresh, again if last else Cursor(str(span.end)), count)
                if not (last and self._moved):
                    guard.check(page)
                yield page
                if last:
                    return
                before, (span, task) = (span, payloads), self._waiting.popleft()
                payloads, count = await task
                fresh = self._fresh(*before, span, payloads)
        finally:
            for _, task in self._waiting:
                task.cancel()
            await asyncio.gather(*(task for _, task in self._waiting), return_exceptions=True)

    def _following(self, most: int) -> Span | None:
        if (self._end is not None and self._place >= self._end) or self._asked >= MOST_PAGES:
            return None
        span = span_at(self._place, most, numbered=self._numbered)
        self._place, self._asked = span.end, self._asked + 1
        return span

    def _may_go_on(self, span: Span, payloads: Sequence[bytes], most: int) -> bool:
        """Whether more may follow where the CRM's count says that nothing does: it gave all that was asked for."""
        ended = self._end is not None and self._place >= self._end
        return ended and most > 1 and len(payloads) == span.limit

    def _fresh(self, before: Span, ended: Sequence[bytes], span: Span, payloads: Sequence[bytes]) -> Sequence[bytes]:
        """What a page has beyond the one before it; all of it where it does not begin with what that one ended with."""
        shared = before.end - span.offset
        if not shared:
            self._ends |= {before.end - 1: ended[-1]} if ended else {}
            return payloads
        again = payloads[:shared]
        if len(ended) == before.limit and len(again) == shared and all(map(self._is, again, ended[-shared:])):
            return payloads[shared:]
        self._moved = True
        return payloads

    async def _has_moved(self) -> bool:
        """Whether a record that ended a page stands elsewhere by now: what is behind it moved between two pages."""
        places = list(self._ends)
        for start in range(0, len(places), self._ahead):
            part = places[start : start + self._ahead]
            looks = [asyncio.ensure_future(self._read(place, 1)) for place in part]
            try:
                for place, look in zip(part, looks, strict=True):
                    found, _ = await look
                    if not found or not self._is(found[0], self._ends[place]):
                        return True
            finally:
                for look in looks:
                    look.cancel()
                await asyncio.gather(*looks, return_exceptions=True)
        return False

    def _is(self, one: bytes, other: bytes) -> bool:
        try:
            return self._identify(one) == self._identify(other)
        except BadRecord:
            return one == other


def _offset(resume: Cursor | None) -> int:
    try:
        return max(0, int(resume or 0))
    except ValueError:
        return 0  # a cursor of another API variant: from the start
