"""`REX_MOCK=1` means the demo Rex: it starts by itself, asks for nothing, and remembers what was sent to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crmdesk.cli.mock_crm import MockCrms
from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.errors import UserInputError
from crmdesk.providers.registry import base_url
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from tests.browser import Browser
from tests.cli.conftest import Terminal


def test_an_account_on_the_demo_rex_needs_nothing_and_keeps_what_was_sent(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REX_MOCK", "1")
    account = terminal.json("account", "add", "rex", "--name", "Rex")
    assert account["settings"]["mock"] == "1"
    monkeypatch.delenv("REX_MOCK")
    (run,) = terminal.json("sync")["runs"]
    assert (run["new"] > 0, run["balanced"]) == (True, True)
    first = terminal.first()
    terminal.json("edit", first["id"], "first_name=Zelda")
    assert terminal.json("sync")["runs"][0]["sent"] == 1
    (again,) = terminal.json("sync", "--reload")["runs"]
    assert (again["changed"], again["removed"], again["balanced"]) == (0, 0, True)
    assert terminal.json("show", first["id"])["first_name"] == "Zelda"
    held = json.loads((terminal.profile / "demo-rex.json").read_text("utf-8"))
    assert held["rex"]["book"]["changed"]


def test_one_demo_rex_is_enough(terminal: Terminal) -> None:
    terminal.json("account", "add", "rex", "--name", "Rex", "--set", "mock=1")
    answer = terminal.run("--json", "account", "add", "rex", "--name", "Other", "--set", "mock=1")
    assert (answer.code, answer.error["id"]) == (3, "DUPLICATE_ACCOUNT")


def test_the_real_rex_is_never_called_in_its_place() -> None:
    with pytest.raises(UserInputError):
        base_url("rex", {"mock": "1", "base_url": "https://api.rexsoftware.com/v1/rex"})


async def test_the_demo_rex_is_signed_in_to_with_the_browser_too(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "profile")
    settings, browser, keys = {"mock": "1", "api": "oauth"}, Browser(), KeySource.throw_away()
    async with await Desk.open(profile, keys=keys, mocks=MockCrms(profile)) as desk:
        tokens = await desk.sign_in_with_browser("rex", settings, {}, browser.open)
        account = await desk.add_account("rex", "Rex", settings, {}, kinds=[Kind.CONTACT], tokens=tokens)
        (run,) = await desk.sync([account.id])
        assert run.new > 0
    browser.close()
    async with await Desk.open(profile, keys=keys, mocks=MockCrms(profile)) as desk:
        (run,) = await desk.sync()
        assert (run.error, run.new) == (None, 0)
