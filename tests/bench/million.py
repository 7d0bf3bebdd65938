"""A desk with a million contacts, made once for all parts of a run that need it."""

from __future__ import annotations

import asyncio
import multiprocessing
import shutil
import sqlite3
from functools import partial
from pathlib import Path

import msgspec

from crmdesk.demo.dex.records import from_person, v1_shape
from crmdesk.demo.people import person
from crmdesk.demo.site.state import Ids
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.clock import SystemClock
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import NewRecord, Presence
from crmdesk.providers.contract import Provider
from crmdesk.providers.registry import connect
from crmdesk.store import Store, Tx
from crmdesk.sync.pull.record_intake import mapping_mark, mark_of
from crmdesk.system.paths import Profile
from tests.bench.figure import Bench, say

CONTACTS = 1_000_000
BATCH = 2_000
SEED = 1
BASE_URL = "http://127.0.0.1:9"  # of an account that is never called


def profile(bench: Bench, contacts: int) -> Profile:
    """The profile of a desk with that many contacts, filled by the store's own bulk insert."""
    root = bench.place / f"desk-{contacts}"
    made = Profile.at(root)
    if root.exists():
        return made
    half = Profile.at(bench.place / f"desk-{contacts}-unfinished")
    shutil.rmtree(half.root, ignore_errors=True)
    say(f"making a desk with {contacts:,} contacts")
    asyncio.run(_fill(half, contacts))
    half.root.rename(root)
    return made


def plain_copy(bench: Bench, contacts: int) -> Path:
    """A plain SQLite file with the same contacts in name order: the texts that the desk searches, and no more."""
    file = bench.place / f"plain-{contacts}.db"
    if file.exists():
        return file
    source = profile(bench, contacts).database
    say("making a plain copy for the control")
    half = file.with_suffix(".unfinished")
    half.unlink(missing_ok=True)
    database = sqlite3.connect(half)
    database.execute("ATTACH ? AS desk", (str(source),))
    database.execute(
        "CREATE TABLE contact (id INTEGER PRIMARY KEY, name TEXT, company TEXT, job_title TEXT, description TEXT,"
        " emails TEXT, phones TEXT, tags TEXT, other TEXT)"
    )
    database.execute(
        "INSERT INTO contact (name, company, job_title, description, emails, phones, tags, other)"
        " SELECT found.name, found.company, found.job_title, found.description, emails, phones, tags, other"
        " FROM desk.item JOIN desk.search_contact AS found ON found.rowid = item.id WHERE item.shelf = 0"
        " ORDER BY item.sort_name, item.id"
    )
    database.commit()
    database.close()
    half.rename(file)
    return file


async def _fill(made: Profile, contacts: int) -> None:
    made.prepare()
    store = Store.open(made.database, clock=SystemClock(), backups=made.backups)
    settings = {"base_url": BASE_URL}
    provider = connect("dex", settings, {"key": "dex_" + "0" * 32})
    key = mapping_mark(provider, Kind.CONTACT)
    try:
        account = await store.write(
            lambda tx: tx.accounts.add(Account(0, "dex", "Dex", settings, Direction.PULL, (Kind.CONTACT,)))
        )
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            starts = range(0, contacts, BATCH)
            pages = pool.imap(_payloads, [(start, min(BATCH, contacts - start)) for start in starts])
            for start, payloads in zip(starts, pages, strict=True):
                batch = [_record(provider, account.id, payload, key) for payload in payloads]
                await store.write(partial(_insert, batch=batch), durable=False)
                if start % 100_000 == 0:
                    say(f"{start:,} of {contacts:,}")
        await store.write(lambda tx: tx.cursors.put(account.id, Kind.CONTACT, complete_at=tx.now))
    finally:
        await store.close()
        await provider.close()


def _insert(tx: Tx, batch: list[NewRecord]) -> None:
    tx.records.insert(batch)


def _payloads(part: tuple[int, int]) -> list[bytes]:
    start, amount = part
    ids = Ids(SEED)
    records = (from_person(person(SEED, number), ids.of(number), BASE_URL) for number in range(start, start + amount))
    return [msgspec.json.encode(v1_shape(record)) for record in records]


def _record(provider: Provider, account_id: int, payload: bytes, key: bytes) -> NewRecord:
    read = provider.read(Kind.CONTACT, payload)
    presence = Presence.ARCHIVED if read.archived else Presence.LIVE
    return NewRecord(
        account_id,
        Kind.CONTACT,
        read.id,
        read.values,
        version=read.version,
        mark=mark_of(payload, key),
        presence=presence,
        payload=payload,
    )
