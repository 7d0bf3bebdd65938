"""Looking at a table view as its user does: first paint, jumps, and what it costs in memory; for both sides alike."""

from __future__ import annotations

import time
from collections.abc import Sequence

import psutil
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QTableView


class Look(QObject):
    """Watches one view; `painted` is emitted once its viewport was painted while it had rows."""

    painted = Signal()

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._most = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._view.rowAt(0) >= 0:
            self._view.viewport().removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)  # when the event that is on its way has been painted
        return False

    def jump(self, rows: Sequence[int]) -> list[float]:
        """Bring each row to the top; the seconds until it and what is below it stand there."""
        bar, height = self._view.verticalScrollBar(), self._view.verticalHeader().defaultSectionSize()
        seconds = []
        for row in rows:
            began = time.perf_counter()
            bar.setValue(row * height)
            self._view.viewport().repaint()
            seconds.append(time.perf_counter() - began)
            if self._view.rowAt(0) != row:
                raise AssertionError(f"row {self._view.rowAt(0)} is at the top, not {row}")
        return seconds

    def memory(self) -> int:
        """The most memory that this process was seen to hold, in bytes."""
        self._most = max(self._most, psutil.Process().memory_info().rss)
        return self._most
