"""Which way values are to travel, as the last page of the dialog that connects a CRM asks it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from crmdesk.desk import KindInfo, directions_of
from crmdesk.domain.accounts import Direction
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.wording.directions import first_sync


class DirectionChoice(QWidget):
    """The directions that the chosen kinds can go, and what the first sync will do; `changed` by the user."""

    changed = Signal()

    def __init__(self, crm: str, can: Iterable[KindInfo], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crm, self._can = crm, tuple(can)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        said: Mapping[Direction, str] = {
            Direction.TWO_WAY: self.tr("Both ways: what I change here goes there after the first sync"),
            Direction.PULL: self.tr("Only read: what I change stays on this computer"),
            Direction.PUSH: self.tr("Only write: what I have here goes there, nothing comes from there"),
        }
        self._group = QButtonGroup(self)
        self.buttons: dict[Direction, QRadioButton] = {}
        for direction in directions_of(self._can):
            button = QRadioButton(said[direction], self)
            button.toggled.connect(self._toggled)
            self._group.addButton(button)
            self.buttons[direction] = button
            column.addWidget(button)
        self.note = Remark("info", Tone.QUIET, self)
        column.addWidget(self.note)
        self.show_kinds(self._can)

    def show_kinds(self, can: Iterable[KindInfo]) -> None:
        """Offer what these kinds can do; a choice that they can do as well stays."""
        self._can = tuple(can)
        possible = directions_of(self._can)
        for direction, button in self.buttons.items():
            button.setVisible(direction in possible)
        if not any(self.buttons[direction].isChecked() for direction in possible):
            self.buttons[possible[0]].setChecked(True)
        self._say()

    def direction(self) -> Direction:
        """What is chosen."""
        return next(direction for direction, button in self.buttons.items() if button.isChecked())

    def _toggled(self, on: bool) -> None:
        if on:
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        if self._group.checkedButton() is None:
            return
        text = first_sync(self.direction(), self._crm, self._can)
        if len(directions_of(self._can)) == 1:
            text = self.tr("{crm} takes no changes over this connection. {more}").format(crm=self._crm, more=text)
        self.note.say(text)
