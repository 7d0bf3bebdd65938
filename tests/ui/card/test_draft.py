"""A draft belongs to the user: what is typed is never overwritten, and what others add meanwhile is never dropped."""

from __future__ import annotations

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Value
from crmdesk.ui.card.state.draft import Draft

ADA = Entry("ada@inkwell.example", "work")
HOME = Entry("ada@home.example", "home")
NEW = Entry("ada@new.example")


def draft(**shown: Value) -> Draft:
    return Draft(Kind.CONTACT, shown)


def test_a_value_typed_back_is_no_change() -> None:
    made = draft(company="Inkwell")
    made.change("company", "Inkwell Press")
    assert made.patch == {"company": "Inkwell Press"}
    made.change("company", "Inkwell")
    assert made.patch == {}


def test_blank_text_clears_a_field_and_stays_nothing_where_nothing_was() -> None:
    made = draft(company="Inkwell")
    made.change("company", "  ")
    made.change("location", "")
    assert made.patch == {"company": None}


def test_a_pull_shows_in_fields_that_are_not_changed_and_is_offered_beside_those_that_are() -> None:
    made = draft(company="Inkwell", job_title="Editor")
    made.change("company", "Mine")
    assert made.follow({"company": "Theirs", "job_title": "Head editor"}) == {"job_title"}
    assert made.value("company") == "Mine"
    assert made.newer("company")
    assert not made.newer("job_title")
    made.drop("company")
    assert made.value("company") == "Theirs"


def test_a_pull_that_brings_what_was_typed_settles_the_field() -> None:
    made = draft(company="Inkwell")
    made.change("company", "Mine")
    made.follow({"company": "Mine"})
    assert made.patch == {}


def test_typing_the_old_value_again_after_a_pull_is_still_the_users_choice() -> None:
    made = draft(company="Inkwell")
    made.change("company", "Mine")
    made.follow({"company": "Theirs"})
    made.change("company", "Inkwell")
    assert made.patch == {"company": "Inkwell"}


def test_an_entry_that_came_meanwhile_is_saved_with_the_users_own() -> None:
    made = draft(emails=(ADA,))
    made.change("emails", (ADA, NEW))
    made.follow({"emails": (ADA, HOME)})
    assert made.to_save() == {"emails": (ADA, NEW, HOME)}


def test_an_entry_that_went_meanwhile_does_not_come_back_unless_the_user_changed_it() -> None:
    relabelled = Entry(HOME.value, "private")
    made = draft(emails=(ADA, HOME))
    made.change("emails", (ADA, relabelled, NEW))
    made.follow({"emails": ()})
    assert made.to_save() == {"emails": (relabelled, NEW)}


def test_an_entry_the_user_removed_stays_removed() -> None:
    made = draft(emails=(ADA, HOME))
    made.change("emails", (ADA,))
    made.follow({"emails": (HOME, ADA, NEW)})
    assert made.to_save() == {"emails": (ADA, NEW)}


def test_a_kept_draft_comes_back_over_the_values() -> None:
    made = Draft(Kind.CONTACT, {"company": "Inkwell"}, {"company": "Mine", "location": None})
    assert made.patch == {"company": "Mine"}
