"""Rows of a file as `Incoming`, by what their columns were said to mean. Made once for a file, called for each row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.domain.importing.incoming import Incoming, Problem
from crmdesk.domain.values import Entry, Value, is_empty
from crmdesk.formats.mapping import uses
from crmdesk.formats.mapping.cells import ERRORS, NOT_SHOWN, RUINED, Read, Wrong, flag, reader
from crmdesk.formats.mapping.dates import NoDate, Order
from crmdesk.formats.mapping.dates import read as read_date
from crmdesk.formats.mapping.uses import DATE_CODECS, ColumnMapping, Part, Use
from crmdesk.formats.source import SourceRow
from crmdesk.formats.tables.opening import HIDDEN

Take = Callable[["_Row", str], None]
_RUINED = "“{cell}” is what a spreadsheet left of a longer number: its last digits are gone."
_EXCHANGE = ("/o=", "/O=")
_FURTHER = 1000  # numbers of entries that no column's name gives
_EXACT = frozenset({"postcode"})  # texts beside phones and ids that must not be numbers a spreadsheet shortened
_LISTS_WITH_LABELS = frozenset({FieldType.EMAILS, FieldType.PHONES})


@dataclass(slots=True)
class _Row:
    """What has been read of one row."""

    values: dict[str, Value] = field(default_factory=dict)
    emptied: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    entries: dict[tuple[str, int], dict[Part, str]] = field(default_factory=dict)
    skip: str | None = None
    remote_id: str | None = None
    own_id: str | None = None


def incoming_of(mapping: ColumnMapping) -> Callable[[SourceRow], Incoming]:
    """The function that reads rows by this mapping."""
    mapping = _told_apart(mapping)
    takes: dict[str, Take] = {use.column: _take(mapping, use) for use in mapping.uses if use.field}
    plain = {use.column: use.field for use in mapping.uses if _is_plain(mapping, use)}
    ends = _ends(mapping)
    safe, own = mapping.safe, mapping.own

    def read(row: SourceRow) -> Incoming:
        if row.problem is not None:
            if row.problem == HIDDEN:
                return Incoming(row.line, {}, (), row.original, skip=HIDDEN)
            return Incoming(row.line, {}, (), row.original, (Problem("", row.original[:200], row.problem),))
        into = _Row()
        values, unmapped = into.values, []
        for column, cell in row.cells:
            if safe and cell[:1] == "'":
                cell = cell[1:]
            target = plain.get(column)
            if target is not None and cell and (own or cell[0] != "#"):
                if not cell.isspace():
                    values[target] = cell
                else:
                    into.emptied.add(target)
                continue
            take = takes.get(column)
            if take is not None:
                take(into, cell)
            elif cell and not cell.isspace():
                unmapped.append(column)
        for end in ends:
            end(into)
        emptied = into.emptied - values.keys() if into.emptied else into.emptied
        return Incoming(
            row.line,
            values,
            tuple(unmapped),
            row.original,
            tuple(into.problems),
            into.skip,
            into.remote_id,
            frozenset(emptied),
            into.own_id,
        )

    return read


def _told_apart(mapping: ColumnMapping) -> ColumnMapping:
    """The mapping with a number of its own for each entry of a list: two columns are two entries."""
    taken: set[tuple[str, int]] = set()
    changed: list[Use] = []
    for place, use in enumerate(mapping.uses):
        if use.part is Part.VALUE and use.field:
            if (use.field, use.number) in taken:
                use = replace(use, number=_FURTHER + place)
                changed.append(use)
            taken.add((use.field, use.number))
    return mapping.changed(*changed)


def _fillers(mapping: ColumnMapping, use: Use) -> frozenset[str]:
    """The cells that say nothing in this column, in small letters."""
    own = mapping.fillers.get(field_of(mapping.kind, use.field).type.value, frozenset())
    return own | mapping.fillers.get("", frozenset())


def _is_plain(mapping: ColumnMapping, use: Use) -> bool:
    """Whether a column's cells are taken as they stand, without any rule."""
    if use.field in uses.NO_FIELDS or use.adds or use.joins:
        return False
    type_ = field_of(mapping.kind, use.field).type
    texts = type_ in (
        FieldType.TEXT,
        FieldType.NOTE,
        FieldType.HANDLE,
        FieldType.URL,
        FieldType.IMAGE,
        FieldType.AMOUNT,
    )
    return texts and use.part is Part.VALUE and use.field not in _EXACT and not _fillers(mapping, use)


def says_nothing(cell: str, fillers: frozenset[str]) -> bool:
    """Whether a cell holds but what a program puts where it has nothing."""
    if "#" in cell and ((text := cell.strip()) in ERRORS or NOT_SHOWN.fullmatch(text)):
        return True
    return bool(fillers) and cell.strip().casefold() in fillers


def _take(mapping: ColumnMapping, use: Use) -> Take:
    match use.field:
        case uses.IGNORED:
            return lambda row, cell: None
        case uses.CUSTOM_FIELDS:
            return _custom
        case uses.SKIP:
            return _skip(use)
        case uses.OWN_ID | uses.REMOTE_ID:
            return _id(use)
        case _:
            return _value(mapping, use)


def _custom(row: _Row, cell: str) -> None:
    try:
        found = msgspec.json.decode(cell, type=dict[str, str | float | bool])
    except msgspec.MsgspecError:
        row.problems.append(Problem(uses.CUSTOM_FIELDS, cell[:200], "It is no object of texts."))
        return
    row.values.update({f"{uses.CUSTOM_KEY}{key}": value for key, value in found.items() if not is_empty(value)})


