"""Removals need proof; what the user deletes stays deleted; nothing comes back and nothing vanishes by accident."""

from __future__ import annotations

from typing import Any

import pytest

from crmdesk.desk import AccountState
from crmdesk.domain.records import Presence
from crmdesk.domain.reports import RunOutcome
from crmdesk.errors import UserInputError
from tests.world import World, emails


async def test_deleted_there_goes_to_the_trash_with_the_reason(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    item = world.item_of(first)
    world.dex.book.delete(first)
    run = await world.sync()
    assert (run.removed, run.outcome, run.balanced) == (1, RunOutcome.SUCCESS, True)
    kept = world.desk.item(item.id)
    assert kept.trash_reason == "It was deleted in Dex."
    assert kept.values == item.values
    assert world.desk.counts().trash == 1


async def test_an_empty_list_never_empties_the_desk(world: World) -> None:
    await world.begin()
    before = len(await world.items())
    world.dex.weather.set("short_list", keep=0, path="/v1/contacts")
    for _ in range(3):
        run = await world.sync()
        assert (run.removed, run.outcome is RunOutcome.SUCCESS) == (0, False)
    assert len(await world.items()) == before
    world.dex.weather.clear()
    run = await world.sync()
    assert (run.outcome, await world.problems()) == (RunOutcome.SUCCESS, [])


async def test_an_account_of_few_contacts_is_not_emptied_either(world: World) -> None:
    for id_ in world.dex.book.ids()[5:]:
        world.dex.book.delete(id_)
    await world.begin()
    before = len(await world.items(include_hidden=True))
    for id_ in world.dex.book.ids():
        world.dex.book.delete(id_)
    run = await world.sync()
    assert (run.removed, run.outcome) == (0, RunOutcome.NEEDS_REVIEW)
    assert len(await world.items(include_hidden=True)) == before
    assert world.desk.accounts()[0].state is AccountState.NEEDS_REVIEW


class TestTheBreaker:
    """A run that would remove more than max(20, 10 %) removes nothing and asks."""

    async def held(self, world: World, gone: int) -> list[str]:
        await world.begin()
        removed = world.dex.book.ids()[:gone]
        for id_ in removed:
            world.dex.book.delete(id_)
        world.dex.book.edit(world.ids()[0], "company", "Still goes on")
        return removed

    async def test_twenty_are_believed(self, world: World) -> None:
        await self.held(world, 20)
        assert (await world.sync()).removed == 20

    async def test_more_are_held_back_and_everything_else_goes_on(self, world: World) -> None:
        await self.held(world, 21)
        run = await world.sync()
        assert (run.removed, run.changed, run.outcome) == (0, 1, RunOutcome.NEEDS_REVIEW)
        (status,) = world.desk.accounts()
        assert (status.state, world.desk.held_back(status.account)) == (AccountState.NEEDS_REVIEW, 21)
        assert [problem.action for problem in await world.problems()] == ["review"]
        assert world.desk.counts().trash == 0

    async def test_accepted_removals_are_made(self, world: World) -> None:
        await self.held(world, 21)
        await world.sync()
        await world.desk.review(world.account.id, True)
        assert world.desk.counts().trash == 21
        assert (await world.problems(), (await world.sync()).outcome) == ([], RunOutcome.SUCCESS)
        with pytest.raises(UserInputError):
            await world.desk.review(world.account.id, True)

    async def test_refused_removals_are_asked_about_again(self, world: World) -> None:
        await self.held(world, 21)
        await world.sync()
        await world.desk.review(world.account.id, False)
        assert (world.desk.counts().trash, await world.problems()) == (0, [])
        assert (await world.sync()).outcome is RunOutcome.NEEDS_REVIEW

    async def test_records_that_are_back_end_the_question(self, world: World) -> None:
        await world.begin()
        world.dex.weather.set("short_list", keep=5, path="/v1/contacts", times=1)
        await world.sync()
        await world.sync()
        assert (await world.problems(), world.desk.counts().trash) == ([], 0)


class TestAbsenceThatProvesNothing:
    """A list that lost records on its way removes nobody."""

    @pytest.mark.parametrize(
        ("weather", "options"),
        [
            ("same_id", {}),
            ("bad_record", {"what": "no_id"}),
            ("bad_record", {"what": "null_id"}),
            ("bad_record", {"what": "not_an_object"}),
            ("moving_page", {"repeat": 1, "lose": 1}),
            ("short_list", {"keep": 30}),
            ("endless", {}),
            ("down", {}),
            ("html", {}),
            ("not_json", {}),
            ("truncated", {}),
        ],
        ids=str,
    )
    async def test_nobody_is_removed(self, world: World, weather: str, options: dict[str, Any]) -> None:
        await world.begin(settings={"page_size": "20"})
        before = {item.id: item.values for item in await world.items(include_hidden=True)}
        world.dex.weather.set(weather, path="/v1/contacts", method="GET", **options)
        run = await world.sync()
        assert run.removed == 0
        assert world.desk.counts().trash == 0
        assert run.outcome is not RunOutcome.SUCCESS
        world.dex.weather.clear()
        world.clock.pass_time(4000)
        run = await world.sync()
        assert (run.removed, run.outcome, run.balanced) == (0, RunOutcome.SUCCESS, True)
        assert {item.id: item.values for item in await world.items(include_hidden=True)} == before
        assert await world.problems() == []


class TestDeletedHere:
    """The user's own deletions."""

    async def test_the_trash_is_the_desks_own(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        item = world.item_of(first)
        await world.desk.delete([item.id])
        world.dex.book.edit(first, "company", "Changed meanwhile")
        for _ in range(3):
            await world.sync(reload=True)
        kept = world.desk.item(item.id)
        assert (kept.trash_reason, kept.values["company"]) == ("You deleted it.", "Changed meanwhile")
        assert world.there(first)
        await world.desk.restore([item.id])
        assert world.desk.item(item.id).trashed_at is None

    async def test_nothing_but_the_user_brings_it_back(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        item = world.item_of(first)
        await world.desk.delete([item.id])
        held = world.there(first)
        number = world.dex.book._ids.number(first)
        world.dex.book.delete(first)
        await world.sync()
        assert number is not None
        world.dex.book._live.insert(0, number)
        world.dex.book.update(first, held)
        await world.sync()
        assert world.desk.item(item.id).trash_reason == "You deleted it."

    async def test_deleted_for_good_is_never_imported_again(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        await world.desk.delete([world.item_of(first).id], for_good=True)
        count = len(await world.items())
        for _ in range(5):
            world.dex.book.edit(first, "company", "Look at me")
            run = await world.sync(reload=True)
            assert (run.new, run.balanced) == (0, True)
        assert len(await world.items()) == count
        assert world.there(first)

    async def test_what_was_deleted_for_good_may_be_added_again(self, world: World) -> None:
        first = world.ids()[0]
        world.dex.book.update(
            first,
            {
                "first_name": "Ada",
                "last_name": "Byron",
                "full_name": "Ada Byron",
                "contact_emails": [{"email": "ada@quill.example"}],
            },
        )
        await world.begin()
        await world.desk.delete([world.item_of(first).id], for_good=True)
        item = await world.new({"name": "Ada Byron", "emails": emails("ada@quill.example")})
        await world.sync()
        run = await world.sync()
        assert (world.item_of(first).id, run.balanced) == (item.id, True)

    async def test_where_allowed_it_is_deleted_there_and_can_still_be_restored_here(self, world: World) -> None:
        await world.begin()
        await world.desk.set_account(world.account.id, deletes_remotely=True)
        first = world.ids()[0]
        item = world.item_of(first)
        await world.desk.delete([item.id])
        run = await world.sync()
        assert (run.sent, world.dex.book.get(first)) == (1, None)
        await world.desk.restore([item.id])
        await world.sync()
        kept = world.desk.item(item.id)
        assert (kept.trashed_at, kept.values) == (None, item.values)
        assert [record.account_id for record in kept.records] == [1]

    async def test_a_deletion_not_yet_sent_is_withdrawn(self, world: World) -> None:
        await world.begin()
        await world.desk.set_account(world.account.id, deletes_remotely=True)
        first = world.ids()[0]
        item = await world.edit(first, {"company": "Mine"})
        await world.desk.delete([item.id])
        await world.desk.restore([item.id])
        await world.sync()
        assert world.there(first)["company"] == "Mine"
        assert await world.queue() == []

    async def test_what_both_sides_deleted_asks_nothing(self, world: World) -> None:
        await world.begin()
        await world.desk.set_account(world.account.id, deletes_remotely=True)
        first = world.ids()[0]
        item = await world.edit(first, {"company": "Mine"})
        world.dex.book.delete(first)
        await world.sync()
        assert len(await world.conflicts()) == 1
        await world.desk.delete([item.id])
        await world.sync()
        assert (await world.conflicts(), await world.queue(), world.dex.book.get(first)) == ([], [], None)

    async def test_for_good_there_too(self, world: World) -> None:
        await world.begin()
        await world.desk.set_account(world.account.id, deletes_remotely=True)
        first = world.ids()[0]
        await world.desk.delete([world.item_of(first).id], for_good=True)
        run = await world.sync()
        assert (world.dex.book.get(first), run.sent) == (None, 1)
        assert (await world.sync()).balanced is True

    async def test_an_id_given_again_after_that_is_seen_again(self, world: World) -> None:
        await world.begin()
        await world.desk.set_account(world.account.id, deletes_remotely=True)
        last = world.ids()[-1]
        there = world.there(last)
        await world.desk.delete([world.item_of(last).id], for_good=True)
        await world.sync()
        await world.sync(full=True)
        state = world.dex.book.state()
        number = max(set(range(state["next"])) - set(state["live"]))
        state["live"] = sorted([*state["live"], number])
        state["changed"][str(number)] = there
        world.dex.book.restore(state)
        assert world.there(last)["full_name"] == there["full_name"]
        run = await world.sync(full=True)
        assert (run.new, run.balanced) == (1, True)
        assert world.item_of(last).values["name"] == there["full_name"]

    async def test_deleted_while_its_create_is_uncertain(self, world: World) -> None:
        await world.begin()
        item = await world.new({"name": "Grace Hopper", "emails": emails("grace@navy.example")})
        world.dex.weather.set("lost", times=1, method="POST", path="/v1/contacts", after=1)
        await world.sync()
        await world.desk.delete([item.id])
        await world.sync()
        assert world.desk.item(item.id).trash_reason == "You deleted it. It exists in Dex."
        assert world.record(item).presence is Presence.LIVE
        await world.sync()
        assert len([id_ for id_ in world.ids() if world.there(id_)["full_name"] == "Grace Hopper"]) == 1

    async def test_deleted_while_its_create_is_uncertain_and_deletions_are_sent(self, world: World) -> None:
        await world.begin()
        await world.desk.set_account(world.account.id, deletes_remotely=True)
        item = await world.new({"name": "Grace Hopper", "emails": emails("grace@navy.example")})
        world.dex.weather.set("lost", times=1, method="POST", path="/v1/contacts", after=1)
        await world.sync()
        await world.desk.delete([item.id])
        for _ in range(2):
            await world.sync()
        assert [id_ for id_ in world.ids() if world.there(id_)["full_name"] == "Grace Hopper"] == []
        assert await world.queue() == []

    async def test_no_resurrection_in_alternating_syncs(self, world: World) -> None:
        await world.begin()
        gone = [world.item_of(id_).id for id_ in world.ids()[:3]]
        await world.desk.delete(gone[:2])
        await world.desk.delete(gone[2:], for_good=True)
        shown = len(await world.items())
        for number in range(20):
            await world.sync(full=number % 2 == 0, reload=number % 3 == 0)
            assert len(await world.items()) == shown


async def test_archived_there_is_hidden_here_and_returns(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    item = world.item_of(first)
    shown = len(await world.items())
    world.dex.somebody_else("archive", first)
    await world.sync()
    assert len(await world.items()) == shown - 1
    assert len(await world.items(include_hidden=True)) >= shown
    assert world.desk.item(item.id).trashed_at is None
    world.dex.somebody_else("restore", first)
    await world.sync()
    assert len(await world.items()) == shown


async def test_two_records_merged_there_silently(world: World) -> None:
    keep, loser = world.ids()[:2]
    await world.begin()
    item = await world.edit(loser, {"company": "Mine"})
    world.dex.somebody_else("merge", loser, into=keep)
    await world.sync()
    (conflict,) = await world.conflicts()
    assert (conflict.field, conflict.item_id) == ("", item.id)
    assert world.desk.item(item.id).values["company"] == "Mine"
