"""Labels, chips and surfaces: text that is never read as markup, in the three sizes and two weights of the look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QSizePolicy, QStyle, QWidget

from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.wording.phrases import tooltip


def plain_tips(menu: QMenu) -> None:
    """Show the actions' own tooltips, where they have none of their own, as plain text: Qt guesses at markup."""
    menu.setToolTipsVisible(True)
    for action in menu.actions():
        if not action.toolTip().startswith("<p style="):
            action.setToolTip(tooltip(action.toolTip()))


MOVES_MS = 1000  # between two looks at a text that time changes


class Label(QLabel):
    """Plain text. `secondary` shows it quieter; `elided` cuts it to one line and puts the whole into the tooltip."""

    def __init__(
        self,
        text: str = "",
        *,
        size: FontSize = FontSize.BODY,
        strong: bool = False,
        secondary: bool = False,
        wrap: bool = False,
        elided: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._whole = ""
        self._elided = elided
        self._moving: QTimer | None = None
        self._say: Callable[[], str] = str
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, strong=strong))
        self.setWordWrap(wrap)
        if secondary:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        if elided:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._align()
        self.setText(text)

    def _align(self) -> None:
        """Stand where the language of the window begins its lines, whatever script the text is in."""
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self.alignment() & Qt.AlignmentFlag.AlignAbsolute:
            self._align()

    def setText(self, text: str) -> None:
        """Show that text."""
        self._whole = text
        self._show()

    def follow(self, say: Callable[[], str]) -> Label:
        """Show what `say` tells, now and as time goes on: for "2 min ago" and "in 43 s". Returns the label itself."""
        if self._moving is None:
            self._moving = QTimer(self)
            self._moving.setInterval(MOVES_MS)
            self._moving.timeout.connect(self._move)
        self._say = say
        self._move()
        if self.isVisible():
            self._moving.start()
        return self

    def _move(self) -> None:
        text = self._say()
        if text != self._whole:
            self.setText(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._moving is not None:
            self._move()
            self._moving.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._moving is not None:
            self._moving.stop()

    def whole(self) -> str:
        """The text as it was set, before it was cut."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        if not self._elided:
            super().setText(self._whole)
            return
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        super().setText(cut)
        self.setToolTip("" if cut == self._whole else tooltip(self._whole))
        self.setAccessibleName(self._whole)


class Surface(QFrame):
    """A pane filled with one palette role, without a frame."""

    def __init__(self, role: QPalette.ColorRole = QPalette.ColorRole.Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(role)
        self.setAutoFillBackground(True)
