"""From what somebody typed into the search box to a query of the full-text index.

The grammar (`name:`, `-word`, "phrase", OR, parentheses) is playhouse's; before it come only our own matters: words are
prefixes, field names become columns, and phone numbers are recognised in any notation. Hostile text gives an odd query,
never an error.
"""

from __future__ import annotations

import re
from functools import lru_cache

from playhouse.fts_parser import parse

from crmdesk.domain.notation.dialling import without_trunk
from crmdesk.store.search.folding import fold
from crmdesk.store.search.index_rows import SEARCH_COLUMNS

NOTHING = '""'  # what the parser makes of text without a word; matches no row

_FIELDS = {
    "name": "name", "first_name": "name", "last_name": "name", "company": "company", "title": "job_title",
    "job": "job_title", "job_title": "job_title", "note": "description", "notes": "description",
    "description": "description", "email": "emails", "emails": "emails", "mail": "emails", "phone": "phones",
    "phones": "phones", "tel": "phones", "tag": "tags", "tags": "tags", "address": "name", "deal": "name",
    "event": "name", "instagram": "other", "linkedin": "other", "twitter": "other", "facebook": "other",
    "telegram": "other", "website": "other", "location": "other", "education": "other", "stage": "other",
    "other": "other",
}  # fmt: skip
_FIELD = re.compile(r"(?<![\w\"])(-?)(\w+):(?=\S|$)")
_PHONE = re.compile(r"(?<![^\s(:\-])(?:\+\s*|\(\s*)?\d(?:[\d ()./\u00a0\u2010-\u2015\-]*\d)?(?=[\s)]|$)")
_PIECE = re.compile(r'-?"[^"]*"?|-\(|[()]|[^\s"()]+')
_OPERATORS = ("AND", "OR", "NOT")
_WORD = re.compile(r"\w")


@lru_cache(maxsize=256)
def match_of(text: str) -> str:
    """The FTS5 query for what was typed; NOTHING when no word of it is to be found."""
    return str(parse(" ".join(_pieces(text)), SEARCH_COLUMNS))


@lru_cache(maxsize=256)
def left_out_by(text: str) -> str:
    """The FTS5 query for what is left out of the whole list where only that was typed (`-word`); else NOTHING.

    FTS5 can take away from hits alone, so that such a text has no query of its own.
    """
    if match_of(text) != NOTHING:
        return NOTHING
    depth = 0
    either: list[str] = []
    for piece in _pieces(text):
        left_out = piece.startswith("-") and not depth
        either += ["OR", piece[1:]] if left_out else [piece] if either else []
        depth += piece.endswith("(") - (piece == ")")
    return str(parse(" ".join(either), SEARCH_COLUMNS))


def _pieces(text: str) -> list[str]:
    cleaned = text.encode("utf-8", "replace").decode().replace("\0", " ")[:1000]
    prepared = "".join(
        part if quoted else _PHONE.sub(_phone, _FIELD.sub(_field, part)) for part, quoted in _parts(fold_words(cleaned))
    )
    return [_piece(piece) for piece in _PIECE.findall(prepared)]


def fold_words(text: str) -> str:
    """The text folded, its operators kept in capitals."""
    return re.sub(r"\S+", lambda word: word[0] if word[0] in _OPERATORS else fold(word[0]), text)


def _parts(text: str) -> list[tuple[str, bool]]:
    """The text cut into what stands in quotes and what does not; a quote still being typed has no end."""
    parts = text.split('"')
    ends = ['"'] * (len(parts) - 1) + [""]
    return [(f'"{part}{ends[index]}' if index % 2 else part, bool(index % 2)) for index, part in enumerate(parts)]


def _field(found: re.Match[str]) -> str:
    column = _FIELDS.get(found[2])
    return f"{found[1]}{column}:" if column else found[0]


def _phone(found: re.Match[str]) -> str:
    """A number in any notation: its digits as one, without an international prefix, or group after group."""
    typed = without_trunk(found[0])
    groups = re.findall(r"\d+", typed)
    digits = "".join(groups)
    international = typed.lstrip("( ").startswith("+")
    ways = [f"{digits}*"]
    if digits.startswith("00") and len(digits) > 2 and not international:
        ways.append(f"{digits[2:]}*")
    if len(groups) > 1 and not international:
        ways.append("(" + " ".join(f"{group}*" for group in groups) + ")")
    return ways[0] if len(ways) == 1 else "(" + " OR ".join(ways) + ")"


def _piece(piece: str) -> str:
    if piece in ("(", "-(", ")") or piece in _OPERATORS or piece.endswith("*"):
        return piece
    quoted = piece.removeprefix("-")
    if quoted.startswith('"'):
        return piece if quoted.endswith('"') and len(quoted) > 1 else f'{piece}"*'
    return f"{piece}*" if _WORD.search(piece) else piece
