"""Saved views from the terminal."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Terminal


def _people(terminal: Terminal) -> None:
    terminal.json("new", "name=Ada Quill", "company=Zeta", 'emails=["ada@quill.example"]')
    terminal.json("new", "name=Björn Ås", "company=Inkwell")
    terminal.json("new", "name=Chiara", "company=Amber")


def test_a_view_lists_what_its_query_finds_in_its_order_and_a_query_narrows_it(terminal: Terminal) -> None:
    _people(terminal)
    made = terminal.json("views", "add", "No mail", "no:email", "--sort", "company")
    assert (made["name"], made["query"], made["sort"]) == ("No mail", "no:email", ["company"])

    def names(*words: str) -> list[str]:
        return [found["name"] for found in terminal.json("contacts", "--view", "no mail", *words)["contacts"]]

    assert names() == ["Chiara", "Björn Ås"]
    assert names("--sort=-name") == ["Chiara", "Björn Ås"]
    assert names("inkwell") == ["Björn Ås"]
    assert terminal.run("deals", "--view", "No mail").code == 2
    assert terminal.run("contacts", "--view", "Nothing").code == 3


def test_names_are_single_queries_are_checked_and_a_view_is_deleted(terminal: Terminal) -> None:
    terminal.json("views", "add", "One", "no:email")
    assert terminal.run("views", "add", "one", "--json").error["why"] == "There is a view “one” already."
    assert terminal.run("views", "add", "Two", "no:emial", "--json").error["id"] == "QUERY_INVALID"
    terminal.json("views", "delete", "One")
    assert terminal.json("views") == {"total": 0, "views": []}


def test_views_are_carried_as_one_document(terminal: Terminal, tmp_path: Path) -> None:
    terminal.json("views", "add", "One", "no:email")
    terminal.json("views", "add", "Two", "has:phone")
    file = tmp_path / "views.json"
    file.write_text(terminal.run("views", "export").out, encoding="utf-8")
    assert terminal.json("views", "import", f"VIEWS=@{file}") == {"taken": 2}
    assert [view["name"] for view in terminal.json("views")["views"]] == ["One", "Two", "One 2", "Two 2"]
    file.write_text("nothing", encoding="utf-8")
    assert terminal.run("views", "import", f"VIEWS=@{file}", "--json").error["why"] == "The file holds no views."
