"""A question, or something to read, over the window: a title, a few sentences, and the answers as buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize

WIDTH = 440  # device-independent pixels, at the usual font size


class Question(QDialog):
    """Stops nothing else of the program; closed without an answer, nothing happens.

    The answer that loses nothing is the default and stands at the end; what loses something is outlined in red.
    """

    def __init__(self, owner: QWidget, title: str, text: str) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        self.title = Label(title, size=FontSize.TITLE, strong=True, wrap=True, parent=self)
        self.text = Label(text, wrap=True, parent=self)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(8)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        column.addLayout(self._row)

    def answer(
        self, text: str, act: Callable[[], object] | None = None, *, loses: bool = False, default: bool = False
    ) -> QPushButton:
        """Add an answer; the dialog closes before it is carried out."""
        button = QPushButton(text, self)
        button.setAutoDefault(default)
        button.setDefault(default)
        if loses:
            button.setProperty("look", "danger")
        button.clicked.connect(self.accept)
        if act is not None:
            button.clicked.connect(lambda: act())
        self._row.addWidget(button)
        if default:
            button.setFocus()
        return button

    def told(self) -> str:
        """All that it says."""
        return f"{self.title.whole()}\n{self.text.whole()}"
