"""MRI Vault as the Zena service speaks to it: one Bearer key, lists as arrays, creates answered by an id.

Source of paths and fields: that service's own mapping tables and public client; no API of the vendor is known to be so.
Its updates give the whole object, as its mapping makes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any, ClassVar

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.names import split_name
from crmdesk.domain.values import Patch, Values, texts
from crmdesk.errors import BadResponse, RemoteGone, Unsupported
from crmdesk.providers.contract import Cursor, Identity, LookupKey, Page, RemoteId, RemoteRecord
from crmdesk.providers.http_provider import OverTransport
from crmdesk.providers.info import KindInfo, ProviderInfo, ProviderSettings
from crmdesk.providers.mapping.record_map import RecordMap
from crmdesk.providers.mri_vault.info import INFO, kind_infos
from crmdesk.providers.mri_vault.write_shapes import address_form
from crmdesk.providers.wire.answer import Answer, received
from crmdesk.providers.wire.failures import OF_A_LIST, OF_A_SIGN_IN
from crmdesk.providers.wire.read_back import path_id, read_back, readable
from crmdesk.providers.wire.transport import Transport

_PATHS: Mapping[Kind, str] = {
    Kind.CONTACT: "/api/v1/contacts",
    Kind.PROPERTY: "/api/v1/properties",
    Kind.DEAL: "/api/v1/deals",
}
_NAMES = ("items", "data", "contacts", "properties", "deals", "results")


class _Made(msgspec.Struct):
    id: str | int


class _Envelope(msgspec.Struct):
    items: list[msgspec.Raw] | None = None
    data: list[msgspec.Raw] | None = None
    contacts: list[msgspec.Raw] | None = None
    properties: list[msgspec.Raw] | None = None
    deals: list[msgspec.Raw] | None = None
    results: list[msgspec.Raw] | None = None


_LISTS = msgspec.json.Decoder(list[msgspec.Raw])
_ENVELOPES = msgspec.json.Decoder(_Envelope)
_MADE = msgspec.json.Decoder(_Made)
_OBJECT = msgspec.json.Decoder(dict[str, Any])


class MriZena(OverTransport):
    """The dialect for one account."""

    info: ClassVar[ProviderInfo] = INFO

    def __init__(self, transport: Transport, settings: ProviderSettings, key: str) -> None:
        super().__init__(transport)
        self._key = key
        self._kinds = {info.kind: info for info in kind_infos(settings)}
        self._maps = {kind: RecordMap(kind, info.field_map) for kind, info in self._kinds.items()}

    def kind_info(self, kind: Kind) -> KindInfo:
        """What the dialect has of that kind. Raises Unsupported."""
        if kind not in self._kinds:
            raise Unsupported(f"This dialect has no {kind.plural}.")
        return self._kinds[kind]

    async def whoami(self) -> Identity:
        """Have the key verified; nothing names the account, so that the key itself tells accounts apart."""
        answer = await self._transport.request("GET", "/api/v1/auth/verify", on=OF_A_SIGN_IN)
        answer.decode(_OBJECT)
        mark = hashlib.sha256(b"crmdesk mri_vault zena " + self._key.encode()).hexdigest()
        return Identity(mark[:24], f"MRI Vault (key {mark[:6]})")

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """The whole list in one piece: nothing there counts or cuts it."""
        self.kind_info(kind)
        answer = await self._transport.request("GET", _PATHS[kind], urgent=False, on=OF_A_LIST)
        yield Page(_records(answer))

    def identify(self, kind: Kind, payload: bytes) -> RemoteId:
        """The record's id. Raises BadRecord."""
        return self._maps[kind].identify(payload)

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The record a payload stands for. Raises BadRecord."""
        return self._maps[kind].read(payload)

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one record whole. Raises RemoteGone."""
        self.kind_info(kind)
        answer = await self._transport.request("GET", f"{_PATHS[kind]}/{path_id(id)}")
        if "id" not in answer.decode(_OBJECT):
            raise answer.unusable("MRI Vault answered without a record.")
        record = self._maps[kind].read(answer.body)
        if record.id != id:
            raise BadResponse("MRI Vault answered with another record than the one asked for.", detail=answer.sample())
        return record

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """Contacts with the first email, properties at the address, deals of the property at the stage."""
        params = _asked(kind, key)
        if params is None:
            return ()
        try:
            answer = await self._transport.request("GET", f"{_PATHS[kind]}/search", params=params)
        except RemoteGone:
            return ()  # there is no search there, or it says so when nothing is found
        found = readable(self._maps[kind], _records(answer))
        return [record for record in found if _is_meant(kind, key, record.values)]

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Create a record; only its id is answered, so that it is read back. Raises Rejected, OutcomeUnknown."""
        self.kind_info(kind)
        given = split_name(values) if kind is Kind.CONTACT else values
        answer = await self._transport.request("POST", _PATHS[kind], json=self._maps[kind].write(given))
        made = RemoteId(str(answer.decode(_MADE).id))
        return await read_back(self.fetch(kind, made), made)

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Send the whole object with the changed fields in it. Raises RemoteGone, Rejected, OutcomeUnknown."""
        records = self._maps[kind]
        before = {name: current.values.get(name) for name in current.fields}
        sent = records.write({**before, **patch}) | _as_they_came(records, current)
        answer = await self._transport.request("PUT", f"{_PATHS[kind]}/{path_id(current.id)}", json=sent)
        answer.decode(_OBJECT)
        return await read_back(self.fetch(kind, current.id))

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Delete a record; one that is already gone counts as deleted. Raises Unsupported."""
        self.kind_info(kind)
        await self.remove(kind, id, self._transport.request("DELETE", f"{_PATHS[kind]}/{path_id(id)}"))


def _as_they_came(records: RecordMap, current: RemoteRecord) -> dict[str, Any]:
    """The members of fields that cannot be read: left out, they would be emptied there."""
    held = msgspec.json.decode(current.payload)
    names = {row.path.split("[")[0] for row in records.rows if row.field in current.unreadable and row.writable}
    return {name: held[name] for name in names if name in held}


def _records(answer: Answer) -> list[bytes]:
    """The records of a list, an array by itself or under one of the usual names."""
    if answer.body.lstrip()[:1] == b"[":
        found = answer.decode(_LISTS)
        return received(found)
    envelope = answer.decode(_ENVELOPES)
    for name in _NAMES:
        rows: list[msgspec.Raw] | None = getattr(envelope, name)
        if rows is not None:
            return received(rows)
    raise answer.unusable("MRI Vault answered without a list.")


def _asked(kind: Kind, key: LookupKey) -> dict[str, str] | None:
    values = key.values
    match kind:
        case Kind.CONTACT:
            return {"email": key.email} if key.email else None
        case Kind.PROPERTY:
            address = str(values.get("name") or "").strip()
            return {"address": address} if address else None
        case Kind.DEAL:
            home, stage = next(iter(texts(values.get("property"))), ""), str(values.get("stage") or "")
            return {"propertyId": home, "stage": stage} if home and stage else None
        case _:
            return None


def _is_meant(kind: Kind, key: LookupKey, values: Values) -> bool:
    """Whether what a search gave is what was asked for: nothing says how sharply it looks."""
    if kind is Kind.CONTACT:
        return (key.email or "").strip().lower() in {one.strip().lower() for one in texts(values.get("emails"))}
    if kind is Kind.PROPERTY:
        return address_form(str(values.get("name") or "")) == address_form(str(key.values.get("name") or ""))
    same_home = texts(values.get("property"))[:1] == texts(key.values.get("property"))[:1]
    return same_home and values.get("stage") == key.values.get("stage")
