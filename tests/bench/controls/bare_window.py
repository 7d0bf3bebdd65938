"""The control of a start: a bare window of PySide6, from the start of its process to its first painting."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench import programs


class Window(QWidget):
    """Tells when it is painted first."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        programs.answer({"seconds": time.monotonic() - programs.began()})
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    application = QApplication([])
    window = Window()
    window.resize(1280, 800)
    window.show()
    application.exec()
