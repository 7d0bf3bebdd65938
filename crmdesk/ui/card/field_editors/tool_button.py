"""Small buttons beside or below a value."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from crmdesk.ui.look.icons import Tint, icon
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.wording.phrases import count, tooltip


class IconButton(QToolButton):
    """A flat button with an icon, reachable by keyboard, at least 24 pixels wide and high."""

    def __init__(self, name: str, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "quiet")
        self.setStyleSheet("QToolButton { padding: 0; min-height: 0; }")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        side = max(24, self.fontMetrics().height() + 6)
        self.setFixedSize(side, side)
        self.setIconSize(QSize(side - 8, side - 8))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_as(name, says)

    def show_as(self, name: str, says: str, tint: Tint = Tint.SECONDARY) -> None:
        """Show another icon and say what it does."""
        self.setIcon(icon(name, tint))
        self.setAccessibleName(says)
        self.setToolTip(tooltip(says))


class MoreButton(QPushButton):
    """What leads to the rest of a value of which only a part is shown; hidden while nothing is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "link")
        self.setFont(font(FontSize.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def left(self, number: int) -> None:
        """Say how many entries, or characters, are not shown."""
        self.setText(self.tr("Show more ({count} hidden)").format(count=count(number)))
        self.setVisible(bool(number))
