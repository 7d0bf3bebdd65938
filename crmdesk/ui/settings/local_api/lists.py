"""Rows that list things: lines made anew whenever something of it changed, each with what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.look.tokens import GRID, HALF
from crmdesk.ui.settings.rows import Row
from crmdesk.ui.wording.settings import Told

Deed = tuple[str, str, Callable[[], object]]  # words, look, what it does


class Line(QWidget):
    """One thing: its name, what is said of it, perhaps a warning, and buttons; `name` goes before each in speech."""

    def __init__(self, name: str, says: Sequence[str], deeds: Sequence[Deed], parent: QWidget, warns: str = "") -> None:
        super().__init__(parent)
        self.name = name
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(name, wrap=True, parent=self))
        for text in filter(None, says):
            words.addWidget(Label(text, size=FontSize.SMALL, secondary=True, wrap=True, parent=self))
        remark = Remark("warning", Tone.AMBER, self)
        remark.say(warns)
        words.addWidget(remark)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, HALF, 0, HALF)
        row.setSpacing(GRID)
        row.addLayout(words, 1)
        self.buttons: dict[str, QPushButton] = {}
        for text, look, act in deeds:
            button = QPushButton(text, self)
            button.setProperty("look", look)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{text}: {name}")
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.buttons[text] = button


class ListRow(Row):
    """A title, lines or what is said while there are none, and below them what makes another one."""

    def __init__(self, words: Told, parent: QWidget) -> None:
        super().__init__(words, parent)
        title = Label(words.title, strong=True, parent=self)
        self._nothing = Label("", size=FontSize.SMALL, secondary=True, wrap=True, parent=self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.foot = QGridLayout()
        self.foot.setColumnStretch(0, 1)
        self.column.addWidget(title)
        self.column.addWidget(self.note)
        self.column.addWidget(self._nothing)
        self.column.addLayout(self._lines)
        self.column.addLayout(self.foot)
        self.column.setContentsMargins(0, GRID, 0, 2 * GRID)

    def show_lines(self, lines: Sequence[Line], nothing: str) -> None:
        """Show these in the place of those before; `nothing` where there are none."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._lines.addWidget(line)
        self._nothing.setText(nothing)
        self._nothing.setVisible(not lines)

    def lines(self) -> list[Line]:
        """What is listed now."""
        widgets = [item.widget() for place in range(self._lines.count()) if (item := self._lines.itemAt(place))]
        return [widget for widget in widgets if isinstance(widget, Line)]
