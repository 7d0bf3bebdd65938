"""The control of the search: LIKE over the same columns of a plain table that already lies in name order."""

from __future__ import annotations

import sqlite3
import time
from statistics import median
from typing import Any

from tests.bench import programs

COLUMNS = ("name", "company", "job_title", "description", "emails", "phones", "tags", "other")


def search(given: dict[str, Any]) -> dict[str, Any]:
    database = sqlite3.connect(given["file"])
    database.execute("PRAGMA cache_size = -65536")
    where = " OR ".join(f"{column} LIKE ?" for column in COLUMNS)
    seconds: list[list[float]] = [[] for _ in given["queries"]]
    totals = [0] * len(seconds)
    for _ in range(given["rounds"]):
        for number, text in enumerate(given["queries"]):
            escaped = [f"%{text}%"] * len(COLUMNS)
            began = time.perf_counter()
            first = f"SELECT id FROM contact WHERE {where} ORDER BY id LIMIT {given['limit']}"
            database.execute(first, escaped).fetchall()
            totals[number] = database.execute(f"SELECT count(*) FROM contact WHERE {where}", escaped).fetchone()[0]
            seconds[number].append(time.perf_counter() - began)
    database.close()
    return {"seconds": [median(times) for times in seconds], "totals": totals}


if __name__ == "__main__":
    programs.answer(search(programs.given()))
