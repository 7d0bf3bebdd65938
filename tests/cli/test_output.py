"""Documents and tables hold whatever a CRM sends."""

from __future__ import annotations

import json

import pytest

from crmdesk.cli.tables import neutral, table
from crmdesk.domain.notation.json_shapes import to_text

NASTY = "a\x00\x1b[2J\u202e\u2066\ud800\u2028\r\n\tü名\U0001f600"


def test_json_is_valid_utf_8_and_exact() -> None:
    text = to_text({"value": NASTY, "plain": NASTY.replace("\ud800", "")})
    assert json.loads(text.encode("utf-8")) == {"value": NASTY, "plain": NASTY.replace("\ud800", "")}


def test_tables_spell_out_control_characters_and_direction_marks() -> None:
    shown = neutral(NASTY)
    assert shown.startswith("a\\x00\\x1b[2J\\u202e\\u2066\\ud800\\u2028   ")
    assert shown.isprintable()
    shown.encode("utf-8")


def test_columns_line_up_for_wide_and_combining_characters() -> None:
    lines = list(table(("NAME", "X"), [("名前", "1"), ("e\u0301a", "2"), ("abcd", "3"), ("w" * 200, "4")]))
    assert lines[1] == "名前" + " " * 44 + "  1"
    assert lines[2] == "e\u0301a" + " " * 46 + "  2"
    assert lines[4] == "w" * 47 + "…  4"


@pytest.mark.parametrize(
    ("picture", "cells"),
    [
        ("👩‍👩‍👧", 2),
        ("❤\ufe0f", 2),
        ("🏳\ufe0f‍🌈", 2),
        ("1\ufe0f\u20e3", 2),
        ("👍🏽", 2),
        ("🇩🇪", 2),
        ("👍", 2),
        ("❤", 1),
    ],
)
def test_columns_line_up_behind_pictures_that_are_joined(picture: str, cells: int) -> None:
    _, line, other = table(("NAME", "X"), [(picture, "1"), ("abcde", "2")])
    assert (line, other) == (picture + " " * (5 - cells) + "  1", "abcde  2")
    long = list(table(("NAME",), [(picture * 60,)]))[1]
    assert long.removesuffix("…") == picture * (len(long[:-1]) // len(picture)), "cut between pictures"


@pytest.mark.parametrize("unseen", list("\u200b\u00ad\U000e0001\u206a\ufff9\u2060\u180e\u3164\ue000"))
def test_what_cannot_be_seen_is_spelled_out_in_tables_and_exact_in_documents(unseen: str) -> None:
    shown = neutral(f"pay{unseen}pal")
    assert unseen not in shown
    assert "\\" in shown
    assert json.loads(to_text({"value": unseen})) == {"value": unseen}


def test_joiners_stay_as_they_belong_to_words_and_emoji() -> None:
    assert (
        neutral("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")
        == "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    )
