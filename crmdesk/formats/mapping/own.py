"""The header of a table that this desk wrote: which columns an export has, and what each means when it comes back.

The first column holds the desk's own ids and tells the kind, and whether cells are safe for spreadsheets. Lists with
labels are numbered columns; a label with a star belongs to the primary entry.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crmdesk.domain.fields import FIELDS, FieldType, Kind, field_of
from crmdesk.formats.mapping.uses import CUSTOM_FIELDS, CUSTOM_KEY, IGNORED, OWN_ID, ColumnMapping, Part, Use

OBJECT = "crmdesk"  # the member of a JSON object that tells its kind
SAFE = " (safe for spreadsheets)"
CUSTOM = " (custom)"
LABEL = " label"
_FIRST = re.compile(r"CRM Desk (?P<kind>contact|property|deal|event) ID(?P<safe> \(safe for spreadsheets\))?( \(2\))?")
_LABELLED = frozenset({FieldType.EMAILS, FieldType.PHONES})
_WHY = "This desk wrote it."


def first_column(kind: Kind, *, safe: bool) -> str:
    """The name of the column with the desk's own ids."""
    return f"CRM Desk {kind.value} ID{SAFE if safe else ''}"


def columns_of(kind: Kind, key: str, entries: int = 1) -> tuple[str, ...]:
    """The names of the columns that hold a field: two for each entry of a list with labels, else one."""
    known = FIELDS[kind].get(key)
    if known is None:
        return (f"{key.removeprefix(CUSTOM_KEY)}{CUSTOM}",)
    if known.type not in _LABELLED:
        return (known.title,)
    return tuple(f"{known.title} {number}{part}" for number in range(1, entries + 1) for part in ("", LABEL))


def is_labelled(kind: Kind, key: str) -> bool:
    """Whether a field has numbered columns with labels."""
    return field_of(kind, key).type in _LABELLED


def is_own(name: str) -> bool:
    """Whether only this desk gives a column that name."""
    return _FIRST.fullmatch(name) is not None or name.endswith(CUSTOM)


def kind_of(columns: Sequence[str]) -> tuple[Kind, bool] | None:
    """The kind that a header of this desk is about, and whether its cells are safe for spreadsheets."""
    found = next((match for name in columns[:4] if (match := _FIRST.fullmatch(name)) is not None), None)
    return None if found is None else (Kind(found["kind"]), found["safe"] is not None)


def mapping_of(columns: Sequence[str], kind: Kind, safe: bool) -> ColumnMapping:
    """What the columns of an export of this desk mean."""
    titles = {field.title: field.key for field in FIELDS[kind].values()}
    uses = tuple(_use(kind, name[1:] if safe and name[:1] == "'" else name, titles) for name in columns)
    named = tuple(replace(use, column=name) for use, name in zip(uses, columns, strict=True))
    return ColumnMapping(kind, named, "crmdesk", safe=safe, own=True)


def mapping_of_objects(kind: Kind) -> ColumnMapping:
    """What the members of an exported object mean, whichever of them it has."""
    uses = [Use(OBJECT, IGNORED, why=_WHY), Use("id", OWN_ID, why=_WHY), Use("custom", CUSTOM_FIELDS, why=_WHY)]
    for field in FIELDS[kind].values():
        if field.editable:
            uses.append(Use(field.key, field.key, "json" if field.type.is_list else "", why=_WHY))
    return ColumnMapping(kind, tuple(uses), "crmdesk", own=True)


def _use(kind: Kind, column: str, titles: Mapping[str, str]) -> Use:
    if _FIRST.fullmatch(column):
        return Use(column, OWN_ID, why=_WHY)
    if column.endswith(CUSTOM):
        return Use(column, f"{CUSTOM_KEY}{column.removesuffix(CUSTOM)}", why=_WHY)
    title, _, number = column.removesuffix(LABEL).rpartition(" ")
    if title in titles and number.isdigit() and is_labelled(kind, titles[title]):
        part = Part.LABEL if column.endswith(LABEL) else Part.VALUE
        return Use(column, titles[title], part=part, number=int(number), why=_WHY)
    key = titles.get(column)
    if key is None or not FIELDS[kind][key].editable:
        return Use(column)
    return Use(column, key, why=_WHY)
