"""What all demo CRMs share: a book, a log, the weather, the control endpoints and other people who edit meanwhile."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, ClassVar

from starlette.routing import Route

from crmdesk.demo.site.request_log import RequestLog
from crmdesk.demo.site.state import Book, Record
from crmdesk.demo.weather.bad_answers import Listing
from crmdesk.demo.weather.replica import Replica
from crmdesk.demo.weather.weather import Weather


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """All that the desk needs to connect to one API of a demo CRM; `secret` is what a user would paste."""

    provider: str
    api: str
    base_url: str
    secret: str = field(repr=False)
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Start:
    """With what a demo CRM starts: where it listens, how many of whose contacts, its own options, and its clock."""

    origin: str
    seed: int = 1
    contacts: int = 2000
    options: Any = None
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


class Site(ABC):
    """One demo CRM. A new one gives its book, its routes, its error body and where its lists keep their records."""

    key: ClassVar[str]
    place: ClassVar[int] = 100  # among the others: the order in which they are told, and given ports
    listings: ClassVar[Sequence[Listing]]
    notes: ClassVar[str] = "description"
    look_ups: ClassVar[tuple[str, ...]] = ()  # paths of POSTs that only read
    archive: ClassVar[str | None] = None
    share: ClassVar[float] = 0.15  # how many of the contacts it has where the demo shows all CRMs side by side

    def __init__(self, start: Start) -> None:
        self.origin, self.seed, self.contacts, self.now = start.origin, start.seed, start.contacts, start.now
        self.weather = Weather()
        self.requests = RequestLog(self.changes)
        self.closing = asyncio.Event()
        self.book = self.make_book()
        self.replica = Replica(self.book)
        self._others = 0

    @abstractmethod
    def make_book(self) -> Book:
        """The untouched book of this CRM."""

    @abstractmethod
    def routes(self) -> list[Route]:
        """The CRM's own API."""

    @abstractmethod
    def accounts(self) -> list[DemoAccount]:
        """How to connect to it, the usual API first."""

    @abstractmethod
    def error_body(self, path: str, status: int, message: str) -> bytes:
        """An error as this CRM words it at this path."""

    @abstractmethod
    def stranger(self, number: int) -> Record:
        """The fields of a new record that somebody else might add."""

    def changes(self, method: str, path: str) -> bool:
        """Whether such a request is more than mere reading."""
        return method not in ("GET", "HEAD") and path.rstrip("/") not in self.look_ups

    def warm(self) -> None:
        """Prepare the answers of the usual API; the others are prepared when first asked for."""
        self.book.warm("default")

    def reset(self) -> None:
        """Clear skies, an empty log and the untouched book."""
        self.weather.clear()
        self.requests.clear()
        self.book.reset()
        self.replica.forget()
        self._others = 0

    def state(self) -> Record:
        """All that must not be lost when it ends for a while, as JSON can hold it."""
        return {"book": self.book.state()}

    def restore(self, state: Record) -> None:
        """Go on from what `state` gave."""
        self.book.restore(state["book"])

    def somebody_else(
        self, action: str = "edit", id: str | None = None, fields: Record | None = None, into: str | None = None
    ) -> str:
        """Somebody else edits, creates, deletes, merges (`id` into `into`), archives or restores; returns the id.

        To replace is to delete one and create another at the same moment, so that the count stays.
        Without an id the records take turns. Raises ValueError for an unknown action and KeyError for a missing record.
        """
        book = self.book
        with book.lock:
            self._others += 1
            if action == "create":
                return book.add(fields or self.stranger(self._others))
            if book.count == 0:
                raise KeyError("a record")
            target = id or book.id_at(self._others * 7919 % book.count)
            record = book.get(target)
            if record is None:
                raise KeyError(target)
            match action:
                case "edit":
                    note = f"{record[self.notes] or ''} (edited by somebody else, {self._others})".strip()
                    unknown = set(fields or ()) - set(record)
                    if unknown:
                        raise KeyError(", ".join(sorted(unknown)))
                    book.update(target, fields or {self.notes: note})
                case "delete":
                    book.delete(target)
                case "replace":
                    book.delete(target)
                    return book.add(fields or self.stranger(self._others))
                case "merge":
                    keep = into or next(other for other in book.ids() if other != target)
                    if not book.merge(keep, target):
                        raise KeyError(keep)
                    return keep
                case "archive" | "restore" if self.archive is not None:
                    book.update(target, {self.archive: action == "archive"})
                case _:
                    raise ValueError(f"nobody can {action} here")
            return target
