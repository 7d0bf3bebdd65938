"""The control of smoothness: the same timer in an idle window, while another process computes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench import programs
from tests.bench.ticking import Heartbeat


def beat(given: dict[str, Any]) -> dict[str, Any]:
    application = QApplication([])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    heart = Heartbeat()
    heart.start()
    QTimer.singleShot(round(given["seconds"] * 1000), application.quit)
    application.exec()
    return heart.stop()


if __name__ == "__main__":
    programs.answer(beat(programs.given()))
