"""A card's text as its properties: unfolded, joined where a value goes on, split into group, name, parameters, value.

Every byte of a card belongs to exactly one piece, so that the pieces put together are the card. Values are bytes and
are decoded when asked for, since characters may lie on both sides of a fold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from crmdesk.formats.cards.encodings import USUAL, from_base64, known_set, text_of, unquoted
from crmdesk.formats.cards.escapes import split, uncareted, unescaped

Params = tuple[tuple[str, tuple[str, ...]], ...]  # (name in capitals, values) in the order of the card
UNRANKED = 101  # behind every PREF of 4.0

_FEED, _BACKSLASH, _QUOTE = b'\n\\"'  # looked for as numbers, which is ten times as fast in bytes
_LARGE = 1 << 16  # bytes from which on a value is copied only when it is asked for
_LOGICAL_END = re.compile(rb"\n(?![ \t])")
_LINE = re.compile(rb'([^\n:"]*+:)?+([^\n]*+(?:\n[ \t][^\n]*+)*+)\n?+')
_FOLD = re.compile(rb"\r*\n[ \t]")
_SOFT_OR_FOLD = re.compile(rb"=[ \t]*\r*\n|\r*\n[ \t]")
_MORE_BASE64 = re.compile(rb"(?:[A-Za-z0-9+/=]+[ \t]*\r*\n)*+")
_HEAD = re.compile(rb'([^:;]*+)((?:;(?:[^":]++|"[^"]*+")*+)*+):')
_HEAD_WITH_A_STRAY_QUOTE = re.compile(rb"([^:;]*+)((?:;[^:]*+)?+):")
_PARAMS = re.compile(r';((?:[^";]++|"[^"]*+(?:"|\Z))*+)')
_VALUES = re.compile(r'((?:[^",]++|"[^"]*+(?:"|\Z))*+)(?:,|\Z)')
_VERSION = re.compile(rb"(?:^|\n)VERSION[^:\n]*:[ \t]*([0-9.]+)", re.IGNORECASE)
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "7BIT", "8BIT", "B", "Q"})
_QP, _B64 = frozenset({"QUOTED-PRINTABLE", "Q"}), frozenset({"BASE64", "B"})
_MARK = re.compile(rb"([BE])(?:EGIN|ND)[ \t]*:[ \t]*VCARD[ \t\r\n]*", re.IGNORECASE)
_FIRST = frozenset(b"BbEe")  # of the lines that begin and end a card
_END = re.compile(rb"END[ \t]*:[ \t]*VCARD[ \t\r\n]*", re.IGNORECASE)
_OLD_SIGNS = re.compile(rb"\n[^:\r\n]*;(?:(?:ENCODING=)?QUOTED-PRINTABLE|BASE64|CHARSET=|(?:CELL|HOME|WORK)[;:])", re.I)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the colon of a property. Cards share a few; each is taken apart once."""

    group: str = ""
    name: str = ""  # in capitals
    params: Params = ()
    types: tuple[str, ...] = ()
    encoding: str = ""  # `qp`, `base64` or ""
    charset: str = ""  # as it is named
    codec: str = ""
    rank: int = UNRANKED  # how much the property is preferred, 1 the most
    plain: bool = True  # neither encoded, nor a comment, nor what begins or ends a card
    packed: bool = False  # the same but for its base64


_NO_HEAD = Head()


@dataclass(slots=True)
class Piece:
    """A stretch of a card: a property, or (`name` "") a line that is none, with `fault` saying what it is."""

    start: int
    end: int
    head: Head = _NO_HEAD
    small: bytes | None = None  # the value, unfolded; of a large one, and of base64, it is made when asked for
    fault: str = ""

    @property
    def group(self) -> str:
        return self.head.group

    @property
    def name(self) -> str:
        return self.head.name

    @property
    def params(self) -> Params:
        return self.head.params

    def param(self, name: str) -> tuple[str, ...]:
        """The values of a parameter, of all its repetitions; none where it is missing."""
        return _all(self.head.params, name) if self.head.params else ()


def _all(params: Params, name: str) -> tuple[str, ...]:
    return tuple(value for key, values in params if key == name for value in values)


