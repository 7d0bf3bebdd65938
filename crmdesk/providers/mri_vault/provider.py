"""MRI Vault (VaultRE, VaultEA), its real API v1.3: two credentials on every call, whole objects in every write.

Paths, parameters and shapes are described by the vendor (API v1.3); the two credentials and their refusals are in its
own samples too. It is not said whether an update keeps what it is not sent, so that updates are sent the whole object,
in the form that writing takes; who may edit a contact is shown by the search alone, and put back from there: nothing is
sent where it does not show that. Merges and deletions are told by a stream of events that remembers 30 days
(described); the words that it tells them by are not listed anywhere, so that they are inferred, and both are looked at
before they are believed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import replace
from typing import Any, ClassVar

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.names import split_name
from crmdesk.domain.values import Patch, Values, texts
from crmdesk.errors import NotAllowed, Rejected, RemoteGone, Unsupported
from crmdesk.providers.contract import Cursor, Identity, LookupKey, Page, RemoteId, RemoteRecord
from crmdesk.providers.http_provider import OverTransport, fingerprint
from crmdesk.providers.info import ProviderInfo, ProviderSettings
from crmdesk.providers.mapping.record_map import RecordMap
from crmdesk.providers.mri_vault import members
from crmdesk.providers.mri_vault import write_shapes as shapes
from crmdesk.providers.mri_vault.calls import Calls
from crmdesk.providers.mri_vault.deal_documents import fixed_fields
from crmdesk.providers.mri_vault.deals import MriDeals
from crmdesk.providers.mri_vault.info import INFO, entity_types, kind_infos, page_size, zone_of
from crmdesk.providers.mri_vault.places import MriPlaces
from crmdesk.providers.mri_vault.properties import MriHomes, unchangeable
from crmdesk.providers.wire.answer import UNREADABLE
from crmdesk.providers.wire.failures import OF_A_SIGN_IN
from crmdesk.providers.wire.read_back import path_id, read_back, readable
from crmdesk.providers.wire.transport import Transport

_PATHS: Mapping[Kind, str] = {
    Kind.CONTACT: "/contacts",
    Kind.PROPERTY: "/properties",
    Kind.EVENT: "/calendar/events",
}
_SORTS: Mapping[Kind, str] = {Kind.EVENT: "start"}  # others go by when they were entered
_UNSEEN = dict.fromkeys((403, 404, 405, 410), Unsupported)
_SCOPES = msgspec.json.Decoder(list[Any])
_EMAILS_TRIED = 3  # of a contact, until a search by one of them shows it
_EDITORS_UNSEEN = (
    "MRI Vault's search by email does not show who may edit this contact, and the change would empty that: nothing was"
    " sent."
)
_EDITORS_NEXT = (
    "Give the key the right to search contacts and send it again, or change the contact in MRI Vault itself."
)
_NO_VERSION = ("accessBy", "editableBy")  # what single records show beyond their lists


class MriVault(OverTransport):
    """MRI Vault v1.3 for one account."""

    info: ClassVar[ProviderInfo] = INFO

    def __init__(self, transport: Transport, settings: ProviderSettings, token: str) -> None:
        super().__init__(transport)
        self._token = token
        self._roles = entity_types(settings)
        self._calls = Calls(transport, page_size(settings))
        told = {"version": "modified", "archived": "archived"}
        self._hold(
            *((info, RecordMap(info.kind, info.field_map, known=_NO_VERSION, **told)) for info in kind_infos(settings))
        )
        self._places = MriPlaces(self._calls)
        self._homes = MriHomes(self._calls, self._places, people=self._kinds[Kind.PROPERTY].lists_summaries)
        self._deals = MriDeals(self._calls, zone_of(settings))

    async def whoami(self) -> Identity:
        """Ask for the agency's own account; where the token may not see it, ask what it may do at all.

        A 403 is told for a wrong key as well as for a missing right, and no right is needed to ask for one's rights.
        """
        mark = fingerprint("mri_vault", self._token)
        try:
            account = msgspec.json.decode((await self._transport.request("GET", "/account", on=_UNSEEN)).body)
        except (Unsupported, *UNREADABLE):
            (await self._transport.request("GET", "/scopes", on=OF_A_SIGN_IN)).decode(_SCOPES)
            account = {}
        if isinstance(account, dict) and account.get("id"):
            return Identity(f"account {account['id']}", str(account.get("name") or f"MRI Vault {account['id']}"))
        return Identity(mark, f"MRI Vault (token {mark[:6]})")

    async def discover(self) -> ProviderSettings:
        """The agency's own entity types, the roles that new contacts can be given, and its time zone."""
        found: dict[str, str] = {}
        try:
            account = msgspec.json.decode((await self._transport.request("GET", "/account", on=_UNSEEN)).body or b"{}")
            zone = account.get("timezone") if isinstance(account, dict) else None
            found |= {"timezone": zone} if isinstance(zone, str) and zone_of({"timezone": zone}) else {}
        except (Unsupported, msgspec.MsgspecError):
            pass  # days are then read as they stand in a time
        try:
            rows = await self._calls.everything("/types/entityTypes", urgent=True)
        except NotAllowed:
            return found
        named = [(row.get("id"), str(row.get("name") or "")) for row in rows]
        known = [f"{id_}={name}" for id_, name in named if isinstance(id_, int) and name and "|" not in name]
        return found | ({"entity_types": "|".join(known)} if known else {})

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """The list of that kind; contacts and properties also by what changed since, with what is gone."""
        self.kind_info(kind)
        async with aclosing(self._listing(kind, since, resume)) as pages:
            async for page in pages:
                if since is not None and page.resume is None:
                    page = await self._with_removals(kind, since, page)
                yield page

    def _listing(self, kind: Kind, since: Cursor | None, resume: Cursor | None) -> AsyncGenerator[Page, None]:
        if kind is Kind.DEAL:
            return self._deals.pages()
        identify = self._maps[kind].identify
        if since is not None and self._kinds[kind].incremental:
            return self._calls.changed(_PATHS[kind], identify, since, resume)
        return self._calls.whole(_PATHS[kind], identify, resume, _SORTS.get(kind, "inserted"))

    async def _with_removals(self, kind: Kind, since: Cursor, page: Page) -> Page:
        """The last page with what the stream of events says is gone: merged away, or deleted, and no longer there."""
        told = await self._calls.happenings(str(since).partition("#")[0], str(kind))
        merged: dict[RemoteId, RemoteId] = {}
        for keep in sorted(told.merged) if kind is Kind.CONTACT else ():
            losers = await self._calls.if_allowed(f"/contacts/{path_id(keep)}/merged")
            merged |= {RemoteId(str(one["id"])): RemoteId(keep) for one in losers or () if "id" in one}
        suspects = [RemoteId(one) for one in sorted(told.deleted) if one not in merged]
        there = await asyncio.gather(*(self._is_there(kind, one) for one in suspects))
        removed = [one for one, found in zip(suspects, there, strict=True) if not found]
        return replace(page, removed=removed, merged=merged)

    async def _is_there(self, kind: Kind, id: RemoteId) -> bool:
        try:
            with suppress(NotAllowed):  # what may not be seen is there
                await self._calls.one(f"{_PATHS[kind]}/{path_id(id)}", urgent=False)
        except RemoteGone:
            return False
        return True

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The record a payload stands for. Raises BadRecord."""
        record = super().read(kind, payload)
        match kind:
            case Kind.DEAL:
                return replace(record, fixed=fixed_fields(record.id, msgspec.json.decode(payload)))
            case Kind.PROPERTY if fixed := unchangeable(msgspec.json.decode(payload)):
                return replace(record, fixed=fixed)
            case _:
                return record

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one record whole, a contact with who may edit it. Raises RemoteGone."""
        record = await self._fetch(kind, id, urgent=True)
        return await self._with_editors(record) if kind is Kind.CONTACT else record

    async def _with_editors(self, record: RemoteRecord) -> RemoteRecord:
        """A contact with who may edit it, where the search by email shows that: a write gives it too."""
        contact = msgspec.json.decode(record.payload)
        if shapes.is_unwritten(contact.get("address")):
            why = "MRI Vault's API changes no address of the United Kingdom"
            record = replace(record, fixed=dict.fromkeys(("street", "city", "region", "postcode"), why))
        if "editableBy" in contact:
            return record
        for email in [one for one in _texts(contact.get("emails")) if one.strip()][:_EMAILS_TRIED]:
            try:
                hits = await self._calls.everything("/search/contacts/email", {"term": email}, urgent=True)
            except NotAllowed:
                return record
            hit = next((one for one in hits if one.get("id") == contact.get("id")), {})
            if "editableBy" in hit:  # null: nobody in particular
                return replace(record, payload=msgspec.json.encode({**contact, "editableBy": hit["editableBy"]}))
        return record

    async def _known_editors(self, contact: RemoteRecord) -> RemoteRecord:
        """The same for a write, which would empty them unseen; that of a contact without an email was told before.

        Raises Rejected where its emails do not show them, RemoteGone where it is gone.
        """
        contact = await self._with_editors(contact)
        held = msgspec.json.decode(contact.payload)
        if "editableBy" not in held and shapes.has_email(held):
            await self._again(Kind.CONTACT, contact.id)  # what is gone, no search shows
            raise Rejected(_EDITORS_UNSEEN, next=_EDITORS_NEXT)
        return contact

    async def detail(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """`fetch` for a pull."""
        return await self._fetch(kind, id, urgent=False)

    async def _again(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """What a write made of a record."""
        return await self._fetch(kind, id, urgent=True)

    async def _fetch(self, kind: Kind, id: RemoteId, *, urgent: bool) -> RemoteRecord:
        self.kind_info(kind)
        if kind is Kind.DEAL:
            payload = await self._deals.fetch(id, urgent=urgent)
        elif not (id.isascii() and id.isdigit()):
            raise RemoteGone("MRI Vault has whole numbers as ids.")
        elif kind is Kind.PROPERTY:
            payload = await self._homes.fetch(id, urgent=urgent)
        else:
            payload = await self._calls.one(f"{_PATHS[kind]}/{id}", urgent=urgent)
        record = self.read(kind, payload)
        if record.id != id:
            raise RemoteGone("MRI Vault answered with another record than the one asked for.")
        return record

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """Contacts with the first email, properties at the address, deals that a new one of the property may be."""
        match kind:
            case Kind.CONTACT:
                found = await self._with_email(key.email) if key.email else []
            case Kind.PROPERTY:
                found = await self._homes.at(str(key.values.get("name") or ""))
            case Kind.DEAL:
                return await self._deals_like(key.values)
            case _:
                return ()
        return await self.looked_up(kind, found)  # what is found is shown in part

    async def _with_email(self, email: str) -> list[RemoteId]:
        hits = await self._calls.everything("/search/contacts/email", {"term": email}, urgent=True)
        wanted = email.strip().lower()
        return [
            RemoteId(str(hit["id"]))
            for hit in hits
            if "id" in hit and wanted in {one.strip().lower() for one in _texts(hit.get("emails"))}
        ]

    async def _deals_like(self, values: Values) -> list[RemoteRecord]:
        home = next(iter(texts(values.get("property"))), "")
        if not home.isdigit():
            return []
        try:
            payloads = await self._deals.like(home, str(values.get("stage") or ""))
        except RemoteGone:
            return []
        return readable(self._maps[Kind.DEAL], payloads)

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Create a record. Raises Rejected, OutcomeUnknown."""
        self.kind_info(kind)
        match kind:
            case Kind.CONTACT:
                return await self._create_contact(values)
            case Kind.PROPERTY:
                made = await self._homes.create(values, self._maps[kind].write(values))
            case Kind.DEAL:
                made = await self._deals.create(values)
            case _:
                sent = shapes.projected(_numbered(self._maps[kind].write(values)), members.EVENT)
                payload = await self._calls.written("POST", _PATHS[kind], sent)
                made = self._maps[kind].identify(payload)
        return await read_back(self._again(kind, made), made)

    async def _create_contact(self, values: Values) -> RemoteRecord:
        said = self._maps[Kind.CONTACT].write(split_name(values))
        if parts := said.pop("placed", None):
            said["address"] = await self._places.of_contact(None, parts, parts)
        sent = shapes.projected(said, members.CONTACT)
        role = str(values.get("role") or "").casefold()
        if entity := next((id_ for name, id_ in self._roles.items() if name.casefold() == role), None):
            sent["entityType"] = {"id": entity}
        payload = await self._calls.written("POST", "/contacts", sent)
        made = self._maps[Kind.CONTACT].identify(payload)
        return await read_back(self._again(Kind.CONTACT, made), made)

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Send the whole object with the changed fields in it. Raises RemoteGone, Rejected, OutcomeUnknown."""
        said = self._maps[kind].write(patch)
        match kind:
            case Kind.CONTACT:
                before = msgspec.json.decode((await self._known_editors(current)).payload)
                shapes.keep_comments(said, before)
                await self._put_address(said, current, before)
                await self._put(kind, current.id, before, said, members.CONTACT)
            case Kind.EVENT:
                await self._put(kind, current.id, msgspec.json.decode(current.payload), said, members.EVENT)
            case Kind.PROPERTY:
                await self._homes.update(current, patch, said)
            case _:
                await self._deals.update(current.id, current.payload, patch)
        return await read_back(self._again(kind, current.id))

    async def _put(
        self, kind: Kind, id: RemoteId, before: Mapping[str, Any], said: Mapping[str, Any], shape: members.Shape
    ) -> None:
        sent = shapes.projected({**before, **_numbered(said)}, shape, said)
        await self._calls.written("PUT", f"{_PATHS[kind]}/{path_id(id)}", sent)

    async def _put_address(self, said: dict[str, Any], current: RemoteRecord, before: Mapping[str, Any]) -> None:
        """In the place of changed parts of an address, the whole of it as writing takes it."""
        if changed := said.pop("placed", None):
            parts = {part: current.values.get(part) for part in ("street", "city", "region", "postcode")}
            said["address"] = await self._places.of_contact(before.get("address"), {**parts, **changed}, changed)

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Delete a record; one that is already gone counts as deleted. Raises Unsupported for sales and leases."""
        self.kind_info(kind)
        if kind is Kind.DEAL:
            await self.remove(kind, id, self._deals.delete(id))
        else:
            await self.remove(kind, id, self._transport.request("DELETE", f"{_PATHS[kind]}/{path_id(id)}"))


def _texts(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _numbered(said: Mapping[str, Any]) -> dict[str, Any]:
    """People by the numbers that their ids are there."""
    return {
        name: [{"id": shapes.whole(one["id"])} for one in value] if name == "contacts" else value
        for name, value in said.items()
    }
