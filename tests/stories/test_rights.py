"""What a key may not see, as stories: a kind, a record, or no longer anything; each is told as what it is."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.desk import AccountState
from crmdesk.domain.accounts import Pause
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.reports import ProblemKind, RunOutcome
from crmdesk.errors import AuthRequired, NotAllowed, Unavailable
from crmdesk.sync.pull.details import DOWN
from tests.mri_world import KINDS, ROOT, VaultWorld

ALL = (*KINDS, Kind.EVENT)


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[VaultWorld]:
    async with VaultWorld.untouched(running, "mri_vault", tmp_path / "profile") as made:
        yield made


# A kind


async def test_a_kind_that_the_key_may_not_read_holds_up_no_other(world: VaultWorld) -> None:
    await world.start(kinds=ALL)
    world.vault.weather.set("forbidden", path=f"{ROOT}/calendar")
    runs = await world.runs()
    refused = runs.pop(Kind.EVENT)
    assert (refused.outcome, refused.error_id) == (RunOutcome.FAILED, NotAllowed.id)
    assert refused.error == "The key may not read events."
    assert {run.outcome for run in runs.values()} == {RunOutcome.SUCCESS}
    (problem,) = await world.problems()
    assert (problem.kind, problem.what) == (ProblemKind.ACCOUNT, "Vault did not show its events")
    assert problem.next == "Give the key that right in MRI Vault, or take events out of the account."
    status = world.desk.accounts()[0]
    assert (status.account.pause, status.state) == (Pause.NO, AccountState.NEEDS_YOU)
    edited = world.vault.book.ids()[4]
    await world.edit(edited, {"company": "Harbour & Co"})
    await world.runs()
    assert (world.vault.book.get(edited) or {})["company"] == "Harbour & Co"
    assert len(await world.problems()) == 1
    world.vault.weather.clear()
    assert (await world.runs())[Kind.EVENT].outcome is RunOutcome.SUCCESS
    assert await world.problems() == []


async def test_a_kind_that_is_taken_out_is_no_trouble_any_more(world: VaultWorld) -> None:
    await world.start(kinds=ALL)
    world.vault.weather.set("forbidden", path=f"{ROOT}/calendar")
    await world.runs()
    await world.desk.set_account(world.account.id, kinds=KINDS)
    assert await world.problems() == []
    assert {run.outcome for run in (await world.runs()).values()} == {RunOutcome.SUCCESS}
    assert world.desk.accounts()[0].state is AccountState.UP_TO_DATE


async def test_what_is_new_in_a_kind_waits_until_it_can_be_read(world: VaultWorld) -> None:
    await world.start(kinds=ALL)
    world.vault.weather.set("forbidden", method="GET", path=f"{ROOT}/calendar")
    await world.runs()
    await world.make(Kind.EVENT, {"name": "Auction", "starts": "2027-01-01T09:00:00+00:00"}, there=True)
    await world.runs()
    assert [entry.state for entry in await world.queue()] == [EntryState.PENDING]
    assert world.posts() == []
    world.vault.weather.clear()
    await world.runs()
    assert (await world.queue(), world.posts()) == ([], [f"{ROOT}/calendar/events"])


async def test_the_live_test_names_the_kinds_that_are_not_open(world: VaultWorld) -> None:
    await world.open()
    there = world.crms.account("mri_vault", "v1.3")
    secrets = json.loads(there.secret)
    for path, closed in ((f"{ROOT}/calendar", Kind.EVENT), (f"{ROOT}/contacts", Kind.CONTACT)):
        world.vault.weather.set("forbidden", path=path)
        probe = await world.desk.probe("mri_vault", {"base_url": there.base_url}, secrets)
        assert probe.refused == {closed: f"The key may not read {closed.plural}."}
        assert closed not in probe.counts
        assert probe.samples
        world.vault.weather.clear()
    for path in ("contacts", "properties", "calendar"):
        world.vault.weather.set("forbidden", path=f"{ROOT}/{path}")
    with pytest.raises(NotAllowed, match="may not read contacts"):
        await world.desk.probe("mri_vault", {"base_url": there.base_url}, secrets)


# The sign-in itself


async def test_a_key_that_was_revoked_pauses_the_account_and_keeps_its_edits(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    await world.later(3600)
    await world.edit(world.vault.book.ids()[4], {"company": "Harbour & Co"})
    world.vault.weather.set("forbidden")
    run = (await world.runs())[Kind.CONTACT]
    assert run.error_id == AuthRequired.id
    assert world.desk.accounts()[0].state is AccountState.NEEDS_SIGN_IN
    assert [entry.state for entry in await world.queue()] == [EntryState.PENDING]


async def test_a_sign_in_that_works_again_needs_no_new_key(world: VaultWorld) -> None:
    await world.open()
    site, there = world.crms.sites["follow_up_boss"], world.crms.account("follow_up_boss")
    site.reset()
    account = await world.desk.add_account(
        "follow_up_boss", "Boss", {"base_url": there.base_url}, {"key": there.secret}
    )
    site.weather.set("status", status=403, message="Account expired", method="GET")
    await world.desk.sync([account.id])
    assert world.desk.accounts()[0].state is AccountState.NEEDS_SIGN_IN
    with pytest.raises(AuthRequired, match="Account expired") as refused:
        await world.desk.resume(account.id)
    assert refused.value.what == "Boss was not resumed"
    site.weather.clear()
    await world.desk.resume(account.id)
    assert (world.desk.accounts()[0].account.pause, await world.problems()) == (Pause.NO, [])
    assert (await world.desk.sync([account.id]))[0].outcome is RunOutcome.SUCCESS


# A record


@pytest.mark.parametrize(
    ("status", "cause"),
    [(403, "the key may not read it"), (404, "it cannot be opened"), (422, "was not understood"), (500, "fails at it")],
)
async def test_a_record_that_cannot_be_opened_is_put_aside_and_the_rest_goes_on(
    world: VaultWorld, status: int, cause: str
) -> None:
    await world.start(kinds=(Kind.PROPERTY,))
    home = world.vault.homes.ids()[3]
    world.vault.weather.set("status", status=status, method="GET", path=f"{ROOT}/properties/{home}")
    run = (await world.runs())[Kind.PROPERTY]
    assert (run.outcome, run.quarantined, run.new) == (RunOutcome.PARTIAL, 1, world.vault.homes.count - 1)
    assert run.balanced
    (problem,) = await world.problems()
    name = (world.vault.homes.get(home) or {})["displayAddress"]
    assert problem.what.startswith(f"{name} could not be read from Vault: ")
    assert cause in problem.what
    world.vault.weather.clear()
    assert (await world.runs(full=True))[Kind.PROPERTY].new == 1
    assert await world.problems() == []


async def test_a_crm_that_fails_at_one_after_the_other_is_down(world: VaultWorld) -> None:
    homes = world.vault.homes
    for _ in range(DOWN):
        homes.add(homes.get(homes.ids()[0]) or {})
    await world.start(kinds=(Kind.PROPERTY,))
    world.vault.weather.set("down", status=500, method="GET", path=f"{ROOT}/properties/2")
    run = (await world.runs())[Kind.PROPERTY]
    assert (run.outcome, run.error_id, run.new) == (RunOutcome.FAILED, Unavailable.id, 0)
    assert await world.problems() == []
    world.vault.weather.clear()
    assert (await world.runs())[Kind.PROPERTY].new == homes.count
