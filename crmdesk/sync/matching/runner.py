"""Keeps passes of matching going: one at a time, in slices, after what changed has been committed."""

from __future__ import annotations

from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Candidate, MatchState
from crmdesk.domain.signals import MatchesChanged
from crmdesk.domain.values import Values
from crmdesk.store import Reads, Store
from crmdesk.sync.announcer import Announcer


class Matcher:
    """One desk's matching."""

    def __init__(self, store: Store, announcer: Announcer, clock: Clock) -> None:
        self._store = store
        self._announcer = announcer
        self._clock = clock

    def wake(self) -> None:
        """Something changed: go on soon."""

    async def finish(self) -> MatchState:
        """Carry a pass to its end."""
        state = await self._store.read(lambda reads: reads.match_index.state())
        self._announcer.announce(MatchesChanged())
        return state

    def resembling(self, reads: Reads, kind: Kind, values: Values) -> list[Candidate]:
        """The items that these values may be of, surest first."""
        return []
