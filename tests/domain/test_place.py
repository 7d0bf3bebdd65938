"""Where an edit lands: what was typed is what is shown, and no different value is ever overwritten."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, strategies

from crmdesk.domain.fields import Kind
from crmdesk.domain.items import HERE, Placement, differing, place, project, speaking, united
from crmdesk.domain.notation.normal import entry_key, same
from crmdesk.domain.records import Pin, Presence, Record
from crmdesk.domain.values import Entry, Patch, Value, applied

C = Kind.CONTACT
LOCAL = 99
World = tuple[list[Record], list[Pin], frozenset[int]]


def record(id: int, account: int = 2, presence: Presence = Presence.LIVE, **values: Value) -> Record:
    return Record(id, account, C, 1, f"r{id}", values, presence=presence)


def after(records: list[Record], pins: list[Pin], placed: Placement) -> dict[str, Value]:
    """What is shown once a placement was carried out."""
    changed = [replace(one, values=applied(one.values, placed.patches.get(one.id, {}))) for one in records]
    if placed.here:
        local = next((one for one in changed if one.account_id == 1), Record(LOCAL, 1, C, 1, None, {}))
        kept = dict(local.values)
        for key, value in placed.here.items():
            before = kept.get(key)
            both = (*before, *value) if isinstance(before, tuple) and isinstance(value, tuple) else value
            kept = applied(kept, {key: both})
        changed = [*(one for one in changed if one.account_id != 1), replace(local, values=kept)]
    ids = {HERE: next((one.id for one in changed if one.account_id == 1), LOCAL)}
    new = [Pin(key, None if holder is None else ids.get(holder, holder)) for key, holder in placed.pins.items()]
    return project(C, changed, [*(pin for pin in pins if pin.field not in placed.pins), *new])


companies = strategies.none() | strategies.sampled_from(["Ada", "ada", "Ada ", "Bob", "Cy"])
lists = strategies.lists(strategies.sampled_from("abcd"), max_size=3, unique=True).map(
    lambda names: tuple(Entry(f"{name}@x.example") for name in names)
)


@strategies.composite
def worlds(draw: strategies.DrawFn) -> World:
    """Records in account order, "This computer" perhaps last; pins; and the records that take no change."""
    records = []
    for id_ in range(1, draw(strategies.integers(1, 3)) + 1):
        company, emails = draw(companies), draw(lists)
        presence = draw(strategies.sampled_from([Presence.LIVE, Presence.LIVE, Presence.REMOVED]))
        kept: dict[str, Value] = {} if company is None else {"company": company}
        records.append(record(id_, 1 + id_, presence, **(kept | ({"emails": emails} if emails else {}))))
    if draw(strategies.booleans()):
        records.append(Record(LOCAL, 1, C, 1, None, {} if draw(strategies.booleans()) else {"company": "Here"}))
    pinned = draw(strategies.none() | strategies.sampled_from([0, *(one.id for one in records)]))
    pins = [] if pinned is None else [Pin("company", pinned or None)]
    ids = [one.id for one in records if one.account_id != 1]
    closed = draw(strategies.sets(strategies.sampled_from(ids)))
    gone = {one.id for one in records if one.presence is Presence.REMOVED}
    return records, pins, frozenset(closed | gone)


@given(worlds(), strategies.none() | strategies.sampled_from(["Ada", "Ada ", "New"]))
def test_what_was_typed_is_what_is_shown(world: World, new: str | None) -> None:
    records, pins, closed = world
    if project(C, records, pins).get("company") == new:
        return  # the desk drops what changes nothing before it asks where to put it
    placed = place(C, records, pins, {"company": new}, lambda one, _: one.id not in closed)
    assert after(records, pins, placed).get("company") == new


@given(worlds(), strategies.none() | strategies.sampled_from(["Ada", "New"]))
def test_a_different_value_is_never_overwritten(world: World, new: str | None) -> None:
    records, pins, closed = world
    shown = project(C, records, pins).get("company")
    placed = place(C, records, pins, {"company": new}, lambda one, _: one.id not in closed)
    for one in records:
        if one.id in placed.patches:
            held = one.values.get("company")
            assert one.id not in closed
            assert held is None or same(C, "company", held, shown)
    if shown is not None:
        holders = {
            one.id for one in records if one.id not in closed and same(C, "company", one.values.get("company"), shown)
        }
        assert set(placed.patches) == holders


@given(worlds(), lists)
def test_lists_show_what_was_typed_and_what_cannot_be_taken_away(world: World, new: tuple[Entry, ...]) -> None:
    records, pins, closed = world
    placed = place(C, records, pins, {"emails": new or None}, lambda one, _: one.id not in closed)
    shown = after(records, pins, placed).get("emails", ())
    assert isinstance(shown, tuple)
    fixed = {
        entry
        for entry, holders in united(C, "emails", speaking(records))
        if set(holders) <= closed and entry_key(C, "emails", entry) not in {entry_key(C, "emails", one) for one in new}
    }
    assert set(shown) >= set(new)
    assert set(shown) <= set(new) | {entry for one in records if one.id in closed for entry in _emails(one)}
    assert bool(fixed) <= bool(placed.refused)
    if placed.refused and not fixed:
        assert [entry for entry in shown if entry in new] != list(new)  # another order than was typed, and it is said
    assert not set(placed.patches) & closed


def _emails(one: Record) -> tuple[Entry, ...]:
    value = one.values.get("emails", ())
    return value if isinstance(value, tuple) else ()


def test_the_same_value_is_changed_wherever_it_stands() -> None:
    records = [record(1, 2, company="ACME"), record(2, 3, company="ACME "), record(3, 4, company="Other")]
    placed = place(C, records, [], {"company": "New"}, lambda one, _: True)
    assert placed.patches == {1: {"company": "New"}, 2: {"company": "New"}}


def test_an_empty_field_is_filled_in_the_first_that_can_take_it() -> None:
    records = [record(1), record(2, 3), record(3, 4)]
    placed = place(C, records, [], {"company": "New"}, lambda one, _: one.id != 1)
    assert placed.patches == {2: {"company": "New"}}


def test_an_empty_field_is_filled_in_further_records_where_the_user_says_so() -> None:
    records = [record(1), record(2, 3), record(3, 4), record(4, 5, company="Held"), Record(LOCAL, 1, C, 1, None, {})]
    pins = [Pin("company", None)]
    patch: Patch = {"company": "New", "phones": (Entry("+49 30 1"),)}
    first = place(C, records, pins, patch, lambda one, _: one.id != 1)
    assert (first.patches, first.others) == ({2: patch}, {"company": [3], "phones": [3, 4]})
    both = place(C, records, pins, patch, lambda one, _: one.id != 1, {"company": [3, 4], "phones": [3]})
    assert (both.patches, both.others) == ({2: patch, 3: patch}, {"phones": [4]})


def test_a_changed_value_is_offered_nowhere_else() -> None:
    records = [record(1, company="A"), record(2, 3)]
    placed = place(C, records, [], {"company": "B"}, lambda one, _: True, {"company": [2]})
    assert (placed.patches, placed.others) == ({1: {"company": "B"}}, {})


def test_a_field_pinned_as_empty_is_filled_without_overwriting_what_is_hidden() -> None:
    records = [record(1, company="Hidden"), record(2, 3)]
    placed = place(C, records, [Pin("company", None)], {"company": "New"}, lambda one, _: True)
    assert placed.patches == {2: {"company": "New"}}
    assert placed.pins == {"company": 2}


def test_a_cleared_field_stays_empty_where_another_crm_has_a_value() -> None:
    records = [record(1, company="A"), record(2, 3, company="B")]
    placed = place(C, records, [], {"company": None}, lambda one, _: True)
    assert (placed.patches, placed.pins) == ({1: {"company": None}}, {"company": None})


def numbers(*texts: str) -> tuple[Entry, ...]:
    return tuple(Entry(text) for text in texts)


def test_a_changed_entry_changes_everywhere_and_only_there() -> None:
    one, two = numbers("+49 30 1", "+49 30 2"), numbers("+49 30 2")
    records = [record(1, phones=one), record(2, 3, phones=two)]
    patch: Patch = {"phones": numbers("+49 30 1", "+49 30 9")}
    placed = place(C, records, [], patch, lambda one, _: True)
    assert placed.patches == {1: {"phones": numbers("+49 30 1", "+49 30 9")}, 2: {"phones": numbers("+49 30 9")}}


def test_an_added_entry_goes_to_the_first_that_can_take_it() -> None:
    records = [record(1, phones=numbers("+49 30 1")), record(2, 3, phones=numbers("+49 30 2"))]
    wanted = numbers("+49 30 1", "+49 30 2", "+49 30 3")
    placed = place(C, records, [], {"phones": wanted}, lambda one, _: one.id == 2)
    assert placed.patches == {2: {"phones": numbers("+49 30 2", "+49 30 3")}}


def test_two_entries_exchanged_at_once_keep_their_places() -> None:
    records = [record(1, phones=numbers("+49 30 1")), record(2, 3, phones=numbers("+49 30 2"))]
    placed = place(C, records, [], {"phones": numbers("+49 30 8", "+49 30 9")}, lambda one, _: True)
    assert placed.patches == {1: {"phones": numbers("+49 30 8")}, 2: {"phones": numbers("+49 30 9")}}


def test_pins_come_before_account_order_and_others_are_named() -> None:
    records = [record(1, description="one"), record(2, 3, description="two"), record(3, 4, description="one")]
    assert project(C, records, [])["description"] == "one"
    assert project(C, records, [Pin("description", 2)])["description"] == "two"
    assert project(C, records, [Pin("description", None)]) == {}
    assert differing(C, "description", records) == [(2, "two")]


def test_a_record_that_is_gone_speaks_only_when_no_other_does() -> None:
    gone = record(1, presence=Presence.REMOVED, company="Gone", emails=(Entry("a@x.example"),))
    assert project(C, [gone, record(2, 3, company="Here")], []) == {"company": "Here"}
    assert project(C, [gone], []) == gone.values


@given(worlds())
def test_taking_records_apart_gives_each_its_own_values(world: World) -> None:
    for one in world[0]:
        assert project(C, [one], []) == one.values
