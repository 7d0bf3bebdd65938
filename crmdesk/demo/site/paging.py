"""The two ways in which the demo CRMs cut a book into pages."""

from dataclasses import dataclass

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
