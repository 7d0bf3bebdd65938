"""A button that shows a command's key, and takes the next one that is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

_ALONE = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown)
_NONE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
NATIVE = QKeySequence.SequenceFormat.NativeText


class KeyButton(QPushButton):
    """`captured(sequence)` with the keys pressed after it was chosen, an empty one for Backspace; Esc leaves them.

    While it waits nothing else hears the keys, and leaving it ends the waiting: nobody is caught in it.
    """

    captured = Signal(QKeySequence)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._keys, self._waits = name, "", False
        self.setAutoDefault(False)
        self.clicked.connect(self._begin)

    def show_keys(self, keys: list[QKeySequence]) -> None:
        """Show what the command has now."""
        self._keys = ", ".join(key.toString(NATIVE) for key in keys)
        self._say()

    def _say(self) -> None:
        shown = self._keys or self.tr("None")
        self.setText(self.tr("Press the new keys…") if self._waits else shown.replace("&", "&&"))
        self.setAccessibleName(self.tr("{command}: {keys}").format(command=self._name, keys=shown))
        look = "primary" if self._waits else "keys"
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().polish(self)

    def _begin(self) -> None:
        self._waits = True
        self._say()

    def _end(self) -> None:
        self._waits = False
        self._say()

    def event(self, event: QEvent) -> bool:
        if self._waits and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
            if event.type() == QEvent.Type.KeyRelease:
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ALONE:
            return
        self._end()
        if key == Qt.Key.Key_Escape and not held:
            return
        if key in _NONE and not held:
            self.captured.emit(QKeySequence())
            return
        if key == Qt.Key.Key_Backtab:
            key = Qt.Key.Key_Tab
        if event.text() and not event.text().isalnum() and event.text().isprintable() and key < Qt.Key.Key_Escape:
            held &= ~Qt.KeyboardModifier.ShiftModifier  # "?" is told as such, not as Shift and the key that it is on
        self.captured.emit(QKeySequence(int(held.value) | int(key)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._waits:
            self._end()
        super().focusOutEvent(event)
