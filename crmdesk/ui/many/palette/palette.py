"""The palette itself: a line to type into and what fits; keyboard all the way."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.items import compose_name
from crmdesk.domain.query.ranking import ranked
from crmdesk.domain.records import ItemQuery, Row
from crmdesk.errors import QueryInvalid
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.wording.phrases import one_line

PEOPLE, OTHERS = 8, 10  # lines of each
PAUSE_MS = 40
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it is called, what it does, and why it cannot be done now."""

    key: str
    title: str
    more: str
    sign: str
    do: Callable[[], None]
    why_not: str = ""


class Palette(QFrame):
    """Closes on Esc, or when something was chosen: `used(key)`."""

    used = Signal(str)

    def __init__(
        self,
        owner: QWidget,
        desk: Desk,
        tasks: Tasks,
        entries: Sequence[Entry],
        uses: dict[str, int],
        open_item: Callable[[int], None],
    ) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "popup")
        self.setAccessibleName(self.tr("Command palette"))
        self._desk, self._tasks, self._uses, self._open = desk, tasks, uses, open_item
        self._entries = {entry.key: entry for entry in entries}
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Do something, or go to somebody"))
        self.line.setAccessibleName(self.tr("Do something, or go to somebody"))
        self.line.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setProperty("look", "popup")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self.line.textChanged.connect(self._timer.start)
        self._show(())
        self._place(owner)
        self.line.setFocus()

    def _place(self, owner: QWidget) -> None:
        window = owner.window()
        width = min(640, window.width() - 8 * GRID)
        self.resize(width, min(520, window.height() - 12 * GRID))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 8 * GRID)
        self.show()

    def _ask(self) -> None:
        self._tasks.replace("palette", self._find(self.line.text().strip()), what=self.tr("Search"))

    async def _find(self, text: str) -> None:
        people: list[Entry] = []
        if text:
            ids: Sequence[int] = ()
            with contextlib.suppress(QueryInvalid):  # nobody is called like a condition
                ids, _ = await self._desk.page(ItemQuery(text=text), PEOPLE)
            people = [self._person(row) for row in self._desk.rows(ids)]
        self._show(people)

    def _person(self, row: Row) -> Entry:
        title = one_line(compose_name(row.values), 60) or self.tr("No name")
        company = one_line(str(row.values.get("company", "")), 40)
        return Entry(f"item:{row.id}", title, company, "person", lambda: self._open(row.id))

    def _show(self, people: Sequence[Entry]) -> None:
        titles = {key: f"{entry.title} {entry.more}" for key, entry in self._entries.items()}
        fitting = [self._entries[key] for key in ranked(self.line.text(), titles, self._uses, OTHERS)]
        self.list.clear()
        for entry in (*fitting, *people):
            words = "   ".join(filter(None, (entry.title, entry.why_not or entry.more)))
            row = QListWidgetItem(icon(entry.sign or "chevron-right", "secondary"), words)
            row.setData(_ENTRY, entry)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}. {entry.why_not or entry.more}")
            if entry.why_not:
                row.setFlags(Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(row)
        self.list.setCurrentRow(0)

    def titles(self) -> list[str]:
        """What is offered now."""
        return [self.list.item(row).data(_ENTRY).title for row in range(self.list.count())]

    def _take(self, row: QListWidgetItem | None) -> None:
        entry = None if row is None else row.data(_ENTRY)
        if isinstance(entry, Entry) and not entry.why_not:
            self.close()
            self.used.emit(entry.key)
            entry.do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._timer.isActive():
                    self._timer.stop()
                    self._show(())
                self._take(self.list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return False
