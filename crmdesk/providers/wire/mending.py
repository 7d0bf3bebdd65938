"""Answers that are nearly JSON, made readable: what a reader cannot take becomes a mark of what stood there.

A body that decodes is left as it is. Otherwise half characters, bytes that are no text and unknown escapes are marked
inside their text; numbers that JSON has not or nobody can hold, objects with a comma too many, and what is nested
without sense become one marked text. So one odd value costs its field, and what is no object any more its record,
never the page.

A mark begins with NUL, which no text that is kept may hold; a NUL that a CRM sent is marked too, so that every mark
can be taken back: `restored` gives a changed record back to its CRM with what was odd in it as it came.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

import msgspec

DEEPEST = 64  # levels of a document that are looked into; a decoder follows some hundreds more
MOST_WORK = 64 * 1024 * 1024  # bytes looked at, in all, before a body is left as it is
MOST_STEPS = 300_000  # from one bracket or odd value to the next
MOST_ESCAPES = 1_000_000
BIG = 128 * 1024  # bytes whose mending takes longer than a window should wait
UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)

MARKS = b"\\u0000"  # stands in every payload in which something is marked
_MARK = re.compile(r"\x00(?:u([0-9a-fA-F]{4});|x([0-9A-F]{2});|(\\.[0-9a-fA-F]{0,3});|=(.*))", re.DOTALL)
_ESCAPES = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"  # a whole pair
    rb'|\\["\\/bfnrt]'
    rb"|\\u(?P<unit>(?P<odd>[dD][89a-fA-F][0-9a-fA-F]{2}|0000)|[0-9a-fA-F]{4})"
    rb"|\\(?P<unknown>u[0-9a-fA-F]{0,3}|[ -~])"
)
_FINE = (
    rb'"(?:[^"\\\x00-\x1f]|\\.)*+"'
    rb"|[\s,:]+"
    rb"|(?:true|false|null|-?(?:0|[1-9]\d{0,17})(?:\.\d{1,17})?)(?=[\s,\]}])"
)
_ODD = rb'(?P<text>"(?:[^"\\]|\\.)*+")|(?P<plain>[^\s,:\[\]{}"]+|")'
_VALUES = re.compile(rb"(?:" + _FINE + rb"|[\[\]{}]+){1,4096}+|" + _ODD, re.DOTALL)  # in steps, which let others in
_TOKENS = re.compile(rb"(?:" + _FINE + rb")++|(?P<open>[\[{])|(?P<close>[\]}])|" + _ODD, re.DOTALL)
_CONTROL = re.compile(rb"[\x00-\x1f]")
_WHOLE_MARK = re.compile(rb'"\\u0000=(?:[^"\\]|\\.)*+"')
_TEXT_MARK = re.compile(rb"\\u0000(?:u([0-9a-fA-F]{4});|x([0-9A-F]{2});|\\(\\.[0-9a-fA-F]{0,3});)")
_BAD_BYTES = "crmdesk.bad_bytes"
_SKIM = msgspec.json.Decoder(msgspec.Raw)  # refuses what any decoder refuses but bytes that are no text, huge numbers
_NUMBERS = bytes(ord("0" if byte in b"0123456789." else "e" if byte in b"eE" else " ") for byte in range(256))
_HUGE = (b"0" * 200, b"0e000")  # shorter ones stay below 1e300


def is_sound(body: bytes) -> bool:
    """Whether the body can surely be decoded and has no mark, told without making values of it.

    False may also be for a long number in a text, or for a body that is no object or list.
    """
    if (body.lstrip() if body[:1].isspace() else body)[:1] not in (b"{", b"[") or MARKS in body:
        return False
    numbers = body.translate(_NUMBERS, b"+-")
    if any(huge in numbers for huge in _HUGE):
        return False
    try:
        _SKIM.decode(body)
        return body.isascii() or bool(body.decode())
    except UNREADABLE:
        return False


def mended(body: bytes) -> bytes:
    """The body with marks for what cannot be read; as it is where nothing is odd, or where it is no JSON at all."""
    if body[:1].isspace():
        body = body.lstrip()
    if body[:1] not in (b"{", b"["):
        return body
    if is_sound(body) or (MARKS not in body and _readable(body)):
        return body
    if body.count(b"\\") > MOST_ESCAPES:
        return body
    found = _ESCAPES.sub(_marked_escape, body).decode("utf-8", _BAD_BYTES).encode()
    if _readable(found):
        return found
    found = _VALUES.sub(_readable_value, found, count=MOST_STEPS)
    if not _readable(found):
        found = _put_together(found) or body
    return found if _tells(found) else body


def restored(content: bytes) -> bytes:
    """What is to be sent, with everything that was marked as it came."""
    if MARKS not in content:
        return content
    content = _WHOLE_MARK.sub(lambda found: restored(msgspec.json.decode(found[0], type=str)[2:].encode()), content)
    return _TEXT_MARK.sub(_unmarked, content)


def why_odd(found: Any) -> str | None:
    """What in a decoded value was marked, in words that stand behind “holds”; None where nothing was."""
    for text in _values(found, names=True):
        if text is not None and "\x00" in text:
            mark = _MARK.search(text)
            return "a NUL character" if mark is None else _words(mark)
    return None


def told(text: str) -> str:
    """A text for people: a mark inside it as the sign for an unknown character, a marked value as it came."""
    return _MARK.sub(lambda mark: mark[4] if mark[4] is not None else "\ufffd", text).replace("\x00", "\ufffd")


def _readable(body: bytes) -> bool:
    try:
        msgspec.json.decode(body)
    except UNREADABLE:
        return False
    return True


def _tells(body: bytes) -> bool:
    """Whether anything but marks stands in it: where nothing does, it is no answer that a CRM gives."""
    return _readable(body) and any(not (text or "").startswith("\x00") for text in _values(msgspec.json.decode(body)))


def _bad_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(f"\\u0000x{byte:02X};" for byte in bad), error.end


codecs.register_error(_BAD_BYTES, _bad_bytes)


def _marked_escape(found: re.Match[bytes]) -> bytes:
    if found["odd"]:
        return MARKS + b"u" + found["odd"] + b";"
    if found["unknown"]:
        return MARKS + b"\\\\" + found["unknown"] + b";"
    return found[0]


def _put_together(body: bytes) -> bytes | None:
    """The body with objects and lists that no reader takes marked, the innermost first; None where it has no end."""
    done: list[bytes] = []
    opened: list[int] = []  # where in `done` the objects and lists began that are still open
    work = 0
    for count, token in enumerate(_TOKENS.finditer(body)):
        match token.lastgroup:
            case "open":
                opened.append(len(done))
                done.append(token[0])
            case "close" if opened:
                done.append(token[0])
                start = opened.pop()
                if 0 < len(opened) < DEEPEST:
                    value = b"".join(done[start:])
                    done[start:] = [value if _readable(value) else _mark(value)]
                    work += len(value)
            case _:
                done.append(token[0])
        if work > MOST_WORK or count > MOST_STEPS:
            return None
    return None if opened else b"".join(done)


def _readable_value(found: re.Match[bytes]) -> bytes:
    value = found[0]
    if found["text"]:
        return _CONTROL.sub(lambda control: b"\\u%04x" % control[0][0], value)
    return _mark(value) if found["plain"] and not _readable(b"[" + value + b"]") else value


def _mark(value: bytes) -> bytes:
    return b'"\\u0000=' + msgspec.json.encode(value.decode())[1:]


def _unmarked(mark: re.Match[bytes]) -> bytes:
    if mark[1]:
        return b"\\u" + mark[1]
    return bytes.fromhex(mark[2].decode()) if mark[2] else mark[3]


def _words(mark: re.Match[str]) -> str:
    unit, byte, escape, value = mark.groups()
    if value is not None:
        return f"{value if len(value) <= 40 else value[:39] + '…'}, which is no value that can be kept"
    if byte:
        return f"a byte that is no text ({byte})"
    if escape:
        return f"a character written as {escape}, which JSON does not have"
    return "a NUL character" if unit == "0000" else f"half a character (\\u{unit.lower()})"


def _values(found: Any, *, names: bool = False) -> Iterator[str | None]:
    """The texts in a value, names of members too where asked for; None for what else it holds."""
    if isinstance(found, dict):
        for name, value in found.items():
            if names:
                yield name
            yield from _values(value, names=names)
    elif isinstance(found, list | tuple):
        for value in found:
            yield from _values(value, names=names)
    else:
        yield found if isinstance(found, str) else None
