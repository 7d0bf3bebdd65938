"""The CRM API's contacts as one list: its server shows those of one status at a time."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence

from crmdesk.providers.crm_api.info import STATUSES

Ask = Callable[[str, int, int], Coroutine[None, None, tuple[list[bytes], int]]]
"""The contacts of a status from an offset on, at most so many, and how many that status has."""


class EveryStatus:
    """The lists of all statuses, one after the other, addressed by offsets as if they were one."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._counts: tuple[int, ...] = ()

    async def read(self, offset: int, limit: int) -> tuple[Sequence[bytes], int | None]:
        """A page of the whole, and the whole's count; None where a list is no longer as long as it was."""
        if offset == 0:
            return await self._begin(limit)
        if not self._counts:
            await self._begin(0)
        payloads: list[bytes] = []
        start, still = 0, True
        for status, count in zip(STATUSES, self._counts, strict=True):
            first, last = max(0, offset - start), min(count, offset + limit - start)
            if first < last:
                found, now = await self._ask(status, first, last - first)
                payloads += found
                still = still and now == count
            start += count
        return payloads, sum(self._counts) if still else None

    async def _begin(self, limit: int) -> tuple[Sequence[bytes], int]:
        """The first page, and how long each list is."""
        payloads: list[bytes] = []
        counts = []
        for status in STATUSES:
            room = limit - len(payloads)
            found, count = await self._ask(status, 0, max(1, room))
            payloads += found[: max(0, room)]
            counts.append(count)
        self._counts = tuple(counts)
        return payloads, sum(counts)
