"""What is to be done to a field of many items: set, clear, add to a list or take from it, find and replace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum

from crmdesk.domain.fields import FIELDS, FieldType, Kind, field_of
from crmdesk.domain.notation.normal import tag_form
from crmdesk.domain.rows import rows_of, same_rows, with_lacking
from crmdesk.domain.values import Entry, Patch, Value, Values, is_empty
from crmdesk.errors import UserInputError
from crmdesk.frozen import dataclass

LONGEST_TAG = 200  # characters; no CRM that is known takes more


class How(StrEnum):
    """The ways of changing a field; its text is what stands before the `=` on the command line."""

    SET = ""
    ADD = "+"
    REMOVE = "-"
    REPLACE = "/"


@dataclass(frozen=True, slots=True)
class Touch:
    """One change of one field: `value` is what is set (None clears), added, removed or put in the place of `find`."""

    field: str
    how: How
    value: Value | None = None
    find: str = ""


@dataclass(slots=True)
class BulkPlan:
    """What a bulk edit would do, or did: to how many, where, and who keeps it on this computer and why."""

    asked: int = 0
    changed: list[int] = field(default_factory=list)
    by_account: dict[int, int] = field(default_factory=dict)
    kept_here: list[int] = field(default_factory=list)
    refused: dict[int, str] = field(default_factory=dict)  # by item: why an entry of it could not be changed

    def take(self, other: BulkPlan) -> None:
        """Add what another part of the same edit came to."""
        self.asked += other.asked
        self.changed += other.changed
        self.kept_here += other.kept_here
        self.refused |= other.refused
        for account_id, number in other.by_account.items():
            self.by_account[account_id] = self.by_account.get(account_id, 0) + number


@dataclass(slots=True)
class Shared:
    """What several items have in common: the values that all of them have, and the fields in which they differ."""

    values: dict[str, object] = field(default_factory=dict)
    several: set[str] = field(default_factory=set)
    seen: int = 0

    def take(self, values: Mapping[str, object]) -> None:
        """Look at one more of them."""
        if not self.seen:
            self.values = dict(values)
        for key in [key for key, value in self.values.items() if values.get(key) != value]:
            del self.values[key]
            self.several.add(key)
        if self.seen:
            self.several |= values.keys() - self.values.keys()
        self.seen += 1


def check(kind: Kind, touches: Sequence[Touch]) -> None:
    """Raises UserInputError for a change that can never work."""
    if not touches:
        raise UserInputError("No field was chosen.", what="Nothing was changed")
    for touch in touches:
        known = FIELDS[kind].get(touch.field)
        if known is not None and not known.editable:
            raise UserInputError(f"{known.title} is the CRM's own and cannot be changed.", what="Nothing was changed")
        type_ = field_of(kind, touch.field).type
        if touch.how in (How.ADD, How.REMOVE) and not type_.is_list:
            raise UserInputError(f"{touch.field} is no list; set it instead.", what="Nothing was changed")
        if touch.how is How.REPLACE and not touch.find:
            raise UserInputError("There is nothing to look for.", what="Nothing was changed")
        if type_ is FieldType.TAGS and touch.how is not How.REMOVE:
            check_tags(touch.value)


def check_tags(value: Value | None) -> None:
    """Raises UserInputError for a tag that is none: without a letter, or longer than any CRM takes."""
    for entry in rows_of(value):
        if not entry.value.strip():
            raise UserInputError("A tag has at least one letter.", what="Nothing was changed")
        if len(entry.value) > LONGEST_TAG:
            raise UserInputError(
                f"A tag has {LONGEST_TAG} characters at most; this one has {len(entry.value):,}.",
                what="Nothing was changed",
                next="Shorten it, or keep the text as a note.",
            )


def patched(kind: Kind, values: Values, touches: Sequence[Touch]) -> Patch:
    """What of an item's shown values changes."""
    patch: dict[str, Value | None] = {}
    for touch in touches:
        before = patch.get(touch.field, values.get(touch.field))
        after = _after(kind, touch, before)
        if after != before:
            patch[touch.field] = after
    return {key: value for key, value in patch.items() if value != values.get(key)}


def _after(kind: Kind, touch: Touch, before: Value | None) -> Value | None:
    if touch.how in (How.ADD, How.REMOVE) and field_of(kind, touch.field).type is FieldType.TAGS:
        return _retagged(touch, rows_of(before))
    match touch.how:
        case How.ADD:
            return with_lacking(kind, touch.field, rows_of(before), rows_of(touch.value)) or None
        case How.REMOVE:
            rows = rows_of(before)
            gone = {place for place in same_rows(kind, touch.field, rows, rows_of(touch.value), near=False)}
            return tuple(row for place, row in enumerate(rows) if place not in gone) or None
        case How.REPLACE:
            return _replaced(touch, before)
    return None if touch.value is None or is_empty(touch.value) else touch.value


def _retagged(touch: Touch, rows: tuple[Entry, ...]) -> Value | None:
    """Tags with others, or without them; one that stands there in other case or with other blanks is that tag."""
    told = {tag_form(entry.value): entry for entry in rows_of(touch.value)}
    if touch.how is How.REMOVE:
        return tuple(row for row in rows if tag_form(row.value) not in told) or None
    held = {tag_form(row.value) for row in rows}
    return (*rows, *(entry for form, entry in told.items() if form not in held)) or None


def _replaced(touch: Touch, before: Value | None) -> Value | None:
    with_ = touch.value if isinstance(touch.value, str) else ""
    if isinstance(before, str):
        return before.replace(touch.find, with_) or None
    if isinstance(before, tuple):
        changed: list[Entry] = []
        for entry in before:
            new = replace(entry, value=entry.value.replace(touch.find, with_))
            if new.value.strip():
                changed.append(new)
        return tuple(changed) or None
    return before
