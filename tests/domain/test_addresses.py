"""A postal address is one thing: shown whole from one record, in its country's order, and edited where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies

from crmdesk.domain.fields import ADDRESS, ADDRESS_PARTS, Kind
from crmdesk.domain.items import HERE, Placement, place, project, speaking
from crmdesk.domain.notation.address_formats import country_code, formatted
from crmdesk.domain.notation.addresses import KEYS, address_of, changed_address, with_block
from crmdesk.domain.notation.normal import same
from crmdesk.domain.records import Pin, Presence, Record
from crmdesk.domain.values import Patch, Value, applied
from tests.domain.test_place import LOCAL, after

C = Kind.CONTACT
World = tuple[list[Record], list[Pin], frozenset[tuple[int, str]]]

HOME: dict[str, Value] = {"street": "1 Quay St", "city": "Sydney", "region": "NSW", "postcode": "2000"}
OTHER: dict[str, Value] = {"street": "9 Hill Rd", "city": "Perth", "postcode": "6000", "country": "Australia"}


def record(id: int, **values: Value) -> Record:
    return Record(id, 1 + id, C, 1, f"r{id}", values)


addresses: strategies.SearchStrategy[dict[str, Value]] = strategies.one_of(
    strategies.just({}),
    strategies.fixed_dictionaries({"address": strategies.sampled_from(["1 Quay St, Sydney", "Elsewhere"])}),
    strategies.fixed_dictionaries(
        {},
        optional={
            "street": strategies.sampled_from(["1 Quay St", "9 Hill Rd\nUnit 2"]),
            "city": strategies.sampled_from(["Sydney", "Perth"]),
            "region": strategies.just("NSW"),
            "postcode": strategies.sampled_from(["2000", "6000"]),
            "country": strategies.sampled_from(["Australia", "DE"]),
        },
    ),
)
patches = strategies.dictionaries(
    strategies.sampled_from(sorted(KEYS)), strategies.sampled_from([None, "New", "Perth"]), min_size=1, max_size=3
)


@strategies.composite
def worlds(draw: strategies.DrawFn) -> World:
    """Records in account order, "This computer" perhaps last; pins; and what no account lets the desk write."""
    records = []
    for id_ in range(1, draw(strategies.integers(1, 3)) + 1):
        presence = draw(strategies.sampled_from([Presence.LIVE, Presence.LIVE, Presence.REMOVED]))
        records.append(Record(id_, 1 + id_, C, 1, f"r{id_}", draw(addresses), presence=presence))
    if draw(strategies.booleans()):
        records.append(Record(LOCAL, 1, C, 1, None, draw(addresses)))
    pinned = draw(strategies.none() | strategies.sampled_from([0, *(one.id for one in records)]))
    pins = [] if pinned is None else [Pin("address", pinned or None)]
    fields = [(one.id, key) for one in records if one.account_id != 1 for key in sorted(KEYS)]
    closed = draw(strategies.sets(strategies.sampled_from(fields)))
    gone = {(one.id, key) for one in records if one.presence is Presence.REMOVED for key in KEYS}
    return records, pins, frozenset(closed | gone)


def shown_address(values: dict[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if key in KEYS}


def put(world: World, patch: Patch) -> Placement:
    records, pins, closed = world
    return place(C, records, pins, patch, lambda one, key: (one.id, key) not in closed)


@given(worlds())
def test_the_shown_address_is_the_whole_address_of_one_record(world: World) -> None:
    records, pins, _ = world
    shown = shown_address(project(C, records, pins))
    held = [with_block(address_of(one.values)) for one in speaking(records)]
    assert shown in [dict(one) for one in held] or (not shown and pins)
    if not pins:
        assert bool(shown) is any(held)


@given(worlds(), patches)
def test_what_is_shown_after_an_edit_is_the_address_as_it_was_with_the_users_change(world: World, patch: Patch) -> None:
    records, pins, _ = world
    before = project(C, records, pins)
    patch = {key: value for key, value in patch.items() if before.get(key) != value}
    wanted = changed_address(address_of(before), patch)
    shown = after(records, pins, put(world, patch))
    assert shown_address(shown) == with_block(wanted)


@given(worlds(), patches)
def test_another_address_is_never_touched_and_none_is_left_in_pieces(world: World, patch: Patch) -> None:
    records, pins, closed = world
    before = address_of(project(C, records, pins))
    wanted = changed_address(before, patch)
    for id_, given_ in put(world, patch).patches.items():
        one = next(one for one in records if one.id == id_)
        assert not {(id_, key) for key in given_} & closed
        held = address_of(one.values)
        assert all(key in before and same(C, key, value, before[key]) for key, value in held.items())
        left = address_of(applied(one.values, given_))
        assert all(key in wanted and same(C, key, value, wanted[key]) for key, value in left.items())


@given(worlds(), strategies.sampled_from(ADDRESS_PARTS))
def test_a_part_changed_and_given_back_leaves_every_record_as_it_was(world: World, part: str) -> None:
    records, pins, _ = world
    before = project(C, records, pins)
    if part not in before:
        return
    there = [
        Record(one.id, one.account_id, C, 1, one.remote_id, applied(one.values, given_), presence=one.presence)
        for one in records
        for given_ in [put(world, {part: "Changed"}).patches.get(one.id, {})]
    ]
    kept = put(world, {part: "Changed"})
    if kept.here:
        there = [one for one in there if one.account_id != 1]
        there.append(Record(LOCAL, 1, C, 1, None, applied({}, kept.here)))
    pins = [Pin(key, LOCAL if holder == HERE else holder) for key, holder in kept.pins.items()] or pins
    back = put((there, pins, world[2]), {part: before[part]})
    for one in there:
        if one.account_id != 1:
            was = next(other for other in records if other.id == one.id)
            assert applied(one.values, back.patches.get(one.id, {})) == was.values


def test_parts_of_two_records_are_never_mixed() -> None:
    shown = project(C, [record(1, city="Sydney"), record(2, **OTHER)], [])
    assert shown == {"city": "Sydney", "address": "Sydney"}
    assert project(C, [record(1, city="Sydney"), record(2, **OTHER)], [Pin("address", 2)]) == with_block(OTHER)


def test_a_changed_part_is_changed_in_each_record_that_has_this_address() -> None:
    records = [record(1, **HOME), record(2, **OTHER), record(3, street="1 Quay St", city="Sydney")]
    placed = place(C, records, [], {"street": "2 Quay St"}, lambda one, key: True)
    assert placed.patches == {1: {"street": "2 Quay St"}, 3: {"street": "2 Quay St"}}
    assert not placed.here
    assert not placed.pins


def test_a_part_that_its_crm_does_not_take_keeps_the_whole_address_on_this_computer() -> None:
    placed = place(C, [record(1, **HOME)], [], {"city": "Perth"}, lambda one, key: False)
    assert placed.here == {**HOME, "city": "Perth"}
    assert placed.pins == {"address": HERE}
    assert not placed.patches


def test_a_text_takes_the_place_of_the_parts_where_no_crm_takes_a_text() -> None:
    placed = place(C, [record(1, **HOME)], [], {"address": "Somewhere"}, lambda one, key: key != "address")
    assert (placed.patches, placed.here) == ({}, {"address": "Somewhere"})


def test_a_part_added_to_an_address_known_as_a_text_loses_no_text() -> None:
    placed = place(C, [record(1, address="1 Quay St, Sydney")], [], {"country": "AU"}, lambda one, key: False)
    assert placed.here == {"street": "1 Quay St, Sydney", "country": "AU"}


def test_an_empty_address_is_given_to_the_first_that_takes_one_and_to_those_the_user_names() -> None:
    records = [record(1), record(2), record(3), record(4, **OTHER)]
    pins = [Pin("address", None)]
    patch: Patch = {"street": "1 Quay St", "city": "Sydney"}
    first = place(C, records, pins, patch, lambda one, key: one.id != 1)
    assert (first.patches, first.others) == ({2: patch}, {"street": [3], "city": [3]})
    both = place(C, records, pins, patch, lambda one, key: one.id != 1, {"street": [3]})
    assert both.patches == {2: patch, 3: patch}
    assert both.pins == {"address": 2}


def test_a_cleared_address_stays_empty_where_another_crm_has_one() -> None:
    patch: Patch = dict.fromkeys(HOME)
    placed = place(C, [record(1, **HOME), record(2, **OTHER)], [], patch, lambda one, key: True)
    assert placed.patches == {1: patch}
    assert placed.pins == {"address": None}


@pytest.mark.parametrize(
    ("parts", "block"),
    [
        ({**HOME, "country": "Australia"}, "1 Quay St\nSydney NSW 2000\nAustralia"),
        ({**HOME, "country": ""}, "1 Quay St\nSydney NSW 2000"),
        (
            {"street": "350 5th Ave", "city": "New York", "region": "NY", "postcode": "10118", "country": "U.S.A."},
            "350 5th Ave\nNew York, NY 10118\nU.S.A.",
        ),
        ({"street": "350 5th Ave", "city": "New York", "country": "us"}, "350 5th Ave\nNew York\nus"),
        (
            {"street": "Unter den Linden 1", "city": "Berlin", "postcode": "10117", "country": "Deutschland"},
            "Unter den Linden 1\n10117 Berlin\nDeutschland",
        ),
        (
            {"street": "10 Downing St", "city": "London", "postcode": "SW1A 2AA", "country": "United Kingdom"},
            "10 Downing St\nLondon\nSW1A 2AA\nUnited Kingdom",
        ),
        (
            {"street": "2 Lambton Quay", "city": "Wellington", "postcode": "6011", "country": "NZL"},
            "2 Lambton Quay\nWellington 6011\nNZL",
        ),
        (
            {"street": "Via Roma 1", "city": "Torino", "region": "TO", "postcode": "10121", "country": "Italia"},
            "Via Roma 1\n10121 Torino TO\nItalia",
        ),
        (
            {"street": "丸の内1-1", "city": "千代田区", "region": "東京都", "postcode": "100-0005", "country": "日本"},
            "日本\n100-0005\n東京都 千代田区\n丸の内1-1",
        ),
        (
            {"street": "1-1 Marunouchi", "city": "Chiyoda", "region": "Tokyo", "postcode": "100", "country": "JP"},
            "1-1 Marunouchi\nChiyoda, Tokyo 100\nJP",
        ),
        (
            {"street": "Fő utca 1", "city": "Budapest", "postcode": "1011", "country": "Hungary"},
            "Budapest\nFő utca 1\n1011\nHungary",
        ),
        ({"street": "Level 3\n12 High St", "city": "Nowhere", "postcode": "1", "country": "Atlantis"},
         "Level 3\n12 High St\nNowhere 1\nAtlantis"),
        ({"country": "Australia"}, "Australia"),
        ({}, ""),
    ],
)  # fmt: skip
def test_a_block_is_written_in_the_order_of_its_country(parts: dict[str, str], block: str) -> None:
    assert formatted(parts) == block


@given(strategies.dictionaries(strategies.sampled_from(ADDRESS_PARTS), strategies.text("xyz", min_size=1)))
def test_a_block_says_every_part_once_whatever_the_country(parts: dict[str, str]) -> None:
    for country in ("", "AU", "US", "DE", "GB", "JP", "BR", "HU", "TR", "HK", "CO"):
        whole = {**parts, **({"country": country} if country else {})}
        letters = [letter for letter in formatted(whole) if letter.isalpha()]
        assert sorted(letters) == sorted("".join(whole.values()))


def test_a_country_is_known_by_its_usual_names() -> None:
    names = ("Germany", "DE", "deu", " deutschland ", "The Netherlands", "U.K.", "Atlantis", "")
    assert [country_code(name) for name in names] == ["DE", "DE", "DE", "DE", "NL", "GB", "", ""]


def test_the_block_is_what_people_see_of_the_parts_and_a_text_is_left_as_it_is() -> None:
    assert with_block({"name": "Ada", **HOME})[ADDRESS] == "1 Quay St\nSydney NSW 2000"
    text: dict[str, Value] = {"address": "1 Quay St, Sydney"}
    assert with_block(text) is text
