"""The three-way merge: its whole truth table, and the laws that hold for any values."""

from __future__ import annotations

from itertools import product
from time import thread_time

import pytest
from hypothesis import example, given, strategies

from crmdesk.domain.fields import Kind
from crmdesk.domain.merging.merge import Merged, merge
from crmdesk.domain.notation.names import joined
from crmdesk.domain.notation.normal import same
from crmdesk.domain.values import Entry, Value, Values

C = Kind.CONTACT

# What a field can be on a side: absent, a value, the same value in another notation, another value.
SCALARS: dict[str, Value | None] = {"0": None, "A": "café", "a": "cafe\u0301 ", "B": "Bob"}
# One entry of a list: absent, without a label, with one label, with another.
ENTRIES = {
    "0": (),
    "A": (Entry("ada@quill.example"),),
    "L": (Entry("ada@quill.example", "work"),),
    "R": (Entry("ada@quill.example", "home"),),
}
OTHER = Entry("other@quill.example", "other")  # keeps the lists speaking about labels

# Rows: mine; columns: theirs. t: theirs is taken; m: mine stays and is to be sent; =: agreed; !: a conflict.
SCALAR_TABLE = {
    "never": {"0": "=ttt", "A": "m==!", "a": "m==!", "B": "m!!="},
    "0": {"0": "=ttt", "A": "m==!", "a": "m==!", "B": "m!!="},
    "A": {"0": "=mm!", "A": "t=tt", "a": "!m=!", "B": "!mm="},
}
ENTRY_TABLE = {
    "never": {"0": "=ttt", "A": "m=tt", "L": "mm=!", "R": "mm!="},
    "0": {"0": "=ttt", "A": "m=tt", "L": "mm=!", "R": "mm!="},
    "A": {"0": "=m!!", "A": "t=tt", "L": "!m=!", "R": "!m!="},
    "L": {"0": "=!m!", "A": "!=m!", "L": "tt=t", "R": "!!m="},
}


def rows(table: dict[str, dict[str, str]]) -> list[tuple[str, str, str, str]]:
    """(base, mine, theirs, what happens) of a table."""
    found = []
    for base, lines in table.items():
        for mine, line in lines.items():
            found += [(base, mine, theirs, what) for theirs, what in zip(lines, line, strict=True)]
    return found


def held(key: str, value: Value | None) -> dict[str, Value]:
    """Values with that one field."""
    return {} if value is None else {key: value}


@pytest.mark.parametrize(("base", "mine", "theirs", "what"), rows(SCALAR_TABLE))
def test_the_truth_table_of_scalars(base: str, mine: str, theirs: str, what: str) -> None:
    old = None if base == "never" else held("company", SCALARS[base])
    ours, his = SCALARS[mine], SCALARS[theirs]
    merged = merge(C, old, held("company", ours), held("company", his), frozenset({"company"}))
    before = None if old is None else old.get("company")
    if what == "!":
        (difference,) = merged.differences
        assert (difference.base, difference.mine, difference.theirs) == (before, ours, his)
        assert (merged.values.get("company"), merged.base.get("company")) == (ours, before)
        return
    assert merged.differences == ()
    assert merged.base.get("company") == his
    assert merged.values.get("company") == (ours if what == "m" else his)
    assert [taken.new for taken in merged.taken] == ([his] if what == "t" and not same(C, "company", ours, his) else [])


@pytest.mark.parametrize(("base", "mine", "theirs", "what"), rows(ENTRY_TABLE))
def test_the_truth_table_of_list_entries(base: str, mine: str, theirs: str, what: str) -> None:
    old = None if base == "never" else {"phones": (*ENTRIES[base], OTHER)}
    ours, his = (*ENTRIES[mine], OTHER), (*ENTRIES[theirs], OTHER)
    merged = merge(C, old, {"phones": ours}, {"phones": his}, frozenset({"phones"}))
    values, agreed = merged.values["phones"], merged.base["phones"]
    assert isinstance(values, tuple)
    assert isinstance(agreed, tuple)
    if what == "!":
        assert [difference.field for difference in merged.differences] == ["phones"]
        assert set(values) == set(ours)
        assert set(agreed) == set(ENTRIES[base if base != "never" else "0"]) | {OTHER}
        return
    assert merged.differences == ()
    assert set(agreed) == set(his)
    assert set(values) == set(ours if what == "m" else his)


