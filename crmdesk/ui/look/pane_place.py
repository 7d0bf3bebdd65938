"""Where a pane stands from the start, so that nothing moves when the pane itself is made a moment later."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmdesk.ui.look.labels import Surface


class PanePlace(Surface):
    """An empty surface in the pane's colour, at least as large as the pane will ask to be."""

    def __init__(self, ground: QPalette.ColorRole, width: int, height: int) -> None:
        super().__init__(ground)
        self.setMinimumSize(width, height)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def fill(self, pane: QWidget) -> None:
        """Put the pane there."""
        self._column.addWidget(pane)
        pane.show()  # now; a layout would do it a turn of the loop later
