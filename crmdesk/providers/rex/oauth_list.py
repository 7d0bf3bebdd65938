"""Rex in the OAuth dialect: one list of contacts behind a sign-in in the browser, read and never written.

Source: one public project's own account of it (paths, `updated_since`, three envelopes, names that vary by tenant); no
real service is known to answer so. Nothing there tells how the list is cut into pages or how many contacts there are,
so that absence from it proves nothing.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Patch, Values
from crmdesk.errors import Unavailable, Unsupported
from crmdesk.providers.contract import BadRecord, Cursor, Identity, LookupKey, Page, RemoteId, RemoteRecord
from crmdesk.providers.http_provider import OverTransport, fingerprint
from crmdesk.providers.info import ProviderInfo, ProviderSettings
from crmdesk.providers.mapping.codecs import plain_entry
from crmdesk.providers.mapping.record_map import RecordMap, with_overrides
from crmdesk.providers.rex.info import INFO, LIST_FIELDS, LIST_KNOWN, contact_info
from crmdesk.providers.wire.answer import Answer, received
from crmdesk.providers.wire.failures import OF_A_LIST, OF_A_SIGN_IN, Failures
from crmdesk.providers.wire.transport import Transport

_OVERLAP = timedelta(minutes=2)  # records may be told a little after the time they carry
_READ_ONLY = "Rex's contact list can only be read; its services (api=rpc) can be written."


class _Contacts(msgspec.Struct):
    items: list[msgspec.Raw] | None = None
    contacts: list[msgspec.Raw] | None = None
    error: Any = None


class _Times(msgspec.Struct):
    updatedAt: Any = None  # as it is written there
    updated_at: Any = None
    last_updated: Any = None


_OBJECTS = msgspec.json.Decoder(_Contacts)
_ARRAYS = msgspec.json.Decoder(list[msgspec.Raw])
_TIMES = msgspec.json.Decoder(_Times)
_ANY: msgspec.json.Decoder[Any] = msgspec.json.Decoder()


class RexList(OverTransport):
    """The OAuth dialect for one account; `endpoint` is the list's path on the transport's origin."""

    info: ClassVar[ProviderInfo] = INFO

    def __init__(self, transport: Transport, settings: ProviderSettings, endpoint: str, client_id: str) -> None:
        super().__init__(transport)
        self._endpoint, self._client_id = endpoint, client_id
        rows = with_overrides(LIST_FIELDS, settings)
        self._either = [
            RecordMap(Kind.CONTACT, rows, id=name, version="updated_at", known=(*LIST_KNOWN, "id", "contact_id"))
            for name in ("id", "contact_id")
        ]
        self._hold((contact_info(rows, settings), self._either[0]))

    async def whoami(self) -> Identity:
        """Ask what changed just now; the dialect names no user, so that the application tells accounts apart."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._list(await self._read(now, urgent=True, on=OF_A_SIGN_IN))
        return Identity(fingerprint("rex oauth", self._client_id), f"Rex (application {self._client_id})")

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """The list in one answer, whole or what changed since a time of the server's own."""
        self.kind_info(kind)
        payloads = self._list(await self._read(since, urgent=False))
        newest = max(filter(None, map(_changed_at, payloads)), default=None)
        following = (newest - _OVERLAP).isoformat(timespec="seconds") if newest is not None else since
        yield Page(payloads, None, None, Cursor(following.replace("+00:00", "Z")) if following else None)

    def identify(self, kind: Kind, payload: bytes) -> RemoteId:
        """The contact's id, under either of its names. Raises BadRecord."""
        try:
            return self._either[1].identify(payload)
        except BadRecord:
            return self._either[0].identify(payload)

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The contact a payload stands for. Raises BadRecord."""
        try:
            self._either[1].identify(payload)
        except BadRecord:
            return _noted(self._either[0].read(payload))
        return _noted(self._either[1].read(payload))

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """Nothing can be looked up there."""
        return ()

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Never: the list is read alone. Raises Unsupported."""
        raise Unsupported(_READ_ONLY)

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Never: the list is read alone. Raises Unsupported."""
        raise Unsupported(_READ_ONLY)

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Never: the list is read alone. Raises Unsupported."""
        raise Unsupported(_READ_ONLY)

    async def _read(self, since: str | None, *, urgent: bool, on: Failures = OF_A_LIST) -> Answer:
        params = {"updated_since": since} if since else None
        return await self._transport.request("GET", self._endpoint, params=params, urgent=urgent, on=on)

    def _list(self, answer: Answer) -> list[bytes]:
        if answer.body.lstrip()[:1] == b"[":
            rows = answer.decode(_ARRAYS)
            return received(rows)
        envelope = answer.decode(_OBJECTS)
        found = envelope.items if envelope.items is not None else envelope.contacts
        if found is None and envelope.error:
            raise Unavailable(f"Rex reports an error: {answer.message()}", detail=answer.sample())
        if found is None:
            raise answer.unusable("Rex answered without a list of contacts.")
        return received(found)


def _noted(record: RemoteRecord) -> RemoteRecord:
    """The record, with lists whose entries have a form that nobody foresaw told as not mapped, and never as empty."""
    document = _ANY.decode(record.payload)
    odd = [
        name
        for name in ("emails", "phones")
        if any(one.__class__ is dict and plain_entry(one) is one for one in document.get(name) or ())
    ]
    if not odd:
        return record
    told = {key: value for key, value in record.values.items() if key not in odd}
    return replace(record, values=told, fields=record.fields - set(odd), unmapped=(*record.unmapped, *odd))


def _changed_at(payload: bytes) -> datetime | None:
    try:
        times = _TIMES.decode(payload)
        text = times.updated_at or times.updatedAt or times.last_updated
        moment = datetime.fromisoformat(text)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError, TypeError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
