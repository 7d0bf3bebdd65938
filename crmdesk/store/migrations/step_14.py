"""The local API: its keys, the web pages let in, what was done with each key, and answers kept for repeated requests.

A change-set says which key it was done with, if it was done with one.
"""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE api_key (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        digest BLOB NOT NULL,
        starts TEXT NOT NULL,
        scopes TEXT NOT NULL,
        accounts TEXT NOT NULL DEFAULT '[]',
        new_in TEXT NOT NULL DEFAULT '[]',
        known TEXT NOT NULL DEFAULT 'refuse',
        rate INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        expires_at INTEGER,
        used_at INTEGER,
        requests INTEGER NOT NULL DEFAULT 0,
        refused INTEGER NOT NULL DEFAULT 0,
        revoked_at INTEGER,
        revoked_why TEXT
    )""",
    "CREATE INDEX api_key_starts ON api_key (starts)",
    "CREATE UNIQUE INDEX api_key_name ON api_key (name) WHERE revoked_at IS NULL",
    "CREATE TABLE api_origin (origin TEXT PRIMARY KEY, at INTEGER NOT NULL)",
    """CREATE TABLE api_audit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        key_id INTEGER,
        key TEXT NOT NULL,
        method TEXT NOT NULL,
        route TEXT NOT NULL,
        item_id INTEGER,
        status INTEGER NOT NULL,
        outcome TEXT NOT NULL
    )""",
    "CREATE INDEX api_audit_key ON api_audit (key_id, id)",
    """CREATE TABLE api_answer (
        key_id INTEGER NOT NULL,
        token TEXT NOT NULL,
        digest BLOB NOT NULL,
        status INTEGER NOT NULL,
        headers TEXT NOT NULL,
        body BLOB NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (key_id, token)
    )""",
    "CREATE INDEX api_answer_at ON api_answer (at)",
    "ALTER TABLE change_set ADD COLUMN actor TEXT NOT NULL DEFAULT ''",
)

RESIZES: frozenset[str] = frozenset()
