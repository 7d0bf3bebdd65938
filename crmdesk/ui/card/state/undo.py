"""Undo and redo of what is typed into the card, one step per field and burst of typing."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack

from crmdesk.domain.values import Value

BURST = 1.2  # seconds between two keystrokes that still belong to one step

Apply = Callable[[str, Value | None], None]


class _SetField(QUndoCommand):
    def __init__(self, key: str, old: Value | None, new: Value | None, text: str, apply: Apply, *, typed: bool) -> None:
        super().__init__(text)
        self._typed = typed and not isinstance(new, bool)
        self._key, self._old, self._new, self._apply = key, old, new, apply
        self._done = True  # the user's own input did it already
        self._at = time.monotonic()

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _SetField) or other._key != self._key:
            return False
        if not (self._typed and other._typed) or other._at - self._at > BURST:
            return False
        if not _goes_on(other._old, other._new):
            return False
        self._new, self._at = other._new, other._at
        return True

    def undo(self) -> None:
        self._done = False
        self._apply(self._key, self._old)

    def redo(self) -> None:
        if not self._done:
            self._apply(self._key, self._new)
        self._done = True


def _goes_on(old: Value | None, new: Value | None) -> bool:
    """Whether a change is typing in a text, or in one entry of a list; an entry more or less is a step of its own."""
    if isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
        return sum(a.value != b.value for a, b in zip(old, new, strict=True)) == 1
    return not isinstance(old, tuple) and not isinstance(new, tuple)


class FieldHistory(QUndoStack):
    """The undo stack of one card; `apply(key, value)` shows a value and keeps it in the draft."""

    def __init__(self, apply: Apply) -> None:
        super().__init__()
        self._put = apply

    def note(self, key: str, old: Value | None, new: Value | None, text: str, *, typed: bool = True) -> None:
        """Remember a change the user just made; `text` names it ("Change Phone"), `typed` lets a burst be one step."""
        if old != new:
            self.push(_SetField(key, old, new, text, self._put, typed=typed))
