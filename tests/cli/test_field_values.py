"""Values that stand in files or come on standard input, and what an order that a CRM does not have ends with."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal


def made(terminal: Terminal, *words: str, stdin: str = "") -> dict[str, object]:
    """What a new contact of this computer holds."""
    found: dict[str, object] = terminal.json("new", "first_name=Ada", *words, stdin=stdin)
    return found


@pytest.mark.parametrize("begin", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_a_value_is_taken_from_a_file_as_it_stands_there(terminal: Terminal, tmp_path: Path, begin: bytes) -> None:
    file = tmp_path / "notes = ä.txt"
    file.write_bytes(begin + b"One\n\ntwo = 2, @home\n")
    contact = made(terminal, f"description=@{file}")
    assert contact["description"] == "One\n\ntwo = 2, @home"
    file.write_text('["ada@quill.example", "a.quill@work.example"]')
    edited = terminal.json("edit", str(contact["id"]), f"emails=@{file}", "company=Quill")
    assert (edited["emails"], edited["company"]) == (["ada@quill.example", "a.quill@work.example"], "Quill")


def test_a_value_is_taken_from_standard_input(terminal: Terminal) -> None:
    long = "word " * 20_000 + "end"
    contact = made(terminal, "description=-", stdin=f"{long}\n")
    assert contact["description"] == long
    assert terminal.json("edit", str(contact["id"]), "description=-")["description"] is None, "nothing came: cleared"


def test_a_name_in_a_social_network_keeps_its_at_sign(terminal: Terminal) -> None:
    assert made(terminal, "instagram=@ada")["instagram"] == "@ada"


def test_a_file_is_found_from_where_the_command_was_called(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here.txt").write_text("Quill & Co")
    monkeypatch.chdir(tmp_path)
    assert made(terminal, "company=@here.txt")["company"] == "Quill & Co"


@pytest.mark.parametrize(
    ("held", "why"),
    [
        (None, "No such file"),
        (b"\xff\xfe", "UTF-8"),
        (b"a\x00b", "NUL"),
        (b"x" * 150_001, "150,000 bytes"),
    ],
    ids=["missing", "no text", "NUL", "too long"],
)
def test_a_file_that_gives_no_value_is_wrong_usage_and_nothing_is_done(
    terminal: Terminal, tmp_path: Path, held: bytes | None, why: str
) -> None:
    file = tmp_path / "value"
    if held is not None:
        file.write_bytes(held)
    answer = terminal.run("--json", "new", "first_name=Ada", f"description=@{file}")
    assert (answer.code, answer.error["id"]) == (2, "USAGE")
    assert why in answer.error["why"]
    assert not terminal.profile.exists()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("description=-", "company=-"), "cannot both"),
        (("description=@",), "followed by the name of a file"),
        (("description=@/dev/zero",), "150,000 bytes"),
        ((f"description=@{os.sep}",), "cannot be read"),
    ],
)
def test_what_is_no_place_of_a_value_is_wrong_usage(terminal: Terminal, words: tuple[str, ...], why: str) -> None:
    answer = terminal.run("--json", "new", "first_name=Ada", *words)
    assert answer.code == 2
    assert why in answer.error["why"]


def test_an_order_that_the_crm_does_not_have_is_said_and_ends_with_1(terminal: Terminal) -> None:
    there = terminal.crms.account("follow_up_boss")
    where = [f"--set={key}={value}" for key, value in {"base_url": there.base_url, **there.settings}.items()]
    terminal.json("account", "add", "follow_up_boss", "--name", "FUB", *where, "--secret-stdin", stdin=there.secret)
    terminal.json("sync")
    contacts = terminal.json("contacts", "--limit", "0")["contacts"]
    one = next(contact for contact in contacts if len(contact["emails"]) > 1)
    turned = json.dumps(one["emails"][::-1])
    answer = terminal.run("--json", "edit", one["id"], f"emails={turned}")
    assert (answer.code, answer.document["emails"]) == (1, one["emails"]), answer
    assert "order" in answer.err
    assert terminal.json("outbox")["total"] == 0
    answer = terminal.run("--json", "edit", one["id"], f"emails={turned}", "job_title=Agent")
    assert (answer.code, answer.document["job_title"]) == (1, "Agent")
    assert "order" in answer.err
