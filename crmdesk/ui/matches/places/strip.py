"""On a card: who else might be this one, answered on the spot; and on a new card who is here already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.domain.matching.suggestions import Reason
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.tokens import GRID, tokens
from crmdesk.ui.matches.reason_chips import ReasonChips
from crmdesk.ui.matches.words import reason_word

MOST = 4  # reasons beside a card


class MatchStrip(QWidget):
    """`answered("link" | "not same")`, also by L and N while the strip has the focus; `asked` to see both whole."""

    answered = Signal(str)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        self.label = Label(strong=True, wrap=True, parent=self)
        column.addWidget(self.label)
        self.chips = ReasonChips(self)
        column.addWidget(self.chips)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.link = self._button(self.tr("Link"), "L", lambda: self.answered.emit("link"))
        self.not_same = self._button(self.tr("Not the same"), "N", lambda: self.answered.emit("not same"))
        self.look = QPushButton(self.tr("Compare"), self)
        self.look.setProperty("look", "quiet")
        self.look.clicked.connect(self.asked)
        for button in (self.link, self.not_same, self.look):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def _button(self, text: str, key: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(self.tr("{what} ({key})").format(what=text, key=key))
        button.clicked.connect(act)
        return button

    def say(self, text: str, reasons: Sequence[Reason], look: str, *, answers: bool = True) -> None:
        """Show that somebody might be the same; with `answers` it can be decided here. "" shows nothing."""
        self.label.setText(text)
        shown = sorted(reasons, key=lambda one: -abs(one.bits))[:MOST]
        self.chips.show_reasons(shown)
        self.link.setVisible(answers)
        self.not_same.setVisible(answers)
        self.look.setText(look)
        words = ", ".join(reason_word(one) for one in shown)
        self.setAccessibleName(f"{text}: {words}" if words else text)
        self.setVisible(bool(text))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = {Qt.Key.Key_L: "link", Qt.Key.Key_N: "not same"}.get(Qt.Key(event.key()))
        if answer is None or event.modifiers() or not self.link.isVisibleTo(self):
            super().keyPressEvent(event)
        else:
            self.answered.emit(answer)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(shown.accent if self.hasFocus() else shown.hairline)
        painter.setBrush(shown.selection)
        painter.drawRoundedRect(self.contentsRect().adjusted(0, 0, -1, -1), GRID, GRID)
        painter.end()
