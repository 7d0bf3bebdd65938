"""The dialog in the window's place, when the window could not open or did not last time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtWidgets import QWidget

from crmdesk.ui.dialogs.question import Question

WIDTH = 620  # device-independent pixels: four answers side by side


class Way(Enum):
    """A way on that the dialog offers."""

    RESTORE = "restore"
    LOG = "log"
    WITHOUT_VIEW = "without view"
    AGAIN = "again"


class NotOpened(Question):
    """Offers the ways given, each with what it does; that tells whether the dialog may close, as the log's does not."""

    def __init__(self, ways: Mapping[Way, Callable[[], bool]], title: str = "", text: str = "") -> None:
        self._owner = QWidget()  # there is no window yet
        self._chosen: Way | None = None
        super().__init__(self._owner, title, text)
        if not title:
            self.setWindowTitle(self.tr("Opening did not finish last time"))
            self.title.setText(self.windowTitle())
            self.text.setText(
                self.tr(
                    "Your contacts are safe. If it happens again, open without the last view: panes, columns and"
                    " sorting start afresh, everything else stays."
                )
            )
        words = {
            Way.RESTORE: self.tr("Restore latest backup"),
            Way.LOG: self.tr("Show log"),
            Way.WITHOUT_VIEW: self.tr("Open without last view"),
            Way.AGAIN: self.tr("Try again") if title else self.tr("Open"),
        }
        for way in Way:
            if way in ways:
                button = self.answer(words[way], default=way is Way.AGAIN)
                button.clicked.disconnect()
                button.clicked.connect(lambda _on=False, way=way: self._take(way, ways[way]))
        if not ways:
            self.answer(self.tr("Close"), default=True)
        self.setMinimumWidth(WIDTH)
        self.resize(WIDTH, self.heightForWidth(WIDTH))

    async def ask(self) -> Way | None:
        """Show it and wait for the answer; None when it was closed without one."""
        closed = asyncio.get_running_loop().create_future()
        self.finished.connect(lambda _status: closed.set_result(None))
        self.open()
        await closed
        return self._chosen

    def _take(self, way: Way, act: Callable[[], bool]) -> None:
        if act():
            self._chosen = way
            self.accept()
