"""One field of the card: a quiet label, the value, the badges of where it comes from, and remarks below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from crmdesk.domain.fields import Field
from crmdesk.ui.card.field_editors import FieldEditor, make_editor
from crmdesk.ui.card.field_editors.entries import EntriesEditor
from crmdesk.ui.card.field_row.origin_badges import BadgeStrip, Face
from crmdesk.ui.card.field_row.remarks import FieldNotes
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import tooltip

Make = Callable[[Field, str, QWidget | None], FieldEditor]
LABEL_WIDTH = 13  # in average characters of the small font
NARROW = 56  # of these, below which a label stands above its value


class CardField(QWidget):
    """A field's editor with its badges and notes; `FieldRow` and the header give it its place."""

    def __init__(self, field: Field, title: str, parent: QWidget | None = None, make: Make = make_editor) -> None:
        super().__init__(parent)
        self.field = field
        self.title = title
        self.editor: FieldEditor = make(field, title, self)
        self.notes = FieldNotes(self, self.editor.show_landing)

    @property
    def key(self) -> str:
        """The field's name in the values."""
        return self.field.key

    @property
    def badges(self) -> BadgeStrip:
        """The badges of the accounts that hold the value, where others do not."""
        return self.editor.lane().badges

    def show_origin(self, faces: Sequence[Face], more: str) -> None:
        """Show which accounts hold the value, with what each of them has on hover."""
        self.editor.lane().show_faces(faces, more)
        self.editor.setToolTip(tooltip(more))


class FieldRow(CardField):
    """A field with its label beside it; the label's mnemonic and a click on it lead into the editor."""

    def __init__(self, field: Field, title: str, parent: QWidget | None = None) -> None:
        super().__init__(field, title, parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        self.label = Label(title, size=FontSize.SMALL, secondary=True, wrap=True, parent=self)
        self.label.setBuddy(self.editor.first_input())
        head = QWidget(self)
        head.setFixedWidth(self.label.fontMetrics().averageCharWidth() * LABEL_WIDTH)
        beside = QHBoxLayout(head)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.label, 1, Qt.AlignmentFlag.AlignTop)
        lane = self.editor.lane()
        # The first line of the label stands on one line with the first line of the value.
        line = self.label.fontMetrics().height()
        above = max(0, (lane.height() - line) // 2)
        beside.setContentsMargins(0, 2, 0, 0)  # as of the box beside it
        self.label.setContentsMargins(0, above, 0, 2)
        self.label.setMinimumHeight(above + line + 2)  # else a row of two lines may be laid out with less, and cut it
        if isinstance(self.editor, EntriesEditor):
            beside.addWidget(self.editor.adder, 0, Qt.AlignmentFlag.AlignTop)
        self._head, self._grid, self._narrow = head, grid, False
        self._beside = head.maximumWidth()
        grid.setColumnStretch(1, 1)
        self._arrange()

    def _arrange(self) -> None:
        """The label beside its value, or above it where the card is too narrow for both."""
        grid, narrow = self._grid, self._narrow
        for widget in (self._head, self.editor, self.notes):
            grid.removeWidget(widget)
        top = Qt.AlignmentFlag.AlignTop
        self._head.setFixedWidth(2 * self._beside if narrow else self._beside)
        grid.addWidget(self._head, 0, 0, 1, 2 if narrow else 1, top)
        grid.addWidget(self.editor, 1, 0, 1, 2) if narrow else grid.addWidget(self.editor, 0, 1)
        grid.addWidget(self.notes, 2, 0, 1, 2) if narrow else grid.addWidget(self.notes, 1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW * self.label.fontMetrics().averageCharWidth()
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()


class BareField(CardField):
    """A field without a visible label, for the header; its placeholder says what belongs there."""

    def __init__(self, field: Field, title: str, parent: QWidget | None = None, make: Make = make_editor) -> None:
        super().__init__(field, title, parent, make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.editor)
        layout.addWidget(self.notes)

    def show_origin(self, faces: Sequence[Face], more: str) -> None:
        """The head shows the item's accounts once; where they differ is told on hover."""
        self.editor.setToolTip(tooltip(more))
