"""Plain tables for people: what a CRM sent cannot move the cursor, colour the terminal or turn the writing around."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

WIDEST = 48  # cells of one column
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # what has no shape of its own: hides, or moves what has
_JOINERS = frozenset("\u200c\u200d")  # which belong to the spelling of some languages, and to emoji
_JOINER, _AS_PICTURE, _SKIN_TONES = "\u200d", "\ufe0f", frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))  # two of them are one flag
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
    return sum(cells for _, cells in _shapes(text))


def _shapes(text: str) -> Iterator[tuple[str, int]]:
    """What is drawn as one, and how many cells that takes: a letter with its accents, pictures that are joined."""
    shape, cells, joined = "", 0, False
    for character in text:
        wide = unicodedata.east_asian_width(character) in "WF"
        category = unicodedata.category(character)
        if shape and category in ("Mn", "Me", "Cf"):
            shape += character
            cells = 2 if character == _AS_PICTURE and cells else cells
            joined = character == _JOINER and cells == 2
        elif cells == 2 and (character in _SKIN_TONES or (joined and (wide or category == "So"))):
            shape, joined = shape + character, False
        elif character in _FLAG_LETTERS and len(shape) == 1 and shape in _FLAG_LETTERS:
            shape, cells = shape + character, 2
        else:
            if shape:
                yield shape, cells
            shape, joined = character, False
            cells = 0 if category in ("Mn", "Me", "Cf") else 2 if wide else 1
    if shape:
        yield shape, cells


def _cut(text: str) -> str:
    if _width(text) <= WIDEST:
        return text
    kept, width = [], 0
    for shape, cells in _shapes(text):
        width += cells
        if width >= WIDEST:
            break
        kept.append(shape)
    return "".join(kept) + "…"
