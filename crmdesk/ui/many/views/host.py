"""Connects the bar of filters and the saved views with search box, sidebar and list."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.query.pieces import instead, is_condition, pieces, without
from crmdesk.domain.query.views import View
from crmdesk.domain.records import ItemQuery
from crmdesk.errors import QueryInvalid
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.bars.search_box import SearchBox
from crmdesk.ui.bars.sidebar import Sidebar
from crmdesk.ui.bars.toasts import MessageCard
from crmdesk.ui.many.views.bar import FilterBar
from crmdesk.ui.table.table_pane import ContactTable
from crmdesk.ui.window.places import Place, What
from crmdesk.ui.window.remembered_state import RememberedState
from crmdesk.ui.wording.filters import piece_words
from crmdesk.ui.wording.phrases import count

COUNT_AFTER_MS = 1500  # after the start, and after something changed: the list itself comes first


class ViewsHost(QObject):
    """Keeps the bar true, and the views in the sidebar with their counts."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        owner: QWidget,
        table: ContactTable,
        search: SearchBox,
        sidebar: Sidebar,
        messages: MessageCard,
        state: RememberedState,
        place: Callable[[], Place],
        text: Callable[[], str],
    ) -> None:
        super().__init__(owner)
        self._desk, self._tasks, self._owner, self._table = desk, tasks, owner, table
        self._search, self._sidebar, self._messages, self._state = search, sidebar, messages, state
        self._place, self._text = place, text
        self._counts: dict[int, int | None] = {}
        self.bar = FilterBar()
        table.add_bar(self.bar)
        table.listed.connect(self._listed)
        table.columns_changed.connect(self.show)
        self.bar.changed.connect(
            lambda piece, new: self._ask(instead(self._text(), piece, new) if new else without(self._text(), piece))
        )
        self.bar.add_asked.connect(self.add_filter)
        self.bar.cleared.connect(self._clear)
        self.bar.save_asked.connect(self._save)
        self.bar.save_as_asked.connect(self.save_as)
        self.bar.revert_asked.connect(self._revert)
        sidebar.view_menu_asked.connect(self._menu)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COUNT_AFTER_MS)
        self._timer.timeout.connect(self._count)

    def refresh(self) -> None:
        """Show the views that there are; their counts follow when nothing else is to be done."""
        self._sidebar.show_views(self._desk.views(), self._counts)
        self.count_soon()
        self.show()

    def count_soon(self) -> None:
        """Count what the views hold anew, in a moment."""
        if self._desk.views():
            self._timer.start()

    def open_view(self) -> View | None:
        """The view that is open."""
        place = self._place()
        if place.what is not What.VIEW:
            return None
        return next((view for view in self._desk.views() if view.id == place.account_id), None)

    def text_of(self, place: Place) -> str:
        """What is searched for in a place when somebody goes there: a view's query."""
        view = None
        if place.what is What.VIEW:
            view = next((view for view in self._desk.views() if view.id == place.account_id), None)
        self._state.show_columns(None if view is None else view.columns)
        return "" if view is None else view.query

    def show(self) -> None:
        """Show what is searched for, and whether the open view is as it was saved."""
        view = self.open_view()
        modified = view is not None and (view.query != self._text().strip() or view.sort != self._table.model.sorting)
        self.bar.show_query(self._place().kind, self._text(), "" if view is None else view.name, modified=modified)

    def _listed(self, total: int) -> None:
        self.show()
        parts = [piece for piece in pieces(self._text()) if is_condition(piece)]
        if total == 0 and len(parts) > 1:
            self._tasks.replace(self.bar, self._find_culprit(parts), what=self.tr("Which filter leaves nothing"))

    async def _find_culprit(self, parts: list[str]) -> None:
        """Name the condition without which something would be found."""
        query = self._table.listing.query
        for piece in reversed(parts):
            found = (await self._desk.page(replace(query, text=without(query.text, piece)), 0))[1]
            if found:
                words = piece_words(query.kind, piece)
                said = self.tr("Without “{filter}” there are {n}").format(filter=words, n=count(found))
                self.bar.say_culprit(said)
                return

    def add_filter(self) -> None:
        """Put a condition together in a form."""
        from crmdesk.ui.many.views.filter_form import FilterForm  # 5 ms

        form = FilterForm(self._owner, self._desk, self._tasks, self._place().kind)
        form.agreed.connect(lambda piece: self._ask(f"{self._text()} {piece}".strip()))
        form.open()

    def _ask(self, text: str) -> None:
        self._search.setText(text)

    def _clear(self) -> None:
        self._ask(" ".join(piece for piece in pieces(self._text()) if not is_condition(piece)))

    # Saved views

    def _current(self, view: View) -> View:
        columns = self._table.view.header.remembered()
        sort = tuple(json.loads(columns)["sort"]) or ("name",)
        return replace(view, query=self._text().strip(), sort=sort, columns=columns)

    def _save(self) -> None:
        view = self.open_view()
        if view is not None:
            self._tasks.start(self._keep(self._current(view)), what=self.tr("Save the view"))

    async def _keep(self, view: View) -> None:
        await self._desk.save_view(view)

    def save_as(self) -> None:
        """Ask for a name, and save what is shown as a view."""
        dialog = QInputDialog(self._owner)
        dialog.setWindowTitle(self.tr("Save as view"))
        dialog.setLabelText(self.tr("Name of the view"))
        dialog.textValueSelected.connect(
            lambda name: self._tasks.start(self._make(name), what=self.tr("Save the view"))
        )
        dialog.open()

    async def _make(self, name: str) -> None:
        view = await self._desk.save_view(self._current(View(name, self._place().kind)))
        self.refresh()
        self._sidebar.go(Place(What.VIEW, view.id, view.kind))

    def _revert(self) -> None:
        view = self.open_view()
        if view is not None:
            self.text_of(self._place())
            self._ask(view.query)

    def _menu(self, view_id: int, point: QPoint) -> None:
        views = self._desk.views()
        place = next((number for number, view in enumerate(views) if view.id == view_id), None)
        if place is None:
            return
        menu = QMenu(self._owner)
        menu.addAction(self.tr("Rename…")).triggered.connect(lambda: self._rename(views[place]))
        up, down = menu.addAction(self.tr("Move up")), menu.addAction(self.tr("Move down"))
        up.setEnabled(place > 0)
        down.setEnabled(place < len(views) - 1)
        up.triggered.connect(lambda: self._move(view_id, place - 1))
        down.triggered.connect(lambda: self._move(view_id, place + 1))
        menu.addSeparator()
        menu.addAction(self.tr("Delete the view")).triggered.connect(lambda: self.delete(view_id))
        menu.popup(point)

    def _rename(self, view: View) -> None:
        dialog = QInputDialog(self._owner)
        dialog.setWindowTitle(self.tr("Rename the view"))
        dialog.setLabelText(self.tr("Name of the view"))
        dialog.setTextValue(view.name)
        dialog.textValueSelected.connect(
            lambda name: self._tasks.start(self._keep(replace(view, name=name)), what=self.tr("Rename the view"))
        )
        dialog.open()

    def _move(self, view_id: int, place: int) -> None:
        self._tasks.start(self._desk.move_view(view_id, place), what=self.tr("Move the view"))

    def delete(self, view_id: int) -> None:
        """Delete a view, with a way back."""
        self._tasks.start(self._delete(view_id), what=self.tr("Delete the view"))

    async def _delete(self, view_id: int) -> None:
        if self._place() == Place(What.VIEW, view_id, self._place().kind):
            self._sidebar.go(Place(kind=self._place().kind))
        view, place = await self._desk.remove_view(view_id)
        said = self.tr("The view “{name}” is deleted").format(name=view.name)
        self._messages.note(said, self.tr("Undo"), lambda: self._bring_back(view, place))

    def _bring_back(self, view: View, place: int) -> None:
        self._tasks.start(self._desk.save_view(view, place), what=self.tr("Restore the view"))

    def _count(self) -> None:
        self._tasks.replace("views", self._count_all(), what=self.tr("Count what the views hold"))

    async def _count_all(self) -> None:
        for view in self._desk.views():
            try:
                self._counts[view.id] = (await self._desk.page(ItemQuery(view.kind, view.query), 0))[1]
            except QueryInvalid:
                self._counts[view.id] = None  # a field or an account of it is gone; opening it says which
        self._sidebar.show_views(self._desk.views(), self._counts)
