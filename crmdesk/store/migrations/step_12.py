"""Room for the change feed, for hooks and for what they are still to be sent.

An id of the feed is a place that others remember, so it is never given twice.
"""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE feed (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL, item_id INTEGER NOT NULL,
        what TEXT NOT NULL, fields TEXT NOT NULL, origin TEXT NOT NULL, account_id INTEGER, key TEXT NOT NULL)""",
    """CREATE TABLE hook (
        id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL, events TEXT NOT NULL, local INTEGER NOT NULL,
        key TEXT NOT NULL, leaves_out_own INTEGER NOT NULL, made_at INTEGER NOT NULL, paused_at INTEGER,
        pause_reason TEXT NOT NULL, failing_since INTEGER, not_before INTEGER, last_at INTEGER,
        last_status TEXT NOT NULL)""",
    """CREATE TABLE hook_delivery (
        id INTEGER PRIMARY KEY AUTOINCREMENT, hook_id INTEGER NOT NULL REFERENCES hook (id) ON DELETE CASCADE,
        message_id TEXT NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL, made_at INTEGER NOT NULL,
        attempts INTEGER NOT NULL, next_at INTEGER, ended_at INTEGER, last_status TEXT NOT NULL)""",
    "CREATE INDEX hook_delivery_of ON hook_delivery (hook_id, id)",
    "CREATE INDEX hook_delivery_due ON hook_delivery (hook_id, next_at, id) WHERE state = 'waiting'",
)
RESIZES: frozenset[str] = frozenset()
