"""A page of settings: its rows in one column that scrolls, and what a search leaves of them."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize, text_scale
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.settings.keeping import Keeper
from crmdesk.ui.settings.rows import ChoiceRow, Row, SwitchRow
from crmdesk.ui.wording.settings import Page, page_title, told

WIDEST = 680  # device-independent pixels; longer lines are hard to read


class SettingsPage(QScrollArea):
    """The rows of one page; subclasses add theirs."""

    page: Page

    def __init__(self, desk: Desk, keeper: Keeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.keeper = desk, keeper
        self.rows: list[Row] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(page_title(self.page))
        self.ground = QWidget()
        self.ground.setMaximumWidth(round(WIDEST * text_scale(self.fontMetrics())))
        self.column = QVBoxLayout(self.ground)
        self.column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        self.column.setSpacing(0)
        title = Label(page_title(self.page), size=FontSize.TITLE, strong=True, parent=self.ground)
        title.setContentsMargins(0, 0, 0, 2 * GRID)
        self.column.addWidget(title)
        self.build()
        self.column.addStretch(1)
        self.setWidget(self.ground)
        for ground in (self.ground, self.viewport()):
            ground.setAutoFillBackground(False)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)

    @abstractmethod
    def build(self) -> None:
        """Add the rows of this page."""

    def add(self, row: Row) -> None:
        """Put a row at the end."""
        self.rows.append(row)
        self.column.addWidget(row)

    def choice(self, key: str, *offers: tuple[str, str]) -> ChoiceRow:
        """A row that keeps one of these values of a setting of the desk, with what each is called."""
        row = ChoiceRow(told(key), lambda: offers, lambda: self.desk.setting(key), self.ground)
        row.chosen.connect(lambda value: self.keeper.keep(key, value))
        self.add(row)
        return row

    def switch(self, key: str, on: str, off: str) -> SwitchRow:
        """A row that keeps one of two values of a setting of the desk."""
        row = SwitchRow(told(key), lambda: self.desk.setting(key) == on, self.ground)
        row.turned.connect(lambda turned: self.keeper.keep(key, on if turned else off))
        self.add(row)
        return row

    def refresh(self) -> None:
        """Show what is kept now."""
        for row in self.rows:
            row.refresh()

    def search(self, text: str) -> int:
        """Show the rows that fit; how many there are."""
        fitting = [row for row in self.rows if row.fits(text)]
        for row in self.rows:
            row.setVisible(row in fitting)
        return len(fitting)

    def row(self, key: str) -> Row | None:
        """The row of that key."""
        return next((row for row in self.rows if row.told.key == key), None)

    def show_row(self, row: Row) -> None:
        """Bring a row into sight, and the focus to it."""
        self.ensureWidgetVisible(row)
        row.first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.fontMetrics().height() * 8)
