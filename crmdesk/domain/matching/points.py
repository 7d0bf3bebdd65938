"""Reading the ways to reach somebody, and the other things that tell people apart, into forms that compare."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from crmdesk.domain.fields import FieldType
from crmdesk.domain.matching.parts import NO_DOMAIN, NO_MAILBOX, ROLES, listed
from crmdesk.domain.matching.spelling import cleaned, words
from crmdesk.domain.notation.normal import email_form, phone_form, text_form
from crmdesk.domain.values import Entry, Value, Values

MOST = 12  # entries of a list that are looked at
_ONE_SLIP, _TWO_SLIPS = 5, 9  # letters of a street from which on it may differ by so many
_TOWN = 4  # letters or digits of a town or postcode from which on one may differ
_HANDLES = ("linkedin", "instagram", "twitter", "facebook", "telegram")
_PLACEHOLDER_DAYS = frozenset(("19000101", "19700101", "00010101", "11111111", "20000101", "----0101"))
_STREET_WORDS = {
    "street": "st", "strasse": "st", "str": "st", "straat": "st", "road": "rd", "avenue": "av", "ave": "av",
    "lane": "ln", "drive": "dr", "court": "ct", "place": "pl", "platz": "pl", "boulevard": "bd", "blvd": "bd",
    "square": "sq", "terrace": "tce", "crescent": "cr", "highway": "hwy", "parade": "pde", "calle": "c", "rue": "r",
    "north": "n", "south": "s", "east": "e", "west": "w", "saint": "st",
}  # fmt: skip
_UNIT = re.compile(
    r"^\s*(?:(?:unit|apt|apartment|flat|suite|ste|shop|lot|level)\b\.?\s*(\w+)\s*[,/ ]|(\w{1,5})\s*/)\s*(?=\d)",
    re.IGNORECASE,
)
_UNIT_BEHIND = re.compile(r"[,\s]+(?:(?:unit|apt|apartment|flat|suite|ste)\b\.?|#)\s*(\w+)\s*$", re.IGNORECASE)


def texts(value: Value | None) -> list[str]:
    """The texts of a list field."""
    return [entry.value for entry in value[:MOST] if isinstance(entry, Entry)] if isinstance(value, tuple) else []


@lru_cache(maxsize=50_000)
def mailbox(text: str) -> str:
    """Where mail to an address arrives, "" where it is a placeholder: for comparing alone, never to be sent to."""
    form = email_form(text.strip().removeprefix("mailto:"))
    local, at, domain = form.rpartition("@")
    if not at or not local or "." not in domain or local in NO_MAILBOX or domain in NO_DOMAIN or len(form) > 254:
        return ""
    local = local.partition("+")[0]
    domain = domain.removeprefix("www.")
    if domain in ("gmail.com", "googlemail.com"):
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}" if local else ""


def is_role(box: str) -> bool:
    """Whether a mailbox is an office's, by what stands before the @."""
    return re.split(r"[.\-_\d]", box.partition("@")[0])[0] in ROLES


def is_family(box: str) -> bool:
    """Whether a mailbox is a household's, by what stands before the @."""
    return not _FAMILY.isdisjoint(re.split(r"[.\-_\d]", box.partition("@")[0]))


_FAMILY = listed("family familie fam famille familia famiglia rodzina familien home house household the")


