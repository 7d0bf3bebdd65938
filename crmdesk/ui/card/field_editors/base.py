"""What all field editors have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crmdesk.domain.fields import Field
from crmdesk.domain.values import Value
from crmdesk.ui.card.field_editors.lane import Lane


class FieldEditor(QWidget):
    """Edits one field: `show_value` never announces, `edited` is emitted when the user changed something."""

    edited = Signal()

    def __init__(self, field: Field, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.title = title

    def value(self) -> Value | None:
        """What stands in the editor; None when it is empty."""
        raise NotImplementedError

    def show_value(self, value: Value | None) -> None:
        """Show a value without announcing it; the caret stays where the text does."""
        raise NotImplementedError

    def show_fixed(self, why: str) -> None:
        """Say why the value cannot be changed, so that nobody tries; "" where it can."""

    def lane(self) -> Lane:
        """The end of the row that belongs to the whole field."""
        raise NotImplementedError

    def show_landing(self, sign: str, text: str) -> None:
        """Show where a change will be, without moving anything."""
        self.lane().show_landing(sign, text)

    def finish(self) -> None:
        """Show what was typed as what it is from now on; the value stays the same."""

    def first_input(self) -> QWidget:
        """The widget that the field's label belongs to and that takes the focus."""
        raise NotImplementedError

    def start(self) -> None:
        """Take the focus, ready for typing."""
        self.first_input().setFocus()
