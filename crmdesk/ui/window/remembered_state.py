"""What the window remembers: its size, its panes and its columns; kept with the desk's settings."""

from __future__ import annotations

import json

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.table.table_pane import ContactTable
from crmdesk.ui.window.responsive_layout import ResponsiveLayout

KEY = "window.state"
COLUMNS = "window.columns.{kind}"
PANEL = 200  # pixels of the sync panel: one conflict with all it says, and two accounts
CARD, WIDEST_CARD, CARD_SHARE = 420, 760, 0.36  # the card's width in pixels, and its share of the room beside the list
_DEFAULTS = {"editor": True, "editor_below": False, "panel": True}


class RememberedState(QObject):
    """Reads and keeps the state of a window; columns are kept a moment after they changed, the rest when it closes."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        table: ContactTable,
        sidebar: QWidget,
        splitters: dict[str, QSplitter],
        layout: ResponsiveLayout,
    ) -> None:
        super().__init__(table)
        self._desk, self._tasks, self._table, self._sidebar = desk, tasks, table, sidebar
        self._splitters, self._layout = splitters, layout
        self._told: dict[str, object] = {}
        self._in_view = False  # whether the columns are those of a saved view, which keeps its own
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(800)
        self._timer.timeout.connect(self.save)
        table.columns_changed.connect(self._timer.start)

    def restore(self) -> None:
        """Show the window as it was left."""
        try:
            told = json.loads(self._desk.setting(KEY, "{}"))
        except ValueError:
            told = {}
        self._told = told if isinstance(told, dict) else {}
        if self._splitter("across"):
            self._splitters["across"].restoreState(self._splitter("across"))
        if geometry := self._told.get("geometry"):
            self._table.window().restoreGeometry(QByteArray.fromBase64(str(geometry).encode()))
        self._sidebar.setVisible(bool(self._told.get("sidebar", True)))
        self._recall()
        self._timer.stop()

    def _recall(self) -> None:
        table = self._table
        text = self._desk.setting(COLUMNS.format(kind=table.model.kind), "{}")
        sorting = table.view.header.recall(text)
        if sorting is not None:
            table.model.sorting = sorting

    def show_columns(self, view: str | None) -> None:
        """Show the columns of a saved view, or (None) those that the kind has."""
        if self._timer.isActive():
            self.save()
        was, self._in_view = self._in_view, view is not None
        if view:
            sorting = self._table.view.header.recall(view)
            if sorting is not None:
                self._table.model.sorting = sorting
        elif was:
            self._recall()
        self._timer.stop()

    def show_kind(self, kind: Kind) -> None:
        """Let the table list another kind, with the columns that the user has for it."""
        if self._timer.isActive():
            self.save()
        self._table.set_kind(kind)
        self._recall()
        self._timer.stop()

    def chosen(self) -> int | None:
        """Who was chosen in the list of contacts when the window was closed."""
        told = self._told.get("chosen")
        return told if isinstance(told, int) else None

    def flag(self, name: str) -> bool:
        """Whether the user has `editor` or `panel` open, or the editor below (`editor_below`)."""
        return bool(self._told.get(name, _DEFAULTS[name]))

    def note(self, name: str, on: bool) -> None:
        """The user changed one of these."""
        self._told[name] = on

    def divide_beside(self) -> None:
        """Give the editor the room that it had."""
        beside = self._splitters["beside"]
        stacked = self._layout.stacked
        self._layout.stack(False)
        self._layout.turn(below=self.flag("editor_below"))
        if state := self._splitter("beside"):
            beside.restoreState(state)
        else:
            card = max(CARD, min(WIDEST_CARD, round(beside.width() * CARD_SHARE)))
            beside.setSizes([max(1, beside.width() - card), card])
        if stacked:
            self._layout.stack(True)

    def divide_down(self) -> None:
        """Give the sync panel the room that it had."""
        down = self._splitters["down"]
        if state := self._splitter("down"):
            down.restoreState(state)
        else:
            down.setSizes([max(1, down.height() - PANEL), PANEL])

    def _splitter(self, name: str) -> QByteArray:
        return QByteArray.fromBase64(str(self._told.get(name, "")).encode())

    def save(self) -> None:
        """Keep the state as it is now."""
        self._timer.stop()
        text = json.dumps(self._read())
        settings = {KEY: text}
        if not self._in_view:
            settings[COLUMNS.format(kind=self._table.model.kind)] = self._table.view.header.remembered()
        self._tasks.start(self._keep(settings), what=self.tr("Keep the window's layout"))

    def _read(self) -> dict[str, object]:
        kept = self._layout.kept
        return {
            "geometry": _text(self._table.window().saveGeometry()),
            **{name: _text(kept.get(name) or splitter.saveState()) for name, splitter in self._splitters.items()},
            "sidebar": not self._sidebar.isHidden(),
            "chosen": self._table.view.only_id() if self._table.model.kind is Kind.CONTACT else None,
            **{name: self.flag(name) for name in _DEFAULTS},
        }

    async def _keep(self, settings: dict[str, str]) -> None:
        for key, value in settings.items():
            if self._desk.setting(key) != value:
                await self._desk.set_setting(key, value)


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()


async def forget_view(desk: Desk) -> None:
    """Let panes, columns and sorting start afresh at the next opening."""
    for key in (KEY, *(COLUMNS.format(kind=kind) for kind in Kind)):
        if desk.setting(key):
            await desk.set_setting(key, "")
