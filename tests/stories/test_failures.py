"""When things fail: the queue stays, the account waits as asked, the reason is named, and it goes on by itself."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from crmdesk.desk import AccountState
from crmdesk.domain.accounts import Pause
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.reports import RunOutcome
from crmdesk.errors import AuthRequired
from tests.world import STILL, World


class TestSignInRefused:
    """401 pauses the account and keeps the queue; a new key lets it go on."""

    async def test_the_queue_waits_for_the_new_key(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        await world.edit(first, {"company": "Kept"})
        world.dex.weather.set("signed_out", reason="revoked")
        run = await world.sync()
        assert (run.outcome, run.error_id) == (RunOutcome.FAILED, "AUTH_REQUIRED")
        (status,) = world.desk.accounts()
        assert (status.state, status.account.pause, status.pending) == (AccountState.NEEDS_SIGN_IN, Pause.SIGN_IN, 1)
        assert [problem.action for problem in await world.problems()] == ["reconnect"]
        assert (await world.sync()).outcome is RunOutcome.SKIPPED
        with pytest.raises(AuthRequired):
            await world.desk.resume(world.account.id)
        with pytest.raises(AuthRequired):
            await world.desk.reconnect(world.account.id, {"key": world.dex.keys.v1})
        assert len(await world.queue()) == 1
        world.dex.weather.clear()
        await world.desk.reconnect(world.account.id, {"key": world.dex.keys.v1})
        run = await world.sync()
        assert (run.sent, world.there(first)["company"], await world.problems()) == (1, "Kept", [])

    async def test_a_key_that_expires_during_a_send_loses_nothing(self, world: World) -> None:
        await world.begin()
        ids = world.ids()[:4]
        for one in ids:
            await world.edit(one, {"company": "Kept"})
        world.dex.weather.set("signed_out", reason="expired", method="PUT", after=2)
        await world.sync()
        assert len(await world.queue()) == 2
        await world.restart()
        assert len(await world.queue()) == 2
        world.dex.weather.clear()
        keys = world.dex.renew_keys()
        await world.desk.reconnect(world.account.id, {"key": keys.v1})
        await world.sync()
        assert ({world.there(one)["company"] for one in ids}, await world.queue()) == ({"Kept"}, [])


class TestAskedToWait:
    """429: nothing leaves before the allowed time."""

    async def test_retry_after_is_obeyed(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        await world.edit(first, {"company": "Patient"})
        world.dex.weather.set("rate_limit", times=1, retry_after=300, method="PUT")
        await world.sync()
        (entry,) = await world.queue()
        assert entry.state is EntryState.PENDING
        assert world.desk.accounts()[0].state is AccountState.LIMITED
        world.dex.requests.clear()
        world.clock.pass_time(299)
        assert (await world.sync()).outcome is RunOutcome.SKIPPED
        assert world.dex.requests.total == 0
        world.clock.pass_time(2)
        await world.sync()
        assert (world.there(first)["company"], await world.queue()) == ("Patient", [])

    async def test_it_is_obeyed_over_a_restart(self, world: World) -> None:
        await world.begin()
        world.dex.weather.set("rate_limit", times=1, retry_after=3600, method="GET")
        assert (await world.sync()).error_id == "RATE_LIMITED"
        await world.restart()
        world.dex.requests.clear()
        assert (await world.sync()).outcome is RunOutcome.SKIPPED
        assert world.dex.requests.total == 0
        world.clock.pass_time(3601)
        assert (await world.sync()).outcome is RunOutcome.SUCCESS

    async def test_a_short_pause_that_was_being_waited_out_is_obeyed_over_a_restart(self, world: World) -> None:
        await world.begin()
        (await world.desk._connections.of(world.account)).block(8)
        await world.restart()
        world.dex.requests.clear()
        assert (await world.sync()).outcome is RunOutcome.SKIPPED
        assert world.dex.requests.total == 0
        world.clock.pass_time(9)
        assert (await world.sync()).outcome is RunOutcome.SUCCESS

    async def test_a_clock_set_back_does_not_silence_the_account(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        world.dex.weather.set("rate_limit", times=1, retry_after=60, method="GET")
        await world.sync()
        world.clock.pass_time(61)
        world.wall(days=-365)
        await world.edit(first, {"company": "Still sent"})
        run = await world.sync()
        assert (run.outcome, world.there(first)["company"]) == (RunOutcome.SUCCESS, "Still sent")


class TestNetworkFailures:
    """1 minute, 10 minutes, an hour, then hourly; never dropped; by hand at once."""

    @pytest.mark.parametrize("method", ["GET", "PUT"], ids=["while it is read", "while it is changed"])
    async def test_the_back_off(self, world: World, method: str) -> None:
        await world.begin()
        first = world.ids()[0]
        await world.edit(first, {"company": "Persistent"})
        world.dex.weather.set("down", method=method)
        waits = []
        for _ in range(5):
            lane = world.desk._engine.lane(world.account.id)
            await lane.send_waiting()
            (entry,) = await world.queue()
            assert entry.next_at is not None
            wait = (entry.next_at - world.clock.now()).total_seconds()
            waits.append(round(wait))
            world.clock.pass_time(wait - 1)
            assert await lane.send_waiting() == []
            world.clock.pass_time(1)
        assert waits == [60, 600, 3600, 3600, 3600]
        world.dex.weather.clear()
        await world.sync()
        assert (world.there(first)["company"], await world.queue()) == ("Persistent", [])

    async def test_by_hand_does_not_wait(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        await world.edit(first, {"company": "Now"})
        world.crms.unplug("dex")
        try:
            run = await world.sync()
            assert run.error_id == "UNAVAILABLE"
            assert world.desk.accounts()[0].state is AccountState.OFFLINE
        finally:
            world.crms.plug_in("dex")
        await world.sync()
        assert (world.there(first)["company"], await world.queue()) == ("Now", [])

    async def test_three_failures_in_a_row_are_told_and_forgotten_when_over(self, world: World) -> None:
        await world.begin()
        world.dex.weather.set("down")
        for _ in range(2):
            await world.sync()
        assert await world.problems() == []
        await world.sync()
        (problem,) = await world.problems()
        assert "3 times" in problem.what
        world.dex.weather.clear()
        await world.sync()
        assert (await world.problems(), world.desk.accounts()[0].state) == ([], AccountState.UP_TO_DATE)

    @pytest.mark.parametrize("fault", ["lost", "truncated"])
    async def test_a_lost_answer_of_an_update_is_looked_up_not_repeated(self, world: World, fault: str) -> None:
        await world.begin()
        first = world.ids()[0]
        await world.edit(first, {"company": "Once"})
        world.dex.weather.set(fault, times=1, method="PUT")
        await world.sync()
        (entry,) = await world.queue()
        assert entry.state is EntryState.UNCERTAIN
        assert world.desk.accounts()[0].uncertain == 1
        world.dex.requests.clear()
        await world.restart()
        await world.sync()
        assert (world.writes(), await world.queue()) == ([], [])
        assert world.there(first)["company"] == "Once"

    @pytest.mark.parametrize("then", ["second", ""])
    async def test_a_change_that_may_have_arrived_stays_our_own_where_it_cannot_be_looked_for(
        self, world: World, then: str
    ) -> None:
        """Its answer was lost, and the CRM does not show the record: typed on, or taken back, it is nobody else's."""
        await world.begin()
        first = world.ids()[0]
        before = str(world.there(first)["description"] or "")
        item = await world.edit(first, {"description": "first"})
        world.dex.weather.set("lost", times=1, method="PUT")
        await world.sync()
        world.dex.weather.set("forbidden", times=1, path=f"/v1/contacts/{first}")
        world.desk.start()
        await world.later(61)
        await world.until(lambda: world.single("SELECT state FROM outbox") == EntryState.PARKED)
        (entry,) = await world.queue()
        assert (entry.state, entry.may_have_arrived, world.there(first)["description"]) == (
            EntryState.PARKED,
            True,
            "first",
        )
        wanted = then or before
        await world.desk.edit(item.id, {"description": wanted or None})
        await world.sync()
        assert (await world.conflicts(), await world.queue()) == ([], [])
        assert (world.there(first)["description"] or "") == wanted
        assert world.desk.item(item.id).values.get("description", "") == wanted
        assert await world.problems() == []

    async def test_a_change_that_somebody_makes_meanwhile_is_not_overwritten(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        await world.edit(first, {"company": "Mine"})
        world.dex.weather.set("down", times=1, method="PUT", applied=False)
        await world.sync()
        world.dex.book.edit(first, "company", "Theirs")
        await world.sync()
        assert world.there(first)["company"] == "Theirs"
        assert [conflict.mine for conflict in await world.conflicts()] == ["Mine"]

    @pytest.mark.parametrize("fault", ["html", "empty", "no_content", "not_json", "error_200", "deep", "redirect"])
    async def test_an_answer_that_is_none_moves_nothing(self, world: World, fault: str) -> None:
        await world.begin()
        before = world.hashes()
        world.dex.weather.set(fault)
        run = await world.sync()
        assert (run.outcome, run.balanced) == (RunOutcome.FAILED, None)
        assert run.error
        assert world.hashes() == before
        world.dex.weather.clear()
        assert (await world.sync()).outcome is RunOutcome.SUCCESS


class TestFirstPullCutOff:
    """What was stored stays stored, and nothing is skipped or doubled."""

    async def test_it_goes_on_where_it_ended(self, world: World) -> None:
        await world.open()
        await world.connect(settings={"page_size": "10"})
        world.dex.weather.set("refused", method="GET", path="/v1/contacts", after=2)
        run = await world.sync()
        assert (run.outcome, run.balanced) == (RunOutcome.FAILED, None)
        got = world.single("SELECT count(*) FROM record")
        assert 0 < got < world.dex.book.count
        world.dex.weather.clear()
        await world.restart()
        world.dex.requests.clear()
        run = await world.sync()
        assert run.outcome is RunOutcome.SUCCESS
        assert world.single("SELECT count(*) FROM record") == world.dex.book.count
        assert world.single("SELECT count(DISTINCT remote_id) FROM record") == world.dex.book.count
        assert run.fetched <= world.dex.book.count - got + 10

    async def test_nothing_is_sent_before_a_first_complete_pull(self, world: World) -> None:
        await world.open()
        await world.connect(settings={"page_size": "10"})
        world.dex.weather.set("refused", method="GET", path="/v1/contacts", after=2)
        await world.sync()
        item = (await world.items())[0]
        await world.desk.edit(item.id, {"company": "Waits"})
        world.dex.requests.clear()
        await world.desk._engine.lane(world.account.id).send_waiting(force=True)
        assert world.writes() == []
        world.dex.weather.clear()
        await world.sync()
        assert await world.queue() == []


class TestCancelAndPause:
    """The user stops it."""

    async def test_a_run_is_cancelled_within_two_seconds(self, world: World) -> None:
        await world.begin(settings={"page_size": "10"})
        world.dex.weather.set("silent", path="/v1/contacts", after=1)
        running = asyncio.create_task(world.sync())
        await world.until(lambda: world.dex.requests.in_flight > 0)
        loop = asyncio.get_running_loop()
        began = loop.time()
        world.desk.cancel(world.account.id)
        run = await running
        assert run.outcome is RunOutcome.CANCELLED
        assert loop.time() - began < 2
        world.dex.weather.clear()
        run = await world.sync()
        assert (run.outcome, run.balanced) == (RunOutcome.SUCCESS, True)

    async def test_a_send_that_is_cancelled_is_looked_up_first(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        await world.edit(first, {"company": "Cut off"})
        world.dex.weather.set("silent", method="PUT", applied=True, times=1)
        running = asyncio.create_task(world.sync())
        await world.until(lambda: bool(world.there(first)["company"] == "Cut off"))
        world.desk.cancel()
        await running
        (entry,) = await world.queue()
        assert entry.state is EntryState.UNCERTAIN
        world.dex.weather.clear()
        world.dex.requests.clear()
        await world.sync()
        assert (world.there(first)["company"], world.writes(), await world.queue()) == ("Cut off", [], [])

    async def test_a_paused_account_does_nothing_and_keeps_its_queue(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        await world.desk.pause(world.account.id)
        await world.edit(first, {"company": "Paused"})
        world.dex.requests.clear()
        assert (await world.sync()).outcome is RunOutcome.SKIPPED
        assert world.dex.requests.total == 0
        assert world.desk.accounts()[0].state is AccountState.PAUSED
        await world.desk.resume(world.account.id)
        await world.sync()
        assert world.there(first)["company"] == "Paused"


async def test_an_unchanged_sync_writes_nothing(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    await world.edit(first, {"company": "Once"})
    await world.sync()
    await world.sync()
    before = world.hashes()
    signals: list[object] = []
    world.desk.subscribe(signals.append)
    for _ in range(2):
        run = await world.sync()
        assert (run.new, run.changed, run.removed, run.sent, run.same) == (0, 0, 0, 0, run.fetched)
        world.clock.pass_time(timedelta(days=8).total_seconds())
    assert world.hashes() == before
    assert set(before) == set(STILL)
    assert [signal for signal in signals if type(signal).__name__ == "ItemsChanged"] == []
