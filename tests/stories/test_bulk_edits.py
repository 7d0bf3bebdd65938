"""A change of many goes out in bulk as single edits do, stops between slices, and is taken back as one."""

from __future__ import annotations

import asyncio

from crmdesk.desk.changes import SLICE
from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.query.bulk import How, Touch
from crmdesk.domain.records import NewRecord
from crmdesk.domain.reports import Bucket, Deed
from crmdesk.domain.values import Entry
from tests.world import World

TITLE = (Touch("job_title", How.SET, "Editor"),)


async def test_many_are_changed_there_too_and_taken_back_there_too(world: World) -> None:
    desk = await world.begin()
    ids = [world.item_of(id_).id for id_ in world.ids()]
    before = {id_: world.there(id_)["job_title"] for id_ in world.ids()}
    plan = await desk.plan_many(Kind.CONTACT, ids, TITLE)
    done = await desk.edit_many(Kind.CONTACT, ids, TITLE)
    assert done == plan
    assert done.by_account == {world.account.id: len(done.changed)}
    await world.sync()
    assert {world.there(id_)["job_title"] for id_ in world.ids()} == {"Editor"}
    await desk.undo()
    await world.sync()
    assert {id_: world.there(id_)["job_title"] for id_ in world.ids()} == before


async def test_it_comes_to_the_same_as_editing_one_by_one(world: World) -> None:
    desk = await world.begin()
    ids = [world.item_of(id_).id for id_ in world.ids()]
    await desk.edit(ids[0], {"job_title": "Waits"})  # one that has an entry waiting already
    touches = (*TITLE, Touch("tags", How.ADD, (Entry("friend"),)), Touch("company", How.SET, None))
    await desk.edit_many(Kind.CONTACT, ids, touches)
    bulk = [(dict(item.values), [dict(r.values) for r in item.records], item.pins) for item in map(desk.item, ids)]
    queued = sorted((entry.item_id, sorted(entry.wanted.items(), key=str)) for entry in await world.queue())
    await desk.undo()
    for id_ in ids:
        tags = desk.item(id_).values.get("tags", ())
        assert isinstance(tags, tuple)
        await desk.edit(id_, {"job_title": "Editor", "tags": (*tags, Entry("friend")), "company": None})
    single = [(dict(item.values), [dict(r.values) for r in item.records], item.pins) for item in map(desk.item, ids)]
    assert single == bulk
    assert sorted((e.item_id, sorted(e.wanted.items(), key=str)) for e in await world.queue()) == queued


async def test_a_field_that_no_crm_takes_is_told_and_kept_here(world: World) -> None:
    desk = await world.begin()
    ids = [world.item_of(id_).id for id_ in world.ids()[:3]]
    plan = await desk.plan_many(Kind.CONTACT, ids, (Touch("source", How.SET, "fair"),))
    assert (plan.kept_here, plan.by_account) == (ids, {})


async def test_a_refusal_of_one_stops_none_of_the_others(world: World) -> None:
    desk = await world.begin()
    ids = [world.item_of(id_).id for id_ in world.ids()[:5]]
    world.dex.weather.set("status", method="PUT", times=1, status=422, message="Not this one.")
    await desk.edit_many(Kind.CONTACT, ids, TITLE)
    await world.sync()
    assert [entry.state for entry in await world.queue()] == [EntryState.PARKED]
    assert sum(world.there(id_)["job_title"] == "Editor" for id_ in world.ids()[:5]) == 4


async def test_cancelled_between_slices_what_is_done_is_whole_and_can_be_taken_back(world: World) -> None:
    desk = await world.open()
    made = [NewRecord(LOCAL_ACCOUNT_ID, Kind.CONTACT, None, {"name": f"Person {n:03}"}) for n in range(SLICE + 50)]
    ids = [item_id for _, item_id in await desk._store.write(lambda tx: tx.records.insert(made))]
    before = [dict(desk.item(id_).values) for id_ in ids]

    def stop(done: int, of: int) -> None:
        task = asyncio.current_task()
        assert task is not None
        task.cancel()

    task = asyncio.create_task(desk.edit_many(Kind.CONTACT, ids, TITLE, stop))
    await asyncio.wait([task])
    assert task.cancelled()
    newest = desk.next_undo()
    assert newest is not None
    assert (newest.deed, newest.detail) == (Deed.BULK, "job_title")
    changed = [id_ for id_, was in zip(ids, before, strict=True) if dict(desk.item(id_).values) != was]
    assert 0 < len(changed) < len(ids)
    plan = await desk.undo()
    assert plan.items(Bucket.BACK) == changed
    assert [dict(desk.item(id_).values) for id_ in ids] == before
