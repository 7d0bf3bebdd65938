"""The bar above the list: the conditions of the query as chips, and the saved view that they belong to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.domain.query.pieces import is_condition, negated, pieces
from crmdesk.ui.card.field_editors.flow_layout import FlowLayout
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.tokens import GRID, HALF
from crmdesk.ui.wording.filters import piece_words
from crmdesk.ui.wording.phrases import tooltip


class FilterBar(QWidget):
    """Shown while there is a condition, or a saved view is open.

    `changed(piece, new)`: a part was changed, or taken away (""); the others are what their buttons say.
    """

    changed = Signal(str, str)
    add_asked = Signal()
    cleared = Signal()
    save_asked = Signal()
    save_as_asked = Signal()
    revert_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, HALF, GRID, HALF)
        self._row = FlowLayout(gap=HALF)
        column.addLayout(self._row)
        self.chips: list[QToolButton] = []
        self.name = Label("", strong=True)
        self.culprit = Label("", secondary=True)
        self.add = self._button(self.tr("Filter"), self.add_asked.emit, "add")
        self.clear = self._button(self.tr("Clear all"), self.cleared.emit)
        self.save = self._button(self.tr("Save"), self.save_asked.emit)
        self.save_as = self._button(self.tr("Save as view…"), self.save_as_asked.emit)
        self.revert = self._button(self.tr("Revert"), self.revert_asked.emit)
        self._row.addWidget(self.name)
        self._row.addWidget(self.add)
        self._row.addWidget(self.clear)
        self._row.addWidget(self.culprit)
        for button in (self.revert, self.save, self.save_as):
            self._row.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Filters"))
        self.hide()

    def _button(self, words: str, do: Callable[[], None], sign: str = "") -> QPushButton:
        button = QPushButton(words)
        if sign:
            button.setIcon(icon(sign, "secondary"))
        button.setProperty("look", "quiet")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button

    def show_query(self, kind: Kind, text: str, view: str, *, modified: bool) -> None:
        """Show the conditions of a query, and the view that is open with whether it is as it was saved."""
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        parts = [piece for piece in pieces(text) if is_condition(piece)]
        self.chips = [self._chip(kind, piece) for piece in parts]
        for place, chip in enumerate(self.chips):
            self._row.insert(1 + place, chip)
        self.name.setText(self.tr("{view} (changed)").format(view=view) if view and modified else view)
        self.name.setVisible(bool(view))
        self.clear.setVisible(bool(parts))
        self.save.setVisible(bool(view) and modified)
        self.revert.setVisible(bool(view) and modified)
        self.save_as.setVisible(modified or not view)
        self.say_culprit("")
        self.setVisible(bool(parts) or bool(view))

    def _chip(self, kind: Kind, piece: str) -> QToolButton:
        words = piece_words(kind, piece)
        chip = QToolButton(self)
        chip.setText(words)
        chip.setToolTip(tooltip(piece))
        chip.setProperty("look", "chip")
        chip.setAccessibleName(self.tr("Filter: {words}").format(words=words))
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(chip)
        opposite = self.tr("Leave these out") if not piece.startswith("-") else self.tr("Only these")
        menu.addAction(opposite).triggered.connect(lambda: self.changed.emit(piece, negated(piece)))
        menu.addAction(icon("close", "secondary"), self.tr("Remove")).triggered.connect(
            lambda: self.changed.emit(piece, "")
        )
        chip.setMenu(menu)
        return chip

    def say_culprit(self, text: str) -> None:
        """Say which condition leaves nothing."""
        self.culprit.setText(text)
        self.culprit.setVisible(bool(text))
