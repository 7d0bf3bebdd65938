"""The desk left alone: it syncs when it should, sends at once, waits as asked, and never runs in circles."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest

from crmdesk.domain.accounts import Pause
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.reports import RunOutcome
from crmdesk.errors import DatabaseReadOnly
from tests.patience import Stopwatch
from tests.sync.conftest import Working


async def test_it_syncs_every_two_hours_by_itself(world: Working) -> None:
    await world.begin()
    await world.start()
    before = await world.run_count()
    for _ in range(3):
        await world.hours(1.9)
        assert await world.run_count() == before
        await world.hours(0.2)
        before += 1
        assert await world.run_count() == before


async def test_a_new_account_is_pulled_at_once(world: Working) -> None:
    await world.open()
    await world.start()
    await world.connect()
    await world.rest()
    assert (await world.last_run()).outcome is RunOutcome.SUCCESS
    assert len(await world.items(include_hidden=True)) == 12


@pytest.mark.parametrize(("schedule", "hours"), [("15m", 0.26), ("30m", 0.51), ("1h", 1.01), ("4h", 4.01)])
async def test_the_interval_is_the_users(world: Working, schedule: str, hours: float) -> None:
    await world.begin()
    await world.desk.set_account(world.account.id, schedule=schedule)
    await world.start()
    before = await world.run_count()
    await world.hours(hours - 0.05)
    assert await world.run_count() == before
    await world.hours(0.06)
    assert await world.run_count() == before + 1


async def test_by_hand_means_by_hand(world: Working) -> None:
    await world.begin()
    await world.desk.set_account(world.account.id, schedule="manual")
    await world.start()
    before = await world.run_count()
    for _ in range(4):
        await world.hours(20)
    assert await world.run_count() == before
    first = world.ids()[0]
    await world.edit(first, {"company": "Sent all the same"})
    await world.rest()
    assert world.there(first)["company"] == "Sent all the same"


async def test_once_a_day_at_its_time(world: Working) -> None:
    await world.begin()
    at = (world.clock.now() + timedelta(hours=5)).astimezone()
    await world.desk.set_account(world.account.id, schedule=f"daily@{at:%H:%M}")
    await world.start()
    before = await world.run_count()
    await world.hours(4.9)
    assert await world.run_count() == before
    for day in range(1, 4):
        await world.hours(0.2)
        assert await world.run_count() == before + day
        await world.hours(23.8)
        assert await world.run_count() == before + day


async def test_after_a_long_sleep_it_catches_up_once(world: Working) -> None:
    await world.begin()
    await world.start()
    before = await world.run_count()
    await world.hours(60)
    assert await world.run_count() == before + 1
    await world.hours(0.5)
    assert await world.run_count() == before + 1


async def test_an_edit_is_sent_without_waiting_for_a_sync(world: Working) -> None:
    await world.begin()
    await world.start()
    before, first = await world.run_count(), world.ids()[0]
    await world.edit(first, {"company": "At once"})
    await world.rest()
    assert (world.there(first)["company"], await world.queue(), await world.run_count()) == ("At once", [], before)


async def test_many_edits_in_a_row_all_arrive(world: Working) -> None:
    await world.begin()
    await world.start()
    ids = world.ids()
    for number in range(40):
        await world.edit(ids[number % len(ids)], {"company": f"edit {number}"})
    await world.rest()
    assert await world.queue() == []
    for item in await world.items():
        assert world.there(str(item.records[0].remote_id))["company"] == item.values.get("company")


async def test_a_failed_send_is_tried_after_1_10_and_60_minutes(world: Working) -> None:
    await world.begin()
    await world.desk.set_account(world.account.id, schedule="manual")
    await world.start()
    first = world.ids()[0]
    world.dex.weather.set("down", method="PUT")
    await world.edit(first, {"company": "Persistent"})
    await world.rest()
    tried = [0.0]
    for minutes in range(1, 140):
        before = (await world.last_entry()).attempts
        await world.hours(1 / 60)
        if (await world.last_entry()).attempts > before:
            tried.append(minutes)
    gaps = [later - earlier for earlier, later in itertools.pairwise(tried)]
    assert gaps == pytest.approx([1, 10, 60, 60], abs=1.1)
    world.dex.weather.clear()
    await world.hours(1.1)
    assert (world.there(first)["company"], await world.queue()) == ("Persistent", [])


async def test_a_failed_sync_is_tried_again_sooner(world: Working) -> None:
    await world.begin()
    await world.start()
    world.dex.weather.set("down", method="GET")
    await world.hours(2.1)
    times = [(await world.last_run()).started_at]
    for _ in range(100):
        await world.hours(1 / 60)
        newest = (await world.last_run()).started_at
        if newest != times[-1]:
            times.append(newest)
    pairs = itertools.pairwise(times)
    gaps = [(later - earlier).total_seconds() / 60 for earlier, later in pairs if later and earlier]
    assert gaps == pytest.approx([1, 10, 60], abs=1.1)
    world.dex.weather.clear()
    await world.hours(1.1)
    assert (await world.last_run()).outcome is RunOutcome.SUCCESS


@pytest.mark.parametrize("plugged", [True, False], ids=["failing", "offline"])
async def test_no_circles_while_the_first_pull_does_not_come(world: Working, plugged: bool) -> None:
    await world.begin()
    await world.desk._store.write(lambda tx: tx.cursors.put(world.account.id, world.account.kinds[0], complete_at=None))
    await world.edit(world.ids()[0], {"company": "Waits"})
    world.dex.weather.set("down", method="GET")
    if not plugged:
        world.crms.unplug("dex")
    try:
        await world.start()
        await world.hours(3)
        world.dex.requests.clear()
        sleeps = len(world.clock.slept)
        for _ in range(30):
            await world.hours(1 / 60)
        assert len(world.clock.slept) - sleeps < 30 * 12
        assert world.dex.requests.total <= 12
        assert world.writes() == []
    finally:
        world.crms.plug_in("dex")
    world.dex.weather.clear()
    await world.hours(1.1)
    await world.hours(0.1)
    assert await world.queue() == []


async def test_a_pause_ends_by_itself_and_what_waits_is_sent(world: Working) -> None:
    await world.begin()
    await world.start()
    first = world.ids()[0]
    await world.desk.pause(world.account.id, world.clock.now() + timedelta(hours=3))
    await world.edit(first, {"company": "Later"})
    await world.hours(2.9)
    assert world.desk.account("Dex").pause is Pause.BY_USER
    assert [entry.state for entry in await world.queue()] == [EntryState.PENDING]
    await world.hours(0.2)
    assert world.desk.account("Dex").pause is Pause.NO
    assert (world.there(first)["company"], await world.queue()) == ("Later", [])


async def test_what_a_crm_asks_to_wait_is_waited(world: Working) -> None:
    await world.begin()
    await world.start()
    first = world.ids()[0]
    world.dex.weather.set("rate_limit", times=1, retry_after=1800, method="PUT")
    await world.edit(first, {"company": "Patient"})
    await world.rest()
    world.dex.requests.clear()
    await world.hours(0.49)
    assert world.dex.requests.total == 0
    await world.hours(0.03)
    assert (world.there(first)["company"], await world.queue()) == ("Patient", [])


@pytest.mark.parametrize("days", [-365, 365])
async def test_a_jump_of_the_clock_starts_no_circle_and_stops_nothing(world: Working, days: int) -> None:
    await world.begin()
    await world.start()
    before = await world.run_count()
    world.wall(days=days)
    for _ in range(10):
        await world.hours(1 / 60)
    assert await world.run_count() == before + 1
    await world.hours(2.1)
    assert await world.run_count() == before + 2
    first = world.ids()[0]
    await world.edit(first, {"company": "Still sent"})
    await world.rest()
    assert world.there(first)["company"] == "Still sent"


async def test_a_waiting_send_survives_a_clock_set_back(world: Working) -> None:
    await world.begin()
    await world.start()
    first = world.ids()[0]
    world.dex.weather.set("down", times=1, method="PUT")
    await world.edit(first, {"company": "Waits"})
    await world.rest()
    world.wall(days=-365)
    for _ in range(4):
        await world.hours(1 / 60)
    assert (world.there(first)["company"], await world.queue()) == ("Waits", [])


@pytest.mark.allowed_logs(
    "cannot be written|nothing can be started|could not be noted|sending for account|daily backup was not written"
)
async def test_the_schedule_outlives_a_database_that_cannot_be_written(world: Working) -> None:
    await world.begin()
    await world.start()
    raw = await world.desk._store.write(lambda tx: tx.records._connection.raw)
    await world.desk._store.write(lambda tx: raw.execute("PRAGMA query_only = ON"))
    before = await world.run_count()
    await world.hours(2.1)
    await world.hours(0.1)
    assert await world.run_count() == before
    with pytest.raises(DatabaseReadOnly):
        await world.desk.set_setting("x", "y")
    raw.execute("PRAGMA query_only = OFF")  # nobody writes now: the desk is at rest
    await world.hours(0.1)
    assert await world.run_count() == before + 1


async def test_a_sign_in_refused_stops_everything_until_the_user_is_back(world: Working) -> None:
    await world.begin()
    await world.start()
    first = world.ids()[0]
    world.dex.weather.set("signed_out", reason="revoked")
    await world.edit(first, {"company": "Kept"})
    await world.rest()
    world.dex.requests.clear()
    for _ in range(5):
        await world.hours(5)
    assert world.dex.requests.total == 0
    world.dex.weather.clear()
    await world.desk.reconnect(world.account.id, {"key": world.dex.keys.v1})
    await world.rest()
    assert (world.there(first)["company"], await world.queue()) == ("Kept", [])


async def test_closing_takes_no_three_seconds_whatever_hangs(world: Working) -> None:
    await world.begin()
    await world.start()
    world.dex.weather.set("silent")
    await world.edit(world.ids()[0], {"company": "Hangs"})
    await world.until(lambda: world.dex.requests.in_flight > 0)
    watch = Stopwatch()
    await world.close()
    assert watch.seconds() < 3
    world.dex.weather.clear()
    await world.open()
    await world.sync()
    assert await world.queue() == []
