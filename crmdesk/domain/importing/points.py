"""By which emails and phones people are found: normal forms as numbers, in a few bytes each, for a million of them."""

from __future__ import annotations

import uuid
from array import array
from bisect import bisect_left, insort
from collections.abc import Collection, Iterable
from hashlib import blake2b, sha1

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.domain.notation.normal import entry_key
from crmdesk.domain.rows import rows_of
from crmdesk.domain.values import Entry

FIELDS_OF_POINTS = {"emails": "email", "phones": "phone"}  # the field, and the word by which it is asked for
_ID_BITS = 31
_PARTS = 1 << 10  # in which points lie by their last bits
_SPACE = uuid.NAMESPACE_URL.bytes


def form_of(key: str, text: str, region: str | None = None) -> str | None:
    """An email or a phone as two of them are compared; None for a text that nobody can be found by."""
    form = entry_key(Kind.CONTACT, key, Entry(text), region)
    # “NULL”, “n/a” and “call me” stand in many rows and are nobody's.
    if ("@" not in form) if key == "emails" else not any(letter.isdigit() for letter in form):
        return None
    return f"{key}\n{form}"


def point(form: str) -> int:
    """The number of a form. Among a hundred thousand of them two have the same one, so it proves nothing."""
    return number(form, 32)


def number(text: str, bits: int = 63, salt: bytes = b"") -> int:
    """A number that a text has everywhere; another one with each `salt` of up to 16 bytes."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8, salt=salt).digest()
    return int.from_bytes(digest) >> (64 - bits)


def own_uid(item_id: int, born: int) -> str:
    """The UID of a contact in cards that this desk writes, where none came with it; `born` in microseconds since 1970.

    It is the same in each export, and another one than that of an item of the same number elsewhere.
    """
    # As uuid.uuid5 makes it, without its checks, which take as long as the rest of a card.
    said = sha1(_SPACE + f"crm-desk:contact:{item_id}:{born}".encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(said[16], 16) & 3]
    return f"{said[:8]}-{said[8:12]}-5{said[13:16]}-{variant}{said[17:20]}-{said[20:32]}"


class Points:
    """Which items may have a point. It may name one too many, never one too few: look at what the item holds."""

    def __init__(self) -> None:
        # Many short ones: to sort a million anew would keep everybody else waiting for tenths of a second.
        self._parts = [array("q") for _ in range(_PARTS)]  # point and item in one number, sorted

    def add(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Take in (point, item)."""
        for one, item_id in pairs:
            insort(self._parts[one % _PARTS], one << _ID_BITS | item_id)

    def items(self, one: int) -> list[int]:
        """The items that may have a point, each once."""
        part, found = self._parts[one % _PARTS], []
        place = bisect_left(part, one << _ID_BITS)
        while place < len(part) and part[place] >> _ID_BITS == one:
            found.append(part[place] & ((1 << _ID_BITS) - 1))
            place += 1
        return list(dict.fromkeys(found)) if len(found) > 1 else found


def words_of(row: Incoming) -> int | None:
    """The number of what a row says, where it has neither an id nor an email by which it would be known again."""
    if row.remote_id or row.own_id or row.values.get("emails"):
        return None
    return number(row.original)


def forms_of(row: Incoming, kind: Kind, by: Collection[str], region: str | None = None) -> tuple[str, ...]:
    """By what a row can be the same as another one: its emails, and its phones where they are asked for."""
    if kind is not Kind.CONTACT:
        return ()
    found = [
        form_of(key, entry.value, region)
        for key, word in FIELDS_OF_POINTS.items()
        if word in by
        for entry in rows_of(row.values.get(key))
    ]
    return tuple(dict.fromkeys(one for one in found if one is not None))
