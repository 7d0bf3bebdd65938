"""Signing in with the browser: the person allows or refuses, tokens lie in the vault, and the account goes on alone."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from crmdesk.demo.rex.twin import Rex
from crmdesk.demo.server import DemoCrms
from crmdesk.desk import AccountState
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.errors import AuthRequired, UserInputError
from tests.browser import Browser
from tests.world import World

CONTACTS = 40


@pytest.fixture(scope="module")
def running() -> Iterator[DemoCrms]:
    with DemoCrms(CONTACTS) as crms:
        yield crms


@pytest.fixture
def rex(running: DemoCrms) -> Rex:
    """The demo Rex as it was at the start."""
    site = running.sites["rex"]
    assert isinstance(site, Rex)
    site.reset()
    return site


@pytest.fixture
async def world(running: DemoCrms, rex: Rex, tmp_path: Path) -> AsyncIterator[World]:
    made = World(running, tmp_path / "profile")
    await made.open()
    yield made
    await made.close()


@pytest.fixture
def settings(running: DemoCrms) -> dict[str, str]:
    demo = running.account("rex", "oauth")
    return {**demo.settings, "base_url": demo.base_url, "api": "oauth"}


@pytest.fixture
def secrets(running: DemoCrms) -> dict[str, str]:
    found: dict[str, str] = json.loads(running.account("rex", "oauth").secret)
    return found


async def connected(world: World, settings: dict[str, str], secrets: dict[str, str]) -> int:
    browser = Browser()
    tokens = await world.desk.sign_in_with_browser("rex", settings, secrets, browser.open)
    browser.close()
    return (await world.desk.add_account("rex", "Rex", settings, secrets, tokens=tokens)).id


async def test_an_account_is_connected_and_read_after_the_browser_allowed_it(
    world: World, settings: dict[str, str], secrets: dict[str, str]
) -> None:
    assert world.desk.signs_in_by_browser("rex", settings)
    assert not world.desk.signs_in_by_browser("rex", {})
    browser = Browser()
    tokens = await world.desk.sign_in_with_browser("rex", settings, secrets, browser.open)
    browser.close()
    assert "You are signed in to Rex" in browser.pages[0]
    probe = await world.desk.probe("rex", settings, secrets, tokens)
    assert (dict(probe.counts), len(probe.samples)) == ({Kind.CONTACT: CONTACTS}, 3)
    assert world.desk.accounts() == []
    account = await world.desk.add_account("rex", "Rex", settings, secrets, tokens=tokens)
    (run,) = await world.desk.sync([account.id])
    assert run.fetched == CONTACTS
    assert b"access" not in world.profile.vault.read_bytes()  # sealed, names and all
    await world.restart()
    (run,) = await world.desk.sync([account.id])
    assert run.error is None


async def test_whoever_refuses_connects_nothing(
    world: World, settings: dict[str, str], secrets: dict[str, str]
) -> None:
    browser = Browser("refuse")
    with pytest.raises(AuthRequired, match="did not grant access"):
        await world.desk.sign_in_with_browser("rex", settings, secrets, browser.open)
    browser.close()
    assert "did not grant access" in browser.pages[0]
    with pytest.raises(AuthRequired, match="browser"):
        await world.desk.add_account("rex", "Rex", settings, secrets)
    assert world.desk.accounts() == []


async def test_a_sign_in_that_is_cancelled_leaves_no_open_door(
    world: World, settings: dict[str, str], secrets: dict[str, str]
) -> None:
    idle = Browser("")
    task = asyncio.create_task(world.desk.sign_in_with_browser("rex", settings, secrets, idle.open))
    await world.until(lambda: bool(idle.opened))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await connected(world, settings, secrets)


async def test_a_lost_sign_in_is_renewed_in_the_browser_without_typing_anything(
    world: World, rex: Rex, settings: dict[str, str], secrets: dict[str, str]
) -> None:
    id_ = await connected(world, settings, secrets)
    rex.sign_out()
    rex.refresh.clear()
    (run,) = await world.desk.sync([id_])
    assert run.error_id == AuthRequired.id
    assert world.desk.accounts()[0].state is AccountState.NEEDS_SIGN_IN
    browser = Browser()
    await world.desk.reconnect(id_, open_browser=browser.open)
    browser.close()
    (run,) = await world.desk.sync([id_])
    assert (run.error, run.fetched) == (None, CONTACTS)


async def test_a_kind_that_the_variant_lacks_is_refused(
    world: World, settings: dict[str, str], secrets: dict[str, str]
) -> None:
    assert world.desk.kinds("rex", settings) == (Kind.CONTACT,)
    with pytest.raises(UserInputError, match="contacts"):
        await world.desk.add_account("rex", "Rex", settings, secrets, kinds=[Kind.DEAL])


async def test_an_account_that_can_only_be_read_takes_no_other_direction(
    world: World, settings: dict[str, str], secrets: dict[str, str]
) -> None:
    with pytest.raises(UserInputError, match="can only be read"):
        await world.desk.add_account("rex", "Rex", settings, secrets, Direction.TWO_WAY)
    account_id = await connected(world, settings, secrets)
    assert world.desk.account("Rex").direction is Direction.PULL
    for direction in (Direction.TWO_WAY, Direction.PUSH):
        with pytest.raises(UserInputError, match="can only be read"):
            await world.desk.set_account(account_id, direction=direction)
    assert (await world.desk.set_account(account_id, schedule="4h")).direction is Direction.PULL
