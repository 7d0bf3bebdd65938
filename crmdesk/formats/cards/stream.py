"""A stream of bytes as the cards that stand in it, each with the line where it starts, and as what stands around them.

Nothing is decoded here but UTF-16, which is turned into UTF-8. Memory stays within a few times the longest card.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

_CHUNK = 1 << 16
_LONG = 2 * _CHUNK  # no block of several lines is as long
_MOST_STRAY = 4096  # bytes of text outside of cards that are kept to be shown
_MOST_NESTED = 8  # cards inside each other; what is deeper has forgotten its ends
_MOST_MARK = 200  # bytes of a line that begins or ends a card
_MARK = re.compile(rb"(BEGIN|END)[ \t]*:[ \t]*VCARD[ \t\r]*(?:\n|\Z)")  # in capitals
_AGENT = re.compile(rb"(?:[^:;]*\.)?AGENT(?:;[^:]*)?:\s*", re.IGNORECASE)

NO_END = "The card has no end: the file may have been cut off."
NO_BEGIN = "This stands outside of any card."


@dataclass(frozen=True, slots=True)
class CardText:
    """A card as it stands in its file, or (`is_card` False) the first part of what stands outside of cards."""

    line: int  # 1-based
    data: bytes
    fault: str = ""
    is_card: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    begins: bool
    at: int  # where its line starts in the text held
    end: int
    line: int
    wanted: bool  # a property said that a card follows


def split_cards(stream: BinaryIO) -> Iterator[CardText]:
    """The cards of a stream, and the stretches of text around them, in order."""
    held, marks, depth, stray = io.BytesIO(), list[_Mark](), 0, _Stray()
    before = b""
    for number, lines, begins in _runs(stream):
        if begins is None and depth:
            held.write(lines)
            before = lines
            continue
        if begins is None or (not depth and not begins):
            stray.add(number, lines)
            continue
        if begins and depth and (_forgotten(marks) or depth >= _MOST_NESTED):
            yield from _apart(held, marks)
            held, marks, depth = io.BytesIO(), [], 0
        if not depth:
            yield from stray.taken()
        at = held.tell()
        held.write(lines)
        wanted = begins and _AGENT.fullmatch(before, before.rfind(b"\n", 0, -1) + 1) is not None
        marks.append(_Mark(begins, at, at + len(lines), number, wanted))
        depth, before = depth + (1 if begins else -1), b""
        if not depth:
            yield CardText(marks[0].line, held.getvalue())
            held, marks = io.BytesIO(), []
    if depth:
        yield from _apart(held, marks)
    yield from stray.taken()


def _forgotten(marks: list[_Mark]) -> bool:
    """Whether a card that begins now shows that the one before it has no end: a whole one stands in it already."""
    if marks[-1].begins:
        return False
    depth, place = 0, len(marks)
    while place and (depth or place == len(marks)):
        place -= 1
        depth += -1 if marks[place].begins else 1
    return not marks[place].wanted


def _apart(held: io.BytesIO, marks: list[_Mark]) -> Iterator[CardText]:
    """Cards of which one lacks its end: each for itself, what stands between them told."""
    data = held.getvalue()
    if all(mark.wanted for mark in marks[1:] if mark.begins):
        yield CardText(marks[0].line, data, NO_END)
        return
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        if mark.begins and following is not None and not following.begins:
            yield CardText(mark.line, data[mark.at : following.end])
        elif mark.begins:
            yield CardText(mark.line, data[mark.at : following.at if following else len(data)], NO_END)
        elif rest := data[mark.end : following.at if following else len(data)].strip():
            yield CardText(mark.line + 1, rest[:_MOST_STRAY], NO_BEGIN, is_card=False)


class _Stray:
    """The stretch of text outside of cards that is being read; blank lines are none."""

    def __init__(self) -> None:
        self._line, self._data = 0, b""

    def add(self, first: int, lines: bytes) -> None:
        for line, data in enumerate(io.BytesIO(lines), first):
            if self._data or data.strip(b" \t\r\n\0\x1a"):  # old systems end a file with a byte of their own
                self._line = self._line or line
                if len(self._data) < _MOST_STRAY:
                    self._data += data[:_MOST_STRAY]

    def taken(self) -> Iterator[CardText]:
        if self._data:
            yield CardText(self._line, self._data[:_MOST_STRAY].rstrip(), NO_BEGIN, is_card=False)
        self._line, self._data = 0, b""


def chunks_of(stream: BinaryIO) -> Iterator[bytes]:
    """A stream in pieces, as UTF-8 where it is UTF-16, and without the mark of the byte order."""
    first = stream.read(_CHUNK)
    while first and len(first) < 4 and (more := stream.read(4 - len(first))):
        first += more
    encoding = _wide(first)
    if encoding:
        yield from _as_utf8(first, stream, encoding)
        return
    first = first.removeprefix(codecs.BOM_UTF8)
    while first:
        yield first
        first = stream.read(_CHUNK)


def _wide(first: bytes) -> str:
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if first[:1] in (b"B", b"b", b"[") and first[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if first[:1] == b"\0" and first[1:2] in (b"B", b"b", b"[") else ""


def _as_utf8(first: bytes, stream: BinaryIO, encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while first:
        yield decoder.decode(first).encode("utf-8", "replace")
        first = stream.read(_CHUNK)
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def _runs(stream: BinaryIO) -> Iterator[tuple[int, bytes, bool | None]]:
    """The lines in runs, each with the number of its first. What begins (True) or ends (False) a card stands alone."""
    number = 1
    for block in _blocks(stream):
        for lines, begins in _cut(block):
            yield number, lines, begins
            number += lines.count(b"\n") or 1


def _cut(block: bytes) -> Iterator[tuple[bytes, bool | None]]:
    if len(block) > _LONG:  # one line
        yield block, None
        return
    capitals, done, place = block.upper(), 0, 0
    while (place := capitals.find(b"VCARD", place)) >= 0:
        start = capitals.rfind(b"\n", max(0, place - _MOST_MARK), place) + 1
        mark = _MARK.match(capitals, start) if start or place < _MOST_MARK else None
        place += 1
        if mark is not None and mark.end() - start < _MOST_MARK:
            if done < start:
                yield block[done:start], None
            done = place = mark.end()
            yield block[start:done], mark[1] == b"BEGIN"
    if done < len(block):
        yield block[done:], None


def _blocks(stream: BinaryIO) -> Iterator[bytes]:
    """Whole lines with their ends, as many as a chunk has, or one that is longer.

    A CR alone ends a line only where there is no LF in all of the file.
    """
    chunks = chunks_of(stream)
    first = next(chunks, b"")
    if b"\n" in first or b"\r" not in first:
        return _by_feeds([first], chunks)
    return _by_returns([first], chunks) if _has_no_feed(stream) else _by_feeds([first], chunks)


def _has_no_feed(stream: BinaryIO) -> bool:
    """Whether the rest of a stream is without any LF; of one that cannot be read twice the beginning decides."""
    if not stream.seekable():
        return True
    place = stream.tell()
    try:
        return not any(b"\n" in chunk for chunk in iter(lambda: stream.read(_CHUNK), b""))
    finally:
        stream.seek(place)


def _by_feeds(*parts: Iterable[bytes]) -> Iterator[bytes]:
    held = io.BytesIO()  # of which a long line is taken without a copy, and whose memory goes back to the system
    for part in parts:
        for chunk in part:
            first, last = (chunk.find(b"\n") + 1 if held.tell() else 0), chunk.rfind(b"\n") + 1
            if not last:
                held.write(chunk)
                continue
            if held.tell():
                held.write(chunk[:first])
                line, held = held.getvalue(), io.BytesIO()
                yield line
                del line
            if first < last:
                yield chunk[first:last]
            if last < len(chunk):
                held.write(chunk[last:])
    if held.tell():
        yield held.getvalue()


def _by_returns(*parts: Iterable[bytes]) -> Iterator[bytes]:
    rest: list[bytes] = []
    for part in parts:
        for chunk in part:
            *whole, last = chunk.split(b"\r")
            for line in whole:
                yield b"".join([*rest, line, b"\r"])
                rest.clear()
            if last:
                rest.append(last)
    if rest:
        yield b"".join(rest)
