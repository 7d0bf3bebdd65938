"""`changes` and `undo` from the terminal."""

from __future__ import annotations

from tests.cli.conftest import Terminal


def test_actions_are_listed_by_name_newest_first(terminal: Terminal) -> None:
    made = terminal.json("new", "name=Ada Quill", "company=Inkwell")
    terminal.json("edit", made["id"], "company=Ribeira")
    terminal.json("delete", made["id"])
    found = terminal.json("changes")
    assert [one["name"] for one in found["changes"]] == [
        "Move Ada Quill to the trash",
        "Edit Ada Quill",
        "New: Ada Quill",
    ]
    assert found["total"] == 3
    assert list(found["changes"][0]) == [
        "id", "at", "deed", "kind", "name", "subject", "detail", "items", "run", "undoes", "undone",
    ]  # fmt: skip
    assert "Edit Ada Quill" in terminal.run("changes", "--limit", "2").out


def test_a_preview_changes_nothing_and_undo_takes_back_what_it_said(terminal: Terminal) -> None:
    made = terminal.json("new", "name=Ada Quill", "company=Inkwell")
    terminal.json("edit", made["id"], "company=Ribeira")
    planned = terminal.json("undo", "--preview")
    assert terminal.json("show", made["id"])["company"] == "Ribeira"
    done = terminal.json("undo")
    assert done == planned
    assert done["back"] == [
        {"item": made["id"], "what": None, "field": "company", "now": "Ribeira", "back": "Inkwell", "why": None}
    ]
    assert terminal.json("show", made["id"])["company"] == "Inkwell"


def test_what_was_edited_since_is_told_and_ends_with_1(terminal: Terminal) -> None:
    made = terminal.json("new", "name=Ada Quill", "company=Inkwell")
    terminal.json("edit", made["id"], "company=Ribeira", "job_title=Editor")
    edited = terminal.json("changes")["changes"][0]["id"]
    terminal.json("edit", made["id"], "company=Quay")
    answer = terminal.run("undo", edited, "--json")
    assert answer.code == 1
    assert [line["field"] for line in answer.document["edited"]] == ["company"]
    again = terminal.run("undo", edited, "--json")
    assert (again.code, again.error["why"]) == (3, "It was taken back already.")


def test_nothing_to_undo_and_unknown_sets_are_named(terminal: Terminal) -> None:
    assert terminal.run("undo", "--json").error["why"] == "There is nothing to undo."
    terminal.json("new", "name=Ada Quill")
    assert terminal.run("undo", "99", "--json").error["id"] == "NOT_FOUND"
    assert terminal.run("undo", "x", "--json").code == 3
