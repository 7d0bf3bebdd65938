"""The program's window, waited for from within its own process."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from crmdesk.ui.window.main_window import MainWindow


def once_open(
    every_ms: int, then: Callable[[MainWindow], object], ready: Callable[[MainWindow], bool] = lambda _: True
) -> QTimer:
    """A timer that looks for the window, and gives it to `then` once it is there and ready; keep it until then."""
    waiting = QTimer()

    def look() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, MainWindow) and ready(widget):
                waiting.stop()
                then(widget)
                return

    waiting.timeout.connect(look)
    waiting.start(every_ms)
    return waiting
