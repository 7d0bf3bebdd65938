"""Records beside each other: what is the same, what means the same, what is more, and which letters differ."""

from __future__ import annotations

import pytest

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Value
from crmdesk.ui.matches.compare.comparison import FieldComparison, Relation, compare


def _only(key: str, *values: Value | None) -> FieldComparison:
    records: list[dict[str, Value]] = [{} if value is None else {key: value} for value in values]
    (found,) = compare(Kind.CONTACT, records)
    return found


@pytest.mark.parametrize(
    ("key", "values", "relation"),
    [
        ("company", ("Inkwell", "Inkwell"), Relation.SAME),
        ("company", ("Inkwell", "INKWELL "), Relation.EQUIVALENT),
        ("company", ("Inkwell", "Inkwell Press"), Relation.MORE),
        ("company", ("Inkwell", "Ribeira"), Relation.DIFFERS),
        ("company", ("Inkwell", None), Relation.ONLY_HERE),
        ("company", ("Inkwell", "Inkwell", None), Relation.SAME),
        ("emails", ((Entry("A@x.example"),), (Entry("a@x.example"),)), Relation.EQUIVALENT),
        ("emails", ((Entry("a@x.example"),), (Entry("a@x.example"), Entry("b@x.example"))), Relation.MORE),
        ("emails", ((Entry("a@x.example"),), (Entry("b@x.example"),)), Relation.DIFFERS),
        ("phones", ((Entry("+49 170 555 0003"),), (Entry("0170 5550003"),)), Relation.EQUIVALENT),
    ],
)
def test_values_are_said_to_stand_to_each_other_as_people_would_say(
    key: str, values: tuple[Value | None, ...], relation: Relation
) -> None:
    assert _only(key, *values).relation is relation


def test_the_letters_that_differ_are_marked_and_no_others() -> None:
    found = _only("name", "Jon Smith", "John Smith")
    assert found.marks == ((), ((2, 3),))
    assert found.texts[1][2:3] == "h"


def test_words_are_marked_whole_where_letters_would_say_nothing() -> None:
    found = _only("birthday", "1980-03-05", "1980-05-03")
    assert [found.texts[0][start:end] for start, end in found.marks[0]] == ["5", "March"]


def test_wholly_different_texts_are_not_marked_all_over() -> None:
    assert _only("company", "Inkwell", "Ribeira").marks == ((), ())


def test_of_lists_the_entries_are_marked_that_the_others_lack() -> None:
    found = _only("emails", (Entry("a@x.example", "work"),), (Entry("b@x.example"), Entry("a@x.example")))
    assert found.marks == ((), ((0, 11),))


def test_an_address_is_one_block_and_its_parts_are_no_rows_of_their_own() -> None:
    found = compare(Kind.CONTACT, [{"street": "1 Quay St", "city": "Carlton"}, {"address": "1 Quay St, Carlton"}])
    assert [one.key for one in found] == ["address"]


def test_what_tells_people_apart_comes_first_whatever_order_a_crm_gives() -> None:
    first: dict[str, Value] = {"description": "x", "company": "Inkwell", "phones": (Entry("1"),), "name": "Ada"}
    found = [one.key for one in compare(Kind.CONTACT, [first, {"name": "Ada"}])]
    assert found == ["name", "phones", "company", "description"]
