"""Every action of the user, and what every run pulled, is a change-set with a name."""

from __future__ import annotations

from crmdesk.domain.reports import ChangeSet, Deed, StepKind
from tests.world import World, emails


async def _newest(world: World) -> ChangeSet:
    return (await world.desk.changes())[0][0]


async def test_an_edit_is_a_set_that_names_whom_and_what(world: World) -> None:
    await world.begin()
    item = await world.edit(world.ids()[0], {"company": "Inkwell", "emails": emails("a@b.example")})
    made = await _newest(world)
    assert (made.deed, made.subject, made.detail, made.amount) == (
        Deed.EDIT, item.values["name"], "company emails", 1,
    )  # fmt: skip
    changes, _ = await world.desk.history(item.id)
    assert {change.field for change in changes if change.set_id == made.id} == {"company", "emails"}


async def test_an_edit_that_changes_nothing_leaves_no_set(world: World) -> None:
    await world.begin()
    before = await _newest(world)
    item = world.item_of(world.ids()[0])
    await world.desk.edit(item.id, {"name": item.values["name"]})
    assert await _newest(world) == before


async def test_a_run_that_pulled_something_is_a_set_and_one_that_did_not_is_none(world: World) -> None:
    await world.open()
    await world.connect()
    run = await world.sync()
    sets, total = await world.desk.changes()
    assert total == 1
    assert (sets[0].deed, sets[0].subject, sets[0].amount, sets[0].run_id) == (Deed.RUN, "Dex", run.new, run.id)
    await world.sync()
    assert (await world.desk.changes())[1] == 1


async def test_trash_link_unlink_and_a_new_one_are_sets_with_their_steps(world: World) -> None:
    await world.begin()
    one, two = (world.item_of(id_).id for id_ in world.ids()[:2])
    made = await world.new({"name": "Ada Quill"}, here=True)
    assert ((await _newest(world)).deed, (await _newest(world)).subject) == (Deed.NEW, "Ada Quill")
    await world.desk.link([one, made.id])
    linked = await _newest(world)
    assert (linked.deed, linked.amount) == (Deed.LINK, 2)
    await world.desk.unlink(one, 1)
    assert (await _newest(world)).deed is Deed.UNLINK
    await world.desk.delete([one, two])
    trashed = await _newest(world)
    assert (trashed.deed, trashed.amount) == (Deed.TRASH, 2)
    steps = await world.desk._store.read(lambda reads: reads.sets.steps(trashed.id))
    assert [(step.what, step.item_id) for step in steps] == [(StepKind.TRASHED, one), (StepKind.TRASHED, two)]


async def test_sets_are_there_after_a_restart(world: World) -> None:
    await world.begin()
    await world.edit(world.ids()[0], {"company": "Inkwell"})
    before = await world.desk.changes()
    await world.restart()
    assert await world.desk.changes() == before
