"""Bytes to text: the character sets that cards name, quoted-printable and base64. Nothing here can fail.

Candidates for a value, in turn: the CHARSET that it names itself, strict UTF-8, the CHARSET that another property of
the card names, the encoding that was chosen for the file. One file can hold three.
"""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Sequence
from functools import lru_cache

USUAL = "cp1252"  # of files that are no UTF-8 and say nothing
# Only character sets: Python has codecs of other kinds under names that a file could give. What a phone calls by the
# older name is written in the newer, larger set.
_SETS = {
    "ascii": "utf-8", "utf-8": "utf-8", "utf-8-sig": "utf-8", "utf-7": "utf-7",
    "utf-16": "utf-16", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be",
    "iso8859-1": "cp1252", "iso8859-9": "cp1254", "shift_jis": "cp932", "cp932": "cp932", "gb2312": "gb18030",
    "gbk": "gb18030", "gb18030": "gb18030", "big5": "cp950", "cp950": "cp950", "euc_kr": "cp949", "cp949": "cp949",
    **{name: name for name in (
        "euc_jp", "iso2022_jp", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "tis-620", "cp437", "cp850", "cp852",
        "cp855", "cp866", "cp874", *(f"cp125{digit}" for digit in range(9)),
        *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 15, 16)),
    )},
}  # fmt: skip
_SEVEN_BIT = frozenset({"iso2022_jp", "utf-7", "utf-16", "utf-16-le", "utf-16-be"})  # whose bytes may all look ASCII
_BASE64 = re.compile(rb"[A-Za-z0-9+/\s]*={0,3}\s*")
_SPACES = (b"\r", b"\n", b" ", b"\t")


@lru_cache(maxsize=256)
def known_set(name: str) -> str:
    """The codec of a character set by any of its names; "" for one that is not known."""
    try:
        return _SETS.get(codecs.lookup(name.strip()).name, "")
    except (LookupError, ValueError):
        return ""


def text_of(raw: bytes, own: str = "", others: Sequence[str] = (), usual: str = USUAL) -> str:
    """The text that bytes stand for; `own`, `others` and `usual` are codecs, as `known_set` gives them."""
    if own not in _SEVEN_BIT and raw.isascii():
        return raw.decode("ascii")
    for candidate in (own, "utf-8", *others, usual, USUAL):
        if candidate:
            try:
                return raw.decode(candidate)
            except UnicodeError:
                continue
    return raw.decode("latin-1")


def unquoted(raw: bytes) -> bytes:
    """What quoted-printable stands for; what is none of it stays."""
    return binascii.a2b_qp(raw)


def from_base64(raw: bytes) -> bytes | None:
    """What base64 stands for, with or without padding; None where it is none."""
    packed = raw.translate(None, b" \t\r\n").rstrip(b"=")
    try:
        return binascii.a2b_base64(packed + b"=" * (-len(packed) % 4), strict_mode=True)
    except binascii.Error:
        return None


def is_base64(data: bytes, start: int, end: int) -> bool:
    """Whether a stretch of bytes, folded or not, can be decoded as base64; told without copying it."""
    if _BASE64.fullmatch(data, start, end) is None:
        return False
    letters = end - start - sum(data.count(space, start, end) for space in _SPACES)
    return (letters - data.count(b"=", start, end)) % 4 != 1
