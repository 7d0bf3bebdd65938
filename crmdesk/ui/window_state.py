"""What the window remembers: its size, its panes and its columns; kept with the desk's settings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer

from crmdesk.domain.fields import Kind

if TYPE_CHECKING:
    from crmdesk.ui.main_window import MainWindow

KEY = "window.state"
COLUMNS = "window.columns.{kind}"


class WindowState(QObject):
    """Reads and keeps the state of a window; columns are kept a moment after they changed, the rest when it closes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._told: dict[str, object] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(800)
        self._timer.timeout.connect(self.save)
        window.table.columns_changed.connect(self._timer.start)

    def restore(self) -> None:
        """Show the window as it was left."""
        window = self._window
        try:
            told = json.loads(window.desk.setting(KEY, "{}"))
        except ValueError:
            told = {}
        self._told = told if isinstance(told, dict) else {}
        if self._splitter("across"):
            window.across.restoreState(self._splitter("across"))
        if geometry := self._told.get("geometry"):
            window.restoreGeometry(QByteArray.fromBase64(str(geometry).encode()))
        window.sidebar.setVisible(self._flag("sidebar", True))
        self._recall()
        self._timer.stop()

    def _recall(self) -> None:
        table = self._window.table
        text = self._window.desk.setting(COLUMNS.format(kind=table.model.kind), "{}")
        sorting = table.view.header.recall(text)
        if sorting is not None:
            table.model.sorting = sorting

    def show_kind(self, kind: Kind) -> None:
        """Let the table list another kind, with the columns that the user has for it."""
        if self._timer.isActive():
            self.save()
        self._window.table.set_kind(kind)
        self._recall()
        self._timer.stop()

    def place_editor(self) -> None:
        """Give the editor the room that it had."""
        window = self._window
        stacked = window.room.stacked
        window.room.stack(False)
        window.panes.set_editor_below(self._flag("editor_below", False))
        if state := self._splitter("beside"):
            window.beside.restoreState(state)
        else:
            width = window.beside.width()
            window.beside.setSizes([max(1, width - 400), 400])
        if stacked:
            window.room.stack(True)
        window.panes.set_editor_visible(self._flag("editor", True))

    def place_panel(self) -> None:
        """Give the sync panel the room that it had."""
        window = self._window
        if state := self._splitter("down"):
            window.down.restoreState(state)
        else:
            height = window.down.height()
            window.down.setSizes([max(1, height - 150), 150])
        window.panes.set_panel_visible(self._flag("panel", True))

    def _flag(self, name: str, default: bool) -> bool:
        return bool(self._told.get(name, default))

    def _splitter(self, name: str) -> QByteArray:
        return QByteArray.fromBase64(str(self._told.get(name, "")).encode())

    def save(self) -> None:
        """Keep the state as it is now."""
        self._timer.stop()
        window = self._window
        text = json.dumps(self._read())
        columns = window.table.view.header.remembered()
        kept = COLUMNS.format(kind=window.table.model.kind)
        window.tasks.start(self._keep({KEY: text, kept: columns}), what=self.tr("Keep the window's layout"))

    def _read(self) -> dict[str, object]:
        window = self._window
        actions = window.actions_
        return {
            "geometry": _text(window.saveGeometry()),
            "across": _text(window.room.kept.get("across") or window.across.saveState()),
            "beside": _text(window.room.kept.get("beside") or window.beside.saveState()),
            "down": _text(window.down.saveState()),
            "sidebar": not window.sidebar.isHidden(),
            "editor": actions["editor"].isChecked(),
            "editor_below": actions["editor_below"].isChecked(),
            "panel": actions["panel"].isChecked(),
        }

    async def _keep(self, settings: dict[str, str]) -> None:
        for key, value in settings.items():
            if self._window.desk.setting(key) != value:
                await self._window.desk.set_setting(key, value)


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()
