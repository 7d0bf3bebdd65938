"""The strip above a list in which somebody stands who does not belong to it, such as one who was just made."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from crmdesk.ui.look.labels import Label, Surface
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID, HALF


class GuestStrip(Surface):
    """`left` when the user wants to see the whole list, to which the guest belongs."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QPalette.ColorRole.Base, parent)
        self._words = Label(size=FontSize.SMALL, secondary=True, wrap=True)
        self._whole = QPushButton()
        self._whole.setProperty("look", "link")
        self._whole.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, HALF, GRID, HALF)
        row.addWidget(self._words, 1)
        row.addWidget(self._whole)
        self.hide()

    def say(self, text: str, whole: str = "") -> None:
        """Say why the first row stands there, or nothing for ""; `whole` is the way to the list that it belongs to."""
        self._words.setText(text)
        self._whole.setText(whole)
        self.setVisible(bool(text))
        self.setAccessibleName(text)
