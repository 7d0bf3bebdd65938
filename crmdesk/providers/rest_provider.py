"""What a provider says as data where its CRM keeps to the usual ways of REST; code is for what is odd there.

The usual ways: a list is an object that holds the records under a name and, in a member beside them, the cursor of the
next page and a count. A record is read, changed and deleted at the path of its list, with its id behind it. A write is
answered with the record as it is then; where that answer is not the whole record, it is read.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, ClassVar

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.names import split_name
from crmdesk.domain.values import Patch, Values
from crmdesk.errors import AlreadyExists, Unsupported
from crmdesk.providers.contract import BadRecord, Cursor, LookupKey, Page, RemoteId, RemoteRecord
from crmdesk.providers.http_provider import OverTransport, present
from crmdesk.providers.info import KindInfo, ProviderInfo
from crmdesk.providers.mapping.record_map import RecordMap
from crmdesk.providers.wire.answer import Answer, received
from crmdesk.providers.wire.failures import OF_A_LIST
from crmdesk.providers.wire.paging import cursor_pages
from crmdesk.providers.wire.read_back import path_id, read_back, readable
from crmdesk.providers.wire.server_time import asked_at
from crmdesk.providers.wire.transport import Transport

_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])


@dataclass(frozen=True, slots=True)
class Paging:
    """How lists go on: the parameters for size and cursor, and the members that tell what follows and how many."""

    size: str
    cursor: str
    beside: str  # the member of the answer that holds the next two
    following: str
    total: str


@dataclass(frozen=True, slots=True)
class Resource:
    """Where the records of one kind are, and what is asked along with them."""

    path: str
    member: str = ""  # of a list's answer: where the records stand
    version: str = ""  # the member that marks a record's state
    known: tuple[str, ...] = ()  # members that are understood though no field shows them
    listed: Mapping[str, str] = field(default_factory=dict)  # asked of a list, so that it hides none
    whole: Mapping[str, str] = field(default_factory=dict)  # asked of lists and records, so that they show all members
    since: str = ""  # the parameter for what changed since a moment; "" where there is none
    email: str = ""  # the parameter to look up by; "" where there is none
    change: str = "PUT"
    whole_object: bool = False  # what a change leaves out is emptied, so that all of it is sent
    made: Mapping[str, str] = field(default_factory=dict)  # asked with a new record
    there: int | None = None  # the status of a create that answers with a record that was there already


class RestProvider(OverTransport):
    """The contract by `paging` and `resources`; a provider adds whose sign-in it is, and changes what is odd."""

    info: ClassVar[ProviderInfo]
    paging: ClassVar[Paging | None] = None  # lists come in one piece where there is none
    resources: ClassVar[Mapping[Kind, Resource]]

    def __init__(self, transport: Transport, kinds: Iterable[KindInfo], page_size: str = "") -> None:
        super().__init__(transport)
        self._hold(*((info, self._mapped(info.kind, info.field_map)) for info in kinds))
        self._size = page_size
        self._creates = {
            kind: self._mapped(kind, [replace(row, writable=row.writable or row.at_create) for row in info.field_map])
            for kind, info in self._kinds.items()
        }

    def _mapped(self, kind: Kind, rows: Sequence[Any]) -> RecordMap:
        resource = self.resources[kind]
        return RecordMap(kind, rows, version=resource.version, known=resource.known)

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """The list: the whole, or what changed since."""
        changes, resource = self.kind_info(kind).incremental, self.resources[kind]
        asked = {**resource.whole, **resource.listed} | ({resource.since: since} if since and changes else {})
        began: Cursor | None = None

        async def read(cursor: Cursor | None) -> Page:
            nonlocal began
            page, at = await self._page(resource, asked, cursor)
            began = began or at
            # A list that is gone on with was begun at a time that nobody remembers.
            told = changes and page.resume is None and resume is None
            everything = await self._count(resource) if since and changes and page.resume is None else None
            return replace(page, next_since=began if told else None, everything=everything)

        async with aclosing(cursor_pages(read, self._maps[kind].identify, resume)) as pages:
            async for page in pages:
                yield page

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one record whole. Raises RemoteGone, also for one that is marked as deleted."""
        return present(await self._one(kind, id, urgent=True), self.info.title)

    async def detail(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """One record for a pull, deleted or not."""
        return await self._one(kind, id, urgent=False)

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """The records with the first email address."""
        resource = self.resources.get(kind)
        if key.email is None or resource is None or not resource.email:
            return ()
        page, _ = await self._page(resource, {**resource.whole, resource.email: key.email}, None, urgent=True)
        return readable(self._maps[kind], page.payloads)

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Create a record. Raises AlreadyExists, Rejected, OutcomeUnknown."""
        resource = self._allowed(kind, self.kind_info(kind).creates)
        given = split_name(values) if kind is Kind.CONTACT else values
        body = self._fitted(kind, self._creates[kind].write(given), b"{}")
        answer = await self._transport.request("POST", resource.path, params=resource.made, json=body)
        made = self._shown(kind, answer)
        if made is None:
            raise answer.unusable(f"{self.info.title} did not say which record it made.")
        if answer.status == resource.there:
            raise AlreadyExists(f"{self.info.title} has it already, by its email or phone.", remote_id=made.id)
        sent = {row.field for row in self._creates[kind].rows if row.field in values}
        return made if sent <= made.fields else await read_back(self.fetch(kind, made.id), made.id)

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Send the changed fields, a list whole, or the whole object. Raises RemoteGone, Rejected, OutcomeUnknown."""
        resource = self._allowed(kind, self.kind_info(kind).updates)
        if not (body := self._maps[kind].write(patch)):
            return await self.fetch(kind, current.id)
        if resource.whole_object:
            before = {name: current.values.get(name) for name in current.fields}
            body = self._maps[kind].write({**before, **patch}) | _as_they_came(self._maps[kind], current)
        body = self._fitted(kind, body, current.payload)
        answer = await self._transport.request(resource.change, _at(resource, current.id), json=body)
        changed = self._shown(kind, answer)
        if changed is not None and changed.id == current.id and current.fields <= changed.fields:
            return changed
        return await read_back(self.fetch(kind, current.id))

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Delete a record for good; one that is gone counts as deleted. Raises Unsupported."""
        resource = self._allowed(kind, self.kind_info(kind).deletes)
        await self.remove(kind, id, self._transport.request("DELETE", _at(resource, id)))

    def _fitted(self, kind: Kind, body: dict[str, Any], before: bytes) -> dict[str, Any]:
        """What is sent, where the CRM wants it otherwise than its field map says; `before` is the payload until now."""
        return body

    def _allowed(self, kind: Kind, can: bool) -> Resource:
        if not can:
            raise Unsupported(f"The desk only reads {kind.plural} in {self.info.title}.")
        return self.resources[kind]

    async def _one(self, kind: Kind, id: RemoteId, *, urgent: bool) -> RemoteRecord:
        self.kind_info(kind)
        resource = self.resources[kind]
        answer = await self._transport.request("GET", _at(resource, id), params=resource.whole, urgent=urgent)
        answer.decode(_MEMBERS)  # what is no object at all is the answer's fault, not one record's
        return self._asked_for(self.read(kind, answer.body), id, answer)

    async def _page(
        self, resource: Resource, asked: Mapping[str, str], cursor: Cursor | None, *, urgent: bool = False
    ) -> tuple[Page, Cursor | None]:
        """A page, and from when on to ask next for what changed: shortly before the server's time of this answer."""
        params = {**asked, **({self.paging.size: self._size} if self.paging else {})}
        if self.paging and cursor:
            params[self.paging.cursor] = cursor
        answer = await self._transport.request("GET", resource.path, params=params, urgent=urgent, on=OF_A_LIST)
        return self._listed(resource, answer), asked_at(answer)

    def _listed(self, resource: Resource, answer: Answer) -> Page:
        """What a list was answered with."""
        assert self.paging is not None, "a provider of lists without pages says itself where the records are"
        envelope = answer.decode(_lists(self.paging, resource.member))
        if envelope.records is None:
            raise answer.unusable(f"{self.info.title} answered without a list of {resource.member}.")
        following = Cursor(str(envelope.beside.following)) if envelope.beside.following else None
        return Page(received(envelope.records), following, envelope.beside.total)

    async def _all(self, resource: Resource) -> list[bytes]:
        """The whole of a list that is no kind of ours, for somebody who waits."""

        async def read(cursor: Cursor | None) -> Page:
            return (await self._page(resource, {}, cursor, urgent=True))[0]

        async with aclosing(cursor_pages(read, RecordMap(Kind.CONTACT, ()).identify)) as pages:
            return [payload async for page in pages for payload in page.payloads]

    async def _count(self, resource: Resource) -> int | None:
        """How many there are, hidden ones and all: what was deleted for good shows in no list of changes."""
        if self.paging is None:
            return None
        params = {self.paging.size: "1", **resource.listed}
        answer = await self._transport.request("GET", resource.path, params=params, urgent=False, on=OF_A_LIST)
        return self._listed(resource, answer).total

    def _shown(self, kind: Kind, answer: Answer) -> RemoteRecord | None:
        """The record that a write was answered with, None where it cannot be read."""
        answer.decode(_MEMBERS)
        try:
            return self.read(kind, answer.body)
        except BadRecord:
            return None


def _as_they_came(records: RecordMap, current: RemoteRecord) -> dict[str, Any]:
    """The members of fields that cannot be read: left out, they would be emptied there."""
    held = msgspec.json.decode(current.payload)
    names = {row.path.split("[")[0] for row in records.rows if row.field in current.unreadable and row.writable}
    return {name: held[name] for name in names if name in held}


def _at(resource: Resource, id: RemoteId) -> str:
    return f"{resource.path}/{path_id(id)}"


@cache
def _lists(paging: Paging, member: str) -> msgspec.json.Decoder[Any]:
    """Reads the answer of a list: its `records`, and `beside` them what follows and how many there are."""
    told = (("following", str | int | None, paging.following), ("total", int | None, paging.total))
    beside = msgspec.defstruct(
        "Beside", [(name, type_, msgspec.field(default=None, name=at)) for name, type_, at in told]
    )
    records = msgspec.field(default=None, name=member)
    around = msgspec.field(default_factory=beside, name=paging.beside)
    fields = [("records", list[msgspec.Raw] | None, records), ("beside", beside, around)]
    return msgspec.json.Decoder(msgspec.defstruct("List", fields))
