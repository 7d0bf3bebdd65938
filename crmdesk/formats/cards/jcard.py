"""jCard (RFC 7095): a card in JSON, read by way of the lines of 4.0 that it stands for, and written from them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from crmdesk.formats.cards.birthdays import day_of
from crmdesk.formats.cards.content import Card, Params, Piece, parse
from crmdesk.formats.cards.escapes import escaped, split, unescaped
from crmdesk.formats.cards.lifting import LISTED, STRUCTURED
from crmdesk.formats.cards.lines import encoded, line_of
from crmdesk.formats.cards.stream import NO_END, CardText, chunks_of

_START = re.compile(rb'\s*\[\s*(?:\[\s*)?"vcard"', re.IGNORECASE)
_TOKEN = re.compile(rb'[\[\]"\\]')
_LOOKED_AT = 1024
_TYPES = {
    "URL": "uri", "PHOTO": "uri", "LOGO": "uri", "SOUND": "uri", "KEY": "uri", "IMPP": "uri", "MEMBER": "uri",
    "SOURCE": "uri", "RELATED": "uri", "GEO": "uri", "FBURL": "uri", "CALADRURI": "uri", "CALURI": "uri", "UID": "uri",
    "BDAY": "date-and-or-time", "ANNIVERSARY": "date-and-or-time", "REV": "timestamp", "LANG": "language-tag",
    **{name: "text" for name in (
        "VERSION", "FN", "N", "ADR", "ORG", "NOTE", "TITLE", "ROLE", "EMAIL", "TEL", "NICKNAME", "CATEGORIES", "KIND",
        "GENDER", "TZ", "PRODID", "LABEL", "SORT-STRING", "CLIENTPIDMAP",
    )},
}  # fmt: skip
_HAS_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
NOT_A_CARD = "This is not a card as jCard has it."


def is_jcard(stream: BinaryIO) -> bool:
    """Whether a file is in JSON; nothing of it is taken away."""
    if stream.seekable():
        place = stream.tell()
        first = stream.read(_LOOKED_AT)
        stream.seek(place)
    else:
        peek = getattr(stream, "peek", None)
        first = b"" if peek is None else bytes(peek(_LOOKED_AT))
    return _START.match(first.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").replace(b"\0", b"")) is not None


def split_jcards(stream: BinaryIO) -> Iterator[CardText]:
    """The cards of a file in JSON: one, or a list of them."""
    held: list[bytes] = []
    depth, within, quoted, skipped, line, began = 0, 0, False, -1, 1, 1
    for chunk in chunks_of(stream):
        place = 0
        if not within:
            within = 2 if re.match(rb"\s*\[\s*\[", chunk) else 1
        for found in _TOKEN.finditer(chunk):
            at, token = found.start(), found[0]
            if at == skipped:
                continue
            if token == b"\\":
                skipped = at + 1 if quoted else -1
            elif token == b'"':
                quoted = not quoted
            elif not quoted and token == b"[":
                depth += 1
                if depth == within:
                    place, began = at, line + chunk.count(b"\n", 0, at)
            elif not quoted:
                depth -= 1
                if depth == within - 1 and (held or at):
                    yield CardText(began, b"".join([*held, chunk[place : at + 1]]))
                    held, place = [], at + 1
        skipped = skipped - len(chunk) if skipped >= len(chunk) else -1
        if depth >= within:
            held.append(chunk[place:])
        line += chunk.count(b"\n")
    if held:
        yield CardText(began, b"".join(held)[:4096], NO_END, is_card=False)


def lines_of(data: bytes) -> Card:
    """A card in JSON as the content lines that it stands for."""
    return parse(b"".join(line for line, _ in _lines(data)))


def _lines(data: bytes) -> Iterator[tuple[bytes, Any]]:
    """Each content line with the member that it is made of."""
    yield b"BEGIN:VCARD\r\n", None
    try:
        word, members = json.loads(data)
        if str(word).lower() != "vcard" or not isinstance(members, list):
            raise ValueError
    except (ValueError, RecursionError):  # no JSON, no text, or no card
        yield b"VERSION:4.0\r\n", None
        yield encoded(f"# {NOT_A_CARD}\r\n"), None
        members = []
    for member in members:
        yield _line(member), member
    yield b"END:VCARD\r\n", None


def _line(member: Any) -> bytes:
    match member:
        case [str(name), dict(params), str(type_), *values] if name and values:
            name = re.sub(r"[^A-Za-z0-9-]", "-", name).upper()
            given = {str(key).lower(): value for key, value in params.items()}
            group = re.sub(r"[^A-Za-z0-9-]", "-", str(given.pop("group", "")))
            said: Params = tuple(
                (re.sub(r"[^A-Za-z0-9-]", "-", key).upper(), tuple(map(_text, value if _is_list(value) else [value])))
                for key, value in given.items()
            )
            type_ = type_.lower()
            if type_ not in ("unknown", _TYPES.get(name)):
                said = (*said, ("VALUE", (type_,)))
            coded = ",".join(_coded(value, type_) for value in values)
            return line_of(name, coded, said, group)
    return line_of("X-KEPT-LINE", escaped(json.dumps(member, ensure_ascii=False)))


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _coded(value: Any, type_: str) -> str:
    if _is_list(value):
        return ";".join(",".join(map(escaped, map(_text, one if _is_list(one) else [one]))) for one in value)
    if type_ == "text":
        return escaped(_text(value))
    text = _text(value)
    if type_ != "unknown":
        text = text.replace("\\", "\\\\")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def jcard_of(card: Card, kept: bytes = b"") -> bytes:
    """A card of 4.0 in JSON; where it came from JSON (`kept`), what did not change is as it was there."""
    known = {line: member for line, member in _lines(kept) if member is not None} if kept else {}
    members: list[Any] = []
    for piece in card.pieces:
        source = card.source(piece)
        if source in known:
            members.append(known[source])
        elif piece.name not in ("BEGIN", "END", ""):
            members.append(_member(card, piece))
        elif not piece.name and source.strip():
            members.append(["x-kept-line", {}, "text", source.strip().decode("utf-8", "replace")])
    return encoded(json.dumps(["vcard", members], ensure_ascii=False))


def _member(card: Card, piece: Piece) -> list[Any]:
    name = piece.name
    said = [value.lower() for value in piece.param("VALUE")]
    type_ = said[0] if said else _TYPES.get(name, "unknown")
    params: dict[str, Any] = {"group": piece.group} if piece.group else {}
    for key, values in piece.params:
        if key not in ("VALUE", "ENCODING", "CHARSET"):
            params[key.lower()] = [*_listed(params.get(key.lower())), *values]
    params = {key: value[0] if _is_list(value) and len(value) == 1 else value for key, value in params.items()}
    return [name.lower(), params, *_typed(card, piece, type_)]


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if _is_list(value) else [value]


def _typed(card: Card, piece: Piece, type_: str) -> list[Any]:
    coded = card.coded(piece)
    if piece.name in STRUCTURED:
        parts = [[unescaped(one) for one in split(part, ",")] for part in split(coded, ";")]
        plain = [part[0] if len(part) == 1 else part for part in parts]
        return ["text", plain[0] if len(plain) == 1 and not _is_list(plain[0]) else plain]
    if piece.name in LISTED:
        return ["text", *(unescaped(one) for one in split(coded, ","))]
    text = unescaped(coded)
    if type_ == "unknown":
        return [type_, coded]
    if type_ == "uri" and not _HAS_SCHEME.match(text):
        return ["text", text]
    if type_ == "date-and-or-time":
        day = day_of(text) if re.fullmatch(r"[0-9-]*", text.strip()) else None
        return [type_, day or text]
    return [type_, text]
