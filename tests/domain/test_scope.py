"""The rules of a scope: read as people write them, kept in one form, and true of exactly what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.domain.fields import Kind
from crmdesk.domain.scope.rules import Rule, checked_scope, in_scope, parse_scope, scope_text, scoping_fields
from crmdesk.domain.values import Values, entries
from crmdesk.errors import UserInputError

C = Kind.CONTACT


def covers(text: str, values: Values) -> bool:
    return in_scope(parse_scope(C, text), values)


@pytest.mark.parametrize(
    ("text", "values", "covered"),
    [
        ("", {}, True),
        ("status:active", {"status": "Active"}, True),
        ("status:active", {"status": "inactive"}, False),
        ("status:active", {}, False),
        ("status:active,lead", {"status": "lead"}, True),
        ("-status:archived", {}, True),
        ("-status:archived", {"status": "ARCHIVED"}, False),
        ('status:""', {}, True),
        ('status:"",active', {"status": "active"}, True),
        ('contact_type:"Property manager"', {"contact_type": "property manager"}, True),
        ("tags:vip", {"tags": entries(["old", "VIP"])}, True),
        ("-tags:old", {"tags": entries(["old", "VIP"])}, False),
        ("-tags:old", {}, True),
        ("starred:yes", {"starred": True}, True),
        ("starred:no", {"starred": True}, False),
        ("starred:no", {}, True),
        ("status:active -tags:old", {"status": "active", "tags": entries(["new"])}, True),
        ("status:active -tags:old", {"status": "active", "tags": entries(["old"])}, False),
    ],
)
def test_a_scope_covers_what_its_rules_say(text: str, values: Values, covered: bool) -> None:
    assert covers(text, values) is covered


@pytest.mark.parametrize("text", ["status", "status:", "status:a b", ":a", 'status:"a', "--status:a", "status=a"])
def test_what_is_no_rule_is_refused_with_the_way_to_write_one(text: str) -> None:
    with pytest.raises(UserInputError) as refused:
        parse_scope(C, text)
    assert "field:value" in (refused.value.next or "")


def test_a_scope_goes_by_fields_that_records_share() -> None:
    with pytest.raises(UserInputError) as refused:
        parse_scope(C, "name:Ada")
    assert "status" in (refused.value.next or "")
    assert all("status" in scoping_fields(kind) for kind in (C, Kind.PROPERTY, Kind.EVENT))


def test_kinds_without_rules_are_not_kept() -> None:
    assert checked_scope({C: "  status:a   -tags:b ", Kind.DEAL: " "}) == {C: "status:a -tags:b"}


_words = st.text(st.characters(blacklist_characters='"', blacklist_categories=["Cs", "Cc"]), max_size=12)
_rules = st.builds(
    Rule,
    st.sampled_from(("status", "tags", "contact_type")),
    st.lists(_words, min_size=1, max_size=3).map(tuple),
    st.booleans(),
)


@given(st.lists(_rules, max_size=4))
def test_every_scope_can_be_written_and_read_again(rules: list[Rule]) -> None:
    assert list(parse_scope(C, scope_text(rules))) == rules
