"""The rows of a settings page: a name, a control, and what is said of it; found by search, kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize, text_scale
from crmdesk.ui.look.tokens import GRID, HALF
from crmdesk.ui.wording.settings import Told

WIDEST = 380  # device-independent pixels of a choice; it gets narrower with the page


class Row(QWidget):
    """One setting; `refresh` shows what is kept, and a search looks through `searched`."""

    def __init__(self, words: Told, parent: QWidget) -> None:
        super().__init__(parent)
        self.told = words
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 2 * GRID)
        self.column.setSpacing(HALF)
        self.note = Label(words.note, size=FontSize.SMALL, secondary=True, wrap=True, parent=self)
        self.note.setVisible(bool(words.note))

    def refresh(self) -> None:
        """Show what is kept now."""

    def searched(self) -> str:
        """All words by which it is found."""
        return f"{self.told.title} {self.told.note} {self.told.also}"

    def fits(self, text: str) -> bool:
        """Whether every word of a search is in its words."""
        words = self.searched().casefold()
        return all(part in words for part in text.casefold().split())

    def first(self) -> QWidget:
        """What takes the focus when somebody jumps to it."""
        return self

    def say(self, note: str) -> None:
        """Say something else below it, nothing for ""."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.first().setAccessibleDescription(note)


class Choices(QComboBox):
    """A choice that is not changed by scrolling the page, and that may be narrower than its longest words."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(round(WIDEST * text_scale(self.fontMetrics())))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceRow(Row):
    """A choice among values; `chosen(value)`."""

    chosen = Signal(str)

    def __init__(
        self, words: Told, offers: Callable[[], Sequence[tuple[str, str]]], kept: Callable[[], str], parent: QWidget
    ) -> None:
        super().__init__(words, parent)
        self._offers, self._kept = offers, kept
        label = Label(words.title, parent=self, wrap=True)
        self.box = Choices(words.title, self)
        self.box.setAccessibleDescription(words.note)
        label.setBuddy(self.box)
        self.box.activated.connect(self._choose)
        for widget in (label, self.box, self.note):
            self.column.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        with QSignalBlocker(self.box):
            self.box.clear()
            for value, text in self._offers():
                self.box.addItem(text, value)
            self.box.setCurrentIndex(max(0, self.box.findData(self._kept())))

    def _choose(self) -> None:
        value = str(self.box.currentData())
        if value != self._kept():
            self.chosen.emit(value)

    def first(self) -> QWidget:
        return self.box


class Switch(QWidget):
    """A tick with words beside it that wrap, however large the text is; `clicked(on)`."""

    clicked = Signal(bool)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.setAccessibleName(text)
        self.box.clicked.connect(self.clicked)
        self.label = Label(text, wrap=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HALF)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self.setFocusProxy(self.box)

    def indent(self) -> int:
        """Where the words begin, in device-independent pixels: what belongs to them stands below."""
        return self.box.sizeHint().width() + HALF

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.box.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.box.click()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            role = QPalette.ColorRole.WindowText if self.isEnabled() else QPalette.ColorRole.PlaceholderText
            self.label.setForegroundRole(role)


class SwitchRow(Row):
    """Something that is on or off; `turned(on)`."""

    turned = Signal(bool)

    def __init__(self, words: Told, kept: Callable[[], bool], parent: QWidget) -> None:
        super().__init__(words, parent)
        self._kept = kept
        self.switch = Switch(words.title, self)
        self.switch.box.setAccessibleDescription(words.note)
        self.switch.clicked.connect(self.turned)
        self.note.setContentsMargins(self.switch.indent(), 0, 0, 0)
        self.column.addWidget(self.switch)
        self.column.addWidget(self.note)
        self.refresh()

    def refresh(self) -> None:
        self.switch.box.setChecked(self._kept())

    def first(self) -> QWidget:
        return self.switch.box


class ButtonRow(Row):
    """Something that is done at a press; what came of it is said below."""

    pressed = Signal()

    def __init__(self, words: Told, text: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.button = QPushButton(text, self)
        self.button.setAccessibleName(words.title)
        self.button.setAccessibleDescription(words.note)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.pressed)
        self.column.addWidget(Label(words.title, wrap=True, parent=self))
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self.note)

    def first(self) -> QWidget:
        return self.button
