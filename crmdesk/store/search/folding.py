"""One spelling for text that is searched or sorted: without accents, case or notation."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart, as people without that key type them.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
    }
)
NAMELESS = "\uffff"  # sorts behind every name


def fold(text: str) -> str:
    """The text in lower case and without accents; digits of every script become 0 to 9."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    if not apart.isascii():
        apart = "".join(_plain(letter) for letter in apart if not unicodedata.combining(letter)).translate(_LETTERS)
    return apart


_APART = re.compile(r"(?<=\w)['\u2019\u02bc`](?=\w)")
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_FULL = re.compile(rf"[{_CJK}]+(?:\s+[{_CJK}]+)*")
_DIGITS = re.compile(r"[0-9]+")
_LONGEST = 9  # digits of a number that are told apart by their number; longer ones are no counts
_MOST = 12  # letters of a name that is told in parts


def spellings(name: str) -> str:
    """Further words by which people look for a name, "" for most.

    One without its apostrophe; in scripts without blanks, the whole as one word, and without its family name.
    """
    words = []
    if _APART.search(name):
        words += [_APART.sub("", word) for word in name.split() if _APART.search(word)]
    if not name.isascii():
        for found in _FULL.findall(name):
            whole = "".join(found.split())
            words += [whole[start:] for start in range(3) if 1 < len(whole[start:]) <= _MOST]
    return " ".join(words)


def _plain(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdigit() else letter


def sort_key(text: str | None) -> str:
    """What a text is sorted by: 2 before 10, as people count; blank text comes last."""
    if not text:
        return NAMELESS
    plain = fold(text).strip()
    return _DIGITS.sub(_counted, plain) or NAMELESS


def _counted(found: re.Match[str]) -> str:
    """A number with the number of its digits before it, so that longer ones come later."""
    digits = found[0].lstrip("0") or "0"
    return f"{min(len(digits), _LONGEST)}{digits}"
