"""Records and items as they cross the layers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Value, Values
from crmdesk.frozen import dataclass


class RecordState(StrEnum):
    """How a record stands, worst first where several hold."""

    QUARANTINED = "quarantined"
    REMOVED = "removed"
    ARCHIVED = "archived"
    CONFLICT = "conflict"
    PARKED = "parked"
    WAITING = "waiting"
    SYNCED = "synced"
    OUT_OF_SCOPE = "out_of_scope"


class Presence(StrEnum):
    """Whether a record still is in its CRM's list."""

    LIVE = "live"
    ARCHIVED = "archived"
    REMOVED = "removed"  # gone there, kept here for an unsent edit or in the trash
    OUT_OF_SCOPE = "out_of_scope"  # there, and not wanted here


SILENT = frozenset({Presence.REMOVED, Presence.OUT_OF_SCOPE})  # they speak for an item only where no other record does


@dataclass(frozen=True, slots=True)
class Record:
    """One thing as it stands in one account.

    `base` None means: equal to `values`, or, with `agreed` False, that desk and CRM never agreed. `remote_id` is None
    until a create is verified. `mark` is the hash of the payload that `values` were last read from.
    """

    id: int
    account_id: int
    kind: Kind
    item_id: int
    remote_id: str | None
    values: Values
    base: Values | None = None
    agreed: bool = True
    version: str | None = None
    mark: bytes = b""
    presence: Presence = Presence.LIVE
    home: int | None = None  # the item that it stood for before it was linked, where that is another

    @property
    def agreed_values(self) -> Values:
        """The values on which desk and CRM last agreed; empty when they never did."""
        if self.base is not None:
            return self.base
        return self.values if self.agreed else {}

    @property
    def dirty_fields(self) -> tuple[str, ...]:
        """The fields the desk wants otherwise than the CRM was last known to have them."""
        if self.base is None and self.agreed:
            return ()
        base = self.agreed_values
        keys = sorted({*base, *self.values})
        return tuple(key for key in keys if base.get(key) != self.values.get(key))


@dataclass(frozen=True, slots=True)
class Known:
    """The little of a record that a pull needs to see that nothing changed."""

    id: int
    item_id: int
    mark: bytes
    presence: Presence
    quiet: bool  # no base and agreed: an unchanged payload needs no look at the values


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record to be stored; `item_id` None makes a new item of it. `payload` None keeps no raw."""

    account_id: int
    kind: Kind
    remote_id: str | None
    values: Values
    base: Values | None = None
    agreed: bool = True
    version: str | None = None
    mark: bytes = b""
    presence: Presence = Presence.LIVE
    payload: bytes | None = None
    item_id: int | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """The user's choice of whose value is shown for a field; `record_id` None pins the field as empty."""

    field: str
    record_id: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """What the user sees as one row, of any kind, with its shown values and its records."""

    id: int
    kind: Kind
    values: Values
    records: tuple[Record, ...]
    states: Mapping[int, RecordState]  # by record id
    pins: tuple[Pin, ...] = ()
    trashed_at: datetime | None = None
    trash_reason: str | None = None


@dataclass(frozen=True, slots=True)
class ItemTimes:
    """When things happened to an item: made or first heard of, shown otherwise, last heard of, edited here."""

    made: datetime
    changed: datetime
    read: datetime | None = None  # None where no CRM told of it
    edited: datetime | None = None  # None where nobody changed it here


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: the shown values that fit in a cell, and its marks."""

    id: int
    values: Mapping[str, Value]
    account_ids: tuple[int, ...]
    state: RecordState
    trashed: bool = False


BY_LAST = "by_last"  # to sort by the last name where it is known apart, else by the name


@dataclass(frozen=True, slots=True)
class ItemQuery:
    """Which items, in which order.

    `text` is what the user typed into the search box. `sort` is a field name or BY_LAST, "-" before it descending, at
    most two.
    """

    kind: Kind = Kind.CONTACT
    text: str = ""
    sort: tuple[str, ...] = ("name",)
    account_id: int | None = None
    needs_attention: bool = False
    drafts: bool = False  # only those of which something was typed and not saved
    trash: bool = False
    include_hidden: bool = False  # also items whose every record is archived or removed
    within: tuple[int, ...] | None = None  # only items with a record in one of these accounts; None: in any
    wholly: bool = False  # of these only items without a record elsewhere
    after: int = 0  # only items whose id comes behind this one
