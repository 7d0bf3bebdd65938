"""The one place that starts the window's tasks, keeps them, ends them and shows what went wrong."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from crmdesk.errors import DeskError

T = TypeVar("T")

GRACE = 0.5  # seconds for a draft or a setting that is just being kept

_log = logging.getLogger(__name__)


class Tasks(QObject):
    """Running tasks of the window.

    `failed(what, error)` carries the user's words for what was tried and the error: a DeskError explains itself,
    anything else is a fault of this program and has been logged.
    """

    failed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[asyncio.Task[Any]] = set()
        self._latest: dict[object, asyncio.Task[Any]] = {}

    def start(self, work: Coroutine[Any, Any, T], *, what: str) -> asyncio.Task[T]:
        """Run `work`; `what` is the user's word for it, for example "Save the contact", and is shown if it fails."""
        task = asyncio.get_running_loop().create_task(work, name=what)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    def replace(self, slot: object, work: Coroutine[Any, Any, T], *, what: str) -> asyncio.Task[T]:
        """Run `work` in place of whatever `slot` still runs: of several questions only the latest answer counts.

        The slot is who asks: a widget itself, or a word where there is only one of its sort.
        """
        previous = self._latest.get(slot)
        if previous is not None:
            previous.cancel()
        self._latest[slot] = task = self.start(work, what=what)
        return task

    def drop(self, slot: object) -> None:
        """Cancel what `slot` still runs."""
        previous = self._latest.pop(slot, None)
        if previous is not None:
            previous.cancel()

    async def end(self, limit: float = 3.0) -> bool:
        """Let what is nearly done finish, cancel the rest; `limit` seconds at most. Whether all has ended."""
        mine = self._others()
        if mine:
            await asyncio.wait(mine, timeout=min(GRACE, limit))
        end = asyncio.get_running_loop().time() + limit
        # A task that has its answer goes on for a step when it is cancelled and may start another: that one ends too.
        while mine := self._others():
            left = end - asyncio.get_running_loop().time()
            if left <= 0:
                for task in mine:
                    _log.warning("a task did not end in time: %s", task.get_name())
                return False
            for task in mine:
                task.cancel()
            await asyncio.wait(mine, timeout=left)
        return True

    def _others(self) -> set[asyncio.Task[Any]]:
        return {task for task in self._running if not task.done() and task is not asyncio.current_task()}

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        for slot in [slot for slot, held in self._latest.items() if held is task]:
            del self._latest[slot]
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        if not isinstance(error, DeskError):
            _log.error("a task failed: %s", task.get_name(), exc_info=error)
        self.failed.emit(task.get_name(), error)