def test_primary_merges_beside_the_label() -> None:
    base = {"phones": (Entry("+49 30 1"), Entry("+49 30 2", primary=True))}
    mine = {"phones": (Entry("+49 30 1", "work"), Entry("+49 30 2", primary=True))}
    theirs = {"phones": (Entry("+49 30 1", primary=True), Entry("+49 30 2"))}
    merged = merge(C, base, mine, theirs, frozenset({"phones"}))
    assert merged.values["phones"] == (Entry("+49 30 1", "work", True), Entry("+49 30 2"))
    assert merged.differences == ()


def test_the_order_is_the_crms() -> None:
    one, two, three = Entry("a@x.example"), Entry("b@x.example"), Entry("c@x.example")
    merged = merge(
        C, {"emails": (one, two)}, {"emails": (one, two, three)}, {"emails": (two, one)}, frozenset({"emails"})
    )
    assert merged.values["emails"] == (two, one, three)


def test_a_label_that_the_crm_never_names_is_kept_and_causes_nothing() -> None:
    labelled = (Entry("a@x.example", "work"), Entry("b@x.example", "home"))
    plain = (Entry("a@x.example"), Entry("b@x.example"))
    spoken = frozenset({"emails"})
    assert merge(C, {"emails": labelled}, {"emails": labelled}, {"emails": plain}, spoken).values["emails"] == labelled
    removed = merge(C, {"emails": labelled}, {"emails": labelled[:1]}, {"emails": plain}, spoken)
    assert (removed.values["emails"], removed.differences) == (labelled[:1], ())


def test_a_label_set_here_is_still_to_be_sent_where_the_crm_has_none() -> None:
    plain, labelled = (Entry("+49 30 1"),), (Entry("+49 30 1", "work"),)
    merged = merge(C, {"phones": plain}, {"phones": labelled}, {"phones": plain}, frozenset({"phones"}))
    assert (merged.values["phones"], merged.base["phones"]) == (labelled, plain)


def test_a_field_that_is_not_spoken_about_is_untouched() -> None:
    merged = merge(C, {"company": "A"}, {"company": "B"}, {}, frozenset({"job_title"}))
    assert (merged.values, merged.base) == ({"company": "B"}, {"company": "A"})


NAME = frozenset({"name", "first_name", "last_name"})


def person(first: str, last: str, name: str | None = None) -> dict[str, Value]:
    return {"first_name": first, "last_name": last, "name": name or f"{first} {last}"}


def test_a_name_that_follows_its_parts_is_no_conflict() -> None:
    merged = merge(C, person("Ada", "Byron"), person("Augusta", "Byron"), person("Ada", "Lovelace"), NAME)
    assert (merged.values["name"], merged.differences) == ("Augusta Lovelace", ())


@pytest.mark.parametrize("swapped", [False, True])
def test_a_name_written_out_wins_over_one_that_follows(swapped: bool) -> None:
    sides = [person("Augusta", "Byron"), person("Ada", "Byron", "Countess Ada")]
    mine, theirs = reversed(sides) if swapped else sides
    merged = merge(C, person("Ada", "Byron"), mine, theirs, NAME)
    assert (merged.values["name"], merged.differences) == ("Countess Ada", ())


def test_two_written_names_are_a_conflict() -> None:
    base, mine, theirs = (person("Ada", "Byron", name) for name in ("Ada B.", "Lady Ada", "Countess Ada"))
    assert [one.field for one in merge(C, base, mine, theirs, NAME).differences] == ["name"]


# Laws

texts = strategies.sampled_from(["", "Ada", "Ada ", "Bob", "Cy"])
emails = strategies.lists(
    strategies.sampled_from(["a@x.example", "A@X.example", "b@x.example", "c@x.example"]), max_size=3
)


@strategies.composite
def values(draw: strategies.DrawFn, spelled: strategies.SearchStrategy[str] = texts) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for key in ("company", "first_name", "last_name", "description"):
        text = draw(spelled)
        if text:
            found[key] = text
    listed = tuple(Entry(text) for text in dict.fromkeys(one.lower() for one in draw(emails)))
    if listed:
        found["emails"] = listed
    name = draw(strategies.sampled_from(["follows", "follows", "", "Dr. X", "Dr. Y"]))
    name = joined(found) if name == "follows" else name
    return found | ({"name": name} if name else {})


ALL = frozenset({"company", "first_name", "last_name", "description", "emails", "name"})
bases = strategies.none() | values()


