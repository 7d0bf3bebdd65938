"""Which parts of a text the search box asked for, so that they can be marked."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NUMBER = re.compile(r"(?<![\w-])[+(]*\d[\d\s()./-]*")
_TOKEN = re.compile(r'(-)?(?:([\w.]+):)?[=~^<>]*(?:"([^"]*)"?|(\S+))')
_UNMARKED = frozenset({"no", "has", "in", "is", "differs", "changed", "added"})  # what they ask for is no text


@lru_cache(maxsize=64)
def needles(query: str) -> tuple[str, ...]:
    """What a search looks for, folded: words and phrases, without `-word`, `OR` and the names before a colon."""
    found = []
    for minus, name, phrase, word in _TOKEN.findall(query):
        text = phrase or word.strip('"()')
        if minus or name.lower() in _UNMARKED or "." in name or not text or word in ("OR", "AND", "NOT"):
            continue
        found.append(folded(text)[0].strip("*"))
    return tuple(sorted({needle for needle in found if needle}, key=len, reverse=True))


@lru_cache(maxsize=4096)
def folded(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without case and accents, and for each of its characters the place it came from."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character.casefold()):
            if not unicodedata.combining(part):
                characters.append(part)
                places.append(place)
    return "".join(characters), tuple(places)


@lru_cache(maxsize=4096)
def marked(text: str, query: str, phone: bool = False) -> tuple[tuple[int, int], ...]:
    """The stretches (start, end) of a text that a search found; in a phone, digits match across what separates them."""
    plain, places = folded(text)
    numbers = _NUMBER.findall(query) if phone else []
    stretches = [stretch for number in numbers for stretch in _phone(plain, re.sub(r"\D", "", number))]
    for needle in needles(_NUMBER.sub(" ", query) if phone else query):
        stretches += _words(plain, needle)
    return _joined(sorted((places[start], places[end - 1] + 1) for start, end in stretches))


def _words(plain: str, needle: str) -> list[tuple[int, int]]:
    found, start = [], plain.find(needle)
    while start >= 0:
        if start == 0 or not plain[start - 1].isalnum() or not needle[0].isalnum():
            found.append((start, start + len(needle)))
        start = plain.find(needle, start + 1)
    return found


def _phone(plain: str, wanted: str) -> list[tuple[int, int]]:
    digits = [(place, character) for place, character in enumerate(plain) if character.isdigit()]
    text = "".join(character for _, character in digits)
    for candidate in (wanted, wanted.removeprefix("00"), wanted.removeprefix("0")):
        start = text.find(candidate) if candidate else -1
        if start >= 0:
            return [(digits[start][0], digits[start + len(candidate) - 1][0] + 1)]
    return []


def _joined(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
