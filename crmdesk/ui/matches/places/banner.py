"""The calm line that says once, after the first search, that somebody may be here twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from crmdesk.ui.look.badges import Sign
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.tokens import GRID, tokens
from crmdesk.ui.wording.phrases import numbered


class MatchesBanner(QWidget):
    """`asked` to have a look; it goes when it is answered either way."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 6, GRID, 6)
        row.setSpacing(GRID)
        row.addWidget(Sign("people", "accent", self))
        self.label = Label(wrap=True, parent=self)
        row.addWidget(self.label, 1)
        look = QPushButton(self.tr("Have a look"), self)
        look.clicked.connect(self._ask)
        later = QPushButton(self.tr("Not now"), self)
        later.setProperty("look", "quiet")
        later.clicked.connect(self.hide)
        row.addWidget(later)
        row.addWidget(look)
        self.hide()

    def say(self, n: int) -> None:
        """Say that so many may be here more than once."""
        says = self.tr("%Ln may be here more than once. Nothing is linked without you.", "", n)
        self.label.setText(numbered(says, n))
        self.setAccessibleName(self.label.whole())
        self.show()

    def _ask(self) -> None:
        self.hide()
        self.asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = tokens(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), shown.selection)
        painter.fillRect(0, self.height() - 1, self.width(), 1, shown.hairline)
        painter.end()
