"""A timer on the window's thread, for both sides alike: how late it came, and how long the thread computed between."""

from __future__ import annotations

import time
from statistics import quantiles

from PySide6.QtCore import QObject, Qt, QTimer

INTERVAL_MS = 5


class Heartbeat(QObject):
    """Beats every 5 ms while it runs; a gap is the time from one beat to the next.

    How much of a gap the thread itself computed is what the program can be blamed for, however busy the computer is.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gaps: list[float] = []
        self.computed: list[float] = []
        self._last: float | None = None
        self._computed = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to beat, with nothing measured yet."""
        self.gaps.clear()
        self.computed.clear()
        self._last = None
        self._timer.start()

    def stop(self) -> dict[str, float]:
        """Stop; the gaps' 99th percentile and the longest, in milliseconds, and the longest computing within one."""
        self._timer.stop()
        p99 = quantiles(self.gaps, n=100, method="inclusive")[-1]
        longest, computed = max(self.gaps) * 1e3, max(self.computed) * 1e3
        return {"p99": p99 * 1e3, "longest": longest, "computed": computed, "beats": len(self.gaps)}

    def _beat(self) -> None:
        now, computed = time.perf_counter(), time.thread_time()
        if self._last is not None:
            self.gaps.append(now - self._last)
            self.computed.append(computed - self._computed)
        self._last, self._computed = now, computed
