"""The control of a bulk edit: the same rows by `executemany`, in one transaction on the same tables."""

from __future__ import annotations

import sqlite3
import time
from typing import Any

from crmdesk.store.search.folding import sort_key
from tests.bench import programs


def write(given: dict[str, Any]) -> dict[str, Any]:
    database = sqlite3.connect(given["file"], isolation_level=None)
    database.create_function("sort_key", 1, sort_key, deterministic=True)
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA cache_size = -65536")
    seconds = []
    for number in range(given["rounds"]):
        rows = database.execute(
            'SELECT record.id, item.id, record."values", item.shown FROM record JOIN item ON item.id = record.item_id'
            " ORDER BY item.sort_name LIMIT ?",
            (given["amount"],),
        ).fetchall()
        title = f"Control {number}"
        began = time.perf_counter()
        database.execute("BEGIN IMMEDIATE")
        database.executemany(
            "INSERT INTO change (item_id, record_id, field, old, new, origin, at)"
            " VALUES (?, ?, 'job_title', ?, ?, 'you', 1)",
            [(item, record, '"old"', f'"{title}"') for record, item, _, _ in rows],
        )
        database.executemany(
            'UPDATE record SET "values" = ?, base = ?, agreed = 1 WHERE id = ?',
            [(v, v, record) for record, _, v, _ in rows],
        )
        database.executemany(
            "INSERT INTO outbox (account_id, kind, item_id, record_id, remote_id, action, wanted, state, key, attempts,"
            " created_at, candidates) VALUES (2, 'contact', ?, ?, 'x', 'update', ?, 'settled', '', 0, 1, '[]')",
            [(item, record, f'{{"job_title":"{title}"}}') for record, item, _, _ in rows],
        )
        database.executemany(
            "UPDATE item SET job_title = ?, shown = ?, state = 'waiting', updated_at = 1 WHERE id = ?",
            [(title, shown, item) for _, item, _, shown in rows],
        )
        held = database.execute(
            f"SELECT rowid, * FROM search_contact WHERE rowid IN ({','.join(str(row[1]) for row in rows)})"
        ).fetchall()
        database.executemany("DELETE FROM search_contact WHERE rowid = ?", [(row[0],) for row in held])
        marks = ", ".join("?" * len(held[0]))
        database.executemany(
            "INSERT INTO search_contact (rowid, name, company, job_title, description, emails, phones, tags, other)"
            f" VALUES ({marks})",
            held,
        )
        database.execute("COMMIT")
        seconds.append(time.perf_counter() - began)
    database.close()
    return {"seconds": seconds}


if __name__ == "__main__":
    programs.answer(write(programs.given()))
