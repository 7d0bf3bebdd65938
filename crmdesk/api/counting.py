"""What keys were used, and what is to stand in the audit: kept in memory, and in the desk within five seconds."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from crmdesk.desk import ApiKey, AuditLine, KeyUse
from crmdesk.errors import DeskError

WRITE_SECONDS = 5.0
_MOST_LINES = 2_000  # of the audit between two writes: a flood of refusals is told by its first ones

Write = Callable[[Sequence[KeyUse], Sequence[AuditLine]], Awaitable[None]]

_log = logging.getLogger(__name__)


class Counting:
    """Counts what is asked with each key."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._uses: dict[int, tuple[int, int, datetime]] = {}
        self._lines: list[AuditLine] = []

    def used(self, key: ApiKey, now: datetime, *, refused: bool) -> None:
        """Count a request; one that was refused is counted among the requests too."""
        requests, before, _ = self._uses.get(key.id, (0, 0, now))
        self._uses[key.id] = requests + 1, before + refused, now

    def tell(self, line: AuditLine) -> None:
        """Have a line in the audit."""
        if len(self._lines) < _MOST_LINES:
            self._lines.append(line)

    async def flush(self) -> None:
        """Write what was counted since the last time; what cannot be written is kept for the next."""
        uses, self._uses = self._uses, {}
        lines, self._lines = self._lines, []
        if not uses and not lines:
            return
        try:
            await self._write([KeyUse(id_, *counts) for id_, counts in uses.items()], lines)
        except DeskError as error:
            _log.warning("what the local API counted was not written yet: %s", error.why)
            self._lines = [*lines, *self._lines][:_MOST_LINES]
            for id_, (requests, refused, used_at) in uses.items():
                more = self._uses.get(id_, (0, 0, used_at))
                self._uses[id_] = requests + more[0], refused + more[1], max(used_at, more[2])

    async def keep_writing(self) -> None:
        """Write every few seconds, until cancelled."""
        while True:
            await asyncio.sleep(WRITE_SECONDS)
            await self.flush()
