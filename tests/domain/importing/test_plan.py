"""What becomes of a row, decided from values alone."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.fates import Candidate, Fate, OnMatch, Policy
from crmdesk.domain.importing.incoming import Incoming, Problem
from crmdesk.domain.importing.plan import changed, is_another, plan
from crmdesk.domain.importing.points import forms_of
from crmdesk.domain.values import Entry, Value, Values, applied, entries

ANN: Values = {"name": "Ann Lee", "emails": entries(["ann@a.example"]), "company": "Amber"}


def row(**values: Value) -> Incoming:
    return Incoming(1, values)


def test_words_that_stand_for_nothing_are_no_email_and_no_phone_to_be_found_by() -> None:
    blank = row(emails=entries(["NULL", "n/a", "none"]), phones=entries(["call me", "-"]))
    assert forms_of(blank, Kind.CONTACT, ("email", "phone")) == ()
    assert len(forms_of(row(**ANN), Kind.CONTACT, ("email",))) == 1


def test_an_id_of_ours_is_doubted_only_where_another_name_stands_and_nothing_agrees() -> None:
    assert is_another({"name": "Bob Ray", "company": "Birch"}, ANN, Policy())
    assert not is_another({"name": "Bob Ray", "emails": entries(["x@x.example", "ANN@a.example"])}, ANN, Policy())
    assert not is_another({"company": "Birch"}, ANN, Policy())
    deal = Policy(kind=Kind.DEAL)
    assert is_another({"name": "1 High St", "stage": "won"}, {"name": "2 Low Rd", "stage": "lost"}, deal)
    assert not is_another({"name": "1 High St", "stage": "won"}, {"name": "2 Low Rd", "stage": "won"}, deal)


def test_somebody_unknown_is_created_and_is_skipped_where_new_ones_are_not_wanted() -> None:
    assert plan(row(**ANN), [], Policy()).patch == ANN
    assert plan(row(**ANN), [], Policy(creates=False)).fate is Fate.SKIPPED


def test_what_is_empty_is_filled_and_what_differs_stays_and_is_told() -> None:
    action = plan(row(name="Ann Lee", company="Birch", job_title="Agent"), [Candidate(7, ANN, "email")], Policy())
    assert (action.fate, action.item_id, action.patch) == (Fate.UPDATED, 7, {"job_title": "Agent"})
    assert action.differs == ("company",)


def test_a_field_that_is_to_be_replaced_is_and_another_is_left_alone() -> None:
    policy = Policy(by_field={"company": OnMatch.REPLACE, "job_title": OnMatch.SKIP})
    action = plan(row(company="Birch", job_title="Agent"), [Candidate(7, ANN, "email")], policy)
    assert action.patch == {"company": "Birch"}


def test_several_and_another_name_are_asked_about_and_touch_nobody() -> None:
    several = plan(row(**ANN), [Candidate(7, ANN, "email"), Candidate(8, ANN, "email")], Policy())
    other = plan(row(name="Bob Ray"), [Candidate(7, ANN, "email")], Policy())
    assert [(one.fate, one.needs_you, one.patch) for one in (several, other)] == [(Fate.SKIPPED, True, {})] * 2
    assert several.candidates == (7, 8)
    assert plan(row(name="Bob Ray"), [Candidate(7, ANN, "id")], Policy(on_match=OnMatch.REPLACE)).fate is Fate.UPDATED


def test_a_cell_that_cannot_be_read_fails_its_row_and_of_a_card_costs_that_property_alone() -> None:
    bad = Incoming(3, ANN, problems=(Problem("birthday", "soon", "It is no date."),))
    failed = plan(bad, [], Policy())
    assert (failed.fate, failed.field, failed.value) == (Fate.FAILED, "birthday", "soon")
    kept = plan(bad, [], Policy(strict=False))
    assert (kept.fate, kept.reason) == (Fate.CREATED, "It is no date.")


def test_an_empty_cell_changes_nothing_unless_it_was_said_to_clear() -> None:
    empty = Incoming(1, {"name": "Ann Lee"}, emptied=frozenset({"company"}))
    assert changed(empty, ANN, Policy()) == ({}, ())
    assert changed(empty, ANN, Policy(clears=frozenset({"company"}))) == ({"company": None}, ())


def test_parts_of_two_addresses_are_never_mixed() -> None:
    held: Values = {**ANN, "city": "Leeds", "address": "Leeds"}
    assert changed(row(street="1 Hill", city="Leeds"), held, Policy()) == ({"street": "1 Hill"}, ())
    assert changed(row(street="1 Hill", city="York"), held, Policy()) == ({}, ("city",))


def test_a_tag_for_all_is_given_once() -> None:
    action = plan(row(**ANN), [Candidate(7, ANN, "email")], Policy(tags=("fair",)))
    assert action.patch == {"tags": (Entry("fair"),)}
    again = plan(row(**ANN), [Candidate(7, applied(ANN, action.patch), "email")], Policy(tags=("fair",)))
    assert again.fate is Fate.UNCHANGED


TEXTS = st.sampled_from(["Ann", "Ann Lee", "a", "B", " b "])
LISTS = st.lists(st.sampled_from(["a@a.example", "A@a.example", "b@b.example"]), max_size=3, unique=True)
SOME = st.fixed_dictionaries(
    {},
    optional={
        "name": TEXTS, "first_name": TEXTS, "company": TEXTS, "street": TEXTS, "city": TEXTS, "address": TEXTS,
        "emails": LISTS.map(entries).filter(bool), "tags": LISTS.map(entries).filter(bool),
    },
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(SOME, SOME, st.sampled_from(OnMatch))
@example({"name": "Ann Lee"}, {"name": "B", "first_name": "Ann Lee"}, OnMatch.REPLACE)
@example({"first_name": "Ann"}, {"name": "Ann", "first_name": "B"}, OnMatch.REPLACE)
def test_what_was_imported_once_changes_nothing_the_second_time(mine: Values, theirs: Values, how: OnMatch) -> None:
    policy = Policy(on_match=how)
    patch, _ = changed(Incoming(1, theirs), mine, policy)
    after = applied(mine, patch)
    assert changed(Incoming(1, theirs), after, policy)[0] == {}
    if how is OnMatch.FILL:
        assert all(after[key] == value for key, value in mine.items() if not isinstance(value, tuple))
