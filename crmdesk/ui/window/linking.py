"""Linking selected items as one, after saying what that means; and taking it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Signal

from crmdesk.desk import Desk
from crmdesk.domain.items import compose_name
from crmdesk.domain.records import Item
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.bars.toasts import MessageCard
from crmdesk.ui.table.table_pane import ContactTable
from crmdesk.ui.wording.kinds import counted
from crmdesk.ui.wording.phrases import listed, one_line

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words
MOST = 10  # items that one person can judge at once


class Linking(QObject):
    """The command "Link as one"; `linked` with the id of what is one now."""

    linked = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, table: ContactTable, messages: MessageCard) -> None:
        super().__init__(table)
        self._desk, self._tasks, self._table, self._messages = desk, tasks, table, messages

    def ask(self) -> None:
        """Say who would be one, in which CRMs they stand, and that it can be taken back."""
        desk, ids = self._desk, list(self._table.view.selected_ids())
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
        self._messages.ask(
            title, "\n".join(lines), self.tr("Link as one"), lambda: self._link(ids), lambda: self._rows_of(ids)
        )

    def _rows_of(self, ids: Sequence[int]) -> QRect:
        """Where these items stand on the screen."""
        view = self._table.view
        found, ground = QRect(), view.viewport()
        for row in view.rows_in_sight():
            if self._table.model.id_at(row) in ids:
                found |= QRect(0, view.rowViewportPosition(row), ground.width(), view.rowHeight(row))
        return found.translated(ground.mapToGlobal(QPoint(0, 0)))

    def _link(self, ids: Sequence[int]) -> None:
        self._tasks.start(self._do_link(ids), what=self.tr("Link as one"))

    async def _do_link(self, ids: Sequence[int]) -> None:
        desk = self._desk
        others = [desk.item(id_) for id_ in ids[1:]]
        self._table.listing.expect()
        kept = await desk.link(ids)
        self.linked.emit(kept.id)
        said = self.tr("{things} linked as one").format(things=counted(kept.kind, len(ids)))
        self._messages.note(said, self.tr("Undo"), lambda: self._take_back(kept.id, others))

    def _take_back(self, kept_id: int, others: Sequence[Item]) -> None:
        self._tasks.start(self._do_take_back(kept_id, others), what=self.tr("Unlink"))

    async def _do_take_back(self, kept_id: int, others: Sequence[Item]) -> None:
        """Each item becomes what it was: its records leave one by one and stand together again."""
        desk = self._desk
        self._table.listing.expect()
        for item in others:
            apart = [(await desk.unlink(kept_id, record.account_id, record.id)).id for record in item.records]
            if len(apart) > 1:
                await desk.link(apart)
        self._messages.note(self.tr("Unlinked again"))


def why_not_linked(selected: int, *, in_trash: bool) -> str:
    """Why a selection of that many cannot be linked; "" when it can."""
    if in_trash:
        return translate("Linking", "Restore them from the trash first.")
    if selected < 2:
        return translate("Linking", "Select two or more in the list first.")
    if selected > MOST:
        return translate("Linking", "Select fewer: one look must be enough to see that they are the same.")
    return ""
