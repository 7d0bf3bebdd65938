"""The line that is typed into on top of a cell, and the note below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.look.tokens import GRID, HALF

_LEAST = 22  # characters that there is room for, however narrow the cell is
_MOST = 48  # characters that a narrow cell grows to for what stands in it
_NOTE = 46  # characters of a note's line
_STAYS = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Said(NamedTuple):
    """One sentence of a note, with its sign."""

    text: str
    sign: str
    tone: Tone


class CellLine(QLineEdit):
    """`done(rows, columns)` when it is to be saved and where to go then; `given_up` on Escape, `left` for elsewhere."""

    done = Signal(int, int)
    given_up = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setProperty("look", "cell")
        self.hide()

    def lie_on(self, cell: QRect) -> None:
        """Cover a cell; one that is too narrow is covered beyond its end."""
        room = self._room.width()
        metrics = self.fontMetrics()
        least, most = (metrics.averageCharWidth() * characters for characters in (_LEAST, _MOST))
        wanted = min(metrics.horizontalAdvance(self.text()) + 3 * GRID, most)
        width = min(max(cell.width(), least, wanted), room)
        self.setGeometry(_left(self, cell, width, room), cell.top(), width, cell.height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _saves(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.done.emit(0, -1 if shifted or event.key() == Qt.Key.Key_Backtab else 1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.done.emit(1, 0)
        elif _saves(event):
            self.done.emit(0, 0)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)  # those would move in the list, below what is being typed

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()


def _left(widget: QWidget, cell: QRect, width: int, room: int) -> int:
    """Where something of that width begins: with the cell, in the direction of reading, and within the room."""
    left = cell.right() + 1 - width if widget.isRightToLeft() else cell.left()
    return max(0, min(left, room - width))


def _saves(event: QKeyEvent) -> bool:
    with_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.matches(QKeySequence.StandardKey.Save) or (with_control and event.key() in _ENTER)


class CellNote(QFrame):
    """What is to be known about a cell, below it, or above where there is no room; takes no clicks and no focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setProperty("look", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, HALF, GRID, HALF)
        self._column.setSpacing(0)
        self._cell = QRect()
        self._said: tuple[Said, ...] = ()
        self.hide()

    def say(self, said: Sequence[Said], cell: QRect) -> None:
        """Say that about a cell, or nothing."""
        self._cell = cell
        if tuple(said) != self._said:
            self._said = tuple(said)
            while (old := self._column.takeAt(0)) is not None:
                if (remark := old.widget()) is not None:
                    remark.hide()
                    remark.deleteLater()
            for one in said:
                remark = Remark(one.sign, one.tone, self)
                self._column.addWidget(remark)
                remark.say(one.text)
            text = self.text()
            self.setAccessibleName(text)
            if text:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._room, text))
        self.setVisible(bool(said))
        self.lie_by(cell)

    def text(self) -> str:
        """All that it says."""
        return "\n".join(one.text for one in self._said)

    def lie_by(self, cell: QRect) -> None:
        """Go to where that cell stands now."""
        self._cell = cell
        if self.isHidden():
            return
        room = self._room
        width = min(room.width(), max(cell.width(), self.fontMetrics().averageCharWidth() * _NOTE))
        self.setFixedWidth(width)
        height = self._column.heightForWidth(width)
        below = cell.bottom() + 3
        top = below if below + height <= room.height() else cell.top() - height - 2
        self.setGeometry(_left(self, cell, width, room.width()), max(0, top), width, height)
        self.raise_()
