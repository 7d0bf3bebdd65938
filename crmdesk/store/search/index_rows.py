"""From shown values to an item's cells and to its row in the search index; runs for every contact of a first pull."""

from __future__ import annotations

from crmdesk.domain.fields import FIELDS, FieldType, Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.values import Value, Values
from crmdesk.store.search.folding import fold, sort_key, spellings
from crmdesk.store.search.phone_spellings import phone_text

CELLS = (
    "name", "first_name", "last_name", "company", "job_title", "email", "phone", "birthday", "description", "sort_name",
)  # fmt: skip
SEARCH_COLUMNS = ("name", "company", "job_title", "description", "emails", "phones", "tags", "other")
ASIDE = "\U000f5a7easide"  # a word of the items that are not in the list, which nobody types: it counts them apart
EXCERPT = 200  # characters of a note that fit a cell

_OWN_COLUMN = frozenset(
    {"name", "first_name", "last_name", "company", "job_title", "description", "emails", "phones", "tags"}
)
_NOT_TEXT = frozenset(
    {FieldType.FLAG, FieldType.DATE, FieldType.MOMENT, FieldType.IMAGE, FieldType.NUMBER, FieldType.REFERENCES}
)
_UNSEARCHED = {
    kind: _OWN_COLUMN | {key for key, field in fields.items() if field.type in _NOT_TEXT or field.part_of}
    for kind, fields in FIELDS.items()
}

INSERT_SEARCH = {
    kind: f"INSERT INTO search_{kind.value} (rowid, {', '.join(SEARCH_COLUMNS)}) VALUES (?,?,?,?,?,?,?,?,?)"
    for kind in Kind
}
DELETE_SEARCH = {kind: f"DELETE FROM search_{kind.value} WHERE rowid = ?" for kind in Kind}

Cells = tuple[str, str, str, str, str, str, str, str, str, str]
SearchRow = tuple[int, str, str, str, str, str, str, str, str]


def cells(values: Values) -> Cells:
    """What the table and its sorting need of the values, in the order of CELLS."""
    name = values.get("name")
    if type(name) is not str or not name.strip():
        name = compose_name(values)
    get = values.get
    return (
        name,
        _text(get("first_name")),
        _text(get("last_name")),
        _text(get("company")),
        _text(get("job_title")),
        _primary(get("emails")),
        _primary(get("phones")),
        _text(get("birthday")),
        _text(get("description"))[:EXCERPT],
        sort_key(name),
    )


def search_row(id_: int, kind: Kind, values: Values, region: str | None, *, aside: bool) -> SearchRow:
    """The row of the search index: every text of the values, accents folded; see `phone_text` for phones.

    `aside`: the item is hidden or in the trash, so that it is found there and not counted in the list.
    """
    get = values.get
    name = _text(get("name"))
    for part in (_text(get("first_name")), _text(get("last_name"))):
        if part and part not in name:
            name = f"{name} {part}"
    if more := spellings(name):
        name = f"{name} {more}"
    phones = get("phones")
    unsearched = _UNSEARCHED[kind]
    other = " ".join([_searched(value) for key, value in values.items() if key not in unsearched])
    return (
        id_,
        name if name.isascii() else fold(name),
        _searched(get("company")),
        _searched(get("job_title")),
        _searched(get("description")),
        _searched(get("emails")),
        " ".join([phone_text(entry.value, region) for entry in phones]) if isinstance(phones, tuple) else "",
        _searched(get("tags")),
        f"{other} {ASIDE}" if aside else other,
    )


def _text(value: Value | None) -> str:
    return value if type(value) is str else ""


def _primary(value: Value | None) -> str:
    if not isinstance(value, tuple) or not value:
        return ""
    if len(value) == 1:
        return value[0].value
    return next((entry.value for entry in value if entry.primary), value[0].value)


def _searched(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        text = value[0].value if len(value) == 1 else " ".join([entry.value for entry in value])
    else:
        text = value if type(value) is str else ""
    return text if text.isascii() else fold(text)
