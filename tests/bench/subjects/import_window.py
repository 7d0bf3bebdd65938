"""The desk's window while it imports a file of strangers, the same file again, and takes that back, with a timer on its
thread: the whole program as a user starts it.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from crmdesk.app import session
from crmdesk.desk import Desk
from crmdesk.system.paths import Profile
from crmdesk.ui.window.main_window import MainWindow
from tests.bench import programs
from tests.bench.subjects.importing import once
from tests.bench.subjects.opened import once_open
from tests.bench.ticking import Heartbeat

LOOK_MS = 20
SETTLED_MS = 1_000  # after which the window has done what it does at its start


class Observer:
    """Waits for the window, imports in it as its dialog does, and closes it."""

    def __init__(self, file: str, small: str) -> None:
        self.measured: dict[str, Any] = {}
        self._file, self._small = file, small
        self._task: asyncio.Task[None] | None = None
        self._waiting = once_open(LOOK_MS, self._found)

    def _found(self, window: MainWindow) -> None:
        self._window = window
        QTimer.singleShot(SETTLED_MS, self._begin)

    def _begin(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._bring_in(self._window.desk))
        self._task.add_done_callback(lambda _: self._window.quit_now())

    async def _bring_in(self, desk: Desk) -> None:
        heart = Heartbeat()

        async def beating(what: str, done: Any) -> Any:
            heart.start()
            result = await done
            self.measured[what] = heart.stop()
            return result

        await once(desk, self._small)  # with the first rows the window completes itself, which is part of its start
        await asyncio.sleep(SETTLED_MS / 1_000)
        run = (await beating("import", once(desk, self._file)))[1]
        await beating("again", once(desk, self._file))
        await beating("undo", desk.undo(run.set_id))
        self.measured["created"] = run.counts.created


def main() -> dict[str, Any]:
    application = QApplication(sys.argv[:1])
    given = programs.given()
    observer = Observer(given["file"], given["small"])
    session.run(Profile.at(Path(given["profile"])))
    application.processEvents()
    return observer.measured


if __name__ == "__main__":
    programs.answer(main())
