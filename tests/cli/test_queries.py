"""Queries from the terminal."""

from __future__ import annotations

from tests.cli.conftest import Terminal


def test_conditions_narrow_a_list(terminal: Terminal) -> None:
    terminal.json("new", "name=Ada Quill", 'emails=["ada@quill.example"]')
    terminal.json("new", "name=Björn Ås", "company=Inkwell")

    def names(*query: str) -> list[str]:
        return [found["name"] for found in terminal.json("contacts", *query)["contacts"]]

    assert names("no:email") == ["Björn Ås"]
    assert names("has:email", "OR", 'company:="inkwell"') == ["Ada Quill", "Björn Ås"]
    assert names("--", "-no:email", "quill") == ["Ada Quill"]


def test_a_broken_query_is_wrong_usage_and_points_at_its_place(terminal: Terminal) -> None:
    terminal.json("new", "name=Ada Quill")
    answer = terminal.run("contacts", "ada no:emial", "--json")
    assert (answer.code, answer.error["id"]) == (2, "QUERY_INVALID")
    assert answer.error["why"] == "A contact has no field “emial”. (at character 8)"
    assert "name, first, last" in answer.error["next"]
