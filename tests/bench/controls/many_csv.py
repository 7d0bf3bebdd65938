"""The control of an import: `csv` and `executemany` into the desk's own tables with their full-text index, no more."""

from __future__ import annotations

import csv
import json
import sqlite3
import time
from itertools import islice
from pathlib import Path
from typing import Any

from crmdesk.domain.clock import SystemClock
from crmdesk.domain.fields import Kind
from crmdesk.store import Store
from crmdesk.store.search.folding import sort_key
from crmdesk.store.search.index_rows import INSERT_SEARCH
from crmdesk.store.tables.item_statements import INSERT_ITEM, INSERT_RECORD
from tests.bench import programs

Rows = list[tuple[object, ...]]


def fill(given: dict[str, Any]) -> dict[str, Any]:
    path = Path(given["place"]) / "control.db"
    store = Store.open(path, clock=SystemClock(), backups=path.parent)
    del store  # the tables are made; what is measured opens them anew
    database = sqlite3.connect(path, isolation_level=None)
    database.create_function("sort_key", 1, sort_key, deterministic=True)
    for pragma in ("synchronous = NORMAL", "cache_size = -65536", "wal_autocheckpoint = 4000"):
        database.execute(f"PRAGMA {pragma}")
    began = time.process_time()
    with open(given["file"], encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        number = 0
        while part := list(islice(reader, 500)):
            items, records, searches = rows_of(part, number)
            number += len(part)
            database.execute("BEGIN IMMEDIATE")
            database.executemany(INSERT_ITEM, items)
            database.executemany(INSERT_RECORD, records)
            database.executemany(INSERT_SEARCH[Kind.CONTACT], searches)
            database.execute("COMMIT")
    seconds = time.process_time() - began
    found = database.execute("SELECT count(*) FROM search_contact WHERE search_contact MATCH 'agent'").fetchone()[0]
    database.close()
    if found != number:
        raise AssertionError(f"{found} of {number} are found")
    return {"seconds": seconds}


def rows_of(part: list[dict[str, str]], before: int) -> tuple[Rows, Rows, Rows]:
    items: Rows = []
    records: Rows = []
    searches: Rows = []
    for number, row in enumerate(part, before + 1):
        values = {
            "name": row["Name"],
            "first_name": row["First name"],
            "last_name": row["Last name"],
            "emails": [{"value": row["Email"], "label": "", "primary": False}],
            "phones": [{"value": row["Phone"], "label": "", "primary": False}],
            "company": row["Company"],
            "job_title": row["Job title"],
            "street": row["Street"],
            "city": row["City"],
            "description": row["Notes"],
        }
        text = json.dumps(values)
        shown = json.dumps(values | {"address": f"{row['Street']}\n{row['City']}"})
        items.append((
            number, "contact", 0, False, "synced", "1", row["Name"], row["First name"], row["Last name"],
            row["Company"], row["Job title"], row["Email"], row["Phone"], "", row["Notes"], row["Name"].lower(),
            shown, 1,
        ))  # fmt: skip
        records.append((number, 1, "contact", number, None, None, b"", "live", True, None, text))
        digits = "".join(filter(str.isdigit, row["Phone"]))
        searches.append((
            number, row["Name"].lower(), row["Company"].lower(), row["Job title"].lower(), row["Notes"].lower(),
            row["Email"].lower(), f"{row['Phone']} {digits} 0{digits[2:]}", "",
            f"{row['Street']} {row['City']}".lower(),
        ))  # fmt: skip
    return items, records, searches


if __name__ == "__main__":
    programs.answer(fill(programs.given()))
