"""A real store in a real file, and the few records most tests need."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crmdesk.domain.accounts import Account
from crmdesk.domain.clock import SystemClock
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery, NewRecord
from crmdesk.domain.values import Values, entries
from crmdesk.store import Store, Tx
from tests.first_start import laid

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class Calendar(SystemClock):
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.moment = START

    def now(self) -> datetime:
        return self.moment

    def tick(self, seconds: float = 1.0) -> None:
        self.moment += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Calendar:
    return Calendar()


@pytest.fixture
def database(profile: Path) -> Path:
    return profile / "crmdesk.db"


@pytest.fixture
async def store(profile: Path, database: Path, clock: Calendar) -> AsyncIterator[Store]:
    opened = Store.open(laid(database), clock=clock, backups=profile / "backups")
    yield opened
    await opened.close()


@pytest.fixture
async def dex(store: Store) -> int:
    """An account in Germany."""
    account = await store.write(lambda tx: tx.accounts.add(Account(0, "dex", "Dex", {"region": "DE"})))
    return account.id


@pytest.fixture
async def flex(store: Store, dex: int) -> int:
    """A second account, later in order, without a region."""
    account = await store.write(lambda tx: tx.accounts.add(Account(0, "flex", "Flex", position=1)))
    return account.id


def contact(account_id: int, remote_id: str | None, item_id: int | None = None, **values: object) -> NewRecord:
    """A contact; `emails`, `phones` and `tags` as lists of texts."""
    listed: Values = {
        key: entries(value) if isinstance(value, list) else value  # type: ignore[misc] # the test gives fitting types
        for key, value in values.items()
    }
    return NewRecord(account_id, Kind.CONTACT, remote_id, listed, payload=b"{}", item_id=item_id)


def inserting(*records: NewRecord) -> Callable[[Tx], list[tuple[int, int]]]:
    return lambda tx: tx.records.insert(records)


def found(store: Store, text: str) -> Sequence[int]:
    ids, total = store.reader().items.page(ItemQuery(text=text), 50, 0)
    assert total == len(ids)
    return ids.tolist()


def raw_of(store: Store) -> sqlite3.Connection:
    """The writing connection itself, to look at the file or to hurt it."""
    assert store._writer is not None
    return store._writer.raw
