"""Pull and send at the same time: whichever is stored first, neither undoes the other and nobody is there twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from crmdesk.desk import Desk
from crmdesk.domain.reports import Origin
from crmdesk.domain.values import Patch
from crmdesk.secrets.vault import Vault
from crmdesk.store import Store, Tx
from tests.sync.conftest import Working
from tests.world import emails

T = TypeVar("T")


class HoldingStore:
    """A store that lets the writes wait which `hold` names, until it is told to go on."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.hold: Callable[[bool], bool] = lambda durable: False
        self.held = asyncio.Event()
        self.go_on = asyncio.Event()

    async def write(self, fn: Callable[[Tx], T], *, durable: bool = True) -> T:
        """Write, perhaps later."""
        if self.hold(durable):
            self.held.set()
            await self.go_on.wait()
        return await self._store.write(fn, durable=durable)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


@pytest.fixture
async def store(world: Working) -> HoldingStore:
    """The store of the world's desk, which has pulled once."""
    await world.begin()
    await world.close()
    opened = Store.open(world.profile.database, clock=world.clock, backups=world.profile.backups)
    holding = HoldingStore(opened)
    world.desk = Desk(world.profile, holding, Vault(world.profile.vault, world.keys), world.clock)  # type: ignore[arg-type] # stands in for a Store
    return holding


async def test_an_older_page_never_undoes_a_verified_send(world: Working, store: HoldingStore) -> None:
    first = world.ids()[0]
    world.dex.book.edit(first, "job_title", "So that the page is not skipped as known")
    store.hold = lambda durable: not durable
    pulling = asyncio.create_task(world.sync())
    await store.held.wait()  # the page with the old value has been read, and is about to be stored
    item = await world.edit(first, {"company": "Newer than the page"})
    sent = await world.desk._engine.lane(world.account.id).send_waiting()
    assert [one.verified for one in sent] == [True]
    store.go_on.set()
    await pulling
    assert world.desk.item(item.id).values["company"] == "Newer than the page"
    await world.sync()
    assert world.there(first)["company"] == "Newer than the page"
    changes, _ = await world.desk.history(item.id, "company")
    assert [change.origin for change in changes] == [Origin.YOU]
    assert await world.conflicts() == []


async def test_a_page_read_while_a_send_is_in_flight_undoes_nothing(world: Working, store: HoldingStore) -> None:
    first = world.ids()[0]
    item = await world.edit(first, {"company": "Sent"})
    world.dex.weather.set("slow", ms=150, method="PUT")
    sending = asyncio.create_task(world.desk._engine.lane(world.account.id).send_waiting())
    await world.until(lambda: bool(world.dex.requests.writes()))
    store.hold = lambda durable: not durable
    pulling = asyncio.create_task(world.sync())
    await store.held.wait()  # read before the CRM had the new value
    await sending
    store.go_on.set()
    await pulling
    assert world.desk.item(item.id).values["company"] == "Sent"
    await world.sync()
    assert (world.there(first)["company"], await world.conflicts(), await world.queue()) == ("Sent", [], [])


@pytest.mark.parametrize("with_email", [True, False])
async def test_a_create_that_a_list_shows_before_its_answer_is_one_contact(
    world: Working, store: HoldingStore, with_email: bool
) -> None:
    before = world.dex.book.count
    values: Patch = {"first_name": "Grace", "last_name": "Hopper"}
    item = await world.new({**values, "emails": emails("grace@navy.example")} if with_email else values)
    store.hold = lambda durable: durable and world.dex.book.count > before
    sending = asyncio.create_task(world.desk._engine.lane(world.account.id).send_waiting())
    await store.held.wait()  # created there; the answer is about to be stored
    store.hold = lambda durable: False
    pulling = asyncio.create_task(world.sync())
    await world.until(lambda: world.single("SELECT count(*) FROM record WHERE remote_id IS NOT NULL") == before + 1)
    store.go_on.set()
    await asyncio.gather(sending, pulling)
    await world.sync()
    assert world.dex.book.count == before + 1
    assert [one.id for one in await world.items(text="Hopper")] == [item.id]
    assert (await world.queue(), await world.conflicts(), await world.problems()) == ([], [], [])


