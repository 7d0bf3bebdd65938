"""What may be typed, and what is refused as wrong usage (exit 2) before anything is done."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

import pytest

from crmdesk.cli.grammar import COMMANDS, Command, take_apart
from tests.cli.conftest import Terminal

WRONG = [
    (),
    ("nonsense",),
    ("account",),
    ("account", "nonsense"),
    ("contacts", "--limit", "many"),
    ("contacts", "--limit", "-1"),
    ("contacts", "--sort"),
    ("contacts", "--unknown"),
    ("contacts", "--lim", "3"),
    ("show",),
    ("show", "1", "2"),
    ("new",),
    ("new", "no equals sign"),
    ("new", "shoe_size=42"),
    ("new", "name="),
    ("new", "kind=unicorn", "name=X"),
    ("edit", "1"),
    ("edit", "1", "shoe_size=42"),
    ("edit", "1", "birthday=soon"),
    ("edit", "1", "emails=not a list"),
    ("edit", "1", "emails=[1]"),
    ("edit", "1", "last_seen=2026-01-01"),
    ("edit", "1", "company=A", "company=B"),
    ("edit", "1", "company=\udcff"),
    ("contacts", "\udcff"),
    ("contacts", "--sort", "\udcff"),
    ("contacts", "--all=yes"),
    ("show", "\udcff"),
    ("sync", "--full", "--reload"),
    ("sync", "--preview"),
    ("resolve", "1", "yours"),
    ("account", "add", "dex"),
    ("account", "add", "nonsense", "--name", "X"),
    ("account", "add", "hubspot", "--name", "X"),
    ("account", "add", "dex", "--name", "a:b"),
    ("account", "add", "dex", "--name", "X", "--set", "api=v9"),
    ("account", "add", "dex", "--name", "X", "--set", "nonsense=1"),
    ("account", "add", "dex", "--name", "X", "--set", "nonsense"),
    ("account", "add", "dex", "--name", "X", "--set", "base_url=http://stranger.example"),
    ("account", "add", "dex", "--name", "X", "--direction", "sideways"),
    ("account", "add", "dex", "--name", "X", "--kinds", "unicorns"),
    ("account", "add", "dex", "--name", "X", "--kinds", "deals"),
    ("account", "review", "X", "perhaps"),
    ("fields", "unicorn"),
    ("demo-crms", "--port", "99999"),
    ("outbox", "hand-over", "-", "Office"),
    ("backup", ""),
    ("outbox", "nonsense"),
]


# Of the parser beneath: its grammar is not that of the desk's sentences.
PARSERS_OWN = ("argument", "invalid", "required:", "choose from", "unrecognized", "explicit", "usage:")


@pytest.mark.parametrize("words", WRONG, ids=ascii)
def test_wrong_usage_ends_with_2_one_document_and_nothing_done(terminal: Terminal, words: tuple[str, ...]) -> None:
    answer = terminal.run(*words, "--json")
    assert answer.code == 2, answer
    assert answer.error["id"] == "USAGE"
    plain = terminal.run(*words)
    assert (plain.code, plain.out) == (2, "")
    assert plain.err
    said = f"{answer.error['why']} {plain.err}"
    assert not [words for words in PARSERS_OWN if words in said]
    assert "option --." not in said
    assert not terminal.profile.exists()


LATER = [("account", word, "Dex") for word in ("fields", "map", "unmap", "replay", "budget")]


@pytest.mark.parametrize("words", LATER, ids=" ".join)
def test_what_comes_later_is_not_there(terminal: Terminal, words: tuple[str, ...]) -> None:
    assert terminal.run("--json", *words).error["id"] == "USAGE"


def test_profile_and_json_stand_before_or_after_the_command(terminal: Terminal) -> None:
    made = terminal.json("new", "first_name=Ada")
    before = terminal.run("--json", "show", made["id"])
    after = terminal.run("show", made["id"], "--json")
    between = terminal.run("show", "--json", made["id"])
    assert before == after == between
    elsewhere = terminal.run("contacts", "--json", f"--profile={terminal.profile}-other")
    assert (elsewhere.code, elsewhere.error["id"]) == (3, "NOT_FOUND")


@pytest.mark.parametrize("words", [("contacts",), ("stats",), ("outbox",), ("account", "list")], ids=" ".join)
def test_a_profile_that_is_none_is_refused_and_not_made(terminal: Terminal, words: tuple[str, ...]) -> None:
    for make in (Path.mkdir, Path.rmdir, Path.touch):
        answer = terminal.run("--json", *words)
        assert (answer.code, answer.error["id"]) == (3, "NOT_FOUND")
        assert "profile" in answer.error["why"]
        make(terminal.profile)


def test_a_new_users_own_profile_is_an_empty_desk(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import contextlib
    import io

    from crmdesk.cli.main import main

    monkeypatch.setenv("CRMDESK_PROFILE", str(profile))
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(["contacts", "--json"]) == 0
    assert '"total": 0' in out.getvalue()


def test_the_profile_comes_from_the_environment_too(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    import contextlib
    import io

    from crmdesk.cli.main import main

    terminal.json("new", "first_name=Ada")
    monkeypatch.setenv("CRMDESK_PROFILE", str(terminal.profile))
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(["contacts", "--json"]) == 0
    assert '"total": 1' in out.getvalue()


def test_help_and_version_are_no_errors(terminal: Terminal) -> None:
    assert "account add" in terminal.run("--help").out
    answer = terminal.run("edit", "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("crmdesk edit ID FIELD=VALUE...")
    assert terminal.run("--version").out.startswith("crmdesk ")


@pytest.fixture
def some(terminal: Terminal) -> Terminal:
    for name, company in (("Ada", "Zeta"), ("Bob", "Alpha"), ("Cyd", "Middle")):
        terminal.json("new", f"first_name={name}", f"company={company}")
    return terminal


def names(terminal: Terminal, *words: str) -> list[str]:
    return [item["first_name"] for item in terminal.json("contacts", *words)["contacts"]]


def test_contacts_are_searched_sorted_and_paged(some: Terminal) -> None:
    assert names(some) == ["Ada", "Bob", "Cyd"]
    assert names(some, "--sort", "-name") == ["Cyd", "Bob", "Ada"]
    assert names(some, "--sort", "company") == ["Bob", "Cyd", "Ada"]
    assert names(some, "--sort=-company") == ["Ada", "Cyd", "Bob"]
    assert some.run("contacts", "--sort", "shoe_size").code == 2
    assert names(some, "bo") == ["Bob"]
    assert names(some, "(alpha OR zeta)", "-bob") == names(some, "-bob zeta") == ["Ada"]
    assert names(some, "--limit", "1", "--offset", "1") == ["Bob"]
    assert some.json("contacts", "--limit", "1")["total"] == 3
    assert names(some, "--limit", "0") == ["Ada", "Bob", "Cyd"]


def test_the_limit_is_50_and_0_means_all(terminal: Terminal) -> None:
    terminal.connect()
    terminal.json("sync")
    for number in range(15):
        terminal.json("new", f"first_name=New{number}")
    everything = terminal.json("contacts", "--limit", "0")
    assert len(everything["contacts"]) == everything["total"] > 50
    usual = terminal.json("contacts")
    assert (len(usual["contacts"]), usual["total"]) == (50, everything["total"])


def test_the_trash_is_listed_apart(some: Terminal) -> None:
    bob = some.json("contacts", "bob")["contacts"][0]
    some.json("delete", bob["id"])
    assert names(some) == ["Ada", "Cyd"]
    assert names(some, "--trash") == ["Bob"]
    some.json("restore", bob["id"])
    assert names(some, "--trash") == []


def test_unknown_ids_and_names_are_not_found(terminal: Terminal) -> None:
    for words in (
        ("show", "77"),
        ("show", "Dex:abc"),
        ("show", "9" * 40),
        ("history", "abc"),
        ("edit", "77", "company=X"),
        ("new", "account=Nobody", "first_name=X"),
        ("add", "77", "Dex"),
        ("delete", "77"),
        ("restore", "77"),
        ("outbox", "cancel", "77"),
        ("outbox", "retry", "x"),
        ("resolve", "77", "mine"),
        ("sync", "Nobody"),
        ("account", "test", "Nobody"),
        ("account", "pause", "Nobody"),
        ("account", "resume", "local"),
        ("account", "remove", "local"),
        ("account", "review", "Nobody", "accept"),
        ("account", "set", "Nobody", "--direction", "pull"),
    ):
        answer = terminal.run("--json", *words)
        assert (answer.code, answer.error["id"]) == (3, "NOT_FOUND"), words


def test_a_profile_that_is_a_file_is_refused_by_what_only_reads(terminal: Terminal, tmp_path: Path) -> None:
    terminal.profile = tmp_path / "letters.txt"
    terminal.profile.write_text("no profile")
    answer = terminal.run("--json", "contacts")
    assert (answer.code, answer.error["id"]) == (3, "NOT_FOUND")
    assert terminal.profile.read_text() == "no profile"


def _takes(command: Command) -> Iterator[tuple[str, bool]]:
    """The options of a command, each with whether it takes a value, as its parser knows them."""
    parser = ArgumentParser(add_help=False)
    command.options(parser)
    for action in parser._actions:
        yield from ((option, action.nargs != 0) for option in action.option_strings)


OPTIONS = sorted({(option, takes) for command in COMMANDS.values() for option, takes in _takes(command)})


@pytest.mark.parametrize(("option", "takes_value"), OPTIONS, ids=[option for option, _ in OPTIONS])
def test_an_option_takes_the_next_word_where_its_parser_wants_a_value(option: str, takes_value: bool) -> None:
    line = take_apart(["contacts", option, "-word"])
    assert (line.options, line.words) == (((f"{option}=-word",), ()) if takes_value else ((option,), ("-word",)))
