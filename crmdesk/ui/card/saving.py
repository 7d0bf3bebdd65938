"""Keeping, putting aside and saving what was typed into the card."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer

from crmdesk.desk import NEW_DRAFT
from crmdesk.domain.items import Also
from crmdesk.domain.records import Item
from crmdesk.domain.values import Patch, to_json
from crmdesk.errors import DeskError
from crmdesk.ui.card.presenter import CardPresenter
from crmdesk.ui.card.state.draft import Draft
from crmdesk.ui.card.state.item_state import Open
from crmdesk.ui.wording.told import told

KEEP = 600  # milliseconds after the last keystroke until the draft is kept


class Saving(QObject):
    """The draft of the item that the card shows, on its way to the desk."""

    def __init__(self, presenter: CardPresenter, take_back: Callable[[Patch], None], parent: QObject) -> None:
        super().__init__(parent)
        self._presenter, self._take_back = presenter, take_back
        self._keep = QTimer(self, singleShot=True, interval=KEEP)
        self._keep.timeout.connect(self.keep_draft)

    def keep_soon(self) -> None:
        """Keep the draft when typing pauses."""
        self._keep.start()

    def keep_draft(self) -> None:
        """Keep what is not saved, so that it comes back with the item, whatever happens."""
        self._keep.stop()
        shown, desk = self._presenter.shown, self._presenter.desk
        if shown is None:
            return
        patch = shown.draft.patch
        work: Coroutine[Any, Any, None]
        if shown.item is None:
            work = desk.set_setting(NEW_DRAFT.format(kind=shown.kind), to_json(patch) if patch else "")
        elif patch:
            work = desk.keep_draft(shown.item.id, patch)
        elif desk.draft(shown.item.id) is not None:
            work = desk.drop_draft(shown.item.id)
        else:
            return
        self._presenter.tasks.start(work, what=self.tr("Keep the draft"))

    def cancel(self) -> None:
        """Put the changes aside; the bar offers them back."""
        shown = self._presenter.shown
        if shown is None or not shown.dirty:
            return
        patch = shown.draft.patch
        self._presenter.show_draft(Draft(shown.kind, shown.draft.shown))
        self.keep_draft()
        shown.saved_at = None
        shown.way_back = lambda: self._presenter.bring_back(patch)
        self._presenter.bar.show_said(self.tr("Changes discarded."), undo=True)

    def go_back(self) -> None:
        """Undo what the bar offers to undo."""
        shown = self._presenter.shown
        if shown is not None and shown.way_back is not None:
            back, shown.way_back = shown.way_back, None
            back()

    def save(self) -> None:
        """Save the draft, if there is one."""
        shown = self._presenter.shown
        if shown is not None and shown.dirty:
            self._keep.stop()
            self._presenter.tasks.start(self._save(shown), what=self.tr("Save the contact"))

    async def _save(self, shown: Open) -> None:
        typed, patch, started = shown.draft.patch, shown.draft.to_save(), datetime.now(UTC)
        was_new, before = shown.item is None, shown.back_to(shown.draft.patch)
        try:
            shown.item = item = await self._write(shown, patch, shown.draft.also)
        except DeskError as error:
            if shown is self._presenter.shown:
                self._presenter.bar.show_dirty(self.tr("Not saved: {why}").format(why=told(error.why)))
            raise
        shown.saved_at = started
        shown.way_back = None if was_new else lambda: self._take_back(before)
        for key, value in typed.items():
            if shown.draft.patch.get(key) == value:
                shown.draft.drop(key)
        shown.draft.follow(item.values)
        if shown is self._presenter.shown:
            self._presenter.show_saved(was_new=was_new)

    async def _write(self, shown: Open, patch: Patch, also: Also) -> Item:
        desk = self._presenter.desk
        if shown.item is not None:
            item = await desk.edit(shown.item.id, patch, also)
            await desk.drop_draft(item.id)
            return item
        chosen = [status.account.id for status in self._presenter.page.create_in.chosen()]
        item = await desk.new(shown.kind, patch, chosen)
        await desk.set_setting(NEW_DRAFT.format(kind=shown.kind), "")
        await desk.set_setting("new.accounts", ",".join(map(str, chosen)))
        return item
