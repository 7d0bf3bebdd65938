"""Conflicts: one field changed on both sides to different values; both are kept until somebody decides."""

from __future__ import annotations

import pytest

from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import EntryState, Outcome
from crmdesk.domain.records import RecordState
from crmdesk.domain.reports import Conflict, Origin, RunOutcome
from crmdesk.domain.values import Patch
from crmdesk.errors import NotFound, UserInputError
from tests.world import World, emails, phones


async def in_conflict(world: World, field: str = "company") -> tuple[str, Conflict]:
    """One contact whose field is "Mine" here and "Theirs" there."""
    await world.begin()
    first = world.ids()[0]
    await world.edit(first, {field: "Mine", "education": "also edited"})
    world.dex.book.edit(first, field, "Theirs")
    run = await world.sync()
    assert (run.conflicts, run.outcome) == (1, RunOutcome.PARTIAL)
    (conflict,) = await world.conflicts()
    return first, conflict


async def test_a_conflict_keeps_base_mine_and_theirs_and_everything_else_goes_on(world: World) -> None:
    first, conflict = await in_conflict(world)
    item = world.item_of(first)
    assert (conflict.field, conflict.mine, conflict.theirs) == ("company", "Mine", "Theirs")
    assert conflict.theirs_at is not None
    assert item.values["company"] == "Mine"
    assert world.there(first)["company"] == "Theirs"
    assert world.there(first)["education"] == "also edited"
    assert item.states[world.record(item).id] is RecordState.CONFLICT
    (entry,) = await world.queue()
    assert (entry.state, dict(entry.wanted)) == (EntryState.PARKED, {"company": "Mine"})


async def test_mine_is_sent(world: World) -> None:
    first, conflict = await in_conflict(world)
    await world.desk.resolve([conflict.id], "mine")
    await world.sync()
    assert world.there(first)["company"] == "Mine"
    assert (await world.conflicts(), await world.queue()) == ([], [])
    assert world.record(world.item_of(first)).base is None


async def test_theirs_is_taken_and_mine_stays_in_the_history(world: World) -> None:
    first, conflict = await in_conflict(world)
    await world.desk.resolve([conflict.id], "theirs")
    item = world.item_of(first)
    assert item.values["company"] == "Theirs"
    assert await world.queue() == []
    newest = (await world.desk.history(item.id, "company"))[0][0]
    assert (newest.old, newest.new, newest.origin) == ("Mine", "Theirs", Origin.RESOLVE)
    world.dex.requests.clear()
    await world.sync()
    assert world.writes() == []


async def test_here_keeps_mine_on_this_computer_and_theirs_there(world: World) -> None:
    first, conflict = await in_conflict(world)
    await world.desk.resolve([conflict.id], "here")
    await world.sync()
    assert world.item_of(first).values["company"] == "Mine"
    assert world.there(first)["company"] == "Theirs"
    assert (await world.conflicts(), await world.queue()) == ([], [])
    outcomes = {entry.outcome for entry in (await world.desk.outbox(all=True))[0] if "company" in entry.wanted}
    assert Outcome.KEPT_HERE in outcomes


async def test_many_are_decided_at_once(world: World) -> None:
    await world.begin()
    ids = world.ids()[:6]
    for one in ids:
        await world.edit(one, {"company": "Mine"})
        world.dex.book.edit(one, "company", "Theirs")
    await world.sync()
    found = await world.conflicts()
    assert len(found) == 6
    await world.desk.resolve([conflict.id for conflict in found], "mine")
    await world.sync()
    assert {world.there(one)["company"] for one in ids} == {"Mine"}


async def test_the_same_conflict_is_met_once(world: World) -> None:
    _, conflict = await in_conflict(world)
    again = await world.sync(reload=True)
    assert again.conflicts == 0
    assert [one.id for one in await world.conflicts()] == [conflict.id]


