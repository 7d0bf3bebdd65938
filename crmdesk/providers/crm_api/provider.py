"""The organisation's CRM API, both generations of its server.

Source: the server's public code and documentation. v1.0 finds no contact by its id, so that one is looked for in the
lists, and neither changes nor deletes. Lists show one status each and lack notes, source reference and custom fields.
A new contact whose email is known is refused by v1.0 (HTTP 500, where its documentation promises 409) and taken for an
update by the later one.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any, ClassVar
from urllib.parse import quote

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.names import split_name
from crmdesk.domain.values import Patch, Values
from crmdesk.errors import (
    AlreadyExists,
    RemoteGone,
    Unavailable,
    Unsupported,
)
from crmdesk.providers.contract import (
    BadRecord,
    Cursor,
    Identity,
    LookupKey,
    Page,
    Registered,
    Registration,
    RemoteId,
    RemoteRecord,
)
from crmdesk.providers.crm_api.custom_fields import address_in, addresses_with, custom_in, raw_custom
from crmdesk.providers.crm_api.info import (
    ADDRESSES,
    CUSTOM,
    DETAILS,
    EVENT_STATUSES,
    EVENTS,
    INFO,
    LISTED,
    STATUSES,
    SUBTYPES,
    contact_rows,
    is_custom,
    is_later,
    kind_infos,
    page_size,
    seen_custom_fields,
)
from crmdesk.providers.crm_api.status_lists import EveryStatus
from crmdesk.providers.crm_api.write_shapes import (
    attendance,
    custom_sent,
    refuse_incomplete,
    refuse_unfit,
    with_lower_email,
    with_unseen,
)
from crmdesk.providers.http_provider import OverTransport, fingerprint
from crmdesk.providers.info import ProviderInfo, ProviderSettings
from crmdesk.providers.mapping.record_map import RecordMap
from crmdesk.providers.wire.answer import UNREADABLE, Answer, received
from crmdesk.providers.wire.failures import OF_A_LIST, OF_A_SIGN_IN, Failures
from crmdesk.providers.wire.paging import offset_pages
from crmdesk.providers.wire.read_back import read_back
from crmdesk.providers.wire.transport import Transport

_CONTACTS, _FROM_EVENT, _EVENTS = "/crm/contacts", "/crm/contacts/from-event", "/events"
_PAGES_AHEAD = 4
_LOOKED_AT = 10  # contacts whose custom fields are noted at sign-in
_NOBODY = "0" * 32
_IN_LISTS = frozenset(row.field for row in LISTED)
_IN_DETAILS = frozenset(row.field for row in (*DETAILS, *ADDRESSES))


class _List(msgspec.Struct):
    contacts: list[msgspec.Raw] | None = None
    events: list[msgspec.Raw] | None = None
    total: int | None = None


class _Done(msgspec.Struct, rename="camel"):
    success: bool = False
    contact_id: str | None = None
    event_id: str | None = None
    is_new_contact: bool | None = None


class _Marked(msgspec.Struct):
    status: Any = None


_MARKED = msgspec.json.Decoder(_Marked)
_LISTS = msgspec.json.Decoder(_List)
_DONE = msgspec.json.Decoder(_Done)
_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_OBJECT: msgspec.json.Decoder[Any] = msgspec.json.Decoder()


class CrmApi(OverTransport):
    """One organisation."""

    info: ClassVar[ProviderInfo] = INFO

    def __init__(self, transport: Transport, settings: ProviderSettings, key: str) -> None:
        super().__init__(transport)
        self._settings, self._key = settings, key
        self._size, self._later = page_size(settings), is_later(settings)
        rows, self._custom = contact_rows(settings), {f"{CUSTOM}{name}" for name in seen_custom_fields(settings)}
        fresh = tuple(replace(row, writable=row.writable or row.at_create) for row in rows)
        self._creates = RecordMap(Kind.CONTACT, fresh)
        maps = {
            Kind.CONTACT: RecordMap(Kind.CONTACT, rows, version="updatedAt", known=("customFields", "createdAt")),
            Kind.EVENT: RecordMap(Kind.EVENT, EVENTS, version="updatedAt"),
        }
        self._hold(*((info, maps[info.kind]) for info in kind_infos(settings)))

    async def whoami(self) -> Identity:
        """Ask for one contact: the answer's headers name the organisation, else the key tells accounts apart."""
        answer = await self._list("active", 0, 1, on=OF_A_SIGN_IN)
        self._cut(answer)  # whatever answers without a list is not this API
        host = self._transport.address.host
        organisation = answer.headers.get("x-organization-id") or answer.headers.get("x-crm-organization-id")
        mark = fingerprint("crm_api", organisation or self._key)
        named = f"organisation {organisation[-8:]}" if organisation else f"key {mark[:6]}"
        return Identity(mark, f"CRM API, {host} ({named})")

    async def discover(self) -> ProviderSettings:
        """Of which generation the server is: only the later one reads a contact by its id; and its custom fields."""
        asked = self._settings.get("api")
        if asked == "v1":
            return {}
        found: list[bytes] = []
        for status in STATUSES:
            found = self._cut(await self._list(status, 0, _LOOKED_AT))[0]
            if found:
                break
        names = set(seen_custom_fields(self._settings))
        try:
            for id in [self.identify(Kind.CONTACT, payload) for payload in found] or [RemoteId(_NOBODY)]:
                names |= await self._custom_names(id)
        except Unsupported as error:
            if asked == "later":
                raise Unsupported(
                    "This server of the CRM API is of the first generation: it has no way to read a contact by its id.",
                    what="Nothing was saved",
                    next="Set api to auto, or to v1, and sign in again.",
                ) from error
            return {"generation": "v1"}
        return {"generation": "later", "custom_fields": ",".join(sorted(names))}

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """Always the whole list, mostly status by status: nothing there tells what changed."""
        self.kind_info(kind)
        read = self._event_page
        if kind is Kind.CONTACT:
            read = EveryStatus(STATUSES, self._contact_page).read
        elif not self._later:
            read = EveryStatus(EVENT_STATUSES, self._events_of).read
        listing = offset_pages(read, self._maps[kind].identify, size=self._size, ahead=_PAGES_AHEAD, resume=resume)
        async with aclosing(listing) as pages:
            async for page in pages:
                yield page

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The record a payload stands for; a member without a value is left out there. Raises BadRecord."""
        record = super().read(kind, payload)
        if kind is Kind.EVENT:
            return record
        fields, values = record.fields | (_IN_LISTS - {"tags", "name"}), dict(record.values)
        bag = msgspec.json.decode(payload).get("customFields")
        if bag.__class__ is dict:
            values |= custom_in(bag)
            values |= address_in(bag)
            fields |= _IN_DETAILS | self._custom | {f"{CUSTOM}{name}" for name in bag if is_custom(name)}
        archived = values.get("status") == "archived"
        return replace(record, values=values, fields=fields - record.unreadable.keys(), archived=archived)

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one record whole: by its id where the server can, else out of the lists. Raises RemoteGone."""
        return await self._one(kind, id, urgent=True)

    async def detail(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """The same for a pull, which waits for what is urgent."""
        return await self._one(kind, id, urgent=False)

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """There is nothing to search with: creates are looked up among the records that were pulled."""
        return ()

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Create a contact, always an active one at first. Raises AlreadyExists, Rejected, OutcomeUnknown."""
        if not self.kind_info(kind).creates:
            raise Unsupported("The desk makes no events in the CRM API.")
        values = split_name(values)
        refuse_incomplete(values)
        sent = {field: value for field, value in values.items() if field != "status"}
        if sent.get("contact_type") not in SUBTYPES:
            sent.pop("contact_type", None)
        body = with_lower_email(self._creates.write(sent))
        if custom := custom_sent(sent):
            body["customFields"] = custom
        answer = await self._transport.request("POST", _CONTACTS, json=body)
        done = answer.decode(_DONE)
        if not done.success or not done.contact_id:
            raise answer.unusable("The CRM API did not say which contact it made.")
        made = RemoteId(done.contact_id)
        if done.is_new_contact is False:
            raise AlreadyExists("The CRM API has a contact with this email.", remote_id=made)
        more = addresses_with({}, sent)
        more |= {"status": values["status"]} if values.get("status") in STATUSES[1:] else {}
        if self._later and more:
            await read_back(self._patch(made, more), made)
        record = await read_back(self.fetch(kind, made), made)
        return record if self._later else with_unseen(record, sent)

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Send the changed fields alone. Raises Unsupported, RemoteGone, Rejected, OutcomeUnknown."""
        if not self.kind_info(kind).updates:
            raise Unsupported("This server of the CRM API has no way to change what is there.")
        refuse_unfit(patch)
        body, custom = with_lower_email(self._map.write(patch)), custom_sent(patch)
        for name in ("firstName", "lastName", "email", "phone", "company", "jobTitle", "notes"):
            if name in body and body[name] is None:
                body[name] = ""  # its validators take no null
        before = msgspec.json.decode(current.payload).get("customFields") or {}
        body |= addresses_with(before, patch)
        if custom:
            body["customFields"] = {name: raw_custom(text, before.get(name)) for name, text in custom.items()}
        if body:
            await self._patch(current.id, body)
            after = await read_back(self.fetch(kind, current.id))
            return replace(after, fields=after.fields.union(f"{CUSTOM}{name}" for name in custom))
        return await self.fetch(kind, current.id)

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Delete a contact for good; one that is gone counts as deleted. Raises Unsupported."""
        if not self.kind_info(kind).deletes:
            raise Unsupported("This server of the CRM API has no way to delete anything.")
        await self.remove(kind, id, self._transport.request("DELETE", _path(id)))

    async def register(self, registration: Registration) -> Registered:
        """Put a contact down for an event; the server finds or makes the contact by its email. Raises Rejected.

        v1.0 makes an event of a name; the later one puts the contact down for none then, and says so by naming none.
        """
        answer = await self._transport.request("POST", _FROM_EVENT, json=attendance(registration))
        done = answer.decode(_DONE)
        if not done.success or not done.contact_id:
            raise answer.unusable("The CRM API did not say whom it put down for the event.")
        return Registered(RemoteId(done.contact_id), RemoteId(done.event_id) if done.event_id else None)

    async def _list(
        self, status: str, offset: int, limit: int, *, urgent: bool = True, on: Failures = OF_A_LIST
    ) -> Answer:
        params = {"status": status, "limit": str(limit), "offset": str(offset)}
        return await self._transport.request("GET", _CONTACTS, params=params, urgent=urgent, on=on)

    def _cut(self, answer: Answer) -> tuple[list[bytes], int]:
        envelope = answer.decode(_LISTS)
        if envelope.contacts is None or envelope.total is None:
            raise answer.unusable("The CRM API answered without a list of contacts.")
        return received(envelope.contacts), envelope.total

    async def _contact_page(self, status: str, offset: int, limit: int) -> tuple[list[bytes], int]:
        return self._cut(await self._list(status, offset, limit, urgent=False))

    async def _event_page(self, offset: int, limit: int) -> tuple[Sequence[bytes], int | None]:
        return await self._events({"limit": str(limit), "offset": str(offset)})

    async def _events_of(self, status: str, offset: int, limit: int) -> tuple[list[bytes], int]:
        """v1.0 knows no pages and answers with all events of a status, the published ones if none is asked for."""
        found = [one for one in (await self._events({"status": status}))[0] if _status_of(one) in (status, None)]
        return found[offset : offset + limit], len(found)

    async def _events(self, params: dict[str, str]) -> tuple[list[bytes], int | None]:
        answer = await self._transport.request("GET", _EVENTS, params=params, urgent=False, on=OF_A_LIST)
        envelope = answer.decode(_LISTS)
        if envelope.events is None:
            raise answer.unusable("The CRM API answered without a list of events.")
        return received(envelope.events), envelope.total

    async def _one(self, kind: Kind, id: RemoteId, *, urgent: bool) -> RemoteRecord:
        if kind is Kind.EVENT or not self._later:
            return await self._listed(kind, id)
        record = self._asked_for(self.read(kind, await self._whole(id, urgent=urgent)), id)
        self._note_custom(record.fields)
        return record

    def _note_custom(self, fields: Iterable[str]) -> None:
        """Remember the custom fields that a contact has, so that one without them says so."""
        met = {field for field in fields if field.startswith(CUSTOM)}
        if not met <= self._custom:
            self._custom = self._custom | met  # a new set: records are read on other threads too
            self.found["custom_fields"] = ",".join(sorted(field.removeprefix(CUSTOM) for field in self._custom))

    async def _whole(self, id: RemoteId, *, urgent: bool) -> bytes:
        answer = await self._transport.request("GET", _path(id), urgent=urgent)
        members = answer.decode(_MEMBERS)
        inner = members.get("contact")
        return bytes(inner) if inner is not None and "id" not in members else answer.body

    async def _listed(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """A record out of the lists: what is new stands on their first page."""
        async with aclosing(self.pages(kind, None)) as pages:
            async for page in pages:
                for payload in page.payloads:
                    try:
                        if self.identify(kind, payload) == id:
                            return self.read(kind, payload)
                    except BadRecord:
                        continue
        raise RemoteGone("The CRM API lists no record with this id.")

    async def _patch(self, id: RemoteId, body: dict[str, Any]) -> None:
        answer = await self._transport.request("PATCH", _path(id), json=body)
        if not answer.decode(_DONE).success:
            raise answer.unusable("The CRM API did not say that it took the change.")

    async def _custom_names(self, id: RemoteId) -> set[str]:
        try:
            document = msgspec.json.decode(await self._whole(id, urgent=True))
        except (RemoteGone, Unavailable, *UNREADABLE):
            return set()  # it was looked for, so the server can; one that throws is looked at by its pull
        bag = document.get("customFields") if isinstance(document, dict) else None
        return {name for name in bag if is_custom(name)} if isinstance(bag, dict) else set()


def _path(id: str) -> str:
    return f"{_CONTACTS}/{quote(id, safe='')}"


def _status_of(payload: bytes) -> Any:
    """The status of an event, or None where none can be read."""
    try:
        return _MARKED.decode(payload).status
    except UNREADABLE:
        return None
