"""The rows of one sheet of a workbook, as a stream: texts and numbers as they were written, dates in ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crmdesk.errors import FileTooLarge
from crmdesk.formats.tables.number_formats import date_of
from crmdesk.formats.tables.workbook import Sheet, Workbook

MOST_COLUMNS = 16_384  # what a sheet can have
MOST_CHARACTERS = 64 * 1024 * 1024  # of one row
_ESCAPED = re.compile(r"_x((?!d[89a-f])[0-9a-f]{4})_", re.IGNORECASE)
_LETTERS = {chr(ord("A") + place): place + 1 for place in range(26)}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number in the sheet, and its cells by column (0 is A); empty ones are not there."""

    line: int
    cells: Mapping[int, str]
    hidden: bool = False


def rows_of(book: Workbook, sheet: Sheet) -> Iterator[SheetRow]:
    """Every row of a sheet that holds anything."""
    reader = _Rows(book)
    for _ in book.parse(sheet.part, reader.start, reader.end, reader.text):
        yield from reader.done
        reader.done.clear()


class _Rows:
    """What has been read of a sheet, element by element."""

    def __init__(self, book: Workbook) -> None:
        self.done: list[SheetRow] = []
        self._texts, self._dates, self._from_1904 = book.texts(), book.dates(), book.from_1904
        self._line = 0
        self._hidden = False
        self._cells: dict[int, str] = {}
        self._column = -1
        self._type = "n"
        self._style = "0"
        self._pieces: list[str] = []
        self._reading = self._sounds = False
        self._size = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "c":
            place = attributes.get("r")
            self._column = self._column + 1 if place is None else _column(place)
            self._type = attributes.get("t", "n")
            self._style = attributes.get("s", "0")
            self._pieces.clear()
        elif name == "v" or (name == "t" and not self._sounds):
            self._reading = True
        elif name == "row":
            number = attributes.get("r", "")
            self._line = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else self._line + 1
            self._hidden = attributes.get("hidden", "0") in ("1", "true", "on")
            self._cells, self._column, self._size = {}, -1, 0
        elif name == "rPh":
            self._sounds = True

    def text(self, text: str) -> None:
        """Some of the text of an element."""
        if self._reading:
            self._pieces.append(text)
            self._size += len(text)
            if self._size > MOST_CHARACTERS:
                raise FileTooLarge(f"Row {self._line} is longer than 64 million characters.")

    def end(self, name: str) -> None:
        """An element ends."""
        if name in ("v", "t"):
            self._reading = False
        elif name == "c":
            if self._pieces and 0 <= self._column < MOST_COLUMNS and (said := self._said("".join(self._pieces))):
                self._cells[self._column] = said
        elif name == "row":
            if self._cells:
                self.done.append(SheetRow(self._line, self._cells, self._hidden))
        elif name == "rPh":
            self._sounds = False

    def _said(self, text: str) -> str:
        match self._type:
            case "s":
                number = int(text) if text.strip().isascii() and text.strip().isdigit() and len(text) < 12 else -1
                return _unescaped(self._texts[number]) if 0 <= number < len(self._texts) else ""
            case "n":
                if self._style in self._dates and (date := date_of(text, from_1904=self._from_1904)) is not None:
                    return date
                return text
            case "b":
                return "TRUE" if text.strip() == "1" else "FALSE"
            case "d" | "e" | "str" | "inlineStr":
                return _unescaped(text)
            case _:
                return text


def _column(place: str) -> int:
    """The column of a cell's address, as 27 for AB12; -1 where it names none."""
    number = 0
    for one in place[:4]:
        if (letter := _LETTERS.get(one)) is None:
            break
        number = number * 26 + letter
    return number - 1


def _unescaped(text: str) -> str:
    """A text with the signs that XML cannot hold, which spreadsheets write as `_x000D_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
