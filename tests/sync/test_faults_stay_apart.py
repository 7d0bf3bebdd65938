"""What nobody foresaw in one CRM's answers, or at one change, is told there alone; everything else goes on."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from crmdesk.desk import Desk
from crmdesk.domain.accounts import Account
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.reports import RunOutcome
from crmdesk.errors import BadResponse
from crmdesk.providers.contract import Page
from crmdesk.providers.info import Secrets
from tests.sync.conftest import Working


class Planted:
    """A provider whose code has a fault at one verb."""

    def __init__(self, provider: Any, verb: str) -> None:
        self._provider, self._verb = provider, verb

    def __getattr__(self, name: str) -> Any:
        if name != self._verb:
            return getattr(self._provider, name)

        def fail(*arguments: object, **named: object) -> None:
            raise KeyError("ada@quill.example")  # such words name what the CRM sent

        return fail


class FaultyDesk(Desk):
    """A desk that speaks to some accounts through code with a planted fault."""

    planted: dict[str, str]  # account → verb

    async def _connect(self, account: Account, secrets: Secrets) -> Any:
        provider = await super()._connect(account, secrets)
        return Planted(provider, self.planted[account.name]) if account.name in self.planted else provider


async def opened(world: Working, **planted: str) -> None:
    """A desk with such faults."""
    FaultyDesk.planted = {}
    world.desk = await FaultyDesk.open(world.profile, clock=world.clock, keys=world.keys)
    await world.connect(name="Good")
    there = world.crms.account("flex", "")
    settings = {"base_url": there.base_url, **there.settings}
    await world.desk.add_account("flex", "Odd", settings, {"key": there.secret})
    FaultyDesk.planted = planted
    for status in world.desk.accounts():
        await world.desk._connections.drop(status.account.id)


@pytest.mark.allowed_logs("Odd: the sync failed")
async def test_one_accounts_fault_fails_its_run_alone_and_shows_on_it(
    world: Working, caplog: pytest.LogCaptureFixture
) -> None:
    await opened(world, Odd="pages")
    for _ in range(2):
        runs = await world.desk.sync()
        outcomes = {run.account_id: (run.outcome, run.error_id) for run in runs}
        accounts = {status.account.name: status.account for status in world.desk.accounts()}
        assert outcomes[accounts["Good"].id] == (RunOutcome.SUCCESS, None)
        assert outcomes[accounts["Odd"].id] == (RunOutcome.FAILED, "PROGRAM_ERROR")
    assert len(world.ids()) == world.single("SELECT count(*) FROM record WHERE account_id = ?", accounts["Good"].id)
    error = accounts["Odd"].last_error or ""
    assert "KeyError" in error
    assert "ada@" not in error
    told = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(told) == 1
    assert told[0].exc_info is not None


@pytest.mark.allowed_logs("met a fault of the program")
async def test_a_change_that_meets_a_fault_is_shown_and_those_behind_it_are_sent(world: Working) -> None:
    await opened(world, Good="create")
    await world.sync()
    new = await world.new({"first_name": "New", "last_name": "Person", "emails": ()})
    first = world.ids()[0]
    await world.edit(first, {"company": "Sent all the same"})
    run = await world.sync()
    assert (run.outcome, run.sent, world.there(first)["company"]) == (RunOutcome.PARTIAL, 1, "Sent all the same")
    (waiting,) = await world.queue()
    assert (waiting.item_id, waiting.state) == (new.id, EntryState.UNCERTAIN)  # it was about to be sent
    assert waiting.error_id == "PROGRAM_ERROR"


@pytest.mark.parametrize("by", [2**63, 2**70], ids=["2^63", "2^70"])
@pytest.mark.allowed_logs("Good: the sync failed")
async def test_a_count_that_no_list_can_have_is_a_bad_answer_of_that_crm(world: Working, by: int) -> None:
    await opened(world)
    world.dex.weather.set("wrong_total", by=by)
    runs = {run.account_id: run for run in await world.desk.sync()}
    good = runs.pop(world.account.id)
    assert good.outcome is RunOutcome.FAILED
    assert good.error_id in ("BAD_RESPONSE", "INTEGRATION_FAILED")
    assert all(run.outcome is RunOutcome.SUCCESS for run in runs.values())
    with pytest.raises(BadResponse):
        Page((), total=-1)
