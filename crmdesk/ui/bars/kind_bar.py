"""The kinds that an account or the trash holds, side by side above the list; hidden where there is only one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.ui.look.labels import Surface
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.look.tokens import GRID, HALF
from crmdesk.ui.wording.kinds import counted


class KindBar(Surface):
    """`chosen(kind)` when the user asks for another kind of the same place."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QPalette.ColorRole.Base, parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID, HALF, GRID, HALF)
        self._row.setSpacing(HALF)
        self._row.addStretch(1)
        self._group = QButtonGroup(self)
        self.buttons: list[QPushButton] = []
        self.hide()

    def show_kinds(self, held: Sequence[tuple[Kind, int]], chosen: Kind) -> None:
        """Offer these kinds, each with how many there are."""
        for button in self.buttons:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._made(kind, n, chosen) for kind, n in held] if len(held) > 1 else []
        for place, button in enumerate(self.buttons):
            self._row.insertWidget(place, button)
        self.setVisible(bool(self.buttons))

    def _made(self, kind: Kind, n: int, chosen: Kind) -> QPushButton:
        button = QPushButton(counted(kind, n), self)
        button.setProperty("look", "quiet")
        button.setFont(font(FontSize.SMALL))
        button.setCheckable(True)
        button.setChecked(kind is chosen)
        button.clicked.connect(lambda: self.chosen.emit(kind))
        self._group.addButton(button)
        return button
