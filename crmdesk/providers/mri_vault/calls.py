"""How MRI Vault's v1.3 is called: numbered pages with a count, what changed since, and the stream of events.

Source: the vendor's description of API v1.3. Times there have whole seconds; a list sorted by change moves under the
reader whenever somebody changes a record.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec

from crmdesk.errors import BadResponse, NotAllowed, RemoteGone
from crmdesk.providers.contract import BadRecord, Cursor, Page
from crmdesk.providers.wire.answer import UNREADABLE, Answer, received
from crmdesk.providers.wire.failures import OF_A_LACKING_LIST, OF_A_LIST, Failures
from crmdesk.providers.wire.paging import Identify, cursor_pages, offset_pages
from crmdesk.providers.wire.transport import Transport

OVERLAP = timedelta(minutes=2)  # what a clock or a slow commit there may hide is read again
_SECOND = timedelta(seconds=1)
_MOST_PAGES = 10_000  # of what is read whole before it is used


class _Envelope(msgspec.Struct, rename="camel"):
    items: list[msgspec.Raw] | None = None
    total_items: int | None = None
    total_pages: int | None = None
    urls: Any = None


class _Objects(_Envelope, rename="camel"):
    items: list[dict[str, Any]] | None = None  # type: ignore[assignment] # the same list, read whole


class _Event(msgspec.Struct):
    type: str = ""
    action: str = ""
    data: Any = None


class _Stream(msgspec.Struct):
    items: list[_Event] | None = None
    urls: Any = None


class _Changed(msgspec.Struct):
    modified: str | None = None


_LISTS = msgspec.json.Decoder(_Envelope)
_WHOLE = msgspec.json.Decoder(_Objects)
_STREAM = msgspec.json.Decoder(_Stream)
_CHANGED = msgspec.json.Decoder(_Changed)
_OBJECT = msgspec.json.Decoder(dict[str, Any])


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a list as it came: its payloads, the whole count, whether more follow, and that server's time."""

    payloads: Sequence[bytes]
    total: int | None
    more: bool
    at: datetime | None


@dataclass(slots=True)
class Happenings:
    """What the stream of events tells of one type: ids that were deleted, and survivors of merges."""

    deleted: set[str] = field(default_factory=set)
    merged: set[str] = field(default_factory=set)


