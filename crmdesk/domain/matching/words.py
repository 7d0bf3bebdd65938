"""Reasons in words: for each thing that two records say of each other, a phrase that can stand in a list."""

from __future__ import annotations

from crmdesk.domain.matching.suggestions import Reason, Rival

# `{detail}` stands for what the reason names: an address, a number, how many people.
WORDS: dict[str, str] = {
    "mailbox": "same email",
    "mobile": "same mobile",
    "phone": "same phone",
    "landline": "same landline",
    "point_of_two": "same email or phone, which two people hold",
    "point_of_many": "same email or phone, which {detail} people hold",
    "point_of_crowd": "same email or phone, which {detail} people hold",
    "role_mailbox": "same office mailbox",
    "family_mailbox": "same family mailbox",
    "handle": "same name in a social network",
    "mailbox_text": "same unusual name before the @",
    "mailbox_name": "the email is made of the other's name",
    "phone_near": "phones that differ in one digit",
    "other_mailbox": "different emails",
    "other_at_domain": "different emails at one firm",
    "other_mobile": "different mobiles",
    "other_handle": "different LinkedIn profiles",
    "birthday": "same birthday",
    "birthday_day": "same day of birth, one without the year",
    "birthday_slip": "birthdays that differ by a slip",
    "other_birthday": "different birthdays",
    "address": "same address",
    "address_slip": "addresses that differ by a slip",
    "other_unit": "same house, another flat",
    "other_address": "different addresses",
    "firm": "same company",
    "firm_domain": "email of the company that the other names",
    "domain": "emails of one company",
    "other_firm": "different companies",
    "given": "same first name",
    "given_nickname": "a short form of the first name",
    "given_short": "the beginning of the first name",
    "given_kin": "the first name in another language",
    "given_typo": "first names that differ by a slip",
    "given_near": "first names that look alike",
    "given_initial": "the initial of the first name",
    "given_middle": "the second first name",
    "given_half": "one of two first names differs",
    "given_western": "a first name used beside one in the own language",
    "given_other": "different first names",
    "surname": "same last name",
    "surname_part": "one of two last names",
    "surname_typo": "last names that differ by a slip",
    "surname_initial": "the initial of the last name",
    "surname_near": "last names that look alike",
    "surname_other": "different last names",
    "swapped": "first and last name the other way round",
    "suffix_other": "Jr and Sr",
    "gender_other": "Mr and Mrs",
    "same_account": "two records of one CRM",
    "firm_and_person": "a company and a person",
    "firm_name": "same company name",
    "firm_name_near": "company names that differ little",
    "firm_name_other": "different company names",
    "firm_site": "same website or email domain",
    "firm_phone": "same phone",
    "firm_mailbox": "same office mailbox",
    "firm_address": "same address",
    "firm_other_site": "different websites",
    "firm_other_address": "different addresses",
    "place": "same street and number",
    "place_town": "same town",
    "place_other_town": "different towns",
    "place_unit": "same unit",
    "place_no_unit": "one names a unit",
    "place_other_unit": "different units",
}

RIVALS = {
    Rival.RELATIVE: "could be a relative",
    Rival.COLLEAGUE: "could be a colleague",
    Rival.STRANGER: "could be somebody of the same name",
}
EXPLAINS = "{what} explains itself"
# What the rival that set the limit would explain by itself.
EXPLAINED = {
    Rival.RELATIVE: {
        "address": "the same address", "address_slip": "the same address", "landline": "the same landline",
        "surname": "the same last name",
        "family_mailbox": "the same family mailbox", "birthday": "the same birthday", "point_of_two": "what they share",
    },
    Rival.COLLEAGUE: {
        "firm": "the same company", "landline": "the same line", "role_mailbox": "the same office mailbox",
        "point_of_many": "what they share", "domain": "the same company", "firm_domain": "the same company",
    },
    Rival.STRANGER: {"given": "the same name", "surname": "the same last name"},
}  # fmt: skip


def in_words(reason: Reason) -> str:
    """A reason as a phrase."""
    return WORDS[reason.what].format(detail=reason.detail)


def rival_in_words(rival: Rival, reasons: tuple[Reason, ...]) -> str:
    """Who it might be instead, and what would explain itself then."""
    who, what = rival_said(rival, reasons)
    return who + (f": {EXPLAINS.format(what=what)}" if what else "")


def rival_said(rival: Rival, reasons: tuple[Reason, ...]) -> tuple[str, str]:
    """Who it might be instead, and the thing that would explain itself then, "" for none."""
    return RIVALS[rival], next((EXPLAINED[rival][one.what] for one in reasons if one.what in EXPLAINED[rival]), "")
