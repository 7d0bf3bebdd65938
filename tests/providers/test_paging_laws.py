"""Complete means complete: whatever comes and goes while a list is read, who is there all along is met, or it is told.

A list whose end was reached without a word of having moved has given every record that was there from first to last.
Records come anywhere, whether a list is cut at any offset, at multiples of the asked size, or behind a cursor.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

import pytest
from hypothesis import example, given, strategies

from crmdesk.errors import ProviderError
from crmdesk.providers.contract import Cursor, Page, RemoteId
from crmdesk.providers.wire.paging import cursor_pages, offset_pages, span_at
from tests.laws import examples

SIZE = 4
Event = tuple[int, str, int]  # before which answer, what happens, and where


def identify(payload: bytes) -> RemoteId:
    return RemoteId(payload.decode())


@dataclass
class Moving:
    """A list in the order of keys, with which something happens before some of its answers."""

    keys: list[float]
    events: Sequence[Event]
    lie: int = 0  # how many more, or fewer, it counts than it has
    answers: int = 0
    always: set[float] = field(default_factory=set)  # who was there from the first answer to the last

    def __post_init__(self) -> None:
        self.always = set(self.keys)

    def happen(self) -> None:
        for before, what, where in self.events:
            if before == self.answers:
                self._happens(what, where)
        self.answers += 1

    def _happens(self, what: str, where: int) -> None:
        place = where % (len(self.keys) + 1)
        if what in ("goes", "is replaced") and self.keys:
            self.always.discard(self.keys.pop(where % len(self.keys)))
        if what in ("comes", "is replaced"):
            if place >= len(self.keys):
                self.keys.append(max(self.keys, default=0.0) + 1)
            else:
                before = self.keys[place - 1] if place else self.keys[0] - 1
                self.keys.insert(place, (before + self.keys[place]) / 2)

    async def at(self, offset: int, limit: int) -> tuple[Sequence[bytes], int | None]:
        await asyncio.sleep(0)
        self.happen()
        return self.written(self.keys[offset : offset + limit]), max(0, len(self.keys) + self.lie)

    async def behind(self, cursor: Cursor | None) -> Page:
        await asyncio.sleep(0)
        self.happen()
        following = [key for key in self.keys if cursor is None or key > float(cursor)]
        page = following[:SIZE]
        resume = Cursor(repr(page[-1])) if len(following) > SIZE else None
        return Page(self.written(page), resume, max(0, len(self.keys) + self.lie))

    def written(self, keys: Sequence[float]) -> list[bytes]:
        return [repr(key).encode() for key in keys]


def met(listing: AsyncGenerator[Page, None]) -> set[float] | None:
    """Whom a list gave; None where it said that it could not be read completely."""

    async def read() -> set[float]:
        found: set[float] = set()
        async with aclosing(listing) as pages:
            async for page in pages:
                found.update(float(payload) for payload in page.payloads)
        return found

    try:
        return asyncio.run(read())
    except ProviderError:
        return None


sizes = strategies.integers(0, 30)
lies = strategies.sampled_from([0, 0, 0, 1, 5, -1, -3])
happenings = strategies.lists(
    strategies.tuples(
        strategies.integers(0, 20),
        strategies.sampled_from(["goes", "comes", "is replaced"]),
        strategies.integers(0, 40),
    ),
    max_size=5,
)
aheads = strategies.integers(1, 4)
ONE_SLIPS = [(1, "is replaced", 0)]


@examples(300, same=False)
@given(sizes, happenings, lies, aheads)
@example(20, [(1, "is replaced", 0), (1, "is replaced", 1)], 0, 1)
@example(14, [], -1, 1)
@example(5, [], -1, 1)
def test_a_list_cut_at_any_offset_is_complete_or_says_so(
    size: int, events: Sequence[Event], lie: int, ahead: int
) -> None:
    moving = Moving([float(key) for key in range(size)], events, lie)
    found = met(offset_pages(moving.at, identify, size=SIZE, ahead=ahead))
    assert found is None or moving.always <= found


@examples(300, same=False)
@given(sizes, happenings, lies, aheads)
@example(20, ONE_SLIPS, 0, 1)
def test_a_list_of_numbered_pages_is_complete_or_says_so(
    size: int, events: Sequence[Event], lie: int, ahead: int
) -> None:
    moving = Moving([float(key) for key in range(size)], events, lie)
    found = met(offset_pages(moving.at, identify, size=SIZE, ahead=ahead, numbered=True))
    assert found is None or moving.always <= found


@examples(300, same=False)
@given(sizes, happenings, lies)
@example(20, ONE_SLIPS, 0)
def test_a_list_by_cursors_is_complete_or_says_so(size: int, events: Sequence[Event], lie: int) -> None:
    moving = Moving([float(key) for key in range(size)], events, lie)
    found = met(cursor_pages(moving.behind, identify))
    assert found is None or moving.always <= found


@given(sizes, aheads, strategies.booleans())
def test_a_list_that_stands_still_is_read_once(size: int, ahead: int, numbered: bool) -> None:
    moving = Moving([float(key) for key in range(size)], ())
    assert met(offset_pages(moving.at, identify, size=SIZE, ahead=ahead, numbered=numbered)) == moving.always
    if not numbered:
        full = size > 0 and (size - 1) % (SIZE - 1) == 0 and size > 1  # that nothing follows is seen by one more
        assert moving.answers == max(1, -(-(size - 1) // (SIZE - 1))) + full


@pytest.mark.parametrize(
    ("records", "pages", "requests"), [(99, 1, 1), (100, 1, 2), (650, 7, 7), (1_650, 17, 19), (9_999, 100, 114)]
)
def test_numbered_pages_that_overlap_are_few_more(records: int, pages: int, requests: int) -> None:
    """A proof that nobody slipped between two pages, for a seventh of the requests; the law above holds with them."""
    moving = Moving([float(key) for key in range(records)], ())
    assert met(offset_pages(moving.at, identify, size=100, ahead=3, numbered=True)) == moving.always
    assert (-(-records // 100), moving.answers) == (pages, requests)


@given(strategies.integers(1, 10**6), strategies.integers(1, 300), strategies.booleans())
def test_each_page_begins_within_the_one_before_and_leads_further(place: int, most: int, numbered: bool) -> None:
    span = span_at(place, most, numbered=numbered)
    assert span.offset <= place < span.end
    assert span.limit <= most
    assert span.offset < place or most == 1 or (numbered and all(place % size == 0 for size in range(1, most + 1)))
    assert not numbered or span.offset % span.limit == 0
