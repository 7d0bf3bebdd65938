"""Garbage is collected on the window's thread alone: anywhere else it could take a widget away from under Qt."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 250
YOUNG = 2_000  # new objects until the youngest are looked through
OLDER, OLDEST = 15, 40  # collections of the younger until the next generation's turn


class Collector(QObject):
    """Replaces Python's automatic collection: `start` begins to collect, `close` gives it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Collect from now on. What is there already stays: looking through it again and again takes long."""
        gc.freeze()
        self._timer.start(INTERVAL_MS)

    def close(self) -> None:
        """Collect what is left, here where it may be, and let Python collect by itself again if it did before."""
        self._timer.stop()
        gc.collect()
        if self._was_enabled:
            gc.enable()

    def _look(self) -> None:
        young, older, oldest = gc.get_count()
        if young < YOUNG:
            return
        generation = 2 if oldest >= OLDEST else 1 if older >= OLDER else 0
        gc.collect(generation)
