"""The coloured strip that says: this is a demo."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.tokens import GRID, tokens


class DemoStrip(QWidget):
    """`left` when the user wants to leave the demo."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(
            self.tr("Demo: sample CRMs on this computer. Nothing here is real, try anything."), strong=True, elided=True
        )
        leave = QPushButton(self.tr("Leave demo"))
        leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.addWidget(self._words, 1)
        row.addWidget(leave)
        self.setAccessibleName(self._words.whole())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = tokens(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), shown.flash)
        painter.fillRect(0, 0, GRID // 2, self.height(), shown.accent)
