"""What a file is, found by its content and said with the reasons; and its rows, read as was found or chosen.

A `Look` is a proposal. Whoever disagrees with a part of it looks again with a `Choice` that says otherwise.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, BinaryIO

import msgspec

from crmdesk.errors import FileDamaged, FileProtected, NotRecognised, UserInputError
from crmdesk.formats.source import SourceRow
from crmdesk.formats.tables import delimiters, encodings, headers, objects, separated, sheet
from crmdesk.formats.tables.delimiters import Delimiter
from crmdesk.formats.tables.encodings import Encoding
from crmdesk.formats.tables.headers import Header
from crmdesk.formats.tables.workbook import Sheet, Workbook

HEAD = 1024 * 1024  # bytes by which a file is judged
_SHEETS_LOOKED = 30
_BUFFER = 256 * 1024
_HTML = (b"<html", b"<!doctype html", b"<table", b"<?xml")
_NO_TEXT = (*range(9), *range(14, 26))  # tabs, ends of lines and files, ESC and separators stand in texts
HIDDEN = "The row is hidden in the sheet."
TOO_LONG = "It has {cells} cells, the header names {names}: a delimiter or a quote too many?"
_json = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose otherwise; None leaves it to be found. Of `header` 0 says that there is none."""

    format: str | None = None  # csv, xlsx, json, jsonl
    encoding: str | None = None
    delimiter: str | None = None
    header: int | None = None
    sheet: str | None = None
    hidden: bool = False  # also the rows that a sheet hides


@dataclass(frozen=True, slots=True)
class Look:
    """What a file is taken for."""

    format: str
    columns: tuple[str, ...]
    header: Header
    encoding: Encoding | None = None
    delimiter: Delimiter | None = None
    sheet: Sheet | None = None
    sheets: tuple[Sheet, ...] = ()
    header_line: int | None = None  # 1-based, as the file counts; None without a header
    start: int = 0  # characters before the first object of a JSON list
    hidden: bool = False
    notes: tuple[str, ...] = field(default=())

    @property
    def certain(self) -> bool:
        """Whether nothing of it needs a person to look."""
        return self.header.certain and all(part is None or part.certain for part in (self.encoding, self.delimiter))


def look(stream: BinaryIO, choice: Choice | None = None, known: Callable[[str], bool] = bool) -> Look:
    """Find out what a file is. The stream can be read from any place; `known` says which names of columns are usual.

    Raises NotRecognised and the other errors of files, UserInputError for a choice that the file does not have.
    """
    choice = choice or Choice()
    stream.seek(0)
    head = stream.read(HEAD)
    kind = choice.format or _kind(head, choice.encoding)
    if kind == "xlsx":
        return _workbook(stream, choice, known)
    encoding = _encoding(head, choice)
    with_text = _text(stream, encoding, newline="")
    first = with_text.read(HEAD)
    if kind in (None, "json", "jsonl"):
        opening = objects.opening_of(first)
        if opening is not None and (kind is None or kind == opening[0]):
            return _objects(stream, opening, encoding)
        if kind is not None:
            raise NotRecognised(f"It holds no {'lines' if kind == 'jsonl' else 'list'} of JSON objects.")
    if not first.strip("\ufeff \t\r\n"):
        raise NotRecognised("The file is empty.", next="Choose a file with at least one row.")
    return _separated(stream, first, encoding, choice, known, whole=len(head) < HEAD)


def rows(stream: BinaryIO, found: Look) -> Iterator[SourceRow]:
    """Every row of a file behind its header, as a stream. Raises the errors of files where it breaks off."""
    if found.format == "xlsx":
        return _sheet_rows(stream, found)
    assert found.encoding is not None
    if found.format == "jsonl":
        return objects.of_lines(_text(stream, found.encoding, newline="\n"))
    if found.format == "json":
        return objects.of_list(_text(stream, found.encoding, newline=""), found.start)
    return _text_rows(stream, found)


