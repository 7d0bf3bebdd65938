"""A provider as data: what forms, the engine and the command line need to know of a CRM before they speak to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import Enum

from crmdesk.domain.fields import Kind
from crmdesk.frozen import dataclass

WORKS, BY_FILE, PLANNED = "works", "by file", "planned"  # the states of a provider

ProviderSettings = Mapping[str, str]  # base_url, api, page_size, region, …
Secrets = Mapping[str, str]


def with_found(settings: ProviderSettings, found: ProviderSettings) -> dict[str, str]:
    """Settings with what was found out laid over them; one that was found to be "" is none."""
    return {key: text for key, text in {**settings, **found}.items() if text}


class SeesDeletions(Enum):
    """How a removal in the CRM becomes known."""

    REPORTED = "reported"
    BY_LISTING = "by_listing"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class FieldPath:
    """One row of a field map: our field, the path in their payload, the codec between them, and what may be written."""

    field: str  # one that ends in a dot stands for every field whose name begins so
    path: str  # `a.b`, `list[].value`, `list.0.name`, `one|other` (the first that says something), `one+two` (together)
    codec: str = "text"
    writable: bool = True
    clearable: bool = True
    write: str = ""  # the path in what is sent, where it differs
    at_create: bool = False  # taken with a new record, though no later update changes it
    first_only: bool = False  # of a list, the CRM holds the first entry alone
    ordered: bool = False  # of a list, the first entry is the main one there, and stays first where it is sent so
    choices: tuple[str, ...] = ()  # the only values that the CRM takes, in any case
    of_type: str = ""  # a record takes it only where its contact_type is this one
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
    incremental: bool = False
    lists_summaries: bool = False  # list payloads lack fields that `fetch` gives: details are read for what differs
    details_age: float | None = None  # seconds after which details are read again though the list shows no difference
    details_at_once: int = 1  # how many records one request of `details` reads
    searches: bool = True  # `find` looks in the CRM; else a create is looked up among the records that were pulled
    creates: bool = True
    needs: tuple[str, ...] = ()  # the fields without which no new record is taken
    updates: bool = True
    deletes: bool = True
    doubtful: frozenset[str] = frozenset()  # may be ignored altogether when written: learned of each account, and told
    by_hand: bool = False  # a person hands changes over as a file; the next list that is read tells what was taken
    made_by_name: bool = False  # of events: registering for one that is not there makes it

    def writable(self, field: str) -> bool:
        """Whether the CRM takes that field at all."""
        return any(row.covers(field) and row.writable for row in self.field_map)


@dataclass(frozen=True, slots=True)
class HandedFile:
    """Changes as the file that a program imports; of each, which of its fields are not in it, and why."""

    data: bytes
    refused: Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Place:
    """A region in which a CRM is hosted: its name may be given where its address belongs. `api` as in `Setting`."""

    key: str
    title: str
    address: str
    api: str = ""


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
    places: tuple[Place, ...] = ()  # of an address: the regions that it can be chosen by; what is kept is the address
    found: bool = False  # found out at each sign-in (`Provider.discover`) or while it works (`Provider.found`)
    path: bool = False  # a file or folder of this computer, as a whole path


REGION = Setting(
    "region", "Country of phone numbers", help="two letters, such as AU, for numbers without a country code"
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
    purpose: str = ""  # what it is for, in a few words
    state: str = WORKS  # or BY_FILE, PLANNED
    place: int = 100  # among those that work, where people choose one
    key_help: str = ""  # where a person finds the key, in a sentence
    key_url: str = ""
    registers: bool = False  # whether contacts can be put down for events
    mock_url: str = ""  # with the setting `mock` at 1, the address that stands for the demo CRM, which the desk starts
    browser: tuple[str, ...] = ()  # APIs that are signed in to with the browser: `registry.authorize` gives the tokens

    @property
    def by_file(self) -> bool:
        """Whether its accounts are files: what they say is as old as the file, and nothing is sent."""
        return self.state == BY_FILE

    @property
    def keeps_secrets(self) -> bool:
        """Whether its accounts have anything for the vault: secrets, or the tokens of a sign-in."""
        return bool(self.secrets or self.browser)

    def is_mocked(self, settings: ProviderSettings) -> bool:
        """Whether these settings stand for the demo CRM that the desk starts by itself, and that asks for no secret."""
        address = settings.get("base_url") or self.mock_url
        return bool(self.mock_url) and settings.get("mock") == "1" and address == self.mock_url

    def kind(self, kind: Kind) -> KindInfo:
        """What it can do with that kind."""
        return next(info for info in self.kinds if info.kind is kind)
