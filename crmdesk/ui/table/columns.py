"""The table's columns: which there are, what a cell says, and how wide and where it starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from crmdesk.domain.fields import ADDRESS, FIELDS, FieldType, Kind, field_of
from crmdesk.domain.items import compose_name
from crmdesk.domain.records import RecordState, Row
from crmdesk.domain.values import Entry, Value, is_cancelled
from crmdesk.frozen import dataclass
from crmdesk.ui.look.badges import state_text
from crmdesk.ui.wording.names import listed_name
from crmdesk.ui.wording.phrases import amount_text, block_line, date_text, field_title, moment_text, one_line

WHERE = "where"  # the column of the accounts that hold the item

_WIDE = {
    "name": 180, "company": 124, "job_title": 140, "emails": 170, "phones": 146, "description": 260, WHERE: 78,
    "property_class": 104, "status": 104, "price": 96, "stage": 110, "settles": 140, "event_type": 96, "starts": 152,
    "address": 240, "location": 200,
}  # fmt: skip
_SHOWN = {
    Kind.CONTACT: ("name", "company", "emails", "phones"),
    Kind.PROPERTY: ("name", "property_class", "status", "price"),
    Kind.DEAL: ("name", "stage", "price", "settles"),
    Kind.EVENT: ("name", "event_type", "status", "starts", "location"),
}
_NAMES = {Kind.PROPERTY: 250, Kind.DEAL: 250}  # events are called by their sort, in a word or two
_UNLISTED = frozenset({FieldType.IMAGE, FieldType.REFERENCES})  # a picture, and ids that only a card can name
_NUMERIC = frozenset({FieldType.DATE, FieldType.MOMENT, FieldType.NUMBER, FieldType.AMOUNT})


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` in device-independent pixels at the usual font size."""

    key: str
    title: str
    width: int
    shown: bool  # before the user chose
    sortable: bool
    right: bool  # dates and numbers stand right-aligned, with tabular digits


@lru_cache(maxsize=8)
def columns(kind: Kind) -> tuple[Column, ...]:
    """The columns of a kind's table: its fields, and where its records are; the name is first and always there."""
    made = []
    for key, field in FIELDS[kind].items():
        if field.type in _UNLISTED:
            continue
        right = field.type in _NUMERIC
        width = _NAMES.get(kind, 180) if key == "name" else _WIDE.get(key, 130)
        made.append(Column(key, field_title(kind, key), width, key in _SHOWN[kind], True, right))
    where = Column(WHERE, QCoreApplication.translate("Column", "Where"), _WIDE[WHERE], True, False, False)
    return (*made, where)


def cell(kind: Kind, key: str, row: Row) -> str:
    """What a cell shows, in one line; the marks of the column "where" are painted from the row itself."""
    if key == "name":
        return one_line(listed_name(row.values), 200)
    value = row.values.get(key)
    return "" if value is None else _text(kind, key, value)


def shown_entry(entries: Sequence[Entry]) -> Entry:
    """The entry that the cell of a list shows: the primary one, else the first."""
    return next((entry for entry in entries if entry.primary), entries[0])


def _text(kind: Kind, key: str, value: Value) -> str:
    field = field_of(kind, key)
    if isinstance(value, tuple):
        if not value:
            return ""
        if field.type is FieldType.TAGS:
            return one_line(", ".join(entry.value for entry in value), 200)
        first = shown_entry(value)
        rest = f"  +{len(value) - 1}" if len(value) > 1 else ""
        return one_line(first.value, 200) + rest
    if isinstance(value, bool):
        return QCoreApplication.translate("Column", "Yes") if value else ""
    if field.type is FieldType.DATE:
        return date_text(str(value))
    if field.type is FieldType.MOMENT:
        return moment_text(str(value))
    if field.type is FieldType.AMOUNT:
        return amount_text(one_line(str(value), 200))
    return one_line(block_line(str(value)) if key == ADDRESS else str(value), 200)


@lru_cache(maxsize=64)
def widest_dates(kind: Kind, key: str) -> tuple[str, ...]:
    """The texts of which one is the widest that a column of dates or moments shows; none for other columns."""
    match field_of(kind, key).type:
        case FieldType.DATE:
            return tuple(date_text(f"2026-{month:02}-28") for month in range(1, 13))
        case FieldType.MOMENT:
            return tuple(moment_text(f"2026-{month:02}-28T20:00") for month in range(1, 13))
    return ()


def whole(kind: Kind, key: str, row: Row, accounts: Mapping[int, str]) -> str:
    """The whole of what stands behind a cell, for its tooltip and for copying."""
    if key == WHERE:
        return ", ".join(accounts.get(account, "") for account in row.account_ids)
    value = row.values.get(key)
    if isinstance(value, tuple):
        return ", ".join(entry.value for entry in value)
    if key == "name":
        return compose_name(row.values)
    return value if isinstance(value, str) and field_of(kind, key).type is not FieldType.DATE else cell(kind, key, row)


def spoken(kind: Kind, column: Column, row: Row, accounts: Mapping[int, str], *, draft: bool = False) -> str:
    """A cell as a screen reader says it: column, value and, on the name, the state."""
    text = whole(kind, column.key, row, accounts) or QCoreApplication.translate("Column", "empty")
    said = f"{column.title}: {text}"
    if column.key == "name" and is_cancelled(kind, row.values):
        said += ", " + QCoreApplication.translate("Column", "cancelled")
    if column.key == "name" and row.state is not RecordState.SYNCED:
        said += f", {state_text(row.state)}"
    if column.key == "name" and draft:
        said += ", " + QCoreApplication.translate("Column", "not saved yet")
    return said
