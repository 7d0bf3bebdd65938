"""Backslashes and separators within a value, by version: cards of 2.1 know `\\;` alone, later ones a few more.

A backslash that escapes nothing is a backslash. RFC 6868's carets stand in parameters.
"""

from __future__ import annotations

import re

_LATER = re.compile(r"\\([\\,;:nN])")
_OLD = re.compile(r"\\([;,:])")
_SPLITS = {mark: re.compile(rf"((?:[^\\{mark}]|\\.|\\\Z)*+)(?:{mark}|\Z)", re.DOTALL) for mark in ";,"}
_OLD_SPLITS = {mark: re.compile(rf"(?<!\\){mark}") for mark in ";,"}
_ESCAPES = (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n"))  # in this order
_CARET = re.compile(r"\^([n^'])")
_CARETS = {"n": "\n", "^": "^", "'": '"'}


def unescaped(text: str, old: bool = False) -> str:
    """The text that an escaped one stands for; `old`: of a card of 2.1."""
    if "\\" not in text:
        return text
    if old:
        return _OLD.sub(r"\1", text)
    return _LATER.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def split(text: str, mark: str, old: bool = False) -> list[str]:
    """The parts of an escaped text between separators that are not escaped; still escaped themselves."""
    if "\\" not in text:
        return text.split(mark)
    if old:
        return _OLD_SPLITS[mark].split(text)
    found, place = [], 0
    while True:
        part = _SPLITS[mark].match(text, place)
        assert part is not None, "it matches an empty text too"
        found.append(part[1])
        if part.end() == part.end(1):
            return found
        place = part.end()


def escaped(text: str) -> str:
    """A text as 3.0 and 4.0 write it."""
    for plain, escape in _ESCAPES:
        if plain in text:
            text = text.replace(plain, escape)
    return text


def uncareted(text: str) -> str:
    """The value of a parameter without its carets."""
    return _CARET.sub(lambda found: _CARETS[found[1]], text) if "^" in text else text


def careted(text: str) -> str:
    """The value of a parameter with carets for what must not stand in one."""
    for plain, caret in (("^", "^^"), ("\r\n", "^n"), ("\n", "^n"), ("\r", "^n"), ('"', "^'")):
        text = text.replace(plain, caret)
    return text
