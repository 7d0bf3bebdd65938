"""The CRM API's contacts, and the events of v1.0, as one list: the server shows those of one status at a time."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence

Ask = Callable[[str, int, int], Coroutine[None, None, tuple[list[bytes], int]]]
"""The records of a status from an offset on, at most so many, and how many that status has."""


class EveryStatus:
    """The lists of all statuses, one after the other, addressed by offsets as if they were one."""

    def __init__(self, statuses: Sequence[str], ask: Ask) -> None:
        self._statuses, self._ask = statuses, ask
        self._told: tuple[int, ...] = ()  # how long each list is, as the server counts
        self._met: dict[str, int] = {}  # how long a list is at least that gave more than that

    async def read(self, offset: int, limit: int) -> tuple[Sequence[bytes], int | None]:
        """A page of the whole, and the whole's count; None where a list is no longer as long as it was.

        Where a list ends within the page, one more is asked for: a list that gives it is longer than the server counts.
        """
        if offset == 0:
            return await self._begin(limit)
        if not self._told:
            await self._begin(0)
        payloads: list[bytes] = []
        start, still = 0, True
        for status, told, end in zip(self._statuses, self._told, self._ends, strict=True):
            first, last = max(0, offset - start), min(end, offset + limit - start)
            if first < last:
                found, now = await self._ask(status, first, last - first + (last == end and last - first < limit))
                payloads += found[: last - first]
                if len(found) > last - first:
                    self._met[status], still = first + len(found), False
                still = still and now == told
            start += end
        return payloads, start if still else None

    @property
    def _ends(self) -> list[int]:
        return [max(told, self._met.get(status, 0)) for status, told in zip(self._statuses, self._told, strict=True)]

    async def _begin(self, limit: int) -> tuple[Sequence[bytes], int]:
        """The first page, and how long each list is."""
        payloads: list[bytes] = []
        counts = []
        for status in self._statuses:
            room = limit - len(payloads)
            found, count = await self._ask(status, 0, max(1, room))
            payloads += found[: max(0, room)]
            counts.append(count)
            if room > 0 and len(found) > count:
                self._met[status] = max(self._met.get(status, 0), len(found))
        self._told = tuple(counts)
        return payloads, sum(self._ends)
