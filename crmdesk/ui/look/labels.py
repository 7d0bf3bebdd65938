"""Labels, chips and surfaces: text that is never read as markup, in the three sizes and two weights of the look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QSizePolicy, QStyle, QWidget

from crmdesk.ui.look.theme import FontSize, font
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
