"""What is done to many items at once: one change of them all, in slices, under one name."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from crmdesk.desk.changes import DeskChanges, Progress, slices
from crmdesk.domain.fields import Kind
from crmdesk.domain.query.bulk import BulkPlan, How, Shared, Touch, check
from crmdesk.domain.reports import Deed
from crmdesk.domain.signals import SetsChanged
from crmdesk.domain.values import texts
from crmdesk.errors import UserInputError
from crmdesk.store import Reads, Tx
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions import bulk
else:
    (bulk,) = later("crmdesk.sync.actions", "bulk")  # 5 ms beside the edits

READ_AT_ONCE = 500
LOOKED_AT = 2_000  # of a selection, for what its items share

Part = Callable[[Tx, Sequence[int]], tuple[BulkPlan, frozenset[int]]]


class DeskMany(DeskChanges):
    """The part of the desk that acts on many."""

    async def shared(self, ids: Sequence[int]) -> Shared:
        """What items have in common, of a long selection its first two thousand."""
        found = Shared()
        for start in range(0, min(len(ids), LOOKED_AT), READ_AT_ONCE):
            part = ids[start : min(start + READ_AT_ONCE, LOOKED_AT)]
            rows = await self._store.read(partial(_rows, ids=part))
            for row in rows:
                found.take(row)
        return found

    async def plan_many(self, kind: Kind, ids: Sequence[int], touches: Sequence[Touch]) -> BulkPlan:
        """What one change of many items would do; changes nothing. Raises UserInputError for one that cannot work."""
        check(kind, touches)
        whole = BulkPlan()
        for start in range(0, len(ids), READ_AT_ONCE):
            part = ids[start : start + READ_AT_ONCE]
            whole.take(await self._store.read(partial(bulk.plan, ids=part, touches=touches, writable=self._writable)))
        return whole

    async def edit_many(
        self, kind: Kind, ids: Sequence[int], touches: Sequence[Touch], progress: Progress | None = None
    ) -> BulkPlan:
        """Make one change of many items: one change-set, in slices that are whole; cancelling ends it between two.

        Items that went meanwhile are left out. Gives what it came to. Raises UserInputError for one that cannot work.
        """
        check(kind, touches)
        return await self._in_slices(kind, ids, *_deed(touches), self._editing(touches), progress)

    def _editing(self, touches: Sequence[Touch]) -> Part:
        return lambda tx, part: bulk.edit_many(tx, part, touches, self._writable)

    async def add_many(
        self, kind: Kind, ids: Sequence[int], account_id: int, progress: Progress | None = None
    ) -> BulkPlan:
        """Add many items to an account; whoever is there already, or is not taken, is told and stops nobody else."""
        name = self.account_names().get(account_id, "")

        def add(tx: Tx, part: Sequence[int]) -> tuple[BulkPlan, frozenset[int]]:
            done = BulkPlan(asked=len(part))
            for id_ in part:
                try:
                    self._add_to(tx, id_, account_id)
                except UserInputError as error:
                    done.refused[id_] = error.why
                else:
                    done.changed.append(id_)
            return done, frozenset({account_id}) if done.changed else frozenset()

        return await self._in_slices(kind, ids, Deed.ADD, name, add, progress)

    async def _in_slices(
        self, kind: Kind, ids: Sequence[int], deed: Deed, detail: str, act: Part, progress: Progress | None
    ) -> BulkPlan:
        whole = BulkPlan()
        set_id: int | None = None

        def carry_out(tx: Tx, part: Sequence[int]) -> tuple[BulkPlan, frozenset[int], int]:
            begun = set_id or tx.sets.begin(deed, part, detail)
            with tx.sets.recording(deed, going_on=begun):
                return *act(tx, part), begun

        try:
            for part in slices(ids):
                done, accounts, set_id = await self._store.write(partial(carry_out, part=part))
                whole.take(done)
                self._after(kind, part, accounts, membership=True)
                if progress is not None:
                    progress(whole.asked, len(ids))
                await asyncio.sleep(0)  # whoever cancels it is heard before another slice begins
        finally:
            if set_id is not None:
                await self._store.write(partial(_end, set_id=set_id, amount=len(whole.changed)))
            self._announcer.announce(SetsChanged())
        return whole


def _rows(reads: Reads, ids: Sequence[int]) -> list[dict[str, object]]:
    return [dict(row.values) for row in reads.items.rows(ids)]


def _end(tx: Tx, set_id: int, amount: int) -> None:
    tx.sets.end(set_id, amount)


def _deed(touches: Sequence[Touch]) -> tuple[Deed, str]:
    first = touches[0]
    if len(touches) == 1 and first.field == "tags" and first.how in (How.ADD, How.REMOVE):
        return (Deed.TAG if first.how is How.ADD else Deed.UNTAG), ", ".join(texts(first.value))
    return Deed.BULK, " ".join(touch.field for touch in touches)
