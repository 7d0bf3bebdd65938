"""Rows of a text table, each with the line where it starts; what is wrong with one costs that row alone.

The fast way is Python's own reader in its strict form. Whatever it refuses is read once more by rules that lose
nothing: a quote ends a cell only before a delimiter or the end of its line, and one that is never closed costs its own
line, not the file.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOBase

from crmdesk.errors import FileTooLarge

MOST_CHARACTERS = 64 * 1024 * 1024  # of a line, and of a cell
MOST_LINES = 100_000  # of one row: beyond, its quote was never meant to be open
_MOST_REPLAYED = 20  # quotes left open; beyond, no cell of the file has several lines
UNCLOSED = "A quote is opened in line {line} and never closed."
NUL = "It holds a NUL character, which no text has."
UNDECODED = "It holds letters that are not in the encoding of the file ({encoding})."

csv.field_size_limit(MOST_CHARACTERS)


@dataclass(frozen=True, slots=True)
class Parsed:
    """One row as it stands: its cells, or why they cannot be told apart."""

    line: int
    cells: list[str]
    problem: str | None = None


class _Lines:
    """The lines of a file, of which those of the row under way can be had again."""

    def __init__(self, text: TextIOBase) -> None:
        self._text = text
        self._again = deque[str]()
        self.taken: list[str] = []
        self.characters = 0
        self.ended = False
        self.number = 0  # lines that were taken and belong to rows that are done
        self.single = False  # whether each line is a row
        self.replays = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.taken and (self.single or len(self.taken) >= MOST_LINES or self.characters > MOST_CHARACTERS):
            self.ended = True
            raise StopIteration
        line = self._again.popleft() if self._again else str(self._text.readline(MOST_CHARACTERS))
        if not line:
            self.ended = True
            raise StopIteration
        if len(line) >= MOST_CHARACTERS:
            raise FileTooLarge(f"Line {self.number + len(self.taken) + 1} is longer than 64 million characters.")
        self.taken.append(line)
        self.characters += len(line)
        return line

    def done(self) -> None:
        """The row under way is whole."""
        self.number += len(self.taken)
        self.taken = []
        self.characters = 0

    def replay(self) -> None:
        """All but the first line of the row under way come again."""
        self._again.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]
        self.replays += 1
        self.single = self.single or self.replays > _MOST_REPLAYED
        self.ended = False


def rows_of(text: TextIOBase, delimiter: str, encoding: str = "utf-8") -> Iterator[Parsed]:
    """Every row of a text table, blank lines left out; bytes that were no text arrive as surrogates."""
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        start = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells_, problem = _mended(lines, delimiter)
            lines.done()
            yield Parsed(start, cells_, problem or _wrong("".join(cells_), encoding))
            continue
        odd = next((_wrong(line, encoding) for line in lines.taken if not line.isascii() or "\x00" in line), None)
        lines.done()
        if cells:
            yield Parsed(start, cells, odd)


def _wrong(text: str, encoding: str) -> str | None:
    if "\x00" in text:
        return NUL
    try:
        text.encode()
    except UnicodeEncodeError:
        return UNDECODED.format(encoding=encoding)
    return None


def _mended(lines: _Lines, delimiter: str) -> tuple[list[str], str | None]:
    """The row that the strict reader refused, or that ended with the file; what follows its first line comes again."""
    several = len(lines.taken) > 1 or lines.ended
    if several:
        lines.replay()
    line = lines.taken[0]
    cells, closed = _apart(line.rstrip("\r\n"), delimiter)
    if closed:
        return cells, None
    return cells, UNCLOSED.format(line=lines.number + 1)


def _apart(line: str, delimiter: str) -> tuple[list[str], bool]:
    """The cells of one line, and whether its last quote was closed."""
    cells: list[str] = []
    place, end = 0, len(line)
    while True:
        if line.startswith('"', place):
            close = _closing(line, place + 1, delimiter)
            if close < 0:
                return [*cells, line[place:]], False
            cells.append(line[place + 1 : close].replace('""', '"'))
            place = close + 1
        else:
            stop = line.find(delimiter, place)
            stop = end if stop < 0 else stop
            cells.append(line[place:stop])
            place = stop
        if place >= end:
            return cells, True
        place += 1


def _closing(line: str, place: int, delimiter: str) -> int:
    """Where the quote is that ends a cell: the first that stands before a delimiter or the end and is not doubled."""
    while (found := line.find('"', place)) >= 0:
        if line.startswith('""', found):
            place = found + 2
        elif found + 1 == len(line) or line.startswith(delimiter, found + 1):
            return found
        else:
            place = found + 1
    return -1