class Calls:
    """The calls of one account."""

    def __init__(self, transport: Transport, size: int) -> None:
        self.transport = transport
        self._size = size

    async def sheet(
        self,
        path: str,
        number: int,
        size: int,
        asked: Mapping[str, str] | None = None,
        *,
        urgent: bool = False,
        on: Failures = OF_A_LIST,
    ) -> Sheet:
        """Read one page. Raises NotAllowed where the list is refused."""
        params = {"page": str(number), "pagesize": str(size), **(asked or {})}
        answer = await self.transport.request("GET", path, params=params, urgent=urgent, on=on)
        envelope = answer.decode(_LISTS)
        if envelope.items is None:
            raise answer.unusable("MRI Vault answered without a list.")
        pages = envelope.total_pages
        # The account-wide lists of deals tell no counts: there only the link to the next page does.
        following = envelope.urls.get("next") if isinstance(envelope.urls, dict) else None
        more = number < pages if pages is not None else bool(following)
        return Sheet(received(envelope.items), envelope.total_items, more, _server_time(answer))

    async def everything(
        self, path: str, asked: Mapping[str, str] | None = None, *, urgent: bool = False
    ) -> list[dict[str, Any]]:
        """A short list whole; empty where there is no such list. Raises NotAllowed where the token may not see it."""
        try:
            return (await self.counted(path, asked, urgent=urgent, on={}))[0]
        except RemoteGone:
            return []

    async def counted(
        self,
        path: str,
        asked: Mapping[str, str] | None = None,
        *,
        urgent: bool = False,
        on: Failures = OF_A_LACKING_LIST,
    ) -> tuple[list[dict[str, Any]], int]:
        """The same, and how many records it did not show: of MRI Vault's own count, without an id, or shown twice.

        Raises NotAllowed where the agency has no such list: that is no list of nothing.
        """
        found: list[dict[str, Any]] = []
        for number in range(1, _MOST_PAGES):
            params = {"page": str(number), "pagesize": str(self._size), **(asked or {})}
            answer = await self.transport.request("GET", path, params=params, urgent=urgent, on=on)
            envelope = answer.decode(_WHOLE)
            if envelope.items is None:
                raise answer.unusable("MRI Vault answered without a list.")
            found += envelope.items
            pages = envelope.total_pages
            following = envelope.urls.get("next") if isinstance(envelope.urls, dict) else None
            if not envelope.items or not (number < pages if pages is not None else following):
                seen = {one["id"] for one in found if isinstance(one.get("id"), int | str)}
                return found, max(len(found), envelope.total_items or 0) - len(seen)
        raise BadResponse(f"The list {path} has no end.")

    async def if_allowed(self, path: str, *, urgent: bool = False) -> list[dict[str, Any]] | None:
        """A short list whole; None where the token may not see it, so that nothing is known of it."""
        try:
            return await self.everything(path, urgent=urgent)
        except NotAllowed:
            return None

    async def one(self, path: str, *, urgent: bool = True) -> bytes:
        """Read one record. Raises RemoteGone."""
        return _record(await self.transport.request("GET", path, urgent=urgent))

    async def send(self, method: str, path: str, body: Any) -> bytes:
        """Write, and give what was answered. Raises Rejected, RemoteGone, OutcomeUnknown."""
        return (await self.transport.request(method, path, json=body)).body

    async def written(self, method: str, path: str, body: Any) -> bytes:
        """Write, and give the record that was answered. Raises Rejected, RemoteGone, OutcomeUnknown."""
        return _record(await self.transport.request(method, path, json=body))

    async def whole(
        self, path: str, identify: Identify, resume: Cursor | None, sort: str = "inserted"
    ) -> AsyncGenerator[Page, None]:
        """A list in the order in which its records were entered, or another, several pages in flight at once.

        The last page says from when on the next pull is to ask for changes: from before this one began.
        """
        began: datetime | None = None

        async def read(offset: int, limit: int) -> tuple[Sequence[bytes], int | None]:
            nonlocal began
            asked = {"sort": sort, "sortOrder": "asc"}
            # Contacts and properties are there wherever the address is right.
            on = OF_A_LIST if sort == "inserted" else OF_A_LACKING_LIST
            sheet = await self.sheet(path, offset // limit + 1, limit, asked, on=on)
            began = began or sheet.at
            return sheet.payloads, sheet.total

        ahead = self.transport.limits.concurrent
        listing = offset_pages(read, identify, size=self._size, ahead=ahead, resume=resume, numbered=True)
        async with aclosing(listing) as pages:
            async for page in pages:
                # A list that is gone on with was begun at a time that nobody remembers.
                if page.resume is None and began is not None and resume is None:
                    page = replace(page, next_since=_text(began - OVERLAP))
                yield page

    async def changed(
        self, path: str, identify: Identify, since: Cursor, resume: Cursor | None
    ) -> AsyncGenerator[Page, None]:
        """What changed since then, oldest change first: each page asks anew from the last change that was seen.

        A numbered page would be wrong by the time it is asked for: whatever changes meanwhile leaves its place, and all
        behind it move up. Numbers lead on only within one second; where such a stretch moved, the next pull reads it
        again.
        """
        began: datetime | None = None
        count: int | None = None
        stretch: tuple[str, set[str]] = ("", set())  # what was met since the same moment, by numbers
        moved = ""

        async def read(cursor: Cursor | None) -> Page:
            nonlocal began, count, stretch, moved
            start, _, number = (cursor or f"{since}#1").partition("#")
            asked = {"modifiedSince": start, "sort": "modified", "sortOrder": "asc"}
            sheet = await self.sheet(path, int(number or 1), self._size, asked)
            began = began or sheet.at
            count = sheet.total if count is None else count
            ids = _ids(sheet.payloads, identify)
            if stretch[0] == start and stretch[1] & ids:
                moved = moved or start
            stretch = (start, stretch[1] | ids if stretch[0] == start else ids)
            if sheet.more and sheet.payloads:
                return Page(sheet.payloads, _further(sheet.payloads, start, int(number or 1)), count)
            following = Cursor(moved) if moved else _text(began - OVERLAP) if began else None
            return Page(sheet.payloads, None, count, following)

        async with aclosing(cursor_pages(read, identify, resume)) as pages:
            async for page in pages:
                yield page

    async def happenings(self, since: str, type_: str) -> Happenings:
        """What the event stream tells of contacts or properties since then; it remembers 30 days."""
        found, cursor, met = Happenings(), "", set[str]()
        while cursor not in met:
            met.add(cursor)
            asked = {"eventsSince": since} | ({"cursor": cursor} if cursor else {})
            try:
                answer = await self.transport.request(
                    "GET", "/eventStream", params=asked, urgent=False, on=OF_A_LACKING_LIST
                )
            except (RemoteGone, NotAllowed):
                return found  # not open to this token: the weekly full scan finds what is gone
            stream = answer.decode(_STREAM)
            for event in stream.items or ():
                _note(found, event, type_)
            cursor = _cursor_of(stream.urls)
            if not cursor:
                return found
        raise BadResponse("The stream of events leads back to itself, so its end cannot be found.")


def _note(found: Happenings, event: _Event, type_: str) -> None:
    id_ = event.data.get("id") if isinstance(event.data, dict) else None
    if event.type.lower() != type_ or isinstance(id_, bool) or not isinstance(id_, int | str):
        return
    action = event.action.lower()
    if action.startswith("merge"):
        found.merged.add(str(id_))
    elif action.startswith(("delete", "remove")):
        found.deleted.add(str(id_))


def _cursor_of(urls: Any) -> str:
    following = urls.get("next") if isinstance(urls, dict) else None
    if not isinstance(following, str) or not following:
        return ""
    return next(iter(parse_qs(urlsplit(following).query).get("cursor", [])), "")


def _further(payloads: Sequence[bytes], start: str, number: int) -> Cursor:
    first, last = _changed_at(payloads[0]), _changed_at(payloads[-1])
    if first is None or last is None or first >= last - _SECOND:
        return Cursor(f"{start}#{number + 1}")  # all in one second: only the numbers lead on
    return Cursor(f"{_text(last - _SECOND)}#1")


def _ids(payloads: Sequence[bytes], identify: Identify) -> set[str]:
    found: set[str] = set()
    for payload in payloads:
        with suppress(BadRecord):
            found.add(identify(payload))
    return found


def _changed_at(payload: bytes) -> datetime | None:
    try:
        moment = datetime.fromisoformat(_CHANGED.decode(payload).modified or "")
    except (*UNREADABLE, ValueError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _server_time(answer: Answer) -> datetime | None:
    try:
        return parsedate_to_datetime(answer.headers.get("date", "")).astimezone(UTC)
    except (TypeError, ValueError):
        return None


def _text(moment: datetime) -> Cursor:
    return Cursor(moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00"))


def _record(answer: Answer) -> bytes:
    """The body, where it is a record: errors may come with status 200 as `{"success": false}`."""
    document = answer.decode(_OBJECT)
    if "id" not in document:
        raise answer.unusable(f"MRI Vault answered without a record: {answer.message()}".rstrip(": "))
    return answer.body
