"""A layout that fills lines like text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets beside each other, in as many lines as the width asks for; mirrored for right-to-left readers."""

    def __init__(self, parent: QWidget | None = None, gap: int = 4, line_gap: int | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self._line_gap = gap if line_gap is None else line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert(self, index: int, widget: QWidget) -> None:
        """Put a widget before another."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        y, last = inside.y(), 0
        for line in self._lines(inside.width()):
            tall = max(item.sizeHint().height() for item in line)
            if move:
                self._place(line, QRect(inside.x(), y, inside.width(), tall))
            last, y = y + tall, y + tall + self._line_gap
        return (last or inside.y()) - rect.y() + margins.bottom()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if (widget := item.widget()) is not None and widget.isHidden():
                continue
            wants = item.sizeHint().width()
            if not lines or used + wants > width:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += wants + self.spacing()
        return lines

    def _place(self, line: Sequence[QLayoutItem], room: QRect) -> None:
        """Put the items of a line beside each other, each at half its height; one that expands takes what is left."""
        parent, x = self.parentWidget(), room.x()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for item in line:
            wants = item.sizeHint()
            width = wants.width()
            if Qt.Orientation.Horizontal & item.expandingDirections():
                width = max(width, room.right() + 1 - x)
            top = room.y() + (room.height() - wants.height()) // 2
            place = QRect(QPoint(x, top), QSize(min(width, room.width()), wants.height()))
            if mirrored:
                place.moveRight(room.right() - (place.left() - room.left()))
            item.setGeometry(place)
            x += wants.width() + self.spacing()