def _kind(head: bytes, encoding: str | None) -> str | None:
    """What the first bytes tell: a workbook, something that is no table, or (None) text, in that encoding if chosen."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "xlsx"
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if b"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e" in head:
            raise FileProtected("It is a workbook that only opens with its password.")
        raise NotRecognised(
            "It is a workbook in the old XLS format, or a document of Office.", next="Save it as XLSX or CSV there."
        )
    if head.startswith(b"%PDF"):
        raise NotRecognised("It is a PDF, which holds no table.")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower().startswith(_HTML):
        raise NotRecognised(
            "It is a web page or XML, whatever its name says.", next="Open it in a spreadsheet and save it as XLSX."
        )
    wide = encodings.codec_of(encoding or encodings.find(head, whole=True).name).startswith(("utf-16", "utf-32"))
    if not wide and _binary(head[:8192]):
        raise NotRecognised("It holds no text and is no workbook.")
    return None


def _binary(sample: bytes) -> bool:
    """Whether it holds more control bytes than a text does.

    One or two of them, often NUL, stand in texts for blanks or between cells; what is packed holds some of all.
    """
    found = [times for byte in _NO_TEXT if (times := sample.count(byte))]
    share = sum(found) / max(1, len(sample))
    return (share > 0.02 and len(found) > 3) or (share > 0.1 and 0 in sample)


def _encoding(head: bytes, choice: Choice) -> Encoding:
    found = encodings.find(head, whole=len(head) < HEAD)
    if choice.encoding is None:
        return found
    encodings.codec_of(choice.encoding)
    others = tuple(dict.fromkeys((found.name, *found.others)))
    samples = encodings.samples_of(head, choice.encoding)
    mark = found.mark if found.name == choice.encoding.lower() else 0
    return Encoding(choice.encoding, True, "It was chosen.", samples, others, mark)


def _text(stream: BinaryIO, encoding: Encoding, newline: str) -> io.TextIOWrapper:
    """The text behind the mark; bytes that are none in this encoding become surrogates and are told row by row."""
    stream.seek(encoding.mark)
    errors = "surrogateescape" if encodings.codec_of(encoding.name) == encodings.UTF8 else "replace"
    return io.TextIOWrapper(
        io.BufferedReader(_Borrowed(stream), _BUFFER), encodings.codec_of(encoding.name), errors, newline=newline
    )


class _Borrowed(io.RawIOBase):
    """A stream that somebody else closes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any, /) -> int:
        got = self._stream.read(len(into))
        into[: len(got)] = got
        return len(got)


def _objects(stream: BinaryIO, opening: tuple[str, int], encoding: Encoding) -> Look:
    format_, start = opening
    header = Header(None, (), True, "Each object names its own members.")
    found = Look(format_, (), header, encoding, start=start)
    names: dict[str, None] = {}
    for row in islice(rows(stream, found), headers.LOOKED):
        names.update(dict.fromkeys(name for name, _ in row.cells))
    return replace(found, columns=tuple(names))


def _newline(first: str) -> str:
    """What ends a line: CR alone does only in a text without any LF."""
    return "\r" if "\r" in first and "\n" not in first else "\n"


def _separated(
    stream: BinaryIO, first: str, encoding: Encoding, choice: Choice, known: Callable[[str], bool], *, whole: bool
) -> Look:
    newline = _newline(first)
    lines = [f"{line}\n" for line in first.split(newline)[:2000]]
    if not whole and len(lines) > 1 and len(lines) < 2000:
        lines.pop()
    by = delimiters.find([line for line in lines if line.strip()])
    if choice.delimiter is not None:
        mark = {"tab": "\t", "\\t": "\t"}.get(choice.delimiter, choice.delimiter)
        if len(mark) != 1 or mark in '"\r\n\x00':
            raise UserInputError(f"A delimiter is one sign, not “{choice.delimiter}”.")
        told = delimiters.told_by(lines[0]) == mark
        by = Delimiter(mark, True, "It was chosen.", skip=1 if told else 0)
    text = io.StringIO("".join(lines), newline="\n")
    parsed = list(islice(separated.rows_of(text, by.mark, encoding.name), by.skip, 100 + by.skip))
    read = [row.cells for row in parsed]
    header = _chosen_header(read, [row.line for row in parsed], choice, known)
    line = None if header.row is None else parsed[header.row].line
    width = max((len(cells) for cells in read), default=0) if header.row is None else 0
    names = header.names or headers.distinct([""] * width)
    return Look("csv", names, replace(header, names=names), encoding, by, header_line=line)


def _chosen_header(
    read: Sequence[Sequence[str]], lines: Sequence[int], choice: Choice, known: Callable[[str], bool]
) -> Header:
    if choice.header is None:
        return headers.find(read, known)
    if choice.header == 0:
        return Header(None, headers.distinct([""] * max(map(len, read), default=0)), True, "It was chosen.")
    if choice.header not in lines:
        raise UserInputError(f"Line {choice.header} is none that could be the header.")
    row = lines.index(choice.header)
    return Header(row, headers.distinct(read[row]), True, "It was chosen.")


