"""Which key means what while the card has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_STANDARD = {
    QKeySequence.StandardKey.Save: "save",
    QKeySequence.StandardKey.Undo: "undo",
    QKeySequence.StandardKey.Redo: "redo",
    QKeySequence.StandardKey.Cancel: "cancel",
}


def meaning(event: QKeyEvent) -> str | None:
    """save | next | undo | redo | cancel, or None for a key that the card leaves alone."""
    for key, meant in _STANDARD.items():
        if event.matches(key):
            return meant
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.ControlModifier and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "next"
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    if (modifiers == shift and event.key() == Qt.Key.Key_Z) or (
        modifiers == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Y
    ):
        return "redo"
    return None
