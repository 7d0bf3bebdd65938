"""A query's text taken apart where its conditions join, and put together again: what chips show and change."""

from __future__ import annotations

import re

from crmdesk.domain.query.language import CONDITION

_TOKEN = re.compile(r'"[^"]*"?|[()]|\s+|[^\s"()]+')


def pieces(text: str) -> list[str]:
    """The parts that must all hold, as they are written; alternatives (OR) beside each other are one part.

    Put together with blanks between they ask for the same.
    """
    words = _words(text)
    if "OR" in words:
        return [text.strip()] if text.strip() else []
    return words


def _words(text: str) -> list[str]:
    """The words of the outermost level, what stands in brackets and quotes as one."""
    found: list[str] = []
    depth, current = 0, ""
    for part in _TOKEN.findall(text):
        if part.isspace() and not depth:
            found += [current] if current else []
            current = ""
            continue
        depth = max(0, depth + (part == "(") - (part == ")"))
        current += part
    return [*found, current.strip()] if current.strip() else found


def is_condition(piece: str) -> bool:
    """Whether a part is more than a word: a condition, or a group."""
    return piece.startswith(("(", "-(")) or " OR " in piece or CONDITION.match(piece.removeprefix("-")) is not None


def without(text: str, piece: str) -> str:
    """The query without one of its parts."""
    left = pieces(text)
    if piece in left:
        left.remove(piece)
    return " ".join(left)


def instead(text: str, piece: str, new: str) -> str:
    """The query with another part in the place of one."""
    return " ".join(new if one == piece else one for one in pieces(text))


def negated(piece: str) -> str:
    """The part that asks for the opposite."""
    if piece.startswith("-"):
        return piece[1:]
    return f"-({piece})" if " OR " in piece and not piece.startswith("(") else f"-{piece}"


def quoted(value: str) -> str:
    """A value as it stands behind a colon."""
    cleaned = value.replace('"', " ").strip()
    return cleaned if re.fullmatch(r"[^\s(),\"]+", cleaned) else f'"{cleaned}"'
