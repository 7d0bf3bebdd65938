"""What the engine and a CRM's code promise each other.

The words: a *record* is one thing as it stands in one account, known by (account, kind, remote id). Its *payload* is
what the CRM sent, byte for byte; its *values* are the payload in our field names; its *version* is the CRM's own opaque
mark of the record's state. A *page* is one answer of a list; a *cursor* is where the next page, or the next incremental
pull, starts. A *patch* is the fields to change, None clearing one.

A provider holds no loop, timer, retry or token refresh, and no state but what it `found`: it turns the desk's verbs
into requests of its transport, and payloads into records.
Lists arrive as payloads; `read` is a plain function, so that the engine can decode on the
writer's thread and skip payloads that it already knows.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import field
from datetime import datetime
from typing import NewType, Protocol

from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Patch, Values
from crmdesk.errors import BadResponse, ProviderError
from crmdesk.frozen import dataclass
from crmdesk.providers.base_address import Address
from crmdesk.providers.info import KindInfo, Limits, ProviderInfo, ProviderSettings
from crmdesk.providers.wire.mending import MARKS, told, why_odd
from crmdesk.system.disk import Disk

RemoteId = NewType("RemoteId", str)
Version = NewType("Version", str)
Cursor = NewType("Cursor", str)

LARGEST_COUNT = 2**63  # what the database can hold ends below it


class BadRecord(ProviderError):
    """One record's payload cannot be read; it is quarantined with this reason and the run goes on."""

    id = "BAD_RECORD"
    title = "A record could not be read"
    safe = "Its payload is kept; everything else was read."
    remedy = "Correct the record in the CRM; the next sync reads it again."

    def __init__(
        self,
        why: str,
        *,
        remote_id: str | None = None,
        name: str | None = None,
        field: str | None = None,
        value: str | None = None,
    ) -> None:
        super().__init__(why)
        self.remote_id = remote_id
        self.name = name
        self.field = field  # ours, where one field is to blame
        self.value = value  # what stands there, as JSON, cut to 120 characters


class Unopened(BadRecord):
    """One record is listed, but cannot be read by itself: quarantined because of `failure`, and the run goes on."""

    id = "UNOPENED"
    title = "A record could not be opened"
    safe = "What is known of it is kept; everything else was read."
    remedy = "Open it in the CRM itself; the next sync asks for it again."

    def __init__(self, failure: ProviderError, remote_id: str) -> None:
        super().__init__(failure.why, remote_id=remote_id)
        self.failure = failure


@dataclass(frozen=True, slots=True)
class RemoteRecord:
    """What a CRM told us about one record, in our words.

    `fields` names the fields this payload speaks about: one of them that is absent from `values` is empty in the CRM; a
    field not in `fields` is unknown, never cleared. `unmapped` are top-level names of the payload that nothing reads.
    """

    kind: Kind
    id: RemoteId
    values: Values
    fields: frozenset[str]
    version: Version | None = None
    deleted: bool = False
    archived: bool = False
    survivor: RemoteId | None = None  # the record this one was merged into
    payload: bytes = b""
    unmapped: tuple[str, ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)  # fields that it takes no change of as it stands, and why
    unreadable: Mapping[str, str] = field(default_factory=dict)  # fields that hold what cannot be read, and why

    def __post_init__(self) -> None:
        """A value that holds what its answer could not tell is none: its field cannot be read."""
        if MARKS in self.payload and (odd := _odd_values(self.values)):
            object.__setattr__(self, "values", {key: one for key, one in self.values.items() if key not in odd})
            object.__setattr__(self, "fields", self.fields - odd.keys())
            object.__setattr__(self, "unreadable", {**odd, **self.unreadable})


