"""Reasons as chips: a sign, a word and a ground; what speaks for it with a plus, what speaks against with a minus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crmdesk.domain.matching.suggestions import Reason
from crmdesk.ui.card.field_editors.flow_layout import FlowLayout
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.look.tokens import GRID, HALF, tokens
from crmdesk.ui.matches.words import reason_word
from crmdesk.ui.wording.phrases import tooltip


class ReasonChip(QWidget):
    """One reason."""

    def __init__(self, reason: Reason, parent: QWidget | None = None, *, bits: bool = False) -> None:
        super().__init__(parent)
        self._against = reason.bits < 0
        sign = "\u2212" if self._against else "+"
        weight = f" {abs(reason.bits):.0f}" if bits else ""
        self._text = f"{sign} {reason_word(reason)}{weight}"
        side = self.tr("Speaks against it") if self._against else self.tr("Speaks for it")
        self.setAccessibleName(f"{side}: {reason_word(reason)}")
        self.setToolTip(tooltip(side))
        self.setFont(font(FontSize.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What the chip says."""
        return self._text

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font(FontSize.SMALL))
        return QSize(metrics.horizontalAdvance(self._text) + 2 * GRID + 2, metrics.height() + HALF + 2)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), 12 * QFontMetrics(font(FontSize.SMALL)).averageCharWidth()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.amber_ground if self._against else shown.hover)
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setPen(shown.amber if self._against else shown.text)
        painter.setFont(font(FontSize.SMALL))
        room = self.rect().adjusted(GRID, 0, -GRID, 0)
        cut = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), cut)
        painter.end()


class ReasonChips(QWidget):
    """Chips in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=6)
        self._chips: list[ReasonChip] = []

    def show_reasons(self, reasons: Sequence[Reason], *, bits: bool = False) -> None:
        """Show these reasons; with `bits` also what each weighs."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [ReasonChip(reason, self, bits=bits) for reason in reasons]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        self.setVisible(bool(reasons))
        self.updateGeometry()

    def texts(self) -> list[str]:
        """What is shown."""
        return [chip.text() for chip in self._chips]
