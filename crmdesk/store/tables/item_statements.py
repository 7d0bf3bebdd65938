"""Statements of items that several nouns share."""

from __future__ import annotations

from crmdesk.store.connection import Connection
from crmdesk.store.search.folding import fold
from crmdesk.store.search.index_rows import CELLS

INSERT_ITEM = (
    f"INSERT INTO item (id, kind, shelf, attention, state, accounts, {', '.join(CELLS)}, shown, updated_at)"
    f" VALUES ({', '.join('?' * (8 + len(CELLS)))})"
)
INSERT_RECORD = (
    'INSERT INTO record (id, account_id, kind, item_id, remote_id, version, mark, presence, agreed, base, "values")'
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


_FEW = 50


def ids_with_entry(connection: Connection, column: str, form: str) -> list[int]:
    """The contacts in whose shown `emails` or `phones` a normal form may stand; a little wider than equality.

    An email is asked for by what stands before its @: to find the whole of it, all contacts of its domain are passed.
    Only where many begin so (info@) is the whole asked for.
    """
    # A null character would end the query amid its quotes.
    quoted = fold(form).replace("\0", " ").replace('"', '""').removeprefix("+")
    begins = quoted.partition("@")[0]
    if begins != quoted:
        found = _ids_with_words(connection, column, begins, _FEW + 1)
        if 0 < len(found) <= _FEW or (not found and _has_words(begins)):
            return found
    return _ids_with_words(connection, column, quoted, -1)


def _has_words(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _ids_with_words(connection: Connection, column: str, text: str, most: int) -> list[int]:
    if not _has_words(text):
        return []
    rows = connection.sql(
        "SELECT rowid FROM search_contact WHERE search_contact MATCH ? LIMIT ?", (f'{column} : "{text}"', most)
    )
    return [row[0] for row in rows]
