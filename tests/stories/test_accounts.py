"""What holds for an account over time: quiet hours, and what its CRM asked for, whatever else is changed of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from crmdesk.desk import AccountState
from crmdesk.domain.accounts import Direction
from crmdesk.store import Tx
from tests.world import World


async def keep(world: World, **columns: object) -> None:
    """Leave an account as if its CRM had said so."""

    def note(tx: Tx) -> None:
        tx.accounts.update(world.account.id, **columns)

    await world.desk._store.write(note)


async def test_nothing_is_pulled_in_quiet_hours_but_edits_go_out(world: World) -> None:
    await world.begin()
    now = world.clock.now().astimezone()
    hours = [(now + timedelta(hours=by)).strftime("%H:00") for by in (-1, 5)]
    account = await world.desk.set_account(world.account.id, schedule="15m", quiet="-".join(hours))
    assert account.quiet == "-".join(hours)
    runs = (await world.desk.runs())[1]
    world.desk.start()
    ends = world.desk.accounts()[0].next_run
    assert ends is not None
    assert ends.astimezone().strftime("%H:%M") == hours[1]
    for _ in range(10):
        await world.later(20 * 60)
        await world.until(lambda: world.clock.asleep > 0)
    assert (await world.desk.runs())[1] == runs
    await world.edit(world.ids()[0], {"job_title": "Night watch"})
    await world.until(lambda: world.there(world.ids()[0])["job_title"] == "Night watch")
    while world.clock.now() < ends:
        await world.later(20 * 60)
    await world.until(lambda: world.desk.accounts()[0].last_success > ends - timedelta(hours=1))  # type: ignore[operator]  # set
    assert (await world.desk.runs())[1] > runs


async def test_what_the_crm_asked_for_holds_while_other_things_are_changed(world: World) -> None:
    await world.begin()
    until: datetime = world.clock.now() + timedelta(hours=1)
    await keep(world, not_before=until, writes_lists=False)
    await world.desk.set_account(world.account.id, schedule="4h", direction=Direction.PULL)
    await world.desk.set_account(world.account.id, settings={})
    account = world.desk.accounts()[0].account
    assert (account.not_before, account.writes_lists) == (until, False)
    await world.desk.set_account(world.account.id, settings={"page_size": "50"})
    account = world.desk.accounts()[0].account
    assert (account.not_before, account.writes_lists) == (until, True)
    assert world.desk.accounts()[0].state is AccountState.LIMITED
    await keep(world, writes_lists=False)
    await world.desk.reconnect(world.account.id, {"key": world.crms.account("dex").secret})
    account = world.desk.accounts()[0].account
    assert (account.not_before, account.writes_lists) == (None, True)
