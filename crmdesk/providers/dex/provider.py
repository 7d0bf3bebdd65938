"""Dex (getdex.com), its current API v1.

Where a fact is from, and how well it is known: paths, envelopes and names of the list are described by the vendor
(getdex.com/docs/api-reference/reference) and seen live by others; `DELETE` by id, the names in which emails and phones
are sent, the conditions of `where`, the search and `GET /v1/users/me` stand in a client that others run
(byndcloud/unofficial-dex-mcp); what a `where` on `updated_at` is answered with is not recorded anywhere, and found out
at each sign-in. The answers to create, update and read-one are not documented: see `answers`.
"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, suppress
from typing import Any, ClassVar

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.names import split_name
from crmdesk.domain.notation.normal import same
from crmdesk.domain.values import Patch, Value, Values, texts
from crmdesk.errors import (
    AuthRequired,
    BadResponse,
    NotAllowed,
    ProviderError,
    Rejected,
    RemoteGone,
    Unsupported,
)
from crmdesk.providers.contract import Cursor, Identity, LookupKey, Page, RemoteId, RemoteRecord
from crmdesk.providers.dex.answers import data_of, listed, records_in
from crmdesk.providers.dex.entries import LISTS, keep_html, keep_members
from crmdesk.providers.dex.info import INFO, LIST_NAMES, contact_info, page_size, v1_rows
from crmdesk.providers.dex.tags import change_tags, without_tags
from crmdesk.providers.http_provider import OverTransport, fingerprint
from crmdesk.providers.info import ProviderInfo, ProviderSettings
from crmdesk.providers.mapping.record_map import RecordMap
from crmdesk.providers.wire.answer import Answer
from crmdesk.providers.wire.failures import OF_A_LIST, Failures
from crmdesk.providers.wire.paging import cursor_pages
from crmdesk.providers.wire.read_back import path_id, read_back, readable
from crmdesk.providers.wire.server_time import asked_at
from crmdesk.providers.wire.transport import Transport

_ABSENT: Failures = {404: RemoteGone, 405: RemoteGone}  # of a path that not every account's API has
_FAR = "9999-01-01T00:00:00.000Z"


class Dex(OverTransport):
    """Dex v1 for one account."""

    info: ClassVar[ProviderInfo] = INFO

    def __init__(self, transport: Transport, settings: ProviderSettings, key: str) -> None:
        super().__init__(transport)
        self._key = key
        self._size = page_size(settings)
        self._follow(settings)

    def _follow(self, settings: ProviderSettings) -> None:
        self._settings = settings
        rows = v1_rows(settings)
        records = RecordMap(Kind.CONTACT, rows, version="updated_at", archived="is_archived", known=("created_at",))
        self._hold((contact_info(rows, settings), records))

    def _learn(self, **found: str) -> None:
        self.found.update(found)
        self._follow({**self._settings, **found})

    async def whoami(self) -> Identity:
        """Ask whose key it is; where an account's API does not say so, the key itself tells accounts apart."""
        try:
            answer = await self._transport.request("GET", "/v1/users/me", on=_ABSENT)
            return _named(data_of(answer)) or identity_of(self._key)
        except RemoteGone:
            return await self._whoami_by_list()
        except (AuthRequired, NotAllowed) as refused:
            raise self._refusal(refused) from None

    async def _whoami_by_list(self) -> Identity:
        try:
            listed(await self._transport.request("GET", "/v1/contacts", params={"take": "1"}, on=OF_A_LIST))
        except (AuthRequired, NotAllowed) as refused:
            raise self._refusal(refused) from None
        return identity_of(self._key)

    def _refusal(self, refused: AuthRequired | NotAllowed) -> AuthRequired:
        """What a refused sign-in means: 403 is told for a plan without the API, as the vendor's own guide says."""
        if isinstance(refused, NotAllowed):
            why = "Dex does not let this account use its API, which needs the Professional plan."
            next_ = "Look at the plan in Dex, under Settings; then reconnect the account."
            return AuthRequired(why, next=next_, detail=refused.detail)
        if self._key.startswith("dex_"):
            return refused
        hint = "Keys of Dex's current API begin with dex_; an older key needs the setting api=legacy."
        return AuthRequired(refused.why, next=hint, detail=refused.detail)

    async def discover(self) -> ProviderSettings:
        """Under which names this account's API shows emails and phones, and whether it tells what changed."""
        changes = await self._tells_changes()
        answer = await self._transport.request("GET", "/v1/contacts", params={"take": "10"}, on=OF_A_LIST)
        shown = {name for one in listed(answer)[0] for name in _names_in(one)}
        names = next((way for way, pair in LIST_NAMES.items() if shown & set(pair.values())), None)
        known = self._settings.get("list_names")  # a write may have shown more than any reading does
        tags = {"tags": "yes" if "tags" in shown else "no"} if shown else {}
        return {"changes": changes, **tags} | ({"list_names": names} if names and not known else {})

    async def _tells_changes(self) -> str:
        """Whether the list of what changed since a time to come is empty; others know no such list, or give all."""
        body = {"take": 1, "where": {"has_updated_at": {"gte": _FAR}}}
        try:
            asked = self._transport.request("POST", "/v1/contacts/filter", json=body, safe=True, on=_ABSENT)
            return "no" if listed(await asked)[0] else "yes"
        except (RemoteGone, Rejected):
            return "no"

    async def pages(self, kind: Kind, since: Cursor | None, resume: Cursor | None = None) -> AsyncGenerator[Page, None]:
        """The whole list, or what changed since, where the account's API tells that.

        Where it turns out not to, all is told, and the next pull knows.
        """
        changes = since if self.kind_info(kind).incremental else None
        seen, total = 0, None
        began: Cursor | None = None

        async def read(cursor: Cursor | None) -> Page:
            nonlocal changes, seen, total, began
            answer = await self._changed(changes, cursor) if changes else None
            if answer is None:
                changes = None
                answer = await self._listing(cursor)
            began = began or asked_at(answer)
            payloads, following, count = listed(answer)
            if following is None and "changes" not in self._settings:
                with suppress(ProviderError):  # one connected by an earlier version; what fails is asked again
                    self._learn(changes=await self._tells_changes())
            seen += len(payloads)
            again = began if self._kind.incremental and following is None and resume is None else None
            if changes:
                everything = await self._count() if following is None else None
                return Page(payloads, following, None, again, everything)
            # `count` is undocumented: as large as the page it may be the page's own.
            if count is not None and count > len(payloads):
                total = count
            elif total is None or (following is None and seen != total):
                total = await self._count()
            return Page(payloads, following, total, again)

        async with aclosing(cursor_pages(read, self._map.identify, resume)) as pages:
            async for page in pages:
                yield page

    async def _listing(self, cursor: Cursor | None) -> Answer:
        params = {"take": str(self._size)} | ({"cursor": cursor} if cursor else {})
        return await self._transport.request("GET", "/v1/contacts", params=params, urgent=False, on=OF_A_LIST)

    async def _changed(self, since: Cursor, cursor: Cursor | None) -> Answer | None:
        """A page of what changed since; None where the account's API no longer takes the question."""
        body = {"take": self._size, "where": {"has_updated_at": {"gte": since}}} | (
            {"cursor": cursor} if cursor else {}
        )
        try:
            return await self._transport.request(
                "POST", "/v1/contacts/filter", json=body, safe=True, urgent=False, on=_ABSENT
            )
        except (RemoteGone, Rejected) as refused:
            if isinstance(refused, NotAllowed):
                raise
            if cursor is not None:
                raise BadResponse(refused.why, detail=refused.detail) from None
            self._learn(changes="no")
            return None

    def read(self, kind: Kind, payload: bytes) -> RemoteRecord:
        """The contact a payload stands for. Raises BadRecord."""
        return self._map.read(payload)

    async def fetch(self, kind: Kind, id: RemoteId) -> RemoteRecord:
        """Read one contact whole. Raises RemoteGone."""
        answer = await self._transport.request("GET", f"/v1/contacts/{path_id(id)}")
        found = records_in(answer)
        if not found:
            raise RemoteGone("Dex has no contact with this id.", detail=answer.sample())
        return self._asked_for(self._map.read(found[0]), id, answer)

    async def find(self, kind: Kind, key: LookupKey) -> Sequence[RemoteRecord]:
        """Contacts with the first email address, by the route for addresses, else by the search."""
        if key.email is None:
            return ()
        try:
            answer = await self._transport.request(
                "POST", "/v1/contacts/by-emails", json={"emails": [key.email]}, safe=True, on=_ABSENT
            )
            return readable(self._map, records_in(answer))
        except RemoteGone as absent:
            wanted = key.email.strip().casefold()
            try:
                found = await self._searched(kind, key.email)
            except RemoteGone:
                raise BadResponse(absent.why, detail=absent.detail) from None
        return [one for one in found if wanted in map(str.casefold, texts(one.values.get("emails")))]

    async def _searched(self, kind: Kind, text: str) -> list[RemoteRecord]:
        params = {"searchQuery": text, "take": "50"}
        answer = await self._transport.request("GET", "/v1/search/contacts", params=params, on=_ABSENT)
        return await self.looked_up(kind, [self._map.identify(one) for one in records_in(answer)])

    async def create(self, kind: Kind, values: Values, *, key: str) -> RemoteRecord:
        """Create a contact. Raises Rejected, OutcomeUnknown."""
        self.kind_info(kind)
        values = split_name(values)
        contact = without_tags(self._map.write(values))
        answer = await self._transport.request("POST", "/v1/contacts/", json={"contacts": [contact]})
        made = self._written(answer)
        if made is None:
            made = await read_back(self._created(values))
        elif not values.keys() & self._map_fields() <= made.fields:
            made = await read_back(self.fetch(kind, made.id), made.id)
        made = await self._with_lists(made, {}, values, made)
        with suppress(ProviderError):  # the contact is made: the engine sees that its tags are not there
            return await self._with_tags(made, values, made)
        return made

    async def update(self, kind: Kind, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        """Send the changed fields alone. Raises RemoteGone, Rejected, OutcomeUnknown."""
        if not self._map.write(patch):
            return await self.fetch(kind, current.id)
        try:
            after = await self._put(self._map, current, patch)
        except Rejected as refused:
            ours = LIST_NAMES[self._names]
            if isinstance(refused, NotAllowed) or not any(ours[field] in refused.why for field in patch.keys() & ours):
                raise
            other = self._other()
            try:
                after = await self._put(RecordMap(Kind.CONTACT, v1_rows(other)), current, patch)
            except Rejected:
                raise refused from None
            self._learn(list_names=other["list_names"])
            return after
        return await self._with_tags(current, patch, await self._with_lists(current, current.values, patch, after))

    async def _with_tags(self, current: RemoteRecord, wanted: Patch, after: RemoteRecord) -> RemoteRecord:
        """The contact with its tags changed, which have calls of their own. Raises Rejected, OutcomeUnknown."""
        if "tags" not in wanted or not self._kind.writable("tags"):
            return after
        try:
            await change_tags(self._transport, current, texts(wanted["tags"]))
        except (Rejected, RemoteGone) as refused:
            raise Rejected(refused.why, fields={"tags": refused.why}, detail=refused.detail) from None
        return await read_back(self.fetch(current.kind, current.id))

    async def _put(self, written: RecordMap, current: RemoteRecord, patch: Patch) -> RemoteRecord:
        data = without_tags(written.write(patch))
        keep_members(data, current, written.rows)
        keep_html(data, current, written.rows, patch)
        if not data:
            return current
        answer = await self._transport.request("PUT", f"/v1/contacts/{path_id(current.id)}", json=data)
        changed = self._written(answer)
        if changed is not None and changed.id == current.id and current.fields <= changed.fields:
            return changed
        return await read_back(self.fetch(current.kind, current.id))

    async def _with_lists(
        self, current: RemoteRecord, before: Values, wanted: Patch, after: RemoteRecord
    ) -> RemoteRecord:
        """The contact after a write; emails and phones that were left as they were are sent once more, otherwise named.

        What came of the write stands whatever comes of that: the engine sees which values are not there.
        """
        left = {
            field: wanted[field]
            for field in LISTS
            if field in wanted
            and same(Kind.CONTACT, field, after.values.get(field), before.get(field))
            and not same(Kind.CONTACT, field, after.values.get(field), wanted[field])
        }
        if not left or not all(self._kind.writable(field) for field in left):
            return after
        other = self._other()
        try:
            again = await self._put(RecordMap(Kind.CONTACT, v1_rows(other)), current, left)
        except ProviderError:
            return after
        if any(not same(Kind.CONTACT, field, again.values.get(field), before.get(field)) for field in left):
            self._learn(list_names=other["list_names"])
        return again

    @property
    def _names(self) -> str:
        return self._settings.get("list_names") or next(iter(LIST_NAMES))

    def _other(self) -> ProviderSettings:
        return {**self._settings, "list_names": next(way for way in LIST_NAMES if way != self._names)}

    async def delete(self, kind: Kind, id: RemoteId) -> None:
        """Delete a contact by its id; where there is no such call, by the one for many.

        A 404 may mean either: the contact is read before it counts as gone. Raises Unsupported where neither call is
        there, OutcomeUnknown where it still shows.
        """
        by_id = self._transport.request("DELETE", f"/v1/contacts/{path_id(id)}", on={405: RemoteGone})
        with suppress(Unsupported):
            await self.remove(kind, id, by_id)
            return
        # The ids go into the query and the body, since both ways are described somewhere.
        many: dict[str, Any] = {"params": {"contactIds": id}, "json": {"contactIds": [id]}}
        await self.remove(kind, id, self._transport.request("DELETE", "/v1/contacts", **many, on={405: RemoteGone}))

    def _written(self, answer: Answer) -> RemoteRecord | None:
        found = readable(self._map, records_in(answer))
        return found[0] if len(found) == 1 else None

    async def _created(self, values: Values) -> RemoteRecord:
        """The contact just made, where Dex did not say which: the newest with that email, else with those names."""
        names = {name: values[name] for name in ("first_name", "last_name") if name in values}
        found: Sequence[RemoteRecord] = ()
        if texts(values.get("emails")):
            found = await self.find(Kind.CONTACT, LookupKey({"emails": values["emails"]}))
        if not found and names:
            body = {"where": {"has_name": " ".join(map(str, names.values()))}, "take": 100}
            answer = await self._transport.request("POST", "/v1/contacts/filter", json=body, safe=True)
            named = readable(self._map, listed(answer)[0])
            found = [one for one in named if names.items() <= one.values.items()]
        if not found:
            raise RemoteGone("Dex did not say which contact it made.")
        return max(found, key=_made_at)

    async def _count(self) -> int | None:
        """How many contacts Dex counts; None where it does not say so in a form that is known."""
        try:
            data = data_of(await self._transport.request("GET", "/v1/contacts/count", urgent=False))
        except (BadResponse, RemoteGone, Rejected):
            return None
        count = data.get("count") if isinstance(data, dict) else data
        return count if isinstance(count, int) and not isinstance(count, bool) else None

    def _map_fields(self) -> set[str]:
        return {row.field for row in self._map.rows if row.writable}


def _named(data: Any) -> Identity | None:
    """Who a profile is about; None where it has no id."""
    inner = data.get("user") if isinstance(data, dict) else None
    profile = inner if isinstance(inner, dict) else data if isinstance(data, dict) else {}
    known = profile.get("id") or profile.get("email")
    if not isinstance(known, str | int) or isinstance(known, bool):
        return None
    mark = hashlib.sha256(f"crmdesk dex user {known}".encode()).hexdigest()
    parts = [profile.get(name) for name in ("first_name", "last_name")]
    whole = " ".join(part for part in parts if isinstance(part, str) and part)
    named = next((text for text in (profile.get("full_name"), profile.get("name"), whole) if isinstance(text, str)), "")
    email = profile.get("email")
    told = email if isinstance(email, str) and email.strip() else ""
    shown = f"{named} ({told})" if named and told else named or told
    return Identity(mark[:24], shown or f"Dex (user {mark[:6]})")


def identity_of(key: str) -> Identity:
    """The identity that a key stands for, which does not give the key away."""
    mark = fingerprint("dex", key)
    return Identity(mark, f"Dex (key {mark[:6]})")


def _names_in(payload: bytes) -> set[str]:
    document = msgspec.json.decode(payload)
    members = document.items() if isinstance(document, dict) else ()
    return {name for name, value in members if value or name == "tags"}


def _made_at(record: RemoteRecord) -> str:
    made: Value | None = msgspec.json.decode(record.payload).get("created_at")
    return str(made or "")
