"""Words as they sound: one form for the spellings that accents, scripts and transliterations give to a name.

The form decides equality alone and is never shown. It is coarse on purpose: what it throws together is told apart by
all else that two records say.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

LONGEST = 200  # letters of a name that are looked at; the rest of a longer text is no name

_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0xAD])
_WORD = re.compile(r"[a-z0-9]+")
_VOWEL = frozenset("aeiou")
# In order: digraphs of the transliterations in use, then single letters.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsch|tch|cz", "ch"),
        (r"sch|sz|shch", "sh"),
        (r"dzh|dj", "j"),
        (r"zh", "z"),
        (r"ph", "f"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"th", "t"),
        (r"ck|cq|qu?", "k"),
        (r"tz|ts", "z"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ue", "u"),
        (r"oe", "o"),
        (r"ae", "a"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"^ie|^ye", "e"),
        (r"(?<=.)[yj]", "i"),
        (r"(?<=[aeiou])h(?![aeiou])", ""),
        (r"(.)\1+", r"\1"),
        (r"(?<=.)ie(?=.)", "e"),
    )
)


def cleaned(text: str) -> str:
    """A text in its usual form, without pictures and marks that nobody sees, cut where no name goes on."""
    if text.isascii():
        return text[:LONGEST]
    usual = unicodedata.normalize("NFKC", text[: 4 * LONGEST]).translate(_INVISIBLE)
    return "".join(one for one in usual if one.isascii() or unicodedata.category(one)[0] not in "SC")[:LONGEST]


def latin(text: str) -> str:
    """A cleaned text in plain letters, lower case, whatever its script."""
    return (text if text.isascii() else anyascii(text)).lower()


def words(text: str) -> list[str]:
    """The words of a cleaned text in plain letters; an apostrophe parts none."""
    return _WORD.findall(latin(text).replace("'", "").replace("`", "").replace("’", ""))


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """The form that all spellings of a plain word share."""
    if len(word) < 2 or word.isdigit():
        return word
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word or "h"


@lru_cache(maxsize=100_000)
def skeleton(sounded: str) -> str:
    """The consonants of a sounded word behind its first letter; vowels are what transliterations differ in most."""
    return sounded[:1] + "".join(letter for letter in sounded[1:] if letter not in _VOWEL)


def initial(word: str) -> str:
    """The first letter of a word, one for those that a letter before a dot may stand for: C. for Carl and for Cecil."""
    return _INITIALS.get(word[0], word[0])


_INITIALS = {"c": "k", "s": "k", "q": "k", "x": "k", "w": "v", "y": "i", "e": "i", "f": "p"}


def script(text: str) -> str:
    """The script of a cleaned text by one letter: "" for Latin, else that of its first letter in another one."""
    if text.isascii():
        return ""
    for letter in text:
        if letter > "\u02af" and letter.isalpha():
            name = unicodedata.name(letter, "")
            if not name.startswith("LATIN"):
                return _SCRIPTS.get(name.split(" ")[0], "o")
    return ""


_SCRIPTS = {
    "CYRILLIC": "c", "GREEK": "g", "CJK": "h", "HIRAGANA": "k", "KATAKANA": "k", "HANGUL": "n", "ARABIC": "a",
    "HEBREW": "b",
}  # fmt: skip
