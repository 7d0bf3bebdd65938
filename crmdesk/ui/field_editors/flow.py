"""A layout that fills lines like text."""

from __future__ import annotations

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
        x, y, tall = inside.x(), inside.y(), 0
        parent = self.parentWidget()
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            wants = item.sizeHint()
            if x > inside.x() and x + wants.width() > inside.right() + 1:
                x, y, tall = inside.x(), y + tall + self._line_gap, 0
            if move:
                width = wants.width()
                if Qt.Orientation.Horizontal & item.expandingDirections():
                    width = max(width, inside.right() + 1 - x)
                place = QRect(QPoint(x, y), QSize(min(width, inside.width()), wants.height()))
                if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                    place.moveRight(inside.right() - (place.left() - inside.left()))
                item.setGeometry(place)
            x += wants.width() + self.spacing()
            tall = max(tall, wants.height())
        return y + tall - rect.y() + margins.bottom()
