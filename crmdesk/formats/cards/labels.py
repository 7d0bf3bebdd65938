"""What an entry of a list is called, and which one is the primary: TYPE, PREF and Apple's labels of groups."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crmdesk.formats.cards.content import Piece

UNRANKED = 101  # behind every PREF of 4.0
_SILENT = frozenset({"pref", "internet", "voice", "smtp", "", "other"})  # said of nearly all, or of no use as a label
_WORDS = {"cell": "mobile"}  # the desk's word for theirs
_TYPES = {"mobile": "CELL"}
_PLAIN = frozenset({"home", "work", "fax", "pager", "main", "mobile", "car", "video", "text", "isdn"})
_BUILT_IN = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)


def rank_of(piece: Piece) -> int:
    """How much a property is preferred, 1 the most."""
    if not piece.params:
        return UNRANKED
    said = piece.param("PREF")
    if said and said[0].isascii() and said[0].isdigit() and 1 <= int(said[0][:4]) <= 100:
        return int(said[0])
    return 1 if any(word.lower() == "pref" for word in piece.param("TYPE")) else UNRANKED


def label_of(types: Iterable[str]) -> str:
    """The label that the words of TYPE make; "" where they say nothing of use."""
    words = dict.fromkeys(word.strip().lower() for word in types)
    return " ".join(_WORDS.get(word, word) for word in words if word not in _SILENT)


def types_of(label: str) -> tuple[str, ...] | None:
    """The words of TYPE that read as that label; None for one that needs a label of its own."""
    words = tuple(_TYPES.get(word, word.upper()) for word in label.split(" ") if word)
    known = all(word in _PLAIN for word in label.split(" ") if word)
    return words if known and label_of(words) == label else None


def built_in(text: str) -> str:
    """A label as Apple writes it: `_$!<Home>!$_` is a word that its programs translate, anything else free text."""
    found = _BUILT_IN.fullmatch(text.strip())
    return label_of([found[1]]) if found else text
