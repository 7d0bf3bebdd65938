"""What is done to many items at once: one change of them all, in slices, under one name."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from crmdesk.desk.changes import DeskChanges, Progress, slices
from crmdesk.domain.fields import Kind
from crmdesk.domain.query.bulk import BulkPlan, How, Touch, check
from crmdesk.domain.reports import Deed
from crmdesk.domain.signals import SetsChanged
from crmdesk.domain.values import texts
from crmdesk.store import Tx
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions import bulk
else:
    (bulk,) = later("crmdesk.sync.actions", "bulk")  # 5 ms beside the edits

READ_AT_ONCE = 500


class DeskMany(DeskChanges):
    """The part of the desk that acts on many."""

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
        deed, detail = _deed(touches)
        whole = BulkPlan()
        set_id: int | None = None

        def act(tx: Tx, part: Sequence[int]) -> tuple[BulkPlan, frozenset[int], int]:
            begun = set_id or tx.sets.begin(deed, part, detail)
            with tx.sets.recording(deed, going_on=begun):
                done, accounts = bulk.edit_many(tx, part, touches, self._writable)
            return done, accounts, begun

        try:
            for part in slices(ids):
                done, accounts, set_id = await self._store.write(partial(act, part=part))
                whole.take(done)
                self._after(kind, part, accounts, membership=True)
                if progress is not None:
                    progress(whole.asked, len(ids))
                await asyncio.sleep(0)  # whoever cancels it is heard before another slice begins
        finally:
            if set_id is not None:
                await self._store.write(lambda tx: tx.sets.end(set_id, len(whole.changed)))
            self._announcer.announce(SetsChanged())
        return whole


def _deed(touches: Sequence[Touch]) -> tuple[Deed, str]:
    first = touches[0]
    if len(touches) == 1 and first.field == "tags" and first.how in (How.ADD, How.REMOVE):
        return (Deed.TAG if first.how is How.ADD else Deed.UNTAG), ", ".join(texts(first.value))
    return Deed.BULK, " ".join(touch.field for touch in touches)
