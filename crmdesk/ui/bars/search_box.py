"""The search box: asks as the user types, a moment after the last key."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from crmdesk.ui.look.icons import icon

DELAY_MS = 60


class SearchBox(QLineEdit):
    """`searched(text)` after typing pauses; `left` when the user goes on to the list (Down), or back to it (Esc);
    `entered` when he wants the first hit (Enter)."""

    searched = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search everything"))
        self.setAccessibleName(self.tr("Search"))
        self.setAccessibleDescription(
            self.tr(
                "Finds words in every text field and phone numbers in any notation. "
                "Enter opens the first hit, Down goes to the list, Esc goes back."
            )
        )
        self.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        glass, clear = self.findChildren(QToolButton)
        glass.setAccessibleName(self.tr("Search"))
        clear.setAccessibleName(self.tr("Clear the search"))
        self.setMinimumWidth(220)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._ask)
        self.textChanged.connect(lambda _: self._timer.start())
        self._asked = ""

    def set_quietly(self, text: str) -> None:
        """Show that text without asking again."""
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        self._timer.stop()
        self._asked = text.strip()

    def _ask_now(self) -> None:
        self._timer.stop()
        self._ask()

    def _ask(self) -> None:
        text = self.text().strip()
        if text != self._asked:
            self._asked = text
            self.searched.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.clear()
            self._ask_now()
            self.left.emit()
        elif key == Qt.Key.Key_Down:
            self._ask_now()
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask_now()
            self.entered.emit()
        else:
            super().keyPressEvent(event)
