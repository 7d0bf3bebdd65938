"""Opens the settings, and carries out at once what they decide, whoever changed or took back one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

from crmdesk.desk import Desk
from crmdesk.domain import settings as keys
from crmdesk.system import log
from crmdesk.ui.background.network import NetworkWatch
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.theme import SchemeChoice, Theme, scheme_of
from crmdesk.ui.table.table_pane import ContactTable
from crmdesk.ui.window.actions import Actions
from crmdesk.ui.wording.settings import Page

if TYPE_CHECKING:
    from crmdesk.ui.settings.window import SettingsWindow  # 20 ms

ANEW_MS = 120  # after the last of several presses of Ctrl and +


class SettingsHost(QObject):
    """`anew_asked` when a window made anew is wanted: other words or a larger text; `restore_asked(file)`."""

    anew_asked = Signal()
    restore_asked = Signal(object)
    pictures_changed = Signal()
    tags_coloured = Signal()
    theme_chosen = Signal(str)
    item_asked = Signal(int)  # somebody's card is wanted

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        theme: Theme,
        owner: QMainWindow,
        table: ContactTable,
        actions: Actions,
        *,
        demo: bool,
    ) -> None:
        super().__init__(owner)
        self._desk, self._tasks, self._theme, self._owner = desk, tasks, theme, owner
        self._table, self._actions = table, actions
        self._window: SettingsWindow | None = None
        self._demo = demo
        self._network = NetworkWatch(self)
        self._network.told.connect(desk.note_metered)
        self._anew = QTimer(self)
        self._anew.setSingleShot(True)
        self._anew.setInterval(ANEW_MS)
        self._anew.timeout.connect(self.anew_asked)
        self._images = desk.setting(keys.IMAGES)
        self._words = self._made_for()
        self._names = desk.setting(keys.NAMES)
        table.model.tag_colours = desk.tag_colours()
        self._arrange()

    def start(self) -> None:
        """Begin to watch what settings need to be watched; call when the window stands."""
        if self._desk.setting(keys.METERED) == keys.PAUSES:
            self._network.watch()

    def _made_for(self) -> tuple[str, str]:
        """What only a window made anew shows."""
        return self._desk.setting(keys.LANGUAGE), self._desk.setting(keys.TEXT_SIZE)

    # The window

    def open(self, key: str = "", page: Page | None = None) -> None:
        """Show the settings, at one of them or at a page."""
        from crmdesk.ui.settings.window import SettingsWindow  # 20 ms

        window = self._standing()
        if window is None:
            window = self._window = SettingsWindow(self._desk, self._tasks, self._owner, demo=self._demo)
            window.restore_asked.connect(self.restore_asked)
            window.item_asked.connect(self.item_asked)
        window.show()
        window.raise_()
        window.activateWindow()
        if key:
            window.jump(key)
        elif page is not None:
            window.go(page)

    def opened(self) -> Page | None:
        """The page that is open, if any."""
        window = self._standing()
        return window.page() if window is not None and window.isVisible() else None

    def _standing(self) -> SettingsWindow | None:
        """The window, unless it is gone since it was closed."""
        return self._window if self._window is not None and isValid(self._window) else None

    # What follows

    def follow(self) -> None:
        """Settings are others than before: let everything be as they say."""
        desk = self._desk
        self._theme.choose(scheme_of(desk.setting(keys.THEME)))
        self.theme_chosen.emit(self._theme.scheme.value)
        self._arrange()
        self.start()
        log.choose_level(desk.setting(keys.LOG_LEVEL))
        if (colours := desk.tag_colours()) != self._table.model.tag_colours:
            self._table.model.tag_colours = colours
            self._table.view.viewport().update()
            self.tags_coloured.emit()
        if (images := desk.setting(keys.IMAGES)) != self._images:
            self._images = images
            self.pictures_changed.emit()
        if (names := desk.setting(keys.NAMES)) != self._names:
            self._names = names
            self._table.listing.apply()
        if self._made_for() != self._words:
            self._words = self._made_for()
            self._anew.start()
        self.refresh_window()

    def refresh_window(self) -> None:
        """Let the settings, where they are open, show what is kept now."""
        window = self._standing()
        if window is not None:
            window.refresh()

    def _arrange(self) -> None:
        desk = self._desk
        kept = keys.shortcuts_from(desk.setting(keys.SHORTCUTS)) or {}
        letters = desk.setting(keys.LETTERS) != keys.OFF
        self._actions.assign(kept, letters=letters)
        self._table.view.letters = letters
        self._table.show_as(
            compact=desk.setting(keys.DENSITY) == keys.COMPACT, last_first=desk.setting(keys.NAMES) == keys.LAST
        )

    def choose_theme(self, scheme: SchemeChoice) -> None:
        """Show these colours from now on."""
        self._theme.choose(scheme)
        self._tasks.start(self._desk.change_setting(keys.THEME, scheme.value), what=self.tr("Keep the theme"))

    def resize_text(self, by: int) -> None:
        """Make the text larger or smaller by so many steps; 0 gives the system's size back."""
        now = (keys.text_size_from(self._desk.setting(keys.TEXT_SIZE)) or 100) if by else 100
        size = max(keys.SMALLEST_TEXT, min(keys.LARGEST_TEXT, now + by * keys.TEXT_STEP))
        work = self._desk.change_setting(keys.TEXT_SIZE, str(size), named=False)
        self._tasks.start(work, what=self.tr("Keep the text size"))
