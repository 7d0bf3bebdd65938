"""How records beside each other are painted: ticks and badges on top, signs with words, differing letters marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from crmdesk.ui.look import icons
from crmdesk.ui.look.badges import paint_badge
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.look.tokens import GRID, HALF, Tokens, tokens
from crmdesk.ui.matches.compare.comparison import SIGNS, relation_word
from crmdesk.ui.matches.compare.marked_text import draw, height_of, laid_out
from crmdesk.ui.matches.compare.model import FIRST, SIGN, TITLE, SideBySide
from crmdesk.ui.wording.phrases import bullets, count, field_title

LEAST, MOST = 14, 56  # average characters of a record's column
Index = QModelIndex | QPersistentModelIndex


class SideBySideView(QTableView):
    """A table without frame; `toggled(number)` for a click on a record's tick, `asked_same` on the folded row."""

    toggled = Signal(int)
    asked_same = Signal()

    def __init__(self, model: SideBySide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = model
        self.setModel(model)
        self._delegate = _Delegate(model, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Records side by side"))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        model.modelReset.connect(self.fit)
        model.ticked.connect(self._fit_head)

    def fit(self) -> None:
        """Divide the width among the records, and give each row the height that its texts need."""
        self.clearSpans()
        rows, records = self._sides.rowCount(), len(self._sides.columns)
        if not rows:
            return
        fields = self._sides.fields()
        titles = [field_title(self._sides.kind, field.key) for field in fields]
        words = [f"{SIGNS[field.relation]} {relation_word(field.relation)}" for field in fields]
        small = QFontMetrics(font(FontSize.SMALL))
        most = small.averageCharWidth() * 18
        for column, texts in ((TITLE, titles), (SIGN, words)):
            widest = max((small.horizontalAdvance(text) for text in texts), default=0)
            self.setColumnWidth(column, min(most, widest) + 2 * GRID)
        left = self.viewport().width() - self.columnWidth(TITLE) - self.columnWidth(SIGN)
        letter = QFontMetrics(font()).averageCharWidth()
        for column in range(FIRST, FIRST + records):
            self.setColumnWidth(column, max(letter * LEAST, min(letter * MOST, left // records)))
        if self._sides.folded():
            self.setSpan(rows - 1, 0, 1, FIRST + records)
        for row in range(rows):
            self.setRowHeight(row, self._delegate.height(row, [self.columnWidth(c) for c in range(FIRST + records)]))

    def _fit_head(self) -> None:
        self.setRowHeight(0, self._delegate.height(0, []))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.row() == 0 and index.column() >= FIRST:
            self.toggled.emit(index.column() - FIRST)
        elif index.isValid() and index.row() > 0 and self._sides.row(index.row()) is None:
            self.asked_same.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page's keys are the page's; sideways the table scrolls itself."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: SideBySide, view: SideBySideView) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    def height(self, row: int, widths: list[int]) -> int:
        """How high a row has to be."""
        body, small = font(), QFontMetrics(font(FontSize.SMALL))
        if row == 0:
            below = small.height() if any(map(self._below, range(len(self._model.columns)))) else 0
            return QFontMetrics(body).height() + below + 3 * GRID
        field = self._model.row(row)
        if field is None:
            return round(height_of(self._model.folded_text(), font(FontSize.SMALL), sum(widths) - 6 * GRID)) + 2 * GRID
        texts = zip(field.texts, widths[FIRST:], strict=True)
        needed = max(height_of(text, body, width - 2 * GRID) if text else 0 for text, width in texts)
        return round(max(needed, small.height())) + 2 * GRID - 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.columnWidth(index.column()), self._view.rowHeight(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown, place = tokens(self._view.palette()), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == 0:
            if index.column() >= FIRST:
                self._head(painter, place, index.column() - FIRST, shown)
        elif (field := self._model.row(index.row())) is None:
            self._folded(painter, place, shown)
        elif index.column() == TITLE:
            self._words(painter, place, field_title(self._model.kind, field.key), font(FontSize.SMALL), shown.secondary)
        elif index.column() == SIGN:
            text = f"{SIGNS[field.relation]} {relation_word(field.relation)}"
            against = field.relation.value == "differs"
            self._words(painter, place, text, font(FontSize.SMALL), shown.amber if against else shown.secondary)
        else:
            number = index.column() - FIRST
            self._value(painter, place, field.texts[number], field.marks[number], shown, number)
        painter.setPen(shown.hairline)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _words(self, painter: QPainter, place: QRect, text: str, with_font: QFont, colour: QColor) -> None:
        painter.setPen(colour)
        box = QRectF(place.adjusted(GRID, GRID - 1, -GRID // 2, -2))
        draw(painter, laid_out(text, with_font, box.width()), box)

    def _value(
        self, painter: QPainter, place: QRect, text: str, marks: tuple[tuple[int, int], ...], shown: Tokens, number: int
    ) -> None:
        column = self._model.columns[number]
        box = QRectF(place.adjusted(GRID, GRID - 1, -GRID, -2))
        painter.setPen(shown.text if column.ticked else shown.secondary)
        if text:
            draw(painter, laid_out(text, font(), box.width(), marks, shown), box)

    def _head(self, painter: QPainter, place: QRect, number: int, shown: Tokens) -> None:
        """A tick, the badge, the account and the number; below what else there is, or the name for want of room."""
        column, current = self._model.columns[number], number == self._model.current
        painter.setPen(shown.accent if current else Qt.PenStyle.NoPen)
        painter.setBrush(shown.selection if column.ticked else shown.hover)
        painter.drawRoundedRect(QRectF(place).adjusted(2.5, 2.5, -2.5, -3.5), 6, 6)
        body, small = QFontMetrics(font(medium=True)), QFontMetrics(font(FontSize.SMALL))
        left, top, side = place.x() + GRID + 2, place.y() + GRID, 16
        middle = top + (body.height() - side) // 2
        self._tick(painter, QRect(left, middle, side, side), ticked=column.ticked)
        left += side + GRID
        paint_badge(painter, QRect(left, middle, side, side), column.face.provider, column.face.title, shown)
        left += side + HALF
        painter.setFont(font(medium=True))
        painter.setPen(shown.text)
        if not self.narrow():
            title = QRect(left, top, place.right() - left, body.height())
            painter.drawText(title, int(Qt.AlignmentFlag.AlignVCenter), column.face.name)
        painter.setFont(font(FontSize.SMALL, tabular=True))
        painter.setPen(shown.secondary)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if len(self._model.columns) > 1:
            painter.drawText(QRect(place.x(), top, place.width() - GRID - 2, body.height()), right, count(number + 1))
        below = QRect(place.x() + GRID + 2, top + body.height() + 2, place.width() - 2 * GRID - 4, small.height())
        painter.setPen(shown.secondary if column.ticked else shown.amber)
        text = self._below(number)
        painter.drawText(below, 0, small.elidedText(text, Qt.TextElideMode.ElideRight, below.width()))

    def narrow(self) -> bool:
        """Whether an account's name does not fit beside its badge, so that all stand on the second line."""
        body = QFontMetrics(font(medium=True))
        beside = 2 * 16 + 3 * GRID + HALF + body.horizontalAdvance("00")
        return any(
            body.horizontalAdvance(column.face.name) + beside > self._view.columnWidth(FIRST + number)
            for number, column in enumerate(self._model.columns)
        )

    def _below(self, number: int) -> str:
        column = self._model.columns[number]
        linked = self.tr("linked already") if column.together > 1 else ""
        said = linked if column.ticked else self.tr("left out")
        return bullets(said if not column.ticked else "", column.face.name, linked) if self.narrow() else said

    def _tick(self, painter: QPainter, place: QRect, *, ticked: bool) -> None:
        option = QStyleOptionButton()
        option.rect = place
        state = QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        option.state = QStyle.StateFlag.State_Enabled | state
        self._view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, option, painter, self._view
        )

    def _folded(self, painter: QPainter, place: QRect, shown: Tokens) -> None:
        side = 14
        box = QRect(place.x() + GRID, place.y() + GRID, side, side)
        icons.paint(painter, box, "chevron-right", shown.secondary)
        words = place.adjusted(GRID + side, 0, 0, 0)
        self._words(painter, words, self._model.folded_text(), font(FontSize.SMALL), shown.secondary)
