"""Exports as files: CSV and TSV, XLSX, JSON and JSON Lines, row by row, so that no list of them is ever held.

A writer takes items one at a time and writes its end when it is closed. In XLSX every cell is a text, so that no
phone, postcode or id is taken for a number and nothing for a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from enum import StrEnum
from typing import IO, Protocol

import msgspec

from crmdesk.domain.fields import ADDRESS, ADDRESS_PARTS, FIELDS, Kind
from crmdesk.domain.values import Value, Values
from crmdesk.errors import FileTooLarge
from crmdesk.formats.mapping.uses import CUSTOM_KEY
from crmdesk.formats.writing.layout import Layout

_CELL = 32_767  # characters that a cell of a sheet holds
_ROWS = 1_048_576  # rows that a sheet holds
_COLUMNS = 16_384
_PARTS = frozenset(ADDRESS_PARTS)
_object = msgspec.json.Encoder().encode


class TableFormat(StrEnum):
    """How a table of items is written, as the command line names it."""

    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"


class Writer(Protocol):
    """Writes items into one file."""

    shortened: int  # cells that were cut, since the format cannot hold them

    def add(self, id: int, values: Values) -> None:
        """Write one item."""

    def close(self) -> None:
        """Write what has to stand at the end."""


def writer_of(format: TableFormat, target: IO[bytes], layout: Layout, *, safe: bool = False) -> Writer:
    """The writer of a format. `safe` marks text files for spreadsheets, which else take UTF-8 for something else."""
    match format:
        case TableFormat.CSV | TableFormat.TSV:
            return _Separated(target, layout, "\t" if format is TableFormat.TSV else ",", mark=safe)
        case TableFormat.XLSX:
            return _Sheet(target, layout)
        case TableFormat.JSON | TableFormat.JSONL:
            return _Objects(target, layout, lines=format is TableFormat.JSONL)


class _Separated:
    shortened = 0

    def __init__(self, target: IO[bytes], layout: Layout, delimiter: str, *, mark: bool) -> None:
        self._text = io.TextIOWrapper(target, "utf-8-sig" if mark else "utf-8", newline="", write_through=False)
        self._rows = csv.writer(self._text, delimiter=delimiter, lineterminator="\r\n")
        self._cells = layout.cells
        self._rows.writerow(layout.header)

    def add(self, id: int, values: Values) -> None:
        self._rows.writerow(self._cells(id, values))

    def close(self) -> None:
        self._text.flush()
        self._text.detach()


class _Sheet:
    def __init__(self, target: IO[bytes], layout: Layout) -> None:
        from xlsxwriter import Workbook  # 80 ms

        if len(layout.header) > _COLUMNS:
            raise FileTooLarge(f"A sheet holds {_COLUMNS:,} columns, not {len(layout.header):,}.")
        self._book = Workbook(target, {"constant_memory": True, "in_memory": False})
        self._sheet = self._book.add_worksheet(layout.kind.plural.capitalize())
        self._sheet.freeze_panes(1, 1)
        self._cells = layout.cells
        self._row = 0
        self.shortened = 0
        self._write(layout.header)

    def add(self, id: int, values: Values) -> None:
        self._write(self._cells(id, values))

    def _write(self, cells: list[str]) -> None:
        if self._row >= _ROWS:
            raise FileTooLarge(f"A sheet holds {_ROWS:,} rows.", next="Export fewer, or as CSV.")
        row, write = self._row, self._sheet.write_string
        for column, cell in enumerate(cells):
            if cell:
                if len(cell) > _CELL:
                    self.shortened += 1
                    cell = cell[:_CELL]
                write(row, column, cell)
        self._row += 1

    def close(self) -> None:
        from xlsxwriter.exceptions import FileCreateError

        try:
            self._book.close()
        except FileCreateError as error:  # it wraps what the disk said
            raise OSError(*getattr(error.args[0], "args", error.args)) from error


class _Objects:
    shortened = 0

    def __init__(self, target: IO[bytes], layout: Layout, *, lines: bool) -> None:
        self._target = target
        self._kind = layout.kind
        self._fields = None if layout.fields is None else frozenset(layout.fields)
        self._lines = lines
        self._between = b""
        if not lines:
            head = _object({"crmdesk": 1, "kind": layout.kind.value})[:-1]
            target.write(head + b',"' + layout.kind.plural.encode() + b'":[')

    def add(self, id: int, values: Values) -> None:
        one = _object(object_of(self._kind, id, values, self._fields))
        self._target.write(one + b"\n" if self._lines else self._between + b"\n" + one)
        self._between = b","

    def close(self) -> None:
        if not self._lines:
            self._target.write(b"\n]}\n")


def object_of(kind: Kind, id: int, values: Values, fields: frozenset[str] | None) -> Mapping[str, object]:
    """An item as one JSON object: the desk's own id and kind first, custom fields in an object of their own."""
    known = FIELDS[kind]
    whole: dict[str, object] = {"crmdesk": kind.value, "id": str(id)}
    custom: dict[str, Value] = {}
    for key, value in values.items():
        if fields is not None and key not in fields:
            continue
        if key == ADDRESS and not _PARTS.isdisjoint(values):
            continue  # the block of its parts
        if key in known:
            whole[key] = value
        else:
            custom[key.removeprefix(CUSTOM_KEY)] = value
    if custom:
        whole["custom"] = custom
    return whole
