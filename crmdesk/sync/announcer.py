"""Where signals are announced after a commit, and who listens."""

from __future__ import annotations

import logging
from collections.abc import Callable

from crmdesk.domain.signals import Signal

log = logging.getLogger(__name__)

Listener = Callable[[Signal], None]


class Announcer:
    """Passes each signal to every listener, on the loop's thread."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Listen from now on; the returned function ends it."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def announce(self, *signals: Signal) -> None:
        """Tell everybody; a listener that fails is logged and keeps nobody else from hearing."""
        for signal in signals:
            for listener in tuple(self._listeners):
                try:
                    listener(signal)
                except Exception:
                    log.exception("a listener failed on %s", type(signal).__name__)
