"""Room for matching: which records wait for it, their forms and keys, its suggestions, and the user's decisions.

All but the decisions is derived: whatever of it is lost is made again. Triggers note each record that changed, so that
no way of storing one can pass matching by.
"""

from __future__ import annotations

_NOTE = (
    "INSERT INTO match_waiting (record_id, fresh) VALUES ({record}, {fresh})"
    " ON CONFLICT (record_id) DO UPDATE SET fresh = max(fresh, excluded.fresh)"
)
_MATCHED = "{row}.kind IN ('contact', 'property')"
_RULED = "(SELECT ' ' || link_by || ' ' LIKE '% certain %' FROM account WHERE id = NEW.account_id)"

STATEMENTS = (
    "CREATE TABLE match_waiting (record_id INTEGER PRIMARY KEY, fresh INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE match_form (record_id INTEGER PRIMARY KEY, form BLOB NOT NULL)",
    """CREATE TABLE match_key (
        hash INTEGER NOT NULL, record_id INTEGER NOT NULL, PRIMARY KEY (hash, record_id)) WITHOUT ROWID""",
    "CREATE TABLE match_fresh (record_id INTEGER PRIMARY KEY, ruled INTEGER NOT NULL)",
    "CREATE TABLE match_pairing (record_id INTEGER PRIMARY KEY)",
    """CREATE TABLE match_pair (
        one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID""",
    "CREATE TABLE match_regroup (record_id INTEGER PRIMARY KEY)",
    """CREATE TABLE match_suggestion (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, tier TEXT NOT NULL, weight REAL NOT NULL, rival TEXT NOT NULL,
        reasons TEXT NOT NULL, size INTEGER NOT NULL)""",
    "CREATE INDEX match_suggestion_lane ON match_suggestion (tier, weight, id)",
    """CREATE TABLE match_member (
        suggestion_id INTEGER NOT NULL REFERENCES match_suggestion (id) ON DELETE CASCADE, record_id INTEGER NOT NULL,
        PRIMARY KEY (suggestion_id, record_id)) WITHOUT ROWID""",
    "CREATE INDEX match_member_of ON match_member (record_id)",
    """CREATE TABLE match_decision (
        id INTEGER PRIMARY KEY AUTOINCREMENT, verdict TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL,
        act INTEGER NOT NULL, tier TEXT, reasons TEXT NOT NULL)""",
    "CREATE INDEX match_decision_act ON match_decision (act)",
    """CREATE TABLE match_decided_pair (
        id INTEGER PRIMARY KEY AUTOINCREMENT, decision_id INTEGER NOT NULL, kind TEXT NOT NULL, account TEXT NOT NULL,
        remote_id TEXT NOT NULL, other_account TEXT NOT NULL, other_remote_id TEXT NOT NULL, name TEXT NOT NULL,
        other_name TEXT NOT NULL)""",
    """CREATE UNIQUE INDEX match_decided_pair_of ON match_decided_pair (
        kind, account, remote_id, other_account, other_remote_id)""",
    "CREATE INDEX match_decided_pair_back ON match_decided_pair (kind, other_account, other_remote_id)",
    "CREATE INDEX match_decided_pair_decision ON match_decided_pair (decision_id)",
    """CREATE TABLE match_moved (
        decision_id INTEGER NOT NULL, record_id INTEGER NOT NULL, from_item INTEGER NOT NULL, to_item INTEGER NOT NULL,
        PRIMARY KEY (decision_id, record_id)) WITHOUT ROWID""",
    """CREATE TABLE match_pin (
        decision_id INTEGER NOT NULL, item_id INTEGER NOT NULL, field TEXT NOT NULL, record_id INTEGER,
        PRIMARY KEY (decision_id, item_id, field)) WITHOUT ROWID""",
    """CREATE TRIGGER match_inserted AFTER INSERT ON record WHEN """
    + _MATCHED.format(row="NEW")
    + " BEGIN "
    + _NOTE.format(record="NEW.id", fresh=_RULED)
    + "; END",
    """CREATE TRIGGER match_updated AFTER UPDATE OF "values", item_id, remote_id, presence ON record WHEN """
    + _MATCHED.format(row="NEW")
    + ' AND (NEW."values" <> OLD."values" OR NEW.item_id <> OLD.item_id OR NEW.remote_id IS NOT OLD.remote_id'
    " OR NEW.presence <> OLD.presence) BEGIN " + _NOTE.format(record="NEW.id", fresh="0") + "; END",
    "CREATE TRIGGER match_deleted AFTER DELETE ON record WHEN "
    + _MATCHED.format(row="OLD")
    + " BEGIN "
    + _NOTE.format(record="OLD.id", fresh="0")
    + "; DELETE FROM match_suggestion WHERE id IN (SELECT suggestion_id FROM match_member WHERE record_id ="
    " OLD.id); END",
    "CREATE TRIGGER match_reshelved AFTER UPDATE OF shelf ON item WHEN NEW.shelf <> OLD.shelf AND "
    + _MATCHED.format(row="NEW")
    + " BEGIN INSERT INTO match_waiting (record_id, fresh) SELECT id, 0 FROM record WHERE item_id = NEW.id"
    " ON CONFLICT (record_id) DO NOTHING; END",
    "INSERT INTO match_waiting (record_id) SELECT id FROM record WHERE kind IN ('contact', 'property')",
)
RESIZES: frozenset[str] = frozenset()
