"""Which columns an export has, and what of an item stands in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from crmdesk.domain.fields import ADDRESS, ADDRESS_PARTS, FIELDS, FieldType, Kind, field_of
from crmdesk.domain.values import Entry, Value, Values
from crmdesk.formats.mapping.own import columns_of, first_column, is_labelled
from crmdesk.formats.writing.safe import safe_cell

Put = Callable[[Values, list[str]], None]
_encode = msgspec.json.Encoder().encode
_PARTS = frozenset(ADDRESS_PARTS)


class Layout:
    """The columns of a table of items of one kind.

    `used` says of each field that has a value anywhere how many entries it has at most; `fields` are those that were
    asked for, in that order, else all that are used.
    """

    def __init__(
        self, kind: Kind, used: Mapping[str, int], fields: Sequence[str] | None = None, *, safe: bool = False
    ) -> None:
        self.kind = kind
        self.fields = tuple(fields) if fields is not None else in_order(kind, used)
        self._safe = safe
        self._whole_address = fields is not None
        entries = {key: max(1, used.get(key, 1)) for key in self.fields}
        names = [name for key in self.fields for name in columns_of(kind, key, entries[key])]
        self.header = [first_column(kind, safe=safe), *(safe_cell(name) if safe else name for name in names)]
        self._puts = [self._put(key, entries[key]) for key in self.fields]

    def cells(self, id: int, values: Values) -> list[str]:
        """The cells of an item."""
        row = [str(id)]
        for put in self._puts:
            put(values, row)
        return [safe_cell(cell) for cell in row] if self._safe else row

    def _put(self, key: str, entries: int) -> Put:
        type_ = field_of(self.kind, key).type
        if is_labelled(self.kind, key):
            return _labelled(key, entries)
        if type_.is_list:
            return lambda values, row: row.append(list_cell(values.get(key)))
        if type_ is FieldType.FLAG:
            return lambda values, row: row.append("yes" if values.get(key) else "")
        if type_ is FieldType.NUMBER:
            return lambda values, row: row.append(_number(values.get(key)))
        if key == ADDRESS and not self._whole_address:
            return _address
        return lambda values, row: row.append(str(values.get(key, "")))


def in_order(kind: Kind, used: Mapping[str, int]) -> tuple[str, ...]:
    """Fields as the desk lists them, custom ones behind."""
    return (*(key for key in FIELDS[kind] if key in used), *sorted(used.keys() - FIELDS[kind].keys()))


def _labelled(key: str, entries: int) -> Put:
    def put(values: Values, row: list[str]) -> None:
        held = values.get(key)
        listed: tuple[Entry, ...] = held if isinstance(held, tuple) else ()
        for entry in listed:
            row.append(entry.value)
            row.append(_label(entry))
        row.extend([""] * (2 * (entries - len(listed))))

    return put


def _label(entry: Entry) -> str:
    """A label; a star marks the primary entry, and a backslash a label that begins like that."""
    if entry.primary:
        return f"* {entry.label}" if entry.label else "*"
    return f"\\{entry.label}" if entry.label[:1] in ("*", "\\") and entry.label else entry.label


def list_cell(value: Value | None) -> str:
    """A list in one cell: its texts with semicolons between them, or JSON where its entries say more."""
    if not isinstance(value, tuple):
        return ""
    if any(entry.label or entry.primary for entry in value):
        return _encode(value).decode()
    return "; ".join(_plain(entry.value) for entry in value)


def _plain(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;")
    return f"\\{escaped}" if escaped.startswith("[") else escaped


def _number(value: Value | None) -> str:
    if not isinstance(value, float | int) or isinstance(value, bool):
        return ""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _address(values: Values, row: list[str]) -> None:
    """The address as one text, where it has no parts, which have columns of their own."""
    row.append("" if not _PARTS.isdisjoint(values) else str(values.get(ADDRESS, "")))
