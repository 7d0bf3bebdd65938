"""A line to type in whose text is shown on as many lines as it needs, so that long names and addresses are whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QWidget

from crmdesk.ui.card.field_editors.quiet_inputs import FieldBox, QuietLine
from crmdesk.ui.wording.phrases import direction_of

MOST_LINES = 6  # of a text that is still longer the end is an ellipsis, and the tooltip has it whole
_AIR = 4  # above and below the text at least, as a line edit has it
_BREAKS = str.maketrans({mark: f"\u200b{mark}" for mark in "@./_-?&="})  # where an address may go on in the next line


class WrappingLine(QuietLine):
    """One line to type in, shown on several where its text needs them; its height stays when somebody types."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(lambda _text: self.fit())

    def fit(self) -> None:
        """Take the height that the text needs."""
        lines = self._laid_out(MOST_LINES).lineCount() if self._is_long() else 1
        height = max(1, lines) * self.fontMetrics().lineSpacing() + self._air()
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def _air(self) -> int:
        """Above and below the text: one line is as high as a tool beside it, so that first lines stand on one line."""
        return max(_AIR, FieldBox.tool_height() - self.fontMetrics().lineSpacing())

    def _is_long(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) > self.room().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def _laid_out(self, most: int) -> QTextLayout:
        """The text on at most so many lines; the last one elided where it is longer."""
        width, text = max(1, self.room().width()), self.text()
        if " " not in text:
            text = text.translate(_BREAKS)
        layout = self._lines(text, width, most)
        count = layout.lineCount()
        if count == most:
            last = layout.lineAt(count - 1)
            end = last.textStart() + last.textLength()
            if end < len(text):
                rest = text[last.textStart() :]
                cut = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
                layout = self._lines(text[: last.textStart()] + cut, width, most)
        return layout

    def _lines(self, text: str, width: int, most: int) -> QTextLayout:
        option = QTextOption(QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading))
        option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(direction_of(text))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text, self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while layout.lineCount() < most and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += self.fontMetrics().lineSpacing()
        layout.endLayout()
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        self._laid_out(MOST_LINES).draw(painter, QPointF(self.room().x(), self._air() / 2))
        painter.end()
