"""A file of cards as an account: each card a contact, its payload the card as it stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import BinaryIO

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.domain.notation.normal import email_form
from crmdesk.errors import UserInputError
from crmdesk.formats.cards.encodings import USUAL
from crmdesk.formats.cards.incoming import A_GROUP, bare_uid, cards_of, incoming_of
from crmdesk.formats.cards.stream import CardText
from crmdesk.providers.contract import RemoteId, RemoteRecord
from crmdesk.providers.file.info import PROPERTIES
from crmdesk.providers.file.rows import BadRow, Met, refuse_problem, told_apart, unreadable_in
from crmdesk.providers.info import FieldPath, ProviderSettings

UID, EMAIL, ROW = "uid", "email", "row"
_ROWS = tuple(FieldPath(field, name, writable=False) for field, name in PROPERTIES.items())


class Cards:
    """A file of cards. A card without a UID goes by its text; `id` says email or row instead."""

    fields = _ROWS

    def __init__(self, settings: ProviderSettings) -> None:
        self._usual = settings.get("encoding") or USUAL
        self._ids = settings.get("id") or UID
        if self._ids not in (UID, EMAIL, ROW):
            raise UserInputError(f"Cards are told apart by {UID}, {EMAIL} or {ROW}, not by “{self._ids}”.")

    @property
    def found(self) -> dict[str, str]:
        """What was found out, as settings."""
        return {"read_as": "Cards", "ids": self._ids}

    @property
    def mark(self) -> str:
        """By what they are read."""
        return repr((self._usual, self._ids))

    def payloads(self, stream: BinaryIO) -> Iterator[bytes]:
        """The text of each card, groups apart."""
        return told_apart(self._met(stream), self.identify)

    def _met(self, stream: BinaryIO) -> Iterator[Met]:
        for text in cards_of(stream):
            problem = None if text.is_card else text.fault
            if problem is None and (skip := incoming_of(text, self._usual).skip) is not None:
                if skip == A_GROUP:
                    continue
                problem = skip
            yield Met(text.line, text.data, problem)

    def identify(self, payload: bytes) -> RemoteId:
        """The id of a contact. Raises BadRecord."""
        if (known := refuse_problem(payload, known=False)) is not None:
            return known
        if self._ids == ROW:
            return _of_text(payload)
        return self._id_of(self._read(payload), payload)

    def _id_of(self, found: Incoming, payload: bytes) -> RemoteId:
        if self._ids == UID:
            uid = bare_uid(found.remote_id or "")
            return RemoteId(uid) if uid and "\x00" not in uid else _of_text(payload)
        emails = found.values.get("emails")
        if not isinstance(emails, tuple) or not emails:
            raise BadRow("It has no email, by which the contacts of this file are told apart.", field="id")
        return RemoteId(email_form(emails[0].value))

    def read(self, payload: bytes) -> RemoteRecord:
        """A contact. Raises BadRecord."""
        refuse_problem(payload, known=True)
        found = self._read(payload)
        unreadable = {field: why for field, why in unreadable_in(found).items() if field in PROPERTIES}
        values = {field: value for field, value in found.values.items() if field not in unreadable}
        return RemoteRecord(
            Kind.CONTACT,
            _of_text(payload) if self._ids == ROW else self._id_of(found, payload),
            values,
            frozenset((*PROPERTIES, *values)) - unreadable.keys(),
            payload=payload,
            unmapped=found.unmapped,
            unreadable=unreadable,
        )

    def _read(self, payload: bytes) -> Incoming:
        return incoming_of(CardText(1, payload), self._usual)


def _of_text(payload: bytes) -> RemoteId:
    return RemoteId(blake2b(payload, digest_size=16).hexdigest())
