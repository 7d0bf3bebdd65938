"""One undo for everything: what an action did is taken back by changes of their own, over restarts, and done again."""

from __future__ import annotations

import pytest

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Item
from crmdesk.domain.reports import Bucket, Deed
from crmdesk.domain.values import Entry
from crmdesk.errors import UserInputError
from tests.world import World, emails


def shape(item: Item) -> object:
    """All that undo has to bring back."""
    records = [
        (one.account_id, one.remote_id, one.item_id, one.home, one.presence, dict(one.values))
        for one in item.records
    ]  # fmt: skip
    return dict(item.values), records, sorted(map(str, item.pins)), item.trashed_at is None


async def test_an_edit_is_taken_back_before_it_was_sent_and_nothing_is_sent_then(world: World) -> None:
    desk = await world.begin()
    id_ = world.ids()[0]
    before = world.item_of(id_)
    await world.edit(id_, {"company": "Inkwell", "birthday": "1990-01-02"})
    plan = await desk.undo()
    assert [line.bucket for line in plan.lines] == [Bucket.BACK, Bucket.BACK]
    assert shape(world.item_of(id_)) == shape(before)
    assert await world.queue() == []


async def test_an_edit_that_was_sent_is_taken_back_in_the_crm_too_and_done_again(world: World) -> None:
    desk = await world.begin()
    id_ = world.ids()[0]
    was = world.there(id_)["job_title"]
    await world.edit(id_, {"job_title": "Editor"})
    await world.sync()
    assert world.there(id_)["job_title"] == "Editor"
    await desk.undo()
    await world.sync()
    assert world.there(id_)["job_title"] == was
    await desk.redo()
    await world.sync()
    assert world.there(id_)["job_title"] == "Editor"


async def test_undo_and_redo_walk_through_the_actions_over_a_restart(world: World) -> None:
    await world.begin()
    one, two = world.ids()[:2]
    first = world.item_of(one).values.get("company")
    await world.edit(one, {"company": "Inkwell"})
    await world.edit(two, {"company": "Ribeira"})
    await world.desk.undo()
    desk = await world.restart()
    back, again = desk.next_undo(), desk.next_redo()
    assert back is not None
    assert (back.deed, back.subject) == (Deed.EDIT, world.item_of(one).values["name"])
    assert again is not None
    assert again.subject == world.item_of(two).values["name"]
    await desk.undo()
    assert world.item_of(one).values.get("company") == first
    await desk.redo()
    await desk.redo()
    assert world.item_of(one).values["company"] == "Inkwell"
    assert world.item_of(two).values["company"] == "Ribeira"
    assert desk.next_redo() is None
    await desk.undo()
    await world.edit(one, {"company": "Something new"})
    assert desk.next_redo() is None, "what is new ends what could be done again"


async def test_what_was_edited_since_stays_and_is_told(world: World) -> None:
    desk = await world.begin()
    id_ = world.ids()[0]
    title = world.item_of(id_).values.get("job_title")
    await world.edit(id_, {"company": "Inkwell", "job_title": "Editor"})
    made = desk.next_undo()
    assert made is not None
    await world.edit(id_, {"company": "Ribeira"})
    plan = await desk.undo_plan(made.id)
    assert {line.field: line.bucket for line in plan.lines} == {"company": Bucket.EDITED, "job_title": Bucket.BACK}
    assert (await desk.undo(made.id)).lines == plan.lines
    held = world.item_of(id_).values
    assert (held["company"], held.get("job_title")) == ("Ribeira", title)
    with pytest.raises(UserInputError, match="taken back already"):
        await desk.undo(made.id)


async def test_of_a_list_the_entries_that_it_added_go_and_later_ones_stay(world: World) -> None:
    desk = await world.begin()
    id_ = world.ids()[0]
    held = world.item_of(id_).values.get("emails", ())
    assert isinstance(held, tuple)
    await world.edit(id_, {"emails": (*held, *emails("one@new.example"))})
    made = desk.next_undo()
    assert made is not None
    await world.edit(id_, {"emails": (*held, *emails("one@new.example", "two@new.example"))})
    await desk.undo(made.id)
    assert world.item_of(id_).values["emails"] == (*held, Entry("two@new.example"))