def merged_of(base: Values | None, mine: Values, theirs: Values) -> Merged:
    return merge(C, base, mine, theirs, ALL)


def alike(one: Values, other: Values) -> bool:
    return all(same(C, key, one.get(key), other.get(key)) for key in ALL)


@given(values(), values())
def test_an_unchanged_side_takes_the_other(base: Values, theirs: Values) -> None:
    merged = merged_of(base, base, theirs)
    assert alike(merged.values, theirs)
    assert (merged.differences, alike(merged.base, theirs)) == ((), True)


@given(values(), values())
def test_an_unchanged_crm_keeps_what_is_mine(base: Values, mine: Values) -> None:
    merged = merged_of(base, mine, base)
    assert alike(merged.values, mine)
    assert (merged.differences, merged.taken, alike(merged.base, base)) == ((), (), True)


@given(bases, values())
def test_equal_changes_are_no_conflict(base: Values | None, both: Values) -> None:
    merged = merged_of(base, both, both)
    assert (merged.values, merged.base, merged.differences) == (both, both, ())


# A user's own spelling is a change and a CRM's is not, so the two sides only mirror each other without re-spellings.
plain = values(strategies.sampled_from(["", "Ada", "Bob", "Cy"]))


@given(strategies.none() | plain, plain, plain)
def test_both_sides_see_the_same_conflicts(base: Values | None, one: Values, other: Values) -> None:
    here = {(found.field, found.entry) for found in merged_of(base, one, other).differences}
    there = {(found.field, found.entry) for found in merged_of(base, other, one).differences}
    assert here == there


@given(bases, values(), values())
def test_nothing_comes_out_that_did_not_go_in(base: Values | None, mine: Values, theirs: Values) -> None:
    merged = merged_of(base, mine, theirs)
    for key, value in merged.values.items():
        sides = [side[key] for side in (base or {}, mine, theirs) if key in side]
        if isinstance(value, tuple):
            entries = [entry for side in sides if isinstance(side, tuple) for entry in side]
            assert all(entry in entries for entry in value)
        else:
            assert value in sides or (key == "name" and value == joined(merged.values))


def listed(*texts: str) -> Values:
    return {"emails": tuple(Entry(f"{text}@x.example") for text in texts)}


@given(bases, values(), values())
@example(listed("a", "b"), listed("b", "c", "a"), listed("a"))  # the row that the order went by is gone
def test_a_merge_done_twice_is_the_merge(base: Values | None, mine: Values, theirs: Values) -> None:
    once = merged_of(base, mine, theirs)
    twice = merged_of(once.base, once.values, theirs)
    assert (twice.values, twice.base) == (once.values, once.base)
    assert twice.taken == ()


@given(bases, values(), values())
def test_a_value_of_mine_that_was_changed_is_kept_or_agreed(base: Values | None, mine: Values, theirs: Values) -> None:
    merged = merged_of(base, mine, theirs)
    for key in ALL - {"emails", "name"}:
        changed = key in mine and (base is None or mine[key] != base.get(key))
        if changed:
            assert same(C, key, merged.values.get(key), mine[key])


@given(values(), values())
def test_no_base_and_different_values_is_a_conflict(mine: Values, theirs: Values) -> None:
    fields = {found.field for found in merged_of(None, mine, theirs).differences}
    for key in ALL - {"emails", "name"}:
        if key in mine and key in theirs:
            assert (key in fields) is not same(C, key, mine[key], theirs[key])


def test_the_tables_are_whole() -> None:
    for table, sides in ((SCALAR_TABLE, SCALARS), (ENTRY_TABLE, ENTRIES)):
        assert all(set(lines) == set(sides) for lines in table.values())
        assert len(rows(table)) == len(list(product(table, sides, sides)))


@pytest.mark.parametrize("address", ["same@quill.example", "{}@quill.example"], ids=["repeated", "different"])
def test_long_lists_merge_in_time_that_grows_with_their_length_alone(address: str) -> None:
    """A CRM may send thousands of entries, and the writer's thread, which every edit waits for, merges them.

    Counted in this thread's processor time, of which it takes some hundredths of a second; quadratic, ten seconds.
    """
    many = tuple(Entry(address.format(number)) for number in range(20_000))
    began = thread_time()
    merged = merge(C, {"emails": many}, {"emails": many}, {"emails": many[:1]}, frozenset({"emails"}))
    spent = thread_time() - began
    assert merged.values["emails"] == many[:1]
    assert spent < 2
