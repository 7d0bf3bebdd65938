"""The sheet of the review's keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.matches.keys import sheet


class KeySheet(QDialog):
    """Closes with Esc, Enter or its button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys of the review"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(Label(self.windowTitle(), size=FontSize.TITLE, strong=True, parent=self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(6)
        for row, (what, keys) in enumerate(sheet()):
            grid.addWidget(Label(what, parent=self), row, 0)
            grid.addWidget(Label(keys, strong=True, parent=self), row, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
