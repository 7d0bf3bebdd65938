"""Lists of things to look at: rows that are kept while their thing stays the same, selection, bulk buttons, paging."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.items import compose_name
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_row.origin_badges import Face, Faces
from crmdesk.ui.look.badges import Hairline
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.wording.phrases import numbered, one_line
from crmdesk.ui.wording.told import told

PAGE = 100

T = TypeVar("T")


def names_of(desk: Desk, ids: Sequence[int]) -> dict[int, str]:
    """The name to show for each item; "No name" where it has none."""
    rows = desk.rows(sorted(set(ids))) if ids else []
    return {row.id: one_line(compose_name(row.values), 80) for row in rows}


def link(text: str, says: str, act: Callable[[], None], parent: QWidget) -> QPushButton:
    """A small button that reads like a link."""
    button = QPushButton(text.replace("&", "&&"), parent)
    button.setProperty("look", "link")
    button.setStyleSheet("QPushButton { padding: 0 2px; min-height: 22px; }")
    button.setAccessibleName(says)
    button.clicked.connect(act)
    return button


def small(text: str, look: str, says: str, act: Callable[[], None], parent: QWidget) -> QPushButton:
    """A small button at the end of a row."""
    button = QPushButton(text.replace("&", "&&"), parent)
    button.setProperty("look", look)
    button.setFont(font(FontSize.SMALL))
    button.setStyleSheet("QPushButton { padding: 2px 10px; min-height: 20px; }")
    button.setAccessibleName(says)
    button.clicked.connect(act)
    return button


class ListRow(QWidget):
    """One thing; `box` is its tick where several can be chosen."""

    def __init__(self, choosable: bool, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.line = QHBoxLayout()
        self.line.setContentsMargins(16, 6, 12, 6)
        self.line.setSpacing(8)
        outer.addLayout(self.line)
        outer.addWidget(Hairline(parent=self))
        self.box: QCheckBox | None = None
        if choosable:
            self.box = QCheckBox(self)
            self.box.setAccessibleName(says)
            self.line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)


class ThingList(QWidget, Generic[T]):
    """A list that reads itself from the desk; `counted(n)` tells how many there are, `opened_item(id)` whom to show."""

    counted = Signal(int)
    opened_item = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.tasks = desk, tasks
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.account_id: int | None = None
        self._limit = PAGE
        self._things: dict[int, tuple[T, ListRow]] = {}
        self.faces: Mapping[int, Face] = {}
        self._faces = Faces(desk)
        self.names: Mapping[int, str] = {}
        self._hosts: dict[int, str] = {}
        self.stack = outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(16, 4, 12, 4)
        self.bar.setSpacing(8)
        outer.addLayout(self.bar)
        self._bulk: list[QPushButton] = []
        self.everything: QCheckBox | None = None
        self.empty = Label(secondary=True, wrap=True, parent=self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        outer.addWidget(self.empty, 1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.tr("List"))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._inside.setBackgroundRole(QPalette.ColorRole.Base)
        self.rows = QVBoxLayout(self._inside)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        self.more = link(self.tr("Show more"), self.tr("Show more"), self._show_more, self._inside)
        self.rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.rows.addStretch(1)
        self.area.setWidget(self._inside)
        outer.addWidget(self.area, 1)
        self.area.hide()

    # What a list of one kind of thing says

    choosable = False

    async def read(self, limit: int) -> tuple[Sequence[T], int]:
        """The first things and how many there are."""
        raise NotImplementedError

    def key(self, thing: T) -> int:
        """What tells two things apart."""
        raise NotImplementedError

    def item_of(self, thing: T) -> int | None:
        """The item a thing is about."""
        raise NotImplementedError

    def items_of(self, thing: T) -> Sequence[int]:
        """The items whose names its row tells."""
        id_ = self.item_of(thing)
        return [] if id_ is None else [id_]

    def make_row(self, thing: T) -> ListRow:
        """The row of a thing."""
        raise NotImplementedError

    def nothing(self) -> str:
        """What an empty list says."""
        raise NotImplementedError

    # Reading

    def refresh(self) -> None:
        """Read the list again."""
        self.tasks.replace(self, self._read(), what=self.tr("Read the list"))

    async def _read(self) -> None:
        things, total = await self.read(self._limit)
        self.faces = self._faces.read()
        ids = [id_ for thing in things for id_ in self.items_of(thing)]
        self.names = names_of(self.desk, ids)
        self._show(things, total)

    def _show(self, things: Sequence[T], total: int) -> None:
        wanted = {self.key(thing): thing for thing in things}
        for key in [key for key, (held, _row) in self._things.items() if wanted.get(key) != held]:
            _held, row = self._things.pop(key)
            self.rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index, (key, thing) in enumerate(wanted.items()):
            if key not in self._things:
                row = self.make_row(thing)
                if row.box is not None:
                    row.box.toggled.connect(lambda _on: self._count_chosen())
                self._things[key] = (thing, row)
                self.rows.insertWidget(index, row)
            elif self.rows.indexOf(self._things[key][1]) != index:
                self.rows.insertWidget(index, self._things[key][1])
        self.more.setVisible(total > len(things))
        self.empty.setText(self.nothing() if not things else "")
        self.empty.setVisible(not things)
        self.area.setVisible(bool(things))
        self._count_chosen()
        self.counted.emit(total)

    def _show_more(self) -> None:
        self._limit += PAGE
        self.refresh()

    def name(self, item_id: int | None) -> str:
        """The name to show for an item."""
        return self.names.get(item_id or 0, "") or self.tr("No name")

    def said(self, account_id: int, text: str | None) -> str:
        """What the lower layers say of an account, as the window says it: the CRM by its name here, not by its host."""
        if account_id not in self._hosts:
            accounts = [status.account for status in self.desk.accounts()]
            self._hosts |= {one.id: self.desk.host(one.provider, one.settings) for one in accounts}
        host, words = self._hosts.get(account_id, ""), told(text)
        pattern = rf"(?<![\w./-]){re.escape(host)}(:\d+)?(?![\w/-])"
        return re.sub(pattern, lambda _found: self.face(account_id).name, words) if host else words

    def face(self, account_id: int) -> Face:
        """The face of an account."""
        return self.faces.get(account_id, Face(account_id, "", "?", self.tr("A removed account")))

    def start(self, work: Coroutine[Any, Any, object], what: str) -> None:
        """Do something and read the list again."""

        async def act() -> None:
            await work
            self.refresh()

        self.tasks.start(act(), what=what)

    # Choosing

    def offer_bulk(self, offers: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """A tick for all rows, and buttons that act on the chosen ones."""
        self.everything = QCheckBox(self.tr("Select all"), self)
        self.everything.clicked.connect(self._choose_all)
        self.bar.addWidget(self.everything)
        self.bar.addStretch(1)
        for text, act in offers:
            button = small(text, "", text, act, self)
            self._bulk.append(button)
            self.bar.addWidget(button)
        self._count_chosen()

    def chosen(self) -> list[T]:
        """The ticked things."""
        return [held for held, row in self._things.values() if row.box is not None and row.box.isChecked()]

    def _choose_all(self, on: bool) -> None:
        for _held, row in self._things.values():
            if row.box is not None:
                row.box.setChecked(on)

    def _count_chosen(self) -> None:
        if self.everything is None:
            return
        n = len(self.chosen())
        self.everything.setVisible(bool(self._things))
        self.everything.setChecked(bool(n) and n == len(self._things))
        self.everything.setText(numbered(self.tr("%Ln selected", "", n), n) if n else self.tr("Select all"))
        for button in self._bulk:
            button.setVisible(bool(self._things))
            button.setEnabled(n > 0)
            button.setToolTip("" if n else self.tr("Choose some first"))
