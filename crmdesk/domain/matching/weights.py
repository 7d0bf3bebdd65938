"""What each thing that two records say of each other weighs, in bits, against each rival; every row with its reason.

A weight is log2 of how much more often the thing is seen between two records of one person than between records of two
people of whom the rival is true. `VERSION` moves with every change of a row or a limit: what was weighed by another
version is weighed anew.
"""

from __future__ import annotations

from dataclasses import dataclass

VERSION = 2


@dataclass(frozen=True, slots=True)
class Weight:
    """Bits against a stranger, a relative, a colleague, and why they are so many."""

    stranger: float
    relative: float
    colleague: float
    why: str


WEIGHTS: dict[str, Weight] = {
    # Contact points. "Own" is one that people of one name alone hold.
    "mailbox": Weight(17, 7, 11, "a mailbox is one person's; families and offices share few that are not named so"),
    "mobile": Weight(16, 6, 10, "a mobile is one person's; numbers are given anew, and parents lend theirs"),
    "phone": Weight(14, 3.5, 5, "it cannot be told whether it is a mobile or stands on a desk or in a hall"),
    "landline": Weight(11, 0.8, 1.5, "a line of a home or an office tells a household or a firm, not who in it"),
    "point_of_two": Weight(9, 0.8, 3, "two people hold it: couples, or an assistant and the one they work for"),
    "point_of_many": Weight(8, 0.3, 0.3, "less by two bits with each doubling of those who hold it"),
    "point_of_crowd": Weight(8, 0.1, 0.0, "as much less, and nothing where more than eight people hold it"),
    "role_mailbox": Weight(4, 4, 0, "an office's mailbox is everybody's in the firm, and of no family"),
    "family_mailbox": Weight(10, 0.5, 10, "named as a household's, it is everybody's in it"),
    "handle": Weight(17, 11, 13, "a name in a network is one person's, and nobody lends it"),
    "mailbox_text": Weight(7, 4, 6, "the same odd name before another @: people keep theirs"),
    "mailbox_name": Weight(3, 1.5, 2.5, "the mailbox is made of the other's name"),
    "phone_near": Weight(4, 1.5, 2, "one digit off is a slip, but firms and families have numbers in a row"),
    "other_mailbox": Weight(-0.7, -0.7, -0.7, "most people have several, so that another one says little"),
    "other_at_domain": Weight(-4, -4, -4, "few people have two mailboxes of one firm"),
    "other_mobile": Weight(-1.5, -1.5, -1.5, "most people have one mobile at a time"),
    "other_handle": Weight(-4, -4, -4, "few people have two names in one network"),
    # Birthdays.
    "birthday": Weight(12, 6, 12, "one of 20,000 days; twins share it"),
    "birthday_day": Weight(7.5, 5.5, 7.5, "one of 365 days, where a year is missing"),
    "birthday_slip": Weight(6, 4, 6, "one digit off, or two swapped: a slip is as rare as such a stranger"),
    "other_birthday": Weight(-6, -6.5, -6, "two birthdays that are no slip are two people, or a record gone wrong"),
    # Where people live and work.
    "address": Weight(8, 0.2, 6, "few share a street and number who do not share a household or a firm"),
    "address_slip": Weight(6, 0.2, 4.5, "the same, but for a slip in the name of the street"),
    "other_unit": Weight(2, 0.2, 2, "another flat of one house"),
    "other_address": Weight(-0.6, -0.6, -0.6, "people move, and have an office"),
    "firm": Weight(5, 2, 0, "a firm is shared by all who work there; less where many of the book do"),
    "other_firm": Weight(-0.6, -0.4, -0.9, "people change jobs"),
    "domain": Weight(5, 3, 0, "mail of one firm, where the firm itself is not named"),
    "firm_domain": Weight(5, 2.5, 0, "mail of the firm that the other names"),
    # Given names. Of equal ones the rarity is added to the first and third figure.
    "given": Weight(0, 6, 0, "fathers and sons share it in one family of sixty"),
    "given_nickname": Weight(-1.5, 4.2, -1.5, "as sure as the name itself, but for the names that it is short for"),
    "given_short": Weight(-2, 3, -2, "the beginning of a name may be another name"),
    "given_kin": Weight(-3, 1.5, -3, "the same in another language; brothers are named so too"),
    "given_typo": Weight(-2, 2.8, -2, "a slip, or one of the names that differ in a letter"),
    "given_initial": Weight(-5, 1.2, -5, "one letter is shared by one in ten"),
    "given_middle": Weight(-2, 2.5, -2, "called by the second of two names"),
    "given_near": Weight(-3, -0.5, -3, "two names that differ in a letter, both of which people have; or in two"),
    "given_half": Weight(-4, -1, -4, "of two given names one differs: siblings of many families"),
    "given_western": Weight(-1.2, -2.5, -1.2, "a given name of another tongue beside an East Asian surname"),
    "given_other": Weight(-4.2, -5, -4.2, "another given name is another person, but for second names and mix-ups"),
    # Surnames, likewise.
    "surname": Weight(0, 0.2, 0, "all of a family have it"),
    "surname_part": Weight(-1, 0.3, -1, "one of two surnames is left out"),
    "surname_typo": Weight(-1.5, 0.6, -1.5, "a slip, or one of the names that differ in a letter"),
    "surname_initial": Weight(-6, 0, -6, "one letter is shared by one in ten"),
    "surname_near": Weight(-0.5, -0.5, -0.5, "two slips in a short name, or another name that looks like it"),
    "surname_other": Weight(-4, -1, -4, "people marry, and a family may have several"),
    "swapped": Weight(-1, -0.3, -1, "read the other way round"),
    # The rest.
    "suffix_other": Weight(-5, -8, -5, "Jr and Sr are father and son"),
    "gender_other": Weight(-3, -4, -3, "Mr and Mrs are two people"),
    "same_account": Weight(-3.5, -3.5, -3.5, "a CRM holds most people once"),
    "firm_and_person": Weight(-20, -20, -20, "a firm is nobody"),
    # Firms: the stranger is another firm, the relative one of the same name, the colleague one of the same house.
    "firm_name": Weight(9, 1, 8, "firms of one name are rare in one book"),
    "firm_name_near": Weight(5, 1, 4, "a word more or less, or a slip"),
    "firm_name_other": Weight(-8, -4, -8, "a firm is its name; it rarely has two"),
    "firm_site": Weight(12, 8, 8, "a domain is one firm's, or one group's"),
    "firm_phone": Weight(10, 6, 3, "a switchboard may serve a house"),
    "firm_mailbox": Weight(12, 8, 8, "an office's mailbox is one firm's"),
    "firm_address": Weight(7, 5, 1, "a house holds many firms, but few of one name"),
    "firm_other_site": Weight(-3, -4, -3, "few firms have two domains"),
    "firm_other_address": Weight(-0.8, -2, -0.8, "branches of one firm are records of their own in many books"),
    # Properties.
    "place": Weight(12, 12, 12, "number and street"),
    "place_town": Weight(4, 4, 4, "and the town or postcode with it"),
    "place_other_town": Weight(-14, -14, -14, "the same street elsewhere"),
    "place_unit": Weight(3, 3, 3, "and the same unit"),
    "place_no_unit": Weight(-8, -8, -8, "the house and one of its units"),
    "place_other_unit": Weight(-30, -30, -30, "another unit of the house"),
}

# What is so before anything is compared: how many more records of others a record meets than of itself.
PRIOR_RELATIVE = -0.2  # a household has one or two more
PRIOR_COLLEAGUE = -3.5  # a firm has ten or so in a book

CERTAIN, LIKELY, POSSIBLE = 7.0, 3.0, 0.0  # bits from which on a pair is of a tier
AGAINST = -2.0  # bits below which one thing alone keeps a pair from being certain
NAMESAKES_AT_MOST = 5  # records of one whole name that may be suggested for the name alone
CLIP = (-8.0, 12.0)  # what one pair may weigh in the sum over a group

LEAST_GIVEN = 3.0
LEAST_SURNAME, MOST_SURNAME = 3.0, 13.0
