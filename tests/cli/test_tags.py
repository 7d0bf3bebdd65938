"""Tags as things: listed, renamed, merged and deleted wherever they stand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Terminal


@pytest.fixture
def tagged(terminal: Terminal) -> Terminal:
    for name, tags in (("Ada", '["vip", "choir"]'), ("Björn", '["VIP"]'), ("Chiara", '["Choir", "old"]')):
        terminal.json("new", f"name={name}", f"tags={tags}")
    return terminal


def _tags(terminal: Terminal) -> dict[str, int]:
    found: list[dict[str, Any]] = terminal.json("tags")["tags"]
    return {one["tag"].casefold(): one["items"] for one in found}


def test_tags_are_counted_in_whatever_case(tagged: Terminal) -> None:
    assert _tags(tagged) == {"choir": 2, "vip": 2, "old": 1}


def test_a_rename_goes_through_all_and_is_one_undo(tagged: Terminal) -> None:
    planned = tagged.json("tags", "rename", "vip", "Patron", "--preview")
    assert len(planned["changed"]) == 2
    tagged.json("tags", "rename", "vip", "Patron")
    assert _tags(tagged) == {"choir": 2, "patron": 2, "old": 1}
    tagged.json("undo")
    assert _tags(tagged) == {"choir": 2, "vip": 2, "old": 1}


def test_a_rename_onto_a_tag_that_is_there_offers_to_merge(tagged: Terminal) -> None:
    answer = tagged.run("tags", "rename", "old", "choir", "--json")
    assert (answer.code, answer.error["why"]) == (3, "There is a tag “choir” already.")
    assert "Merge" in answer.error["next"]
    tagged.json("tags", "rename", "old", "choir", "--merge")
    assert _tags(tagged) == {"choir": 2, "vip": 2}


def test_deleting_and_what_cannot_work(tagged: Terminal) -> None:
    tagged.json("tags", "delete", "choir")
    assert _tags(tagged) == {"vip": 2, "old": 1}
    assert tagged.run("tags", "delete", "nobody", "--json").error["why"] == "Nobody has the tag “nobody”."
    assert "200 characters" in tagged.run("tags", "rename", "vip", "x" * 10_000, "--json").error["why"]


def test_a_colour_goes_with_a_rename_and_is_taken_back(tagged: Terminal) -> None:
    tagged.json("tags", "colour", "VIP", "purple")
    tagged.json("tags", "rename", "vip", "Patron")
    colours = {one["tag"]: one["colour"] for one in tagged.json("tags")["tags"]}
    assert (colours["Patron"], colours["old"]) == ("purple", None)
    tagged.json("tags", "colour", "Patron", "none")
    assert not any(one["colour"] for one in tagged.json("tags")["tags"])
    tagged.json("undo")
    assert {one["tag"]: one["colour"] for one in tagged.json("tags")["tags"]}["Patron"] == "purple"
    assert tagged.run("tags", "colour", "Patron", "mauve").code == 2


def test_a_tag_is_its_words_alone_in_whatever_case_and_no_other_with_like_letters(terminal: Terminal) -> None:
    held = {"Ada": '["Käufer", "Choir"]', "Björn": '["Kaufer"]', "Chiara": '[" q\\"b ", "q b"]', "Dai": '["q b"]'}
    ids = {name: terminal.json("new", f"name={name}", f"tags={tags}")["id"] for name, tags in held.items()}

    def tags() -> dict[str, list[str]]:
        return {name: terminal.json("show", id_)["tags"] for name, id_ in ids.items()}

    assert terminal.json("tags", "rename", "KÄUFER", "choir", "--merge")["found"] == 1
    assert terminal.json("tags", "rename", 'q"b', "Quartet")["found"] == 1
    assert tags() == {"Ada": ["Choir"], "Björn": ["Kaufer"], "Chiara": ["q b", "Quartet"], "Dai": ["q b"]}
    for nobody in ("", "Käufer"):
        answer = terminal.run("tags", "colour", nobody, "red", "--json")
        assert (answer.code, answer.error["why"]) == (3, f"Nobody has the tag “{nobody}”.")