def _skip(use: Use) -> Take:
    def take(row: _Row, cell: str) -> None:
        try:
            if cell and flag(cell):
                row.skip = f"{use.column}: {cell}"
        except Wrong:
            pass

    return take


def _id(use: Use) -> Take:
    own = use.field == uses.OWN_ID

    def take(row: _Row, cell: str) -> None:
        text = cell.strip()
        if not text:
            return
        if RUINED.fullmatch(text):
            row.problems.append(Problem(use.field, cell, _RUINED.format(cell=text)))
        elif own:
            row.own_id = text
        else:
            row.remote_id = text

    return take


def _value(mapping: ColumnMapping, use: Use) -> Take:
    type_ = field_of(mapping.kind, use.field).type
    fillers = _fillers(mapping, use)
    order = Order(use.codec) if use.codec in ("dmy", "mdy", "ymd") else None
    read = reader(type_, use.codec, order, own=mapping.own)
    foreign = not mapping.own
    exact = foreign and (use.field in _EXACT or type_ is FieldType.PHONES)
    key = use.field
    together = type_ in _LISTS_WITH_LABELS or use.part is not Part.VALUE

    def take(row: _Row, cell: str) -> None:
        if not cell or cell.isspace() or (foreign and (says_nothing(cell, fillers) or _inside(type_, cell))):
            if use.part is Part.VALUE:
                row.emptied.add(key)
            return
        if exact and ("E" in cell or "e" in cell) and RUINED.fullmatch(cell.strip()):
            row.problems.append(Problem(key, cell, _RUINED.format(cell=cell.strip())))
        elif together:
            parts = row.entries.setdefault((key, use.number), {})
            parts[use.part] = cell
        else:
            _put(row, use, cell, read, many=type_.is_list)

    return take


def _inside(type_: FieldType, cell: str) -> bool:
    """Whether it is an address inside of one company's mail system, which nobody else can write to."""
    return type_ is FieldType.EMAILS and cell.startswith(_EXCHANGE)


def _put(row: _Row, use: Use, cell: str, read: Read | None, *, many: bool) -> None:
    try:
        value: Value | None = ((Entry(cell),) if many else cell) if read is None else read(cell)
    except Wrong as error:
        row.problems.append(Problem(use.field, cell, str(error)))
        return
    if value is None or is_empty(value):
        row.emptied.add(use.field)
        return
    held = row.values.get(use.field)
    if isinstance(held, tuple) and isinstance(value, tuple):
        row.values[use.field] = (*held, *value)
    elif (use.adds or use.joins) and isinstance(held, str):
        row.values[use.field] = f"{held} {value}" if use.joins else f"{held}\n{value}"
    else:
        row.values[use.field] = value


def _ends(mapping: ColumnMapping) -> list[Callable[[_Row], None]]:
    """What is put together when all cells of a row are read: entries with their labels, dates with their parts."""
    groups: dict[tuple[str, int], dict[Part, Use]] = {}
    for use in mapping.uses:
        if use.field in uses.NO_FIELDS:
            continue
        if use.part is not Part.VALUE or field_of(mapping.kind, use.field).type in _LISTS_WITH_LABELS:
            groups.setdefault((use.field, use.number), {})[use.part] = use
    return [_end(mapping, key, number, parts) for (key, number), parts in groups.items()]


def _end(mapping: ColumnMapping, key: str, number: int, parts: Mapping[Part, Use]) -> Callable[[_Row], None]:
    type_ = field_of(mapping.kind, key).type
    if Part.YEAR in parts or Part.MONTH in parts or Part.DAY in parts:
        return lambda row: _parted_date(row, key, number)
    value = parts.get(Part.VALUE)
    codec, label = (value.codec, value.label) if value is not None else ("", "")
    read = reader(type_, codec, None, own=mapping.own)

    def end(row: _Row) -> None:
        found = row.entries.get((key, number))
        if not found or Part.VALUE not in found:
            return
        cell = found[Part.VALUE]
        try:
            listed = (Entry(cell),) if read is None else read(cell)
        except Wrong as error:
            row.problems.append(Problem(key, cell, str(error)))
            return
        if not isinstance(listed, tuple):
            return
        said, primary = _label(found.get(Part.LABEL, label), own=mapping.own)
        if said or primary:
            listed = tuple(
                Entry(one.value, one.label or said, one.primary or (primary and place == 0))
                for place, one in enumerate(listed)
            )
        held = row.values.get(key)
        row.values[key] = (*held, *listed) if isinstance(held, tuple) else listed

    return end


def _label(text: str, *, own: bool) -> tuple[str, bool]:
    """A label and whether a star marks its entry as the primary one."""
    if not text.startswith("*"):
        return (text[1:] if own and text.startswith("\\") else text), False
    return (text[1:].removeprefix(" ") if own else text[1:].strip()), True


def _parted_date(row: _Row, key: str, number: int) -> None:
    found = row.entries.get((key, number))
    if not found:
        return
    year, month, day = (found.get(part, "").strip() for part in (Part.YEAR, Part.MONTH, Part.DAY))
    text = f"{year}-{month}-{day}" if year else f"--{month.zfill(2)}-{day.zfill(2)}"
    try:
        if not (month and day):
            raise NoDate("A date needs its month and its day.")
        row.values[key] = read_date(text, Order.YMD)
    except NoDate as error:
        row.problems.append(Problem(key, text, str(error)))


def needs_order(kind: Kind, use: Use) -> bool:
    """Whether it has to be known how the dates of that column are written before it can be read."""
    if use.field in uses.NO_FIELDS or use.part is not Part.VALUE:
        return False
    return field_of(kind, use.field).type in (FieldType.DATE, FieldType.MOMENT) and use.codec not in DATE_CODECS
