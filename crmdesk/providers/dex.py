"""Dex (getdex.com), its current API v1.

Source of paths, envelopes and field names: getdex.com/docs/api-reference/reference and clients seen in public. The
answers to create, update and read-one are not documented: the record is taken from wherever it may lie in `data`, else
read back.
"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import Any, ClassVar, TypeVar

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.names import split_name
from crmdesk.domain.values import Patch, Value, Values, texts
from crmdesk.errors import (
    AuthRequired,
    BadResponse,
    OutcomeUnknown,
    ProviderError,
    Rejected,
    RemoteGone,
    Unavailable,
    Unsupported,
)
from crmdesk.providers.answer import Answer
from crmdesk.providers.contract import BadRecord, Cursor, Identity, LookupKey, Page, RemoteId, RemoteRecord
from crmdesk.providers.dex_info import INFO, V1_FIELDS, contact_info, page_size
from crmdesk.providers.failures import OF_A_LIST, OF_A_SIGN_IN
from crmdesk.providers.mapping import RecordMap, with_overrides
from crmdesk.providers.over_transport import OverTransport
from crmdesk.providers.own_rows import own_rows
from crmdesk.providers.paging import cursor_pages
from crmdesk.providers.provider_info import FieldPath, KindInfo, ProviderInfo, ProviderSettings
from crmdesk.providers.transport import Transport

T = TypeVar("T")
_KEPT = {"contact_phone_numbers": ("country_code",)}  # members of entries that the desk does not know, by read name


class _Items(msgspec.Struct, rename="camel"):
    items: list[msgspec.Raw] | None = None
    contacts: list[msgspec.Raw] | None = None
    next_cursor: str | int | None = None
    count: int | None = None


class _List(msgspec.Struct):
    data: _Items | None = None
    error: Any = None


class _Any(msgspec.Struct):
    data: msgspec.Raw = msgspec.Raw()
    error: Any = None


_LISTS = msgspec.json.Decoder(_List)
_ANY = msgspec.json.Decoder(_Any)
_RAWS = msgspec.json.Decoder(list[msgspec.Raw])
_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])


class Dex(OverTransport):
    """Dex v1 for one account."""

    info: ClassVar[ProviderInfo] = INFO

    def __init__(self, transport: Transport, settings: ProviderSettings, key: str) -> None:
        super().__init__(transport)
        self._key = key
        self._size = page_size(settings)
        rows = with_overrides(V1_FIELDS, settings)
        self._map = RecordMap(Kind.CONTACT, rows, version="updated_at", archived="is_archived")
        self._kind = contact_info(self._map.rows, settings)

    def kind_info(self, kind: Kind) -> KindInfo:
        """Contacts are all that Dex has. Raises Unsupported."""
        if kind is not Kind.CONTACT:
            raise Unsupported(f"Dex has no {kind.plural}.")
        return self._kind

    async def whoami(self) -> Identity:
        """Ask for one contact: Dex has no call that names the account; the key itself tells accounts apart."""
        params = {"take": "1"}
        try:
            self._list(await self._transport.request("GET", "/v1/contacts", params=params, on=OF_A_SIGN_IN))
        except AuthRequired as refused:
            if self._key.startswith("dex_"):
                raise
            hint = "Keys of Dex's current API begin with dex_; an older key needs the setting api=legacy."
            raise AuthRequired(refused.why, next=hint, detail=refused.detail) from None
        return identity_of(self._key)

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """Always the whole list: Dex documents no "changed since", and ignores all but `take` and `cursor`."""
        self.kind_info(kind)
        seen, total = 0, None

        async def read(cursor: Cursor | None) -> Page:
            nonlocal seen, total
            params = {"take": str(self._size)} | ({"cursor": cursor} if cursor else {})
            answer = await self._transport.request("GET", "/v1/contacts", params=params, urgent=False, on=OF_A_LIST)
            payloads, following, count = self._list(answer)
            seen += len(payloads)
            # `count` is undocumented: as large as the page it may be the page's own.
            if count is not None and count > len(payloads):
                total = count
            elif total is None or (following is None and seen != total):
                total = await self._count()
            return Page(payloads, following, total)

        async with aclosing(cursor_pages(read, self._map.identify, resume)) as pages:
            async for page in pages:
                yield page

    def identify(self, kind: Kind, payload: bytes) -> RemoteId:
        """The contact's id. Raises BadRecord."""
        return self._map.identify(payload)

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The contact a payload stands for. Raises BadRecord."""
        return self._map.read(payload)

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one contact whole. Raises RemoteGone."""
        answer = await self._transport.request("GET", f"/v1/contacts/{path_id(id)}")
        found = self._records(answer)
        if not found:
            raise RemoteGone("Dex has no contact with this id.", detail=answer.sample())
        return self._own(found, id, answer)

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """Contacts with the first email address."""
        if key.email is None:
            return ()
        answer = await self._transport.request(
            "POST", "/v1/contacts/by-emails", json={"emails": [key.email]}, safe=True, on={404: BadResponse}
        )
        return readable(self._map, self._records(answer))

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Create a contact. Raises Rejected, OutcomeUnknown."""
        self.kind_info(kind)
        values = split_name(values)
        answer = await self._transport.request("POST", "/v1/contacts/", json={"contacts": [self._map.write(values)]})
        made = self._written(answer)
        if made is not None and values.keys() & self._map_fields() <= made.fields:
            return made
        return await read_back(self._created(values) if made is None else self.fetch(kind, made.id))

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Send the changed fields alone. Raises RemoteGone, Rejected, OutcomeUnknown."""
        data = self._map.write(patch)
        if not data:
            return await self.fetch(kind, current.id)
        keep_members(data, current, self._map.rows)
        answer = await self._transport.request("PUT", f"/v1/contacts/{path_id(current.id)}", json=data)
        changed = self._written(answer)
        if changed is not None and changed.id == current.id and current.fields <= changed.fields:
            return changed
        return await read_back(self.fetch(kind, current.id))

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Delete a contact; the id goes into the query and the body, since both ways are documented somewhere."""
        try:
            await self._transport.request(
                "DELETE", "/v1/contacts", params={"contactIds": id}, json={"contactIds": [id]}
            )
        except RemoteGone:
            return

    def _list(self, answer: Answer) -> tuple[list[bytes], Cursor | None, int | None]:
        envelope, cut = answer.decode_list(_LISTS)
        self._refuse_error(envelope.error, answer)
        data = envelope.data or _Items()
        items = data.items if data.items is not None else data.contacts
        if items is None:
            raise answer.unusable("Dex answered without a list of contacts.")
        following = Cursor(str(data.next_cursor)) if data.next_cursor not in (None, "") else None
        return cut(items), following, data.count

    def _records(self, answer: Answer) -> list[bytes]:
        """The records in `data`: a record, a list, or an object with `contact(s)`; none where it holds none."""
        envelope, cut = answer.decode_list(_ANY)
        self._refuse_error(envelope.error, answer)
        text = cut([envelope.data])[0].strip() if envelope.data else b""
        try:
            if text[:1] == b"[":
                return [bytes(raw) for raw in _RAWS.decode(text)]
            members = _MEMBERS.decode(text) if text[:1] == b"{" else {}
            inner = bytes(members.get("contact") or members.get("contacts") or members.get("items") or b"")
            if inner[:1] == b"[":
                return [bytes(raw) for raw in _RAWS.decode(inner)]
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return [text]  # unreadable as a record, which is said where it is read
        return [inner] if inner[:1] == b"{" else [text] if "id" in members else []

    def _own(self, found: Sequence[bytes], id: RemoteId, answer: Answer) -> RemoteRecord:
        record = self._map.read(found[0])
        if record.id != id:
            raise BadResponse("Dex answered with another contact than the one asked for.", detail=answer.sample())
        return record

    def _written(self, answer: Answer) -> RemoteRecord | None:
        found = readable(self._map, self._records(answer))
        return found[0] if len(found) == 1 else None

    async def _created(self, values: Values) -> RemoteRecord:
        """The contact just made, where Dex did not say which: the newest with that email, else with those names."""
        if texts(values.get("emails")):
            found = await self.find(Kind.CONTACT, LookupKey({"emails": values["emails"]}))
        else:
            names = {name: {"equals": values[name]} for name in ("first_name", "last_name") if name in values}
            body = {"where": names, "take": 100}
            found = []
            if names:
                answer = await self._transport.request("POST", "/v1/contacts/filter", json=body, safe=True)
                found = readable(self._map, list(self._list(answer)[0]))
        if not found:
            raise RemoteGone("Dex did not say which contact it made.")
        return max(found, key=_made_at)

    async def _count(self) -> int | None:
        """How many contacts Dex counts; None where it does not say so in a form that is known."""
        try:
            answer = await self._transport.request("GET", "/v1/contacts/count", urgent=False)
            data = msgspec.json.decode(answer.decode(_ANY).data or b"null")
        except (BadResponse, RemoteGone, Rejected, msgspec.MsgspecError):
            return None
        count = data.get("count") if isinstance(data, dict) else data
        return count if isinstance(count, int) and not isinstance(count, bool) else None

    def _map_fields(self) -> set[str]:
        return {row.field for row in self._map.rows if row.writable}

    def _refuse_error(self, error: Any, answer: Answer) -> None:
        if error in (None, False):
            return
        why = f"Dex reports an error: {answer.message() or 'without saying which'}"
        raise Unavailable(why, detail=answer.sample()) if answer.safe else answer.unusable(why)


def identity_of(key: str) -> Identity:
    """The identity that a key stands for, which does not give the key away."""
    mark = hashlib.sha256(b"crmdesk dex " + key.encode()).hexdigest()
    return Identity(mark[:24], f"Dex (key {mark[:6]})")


def path_id(id: str) -> str:
    """An id as one part of a path, whatever stands in it."""
    from urllib.parse import quote

    return quote(id, safe="")


def readable(records: RecordMap, payloads: Sequence[bytes]) -> list[RemoteRecord]:
    """The records among payloads; what cannot be read is left to the pull, which quarantines it."""
    found = []
    for payload in payloads:
        try:
            found.append(records.read(payload))
        except BadRecord:
            continue
    return found


async def read_back(reading: Any) -> RemoteRecord:
    """The record after a write that the CRM took: where it cannot be read now, the outcome is unknown, not failed."""
    try:
        record: RemoteRecord = await reading
        return record
    except ProviderError as failed:
        raise OutcomeUnknown(f"The change was sent, but could not be read back: {failed.why}") from failed


def keep_members(data: dict[str, Any], current: RemoteRecord, rows: Sequence[FieldPath]) -> None:
    """Give entries that stay the members that the desk does not know: sending the whole list must not drop them."""
    document: Mapping[str, Any] | None = None
    for row in rows:
        read_name, _, member = row.path.split("|")[0].partition("[].")
        entries = data.get((row.write or row.path).partition("[]")[0])
        if not isinstance(entries, list) or read_name not in _KEPT:
            continue
        document = msgspec.json.decode(current.payload) if document is None else document
        for entry, old in own_rows(document.get(read_name), entries, member, row.label):
            entry.update({name: old[name] for name in _KEPT[read_name] if old.get(name) is not None})


def _made_at(record: RemoteRecord) -> str:
    made: Value | None = msgspec.json.decode(record.payload).get("created_at")
    return str(made or "")
