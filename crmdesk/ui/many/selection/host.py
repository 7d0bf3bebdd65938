"""Brings the panel of a selection where the card is, and does what it is asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.query.bulk import BulkPlan, Touch
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.bars.toasts import MessageCard
from crmdesk.ui.many.selection.panel import SelectionPanel
from crmdesk.ui.table.id_selection import Found, rows_of
from crmdesk.ui.table.table_pane import ContactTable
from crmdesk.ui.window.subject import Subject
from crmdesk.ui.wording.kinds import counted
from crmdesk.ui.wording.phrases import numbered

PAUSE_MS = 60


class SelectionHost(QObject):
    """Shows the panel while two or more rows are selected."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        owner: QWidget,
        table: ContactTable,
        messages: MessageCard,
        subject: Subject,
        do: Callable[[str], None],  # carries out a command of the window by its id
        why_not_link: Callable[[], str],
        undo: Callable[[], None],
        search: Callable[[str], None],  # shows what a query finds
    ) -> None:
        super().__init__(owner)
        self._desk, self._tasks, self._owner, self._table = desk, tasks, owner, table
        self._messages, self._do, self._why_not_link, self._undo = messages, do, why_not_link, undo
        self._subject, self._search = subject, search
        self.panel: SelectionPanel | None = None
        self._running: asyncio.Task[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._show)
        table.chosen.connect(self._timer.start)
        table.listed.connect(lambda _: self._timer.start())

    def lie_on(self, card: QWidget) -> None:
        """The card is there: the panel covers it when it is due."""
        self.panel = SelectionPanel(card)
        self.panel.tag_asked.connect(self.tag)
        self.panel.edit_asked.connect(self.edit)
        self.panel.add_asked.connect(self._add)
        self.panel.all_asked.connect(self._table.view.selectAll)
        self.panel.cancelled.connect(self._cancel)
        self.panel.done.connect(self._do)
        self._show()

    def _show(self) -> None:
        panel, view = self.panel, self._table.view
        selected = view.selected_count()
        if panel is None:
            return
        if selected < 2:
            panel.hide()
            return
        kind = self._table.model.kind
        accounts = [
            (status.account.id, status.account.name)
            for status in self._desk.accounts()
            if kind in status.account.kinds
            and status.account.direction.pushes
            and self._desk.creates(status.account, kind)
        ]
        panel.say(kind, selected, self._table.model.rowCount(), accounts, self._why_not_link())
        panel.cover()
        self._tasks.replace(self, self._look(), what=self.tr("What they share"))

    async def _look(self) -> None:
        shared = await self._desk.shared(self._table.view.selected_ids()[:2_000])
        if self.panel is not None:
            self.panel.show_shared(shared)

    def tag(self) -> None:
        """Ask for a tag, for those whom the commands are about: the selected, or the one whose card is shown."""
        from crmdesk.ui.many.selection.bulk_edit import TagForm  # 5 ms

        ids = self._subject.ids()
        if ids:
            kind = self._subject.kind(self._table.model.kind)
            form = TagForm(self._owner, self._desk, self._tasks, kind, len(ids))
            form.agreed.connect(lambda touches: self._change(kind, ids, touches))
            form.open()

    def open_tags(self) -> None:
        """Show the tags that there are, to be shown, coloured, renamed, merged and deleted."""
        from crmdesk.ui.many.tags.window import TagsWindow  # 5 ms

        window = TagsWindow(self._owner, self._desk, self._tasks, self._table.model.kind)
        window.shown.connect(self._search)
        window.changed.connect(lambda said: self._messages.note(said, self.tr("Undo"), self._undo))
        window.open()

    def edit(self) -> None:
        """Ask which fields of all of them are to be changed."""
        from crmdesk.ui.many.selection.bulk_edit import BulkEdit  # 5 ms

        ids = list(self._table.view.selected_ids())
        kind = self._table.model.kind
        form = BulkEdit(self._owner, self._desk, self._tasks, kind, ids)
        form.agreed.connect(lambda touches: self._change(kind, ids, touches))
        form.kept_asked.connect(self._select)
        form.open()

    def _select(self, ids: Sequence[int]) -> None:
        """Select just these."""
        view, listed = self._table.view, self._table.model.ids
        rows = rows_of(listed, ids)
        if rows:
            view.change_ids(listed, view.standing(), Found(rows, rows[0]), keep_place=False)

    def _change(self, kind: Kind, ids: Sequence[int], touches: Sequence[Touch]) -> None:
        self._start(self._desk.edit_many(kind, ids, touches, self._progress), self.tr("Edit the selected"))

    def _add(self, account_id: int) -> None:
        ids, kind = list(self._table.view.selected_ids()), self._table.model.kind
        self._start(self._desk.add_many(kind, ids, account_id, self._progress), self.tr("Add to a CRM"))

    def _start(self, work: Coroutine[Any, Any, BulkPlan], what: str) -> None:
        self._running = self._tasks.start(self._carry_out(work), what=what)

    async def _carry_out(self, work: Coroutine[Any, Any, BulkPlan]) -> None:
        try:
            done = await work
        finally:
            self._progress(0, 0)
        things = counted(self._table.model.kind, len(done.changed))
        said = self.tr("{things} changed").format(things=things)
        if done.refused:
            left = numbered(self.tr("%n not: {why}", "", len(done.refused)), len(done.refused))
            said += " · " + left.format(why=next(iter(done.refused.values())))
        self._messages.note(said, self.tr("Undo"), self._undo)

    def _progress(self, done: int, of: int) -> None:
        if self.panel is not None:
            self.panel.say_progress(done, of if done < of else 0)

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()
