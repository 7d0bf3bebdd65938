"""Who may be the same: suggestions as the last pass left them, the answers to them, and passes by hand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Candidate, Decision, Identity, Linked, MatchState, Suggestion, Tier
from crmdesk.domain.reports import Deed
from crmdesk.domain.signals import AttentionChanged, ItemsChanged, MatchesChanged, SetsChanged, Signal
from crmdesk.domain.values import Values
from crmdesk.store import Store, Tx
from crmdesk.sync.announcer import Announcer
from crmdesk.sync.matching.runner import Matcher
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions import matching
else:
    (matching,) = later("crmdesk.sync.actions", "matching")  # 6 ms


class DeskMatches:
    """The part of the desk that says who may be the same, and keeps what the user says to it."""

    def __init__(
        self, store: Store, announcer: Announcer, matcher: Matcher, send_soon: Callable[[Sequence[int]], None]
    ) -> None:
        self._store = store
        self._announcer = announcer
        self._matcher = matcher
        self._send_soon = send_soon

    async def suggestions(
        self,
        tier: Tier | None = None,
        account_id: int | None = None,
        limit: int | None = 50,
        offset: int = 0,
        kind: Kind | None = None,
    ) -> tuple[list[Suggestion], int]:
        """Suggestions surest first, and how many there are; of an account: those with a record of it."""
        return await self._store.read(lambda reads: reads.suggestions.page(tier, account_id, kind, limit, offset))

    def suggestion(self, id: int) -> Suggestion:
        """One suggestion. Raises NotFound when it was answered, or what it rested on has changed."""
        return self._store.reader().suggestions.get(id)

    def of_item(self, item_id: int) -> list[Suggestion]:
        """The suggestions with a record of that item, surest first."""
        return self._store.reader().suggestions.of_item(item_id)

    def state(self) -> MatchState:
        """The last finished pass, what waits since, and how many suggestions each tier has."""
        return self._store.reader().match_index.state()

    async def resembling(self, kind: Kind, values: Values) -> list[Candidate]:
        """The items that what is being typed may be, surest first; nothing is stored."""
        return await self._store.read(lambda reads: self._matcher.resembling(reads, kind, values))

    async def link(self, ids: Sequence[int], left_out: Mapping[int, Collection[int]] | None = None) -> Linked:
        """Link the items of suggestions, as one act; `left_out` names records, by suggestion, that stay as they are.

        A record that is left out takes the other records of its item along. Raises NotFound and UserInputError;
        nothing is linked then.
        """
        out = left_out or {}

        def act(tx: Tx) -> matching.Touched:
            wanted = [(tx.suggestions.get(id_), out.get(id_, ())) for id_ in ids]
            about = dict.fromkeys(item_id for suggestion, _ in wanted for item_id in suggestion.item_ids)
            with tx.sets.recording(Deed.LINK, list(about)) as set_id:
                return matching.link_suggested(tx, wanted, set_id)

        done = await self._store.write(act)
        self._announcer.announce(SetsChanged())
        self._after(done)
        return Linked(done.act, tuple(done.kept), done.records)

    async def not_same(self, id: int, record_ids: Collection[int] = ()) -> int:
        """Keep for good that records of a suggestion are not its others; without records: none is another.

        Gives the act, by which it can be taken back.
        """
        done = await self._store.write(lambda tx: matching.not_same(tx, tx.suggestions.get(id), record_ids))
        self._after(done)
        return done.act

    async def keep_apart(self, item_id: int, other_id: int) -> int:
        """Keep for good that two items are not the same. Gives the act, by which it can be taken back."""
        done = await self._store.write(lambda tx: matching.keep_apart(tx, item_id, other_id))
        self._after(done)
        return done.act

    async def decided(self, limit: int | None = 50, offset: int = 0) -> tuple[list[Decision], int]:
        """What was decided, newest first, and how many decisions there are."""
        return await self._store.read(lambda reads: reads.match_decisions.page(limit, offset))

    def item_of(self, kind: Kind, record: Identity) -> int | None:
        """The item that a decided record stands for now, None where it has gone."""
        return self._store.reader().match_decisions.item_of(kind, record)

    async def revoke(self, id: int) -> Decision:
        """Take one decision back: what it linked is as before, with later edits where they belong. Raises NotFound."""

        def act(tx: Tx) -> tuple[Decision, matching.Touched]:
            decision = tx.match_decisions.get(id)
            return decision, matching.take_back(tx, [decision])

        decision, done = await self._store.write(act)
        self._after(done)
        return decision

    async def take_back(self, act: int) -> int:
        """Take back all that was decided in one act; gives how many decisions that were."""

        def undo(tx: Tx) -> tuple[int, matching.Touched]:
            decisions = tx.match_decisions.of_act(act)
            return len(decisions), matching.take_back(tx, decisions)

        amount, done = await self._store.write(undo)
        self._after(done)
        return amount

    async def run(self) -> MatchState:
        """Finish a pass over all that changed, or join the one that goes on."""
        return await self._matcher.finish()

    def _after(self, done: matching.Touched) -> None:
        """Announce an act after its commit, and let matching go on with what it touched."""
        signals: list[Signal] = [ItemsChanged(kind, frozenset(done.items), membership=True) for kind in done.kinds]
        self._announcer.announce(*signals, AttentionChanged(), MatchesChanged())
        self._send_soon(sorted(done.accounts))
        self._matcher.wake()
