"""Settings of the desk: what rests on them follows, and comes back with them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.settings import METERED, PAUSES, QUIET, REGION, SCHEDULE, SETTINGS, TEXT_SIZE
from crmdesk.domain.values import Entry
from crmdesk.errors import UserInputError
from tests.patience import until
from tests.world import World


async def _found(world: World, text: str) -> int:
    return (await world.desk.page(ItemQuery(text=text), 5))[1]


async def test_phones_are_found_under_the_region_that_is_chosen_and_no_more_when_it_is_taken_back(world: World) -> None:
    await world.begin()
    await world.desk.new(Kind.CONTACT, {"name": "Ada Quill", "phones": (Entry("030 555 99 01"),)})
    assert await _found(world, "+49305559901") == 0
    await world.desk.change_setting(REGION, "DE")
    for wanted, change in ((1, world.desk.undo), (0, world.desk.redo), (1, None)):
        end = world.desk._following
        assert end is not None
        await end
        assert await _found(world, "+49305559901") == wanted
        if change is not None:
            await change()


async def test_a_value_that_a_setting_cannot_have_is_refused_and_changes_nothing(world: World) -> None:
    await world.begin()
    for key, value in ((TEXT_SIZE, "900"), (REGION, "XX"), (QUIET, "22:00-22:00"), ("no such setting", "1")):
        with pytest.raises(UserInputError):
            await world.desk.change_setting(key, value)
    assert {key: world.desk.setting(key) for key in SETTINGS} == {key: one.default for key, one in SETTINGS.items()}
    assert world.desk.next_undo() is None


async def test_quiet_hours_of_the_desk_hold_for_accounts_without_their_own(world: World) -> None:
    await world.begin()
    await world.sync()
    account = world.desk.accounts()[0]
    due = account.next_run
    assert due is not None
    begins, ends = due.astimezone() - timedelta(hours=1), due.astimezone() + timedelta(hours=2)
    await world.desk.change_setting(QUIET, f"{begins:%H:%M}-{ends:%H:%M}")
    after = world.desk.accounts()[0].next_run
    assert after is not None
    assert after - due >= timedelta(hours=1, minutes=58)
    await world.desk.set_account(account.account.id, quiet="01:00-01:01" if due.hour > 3 else "12:00-12:01")
    assert world.desk.accounts()[0].next_run == due


async def test_nothing_is_pulled_by_itself_while_the_network_is_metered_and_the_user_spares_it(world: World) -> None:
    await world.begin()
    await world.sync()
    desk, id_ = world.desk, world.desk.accounts()[0].account.id
    await desk.change_setting(METERED, PAUSES)
    desk.note_metered(True)
    desk.start()
    before = (await desk.runs(id_))[1]
    world.clock.pass_time(timedelta(hours=3).total_seconds())
    await world.edit(world.ids()[0], {"company": "Sent nevertheless"})
    await until(lambda: not desk.accounts()[0].pending)  # what is typed is sent
    assert (await desk.runs(id_))[1] == before
    assert desk.accounts()[0].held
    desk.note_metered(False)

    await until(lambda: desk._store.reader().runs.list(id_, 1)[1] > before)
    assert not desk.accounts()[0].held


async def test_a_new_account_begins_with_the_schedule_that_is_chosen(world: World) -> None:
    desk = await world.open()
    await desk.change_setting(SCHEDULE, "daily@06:00")
    assert (await world.connect()).schedule == "daily@06:00"