def _odd_values(values: Values) -> dict[str, str]:
    found = {}
    for key, value in values.items():
        texts = [part for entry in value for part in (entry.value, entry.label)] if isinstance(value, tuple) else value
        if why := why_odd(texts):
            found[key] = f"It holds {why}."
    return found


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a list: the payloads as received, where to go on, and the CRM's own count of all records if told.

    `resume` is where a pull that is cut off after this page goes on; None on the last page. `next_since` is set on the
    last page by CRMs with incremental lists: where the next incremental pull starts. `everything` is set on the last
    page of a list of changes by CRMs that count all they have: other than what is known here, and the whole list is
    read. `removed` and `merged` (loser to survivor) are what a CRM with a change feed reports beside the records.
    `whole` are records of a thin list that were read whole on the way: taken though their rows look the same, and not
    asked for again. `as_of` is when the list stood so, where that is another time than when it was asked for.
    """

    payloads: Sequence[bytes]
    resume: Cursor | None = None
    total: int | None = None
    next_since: Cursor | None = None
    everything: int | None = None
    removed: Sequence[RemoteId] = ()
    merged: Mapping[RemoteId, RemoteId] = field(default_factory=dict)
    whole: Mapping[RemoteId, RemoteRecord] = field(default_factory=dict)
    as_of: datetime | None = None

    def __post_init__(self) -> None:
        """A count that no list can have is no answer. Raises BadResponse."""
        if self.total is not None and not 0 <= self.total < LARGEST_COUNT:
            raise BadResponse("The list counts a number of records that no list can have.")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the sign-in belongs to: `key` tells two sign-ins apart and is stable; `title` is for people.

    The title names the person or the office by the CRM's own word, where it has one, and is shown wherever the account
    is: "Ada Quill (ada@quill.example)".
    """

    key: str
    title: str

    def __post_init__(self) -> None:
        """What could not be read in a name is shown as such."""
        object.__setattr__(self, "title", told(self.title))


@dataclass(frozen=True, slots=True)
class Choices:
    """Accounts of a CRM that one sign-in opens: `setting` is to hold one of them; `titles` has the name of each."""

    setting: str
    titles: Mapping[str, str]

    def __post_init__(self) -> None:
        """What could not be read in a name is shown as such."""
        object.__setattr__(self, "titles", {key: told(title) for key, title in self.titles.items()})


@dataclass(frozen=True, slots=True)
class Registration:
    """A contact put down for an event: the contact's values, the event by its name and, where known, its remote id.

    `known` is the contact as it stands in the CRM, where it is there: by that it is recognised, and it is to stay so.
    """

    contact: Values
    event: str
    event_id: RemoteId | None = None
    starts: str | None = None  # ISO 8601
    source: str = "CRM Desk"
    known: Values | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """Whom the CRM put down, and for which event: None where it was for none."""

    contact: RemoteId
    event: RemoteId | None


@dataclass(frozen=True, slots=True)
class LookupKey:
    """What a create is looked up by before it is sent: the values that identify the thing in the CRM."""

    values: Values

    @property
    def email(self) -> str | None:
        """The first email address, if any."""
        emails = self.values.get("emails")
        return emails[0].value if isinstance(emails, tuple) and emails else None


class Budget(Protocol):
    """The calls an account may still make in its quota windows; it outlives a restart."""

    async def spend(self, urgent: bool) -> None:
        """Count one call before it is sent. Raises RateLimited, with the wait, when a window is used up."""
        ...

    def give_back(self) -> None:
        """The call counted last was never sent: no connection came about."""
        ...


class TokenStore(Protocol):
    """Where a sign-in that is renewed keeps its tokens: the vault, never the database."""

    async def load(self) -> dict[str, str] | None:
        """The tokens kept last, None when there are none."""
        ...

    async def save(self, tokens: Mapping[str, str]) -> None:
        """Keep new tokens; they are on the disk when this returns, so that they may be used."""
        ...


class Carrier(Protocol):
    """What carries requests to one origin: `providers.wire.http.Wire`, or a network that is only played."""

    async def exchange(
        self, method: str, url: str, params: Mapping[str, str] | None, content: bytes | None, headers: Mapping[str, str]
    ) -> tuple[int, dict[str, str], bytes]:
        """Send one request and read its answer: status, headers, body. Raises WireFailure, UnusableBody."""
        ...

    async def close(self) -> None:
        """Close the connections; the next exchange opens them again."""
        ...


Carry = Callable[[Address, Mapping[str, str], Limits], Carrier]
"""Makes the carrier of one account of its address, the headers of every request and the limits."""


@dataclass(frozen=True, slots=True)
class Access:
    """What an account's connection may use beside its settings and secrets; all of it is passed in."""

    clock: Clock | None = None
    budget: Budget | None = None
    tokens: TokenStore | None = None
    protect: Callable[[str], object] | None = None  # told each token that a sign-in gives, so that no log shows it
    carry: Carry | None = None
    disk: Disk | None = None  # the only way to touch files; this computer's own disks where there is none


