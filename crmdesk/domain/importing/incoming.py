"""What a row of a table, or a card, says in the desk's own words; whoever reads a format makes these."""

from __future__ import annotations

from dataclasses import field

from crmdesk.domain.values import Values
from crmdesk.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell, or a property, that cannot be read as what its field asks for."""

    field: str  # "" where the row as a whole cannot be read
    raw: str
    reason: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """One row or card.

    A field that the file says nothing about is not in `values`, as everywhere; one that it names but leaves empty is in
    `emptied`, which changes nothing unless "empty clears" was chosen for that field.
    """

    line: int  # 1-based: where it starts in the file
    values: Values
    unmapped: tuple[str, ...] = ()  # names of columns or properties that hold something and are mapped to no field
    original: str = ""  # a JSON list of [column, cell] in file order, or the card's own text
    problems: tuple[Problem, ...] = ()
    skip: str | None = None  # why it is no contact, as "a group"; such a row is counted and left alone
    remote_id: str | None = None  # the UID, or what the id column says
    emptied: frozenset[str] = field(default_factory=frozenset)
    own_id: str | None = None  # the desk's own id of the item, from a file that this desk wrote
