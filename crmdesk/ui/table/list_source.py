"""Which list the table shows: asked for, kept current, and held still while somebody works in it."""

from __future__ import annotations

import asyncio
import time
from array import array
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import BY_LAST, ItemQuery
from crmdesk.errors import NotFound, QueryInvalid
from crmdesk.ui.background.signal_bridge import Announcement
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.table.id_selection import MANY, Found, Standing, find, row_of, rows_of
from crmdesk.ui.table.model import UNKNOWN, ItemModel
from crmdesk.ui.table.view import TableView

FIRST_PAGE = 100
TRIES = 3  # somebody may scroll while places are looked up
_BACKWARDS: dict[tuple[str, ...], tuple[str, ...]] = {("name",): ("-name",), ("-name",): ("name",)}
_NAME = ("name", "-name")
REST_FACTOR = 4  # after reading a list for t seconds it is left alone for this many times t


class Listing(QObject):
    """Fills the model for a query and follows the desk's announcements.

    `shown(total)` after each change of the list; `waiting(n)` when n changes are held back (-1: an unknown number);
    `guest_came(id)` when an item stands on top of a list that it does not belong to; with 0 when it went again.
    """

    shown = Signal(int)
    waiting = Signal(int)
    guest_came = Signal(int)
    refused = Signal(QueryInvalid)  # the search cannot be understood

    def __init__(self, desk: Desk, tasks: Tasks, model: ItemModel, view: TableView) -> None:
        super().__init__(view)
        self._desk, self._tasks, self._model, self._view = desk, tasks, model, view
        self.query = ItemQuery(kind=model.kind)
        self.last_first = False  # whether "by name" means by the last name
        self.editing: Callable[[], bool] = lambda: False  # whether somebody edits an item of the list now
        self._pending: set[int] = set()
        self._unknown_changes = False
        self._expected = False
        self._coming: int | None = None  # a new item to be chosen when it appears
        self._parted: tuple[int, ...] = ()  # what was one item a moment ago: whichever is in the list stays chosen
        self._welcome = True  # whether it is to be shown where the list leaves it out
        self._guest = 0  # an item that is shown on top although the list leaves it out
        self._cost = 0.0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._reread)
        self._settle = QTimer(self)
        self._settle.setInterval(500)
        self._settle.timeout.connect(self._try_settle)

    def show(self, query: ItemQuery) -> None:
        """Show another list; the answer to an older question is dropped."""
        same_list = replace(query, sort=self.query.sort) == self.query
        self.query = query
        self._parted = ()
        if not same_list:
            self._receive(0)
        self._forget_waiting()
        work = self._sort() if same_list and self._model.rowCount() else self._load(query)
        self._tasks.replace(self, work, what=self.tr("Show the list"))

    async def _load(self, query: ItemQuery) -> None:
        """The first page and the end at once, then every id; what cannot be understood leaves the list as it is."""
        try:
            ids, total = await self._desk.page(self._asked(query), FIRST_PAGE)
        except QueryInvalid as error:
            self.refused.emit(error)
            return
        end = await self._end(query, total - len(ids))
        standing = replace(self._view.standing(), everything=False)
        found = find(ids, standing) if len(standing.selected) < FIRST_PAGE else Found()
        known = array("q", [UNKNOWN]) * max(total, len(ids))
        known[: len(ids)] = ids
        known[len(known) - len(end) :] = end
        self._view.change_ids(known, standing, found, keep_place=False)
        self.shown.emit(total)
        self._choose_coming()
        if total > len(ids) or self._coming is not None:
            await self._fill(query, keep_place=True)

    def _asked(self, query: ItemQuery) -> ItemQuery:
        """The query with the order that stands behind "by name": people by their last names where that is wished."""
        if not self.last_first or query.kind is not Kind.CONTACT:
            return query
        return replace(query, sort=tuple(key.replace("name", BY_LAST) if key in _NAME else key for key in query.sort))

    async def _end(self, query: ItemQuery, rest: int) -> array[int]:
        """The last of the `rest` ids after the first page, where the order can be read backwards as quickly."""
        backwards = _BACKWARDS.get(query.sort)
        if backwards is None or query.text or rest <= 0 or self._asked(query) != query:
            return array("q")
        return (await self._desk.ids(replace(query, sort=backwards), min(rest, FIRST_PAGE)))[::-1]

    async def _fill(self, query: ItemQuery, *, keep_place: bool) -> None:
        started = time.monotonic()
        ids = await self._desk.ids(self._asked(query))
        self._cost = time.monotonic() - started
        await self._put(self._with_guest(ids), keep_place=keep_place)

    def _with_guest(self, ids: array[int]) -> array[int]:
        """The list, on its top the item that is to be chosen although the list leaves it out."""
        guest = self._guest if self._coming is None else self._coming
        listed = not guest or row_of(ids, guest) is not None
        kept = not listed and (self._welcome or guest == self._guest) and self._is_here(guest)
        if not listed and not kept:
            self._coming = None
        self._receive(guest if kept else 0)
        return array("q", [guest]) + ids if kept else ids

    def _is_here(self, id_: int) -> bool:
        try:
            return self._desk.item(id_).kind is self._model.kind
        except NotFound:
            return False

    def _receive(self, guest: int) -> None:
        if guest != self._guest:
            self._guest = guest
            self.guest_came.emit(guest)

    async def _sort(self) -> None:
        await self._fill(self.query, keep_place=False)

    async def _put(self, ids: array[int], *, keep_place: bool) -> None:
        """Change the list with everything where it was; finding many selected rows again is left to a thread."""
        if ids == self._model.ids:
            self._choose_coming()
            self._forget_waiting()
            return
        for _ in range(TRIES):
            standing = self._view.standing()
            found = find(ids, standing) if len(ids) <= MANY else await asyncio.to_thread(find, ids, standing)
            if self._view.standing() == standing:
                break
        gone = bool(standing.selected) and not found.selected
        following = standing.current_row + 1 - self._up_to(standing) if gone and self._expected else 0
        self._view.change_ids(ids, standing, found, keep_place=keep_place)
        if not self._choose_coming() and gone and self._expected and len(ids) and not self._choose_parted(standing):
            self._view.select_row(following)
        self._expected = False
        self._forget_waiting()
        self.shown.emit(len(ids))

    def _up_to(self, standing: Standing) -> int:
        """How many of the selected rows stand at the current one or above it."""
        rows = rows_of(self._model.ids, standing.selected)
        return sum(row <= standing.current_row for row in rows)

    # Following the desk

    def expect(self, id_: int | None = None) -> None:
        """The user does something to the list himself: its next change is shown at once, `id_` chosen.

        Where the list leaves that one out, it is shown on top nevertheless.
        """
        self._expected = True
        self._coming, self._welcome = id_, True
        if id_ is not None:
            self.apply()

    def stay_with(self, kept_id: int, apart_id: int) -> None:
        """What was one item is two: the one that this list still holds stays chosen, and the card of the first open."""
        self._parted = (kept_id, apart_id)

    def stays_with(self, id_: int) -> bool:
        """Whether that item is shown although the list does not hold it, because it was just parted from another."""
        return id_ in self._parted

    def _choose_parted(self, standing: Standing) -> bool:
        """Choose whichever of the parted is in the list; true also where none is, so that nothing else is chosen."""
        concerned = not frozenset(standing.selected).isdisjoint(self._parted)
        if not concerned or any(self._view.select_id(id_) for id_ in self._parted):
            self._parted = ()
        return concerned

    def choose_later(self, id_: int, *, guest: bool = True) -> None:
        """Choose that item when the list that is being read has come to it; `guest`: even if the list leaves it out."""
        self._coming, self._welcome = id_, guest

    @property
    def is_expecting(self) -> bool:
        """Whether an item will be chosen as soon as it is there."""
        return self._coming is not None

    def _choose_coming(self) -> bool:
        coming, self._coming = self._coming, None
        if coming is not None and not self._view.select_id(coming):
            self._coming = coming
            return False
        return coming is not None

    def hear(self, announcement: Announcement) -> None:
        """Show changed values at once; another membership or order when nobody works in the list."""
        kind = self._model.kind
        changed = announcement.items
        if kind in announcement.many:
            changed = frozenset(self._model.rows_in_memory())
        if self._model.refresh(changed, self._view.rows_in_sight()):
            self._view.show_changes()
        if kind not in announcement.membership:
            return
        own = bool(announcement.items) and announcement.items <= frozenset(self._view.standing().selected)
        if not own:
            self._pending |= announcement.items
            self._unknown_changes |= kind in announcement.many
        if not self._again.isActive():
            self._again.start(round(1000 * REST_FACTOR * self._cost))

    def _reread(self) -> None:
        if self._held() and not self._expected:
            if self._pending or self._unknown_changes:
                self.waiting.emit(-1 if self._unknown_changes else len(self._pending))
                self._settle.start()
            return
        self.apply()

    def apply(self) -> None:
        """Show the list as it is now, each thing where the user has it before him."""
        work = self._fill(self.query, keep_place=True)
        self._tasks.replace(self, work, what=self.tr("Show the list"))

    def _held(self) -> bool:
        if not self._model.rowCount() or UNKNOWN in self._model.ids[:1]:
            return False
        return self._view.is_held() or self.editing()

    def _try_settle(self) -> None:
        if not self._held():
            self._settle.stop()
            self.apply()

    def _forget_waiting(self) -> None:
        self._pending.clear()
        self._unknown_changes = False
        self._settle.stop()
        self.waiting.emit(0)
