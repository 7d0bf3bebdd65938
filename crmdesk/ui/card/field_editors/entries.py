"""Editor of emails and phones: rows of value, label and primary mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QVBoxLayout, QWidget

from crmdesk.domain.fields import Field, FieldType
from crmdesk.domain.values import Entry, Value
from crmdesk.ui.card.field_editors.base import FieldEditor
from crmdesk.ui.card.field_editors.line import mail_target, open_target, phone_target
from crmdesk.ui.card.field_editors.quiet_inputs import FieldBox, QuietLine
from crmdesk.ui.card.field_editors.tool_button import IconButton, MoreButton
from crmdesk.ui.card.field_row.origin_badges import BadgeStrip, Origin, origin_of
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.wording.phrases import tooltip

ROWS = 12  # made at once, and with each further step


class EntryRow(QWidget):
    """One entry; `changed` when its text, label or mark was changed by the user."""

    changed = Signal()
    removed = Signal()
    asked_more = Signal()
    marked = Signal()

    def __init__(self, field: Field, title: str, labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = "mailto" if field.type is FieldType.EMAILS else "tel"
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self.box = FieldBox(self)
        self._grid.addWidget(self.box, 0, 0)
        self.line = QuietLine(self.box)
        self.line.setAccessibleName(title)
        self.line.setPlaceholderText(self.tr("name@company.com") if self._scheme == "mailto" else "+49 30 1234567")
        self.label = QuietLine(self.box)
        self.label.setAccessibleName(self.tr("Label of {field}").format(field=title))
        self.label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.label.setFont(font(FontSize.SMALL))
        self.label.setStyleSheet(self.label.styleSheet() + "QLineEdit { color: palette(placeholder-text); }")
        self.label.textChanged.connect(lambda _text: self._show_tools())
        self.box.setMinimumHeight(max(24, self.fontMetrics().height() + 6) + 8)
        completer = QCompleter(list(labels), self.label)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.label.setCompleter(completer)
        self._primary = False
        self.star = IconButton("star", self.tr("Make this the primary one"), self.box)
        self.open = IconButton("mail" if self._scheme == "mailto" else "phone", self.tr("Write or call"), self.box)
        self.remove = IconButton("close", self.tr("Remove"), self.box)
        self.more = IconButton("add", self.tr("Add another"), self.box)
        for widget, stretch in ((self.line, 1), (self.label, 0), (self.star, 0), (self.open, 0)):
            self.box.hold(widget, stretch)
        self.box.hold(self.remove)
        self.box.hold(self.more)
        self.badges = BadgeStrip(self)
        self._grid.addWidget(self.badges, 0, 1)
        self._below = False
        self.last = False
        self._fixed = ""
        self._connect()
        self._show_tools()

    def _connect(self) -> None:
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.line.returnPressed.connect(self.asked_more)
        self.label.textEdited.connect(lambda _text: self.changed.emit())
        self.label.completer().activated.connect(lambda _text: self.changed.emit())
        self.star.clicked.connect(self.marked)
        self.remove.clicked.connect(self.removed)
        self.more.clicked.connect(self.asked_more)
        self.open.clicked.connect(lambda: open_target(self._target()))
        self.box.lit.connect(lambda _lit: self._show_tools())

    def _target(self) -> str:
        text = self.line.whole()
        return (mail_target(text) if self._scheme == "mailto" else phone_target(text)) or ""

    def entry(self) -> Entry:
        """The entry as it stands in the row."""
        return Entry(self.line.whole(), self.label.whole().strip(), self._primary)

    def show_entry(self, entry: Entry, origin: Origin | None) -> None:
        """Show an entry; where it is fixed, with the reason."""
        self.line.set_text(entry.value)
        if self.label.whole().strip() != entry.label:
            self.label.set_text(entry.label)
        self._primary = entry.primary
        self._fixed = origin.fixed if origin else ""
        self.line.setReadOnly(bool(self._fixed))
        self.label.setReadOnly(bool(self._fixed))
        self.line.setToolTip(tooltip("\n".join(part for part in (entry.value, self._fixed) if part)))
        self.badges.show_faces(origin.faces if origin else (), self._fixed)
        self._show_tools()
        self._place_badges()

    def _place_badges(self) -> None:
        """Beside the entry, or below it where it would be cut for their sake."""
        margins = self.box.row.contentsMargins()
        text = self.line.fontMetrics().horizontalAdvance(self.line.text()) + margins.left() + margins.right() + 12
        label = self.label.width() + self.box.row.spacing()
        star = self.star.width() + self.box.row.spacing() if self._primary else 0
        below = text + label + star + self.badges.sizeHint().width() + self._grid.horizontalSpacing() > self.width()
        if below != self._below:
            self._below = below
            self._grid.removeWidget(self.badges)
            side = Qt.AlignmentFlag.AlignTrailing if below else Qt.AlignmentFlag(0)
            self._grid.addWidget(self.badges, *((1, 0, side) if below else (0, 1, side)))
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_badges()

    def set_primary(self, primary: bool) -> None:
        """Mark as the primary one, or not."""
        self._primary = primary
        self._show_tools()

    def set_last(self, last: bool) -> None:
        """Whether the button for another entry stands here."""
        self.last = last
        self._show_tools()

    def _show_tools(self) -> None:
        lit, free = self.box.is_lit, not self._fixed
        says = self.tr("This is the primary one") if self._primary else self.tr("Make this the primary one")
        self.star.show_as("star-filled" if self._primary else "star", says)
        self.star.setVisible((lit and free) or self._primary)
        self.label.setPlaceholderText(self.tr("label") if lit and free else "")
        text = self.label.text() or self.label.placeholderText()
        self.label.setFixedWidth(min(self.label.fontMetrics().horizontalAdvance(text) + 14, 120))
        self.open.setVisible(lit and bool(self._target()))
        self.open.setToolTip(tooltip(self.tr("Open {target}").format(target=self._target())))
        self.remove.setVisible(lit and free)
        self.more.setVisible(lit and self.last)


class EntriesEditor(FieldEditor):
    """A list of labelled entries; the empty last row of an unfilled list asks for the first one.

    Of a long list the first rows are made, and more when they are asked for; what is not shown stays as it is.
    """

    rows_changed = Signal()

    def __init__(self, field: Field, title: str, parent: QWidget | None = None) -> None:
        super().__init__(field, title, parent)
        self._labels = [self.tr("work"), self.tr("home"), self.tr("other")]
        if field.type is FieldType.PHONES:
            self._labels.insert(0, self.tr("mobile"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.rows: list[EntryRow] = []
        self._hidden: tuple[Entry, ...] = ()
        self.more = MoreButton(self)
        self.more.clicked.connect(self._show_more)
        self._layout.addWidget(self.more)
        self._origins: Mapping[Entry, Origin] = {}

    def show_origins(self, origins: Mapping[Entry, Origin]) -> None:
        """Say where each entry stands; set before `show_value`."""
        self._origins = origins

    def value(self) -> Value | None:
        shown = (entry for row in self.rows if (entry := row.entry()).value.strip())
        return (*shown, *self._hidden) or None

    def show_value(self, value: Value | None) -> None:
        wanted = list(value) if isinstance(value, tuple) else []
        if self.value() == (tuple(wanted) or None) and self.rows:
            for row in self.rows:
                row.show_entry(row.entry(), origin_of(self._origins, row.entry()))
            return
        wanted, self._hidden = wanted[:ROWS], tuple(wanted[ROWS:])
        while len(self.rows) > max(1, len(wanted)):
            self._drop(self.rows[-1])
        while len(self.rows) < max(1, len(wanted)):
            self._append()
        for row, entry in zip(self.rows, wanted or [Entry("")], strict=True):
            row.show_entry(entry, origin_of(self._origins, entry))
        self._mark_last()
        self.more.left(len(self._hidden))

    def _show_more(self) -> None:
        further, self._hidden = self._hidden[:ROWS], self._hidden[ROWS:]
        for entry in further:
            self._append().show_entry(entry, origin_of(self._origins, entry))
        self._mark_last()
        self.more.left(len(self._hidden))

    def add(self) -> None:
        """Put the caret into an empty row, a new one if all are filled."""
        empty = next((row for row in self.rows if not row.line.text()), None)
        row = empty or self._append()
        self._mark_last()
        row.line.setFocus()

    def _append(self) -> EntryRow:
        row = EntryRow(self.field, self.title, self._labels, self)
        row.changed.connect(self._changed)
        row.removed.connect(lambda: self._remove(row))
        row.asked_more.connect(self.add)
        row.marked.connect(lambda: self._mark(row))
        self.rows.append(row)
        self._layout.insertWidget(len(self.rows) - 1, row)
        self.rows_changed.emit()
        return row

    def _drop(self, row: EntryRow) -> None:
        self.rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.rows_changed.emit()

    def _changed(self) -> None:
        self._mark_last()
        self.edited.emit()

    def _remove(self, row: EntryRow) -> None:
        if len(self.rows) > 1:
            index = self.rows.index(row)
            self._drop(row)
            self.rows[min(index, len(self.rows) - 1)].line.setFocus()
        else:
            row.show_entry(Entry(""), None)
        self._changed()

    def _mark(self, chosen: EntryRow) -> None:
        primary = not chosen.entry().primary
        for row in self.rows:
            row.set_primary(primary and row is chosen)
        self._hidden = tuple(replace(entry, primary=False) for entry in self._hidden)
        self._changed()

    def _mark_last(self) -> None:
        for row in self.rows:
            row.set_last(row is self.rows[-1] and bool(row.line.text()))

    def first_input(self) -> QWidget:
        if not self.rows:
            self._append()
        return self.rows[0].line
