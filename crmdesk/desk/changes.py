"""Actions as change-sets: each is carried out under its name, announced, and can be taken back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from crmdesk.desk.programs import errand
from crmdesk.desk.reading import DeskReads
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import NO_ITEM, Bucket, ChangeSet, Deed, UndoLine, UndoPlan
from crmdesk.domain.signals import (
    AccountChanged,
    AttentionChanged,
    ItemsChanged,
    OutboxChanged,
    SetsChanged,
    SettingsChanged,
    Signal,
)
from crmdesk.errors import UserInputError
from crmdesk.store import Reads, Tx
from crmdesk.sync.announcer import Announcer
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions import undo, undo_plan
    from crmdesk.sync.actions.undo_plan import Works
else:
    undo, undo_plan = later("crmdesk.sync.actions", "undo", "undo_plan")  # 50 ms, with the edits

R = TypeVar("R")
Progress = Callable[[int, int], None]  # how many are done, of how many
SLICE = 100  # items in one transaction of a long action: some hundredths of a second


def slices(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """The items of a long action in the parts that are carried out at once."""
    return (ids[start : start + SLICE] for start in range(0, len(ids), SLICE))


def _decisions_along(tx: Tx, found: ChangeSet, *, stand: bool) -> None:
    """What was decided in an action about who is the same counts as long as the action stands.

    `found` is the action, or what took it back or did it again, and `stand` whether that stands from now on.
    """
    while found.undoes is not None:
        found, stand = tx.sets.get(found.undoes), not stand
    if stand:
        tx.match_decisions.bring_back(found.id)
    else:
        tx.match_decisions.set_aside(found.id)


class DeskChanges(DeskReads):
    """The part of the desk that writes change-sets, lists them, and announces what an action touched."""

    _announcer: Announcer

    async def changes(self, limit: int | None = 100, offset: int = 0) -> tuple[list[ChangeSet], int]:
        """Change-sets, newest first, and how many there are."""
        return await self._store.read(lambda reads: reads.sets.list(limit, offset))

    async def origin_of(self, found: ChangeSet) -> ChangeSet | None:
        """The action that a taking back, or a doing again, is about in the end; None for any other set."""
        if found.undoes is None:
            return None

        def look(reads: Reads) -> ChangeSet:
            origin = found
            while origin.undoes is not None:
                origin = reads.sets.get(origin.undoes)
            return origin

        return await self._store.read(look)

    def next_undo(self) -> ChangeSet | None:
        """The action that is taken back next, None without any."""
        return self._store.reader().sets.to_undo()

    def next_redo(self) -> ChangeSet | None:
        """The action that is done again next, None without any: it is the one whose taking back is taken back."""
        reads = self._store.reader()
        back = reads.sets.to_redo()
        return None if back is None or back.undoes is None else reads.sets.get(back.undoes)

    async def undo_plan(self, set_id: int) -> UndoPlan:
        """What taking a change-set back would do; changes nothing. Raises NotFound, or UserInputError if it was."""

        def look(reads: Reads) -> UndoPlan:
            found = reads.sets.get(set_id)
            undo.refuse_undone(found)
            works = undo_plan.gather(reads, reads.sets.standing(found))
            lines = undo_plan.judge(reads, found, works, self._writable)
            return UndoPlan(found, (*lines, *undo_plan.untouched_by_undo(reads, found)))

        return await self._store.read(look)

    async def undo(self, set_id: int | None = None, progress: Progress | None = None) -> UndoPlan:
        """Take a change-set back, the newest action if none is named: what can be is, and is sent like any edit.

        Gives what was done, and what was not and why. It goes on in slices, each whole, and ends at a boundary when it
        is cancelled. Raises UserInputError where there is nothing to take back.
        """
        found = self.next_undo() if set_id is None else await self._store.read(lambda reads: reads.sets.get(set_id))
        if found is None:
            raise UserInputError("There is nothing to undo.", what="Nothing was changed")
        return await self._take_back(found, Deed.UNDO, progress)

    async def redo(self, progress: Progress | None = None) -> UndoPlan:
        """Do again what was taken back last. Raises UserInputError where there is nothing."""
        found = self._store.reader().sets.to_redo()
        if found is None:
            raise UserInputError("There is nothing to redo.", what="Nothing was changed")
        return await self._take_back(found, Deed.REDO, progress)

    async def _take_back(self, found: ChangeSet, deed: Deed, progress: Progress | None) -> UndoPlan:
        works = await self._store.read(lambda reads: undo_plan.gather(reads, reads.sets.standing(found)))
        named = found if found.undoes is None else self._store.reader().sets.get(found.undoes)

        def begin(tx: Tx) -> int:
            undo.refuse_undone(tx.sets.get(found.id))
            set_id = tx.sets.begin_back(deed, named, found.id)
            tx.sets.mark_undone(found.id, set_id)
            if found.undoes is not None:
                tx.sets.mark_undone(found.undoes, None)
            _decisions_along(tx, found, stand=False)
            return set_id

        def drop(tx: Tx) -> None:
            tx.sets.drop_back(set_id, found)
            _decisions_along(tx, found, stand=True)

        set_id = await self._store.write(begin)
        lines: list[UndoLine] = list(await self._store.read(lambda reads: undo_plan.untouched_by_undo(reads, found)))
        try:
            for ids in slices(list(works)):
                part = {id_: works[id_] for id_ in ids}
                lines += await self._take_back_part(found, set_id, deed, part)
                if progress is not None:
                    progress(len(lines), len(works))
        finally:
            self._announcer.announce(SetsChanged())
        if not any(line.bucket is Bucket.BACK for line in lines):
            await self._store.write(drop)
            why = next((line.why for line in lines if line.why), "All of it is as it was before.")
            raise UserInputError(f"Nothing of it can be taken back: {why}", what="Nothing was changed")
        return UndoPlan(found, tuple(lines))

    async def _take_back_part(self, found: ChangeSet, set_id: int, deed: Deed, works: Works) -> list[UndoLine]:
        def act(tx: Tx) -> tuple[list[UndoLine], frozenset[int]]:
            with tx.sets.recording(deed, going_on=set_id):
                lines = undo_plan.judge(tx, found, works, self._writable)
                return lines, undo.take_back(tx, lines, self._add_to)

        lines, accounts = await self._store.write(act)
        touched = [id_ for id_ in works if id_ != NO_ITEM]
        if NO_ITEM in works:
            self._announcer.announce(SettingsChanged())
        if not touched:
            return lines
        for kind in self._store.reader().items.kinds(touched) or {found.kind}:
            self._after(kind, touched, accounts, membership=True)
        return lines

    @abstractmethod
    def _add_to(self, tx: Tx, item_id: int, account_id: int) -> None:
        """Add an item to an account, as the user does."""

    async def _act(
        self,
        deed: Deed,
        act: Callable[[Tx], R],
        ids: Sequence[int] = (),
        detail: str = "",
        made: Callable[[R], Sequence[int]] | None = None,
    ) -> R:
        """Carry out one action in one transaction, as a change-set of that name about those items.

        `made` says which items it came to, where those are others than `ids`. It is the user's, or that of the errand
        that is being run, whose conditions and answer are settled with it.
        """
        run_for = errand.current()

        def run(tx: Tx) -> R:
            with tx.sets.recording(deed, ids, detail, actor=run_for.key if run_for else ""):
                if run_for is None:
                    return act(tx)
                run_for.before(tx, ids)
                done = act(tx)
                run_for.after(tx, ids if made is None else made(done), done)
                return done

        done = await self._store.write(run)
        if run_for is not None:
            run_for.committed()
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
