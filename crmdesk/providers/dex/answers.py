"""The answers of Dex v1, taken apart: its one envelope, in which records lie at different places.

Lists and their envelope are described by the vendor and seen live by others; what creates, updates and read-one answer
with is not documented: the record is taken from wherever it may lie in `data`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from crmdesk.errors import Unavailable
from crmdesk.providers.contract import Cursor
from crmdesk.providers.wire.answer import UNREADABLE, Answer, received


class _Items(msgspec.Struct, rename="camel"):
    items: list[msgspec.Raw] | None = None
    contacts: list[msgspec.Raw] | None = None
    next_cursor: str | int | None = None
    count: int | None = None


class _List(msgspec.Struct):
    data: _Items | None = None
    error: Any = None


class _Any(msgspec.Struct):
    data: msgspec.Raw = msgspec.Raw()
    error: Any = None


_LISTS = msgspec.json.Decoder(_List)
_ANY = msgspec.json.Decoder(_Any)
_RAWS = msgspec.json.Decoder(list[msgspec.Raw])
_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])


def listed(answer: Answer) -> tuple[list[bytes], Cursor | None, int | None]:
    """The records of one page of a list, where it goes on, and what it counts. Raises BadResponse, Unavailable."""
    envelope = answer.decode(_LISTS)
    _refuse_error(envelope.error, answer)
    data = envelope.data or _Items()
    items = data.items if data.items is not None else data.contacts
    if items is None:
        raise answer.unusable("Dex answered without a list of contacts.")
    following = Cursor(str(data.next_cursor)) if data.next_cursor not in (None, "") else None
    return received(items), following, data.count


def records_in(answer: Answer) -> list[bytes]:
    """The records in `data`: a record, a list, or an object with `contact(s)`; none where it holds none."""
    envelope = answer.decode(_ANY)
    _refuse_error(envelope.error, answer)
    text = bytes(envelope.data).strip() if envelope.data else b""
    try:
        if text[:1] == b"[":
            return [bytes(raw) for raw in _RAWS.decode(text)]
        members = _MEMBERS.decode(text) if text[:1] == b"{" else {}
        inner = bytes(members.get("contact") or members.get("contacts") or members.get("items") or b"")
        if inner[:1] == b"[":
            return [bytes(raw) for raw in _RAWS.decode(inner)]
    except UNREADABLE:
        return [text]  # unreadable as a record, which is said where it is read
    return [inner] if inner[:1] == b"{" else [text] if "id" in members else []


def data_of(answer: Answer) -> Any:
    """What `data` holds, decoded; None where it cannot be. Raises what an answer that tells of an error stands for."""
    envelope = answer.decode(_ANY)
    _refuse_error(envelope.error, answer)
    try:
        return msgspec.json.decode(envelope.data or b"null")
    except UNREADABLE:
        return None


def _refuse_error(error: Any, answer: Answer) -> None:
    if error in (None, False):
        return
    why = f"Dex reports an error: {answer.message() or 'without saying which'}"
    raise Unavailable(why, detail=answer.sample()) if answer.safe else answer.unusable(why)