async def test_a_conflict_ends_by_itself_when_the_crm_comes_round(world: World) -> None:
    first, _ = await in_conflict(world)
    world.dex.book.edit(first, "company", "Mine")
    await world.sync()
    assert (await world.conflicts(), await world.queue(), await world.problems()) == ([], [], [])
    assert world.record(world.item_of(first)).base is None


async def test_a_conflict_ends_when_the_crm_takes_its_change_back_and_mine_is_sent(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    before = world.there(first)["company"]
    await world.edit(first, {"company": "Mine"})
    world.dex.book.edit(first, "company", "Theirs")
    await world.sync()
    world.dex.book.edit(first, "company", before)
    await world.sync()
    assert world.there(first)["company"] == "Mine"
    assert (await world.conflicts(), await world.queue()) == ([], [])


async def test_typing_on_in_a_conflict_changes_mine(world: World) -> None:
    first, conflict = await in_conflict(world)
    await world.edit(first, {"company": "Mine again"})
    (now,) = await world.conflicts()
    assert (now.id, now.mine, now.theirs) == (conflict.id, "Mine again", "Theirs")
    await world.desk.resolve([conflict.id], "mine")
    await world.sync()
    assert world.there(first)["company"] == "Mine again"


async def test_one_list_entry_in_conflict_leaves_the_others_alone(world: World) -> None:
    first = world.ids()[0]
    rows = [{"phone_number": number, "label": "Work"} for number in ("+49 30 901820", "+49 30 901821")]
    world.dex.book.edit(first, "contact_phone_numbers", rows)
    await world.begin()
    item = await world.edit(first, {"phones": phones("+49 30 901821", label="Work")})
    changed = [rows[0] | {"label": "Home"}, rows[1], {"phone_number": "+49 30 901822", "label": "Fax"}]
    world.dex.book.edit(first, "contact_phone_numbers", changed)
    await world.sync()
    (conflict,) = await world.conflicts()
    assert (conflict.field, conflict.entry, conflict.mine) == ("phones", "+4930901820", None)
    await world.desk.resolve([conflict.id], "mine")
    await world.sync()
    assert [row["phone_number"] for row in world.there(first)["contact_phone_numbers"]] == [
        "+49 30 901821",
        "+49 30 901822",
    ]
    shown = world.desk.item(item.id).values["phones"]
    assert isinstance(shown, tuple)
    assert len(shown) == 2


async def test_a_decision_is_asked_for_properly(world: World) -> None:
    _, conflict = await in_conflict(world)
    with pytest.raises(UserInputError):
        await world.desk.resolve([conflict.id], "whatever")
    await world.desk.resolve([conflict.id], "theirs")
    with pytest.raises(NotFound):
        await world.desk.resolve([conflict.id], "mine")
    (entry,) = [one for one in (await world.desk.outbox(all=True))[0] if "company" in one.wanted][:1]
    with pytest.raises(UserInputError):
        await world.desk.retry_entry(entry.id)
    with pytest.raises(UserInputError):
        await world.desk.cancel_entry(entry.id)


class TestDeletedThereChangedHere:
    """The contact is gone from the CRM, and has an edit that was never sent."""

    async def gone(self, world: World) -> tuple[str, int, Conflict]:
        await world.begin()
        first = world.ids()[0]
        item = await world.edit(first, {"company": "Mine"})
        world.dex.book.delete(first)
        run = await world.sync()
        assert run.removed == 1
        (conflict,) = await world.conflicts()
        assert conflict.field == ""
        kept = world.desk.item(item.id)
        assert (kept.trashed_at, kept.values["company"]) == (None, "Mine")
        return first, item.id, conflict

    async def test_mine_creates_it_again(self, world: World) -> None:
        first, item_id, conflict = await self.gone(world)
        await world.desk.resolve([conflict.id], "mine")
        await world.sync()
        record = world.record(item_id)
        assert record.remote_id not in (None, first)
        assert world.there(str(record.remote_id))["company"] == "Mine"
        assert (await world.queue(), await world.conflicts()) == ([], [])
        here = [one.values for one in world.desk.item(item_id).records if one.account_id == 1]
        rows = world.desk.kind_info(world.account, Kind.CONTACT).field_map
        left_out = {row.field for row in rows if not row.writable}
        assert all(values.keys() <= left_out - {"name"} for values in here), "only what Dex does not take"

    async def test_theirs_puts_it_into_the_trash(self, world: World) -> None:
        _, item_id, conflict = await self.gone(world)
        await world.desk.resolve([conflict.id], "theirs")
        assert "deleted in Dex" in (world.desk.item(item_id).trash_reason or "")
        assert (await world.queue(), await world.conflicts()) == ([], [])

    async def test_here_keeps_it_on_this_computer(self, world: World) -> None:
        _, item_id, conflict = await self.gone(world)
        await world.desk.resolve([conflict.id], "here")
        await world.sync()
        item = world.desk.item(item_id)
        assert item.values["company"] == "Mine"
        assert [record.account_id for record in item.records] == [1]
        assert (item.trashed_at, await world.queue(), await world.conflicts()) == (None, [], [])

    async def test_found_out_while_sending(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        item = await world.edit(first, {"company": "Mine"})
        world.dex.weather.set("somebody_else", times=1, path="/v1/contacts", action="delete", id=first)
        await world.sync()
        (conflict,) = await world.conflicts()
        assert (conflict.field, conflict.item_id) == ("", item.id)
        (entry,) = await world.queue()
        assert entry.state is EntryState.PARKED

    async def test_it_comes_back_and_nobody_is_asked_any_more(self, world: World) -> None:
        first, item_id, _ = await self.gone(world)
        assert await world.conflicts()
        with world.dex.book.lock:
            fields = {"first_name": "Back", "last_name": "Again", "full_name": "Back Again"}
            number = world.dex.book._ids.number(first)
            assert number is not None
            world.dex.book._live.insert(0, number)
            world.dex.book.update(first, fields)
        await world.sync()
        item = world.desk.item(item_id)
        assert (item.values["name"], item.values["company"], item.trashed_at) == ("Back Again", "Mine", None)
        assert (await world.conflicts(), await world.queue()) == ([], [])
        assert world.there(first)["company"] == "Mine"


async def test_no_base_and_different_values_is_a_conflict_never_a_guess(world: World) -> None:
    first = world.ids()[0]
    taken = {"first_name": "Ada", "last_name": "Byron", "full_name": "Ada Byron", "company": "Theirs"}
    world.dex.book.update(first, taken | {"contact_emails": [{"email": "ada@quill.example"}]})
    await world.begin()
    mine: Patch = {"name": "Ada Byron", "emails": emails("ada@quill.example"), "company": "Mine"}
    item = await world.new(mine)
    await world.sync()
    (conflict,) = await world.conflicts()
    assert (conflict.field, conflict.mine, conflict.theirs) == ("company", "Mine", "Theirs")
    assert world.there(first)["company"] == "Theirs"
    assert world.item_of(first).id == item.id
    await world.desk.resolve([conflict.id], "mine")
    await world.sync()
    assert world.there(first)["company"] == "Mine"


async def test_a_cancelled_edit_in_conflict_takes_what_the_crm_has(world: World) -> None:
    first, _ = await in_conflict(world)
    (entry,) = await world.queue()
    await world.desk.cancel_entry(entry.id)
    assert world.item_of(first).values["company"] == "Theirs"
    assert (await world.conflicts(), await world.queue()) == ([], [])
    assert world.record(world.item_of(first)).base is None


async def test_a_conflict_typed_back_to_its_base_ends_with_the_next_change_there(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    before = world.item_of(first).values.get("company")
    await world.edit(first, {"company": "Mine"})
    world.dex.book.edit(first, "company", "Theirs")
    await world.sync()
    await world.edit(first, {"company": before})
    world.dex.book.edit(first, "company", "Theirs again")
    await world.sync()
    assert world.item_of(first).values["company"] == "Theirs again"
    assert (await world.conflicts(), await world.queue(), await world.problems()) == ([], [], [])
