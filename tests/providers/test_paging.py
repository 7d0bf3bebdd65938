"""Lists: in order, read ahead, to their end, and ended where they have none."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing

import pytest

from crmdesk.errors import BadResponse, ProviderError
from crmdesk.providers.contract import Cursor, Page, RemoteId
from crmdesk.providers.wire.paging import cursor_pages, offset_pages


def identify(payload: bytes) -> RemoteId:
    return RemoteId(payload.decode())


async def drain(listing: AsyncGenerator[Page, None], meet: Callable[[Page], object] = lambda _: None) -> None:
    async with aclosing(listing) as pages:
        async for page in pages:
            meet(page)


class Shelf:
    """A list of numbered payloads that answers out of order and counts what is asked at once."""

    def __init__(self, size: int, *, cap: int = 1000, counts: bool = True) -> None:
        self.items = [str(number).encode() for number in range(size)]
        self.cap, self.counts = cap, counts
        self.asked: list[int] = []
        self.at_once = self.most_at_once = 0

    async def read(self, offset: int, limit: int) -> tuple[Sequence[bytes], int | None]:
        self.asked.append(offset)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        for _ in range(offset // 10 * 7 % 5):
            await asyncio.sleep(0)
        self.at_once -= 1
        found = self.items[offset : offset + min(limit, self.cap)]
        return found, len(self.items) if self.counts else None

    async def pages(
        self, size: int = 10, ahead: int = 4, resume: Cursor | None = None, numbered: bool = False
    ) -> list[Page]:
        listing = offset_pages(self.read, identify, size=size, ahead=ahead, resume=resume, numbered=numbered)
        async with aclosing(listing) as pages:
            return [page async for page in pages]


@pytest.mark.parametrize("size", [0, 1, 9, 10, 11, 95, 100])
@pytest.mark.parametrize("counts", [True, False])
@pytest.mark.parametrize("numbered", [True, False])
async def test_pages_come_in_order_and_to_the_end(size: int, counts: bool, numbered: bool) -> None:
    shelf = Shelf(size, counts=counts)
    pages = await shelf.pages(numbered=numbered)
    assert [payload for page in pages for payload in page.payloads] == shelf.items
    assert pages[-1].resume is None
    assert all(page.resume is not None for page in pages[:-1])


async def test_that_a_list_stood_still_is_seen_with_one_request_in_a_hundred() -> None:
    shelf = Shelf(9_990)
    pages = await shelf.pages(size=100)
    assert (len(shelf.asked), len(pages)) == (101, 101)


@pytest.mark.parametrize("numbered", [True, False])
async def test_pages_of_one_record_are_read_to_their_end(numbered: bool) -> None:
    shelf = Shelf(5, cap=1)
    pages = await shelf.pages(numbered=numbered)
    assert [payload for page in pages for payload in page.payloads] == shelf.items


async def test_several_are_asked_at_once_and_no_more_than_allowed() -> None:
    shelf = Shelf(500)
    await shelf.pages(ahead=4)
    assert 2 <= shelf.most_at_once <= 4


async def test_a_crm_that_gives_less_than_asked_is_followed() -> None:
    shelf = Shelf(100, cap=7)
    pages = await shelf.pages(size=50)
    assert [payload for page in pages for payload in page.payloads] == shelf.items


@pytest.mark.parametrize(("resume", "first"), [("30", 30), ("95", 95), ("100", 100), ("not a number", 0), ("-4", 0)])
async def test_a_list_goes_on_at_its_cursor(resume: str, first: int) -> None:
    shelf = Shelf(100)
    pages = await shelf.pages(resume=Cursor(resume))
    assert [payload for page in pages for payload in page.payloads] == shelf.items[first:]


@pytest.mark.parametrize("numbered", [True, False])
async def test_a_list_that_shrinks_meanwhile_is_read_again(numbered: bool) -> None:
    shelf = Shelf(100)
    seen: list[bytes] = []
    async with aclosing(offset_pages(shelf.read, identify, size=10, ahead=2, numbered=numbered)) as pages:
        async for page in pages:
            seen += page.payloads
            if len(shelf.items) == 100 and len(seen) > 20:
                del shelf.items[0]
    assert set(shelf.items) <= set(seen)
    assert (page.resume, page.total) == (None, 99)


@pytest.mark.parametrize("numbered", [True, False])
async def test_a_list_that_moved_and_counts_as_before_is_read_again(numbered: bool) -> None:
    shelf = Shelf(100)
    seen: list[bytes] = []
    async with aclosing(offset_pages(shelf.read, identify, size=10, ahead=2, numbered=numbered)) as pages:
        async for page in pages:
            seen += page.payloads
            if shelf.items[0] == b"0":
                shelf.items = [*shelf.items[3:], b"new", b"newer", b"newest"]
    assert set(shelf.items) <= set(seen)
    assert page.resume is None


async def test_a_list_that_never_stands_still_is_given_up() -> None:
    shelf = Shelf(100)
    with pytest.raises(ProviderError, match="changed each time"):
        await drain(offset_pages(shelf.read, identify, size=10, ahead=2), lambda _: shelf.items.pop(0))


async def test_a_crm_that_ignores_the_offset_is_noticed() -> None:
    async def read(offset: int, limit: int) -> tuple[Sequence[bytes], int | None]:
        return [b"1", b"2", b"3"], None

    with pytest.raises(BadResponse, match="again and again"):
        await drain(offset_pages(read, identify, size=3, ahead=2))


async def test_a_count_without_records_is_no_empty_list() -> None:
    async def read(offset: int, limit: int) -> tuple[Sequence[bytes], int | None]:
        return [], 12

    with pytest.raises(BadResponse, match="12"):
        await drain(offset_pages(read, identify, size=3, ahead=2))


@pytest.mark.parametrize(
    "following",
    [lambda n: "same", lambda n: str(n % 3), lambda n: str(n)],
    ids=["the same cursor", "a circle of cursors", "new cursors, old records"],
)
async def test_a_chain_that_leads_back_to_itself_is_noticed(following: object) -> None:
    asked = 0

    async def read(cursor: Cursor | None) -> Page:
        nonlocal asked
        asked += 1
        assert callable(following)
        return Page([b"1", b"2"], Cursor(following(asked)))

    with pytest.raises(BadResponse):
        await drain(cursor_pages(read, identify))
    assert asked < 10


async def test_a_chain_of_empty_pages_is_noticed() -> None:
    asked = 0

    async def read(cursor: Cursor | None) -> Page:
        nonlocal asked
        asked += 1
        return Page([], Cursor(str(asked)))

    with pytest.raises(BadResponse):
        await drain(cursor_pages(read, identify))


async def test_what_was_read_ahead_ends_with_the_list() -> None:
    shelf = Shelf(1000)
    async with aclosing(offset_pages(shelf.read, identify, size=10, ahead=8)) as pages:
        async for _page in pages:
            break
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_failure_ahead_comes_after_the_pages_before_it() -> None:
    async def read(offset: int, limit: int) -> tuple[Sequence[bytes], int | None]:
        if offset > 20:
            raise ProviderError("broken")
        return [str(number).encode() for number in range(offset, offset + limit)], 100

    seen: list[Page] = []
    with pytest.raises(ProviderError, match="broken"):
        await drain(offset_pages(read, identify, size=10, ahead=8), seen.append)
    assert [page.resume for page in seen] == ["10", "19", "28"]


async def test_a_list_far_longer_than_its_count_is_ended_before_it_fills_the_disk() -> None:
    met = 0

    async def read(cursor: Cursor | None) -> Page:
        start = int(cursor or 0)
        return Page([str(number).encode() for number in range(start, start + 100)], Cursor(str(start + 100)), total=5)

    def meet(page: Page) -> None:
        nonlocal met
        met += len(page.payloads)

    with pytest.raises(BadResponse, match="far more records than"):
        await drain(cursor_pages(read, identify), meet)
    assert met <= 1_100
