"""Reads that come from a copy which lags behind: what was made, changed or deleted shows some seconds later."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from crmdesk.demo.site.state import Book

_MOST = 100  # earlier states that are kept


class Replica:
    """The earlier states of a book, each as it was until a write."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._states: list[tuple[datetime, dict[str, Any]]] = []

    def forget(self) -> None:
        """Whatever is asked for is as it is now."""
        self._states.clear()

    def before_write(self, now: datetime) -> None:
        """Keep the book as it is before a write that is about to come."""
        self._states = [*self._states[-_MOST:], (now, self._book.state())]

    @contextmanager
    def as_of(self, moment: datetime) -> Iterator[None]:
        """The book as it was then, for one answer."""
        earlier = next((state for written, state in self._states if written > moment), None)
        if earlier is None:
            yield
            return
        with self._book.lock:
            present, revision = self._book.state(), self._book.revision
            self._book.restore(earlier)
            try:
                yield
            finally:
                self._book.restore(present)
                self._book.revision = revision
