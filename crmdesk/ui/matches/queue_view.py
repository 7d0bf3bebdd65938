"""The list of suggestions: lane heads that fold, and a line each with name, records and strongest reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from crmdesk.ui.look import icons
from crmdesk.ui.look.badges import paint_disc
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.look.tokens import GRID, HALF, Tokens, tokens
from crmdesk.ui.matches.queue import Heading, Line, Queue
from crmdesk.ui.matches.words import chips_of, reason_word, share_words, tier_word
from crmdesk.ui.wording.kinds import SIGNS
from crmdesk.ui.wording.phrases import bullets, count, numbered

Index = QModelIndex | QPersistentModelIndex


class QueueView(QTableView):
    """`folding(tier)` when a lane's head is pressed; all keys are the page's. A table, since its rows cost nothing."""

    folding = Signal(object)

    def __init__(self, queue: Queue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self.setModel(queue)
        self.setItemDelegate(_Delegate(queue, self))
        self.setAccessibleName(self.tr("Suggestions"))
        self.setShowGrid(False)
        self.setStyleSheet("QTableView { selection-background-color: transparent; }")  # the lines paint it themselves
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._size_rows()

    def _size_rows(self) -> None:
        body, small = QFontMetrics(font()).height(), QFontMetrics(font(FontSize.SMALL)).height()
        self.verticalHeader().setDefaultSectionSize(body + small + 2 * GRID + HALF)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        heading = self._queue.heading(self.indexAt(event.position().toPoint()).row())
        if heading is not None:
            self.folding.emit(heading.tier)
            event.accept()
            return
        super().mousePressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, queue: Queue, view: QueueView) -> None:
        super().__init__(view)
        self._queue, self._view = queue, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown, place = tokens(self._view.palette()), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading, line = self._queue.heading(index.row()), self._queue.line(index.row())
        if heading is not None:
            self._heading(painter, place, heading, shown)
        elif line is not None:
            self._ground(painter, place, option.state, shown)
            self._line(painter, place, line, str(index.data() or ""), shown)
        painter.restore()

    def _heading(self, painter: QPainter, place: QRect, heading: Heading, shown: Tokens) -> None:
        strong, small = font(strong=True), font(FontSize.SMALL)
        body_metrics, small_metrics = QFontMetrics(strong), QFontMetrics(small)
        top, side = place.y() + GRID + HALF, 14
        sign = "chevron-right" if heading.folded else "chevron-down"
        box = QRect(place.x() + GRID, top + (body_metrics.height() - side) // 2, side, side)
        icons.paint(painter, box, sign, shown.secondary)
        left = place.x() + GRID + side + HALF
        painter.setFont(strong)
        painter.setPen(shown.text)
        box = QRect(left, top, place.right() - GRID - left, body_metrics.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), tier_word(heading.tier))
        painter.setFont(font(FontSize.SMALL, tabular=True))
        painter.setPen(shown.secondary)
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(box, right, count(heading.total))
        painter.setFont(small)
        below = QRect(left, top + body_metrics.height(), box.width(), small_metrics.height())
        text = share_words(heading.tier) if heading.total else self._queue.searched
        painter.drawText(below, 0, small_metrics.elidedText(text, Qt.TextElideMode.ElideRight, below.width()))

    def _ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag, shown: Tokens) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        box = place.adjusted(HALF, 1, -HALF, -1)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.selection if selected else shown.hover)
            painter.drawRoundedRect(box, 6, 6)
        if selected and self._view.hasFocus():
            painter.setPen(shown.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 6, 6)

    def _line(self, painter: QPainter, place: QRect, line: Line, name: str, shown: Tokens) -> None:
        suggestion = line.suggestion
        medium, small = QFontMetrics(font(medium=True)), QFontMetrics(font(FontSize.SMALL))
        side = 28
        sign = "" if suggestion.kind.value == "contact" else SIGNS[suggestion.kind]
        disc = QRect(place.x() + GRID + HALF, place.center().y() - side // 2, side, side)
        paint_disc(painter, disc, name, shown, sign)
        left, right = disc.right() + GRID + 1, place.right() - GRID - HALF
        if line.later:
            icons.paint(painter, QRect(right - 14, place.center().y() - 7, 14, 14), "clock", shown.secondary)
            right -= 14 + HALF
        top = place.y() + GRID
        painter.setFont(font(medium=True))
        painter.setPen(shown.secondary if line.later else shown.text)
        box = QRect(left, top, right - left, medium.height())
        painter.drawText(box, 0, medium.elidedText(name, Qt.TextElideMode.ElideRight, box.width()))
        n = len(suggestion.members)
        records = numbered(self.tr("%Ln record(s)", "", n), n)
        reason = next((reason_word(one) for one in chips_of(suggestion) if one.bits >= 0), "")
        painter.setFont(font(FontSize.SMALL))
        painter.setPen(shown.secondary)
        below = QRect(left, top + medium.height(), right - left, small.height())
        text = bullets(records, reason)
        painter.drawText(below, 0, small.elidedText(text, Qt.TextElideMode.ElideRight, below.width()))
