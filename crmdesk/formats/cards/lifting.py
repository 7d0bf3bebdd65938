"""A card of one version as one of a newer: each property encoded anew, none rebuilt from what we understood of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crmdesk.formats.cards.birthdays import day_of, written_day
from crmdesk.formats.cards.content import NESTED, Card, Params, Piece
from crmdesk.formats.cards.encodings import text_of
from crmdesk.formats.cards.escapes import escaped
from crmdesk.formats.cards.lines import CRLF, folded, head, line_of
from crmdesk.formats.cards.meaning import meaning_of

STRUCTURED = frozenset({"N", "ADR", "ORG", "GENDER", "CLIENTPIDMAP"})
LISTED = frozenset({"CATEGORIES", "NICKNAME"})
_TEXTS = frozenset({"FN", "NOTE", "TITLE", "ROLE", "LABEL", "UID", "EMAIL", "TEL", "SORT-STRING", "MAILER"})
_ALONE = re.compile(r"\\(?![;,:])")
KEPT_LINE = "X-KEPT-LINE"  # what was no property, in a card that is encoded anew
_PICTURE_TYPES = {"JPG": "jpeg", "": "jpeg"}


def to_three(card: Card) -> bytes:
    """A card of 2.1 as one of 3.0: UTF-8, no CHARSET, no quoted-printable, types by name."""
    lines = list[bytes]()
    there = {piece.name for piece in card.pieces}
    for piece in card.pieces:
        if piece.name == "END":
            lines.extend(_names_of(card, there))
        if piece.fault == NESTED:
            lines.append(card.source(piece))
        elif not piece.name:
            if shown := card.source(piece).strip():
                lines.append(line_of(KEPT_LINE, escaped(text_of(shown, "", card.sets, card.usual))))
        elif piece.name == "BEGIN":
            lines.append(b"BEGIN:VCARD\r\nVERSION:3.0\r\n")
        elif piece.name != "VERSION":
            lines.append(_lifted(card, piece))
    return b"".join(lines)


def _names_of(card: Card, there: set[str]) -> Iterator[bytes]:
    """The two names that every card of 3.0 has, where one of 2.1 lacks them."""
    if "FN" not in there:
        yield line_of("FN", escaped(str(meaning_of(card).values.get("name", ""))))
    if "N" not in there:
        yield line_of("N", ";;;;")


def _lifted(card: Card, piece: Piece) -> bytes:
    params = _later_params(piece)
    name = spelled(card, piece)
    if piece.head.encoding == "base64":
        packed = card.raw(piece).translate(None, b" \t\r\n")
        return folded(head(piece.group, name, (("ENCODING", ("b",)), *params)).encode() + b":" + packed)
    return line_of(name, _recoded(card, piece), params, piece.group)


def _later_params(piece: Piece) -> Params:
    types = tuple(piece.param("TYPE"))
    rest = [one for one in piece.params if one[0] not in ("TYPE", "CHARSET", "ENCODING")]
    return (*((("TYPE", types),) if types else ()), *rest)


def spelled(card: Card, piece: Piece) -> str:
    """A property's name as the card writes it."""
    found = re.match(rb"[^:;]*", card.source(piece))
    name = text_of(found[0]).strip().rpartition(".")[2] if found else ""
    return name if name.upper() == piece.name else piece.name


def _recoded(card: Card, piece: Piece) -> str:
    """A value of 2.1 with the escapes of 3.0."""
    if not card.old:
        return card.coded(piece).replace("\r\n", "\\n").replace("\n", "\\n")
    if piece.name in _TEXTS:
        return escaped(card.text(piece))
    if piece.name in STRUCTURED:
        return ";".join(map(escaped, card.parts(piece)))
    coded = _ALONE.sub(r"\\\\", card.coded(piece)).replace("\\:", ":")
    if piece.name in LISTED:
        coded = re.sub(r"(?<!\\);", ",", coded)
    return coded.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def to_four(card: Card) -> bytes:
    """A card of 3.0 as one of 4.0: what 4.0 says in another way is said so, the rest stays as it is."""
    lines = []
    for piece in card.pieces:
        if piece.name == "VERSION":
            lines.append(b"VERSION:4.0" + CRLF)
        elif piece.name == "BDAY" and (day := day_of(card.text(piece), "".join(piece.param("X-APPLE-OMIT-YEAR")[:1]))):
            params = tuple(one for one in piece.params if one[0] not in ("X-APPLE-OMIT-YEAR", "VALUE"))
            lines.append(line_of("BDAY", written_day(day, "4.0"), params, piece.group))
        elif piece.name and piece.params and _differs(piece):
            lines.append(_newer(card, piece))
        else:
            lines.append(card.source(piece))
    return b"".join(lines)


def _differs(piece: Piece) -> bool:
    if piece.param("ENCODING") or piece.param("CHARSET"):
        return True
    return any(word.lower() == "pref" for word in piece.param("TYPE"))


def _newer(card: Card, piece: Piece) -> bytes:
    types = tuple(word for word in piece.param("TYPE") if word.lower() != "pref")
    preferred = len(types) != len(piece.param("TYPE"))
    rest = tuple(one for one in _later_params(piece) if one[0] not in ("TYPE", "VALUE"))
    ranked = (("PREF", ("1",)),) if preferred and not piece.param("PREF") else ()
    name = spelled(card, piece)
    if piece.head.encoding == "base64":
        packed = card.raw(piece).translate(None, b" \t\r\n")
        start = f"data:{_media_type(piece.name, types)};base64,"
        return folded(f"{head(piece.group, name, (*rest, *ranked))}:{start}".encode() + packed)
    said = (("TYPE", types),) if types else ()
    value = tuple(one for one in piece.params if one[0] == "VALUE")
    return line_of(name, _recoded(card, piece), (*said, *value, *rest, *ranked), piece.group)


def _media_type(name: str, types: tuple[str, ...]) -> str:
    word = types[0] if types else ""
    kind = {"SOUND": "audio", "KEY": "application"}.get(name, "image")
    return word.lower() if "/" in word else f"{kind}/{_PICTURE_TYPES.get(word.upper(), word.lower())}"
