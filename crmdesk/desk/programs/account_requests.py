"""What other programs ask of accounts, beside what the window asks."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime

from crmdesk.desk.accounts import DeskAccounts
from crmdesk.domain.reports import Run
from crmdesk.providers.registry import api_of

log = logging.getLogger(__name__)


class DeskConnecting(DeskAccounts):
    """The part of the desk that connects and syncs accounts for other programs."""

    _begun: set[asyncio.Task[list[Run]]]

    def usual_api(self, provider: str) -> str:
        """The variant of a provider that an account is of where none is named."""
        return api_of(provider, {})

    def free_name(self, title: str) -> str:
        """A name for a new account: that title, with a number where it is taken."""
        taken = {name.casefold() for name in self.account_names().values()}
        number = 1
        name = title
        while name.casefold() in taken:
            number += 1
            name = f"{title} {number}"
        return name

    async def first_run_of(self, account_id: int) -> datetime | None:
        """When an account was first synced, None before that."""
        runs, total = await self._store.read(lambda reads: reads.runs.list(account_id, 1))
        if total > 1:
            runs, _ = await self._store.read(lambda reads: reads.runs.list(account_id, 1, total - 1))
        return runs[0].started_at if runs else None

    async def begin_sync(self, account_ids: Sequence[int] | None) -> None:
        """Begin to sync accounts, None all of them, and wait for nothing."""
        begun = asyncio.create_task(self.sync(account_ids), name="sync for others")
        self._begun.add(begun)
        begun.add_done_callback(self._ended)

    def _ended(self, begun: asyncio.Task[list[Run]]) -> None:
        self._begun.discard(begun)
        if not begun.cancelled() and (error := begun.exception()) is not None:
            log.warning("a sync that was begun for another program failed: %s", error)
