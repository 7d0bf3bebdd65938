"""The ways in which the demo CRMs cut a book into pages."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from crmdesk.demo.site.answers import Refused
from crmdesk.demo.site.state import Book


@dataclass(frozen=True, slots=True)
class Window:
    """One page: its records as JSON, the id to go on from (None at the end), and the size of the whole book."""

    items: list[bytes]
    following: str | None
    total: int

    @property
    def joined(self) -> bytes:
        """The records as they stand between a JSON list's brackets."""
        return b",".join(self.items)

    @property
    def cursor(self) -> bytes:
        """`following` as JSON."""
        return b"null" if self.following is None else b'"%s"' % self.following.encode()


def by_cursor(book: Book, shape: str, cursor: str | None, take: int, skip: int = 0) -> Window:
    """The records behind the one that the cursor names, be it deleted meanwhile; raises Refused 400 for any other."""
    with book.lock:
        start = book.position_after(cursor) if cursor else 0
        if start is None:
            raise Refused(400, "cursor must be the id of a contact")
        items = book.page(shape, start + skip, take)
        end = start + skip + len(items)
        following = book.id_at(end - 1) if items and end < book.count else None
        return Window(items, following, book.count)


def by_offset(book: Book, shape: str, offset: int, limit: int) -> Window:
    """The records from a position on; whatever is added or removed before it shifts them."""
    with book.lock:
        return Window(book.page(shape, offset, limit), None, book.count)


def by_keyset(book: Book, shape: str, ids: list[str], after: str | None, take: int, *, newest_first: bool) -> Window:
    """Of these records, counted ones and in order, those behind the one that was told last."""
    if newest_first:
        ids = ids[::-1]
    rest = [one for one in ids if not after or (int(one) < int(after) if newest_first else int(one) > int(after))]
    items = [item for one in rest[:take] if (item := book.encoded(shape, one))]
    return Window(items, rest[take - 1] if len(rest) > take else None, len(ids))


def of_rows(rows: Sequence[object], start: int, take: int) -> Window:
    """Of plain rows, those from a position on; `following` is the next position."""
    end = start + take
    return Window(
        [msgspec.json.encode(row) for row in rows[start:end]], str(end) if end < len(rows) else None, len(rows)
    )
