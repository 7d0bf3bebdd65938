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


def ids_with_entry(connection: Connection, column: str, form: str) -> list[int]:
    """The contacts in whose shown `emails` or `phones` a normal form may stand; a little wider than equality."""
    # A null character would end the query amid its quotes.
    quoted = fold(form).replace("\0", " ").replace('"', '""').removeprefix("+")
    if not any(letter.isalnum() for letter in quoted):
        return []
    rows = connection.sql("SELECT rowid FROM search_contact WHERE search_contact MATCH ?", (f'{column} : "{quoted}"',))
    return [row[0] for row in rows]
