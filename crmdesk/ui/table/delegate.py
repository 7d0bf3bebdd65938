"""How a row of the table is painted: disc, name and state first, then plain cells, badges of the accounts last."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.domain.records import RecordState, Row
from crmdesk.domain.values import is_cancelled
from crmdesk.ui.look.badges import paint_badge, paint_disc, paint_state
from crmdesk.ui.look.icons import paint
from crmdesk.ui.look.tag_colours import DOT, paint_dot
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.look.tokens import GRID, HALF, LIGHT, Tokens, mixed, tokens
from crmdesk.ui.table.columns import WHERE, cell
from crmdesk.ui.table.model import ItemModel
from crmdesk.ui.table.search_marks import marked
from crmdesk.ui.wording.kinds import SIGNS
from crmdesk.ui.wording.phrases import count, direction_of

FLASH_SECONDS = 1.2
FADE_SECONDS = 0.15
MOST_DOTS = 4

# Where a column's texts stand does not depend on the script that one of them is in.
_HELD = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_LEFT = int(Qt.AlignmentFlag.AlignLeft | _HELD) | int(Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | _HELD) | int(Qt.TextFlag.TextSingleLine)
_ELIDE = Qt.TextElideMode.ElideRight

Span = tuple[int, int]
Index = QModelIndex | QPersistentModelIndex


def badges_in(width: int, held: int) -> int:
    """How many of so many badges are painted; where not all fit, room is kept to say how many more there are."""
    room = max(1, (width + HALF) // 22)
    return held if held <= room else max(1, room - 1)


def _placed(text: str, stretches: Sequence[Span], metrics: QFontMetrics, made: QFont) -> list[tuple[int, int]]:
    """Where stretches of a text stand, as left edge and width; in scripts from right to left as they are laid out."""
    edges: list[tuple[float, float]]
    if text.isascii() or not any(unicodedata.bidirectional(c) in ("R", "AL") for c in text):
        reach = metrics.horizontalAdvance
        edges = [(reach(text[:start]), reach(text[:end])) for start, end in stretches]
    else:
        layout = QTextLayout(text, made)
        option = QTextOption()
        option.setTextDirection(direction_of(text))
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(len(text))
        layout.endLayout()
        shift = line.naturalTextRect().left()
        edges = [(_x(line, start) - shift, _x(line, end) - shift) for start, end in stretches]
    return [(round(min(edge)), round(abs(edge[1] - edge[0]))) for edge in edges]


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # with the place beside it in some versions
    return float(found[0] if isinstance(found, tuple) else found)


class RowDelegate(QStyledItemDelegate):
    """Paints cells straight from the model's rows; what is selected, hovered, changed or found shows as ground."""

    def __init__(self, model: ItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.query = ""
        self.hovered = -1
        self.fades = True  # False where the system asks for less motion
        self._palette_key, self._shown = 0, LIGHT
        self._mirrored = False  # whether the window is read from right to left
        self.reload()

    def reload(self) -> None:
        """Take the fonts of the application as they are now."""
        self._plain = font()
        self._strong = font(medium=True)
        self._struck = font(medium=True)
        self._struck.setStrikeOut(True)
        self._tabular = font(tabular=True)
        self._small = font(FontSize.SMALL, tabular=True)
        fonts = (self._plain, self._strong, self._struck, self._tabular, self._small)
        self._metrics = {id(one): QFontMetrics(one) for one in fonts}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The width that the cell's text would like; the height is the table's."""
        row = self._model.row_at(index.row())
        column = self._model.columns[index.column()]
        if row is None:
            return QSize(column.width, 0)
        if column.key == WHERE:
            return QSize(2 * GRID + 22 * max(1, len(row.account_ids)), 0)
        text = cell(self._model.kind, column.key, row)
        extra = 24 + GRID + 20 if column.key == "name" else 0
        return QSize(self._metrics[id(self._strong)].horizontalAdvance(text) + 2 * GRID + HALF + extra, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        shown = self._tokens(option.palette)
        model = self._model
        row = model.row_at(index.row())
        column = model.columns[index.column()]
        self._mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        ground = self._ground(index.row(), option.state, shown)
        if row is not None and row.id in model.flashes:
            ground = self._flash(row.id, column.key, ground, shown)
        if ground is not None:
            painter.fillRect(place, ground)
        painter.fillRect(place.x(), place.bottom(), place.width(), 1, shown.hairline)
        if row is None:
            self._skeleton(painter, place, index.column(), shown)
            return
        inner = place.adjusted(GRID, 0, -GRID, -1)
        if column.key == WHERE:
            self._badges(painter, inner, row, shown)
        elif column.key == "name":
            self._name(painter, inner, row, shown)
        else:
            self._text(painter, inner, row, column.key, column.right, shown)

    def _tokens(self, palette: QPalette) -> Tokens:
        """The tokens of a palette, looked up anew only when it is another one than for the cell before."""
        key = palette.cacheKey()
        if key != self._palette_key:
            self._palette_key, self._shown = key, tokens(palette)
        return self._shown

    def _ground(self, row: int, state: QStyle.StateFlag, shown: Tokens) -> QColor | None:
        if state & QStyle.StateFlag.State_Selected:
            return shown.selection if state & QStyle.StateFlag.State_Active else shown.selection_quiet
        return shown.hover if row == self.hovered else None

    def _flash(self, id_: int, key: str, ground: QColor | None, shown: Tokens) -> QColor | None:
        since, keys = self._model.flashes[id_]
        if keys and key not in keys:
            return ground
        left = since + FLASH_SECONDS - time.monotonic()
        if left <= 0:
            return ground
        share = min(1.0, left / FADE_SECONDS) if self.fades else 1.0
        return mixed(shown.flash, ground or shown.surface, share)

    def _skeleton(self, painter: QPainter, place: QRect, column: int, shown: Tokens) -> None:
        width = min(place.width() - 2 * GRID, 60 + (column * 37) % 50)
        if width > 0:
            painter.fillRect(place.x() + GRID, place.center().y() - 3, width, 7, shown.hover)

    def _at(self, place: QRect, part: QRect) -> QRect:
        """Where a part of a cell stands, mirrored where the window is read from right to left."""
        way = Qt.LayoutDirection.RightToLeft if self._mirrored else Qt.LayoutDirection.LeftToRight
        return QStyle.visualRect(way, place, part)

    def _name(self, painter: QPainter, place: QRect, row: Row, shown: Tokens) -> None:
        name = cell(self._model.kind, "name", row)
        size = min(24, place.height() - 4)
        disc = QRect(place.x(), place.y() + (place.height() - size) // 2, size, size)
        sign = "" if self._model.kind is Kind.CONTACT else SIGNS[self._model.kind]
        paint_disc(painter, self._at(place, disc), name, shown, sign)
        text = place.adjusted(size + GRID, 0, 0, 0)
        if row.state is not RecordState.SYNCED:
            mark = QRect(place.right() - 15, place.y() + (place.height() - 16) // 2, 16, 16)
            paint_state(painter, self._at(place, mark), row.state, shown)
            text.setRight(mark.left() - HALF)
        if row.id in self._model.drafts:
            mark = QRect(text.right() - 15, place.y() + (place.height() - 16) // 2, 16, 16)
            paint(painter, self._at(place, mark), "edit", shown.accent)
            text.setRight(mark.left() - HALF)
        if name:
            off = is_cancelled(self._model.kind, row.values)
            made, colour = (self._struck, shown.secondary) if off else (self._strong, shown.text)
            self._draw(painter, self._at(place, text), name, made, _LEFT, colour, shown)
        else:
            said = self._at(place, text)
            self._draw(painter, said, self.tr("No name"), self._plain, _LEFT, shown.secondary, shown)

    def _text(self, painter: QPainter, place: QRect, row: Row, key: str, right: bool, shown: Tokens) -> None:
        text = cell(self._model.kind, key, row)
        if not text:
            return
        type_ = field_of(self._model.kind, key).type
        if type_ is FieldType.TAGS and self._model.tag_colours:
            place = self._dots(painter, place, row.values.get(key))
        phone = type_ is FieldType.PHONES
        made = self._tabular if right or phone else self._plain
        self._draw(painter, place, text, made, _RIGHT if right else _LEFT, shown.text, shown, phone=phone)

    def _dots(self, painter: QPainter, place: QRect, value: object) -> QRect:
        """The colours of the tags as dots before their words; what room is left for those."""
        tags = [entry.value.casefold() for entry in value] if isinstance(value, tuple) else []
        found = list(dict.fromkeys(filter(None, map(self._model.tag_colours.get, tags))))[:MOST_DOTS]
        for number, colour in enumerate(found):
            box = QRect(place.x() + number * (DOT + 3), place.y(), DOT, place.height())
            paint_dot(painter, self._at(place, box), colour)
        taken = len(found) * (DOT + 3) + HALF if found else 0
        return place.adjusted(0, 0, -taken, 0) if self._mirrored else place.adjusted(taken, 0, 0, 0)

    def _draw(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        made: object,
        align: int,
        colour: QColor,
        shown: Tokens,
        *,
        phone: bool = False,
    ) -> None:
        metrics = self._metrics[id(made)]
        align = (_RIGHT if align == _LEFT else _LEFT) if self._mirrored else align
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight if text.isascii() else direction_of(text))
        cut = metrics.elidedText(text, _ELIDE, place.width())
        painter.setFont(made)  # type: ignore[arg-type]  # a QFont; `object` keeps its identity for the metrics
        if self.query:
            self._mark(painter, place, cut, metrics, align, shown, phone)
        painter.setPen(colour)
        painter.drawText(place, align, cut)

    def _mark(
        self, painter: QPainter, place: QRect, text: str, metrics: QFontMetrics, align: int, shown: Tokens, phone: bool
    ) -> None:
        stretches = marked(text, self.query, phone)
        if not stretches:
            return
        left = place.x() if align == _LEFT else place.right() + 1 - metrics.horizontalAdvance(text)
        top = place.y() + (place.height() - metrics.height()) // 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.match)
        for x, width in _placed(text, stretches, metrics, painter.font()):
            painter.drawRoundedRect(QRect(left + x - 1, top, width + 2, metrics.height()), 3, 3)
        painter.restore()

    def _badges(self, painter: QPainter, place: QRect, row: Row, shown: Tokens) -> None:
        held = row.account_ids
        painted = held[: badges_in(place.width(), len(held))]
        for number, account in enumerate(painted):
            box = QRect(place.x() + 22 * number, place.y() + (place.height() - 18) // 2, 18, 18)
            provider = self._model.providers.get(account, "")
            paint_badge(painter, self._at(place, box), provider, provider, shown)
        if len(painted) < len(held):
            rest = place.adjusted(22 * len(painted), 0, GRID, 0)
            text = f"+{count(len(held) - len(painted))}"
            self._draw(painter, self._at(place, rest), text, self._small, _LEFT, shown.secondary, shown)
