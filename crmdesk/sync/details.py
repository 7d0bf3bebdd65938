"""Thin lists: records that a list shows in part are read whole, many at once, and told slice by slice in its order.

A slice is what one transaction stores: few enough records that a crash loses little of what was asked for, several of
them under way so that the CRM's limits, and not the storing, set the pace.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from crmdesk.errors import BadResponse, ProviderError, RateLimited, RemoteGone, Unavailable
from crmdesk.providers.contract import BadRecord, Page, Provider, RemoteId, RemoteRecord, Unopened
from crmdesk.store import Store
from crmdesk.sync.pages import Scan, identified, needing_details

Details = Mapping[str, RemoteRecord | ProviderError]  # by remote id: the whole record, or why it cannot be had

SLICE = 25  # records read whole for one transaction
UNDER_WAY = 4  # slices
DOWN = 10  # records in a row that the CRM fails at, after which it is the CRM that is down


@dataclass(slots=True)
class _Slice:
    """A part of a page, the details it needs, and what has arrived of them."""

    page: Page
    wanted: Sequence[RemoteId]
    found: dict[str, RemoteRecord | ProviderError] = field(default_factory=dict)
    requests: list[asyncio.Task[None]] = field(default_factory=list)


class DetailReader:
    """Reads the details that the pages of one scan need."""

    def __init__(self, store: Store, provider: Provider, scan: Scan) -> None:
        self._store = store
        self._provider = provider
        self._scan = scan
        self._at_once = provider.kind_info(scan.kind).details_at_once
        self._asked: set[RemoteId] = set()
        self._under_way: deque[_Slice] = deque()
        self._failing = 0

    async def slices(self, pages: AsyncIterator[Page]) -> AsyncGenerator[tuple[Page, Details], None]:
        """The pages in slices, each with the details of its records. Raises the provider's errors.

        After a failure, `arrived` tells what was read whole by then and not stored. Use it within `aclosing`.
        """
        parts = self._parts(pages)
        ended = False
        try:
            while True:
                while not ended and len(self._under_way) < UNDER_WAY:
                    part = await anext(parts, None)
                    if part is None:
                        ended = True
                    else:
                        self._begin(part)
                if not self._under_way:
                    return
                first = self._under_way[0]
                await asyncio.gather(*first.requests)
                yield first.page, first.found
                self._under_way.popleft()
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
            told = {remote_id: one for remote_id, one in waiting.found.items() if not _fails_at(one)}
            lacking = set(waiting.wanted) - told.keys()
            payloads = [p for p in waiting.page.payloads if identified(self._scan, p) not in lacking]
            if payloads and told:
                yield Page(payloads, total=waiting.page.total), told

    async def _parts(self, pages: AsyncIterator[Page]) -> AsyncGenerator[_Slice, None]:
        """Each page in parts that need at most SLICE details; its cursor stays with the last of them."""
        async for page in pages:
            needed = set(await self._store.read(partial(needing_details, scan=self._scan, page=page))) - self._asked
            payloads: list[bytes] = []
            wanted: list[RemoteId] = []
            for payload in page.payloads:
                if len(wanted) == SLICE:
                    yield _Slice(Page(payloads, total=page.total), wanted)
                    payloads, wanted = [], []
                payloads.append(payload)
                remote_id = identified(self._scan, payload)
                if remote_id in needed:
                    needed.discard(remote_id)
                    wanted.append(remote_id)
            self._asked.update(wanted)
            yield _Slice(replace(page, payloads=payloads), wanted)

    def _begin(self, part: _Slice) -> None:
        self._asked.update(part.wanted)
        for start in range(0, len(part.wanted), self._at_once):
            ids = part.wanted[start : start + self._at_once]
            part.requests.append(asyncio.create_task(self._read(part, ids), name=f"details of {ids[0]}"))
        self._under_way.append(part)

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
