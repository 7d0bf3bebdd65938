"""Values as texts and back, plain dates, and when two spellings mean the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.normal import entry_key, normal, same
from crmdesk.domain.values import (
    Entry,
    Value,
    applied,
    from_json,
    is_empty,
    parse_date,
    parse_value,
    patch_from_json,
    to_json,
)
from crmdesk.errors import UserInputError

C = Kind.CONTACT
words = strategies.text(strategies.characters(exclude_categories=["Cs"]), min_size=1)
entries = strategies.builds(Entry, words, words | strategies.just(""), strategies.booleans())
anything = words | strategies.just(True) | strategies.floats(allow_nan=False, allow_infinity=False)
held = anything | strategies.lists(entries, min_size=1).map(tuple)


@given(strategies.dictionaries(words, held))
def test_values_come_back_from_their_text(values: dict[str, Value]) -> None:
    assert from_json(to_json(values)) == values


@given(strategies.dictionaries(words, held | strategies.none()))
def test_patches_keep_their_cleared_fields(patch: dict[str, Value | None]) -> None:
    assert patch_from_json(to_json(patch)) == patch
    assert not any(is_empty(value) for value in applied({}, patch).values())


@given(strategies.dates())
def test_every_day_is_a_date_with_and_without_its_year(day: date) -> None:
    assert parse_date("birthday", day.isoformat()) == day.isoformat()
    assert parse_date("birthday", f" --{day:%m-%d} ") == f"--{day:%m-%d}"


@pytest.mark.parametrize(
    "text",
    ["", "-", "1.2.1990", "1990-2-1", "1990-13-01", "1990-02-30", "2023-02-29", "1900-02-29", "--02-30", "-02-01",
     "90-02-01", "1990/02/01", "1990-02-01T00:00", "²990-02-01", "19900201", "1990-00-10", "--00-01"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UserInputError):
        parse_date("birthday", text)


def test_a_leap_day_needs_no_year() -> None:
    assert parse_date("birthday", "--02-29") == "--02-29"
    assert parse_date("birthday", "2000-02-29") == "2000-02-29"


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("company", "ACME", "ACME"),
        ("company", "  ", None),
        ("starred", "yes", True),
        ("starred", "no", None),
        ("birthday", "1990-02-01", "1990-02-01"),
        ("emails", '["a@x.example", {"value": "b@x.example", "label": "work"}]',
         (Entry("a@x.example"), Entry("b@x.example", "work"))),
        ("emails", "[]", None),
        ("emails", '[" "]', None),
    ],
)  # fmt: skip
def test_texts_of_the_command_line(key: str, text: str, value: Value | None) -> None:
    assert parse_value(C, key, text) == value


@pytest.mark.parametrize(("key", "text"), [("emails", "a@x.example"), ("starred", "perhaps"), ("birthday", "soon")])
def test_texts_that_stand_for_nothing_are_refused(key: str, text: str) -> None:
    with pytest.raises(UserInputError):
        parse_value(C, key, text)


SAME: list[tuple[str, Value | None, Value | None]] = [
    ("description", "one\r\ntwo \n", "one\ntwo"),
    ("company", "Café", "Cafe\u0301"),
    ("company", None, ""),
    ("company", " ACME ", "ACME"),
    ("instagram", "https://www.instagram.com/Ada/", "@ada"),
    ("linkedin", "linkedin.com/in/ada", "ada"),
    ("website", "https://ada.example/", "https://ada.example"),
    ("last_seen", "2026-03-02T09:00:00Z", "2026-03-02T10:00:00+01:00"),
    ("emails", (Entry("Ada@X.example"),), (Entry("ada@x.example "),)),
    ("phones", (Entry("+49 (30) 90 18-20"),), (Entry("+4930901820"),)),
    ("phones", (Entry("0049 30 901820"),), (Entry("+49 30 901820"),)),
    ("starred", None, None),
]
DIFFERENT: list[tuple[str, Value | None, Value | None]] = [
    ("company", "ACME", "acme"),
    ("description", "one\n\ntwo", "one\ntwo"),
    ("website", "https://ada.example/a", "https://ada.example/b"),
    ("emails", (Entry("a@x.example"),), (Entry("a@x.example"), Entry("b@x.example"))),
    ("emails", (Entry("a@x.example", "work"),), (Entry("a@x.example", "home"),)),
    ("phones", (Entry("+49 30 901820"),), (Entry("+49 30 901821"),)),
    ("phones", (Entry("+49 30 901820 ext 5"),), (Entry("+49 30 901820"),)),
    ("starred", True, None),
]


@pytest.mark.parametrize(("key", "one", "other"), SAME)
def test_two_spellings_of_one_value(key: str, one: Value | None, other: Value | None) -> None:
    assert same(C, key, one, other)
    assert normal(C, key, one) == normal(C, key, other)


@pytest.mark.parametrize(("key", "one", "other"), DIFFERENT)
def test_two_values(key: str, one: Value | None, other: Value | None) -> None:
    assert not same(C, key, one, other)


def test_a_national_number_is_at_home_in_its_region() -> None:
    assert entry_key(C, "phones", Entry("030 901820"), "DE") == entry_key(C, "phones", Entry("+49 30 901820"))
    assert entry_key(C, "phones", Entry("030 901820")) != entry_key(C, "phones", Entry("+49 30 901820"))


@given(strategies.sampled_from(["company", "description", "instagram", "website"]), words)
def test_a_normal_form_is_its_own(key: str, text: str) -> None:
    form = normal(C, key, text)
    assert form is None or isinstance(form, str)
    assert key in ("instagram",) or normal(C, key, form) == form


@pytest.mark.parametrize(
    "text",
    [
        '[{"number": "+49 30 1"}]',
        '[{"value": "+49 30 1", "type": "work"}]',
        '[{"value": true}]',
        '[{"value": 49301}]',
        '[{"value": null}]',
        '[{"value": "+49 30 1", "label": 7}]',
        "[{}]",
    ],
)
def test_objects_under_other_names_are_refused_and_clear_nothing(text: str) -> None:
    with pytest.raises(UserInputError):
        parse_value(C, "phones", text)


def test_entries_are_read_with_label_and_mark() -> None:
    text = '["+49 30 1", {"value": "+49 30 2", "label": "work", "primary": true}, {"value": "+49 30 3", "label": null}]'
    assert parse_value(C, "phones", text) == (
        Entry("+49 30 1"),
        Entry("+49 30 2", "work", True),
        Entry("+49 30 3"),
    )
