"""Rex (rexsoftware.com), its services: every call a POST of named arguments, every answer in one envelope.

Described by the vendor, in what the services say of themselves (kept by smartretraining/distilled): search with its
result formats and limits, reading, updating child rows by their own ids, record states. Seen live by others
(jamierowe1994/TLE-OS): logging in, `UserProfile/read`, a rejected search answered by an error and an empty result. Only
named there, so that its answer is inferred: `UserProfile/getAccessibleAccounts`. Etags of all contacts come in pages of
tens of thousands, so that every pull is a complete scan and reads only what changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Collection, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import replace
from typing import Any, ClassVar

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.names import split_name
from crmdesk.domain.values import Patch, Values
from crmdesk.errors import (
    BadResponse,
    ProviderError,
    Rejected,
    RemoteGone,
    Unsupported,
)
from crmdesk.providers.contract import BadRecord, Choices, Cursor, Identity, LookupKey, Page, RemoteId, RemoteRecord
from crmdesk.providers.http_provider import OverTransport, fingerprint
from crmdesk.providers.info import ProviderInfo, ProviderSettings
from crmdesk.providers.mapping.record_map import RecordMap, with_overrides
from crmdesk.providers.rex.child_rows import with_rows
from crmdesk.providers.rex.info import COMPANY, DETAILS, INFO, PERSON, RPC_FIELDS, RPC_KNOWN, contact_info, page_size
from crmdesk.providers.rex.write_shapes import accounts_in, refuse_unfit, source_form, with_custom_members
from crmdesk.providers.wire.answer import Answer, received
from crmdesk.providers.wire.failures import OF_A_LIST, OF_A_SIGN_IN, OF_ONE_THERE, Failures, of_one_record
from crmdesk.providers.wire.paging import offset_pages
from crmdesk.providers.wire.read_back import read_back
from crmdesk.providers.wire.transport import Transport

_KEPT, _TRASHED = ("active", "archived"), ("trashed",)
_STEADY = {"id": "ASC"}  # nothing that a change of a contact moves
_CHILDREN = [f"related.contact_{name}" for name in ("names", "emails", "phones", "tags")]
_WHOLE = {"result_format": "default", "extra_options": {"extra_fields": _CHILDREN}}
_LIST_FAILURES: Failures = {**OF_A_LIST, 422: BadResponse}
_SIGN_IN_FAILURES: Failures = {**OF_A_SIGN_IN, 422: BadResponse}


class _Result(msgspec.Struct):
    rows: list[msgspec.Raw] | None = None
    total: int | str | None = None


class _Search(msgspec.Struct):
    result: _Result | None = None


class _Reply(msgspec.Struct):
    result: msgspec.Raw = msgspec.Raw()


class _User(msgspec.Struct):
    full_name: str | None = None


class _Profile(msgspec.Struct):
    result: _User


_SEARCHES = msgspec.json.Decoder(_Search)
_REPLIES = msgspec.json.Decoder(_Reply)
_PROFILES = msgspec.json.Decoder(_Profile)


class Rex(OverTransport):
    """Rex's services for one account; `who` is the sign-in's name, which tells accounts apart."""

    info: ClassVar[ProviderInfo] = INFO

    def __init__(self, transport: Transport, settings: ProviderSettings, who: str) -> None:
        super().__init__(transport)
        self._who, self._account = who, settings.get("account_id", "")
        self._size = page_size(settings)
        rows = with_overrides(RPC_FIELDS, settings)
        self._hold((contact_info(rows, settings), RecordMap(Kind.CONTACT, rows, version="etag", known=RPC_KNOWN)))

    async def whoami(self) -> Identity:
        """Sign in and ask whose sign-in it is; the user and the account tell two sign-ins apart."""
        try:
            answer = await self._call("UserProfile/read", {}, safe=True, on=_SIGN_IN_FAILURES)
            name = answer.decode(_PROFILES).result.full_name or ""
        except BadResponse:
            await self._search({"result_format": "etags", "limit": 1}, urgent=True, on=_SIGN_IN_FAILURES)
            name = ""
        mark = fingerprint("rex", f"{self._who.lower()} {self._account}")
        account = f"account {self._account}" if self._account else ""
        return Identity(mark, f"Rex ({', '.join(filter(None, (name.strip(), self._who, account)))})")

    async def choices(self) -> Choices | None:
        """The accounts of this user, where they are several and none is named."""
        accounts = {} if self._account else await self._open_accounts()
        return Choices("account_id", accounts) if len(accounts) > 1 else None

    async def discover(self) -> ProviderSettings:
        """In what form this Rex tells where a contact came from, and which accounts this user may open."""
        forms, accounts = await asyncio.gather(self._source_form(), self._accounts())
        return {**forms, **accounts}

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """Ids and etags of all contacts, archived ones too; the last page names those in the trash.

        Whoever is in both lists was moved meanwhile, or one of them is wrong: the next pull tells.
        """
        self.kind_info(kind)
        listed: set[RemoteId | None] = set()

        async def read(offset: int, limit: int) -> tuple[Sequence[bytes], int | None]:
            return await self._etags(_KEPT, offset, limit)

        ahead = self._transport.limits.concurrent
        listing = offset_pages(read, self._map.identify, size=self._size, ahead=ahead, resume=resume)
        async with aclosing(listing) as pages:
            async for page in pages:
                listed.update(map(self._known, page.payloads))
                yield page if page.resume is not None else replace(page, removed=await self._trashed(listed))

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The contact a payload stands for; a row of etags speaks about no field. Raises BadRecord."""
        record = self._map.read(payload)
        if not record.fields:
            return record
        document = msgspec.json.decode(payload)
        state = document.get("system_record_state")
        return replace(with_custom_members(record, document), archived=state == "archived", deleted=state == "trashed")

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one contact whole. Raises RemoteGone, also for one in the trash."""
        return await self._whole(id, urgent=True)

    async def detail(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """The same, after whatever is urgent."""
        return await self._whole(id, urgent=False)

    async def details(self, kind: Kind, ids: Sequence[RemoteId]) -> Sequence[RemoteRecord | BadRecord]:
        """A hundred contacts a search; what a search does not tell whole (companies), or not at all, is read singly."""
        found: dict[RemoteId, RemoteRecord | BadRecord] = {}
        try:
            async with asyncio.TaskGroup() as group:
                for start in range(0, len(ids), DETAILS):
                    group.create_task(self._batch(ids[start : start + DETAILS], found))
        except* ProviderError as failures:
            raise failures.exceptions[0] from None
        for one in await super().details(kind, [remote_id for remote_id in ids if remote_id not in found]):
            found[_id_of(one)] = one
        return [found[remote_id] for remote_id in ids if remote_id in found]

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """Contacts with the first email address, archived ones too."""
        if key.email is None:
            return ()
        wanted = {"name": "contact.email_address", "type": "is", "value": key.email}
        rows, _ = await self._search({"criteria": [wanted, _state(_KEPT)], **_WHOLE}, urgent=True)
        return [one for one in self._each(rows) if isinstance(one, RemoteRecord)]

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Create a person, or a company where it is said to be one, or only its name is known.

        Raises Rejected, OutcomeUnknown.
        """
        self.kind_info(kind)
        named = values.keys() & {"name", "first_name", "last_name"}
        if values.get("contact_type") == COMPANY or (values.get("company") and not named):
            company = values.get("company") or values.get("name")
            data = {**self._sent(values, None), "type": COMPANY, "company_name": company}
        else:
            data = {**self._sent(split_name(values), None), "type": PERSON}
        answer = await self._call("contacts/create", {"data": data, "return_id": False})
        return await self._written(answer, None)

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Send the changed fields alone, child rows by their ids. Raises RemoteGone, Rejected, OutcomeUnknown."""
        data = self._sent(patch, current)
        if not data:
            return await self.fetch(kind, current.id)
        answer = await self._call("contacts/update", {"data": {"id": _number(current.id), **data}}, on=OF_ONE_THERE)
        return await self._written(answer, current.id)

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Put a contact into the trash, where Rex keeps it for 30 days; one that lies there is deleted already."""
        try:
            await self.remove(kind, id, self._trash(id))
        except Rejected:
            with suppress(RemoteGone):
                await self.fetch(kind, id)
                raise

    async def _trash(self, id: RemoteId) -> None:
        await self._call("contacts/trash", {"id": _number(id)}, on=OF_ONE_THERE)

    # Calls

    async def _call(self, path: str, arguments: Mapping[str, Any], *, urgent: bool = True, **more: Any) -> Answer:
        return await self._transport.request("POST", f"/{path}", json=arguments, urgent=urgent, **more)

    async def _search(
        self, arguments: Mapping[str, Any], *, urgent: bool = False, on: Failures = _LIST_FAILURES
    ) -> tuple[list[bytes], int | None]:
        arguments = {"order_by": _STEADY, **arguments}
        answer = await self._call("contacts/search", arguments, urgent=urgent, safe=True, on=on)
        envelope = answer.decode(_SEARCHES)
        if envelope.result is None or envelope.result.rows is None:
            raise answer.unusable("Rex answered without a list of contacts.")
        total = str(envelope.result.total or "0")
        if not (total.isascii() and total.isdigit()):
            raise answer.unusable("Rex answered with a count of contacts that is no number.")
        return received(envelope.result.rows), None if envelope.result.total is None else int(total)

    async def _etags(self, states: Sequence[str], offset: int, limit: int) -> tuple[list[bytes], int | None]:
        asked = {"criteria": [_state(states)], "result_format": "etags", "offset": offset, "limit": limit}
        return await self._search(asked)

    def _known(self, row: bytes) -> RemoteId | None:
        try:
            return self._map.identify(row)
        except BadRecord:
            return None

    async def _trashed(self, listed: Collection[RemoteId | None]) -> list[RemoteId]:
        """Who lies in the trash, where Rex keeps them for 30 days, and is not listed; nobody where that is unclear."""
        found: list[bytes] = []
        while True:
            rows, total = await self._etags(_TRASHED, len(found), self._size)
            found += rows
            if not rows or total is None or len(found) >= total:
                break
        if None in listed:
            return []
        return [one.id for one in self._each(found) if isinstance(one, RemoteRecord) and one.id not in listed]

    async def _batch(self, ids: Sequence[RemoteId], found: dict[RemoteId, RemoteRecord | BadRecord]) -> None:
        wanted = {"name": "id", "type": "in", "value": [_number(remote_id) for remote_id in ids]}
        asked = {"criteria": [wanted, _state(_KEPT)], "limit": DETAILS, **_WHOLE}
        try:
            rows, _ = await self._search(asked, on={**_LIST_FAILURES, 400: Unsupported, 422: Unsupported})
        except Unsupported:
            return  # a Rex that cannot be asked so is read one by one
        except ProviderError as failure:
            if of_one_record(failure):
                return  # one of them may be the cause: read one by one, only that one fails
            raise
        for one in self._each(rows):
            company = isinstance(one, RemoteRecord) and one.values.get("contact_type") == COMPANY
            if _id_of(one) in ids and not company:
                found[_id_of(one)] = one

    async def _whole(self, id: RemoteId, *, urgent: bool) -> RemoteRecord:
        answer = await self._call("contacts/read", {"id": _number(id)}, urgent=urgent, safe=True)
        record = self._asked_for(self.read(Kind.CONTACT, _result(answer)), id, answer)
        if "source" in record.fixed:
            self.found["source_form"] = "object"
        if record.deleted:
            raise RemoteGone("The contact lies in Rex's trash.", detail=answer.sample())
        return record

    async def _written(self, answer: Answer, id: RemoteId | None) -> RemoteRecord:
        """The contact that a write answers with, read back where the answer tells only its id, or not all of it."""
        result = _result(answer)
        if result.isdigit():
            made = RemoteId(result.decode())
            return await read_back(self.fetch(Kind.CONTACT, made), made)
        try:
            record = self.read(Kind.CONTACT, result)
        except BadRecord as bad:
            raise answer.unusable(bad.why) from None
        if {"emails", "phones", "address"} <= record.fields and id in (None, record.id):
            return record
        return await read_back(self.fetch(Kind.CONTACT, id or record.id), id or record.id)

    def _each(self, rows: Sequence[bytes]) -> list[RemoteRecord | BadRecord]:
        records: list[RemoteRecord | BadRecord] = []
        for row in rows:
            try:
                records.append(self.read(Kind.CONTACT, row))
            except BadRecord as bad:
                records.append(bad)
        return records

    def _sent(self, patch: Patch, current: RemoteRecord | None) -> dict[str, Any]:
        refuse_unfit(patch)
        return with_rows(self._map.write(patch), current.payload if current is not None else None)

    async def _source_form(self) -> dict[str, str]:
        asked = {"criteria": [_state(_KEPT)], "limit": DETAILS, "result_format": "default"}
        try:
            rows, _ = await self._search(asked, urgent=True)
        except ProviderError:
            return {}
        form = source_form(rows)
        return {"source_form": form} if form else {}

    async def _accounts(self) -> dict[str, str]:
        found = await self._open_accounts()
        return {"accounts": "; ".join(" ".join(one).strip() for one in found.items())} if len(found) > 1 else {}

    async def _open_accounts(self) -> dict[str, str]:
        try:
            answer = await self._call("UserProfile/getAccessibleAccounts", {}, safe=True)
            return accounts_in(msgspec.json.decode(_result(answer)))
        except ProviderError:
            return {}


def _result(answer: Answer) -> bytes:
    envelope = answer.decode(_REPLIES)
    text = bytes(envelope.result).strip() if envelope.result else b""
    if not text or text == b"null":
        raise answer.unusable("Rex answered without a result.")
    return text


def _state(states: Sequence[str]) -> dict[str, Any]:
    return {"name": "system_record_state", "type": "in", "value": list(states)}


def _number(id: RemoteId) -> int:
    if not (id.isascii() and id.isdigit()):
        raise RemoteGone(f"Rex's contacts have numbers, not “{id[:40]}”.")
    return int(id)


def _id_of(one: RemoteRecord | BadRecord) -> RemoteId:
    return RemoteId(one.remote_id or "") if isinstance(one, BadRecord) else one.id
