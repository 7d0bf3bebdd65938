"""The bar below the card: what is not saved yet, what became of the last save, and the buttons for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.ui.card.state.provenance import Delivery, delivery_text
from crmdesk.ui.look.badges import Hairline, Sign
from crmdesk.ui.look.icons import Tint
from crmdesk.ui.look.labels import Label, Surface
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import tooltip

_SIGNS = {"sending": "outbox", "waiting": "clock", "sent": "check", "problem": "warning", "here": "check"}


class EditorBar(Surface):
    """Says "2 changes not saved", "Saved · sending to Dex", "Sent to Dex and verified" or what went wrong."""

    asked_save = Signal()
    asked_discard = Signal()
    asked_undo = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QPalette.ColorRole.Button, parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Hairline(parent=self))
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        outer.addLayout(row)
        self._sign = Sign(parent=self, size=self.fontMetrics().height())
        row.addWidget(self._sign)
        self.status = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=self)
        row.addWidget(self.status, 1)
        self.undo = self._button(self.tr("Undo"), "link")
        self.discard = self._button(self.tr("Cancel"), "quiet")
        self.save = self._button(self.tr("Save"), "primary")
        keys = QKeySequence(QKeySequence.StandardKey.Save).toString(QKeySequence.SequenceFormat.NativeText)
        says = self.tr("Save on this computer now; sending follows ({keys})").format(keys=keys)
        self.save.setToolTip(tooltip(says))
        self.discard.setToolTip(tooltip(self.tr("Discard these changes")))
        for button in (self.undo, self.discard, self.save):
            row.addWidget(button)
        self.undo.clicked.connect(self.asked_undo)
        self.discard.clicked.connect(self.asked_discard)
        self.save.clicked.connect(self.asked_save)
        self.show_rest()

    def _button(self, text: str, look: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("look", look)
        return button

    def _show(self, text: str, sign: str = "", tint: Tint = Tint.SECONDARY) -> None:
        self.status.setText(text)
        self._sign.setVisible(bool(sign))
        self._sign.show_sign(sign, tint)

    def _offer(self, *, save: bool = False, undo: bool = False) -> None:
        self.save.setVisible(save)
        self.discard.setVisible(save)
        self.undo.setVisible(undo)

    def show_dirty(self, text: str) -> None:
        """There are changes; `text` says how many and where they go."""
        self._show(text, "edit")
        self._offer(save=True)
        self.show()

    def show_delivery(self, delivery: Delivery, *, undo: bool) -> None:
        """Say what became of the last save."""
        tint = Tint.AMBER if delivery.state == "problem" else Tint.SECONDARY
        text = delivery_text(delivery)
        if text != self.status.whole():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._show(text, _SIGNS[delivery.state], tint)
        self._offer(undo=undo)
        self.show()

    def show_said(self, text: str, *, undo: bool = False) -> None:
        """Say a sentence, with a way back where there is one."""
        self._show(text, "info")
        self._offer(undo=undo)
        self.show()

    def show_rest(self) -> None:
        """Nothing to say."""
        self.hide()
