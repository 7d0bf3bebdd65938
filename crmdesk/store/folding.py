"""One spelling for text that is searched or sorted: without accents, case or notation."""

from __future__ import annotations

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


def _plain(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdigit() else letter


def sort_key(text: str | None) -> str:
    """What a name is sorted by; blank text comes last."""
    return fold(text).strip() or NAMELESS if text else NAMELESS
