"""Contacts are counted and listed by type, status and source without a look at their rows, as CRM API clients ask.

The three columns follow the row by themselves; "" is none. They are cut out of `shown`, as functions for JSON are not
let into a schema by every SQLite: a member stands behind a comma and its name in quotes, which within a text would have
backslashes before them. What has a letter escaped has a backslash in it, and is then not to be relied on.
"""

from __future__ import annotations

_COLUMNS = (("status_is", "status"), ("type_is", "contact_type"), ("source_is", "source"))


def _cut(field: str) -> str:
    begins, members = f',"{field}":"', "(',' || substr(shown, 2))"
    behind = f"substr({members}, instr({members}, '{begins}') + {len(begins)})"
    return f"CASE WHEN instr({members}, '{begins}') > 0 THEN substr({behind}, 1, instr({behind}, '\"') - 1) ELSE '' END"


STATEMENTS = (
    *(f"ALTER TABLE item ADD COLUMN {column} TEXT AS ({_cut(field)}) VIRTUAL" for column, field in _COLUMNS),
    # Kind and shelf stand last, so that no list is read by it that does not ask for it.
    "CREATE INDEX item_states ON item (status_is, type_is, source_is, kind, shelf)",
)
RESIZES: frozenset[str] = frozenset()
