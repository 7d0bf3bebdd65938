"""What there is to know about one field, below its value: warnings, where it lands, other values, newer values."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from crmdesk.ui.card.field_editors.flow_layout import FlowLayout
from crmdesk.ui.look.badges import Sign
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.wording.phrases import tooltip

LEAST = 12  # characters of an offer that are always shown
LONG = 24  # characters from which an offer may be cut, so that its tooltip shows it whole


class Tone(StrEnum):
    """How a remark sounds; each has a sign of its own beside the colour."""

    QUIET = "secondary"
    AMBER = "amber"
    RED = "red"


class Remark(QWidget):
    """A small sign and a sentence."""

    def __init__(self, sign: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 2)
        layout.setSpacing(6)
        side = self.fontMetrics().height() - 2
        layout.addWidget(Sign(sign, tone.value, self, size=side), 0, Qt.AlignmentFlag.AlignTop)
        self.label = Label(size=FontSize.SMALL, wrap=True, secondary=tone is Tone.QUIET, parent=self)
        self.label.setProperty("tone", tone.value)
        layout.addWidget(self.label, 1, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, text: str, more: str = "") -> None:
        """Show a sentence, or nothing for ""; `more` stands in the tooltip."""
        self.label.setText(text)
        self.setToolTip(tooltip(more))
        self.setVisible(bool(text))


class ChipButton(QPushButton):
    """A short offer below a field; one that is longer than the card is wide ends in an ellipsis."""

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
        self.setToolTip(tooltip("\n".join(part for part in (text if len(text) > LONG else "", more) if part)))
        self.setVisible(bool(text))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * LEAST), hint.height())

    def shown_text(self) -> str:
        """The text as far as there is room for it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown_text()
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


_REMARKS = {
    "warning": ("warning", Tone.AMBER),
    "problem": ("error", Tone.RED),
    "refused": ("error", Tone.RED),
    "risk": ("warning", Tone.AMBER),
}
_ASIDE = {"landing": "outbox", "kept_here": "computer"}  # what is said beside the value, with its sign
_OFFERS = {"also": "quiet", "newer": "amber", "conflict": "amber", "values": "quiet", "retry": "quiet"}


class FieldNotes(QWidget):
    """All remarks and offers of one field, each made when first needed; takes no room while there is nothing to say.

    Where a change will be is said by `aside(sign, text)`, beside the value, so that nothing moves while one types.
    """

    asked = Signal(str)  # also | newer | conflict | values | retry

    def __init__(self, parent: QWidget | None = None, aside: Callable[[str, str], None] | None = None) -> None:
        super().__init__(parent)
        self._aside_told: dict[str, str] = {}
        self._aside = aside
        self._remarks: dict[str, Remark] = {}
        self._offers: dict[str, ChipButton] = {}
        self._chips: FlowLayout | None = None
        self.hide()

    def remark(self, name: str, text: str, more: str = "") -> None:
        """Make a remark (warning, problem, refused, landing, risk, kept_here), or take it back with ""."""
        if name in _ASIDE:
            self._say_aside(name, text)
            return
        if name not in self._remarks:
            if not text:
                return
            self._remarks[name] = Remark(*_REMARKS[name], self)
            order = [key for key in _REMARKS if key in self._remarks]
            self._column().insertWidget(order.index(name), self._remarks[name])
        self._remarks[name].say(text, more)

    def _say_aside(self, name: str, text: str) -> None:
        if self._aside_told.get(name, "") == text:
            return
        self._aside_told[name] = text
        told = [(_ASIDE[key], said) for key, said in self._aside_told.items() if said]
        if self._aside is not None:
            self._aside(told[-1][0] if told else "", "\n".join(said for _sign, said in told))

    def offer(self, name: str, text: str, more: str = "") -> None:
        """Make an offer (also, newer, conflict, values, retry), or take it back with ""."""
        if name not in self._offers:
            if not text:
                return
            flow = self._row_of_chips()
            chip = self._offers[name] = ChipButton(_OFFERS[name], flow.parentWidget())
            chip.clicked.connect(lambda: self.asked.emit(name))
            flow.insert([key for key in _OFFERS if key in self._offers].index(name), chip)
        self._offers[name].offer(text, more)

    def _column(self) -> QVBoxLayout:
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            return layout
        made = QVBoxLayout(self)
        made.setContentsMargins(0, 0, 0, 0)
        made.setSpacing(0)
        return made

    def _row_of_chips(self) -> FlowLayout:
        if self._chips is None:
            holder = QWidget(self)
            self._chips = FlowLayout(holder)
            self._chips.setContentsMargins(8, 0, 0, 4)
            self._column().addWidget(holder)
        return self._chips

    def said(self, name: str) -> str:
        """The remark as it stands, or ""."""
        if name in _ASIDE:
            return self._aside_told.get(name, "")
        remark = self._remarks.get(name)
        return "" if remark is None or remark.isHidden() else remark.label.whole()

    def offered(self, name: str) -> ChipButton | None:
        """The offer's button while it is offered."""
        chip = self._offers.get(name)
        return None if chip is None or chip.isHidden() else chip

    @property
    def tells(self) -> bool:
        """Whether there is anything to say, below the value or beside it."""
        return not self.isHidden() or any(self._aside_told.values())

    def clear(self) -> None:
        """Take everything back."""
        for name in (*self._remarks, *_ASIDE):
            self.remark(name, "")
        for name in self._offers:
            self.offer(name, "")
        self.settle()

    def settle(self) -> None:
        """Take the room that is needed now."""
        offered = any(not chip.isHidden() for chip in self._offers.values())
        holder = self._chips.parentWidget() if self._chips is not None else None
        if holder is not None:
            holder.setVisible(offered)
        self.setVisible(offered or any(not remark.isHidden() for remark in self._remarks.values()))