async def test_linking_is_taken_back_exactly_pins_included(world: World) -> None:
    desk = await world.begin()
    one, two = (world.item_of(id_) for id_ in world.ids()[:2])
    await desk.pin(two.id, "company", two.records[0].id)
    one, two = desk.item(one.id), desk.item(two.id)
    await desk.link([one.id, two.id])
    await desk.undo()
    assert [shape(desk.item(one.id)), shape(desk.item(two.id))] == [shape(one), shape(two)]
    await desk.redo()
    assert {record.item_id for record in desk.item(one.id).records} == {one.id}
    assert len(desk.item(one.id).records) == 2
    linked = desk.item(one.id)
    await desk.unlink(one.id, world.account.id, two.records[0].id)
    await desk.undo()
    assert shape(desk.item(one.id)) == shape(linked)


async def test_trash_and_restore_are_each_taken_back(world: World) -> None:
    desk = await world.begin()
    ids = [world.item_of(id_).id for id_ in world.ids()[:3]]
    before = [shape(desk.item(id_)) for id_ in ids]
    await desk.delete(ids)
    await desk.undo()
    assert [shape(desk.item(id_)) for id_ in ids] == before
    await desk.redo()
    assert all(desk.item(id_).trashed_at for id_ in ids)
    await desk.restore(ids)
    await desk.undo()
    assert all(desk.item(id_).trashed_at for id_ in ids)


async def test_a_new_one_goes_to_the_trash_and_its_create_is_not_sent(world: World) -> None:
    desk = await world.begin()
    made = await world.new({"name": "Ada Quill", "emails": emails("ada@quill.example")})
    await desk.undo()
    assert desk.item(made.id).trashed_at is not None
    assert await world.queue() == []
    await desk.redo()
    assert [entry.action.value for entry in await world.queue()] == ["create"]
    await desk.undo()
    assert await world.queue() == []


async def test_adding_to_an_account_is_withdrawn_until_the_crm_has_it(world: World) -> None:
    desk = await world.begin()
    made = await world.new({"name": "Ada Quill", "emails": emails("ada@quill.example")}, here=True)
    before = shape(desk.item(made.id))
    await desk.add_to(made.id, world.account.id)
    added = desk.next_undo()
    assert added is not None
    assert (added.deed, added.detail) == (Deed.ADD, "Dex")
    await desk.undo()
    assert shape(desk.item(made.id)) == before
    assert await world.queue() == []
    await desk.redo()
    await world.sync()
    again = desk.next_undo()
    assert again is not None
    plan = await desk.undo_plan(again.id)
    assert [(line.bucket, line.why) for line in plan.lines] == [
        (Bucket.IMPOSSIBLE, "Dex has it by now; delete it there.")
    ]


async def test_a_value_kept_on_this_computer_leaves_no_record_behind(world: World) -> None:
    desk = await world.begin()
    item = world.item_of(world.ids()[0])
    await desk.edit(item.id, {"tags": (Entry("friend"),), "source": "fair"})
    assert any(record.account_id == LOCAL_ACCOUNT_ID for record in desk.item(item.id).records)
    await desk.undo()
    assert shape(desk.item(item.id)) == shape(item)
    assert not any(record.account_id == LOCAL_ACCOUNT_ID for record in desk.item(item.id).records)


async def test_what_a_run_changed_is_taken_back_and_sent(world: World) -> None:
    desk = await world.begin()
    id_ = world.ids()[0]
    was = world.there(id_)["job_title"]
    world.dex.book.update(id_, {"job_title": "Changed there"})
    await world.sync()
    pulled = (await desk.changes(limit=1))[0][0]
    assert pulled.deed is Deed.RUN
    await desk.undo(pulled.id)
    await world.sync()
    assert world.there(id_)["job_title"] == was


async def test_a_deletion_for_good_is_told_as_impossible_and_is_no_next_undo(world: World) -> None:
    desk = await world.begin()
    await world.edit(world.ids()[1], {"company": "Inkwell"})
    await desk.delete([world.item_of(world.ids()[0]).id], for_good=True)
    gone = (await desk.changes(limit=1))[0][0]
    plan = await desk.undo_plan(gone.id)
    assert [line.bucket for line in plan.lines] == [Bucket.IMPOSSIBLE]
    following = desk.next_undo()
    assert following is not None
    assert following.deed is Deed.EDIT


async def test_a_decision_for_mine_is_taken_back_to_theirs(world: World) -> None:
    desk = await world.begin()
    id_ = world.ids()[0]
    await world.edit(id_, {"job_title": "Mine"})
    world.dex.book.update(id_, {"job_title": "Theirs"})
    await world.sync()
    await desk.resolve([one.id for one in await world.conflicts()], "mine")
    await desk.undo()
    await world.sync()
    assert world.there(id_)["job_title"] == "Theirs"
    assert world.item_of(id_).values["job_title"] == "Theirs"
    assert world.item_of(id_).kind is Kind.CONTACT
