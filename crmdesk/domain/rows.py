"""Rows of lists: which row of one list is which row of another, one to one, though several may have the same form.

A number that is phone and fax is two rows. They are told apart by label first, then by order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.notation.normal import entry_form, entry_stem
from crmdesk.domain.values import Entry, Value

R = TypeVar("R")
Way = Callable[[R], Hashable]  # what two rows must have in common to be the same one


def paired(before: Sequence[R], after: Sequence[R], *ways: Way[R]) -> list[int | None]:
    """For each row of `after` the place in `before` of the row that it is, None for a new one.

    Each way is tried in turn on the rows that are left; among rows that are alike in it, order decides.
    """
    found: list[int | None] = [None] * len(after)
    left, taken = list(range(len(after))), set[int]()
    for way in ways:
        if not left or len(taken) == len(before):
            break
        free: dict[Hashable, deque[int]] = {}
        for place, row in enumerate(before):
            if place not in taken:
                free.setdefault(way(row), deque()).append(place)
        waiting = []
        for number in left:
            places = free.get(way(after[number]))
            if places:
                found[number] = place = places.popleft()
                taken.add(place)
            else:
                waiting.append(number)
        left = waiting
    return found


def same_rows(
    kind: Kind,
    key: str,
    before: Sequence[Entry],
    after: Sequence[Entry],
    region: str | None = None,
    *,
    near: bool = True,
) -> list[int | None]:
    """For each entry of `after` the place of the same row in `before`.

    `near`: also one that is the same but for what is dialled behind the number, as the changed row it then is.
    """
    type_ = field_of(kind, key).type
    form, stem = entry_form(type_), entry_stem(type_)
    ways: list[Way[Entry]] = [
        lambda one: one,
        lambda one: (one.value, one.label),
        lambda one: (form(one.value, region), one.label),
        lambda one: one.value,
        lambda one: form(one.value, region),
    ]
    if near and stem is not None:
        tell = stem
        ways += [lambda one: (tell(one.value, region), one.label), lambda one: tell(one.value, region)]
    return paired(before, after, *ways)


def rows_of(value: Value | None) -> tuple[Entry, ...]:
    """The rows of a list field's value; an absent one has none."""
    return value if isinstance(value, tuple) else ()


def added_rows(
    kind: Kind, key: str, there: Sequence[Entry], known: Sequence[Sequence[Entry]], region: str | None = None
) -> tuple[Entry, ...]:
    """The rows of a list that are in none of the known ones: somebody else's."""
    left = there
    for rows in known:
        places = same_rows(kind, key, rows, left, region)
        left = [row for row, place in zip(left, places, strict=True) if place is None]
    return tuple(left)


def with_lacking(
    kind: Kind, key: str, rows: Sequence[Entry], added: Sequence[Entry], region: str | None = None
) -> tuple[Entry, ...]:
    """A list with those of some rows that it lacks, at its end."""
    places = same_rows(kind, key, rows, added, region, near=False)
    return (*rows, *(row for row, place in zip(added, places, strict=True) if place is None))


def labelled(kind: Kind, key: str, asked: Sequence[Entry], held: Value | None) -> tuple[Entry, ...]:
    """Entries given without labels, with those that the same rows have already, and which of them is the primary."""
    before = rows_of(held)
    marked = any(entry.primary for entry in asked)
    return tuple(
        entry
        if place is None
        else Entry(entry.value, entry.label or before[place].label, entry.primary if marked else before[place].primary)
        for entry, place in zip(asked, same_rows(kind, key, before, asked), strict=True)
    )
