"""A scope seen before it is set: values with their counts, choices that become rules, and how many records stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crmdesk.domain.fields import Kind
from crmdesk.domain.scope.profiles import MOST_COMBINATIONS, Choice, choices_of, profile_of, rules_of
from crmdesk.domain.scope.rules import in_scope, parse_scope, scope_text
from crmdesk.domain.values import Entry, Values

C = Kind.CONTACT


def tags(*names: str) -> Values:
    return {"tags": tuple(Entry(name) for name in names)}


def test_values_are_counted_once_a_record_and_in_the_spelling_of_most() -> None:
    records = [tags("old", "vip"), tags("VIP"), tags("vip"), {"name": "Ada"}, {"status": "active", **tags("old")}]
    profile = profile_of(C, records)
    assert profile.values("tags") == [("vip", 3), ("old", 2), ("", 1)]
    assert profile.values("status") == [("", 4), ("active", 1)]
    assert profile.fields() == ["tags", "status"]
    assert profile.total == 5


def test_flags_count_yes_and_nothing() -> None:
    assert profile_of(C, [{"starred": True}, {}, {}]).values("starred") == [("", 2), ("yes", 1)]


def test_choices_become_rules_and_rules_choices() -> None:
    choices = {"status": Choice(only=True, values=("active", "")), "tags": Choice(values=("old",))}
    text = scope_text(rules_of(choices))
    assert text == 'status:active,"" -tags:old'
    assert choices_of(C, text) == choices
    assert choices_of(C, "") == {}
    assert rules_of({"tags": Choice()}) == []


def test_a_scope_that_says_more_than_choices_can_is_none() -> None:
    assert choices_of(C, "tags:vip -tags:old") is None


def test_beyond_the_most_combinations_the_number_in_sight_is_in_proportion() -> None:
    records = [{"source": str(number % (2 * MOST_COMBINATIONS)), "status": "active"} for number in range(20_000)]
    profile = profile_of(C, records)
    assert len(profile.combinations) == MOST_COMBINATIONS
    assert (profile.total, profile.exact) == (20_000, False)
    assert profile.in_sight(parse_scope(C, "status:active")) == 20_000
    assert profile.in_sight(parse_scope(C, "-status:active")) == 0


_TEXT = st.text("aB é,\"'", max_size=3)
_RECORD = st.fixed_dictionaries({}, optional={
    "status": _TEXT.filter(bool),
    "starred": st.just(True),
    "tags": st.lists(_TEXT.filter(bool), min_size=1, max_size=3).map(lambda names: tuple(map(Entry, names))),
})  # fmt: skip


@given(st.lists(_RECORD, max_size=8), st.data())
def test_the_number_in_sight_is_that_of_the_records_in_scope(records: list[Values], data: st.DataObject) -> None:
    profile = profile_of(C, records)
    choices = {
        name: Choice(data.draw(st.booleans()), tuple(data.draw(st.sets(st.sampled_from([v for v, _ in held])))))
        for name in profile.fields()
        if (held := profile.values(name))
    }
    rules = parse_scope(C, scope_text(rules_of(choices)))
    assert profile.in_sight(rules) == sum(in_scope(rules, record) for record in records)
    if len(choices) == 1 and rules and "tags" not in choices:
        ((name, choice),) = choices.items()
        assert profile.in_sight(rules) == sum(n for value, n in profile.values(name) if choice.takes(value))
