"""What the buttons and menus of the card do; each is one action of the desk."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crmdesk.domain.merging.spreading import WayBack
from crmdesk.domain.values import Patch
from crmdesk.ui.card.field_row.value_menu import conflict_menu, item_menu, show_below, values_menu
from crmdesk.ui.card.new_item import offered
from crmdesk.ui.card.presenter import CardPresenter
from crmdesk.ui.card.sections import PAGE
from crmdesk.ui.card.state.item_state import Open
from crmdesk.ui.wording.phrases import field_title


class EditorActions(QObject):
    """Acts on the item that the card shows."""

    def __init__(self, presenter: CardPresenter, owner: QWidget) -> None:
        super().__init__(owner)
        self._presenter, self._owner = presenter, owner

    @property
    def _open(self) -> Open | None:
        return self._presenter.shown

    def _start(self, work: Coroutine[Any, Any, object], what: str) -> None:
        self._presenter.tasks.start(work, what=what)

    # The item

    def offer(self) -> None:
        """Open the menu of the item."""
        shown, card = self._open, self._presenter.card
        if shown is None or shown.item is None or card is None:
            return
        act = {
            "delete": self.delete,
            "restore": self.restore,
            "delete_for_good": self.delete_for_good,
        }
        menu = item_menu(self._owner, shown.item, offered(self._presenter.desk, shown.item.kind), act, self.add_to)
        show_below(menu, card.header.menu)

    def delete(self) -> None:
        """Move the item to the trash; the bar offers the way back."""
        if (shown := self._open) is None or shown.item is None:
            return
        item_id = shown.item.id

        async def work() -> None:
            await self._presenter.desk.delete([item_id])
            if shown is self._open:
                self._presenter.refresh(frozenset({item_id}))
                shown.saved_at, shown.way_back = None, self.restore
                self._presenter.bar.show_said(self.tr("Moved to the trash."), undo=True)

        self._start(work(), self.tr("Move to the trash"))

    def restore(self) -> None:
        """Take the item out of the trash."""
        if (shown := self._open) is None or shown.item is None:
            return
        item_id = shown.item.id

        async def work() -> None:
            await self._presenter.desk.restore([item_id])
            if shown is self._open:
                self._presenter.refresh(frozenset({item_id}))
                self._presenter.bar.show_said(self.tr("Restored from the trash."))

        self._start(work(), self.tr("Restore from the trash"))

    def delete_for_good(self) -> None:
        """Delete an item of the trash; nothing brings it back."""
        if (shown := self._open) is None or shown.item is None or shown.item.trashed_at is None:
            return
        item_id = shown.item.id

        async def work() -> None:
            await self._presenter.desk.delete([item_id], for_good=True)
            if shown is self._open:
                self._presenter.show_item(None)

        self._start(work(), self.tr("Delete for good"))

    def add_to(self, account_id: int) -> None:
        """Add the item to another account."""
        if (shown := self._open) is None or shown.item is None:
            return
        item_id = shown.item.id

        async def work() -> None:
            await self._presenter.desk.add_to(item_id, account_id)
            self._presenter.refresh(frozenset({item_id}))

        self._start(work(), self.tr("Add to the account"))

    def take_back(self, patch: Patch) -> None:
        """Undo a save: the values before it are saved again, and sent like any edit."""
        if (shown := self._open) is None or shown.item is None:
            return
        item_id = shown.item.id

        async def work() -> None:
            await self._presenter.desk.edit(item_id, patch)
            if shown is self._open:
                self._presenter.refresh(frozenset({item_id}))
                self._presenter.bar.show_said(self.tr("Taken back."))

        self._start(work(), self.tr("Undo the change"))

    # One field

    def choose_value(self, key: str) -> None:
        """Let the user choose whose value is shown."""
        shown, card = self._open, self._presenter.card
        if shown is None or shown.facts is None or card is None:
            return
        item_id, contenders = shown.facts.item.id, shown.facts.contenders(key)

        def pin(record_id: int) -> None:
            async def work() -> None:
                await self._presenter.desk.pin(item_id, key, record_id)
                self._presenter.refresh(frozenset({item_id}))

            self._start(work(), self.tr("Show another value"))

        def unpin() -> None:
            async def work() -> None:
                await self._presenter.desk.unpin(item_id, key)
                self._presenter.refresh(frozenset({item_id}))

            self._start(work(), self.tr("Choose automatically"))

        def spread(record_id: int) -> None:
            self._use_everywhere(key, record_id)

        spreads = {record.id: self._presenter.desk.spread(item_id, key, record.id) for record, _ in contenders}
        act = {"pin": pin, "unpin": lambda _record_id: unpin(), "spread": spread}
        show_below(values_menu(self._owner, shown.facts, key, spreads, act), card.fields[key].notes)

    def _use_everywhere(self, key: str, record_id: int) -> None:
        """Give one record's value to all that hold another; the bar offers the way back."""
        if (shown := self._open) is None or shown.facts is None:
            return
        item_id, desk = shown.facts.item.id, self._presenter.desk

        async def back(way_back: WayBack) -> None:
            await desk.use_again(item_id, way_back)
            if shown is self._open:
                self._presenter.refresh(frozenset({item_id}))
                self._presenter.bar.show_said(self.tr("Each has its own value again."))

        async def work() -> None:
            way_back = await desk.use_everywhere(item_id, key, record_id)
            if shown is self._open:
                self._presenter.refresh(frozenset({item_id}))
                shown.saved_at = None
                shown.way_back = lambda: self._start(back(way_back), self.tr("Undo the change"))
                says = self.tr("{field} is the same everywhere now.").format(field=field_title(shown.kind, key))
                self._presenter.bar.show_said(says, undo=True)

        self._start(work(), self.tr("Use the value everywhere"))

    def take_newer(self, key: str) -> None:
        """Show what the desk has now instead of what was typed."""
        if (shown := self._open) is not None:
            mine, newer = shown.draft.value(key), shown.draft.shown.get(key)
            self._presenter.undo_stack.note(key, mine, newer, self.tr("Take the newer value"), typed=False)
            shown.draft.drop(key)
            self._presenter.put_value(key, newer)

    def fill_also(self, key: str) -> None:
        """Fill an empty field in every account that can take it, or in the first alone again."""
        if (shown := self._open) is not None and shown.item is not None:
            others = self._presenter.desk.placement(shown.item.id, shown.draft.to_save()).others
            shown.draft.fill_also(key, () if shown.draft.also.get(key) else others.get(key, ()))
            self._presenter.show_preview()

    def decide(self, key: str) -> None:
        """Let the user decide a conflict."""
        shown, card = self._open, self._presenter.card
        conflict = shown.details.conflict(key) if shown else None
        if shown is None or card is None or conflict is None:
            return

        def decide(how: str) -> None:
            async def work() -> None:
                await self._presenter.desk.resolve([conflict.id], how)
                self._presenter.refresh(frozenset({conflict.item_id}))

            self._start(work(), self.tr("Decide the conflict"))

        face = shown.faces.get(conflict.account_id)
        menu = conflict_menu(self._owner, shown.kind, conflict, face, decide)
        show_below(menu, card.fields[key].notes)

    def retry(self, key: str) -> None:
        """Send a change again that was not accepted."""
        shown = self._open
        entry = shown.details.parked(key) if shown else None
        if entry is not None:
            self._start(self._presenter.desk.retry_entry(entry.id), self.tr("Try again"))

    # History and unmapped

    def read_history(self, known: int) -> None:
        """Read the newest changes, and as many more as are shown already."""
        shown = self._open
        if shown is None or shown.item is None:
            return

        async def work(item_id: int) -> None:
            changes, total = await self._presenter.desk.history(item_id, limit=known + PAGE)
            imported = await self._presenter.desk.imports.of_item(item_id)
            if shown is self._open:
                self._presenter.page.history.show_changes(shown.kind, changes, total, shown.faces, imported)

        self._presenter.tasks.replace("editor history", work(shown.item.id), what=self.tr("Read the history"))

    def restore_value(self, change_id: int) -> None:
        """Write the old value of a change again."""
        shown = self._open
        if shown is None:
            return

        async def work() -> None:
            item = await self._presenter.desk.restore_value(change_id)
            if shown is self._open:
                self._presenter.refresh(frozenset({item.id}))
                self._presenter.bar.show_said(self.tr("The earlier value is back."))
                self.read_history(0)

        self._start(work(), self.tr("Restore the value"))

    def read_unmapped(self) -> None:
        """Read what CRMs deliver that no field holds."""
        shown = self._open
        if shown is None or shown.item is None:
            return

        async def work(item_id: int) -> None:
            found = await self._presenter.desk.unmapped(item_id)
            if shown is self._open:
                self._presenter.page.unmapped.show_paths(found)

        self._presenter.tasks.replace("editor unmapped", work(shown.item.id), what=self.tr("Read the original data"))
