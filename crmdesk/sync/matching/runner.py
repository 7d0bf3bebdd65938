"""Keeps passes of matching going: one at a time, in slices, after what changed has been committed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Candidate, MatchState
from crmdesk.domain.signals import ItemsChanged, MatchesChanged, RunProgress, Signal
from crmdesk.domain.values import Values
from crmdesk.errors import DeskError
from crmdesk.store import Reads, Store
from crmdesk.sync.announcer import Announcer
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.matching import resembling, stages
else:
    resembling, stages = later("crmdesk.sync.matching", "resembling", "stages")  # 90 ms: tables of names

log = logging.getLogger(__name__)

SETTLE = 2.0  # seconds in which nothing changed, before a pass begins by itself
TELL_EVERY = 50  # slices


class Matcher:
    """One desk's matching; `start` lets passes begin by themselves."""

    def __init__(
        self, store: Store, announcer: Announcer, clock: Clock, send_soon: Callable[[Sequence[int]], None]
    ) -> None:
        self._store = store
        self._announcer = announcer
        self._clock = clock
        self._send_soon = send_soon
        self._one_at_a_time = asyncio.Lock()
        self._changed = asyncio.Event()
        self._stages: stages.Stages | None = None
        self._task: asyncio.Task[None] | None = None
        self._unsubscribe: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Begin to look at what changes, by itself."""
        if self._task is None:
            self._unsubscribe = self._announcer.subscribe(self._hear)
            self._changed.set()
            self._task = asyncio.create_task(self._keep_going(), name="matching")

    async def close(self) -> None:
        """Stop; what was under way goes on at the next start."""
        self._unsubscribe()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
            self._task = None

    def wake(self) -> None:
        """Something changed: go on soon."""
        self._changed.set()

    def _hear(self, signal: Signal) -> None:
        if isinstance(signal, ItemsChanged | RunProgress):
            self._changed.set()

    async def _keep_going(self) -> None:
        while True:
            await self._changed.wait()
            while self._changed.is_set():
                self._changed.clear()
                await self._clock.sleep(SETTLE)
            try:
                if await self._store.read(lambda reads: reads.match_index.unfinished()):
                    await self.finish()
            except DeskError as error:
                # A full disk or a locked file passes; the next change begins anew.
                log.warning("matching cannot go on at the moment: %s", error.why)

    async def finish(self) -> MatchState:
        """Carry a pass to its end, or the one that goes on."""
        async with self._one_at_a_time:
            self._stages = going = self._stages or stages.Stages()
            told = 0
            try:
                while await self._store.write(going.slice, durable=False):
                    told += 1
                    if told % TELL_EVERY == 0:
                        self._tell(going)
                        self._announcer.announce(MatchesChanged())
                    await asyncio.sleep(0)
            except BaseException:
                self._stages = None  # what it held of a transaction that was taken back is not so
                raise
            self._tell(going)
        self._announcer.announce(MatchesChanged())
        return await self._store.read(lambda reads: reads.match_index.state())

    def _tell(self, going: stages.Stages) -> None:
        """Announce what was linked as the user had said."""
        for linked in going.linked:
            for kind in linked.kinds:
                self._announcer.announce(ItemsChanged(kind, frozenset(linked.items), membership=True))
            self._send_soon(sorted(linked.accounts))
        going.linked.clear()

    def resembling(self, reads: Reads, kind: Kind, values: Values) -> list[Candidate]:
        """The items that these values may be of, surest first."""
        return resembling.resembling(reads, kind, values)
