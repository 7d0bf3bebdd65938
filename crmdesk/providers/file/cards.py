"""A file of cards as an account: each card a contact, its payload the card as it stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.errors import UserInputError
from crmdesk.formats.cards.encodings import USUAL
from crmdesk.formats.cards.incoming import A_GROUP, bare_uid, cards_of, incoming_of
from crmdesk.formats.cards.stream import CardText
from crmdesk.providers.contract import RemoteId, RemoteRecord
from crmdesk.providers.file.info import PROPERTIES
from crmdesk.providers.file.rows import EMAIL, ROW, Met, email_id, refuse_problem, text_id, told_apart, unreadable_in
from crmdesk.providers.info import FieldPath, ProviderSettings

UID = "uid"
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
        return told_apart(self._met(stream))

    def _met(self, stream: BinaryIO) -> Iterator[Met]:
        for text in cards_of(stream):
            found = self._read(text.data)
            if text.is_card and found.skip == A_GROUP:
                continue
            problem = found.skip if text.is_card else text.fault
            yield Met(text.line, text.data, partial(self._id_of, found, text.data), problem)

    def identify(self, payload: bytes) -> RemoteId:
        """The id of a contact. Raises BadRecord."""
        if (known := refuse_problem(payload, known=False)) is not None:
            return known
        if self._ids == ROW:
            return text_id(payload)
        return self._id_of(self._read(payload), payload)

    def _id_of(self, found: Incoming, payload: bytes) -> RemoteId:
        if self._ids == EMAIL:
            return email_id(found)
        uid = bare_uid(found.remote_id or "") if self._ids == UID else ""
        return RemoteId(uid) if uid and "\x00" not in uid else text_id(payload)

    def read(self, payload: bytes) -> RemoteRecord:
        """A contact. Raises BadRecord."""
        refuse_problem(payload, known=True)
        found = self._read(payload)
        unreadable = {field: why for field, why in unreadable_in(found).items() if field in PROPERTIES}
        values = {field: value for field, value in found.values.items() if field not in unreadable}
        return RemoteRecord(
            Kind.CONTACT,
            self._id_of(found, payload),
            values,
            frozenset((*PROPERTIES, *values)) - unreadable.keys(),
            payload=payload,
            unmapped=found.unmapped,
            unreadable=unreadable,
        )

    def _read(self, payload: bytes) -> Incoming:
        return incoming_of(CardText(1, payload), self._usual)