@dataclass(slots=True)
class Card:
    """A card with its pieces in order. `version` is what it says, "" where it says nothing."""

    data: bytes
    version: str
    pieces: list[Piece]
    usual: str = USUAL
    sets: tuple[str, ...] = ()
    unknown_sets: tuple[str, ...] = ()
    old: bool = field(init=False)  # 2.1: other escapes

    def __post_init__(self) -> None:
        self.old = self.version.startswith("2") or (not self.version and _OLD_SIGNS.search(self.data) is not None)

    def source(self, piece: Piece) -> bytes:
        """A piece as it stands in the card."""
        return self.data[piece.start : piece.end]

    def raw(self, piece: Piece) -> bytes:
        """A property's value: unfolded, encoded as it came."""
        if piece.small is not None:
            return piece.small
        return _value(_unfolded(_feeds(self.source(piece)), piece.head.encoding))

    def head(self, piece: Piece) -> bytes:
        """What stands before a property's value, the colon with it, on one line."""
        line = _unfolded(_feeds(self.source(piece)), piece.head.encoding)
        return line[: len(line) - len(_value(line))]

    def coded(self, piece: Piece) -> str:
        """A property's value as text, with its backslashes and separators."""
        head = piece.head
        raw = self.raw(piece) if piece.small is None else piece.small
        if head.encoding == "qp":
            raw = unquoted(raw).replace(b"\r\n", b"\n")
        elif head.encoding and (plain := from_base64(raw)) is not None:
            raw = plain
        if not head.codec and raw.isascii():
            return raw.decode("ascii")
        return text_of(raw, head.codec, self.sets, self.usual)

    def text(self, piece: Piece) -> str:
        """A property's value as one text."""
        raw, head = piece.small, piece.head
        if raw is not None and not head.encoding and not head.codec and raw.isascii() and _BACKSLASH not in raw:
            return raw.decode("ascii")
        return unescaped(self.coded(piece), self.old)

    def parts(self, piece: Piece, mark: str = ";") -> list[str]:
        """The parts of a property's value between separators."""
        coded = self.coded(piece)
        if "\\" not in coded:
            return coded.split(mark)
        return [unescaped(part, self.old) for part in split(coded, mark, self.old)]


def parse(data: bytes, usual: str = USUAL) -> Card:
    """The pieces of a card's text."""
    said = _VERSION.search(data)
    version = said[1].decode("ascii") if said else ""
    pieces = list(_pieces(data, _feeds(data)))
    sets = {head.charset: head.codec for piece in pieces if (head := piece.head).charset}
    unknown = tuple(name for name, codec in sets.items() if not codec)
    return Card(data, version, pieces, usual, tuple(filter(None, sets.values())), unknown)


def _feeds(data: bytes) -> bytes:
    """The text with LF as the end of its lines, where CR alone is."""
    return data if b"\n" in data or b"\r" not in data else data.replace(b"\r", b"\n")


def _pieces(data: bytes, text: bytes) -> Iterator[Piece]:
    place, size, depth = 0, len(data), 0
    after_base64 = False
    while place < size:
        line = _LINE.match(text, place)
        assert line is not None, "it matches an empty text too"
        end, before = line.end(), line[1]
        # The way of nearly all lines: a name that needs no second look, and a value that fits.
        if before is not None and not depth and end - place < _LARGE:
            head = _head(before) if len(before) < 512 else _head.__wrapped__(before)
            if head.plain:
                value = line[2]
                yield Piece(place, end, head, (_FOLD.sub(b"", value) if _FEED in value else value).rstrip(b"\r\n"))
                place, after_base64 = end, False
                continue
            if head.packed:
                end = _gone_on(text, place, end, head.encoding)
                yield Piece(place, end, head)
                place, after_base64 = end, True
                continue
        if text[place] in _FIRST and place and end - place < 200 and (mark := _MARK.fullmatch(text, place, end)):
            begins = mark[1] in b"Bb"
            if begins or depth:
                depth += 1 if begins else -1
                yield Piece(place, end, fault=NESTED)
                place = end
                continue
        if depth:
            yield Piece(place, end, fault=NESTED)
            place = end
            continue
        piece = _piece(text, place, end)
        if after_base64 and piece.fault == BLANK:
            piece.fault = ""  # it ends the base64
        yield piece
        after_base64 = piece.head.encoding == "base64"
        place = piece.end