def _text_rows(stream: BinaryIO, found: Look) -> Iterator[SourceRow]:
    assert found.encoding is not None
    assert found.delimiter is not None
    stream.seek(found.encoding.mark)
    newline = _newline(_text(stream, found.encoding, newline="").read(HEAD))
    text = _text(stream, found.encoding, newline=newline)
    parsed = separated.rows_of(text, found.delimiter.mark, found.encoding.name)
    if found.delimiter.skip:
        next(parsed, None)
    columns, count, first = found.columns, len(found.columns), found.header_line or 0
    for row in parsed:
        if row.line <= first or not any(map(str.strip, row.cells)):
            continue
        cells, problem = row.cells, row.problem
        if len(cells) > count:
            if any(map(str.strip, cells[count:])):
                problem = problem or TOO_LONG.format(cells=len(cells), names=count)
            else:
                cells = cells[:count]
        names = columns if len(cells) <= count else (*columns, *map(str, range(count + 1, len(cells) + 1)))
        pairs = tuple(zip(names, cells, strict=False))
        yield SourceRow(row.line, pairs, _original(pairs), problem)


def _original(pairs: Sequence[tuple[str, str]]) -> str:
    try:
        return _json(pairs).decode()
    except UnicodeEncodeError:  # bytes that are no text in this encoding: shown as Windows has them
        mended = [(name, cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")) for name, cell in pairs]
        return _json(mended).decode()


def _workbook(stream: BinaryIO, choice: Choice, known: Callable[[str], bool]) -> Look:
    book = Workbook(stream)
    if not book.sheets:
        raise FileDamaged("The workbook has no sheet with cells.")
    named = [one for one in book.sheets if choice.sheet is not None and one.name == choice.sheet]
    if choice.sheet is not None and not named:
        names = ", ".join(f"“{one.name}”" for one in book.sheets[:20])
        raise UserInputError(f"There is no sheet “{choice.sheet}”.", next=f"It has {names}.")
    best: tuple[tuple[int, int], Look] | None = None
    for one in named or sorted(book.sheets, key=lambda each: each.hidden)[:_SHEETS_LOOKED]:
        found, weight = _sheet(book, one, choice, known)
        if weight[1] and (best is None or weight > best[0]) and not (best is not None and one.hidden):
            best = weight, found
    if best is None:
        raise NotRecognised("No sheet of the workbook holds a row.", next="Choose a file with at least one row.")
    return best[1]


def _sheet(book: Workbook, one: Sheet, choice: Choice, known: Callable[[str], bool]) -> tuple[Look, tuple[int, int]]:
    """A sheet as a table, and how much it looks like one: known names first, then filled cells."""
    first = list(islice(sheet.rows_of(book, one), 100))
    width = max((max(row.cells) + 1 for row in first), default=0)
    read = [[row.cells.get(place, "") for place in range(width)] for row in first]
    header = _chosen_header(read, [row.line for row in first], choice, known)
    line = None if header.row is None else first[header.row].line
    notes = []
    if hidden := sum(row.hidden for row in first):
        notes.append(f"{hidden} of its first {len(first)} rows are hidden.")
    familiar = sum(known(name) for name in header.names) if header.row is not None else 0
    names = header.names or headers.distinct([""] * width)
    found = Look(
        "xlsx", names, replace(header, names=names), sheet=one, sheets=tuple(book.sheets), header_line=line,
        hidden=choice.hidden, notes=tuple(notes),
    )  # fmt: skip
    return found, (familiar, sum(len(row.cells) for row in first))


def _sheet_rows(stream: BinaryIO, found: Look) -> Iterator[SourceRow]:
    assert found.sheet is not None
    columns, count, first = found.columns, len(found.columns), found.header_line or 0
    for row in sheet.rows_of(Workbook(stream), found.sheet):
        if row.line <= first or not any(map(str.strip, row.cells.values())):
            continue
        pairs = tuple(
            (columns[place] if place < count else f"Column {place + 1}", cell)
            for place, cell in sorted(row.cells.items())
        )
        yield SourceRow(row.line, pairs, _json(pairs).decode(), HIDDEN if row.hidden and not found.hidden else None)
