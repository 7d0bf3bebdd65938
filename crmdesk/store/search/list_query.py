"""Which items a list shows, and in which order: from an item query to the parts of a statement."""

from __future__ import annotations

from crmdesk.domain.fields import FIELDS, FieldType, field_of
from crmdesk.domain.records import BY_LAST, ItemQuery
from crmdesk.store.search.query import NOTHING, left_out_by, match_of
from crmdesk.store.tables.visibility import HIDDEN, IN_LIST, TRASH

_CELLS = {
    "first_name": "first_name", "last_name": "last_name", "company": "company", "job_title": "job_title",
    "emails": "email", "email": "email", "phones": "phone", "phone": "phone", "birthday": "birthday",
    "description": "description",
    BY_LAST: "(CASE WHEN last_name <> '' THEN last_name || ' ' || first_name ELSE name END)",
}  # fmt: skip
# Plain text is folded by SQLite itself: a million calls into Python would take a second more, and hold the window up.
_FOLDED = """CASE WHEN {value} = '' THEN char(65535) WHEN {value} GLOB '*[^ -~]*' THEN sort_key({value})
    ELSE lower({value}) END"""
# Where a number counts, 2 comes before 10; in phones, dates and addresses of mail it does not count anything.
_COUNTED = """CASE WHEN {value} = '' THEN char(65535) WHEN {value} GLOB '*[^ -~]*' OR {value} GLOB '*[0-9]*'
    THEN sort_key({value}) ELSE lower({value}) END"""
_COUNTS = frozenset({FieldType.TEXT, FieldType.NOTE, FieldType.TAGS})
_AMOUNT = "CAST(ltrim(replace({value}, ',', ''), '$€£ ') AS REAL)"  # 900,000 before 1,000,000, whatever was typed
_NUMERIC = frozenset({FieldType.AMOUNT, FieldType.NUMBER})
_EXACT = {"updated_at": "updated_at", "trashed_at": "trashed_at"}


def plain(query: ItemQuery) -> bool:
    """Whether it asks for the ordinary list of a kind, in name order."""
    return (
        query.sort in ((), ("name",))
        and query.account_id is None
        and query.within is None
        and not (query.after or query.needs_attention or query.drafts or query.trash or query.include_hidden)
    )


def sought(query: ItemQuery) -> bool:
    """Whether words are to be found in the ordinary list, the way that is made fast."""
    return bool(query.text.strip()) and plain(query) and left_out_by(query.text) == NOTHING


def by_name(query: ItemQuery) -> bool:
    """Whether the name index gives the order, or the few items that need attention are asked for."""
    return query.needs_attention or query.drafts or query.sort[:1] in ((), ("name",), ("-name",))


def filtered(query: ItemQuery, every_account: bool = False) -> tuple[str, list[object]]:
    """The condition, and its parameters; `every_account` leaves out the account, known to hold every item."""
    if query.trash:
        condition, parameters = "kind = ? AND shelf = ?", [query.kind.value, TRASH]
    elif query.include_hidden or query.needs_attention or query.drafts:
        condition, parameters = "kind = ? AND shelf IN (?, ?)", [query.kind.value, IN_LIST, HIDDEN]
    else:
        condition, parameters = "kind = ? AND shelf = ?", [query.kind.value, IN_LIST]
    listed: list[object] = list(parameters)
    if query.needs_attention:
        condition += " AND attention"
    if query.drafts:
        condition += " AND id IN (SELECT item_id FROM draft)"
    if query.account_id is not None and not every_account:
        condition += " AND EXISTS (SELECT 1 FROM record WHERE record.item_id = item.id AND record.account_id = ?)"
        listed.append(query.account_id)
    if query.within is not None:
        marks = ",".join("?" * len(query.within))
        records = "SELECT 1 FROM record WHERE record.item_id = item.id AND record.account_id"
        condition += f" AND EXISTS ({records} IN ({marks}))"
        listed += query.within
        if query.wholly:
            condition += f" AND NOT EXISTS ({records} NOT IN ({marks}))"
            listed += query.within
    if query.after:
        condition += " AND id > ?"
        listed.append(query.after)
    if query.text.strip():
        table = f"search_{query.kind.value}"
        left_out = left_out_by(query.text)
        within = "IN" if left_out == NOTHING else "NOT IN"
        condition += f" AND id {within} (SELECT rowid FROM {table} WHERE {table} MATCH ?)"
        listed.append(match_of(query.text) if left_out == NOTHING else left_out)
    return condition, listed


def ordered(query: ItemQuery) -> str:
    """The order: up to two keys, then the name, then the id; items without a value come last either way."""
    keys: list[str] = []
    for asked in query.sort[:2]:
        key, down = asked.removeprefix("-"), " DESC" if asked.startswith("-") else ""
        if key == "name":
            keys.append(f"sort_name{down}")
        elif key == "id":
            return ", ".join([*keys, f"id{down}"])  # behind it nothing is left to be put in order
        elif key in _EXACT:
            keys.append(f"{_EXACT[key]}{down}")
        elif key == "state":
            keys.append(f"state{down}")
        else:
            value = _CELLS.get(key) or _member(query, key)
            numeric = key not in _CELLS and field_of(query.kind, key).type in _NUMERIC
            keys += [f"{value} = ''"] if down or numeric else []
            keys += [_AMOUNT.format(value=value) + down] if numeric else []
            counts = key in FIELDS[query.kind] and field_of(query.kind, key).type in _COUNTS
            keys.append((_COUNTED if counts else _FOLDED).format(value=value) + down)
    tail = " DESC" if query.sort[-1:] == ("-name",) else ""
    if "name" not in {asked.removeprefix("-") for asked in query.sort[:2]}:
        keys.append("sort_name")
    return ", ".join([*keys, f"id{tail}"])


def _member(query: ItemQuery, key: str) -> str:
    path = f'$."{key}"' + ("[0].value" if field_of(query.kind, key).type.is_list else "")
    quoted = path.replace("'", "''")
    return f"coalesce(CAST(json_extract(shown, '{quoted}') AS TEXT), '')"
