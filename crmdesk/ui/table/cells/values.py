"""What of a cell can be edited in one line: the text to begin with, and the value that a typed text stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QCoreApplication

from crmdesk.desk import Desk
from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.domain.items import compose_name
from crmdesk.domain.records import Item
from crmdesk.domain.rows import rows_of
from crmdesk.domain.values import Entry, Value
from crmdesk.ui.card.field_editors.dates import read_date, read_moment
from crmdesk.ui.card.field_editors.quiet_inputs import LONGEST_LINE
from crmdesk.ui.table.columns import WHERE, shown_entry
from crmdesk.ui.wording.phrases import date_text, moment_text
from crmdesk.ui.wording.told import told

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words

_IN_CARD = frozenset({FieldType.NOTE, FieldType.FLAG, FieldType.REFERENCES, FieldType.IMAGE})


class Place(Enum):
    """Where a cell's value is edited."""

    CELL = "cell"
    CARD = "card"  # it needs more than a line
    NOWHERE = "nowhere"


def place_of(desk: Desk, item: Item, key: str) -> tuple[Place, str]:
    """Where the value of a cell is edited, and where nowhere: why."""
    if key == WHERE:
        return Place.NOWHERE, translate("Cell", "In which CRMs it stands is changed in its card, not in the list.")
    field, value = field_of(item.kind, key), item.values.get(key)
    if not field.editable:
        return Place.NOWHERE, translate("Cell", "Set by the CRM; it cannot be changed here.")
    if field.type in _IN_CARD or key in (desk.draft(item.id) or {}):
        return Place.CARD, ""
    if field.type is FieldType.TAGS and any("," in entry.value for entry in rows_of(value)):
        return Place.CARD, ""
    if field.type.is_list and field.type is not FieldType.TAGS and (entries := rows_of(value)):
        first = shown_entry(entries)
        others = tuple(entry for entry in entries if entry is not first)
        if why := desk.placement(item, {key: others or None}).refused.get(key):
            return Place.NOWHERE, told(why)
    text = text_of(item, key)
    fits = len(text) <= LONGEST_LINE and len(text.splitlines()) <= 1
    return (Place.CELL if fits else Place.CARD), ""


def text_of(item: Item, key: str) -> str:
    """The text that editing begins with; of emails and phones the one that the cell shows."""
    value, field = item.values.get(key), field_of(item.kind, key)
    if key == "name":
        return compose_name(item.values)
    if field.type is FieldType.TAGS:
        return ", ".join(entry.value for entry in rows_of(value))
    if field.type.is_list:
        entries = rows_of(value)
        return shown_entry(entries).value if entries else ""
    text = "" if value is None else str(value)
    match field.type:
        case FieldType.DATE:
            return date_text(text)
        case FieldType.MOMENT:
            return moment_text(text)
    return text


def value_of(kind: Kind, key: str, text: str, began: Value | None) -> Value | None:
    """The value that a typed text stands for, where it began as another; what is no date stays as it was typed."""
    typed = text.strip()
    match field_of(kind, key).type:
        case FieldType.TAGS:
            known = {entry.value: entry for entry in rows_of(began)}
            words = dict.fromkeys(word for part in typed.split(",") if (word := part.strip()))
            return tuple(known.get(word, Entry(word)) for word in words) or None
        case FieldType.EMAILS | FieldType.PHONES:
            return _with_first(rows_of(began), typed)
        case FieldType.DATE:
            return read_date(typed) or typed or None
        case FieldType.MOMENT:
            return read_moment(typed) or typed or None
    return typed or None


def _with_first(entries: Sequence[Entry], typed: str) -> Value | None:
    """The list with another first entry; without it where nothing is typed."""
    if not entries:
        return (Entry(typed),) if typed else None
    first = shown_entry(entries)
    changed = (replace(entry, value=typed) if entry is first else entry for entry in entries)
    return tuple(entry for entry in changed if entry.value) or None
