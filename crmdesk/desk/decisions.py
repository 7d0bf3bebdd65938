"""What the user decides: changes that wait, creates that met look-alikes, conflicts, problems."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crmdesk.desk.changes import DeskChanges
from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Deed
from crmdesk.domain.signals import AttentionChanged
from crmdesk.domain.values import Values
from crmdesk.errors import NotFound
from crmdesk.providers.contract import RemoteId, RemoteRecord
from crmdesk.store import Tx
from crmdesk.sync.connections import Connections
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions import decisions
else:
    (decisions,) = later("crmdesk.sync.actions", "decisions")  # 45 ms


class DeskDecisions(DeskChanges):
    """The part of the desk that carries out decisions."""

    _connections: Connections
    _clock: Clock

    async def cancel_entry(self, entry_id: int, *, stay_here: bool = False) -> None:
        """Withdraw a change that waits; its fields return to what the CRM has, or stay on this computer only."""

        def cancel(tx: Tx) -> tuple[int, Kind]:
            entry = tx.outbox.get(entry_id)
            decisions.cancel_entry(tx, entry, stay_here=stay_here)
            return entry.item_id, entry.kind

        item_id, kind = await self._act(Deed.CANCEL, cancel)
        self._after(kind, [item_id], frozenset())

    async def choose(self, entry_id: int, remote_id: str | None) -> None:
        """Link a parked create to one of the records it looks like, or (None) create it all the same."""

        def decide(tx: Tx) -> tuple[int, int, Kind]:
            entry = tx.outbox.get(entry_id)
            decisions.choose(tx, entry, remote_id)
            return entry.item_id, entry.account_id, entry.kind

        item_id, account_id, kind = await self._act(Deed.DECIDE, decide)
        self._after(kind, [item_id], frozenset({account_id}))

    async def candidates(self, entry_id: int) -> list[tuple[str, Values]]:
        """The records that a parked create looks like, as the CRM has them now: remote id and values."""
        entry = await self._store.read(lambda reads: reads.outbox.get(entry_id))
        account = await self._store.read(lambda reads: reads.accounts.get(entry.account_id))
        provider = await self._connections.of(account)
        found = await provider.details(entry.kind, [RemoteId(id_) for id_ in entry.candidates])
        return [(record.id, record.values) for record in found if isinstance(record, RemoteRecord)]

    async def retry_entry(self, entry_id: int) -> None:
        """Send a change again as soon as its account can."""

        def retry(tx: Tx) -> tuple[int, int, Kind]:
            entry = tx.outbox.get(entry_id)
            decisions.retry_entry(tx, entry)
            return entry.item_id, entry.account_id, entry.kind

        item_id, account_id, kind = await self._store.write(retry)
        self._after(kind, [item_id], frozenset({account_id}))

    async def resolve(self, conflict_ids: Sequence[int], how: str) -> None:
        """Decide conflicts: `mine` is sent, `theirs` is taken, `here` keeps mine on this computer only."""

        def decide(tx: Tx) -> tuple[set[int], set[int]]:
            items, accounts = set(), set()
            for conflict_id in conflict_ids:
                conflict = tx.conflicts.get(conflict_id)
                if conflict.resolved_at is not None:
                    raise NotFound(f"The conflict {conflict_id} was resolved before.")
                decisions.resolve(tx, conflict, how, self._info_of(tx), self._clock.token())
                items.add(conflict.item_id)
                accounts.add(conflict.account_id)
            return items, accounts

        items, accounts = await self._act(Deed.DECIDE, decide)
        for kind in self._store.reader().items.kinds(sorted(items)):
            self._after(kind, sorted(items), frozenset(accounts), membership=True)

    def _info_of(self, tx: Tx) -> decisions.InfoOf:
        return lambda record: self.kind_info(tx.accounts.get(record.account_id), record.kind)

    async def dismiss(self, problem_id: int) -> None:
        """Put a problem away; it stays in the history, and comes back if it happens again."""
        await self._store.write(lambda tx: tx.problems.dismiss(problem_id))
        self._announcer.announce(AttentionChanged())
