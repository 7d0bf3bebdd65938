"""Which row names the columns: found by its form and by the names that many programs use, shown, and changeable."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

LOOKED = 25  # rows in which a header may be
_DIGITS_ONLY = re.compile(r"[\d\s().,:;+\-/€$%]+")
_NUMBERED = re.compile(r"^\D{2,}\d{1,2}\b")  # "Phone 2", "E-mail 1 - Label": a name though it has a digit


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table, and where and how they are named."""

    row: int | None  # place among the rows read (0 is the first); None: the table has no header
    names: tuple[str, ...]
    certain: bool
    why: str


def find(rows: Sequence[Sequence[str]], known: Callable[[str], bool]) -> Header:
    """Find the header among the first rows; `known` says whether a name is one that programs give to columns."""
    if not rows:
        return Header(None, (), False, "There is no row.")
    width = _common_width(rows)
    for place, row in enumerate(rows[:LOOKED]):
        named = [cell for cell in row if cell.strip()]
        familiar = sum(known(cell) for cell in named)
        # Spreadsheets cut empty cells at the end, and people write notes behind a table.
        fits = abs(_used(row) - width) <= max(1, width // 4) or familiar >= max(2, width // 2)
        if fits and named and (familiar * 2 >= len(named) or _looks_named(row, rows[place + 1 : place + 11])):
            sure = familiar * 2 >= len(named)
            why = f"{familiar} of its {len(named)} names are known." if familiar else "It holds names, no data."
            return Header(place, distinct(row), sure, why)
    return Header(None, distinct([""] * max(width, 1)), False, "No row looks like names of columns.")


def distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Names that can be told apart: the same again gets “ (2)”, an empty one the number of its column."""
    taken: set[str] = set()
    found: list[str] = []
    counts = Counter[str]()
    for place, name in enumerate(names, 1):
        plain = name.removeprefix("\ufeff") if name.strip("\ufeff \t\r\n") else f"Column {place}"
        counts[plain] += 1
        tried = plain if counts[plain] == 1 else f"{plain} ({counts[plain]})"
        while tried in taken:
            counts[plain] += 1
            tried = f"{plain} ({counts[plain]})"
        taken.add(tried)
        found.append(tried)
    return tuple(found)


def _used(row: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(row, 1) if cell.strip()), default=0)


def _common_width(rows: Sequence[Sequence[str]]) -> int:
    widths = Counter(_used(row) for row in rows if _used(row))
    if not widths:
        return 0
    most = max(widths.values())
    return max(width for width, count in widths.items() if count * 2 >= most)


def _looks_named(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a row's cells are different names, and the rows below it do not look the same."""
    named = [cell.strip() for cell in row if cell.strip()]
    if len(set(named)) < len(named) * 0.7 or len(named) < 0.6 * len(row):
        return False
    texts = sum(_is_name(cell) for cell in named)
    if texts < 0.8 * len(named):
        return False
    # Data differs from names: somewhere below is an address, a number, a long text, or a value that comes again.
    cells = [cell.strip() for other in below for cell in other if cell.strip()]
    return any(not _is_name(cell) for cell in cells) or len(set(cells)) < len(cells)


def _is_name(cell: str) -> bool:
    if "@" in cell or "://" in cell or len(cell) > 60 or "\n" in cell.strip() or _DIGITS_ONLY.fullmatch(cell):
        return False
    return not any(one.isdigit() for one in cell) or _NUMBERED.match(cell) is not None
