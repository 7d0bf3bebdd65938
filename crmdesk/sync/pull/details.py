"""Thin lists: records that a list shows in part are read whole, many at once, and told as they arrive.

A slice is what one transaction stores: few enough records that a crash loses little of what was asked for, several of
them under way so that the CRM's limits, and not the storing, set the pace. One slow answer holds back nothing but the
list's cursor, which moves only when everything before it was told.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile

from crmdesk.errors import BadResponse, ProviderError, RateLimited, RemoteGone, Unavailable
from crmdesk.providers.contract import BadRecord, Page, Provider, RemoteId, RemoteRecord, Unopened
from crmdesk.store import Store
from crmdesk.sync.pull.needed_details import id_or_none, needing_details
from crmdesk.sync.pull.page_intake import Scan

Details = Mapping[str, RemoteRecord | ProviderError]  # by remote id: the whole record, or why it cannot be had

SLICE = 25  # records read whole for one transaction
UNDER_WAY = 4  # slices
DOWN = 10  # records in a row that the CRM fails at, after which it is the CRM that is down


@dataclass(slots=True)
class _Slice:
    """A part of a page, the details it needs with the places of their payloads, what has arrived and what was told."""

    page: Page
    wanted: Mapping[RemoteId, int]
    found: dict[str, RemoteRecord | ProviderError] = field(default_factory=dict)
    requests: list[asyncio.Task[None]] = field(default_factory=list)
    told: set[int] = field(default_factory=set)  # places
    repeats: set[int] = field(default_factory=set)  # places of records that an earlier slice asks for: told after it

    @property
    def is_complete(self) -> bool:
        return self.wanted.keys() <= self.found.keys()

    @property
    def has_ended(self) -> bool:
        return len(self.told) == len(self.page.payloads)

    def left(self) -> list[int]:
        """The places that were not told yet."""
        return [place for place in range(len(self.page.payloads)) if place not in self.told]

    def early(self) -> list[int]:
        """Those of them that can be told before earlier slices, and before the rest of this one."""
        awaited = {place for remote_id, place in self.wanted.items() if remote_id not in self.found}
        return [place for place in self.left() if place not in awaited and place not in self.repeats]

    def arrived(self) -> list[int]:
        """Those of them whose details have arrived."""
        places = (place for remote_id, place in self.wanted.items() if remote_id in self.found)
        return [place for place in places if place not in self.told]


@dataclass(slots=True)
class _Portion:
    """What is told at once: places of some slices; `ended` are the first slices, of which nothing is left then."""

    places: list[tuple[_Slice, list[int]]]
    ended: list[_Slice] = field(default_factory=list)

    @property
    def page(self) -> Page:
        payloads = [part.page.payloads[place] for part, places in self.places for place in places]
        pages = [part.page for part in self.ended]
        return Page(
            payloads,
            resume=next((page.resume for page in reversed(pages) if page.resume is not None), None),
            total=(pages[-1] if pages else self.places[0][0].page).total,
            next_since=next((page.next_since for page in pages if page.next_since is not None), None),
        )

    @property
    def found(self) -> Details:
        return {remote_id: one for part, _ in self.places for remote_id, one in part.found.items()}

    def is_told(self) -> None:
        for part, places in self.places:
            part.told.update(places)


class DetailReader:
    """Reads the details that the pages of one scan need."""

    def __init__(self, store: Store, provider: Provider, scan: Scan) -> None:
        self._store = store
        self._provider = provider
        self._scan = scan
        self._at_once = provider.kind_info(scan.kind).details_at_once
        self._asked: set[RemoteId] = set()
        self._under_way: deque[_Slice] = deque()
        self._unanswered = 0  # details
        self._failing = 0  # of those answered last, how many the CRM failed at
        self._news = asyncio.Event()  # a request has ended
        self._failed: asyncio.Task[None] | None = None

    async def slices(self, pages: AsyncIterator[Page]) -> AsyncGenerator[tuple[Page, Details], None]:
        """The records of the pages, each with its details, told as soon as a slice of them has arrived, in any order.

        A page carries a cursor only where everything before it was told. Raises the provider's errors; after a failure,
        `arrived` tells what was read whole by then and not stored. Use it within `aclosing`.
        """
        parts = self._parts(pages)
        ended = False
        try:
            while True:
                while not ended and self._failed is None and self._unanswered <= (UNDER_WAY - 1) * SLICE:
                    part = await anext(parts, None)
                    if part is None:
                        ended = True
                    else:
                        self._begin(part)
                    if self._next() is not None:
                        break
                portion = self._next()
                if portion is not None:
                    yield portion.page, portion.found
                    portion.is_told()
                    for _ in portion.ended:
                        self._under_way.popleft()
                elif self._failed is not None:
                    self._failed.result()
                elif self._under_way:
                    self._news.clear()
                    await self._news.wait()
                elif ended:
                    return
        except RateLimited:
            # What was sent before the pause is still answered: it need not be asked for again.
            await self._settle()
            raise
        finally:
            for waiting in self._under_way:
                for request in waiting.requests:
                    request.cancel()
            await self._settle()
            await parts.aclose()

    def arrived(self) -> Iterator[tuple[Page, Details]]:
        """What was read whole before a failure: parts of pages, without their cursors."""
        for waiting in self._under_way:
            for remote_id in [remote_id for remote_id, one in waiting.found.items() if _fails_at(one)]:
                del waiting.found[remote_id]  # it may be the CRM that is down: nothing is known of the record
            if waiting.found and (places := waiting.early()):
                portion = _Portion([(waiting, places)])
                yield portion.page, portion.found

    def _next(self) -> _Portion | None:
        """What can be told now: the first slice once it is complete, another that is, or a slice's worth of parts."""
        if not self._under_way:
            return None
        first, *others = self._under_way
        if first.is_complete:
            ended = [first, *takewhile(lambda part: part.has_ended, others)]
            return _Portion([(first, first.left())], ended)
        begun = [part for part in self._under_way if not part.has_ended]
        for part in begun:
            if part.is_complete and (places := part.early()):
                return _Portion([(part, places)])
        parts = [(part, places) for part in begun if (places := part.arrived())]
        return _Portion(parts) if sum(len(places) for _, places in parts) >= SLICE else None

    async def _parts(self, pages: AsyncIterator[Page]) -> AsyncGenerator[_Slice, None]:
        """Each page in parts that need at most SLICE details; its cursor stays with the last of them."""
        async for page in pages:
            needed = set(await self._store.read(partial(needing_details, scan=self._scan, page=page))) - self._asked
            payloads: list[bytes] = []
            wanted: dict[RemoteId, int] = {}
            repeats: set[int] = set()
            for payload in page.payloads:
                if len(wanted) == SLICE:
                    yield _Slice(Page(payloads, total=page.total, whole=page.whole), wanted, repeats=repeats)
                    payloads, wanted, repeats = [], {}, set()
                remote_id = id_or_none(self._scan, payload)
                if remote_id in needed:
                    needed.discard(remote_id)
                    self._asked.add(remote_id)
                    wanted[remote_id] = len(payloads)
                elif remote_id in self._asked:
                    repeats.add(len(payloads))
                payloads.append(payload)
            yield _Slice(replace(page, payloads=payloads), wanted, repeats=repeats)

    def _begin(self, part: _Slice) -> None:
        part.found |= {
            remote_id: part.page.whole[remote_id] for remote_id in part.wanted if remote_id in part.page.whole
        }
        wanted = [remote_id for remote_id in part.wanted if remote_id not in part.found]
        self._unanswered += len(wanted)
        for start in range(0, len(wanted), self._at_once):
            ids = wanted[start : start + self._at_once]
            request = asyncio.create_task(self._read(part, ids), name=f"details of {ids[0]}")
            request.add_done_callback(partial(self._answered, len(ids)))
            part.requests.append(request)
        self._under_way.append(part)

    def _answered(self, number: int, request: asyncio.Task[None]) -> None:
        self._unanswered -= number
        if not request.cancelled() and request.exception() is not None:
            self._failed = self._failed or request
        self._news.set()

    async def _read(self, part: _Slice, ids: Sequence[RemoteId]) -> None:
        for record in await self._provider.details(self._scan.kind, ids):
            if isinstance(record, RemoteRecord):
                part.found[record.id] = record
            elif record.remote_id is not None:
                part.found[RemoteId(record.remote_id)] = record
            self._count(record)
        for remote_id in ids:
            if remote_id not in part.found:
                why = "It is listed there, but cannot be opened: it was just deleted, or this key may not see it."
                part.found[remote_id] = Unopened(RemoteGone(why), remote_id)

    def _count(self, record: RemoteRecord | BadRecord) -> None:
        """Raise what the CRM fails with when it fails at one record after the other: then it is not the records."""
        self._failing = self._failing + 1 if _fails_at(record) else 0
        if self._failing >= DOWN and isinstance(record, Unopened):
            raise record.failure

    async def _settle(self) -> None:
        requests = [request for waiting in self._under_way for request in waiting.requests]
        await asyncio.gather(*requests, return_exceptions=True)


def _fails_at(record: RemoteRecord | ProviderError) -> bool:
    """Whether the CRM gave no proper answer for a record, which says as much of the CRM as of the record."""
    return isinstance(record, Unopened) and isinstance(record.failure, Unavailable | BadResponse)
