"""Editor of emails and phones: rows of value, label and primary mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from crmdesk.domain.fields import Field, FieldType
from crmdesk.domain.values import Entry, Value
from crmdesk.ui.card.field_editors.base import FieldEditor
from crmdesk.ui.card.field_editors.lane import Lane
from crmdesk.ui.card.field_editors.line import mail_target, open_target, phone_target
from crmdesk.ui.card.field_editors.quiet_inputs import FieldBox, QuietLine
from crmdesk.ui.card.field_editors.tool_button import IconButton, MoreButton
from crmdesk.ui.card.field_editors.wrapping_line import WrappingLine
from crmdesk.ui.card.field_row.origin_badges import BadgeStrip, Origin, origin_of
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.wording.phrases import tooltip

ROWS = 8  # made at once, and with each further step
LABEL = 96  # pixels that a label may take


class EntryRow(QWidget):
    """One entry; `changed` when its text, label or mark was changed by the user."""

    changed = Signal()
    removed = Signal()
    asked_more = Signal()
    marked = Signal()

    def __init__(self, field: Field, title: str, labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = "mailto" if field.type is FieldType.EMAILS else "tel"
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.box = FieldBox(self)
        outer.addWidget(self.box)
        self.line = WrappingLine(self.box)
        self.line.setAccessibleName(title)
        self.line.setPlaceholderText(self.tr("name@company.com") if self._scheme == "mailto" else "+49 30 1234567")
        self.label = QuietLine(self.box)
        self.label.setAccessibleName(self.tr("Label of {field}").format(field=title))
        self.label.stand(Qt.AlignmentFlag.AlignTrailing)
        self.label.setFont(font(FontSize.SMALL))
        self.label.setStyleSheet(self.label.styleSheet() + "QLineEdit { color: palette(placeholder-text); }")
        self.label.textChanged.connect(lambda _text: self._show_tools())
        completer = QCompleter(list(labels), self.label)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.label.setCompleter(completer)
        self._primary = False
        self._fixed = ""
        self.several = False  # whether there are others of which one can be the primary one
        self.star = IconButton("star", self.tr("Make primary"), self.box)
        keeps = self.star.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.star.setSizePolicy(keeps)
        self.open = IconButton("mail" if self._scheme == "mailto" else "phone", self.tr("Write or call"), self.box)
        self.remove = IconButton("close", self.tr("Remove"), self.box)
        top = Qt.AlignmentFlag.AlignTop
        for widget, stretch in ((self.line, 1), (self.label, 0), (self.star, 0)):
            self.box.hold(widget, stretch)
        for widget in (self.label, self.star):
            self.box.row.setAlignment(widget, top)
        self.label.setFixedHeight(self.box.lane.height())
        for tool in (self.open, self.remove):
            self.box.tool(tool)
        self._connect()
        self._show_tools()

    def _connect(self) -> None:
        self.line.textEdited.connect(lambda _text: self._typed())
        self.line.returnPressed.connect(self.asked_more)
        self.label.textEdited.connect(lambda _text: self.changed.emit())
        self.label.completer().activated.connect(lambda _text: self.changed.emit())
        self.star.clicked.connect(self.marked)
        self.remove.clicked.connect(self.removed)
        self.open.clicked.connect(lambda: open_target(self._target()))
        self.box.lit.connect(lambda _lit: self._show_tools())

    def _typed(self) -> None:
        self._show_tools()
        self.changed.emit()

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
        self.box.lane.show_faces(origin.faces if origin and origin.differs else (), self._fixed)
        self._show_tools()

    @property
    def badges(self) -> BadgeStrip:
        """The badges of the accounts that hold the entry."""
        return self.box.lane.badges

    def set_primary(self, primary: bool) -> None:
        """Mark as the primary one, or not."""
        self._primary = primary
        self._show_tools()

    def set_several(self, several: bool) -> None:
        """Whether there are others of which one can be the primary one."""
        self.several = several
        self._show_tools()

    def _show_tools(self) -> None:
        lit, free = self.box.is_lit, not self._fixed
        says = self.tr("Primary") if self._primary else self.tr("Make primary")
        self.star.show_as("star-filled" if self._primary else "star", says)
        marks = self.several or self._primary
        self.star.setFixedWidth(self.star.height() if marks else 0)
        self.star.setVisible(marks and ((lit and free) or self._primary))
        hint = self.tr("label")
        self.label.setPlaceholderText(hint if lit and free else "")
        metrics = self.label.fontMetrics()
        self.label.setFixedWidth(min(metrics.horizontalAdvance(self.label.text() or hint) + 10, LABEL))
        target = self._target()
        self.open.setToolTip(tooltip(self.tr("Open {target}").format(target=target)))
        self.box.lane.offer(self.open, bool(target))
        self.box.lane.offer(self.remove, free and bool(self.line.text() or self.label.text()))


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
        self.adder = IconButton("add", self.tr("Add another to {field}").format(field=title), self)
        self.adder.clicked.connect(self.add)
        self.more = MoreButton(self)
        self.more.clicked.connect(self._show_more)
        self._layout.addWidget(self.more)
        self._landing = ("", "")
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
            row.set_several(len(self.rows) > 1)
        for row in self.rows[:1]:
            row.box.lane.show_landing(*self._landing)
        self.adder.setVisible(bool(self.rows) and bool(self.rows[-1].line.text()))

    def lane(self) -> Lane:
        self.first_input()
        return self.rows[0].box.lane

    def show_landing(self, sign: str, text: str) -> None:
        self._landing = (sign, text)
        super().show_landing(sign, text)

    def first_input(self) -> QWidget:
        if not self.rows:
            self._append()
        return self.rows[0].line
