"""`edit --where`: one change of all that a query finds."""

from __future__ import annotations

from tests.cli.conftest import Terminal


def _three(terminal: Terminal) -> list[str]:
    return [
        terminal.json("new", f"name={name}", "company=Inkwell Ltd", *more)["id"]
        for name, more in (("Ada Quill", ()), ("Björn Ås", ('tags=["vip"]',)), ("Chiara", ('tags=["vip", "old"]',)))
    ]


def test_a_preview_tells_and_changes_nothing_then_one_undo_takes_all_back(terminal: Terminal) -> None:
    ids = _three(terminal)
    words = ("edit", "--where", "company:inkwell", "company/=Ltd/Limited", "tags+=partner", "tags-=old")
    planned = terminal.json(*words, "--preview")
    assert (planned["found"], planned["changed"], planned["change_set"]) == (3, ids, None)
    assert terminal.json("show", ids[0])["company"] == "Inkwell Ltd"
    done = terminal.json(*words)
    assert done | {"change_set": None} == planned
    shown = [terminal.json("show", id_) for id_ in ids]
    assert {one["company"] for one in shown} == {"Inkwell Limited"}
    assert [one["tags"] for one in shown] == [["partner"], ["vip", "partner"], ["vip", "partner"]]
    assert terminal.json("changes", "--limit", "1")["changes"][0]["items"] == 3
    terminal.json("undo", done["change_set"])
    shown = [terminal.json("show", id_) for id_ in ids]
    assert {one["company"] for one in shown} == {"Inkwell Ltd"}
    assert [sorted(one["tags"]) for one in shown] == [[], ["vip"], ["old", "vip"]]


def test_what_can_never_work_is_wrong_usage(terminal: Terminal) -> None:
    _three(terminal)
    for words in (
        ("--where", "no:emial", "company=x"),
        ("--where", "ada", "company+=x"),
        ("--where", "ada", "nofield=x"),
        ("--where", "ada", f"tags+={'x' * 10_000}"),
        ("--where", "ada", "company/=x"),
        ("1", "--preview", "company=x"),
        ("company=x",),
    ):
        answer = terminal.run("edit", *words, "--json")
        assert answer.code == 2, answer
    assert "200 characters" in terminal.run("edit", "--where", "ada", f"tags+={'x' * 10_000}", "--json").error["why"]


def test_nothing_found_changes_nothing(terminal: Terminal) -> None:
    _three(terminal)
    done = terminal.json("edit", "--where", "nobody", "company=x")
    assert (done["found"], done["changed"], done["change_set"]) == (0, [], None)
