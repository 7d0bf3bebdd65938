"""The head of the review: what it is, when the search last ended, what is new, and the ways to all at once and back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.matches.words import things
from crmdesk.ui.wording.phrases import numbered


class PageHead(QWidget):
    """`asked_new` to show what came, `asked_bulk` to link all that is certain, `decided_shown(on)` for the answers."""

    asked_new = Signal()
    asked_bulk = Signal()
    decided_shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self.tr("Same person?"), size=FontSize.TITLE, strong=True, parent=self))
        self.state = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=self)
        words.addWidget(self.state)
        row.addLayout(words, 1)
        self.pill = QPushButton(self)
        self.pill.setProperty("look", "primary")
        self.pill.clicked.connect(self.asked_new)
        self.decided = QPushButton(self.tr("Decided"), self)
        self.decided.setCheckable(True)
        self.decided.toggled.connect(self.decided_shown)
        self.bulk = QPushButton(self)
        self.bulk.clicked.connect(self.asked_bulk)
        for button in (self.pill, self.decided, self.bulk):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.pill.hide()
        self.bulk.hide()

    def say_new(self, n: int) -> None:
        """Say that so many came, or, with none, that the list is another; the figures stay until that is asked for."""
        self.pill.setText(numbered(self.tr("%Ln new", "", n), n) if n else self.tr("The list has changed"))
        self.pill.show()

    def offer_bulk(self, kind: Kind | None, n: int) -> None:
        """Offer to link so many at once, where there are several."""
        self.bulk.setText(self.tr("Link {things}…").format(things=things(kind, n)))
        self.bulk.setVisible(n > 1 and not self.decided.isChecked())

    def count_decided(self, n: int) -> None:
        """Say how much was decided."""
        self.decided.setText(numbered(self.tr("Decided (%Ln)", "", n), n) if n else self.tr("Decided"))
