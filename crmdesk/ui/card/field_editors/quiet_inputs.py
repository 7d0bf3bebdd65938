"""Inputs that read like text until the pointer or the focus is on them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QToolButton,
    QToolTip,
    QWidget,
)

from crmdesk.ui.card.field_editors.lane import Lane
from crmdesk.ui.look.theme import font
from crmdesk.ui.look.tokens import tokens
from crmdesk.ui.wording.phrases import direction_of, tooltip

LONGEST_LINE = 2_000  # characters of a line that are shown: more cost time, and cannot be worked with in one line
LONG_WORD = 1_000  # characters without a blank, from which looking for a place to break takes quadratic time
_LINE_MARGIN = 2  # that QLineEdit leaves on either side of its text
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def asks_undo(event: QEvent) -> bool:
    """Whether a key asks to undo or redo: the card has one history for all of its fields, so inputs leave it alone."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _UNDO)


_BARE = "QLineEdit, QPlainTextEdit { background: transparent; border: none; padding: 0; }"


class QuietLine(QLineEdit):
    """One line without a frame. Of a text that no line can hold the beginning is shown, and cannot be edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beyond = ""  # the whole text, where it is longer than what is shown
        self._fixed = False
        self.setFrame(False)
        self._side = Qt.AlignmentFlag.AlignLeading
        self._align()
        self.setStyleSheet(_BARE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def stand(self, side: Qt.AlignmentFlag) -> None:
        """Stand at that side, leading or trailing, whatever script the text is in."""
        self._side = side
        self._align()

    def _align(self) -> None:
        side = QStyle.visualAlignment(self.layoutDirection(), self._side)
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def set_text(self, text: str) -> None:
        """Show a text from its beginning; nothing happens where it stands already, so the caret stays."""
        if self.whole() == text:
            return
        self._beyond = text if len(text) > LONGEST_LINE else ""
        self.setReadOnly(self._fixed)
        self.setText(f"{text[:LONGEST_LINE]}…" if self._beyond else text)
        self.setCursorPosition(0)

    def whole(self) -> str:
        """The text, with what is not shown of it."""
        return self._beyond or self.text()

    def clear(self) -> None:
        self.set_text("")

    def setReadOnly(self, fixed: bool) -> None:
        self._fixed = fixed
        super().setReadOnly(fixed or bool(self._beyond))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and asks_undo(event):
            event.ignore()
            return False
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.is_cut:
            told = self.toolTip() or tooltip(self.text())
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    @property
    def is_cut(self) -> bool:
        """Whether the text does not fit and nobody is typing in it, so that its end is shown as an ellipsis."""
        return not self.hasFocus() and self.fontMetrics().horizontalAdvance(self.text()) > self.room().width()

    def room(self) -> QRect:
        """Where the text stands."""
        margins = self.textMargins()
        inside = self.contentsRect().marginsRemoved(margins)
        return inside.adjusted(_LINE_MARGIN, 0, -_LINE_MARGIN, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut:
            super().paintEvent(event)
            return
        room = self.room()
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.setLayoutDirection(direction_of(self.text()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(self.alignment()), shown)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class QuietText(QPlainTextEdit):
    """Many lines without a frame, as tall as their text within bounds."""

    def __init__(self, parent: QWidget | None = None, least: int = 2, most: int = 14) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setStyleSheet(_BARE)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        # Its text begins where that of a line does.
        self._air = max(0, (FieldBox.tool_height() - self.fontMetrics().lineSpacing()) // 2)
        self.setViewportMargins(_LINE_MARGIN, self._air, _LINE_MARGIN, 0)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def set_text(self, text: str) -> None:
        """Show a text; nothing happens where it stands already, so the caret stays."""
        if self.toPlainText() != text:
            self._break_for(text)
            self.setPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._break_for(source.text())
        super().insertFromMimeData(source)

    def _break_for(self, text: str) -> None:
        if max(map(len, text.split()), default=0) >= LONG_WORD:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        elif not self.toPlainText():
            self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def fit(self) -> None:
        """Be as tall as the text."""
        lines = max(self._least, min(self._most, int(self.document().size().height())))
        height = lines * self.fontMetrics().lineSpacing() + 2 * self._air
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self._least * self.fontMetrics().lineSpacing() + 2 * self._air)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and asks_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier))
        if asks_undo(event) or (command and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            event.ignore()
        else:
            super().keyPressEvent(event)


class FieldBox(QWidget):
    """The ground under an input: nothing at rest, a tint under the pointer, a frame while the focus is inside.

    At its end is the lane, as wide on every row and as high as a tool, so that nothing moves when tools appear.
    """

    lit = Signal(bool)  # pointer or focus is inside

    def __init__(self, parent: QWidget | None = None, places: int = 2) -> None:
        super().__init__(parent)
        self._hovered = False
        self._focused = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 2, 4, 2)
        self.row.setSpacing(4)
        self.lane = Lane(self, places)
        self.row.addWidget(self.lane, 0, Qt.AlignmentFlag.AlignTop)
        self.lane.setFixedHeight(self.tool_height())
        self.lit.connect(self.lane.light)

    @staticmethod
    def tool_height() -> int:
        """The height of a tool, and so of a row's first line."""
        return max(24, QFontMetrics(font()).height() + 6)

    def hold(self, widget: QWidget, stretch: int = 0) -> None:
        """Take an input, or what stands beside it at all times, into the box."""
        self.row.insertWidget(self.row.count() - 1, widget, stretch)
        widget.installEventFilter(self)

    def tool(self, button: QToolButton) -> None:
        """Take a tool into the lane."""
        self.lane.hold(button)
        button.installEventFilter(self)

    @property
    def is_lit(self) -> bool:
        """Whether pointer or focus is inside."""
        return self._hovered or self._focused

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            now = QApplication.focusWidget()  # already the one that gets it: tools stay while the focus goes among them
            self._set(focused=event.type() == QEvent.Type.FocusIn or (now is not None and self.isAncestorOf(now)))
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._set(hovered=True)

    def leaveEvent(self, event: QEvent) -> None:
        self._set(hovered=False)

    def _set(self, hovered: bool | None = None, focused: bool | None = None) -> None:
        before = self.is_lit
        self._hovered = self._hovered if hovered is None else hovered
        self._focused = self._focused if focused is None else focused
        self.update()
        if before != self.is_lit:
            self.lit.emit(self.is_lit)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_lit:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = tokens(self.palette())
        painter.setPen(QPen(shown.accent, 1.5) if self._focused else QPen(shown.hairline, 1.0))
        painter.setBrush(shown.surface if self._focused else shown.hover)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
        painter.end()