NESTED = "A card inside of a card stays in it."
BLANK = "A blank line stays where it is."
COMMENT = "A comment stays where it is."
NO_COLON = "This line has no colon: it is kept, and read as nothing."


def _piece(text: bytes, place: int, end: int) -> Piece:
    small = end - place <= _LARGE
    line = text[place : end if small else place + _LARGE // 8]
    if line.find(b"\n", 0, -1) >= 0:
        line = _FOLD.sub(b"", line)
    if small:
        line = line.rstrip(b"\r\n")
    before = line[: line.find(b":") + 1]
    if _QUOTE in before:  # a colon may stand within quotes
        found = _HEAD.match(line) or _HEAD_WITH_A_STRAY_QUOTE.match(line)
        before = found[0] if found else b""
    head = _head(before) if len(before) < 512 else _head.__wrapped__(before)
    if not head.name or line[:1] == b"#":
        return Piece(place, end, fault=COMMENT if line[:1] == b"#" else NO_COLON if line.strip() else BLANK)
    if not head.encoding:
        return Piece(place, end, head, line[len(before) :] if small else None)
    was, end = end, _gone_on(text, place, end, head.encoding)
    if head.encoding == "base64":
        return Piece(place, end, head)
    if end == was and small and text.find(b"\n", place, end - 1) < 0:
        return Piece(place, end, head, line[len(before) :])
    value = _value(_unfolded(text[place:end], head.encoding)) if end - place <= _LARGE else None
    return Piece(place, end, head, value)


def _gone_on(text: bytes, place: int, end: int, encoding: str) -> int:
    """Where a value ends that may go on in lines without indent."""
    if encoding == "base64":
        more = _MORE_BASE64.match(text, end)
        return more.end() if more else end
    while end < len(text) and text[max(place, end - 8) : end].rstrip().endswith(b"="):
        following = _LOGICAL_END.search(text, end)
        after = following.end() if following else len(text)
        if after - end < 200 and _END.fullmatch(text, end, after):
            break
        end = after
    return end


def _unfolded(source: bytes, encoding: str) -> bytes:
    joined = (_SOFT_OR_FOLD if encoding == "qp" else _FOLD).sub(b"", source)
    return joined if encoding == "base64" else joined.rstrip(b"\r\n")


def _value(line: bytes) -> bytes:
    found = _HEAD.match(line) or _HEAD_WITH_A_STRAY_QUOTE.match(line)
    return line[found.end() :] if found else b""


@lru_cache(maxsize=4096)
def _head(raw: bytes) -> Head:
    text = text_of(raw[:-1])
    name, semicolon, rest = text.partition(";")
    group, _, name = name.strip().rpartition(".")
    name = name.strip().upper()
    plain = name not in ("", "BEGIN", "END") and text[:1] != "#"
    if not rest:
        return Head(group, name, plain=plain)
    params = tuple(map(_param, _PARAMS.findall(semicolon + rest)))
    word = "".join(_all(params, "ENCODING")[-1:]).upper()
    encoding = "qp" if word in _QP else "base64" if word in _B64 else ""
    charset = "".join(_all(params, "CHARSET")[:1])
    types = _all(params, "TYPE")
    codec = known_set(charset) if charset else ""
    simple, packed = plain and not encoding, plain and encoding == "base64"
    return Head(group, name, params, types, encoding, charset, codec, _rank(params), simple, packed)


def _rank(params: Params) -> int:
    said = "".join(_all(params, "PREF")[:1])
    if said.isascii() and said.isdigit() and 1 <= int(said[:4]) <= 100:
        return int(said)
    return 1 if any(word.lower() == "pref" for word in _all(params, "TYPE")) else UNRANKED


def _param(text: str) -> tuple[str, tuple[str, ...]]:
    name, equals, value = text.partition("=")
    name = name.strip().upper()
    if not equals:
        return ("ENCODING" if name in _ENCODINGS else "TYPE", (text.strip(),))
    values = [found[1] for found in _VALUES.finditer(value)][:-1] if value else [""]
    plain = tuple(uncareted(one.strip().replace('"', "")) for one in values)
    if name == "TYPE":
        plain = tuple(word for one in plain for word in one.split(","))
    return name, plain
