"""Lists keep their rows, and equality is honest: laws over every field, for merge, placement and verification."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given, settings, strategies

from crmdesk.domain.fields import FIELDS, Field, FieldType, Kind
from crmdesk.domain.items import place, project
from crmdesk.domain.merging.merge import merge
from crmdesk.domain.merging.plan import verify, was_taken
from crmdesk.domain.notation.normal import same
from crmdesk.domain.records import Record
from crmdesk.domain.values import Entry, Value, Values, applied, parse_date

LISTS = [(kind, field) for kind, fields in FIELDS.items() for field in fields.values() if field.type.is_list]
OTHERS = [(kind, field) for kind, fields in FIELDS.items() for field in fields.values() if not field.type.is_list]
TEXTS = {
    FieldType.EMAILS: ["ada@quill.example", "Ada@Quill.example", "bob@quill.example"],
    FieldType.PHONES: ["+49 30 1234567", "+49301234567", "+49 30 1234567,,9876#", "+49 30 1234567 x12"],
    FieldType.TAGS: ["Client", "client", "Old"],
    FieldType.REFERENCES: ["7", "70", "8"],
}  # fmt: skip


def rows(field: Field, most: int = 4) -> strategies.SearchStrategy[tuple[Entry, ...]]:
    """Lists with repeats: equal texts, equal forms, under one label or several, marked or not."""
    labels = ["", "Work", "Fax"] if field.type in (FieldType.EMAILS, FieldType.PHONES) else [""]
    texts = TEXTS.get(field.type, ["one", "two", "Two"])
    entry = strategies.builds(
        Entry, strategies.sampled_from(texts), strategies.sampled_from(labels), strategies.sampled_from([False, True])
    )
    return strategies.lists(entry, max_size=most).map(tuple)


@strategies.composite
def edits(draw: strategies.DrawFn) -> tuple[Kind, str, tuple[Entry, ...], tuple[Entry, ...]]:
    """A list as it is shown, and as the user gives it back: rows left out, added, relabelled, in another order."""
    kind, field = draw(strategies.sampled_from(LISTS))
    shown = draw(rows(field))
    left = [row for row in shown if draw(strategies.booleans())]
    given_back = draw(strategies.permutations([*left, *draw(rows(field, 1))]))
    return kind, field.key, shown, tuple(given_back)


def of(kind: Kind, id: int, values: Values) -> Record:
    return Record(id, id + 1, kind, 1, f"r{id}", values)


def held(key: str, value: tuple[Entry, ...]) -> dict[str, Value]:
    return {key: value} if value else {}


@settings(max_examples=400)
@given(edits())
@example(
    (
        Kind.CONTACT,
        "phones",
        (Entry("+49 30 1234567", "Work"), Entry("+49 30 1234567", "Fax")),
        (Entry("+49 30 1234567", "Work"), Entry("+49 30 1234567", "Fax"), Entry("+49 170 1", "Mobile")),
    )
)
def test_an_edit_of_a_list_leaves_exactly_the_rows_that_were_given_back(
    edit: tuple[Kind, str, tuple[Entry, ...], tuple[Entry, ...]],
) -> None:
    kind, key, shown, wanted = edit
    record = of(kind, 1, held(key, shown))
    for ordered in (True, False):
        placed = place(kind, [record], [], {key: wanted or None}, lambda *_: True, None, lambda *_, o=ordered: o)
        after = applied(record.values, placed.patches.get(1, {})).get(key, ())
        assert isinstance(after, tuple)
        assert Counter(after) == Counter(wanted)
        if ordered:
            assert after == wanted
        if not wanted or wanted == shown:
            assert not placed.refused
        if wanted == shown:
            assert not placed.patches
            assert not placed.here


@settings(max_examples=300)
@given(strategies.data())
def test_a_list_given_back_unchanged_changes_nothing_anywhere(data: strategies.DataObject) -> None:
    kind, field = data.draw(strategies.sampled_from(LISTS))
    records = [of(kind, id_, held(field.key, data.draw(rows(field)))) for id_ in (1, 2, 3)]
    closed = data.draw(strategies.sets(strategies.sampled_from([1, 2, 3])))
    shown = project(kind, records, []).get(field.key)
    placed = place(kind, records, [], {field.key: shown}, lambda record, _: record.id not in closed)
    assert (placed.patches, placed.here, placed.refused) == ({}, {}, {})


@settings(max_examples=300)
@given(strategies.data())
def test_what_is_left_out_goes_from_its_holders_alone(data: strategies.DataObject) -> None:
    kind, field = data.draw(strategies.sampled_from(LISTS))
    records = [of(kind, id_, held(field.key, data.draw(rows(field)))) for id_ in (1, 2)]
    shown = project(kind, records, []).get(field.key, ())
    assert isinstance(shown, tuple)
    if not shown:
        return
    out = data.draw(strategies.integers(0, len(shown) - 1))
    wanted = shown[:out] + shown[out + 1 :]
    placed = place(kind, records, [], {field.key: wanted or None}, lambda *_: True)
    gone = 0
    for record in records:
        before = record.values.get(field.key, ())
        after = placed.patches.get(record.id, {field.key: before})[field.key] or ()
        assert isinstance(before, tuple)
        assert isinstance(after, tuple)
        assert not Counter(after) - Counter(before)
        assert len(before) - len(after) <= 1
        gone += len(before) - len(after)
    assert gone >= 1


@settings(max_examples=300)
@given(strategies.data())
def test_a_merge_of_lists_loses_and_doubles_no_row(data: strategies.DataObject) -> None:
    kind, field = data.draw(strategies.sampled_from(LISTS))
    base, mine, theirs = (data.draw(rows(field)) for _ in range(3))
    spoken = frozenset({field.key})
    alone = merge(kind, held(field.key, base), held(field.key, base), held(field.key, theirs), spoken)
    assert len(alone.values.get(field.key, ())) == len(theirs)  # type: ignore[arg-type] # a list field
    kept = merge(kind, held(field.key, base), held(field.key, mine), held(field.key, base), spoken)
    assert Counter(kept.values.get(field.key, ())) == Counter(mine)  # type: ignore[arg-type] # a list field
    both = merge(kind, held(field.key, base), held(field.key, mine), held(field.key, theirs), spoken)
    merged = both.values.get(field.key, ())
    assert isinstance(merged, tuple)
    texts = {row.value for row in (*base, *mine, *theirs)}
    assert {row.value for row in merged} <= texts
    added = [
        row
        for row in mine
        if not any(same(kind, field.key, (Entry(row.value),), (Entry(old.value),)) for old in (*base, *theirs))
    ]
    assert all(any(row.value == one.value for one in merged) or both.differences for row in added)


# Equality is honest: what is written is a core in some notation and a part that tells it from others.

PHONES = ["+1 650 253 0001{}", "+1 (650) 253-0001{}", "tel:+16502530001{}"]
TAILS = {
    "": ["", " "],
    "x12": ["x12", " ext. 12", " extension 12", ";ext=12", " EXT 12", "#12"],
    "x120": ["x120", " ext 120"],
    "pause 1111": [",,1111#", " ,, 1111 #"],
    "pause 2222": [",,2222#"],
    "short pause 1111": [",1111#"],
    "wait 12": [";12"],
    "menu 12": [",12"],
    "desk": [" (front desk)"],
    "home": [" (home)"],
}
HANDLES = {
    "ada": ["ada", "@Ada", "https://www.instagram.com/ada/", "instagram.com/ada"],
    "ada elsewhere": ["https://www.facebook.com/ada"],
    "bob": ["bob", "https://instagram.com/bob"],
    "one by id": ["https://instagram.com/profile.php?id=1"],
    "other by id": ["https://instagram.com/profile.php?id=2"],
    "a page of ada": ["https://instagram.com/ada/reels"],
}
ADDRESSES = {
    "ada": ["ada@quill.example", "ADA@quill.example", " ada@quill.example"],
    "ada+x": ["ada+x@quill.example"],
    "a.da": ["a.da@quill.example"],
}
URLS = {
    "page": ["https://a.example/x", "https://a.example/x/"],
    "query": ["https://a.example/x?to=/"],
    "other": ["https://a.example/x?to="],
    "root": ["https://a.example", "https://a.example/"],
}
MOMENTS = {
    "noon": ["2026-03-01T12:00:00+00:00", "2026-03-01T13:00:00+01:00", "2026-03-01T12:00:00Z"],
    "a second later": ["2026-03-01T12:00:01+00:00"],
    "day": ["2026-03-01"],
    "midnight": ["2026-03-01T00:00:00Z"],
}
WORDS = {
    "a": ["Ada", "Ada "],
    "b": ["ada"],
    "c": ["A da"],
    "d": ["Ada\nB", "Ada \r\nB"],
    "e": ["caf\u00e9", "cafe\u0301"],
}
DATES = {"known": ["1990-02-03"], "no year": ["--02-03"], "other": ["1990-03-02"]}
AMOUNTS = {"million": ["1000000"], "more": ["1000000.50"], "words": ["Offers over 1000000"], "none": ["0"]}
SPELLED: dict[FieldType, dict[str, list[str]]] = {
    FieldType.PHONES: {name: [form.format(tail) for form in PHONES for tail in tails] for name, tails in TAILS.items()},
    FieldType.EMAILS: ADDRESSES,
    FieldType.HANDLE: HANDLES,
    FieldType.URL: URLS,
    FieldType.IMAGE: URLS,
    FieldType.MOMENT: MOMENTS,
    FieldType.DATE: DATES,
    FieldType.AMOUNT: AMOUNTS,
}
EVERY = [(kind, field) for kind, field in [*LISTS, *OTHERS] if field.type not in (FieldType.FLAG, FieldType.NUMBER)]


@strategies.composite
def two_spellings(draw: strategies.DrawFn) -> tuple[Kind, Field, Value, Value, bool]:
    """Two values of one field, and whether a person would call them the same."""
    kind, field = draw(strategies.sampled_from(EVERY))
    meanings = SPELLED.get(field.type, WORDS)
    if field.type is FieldType.HANDLE and field.key != "instagram":
        meanings = {"ada": ["ada", "@ada"], "bob": ["bob"], "address": ["https://pages.example/ada"]}
    one, other = draw(strategies.sampled_from(sorted(meanings))), draw(strategies.sampled_from(sorted(meanings)))
    texts = [draw(strategies.sampled_from(meanings[name])) for name in (one, other)]
    values: list[Value] = [(Entry(text),) if field.type.is_list else text for text in texts]
    return kind, field, values[0], values[1], one == other


@settings(max_examples=600)
@given(two_spellings())
def test_two_values_are_equal_exactly_where_a_person_would_say_so(case: tuple[Kind, Field, Value, Value, bool]) -> None:
    kind, field, one, other, alike = case
    assert same(kind, field.key, one, other) is alike
    assert same(kind, field.key, other, one) is alike
    assert not same(kind, field.key, one, None)


@settings(max_examples=600)
@given(two_spellings(), two_spellings())
def test_what_both_sides_changed_differently_is_a_conflict_or_kept_twice(
    first: tuple[Kind, Field, Value, Value, bool], second: tuple[Kind, Field, Value, Value, bool]
) -> None:
    kind, field, mine, theirs, alike = first
    base = second[2] if second[1] == field else None
    if alike or (base is not None and (same(kind, field.key, base, mine) or same(kind, field.key, base, theirs))):
        return
    spoken = frozenset({field.key})
    before: Values = {} if base is None else {field.key: base}
    merged = merge(kind, before, {field.key: mine}, {field.key: theirs}, spoken)
    if field.type.is_list:
        kept = {*_texts(merged.values[field.key])}
        assert merged.differences or kept == {*_texts(mine), *_texts(theirs)}
    else:
        assert [difference.field for difference in merged.differences] == [field.key]


@settings(max_examples=600)
@given(two_spellings())
def test_what_changed_there_alone_is_counted_and_taken(case: tuple[Kind, Field, Value, Value, bool]) -> None:
    kind, field, before, after, alike = case
    merged = merge(kind, {field.key: before}, {field.key: before}, {field.key: after}, frozenset({field.key}))
    assert merged.values[field.key] == after
    assert bool(merged.taken) is not alike


@settings(max_examples=600)
@given(two_spellings())
def test_a_read_back_that_is_what_was_there_before_is_never_taken(case: tuple[Kind, Field, Value, Value, bool]) -> None:
    kind, field, before, wanted, alike = case
    receipt = verify(kind, {field.key: wanted}, {field.key: before}, frozenset({field.key}), None, {field.key: before})
    assert was_taken(kind, field.key, wanted, wanted, None, before)
    if not alike:
        assert field.key in receipt.refused
    if field.key in receipt.taken:
        pairs = zip(_texts(wanted), _texts(before), strict=True)
        assert all(one.split() == other.split() or "\u0301" in one + other for one, other in pairs)


def _texts(value: Value) -> list[str]:
    return [row.value for row in value] if isinstance(value, tuple) else [str(value)]


def test_a_zero_is_not_nothing() -> None:
    assert not same(Kind.PROPERTY, "custom.rooms", 0.0, None)


def test_a_changed_order_is_sent_where_only_the_desk_changed_it() -> None:
    one, two, three = (Entry(f"{name}@x.example") for name in "abc")
    merged = merge(
        Kind.CONTACT, {"emails": (one, two)}, {"emails": (two, one)}, {"emails": (one, two)}, frozenset({"emails"})
    )
    assert (merged.values["emails"], merged.base["emails"]) == ((two, one), (one, two))
    moved = {"emails": (two, one)}
    assert verify(Kind.CONTACT, moved, {"emails": (one, two)}, frozenset({"emails"}), None, merged.base).refused
    assert verify(Kind.CONTACT, moved, {"emails": (two, one)}, frozenset({"emails"}), None, merged.base).taken == moved
    both = merge(
        Kind.CONTACT,
        {"emails": (one, two)},
        {"emails": (two, one)},
        {"emails": (three, one, two)},
        frozenset({"emails"}),
    )
    assert both.values["emails"] == (three, two, one)


def test_a_marked_row_that_is_not_marked_there_was_not_taken() -> None:
    first, second = Entry("+49 30 1", primary=True), Entry("+49 30 2")
    wanted = (replace(first, primary=False), replace(second, primary=True))
    assert not was_taken(Kind.CONTACT, "phones", wanted, (first, second), None, (first, second))
    assert was_taken(Kind.CONTACT, "phones", wanted, (Entry("+49 30 1"), Entry("+49 30 2")))


@pytest.mark.parametrize("text", DATES["known"] + DATES["no year"])
def test_the_dates_of_these_laws_are_dates(text: str) -> None:
    assert parse_date("birthday", text) == text
