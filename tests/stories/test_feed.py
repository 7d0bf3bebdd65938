"""The change feed: each commit is told once, in order, makes and deletes too; who follows it holds the list itself."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import timedelta

import pytest

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.reports import FeedEntry, Origin, What
from crmdesk.errors import PlaceGone
from tests.world import World

_MATTERS = ("first_name", "last_name", "company", "job_title", "emails", "phones", "tags", "description")


class Follower:
    """A program that holds a copy of the list by what the feed says alone."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.place = world.desk.feed.page().cursor
        self.held: dict[int, Mapping[str, object]] = {}

    @classmethod
    async def beginning(cls, world: World) -> Follower:
        made = cls(world)
        made.held = await made.listed()
        return made

    async def listed(self) -> dict[int, Mapping[str, object]]:
        desk = self.world.desk
        ids = await desk.ids(ItemQuery(Kind.CONTACT))
        return {row.id: {key: row.values.get(key) for key in _MATTERS} for row in desk.rows(ids)}

    def catch_up(self, limit: int = 3) -> list[FeedEntry]:
        """Take what came, by pages; a change that names no field is not looked at."""
        new: list[FeedEntry] = []
        while True:
            page = self.world.desk.feed.page(self.place, limit)
            new += page.entries
            self.place = page.cursor
            if not page.more:
                break
        for entry in new:
            if entry.what is What.DELETED:
                self.held.pop(entry.item_id)
                continue
            rows = self.world.desk.rows([entry.item_id])
            fresh = {key: rows[0].values.get(key) for key in _MATTERS} if rows else {}
            if entry.what is What.UPDATED:
                self.held[entry.item_id] = {
                    **self.held[entry.item_id],
                    **{key: value for key, value in fresh.items() if key in entry.fields},
                }
            else:
                self.held[entry.item_id] = fresh
        assert [entry.id for entry in new] == sorted({entry.id for entry in new})
        return new


async def test_nothing_is_noted_before_anybody_follows(world: World) -> None:
    await world.begin()
    await world.edit(world.ids()[0], {"company": "Inkwell"})
    assert world.desk.feed.page("0").entries == ()
    assert not world.desk.feed.begun


async def test_each_deed_is_told_by_whom_and_of_what(world: World) -> None:
    desk = await world.begin()
    await desk.feed.begin()
    follower = await Follower.beginning(world)
    one, other = (world.item_of(id_).id for id_ in world.ids()[:2])
    await desk.edit(one, {"company": "Inkwell", "job_title": "Editor"})
    [told] = follower.catch_up()
    assert (told.item_id, told.what, told.fields, told.origin) == (
        one,
        What.UPDATED,
        ("company", "job_title"),
        Origin.YOU,
    )
    await world.sync()
    assert follower.catch_up() == [], "our own echo is no change"
    made = await desk.new(Kind.CONTACT, {"first_name": "Ada"})
    [told] = follower.catch_up()
    assert (told.item_id, told.what, told.origin, told.account_id) == (made.id, What.CREATED, Origin.YOU, None)
    await desk.delete([one, other])
    assert [(entry.item_id, entry.what) for entry in follower.catch_up(1)] == [
        (one, What.DELETED),
        (other, What.DELETED),
    ]
    await desk.restore([one, other])
    assert {(entry.item_id, entry.what) for entry in follower.catch_up()} == {
        (one, What.RESTORED),
        (other, What.RESTORED),
    }
    await desk.link([one, made.id])
    assert {(entry.item_id, entry.what) for entry in follower.catch_up()} == {
        (one, What.LINKED),
        (made.id, What.DELETED),
    }
    await desk.delete([other], for_good=True)
    assert [(entry.item_id, entry.what) for entry in follower.catch_up()] == [(other, What.DELETED)]
    theirs = world.ids()[3]
    world.dex.somebody_else("edit", theirs, {"job_title": "Elsewhere"})
    await world.sync(full=True)
    [told] = follower.catch_up()
    assert (told.item_id, told.what, told.fields) == (world.item_of(theirs).id, What.UPDATED, ("job_title",))
    assert (told.origin, told.account_id, told.key) == (Origin.SYNC, world.account.id, "")


@pytest.mark.parametrize("seed", range(3))
async def test_whoever_follows_holds_the_list_itself_whatever_is_done(world: World, seed: int) -> None:
    chance = random.Random(seed)
    await world.begin()
    await world.desk.feed.begin()
    follower = await Follower.beginning(world)
    for number in range(30):
        desk = world.desk
        ids = list(await desk.ids(ItemQuery(Kind.CONTACT)))
        id_ = chance.choice(ids)
        match chance.randrange(9):
            case 0 | 1:
                await desk.edit(id_, {chance.choice(("company", "job_title")): f"Word {number}"})
            case 2:
                await desk.new(Kind.CONTACT, {"first_name": f"New {number}"})
            case 3:
                await desk.delete([id_], for_good=chance.random() < 0.5)
            case 4:
                trash = list(await desk.ids(ItemQuery(Kind.CONTACT, trash=True)))
                await desk.restore(trash[:1])
            case 5:
                await desk.link([id_, chance.choice([one for one in ids if one != id_])])
            case 6:
                item = desk.item(id_)
                if len(item.records) > 1:
                    record = item.records[0]
                    await desk.unlink(id_, record.account_id, record.id)
            case 7:
                if desk.next_undo() is not None:
                    await desk.undo()
            case _:
                await world.sync()
        if chance.random() < 0.3:
            await world.restart()
        if chance.random() < 0.4:
            follower.catch_up(chance.randrange(1, 9))
    follower.catch_up()
    assert follower.held == await follower.listed()


async def test_what_is_older_than_a_month_is_forgotten_and_said_to_be(world: World) -> None:
    desk = await world.begin()
    await desk.feed.begin()
    one = world.item_of(world.ids()[0]).id
    await desk.edit(one, {"company": "Inkwell"})
    first = desk.feed.page().cursor
    await desk.edit(one, {"company": "Ribeira"})
    world.clock.set_wall(timedelta(days=31))
    await desk.edit(one, {"company": "Amber"})
    await desk._store.write(lambda tx: tx.feed.prune())
    assert [entry.fields for entry in desk.feed.page(str(int(first) + 1)).entries] == [("company",)]
    for lost in (first, "0", "99", "-1", "", "x", "9" * 30):
        with pytest.raises(PlaceGone):
            desk.feed.page(lost)
    world.clock.set_wall(timedelta(days=31))
    await desk._store.write(lambda tx: tx.feed.prune())
    end = desk.feed.page().cursor
    assert desk.feed.page(end).entries == ()
    await desk.edit(one, {"company": "Inkwell"})
    assert len(desk.feed.page(end).entries) == 1
