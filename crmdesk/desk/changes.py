"""Actions as change-sets: each is carried out under its name, announced, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from crmdesk.desk.reading import DeskReads
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import ChangeSet, Deed
from crmdesk.domain.signals import AccountChanged, AttentionChanged, ItemsChanged, OutboxChanged, SetsChanged, Signal
from crmdesk.store import Tx
from crmdesk.sync.announcer import Announcer

R = TypeVar("R")


class DeskChanges(DeskReads):
    """The part of the desk that writes change-sets, lists them, and announces what an action touched."""

    _announcer: Announcer

    async def changes(self, limit: int | None = 100, offset: int = 0) -> tuple[list[ChangeSet], int]:
        """Change-sets, newest first, and how many there are."""
        return await self._store.read(lambda reads: reads.sets.list(limit, offset))

    async def _act(self, deed: Deed, act: Callable[[Tx], R], ids: Sequence[int] = (), detail: str = "") -> R:
        """Carry out one action of the user in one transaction, as a change-set of that name about those items."""

        def run(tx: Tx) -> R:
            with tx.sets.recording(deed, ids, detail):
                return act(tx)

        done = await self._store.write(run)
        self._announcer.announce(SetsChanged())
        return done

    def _after(self, kind: Kind, ids: Sequence[int], account_ids: frozenset[int], *, membership: bool = False) -> None:
        """Announce an action after its commit, and let the sender begin."""
        touched = frozenset(ids)
        signals: list[Signal] = [ItemsChanged(kind, touched, membership)]
        for account_id in account_ids:
            signals += [OutboxChanged(account_id, touched), AccountChanged(account_id)]
        self._announcer.announce(*signals, AttentionChanged())
        self._engine.send_soon(sorted(account_ids))
