"""A popup list that is searched by typing: the choice of columns, the fields that a card can add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.tokens import GRID

_KEY = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: what it stands for, its words, a sign or a tick, and why it cannot be chosen."""

    key: str
    text: str
    sign: str = ""
    ticked: bool | None = None
    why_not: str = ""


class SearchPopup(QFrame):
    """`chosen(key)` at a click anywhere on a line, or Enter; closes on Escape or a click elsewhere.

    What begins with the searched letters comes first.
    """

    chosen = Signal(str)

    def __init__(self, title: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.setProperty("look", "popup")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        self.list.setProperty("look", "popup")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setIconSize(QSize(16, 16))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self.list.installEventFilter(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GRID, GRID, GRID, GRID)
        self.column.setSpacing(GRID)
        self.column.addWidget(self.search)
        self.column.addWidget(self.list, 1)
        self.setFocusProxy(self.search)
        self._choices: Sequence[Choice] = ()
        self.resize(280, 380)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these, in this order while nothing is searched for."""
        self._choices = choices
        self._show()

    def open_at(self, place: QPoint, above: int = 0) -> None:
        """Open there, ready to type; where the screen ends below, `above` pixels higher and upwards."""
        room = self.screen().availableGeometry()
        x = max(room.x(), min(place.x(), room.right() - self.width()))
        fits = place.y() + self.height() <= room.bottom()
        y = place.y() if fits else max(room.y(), place.y() - above - self.height())
        self.move(x, min(y, max(room.y(), room.bottom() - self.height())))
        self.show()
        self.search.setFocus()

    def shown(self) -> list[str]:
        """The words of the lines as they are listed now."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def _show(self) -> None:
        text = self.search.text().strip().casefold()
        current = self.list.currentItem()
        before = current.data(_KEY) if current is not None else None
        found = [choice for choice in self._choices if text in choice.text.casefold()]
        if text:
            found.sort(key=lambda choice: not choice.text.casefold().startswith(text))
        self.list.clear()
        for choice in found:
            item = QListWidgetItem(choice.text, self.list)
            item.setData(_KEY, choice.key)
            if choice.sign:
                item.setIcon(icon(choice.sign, "secondary"))
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            if choice.ticked is not None:
                item.setCheckState(Qt.CheckState.Checked if choice.ticked else Qt.CheckState.Unchecked)
            if choice.why_not:
                flags = Qt.ItemFlag.NoItemFlags
                item.setToolTip(choice.why_not)
            item.setFlags(flags)
        rows = range(self.list.count())
        held = next((row for row in rows if self.list.item(row).data(_KEY) == before), 0)
        self.list.setCurrentRow(0 if text else held)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.chosen.emit(str(item.data(_KEY)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.search and event.key() in _MOVES:
            self.list.event(event)
            return True
        takes = event.key() in _ENTER or (watched is self.list and event.key() == Qt.Key.Key_Space)
        if takes:
            self._take(self.list.currentItem())
        return takes or super().eventFilter(watched, event)
