"""Dex (getdex.com), its older API: a Hasura behind REST paths.

Source of paths, envelopes and names: getdex.com/docs/api-reference (legacy pages), confirmed live by the clients
domfahey/dex-python and davidswolf/dex-mcp-server-rust; that addresses lost this API in August 2026 was reported by
others. Absence is an empty list with status
200; reading and writing use different names; emails and phones are replaced as whole lists; nothing tells when a
contact changed.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import Any, ClassVar

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.names import split_name
from crmdesk.domain.values import Patch, Values
from crmdesk.errors import RemoteGone, Unavailable
from crmdesk.providers.contract import Cursor, Identity, LookupKey, Page, RemoteId, RemoteRecord
from crmdesk.providers.dex.entries import keep_html
from crmdesk.providers.dex.info import INFO, LEGACY_FIELDS, contact_info, page_size
from crmdesk.providers.dex.provider import identity_of
from crmdesk.providers.http_provider import OverTransport
from crmdesk.providers.info import ProviderInfo, ProviderSettings
from crmdesk.providers.mapping.record_map import RecordMap, with_overrides
from crmdesk.providers.wire.answer import Answer, received
from crmdesk.providers.wire.failures import OF_A_LIST, OF_A_SIGN_IN, Failures
from crmdesk.providers.wire.paging import offset_pages
from crmdesk.providers.wire.read_back import path_id, read_back, readable
from crmdesk.providers.wire.transport import Transport

_CHILDREN = ("contact_emails", "contact_phone_numbers")


class _Count(msgspec.Struct):
    count: int | None = None


class _Total(msgspec.Struct):
    total: _Count | int | None = None  # an object as the vendor describes it, a number in a client's recorded answers


class _Contacts(msgspec.Struct):
    contacts: list[msgspec.Raw] | None = None
    pagination: _Total = msgspec.field(default_factory=_Total)
    found: list[msgspec.Raw] | None = msgspec.field(default=None, name="search_contacts_by_exact_email")
    error: Any = None
    errors: Any = None


class _Id(msgspec.Struct):
    id: str | int


class _Done(msgspec.Struct):
    made: _Id | None = msgspec.field(default=None, name="insert_contacts_one")
    updated: _Id | msgspec.UnsetType | None = msgspec.field(default=msgspec.UNSET, name="update_contacts_by_pk")
    deleted: _Id | msgspec.UnsetType | None = msgspec.field(default=msgspec.UNSET, name="delete_contacts_by_pk")


_READ = msgspec.json.Decoder(_Contacts)
_DONE = msgspec.json.Decoder(_Done)


class DexLegacy(OverTransport):
    """The legacy API for one account."""

    info: ClassVar[ProviderInfo] = INFO

    def __init__(self, transport: Transport, settings: ProviderSettings, key: str) -> None:
        super().__init__(transport)
        self._key = key
        self._size = page_size(settings)
        rows = with_overrides(LEGACY_FIELDS, settings)
        records = RecordMap(Kind.CONTACT, rows, archived="is_archived", known=("created_at", "updated_at"))
        self._hold((contact_info(rows, settings), records))

    async def whoami(self) -> Identity:
        """One contact is asked for; the key itself tells accounts apart."""
        await self._page(0, 1, urgent=True, on=OF_A_SIGN_IN)
        return identity_of(self._key)

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """Always the whole list: nothing there tells what changed."""
        self.kind_info(kind)
        ahead = self._transport.limits.concurrent
        identify = self._map.identify
        listing = offset_pages(self._page, identify, size=self._size, ahead=ahead, resume=resume)
        async with aclosing(listing) as pages:
            async for page in pages:
                yield page

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one contact whole. Raises RemoteGone."""
        answer = await self._transport.request("GET", f"/contacts/{path_id(id)}")
        found, _ = self._contacts(answer)
        if not found:
            raise RemoteGone("Dex has no contact with this id.")
        return self._asked_for(self._map.read(found[0]), id, answer)

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """Contacts with the first email address."""
        if key.email is None:
            return ()
        answer = await self._transport.request("GET", "/search/contacts", params={"email": key.email}, on=OF_A_LIST)
        envelope = answer.decode(_READ)
        if envelope.found is None:
            raise answer.unusable("Dex answered without a list of contacts found.")
        return readable(self._map, received(envelope.found))

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Create a contact; only its id is answered, so it is read back. Raises Rejected, OutcomeUnknown."""
        self.kind_info(kind)
        contact = self._map.write(split_name(values))
        for name in _CHILDREN:
            if rows := contact.pop(name, None):
                # One row is documented as an object; Hasura takes several as a list.
                contact[name] = {"data": _rows(name, rows)[0] if len(rows) == 1 else _rows(name, rows)}
        answer = await self._transport.request("POST", "/contacts", json={"contact": contact})
        made = answer.decode(_DONE).made
        if made is None:
            raise answer.unusable("Dex did not say which contact it made.")
        id = RemoteId(str(made.id))
        return await read_back(self.fetch(kind, id), id)

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Send the changed fields; a list goes whole, if it changed. Raises RemoteGone, Rejected, OutcomeUnknown."""
        changes = self._map.write(patch)
        keep_html(changes, current, self._map.rows, patch)
        body: dict[str, Any] = {"contactId": current.id}
        for name in _CHILDREN:
            rows = changes.pop(name, None)
            body[f"update_{name}"] = rows is not None
            body[name] = [{"contact_id": current.id, **row} for row in _rows(name, rows or [])]
        body["changes"] = changes
        answer = await self._transport.request("PUT", f"/contacts/{path_id(current.id)}", json=body)
        updated = answer.decode(_DONE).updated
        if updated is None:
            raise RemoteGone("Dex has no contact with this id.")
        if updated is msgspec.UNSET:
            raise answer.unusable("Dex did not say whether it changed the contact.")
        return await read_back(self.fetch(kind, current.id))

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Delete a contact; one that is already gone is answered with null. Raises Unsupported."""
        await self.remove(kind, id, self._delete(id))

    async def _delete(self, id: RemoteId) -> None:
        answer = await self._transport.request("DELETE", f"/contacts/{path_id(id)}")
        if answer.decode(_DONE).deleted is msgspec.UNSET:
            raise answer.unusable("Dex did not say whether it deleted the contact.")

    async def _page(
        self, offset: int, limit: int, *, urgent: bool = False, on: Failures = OF_A_LIST
    ) -> tuple[Sequence[bytes], int | None]:
        params = {"limit": str(limit), "offset": str(offset)}
        answer = await self._transport.request("GET", "/contacts", params=params, urgent=urgent, on=on)
        return self._contacts(answer)

    def _contacts(self, answer: Answer) -> tuple[list[bytes], int | None]:
        envelope = answer.decode(_READ)
        if envelope.contacts is None and (envelope.error or envelope.errors):
            raise Unavailable(f"Dex reports an error: {answer.message()}", detail=answer.sample())
        if envelope.contacts is None:
            raise answer.unusable("Dex answered without a list of contacts.")
        total = envelope.pagination.total
        return received(envelope.contacts), total.count if isinstance(total, _Count) else total


def _rows(name: str, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Child rows with the members that are documented: emails have no label there, phones have."""
    if name == "contact_emails":
        return [{"email": row["email"]} for row in rows]
    return [{"phone_number": row["phone_number"], "label": row.get("label")} for row in rows]
