"""What the desk can say about what it did: runs, problems, conflicts, changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Value


class RunOutcome(StrEnum):
    """How a run ended."""

    SUCCESS = "success"
    PARTIAL = "partial"
    FAILED = "failed"
    CANCELLED = "cancelled"
    NEEDS_REVIEW = "needs_review"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Run:
    """One sync of one kind of one account, and a balance that must add up (None: the list was not read to its end)."""

    account_id: int
    kind: Kind
    id: int = 0
    started_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: RunOutcome | None = None  # None while it runs
    full: bool = False
    fetched: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    removed: int = 0
    quarantined: int = 0
    out_of_scope: int = 0
    remote_total: int | None = None
    sent: int = 0
    not_accepted: int = 0
    conflicts: int = 0
    requests: int = 0
    seconds: float = 0.0
    balanced: bool | None = None
    error_id: str | None = None
    error: str | None = None


class ProblemKind(StrEnum):
    """What a problem is about."""

    ACCOUNT = "account"  # sign-in, review, unbalanced run, failing
    QUARANTINE = "quarantine"  # a record that could not be read
    UNREADABLE = "unreadable"  # a field that could not be read; its record is there
    NOT_ACCEPTED = "not_accepted"  # a value the CRM did not take
    PARKED = "parked"  # an entry that needs a person


@dataclass(frozen=True, slots=True)
class Problem:
    """One record or account that needs a person, with a plain reason and one action that fixes it.

    `key` makes a repeated problem the same one. `action` names the fitting button: reconnect, review, retry, resolve
    or open.
    """

    key: str
    kind: ProblemKind
    account_id: int
    code: str
    what: str
    why: str
    next: str
    action: str
    id: int = 0
    item_id: int | None = None
    remote_id: str | None = None
    field: str | None = None
    value: str | None = None
    created_at: datetime | None = None
    solved_at: datetime | None = None
    dismissed_at: datetime | None = None
    record_kind: Kind = Kind.CONTACT


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field, or one entry of a list field, changed on both sides to different values; all three are kept.

    `field` "" stands for the whole record: deleted there, changed here. `entry` is an entry's normal form in a list.
    """

    record_id: int
    field: str
    base: Value | None
    mine: Value | None
    theirs: Value | None
    id: int = 0
    entry: str | None = None
    account_id: int = 0
    kind: Kind = Kind.CONTACT
    item_id: int = 0
    remote_id: str | None = None
    mine_at: datetime | None = None
    theirs_at: datetime | None = None
    resolved_at: datetime | None = None
    resolution: str | None = None  # mine | theirs | here


class Origin(StrEnum):
    """Who made a change."""

    YOU = "you"
    SYNC = "sync"
    RESTORE = "restore"
    RESOLVE = "resolve"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Change:
    """One old value → new value of one field, with time, origin and run."""

    item_id: int
    record_id: int
    field: str
    old: Value | None
    new: Value | None
    origin: Origin
    id: int = 0
    account_id: int | None = None
    run_id: int | None = None
    at: datetime | None = None
