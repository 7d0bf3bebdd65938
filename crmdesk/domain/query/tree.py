"""What a query is: words, conditions on fields, and what joins them."""

from __future__ import annotations

from enum import StrEnum

from crmdesk.domain.fields import Kind
from crmdesk.frozen import dataclass


class Op(StrEnum):
    """How a field's value is compared; its text is what stands before the value."""

    HAS = ""  # has these words, or for what is no text: is
    IS = "="
    STARTS = "^"
    CONTAINS = "~"
    LESS = "<"
    MOST = "<="
    MORE = ">"
    LEAST = ">="
    BETWEEN = ".."


class Special(StrEnum):
    """Conditions that are about no single field."""

    NO = "no"
    HAS = "has"
    IN = "in"
    DIFFERS = "differs"
    IS = "is"
    CHANGED = "changed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Words:
    """Words and phrases as typed, found anywhere, or by `name:` in what a column of the search index holds."""

    text: str


@dataclass(frozen=True, slots=True)
class Compare:
    """A condition on one field; `values` are alternatives, of BETWEEN the two ends."""

    field: str
    op: Op
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A condition that is about no single field; `start` is where its value stands in the text."""

    what: Special
    value: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Related:
    """Something of another kind that is related fulfils a condition; without one it is called `name`."""

    kind: Kind
    condition: Node


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    node: Node


@dataclass(frozen=True, slots=True)
class All:
    """All of these hold."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """One of these holds."""

    nodes: tuple[Node, ...]


Node = Words | Compare | Fact | Related | Not | All | Any
