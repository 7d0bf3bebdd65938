"""What folds where the window is narrow, and unfolds again: the bars to icons, the editor under the list."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

FOLDED = 1000  # pixels at the usual font size, below which the bars are icons
STACKED = 840  # below which the editor stands under the list


class ResponsiveLayout(QObject):
    """Follows the window's width; `kept` is how the panes were divided before, and comes back with the room."""

    narrowed = Signal(bool)  # whether the bars have room for icons alone; told before the panes are divided anew

    def __init__(self, across: QSplitter, beside: QSplitter, sidebar: QWidget) -> None:
        super().__init__(across)
        self._across, self._beside, self._sidebar = across, beside, sidebar
        self._below = False  # whether the user has the editor below the list
        self.folded = self.stacked = False
        self.kept: dict[str, QByteArray] = {}

    def fit(self, width: int) -> None:
        """Fold and unfold as this width asks for."""
        usual = max(1.0, self._across.fontMetrics().height() / 14)
        if self.folded != (width < FOLDED * usual):
            self._fold(not self.folded, width)
        if self.stacked != (width < STACKED * usual):
            self.stack(not self.stacked)

    def _fold(self, folded: bool, width: int) -> None:
        self.folded = folded
        if folded:
            self.kept["across"] = self._across.saveState()
        self.narrowed.emit(folded)
        if folded:
            self._across.setSizes([self._sidebar.maximumWidth(), width])
        else:
            self._across.restoreState(self.kept.pop("across"))

    def stack(self, stacked: bool) -> None:
        """Put the editor under the list, or where the user has it."""
        self.stacked = stacked
        beside = self._beside
        if stacked:
            self.kept["beside"] = beside.saveState()
            beside.setOrientation(Qt.Orientation.Vertical)
            half = max(1, beside.height() // 2)
            beside.setSizes([half, half])
        elif "beside" in self.kept:
            beside.restoreState(self.kept.pop("beside"))
            self.turn(below=self._below)

    def turn(self, *, below: bool) -> None:
        """Put the editor below the list, or beside it as long as there is room."""
        self._below = below
        down = below or self.stacked
        self._beside.setOrientation(Qt.Orientation.Vertical if down else Qt.Orientation.Horizontal)
