"""The keys of the review, in one table that the page and its sheet read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words

_PLAIN: dict[int, str] = {
    Qt.Key.Key_J: "next", Qt.Key.Key_Down: "next",
    Qt.Key.Key_K: "previous", Qt.Key.Key_Up: "previous",
    Qt.Key.Key_L: "link", Qt.Key.Key_Return: "link", Qt.Key.Key_Enter: "link",
    Qt.Key.Key_N: "not same", Qt.Key.Key_S: "later",
    Qt.Key.Key_Space: "tick", Qt.Key.Key_E: "evidence", Qt.Key.Key_Z: "undo",
    Qt.Key.Key_Question: "sheet",
    **{Qt.Key(Qt.Key.Key_1.value + number): f"record {number}" for number in range(6)},
}  # fmt: skip


def meaning(event: QKeyEvent) -> str | None:
    """What a key press asks for."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    if modifiers == control:
        return {Qt.Key.Key_Z: "undo", Qt.Key.Key_Y: "redo"}.get(Qt.Key(event.key()))
    if modifiers == control | shift:
        return "redo" if event.key() == Qt.Key.Key_Z else None
    if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    if modifiers and event.key() != Qt.Key.Key_Question:
        return None
    return _PLAIN.get(event.key())


def sheet() -> Sequence[tuple[str, str]]:
    """What each key does, in words."""
    return (
        (translate("ReviewKeys", "Next, previous"), "J, K  ↓, ↑"),
        (translate("ReviewKeys", "Link what is ticked"), "L  Enter"),
        (translate("ReviewKeys", "Not the same"), "N"),
        (translate("ReviewKeys", "Later"), "S"),
        (translate("ReviewKeys", "Go to a record"), "1–6"),
        (translate("ReviewKeys", "Tick the record, or leave it out"), "Space"),
        (translate("ReviewKeys", "All evidence"), "E"),
        (translate("ReviewKeys", "Undo the last answer"), "Z  Ctrl+Z"),
        (translate("ReviewKeys", "Give the answer again that was undone"), "Ctrl+Y"),
        (translate("ReviewKeys", "This sheet"), "?"),
    )
