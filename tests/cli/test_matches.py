"""`matches`: what is suggested, answered, listed and taken back from a terminal."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Terminal


def new(terminal: Terminal, **values: Any) -> str:
    """A contact of this computer; gives its id."""
    words = [f"{key}={json.dumps(value) if isinstance(value, list) else value}" for key, value in values.items()]
    return str(terminal.json("new", *words)["id"])


@pytest.fixture
def book(terminal: Terminal) -> dict[str, str]:
    """A few people, some of them twice."""
    made = {
        "bill": new(terminal, first_name="Bill", last_name="Overbury", phones=["+49 171 5550101"]),
        "william": new(terminal, first_name="William", last_name="Overbury", phones=["0049 171 5550101"]),
        "eva": new(terminal, name="Eva Lindqvist", emails=["eva@lindqvist.example"]),
        "eva2": new(terminal, name="LINDQVIST, Eva", emails=["Eva@Lindqvist.example"], company="Nord AB"),
        "other": new(terminal, name="Tomas Quist"),
        "same name": new(terminal, name="Tomas Quist", emails=["tq@quist.example"]),
    }
    terminal.json("matches", "run")
    return made


def test_the_state_of_a_finished_pass_is_told_with_reasons(terminal: Terminal, book: dict[str, str]) -> None:
    told = terminal.json("matches")
    assert told["total"] == 3
    assert told["records_seen"] == 6
    assert told["finished_at"].endswith("Z")
    found = {frozenset(one["items"]): one for one in told["matches"]}
    bills = found[frozenset((book["bill"], book["william"]))]
    assert bills["tier"] == "certain"
    assert bills["weight"] >= 7
    assert bills["for"][0]["what"] == "same mobile"
    assert {reason["key"] for reason in bills["for"]} >= {"mobile", "given_nickname", "surname"}
    assert bills["against"] == []
    assert [record.keys() for record in bills["records"]] == [{"account", "remote_id", "item"}] * 2
    assert found[frozenset((book["other"], book["same name"]))]["tier"] == "possible"
    assert [one["tier"] for one in terminal.json("matches", "--tier", "possible")["matches"]] == ["possible"]
    assert terminal.json("matches", "--limit", "1")["total"] == 3
    assert terminal.json("matches", "--account", "local")["total"] == 3
    told_in_print = terminal.run("matches").out
    assert "Bill Overbury = William Overbury" in told_in_print
    assert "same mobile +" in told_in_print


def test_all_that_is_certain_is_linked_at_once_and_undone_at_once(terminal: Terminal, book: dict[str, str]) -> None:
    before = terminal.json("contacts", "--limit", "0")
    preview = terminal.json("matches", "link", "--all", "certain", "--preview")
    assert preview["total"] == 2
    assert terminal.json("contacts")["total"] == 6
    done = terminal.json("matches", "link", "--all", "certain")
    assert done["linked"] == 2
    assert terminal.json("contacts")["total"] == 4
    assert {one["verdict"] for one in terminal.json("matches", "decided")["decisions"]} == {"same"}
    terminal.json("undo", done["undo"])
    assert terminal.json("contacts", "--limit", "0") == before
    assert terminal.json("matches", "decided")["total"] == 0


def test_not_the_same_is_for_good_until_it_is_revoked(terminal: Terminal, book: dict[str, str]) -> None:
    one = terminal.json("matches", "--tier", "possible")["matches"][0]
    decision = terminal.json("matches", "not-same", one["id"])
    assert decision["verdict"] == "not_same"
    assert {record["item"] for record in decision["records"]} == set(one["items"])
    terminal.json("edit", book["other"], "company=Quist")
    terminal.json("matches", "run")
    assert terminal.json("matches", "--tier", "possible")["total"] == 0
    terminal.json("matches", "revoke", decision["id"])
    terminal.json("matches", "run")
    assert [again["id"] for again in terminal.json("matches", "--tier", "possible")["matches"]] == [one["id"]]


def test_a_link_that_is_revoked_leaves_both_as_they_were(terminal: Terminal, book: dict[str, str]) -> None:
    before = [terminal.json("show", book[who]) for who in ("eva", "eva2")]
    one = next(one for one in terminal.json("matches")["matches"] if book["eva"] in one["items"])
    terminal.json("matches", "link", one["id"])
    assert terminal.json("contacts")["total"] == 5
    terminal.json("matches", "run")
    assert all(book["eva2"] not in one["items"] for one in terminal.json("matches")["matches"])
    terminal.json("matches", "revoke", terminal.json("matches", "decided")["decisions"][0]["id"])
    assert [terminal.json("show", book[who]) for who in ("eva", "eva2")] == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("matches", "--tier", "sure"), 2),
        (("matches", "link"), 2),
        (("matches", "link", "--all", "likely"), 2),
        (("matches", "link", "12345"), 3),
        (("matches", "not-same", "12345"), 3),
        (("matches", "revoke", "9"), 3),
        (("matches", "--account", "Nobody"), 3),
    ],
)
def test_what_cannot_be_done_is_refused_by_its_code(terminal: Terminal, words: tuple[str, ...], code: int) -> None:
    new(terminal, name="Ada")
    assert terminal.run("--json", *words).code == code
