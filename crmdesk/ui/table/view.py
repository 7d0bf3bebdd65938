"""The table itself: whole rows selected by id, the keyboard all the way, hover, and a view that never jumps."""

from __future__ import annotations

import time
from array import array

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView, QWidget

from crmdesk.ui.look.theme import row_height
from crmdesk.ui.look.tokens import tokens
from crmdesk.ui.table.delegate import FADE_SECONDS, FLASH_SECONDS, RowDelegate
from crmdesk.ui.table.header import TableHeader
from crmdesk.ui.table.id_selection import Found, Standing, ranges, row_of
from crmdesk.ui.table.model import UNKNOWN, ItemModel

QUIET_SECONDS = 1.5  # after the last scroll or key the list may move again

_Flag = QItemSelectionModel.SelectionFlag
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_CONTROL = Qt.KeyboardModifier.ControlModifier

Index = QModelIndex | QPersistentModelIndex


class TableView(QTableView):
    """Shows an ItemModel. `chosen` follows the selection, `opened` asks for the editor, `search_asked` for the box."""

    chosen = Signal()
    opened = Signal()
    cell_asked = Signal(int, int)  # row and column of a cell that is to be edited
    search_asked = Signal()
    menu_asked = Signal(object)
    first_painted = Signal()

    def __init__(self, model: ItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = model
        self._touched = 0.0
        self._painted = self._compact = False
        self.letters = True  # whether / alone searches
        self.rows = RowDelegate(model, self)
        self.header = TableHeader(model, self)
        self.setHorizontalHeader(self.header)
        self.setItemDelegate(self.rows)
        self.setModel(model)
        # The header would ask the model for a million flags to see whether a whole column is selected.
        self.header.setSelectionModel(QItemSelectionModel(model, self.header))
        self._arrange()
        self._fading = QTimer(self)
        self._fading.setInterval(30)
        self._fading.timeout.connect(self._fade)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.verticalScrollBar().sliderMoved.connect(self.touch)
        self.doubleClicked.connect(lambda at: self.cell_asked.emit(at.row(), at.column()))

    def _arrange(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName(self.tr("Contacts"))
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()

    def set_compact(self, compact: bool) -> None:
        """Let the rows stand closer together, or as they do without a choice."""
        if compact is not self._compact:
            self._compact = compact
            self._measure()

    def _measure(self) -> None:
        self._measured = self.font()
        height = row_height(self.fontMetrics(), compact=self._compact)
        side = self.verticalHeader()
        side.setMinimumSectionSize(height)
        side.setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)
        duration = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        self.rows.fades = duration > 0

    # The selection, by id

    def selected_count(self) -> int:
        """How many items are selected."""
        return sum(part.height() for part in self.selectionModel().selection().toList())

    def selected_ids(self) -> array[int]:
        """The ids of the selected items, in the order of the list."""
        found: array[int] = array("q")
        for part in sorted(self.selectionModel().selection().toList(), key=lambda part: part.top()):
            found.extend(self._items.ids[part.top() : part.bottom() + 1])
        return found

    def only_id(self) -> int | None:
        """The id of the item that alone is selected, else None."""
        return self.selected_ids()[0] if self.selected_count() == 1 else None

    def current_id(self) -> int | None:
        """The id of the current item, None in an empty list."""
        id_ = self._items.id_at(self.currentIndex().row())
        return None if id_ == UNKNOWN else id_

    def select_row(self, row: int) -> None:
        """Select that row alone and bring it into sight."""
        index = self._items.index(min(max(row, 0), self._items.rowCount() - 1), self._column())
        if index.isValid():
            # Said outright: of a key that is held, such as that of Ctrl+Enter, Qt would make "add to the selection".
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)

    def go_to(self, row: int, column: int) -> None:
        """Make that cell the current one, its row selected alone and in sight."""
        index = self._items.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
            self.scrollTo(index)

    def select_id(self, id_: int) -> bool:
        """Select that item alone, if the list has it."""
        row = row_of(self._items.ids, id_)
        if row is not None:
            self.select_row(row)
        return row is not None

    def selectAll(self) -> None:
        last = self._items.rowCount() - 1
        if last >= 0:
            everything = QItemSelection(self._items.index(0, 0), self._items.index(last, 0))
            self.selectionModel().select(everything, _Flag.ClearAndSelect | _Flag.Rows)

    def standing(self) -> Standing:
        """What is selected, current and first in sight."""
        top = self.rowAt(0)
        ids, current = self._items.ids, self.currentIndex()
        count = self.selected_count()
        whole = count > 0 and count == len(ids)
        return Standing(
            () if whole else tuple(self.selected_ids()),
            whole,
            self._items.id_at(current.row()),
            current.row(),
            max(0, current.column()),
            self._items.id_at(top),
            -self.rowViewportPosition(top) if top >= 0 else 0,
        )

    def change_ids(self, ids: array[int], before: Standing, found: Found, *, keep_place: bool) -> None:
        """Show `ids` with the same items selected and, with `keep_place`, the same item at the top."""
        bar = self.verticalScrollBar()
        scrolled = bar.value() > 0
        selection = self.selectionModel()
        blocked = selection.blockSignals(True)
        self._items.set_ids(ids)
        last = len(self._items.columns) - 1
        wanted = QItemSelection()
        for first, end in [(0, len(ids) - 1)] if before.everything and ids else ranges(found.selected):
            wanted.select(self._items.index(first, 0), self._items.index(end, last))
        selection.select(wanted, _Flag.ClearAndSelect)
        near = min(max(0, before.current_row), len(ids) - 1) if keep_place else 0
        current = near if found.current is None else found.current
        if ids:
            selection.setCurrentIndex(self._items.index(current, before.column or self._column()), _Flag.NoUpdate)
        selection.blockSignals(blocked)
        self.updateGeometries()
        if not keep_place:
            bar.setValue(0)
        elif scrolled and found.top is not None:
            bar.setValue(found.top * self._row() + before.offset)
        self.viewport().update()
        self.chosen.emit()

    # Holding still while somebody works here

    def touch(self) -> None:
        """Note that the user moves in the list now."""
        self._touched = time.monotonic()

    def is_held(self) -> bool:
        """Whether the list must not move: somebody scrolled it, moves in it or has something selected."""
        busy = time.monotonic() - self._touched < QUIET_SECONDS
        return busy or self.verticalScrollBar().value() > 0 or self.selectionModel().hasSelection()

    def rows_in_sight(self) -> range:
        """The rows that are painted now."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return range(max(0, first), (last if last >= 0 else self._items.rowCount() - 1) + 1)

    def show_changes(self) -> None:
        """Repaint, and keep repainting while changed cells fade."""
        self.viewport().update()
        if self._items.flashes and not self._fading.isActive():
            self._fading.start()

    def _fade(self) -> None:
        now = time.monotonic()
        ages = {id_: now - since for id_, (since, _) in self._items.flashes.items()}
        for id_ in [id_ for id_, age in ages.items() if age > FLASH_SECONDS]:
            del self._items.flashes[id_]
        if any(age > FLASH_SECONDS - FADE_SECONDS for age in ages.values()):
            self.viewport().update()
        if not self._items.flashes:
            self._fading.stop()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if first >= 0:
            self._items.read(first, (last if last >= 0 else self._items.rowCount() - 1) + 1)
        if self.font() != self._measured:
            self.rows.reload()
            self._measure()
        super().paintEvent(event)
        self._paint_focus()
        if first >= 0 and not self._painted:
            self._painted = True
            self.first_painted.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The ring goes round the whole row: Qt itself would repaint one cell of it."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(0, self.rowViewportPosition(index.row()), self.viewport().width(), self._row())

    def _row(self) -> int:
        return self.verticalHeader().defaultSectionSize()

    def _paint_focus(self) -> None:
        current = self.currentIndex()
        if not (self.hasFocus() and current.isValid()):
            return
        row = self.visualRect(current)
        painter = QPainter(self.viewport())
        painter.setPen(tokens(self.palette()).accent)
        width = min(self.viewport().width(), self.header.length())
        painter.drawRect(0, row.y(), width - 1, row.height() - 2)
        painter.fillRect(row.x(), row.bottom() - 2, row.width(), 2, tokens(self.palette()).accent)  # the current cell

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.fill(self.viewport().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.touch()
        key, modifiers = event.key(), event.modifiers()
        plain = not modifiers & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Slash and plain and self.letters:
            self.search_asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.opened.emit()
        elif key in _STEPS and not modifiers & _CONTROL and not self.selectionModel().hasSelection():
            self.select_row(self.currentIndex().row())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._items.rowCount():
            self._go(0 if key == Qt.Key.Key_Home else self._items.rowCount() - 1, modifiers)
        elif key == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def _go(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        index = self._items.index(row, self._column())
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            start = max(0, self.currentIndex().row())
            part = QItemSelection(self._items.index(min(start, row), 0), self._items.index(max(start, row), 0))
            self.selectionModel().select(part, _Flag.Select | _Flag.Rows)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        else:
            self.select_row(row)
        self.scrollTo(index)

    def _column(self) -> int:
        current = self.currentIndex()
        return current.column() if current.isValid() else self.header.logicalIndex(0)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump about in a list of a million; `/` and the search box find."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.touch()
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touch()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(round(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.rows.hovered:
            self.rows.hovered = row
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]  # Qt gives a QFocusEvent
        if not self.currentIndex().isValid() and self._items.rowCount():
            index: QModelIndex = self._items.index(0, self._column())
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self.viewport().update()
