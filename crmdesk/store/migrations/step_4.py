"""What of a CRM is wanted here, by what its new records are linked, where linked records come from, shared quotas.

The ledger of calls goes by the owner of a quota in the CRM (a tenant, a key) in place of the account; accounts that
were there before own theirs alone.
"""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE account DROP COLUMN last_full",  # each kind has its own in `cursor`
    "ALTER TABLE account ADD COLUMN scope TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE account ADD COLUMN link_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE account ADD COLUMN quota TEXT NOT NULL DEFAULT ''",
    "UPDATE account SET quota = 'account:' || id",
    "ALTER TABLE account ADD COLUMN told_to_wait INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE record ADD COLUMN home INTEGER",
    "CREATE INDEX record_home ON record (home) WHERE home IS NOT NULL",
    """CREATE TABLE ledger_4 (
        owner TEXT NOT NULL, hour INTEGER NOT NULL, calls INTEGER NOT NULL, PRIMARY KEY (owner, hour)) WITHOUT ROWID""",
    "INSERT INTO ledger_4 (owner, hour, calls) SELECT 'account:' || account_id, hour, calls FROM ledger",
    "DROP TABLE ledger",
    "ALTER TABLE ledger_4 RENAME TO ledger",
)
RESIZES: frozenset[str] = frozenset()
