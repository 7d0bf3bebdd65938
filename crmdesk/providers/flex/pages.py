"""Flex's list in numbered pages, whichever number a tenant gives its second one.

Seen live by others (two clients of Flex5): a tenant takes 0 and 1 for the first page, while the answer's own `number`
stays counted from 0. Spring, with which Flex is built, counts from 0 unless it is told otherwise, so that other tenants
may do so (inferred). Nothing is assumed: each answer says which page it is, or else the first two pages are compared.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple

import msgspec

from crmdesk.errors import BadResponse
from crmdesk.providers.wire.answer import Answer, received

_NEXT = "Sync again; if it stays so, test the account, which finds out anew how its pages are counted."


class NumberedPage(NamedTuple):
    """One answer: its records, how many there are in all, which page it says it is, counted from 0.

    `in_order`: it says that the list is sorted as was asked for.
    """

    payloads: Sequence[bytes]
    total: int | None
    number: int | None
    in_order: bool = False


class _Page(msgspec.Struct, rename="camel"):
    content: list[msgspec.Raw] | None = None
    total_elements: int | None = None
    number: Any = None
    pageable: Any = None
    sort: Any = None


_PAGES = msgspec.json.Decoder(_Page)
AskPage = Callable[[int, int], Awaitable[NumberedPage]]  # number as it is sent, size


def read_page(answer: Answer) -> NumberedPage:
    """The page an answer holds. Raises BadResponse."""
    page = answer.decode(_PAGES)
    if page.content is None:
        raise answer.unusable("Flex answered without a list of contacts.")
    pageable = page.pageable if isinstance(page.pageable, dict) else {}
    numbers = (found for found in (page.number, pageable.get("pageNumber")) if isinstance(found, int))
    orders = (page.sort, pageable.get("sort"))
    in_order = any(order.get("sorted") is True if isinstance(order, dict) else bool(order) for order in orders)
    return NumberedPage(received(page.content), page.total_elements, next(numbers, None), in_order)


class NumberedList:
    """One reading of the list; `known` is the number of its first page, 0 or 1, where it was found out before.

    Lives as long as the reading. Many pages may be asked for at once; while nothing is known, the others wait until the
    second page has been told from the first.
    """

    def __init__(self, ask: AskPage, ids: Callable[[Sequence[bytes]], set[str]], known: int | None) -> None:
        self._ask, self._ids = ask, ids
        self._counted_from = known
        self._proven = False  # by an answer of this reading
        self._first: NumberedPage | None = None
        self._size = 0  # records that the first page was asked for
        self._finding = asyncio.Lock()

    async def read(self, offset: int, size: int) -> tuple[Sequence[bytes], int | None]:
        """The records of one page and how many there are. Raises BadResponse where pages are counted in two ways."""
        index = offset // size
        if index == 0:
            page = self._first = await self._ask(0, size)  # the first page in either way of counting
            self._size = size
        else:
            page = await self._numbered(index, size)
        return page.payloads, page.total

    @property
    def first_page(self) -> int | None:
        """The number of the first page, where this reading found it out for sure."""
        return self._counted_from if self._proven else None

    async def find(self, size: int) -> int | None:
        """The number of the first page; None where there is but one page, or nothing tells. Raises BadResponse."""
        if self._first is None:
            self._first, self._size = await self._ask(0, size), size
        first, size = self._first, self._size
        second = await self._ask(1, size)
        if first.number is None and (first.total is None or first.total <= size):
            return None
        return counted_from(first, second, self._ids)

    async def _numbered(self, index: int, size: int) -> NumberedPage:
        from_ = await self._settled(size)
        page = await self._ask(index + from_, size)
        if page.number is None or self._is(index, page.number):
            self._proven = self._proven or page.number is not None
            return page
        if self._proven and from_ == self._counted_from:
            raise _in_two_ways(index, page.number)
        other = 1 - from_
        page = await self._ask(index + other, size)
        if page.number is None or not self._is(index, page.number):
            raise _in_two_ways(index, page.number)
        self._counted_from, self._proven = other, True
        return page

    def _is(self, index: int, told: int) -> bool:
        start = (self._first.number if self._first is not None else None) or 0
        return told - start == index

    async def _settled(self, size: int) -> int:
        """The number of the first page, found out once where it is not known or no answer says which page it is."""
        tells = self._first is not None and self._first.number is not None
        if self._counted_from is not None and (self._proven or tells):
            return self._counted_from
        async with self._finding:
            if self._counted_from is None or not self._proven:
                self._counted_from, self._proven = await self.find(size) or 0, True
            return self._counted_from


def counted_from(first: NumberedPage, second: NumberedPage, ids: Callable[[Sequence[bytes]], set[str]]) -> int:
    """The number of the first page, told by the answers to 0 and 1. Raises BadResponse where they contradict."""
    before, after = ids(first.payloads), ids(second.payloads)
    same, other = bool(after) and after <= before, not after & before
    if first.number is not None and second.number is not None:
        step = second.number - first.number
        if step == 1 and not same:
            return 0
        if step == 0 and (not other or not after):
            return 1
        raise _in_two_ways(1, second.number)
    if same or other:
        return 1 if same else 0
    raise BadResponse(
        "Nothing was read: the second page of Flex's list holds records of the first one, and no answer says which "
        "page it is.",
        next=_NEXT,
    )


def _in_two_ways(index: int, number: int | None) -> BadResponse:
    told = "no page" if number is None else f"page {number}"
    return BadResponse(
        f"Flex counts the pages of its list in two ways: where page {index} was asked for, it answered {told}. "
        "The list was not read on, so that no contact is missed or taken for deleted.",
        next=_NEXT,
    )
