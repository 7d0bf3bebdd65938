"""The control of a pull: httpx, orjson and sqlite3 `executemany`, one request after the other, nothing else.

The tables are the desk's own, by the desk's own statements, so that size, indices and full-text index are equal; so are
journal and durability. It keeps each record's payload and a mark of it, folds accents and spells phones for the search,
and knows nothing of errors, edits or a second pull.
"""

from __future__ import annotations

import re
import sqlite3
import time
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import httpx
import orjson

from crmdesk.domain.fields import Kind
from crmdesk.store.migrations.step_1 import STATEMENTS
from crmdesk.store.search.index_rows import INSERT_SEARCH
from crmdesk.store.tables.item_statements import INSERT_ITEM, INSERT_RECORD
from tests.bench import programs

INSERT_RAW = "INSERT INTO raw (record_id, payload) VALUES (?, ?)"
INSERT_FOUND = INSERT_SEARCH[Kind.CONTACT]
FIELDS = (
    "full_name", "first_name", "last_name", "company", "job_title", "description", "instagram", "linkedin", "twitter",
    "facebook", "telegram", "website", "image_url", "legacy_location", "education", "source", "frequency", "starred",
    "last_seen_at", "next_reminder_at", "birthday",
)  # fmt: skip
OTHERS = (
    "instagram", "linkedin", "twitter", "facebook", "telegram", "website", "legacy_location", "education", "source",
    "frequency",
)  # fmt: skip
DIGITS = re.compile(r"\d+")
CHECKPOINT_PAGES = 4000  # as the desk's

Contact = dict[str, Any]
Rows = tuple[list[tuple[object, ...]], list[tuple[object, ...]], list[tuple[object, ...]], list[tuple[object, ...]]]


def fold(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def phone_forms(text: str) -> str:
    """The groups as typed, the international number, and the national one where the country code has two digits."""
    groups = DIGITS.findall(text)
    digits = "".join(groups)
    return f"{' '.join(groups)} {digits} 0{digits[2:]}"


def open_database(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None)
    for pragma in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        f"wal_autocheckpoint = {CHECKPOINT_PAGES}",
        "cache_size = -65536",
    ):
        database.execute(f"PRAGMA {pragma}")
    for statement in STATEMENTS:
        database.execute(statement)
    database.execute(
        "INSERT INTO account (provider, name, settings, direction, kinds, identity, position, pause, schedule,"
        " failures, writes_lists, deletes_remotely)"
        " VALUES ('dex', 'Dex', '{}', 'pull', 'contact', '', 1, 'no', '2h', 0, 1, 0)"
    )
    return database


def rows_of(contacts: list[Contact], last: int, now: int, emails_in: str, phones_in: str) -> Rows:
    items: list[tuple[object, ...]] = []
    records: list[tuple[object, ...]] = []
    raws: list[tuple[object, ...]] = []
    searches: list[tuple[object, ...]] = []
    for number, contact in enumerate(contacts, last + 1):
        payload = orjson.dumps(contact)
        first, family = contact["first_name"] or "", contact["last_name"] or ""
        name = contact.get("full_name") or f"{first} {family}".strip()
        emails = [row["email"] for row in contact[emails_in]]
        phones = [row["phone_number"] for row in contact[phones_in]]
        values = {key: contact[key] for key in FIELDS if contact.get(key)}
        values["emails"], values["phones"] = [{"value": email} for email in emails], [{"value": p} for p in phones]
        text = orjson.dumps(values).decode()
        company, title, note = contact.get("company") or "", contact["job_title"] or "", contact["description"] or ""
        shelf, presence = (1, "archived") if contact.get("is_archived") else (0, "live")
        items.append(
            (number, "contact", shelf, False, "synced", "2", name, first, family, company, title,
             emails[0] if emails else "", phones[0] if phones else "", values.get("birthday", ""), note[:200],
             fold(name), text, now)
        )  # fmt: skip
        records.append(
            (number, 2, "contact", number, contact["id"], contact.get("updated_at"),
             blake2b(payload, digest_size=16).digest(), presence, True, None, text)
        )  # fmt: skip
        raws.append((number, payload))
        others = " ".join([contact[key] for key in OTHERS if contact.get(key)])
        searches.append(
            (number, fold(name), fold(company), fold(title), fold(note), " ".join(emails),
             " ".join(map(phone_forms, phones)), "", fold(others))
        )  # fmt: skip
    return items, records, raws, searches


def pages(given: dict[str, Any]) -> Iterator[list[Contact]]:
    size = int(given["settings"]["page_size"])
    if given["settings"].get("api") == "legacy":
        with httpx.Client(headers={"x-hasura-dex-api-key": given["secret"]}, trust_env=False) as client:
            offset = total = 0
            while offset == 0 or offset < total:
                query = {"limit": str(size), "offset": str(offset)}
                answer = orjson.loads(client.get(f"{given['base_url']}/contacts", params=query).content)
                total = answer["pagination"]["total"]["count"]
                offset += size
                yield answer["contacts"]
        return
    with httpx.Client(headers={"Authorization": f"Bearer {given['secret']}"}, trust_env=False) as client:
        query = {"take": str(size)}
        while query:
            answer = orjson.loads(client.get(f"{given['base_url']}/v1/contacts", params=query).content)["data"]
            following = answer.get("nextCursor")
            query = {"take": str(size), "cursor": following} if following else {}
            yield answer["items"]


def pull(given: dict[str, Any]) -> dict[str, Any]:
    database = open_database(Path(given["file"]))
    legacy = given["settings"].get("api") == "legacy"
    emails_in, phones_in = ("emails", "phones") if legacy else ("contact_emails", "contact_phone_numbers")
    last = 0
    began, worked = time.perf_counter(), time.process_time()
    for contacts in pages(given):
        items, records, raws, searches = rows_of(contacts, last, time.time_ns() // 1000, emails_in, phones_in)
        database.execute("BEGIN IMMEDIATE")
        database.executemany(INSERT_ITEM, items)
        database.executemany(INSERT_RECORD, records)
        database.executemany(INSERT_RAW, raws)
        database.executemany(INSERT_FOUND, searches)
        database.execute("COMMIT")
        last += len(contacts)
    seconds, work = time.perf_counter() - began, time.process_time() - worked
    hits = {
        text: database.execute(
            "SELECT count(*) FROM search_contact JOIN item ON item.id = search_contact.rowid"
            " WHERE search_contact MATCH ? AND item.shelf = 0",
            (f"{text}*",),
        ).fetchone()[0]
        for text in given["searched"]
    }
    database.close()
    return {"seconds": seconds, "work": work, "fetched": last, "hits": hits}


if __name__ == "__main__":
    programs.answer(pull(programs.given()))
