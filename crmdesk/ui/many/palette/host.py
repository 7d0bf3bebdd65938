"""Opens the palette on what the window can do, and remembers what is used most."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QTextDocumentFragment
from PySide6.QtWidgets import QWidget

from crmdesk.desk import Desk
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.bars.sidebar import Sidebar
from crmdesk.ui.window.actions import Actions
from crmdesk.ui.window.shortcuts import COMMANDS, say
from crmdesk.ui.wording.phrases import one_line
from crmdesk.ui.wording.settings import catalogue, page_title

if TYPE_CHECKING:
    from crmdesk.ui.many.palette.palette import Entry

_KEY = "window.palette"
MOST_KEPT = 60


def _plain(tip: str) -> str:
    """A tooltip's words: they tell why an action is off."""
    return one_line(QTextDocumentFragment.fromHtml(tip).toPlainText())


class PaletteHost(QObject):
    """`open` shows it."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        owner: QWidget,
        actions: Actions,
        sidebar: Sidebar,
        open_item: Callable[[int], None],
        open_setting: Callable[[str], None],
    ) -> None:
        super().__init__(owner)
        self._desk, self._tasks, self._owner = desk, tasks, owner
        self._actions, self._sidebar, self._open_item = actions, sidebar, open_item
        self._open_setting = open_setting

    def open(self) -> None:
        """Show the palette."""
        from crmdesk.ui.many.palette.palette import Palette  # 10 ms

        palette = Palette(self._owner, self._desk, self._tasks, self._entries(), self._uses(), self._open_item)
        palette.used.connect(self._note)

    def _entries(self) -> list[Entry]:
        from crmdesk.ui.many.palette.palette import Entry  # loaded by whoever opens it

        native = QKeySequence.SequenceFormat.NativeText
        entries = []
        for command in COMMANDS:
            action = self._actions[command.id]
            if command.id == "palette" or not action.isVisible():
                continue
            keys = action.shortcut().toString(native)
            why_not = "" if action.isEnabled() else _plain(action.toolTip()) or self.tr("not now")
            title = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
            entries.append(Entry(command.id, title, keys or say(command.menu), command.icon, action.trigger, why_not))
        for place, title in self._sidebar.places():
            words = self.tr("Go to {place}").format(place=one_line(title, 60))
            key = f"place:{place.what}:{place.account_id}:{place.kind}"
            entries.append(Entry(key, words, "", "compass", partial(self._sidebar.go, place)))
        for one in catalogue():
            words = self.tr("Setting: {name}").format(name=one.title)
            more = f"{page_title(one.page)}  {one.also}"
            entries.append(Entry(f"setting:{one.key}", words, more, "settings", partial(self._open_setting, one.key)))
        return entries

    def _uses(self) -> dict[str, int]:
        try:
            told = json.loads(self._desk.setting(_KEY, "{}"))
        except ValueError:
            return {}
        return {str(key): int(number) for key, number in told.items()} if isinstance(told, dict) else {}

    def _note(self, key: str) -> None:
        if key.startswith("item:"):
            return
        uses = self._uses()
        uses[key] = uses.get(key, 0) + 1
        kept = dict(sorted(uses.items(), key=lambda one: -one[1])[:MOST_KEPT])
        self._tasks.start(self._desk.set_setting(_KEY, json.dumps(kept)), what=self.tr("Remember what is used"))
