"""Plain tables for people: what a CRM sent cannot move the cursor, colour the terminal or turn the writing around."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

WIDEST = 48  # cells of one column
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # what has no shape of its own: hides, or moves what has
_JOINERS = frozenset("\u200c\u200d")  # which belong to the spelling of some languages, and to emoji
# Separators of lines, and letters that are drawn as nothing.
_MARKS = frozenset(
    "\u115f\u1160\u17b4\u17b5\u3164\uffa0\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2028\u2029"
)


def neutral(value: Any) -> str:
    """A value on one line, control characters and direction marks spelled out."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(neutral(entry) for entry in value)
    if isinstance(value, dict):
        return ", ".join(f"{neutral(key)}={neutral(entry)}" for key, entry in value.items())
    return "".join(_shown(character) for character in str(value))


def _shown(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if character in _MARKS or (unicodedata.category(character) in _UNSEEN and character not in _JOINERS):
        return character.encode("unicode_escape").decode()
    return character


def table(titles: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Rows under titles, each column as wide as its widest cell; long cells are cut."""
    lines = [[_cut(neutral(cell)) for cell in row] for row in rows]
    widths = [max((_width(line[place]) for line in (titles, *lines)), default=0) for place in range(len(titles))]
    for line in (titles, *lines):
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        yield "  ".join(padded).rstrip()


def facts(pairs: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """One fact a line; those without a value are left out."""
    shown = [(name, neutral(value)) for name, value in pairs]
    widest = max((len(name) for name, text in shown if text), default=0)
    return (f"{name:<{widest}}  {text}" for name, text in shown if text)


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _cut(text: str) -> str:
    if _width(text) <= WIDEST:
        return text
    kept, width = [], 0
    for character in text:
        width += _cells(character)
        if width >= WIDEST:
            break
        kept.append(character)
    return "".join(kept) + "…"
