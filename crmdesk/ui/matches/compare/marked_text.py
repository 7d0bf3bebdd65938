"""Plain text on several lines in which stretches are marked by ground and underline, so that colour is not all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from crmdesk.ui.look.tokens import Tokens

Span = tuple[int, int]
MOST_LINES = 6  # of a cell; what is longer ends in an ellipsis, and stands whole in the tooltip
LINE_BREAK = "\u2028"


def laid_out(
    text: str, font: QFont, width: float, spans: Sequence[Span] = (), shown: Tokens | None = None
) -> QTextLayout:
    """A text broken into lines of that width, its spans marked in the colours of `shown`."""
    layout = QTextLayout(text.replace("\n", LINE_BREAK), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if shown is not None and spans:
        layout.setFormats([_marked(start, end, shown) for start, end in spans])
    layout.beginLayout()
    height = 0.0
    for _ in range(MOST_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _marked(start: int, end: int, shown: Tokens) -> QTextLayout.FormatRange:
    form = QTextCharFormat()
    form.setBackground(shown.match)
    form.setForeground(shown.text)
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, form
    return found


def height_of(text: str, font: QFont, width: float) -> float:
    """How high a text is in lines of that width."""
    return laid_out(text, font, width).boundingRect().height()


def draw(painter: QPainter, layout: QTextLayout, place: QRectF) -> None:
    """Draw a text into a place."""
    painter.save()
    painter.setClipRect(QRectF(place.topLeft(), QSizeF(place.width(), place.height())))
    layout.draw(painter, place.topLeft())
    painter.restore()
