"""MRI Vault as the Zena service speaks to it: one Bearer key, lists as arrays, creates answered by an id.

Source of paths and fields: that service's own mapping tables and public client; no API of the vendor is known to be so.
Its updates give the whole object, as its mapping makes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Values, texts
from crmdesk.errors import RemoteGone
from crmdesk.providers.contract import Identity, LookupKey, Page, RemoteRecord
from crmdesk.providers.http_provider import fingerprint
from crmdesk.providers.info import ProviderInfo, ProviderSettings
from crmdesk.providers.mri_vault.info import INFO, kind_infos
from crmdesk.providers.mri_vault.write_shapes import address_form
from crmdesk.providers.rest_provider import Resource, RestProvider
from crmdesk.providers.wire.answer import Answer, received
from crmdesk.providers.wire.failures import OF_A_SIGN_IN
from crmdesk.providers.wire.read_back import readable
from crmdesk.providers.wire.transport import Transport

_NAMES = ("items", "data", "contacts", "properties", "deals", "results")


class _Envelope(msgspec.Struct):
    items: list[msgspec.Raw] | None = None
    data: list[msgspec.Raw] | None = None
    contacts: list[msgspec.Raw] | None = None
    properties: list[msgspec.Raw] | None = None
    deals: list[msgspec.Raw] | None = None
    results: list[msgspec.Raw] | None = None


_LISTS = msgspec.json.Decoder(list[msgspec.Raw])
_ENVELOPES = msgspec.json.Decoder(_Envelope)
_OBJECT = msgspec.json.Decoder(dict[str, Any])


class MriZena(RestProvider):
    """The dialect for one account."""

    info: ClassVar[ProviderInfo] = INFO
    resources: ClassVar[Mapping[Kind, Resource]] = {
        kind: Resource(path, whole_object=True)
        for kind, path in (
            (Kind.CONTACT, "/api/v1/contacts"),
            (Kind.PROPERTY, "/api/v1/properties"),
            (Kind.DEAL, "/api/v1/deals"),
        )
    }

    def __init__(self, transport: Transport, settings: ProviderSettings, key: str) -> None:
        super().__init__(transport, kind_infos(settings))
        self._key = key

    async def whoami(self) -> Identity:
        """Have the key verified; nothing names the account, so that the key itself tells accounts apart."""
        answer = await self._transport.request("GET", "/api/v1/auth/verify", on=OF_A_SIGN_IN)
        answer.decode(_OBJECT)
        mark = fingerprint("mri_vault zena", self._key)
        return Identity(mark, f"MRI Vault (key {mark[:6]})")

    def _listed(self, resource: Resource, answer: Answer) -> Page:
        """The whole list in one piece: nothing there counts or cuts it."""
        return Page(_records(answer))

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """Contacts with the first email, properties at the address, deals of the property at the stage."""
        params = _asked(kind, key)
        if params is None:
            return ()
        try:
            answer = await self._transport.request("GET", f"{self.resources[kind].path}/search", params=params)
        except RemoteGone:
            return ()  # there is no search there, or it says so when nothing is found
        found = readable(self._maps[kind], _records(answer))
        return [record for record in found if _is_meant(kind, key, record.values)]


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
