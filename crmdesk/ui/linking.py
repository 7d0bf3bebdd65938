"""Linking selected items as one, after saying what that means; and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect

from crmdesk.domain.items import compose_name
from crmdesk.domain.records import Item
from crmdesk.ui.kind_words import counted
from crmdesk.ui.phrases import listed, one_line

if TYPE_CHECKING:
    from crmdesk.ui.main_window import MainWindow

MOST = 10  # items that one person can judge at once


class Linking(QObject):
    """The command "Link as one"."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def why_not(self, selected: int, *, in_trash: bool) -> str:
        """Why the selection cannot be linked; "" when it can."""
        if in_trash:
            return self.tr("Restore them from the trash first.")
        if selected < 2:
            return self.tr("Select two or more in the list first.")
        return (
            self.tr("Select fewer: one look must be enough to see that they are the same.") if selected > MOST else ""
        )

    def ask(self) -> None:
        """Say who would be one, in which CRMs they stand, and that it can be taken back."""
        desk, ids = self._window.desk, list(self._window.table.view.selected_ids())
        if not 2 <= len(ids) <= MOST:
            return
        names = desk.account_names()
        lines = []
        for item in map(desk.item, ids):
            where = listed(list(dict.fromkeys(names.get(record.account_id, "") for record in item.records)))
            name = one_line(compose_name(item.values), 60) or self.tr("No name")
            lines.append(self.tr("{name} – in {accounts}").format(name=name, accounts=where))
        lines.append(self.tr("Each CRM keeps its own values, nothing is overwritten, and you can unlink them again."))
        title = self.tr("Link these {things} as one?").format(things=counted(desk.item(ids[0]).kind, len(ids)))
        self._window.messages.ask(
            title, "\n".join(lines), self.tr("Link as one"), lambda: self._link(ids), lambda: self._rows_of(ids)
        )

    def _rows_of(self, ids: Sequence[int]) -> QRect:
        """Where these items stand on the screen."""
        view = self._window.table.view
        found, ground = QRect(), view.viewport()
        for row in view.rows_in_sight():
            if self._window.table.model.id_at(row) in ids:
                found |= QRect(0, view.rowViewportPosition(row), ground.width(), view.rowHeight(row))
        return found.translated(ground.mapToGlobal(QPoint(0, 0)))

    def _link(self, ids: Sequence[int]) -> None:
        self._window.tasks.start(self._do_link(ids), what=self.tr("Link as one"))

    async def _do_link(self, ids: Sequence[int]) -> None:
        desk, window = self._window.desk, self._window
        others = [desk.item(id_) for id_ in ids[1:]]
        window.table.listing.expect()
        kept = await desk.link(ids)
        window.panes.show_item(kept.id)
        said = self.tr("{things} are one now").format(things=counted(kept.kind, len(ids)))
        window.messages.note(said, self.tr("Undo"), lambda: self._take_back(kept.id, others))

    def _take_back(self, kept_id: int, others: Sequence[Item]) -> None:
        self._window.tasks.start(self._do_take_back(kept_id, others), what=self.tr("Unlink"))

    async def _do_take_back(self, kept_id: int, others: Sequence[Item]) -> None:
        """Each item becomes what it was: its records leave one by one and stand together again."""
        desk = self._window.desk
        self._window.table.listing.expect()
        for item in others:
            apart = [(await desk.unlink(kept_id, record.account_id, record.id)).id for record in item.records]
            if len(apart) > 1:
                await desk.link(apart)
        self._window.messages.note(self.tr("They stand for themselves again"))
