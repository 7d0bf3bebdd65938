"""What there is to know about one field, below its value: warnings, where it lands, other values, newer values."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crmdesk.ui.field_editors.flow import FlowLayout
from crmdesk.ui.icons import Tint, icon
from crmdesk.ui.labels import Label
from crmdesk.ui.phrases import tooltip
from crmdesk.ui.theme import FontSize, font
from crmdesk.ui.tokens import tokens


class Tone(StrEnum):
    """How a remark sounds; each has a sign of its own beside the colour."""

    QUIET = "secondary"
    AMBER = "amber"
    RED = "red"


class Remark(QWidget):
    """A small sign and a sentence."""

    def __init__(self, sign: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 2)
        layout.setSpacing(6)
        side = self.fontMetrics().height() - 2
        self._sign = QLabel(self)
        self._sign.setTextFormat(Qt.TextFormat.PlainText)
        self._sign.setPixmap(icon(sign, Tint(tone.value)).pixmap(QSize(side, side), self.devicePixelRatioF()))
        self._sign.setFixedWidth(side)
        self._name, self._side = sign, side
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self.label = Label(size=FontSize.SMALL, wrap=True, secondary=tone is Tone.QUIET, parent=self)
        layout.addWidget(self.label, 1)
        self.hide()
        self._tint()

    def say(self, text: str, more: str = "") -> None:
        """Show a sentence, or nothing for ""; `more` stands in the tooltip."""
        self.label.setText(text)
        self.setToolTip(tooltip(more))
        self.setVisible(bool(text))

    def _tint(self) -> None:
        ratio = self.devicePixelRatioF()
        drawn = icon(self._name, Tint(self._tone.value)).pixmap(QSize(self._side, self._side), ratio)
        self._sign.setPixmap(drawn)
        if self._tone is not Tone.QUIET:
            self.label.setForegroundRole(QPalette.ColorRole.WindowText)
            palette = self.label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, getattr(tokens(self.palette()), self._tone.value))
            self.label.setPalette(palette)

    def retint(self) -> None:
        """Follow a change of colours."""
        self._tint()


class ChipButton(QPushButton):
    """A short offer below a field."""

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.setFont(font(FontSize.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        ground = "" if look == "amber" else " background: palette(midlight);"
        self.setStyleSheet(f"QPushButton {{ padding: 2px 8px; min-height: 18px;{ground} }}")
        self.hide()

    def offer(self, text: str, more: str = "") -> None:
        """Show an offer, or nothing for ""."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setToolTip(tooltip(more))
        self.setVisible(bool(text))


class FieldNotes(QWidget):
    """All remarks and offers of one field; takes no room while there is nothing to say."""

    took_newer = Signal()
    asked_values = Signal()
    asked_conflict = Signal()
    asked_retry = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.warning = Remark("warning", Tone.AMBER, self)
        self.problem = Remark("error", Tone.RED, self)
        self.refused = Remark("error", Tone.RED, self)
        self.landing = Remark("outbox", Tone.QUIET, self)
        self.kept_here = Remark("computer", Tone.QUIET, self)
        for remark in self.remarks:
            layout.addWidget(remark)
        chips = QWidget(self)
        flow = FlowLayout(chips)
        flow.setContentsMargins(8, 0, 0, 4)
        self.newer = ChipButton("amber", chips)
        self.conflict = ChipButton("amber", chips)
        self.values = ChipButton("quiet", chips)
        self.retry = ChipButton("quiet", chips)
        self._chips = chips
        for chip in self.offers:
            flow.addWidget(chip)
        layout.addWidget(chips)
        self.newer.clicked.connect(self.took_newer)
        self.values.clicked.connect(self.asked_values)
        self.conflict.clicked.connect(self.asked_conflict)
        self.retry.clicked.connect(self.asked_retry)
        self.settle()

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The sentences, from above to below."""
        return self.warning, self.problem, self.refused, self.landing, self.kept_here

    @property
    def offers(self) -> tuple[ChipButton, ...]:
        """The buttons, in reading order."""
        return self.newer, self.conflict, self.values, self.retry

    def settle(self) -> None:
        """Take the room that is needed now."""
        self._chips.setVisible(any(not chip.isHidden() for chip in self.offers))
        self.setVisible(not self._chips.isHidden() or any(not remark.isHidden() for remark in self.remarks))

    def retint(self) -> None:
        """Follow a change of colours."""
        for remark in self.remarks:
            remark.retint()
