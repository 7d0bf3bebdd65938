"""Where items stand in a list: from ids to rows and to ranges of rows, quickly also for a million."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import field
from struct import pack

from crmdesk.frozen import dataclass

FEW = 16  # up to so many are looked for one by one
MANY = 20_000  # ids that are searched in one go; beyond, a search belongs in a thread


@dataclass(frozen=True, slots=True)
class Standing:
    """What the user looks at and has chosen, by id, so that it can be found again in another order."""

    selected: tuple[int, ...] = ()
    everything: bool = False  # all rows were selected
    current: int = 0
    current_row: int = -1
    column: int = 0
    top: int = 0  # the id of the first row seen
    offset: int = 0  # how far it is scrolled out, in pixels


@dataclass(frozen=True, slots=True)
class Found:
    """The rows at which a standing is found again; None for what is not in the list any more."""

    selected: list[int] = field(default_factory=list)
    current: int | None = None
    top: int | None = None


def find(ids: array[int], standing: Standing) -> Found:
    """Find a standing again in another list."""
    return Found(
        rows_of(ids, standing.selected),
        row_of(ids, standing.current) if standing.current else None,
        row_of(ids, standing.top) if standing.top else None,
    )


def row_of(ids: array[int], id_: int) -> int | None:
    """The row of an id. It is searched for in pieces, so that a search in a thread does not hold the window up."""
    needle, size = pack("=q", id_), ids.itemsize
    for first in range(0, len(ids), MANY):
        data = ids[first : first + MANY].tobytes()
        start = data.find(needle)
        while start >= 0 and start % size:
            start = data.find(needle, start + 1)
        if start >= 0:
            return first + start // size
    return None


def rows_of(ids: array[int], wanted: Sequence[int]) -> list[int]:
    """The rows of those ids, in rising order; ids that are not in the list are left out."""
    if len(wanted) > FEW:
        asked = frozenset(wanted)
        return [row for row, id_ in enumerate(ids) if id_ in asked]
    return sorted(row for id_ in wanted if (row := row_of(ids, id_)) is not None)


def ranges(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rising rows as ranges (first, last)."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
