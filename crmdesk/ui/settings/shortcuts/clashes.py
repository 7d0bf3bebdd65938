"""Whom a key belongs to already: another command, the window itself, the system, or whoever types."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from crmdesk.ui.window.shortcuts import Command, pressed


class Whose(Enum):
    """To whom a key belongs."""

    COMMAND = "command"  # it can be taken away from that one
    WINDOW = "window"
    SYSTEM = "system"  # it may never arrive here
    TYPING = "typing"  # nobody could type any more


@dataclass(frozen=True, slots=True)
class Clash:
    """Who has a key already; `command` where it is another command's."""

    whose: Whose
    command: str = ""


_OF_THE_WINDOW = (*(f"Ctrl+{number}" for number in range(1, 10)), "F10")
_OF_SYSTEMS: Mapping[str, Sequence[str]] = {
    "darwin": (
        "Ctrl+Tab", "Ctrl+Space", "Ctrl+H", "Ctrl+Alt+H", "Ctrl+Alt+Esc", "Ctrl+Shift+3", "Ctrl+Shift+4",
        "Ctrl+Shift+5", "Ctrl+Shift+Q", "Meta+Space", "Meta+Up", "Meta+Down", "Meta+Left", "Meta+Right",
    ),
    "win32": (
        "Alt+Tab", "Alt+Esc", "Alt+F4", "Alt+Space", "Ctrl+Alt+Del", "Ctrl+Esc", "Ctrl+Shift+Esc", "Print",
    ),
    "linux": (
        "Alt+Tab", "Alt+Esc", "Alt+F1", "Alt+F2", "Alt+F4", "Alt+Space", "Ctrl+Alt+Del", "Ctrl+Alt+T", "Ctrl+Alt+L",
        "Ctrl+Alt+Up", "Ctrl+Alt+Down", "Ctrl+Alt+Left", "Ctrl+Alt+Right", "Print", "Ctrl+Alt+Backspace",
    ),
}  # fmt: skip
_EDITING = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.SelectAll,
)
_MOVING = frozenset(
    {
        Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Space,
        Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    }
)  # fmt: skip
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def clash(
    command: Command, wanted: QKeySequence, keys: Mapping[str, Sequence[QKeySequence]], platform: str = sys.platform
) -> Clash | None:
    """Who has that key already, of all commands' keys as they are now; None where it is free.

    Keys of the list alone may be single letters, and may be what editing uses: they work nowhere else.
    """
    for id_, held in keys.items():
        if id_ != command.id and wanted in held:
            return Clash(Whose.COMMAND, id_)
    if wanted in [QKeySequence(key) for key in _OF_THE_WINDOW]:
        return Clash(Whose.WINDOW)
    if not command.table and (_is_typed(wanted) or any(wanted in QKeySequence.keyBindings(one) for one in _EDITING)):
        return Clash(Whose.TYPING)
    return Clash(Whose.SYSTEM) if _is_the_systems(wanted, platform) else None


def _is_typed(wanted: QKeySequence) -> bool:
    keys = pressed(wanted)
    key, held = keys.key(), keys.keyboardModifiers()
    if held & _HELD:
        return False
    return key in _MOVING or key < Qt.Key.Key_Escape


def _is_the_systems(wanted: QKeySequence, platform: str) -> bool:
    held = pressed(wanted).keyboardModifiers()
    if platform != "darwin" and held & Qt.KeyboardModifier.MetaModifier:
        return True  # the Windows key, or Super, belongs to the desktop
    return wanted in [QKeySequence(key) for key in _OF_SYSTEMS.get(platform, _OF_SYSTEMS["linux"])]
