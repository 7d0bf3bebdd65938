"""The views that anybody with a client of SQLite may rely on: the queries of the Flex sync's manual, word for word."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import NewRecord, Presence
from crmdesk.domain.reports import Run, RunOutcome
from crmdesk.domain.values import Values, entries
from crmdesk.store import Store
from tests.store.conftest import Calendar, inserting

CONTACTS = (
    "id", "contact_id", "first_name", "last_name", "contact_type", "status", "default_bill_to_contact_id",
    "pricing_model_id", "flex_data", "created_at", "updated_at",
)  # fmt: skip
SYNC_LOG = (
    "id", "sync_started_at", "sync_completed_at", "records_fetched", "records_inserted", "records_updated", "status",
    "error_message", "created_at",
)  # fmt: skip


def made(account_id: int, remote_id: str, /, presence: Presence = Presence.LIVE, **values: str) -> NewRecord:
    known: Values = {"name": "Ada Quill", "first_name": "Ada", "last_name": "Quill", **values}
    payload = json.dumps({"id": remote_id, "odd": "größer"}, ensure_ascii=False).encode()
    return NewRecord(account_id, Kind.CONTACT, remote_id, known, payload=payload, presence=presence)


@pytest.fixture
def client(store: Store, database: Path) -> Iterator[sqlite3.Connection]:
    """Somebody else's client, reading beside the desk; it knows none of the desk's own functions."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    yield connection
    connection.close()


async def test_the_tables_of_the_manual_are_there(store: Store, flex: int, client: sqlite3.Connection) -> None:
    whole = made(flex, "f-1", contact_type="Individual", status="Active", bill_to="b-1", pricing_model="p-1")
    await store.write(inserting(whole, made(flex, "f-2")))
    cursor = client.execute("SELECT * FROM contacts ORDER BY id LIMIT 1")
    assert tuple(column[0] for column in cursor.description)[: len(CONTACTS)] == CONTACTS
    row = cursor.fetchone()
    assert row[1:8] == ("f-1", "Ada", "Quill", "Individual", "Active", "b-1", "p-1")
    assert json.loads(row[8]) == {"id": "f-1", "odd": "größer"}
    assert row[9:11] == ("2026-03-01 12:00:00", "2026-03-01 12:00:00")
    assert client.execute("SELECT COUNT(*) FROM contacts;").fetchone() == (2,)
    names = [column[0] for column in client.execute("SELECT * FROM sync_log").description]
    assert tuple(names[: len(SYNC_LOG)]) == SYNC_LOG


async def test_the_most_recent_contacts_come_first(
    store: Store, flex: int, client: sqlite3.Connection, clock: Calendar
) -> None:
    (first, _), _ = await store.write(inserting(made(flex, "f-1", status="Active"), made(flex, "f-2")))
    clock.tick(60)
    record = await store.read(lambda reads: reads.records.get(first))
    changed = replace(record, values={**record.values, "last_name": "Quill-Ray"})
    await store.write(lambda tx: tx.records.update([(changed, b'{"id":"f-1"}')]))
    recent = client.execute(
        "SELECT contact_id, first_name, last_name, status FROM contacts ORDER BY updated_at DESC LIMIT 10;"
    ).fetchall()
    assert recent == [("f-1", "Ada", "Quill-Ray", "Active"), ("f-2", "Ada", "Quill", None)]
    times = client.execute("SELECT created_at, updated_at FROM contacts WHERE contact_id = 'f-1'").fetchone()
    assert times == ("2026-03-01 12:00:00", "2026-03-01 12:01:00")


async def test_an_edit_that_no_crm_has_taken_yet_is_no_news_of_the_crm(
    store: Store, flex: int, clock: Calendar
) -> None:
    ((record_id, _),) = await store.write(inserting(made(flex, "f-1")))
    began = clock.now()
    clock.tick(60)
    record = await store.read(lambda reads: reads.records.get(record_id))
    await store.write(lambda tx: tx.records.update([(record, None)]))
    times = await store.read(lambda reads: reads.records.read_times(flex, Kind.CONTACT, ["f-1", "f-9"]))
    assert times == {"f-1": began}


async def test_what_is_gone_there_or_only_here_is_not_listed(
    store: Store, flex: int, client: sqlite3.Connection
) -> None:
    waiting = NewRecord(flex, Kind.CONTACT, None, {"name": "Not there yet"}, agreed=False)
    here = NewRecord(1, Kind.CONTACT, None, {"name": "Here", "emails": entries(["ada@quill.example"])})
    await store.write(inserting(made(flex, "f-1", Presence.REMOVED), made(flex, "f-2"), waiting, here))
    assert client.execute("SELECT contact_id, account, provider FROM contacts").fetchall() == [("f-2", "Flex", "flex")]


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (RunOutcome.SUCCESS, "success"),
        (RunOutcome.PARTIAL, "partial"),
        (RunOutcome.NEEDS_REVIEW, "partial"),
        (RunOutcome.FAILED, "failed"),
        (RunOutcome.CANCELLED, "failed"),
        (None, "running"),
    ],
)
async def test_each_sync_is_logged(
    store: Store, flex: int, client: sqlite3.Connection, clock: Calendar, outcome: RunOutcome | None, status: str
) -> None:
    run = await store.write(lambda tx: tx.runs.start(Run(flex, Kind.CONTACT)))
    clock.tick(90)
    if outcome is not None:
        done = replace(run, outcome=outcome, fetched=7, new=3, changed=2, error="Flex is down.")
        await store.write(lambda tx: tx.runs.finish(done))
    row = client.execute("SELECT * FROM sync_log ORDER BY created_at DESC LIMIT 5;").fetchone()
    assert row[1] == "2026-03-01 12:00:00"
    if outcome is None:
        assert (row[2], row[6]) == (None, status)
    else:
        assert row[2:9] == ("2026-03-01 12:01:30", 7, 3, 2, status, "Flex is down.", "2026-03-01 12:01:30")
