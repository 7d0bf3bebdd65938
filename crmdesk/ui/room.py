"""What folds where the window is narrow, and unfolds again: sidebar and top bar to icons, the editor under the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt

if TYPE_CHECKING:
    from crmdesk.ui.main_window import MainWindow

FOLDED = 1000  # pixels at the usual font size, below which the bars are icons
STACKED = 840  # below which the editor stands under the list


class Room(QObject):
    """Follows the window's width; `kept` is how the panes were divided before, and comes back with the room."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.folded = self.stacked = False
        self.kept: dict[str, QByteArray] = {}

    def fit(self, width: int) -> None:
        """Fold and unfold as this width asks for."""
        usual = max(1.0, self._window.fontMetrics().height() / 14)
        if self.folded != (width < FOLDED * usual):
            self._fold(not self.folded)
        if self.stacked != (width < STACKED * usual):
            self.stack(not self.stacked)

    def _fold(self, folded: bool) -> None:
        self.folded = folded
        window = self._window
        if folded:
            self.kept["across"] = window.across.saveState()
        window.sidebar.set_narrow(folded)
        window.top.set_narrow(folded)
        if folded:
            window.across.setSizes([window.sidebar.maximumWidth(), window.width()])
        else:
            window.across.restoreState(self.kept.pop("across"))

    def stack(self, stacked: bool) -> None:
        """Put the editor under the list, or where the user has it."""
        self.stacked = stacked
        beside = self._window.beside
        if stacked:
            self.kept["beside"] = beside.saveState()
            beside.setOrientation(Qt.Orientation.Vertical)
            half = max(1, beside.height() // 2)
            beside.setSizes([half, half])
        elif "beside" in self.kept:
            beside.restoreState(self.kept.pop("beside"))
            self.turn(below=self._window.actions_["editor_below"].isChecked())

    def turn(self, *, below: bool) -> None:
        """Put the editor below the list, or beside it as long as there is room."""
        down = below or self.stacked
        self._window.beside.setOrientation(Qt.Orientation.Vertical if down else Qt.Orientation.Horizontal)
