"""A query taken apart into chips, changed and put together asks for what it says."""

from __future__ import annotations

import pytest

from crmdesk.domain.query.pieces import instead, is_condition, negated, pieces, quoted, without

TEXT = 'ada no:email company:="Amber Ltd" (in:Dex OR in:Flex) -has:phone "open day"'


def test_each_condition_group_and_word_is_a_piece() -> None:
    assert pieces(TEXT) == [
        "ada",
        "no:email",
        'company:="Amber Ltd"',
        "(in:Dex OR in:Flex)",
        "-has:phone",
        '"open day"',
    ]
    assert [is_condition(piece) for piece in pieces(TEXT)] == [False, True, True, True, True, False]
    assert pieces("no:email OR in:Dex") == ["no:email OR in:Dex"]
    assert pieces("") == []


def test_a_piece_is_taken_away_or_turned_around() -> None:
    assert without(TEXT, "no:email") == TEXT.replace("no:email ", "")
    assert instead("ada no:email", "no:email", negated("no:email")) == "ada -no:email"
    assert (negated("-has:phone"), negated("a OR b")) == ("has:phone", "-(a OR b)")


@pytest.mark.parametrize(("value", "written"), [("vip", "vip"), ("Amber Ltd", '"Amber Ltd"'), ('a "b"', '"a  b"')])
def test_a_value_is_quoted_where_it_must_be(value: str, written: str) -> None:
    assert quoted(value) == written
