"""Plain text with parts that are marked: how two versions of a long text differ."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from crmdesk.ui.look.tokens import tokens

Span = tuple[int, int]
_PIECES = re.compile(r"\s+|\w+|[^\w\s]")
_AROUND = 40  # characters shown before the first difference
MOST = 600  # characters of a version that are shown


def differences(one: str, other: str) -> list[Span]:
    """The stretches of `one`, by words, that `other` does not have there."""
    mine, theirs = _PIECES.findall(one), _PIECES.findall(other)
    starts = [0]
    for piece in mine:
        starts.append(starts[-1] + len(piece))
    matcher = difflib.SequenceMatcher(None, mine, theirs, autojunk=False)
    return [(starts[a], starts[b]) for tag, a, b, _c, _d in matcher.get_opcodes() if tag != "equal" and b > a]


def excerpt(text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """As much of a long text as can be shown, beginning shortly before its first difference."""
    start = max(0, (spans[0][0] if spans else 0) - _AROUND) if len(text) > MOST else 0
    before = "…" if start else ""
    cut = text[start : start + MOST]
    after = "…" if start + MOST < len(text) else ""
    move = len(before) - start
    kept = [(max(a, start) + move, min(b, start + MOST) + move) for a, b in spans if a < start + MOST and b > start]
    return f"{before}{cut}{after}", kept


class MarkedText(QWidget):
    """Shows plain text over as many lines as it needs, with some of it on a coloured ground."""

    def __init__(self, text: str, spans: Sequence[Span], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.spans = text.replace("\n", "\u2028"), list(spans)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self.text, self.font())
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._marked(start, end) for start, end in self.spans])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height

    def _marked(self, start: int, end: int) -> QTextLayout.FormatRange:
        made, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setBackground(tokens(self.palette()).match)
        made.start, made.length, made.format = start, end - start, look
        return made

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width)[1])

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        self._laid_out(self.width())[0].draw(painter, QPointF(0, 0))
        painter.end()
