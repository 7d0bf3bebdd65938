"""However items are linked and parted, no record is lost, and parting them all gives back what there was."""

from __future__ import annotations

import asyncio
import tempfile
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID, Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import NewRecord
from crmdesk.errors import UserInputError
from crmdesk.store import Store, Tx
from crmdesk.sync.actions import linking
from tests.first_start import laid
from tests.simulated_clock import SimulatedClock

ITEMS = 6
Place = dict[int, int]  # the item of each record
Step = tuple[bool, int, int]  # link two items, or let a record leave one


def fill(tx: Tx) -> Place:
    """Items of every make: two CRMs' records, some of them with a part of this computer, some that alone."""
    accounts = [tx.accounts.add(Account(0, "dex", name)).id for name in ("Dex", "Work")]
    for number in range(ITEMS):
        remote = NewRecord(accounts[number % 2], Kind.CONTACT, f"r{number}", {"name": f"Name {number}"})
        if number % 3 < 2:
            _, item_id = tx.records.insert([remote])[0]
            if number % 3 == 1:
                local = NewRecord(LOCAL_ACCOUNT_ID, Kind.CONTACT, None, {"company": f"C{number}"}, item_id=item_id)
                tx.records.insert([local])
        else:
            tx.records.insert([NewRecord(LOCAL_ACCOUNT_ID, Kind.CONTACT, None, {"name": f"Here {number}"})])
    return places(tx)


def places(tx: Tx) -> Place:
    rows = tx.records.load(range(1, 3 * ITEMS)).values()
    return {record.id: record.item_id for record in rows}


def take(tx: Tx, step: Step) -> None:
    links, one, other = step
    items = sorted(set(places(tx).values()))
    records = sorted(places(tx))
    try:
        if links:
            linking.link(tx, [items[one % len(items)], items[other % len(items)]])
        else:
            record = tx.records.get(records[one % len(records)])
            if record.home is None:  # what it came with stays with it
                return
            linking.unlink(tx, tx.items.get(record.item_id), record.account_id, record.id)
    except UserInputError:
        return


def part_all(tx: Tx) -> None:
    """Let everything that came from elsewhere leave again."""
    for _ in range(4 * ITEMS):
        moved = [record for record in tx.records.load(list(places(tx))).values() if record.home is not None]
        if not moved:
            return
        record = moved[0]
        linking.unlink(tx, tx.items.get(record.item_id), record.account_id, record.id)
    raise AssertionError("it never came apart")


async def play(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory)
        store = Store.open(laid(path / "crmdesk.db"), clock=SimulatedClock(), backups=path)
        try:
            before = await store.write(fill)
            for step in steps:
                await store.write(partial(take, step=step), durable=False)
                held = await store.write(lambda tx: (places(tx), {one.id for one in tx.items.load(range(1, 99))}))
                assert held[0].keys() == before.keys()
                assert set(held[0].values()) == held[1]
            await store.write(part_all)
            assert await store.write(places) == before
            counts = store.reader().items.counts()
            assert counts.kinds == {Kind.CONTACT: len(set(before.values()))}
        finally:
            await store.close()


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 40), st.integers(0, 40)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_parting_everything_gives_back_what_there_was(steps: list[Step]) -> None:
    asyncio.run(play(steps))
