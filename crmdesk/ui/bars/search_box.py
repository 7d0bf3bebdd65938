"""The search box: asks as the user types, a moment after the last key."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QToolButton, QToolTip, QWidget

from crmdesk.errors import QueryInvalid
from crmdesk.ui.look.icons import icon
from crmdesk.ui.wording.phrases import tooltip

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
        self._wrong: QueryInvalid | None = None
        self._described = ""  # what it says of itself while nothing is wrong
        self.textChanged.connect(self._forget_wrong)

    def set_quietly(self, text: str) -> None:
        """Show that text without asking again."""
        self.setText(text)  # heard by the box itself, whose cross goes with the last letter
        self._timer.stop()
        self._asked = text.strip()

    def _ask_now(self) -> None:
        self._timer.stop()
        self._ask()

    def say_wrong(self, error: QueryInvalid) -> None:
        """Point at what of the text was not understood, until something else is typed."""
        if self._wrong is None:
            self._described = self.accessibleDescription()
        self._wrong = error
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), tooltip(f"{error.plain} {error.next}"), self)
        self.setAccessibleDescription(error.why)
        self.update()

    def _forget_wrong(self) -> None:
        if self._wrong is not None:
            self.setAccessibleDescription(self._described)
        self._wrong = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._wrong is None:
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        area = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        metrics = self.fontMetrics()
        # The cursor tells where the text lies, however far it is scrolled.
        zero = self.cursorRect().center().x() - metrics.horizontalAdvance(self.text()[: self.cursorPosition()])
        left = zero + metrics.horizontalAdvance(self.text()[: self._wrong.start])
        marked = self.text()[self._wrong.start : self._wrong.end] or " "
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.BrightText), 2))
        painter.drawLine(left, area.bottom() - 3, left + metrics.horizontalAdvance(marked), area.bottom() - 3)

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
