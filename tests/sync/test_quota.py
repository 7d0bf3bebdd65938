"""An account whose quota is used up goes on by itself when it may, and sends edits meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from crmdesk.demo.flex.twin import FlexOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.desk import AccountState
from tests.sync.conftest import Working
from tests.world import WHOLE_LISTS

CONTACTS = 70


@pytest.fixture(scope="module")
def running() -> Iterator[DemoCrms]:
    with DemoCrms(CONTACTS, dex=WHOLE_LISTS, flex=FlexOptions(sorts="no")) as crms:
        yield crms


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[Working]:
    running.sites["flex"].reset()
    made = Working(running, tmp_path / "profile")
    await made.open()
    there = running.account("flex")
    settings = {"base_url": there.base_url, "monthly_calls": "2500"}  # 50 an hour, of which 40 without the user
    made.account = await made.desk.add_account("flex", "Flex", settings, {"key": there.secret})
    yield made
    await made.close()


async def test_a_first_pull_takes_the_hours_it_needs_whatever_the_schedule_says(world: Working) -> None:
    site = world.crms.sites["flex"]
    await world.desk.set_account(world.account.id, schedule="daily@03:00")
    await world.start()
    assert (site.requests.total, (await world.last_run()).error_id) == (40, "QUOTA_KEPT")
    (status,) = world.desk.accounts()
    assert status.state is AccountState.LIMITED
    assert status.next_run == status.until
    await world.hours(0.5)
    assert site.requests.total == 40
    await world.hours(0.5)
    (status,) = world.desk.accounts()
    assert (status.state, status.contacts) == (AccountState.UP_TO_DATE, CONTACTS)
    details = [one.path for one in site.requests.all("GET", "/f5/api/contact/")]
    assert set(Counter(details).values()) == {1}


async def test_edits_go_out_while_pulls_wait(world: Working) -> None:
    site = world.crms.sites["flex"]
    await world.start()
    await world.hours(1)
    site.weather.set("unknown_fields", path="/f5/api/contact")  # everything looks different
    await world.hours(2)
    assert (await world.last_run()).error_id == "QUOTA_KEPT"
    first = site.book.ids()[0]
    await world.edit(first, {"job_title": "Rigger"})
    await world.until(lambda: (site.book.get(first) or {})["jobTitle"] == "Rigger")
    await world.rest()
    assert await world.queue() == []
