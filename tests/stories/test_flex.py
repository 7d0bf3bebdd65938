"""Flex as stories: quotas, soft deletes, tenants that cannot be changed; its thin lists have a file of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from crmdesk.demo.flex.twin import FlexOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import IN_CONFLICT, EntryState
from crmdesk.domain.records import RecordState
from crmdesk.domain.reports import ProblemKind, RunOutcome
from crmdesk.domain.values import texts
from tests.stories.flex_world import CONNECTING, CONTACTS, WHOLE, FlexWorld
from tests.world import emails, phones


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[FlexWorld]:
    async with FlexWorld.untouched(running, "flex", tmp_path / "profile") as made:
        yield made


@pytest.fixture(scope="module")
def running() -> Any:
    with DemoCrms(CONTACTS, flex=FlexOptions(sorts="no")) as crms:
        yield crms


async def test_a_first_sync_reads_every_contact_whole_and_a_second_none(world: FlexWorld) -> None:
    await world.start()
    world.flex.weather.set("slow", ms=20)
    run = await world.sync()
    assert (run.outcome, run.balanced, run.new, run.requests) == (RunOutcome.SUCCESS, True, CONTACTS, CONTACTS + WHOLE)
    assert 1 < world.flex.requests.peak <= 30
    assert Counter(world.details()) == Counter(world.flex.book.ids())
    first = world.flex.book.ids()[0]
    held, there = world.item_of(first), world.flex.book.get(first) or {}
    assert texts(held.values["emails"]) == [one["url"] for one in there["internetAddresses"]]
    assert held.values.get("job_title") == there["jobTitle"]
    before = world.hashes()
    again = await world.sync()
    assert (again.same, again.new, again.changed, again.requests) == (CONTACTS, 0, 0, WHOLE)
    assert world.hashes() == before
    assert await world.ledger() == world.flex.requests.total


async def test_a_quota_that_ends_midway_is_gone_on_with_and_nothing_asked_twice(world: FlexWorld) -> None:
    await world.start(monthly_calls="2500")  # 50 an hour, of which 40 without the user
    run = await world.sync()
    assert (run.outcome, run.error_id) == (RunOutcome.FAILED, "QUOTA_KEPT")
    assert world.flex.requests.total == 40
    assert run.new == 40 - CONNECTING - WHOLE
    assert len(await world.items()) == run.new
    refused = await world.sync()
    assert (refused.requests, refused.error_id) == (0, "QUOTA_KEPT")
    await world.restart()
    for _ in range(3):
        await world.later(3600)
        run = await world.sync()
    assert run.outcome is RunOutcome.SUCCESS
    assert Counter(world.details()) == Counter(world.flex.book.ids())
    assert await world.ledger() == world.flex.requests.total


async def test_the_rest_of_a_quota_is_for_the_users_edits(world: FlexWorld) -> None:
    await world.start(monthly_calls="8000")  # 160 an hour, of which 128 without the user
    await world.sync()
    world.flex.weather.set("unknown_fields", path="/f5/api/contact")
    kept = await world.sync()
    assert kept.error_id == "QUOTA_KEPT"
    world.flex.weather.clear()
    first = world.flex.book.ids()[0]
    await world.edit(first, {"job_title": "Rigger"})
    run = await world.sync()
    assert (run.error_id, run.sent) == ("QUOTA_KEPT", 1)
    assert (world.flex.book.get(first) or {})["jobTitle"] == "Rigger"
    probe = await world.desk.test_account(world.account)
    assert (probe.identity.key, probe.counts) == (world.account.identity, {Kind.CONTACT: None})
    (status,) = world.desk.accounts()
    assert status.until is not None
    assert (status.until - world.clock.now()).total_seconds() <= 3600


async def test_calls_that_never_left_are_not_counted(world: FlexWorld) -> None:
    await world.start(monthly_calls="8000")
    world.crms.unplug("flex")
    try:
        assert (await world.sync()).error_id == "UNAVAILABLE"
    finally:
        world.crms.plug_in("flex")
    assert await world.ledger() == world.flex.requests.total == CONNECTING


async def test_an_edit_waits_only_when_the_whole_quota_is_used_up(world: FlexWorld) -> None:
    await world.start(monthly_calls="8000")
    await world.sync()
    ids = world.flex.book.ids()
    for number, one in enumerate(ids[:30]):
        await world.edit(one, {"job_title": f"Rigger {number}"})
    run = await world.sync()
    assert run.error_id == "RATE_LIMITED"
    assert world.flex.requests.total == 160
    waiting = len(await world.queue())
    assert 0 < waiting < 30
    await world.later(3600)
    await world.sync()
    assert await world.queue() == []
    assert [(world.flex.book.get(one) or {})["jobTitle"] for one in ids[:30]] == [f"Rigger {n}" for n in range(30)]
    assert await world.ledger() == world.flex.requests.total


async def test_a_flag_and_an_absence_both_are_deletions(world: FlexWorld) -> None:
    await world.start()
    await world.sync()
    flagged, absent = world.flex.book.ids()[0], world.flex.book.ids()[1]
    held = {one: world.item_of(one).id for one in (flagged, absent)}
    world.flex.somebody_else("archive", flagged)
    world.flex.somebody_else("delete", absent)
    run = await world.sync()
    assert (run.removed, run.balanced, run.requests) == (2, True, WHOLE + 1), "what the list lost is looked at"
    for item_id in held.values():
        item = world.desk.item(item_id)
        assert item.trashed_at is not None
        assert set(item.states.values()) == {RecordState.REMOVED}
    again = await world.sync()
    assert (again.removed, again.requests, again.outcome) == (0, WHOLE, RunOutcome.SUCCESS)
    world.flex.somebody_else("restore", flagged)
    await world.sync()
    assert world.desk.item(held[flagged]).trashed_at is None
    first = world.single("SELECT count(*) FROM contacts")
    assert first == CONTACTS - 1


async def test_what_was_deleted_before_the_first_sync_adds_up_in_a_list_of_changes(tmp_path: Path) -> None:
    with DemoCrms(CONTACTS) as crms:
        async with FlexWorld.untouched(crms, "flex", tmp_path / "profile") as world:
            await world.start()
            world.flex.somebody_else("archive", world.flex.book.ids()[0])
            assert (await world.sync()).balanced is True
            world.flex.somebody_else("edit", world.flex.book.ids()[1])
            run = await world.sync()
            assert (run.balanced, run.changed, run.outcome) == (True, 1, RunOutcome.SUCCESS)


@pytest.mark.parametrize("when", ["before the sync", "after its list was read"])
async def test_an_edit_never_brings_a_deleted_contact_back(world: FlexWorld, when: str) -> None:
    await world.start()
    await world.sync()
    first = world.flex.book.ids()[0]
    item = await world.edit(first, {"job_title": "Mine"})
    if when == "before the sync":
        world.flex.somebody_else("archive", first)
    else:
        world.flex.weather.set("somebody_else", times=1, path="/f5/api/contact", action="archive", id=first)
    await world.sync()
    (conflict,) = await world.conflicts()
    assert (conflict.field, conflict.item_id) == ("", item.id)
    (entry,) = await world.queue()
    assert (entry.state, entry.error_id) == (EntryState.PARKED, IN_CONFLICT)
    assert world.flex.requests.writes() == []
    assert (world.flex.book.get(first) or {})["deleted"]
    await world.desk.resolve([conflict.id], "mine")
    await world.sync()
    made = world.record(item.id).remote_id
    assert made not in (None, first)
    assert (world.flex.book.get(str(made)) or {})["jobTitle"] == "Mine"
    assert (world.flex.book.get(first) or {})["deleted"]


async def test_an_email_that_is_not_taken_is_a_matter_of_that_contact_alone(world: FlexWorld) -> None:
    await world.start()
    await world.sync()
    one, two = world.flex.book.ids()[:2]
    world.flex.weather.set("ignored", field="internetAddresses", method="PUT")
    item = await world.edit(one, {"emails": emails("new@quill.example")})
    run = await world.sync()
    assert run.not_accepted == 1
    (problem,) = await world.problems()
    assert (problem.kind, problem.item_id, problem.field) == (ProblemKind.NOT_ACCEPTED, item.id, "emails")
    world.flex.weather.clear()
    await world.edit(two, {"emails": emails("two@quill.example"), "phones": phones("+49 30 901821")})
    assert (await world.sync()).sent == 1
    there = world.flex.book.get(two) or {}
    assert [entry["url"] for entry in there["internetAddresses"]] == ["two@quill.example"]
    assert [entry["dialNumber"] for entry in there["phoneNumbers"]] == ["+49 30 901821"]


async def test_a_tenant_that_cannot_be_changed_still_takes_new_contacts(tmp_path: Path) -> None:
    with DemoCrms(CONTACTS, flex=FlexOptions(writes="create")) as crms:
        world = FlexWorld(crms, tmp_path / "profile")
        account = await world.start()
        assert account.settings["updates"] == "no"
        await world.sync()
        first = world.flex.book.ids()[0]
        item = await world.edit(first, {"job_title": "Rigger"})
        assert item.values["job_title"] == "Rigger"
        assert world.record(item).dirty_fields == ()
        made = await world.new({"first_name": "Ada", "last_name": "Quill", "contact_type": "Individual"})
        await world.desk.edit(made.id, {"job_title": "Rigger"})
        run = await world.sync()
        assert (run.outcome, run.sent) == (RunOutcome.SUCCESS, 1)
        there = world.flex.book.get(world.record(made).remote_id or "") or {}
        assert (there["firstName"], there["jobTitle"]) == ("Ada", "Rigger")
        assert [one.method for one in world.flex.requests.writes()] == ["POST"]
        await world.close()


async def test_what_a_tenant_allows_is_asked_again_at_each_sign_in(tmp_path: Path) -> None:
    with DemoCrms(5) as crms:
        world = FlexWorld(crms, tmp_path / "profile")
        account = await world.start()
        assert (account.settings["updates"], account.settings["deletes"]) == ("yes", "yes")
        world.flex.weather.set("status", status=404, path="/f5/api/api-docs")
        changed = await world.desk.set_account(account.id, settings={"plan": "lite"})
        assert (changed.settings["updates"], changed.settings["plan"]) == ("no", "lite")
        assert await world.ledger() == world.flex.requests.total == 2 * CONNECTING
        world.flex.weather.clear()
        probe = await world.desk.test_account(changed)
        assert any(info.updates for info in probe.can)
        assert world.desk.account("Flex").settings["updates"] == "yes"
        await world.close()


async def test_the_tables_of_the_manual_show_what_was_synced(world: FlexWorld) -> None:
    await world.start()
    run = await world.sync()
    assert world.single("SELECT COUNT(*) FROM contacts;") == CONTACTS
    first = world.flex.book.ids()[0]
    there = world.flex.book.get(first) or {}
    found = world.single("SELECT last_name || '/' || status FROM contacts WHERE contact_id = ?", first)
    assert found == f"{there['lastName']}/Active"
    payload = world.single("SELECT json_extract(flex_data, '$.code') FROM contacts WHERE contact_id = ?", first)
    assert payload == there["code"]
    row = "SELECT records_fetched || ' ' || records_inserted || ' ' || status FROM sync_log"
    assert world.single(row) == f"{run.fetched} {CONTACTS} success"
