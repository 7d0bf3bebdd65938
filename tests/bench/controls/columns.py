"""The control of filters: the same conditions as plain SQL over a flat table with an index on each of its columns."""

from __future__ import annotations

import sqlite3
import time
from statistics import median
from typing import Any

from tests.bench import programs

COLUMNS = ("name", "company", "job_title", "email", "phone", "birthday")


def make(desk: str, file: str) -> None:
    """Copy a desk's contacts into such a table, in name order."""
    database = sqlite3.connect(file)
    database.execute("ATTACH ? AS desk", (desk,))
    database.execute(f"CREATE TABLE flat (id INTEGER PRIMARY KEY, item INTEGER, {', '.join(COLUMNS)})")
    chosen = ", ".join(f"lower({column})" for column in COLUMNS)
    database.execute(
        f"INSERT INTO flat (item, {', '.join(COLUMNS)}) SELECT id, {chosen} FROM desk.item"
        " WHERE kind = 'contact' AND shelf = 0 ORDER BY sort_name, id"
    )
    for column in COLUMNS:
        database.execute(f"CREATE INDEX flat_{column} ON flat ({column})")
    database.execute("ANALYZE")
    database.commit()
    database.close()


def ask(given: dict[str, Any]) -> dict[str, Any]:
    database = sqlite3.connect(given["file"])
    database.execute("PRAGMA cache_size = -65536")
    first: list[list[float]] = [[] for _ in given["filters"]]
    count: list[list[float]] = [[] for _ in given["filters"]]
    totals = [0] * len(first)
    for _ in range(given["rounds"]):
        for number, (where, parameters) in enumerate(given["filters"]):
            began = time.perf_counter()
            database.execute(f"SELECT id FROM flat WHERE {where} ORDER BY id LIMIT 50", parameters).fetchall()
            first[number].append(time.perf_counter() - began)
            began = time.perf_counter()
            totals[number] = database.execute(f"SELECT count(*) FROM flat WHERE {where}", parameters).fetchone()[0]
            count[number].append(time.perf_counter() - began)
    database.close()
    return {"first": [median(t) for t in first], "count": [median(t) for t in count], "totals": totals}


if __name__ == "__main__":
    programs.answer(ask(programs.given()))
