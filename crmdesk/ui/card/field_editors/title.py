"""The line that names the item at the head of the card: a long name takes a second line instead of being cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QStyle, QWidget

from crmdesk.ui.card.field_editors.line import LineEditor
from crmdesk.ui.card.field_editors.quiet_inputs import QuietLine

_AIR = 4  # above and below the text, as a line edit has it


class TitleLine(QuietLine):
    """One line to type in, shown on two where its text needs them; what is still longer ends in an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(lambda _text: self._fit())

    def _fit(self) -> None:
        """Take the height that the text needs: one line while somebody types."""
        height = self.fontMetrics().lineSpacing() * (2 if self.is_cut else 1) + _AIR
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fit()

    def _lines(self, width: int) -> list[str]:
        text = self.text()
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        end = line.textLength()
        layout.endLayout()
        rest = self.fontMetrics().elidedText(text[end:].strip(), Qt.TextElideMode.ElideRight, width)
        return [text[:end].rstrip(), rest]

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut:
            super().paintEvent(event)
            return
        room, step = self.room(), self.fontMetrics().lineSpacing()
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        side = int(QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading))
        top = (self.height() - 2 * step) // 2
        for number, text in enumerate(self._lines(room.width())):
            painter.drawText(room.x(), top + number * step, room.width(), step, side, text)
        painter.end()


class TitleEditor(LineEditor):
    """The editor of an item's name at the head of its card."""

    line_type = TitleLine
