"""Editor of tags: chips, and a line for one more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from crmdesk.domain.fields import Field
from crmdesk.domain.values import Entry, Value
from crmdesk.ui.card.field_editors.base import FieldEditor
from crmdesk.ui.card.field_editors.flow_layout import FlowLayout
from crmdesk.ui.card.field_editors.lane import Lane
from crmdesk.ui.card.field_editors.quiet_inputs import FieldBox, QuietLine
from crmdesk.ui.card.field_editors.tool_button import IconButton, MoreButton
from crmdesk.ui.card.field_row.origin_badges import Origin, origin_of
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.tag_colours import chip_ground
from crmdesk.ui.look.tokens import tokens
from crmdesk.ui.wording.phrases import listed, one_line, tooltip

CHIPS = 24  # made at once, and with each further step
CHIP = 28  # the height of a chip, with a cross or without


class TagChip(QWidget):
    """A rounded piece with a word, and a cross that takes it away."""

    removed = Signal()

    def __init__(self, text: str, origin: Origin | None, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 2, 4 if not (origin and origin.fixed) else 10, 2)
        layout.setSpacing(2)
        layout.addWidget(Label(one_line(text, 60), parent=self))
        self.cross = IconButton("close", self.tr("Remove {tag}").format(tag=one_line(text, 60)), self)
        self.cross.setFixedSize(24, 24)
        self.setMinimumHeight(CHIP)
        self.cross.clicked.connect(self.removed)
        layout.addWidget(self.cross)
        if origin and origin.fixed:
            self.cross.hide()
        held = listed([face.name for face in origin.faces]) if origin else ""
        self.setToolTip(tooltip("\n".join(part for part in (text, held, origin.fixed if origin else "") if part)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(chip_ground(self._colour, tokens(self.palette())))
        rect = QRectF(self.rect())
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.end()


class _TagLine(QuietLine):
    backspaced = Signal()
    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.backspaced.emit()
        else:
            super().keyPressEvent(event)


class TagsEditor(FieldEditor):
    """Chips; Enter or a comma ends a tag, Backspace in the empty line takes the last one back.

    A tag that is still being typed is part of the value, so that nothing that was typed depends on how it was ended.
    """

    rows_changed = Signal()
    tags_wanted = Signal()  # somebody begins to type: what there is may be offered

    def __init__(self, field: Field, title: str, parent: QWidget | None = None) -> None:
        super().__init__(field, title, parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        box = self.box = FieldBox(self)
        outer.addWidget(box)
        inside = QWidget(box)
        self._flow = FlowLayout(inside)
        box.hold(inside, 1)
        self.line = _TagLine(inside)
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        self.line.setAccessibleName(self.tr("Add to {field}").format(field=title))
        self.line.setPlaceholderText(self.tr("Add a tag"))
        self.line.installEventFilter(box)
        self.line.returnPressed.connect(self.finish)
        self.line.editingFinished.connect(self.finish)
        self.line.textEdited.connect(self._split)
        self.line.entered.connect(self.tags_wanted)
        self.line.backspaced.connect(self._take_back)
        self._flow.addWidget(self.line)
        self._entries: list[Entry] = []
        self._chips: list[TagChip] = []
        self._most = CHIPS
        self.more = MoreButton(inside)
        self.more.clicked.connect(self._show_more)
        self._flow.addWidget(self.more)
        self._origins: Mapping[Entry, Origin] = {}
        self._colours: Mapping[str, str] = {}

    def show_colours(self, colours: Mapping[str, str]) -> None:
        """Paint the chips in the colours of their tags; set before `show_value`."""
        self._colours = colours

    def offer(self, tags: Sequence[str]) -> None:
        """Complete what is typed from these."""
        completer = QCompleter(tags, self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _tag: QTimer.singleShot(0, self._take))
        self.line.setCompleter(completer)

    def _take(self) -> None:
        self.finish()
        self.edited.emit()

    def show_origins(self, origins: Mapping[Entry, Origin]) -> None:
        """Say where each tag stands; set before `show_value`."""
        self._origins = origins

    def value(self) -> Value | None:
        return (*self._entries, *self._typed()) or None

    def show_value(self, value: Value | None) -> None:
        wanted = value if isinstance(value, tuple) else ()
        if self.value() != (wanted or None):
            self.line.clear()
            self._most = CHIPS
        typed = self._typed()
        self._entries = [entry for entry in wanted if entry not in typed]
        self._rebuild()

    def _typed(self) -> list[Entry]:
        """What stands in the line and is no chip yet."""
        words = (word.strip() for word in self.line.text().split(","))
        known = {entry.value for entry in self._entries}
        return [Entry(word) for word in dict.fromkeys(words) if word and word not in known]

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for index, entry in enumerate(self._entries[: self._most]):
            colour = self._colours.get(entry.value.casefold(), "")
            chip = TagChip(entry.value, origin_of(self._origins, entry), colour, self.line.parentWidget())
            chip.removed.connect(lambda entry=entry: self._remove(entry))
            self._flow.insert(index, chip)
            chip.show()
            self._chips.append(chip)
        self.more.left(len(self._entries) - len(self._chips))
        self.updateGeometry()
        self.rows_changed.emit()

    def _split(self, text: str) -> None:
        if "," in text:
            self.finish()
        self.edited.emit()

    def finish(self) -> None:
        fresh = self._typed()
        self.line.clear()
        if fresh:
            self._entries += fresh
            self._rebuild()

    def _show_more(self) -> None:
        self._most += CHIPS
        self._rebuild()

    def _take_back(self) -> None:
        if len(self._entries) > len(self._chips):
            self._show_more()  # nothing is taken away that is not seen
        elif self._entries:
            self._remove(self._entries[-1])

    def _remove(self, entry: Entry) -> None:
        if (origin := origin_of(self._origins, entry)) and origin.fixed:
            return
        self._entries.remove(entry)
        self._rebuild()
        self.line.setFocus()
        self.edited.emit()

    def lane(self) -> Lane:
        return self.box.lane

    def first_input(self) -> QWidget:
        return self.line
