"""A timer on the window's thread, and how late it came; for both sides alike."""

from __future__ import annotations

import time
from statistics import quantiles

from PySide6.QtCore import QObject, Qt, QTimer

INTERVAL_MS = 5


class Heartbeat(QObject):
    """Beats every 5 ms while it runs; a gap is the time from one beat to the next."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gaps: list[float] = []
        self._last: float | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to beat."""
        self._last = None
        self._timer.start()

    def stop(self) -> dict[str, float]:
        """Stop; the gaps' 99th percentile and the longest, in milliseconds."""
        self._timer.stop()
        p99 = quantiles(self.gaps, n=100, method="inclusive")[-1]
        return {"p99": p99 * 1e3, "longest": max(self.gaps) * 1e3, "beats": len(self.gaps)}

    def _beat(self) -> None:
        now = time.perf_counter()
        if self._last is not None:
            self.gaps.append(now - self._last)
        self._last = now
