"""When payloads were received, until when an account's own pulls wait, and two views for any client of SQLite.

The views `contacts` and `sync_log` have the columns that the seed of the Flex sync promised its users, in that order;
what is more stands behind. They are stable: a later step may add columns at the end, never take or rename one. Times
are UTC as `YYYY-MM-DD HH:MM:SS`, like SQLite's own CURRENT_TIMESTAMP.

`contacts` has one row for each contact that an account's CRM lists (`account` names it): `contact_id` is the CRM's id,
`flex_data` the whole payload as JSON, `created_at` when the desk first received it, `updated_at` when it last received
another one. `sync_log` has one row for each sync of one kind of one account.
"""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE account ADD COLUMN pulls_after INTEGER",
    "ALTER TABLE raw ADD COLUMN first_at INTEGER",
    "ALTER TABLE raw ADD COLUMN read_at INTEGER",
    """CREATE VIEW contacts AS SELECT
        record.id AS id,
        record.remote_id AS contact_id,
        json_extract(record."values", '$.first_name') AS first_name,
        json_extract(record."values", '$.last_name') AS last_name,
        json_extract(record."values", '$.contact_type') AS contact_type,
        json_extract(record."values", '$.status') AS status,
        json_extract(record."values", '$.bill_to') AS default_bill_to_contact_id,
        json_extract(record."values", '$.pricing_model') AS pricing_model_id,
        CAST(raw.payload AS TEXT) AS flex_data,
        datetime(coalesce(raw.first_at, item.updated_at) / 1000000, 'unixepoch') AS created_at,
        datetime(coalesce(raw.read_at, item.updated_at) / 1000000, 'unixepoch') AS updated_at,
        json_extract(record."values", '$.name') AS name,
        item.email AS email,
        item.phone AS phone,
        account.name AS account,
        account.provider AS provider
    FROM record
    JOIN raw ON raw.record_id = record.id
    JOIN item ON item.id = record.item_id
    JOIN account ON account.id = record.account_id
    WHERE record.kind = 'contact' AND record.presence <> 'removed' AND record.remote_id IS NOT NULL""",
    """CREATE VIEW sync_log AS SELECT
        run.id AS id,
        datetime(run.started_at / 1000000, 'unixepoch') AS sync_started_at,
        datetime(run.ended_at / 1000000, 'unixepoch') AS sync_completed_at,
        run.fetched AS records_fetched,
        run.new AS records_inserted,
        run.changed AS records_updated,
        CASE run.outcome WHEN 'success' THEN 'success' WHEN 'partial' THEN 'partial' WHEN 'needs_review' THEN 'partial'
            WHEN 'failed' THEN 'failed' WHEN 'cancelled' THEN 'failed' WHEN 'skipped' THEN 'failed'
            ELSE 'running' END AS status,
        coalesce(run.error, CASE run.outcome WHEN 'cancelled' THEN 'It was cancelled.' END) AS error_message,
        datetime(coalesce(run.ended_at, run.started_at) / 1000000, 'unixepoch') AS created_at,
        run.kind AS kind,
        account.name AS account
    FROM run JOIN account ON account.id = run.account_id""",
)
RESIZES: frozenset[str] = frozenset()
