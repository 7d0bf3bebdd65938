"""What stands in the columns of a file: how many cells are filled, samples, what looks wrong, how dates are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crmdesk.formats.mapping import dates
from crmdesk.formats.mapping.cells import ERRORS, NOT_SHOWN, RUINED
from crmdesk.formats.mapping.dates import Dates, Order
from crmdesk.formats.source import SourceRow

_SERIAL = re.compile(r"[1-6]\d{4}(?:\.\d+)?")
_DIGITS = re.compile(r"\d+")
_KEPT = 2_000  # different cells of a column by which its dates are judged


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a column that a person should see before anything runs."""

    code: str  # ruined, lost_zeros, long_ids, serials, errors, escaped
    count: int
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands in one column."""

    column: str
    rows: int  # rows that were looked at
    filled: int
    samples: tuple[str, ...] = ()  # the first, the longest, an odd one
    warnings: tuple[Doubt, ...] = ()
    dates: Dates | None = None  # where most of its cells are dates

    @property
    def share(self) -> float:
        """How many of its cells are filled, from 0 to 1."""
        return self.filled / self.rows if self.rows else 0.0


@dataclass(slots=True)
class _Column:
    filled: int = 0
    first: str = ""
    longest: str = ""
    odd: str = ""
    shape: str = ""
    counts: Counter[str] = field(default_factory=Counter)
    widths: Counter[int] = field(default_factory=Counter)
    cells: dict[str, None] = field(default_factory=dict)

    def add(self, cell: str) -> None:
        text = cell.strip()
        if not text:
            return
        self.filled += 1
        if not self.first:
            self.first, self.shape = cell, _shape(text)
        if len(cell) > len(self.longest):
            self.longest = cell
        if not self.odd and _shape(text) != self.shape:
            self.odd = cell
        if len(self.cells) < _KEPT and len(text) < 60:
            self.cells[text] = None
        self._judge(text)

    def _judge(self, text: str) -> None:
        if text[0] == "#" and (text in ERRORS or NOT_SHOWN.fullmatch(text)):
            self.counts["errors"] += 1
        elif "E" in text and RUINED.fullmatch(text):
            self.counts["ruined"] += 1
        elif text[0] == "'" and text[1:2] in tuple("=+-@'"):
            self.counts["escaped"] += 1
        elif _DIGITS.fullmatch(text):
            self.widths[len(text)] += 1
            if len(text) > 15 and text.endswith("00"):
                self.counts["long_ids"] += 1
        elif _SERIAL.fullmatch(text):
            self.widths[5] += 1


_TEXTS = {
    "errors": "{n} cells hold an error of the spreadsheet and say nothing.",
    "ruined": "{n} numbers were cut by a spreadsheet (4.9E+11): their last digits are gone.",
    "escaped": "{n} cells begin with an apostrophe, as programs put it before what a spreadsheet would calculate.",
    "long_ids": "{n} long numbers end in zeros: a spreadsheet keeps 15 digits only.",
    "lost_zeros": "{n} numbers have a digit less than the others: a spreadsheet may have taken a zero at the start.",
    "serials": "{n} cells could be days as a spreadsheet counts them.",
}


def facts_of(columns: Sequence[str], rows: Iterable[SourceRow], habit: Order | None = None) -> dict[str, Facts]:
    """Look at every row that is given: all of a file, or the first of it."""
    found = {name: _Column() for name in columns}
    total = 0
    for row in rows:
        if row.problem is not None:
            continue
        total += 1
        for name, cell in row.cells:
            if (column := found.get(name)) is None:
                column = found[name] = _Column()
            column.add(cell)
    return {name: _told(name, column, total, habit) for name, column in found.items()}


def _told(name: str, column: _Column, total: int, habit: Order | None) -> Facts:
    counts = column.counts
    if column.widths and len(column.widths) > 1:
        usual, often = column.widths.most_common(1)[0]
        short = column.widths[usual - 1]
        if usual in (5, 10, 11) and short and often > short:
            counts["lost_zeros"] = short
    if column.filled and column.widths[5] == column.filled and all(_SERIAL.fullmatch(cell) for cell in column.cells):
        counts["serials"] = column.filled
    written = dates.find(column.cells, habit) if column.filled else None
    if written is not None and written.readable * 2 < written.filled:
        written = None
    samples = tuple(dict.fromkeys(sample[:300] for sample in (column.first, column.longest, column.odd) if sample))
    warnings = tuple(Doubt(code, count, _TEXTS[code].format(n=count)) for code, count in counts.items() if count)
    return Facts(name, total, column.filled, samples, warnings, written)


def _shape(text: str) -> str:
    """What a text looks like: a sign for each run of letters, digits and others."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", text))[:20]
