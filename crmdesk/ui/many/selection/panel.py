"""The panel of a selection: how many they are, what they share, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.domain.query.bulk import Shared
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label, Surface
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.wording.kinds import counted
from crmdesk.ui.wording.phrases import count, one_line, value_text

_LEFT_OUT = frozenset({"name", "first_name", "last_name", "image"})  # nobody shares them, or nobody asks
MOST_FIELDS = 14


class SelectionPanel(Surface):
    """Covers the card while several rows are selected. Each signal is one thing to do with all of them."""

    tag_asked = Signal()
    edit_asked = Signal()
    add_asked = Signal(int)
    all_asked = Signal()
    cancelled = Signal()
    done = Signal(str)  # the id of one of the window's commands

    def __init__(self, card: QWidget) -> None:
        super().__init__(card.backgroundRole(), card)
        self.setObjectName("selection")
        self._kind = Kind.CONTACT
        self.title = Label("", size=FontSize.TITLE, strong=True)
        self.everything = QPushButton()
        self.everything.setProperty("look", "link")
        self.everything.clicked.connect(self.all_asked)
        self._accounts = QMenu(self)
        self.tag = self._button(self.tr("Tag… (T)"), "tag", self.tag_asked.emit)
        self.edit = self._button(self.tr("Edit a field…"), "edit", self.edit_asked.emit)
        self.add = self._button(self.tr("Add to a CRM"), "plug", None)
        self.add.setMenu(self._accounts)
        commands = (
            ("link", self.tr("Link as one…"), "link"),
            ("copy", self.tr("Copy rows"), "copy"),
            ("copy_emails", self.tr("Copy emails"), "mail"),
            ("export", self.tr("Export…"), "external"),
            ("delete", self.tr("Move to trash"), "trash"),
        )
        self.commands = {id_: self._button(words, sign, None) for id_, words, sign in commands}
        for id_, button in self.commands.items():
            button.clicked.connect(lambda _=False, id_=id_: self.done.emit(id_))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How far it is"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        self._lay_out()
        self.say_progress(0, 0)
        card.installEventFilter(self)
        self.hide()

    def _button(self, words: str, sign: str, do: object) -> QPushButton:
        button = QPushButton(icon(sign, "secondary"), words)
        button.setProperty("look", "quiet")
        button.setStyleSheet("QPushButton { text-align: left; }")
        if callable(do):
            button.clicked.connect(lambda: do())
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        column.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeft)
        for button in (self.tag, self.edit, self.add, *self.commands.values()):
            column.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        content = QWidget()
        self._fields = QFormLayout(content)
        self._fields.setContentsMargins(0, GRID, 0, 0)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(self.tr("What they share"))
        column.addWidget(area, 1)

    def say(
        self, kind: Kind, selected: int, total: int, accounts: Sequence[tuple[int, str]], why_not_link: str
    ) -> None:
        """Say how many are selected, of how many, and which accounts they can be added to."""
        self._kind = kind
        self.title.setText(counted(kind, selected))
        self.setAccessibleName(self.tr("{things} selected").format(things=counted(kind, selected)))
        self.everything.setText(self.tr("Select all {n}").format(n=count(total)))
        self.everything.setVisible(selected < total)
        self.commands["copy_emails"].setVisible(kind is Kind.CONTACT)
        self.commands["link"].setEnabled(not why_not_link)
        self.commands["link"].setToolTip(why_not_link)
        self.tag.setVisible("tags" in FIELDS[kind])
        self._accounts.clear()
        for id_, name in accounts:
            self._accounts.addAction(one_line(name, 60)).triggered.connect(
                lambda _=False, id_=id_: self.add_asked.emit(id_)
            )
        self.add.setEnabled(bool(accounts))

    def show_shared(self, shared: Shared) -> None:
        """Show the values that all have, and where they differ."""
        while self._fields.rowCount():
            self._fields.removeRow(0)
        keys = [key for key in FIELDS[self._kind] if key not in _LEFT_OUT and not FIELDS[self._kind][key].part_of]
        shown = [key for key in keys if key in shared.values or key in shared.several][:MOST_FIELDS]
        for key in shown:
            differs = key in shared.several
            text = self.tr("(several)") if differs else value_text(self._kind, key, shared.values[key])  # type: ignore[arg-type] # values of rows
            value = Label(one_line(text, 80), secondary=differs, elided=True)
            self._fields.addRow(Label(FIELDS[self._kind][key].title, secondary=True), value)

    def say_progress(self, done: int, of: int) -> None:
        """Say how far something is; nothing at all when it is over."""
        running = of > 0
        self.progress.setVisible(running)
        self.cancel.setVisible(running)
        self.progress.setMaximum(max(1, of))
        self.progress.setValue(done)
        for button in (self.tag, self.edit, self.add, *self.commands.values()):
            button.setEnabled(not running)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def cover(self) -> None:
        """Take the card's place."""
        card = self.parentWidget()
        if card is not None:
            self.setGeometry(card.rect())
        self.show()
        self.raise_()
