"""What the engine and a CRM's code promise each other.

The words: a *record* is one thing as it stands in one account, known by (account, kind, remote id). Its *payload* is
what the CRM sent, byte for byte; its *values* are the payload in our field names; its *version* is the CRM's own opaque
mark of the record's state. A *page* is one answer of a list; a *cursor* is where the next page, or the next incremental
pull, starts. A *patch* is the fields to change, None clearing one.

A provider holds no state, loop, timer, retry or token refresh: it turns the desk's verbs into requests of its
transport, and payloads into records.
Lists arrive as payloads; `read` is a plain function, so that the engine can decode on the
writer's thread and skip payloads that it already knows.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar, NewType, Protocol

from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Patch, Values
from crmdesk.errors import ProviderError

RemoteId = NewType("RemoteId", str)
Version = NewType("Version", str)
Cursor = NewType("Cursor", str)


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


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a list: the payloads as received, where to go on, and the CRM's own count of all records if told.

    `resume` is where a pull that is cut off after this page goes on; None on the last page. `next_since` is set on the
    last page by CRMs with incremental lists: where the next incremental pull starts. `removed` and `merged` (loser to
    survivor) are what a CRM with a change feed reports beside the records.
    """

    payloads: Sequence[bytes]
    resume: Cursor | None = None
    total: int | None = None
    next_since: Cursor | None = None
    removed: Sequence[RemoteId] = ()
    merged: Mapping[RemoteId, RemoteId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the sign-in belongs to: `key` tells two sign-ins apart and is stable; `title` is for people."""

    key: str
    title: str


class SeesDeletions(Enum):
    """How a removal in the CRM becomes known."""

    REPORTED = "reported"
    BY_LISTING = "by_listing"
    NEVER = "never"


class Precondition(Enum):
    """How an update avoids overwriting what changed meanwhile."""

    IF_MATCH = "if_match"
    READ_FIRST = "read_first"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FieldPath:
    """One row of a field map: our field, the path in their payload, the codec between them, and what may be written."""

    field: str  # one that ends in a dot stands for every field whose name begins so
    path: str  # `a.b`, `list[].value`, `list.0.name`, `one|other` (the first that says something), `one+two` (together)
    codec: str = "text"
    writable: bool = True
    clearable: bool = True
    max_length: int | None = None  # in characters
    write: str = ""  # the path in what is sent, where it differs
    at_create: bool = False  # taken with a new record, though no later update changes it
    first_only: bool = False  # of a list, the CRM holds the first entry alone
    choices: tuple[str, ...] = ()  # the only values that the CRM takes, in any case
    of_type: str = ""  # a new record takes it only where its contact_type is this one
    label: str = "label"  # the member of a list's entry that holds its label
    primary: str = ""  # the member that marks the primary entry

    def covers(self, field: str) -> bool:
        """Whether the row is about that field."""
        return field.startswith(self.field) if self.field.endswith(".") else field == self.field


@dataclass(frozen=True, slots=True)
class KindInfo:
    """What a provider can do with one kind."""

    kind: Kind
    field_map: tuple[FieldPath, ...]
    deletions: SeesDeletions = SeesDeletions.BY_LISTING
    precondition: Precondition = Precondition.READ_FIRST
    incremental: bool = False
    lists_summaries: bool = False  # list payloads lack fields that `fetch` gives: details are read for what differs
    details_age: float | None = None  # seconds after which details are read again though the list shows no difference
    details_at_once: int = 1  # how many records one request of `details` reads
    whole_object_update: bool = False
    searches: bool = True  # `find` looks in the CRM; else a create is looked up among the records that were pulled
    creates: bool = True
    needs: tuple[str, ...] = ()  # the fields without which no new record is taken
    updates: bool = True
    deletes: bool = True
    doubtful: frozenset[str] = frozenset()  # may be ignored altogether when written: learned of each account, and told
    made_by_name: bool = False  # of events: registering for one that is not there makes it

    def writable(self, field: str) -> bool:
        """Whether the CRM takes that field at all."""
        return any(row.covers(field) and row.writable for row in self.field_map)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of an account, as forms and `--set` know it.

    `api` names the variant that it belongs to; "" stands for all.
    """

    key: str
    title: str
    default: str = ""
    choices: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()  # what each choice is to people, in the same order; none where the choices say it
    help: str = ""
    api: str = ""
    variable: str = ""  # the environment variable it may come from
    fallback: str = ""  # what it is where that is unset; `${NAME}` stands for another variable, without which it is not
    required: bool = False  # an account cannot be connected without it
    found: bool = False  # found out at each sign-in (`Provider.discover`); nobody is asked for it


REGION = Setting(
    "region", "Country of phone numbers", help="two letters, such as AU: where numbers without +61 are at home"
)


@dataclass(frozen=True, slots=True)
class Secret:
    """One secret of the sign-in, with the environment variable it may come from.

    `api` names the variant that asks for it; "" stands for all.
    """

    key: str
    title: str
    variable: str = ""
    help: str = ""
    api: str = ""
    free: bool = False  # any text, such as an email address or a password; else it is held against what keys look like
    known: str = ""  # a pattern of what is surely one, whatever else it looks like
    masked: bool = True  # hidden while it is typed; what anybody may see, such as an email address, is not


@dataclass(frozen=True, slots=True)
class Window:
    """A quota: at most `calls` requests in each hour, day or month of the CRM's calendar (UTC)."""

    span: str  # hour | day | month
    calls: int


@dataclass(frozen=True, slots=True)
class Limits:
    """What the transport keeps to: requests a second (None: no spacing), requests in flight, sizes and times."""

    per_second: float | None = 1.0
    concurrent: int = 2
    max_bytes: int = 32 * 1024 * 1024  # of one decompressed answer
    timeout: float = 30.0  # seconds without a sign of life; four times that for a whole request
    patience: float = 10.0  # seconds; a pause that the CRM asks for is waited out up to this, else reported
    windows: tuple[Window, ...] = ()  # quotas; background use leaves a fifth of each to the user's edits
    counted_by: str = ""  # the secret by which the CRM counts calls; "" where it counts those of an address


@dataclass(frozen=True, slots=True)
class ProviderInfo:
    """A provider as data: what forms, the engine and the README need to know."""

    key: str
    title: str
    settings: tuple[Setting, ...]
    secrets: tuple[Secret, ...]
    kinds: tuple[KindInfo, ...]
    limits: Limits = field(default_factory=Limits)
    state: str = "works"  # works | by file | planned
    key_help: str = ""  # where a person finds the key, in a sentence
    key_url: str = ""
    registers: bool = False  # whether contacts can be put down for events
    mock_url: str = ""  # with the setting `mock` at 1, the address that stands for the demo CRM, which the desk starts
    browser: tuple[str, ...] = ()  # APIs that are signed in to with the browser: `registry.authorize` gives the tokens

    def kind(self, kind: Kind) -> KindInfo:
        """What it can do with that kind."""
        return next(info for info in self.kinds if info.kind is kind)


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


@dataclass(frozen=True, slots=True)
class Access:
    """What an account's connection may use beside its settings and secrets; all of it is passed in."""

    clock: Clock | None = None
    budget: Budget | None = None
    tokens: TokenStore | None = None


class Provider(Protocol):
    """One CRM's API, spoken for one account."""

    info: ClassVar[ProviderInfo]

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

    async def whoami(self) -> Identity:
        """Make the cheapest authenticated call. Raises AuthRequired, Unavailable, BadResponse."""
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
        """Delete a record; one that is already gone counts as deleted."""
        ...

    async def close(self) -> None:
        """Release connections."""
        ...


ProviderSettings = Mapping[str, str]  # base_url, api, page_size, region, …
Secrets = Mapping[str, str]
