"""What all demo CRMs share: a book, a log, the weather, the control endpoints and other people who edit meanwhile."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any, ClassVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.hard_cases import planted
from crmdesk.demo.people import Person, person
from crmdesk.demo.site.answers import Handler, Refused, guarded
from crmdesk.demo.site.request_log import RequestLog
from crmdesk.demo.site.state import Book, Ids, Record
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
    """With what a demo CRM starts: where it listens, how many of whose contacts, its own options, and its clock.

    `beside` says that others run with it, in which the same people are found.
    """

    origin: str
    seed: int = 1
    contacts: int = 2000
    options: Any = None
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Population:
    """Whom a demo CRM knows: one of every `shared` contacts, the one at `place`, is in the demo Dex too.

    `apart` is how far the seed of the others lies from Dex's, `first` the number of the first of them.
    """

    shared: int = 1
    place: int = 0
    apart: int = 0
    first: int = 0

    def whom(self, seed: int, number: int) -> Person:
        """The person that contact is."""
        known = number % self.shared == self.place
        return person(seed, number) if known else person(seed + self.apart, self.first + number)


class Site(ABC):
    """One demo CRM. A new one gives its people, its routes and where its lists keep their records."""

    key: ClassVar[str]
    place: ClassVar[int] = 100  # among the others: the order in which they are told, and given ports
    listings: ClassVar[Sequence[Listing]]
    notes: ClassVar[str] = "description"
    look_ups: ClassVar[tuple[str, ...]] = ()  # paths of POSTs that only read
    archive: ClassVar[str | None] = None
    root: ClassVar[str] = ""  # what every path of its API begins with
    population: ClassVar[Population] = Population()
    ids: ClassVar[tuple[type[Ids], int]] = (Ids, 0)  # of what sort, and from where on
    emails_at: ClassVar[tuple[str, str]]  # the member with a record's addresses, and of an entry the one with its text
    book_type: ClassVar[type[Book]] = Book
    error_member: ClassVar[str] = "error"  # the one in which it words an error, where there is no more to it
    challenge: ClassVar[str] = ""  # the sign-in that a 401 asks for in a header, where it does
    share: ClassVar[float] = 0.15  # how many of the contacts it has where the demo shows all CRMs side by side

    def __init__(self, start: Start) -> None:
        self.origin, self.seed, self.contacts, self.now = start.origin, start.seed, start.contacts, start.now
        self._beside = start.beside
        self.weather = Weather()
        self.requests = RequestLog(self.changes)
        self.closing = asyncio.Event()
        self.book = self.make_book()
        self.replica = Replica(self.book)
        self._others = 0

    def make_book(self) -> Book:
        """The untouched book of this CRM."""
        type_, at = self.ids
        ids = type_.from_seed(self.seed, at)
        make = partial(self._numbered, ids)
        return self.new_book(self.contacts, make, ids, self.shapes(), self.emails, self.now)

    def new_book(self, *parts: Any) -> Book:
        """The book that holds what `Book` is made of."""
        return self.book_type(*parts)

    def _numbered(self, ids: Ids, number: int) -> Record:
        return self.invented(number, ids.of(number))

    def emails(self, record: Record) -> Iterable[str]:
        """The addresses of a record."""
        held, member = self.emails_at
        entries = record[held] if isinstance(record[held], list) else filter(None, [record[held]])
        return (entry[member] if member else entry for entry in entries)

    @abstractmethod
    def shapes(self) -> Mapping[str, Callable[[Record], object]]:
        """What its answers make of a record, by name; `default` is what lists show."""

    def invented(self, number: int, id: str) -> Record:
        """A record of the untouched book."""
        return self.written(self.whom(number), id)

    @abstractmethod
    def routes(self) -> list[Route]:
        """The CRM's own API."""

    @abstractmethod
    def accounts(self) -> list[DemoAccount]:
        """How to connect to it, the usual API first."""

    def error_body(self, path: str, status: int, message: str) -> bytes:
        """An error as this CRM words it at this path."""
        return msgspec.json.encode({self.error_member: message})

    @abstractmethod
    def written(self, whom: Person, id: str) -> Record:
        """A person as this CRM holds one."""

    def whom(self, number: int) -> Person:
        """The person that a contact of the untouched book is."""
        hard = planted(self.key, number, self.contacts) if self._beside else None
        return hard or self.population.whom(self.seed, number)

    def stranger(self, number: int) -> Record:
        """The fields of a new record that somebody else might add: of a person of another seed."""
        record = self.written(person(self.seed + 7777, 3_000_000 + number), "0")
        return {name: value for name, value in record.items() if name not in ("id", "created_at", "updated_at")}

    def check(self, request: Request) -> None:
        """Raises Refused for whoever is not signed in; for CRMs whose paths all ask the same."""
        raise Refused(401, "Nobody can sign in")

    def guarded(self, table: Sequence[tuple[str, str, Handler]]) -> list[Route]:
        """Routes of (path behind `root`, method, handler), each behind `check`."""
        return [
            Route(self.root + path, guarded(run, self.check, self.error_body, self.challenge), methods=[method])
            for path, method, run in table
        ]

    def nothing_else(self, below: str = "") -> list[Route]:
        """No other path is there, for whoever is signed in."""
        return [Route(f"{below}/{{rest:path}}", guarded(_nothing, self.check, self.error_body))]

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


async def _nothing(request: Request) -> Response:
    raise Refused(404, "Not found")