async def test_a_create_that_a_pull_stored_before_the_desk_died_is_one_contact(
    world: Working, store: HoldingStore
) -> None:
    before = world.dex.book.count
    item = await world.new({"first_name": "Grace", "last_name": "Hopper"})
    store.hold = lambda durable: durable and world.dex.book.count > before
    sending = asyncio.create_task(world.desk._engine.lane(world.account.id).send_waiting())
    await store.held.wait()  # created there; the answer is about to be stored
    store.hold = lambda durable: False
    pulling = asyncio.create_task(world.sync())
    await world.until(lambda: world.single("SELECT count(*) FROM record WHERE remote_id IS NOT NULL") == before + 1)
    for task in (sending, pulling):
        task.cancel()
    await asyncio.gather(sending, pulling, return_exceptions=True)
    await world.restart()
    for _ in range(3):
        await world.later(600)
        await world.sync()
    assert world.dex.book.count == before + 1
    assert [one.id for one in await world.items(text="Hopper")] == [item.id]
    assert (await world.queue(), await world.conflicts(), await world.problems()) == ([], [], [])


async def test_what_is_typed_while_a_send_is_in_flight_is_kept_and_sent(world: Working, store: HoldingStore) -> None:
    first = world.ids()[0]
    item = await world.edit(first, {"company": "one"})
    world.dex.weather.set("slow", ms=100, method="PUT")
    lane = world.desk._engine.lane(world.account.id)
    sending = asyncio.create_task(lane.send_waiting())
    await world.until(lambda: bool(world.dex.requests.writes()))
    await world.desk.edit(item.id, {"company": "two", "job_title": "also"})
    assert world.desk.item(item.id).values["company"] == "two"
    await sending
    assert world.desk.item(item.id).values["company"] == "two"
    await lane.send_waiting()
    assert (world.there(first)["company"], world.there(first)["job_title"]) == ("two", "also")
    assert (await world.queue(), world.record(item).base) == ([], None)


async def test_what_is_typed_while_a_create_is_in_flight_is_kept_and_sent(world: Working, store: HoldingStore) -> None:
    item = await world.new({"first_name": "Grace", "company": "one", "education": "Yale"})
    world.dex.weather.set("slow", ms=100, method="POST")
    lane = world.desk._engine.lane(world.account.id)
    sending = asyncio.create_task(lane.send_waiting())
    await world.until(lambda: "POST /v1/contacts/" in world.writes())
    await world.desk.edit(item.id, {"company": "two", "education": None, "job_title": "added"})
    await sending
    values = world.desk.item(item.id).values
    assert (values["company"], values.get("education"), values["job_title"]) == ("two", None, "added")
    await lane.send_waiting()
    held = world.there(str(world.record(item).remote_id))
    assert (held["company"], held["education"], held["job_title"]) == ("two", None, "added")
    assert (await world.queue(), await world.conflicts()) == ([], [])


async def test_two_syncs_at_once_are_one_after_the_other(world: Working, store: HoldingStore) -> None:
    first = world.ids()[0]
    await world.edit(first, {"company": "Once"})
    world.dex.requests.clear()
    await asyncio.gather(world.sync(), world.sync(), world.desk._engine.lane(world.account.id).send_waiting())
    assert world.writes() == [f"PUT /v1/contacts/{first}"]


async def test_an_account_removed_in_the_middle_leaves_nothing(world: Working, store: HoldingStore) -> None:
    for one in world.ids():
        await world.edit(one, {"company": "Unsent"})
    world.dex.weather.set("slow", ms=30)
    pulling = asyncio.create_task(world.sync())
    await world.until(lambda: bool(world.dex.requests.writes()))
    await world.desk.remove_account(world.account.id)
    await pulling
    assert world.single("SELECT count(*) FROM record") == 0
    assert world.single("SELECT count(*) FROM item") == 0


@pytest.mark.parametrize("action", ["create", "update", "delete"])
async def test_what_is_taken_back_while_the_crm_is_asked_is_not_sent(
    world: Working, store: HoldingStore, action: str
) -> None:
    first = world.ids()[0]
    if action == "create":
        await world.new({"first_name": "Grace", "last_name": "Hopper", "emails": emails("grace@navy.example")})
    elif action == "update":
        await world.edit(first, {"company": "Taken back"})
    else:
        await world.desk.set_account(world.account.id, deletes_remotely=True)
        await world.desk.delete([world.item_of(first).id])
    entry = await world.last_entry()
    store.hold = lambda durable: durable and not store.held.is_set()
    sending = asyncio.create_task(world.desk._engine.lane(world.account.id).send_waiting())
    await store.held.wait()  # it was looked up, and is about to be marked as on its way
    await world.desk.cancel_entry(entry.id)
    store.go_on.set()
    await sending
    run = await world.sync()
    assert (world.writes(), await world.queue(), run.error_id, run.balanced) == ([], [], None, True)
