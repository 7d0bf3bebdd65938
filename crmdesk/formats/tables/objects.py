"""JSON and JSON Lines: lists of objects, each a row; the texts of numbers stay as they were written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import TextIOBase

import msgspec

from crmdesk.errors import FileDamaged, FileTooLarge, NotRecognised
from crmdesk.formats.source import SourceRow

MOST_CHARACTERS = 64 * 1024 * 1024  # of one object
_CHUNK = 256 * 1024
_SCALAR = r'(?:"(?:[^"\\]|\\.)*"|-?[\d.eE+\-]+|true|false|null)'
# A document whose first list is what it is about, as our own: {"crmdesk": 1, "kind": "contact", "contacts": [ … ]}
_OPENING = re.compile(
    rf'\s*\{{\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*{_SCALAR}\s*,\s*)*"(?P<list>(?:[^"\\]|\\.)*)"\s*:\s*\[(?=\s*[{{\]])'
)
# Members that hold what a document of one line is about; any other list belongs to a single object.
_LISTS = frozenset(["contacts", "properties", "deals", "events", "people", "data", "items", "results", "records"])
_SPACE = re.compile(r"[\s,]*")
_object = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_pairs = msgspec.json.Encoder().encode
_scan = json.JSONDecoder(strict=False).raw_decode


def opening_of(head: str) -> tuple[str, int] | None:
    """Whether a text is a list of objects or lines of them ("json" or "jsonl"), and where the first one starts."""
    text = head.lstrip("\ufeff")
    before = len(head) - len(text)
    stripped = text.lstrip()
    if stripped.startswith("["):
        place = before + len(text) - len(stripped) + 1
        return ("json", place) if stripped[1:].lstrip()[:1] in ("{", "]") else None
    if not stripped.startswith("{"):
        return None
    found = _OPENING.match(text)
    first, parted, rest = stripped.partition("\n")
    several = rest.lstrip().startswith("{") or stripped.startswith('{"crmdesk":"')
    lines = _is_object(first) and (several or found is None or found["list"] not in _LISTS)
    if found is not None and not lines:
        return "json", before + found.end()
    return ("jsonl", before) if lines or not parted else None


def _is_object(text: str) -> bool:
    try:
        _object(text.encode("utf-8", "replace"))
    except (msgspec.MsgspecError, RecursionError):
        return False
    return True


def of_lines(text: TextIOBase) -> Iterator[SourceRow]:
    """The objects of a file that has one in each line."""
    number = 0
    while line := str(text.readline(MOST_CHARACTERS)):
        number += 1
        if len(line) >= MOST_CHARACTERS:
            raise FileTooLarge(f"Line {number} is longer than 64 million characters.")
        if stripped := line.strip().lstrip("\ufeff"):
            yield _row(number, stripped)


def of_list(text: TextIOBase, start: int) -> Iterator[SourceRow]:
    """The objects of a list that begins after so many characters, numbered by their place."""
    held, place, number = str(text.read(start + _CHUNK)), start, 0
    while True:
        place = _behind_space(held, place)
        if place >= len(held):
            held, place = str(text.read(_CHUNK)), 0
            if not held:
                raise FileDamaged("The list of objects breaks off.")
            continue
        if held[place] == "]":
            return
        if held[place] != "{":
            raise FileDamaged(f"Behind object {number} stands something that is no object.")
        while (end := _end(held, place, number)) is None:
            more = str(text.read(max(_CHUNK, len(held) - place)))
            if not more:
                raise FileDamaged(f"Object {number + 1} breaks off, or is no JSON.")
            held, place = held[place:] + more, 0
        number += 1
        yield _row(number, held[place:end])
        place = end


def _behind_space(held: str, place: int) -> int:
    found = _SPACE.match(held, place)
    return found.end() if found else place


def _end(held: str, place: int, number: int) -> int | None:
    """Where the object ends that begins there; None where more of it has to be read."""
    try:
        return _scan(held, place)[1]
    except RecursionError:
        raise NotRecognised(f"Object {number + 1} is nested too deeply.") from None
    except json.JSONDecodeError:
        if len(held) - place > MOST_CHARACTERS:
            raise FileTooLarge(f"Object {number + 1} is larger than 64 million characters.") from None
        return None


def _row(number: int, text: str) -> SourceRow:
    try:
        found = _object(text.encode())
    except UnicodeEncodeError:
        return SourceRow(number, (), _original(text), "It holds letters that are not in the encoding of the file.")
    except (msgspec.MsgspecError, RecursionError) as error:
        return SourceRow(number, (), _original(text), f"It is no JSON object: {error}.")
    try:
        cells = tuple((name, said) for name, raw in found.items() if (said := _text(bytes(raw))) is not None)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return SourceRow(number, (), _original(text), "One of its texts cannot be read.")
    return SourceRow(number, cells, _pairs(cells).decode())


def _text(raw: bytes) -> str | None:
    """The text of a member: a string's own, a number as written, a list or object as JSON; None for null."""
    if raw[:1] == b'"':
        return str(msgspec.json.decode(raw))
    return None if raw == b"null" else raw.decode()


def _original(text: str) -> str:
    return _pairs([["", text.encode("utf-8", "replace").decode()[:1_000_000]]]).decode()
