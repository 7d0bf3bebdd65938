"""The first tables."""

from __future__ import annotations

_SEARCH_COLUMNS = "name, company, job_title, description, emails, phones, tags, other"
_SEARCH_OPTIONS = "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', columnsize = 0"

STATEMENTS = (
    """CREATE TABLE account (
        id INTEGER PRIMARY KEY AUTOINCREMENT, provider TEXT NOT NULL, name TEXT NOT NULL UNIQUE,
        settings TEXT NOT NULL, direction TEXT NOT NULL, kinds TEXT NOT NULL, identity TEXT NOT NULL,
        position INTEGER NOT NULL, pause TEXT NOT NULL, paused_until INTEGER, schedule TEXT NOT NULL,
        failing_since INTEGER, failures INTEGER NOT NULL, not_before INTEGER, last_success INTEGER, last_full INTEGER,
        last_error TEXT, writes_lists INTEGER NOT NULL, deletes_remotely INTEGER NOT NULL, review TEXT)""",
    """CREATE TABLE item (
        id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, shelf INTEGER NOT NULL, attention INTEGER NOT NULL,
        state TEXT NOT NULL, accounts TEXT NOT NULL, name TEXT NOT NULL, first_name TEXT NOT NULL,
        last_name TEXT NOT NULL, company TEXT NOT NULL, job_title TEXT NOT NULL, email TEXT NOT NULL,
        phone TEXT NOT NULL, birthday TEXT NOT NULL, description TEXT NOT NULL, sort_name TEXT NOT NULL,
        shown TEXT NOT NULL, trashed_at INTEGER, trash_reason TEXT, updated_at INTEGER NOT NULL)""",
    "CREATE INDEX item_by_name ON item (kind, shelf, sort_name)",
    # A list of hits is put in name order from this index alone; the rows themselves are thirty times as large.
    "CREATE INDEX item_place ON item (id, shelf, sort_name)",
    "CREATE INDEX item_attention ON item (kind, shelf, sort_name) WHERE attention",
    """CREATE TABLE record (
        id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL REFERENCES account (id), kind TEXT NOT NULL,
        item_id INTEGER NOT NULL REFERENCES item (id), remote_id TEXT, version TEXT, mark BLOB NOT NULL,
        presence TEXT NOT NULL, agreed INTEGER NOT NULL, base TEXT, "values" TEXT NOT NULL,
        UNIQUE (account_id, kind, remote_id))""",
    "CREATE INDEX record_of_item ON record (item_id, account_id)",
    """CREATE TABLE raw (
        record_id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE, payload BLOB NOT NULL)""",
    """CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT, item_id INTEGER NOT NULL, record_id INTEGER NOT NULL,
        field TEXT NOT NULL, old TEXT, new TEXT, origin TEXT NOT NULL, account_id INTEGER, run_id INTEGER,
        at INTEGER NOT NULL)""",
    "CREATE INDEX change_of_item ON change (item_id)",
    "CREATE INDEX change_of_run ON change (run_id) WHERE run_id IS NOT NULL",
    """CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL, kind TEXT NOT NULL,
        item_id INTEGER NOT NULL, record_id INTEGER NOT NULL, remote_id TEXT, action TEXT NOT NULL,
        wanted TEXT NOT NULL, state TEXT NOT NULL, key TEXT NOT NULL, attempts INTEGER NOT NULL, next_at INTEGER,
        created_at INTEGER NOT NULL, sent_at INTEGER, settled_at INTEGER, outcome TEXT, error_id TEXT, error TEXT,
        candidates TEXT NOT NULL)""",
    "CREATE INDEX outbox_open ON outbox (account_id, record_id) WHERE state <> 'settled'",
    "CREATE INDEX outbox_open_of_item ON outbox (item_id) WHERE state <> 'settled'",
    "CREATE INDEX outbox_open_of_record ON outbox (record_id) WHERE state <> 'settled'",
    "CREATE INDEX outbox_of_item ON outbox (item_id)",
    """CREATE TABLE conflict (
        id INTEGER PRIMARY KEY AUTOINCREMENT, record_id INTEGER NOT NULL, field TEXT NOT NULL, base TEXT, mine TEXT,
        theirs TEXT, entry TEXT, account_id INTEGER NOT NULL, kind TEXT NOT NULL, item_id INTEGER NOT NULL,
        remote_id TEXT, mine_at INTEGER, theirs_at INTEGER, resolved_at INTEGER, resolution TEXT)""",
    """CREATE UNIQUE INDEX conflict_open ON conflict (record_id, field, coalesce(entry, ''))
        WHERE resolved_at IS NULL""",
    "CREATE INDEX conflict_open_of_item ON conflict (item_id) WHERE resolved_at IS NULL",
    """CREATE TABLE problem (
        id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
        account_id INTEGER NOT NULL, code TEXT NOT NULL, what TEXT NOT NULL, why TEXT NOT NULL, next TEXT NOT NULL,
        action TEXT NOT NULL, item_id INTEGER, remote_id TEXT, field TEXT, value TEXT, created_at INTEGER NOT NULL,
        solved_at INTEGER, dismissed_at INTEGER, record_kind TEXT NOT NULL)""",
    """CREATE INDEX problem_open ON problem (account_id) WHERE solved_at IS NULL AND dismissed_at IS NULL""",
    """CREATE INDEX problem_open_of_item ON problem (item_id)
        WHERE solved_at IS NULL AND dismissed_at IS NULL AND item_id IS NOT NULL""",
    """CREATE TABLE run (
        id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL, kind TEXT NOT NULL, started_at INTEGER,
        ended_at INTEGER, outcome TEXT, "full" INTEGER NOT NULL, fetched INTEGER NOT NULL, new INTEGER NOT NULL,
        changed INTEGER NOT NULL, same INTEGER NOT NULL, removed INTEGER NOT NULL, quarantined INTEGER NOT NULL,
        out_of_scope INTEGER NOT NULL, remote_total INTEGER, sent INTEGER NOT NULL, not_accepted INTEGER NOT NULL,
        conflicts INTEGER NOT NULL, requests INTEGER NOT NULL, seconds REAL NOT NULL, balanced INTEGER, error_id TEXT,
        error TEXT)""",
    "CREATE INDEX run_of_account ON run (account_id, kind)",
    "CREATE INDEX run_open ON run (id) WHERE outcome IS NULL",
    """CREATE TABLE cursor (
        account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE, kind TEXT NOT NULL, since TEXT,
        resume TEXT, complete_at INTEGER, PRIMARY KEY (account_id, kind)) WITHOUT ROWID""",
    """CREATE TABLE pin (
        item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE, field TEXT NOT NULL, record_id INTEGER,
        PRIMARY KEY (item_id, field)) WITHOUT ROWID""",
    """CREATE TABLE tombstone (
        account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE, kind TEXT NOT NULL,
        remote_id TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (account_id, kind, remote_id)) WITHOUT ROWID""",
    """CREATE TABLE draft (
        item_id INTEGER PRIMARY KEY, patch TEXT NOT NULL, at INTEGER NOT NULL)""",
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE ledger (
        account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE, hour INTEGER NOT NULL,
        calls INTEGER NOT NULL, PRIMARY KEY (account_id, hour)) WITHOUT ROWID""",
    """CREATE TABLE relation (
        record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE, field TEXT NOT NULL,
        place INTEGER NOT NULL, account_id INTEGER NOT NULL, kind TEXT NOT NULL, remote_id TEXT, item_id INTEGER,
        PRIMARY KEY (record_id, field, place)) WITHOUT ROWID""",
    "CREATE INDEX relation_back ON relation (account_id, kind, remote_id) WHERE remote_id IS NOT NULL",
    "CREATE INDEX relation_back_here ON relation (item_id) WHERE item_id IS NOT NULL",
    """CREATE TABLE tally (
        kind TEXT NOT NULL, account_id INTEGER NOT NULL, shelf INTEGER NOT NULL, amount INTEGER NOT NULL,
        PRIMARY KEY (kind, account_id, shelf)) WITHOUT ROWID""",
    *(
        f"CREATE VIRTUAL TABLE search_{kind} USING fts5 ({_SEARCH_COLUMNS}, {_SEARCH_OPTIONS})"
        for kind in ("contact", "property", "deal", "event")
    ),
    *(
        f"CREATE VIRTUAL TABLE search_{kind}_words USING fts5vocab ('search_{kind}', 'row')"
        for kind in ("contact", "property", "deal", "event")
    ),
    """INSERT INTO account (id, provider, name, settings, direction, kinds, identity, position, pause, schedule,
        failures, writes_lists, deletes_remotely)
        VALUES (1, 'local', 'local', '{}', 'two-way', 'contact property deal event', '', 0, 'no', 'manual', 0, 1, 0)""",
)
RESIZES: frozenset[str] = frozenset()
