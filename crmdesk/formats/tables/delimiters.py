"""What parts the cells of a text table: the delimiter that most rows agree on."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t", "|")
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
LOOKED = 50  # rows


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A delimiter, and how it is known."""

    mark: str
    certain: bool
    why: str
    width: int = 1  # cells of most rows
    skip: int = 0  # lines before the table that belong to the notation, as `sep=;`


def told_by(line: str) -> str | None:
    """The delimiter that a first line `sep=;` names, as Excel writes and reads it."""
    text = line.strip("\ufeff\r\n").strip('"')
    return text[4] if len(text) == 5 and text[:4].casefold() == "sep=" else None


def find(lines: Sequence[str]) -> Delimiter:
    """Find the delimiter by the first lines of a table."""
    if lines and (told := told_by(lines[0])) is not None:
        width = _scored(lines[1:], told)[1]
        return Delimiter(told, True, "The first line of the file names it.", width, skip=1)
    scored = {mark: _scored(lines, mark) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: (scored[mark][0], -DELIMITERS.index(mark)))
    share, width = scored[best]
    if width < 2:
        return Delimiter(",", False, "No sign parts the rows into cells: it looks like one column.")
    rivals = [mark for mark in DELIMITERS if mark != best and scored[mark][0] > 0.8 * share and scored[mark][1] > 1]
    why = f"Most rows have {width} cells with a {NAMES[best]} between them."
    if rivals:
        why += f" With a {NAMES[rivals[0]]} they would have {scored[rivals[0]][1]}."
    return Delimiter(best, not rivals, why, width)


def _scored(lines: Sequence[str], mark: str) -> tuple[float, int]:
    """How well it fits: the share of rows that have the most frequent width, weighed by that width."""
    widths = Counter[int]()
    total = 0
    try:
        for row in csv.reader(lines, delimiter=mark):
            if row:
                total += 1
                widths[len(row)] += 1
            if total == LOOKED:
                break
    except csv.Error:
        pass
    wide = [(count, width) for width, count in widths.items() if width > 1]
    if not wide:
        return 0.0, 1
    count, width = max(wide)
    share = count / total
    return share * share * (1 + min(width, 20) / 40), width
