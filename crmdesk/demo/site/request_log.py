"""The log of what a demo CRM was asked, for tests that count requests or look at what was sent."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Asked:
    """One request: status 0 means that it got no answer; `at` and `seconds` are on the monotonic clock."""

    number: int
    method: str
    path: str
    query: str
    in_flight: int
    at: float
    status: int = 0
    seconds: float = 0.0
    body: str | None = None
    weather: list[str] = field(default_factory=list)


class RequestLog:
    """The last 200,000 requests of one demo CRM and how many were in flight at once; safe across threads."""

    def __init__(self, changes: Callable[[str, str], bool]) -> None:
        self._lock = threading.Lock()
        self._changes = changes
        self.clear()

    def clear(self) -> None:
        """Forget everything asked so far."""
        with self._lock:
            self._entries: deque[Asked] = deque(maxlen=200_000)
            self.in_flight = self.peak = self.total = 0

    def begin(self, method: str, path: str, query: str) -> Asked:
        """Note a request that has just come in."""
        with self._lock:
            self.total += 1
            self.in_flight += 1
            self.peak = max(self.peak, self.in_flight)
            entry = Asked(self.total, method, path, query, self.in_flight, time.monotonic())
            self._entries.append(entry)
            return entry

    def end(self, entry: Asked) -> None:
        """Note that a request is over, answered or not."""
        with self._lock:
            entry.seconds = time.monotonic() - entry.at
            self.in_flight = max(0, self.in_flight - 1)

    def all(self, method: str | None = None, path: str = "") -> list[Asked]:
        """The requests of that method whose path starts so, oldest first."""
        with self._lock:
            return [e for e in self._entries if (method is None or e.method == method) and e.path.startswith(path)]

    def until_free(self, most: int, seconds: float, asked: Asked) -> float:
        """In how many seconds this request would be among the `most` served ones of the last `seconds`; 0 if it is."""
        with self._lock:
            served = [e.at for e in self._entries if e.at > asked.at - seconds and e.status != 429 and e is not asked]
        return served[-most] + seconds - asked.at if len(served) >= most else 0.0

    def writes(self) -> list[Asked]:
        """All requests that were not mere reading."""
        return [entry for entry in self.all() if self._changes(entry.method, entry.path)]
