"""Items as lists give them, from their values as they are kept: the shape of `json_shapes.listed_item`, made at once.

A type for each kind takes from the kept JSON what a list tells and passes over the rest, so that values which are only
passed on are never made into ours: a fifth of the time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

import msgspec

from crmdesk.domain.fields import FIELDS, FieldType, Kind
from crmdesk.domain.notation.json_shapes import Names, field_value
from crmdesk.domain.values import Value, from_json
from crmdesk.frozen import dataclass

ListedRecord = tuple[int, str | None, str]  # account id, remote id, state


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of a list: its items' ids, the values that they show as JSON, their records in account order.

    `references` are what items show of others, by id and field; they are not among the kept values.
    """

    ids: Sequence[int]
    shown: Sequence[bytes]
    records: Mapping[int, Sequence[ListedRecord]]
    references: Mapping[int, Mapping[str, Value]]


class _Text(msgspec.Struct, gc=False):
    value: str


class _Record(msgspec.Struct, gc=False):
    account: str
    remote_id: str | None
    state: str


class _Shape:
    """What a list tells of one kind."""

    def __init__(self, kind: Kind) -> None:
        self.fields = {field.key: field for field in FIELDS[kind].values() if field.in_list}
        self.lists = tuple(key for key, field in self.fields.items() if field.type.is_list)
        self.moments = tuple(key for key, field in self.fields.items() if field.type is FieldType.MOMENT)
        told: list[Any] = [("id", Any, None)]
        for key in self.fields:
            several = key in self.lists
            told.append((key, tuple[_Text, ...], ()) if several else (key, _SCALAR, None))
        told.append(("records", Any, None))
        self.row = msgspec.defstruct(f"Listed{kind.value.title()}", told, gc=False)
        self.rows = msgspec.json.Decoder(list[self.row])  # type: ignore[name-defined]  # it is made here

    def decoded(self, kept: Sequence[bytes]) -> list[Any]:
        try:
            rows: list[Any] = self.rows.decode(b"[%s]" % b",".join(kept))
        except msgspec.ValidationError:  # something is of another type than its field
            return [self._whole(text) for text in kept]
        for key in self.lists:
            for row, held in zip(rows, map(attrgetter(key), rows), strict=True):
                if held:
                    setattr(row, key, [entry.value for entry in held])
        for key in self.moments:
            for row in rows:
                setattr(row, key, field_value(self.fields[key], getattr(row, key)))
        return rows

    def _whole(self, text: bytes) -> Any:
        values = from_json(text)
        return self.row(**{key: field_value(field, values.get(key)) for key, field in self.fields.items()})

    def lay(self, row: Any, values: Mapping[str, Value]) -> None:
        for key, value in values.items():
            if key in self.fields:
                setattr(row, key, field_value(self.fields[key], value))


_SCALAR = str | int | float | bool | None
_shape = cache(_Shape)


def list_rows(kind: Kind, page: Listed, names: Names) -> list[Any]:
    """The ITEMs of a page, for `msgspec.json.encode`; records in accounts that `names` lacks are left out."""
    shape = _shape(kind)
    rows = shape.decoded(page.shown)
    for id_, row in zip(page.ids, rows, strict=True):
        row.id = str(id_)
        row.records = [
            _Record(names[account_id], remote_id, state)
            for account_id, remote_id, state in page.records.get(id_, ())
            if account_id in names
        ]
    for id_, values in page.references.items():
        shape.lay(rows[page.ids.index(id_)], values)
    return rows
