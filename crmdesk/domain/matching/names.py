"""Reading a name: what is given, what is the surname, and what is neither."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crmdesk.domain.matching.parts import (
    COMPOUND,
    FEMALE,
    FIRM_WORDS,
    LEGAL,
    LETTERS,
    MALE,
    PARTICLES,
    SUFFIXES,
    TITLES,
    WEAK_LEGAL,
)
from crmdesk.domain.matching.spelling import cleaned, latin, script, sound, words

_NOTE = re.compile(r"\(([^)]*)\)|\[[^\]]*\]|\{[^}]*\}|<[^>]*>")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")
_REMARK = re.compile(r"\s[-–—|/]\s.*$")
_JOINT = frozenset("hn")  # scripts in which a full name is written without a blank
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart; words are sounded."""

    given: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()
    loose: bool = False
    script: str = ""
    suffix: str = ""
    gender: str = ""


def is_no_name(text: str) -> bool:
    """Whether a text is an address, a number or a drawing, where a name should stand."""
    return "@" in text or "://" in text or not any(letter.isalpha() for letter in text)


def read_name(full: str, first: str, last: str) -> Name:
    """A person's name, from its parts where they are given, else from the whole."""
    first, last = _tidy(first), _tidy(last)
    alias = _aliases(full)
    full = _tidy(full)
    if first or last:
        if first and last:
            return _of_parts(first, last, alias)
        # One part alone is often the whole name, put into the wrong box.
        return _of_whole(full if len(full.split()) > 1 else first or last, alias, only_first=not last)
    return _of_whole(full, alias)


def _tidy(text: str) -> str:
    if not text or is_no_name(text):
        return ""
    text = _QUOTED.sub(" ", _NOTE.sub(" ", cleaned(text)))
    return _REMARK.sub("", text).strip()


def _aliases(full: str) -> tuple[str, ...]:
    found = _QUOTED.findall(full) if full and not full.isspace() else []
    return tuple(sound(word) for text in found for word in words(cleaned(text)) if len(word) > 1)[:2]


class _Words:
    """The words of a name, with titles and suffixes taken off and remembered."""

    def __init__(self) -> None:
        self.suffix = self.gender = ""

    def of(self, text: str, *, front: bool, back: bool) -> list[str]:
        found = words(text)
        while front and len(found) > 1 and found[0] in TITLES:
            title = found.pop(0)
            self.gender = "m" if title in MALE else "f" if title in FEMALE else self.gender
        while back and len(found) > 1 and (found[-1] in SUFFIXES or found[-1] in LETTERS):
            self.suffix = SUFFIXES.get(found.pop(), self.suffix)
        return [word for word in found if not word.isdigit()][:MOST_WORDS]


def _of_parts(first: str, last: str, alias: tuple[str, ...]) -> Name:
    taken = _Words()
    if script(first) in _JOINT or script(last) in _JOINT:
        given, surname = _one_word(first), _one_word(last)
    else:
        given, surname = taken.of(first, front=True, back=True), taken.of(last, front=True, back=True)
        if len(given) == 1 and given[0] in TITLES:
            taken.gender = "m" if given[0] in MALE else "f" if given[0] in FEMALE else ""
            given = []
    return Name(
        _sounded(given), _cores(surname), alias, False, script(first) or script(last), taken.suffix, taken.gender
    )


def _one_word(text: str) -> list[str]:
    return ["".join(words(text))] if text else []


def _of_whole(full: str, alias: tuple[str, ...], *, only_first: bool = False) -> Name:
    foreign = script(full)
    if foreign in _JOINT:
        return _of_joint(full, alias, foreign)
    taken = _Words()
    before, comma, behind = full.partition(",")
    tail = words(behind)
    if comma and tail and not all(word in SUFFIXES or word in LETTERS for word in tail):
        surname, given = taken.of(before, front=True, back=True), taken.of(behind, front=True, back=True)
        return Name(_sounded(given), _cores(surname), alias, False, foreign, taken.suffix, taken.gender)
    found = taken.of(full.replace(",", " "), front=True, back=True)
    if len(found) < 2:
        given, surname = (found, []) if only_first or not found else ([], found)
        return Name(_sounded(given), _cores(surname), alias, True, foreign, taken.suffix, taken.gender)
    place = len(found) - 1
    while place > 1 and found[place - 1] in PARTICLES:
        place -= 1
    if place == len(found) - 1 and len(found) >= 4 and found[-2] not in PARTICLES and len(found[-2]) > 2:
        place -= 1  # four words and more: two given names, two surnames
    return Name(_sounded(found[:place]), _cores(found[place:]), alias, True, foreign, taken.suffix, taken.gender)


def _of_joint(full: str, alias: tuple[str, ...], foreign: str) -> Name:
    """Chinese, Japanese and Korean names: the family comes first, of one letter or of a known two."""
    parts = full.split()
    if len(parts) > 1:
        surname, given = parts[0], "".join(parts[1:])
    else:
        letters = full[:4]
        length = 2 if letters[:2] in COMPOUND or len(letters) > 3 else 1
        surname, given = letters[:length], letters[length:]
    return Name(_sounded(_one_word(given)), _sounded(_one_word(surname)), alias, True, foreign)


def _sounded(found: list[str]) -> tuple[str, ...]:
    return tuple(sound(word) for word in found if word)


def _cores(found: list[str]) -> tuple[str, ...]:
    """The words of a surname without its particles, unless it is made of them alone."""
    cores = [word for word in found if word not in PARTICLES and len(word) > 1]
    return tuple(sound(word) for word in (cores or found))


def firm_words(text: str) -> tuple[str, ...]:
    """A firm's name without its legal form."""
    found = words(_NOTE.sub(" ", cleaned(text)).replace(".", "").replace("&", " "))
    kept = [word for word in found if word not in _NO_FIRM]
    while len(kept) > 1 and kept[-1] in WEAK_LEGAL:
        kept.pop()
    return tuple(sound(word) for word in (kept or found)[:MOST_WORDS])


_NO_FIRM = (LEGAL - {"company"}) | {"the", "and", "und", "et"}


def looks_like_firm(text: str) -> bool:
    """Whether a name is that of a firm, by its legal form or its trade."""
    text = cleaned(text)
    found = words(text.replace(".", ""))
    if len(found) < 2:
        return False
    if ends_as_firm(text) or latin(text).startswith("the "):
        return True
    return any(word in FIRM_WORDS for word in found[1:])


def ends_as_firm(text: str) -> bool:
    """Whether a text ends in a legal form; one that might be a name has to stand in capitals among other letters."""
    text = cleaned(text).strip()
    found = words(text.replace(".", ""))
    if len(found) < 2:
        return False
    if found[-1] in LEGAL and found[-1] not in WEAK_LEGAL:
        return True
    if found[-1] not in WEAK_LEGAL:
        return False
    last = text.split()[-1].replace(".", "")
    return "&" in text or (last.isupper() and not text.isupper())