def mailboxes(value: Value | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The mailboxes of persons, and those of offices."""
    found = dict.fromkeys(box for text in texts(value) if (box := mailbox(text)))
    return tuple(box for box in found if not is_role(box)), tuple(box for box in found if is_role(box))


@lru_cache(maxsize=50_000)
def phone(text: str, region: str | None) -> str:
    """A number behind what it is (see `Form`), "" for a placeholder."""
    form = phone_form(text, region).partition(";")[0].partition(" ")[0].partition(",")[0]
    digits = form.lstrip("+")
    if not digits.isdigit() or len(digits) < 6 or len(set(digits)) <= 2 or digits in "01234567890123456789":
        return ""
    if not form.startswith("+"):
        return "n" + digits.lstrip("0")
    return _type(form[:-4], len(form)) + form


@lru_cache(maxsize=20_000)
def _type(begin: str, length: int) -> str:
    """What a number is, by all of it but its last four digits: types are given to blocks of numbers."""
    import phonenumbers  # 25 ms
    from phonenumbers import PhoneNumberType

    # Zeros are no number somewhere; the middle of the block is one wherever the block is.
    for tail in ("5555", "2345", "0000"):
        try:
            parsed = phonenumbers.parse(begin + tail[: length - len(begin)])
        except phonenumbers.NumberParseException:
            return "u"
        kind = phonenumbers.number_type(parsed)
        if kind in (PhoneNumberType.MOBILE, PhoneNumberType.PAGER):
            return "m"
        if kind in (
            PhoneNumberType.FIXED_LINE,
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.UAN,
        ):
            return "f"
        if kind == PhoneNumberType.FIXED_LINE_OR_MOBILE:
            return "u"
    return "u"


def phones(value: Value | None, region: str | None) -> tuple[str, ...]:
    """The numbers of a record."""
    return tuple(dict.fromkeys(form for text in texts(value) if (form := phone(text, region))))


def handles(values: Values) -> tuple[str, ...]:
    """The names that somebody goes by in social networks."""
    found = []
    for key in _HANDLES:
        text = values.get(key)
        if isinstance(text, str) and (form := text_form(FieldType.HANDLE, text, key).lower()):
            found.append(f"{key}:{form}")
    return tuple(found)


def birthday(value: Value | None) -> str:
    """A birthday as eight letters, "" for none or a placeholder."""
    if not isinstance(value, str):
        return ""
    digits = value.strip().replace("-", "")
    form = digits if len(digits) == 8 else f"----{digits}" if len(digits) == 4 else ""
    return "" if form in _PLACEHOLDER_DAYS or not form[4:].isdigit() else form


def street(text: str) -> tuple[str, str]:
    """Number and street in a form of their own, and the unit; "" without a number, since a street alone says little."""
    line = cleaned(text).split("\n")[0]
    unit = ""
    if found := _UNIT.match(line):
        unit, line = found[1] or found[2], line[found.end() :]
    elif found := _UNIT_BEHIND.search(line):
        unit, line = found[1], line[: found.start()]
    parts = [_STREET_WORDS.get(word, word) for word in words(line)]
    parts = [part.removesuffix("strasse").removesuffix("straat") if len(part) > 9 else part for part in parts]
    numbers = [part for part in parts if part[0].isdigit()]
    names = [part for part in parts if not part[0].isdigit()]
    if not numbers or not names:
        return "", ""
    return f"{numbers[0]} {' '.join(names[:4])}", unit.lower()


@lru_cache(maxsize=20_000)
def streets(one: str, other: str) -> str:
    """The level of two lines of number and street: "address", "address_slip" or "other_address"."""
    if one == other:
        return "address"
    number, _, street = one.partition(" ")
    number_2, _, street_2 = other.partition(" ")
    if number != number_2:
        return "other_address"
    street, street_2 = street.replace(" ", ""), street_2.replace(" ", "")
    shorter = min(len(street), len(street_2))
    most = (shorter >= _ONE_SLIP) + (shorter >= _TWO_SLIPS)
    return "address_slip" if OSA.distance(street, street_2, score_cutoff=most) <= most else "other_address"


def towns_apart(one: str, other: str) -> bool:
    """Whether two towns with their postcodes have nothing in common, not even a word that differs by a slip."""
    mine, theirs = one.split(), other.split()
    if not mine or not theirs or not set(mine).isdisjoint(theirs):
        return False
    return not any(
        min(len(word), len(word_2)) >= _TOWN and OSA.distance(word, word_2, score_cutoff=1) <= 1
        for word in mine
        for word_2 in theirs
    )
