"""What an entry of a list is called: TYPE, and Apple's labels of groups."""

from __future__ import annotations

import re
from functools import lru_cache

_SILENT = frozenset({"pref", "internet", "voice", "smtp", "", "other"})  # said of nearly all, or of no use as a label
_WORDS = {"cell": "mobile"}  # the desk's word for theirs
_TYPES = {"mobile": "CELL"}
_PLAIN = frozenset({"home", "work", "fax", "pager", "main", "mobile", "car", "video", "text", "isdn"})
_BUILT_IN = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)


@lru_cache(maxsize=1024)
def label_of(types: tuple[str, ...]) -> str:
    """The label that the words of TYPE make; "" where they say nothing of use."""
    words = dict.fromkeys(word.strip().lower() for word in types)
    return " ".join(_WORDS.get(word, word) for word in words if word not in _SILENT)


def types_of(label: str) -> tuple[str, ...] | None:
    """The words of TYPE that read as that label; None for one that needs a label of its own."""
    words = tuple(_TYPES.get(word, word.upper()) for word in label.split(" ") if word)
    known = all(word in _PLAIN for word in label.split(" ") if word)
    return words if known and label_of(words) == label else None


@lru_cache(maxsize=1024)
def built_in(text: str) -> str:
    """A label as Apple writes it: `_$!<Home>!$_` is a word that its programs translate, anything else free text."""
    found = _BUILT_IN.fullmatch(text.strip())
    return label_of((found[1],)) if found else text
