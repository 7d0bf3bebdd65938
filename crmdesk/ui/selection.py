"""Where items stand in a list: from ids to rows and to ranges of rows, quickly also for a million."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from struct import pack

FEW = 64  # up to so many are looked for one by one


def row_of(ids: array[int], id_: int, held: bytes | None = None) -> int | None:
    """The row of an id; `held` spares a copy when several are asked for in turn."""
    data = ids.tobytes() if held is None else held
    needle, size = pack("=q", id_), ids.itemsize
    start = data.find(needle)
    while start >= 0 and start % size:
        start = data.find(needle, start + 1)
    return None if start < 0 else start // size


def rows_of(ids: array[int], wanted: Sequence[int]) -> list[int]:
    """The rows of those ids, in rising order; ids that are not in the list are left out."""
    if len(wanted) > FEW:
        asked = frozenset(wanted)
        return [row for row, id_ in enumerate(ids) if id_ in asked]
    held = ids.tobytes()
    found = (row_of(ids, id_, held) for id_ in wanted)
    return sorted(row for row in found if row is not None)


def ranges(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rising rows as ranges (first, last)."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
