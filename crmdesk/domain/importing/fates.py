"""What can become of a row, what was chosen for all of them, and what is to be done with one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Value, Values
from crmdesk.frozen import dataclass


class OnMatch(StrEnum):
    """What is done with a value of somebody who is here already."""

    FILL = "fill"  # only what is empty; lists grow
    REPLACE = "replace"
    SKIP = "skip"


class Fate(StrEnum):
    """What became of a row: each row has exactly one."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Policy:
    """What the user chose for an import."""

    kind: Kind = Kind.CONTACT
    on_match: OnMatch = OnMatch.FILL
    by_field: Mapping[str, OnMatch] = field(default_factory=dict)
    clears: frozenset[str] = frozenset()  # fields that an empty cell empties
    creates: bool = True
    tags: tuple[str, ...] = ()  # for all
    strict: bool = True  # a cell that cannot be read fails its row; of a card it costs that property alone
    region: str | None = None

    @property
    def skips_all(self) -> bool:
        """Whether nothing is done with anybody who is here already."""
        return self.on_match is OnMatch.SKIP and not self.by_field

    def of(self, key: str) -> OnMatch:
        """What is done with a field of somebody who is here already."""
        return self.by_field.get(key, self.on_match)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that a row may be about, and by what it was found: id, email, phone, certain, or words.

    By words where the very same row was imported before, which tells nobody by an id or an email.
    """

    item_id: int
    values: Values
    by: str
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """What is to be done with a row. `patch` is what changes of the item, or all that a new one holds."""

    fate: Fate
    item_id: int | None = None
    patch: Mapping[str, Value | None] = field(default_factory=dict)
    differs: tuple[str, ...] = ()  # fields whose value in the file is another one, and which stay as they are here
    field: str = ""
    value: str = ""
    reason: str = ""
    candidates: tuple[int, ...] = ()
    needs_you: bool = False
    by: str = ""  # by what the item was found


NOBODY = "It holds nothing that could be imported."
SEVERAL = "Several of yours could be meant."
OTHER_NAME = "The name is another one than that of yours with the same {by}."
NOT_WANTED = "Nobody like that is here, and new ones are not wanted."
IS_HERE = "It is here already."
IN_TRASH = "It is in the trash here."
KEPT_YOURS = "Yours was kept."
