"""What the desk can say about what it did: runs, problems, conflicts, changes."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Value
from crmdesk.frozen import dataclass


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
class Cause:
    """Why one or several problems of an account came up: the first of them, and how many there are."""

    problems: tuple[Problem, ...]
    amount: int
    alike: bool  # all of them say the same of what happened

    @property
    def first(self) -> Problem:
        """The oldest one, which tells for all why and what next."""
        return self.problems[0]


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
    API = "api"  # another program, with a key of the local API


@dataclass(frozen=True, slots=True)
class Change:
    """One old value → new value of one field, with time, origin and run; `actor` is the name of a key of the API."""

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
    set_id: int | None = None
    actor: str = ""


class Deed(StrEnum):
    """What a change-set is: one action of the user, or one run."""

    EDIT = "edit"
    BULK = "bulk"
    NEW = "new"
    TAG = "tag"
    UNTAG = "untag"
    RENAME_TAG = "rename_tag"
    DELETE_TAG = "delete_tag"
    SHOW = "show"  # whose value is shown
    LINK = "link"
    UNLINK = "unlink"
    APART = "apart"  # they are not the same
    TRASH = "trash"
    RESTORE = "restore"
    DELETE = "delete"  # for good
    ADD = "add"  # to an account
    REGISTER = "register"
    DECIDE = "decide"  # a conflict, or a create that met look-alikes
    CANCEL = "cancel"  # a change that waited
    IMPORT = "import"
    SETTING = "setting"  # of the desk; `detail` is its key
    RUN = "run"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """All that one action of the user changed, or one run.

    `subject` is the first item's name (of a run: the account's), `amount` how many items were touched, `detail` what
    the deed was about: the fields of an edit, a tag, an account. `undoes` names the set that this one took back,
    `undone_by` the set that took this one back and was not itself taken back; `actor` the key of the local API that it
    was done with.
    """

    deed: Deed
    kind: Kind
    subject: str
    detail: str = ""
    amount: int = 0
    id: int = 0
    at: datetime | None = None
    run_id: int | None = None
    undoes: int | None = None
    undone_by: int | None = None
    actor: str = ""


class StepKind(StrEnum):
    """What a step of a change-set did, beside the changes of values."""

    PIN = "pin"
    LOCAL = "local"  # values of a record of this computer, as they were and are
    MADE = "made"  # a record
    DROPPED = "dropped"  # a record
    MOVED = "moved"  # a record, to another item
    QUEUED = "queued"  # a create or a registration
    DECIDED = "decided"  # a conflict
    TRASHED = "trashed"
    RESTORED = "restored"
    GONE = "gone"  # an item, for good
    SETTING = "setting"  # of the desk: `before` and `after` are its key and value; the item is NO_ITEM
    APART = "apart"  # two items that are not the same; `before` and `after` are whoever decides them's own


NO_ITEM = 0  # stands where a step is about no item


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a change-set that is no change of a value; `before` and `after` are JSON, by the step's kind."""

    what: StepKind
    item_id: int
    record_id: int | None = None
    before: str | None = None
    after: str | None = None
    set_id: int = 0
    id: int = 0


class Bucket(StrEnum):
    """What taking a change-set back comes to for one thing that it did."""

    BACK = "back"
    EDITED = "edited"  # it was changed again since, and stays
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class UndoLine:
    """One thing that a change-set did to one item, and whether it can be taken back.

    `what` None stands for the value of `field`, which is `now` and would be `back` again; `why` says why not.
    """

    bucket: Bucket
    item_id: int
    what: StepKind | None = None
    field: str = ""
    why: str = ""
    record_id: int | None = None
    now: Value | None = None
    back: Value | None = None
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """What taking a change-set back would do, line by line."""

    found: ChangeSet
    lines: tuple[UndoLine, ...]

    def items(self, bucket: Bucket) -> list[int]:
        """The items with a line of that kind, each once."""
        return list(dict.fromkeys(line.item_id for line in self.lines if line.bucket is bucket))


class What(StrEnum):
    """What became of an item, as the feed tells it."""

    CREATED = "created"
    UPDATED = "updated"  # values of it, shown or held by one of its records
    DELETED = "deleted"  # no longer in the list: in the trash, gone for good, gone or archived in its CRM, out of scope
    RESTORED = "restored"  # in the list again
    LINKED = "linked"  # records came to it, or left it


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What one commit did to one item; `account_id` is where it came from, `key` the API key that asked for it."""

    id: int
    at: datetime
    kind: Kind
    item_id: int
    what: What
    fields: tuple[str, ...]
    origin: Origin
    account_id: int | None
    key: str


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Entries in the order of their commits; `cursor` is where the next page begins, `more` whether it has any yet."""

    entries: tuple[FeedEntry, ...]
    cursor: str
    more: bool


@dataclass(frozen=True, slots=True)
class Hook:
    """Where changes are sent to; a paused one is sent nothing, and nothing is kept for it."""

    id: int
    url: str
    events: tuple[str, ...]  # types, `contact.*` for all of a kind, `*` for all
    local: bool  # may lead to this computer or into the user's own network
    key: str  # the API key that made it, "" for the user
    leaves_out_own: bool  # whether what that key itself did is not told
    made_at: datetime
    paused_at: datetime | None = None
    pause_reason: str = ""
    failing_since: datetime | None = None
    not_before: datetime | None = None
    last_at: datetime | None = None  # of the last delivery that was tried
    last_status: str = ""  # what came of it: a status of HTTP, or why there was none


class DeliveryState(StrEnum):
    """How far a delivery came."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message for one hook; each try signs the same body under the same message id."""

    id: int
    hook_id: int
    message_id: str
    type: str
    body: str
    state: DeliveryState
    made_at: datetime
    attempts: int
    next_at: datetime | None
    ended_at: datetime | None
    last_status: str
