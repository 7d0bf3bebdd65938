"""Content lines as they are written: values escaped, folded at 75 octets never inside a character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from crmdesk.domain.values import Entry
from crmdesk.formats.cards.content import Params
from crmdesk.formats.cards.escapes import careted, escaped
from crmdesk.formats.cards.labels import types_of

MOST_OCTETS = 75
CRLF = b"\r\n"
DERIVED = "X-CRMDESK"  # a parameter of ours: what a property says beside its value
NO_NAME, WHOLE = "derived", "whole"  # a name made for FN alone; an address that is one text
_TO_QUOTE = re.compile(r"[,;:]|\A\s|\s\Z")


def encoded(text: str) -> bytes:
    """The text in UTF-8; half a character, which has none, as the mark of what cannot be written."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def folded(line: bytes, end: bytes = CRLF) -> bytes:
    """A line with its end, on as many physical ones as it takes."""
    if len(line) <= MOST_OCTETS:
        return line + end
    pieces, place, room = [], 0, MOST_OCTETS
    while len(line) - place > room:
        cut = place + room
        while line[cut] & 0xC0 == 0x80 and cut > place + room - 4:
            cut -= 1
        pieces.append(line[place:cut])
        place, room = cut, MOST_OCTETS - 1
    pieces.append(line[place:])
    return (end + b" ").join(pieces) + end


def head(group: str, name: str, params: Params = ()) -> str:
    """What stands before the colon."""
    text = f"{group}.{name}" if group else name
    return text + _params(params) if params else text


@lru_cache(maxsize=1024)
def _params(params: Params) -> str:
    return "".join(f";{key}={','.join(map(_param_value, values))}" for key, values in params)


def _param_value(value: str) -> str:
    plain = careted(value)
    return f'"{plain}"' if _TO_QUOTE.search(plain) else plain


def content_line(name: str, coded: str, params: Params = (), group: str = "") -> str:
    """A content line of a value that is escaped already, neither folded nor ended."""
    return f"{head(group, name, params)}:{coded}"


def line_of(name: str, coded: str, params: Params = (), group: str = "") -> bytes:
    """The same as it stands in a file."""
    return physical(content_line(name, coded, params, group))


def physical(line: str, end: bytes = CRLF) -> bytes:
    """A content line as it stands in a file."""
    return folded(encoded(line), end)


def all_physical(lines: Sequence[str]) -> bytes:
    """Content lines as they stand in a file; those of most cards are short and plain, and made in one go."""
    whole = "\r\n".join(lines)
    if whole.isascii() and max(map(len, lines)) <= MOST_OCTETS:
        return whole.encode("ascii") + CRLF
    return b"".join(map(physical, lines))


def entry_lines(name: str, entry: Entry, version: str, group: str) -> Iterable[str]:
    """An email address or a phone number, its label with it; `group` is taken where the label needs one."""
    said = _entry_head(name, entry.label, entry.primary, version)
    if said is not None:
        return (f"{said}:{escaped(entry.value)}",)
    params = entry_params((), entry.primary, version)
    return (
        content_line(name, escaped(entry.value), params, group),
        content_line("X-ABLabel", escaped(entry.label), (), group),
    )


@lru_cache(maxsize=1024)
def _entry_head(name: str, label: str, primary: bool, version: str) -> str | None:
    """What stands before the colon, with all that the label says; None where that needs a line of its own."""
    types = types_of(label)
    return None if types is None else head("", name, entry_params(types, primary, version))


def entry_params(types: Sequence[str], primary: bool, version: str) -> Params:
    """TYPE and the mark of the primary one, as that version has it."""
    if version.startswith("4"):
        return (*((("TYPE", tuple(types)),) if types else ()), *((("PREF", ("1",)),) if primary else ()))
    words = (*types, "pref") if primary else tuple(types)
    return (("TYPE", words),) if words else ()
