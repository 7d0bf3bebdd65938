"""A small popup in which somebody finds one item by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.records import ItemQuery, Row
from crmdesk.domain.values import texts
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.wording.kinds import SIGNS, plural
from crmdesk.ui.wording.phrases import bullets, moment_text, one_line

MOST = 12  # hits that are offered
_ID = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ItemPicker(QFrame):
    """Offers items of one kind; `picked(id)` is called once, or `named(text)` where a mere name will do as well.

    `means` says what a choice does elsewhere.
    """

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        tasks: Tasks,
        kind: Kind,
        title: str,
        picked: Callable[[int], None],
        *,
        named: Callable[[str], None] | None = None,
        means: str = "",
        without: Collection[int] = (),
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._tasks, self._kind = desk, tasks, kind
        self._picked, self._named, self._without = picked, named, frozenset(without)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(Label(title, size=FontSize.SMALL, strong=True))
        if means:
            column.addWidget(Label(means, size=FontSize.SMALL, secondary=True, wrap=True))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Type to find"))
        self.search.setAccessibleName(title)
        self.search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.installEventFilter(self)
        column.addWidget(self.search)
        self.found = QListWidget()
        self.found.setAccessibleName(plural(kind))
        self.found.setIconSize(QSize(16, 16))
        self.found.setFrameShape(QFrame.Shape.NoFrame)
        self.found.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.itemClicked.connect(lambda _item: self._take())
        column.addWidget(self.found)
        self._later = QTimer(self, singleShot=True, interval=80)
        self._later.timeout.connect(self._look)
        self.search.textEdited.connect(lambda _text: self._later.start())
        self.search.returnPressed.connect(self._take)
        self.resize(360, 320)
        self._look()

    def open_at(self, place: QPoint) -> None:
        """Open there, ready to type."""
        self.move(place)
        self.show()
        self.search.setFocus()

    def _look(self) -> None:
        self._tasks.replace(self, self._fill(self.search.text()), what=self.tr("Search"))

    async def _fill(self, text: str) -> None:
        query = ItemQuery(kind=self._kind, text=text)
        ids, _total = await self._desk.page(query, MOST + len(self._without))
        self.found.clear()
        for row in self._desk.rows([id_ for id_ in ids if id_ not in self._without][:MOST]):
            self._add(icon_of(self._kind), bullets(one_line(compose_name(row.values)) or "?", _more(row)), row.id)
        if self._named is not None and text.strip():
            self._add("edit", self.tr("By the name “{name}”").format(name=one_line(text, 60)), 0)
        if self.found.count():
            self.found.setCurrentRow(0)
        else:
            self._add("search", self.tr("Nothing found"), -1)

    def _add(self, sign: str, text: str, id_: int) -> None:
        item = QListWidgetItem(icon(sign, "secondary"), text, self.found)
        item.setData(_ID, id_)
        if id_ < 0:
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _take(self) -> None:
        item = self.found.currentItem()
        if item is None or item.data(_ID) < 0:
            return
        id_, text = int(item.data(_ID)), self.search.text().strip()
        self.close()
        if id_:
            self._picked(id_)
        elif self._named is not None:
            self._named(text)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._later.stop()
        self._tasks.drop(self)
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self.found.event(event)
            return True
        return super().eventFilter(watched, event)


def icon_of(kind: Kind) -> str:
    """The sign of one item of a kind."""
    return "person" if kind is Kind.CONTACT else SIGNS[kind]


def _more(row: Row) -> str:
    """What tells items of one name apart."""
    starts = row.values.get("starts")
    if isinstance(starts, str):
        return moment_text(starts)
    told = (row.values.get(key) for key in ("company", "stage", "status"))
    return next((one_line(text, 40) for text in told if isinstance(text, str)), "") or "".join(
        texts(row.values.get("emails"))[:1]
    )
