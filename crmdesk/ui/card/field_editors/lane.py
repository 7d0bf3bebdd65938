"""The last column of the card: beside each value, room for where it comes from and where it goes, and for its tools.

The column has one width on every row, so that badges stand below each other and no value moves when tools appear.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from crmdesk.ui.card.field_row.origin_badges import BadgeStrip, Face
from crmdesk.ui.look.badges import Sign
from crmdesk.ui.look.icons import Tint
from crmdesk.ui.wording.phrases import tooltip

GAP = 2


class Lane(QWidget):
    """At rest it shows badges, and a sign once a change is about to go somewhere; under the pointer the tools.

    It is `places` tools wide.
    """

    def __init__(self, parent: QWidget | None = None, places: int = 2) -> None:
        super().__init__(parent)
        side = max(24, self.fontMetrics().height() + 6)
        self.setFixedWidth(places * side + (places - 1) * GAP)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addStretch(1)
        self._sign = Sign(parent=self, size=16)
        self._sign.hide()
        row.addWidget(self._sign)
        self.badges = BadgeStrip(self, most=places)
        row.addWidget(self.badges)
        self._row = row
        self._tools: dict[QToolButton, bool] = {}
        self._lit = False
        self._landing = ""

    def hold(self, button: QToolButton) -> None:
        """Take a tool, hidden until it is of use and pointer or focus is there."""
        button.hide()
        self._tools[button] = False
        self._row.addWidget(button)

    def offer(self, button: QToolButton, useful: bool) -> None:
        """Say whether a tool is of use now."""
        self._tools[button] = useful
        self._settle()

    def light(self, lit: bool) -> None:
        """Say whether pointer or focus is on the row."""
        self._lit = lit
        self._settle()

    def show_faces(self, faces: Sequence[Face], also: str = "") -> None:
        """Show the badges of these accounts."""
        self.badges.show_faces(faces, also)
        self._settle()

    def show_landing(self, sign: str, text: str) -> None:
        """Show where a change will be, with a sign for it; nothing for ""."""
        self._landing = text
        self._sign.show_sign(sign, Tint.ACCENT)
        self._sign.setToolTip(tooltip(text))
        self._sign.setAccessibleName(text)
        self._settle()

    def _settle(self) -> None:
        tools = {button for button, useful in self._tools.items() if useful and self._lit}
        for button in self._tools:
            button.setVisible(button in tools)
        self._sign.setVisible(bool(self._landing) and not tools)
        self.badges.setVisible(not self._landing and not tools)
