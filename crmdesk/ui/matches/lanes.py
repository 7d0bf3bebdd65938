"""Reads the suggestions of the open lanes in pieces, and the names and tags of those in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from crmdesk.desk import Desk
from crmdesk.domain.matching.suggestions import Suggestion, Tier
from crmdesk.domain.records import Record
from crmdesk.domain.values import texts
from crmdesk.errors import NotFound
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.matches.filters import Wanted
from crmdesk.ui.matches.queue import Queue, fitting
from crmdesk.ui.matches.words import TIERS, name_of
from crmdesk.ui.wording.phrases import one_line

PIECE = 100  # suggestions read at once, with the names of all that they are about: a few milliseconds


class Lanes(QObject):
    """Fills the queue; `filled` when something came, `ended` when all that was asked for is there."""

    filled = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.queue = Queue(self.name, self)
        self.wanted = Wanted()
        self._known: dict[int, tuple[str, frozenset[str]]] = {}  # the name and the tags of items

    def read(self, wanted: Wanted) -> None:
        """Read anew what is wanted; a folded lane is only counted."""
        self.wanted = wanted
        self._known.clear()
        self._tasks.replace(self, self._read_all(list(TIERS)), what=self.tr("Read the suggestions"))

    def read_lane(self, tier: Tier) -> None:
        """Read a lane that was opened."""
        self._tasks.replace((self, tier), self._read_lane(tier), what=self.tr("Read the suggestions"))

    async def _read_all(self, tiers: list[Tier]) -> None:
        for tier in tiers:
            await self._read_lane(tier)
        self.ended.emit()

    async def _read_lane(self, tier: Tier) -> None:
        wanted, offset, more = self.wanted, 0, 1
        narrow = bool(wanted.reason or wanted.tag)
        while more > 0:
            only_count = self.queue.is_folded(tier) and not narrow
            found, total = await self._desk.matches.suggestions(
                tier, wanted.account_id, 0 if only_count else PIECE, offset, wanted.kind
            )
            self._read_rows([item_id for one in found for item_id in one.item_ids])
            more = max(0, total - offset - len(found)) if found or only_count else 0
            fits = fitting(found, wanted.reason, wanted.tag, self.tags) if narrow else found
            self.queue.fill(tier, fits, 0 if narrow else more, anew=offset == 0)
            offset += len(found)
            self.filled.emit()
            if only_count:
                return

    # What is shown of them

    def _read_rows(self, item_ids: Sequence[int]) -> None:
        for row in self._desk.rows(item_ids):
            self._known[row.id] = one_line(name_of(row.values), 80), frozenset(texts(row.values.get("tags")))

    def _row(self, item_id: int) -> tuple[str, frozenset[str]]:
        if item_id not in self._known:
            self._read_rows([item_id])
        return self._known.get(item_id, ("", frozenset()))

    def name(self, suggestion: Suggestion) -> str:
        """The name of the first of a suggestion's items."""
        return self._row(suggestion.members[0].item_id)[0] if suggestion.members else ""

    def tags(self, suggestion: Suggestion) -> frozenset[str]:
        """The tags of all items of a suggestion."""
        return frozenset().union(*(self._row(item_id)[1] for item_id in suggestion.item_ids))

    def records(self, suggestion: Suggestion) -> list[Record]:
        """The records of a suggestion's items, in the order in which their accounts speak; raises NotFound."""
        order = {account_id: place for place, account_id in enumerate(self._desk.account_names())}
        found = [record for item_id in suggestion.item_ids for record in self._desk.item(item_id).records]
        if not found:
            raise NotFound("None of its records is here any more.")
        return sorted(found, key=lambda record: (order.get(record.account_id, len(order)), record.id))
