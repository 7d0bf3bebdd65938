"""What changed in Flex since the last pull, by its list in the order of changes.

Seen live by others (mattjames-eng/equipment-sync-webhook): the list takes `sort=lastEditDate,desc`. Inferred: that a
tenant then sorts it; no row of a list shows the time of its change. So a tenant is believed only where its answer says
that it is sorted, and each pull holds the order against the times in the details, which it reads from the top until one
is older than the last pull. These times are local ones without a zone: in the hour that a clock is set back by, a
change may be missed until the details grow old.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b

import msgspec

from crmdesk.domain.fields import Kind
from crmdesk.errors import BadResponse
from crmdesk.providers.contract import BadRecord, Cursor, Page, RemoteId, RemoteRecord
from crmdesk.providers.flex.pages import AskPage, NumberedList
from crmdesk.providers.wire.paging import Identify

ORDER = "lastEditDate,desc"
_MOST_AT_ONCE = 16
_UNCOUNTED = -1  # no CRM has so many: the whole list is read
Details = Callable[[Kind, Sequence[RemoteId]], Awaitable[Sequence[RemoteRecord | BadRecord]]]


class _Created(msgspec.Struct, rename="camel"):
    created_date: str | None = None


_CREATED = msgspec.json.Decoder(_Created)


class OutOfOrder(BadResponse):
    """The list does not come in the order of changes, though its answer says so."""


async def newest(ask: AskPage, identify: Identify, details: Details) -> Cursor | None:
    """Where the next list of changes starts: at the last change there is. None where none can be told."""
    page = await ask(0, 1)
    if not page.payloads or not page.in_order or page.total is None:
        return None
    try:
        id = identify(page.payloads[0])
    except BadRecord:
        return None
    for record in await details(Kind.CONTACT, [id]):
        if isinstance(record, RemoteRecord) and record.version:
            return _cursor(record.version, page.total, {id})
    return None


def _cursor(moment: str, total: int | None, ids: set[RemoteId]) -> Cursor:
    """The time of the last change, the count of all records, and which were changed at that time."""
    return Cursor(f"{moment} {total} {len(ids)} {_digest(ids)}")


def _digest(ids: Iterable[RemoteId]) -> str:
    return blake2b(" ".join(sorted(ids)).encode(), digest_size=8).hexdigest()


class Changes:
    """One reading of what changed since a cursor of `newest`, or of an earlier reading."""

    def __init__(self, listing: NumberedList, identify: Identify, details: Details, since: Cursor) -> None:
        self._listing, self._identify, self._details = listing, identify, details
        self._since, counted, many, self._those = (*since.split(" "), "", "", "")[:4]
        self._counted = int(counted) if counted.isdigit() else _UNCOUNTED
        self._many = int(many) if many.isdigit() else 0
        self._read: dict[RemoteId, RemoteRecord] = {}
        self._latest: set[RemoteId] = set()  # changed at the time of the last change
        self._first = self._last = ""  # the times of the newest and of the last one read
        self._added = [0, 0]  # records made since: surely, and at most
        self._total: int | None = None
        self._over = False

    async def pages(self, size: int) -> AsyncGenerator[Page, None]:
        """The rows of what changed, with the details that told so. Raises OutOfOrder."""
        offset = 0
        while True:
            payloads, self._total = await self._listing.read(offset, size)
            if offset == 0 and await self._is_as_it_was(payloads):
                following = _cursor(self._since, self._total, set(self._ids(payloads)[: self._many]))
                yield Page((), next_since=following, everything=self._miscounted())
                return
            offset += len(payloads)
            self._over = not payloads or self._total is None or offset >= self._total
            kept = await self._newer(payloads)
            whole = {remote_id: self._read[remote_id] for remote_id in self._ids(kept) if remote_id in self._read}
            if self._over:
                following = _cursor(self._first or self._since, self._total, self._latest)
                yield Page(kept, next_since=following, everything=self._miscounted(), whole=whole)
                return
            yield Page(kept, Cursor(str(offset)), whole=whole)

    async def _is_as_it_was(self, payloads: Sequence[bytes]) -> bool:
        """Whether those changed last are the same as the last time, and what follows them is older."""
        ids = self._ids(payloads)
        if not 0 < self._many <= len(ids) or _digest(ids[: self._many]) != self._those:
            return False
        times = [record.version for record in await self._whole([ids[0], *ids[self._many : self._many + 1]])]
        return times[:1] == [self._since] and all(str(time) < self._since for time in times[1:])

    async def _newer(self, payloads: Sequence[bytes]) -> list[bytes]:
        kept: list[bytes] = []
        for rows in _growing(payloads):
            await self._whole(self._ids(rows))
            for row in rows:
                (remote_id,) = self._ids([row]) or (None,)
                record = self._read.get(remote_id) if remote_id is not None else None
                if record is not None and self._is_old(record):
                    self._over = True
                    return kept
                kept.append(row)
        return kept

    async def _whole(self, ids: Sequence[RemoteId]) -> list[RemoteRecord]:
        lacking = [remote_id for remote_id in ids if remote_id not in self._read]
        found = await self._details(Kind.CONTACT, lacking) if lacking else ()
        self._read |= {one.id: one for one in found if isinstance(one, RemoteRecord)}
        return [self._read[remote_id] for remote_id in ids if remote_id in self._read]

    def _ids(self, payloads: Sequence[bytes]) -> list[RemoteId]:
        found = []
        for payload in payloads:
            with suppress(BadRecord):
                found.append(self._identify(payload))
        return found

    def _is_old(self, record: RemoteRecord) -> bool:
        """Whether a record, and so all that follow, was changed before the last pull."""
        told = str(record.version or "")
        if not told:
            return False
        shrunk = self._total is not None and self._total < self._counted  # the one that was changed last may have gone
        if (self._last and told > self._last) or (not self._first and told < self._since and not shrunk):
            raise OutOfOrder("Flex says that its list is in the order of changes, but it is not.")
        self._first, self._last = self._first or told, told
        if told == self._first:
            self._latest.add(record.id)
        created = _CREATED.decode(record.payload).created_date or ""
        self._added[0] += created > self._since
        self._added[1] += created >= self._since
        return told < self._since

    def _miscounted(self) -> int | None:
        """The count, where records have gone that no list of changes shows; None where it is as it should be."""
        least, most = (self._counted + added for added in self._added)
        return None if self._total is not None and least <= self._total <= most else self._total


def _growing(rows: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    """The rows in parts: two, since mostly the second is old already, then twice as many each time."""
    start, many = 0, 2
    while start < len(rows):
        yield rows[start : start + many]
        start, many = start + many, min(2 * many, _MOST_AT_ONCE)


def out_of_order() -> Page:
    """What is told where the order cannot be believed: that the whole list is to be read."""
    return Page((), everything=_UNCOUNTED)
