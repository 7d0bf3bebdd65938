"""Imports: each by its file, its counts and how it ended, its rows that did something or could not, and its mappings.

A row keeps what it said where something of it is mapped to no field, or where it failed, so that it can be exported as
it came and imported again; who is deleted for good takes that along. `digest` knows a row again that is imported anew.
"""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE import (
        id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL, path TEXT NOT NULL, digest TEXT NOT NULL,
        signature TEXT NOT NULL, format TEXT NOT NULL, kind TEXT NOT NULL, settings TEXT NOT NULL,
        started_at INTEGER NOT NULL, ended_at INTEGER, outcome TEXT, done INTEGER NOT NULL, created INTEGER NOT NULL,
        updated INTEGER NOT NULL, unchanged INTEGER NOT NULL, skipped INTEGER NOT NULL, failed INTEGER NOT NULL,
        differs INTEGER NOT NULL, needs_you INTEGER NOT NULL, seconds REAL NOT NULL, set_id INTEGER, error TEXT)""",
    """CREATE TABLE import_row (
        import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE, line INTEGER NOT NULL, fate TEXT NOT NULL,
        item_id INTEGER, record_id INTEGER, field TEXT NOT NULL, value TEXT NOT NULL, reason TEXT NOT NULL,
        candidates TEXT NOT NULL, remote_id TEXT, digest INTEGER, payload TEXT, PRIMARY KEY (import_id, line))
        WITHOUT ROWID""",
    "CREATE INDEX import_row_of_item ON import_row (item_id) WHERE item_id IS NOT NULL",
    "CREATE INDEX import_row_remote ON import_row (remote_id) WHERE remote_id IS NOT NULL",
    "CREATE INDEX import_row_digest ON import_row (digest) WHERE digest IS NOT NULL",
    """CREATE TRIGGER import_row_forget AFTER DELETE ON item BEGIN
        UPDATE import_row SET payload = NULL, value = '' WHERE item_id = OLD.id; END""",
    """CREATE TABLE import_mapping (
        id INTEGER PRIMARY KEY AUTOINCREMENT, signature TEXT NOT NULL UNIQUE, name TEXT NOT NULL, columns TEXT NOT NULL,
        mapping TEXT NOT NULL, used_at INTEGER NOT NULL)""",
)
RESIZES: frozenset[str] = frozenset()
