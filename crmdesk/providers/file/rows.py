"""What tables and cards have in common: payloads, and those that stand for a row that cannot be taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import BinaryIO, Protocol

import msgspec

from crmdesk.domain.importing.incoming import Incoming
from crmdesk.domain.notation.normal import email_form
from crmdesk.domain.values import texts
from crmdesk.errors import BadResponse
from crmdesk.providers.contract import BadRecord, RemoteId, RemoteRecord
from crmdesk.providers.info import FieldPath

EMAIL, ROW = "email", "row"  # what tells contacts apart where no column and no UID does
_PROBLEM = b'{"problem":'


class BadRow(BadRecord):
    """One row or card cannot be read; it is put aside with this reason and the rest is read."""

    id = "BAD_ROW"
    title = "A row or card could not be read"
    safe = "Its text is kept; everything else was read."
    remedy = "Correct it in the file; it is read again once the file was saved."


class Problem(msgspec.Struct):
    """A row that cannot be taken: why, the line where it stands, its id where that can be read, and its text."""

    problem: str
    line: int
    id: str | None = None
    text: str = ""


class Rows(Protocol):
    """One kind of file, as an account reads it."""

    @property
    def fields(self) -> tuple[FieldPath, ...]:
        """The fields that the file has."""
        ...

    @property
    def found(self) -> dict[str, str]:
        """What was found out about the file: settings."""
        ...

    @property
    def mark(self) -> str:
        """By what the file is read: under another mark the same bytes say something else."""
        ...

    def payloads(self, stream: BinaryIO) -> Iterator[bytes]:
        """The payload of each contact. Raises BadResponse, and the errors of files."""
        ...

    def identify(self, payload: bytes) -> RemoteId:
        """The id of a contact. Raises BadRecord."""
        ...

    def read(self, payload: bytes) -> RemoteRecord:
        """A contact. Raises BadRecord."""
        ...


@dataclass(frozen=True, slots=True)
class Met:
    """A contact as it stands in a file."""

    line: int
    payload: bytes
    identify: Callable[[], RemoteId]  # raises BadRecord
    problem: str | None = None


def told_apart(met: Iterable[Met]) -> Iterator[bytes]:
    """The payloads, each id once: another contact with the same id stands as a problem. Raises BadResponse for none."""
    seen: dict[bytes, bytes] = {}
    empty = True
    for one in met:
        empty = False
        if one.problem is not None:
            yield problem(one, _id_or_none(one), one.problem)
            continue
        try:
            id = one.identify()
        except BadRecord as bad:
            yield problem(one, None, bad.why)
            continue
        key = blake2b(id.encode(), digest_size=8).digest()
        mark = blake2b(one.payload, digest_size=8).digest()
        if (before := seen.setdefault(key, mark)) is mark:
            yield one.payload
        elif before != mark:
            yield problem(one, None, f"Another contact of the file has the same id, “{id[:80]}”.")
    if empty:
        raise BadResponse("The file has no contact.", next="Export it anew. Nothing was changed here.")


def problem(one: Met, id: str | None, why: str) -> bytes:
    """The payload of a row that cannot be taken."""
    text = one.payload.decode("utf-8", "replace")[:4000]
    return msgspec.json.encode(Problem(why, one.line, id, text))


def refuse_problem(payload: bytes, *, known: bool) -> RemoteId | None:
    """The id of a payload that stands for a problem, None of any other. Raises BadRecord where it has no id to tell.

    With `known` it is refused, id or not.
    """
    if not payload.startswith(_PROBLEM):
        return None
    found = msgspec.json.decode(payload, type=Problem)
    if found.id is not None and not known:
        return RemoteId(found.id)
    raise BadRow(f"Line {found.line}: {found.problem}", remote_id=found.id, value=found.text[:120])


def unreadable_in(incoming: Incoming) -> dict[str, str]:
    """The fields that hold what cannot be read, and why."""
    return {one.field: f"The file has “{one.raw[:80]}”. {one.reason}" for one in incoming.problems if one.field}


def email_id(found: Incoming) -> RemoteId:
    """The id of a contact that is told by its first email. Raises BadRecord."""
    emails = texts(found.values.get("emails"))
    if not emails:
        raise BadRow("It has no email, by which the contacts of this file are told apart.", field="id")
    return RemoteId(email_form(emails[0]))


def text_id(payload: bytes) -> RemoteId:
    """The id of a contact that nothing tells but the whole of its text."""
    return RemoteId(blake2b(payload, digest_size=16).hexdigest())


def _id_or_none(one: Met) -> str | None:
    try:
        return one.identify()
    except BadRecord:
        return None