class Provider(Protocol):
    """One CRM's API, spoken for one account."""

    @property
    def info(self) -> ProviderInfo:
        """Itself as data."""
        ...

    @property
    def requests(self) -> int:
        """How many requests were sent since the connection was opened."""
        ...

    @property
    def pause_left(self) -> float:
        """Seconds until the CRM may be called again; 0 when it may be called now."""
        ...

    def block(self, seconds: float) -> None:
        """Send nothing for that long, as for a pause that the CRM asked for before the last start."""
        ...

    def kind_info(self, kind: Kind) -> KindInfo:
        """The capabilities of this account's variant for that kind (a variant may differ from `info`)."""
        ...

    @property
    def found(self) -> ProviderSettings:
        """What its answers told about this account while it worked: settings declared `found`, "" for none any more.

        What `discover` cannot ask for at the sign-in, such as which of two spellings a write was taken in, is put here
        as soon as it is known (a provider over `OverTransport`: `self.found[KEY] = TEXT`), and gone by from then on: it
        is all that a provider may remember. After each run, and after sends between runs, the engine stores what is new
        in the account's settings, so that the next connection is made with it. People see it, and may forget it: then
        the connection is made anew without it, and it is found anew.
        """
        ...

    async def whoami(self) -> Identity:
        """Make the cheapest authenticated call: whose sign-in it is. Raises AuthRequired, Unavailable, BadResponse."""
        ...

    async def choices(self) -> Choices | None:
        """The accounts of the CRM that this sign-in opens, where it is several and the settings name none; else None.

        Asked before an account is saved, so that one is chosen. Raises AuthRequired, Unavailable, BadResponse.
        """
        ...

    async def discover(self) -> ProviderSettings:
        """Settings that only the CRM itself can tell, such as what it allows; asked at each sign-in, {} for none.

        They are stored over the account's own. Raises AuthRequired, Unavailable, BadResponse.
        """
        ...

    def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """The list of that kind, page by page, in order; `since` None means everything, `resume` goes on inside it.

        Use it within `contextlib.aclosing`, so that what was read ahead ends with it. The same record may come twice.
        """
        ...

    def identify(self, kind: Kind, payload: bytes) -> RemoteId:
        """The record's id, read as cheaply as possible. Raises BadRecord."""
        ...

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The record a payload stands for; a plain function without I/O. Raises BadRecord."""
        ...

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one record whole, as what is to be changed is read first.

        Raises RemoteGone when it does not exist, and when the CRM keeps it marked as deleted: `pages` and `details`
        tell such a record with `deleted`, but a change sent to it might bring it back.
        """
        ...

    async def details(self, kind: Kind, ids: Sequence[RemoteId]) -> Sequence[RemoteRecord | BadRecord]:
        """Several records whole, with as many requests in flight as the limits allow; those that are gone are left out.

        One that cannot be read stands there as its reason, with its remote id; `Unopened` where it is refused, or the
        CRM fails at it. Raises what concerns all of them: AuthRequired, RateLimited, Unavailable.
        """
        ...

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """Records that may already be the one to be created; empty where the CRM offers no such look-up."""
        ...

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Create a record; `key` is the idempotency key for CRMs that know one. Raises Rejected, AlreadyExists."""
        ...

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Change fields of a record just read as `current`, and return it as the CRM has it afterwards.

        List fields in the patch are the whole wanted list. Raises StaleVersion, RemoteGone, Rejected, OutcomeUnknown.
        """
        ...

    async def register(self, registration: Registration) -> Registered:
        """Put a contact down for an event. Raises Unsupported where a CRM has none."""
        ...

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Delete a record; one that is already gone counts as deleted, once it cannot be read. Raises Unsupported."""
        ...

    async def close(self) -> None:
        """Release connections."""
        ...


@dataclass(frozen=True, slots=True)
class Posted:
    """What came of a message that was posted: a status of HTTP, or why there was none; `wait` is what the target asks
    for, in seconds."""

    status: int | None
    why: str = ""
    wait: float | None = None

    @property
    def taken(self) -> bool:
        """Whether the target took the message."""
        return self.status is not None and 200 <= self.status < 300


class Post(Protocol):
    """Posts one message to an address that is no CRM's; raises nothing for what the target does."""

    async def __call__(self, url: str, body: bytes, headers: Mapping[str, str], *, local: bool) -> Posted:
        """Post it; without `local` to a public address alone."""
        ...
