"""What a query means, and where a wrong one is told to be wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.domain.query.language import field_named, names
from crmdesk.domain.query.moments import Span, number, span_of
from crmdesk.domain.query.parser import parse
from crmdesk.domain.query.tree import All, Any, Compare, Fact, Not, Op, Related, Special, Words
from crmdesk.errors import QueryInvalid

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "", "ada", "ada quill", '"a phrase', "company:amber -tag:vip OR x", "http://x.example", "a:b", "12:30", "(",
        "-", "NOT", "OR ada", "company:", 'note:"two words"', "(ada", "re:union", '"no:email"', "tag:a,b",
    ],
)  # fmt: skip
def test_what_was_a_search_before_stays_one_in_words(text: str) -> None:
    assert parse(Kind.CONTACT, text) is None


def test_conditions_join_by_and_or_not_and_brackets() -> None:
    asked = parse(Kind.CONTACT, "no:email (in:2+ OR -has:phone) ada quill")
    assert isinstance(asked, All)
    no, either, words = asked.nodes
    assert isinstance(no, Fact)
    assert (no.what, no.value) == (Special.NO, "emails")
    assert isinstance(either, Any)
    assert isinstance(either.nodes[1], Not)
    assert words == Words("ada quill")


def test_operators_fit_the_type_of_the_field() -> None:
    assert parse(Kind.CONTACT, 'company:="Amber Ltd"') == Compare("company", Op.IS, ("Amber Ltd",))
    assert parse(Kind.CONTACT, "status:^lea,vip") == Compare("status", Op.STARTS, ("lea", "vip"))
    assert parse(Kind.PROPERTY, "price:>250k") == Compare("price", Op.MORE, ("250k",))
    assert parse(Kind.CONTACT, "birthday:1990..1999") == Compare("birthday", Op.BETWEEN, ("1990", "1999"))
    assert parse(Kind.DEAL, "settles:next14d") == Compare("settles", Op.HAS, ("next14d",))
    assert parse(Kind.CONTACT, "starred:yes") == Fact(Special.HAS, "starred")
    related = parse(Kind.CONTACT, "deal.stage:offer")
    assert related == Related(Kind.DEAL, Compare("stage", Op.HAS, ("offer",)))


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("ada no:emial", "emial", "no field “emial”"),
        ("is:foo", "foo", "no state"),
        ("birthday:soon ada", "soon", "no date"),
        ("changed:never", "never", "no date"),
        ("starred:perhaps", "perhaps", "yes or no"),
        ("deal.foo:x", "deal.foo", "no field “foo”"),
        ("birthday:~19", "19", "does not fit"),
        ("(no:email ada", "", "closing bracket"),
        ("no:email )", ")", "cannot stand here"),
        ("no:email OR", "", "missing at the end"),
    ],
)
def test_an_error_points_at_its_place(text: str, place: str, why: str) -> None:
    with pytest.raises(QueryInvalid, match=why) as raised:
        parse(Kind.CONTACT, text)
    assert text[raised.value.start : raised.value.end] == place


@given(st.text(alphabet='aén:no"()- OR,.<>=~^0129+\n', max_size=40), st.sampled_from(list(Kind)))
def test_whatever_is_typed_is_a_query_words_or_an_error_with_its_place(text: str, kind: Kind) -> None:
    error = _error(kind, text)
    assert error is None or (0 <= error.start <= error.end <= len(text) and error.plain)


def _error(kind: Kind, text: str) -> QueryInvalid | None:
    try:
        parse(kind, text)
    except QueryInvalid as error:
        return error
    return None


def test_each_name_that_completion_offers_is_understood() -> None:
    for kind in Kind:
        for name in names(kind):
            field = field_named(kind, name.text)
            assert field is None or field.key in FIELDS[kind]
            assert name.title


def test_days_and_amounts_as_people_type_them() -> None:
    assert span_of("2024", TODAY) == Span(date(2024, 1, 1), date(2025, 1, 1))
    assert span_of("2024-12", TODAY) == Span(date(2024, 12, 1), date(2025, 1, 1))
    assert span_of("last7d", TODAY) == Span(date(2026, 2, 23), date(2026, 3, 2))
    assert span_of("next2w", TODAY) == Span(TODAY, date(2026, 3, 16))
    assert span_of("7d", TODAY) is None
    assert span_of("7d", TODAY, back=True) == span_of("last7d", TODAY)
    assert span_of("2024-02-30", TODAY) is None
    assert (number("1,250"), number("250k"), number("$1.5m"), number("x")) == (1250, 250_000, 1_500_000, None)
