"""Flex Rental Solutions (Flex5): the contacts of one tenant.

Sources: the vendor's API Getting Started Guide, and public clients of Flex5 for paths, envelopes and member names.
Lists show nine members of some sixty; the others cost a call each. No client is known that changes or deletes a
contact: both are done only where the tenant's own description of its API has them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, suppress
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar
from urllib.parse import quote

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.names import split_name
from crmdesk.domain.values import Patch, Values, texts
from crmdesk.errors import BadResponse, Rejected, RemoteGone, Unavailable, Unsupported
from crmdesk.providers.answer import Answer
from crmdesk.providers.codecs import COMPANY
from crmdesk.providers.contract import (
    Access,
    BadRecord,
    Cursor,
    Identity,
    LookupKey,
    Page,
    Provider,
    RemoteId,
    RemoteRecord,
)
from crmdesk.providers.failures import OF_A_LIST, OF_A_SIGN_IN, Failures
from crmdesk.providers.flex_info import FIELDS, INFO, base_url, contact_info, limits, page_size
from crmdesk.providers.flex_pages import NumberedList, NumberedPage, read_page
from crmdesk.providers.flex_shapes import CHANNELS, DERIVED, complete, id_of_named, new_id, plain, refuse_unfit
from crmdesk.providers.mapping import RecordMap, with_overrides
from crmdesk.providers.over_transport import OverTransport, present
from crmdesk.providers.paging import offset_pages
from crmdesk.providers.provider_info import KindInfo, ProviderInfo, ProviderSettings, Secrets
from crmdesk.providers.read_back import read_back
from crmdesk.providers.transport import Transport

_DOCS_FAILURES = {401: BadResponse, 403: BadResponse, 404: BadResponse}
_PAGES_AHEAD = 3  # the other places are for details
_LOOKED_AT = 10  # hits of a search whose details are read
_ONE_CONTACT = re.compile(r"(?:/f5)?(?:/api)?/contact/\{[^/{}]+\}/?")


class _Hit(msgspec.Struct):
    id: str | int
    email: str | None = None


class _Hits(msgspec.Struct):
    content: list[_Hit] | None = None


class _Docs(msgspec.Struct):
    paths: dict[str, dict[str, Any]] = {}


_HITS = msgspec.json.Decoder(_Hits)
_DOCS = msgspec.json.Decoder(_Docs)
_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ANY: msgspec.json.Decoder[Any] = msgspec.json.Decoder()


class Flex(OverTransport):
    """One tenant."""

    info: ClassVar[ProviderInfo] = INFO

    def __init__(self, transport: Transport, settings: ProviderSettings, key: str) -> None:
        super().__init__(transport)
        self._key = key
        self._size = page_size(settings)
        self._client_type = settings.get("client_type", "")
        self._first_page = int(settings["first_page"]) if "first_page" in settings else None
        self._map = RecordMap(Kind.CONTACT, with_overrides(FIELDS, settings), version="lastEditDate")
        self._kind = contact_info(self._map.rows, settings)

    def kind_info(self, kind: Kind) -> KindInfo:
        """Contacts alone. Raises Unsupported."""
        if kind is not Kind.CONTACT:
            raise Unsupported(f"Flex Rental has no {kind.plural} for the desk.")
        return self._kind

    async def whoami(self) -> Identity:
        """Ask for one contact; the key itself tells accounts apart."""
        await self._page(0, 1, urgent=True, on=OF_A_SIGN_IN)
        mark = hashlib.sha256(b"crmdesk flex " + self._key.encode()).hexdigest()
        return Identity(mark[:24], f"Flex Rental, {self._transport.address.host} (key {mark[:6]})")

    async def discover(self) -> ProviderSettings:
        """What this tenant's API has beyond reading, and what its new contacts are."""
        found = dict(await self._described())
        if client_type := await self._find_client_type():
            found["client_type"] = client_type
        if (first_page := await self._find_first_page()) is not None:
            found["first_page"] = str(first_page)
        return found

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """Always the whole list: nothing there tells what changed."""
        self.kind_info(kind)
        if resume is not None and resume.isdigit():
            resume = Cursor(str(int(resume) // self._size * self._size))  # pages are numbered, not counted in records
        numbered = NumberedList(self._page, self._ids, self._first_page)
        listing = offset_pages(numbered.read, self._map.identify, size=self._size, ahead=_PAGES_AHEAD, resume=resume)
        async with aclosing(listing) as pages:
            async for page in pages:
                yield page

    def identify(self, kind: Kind, payload: bytes) -> RemoteId:
        """The contact's id. Raises BadRecord."""
        return self._map.identify(payload)

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The contact a payload stands for, be it of a list or a detail. Raises BadRecord."""
        record = self._map.read(payload)
        values = dict(record.values)
        for field, _, _, _, unlabelled in CHANNELS:
            if isinstance(entries := values.get(field), tuple):
                values[field] = plain(entries, unlabelled)
        return replace(record, values=values, deleted=values.get("status") == "Inactive")

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one contact whole. Raises RemoteGone, also for one that is marked as deleted."""
        return present(await self._detail(kind, id, urgent=True), INFO.title)

    async def detail(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """One contact for a pull, deleted or not, which leaves the last of the quota to the user."""
        return await self._detail(kind, id, urgent=False)

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """Contacts with the first email address: the search is a free one, so each hit is looked at."""
        if key.email is None:
            return ()
        wanted = key.email.strip().casefold()
        params = {"searchText": key.email.strip(), "onlyOrganizations": "false", "page": "0", "size": "100"}
        answer = await self._transport.request("GET", "/contact/search", params=params, on={404: BadResponse})
        hits = answer.decode(_HITS).content
        if hits is None:
            raise answer.unusable("Flex answered without a list of contacts found.")
        # The search shows one address of several, so one that it does not match may still be another of that contact.
        likely = sorted(hits, key=lambda hit: (hit.email or "").casefold() != wanted)[:_LOOKED_AT]
        found = await self.looked_up(kind, [RemoteId(str(hit.id)) for hit in likely])
        records = [record for record in found if not record.deleted]
        return [
            record for record in records if wanted in {text.casefold() for text in texts(record.values.get("emails"))}
        ]

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Create a contact; only its id is answered, so it is read back. Raises Rejected, OutcomeUnknown."""
        self.kind_info(kind)
        refuse_unfit(values)
        firm = values.get("contact_type") == COMPANY
        values = {"company": values.get("name", ""), **values} if firm else split_name(values)
        body = {"organization": firm, **self._map.write(values)}
        for channel in CHANNELS:
            complete(body, {}, *channel[1:])
        if self._client_type:
            body["resourceTypes"] = [{"id": self._client_type}]
        answer = await self._sent("POST", "/contact", body)
        made = new_id(answer)
        if made is None:
            raise answer.unusable("Flex did not say which contact it made.")
        return await read_back(self.fetch(kind, RemoteId(made)))

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Put the whole contact back, changed. Raises Unsupported, RemoteGone, Rejected, OutcomeUnknown."""
        if not self._kind.updates:
            raise Unsupported("This Flex does not describe a way to change contacts.")
        refuse_unfit(patch)
        before = msgspec.json.decode(current.payload)
        if "internetAddresses" not in before:
            current = await self.fetch(kind, current.id)
            before = msgspec.json.decode(current.payload)
        body = {name: value for name, value in before.items() if name not in DERIVED} | self._map.write(patch)
        for field, *channel in CHANNELS:
            if field in patch:
                complete(body, before, *channel)
        answer = await self._sent("PUT", f"/contact/{quote(current.id, safe='')}", body)
        return self._written(answer, current.id) or await read_back(self.fetch(kind, current.id))

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Mark a contact as deleted, as Flex does; one that is gone counts as deleted. Raises Unsupported."""
        if not self._kind.deletes:
            raise Unsupported("This Flex does not describe a way to delete contacts.")
        try:
            await self._transport.request("DELETE", f"/contact/{quote(id, safe='')}")
        except RemoteGone:
            return

    async def _page(self, number: int, size: int, *, urgent: bool = False, on: Failures = OF_A_LIST) -> NumberedPage:
        params = {"page": str(number), "size": str(size)}
        return read_page(await self._transport.request("GET", "/contact", params=params, urgent=urgent, on=on))

    def _ids(self, payloads: Sequence[bytes]) -> set[str]:
        found: set[str] = set()
        for payload in payloads:
            with suppress(BadRecord):
                found.add(self._map.identify(payload))
        return found

    async def _find_first_page(self) -> int | None:
        """The number of the first page; what cannot be told now is found out by each pull."""
        try:
            return await NumberedList(partial(self._page, urgent=True), self._ids, None).find(1)
        except (BadResponse, Unavailable):
            return None

    async def _detail(self, kind: Kind, id: RemoteId, *, urgent: bool) -> RemoteRecord:
        answer = await self._transport.request("GET", f"/contact/{quote(id, safe='')}", urgent=urgent)
        answer.decode_list(_MEMBERS)  # what is no object at all is the answer's fault, not one record's
        record = self.read(kind, answer.body)
        if record.id != id:
            raise BadResponse("Flex answered with another contact than the one asked for.", detail=answer.sample())
        return record

    def _written(self, answer: Answer, id: RemoteId) -> RemoteRecord | None:
        """The contact as the answer to a write shows it; None where it does not show it whole."""
        if answer.status == 204:
            return None
        answer.decode_list(_MEMBERS)
        try:
            record = self.read(Kind.CONTACT, answer.body)
        except BadRecord:
            return None
        return record if record.id == id and "emails" in record.fields else None

    async def _sent(self, method: str, path: str, body: dict[str, Any]) -> Answer:
        try:
            return await self._transport.request(method, path, json=body)
        except Rejected as refused:
            refused.fields = {
                row.field: refused.why for row in self._map.rows if re.split(r"[.\[|]", row.path)[0] in refused.why
            }
            raise

    async def _described(self) -> dict[str, str]:
        try:
            answer = await self._transport.request("GET", "/api-docs", on=_DOCS_FAILURES)
            paths = answer.decode(_DOCS).paths
        except BadResponse:
            paths = {}  # what is not described is not done
        except Unavailable:
            return {}
        known = {verb.lower() for path, verbs in paths.items() if _ONE_CONTACT.fullmatch(path) for verb in verbs}
        return {"updates": "yes" if "put" in known else "no", "deletes": "yes" if "delete" in known else "no"}

    async def _find_client_type(self) -> str | None:
        """The tenant's own id of the resource type "Client"; many keys may use only one of the two look-ups."""
        for path, params in (
            ("/resource-type", None),
            ("/resource-type/nodes", {"classname": "resource-type", "nodeId": "root"}),
        ):
            try:
                answer = await self._transport.request("GET", path, params=params, on=_DOCS_FAILURES)
                if found := id_of_named(answer.decode(_ANY), "client"):
                    return found
            except (BadResponse, Unavailable):
                continue
        return None


def connect(settings: ProviderSettings, secrets: Secrets, access: Access) -> Provider:
    """The provider for one tenant. Raises UserInputError."""
    key = secrets["key"]
    transport = Transport(
        base_url(settings),
        {"X-Auth-Token": key},
        limits(settings),
        clock=access.clock,
        secrets=(key,),
        budget=access.budget,
    )
    return Flex(transport, settings, key)


def kinds(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account with these settings can do with each kind."""
    return (contact_info(with_overrides(FIELDS, settings), settings),)
