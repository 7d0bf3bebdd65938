"""Flex Rental Solutions (Flex5): the contacts of one tenant.

Described by the vendor (API Getting Started Guide): base, header, limits. Seen live by others
(WillTaylor-11/flex-contacts-sync, mattjames-eng/equipment-sync-webhook): paths, envelopes, lists of nine members of
some sixty, the others for a call each; PUT of a contact with its id in the body and the switch `updateBaseContactOnly`.
Inferred: deleting. Both are done only where the tenant's own description of its API has them.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar
from urllib.parse import quote

import msgspec

from crmdesk.domain.fields import ADDRESS_PARTS, Kind
from crmdesk.domain.notation.names import split_name
from crmdesk.domain.notation.normal import same
from crmdesk.domain.rows import added_rows, rows_of, with_lacking
from crmdesk.domain.values import Patch, Value, Values, texts
from crmdesk.errors import BadResponse, ProviderError, Rejected, RemoteGone, Unsupported
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
from crmdesk.providers.flex.addresses import (
    PATH,
    address_call,
    doubled_rows,
    new_row,
    odd_parts,
    parts_of,
    refuse_long,
    told_parts,
)
from crmdesk.providers.flex.changes import ORDER, Changes, OutOfOrder, newest, out_of_order
from crmdesk.providers.flex.info import FIELDS, INFO, base_url, contact_info, limits, page_size
from crmdesk.providers.flex.pages import NumberedList, NumberedPage, read_page
from crmdesk.providers.flex.tenant import SWITCH, described, find_client_type
from crmdesk.providers.flex.write_shapes import (
    CHANNELS,
    NESTED,
    changed,
    complete_entries,
    new_id,
    refuse_unfit,
    without_default_marks,
)
from crmdesk.providers.http_provider import OverTransport, fingerprint, present
from crmdesk.providers.info import KindInfo, ProviderInfo, ProviderSettings, Secrets
from crmdesk.providers.mapping.codecs import COMPANY
from crmdesk.providers.mapping.record_map import RecordMap, with_overrides
from crmdesk.providers.wire.answer import Answer
from crmdesk.providers.wire.failures import OF_A_LIST, OF_A_SIGN_IN, Failures
from crmdesk.providers.wire.paging import offset_pages
from crmdesk.providers.wire.read_back import read_back
from crmdesk.providers.wire.transport import Transport, transport_for

_PAGES_AHEAD = 3  # the other places are for details
_CHANGES = 100  # rows at once of what changed
_LOOKED_AT = 10  # hits of a search whose details are read
_WRITE_FAILURES: Failures = {405: Unsupported, 501: Unsupported}


_LACKING = "This Flex has no such operation in its API"
_IN_FLEX = "Do it in Flex itself; testing the account finds out anew what its API has."


class _Hit(msgspec.Struct):
    id: str | int
    email: str | None = None


class _Hits(msgspec.Struct):
    content: list[_Hit] | None = None


_HITS = msgspec.json.Decoder(_Hits)
_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])


class Flex(OverTransport):
    """One tenant."""

    info: ClassVar[ProviderInfo] = INFO

    def __init__(self, transport: Transport, settings: ProviderSettings, key: str) -> None:
        super().__init__(transport)
        self._key = key
        self._size = page_size(settings)
        self._client_type = settings.get("client_type", "")
        self._first_page = int(settings["first_page"]) if "first_page" in settings else None
        self._no_zero = False  # it refuses a page 0; met anew by each connection
        self._switched = settings.get("base_only") == "yes"
        rows = with_overrides(FIELDS, settings)
        records = RecordMap(Kind.CONTACT, rows, version="lastEditDate", known=("addresses",))
        self._hold((contact_info(rows, settings), records))

    async def whoami(self) -> Identity:
        """Ask for one contact; the key itself tells accounts apart."""
        await self._page(0, 1, urgent=True, on=OF_A_SIGN_IN)
        mark = fingerprint("flex", self._key)
        return Identity(mark, f"Flex Rental, {self._transport.address.host} (key {mark[:6]})")

    async def discover(self) -> ProviderSettings:
        """What this tenant's API has beyond reading, and what its new contacts are."""
        found = await described(self._transport)
        if client_type := await find_client_type(self._transport):
            found["client_type"] = client_type
        return {**found, **await self._find_ways_of_the_list()}

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """The whole list, or what changed since, where the tenant gives its list in the order of changes."""
        self.kind_info(kind)
        if since is not None and self._sorts:
            async for page in self._changes(since):
                yield page
            return
        following = await newest(self._in_order, self._map.identify, self.details) if self._sorts else None
        numbered = NumberedList(self._page, self._ids, self._first_page)
        listing = offset_pages(
            numbered.read, self._map.identify, size=self._size, ahead=_PAGES_AHEAD, resume=resume, numbered=True
        )
        async with aclosing(listing) as pages:
            async for page in pages:
                yield page if page.resume is not None else replace(page, next_since=following)
        if numbered.first_page is not None:
            self.found["first_page"] = str(numbered.first_page)

    async def _changes(self, since: Cursor) -> AsyncGenerator[Page, None]:
        listing = NumberedList(self._in_order, self._ids, self._first_page)
        try:
            async with aclosing(Changes(listing, self._map.identify, self.details, since).pages(_CHANGES)) as pages:
                async for page in pages:
                    yield page
        except OutOfOrder:
            self.found["sorts"] = "no"
            yield out_of_order()

    @property
    def _sorts(self) -> bool:
        return self._kind.incremental and self.found.get("sorts") != "no"

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The contact a payload stands for, be it of a list or a detail. Raises BadRecord."""
        record = self._map.read(payload)
        values = dict(record.values)
        for field, _, _, _, unlabelled in CHANNELS:
            if isinstance(entries := values.get(field), tuple):
                values[field] = without_default_marks(entries, unlabelled)
        fields, unreadable = record.fields, record.unreadable
        if b'"addresses"' in payload and "addresses" in (contact := msgspec.json.decode(payload)):
            unreadable = {**unreadable, **odd_parts(contact)}
            values |= {part: text for part, text in parts_of(contact).items() if part not in unreadable}
            fields = fields.union(told_parts(contact)) - unreadable.keys()
        gone = values.get("status") == "Inactive"
        return replace(record, values=values, fields=fields, deleted=gone, unreadable=unreadable)

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
        asked = {"searchText": key.email.strip(), "onlyOrganizations": "false", "size": "100"}
        answer = await self._numbered("/contact/search", 0, asked)
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
        refuse_long(values)
        unnamed = not values.keys() & {"contact_type", "name", "first_name", "last_name"}
        firm = values.get("contact_type") == COMPANY or (unnamed and bool(values.get("company")))
        values = {"company": values.get("name", ""), **values} if firm else split_name(values)
        body = {"organization": firm, **self._map.write(values)}
        if firm:
            body["name"] = body.get("company")
        for channel in CHANNELS:
            complete_entries(body, {}, *channel[1:])
        if row := new_row(values):
            body["addresses"] = [row]
        if self._client_type:
            body["resourceTypes"] = [{"id": self._client_type}]
        answer = await self._sent("POST", "/contact", body)
        made = new_id(answer)
        if made is None:
            raise answer.unusable("Flex did not say which contact it made.")
        return await read_back(self.fetch(kind, RemoteId(made)), RemoteId(made))

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Put the contact back, changed, and its address by a call of its own.

        Raises Unsupported, RemoteGone, Rejected, OutcomeUnknown.
        """
        if not self._kind.updates:
            raise Unsupported("This Flex does not describe a way to change contacts.", next=_IN_FLEX)
        refuse_unfit(patch)
        refuse_long(patch)
        before = msgspec.json.decode(current.payload)
        if "internetAddresses" not in before:
            current = await self.fetch(kind, current.id)
            before = msgspec.json.decode(current.payload)
        after: RemoteRecord | None = None
        if patch.keys() - set(ADDRESS_PARTS):
            after = await self._put(current, before, patch)
        if call := address_call(before, patch):
            await self._sent_to(current.id, *call)
            after = None
        return after or await read_back(self.fetch(kind, current.id))

    async def _put(self, current: RemoteRecord, before: dict[str, Any], patch: Patch) -> RemoteRecord | None:
        """Send what changes: the contact without its lists where they need not be sent; None where it is to be read."""
        id, whole = RemoteId(str(before["id"])), changed(before, self._map.write(patch), patch)
        path, lists = f"/contact/{quote(id, safe='')}", {name: field for field, name, *_ in CHANNELS if field in patch}
        if self._switched:
            body = {name: value for name, value in whole.items() if name not in NESTED or name in lists}
            after = self._written(await self._sent_to(id, "PUT", path, body, {SWITCH: "true"}), id)
            if not lists:
                return after
            after = after or await read_back(self.fetch(Kind.CONTACT, id))
            patch = {**patch, **{field: _with_others(field, current, patch, after) for field in lists.values()}}
            if all(same(Kind.CONTACT, field, after.values.get(field), patch[field]) for field in lists.values()):
                return after
            before = msgspec.json.decode(after.payload)
            whole = changed(before, self._map.write(patch), patch)
        # Lists that are no part of the contact alone are put back all together, as they are by now.
        await self._sent_to(id, "PUT", path, whole, {SWITCH: "false"} if self._switched else None)
        after = await read_back(self.fetch(Kind.CONTACT, id))
        return await self._without_doubles(before, after)

    async def _without_doubles(self, before: dict[str, Any], after: RemoteRecord) -> RemoteRecord | None:
        """Take away addresses that a change of the contact added once more, as has been met; None where it did."""
        added = doubled_rows(before, msgspec.json.decode(after.payload))
        if not added:
            return after
        try:
            await self._sent_to(after.id, "DELETE", f"{PATH}/{quote(after.id, safe='')}", added)
        except Unsupported as lacking:
            raise Unsupported(
                f"The change was made, but Flex added {len(added)} of the contact's addresses once more, and they "
                f"cannot be taken away from here. {lacking.why}",
                next="Delete the doubled addresses of this contact in Flex.",
            ) from None
        return None

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Mark a contact as deleted, as Flex does; one that is gone counts as deleted. Raises Unsupported."""
        if not self._kind.deletes:
            raise Unsupported("This Flex does not describe a way to delete contacts.", next=_IN_FLEX)
        await self.remove(kind, id, self._sent_to(id, "DELETE", f"/contact/{quote(id, safe='')}", None))

    async def _page(self, number: int, size: int, *, urgent: bool = False, on: Failures = OF_A_LIST) -> NumberedPage:
        return read_page(await self._numbered("/contact", number, {"size": str(size)}, urgent=urgent, on=on))

    async def _in_order(self, number: int, size: int, *, urgent: bool = False) -> NumberedPage:
        asked = {"size": str(size), "sort": ORDER}
        return read_page(await self._numbered("/contact", number, asked, urgent=urgent))

    async def _numbered(
        self, path: str, number: int, asked: Mapping[str, str], *, urgent: bool = True, on: Failures = OF_A_LIST
    ) -> Answer:
        """A page by its number; where a tenant refuses page 0, its first one is 1."""
        if number == 0 and self._no_zero:
            number = 1
        ask = partial(self._transport.request, "GET", path, urgent=urgent, on=on)
        try:
            return await ask(params={"page": str(number), **asked})
        except BadResponse as refused:
            if number or not refused.refused:
                raise
            try:
                answer = await ask(params={"page": "1", **asked})
            except ProviderError:
                raise refused from None
        self._no_zero = True
        return answer

    def _ids(self, payloads: Sequence[bytes]) -> set[str]:
        found: set[str] = set()
        for payload in payloads:
            with suppress(BadRecord):
                found.add(self._map.identify(payload))
        return found

    async def _find_ways_of_the_list(self) -> dict[str, str]:
        """How its list is sorted and counted, by one answer where that says so; each pull proves both anew."""
        try:
            page = await self._in_order(1, 1, urgent=True)
            found = {"sorts": "yes" if page.in_order else "no"}
        except ProviderError:
            page, found = None, {"sorts": "no"}
        try:
            page = page or await self._page(1, 1, urgent=True)
            if page.number in (0, 1):
                return {**found, "first_page": str(1 - page.number)}
            first = await NumberedList(partial(self._page, urgent=True), self._ids, None).find(1)
        except ProviderError:
            return found
        return found if first is None else {**found, "first_page": str(first)}

    async def _detail(self, kind: Kind, id: RemoteId, *, urgent: bool) -> RemoteRecord:
        answer = await self._transport.request("GET", f"/contact/{quote(id, safe='')}", urgent=urgent)
        answer.decode(_MEMBERS)  # what is no object at all is the answer's fault, not one record's
        return self._asked_for(self.read(kind, answer.body), id, answer)

    def _written(self, answer: Answer, id: RemoteId) -> RemoteRecord | None:
        """The contact as the answer to a write shows it; None where it does not show it whole."""
        if answer.status == 204:
            return None
        answer.decode(_MEMBERS)
        try:
            record = self.read(Kind.CONTACT, answer.body)
        except BadRecord:
            return None
        return record if record.id == id and "emails" in record.fields else None

    async def _sent_to(
        self, id: RemoteId, method: str, path: str, body: Any, params: Mapping[str, str] | None = None
    ) -> Answer:
        """Change a contact that is there. Raises Unsupported where it is, but this Flex has no such operation."""
        try:
            return await self._sent(method, path, body, params)
        except RemoteGone:
            await self.fetch(Kind.CONTACT, id)
            why = f"{_LACKING} (HTTP 404 to {method}, though the contact is there)."
            raise Unsupported(why, next=_IN_FLEX) from None
        except Unsupported as lacking:
            raise Unsupported(f"{_LACKING}: {lacking.why}", next=_IN_FLEX, detail=lacking.detail) from None

    async def _sent(self, method: str, path: str, body: Any, params: Mapping[str, str] | None = None) -> Answer:
        try:
            return await self._transport.request(method, path, params=params, json=body, on=_WRITE_FAILURES)
        except Rejected as refused:
            refused.fields = {
                row.field: refused.why for row in self._map.rows if re.split(r"[.\[|]", row.path)[0] in refused.why
            }
            if path.startswith(PATH):
                refused.fields = {"street": refused.why}
            raise


def _with_others(field: str, current: RemoteRecord, patch: Patch, now: RemoteRecord) -> Value | None:
    """A list as it is to be sent, with the rows that somebody else added since it was read."""
    sent, before, there = (rows_of(one.get(field)) for one in (patch, current.values, now.values))
    return with_lacking(now.kind, field, sent, added_rows(now.kind, field, there, (sent, before))) or None


def connect(settings: ProviderSettings, secrets: Secrets, access: Access) -> Provider:
    """The provider for one tenant. Raises UserInputError."""
    key = secrets["key"]
    transport = transport_for(access, base_url(settings), {"X-Auth-Token": key}, limits(settings), (key,))
    return Flex(transport, settings, key)


def kinds(settings: ProviderSettings) -> tuple[KindInfo, ...]:
    """What an account with these settings can do with each kind."""
    return (contact_info(with_overrides(FIELDS, settings), settings),)
