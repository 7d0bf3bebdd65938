"""The table's header: sorting by one or two columns, and the columns' order, width and choice."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from crmdesk.ui.look import icons
from crmdesk.ui.look.theme import FontSize, font, row_height
from crmdesk.ui.look.tokens import GRID, tokens
from crmdesk.ui.table.column_widths import Wish, spread
from crmdesk.ui.table.columns import WHERE, Column, widest_dates
from crmdesk.ui.table.model import ItemModel

_MINIMUM = 56
_LEAST = 0.72  # of its usual width is enough to tell what a column says
_BADGE, _MOST_BADGES = 22, 6  # the room of one, and for how many it is kept: of all CRMs that most people use
_GLYPH = 16  # of a column that sorts


def next_sorting(sorting: Sequence[str], key: str, *, second: bool) -> tuple[str, ...]:
    """The order after a click on a column: ascending, descending, none; `second` (Shift) keeps the first key."""
    place = next((n for n, held in enumerate(sorting) if held.removeprefix("-") == key), None)
    if place is None:
        return (sorting[0], key) if second and sorting else (key,)
    held = sorting[place]
    turned = f"-{key}" if not held.startswith("-") else None
    if not second:
        return (turned,) if turned else ()
    parts = [part for part in sorting if part != held] if turned is None else list(sorting)
    if turned is not None:
        parts[place] = turned
    return tuple(parts)


class TableHeader(QHeaderView):
    """`sorted` carries the new order; `changed` says that order, width or choice of the columns is another."""

    sorted = Signal(tuple)
    changed = Signal()
    chooser_asked = Signal(QPoint)

    def __init__(self, model: ItemModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._items = model
        self.setModel(model)
        self.setFont(font(FontSize.SMALL, strong=True))
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_MINIMUM)
        self.setStretchLastSection(False)
        self.setSortIndicatorShown(False)
        self.setResizeContentsPrecision(0)  # the rows in sight, not a thousand
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Columns"))
        self.sectionClicked.connect(self._clicked)
        self.fluid = True  # the columns fill the width until the user changes one
        self._filling = False
        self._gone: set[int] = set()  # shown by choice, and hidden while there is no room
        self._filled: set[str] | None = None  # what some row seen holds; None before any was seen
        self._badges = 0  # in how many accounts a row seen stands, at most
        self.sectionMoved.connect(self._touched)
        self.sectionResized.connect(self._touched)
        self.reset_columns()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), row_height(self.fontMetrics()))

    # Columns

    def reset_columns(self) -> None:
        """Show the columns in the order, width and choice of a new desk."""
        self._filling = True
        for visual, place in enumerate(self._order()):
            self.moveSection(self.visualIndex(place), visual)
        for place, column in enumerate(self._items.columns):
            self.setSectionHidden(place, not column.shown)
            self.resizeSection(place, self._scaled(column.width))
        self._gone.clear()
        self._filling = False
        self.fluid = True
        self.fill(self.viewport().width())

    def change_columns(self, change: Callable[[], None]) -> None:
        """Let other columns take the place of these, as they are on a new desk."""
        self._filling = True
        change()
        self._filling = False
        self._filled, self._badges = None, 0
        self.reset_columns()

    def fill(self, width: int) -> None:
        """Spread the columns over that width while the user has not set any; where it is too narrow, some go."""
        shown = self.shown_columns()
        if not self.fluid or not shown:
            return
        self._filling = True
        sizes = spread([self._wish(self._items.columns[place]) for place in shown], width)
        self._gone = {place for place, size in zip(shown, sizes, strict=True) if not size}
        for place, size in zip(shown, sizes, strict=True):
            self.setSectionHidden(place, not size)
            if size:
                self.resizeSection(place, size)
        self._filling = False

    def _wish(self, column: Column) -> Wish:
        title = self.fontMetrics().horizontalAdvance(column.title) + 2 * GRID + _GLYPH
        own = self._scaled(column.width)
        if column.key == WHERE:
            own = max(own, 2 * GRID + _BADGE * min(self._badges, _MOST_BADGES))
            return Wish(own, own, stretches=False, yields=False)
        if column.key == "name":
            return Wish(own, round(own * _LEAST), yields=False)
        if self._filled is not None and column.key not in self._filled:
            return Wish(title, title, stretches=False, empty=True)
        if texts := widest_dates(self._items.kind, column.key):
            metrics = QFontMetrics(font(tabular=True))
            own = max(title, *(metrics.horizontalAdvance(text) + 2 * GRID + 2 for text in texts))
            return Wish(own, own, stretches=False)
        return Wish(own, round(own * _LEAST))

    def see(self, rows: range) -> None:
        """Note which columns hold something in these rows, so that empty ones leave their room to the others."""
        found, badges = set(self._filled or ()), self._badges
        for number in rows:
            if (row := self._items.row_at(number)) is not None:
                badges = max(badges, len(row.account_ids))
                found.update(key for key, value in row.values.items() if value not in (None, "", ()))
        if rows and (found != self._filled or badges != self._badges):
            self._filled, self._badges = found, badges
            self.fill(self.viewport().width())

    def _touched(self) -> None:
        if self._filling:
            return
        self._filling = True
        for place in self._gone:
            self.setSectionHidden(place, False)
        self._gone.clear()
        self._filling = False
        self.fluid = False
        self.changed.emit()

    def _order(self) -> list[int]:
        shown = [n for n, column in enumerate(self._items.columns) if column.shown]
        return shown + [n for n, column in enumerate(self._items.columns) if not column.shown]

    def _scaled(self, width: int) -> int:
        return round(width * max(1.0, self.fontMetrics().height() / 14))

    def show_column(self, place: int, shown: bool) -> None:
        """Show a column, or hide it; the name stays."""
        if self._items.columns[place].key != "name":
            self.setSectionHidden(place, not shown)
            self._gone.discard(place)
            self.fill(self.viewport().width())
            self.changed.emit()

    def fit(self) -> None:
        """Make each column as wide as what it shows in the rows in sight."""
        self.resizeSections(QHeaderView.ResizeMode.ResizeToContents)

    def shown_columns(self) -> list[int]:
        """The columns that the user has chosen, from left to right."""
        order = (self.logicalIndex(visual) for visual in range(self.count()))
        return [place for place in order if self.is_shown(place)]

    def is_shown(self, place: int) -> bool:
        """Whether the user has chosen a column, though there may be no room for it now."""
        return not self.isSectionHidden(place) or place in self._gone

    def remembered(self) -> str:
        """The columns as the user has them, as text; `recall` takes it back."""
        places = [self.logicalIndex(visual) for visual in range(self.count())]
        kept = [[self._items.columns[place].key, self.is_shown(place), self._width(place)] for place in places]
        return json.dumps({"columns": kept, "sort": list(self._items.sorting), "fluid": self.fluid})

    def _width(self, place: int) -> int:
        if not self.isSectionHidden(place):
            return self.sectionSize(place)
        self.blockSignals(True)
        self.setSectionHidden(place, False)
        width = self.sectionSize(place)
        self.setSectionHidden(place, True)
        self.blockSignals(False)
        return width

    def recall(self, text: str) -> tuple[str, ...] | None:
        """Show the columns as `remembered` told; the order to sort by, None when the text tells nothing."""
        try:
            told = json.loads(text)
            columns = [(str(key), bool(shown), int(width)) for key, shown, width in told["columns"]]
            sorting = tuple(str(key) for key in told["sort"])[:2]
        except (ValueError, KeyError, TypeError):
            return None
        places = {column.key: place for place, column in enumerate(self._items.columns)}
        known = [(places[key], shown, width) for key, shown, width in columns if key in places]
        self._filling = True
        for visual, (place, shown, width) in enumerate(known):
            self.moveSection(self.visualIndex(place), visual)
            self.setSectionHidden(place, not shown and self._items.columns[place].key != "name")
            self.resizeSection(place, min(max(width, _MINIMUM), 2000))
        self._gone.clear()
        self._filling = False
        self.fluid = bool(told.get("fluid"))
        self.fill(self.viewport().width())
        return tuple(key for key in sorting if key.removeprefix("-") in places)

    # Sorting

    def _clicked(self, place: int) -> None:
        column = self._items.columns[place]
        if column.sortable:
            second = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.sort_by(next_sorting(self._items.sorting, column.key, second=second))

    def sort_by(self, sorting: tuple[str, ...]) -> None:
        """Ask for that order."""
        self._items.sorting = sorting
        self._items.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.count() - 1)
        self.viewport().update()
        self.sorted.emit(sorting)
        self.changed.emit()

    # Events

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        column = self._items.columns[logicalIndex]
        shown = tokens(self.palette())
        for place, key in enumerate(self._items.sorting):
            if key.removeprefix("-") != column.key:
                continue
            width = self.fontMetrics().horizontalAdvance(column.title)
            x = rect.right() - GRID - width - 16 if column.right else rect.x() + GRID + width + 3
            if not rect.x() <= x <= rect.right() - 12:
                x = rect.x() if column.right else rect.right() - 14
            box = QRect(x, rect.y() + (rect.height() - 13) // 2, 13, 13)
            icons.paint(painter, box, "chevron-down" if key.startswith("-") else "chevron-up", shown.accent)
            if len(self._items.sorting) > 1:
                painter.setFont(font(FontSize.SMALL))
                painter.setPen(shown.secondary)
                painter.drawText(QPoint(box.right() + 1, box.center().y() + 2), str(place + 1))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.chooser_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Menu:
            self.chooser_asked.emit(self.mapToGlobal(QPoint(0, self.height())))
            return
        super().keyPressEvent(event)
