"""Outbox entries: one change of one record waiting to be sent, and its way to a receipt."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Patch, Values
from crmdesk.frozen import dataclass


class Action(StrEnum):
    """What an entry does in the CRM."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"
    REGISTER = "register"  # put a contact down for an event


class EntryState(StrEnum):
    """Where an entry stands; everything but SETTLED is open."""

    PENDING = "pending"
    IN_FLIGHT = "in_flight"
    HANDED_OVER = "handed_over"  # in a file for its program to import: the next file of that program tells
    UNCERTAIN = "uncertain"  # sent, answer lost: looked up before anything is sent again
    PARKED = "parked"  # needs a person
    SETTLED = "settled"


class Outcome(StrEnum):
    """How a settled entry ended."""

    VERIFIED = "verified"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"  # the CRM already had the value, or a conflict was resolved to theirs
    KEPT_HERE = "kept_here"  # the value stays on this computer


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """One change of one record; `wanted` holds the values as last asked for (the receipt), None clears a field."""

    id: int
    account_id: int
    kind: Kind
    item_id: int
    record_id: int
    remote_id: str | None
    action: Action
    wanted: Patch
    state: EntryState
    key: str  # idempotency key of a create
    attempts: int = 0
    next_at: datetime | None = None
    created_at: datetime | None = None
    sent_at: datetime | None = None
    settled_at: datetime | None = None
    outcome: Outcome | None = None
    error_id: str | None = None
    error: str | None = None
    candidates: tuple[str, ...] = field(default=())  # remote ids offered for a parked create

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields the entry is about."""
        return tuple(sorted(self.wanted))

    @property
    def may_have_arrived(self) -> bool:
        """Whether its answer was lost, also while it waits for a person: it is looked for before it is sent again."""
        asked = self.state is EntryState.PARKED and self.error_id == MAY_BE_THERE
        return asked or self.state is EntryState.UNCERTAIN

    @property
    def is_on_its_way(self) -> bool:
        """Whether it left the desk, and its CRM may have it."""
        return self.may_have_arrived or self.state in (EntryState.IN_FLIGHT, EntryState.HANDED_OVER)

    @property
    def is_open(self) -> bool:
        """Whether it still waits for something."""
        return self.state is not EntryState.SETTLED


@dataclass(frozen=True, slots=True)
class Attendance:
    """A contact put down for an event: the entry that does it, and the two, None and "" where the desk lacks one."""

    entry: OutboxEntry
    contact_id: int | None
    contact: str
    event_id: int | None
    event: str


IN_CONFLICT = "CHANGED_IN_BOTH_PLACES"  # the reason of an entry that waits for a conflict to be decided
MAY_BE_THERE = "MAY_BE_THERE"  # the reason of what waits for a person while nobody knows whether it arrived
BACK_OFF = (60.0, 600.0, 3600.0)  # seconds after the 1st, 2nd and every later network failure


def back_off(attempts: int) -> float:
    """How many seconds to wait after that many failed attempts."""
    return BACK_OFF[min(max(attempts, 1), len(BACK_OFF)) - 1]


@dataclass(frozen=True, slots=True)
class Occasion:
    """The event of a registration: by the id of its item, else by its name and the day of its beginning.

    `values` are those of the event where it has to be made.
    """

    event_id: int | None
    name: str
    starts: datetime | None
    values: Values
