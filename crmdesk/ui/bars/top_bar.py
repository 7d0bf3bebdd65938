"""The bar at the top: new, sync, search, what needs somebody, and the theme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.ui.bars.search_box import SearchBox
from crmdesk.ui.look.icons import Tint, icon
from crmdesk.ui.look.labels import Surface
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.window.actions import Actions
from crmdesk.ui.wording.kinds import new_one
from crmdesk.ui.wording.phrases import count, numbered, tooltip

_ICON = QSize(18, 18)
MANY = 9_999  # things that need somebody: room is kept for saying so many


class TopBar(Surface):
    """`attention_asked` when the user wants to see what needs somebody."""

    attention_asked = Signal()

    def __init__(self, search: SearchBox, actions: Actions, sync_menu: QMenu, themes: QMenu) -> None:
        super().__init__(QPalette.ColorRole.Window)
        new = QPushButton(icon("add", Tint.ON_ACCENT), self.tr("New"))
        new.setProperty("look", "primary")
        new.setAccessibleName(self.tr("New contact"))
        new.setToolTip(actions["new"].toolTip())
        new.clicked.connect(actions["new"].trigger)
        self._new = new
        self._sync = sync = QToolButton()
        sync.setDefaultAction(actions["sync"])
        sync.setIcon(icon("sync"))
        sync.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        sync.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        sync.setMenu(sync_menu)
        sync.setIconSize(_ICON)
        self.search = search
        self.search.setMaximumWidth(560)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._attention = QPushButton(icon("flag", "amber"), "")
        self._attention.setProperty("look", "amber")
        self._attention.clicked.connect(self.attention_asked)
        theme = QToolButton()
        theme.setIcon(icon("theme"))
        theme.setIconSize(_ICON)
        theme.setProperty("look", "quiet")
        theme.setMenu(themes)
        theme.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        theme.setToolTip(self.tr("Theme"))
        theme.setAccessibleName(self.tr("Theme"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        self._left, self._right = self._side(new, sync), self._side(self._attention, theme, trailing=True)
        row.addWidget(self._left)
        row.addStretch(1)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        row.addWidget(self._right)
        for widget in (new, sync, self.search, self._attention, theme):
            widget.setFixedHeight(max(32, self.fontMetrics().height() + 2 * GRID))
        self._narrow, self._waiting = False, 0
        self.set_narrow(False)

    def _side(self, *widgets: QWidget, trailing: bool = False) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        if trailing:
            row.addStretch(1)
        for widget in widgets:
            row.addWidget(widget)
        if not trailing:
            row.addStretch(1)
        return side

    def _settle_sides(self) -> None:
        """Give both sides one width that has room for the count of what needs somebody: the search box never moves."""
        waiting = self._waiting
        self._say_attention(MANY)
        width = max(side.sizeHint().width() for side in (self._left, self._right))
        for side in (self._left, self._right):
            side.setFixedWidth(width)
        self._say_attention(waiting)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone where there is no room for words."""
        self._narrow = narrow
        self._new.setText("" if narrow else self.tr("New"))
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self._sync.setToolButtonStyle(alone if narrow else beside)
        self._settle_sides()

    def say_kind(self, kind: Kind) -> None:
        """Say what the button for a new one makes."""
        self._new.setAccessibleName(new_one(kind))
        self._new.setToolTip(tooltip(new_one(kind)))

    def set_attention(self, n: int) -> None:
        """How many things need somebody; nothing is shown when none does."""
        self._waiting = n
        self._say_attention(n)

    def _say_attention(self, n: int) -> None:
        self._attention.setVisible(n > 0)
        text = numbered(self.tr("%Ln need(s|) you", "", n), n)
        self._attention.setText(count(n) if self._narrow else text)
        self._attention.setAccessibleName(text)
        self._attention.setToolTip(self.tr("Show what needs attention"))
