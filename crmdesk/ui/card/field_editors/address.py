"""The editor of a postal address: one block, as it is written in its country, whose parts have editors of their own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from crmdesk.domain.fields import Field
from crmdesk.domain.values import Value
from crmdesk.ui.card.field_editors.line import NoteEditor
from crmdesk.ui.card.field_editors.tool_button import IconButton


class AddressEditor(NoteEditor):
    """The block; a text that its CRM knows no parts of is edited here, parts in their own fields.

    `asked_parts` when the user wants to see the parts' fields, or to put them away again.
    """

    asked_parts = Signal()

    def __init__(self, field: Field, title: str, parent: QWidget | None = None) -> None:
        super().__init__(field, title, parent, least=1)
        self._in_parts = False
        self.copy = IconButton("copy", self.tr("Copy the address"), self.box)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.parts = IconButton("edit", self.tr("Edit the parts of the address"), self.box)
        self.parts.clicked.connect(self.asked_parts)
        for button in (self.copy, self.parts):
            self.box.tool(button)
        self.box.lane.offer(self.parts, True)
        self.text.viewport().installEventFilter(self)
        self.text.installEventFilter(self)

    def show_in_parts(self, in_parts: bool) -> None:
        """Say whether the block is made of parts: then it is read here and edited there."""
        self._in_parts = in_parts
        self.text.setReadOnly(in_parts)

    def show_value(self, value: Value | None) -> None:
        super().show_value(value)
        self.text.setReadOnly(self._in_parts or self.text.isReadOnly())
        self.box.lane.offer(self.copy, self.value() is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._in_parts and self._opens(event):
            self.asked_parts.emit()
            return True
        return super().eventFilter(watched, event)

    def _opens(self, event: QEvent) -> bool:
        """Whether somebody means to edit: a click that selects nothing, or Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        return event.type() == QEvent.Type.MouseButtonRelease and not self.text.textCursor().hasSelection()
