"""The desk's window during its first pull: the whole program as a user starts it, with a timer on its thread.

The program finds an account that has never been synced and pulls it by itself; when that run has ended, the window is
closed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from crmdesk.app import session
from crmdesk.domain.signals import RunProgress, Signal
from crmdesk.system.paths import Profile
from crmdesk.ui.window.main_window import MainWindow
from tests.bench import programs
from tests.bench.subjects.opened import once_open
from tests.bench.ticking import Heartbeat

LOOK_MS = 1


class Observer:
    """Waits for the window, beats from the first word of the run to its last, then closes the window."""

    def __init__(self) -> None:
        self.measured: dict[str, Any] = {}
        self._heart = Heartbeat()
        self._began = 0.0
        self._waiting = once_open(LOOK_MS, self._found)

    def _found(self, window: MainWindow) -> None:
        self._window = window
        window.desk.subscribe(self._hear)

    def _hear(self, signal: Signal) -> None:
        if not isinstance(signal, RunProgress):
            return
        if not self._began:
            self._began = time.perf_counter()
            self._heart.start()
        if signal.run.outcome is not None and not self.measured:
            seconds = time.perf_counter() - self._began
            self.measured = {**self._heart.stop(), "seconds": seconds, "outcome": signal.run.outcome.value}
            self.measured["new"] = signal.run.new
            self.measured["shown"] = self._window.table.model.rowCount()
            QTimer.singleShot(0, self._window.quit_now)


def main() -> dict[str, Any]:
    application = QApplication(sys.argv[:1])
    observer = Observer()
    session.run(Profile.at(Path(programs.given()["profile"])))
    application.processEvents()
    return observer.measured


if __name__ == "__main__":
    programs.answer(main())
