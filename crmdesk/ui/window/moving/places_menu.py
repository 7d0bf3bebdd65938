"""The menu of places, with Ctrl and a number for the first nine; and F10, which enters the menus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu

from crmdesk.ui.bars.sidebar import Sidebar

NUMBERED = 9


class PlacesMenu(QObject):
    """Fills the menu whenever it opens: the places are those of the sidebar."""

    def __init__(self, window: QMainWindow, sidebar: Sidebar, menu: QMenu) -> None:
        super().__init__(window)
        self._window, self._sidebar, self._menu = window, sidebar, menu
        menu.aboutToShow.connect(self._fill)
        for number in range(1, NUMBERED + 1):
            key = QShortcut(QKeySequence(f"Ctrl+{number}"), window)
            key.activated.connect(lambda n=number: self._go_to(n))
        QShortcut(QKeySequence("F10"), window).activated.connect(self._enter)

    def _fill(self) -> None:
        self._menu.clear()
        for number, (place, title) in enumerate(self._sidebar.places(), 1):
            action = self._menu.addAction(title.replace("&", "&&"))
            if number <= NUMBERED:
                action.setText(f"{action.text()}\tCtrl+{number}")
            action.triggered.connect(lambda _=False, place=place: self._sidebar.go(place))

    def _go_to(self, number: int) -> None:
        places = self._sidebar.places()
        if number <= len(places):
            self._sidebar.go(places[number - 1][0])

    def _enter(self) -> None:
        bar = self._window.menuBar()
        bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
        bar.setActiveAction(bar.actions()[0])
