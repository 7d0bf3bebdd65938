"""The desk exports all of its contacts; beside it bare writers, which read the same rows with sqlite3 and json."""

from __future__ import annotations

import asyncio
import csv
import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from crmdesk.desk import Desk, ExportWish
from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.clock import SystemClock
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery, NewRecord
from crmdesk.domain.values import Entry, Values
from crmdesk.secrets.root_key import KeySource
from crmdesk.store import Store, Tx
from crmdesk.system.paths import Profile
from tests.bench import programs

AT_ONCE = 1_000


def person(number: int) -> Values:
    """A contact that is the same in every run."""
    return {
        "name": f"Person{number} Surname{number % 977}",
        "first_name": f"Person{number}",
        "last_name": f"Surname{number % 977}",
        "company": f"Firm {number % 503}",
        "job_title": "Agent",
        "emails": (Entry(f"person{number}@firm.example", "work", True),),
        "phones": (Entry(f"+44 20 7{number:07}", "mobile"),),
        "street": f"{number} High Street",
        "city": "London",
        "postcode": f"0{number % 9000:04}",
        "description": f"Met at the fair {number}, wants a garden and two rooms.",
    }


async def _fill(profile: Profile, contacts: int) -> None:
    store = Store.open(profile.database, clock=SystemClock(), backups=profile.backups)
    try:
        for start in range(0, contacts, AT_ONCE):
            batch = [
                NewRecord(LOCAL_ACCOUNT_ID, Kind.CONTACT, None, person(number))
                for number in range(start, min(contacts, start + AT_ONCE))
            ]

            def insert(tx: Tx, batch: list[NewRecord] = batch) -> None:
                tx.records.insert(batch)

            await store.write(insert)
    finally:
        await store.close()


async def export(given: dict[str, Any]) -> dict[str, Any]:
    place = Path(given["place"])
    profile = Profile.at(place / "desk").prepare()
    await _fill(profile, given["contacts"])
    told: dict[str, Any] = {}
    async with await Desk.open(profile, keys=KeySource.throw_away()) as desk:
        for form, bare in (("csv", _csv), ("xlsx", _xlsx), ("vcard", _cards)):
            wish = ExportWish(ItemQuery(Kind.CONTACT, sort=("id",)), form)
            began = time.process_time()
            done = await desk.exports.write(wish, place / f"ours.{form}", replace=True)
            ours = time.process_time() - began
            began = time.process_time()
            bare(place / f"bare.{form}", _rows(profile.database))
            told[form] = {"ours": ours, "bare": time.process_time() - began, "total": done.total}
    return told


def _rows(database: Path) -> Iterator[list[str]]:
    order = tuple(person(0))
    with closing(sqlite3.connect(database)) as connection:
        for id_, shown in connection.execute("SELECT id, shown FROM item ORDER BY id"):
            held = json.loads(shown)
            row = [str(id_)]
            for key in order:
                value = held.get(key, "")
                row += [value[0]["value"], value[0]["label"]] if isinstance(value, list) else [value]
            yield row


def _csv(path: Path, rows: Iterable[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _xlsx(path: Path, rows: Iterable[list[str]]) -> None:
    from xlsxwriter import Workbook

    book = Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write_string(place, column, cell)
    book.close()


def _cards(path: Path, rows: Iterable[list[str]]) -> None:
    form = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{}\r\nFN:{}\r\nN:{};{};;;\r\nORG:{}\r\nTITLE:{}\r\nEMAIL;TYPE={}:{}\r\n"
        "TEL;TYPE={}:{}\r\nADR:;;{};{};;{};\r\nNOTE:{}\r\nEND:VCARD\r\n"
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        for id_, name, first, last, firm, title, mail, mail_label, phone, phone_label, street, city, code, note in rows:
            texts = (
                id_,
                name,
                last,
                first,
                firm,
                title,
                mail_label,
                mail,
                phone_label,
                phone,
                street,
                city,
                code,
                note,
            )
            file.write(form.format(*texts))


if __name__ == "__main__":
    programs.answer(asyncio.run(export(programs.given())))
