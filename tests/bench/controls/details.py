"""The control of a thin list: each page, then each of its contacts, one request after the other, stored at once."""

from __future__ import annotations

import sqlite3
import time
from typing import Any

import httpx
import orjson

from tests.bench import programs

TABLE = (
    "CREATE TABLE contacts (id INTEGER PRIMARY KEY AUTOINCREMENT, contact_id TEXT UNIQUE, first_name TEXT,"
    " last_name TEXT, flex_data TEXT, created_at DATETIME, updated_at DATETIME)"
)
UPSERT = (
    "INSERT INTO contacts (contact_id, first_name, last_name, flex_data, created_at, updated_at)"
    " VALUES (?, ?, ?, ?, datetime('now'), datetime('now')) ON CONFLICT (contact_id) DO UPDATE SET"
    " first_name = excluded.first_name, last_name = excluded.last_name, flex_data = excluded.flex_data,"
    " updated_at = excluded.updated_at"
)


def pull(given: dict[str, Any]) -> dict[str, Any]:
    database = sqlite3.connect(given["file"], isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute(TABLE)
    fetched, page, size = 0, 1, int(given["settings"]["page_size"])
    began = time.perf_counter()
    with httpx.Client(headers={"X-Auth-Token": given["secret"]}, trust_env=False) as client:
        while fetched < given["most"]:
            query = {"page": str(page), "size": str(size)}
            listed = orjson.loads(client.get(f"{given['base_url']}/contact", params=query).content)["content"]
            for one in listed[: given["most"] - fetched]:
                body = client.get(f"{given['base_url']}/contact/{one['id']}").content
                contact = orjson.loads(body)
                row = (contact["id"], contact["firstName"], contact["lastName"], body.decode())
                database.execute(UPSERT, row)
                fetched += 1
            page += 1
    seconds = time.perf_counter() - began
    database.close()
    return {"seconds": seconds, "fetched": fetched}


if __name__ == "__main__":
    programs.answer(pull(programs.given()))
