"""Labels, chips and surfaces: text that is never read as markup, in the three sizes and two weights of the look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.look.tokens import GRID, HALF, tokens
from crmdesk.ui.wording.phrases import tooltip


def plain_tips(menu: QMenu) -> None:
    """Show the actions' own tooltips, where they have none of their own, as plain text: Qt guesses at markup."""
    menu.setToolTipsVisible(True)
    for action in menu.actions():
        if not action.toolTip().startswith("<p style="):
            action.setToolTip(tooltip(action.toolTip()))


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
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, strong=strong))
        self.setWordWrap(wrap)
        if secondary:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        if elided:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show that text."""
        self._whole = text
        self._show()

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


class Chip(QWidget):
    """A short text on a rounded ground: quiet, or amber for what needs a person; removable where `closable`."""

    removed = Signal()

    def __init__(
        self, text: str, *, amber: bool = False, closable: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._amber = amber
        self.label = Label(text, size=FontSize.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 2, HALF if closable else GRID, 2)
        row.setSpacing(HALF)
        row.addWidget(self.label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if closable:
            close = QToolButton()
            close.setIcon(icon("close", "secondary"))
            close.setIconSize(QSize(12, 12))
            close.setProperty("look", "quiet")
            close.setAccessibleName(name or text)
            close.setToolTip(tooltip(name))
            close.setFixedSize(24, 24)
            close.clicked.connect(self.removed)
            row.addWidget(close)
        self._tint()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.amber_ground if self._amber else shown.selection_quiet)
        radius = min(self.height() / 2, 12)
        painter.drawRoundedRect(self.rect(), radius, radius)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        if not hasattr(self, "label") or not self._amber:
            return
        palette = self.label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, tokens(self.palette()).amber)
        self.label.setPalette(palette)
