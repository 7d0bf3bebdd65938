"""Believable people out of nothing: the same seed and number always give the same person, so no list is ever held."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any

from crmdesk.demo.word_lists import load

_EPOCH = datetime(2026, 9, 1, 8, 0, 0)
_LATIN = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ß": "ss",
        "đ": "d",
        "Đ": "D",
        "\u0131": "i",
        "æ": "ae",
        "þ": "th",
        "Þ": "Th",
    }
    | {"ð": "d", "ạ": "a"}
)


@dataclass(frozen=True, slots=True)
class Person:
    """One invented contact, in no CRM's words; times are ISO 8601 in UTC, `born` is (year or None, month, day)."""

    number: int
    first_name: str | None
    last_name: str | None
    full_name: str
    country: str
    city: str
    company: str | None = None
    job_title: str | None = None
    description: str | None = None
    education: str | None = None
    website: str | None = None
    born: tuple[int | None, int, int] | None = None
    emails: tuple[tuple[str, str], ...] = ()
    phones: tuple[tuple[str, str], ...] = ()
    socials: dict[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    has_image: bool = False
    starred: bool = False
    archived: bool = False
    frequency: str | None = None
    source: str = "manual"
    created_at: str = ""
    updated_at: str = ""
    last_seen_at: str | None = None
    next_reminder_at: str | None = None


@dataclass(frozen=True, slots=True)
class _Culture:
    country: str
    cities: list[str]
    first: list[tuple[str, str]]
    last: list[tuple[str, str]]
    phones: list[list[str]]
    family_first: bool


@dataclass(frozen=True, slots=True)
class _Words:
    cultures: list[_Culture]
    weights: list[int]
    companies: list[tuple[str, str]]
    lists: dict[str, list[str]]


def latin(name: str) -> str:
    """The name in lower-case ASCII letters only, as it would stand in an address."""
    plain = unicodedata.normalize("NFKD", name.translate(_LATIN)).encode("ascii", "ignore").decode()
    return "".join(letter for letter in plain.lower() if letter.isalnum())


def _spellings(names: list[Any]) -> list[tuple[str, str]]:
    return [(name, latin(name)) if isinstance(name, str) else (name[0], latin(name[1])) for name in names]


@cache
def _words() -> _Words:
    data = load("people.json")
    cultures = [
        _Culture(
            c["country"], c["cities"], _spellings(c["first"]), _spellings(c["last"]), c["phones"], c["family_first"]
        )
        for c in data["cultures"]
    ]
    companies = [
        (f"{word} {kind}", f"{word.lower()}-{slug}.example")
        for word in data["company_words"]
        for kind, slug in data["company_kinds"]
    ]
    return _Words(cultures, list(accumulate(c["weight"] for c in data["cultures"])), companies, data)


def _stamp(rng: Random, days: int) -> str:
    moment = _EPOCH - timedelta(seconds=int(rng.random() * days * 86400), milliseconds=int(rng.random() * 1000))
    return moment.isoformat(timespec="milliseconds") + "Z"


def _one(rng: Random, options: list[Any]) -> Any:
    return options[int(rng.random() * len(options))]


def _digits(rng: Random, pattern: str) -> str:
    while "#" in pattern:
        pattern = pattern.replace("#", "0123456789"[int(rng.random() * 10)], 1)
    return pattern


def _phones(rng: Random, culture: _Culture) -> tuple[tuple[str, str], ...]:
    count = (0, 1, 1, 1, 1, 2, 2)[int(rng.random() * 7)]
    kinds = culture.phones if rng.random() < 0.5 else culture.phones[::-1]
    return tuple((_digits(rng, kind[0] if rng.random() < 0.6 else kind[1]), kind[2]) for kind in kinds[:count])


def _note(rng: Random, words: _Words, city: str, company: str) -> str:
    lists = words.lists
    friend = _one(rng, _one(rng, words.cultures).first)[0]
    lines = [
        _one(rng, lists["notes"]).format(
            city=city,
            company=company,
            friend=friend,
            topic=_one(rng, lists["topics"]),
            month=_one(rng, lists["months"]),
            pet=_one(rng, lists["pets"]),
        )
        for _ in range(1 + int(rng.random() * 3))
    ]
    glue = "\n- " if rng.random() < 0.2 else "\n\n" if rng.random() < 0.15 else " "
    return ("- " if glue == "\n- " else "") + glue.join(lines)


def _socials(rng: Random, handle: str) -> dict[str, str]:
    chosen: dict[str, str] = {}
    draw = int(rng.random() * 1024)
    if draw & 3 == 0:
        chosen["instagram"] = handle if draw & 64 else f"https://www.instagram.com/{handle}/"
    if draw & 4:
        chosen["linkedin"] = f"https://www.linkedin.com/in/{handle}" if draw & 128 else handle
    if draw & 24 == 0:
        chosen["twitter"] = f"@{handle}" if draw & 256 else handle
    if draw & 96 == 0:
        chosen["facebook"] = f"https://facebook.com/{handle}" if draw & 512 else handle
    if draw & 384 == 0:
        chosen["telegram"] = handle
    return chosen


def _born(rng: Random) -> tuple[int | None, int, int] | None:
    draw = rng.random()
    if draw < 0.45:
        return None
    day = date(1940, 1, 1) + timedelta(days=int(rng.random() * 24800))
    return (None if draw < 0.65 else day.year, day.month, day.day)


def _emails(rng: Random, number: int, first: str, last: str, domain: str, host: str) -> tuple[tuple[str, str], ...]:
    # Addresses stay unique: a middle initial taken from the number keeps namesakes in one company apart.
    initial, tail = chr(97 + number % 26), str(number) if number >= 2000 else ""
    work = f"{first}.{initial}.{last}{tail}@{domain}"
    home = f"{first[:1]}{last}{number}@{host}"
    draw = rng.random()
    if draw < 0.06:
        return ()
    if draw < 0.55:
        return ((work, "Work"),)
    return ((home, "Home"),) if draw < 0.75 else ((work, "Work"), (home, "Home"))


def person(seed: int, number: int) -> Person:
    """The invented person with this number in the book of this seed."""
    words = _words()
    rng = Random((seed << 40) + number)
    culture = rng.choices(words.cultures, cum_weights=words.weights)[0]
    first, first_latin = _one(rng, culture.first)
    last, last_latin = _one(rng, culture.last)
    company, domain = _one(rng, words.companies)
    city = _one(rng, culture.cities)
    handle = (
        f"{first_latin}_{chr(97 + number % 26)}_{last_latin}" if number < 500 else f"{first_latin}{last_latin}{number}"
    )
    lists = words.lists
    mononym = rng.random() < 0.015
    names = (last, first) if culture.family_first else (first, last)
    created = _stamp(rng, 2400)
    at_work = rng.random() < 0.8
    return Person(
        number=number,
        first_name=first,
        last_name=None if mononym else last,
        full_name=first if mononym else " ".join(names),
        country=culture.country,
        city=city,
        company=company if at_work else None,
        job_title=_one(rng, lists["job_titles"]) if rng.random() < 0.75 else None,
        description=_note(rng, words, city, company) if rng.random() < 0.7 else None,
        education=_one(rng, lists["schools"]) if rng.random() < 0.3 else None,
        website=f"https://www.{domain}/" if at_work and rng.random() < 0.4 else None,
        born=_born(rng),
        emails=_emails(rng, number, first_latin, last_latin, domain, _one(rng, lists["mail_hosts"])),
        phones=_phones(rng, culture),
        socials=_socials(rng, handle),
        tags=tuple(sorted(set(rng.choices(lists["tags"], k=int(rng.random() * 4))))),
        has_image=rng.random() < 0.4,
        starred=rng.random() < 0.08,
        archived=rng.random() < 0.02,
        frequency=_one(rng, lists["frequencies"]) if rng.random() < 0.25 else None,
        source=_one(rng, lists["sources"]),
        created_at=created,
        updated_at=max(created, _stamp(rng, 500)),
        last_seen_at=_stamp(rng, 700) if rng.random() < 0.6 else None,
        next_reminder_at=_reminder(rng) if rng.random() < 0.2 else None,
    )


def _reminder(rng: Random) -> str:
    moment = _EPOCH + timedelta(days=90 + int(rng.random() * 400))
    return moment.isoformat(timespec="milliseconds") + "Z"


def people(seed: int, count: int) -> Iterator[Person]:
    """The first `count` people of a seed, made as they are asked for."""
    return (person(seed, number) for number in range(count))
