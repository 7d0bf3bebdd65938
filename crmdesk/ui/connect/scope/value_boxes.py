"""The scope of one field as boxes: each value with its count, ticked when it is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.domain.scope.profiles import Choice
from crmdesk.domain.scope.rules import comparable_form
from crmdesk.ui.card.sections import Disclosure
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import bullets, count, field_title, numbered, one_line

MOST_SHOWN = 30  # values, the most frequent first; the others are found by typing


class FieldBoxes(Disclosure):
    """The values of one field; `changed` when another of them is wanted.

    With all ticked there is no rule. Unticking leaves values out, whatever else a record holds; after "None", ticking
    takes values alone.
    """

    changed = Signal()

    def __init__(
        self, kind: Kind, key: str, values: Sequence[tuple[str, int]], choice: Choice, parent: QWidget | None = None
    ) -> None:
        self._name = field_title(kind, key)
        super().__init__(self._name, parent)
        self._is_flag = field_of(kind, key).type is FieldType.FLAG
        self._only = choice.only
        self._named = {comparable_form(value): value for value in choice.values}
        known = {comparable_form(value) for value, _ in values}
        self._values = [*values, *((value, 0) for key, value in self._named.items() if key not in known)]
        self.column.setSpacing(4)
        self._add_links()
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(0)
        self.boxes: dict[str, QCheckBox] = {}
        self.column.addLayout(self._boxes)
        self._more = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=self.inside)
        self.column.addWidget(self._more)
        self._says = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=self.inside)
        self.column.addWidget(self._says)
        self.opened.connect(self._fill)
        self._sum_up()

    def _add_links(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.all = QPushButton(self.tr("All"), self.inside)
        self.none = QPushButton(self.tr("None"), self.inside)
        for button, only in ((self.all, False), (self.none, True)):
            button.setProperty("look", "link")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, only=only: self._begin(only))
            row.addWidget(button)
        self.all.setAccessibleName(self.tr("Tick all values of {field}").format(field=self._name))
        self.none.setAccessibleName(self.tr("Tick no value of {field}").format(field=self._name))
        row.addStretch(1)
        self.search = QLineEdit(self.inside)
        self.search.setPlaceholderText(self.tr("Find a value"))
        self.search.setAccessibleName(self.tr("Find a value of {field}").format(field=self._name))
        self.search.setClearButtonEnabled(True)
        self.search.setVisible(len(self._values) > MOST_SHOWN)
        self.search.textChanged.connect(lambda _text: self._fill())
        row.addWidget(self.search)
        self.column.addLayout(row)

    def choice(self) -> Choice:
        """What is wanted of this field."""
        return Choice(self._only, tuple(self._named.values()))

    def complete(self) -> bool:
        """Whether anything is wanted."""
        return not self._only or bool(self._named)

    def _begin(self, only: bool) -> None:
        self._only = only
        self._named.clear()
        self._fill()
        self._changed()

    def _fill(self) -> None:
        """Draw the most frequent of the boxes that are sought, and those that the user changed."""
        while (item := self._boxes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes.clear()
        sought = comparable_form(self.search.text())
        found = [pair for pair in self._values if sought in comparable_form(self._label(pair[0]))]
        named = [pair for pair in found if comparable_form(pair[0]) in self._named]
        shown = [*found[:MOST_SHOWN], *(pair for pair in named if pair not in found[:MOST_SHOWN])]
        wanted = self.choice()
        for value, n in shown:
            text = bullets(self._label(value), count(n))
            box = QCheckBox(text.replace("&", "&&"), self.inside)
            box.setChecked(wanted.takes(value))
            box.toggled.connect(lambda on, value=value: self._tick(value, on))
            self.boxes[value] = box
            self._boxes.addWidget(box)
        left = len(found) - len(shown)
        self._more.setText(numbered(self.tr("and %Ln more: type to find them", "", left), left))
        self._more.setVisible(left > 0)

    def _label(self, value: str) -> str:
        if self._is_flag:
            return self.tr("Yes") if value else self.tr("No")
        return one_line(value, 60) or self.tr("(none)")

    def _tick(self, value: str, on: bool) -> None:
        if on is self._only:
            self._named[comparable_form(value)] = value
        else:
            self._named.pop(comparable_form(value), None)
        self._changed()

    def _changed(self) -> None:
        self._sum_up()
        self.changed.emit()

    def _sum_up(self) -> None:
        n = len(self._named)
        if self._only:
            self.rename(numbered(self.tr("{field}: only %Ln value(s)", "", n), n).format(field=self._name))
            self._says.setText(self.tr("Only ticked values are included. New values stay out."))
        elif n:
            self.rename(numbered(self.tr("{field}: %Ln value(s) left out", "", n), n).format(field=self._name))
            self._says.setText(self.tr("Unticked values are left out. New values are included."))
        else:
            self.rename(self.tr("{field}: all").format(field=self._name))
            self._says.setText("")
        self._says.setVisible(bool(self._says.text()))
