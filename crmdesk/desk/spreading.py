"""The desk's way to make the records of one item agree on a field, and to take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crmdesk.desk.decisions import DeskDecisions
from crmdesk.domain.merging.spreading import Spread, WayBack
from crmdesk.domain.reports import Deed
from crmdesk.store import Tx
from crmdesk.system.lazy_import import Later

if TYPE_CHECKING:
    from crmdesk.sync.actions import spreading
else:
    spreading = Later("crmdesk.sync.actions.spreading")


class DeskSpreading(DeskDecisions):
    """The part of the desk for values in which the records of an item differ."""

    def spread(self, item_id: int, field: str, record_id: int) -> Spread:
        """Which records would be given that record's value of a field, and which cannot take it; changes nothing."""
        reads = self._store.reader()
        return spreading.spreading(reads, reads.items.get(item_id), field, record_id, self._writable)

    async def use_everywhere(self, item_id: int, field: str, record_id: int) -> WayBack:
        """Give a record's value of a field to every record that holds another; each change is sent like an edit.

        A record without that field stays without. Returns what `use_again` takes. Raises UserInputError where nothing
        can be given it.
        """
        account_ids, way_back = await self._act(
            Deed.EDIT,
            lambda tx: spreading.use_everywhere(tx, item_id, field, record_id, self._writable),
            [item_id],
            field,
        )
        self._after(self.item(item_id).kind, [item_id], account_ids)
        return way_back

    async def use_again(self, item_id: int, way_back: WayBack) -> None:
        """Give each record the value again that it held before one was used everywhere."""

        def change(tx: Tx) -> frozenset[int]:
            if way_back.pinned:
                tx.items.clear_pin(item_id, way_back.field)
            return spreading.write(tx, item_id, way_back.before)

        account_ids = await self._act(Deed.EDIT, change, [item_id], way_back.field)
        self._after(self.item(item_id).kind, [item_id], account_ids)
