"""`crmdesk api …`: keys are shown once, and everything else of them whenever it is asked."""

from __future__ import annotations

import json

import pytest

from crmdesk.app.api_hosting import Hosting
from crmdesk.cli.main import run_command
from crmdesk.desk import Desk
from crmdesk.system.handover import Request
from crmdesk.system.paths import Profile
from tests.cli.conftest import Terminal


def test_a_key_is_shown_once(terminal: Terminal) -> None:
    made = terminal.json("api", "keys", "add", "Form", "--scope", "contacts:submit", "--expires", "2030-01-31")
    secret = made["key"]
    assert (made["starts"], made["scopes"]) == (secret[:9], ["contacts:submit"])
    assert made["expires_at"] == "2030-02-01T00:00:00.000Z"
    changed = terminal.json("api", "keys", "set", "Form", "--scope", "read", "--rate", "5", "--expires", "")
    assert (changed["rate"], changed["expires_at"], len(changed["scopes"])) == (5, None, 4)
    rotated = terminal.json("api", "keys", "rotate", "Form")["key"]
    assert rotated != secret
    terminal.json("api", "keys", "revoke", "Form", "--reason", "lost")
    listed = terminal.run("--json", "api", "keys", "list")
    assert listed.document["keys"][0]["revoked_why"] == "lost"
    assert secret not in listed.out
    assert rotated not in listed.out
    assert (
        terminal.run("api", "keys", "add", "Shell", "--scope", "all").out.count("desk_") == 3
    )  # itself, curl, the seed's


def test_what_can_never_be_is_refused(terminal: Terminal) -> None:
    for words in (
        ("keys", "add", "Form", "--scope", "everything"),
        ("keys", "add", "Form", "--scope", "read", "--account", "Nowhere"),
        ("origins", "add", "no page"),
        ("on", "--port", "0"),
        ("keys", "revoke", "Form"),
    ):
        terminal.json("api", *words, code=3)
    terminal.json("api", "keys", "add", "Form", "--scope", "read", "--expires", "soon", code=2)
    terminal.json("api", "keys", code=2)
    assert terminal.json("api", "keys", "list") == {"total": 0, "keys": []}


def test_it_is_off_until_it_is_switched_on(terminal: Terminal) -> None:
    assert terminal.json("api", "status")["on"] is False
    assert terminal.json("api", "on")["url"] is None  # no window is open
    status = terminal.json("api", "status")
    assert (status["on"], status["port"]) == (True, 27650)
    terminal.json("api", "origins", "add", "https://my.example")
    assert terminal.json("api", "origins", "list")["origins"] == [{"origin": "https://my.example"}]
    terminal.json("api", "origins", "remove", "https://my.example")
    assert terminal.json("api", "dialects")["dialects"][0] == {"dialect": "desk", "title": "The desk's own", "on": True}
    assert terminal.json("api", "audit") == {"total": 0, "audit": []}
    assert terminal.json("api", "openapi")["openapi"] == "3.1.0"
    assert terminal.json("api", "off")["on"] is False


async def test_the_process_that_holds_the_desk_serves(profile: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENCRYPTION_KEY", "5a" * 32)
    replies: list[str] = []

    class Reply:
        def write(self, stream: str, text: str) -> None:
            if stream == "stdout":
                replies.append(text)

    async def typed(desk: Desk, *words: str) -> dict[str, object]:
        replies.clear()
        await run_command(desk, Request(words, None, True), Reply())  # type: ignore[arg-type]  # all that is used of it
        found: dict[str, object] = json.loads("".join(replies))
        return found

    async with await Desk.open(Profile.at(str(profile))) as desk, await Desk.open(Profile.at(f"{profile}-2")) as other:
        host = Hosting(desk)
        desk.api.host(host.serve)
        other.api.host(Hosting(other).serve)
        serving = await desk.api.switch_on(27999)
        assert serving is not None
        assert (await typed(desk, "api", "status"))["url"] == "http://127.0.0.1:27999"
        refused = await typed(other, "api", "on", "--port", "27999")
        assert refused["error"]["id"] == "PORT_TAKEN"  # type: ignore[index]
        assert not other.api.is_on()
        await desk.api.end()
        assert desk.api.is_on()
        await desk.api.begin()
        assert desk.api.serving is not None
        assert (await typed(desk, "api", "off"))["url"] is None
