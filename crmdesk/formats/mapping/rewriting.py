"""A row with other values: the cells that change, in the columns where such values stand; all others as they were.

Whether the row then says what was meant is for whoever reads it again: a column may be unable to hold a value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.domain.rows import rows_of
from crmdesk.domain.values import Entry, Value
from crmdesk.formats.mapping import uses
from crmdesk.formats.mapping.uses import SPLITS, ColumnMapping, Part, Use

_PLAIN_CODECS = frozenset({"", "text", "dmy", "mdy", "ymd", *SPLITS}) - {"groups"}
_WRITTEN = {"dmy": "{day}/{month}/{year}", "mdy": "{month}/{day}/{year}"}


def writable(mapping: ColumnMapping, field: str) -> bool:
    """Whether the columns of a field are of a kind that can be written: each a value of its own."""
    if field in uses.NO_FIELDS:
        return False
    type_ = field_of(mapping.kind, field).type
    if type_ in (FieldType.NUMBER, FieldType.MOMENT, FieldType.REFERENCES):
        return False
    return all(use.part is Part.VALUE and use.codec in _PLAIN_CODECS for use in _of(mapping, field))


def rewritten(
    mapping: ColumnMapping,
    row: Mapping[str, str],
    further: Sequence[Mapping[str, str]],
    field: str,
    value: Value | None,
) -> dict[str, str]:
    """The cells of a row in which `field` has another value; `further` are more rows of the same contact, which stay.

    Empty where the columns have no place for it.
    """
    columns = _of(mapping, field)
    if field_of(mapping.kind, field).type.is_list:
        return _listed(columns, row, further, rows_of(value))
    text = _text(mapping.kind, field, columns[0].codec, value)
    if columns[0].codec in _WRITTEN and text.startswith("--"):
        return {}  # a day without its year is none to a program whose days are written so
    first, *lines = text.split("\n") if any(use.adds for use in columns) else [text]
    cells = _words([use for use in columns if not use.adds], field, row, first)
    below = [use.column for use in columns if use.adds]
    if len(lines) > len(below):
        return {}
    return cells | dict(zip(below, [*lines, *[""] * len(below)], strict=False))


def _of(mapping: ColumnMapping, field: str) -> list[Use]:
    return [use for use in mapping.uses if use.field == field]


def _text(kind: Kind, field: str, codec: str, value: Value | None) -> str:
    if value is None:
        return ""
    if value is True:
        return "Yes"
    if field_of(kind, field).type is FieldType.DATE and codec in _WRITTEN and not str(value).startswith("--"):
        year, month, day = str(value).split("-")
        return _WRITTEN[codec].format(day=int(day), month=int(month), year=year)
    return str(value)


def _words(columns: Sequence[Use], field: str, row: Mapping[str, str], text: str) -> dict[str, str]:
    """A line that stands in one column, or in several with a blank between: those at its ends that still fit stay."""
    main = next((place for place, use in enumerate(columns) if use.column.casefold() == field), 0)
    cells: dict[str, str] = {}
    for use in columns[:main]:
        held = row.get(use.column, "").strip()
        cells[use.column] = held if held and text.startswith(f"{held} ") else ""
        text = text.removeprefix(f"{cells[use.column]} ") if cells[use.column] else text
    for use in reversed(columns[main + 1 :]):
        held = row.get(use.column, "").strip()
        cells[use.column] = held if held and text.endswith(f" {held}") else ""
        text = text.removesuffix(f" {cells[use.column]}") if cells[use.column] else text
    return cells | {columns[main].column: text}


def _listed(
    columns: Sequence[Use], row: Mapping[str, str], further: Sequence[Mapping[str, str]], wanted: Sequence[Entry]
) -> dict[str, str]:
    """The entries of a list in its columns: those that stay where they stand, new ones where one of their label can.

    Empty where there is no place left for one.
    """
    labels = {use.label for use in columns}
    left = [(one.label if one.label in labels else "", one.value) for one in wanted]
    held: dict[str, list[str]] = {}
    for use in columns:
        held[use.column] = [text for text in _parted(use, row.get(use.column, "")) if _wanted(left, use.label, text)]
        for other in further:
            for text in _parted(use, other.get(use.column, "")):
                _wanted(left, use.label, text)
    for label, text in left:
        places = [use for use in columns if use.label == label and (not held[use.column] or _mark(use))]
        if not places or (_mark(places[0]) and _mark(places[0]) in text):
            return {}
        held[places[0].column].append(text)
    return {use.column: (_mark(use) or "\n").join(held[use.column]) for use in columns}


def _wanted(left: list[tuple[str, str]], label: str, text: str) -> bool:
    """Whether what stands in a cell is still wanted; it is wanted no further then."""
    if (label, text) not in left:
        return False
    left.remove((label, text))
    return True


def _mark(use: Use) -> str:
    """What stands between the entries of a cell; "" where it holds one alone."""
    return SPLITS.get(use.codec, "")


def _parted(use: Use, cell: str) -> list[str]:
    mark = _mark(use)
    pieces = cell.split(mark) if mark else [cell]
    return [piece.strip() for piece in pieces if piece.strip()]
