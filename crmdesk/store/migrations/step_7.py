"""Change-sets: what belongs to one action of the user, or to one run, so that it can be listed and taken back as one.

Runs that were there before have theirs made up from their counts; single edits of before stay in the history alone.
"""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE change_set (
        id INTEGER PRIMARY KEY AUTOINCREMENT, deed TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
        detail TEXT NOT NULL, amount INTEGER NOT NULL, at INTEGER NOT NULL, run_id INTEGER, undoes INTEGER,
        undone_by INTEGER)""",
    "CREATE INDEX change_set_of_run ON change_set (run_id) WHERE run_id IS NOT NULL",
    """CREATE TABLE change_step (
        id INTEGER PRIMARY KEY AUTOINCREMENT, set_id INTEGER NOT NULL REFERENCES change_set (id) ON DELETE CASCADE,
        what TEXT NOT NULL, item_id INTEGER NOT NULL, record_id INTEGER, before TEXT, after TEXT)""",
    "CREATE INDEX change_step_of_set ON change_step (set_id)",
    "ALTER TABLE change ADD COLUMN set_id INTEGER",
    "CREATE INDEX change_of_set ON change (set_id) WHERE set_id IS NOT NULL",
    """INSERT INTO change_set (deed, kind, subject, detail, amount, at, run_id)
        SELECT 'run', run.kind, coalesce((SELECT name FROM account WHERE account.id = run.account_id), ''), '',
            new + changed + removed, coalesce(ended_at, started_at, 0), run.id
        FROM run WHERE new + changed + removed > 0 ORDER BY run.id""",
)
RESIZES: frozenset[str] = frozenset()
