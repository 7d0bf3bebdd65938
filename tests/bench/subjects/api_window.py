"""The desk's window while its API is asked: the whole program as a user starts it, with a timer on its thread."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from crmdesk.app import session
from crmdesk.system.paths import Profile
from crmdesk.ui.window.main_window import MainWindow
from tests.bench import programs
from tests.bench.subjects.opened import once_open
from tests.bench.ticking import Heartbeat

SETTLED_MS = 2_000  # until what a start does besides is done


class Observer:
    """Waits until the window serves, tells where, beats for a while, then closes the window."""

    def __init__(self, seconds: float) -> None:
        self.measured: dict[str, Any] = {}
        self._seconds = seconds
        self._heart = Heartbeat()
        self._waiting = once_open(50, self._found, lambda window: window.desk.api.serving is not None)

    def _found(self, window: MainWindow) -> None:
        serving = window.desk.api.serving
        assert serving is not None
        self._window = window
        print(json.dumps({"url": serving.url}), flush=True)
        QTimer.singleShot(SETTLED_MS, self._begin)

    def _begin(self) -> None:
        self._heart.start()
        QTimer.singleShot(round(self._seconds * 1000), self._end)

    def _end(self) -> None:
        self.measured = dict(self._heart.stop())
        self._window.quit_now()


def main(given: dict[str, Any]) -> dict[str, Any]:
    application = QApplication(sys.argv[:1])
    observer = Observer(given["seconds"])
    session.run(Profile.at(Path(given["profile"])))
    application.processEvents()
    return observer.measured


if __name__ == "__main__":
    programs.answer(main(programs.given()))
