"""From the desk's signals to one Qt signal, at most ten a second, with everything that changed meanwhile.

That everything of a kind has to be re-read, as after each page of a pull, is said twice a second at most.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import field

from PySide6.QtCore import QObject, QTimer
from PySide6.QtCore import Signal as QtSignal

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.signals import (
    AccountChanged,
    ApiChanged,
    AttentionChanged,
    DraftsChanged,
    ItemsChanged,
    MatchesChanged,
    OutboxChanged,
    RunProgress,
    SetsChanged,
    SettingsChanged,
    Signal,
    ViewsChanged,
)
from crmdesk.frozen import dataclass

_FLAGS: Mapping[type[Signal], str] = {
    AttentionChanged: "attention", DraftsChanged: "drafts", SetsChanged: "sets", ViewsChanged: "views",
    MatchesChanged: "matches", SettingsChanged: "settings", ApiChanged: "api",
}  # fmt: skip
INTERVAL = 0.1  # seconds between two announcements
BULK_INTERVAL = 0.5  # between two that have everything re-read


@dataclass(frozen=True, slots=True)
class Announcement:
    """What changed since the one before; whoever shows something of it re-reads it."""

    items: frozenset[int] = frozenset()  # items with other values, marks or records
    many: frozenset[Kind] = frozenset()  # kinds of which so much changed that everything has to be re-read
    membership: frozenset[Kind] = frozenset()  # kinds whose lists may hold other items now
    accounts: frozenset[int] = frozenset()
    runs: Mapping[tuple[int, Kind], RunProgress] = field(default_factory=dict)  # the latest of each
    outbox: bool = False
    attention: bool = False
    drafts: bool = False
    views: bool = False
    sets: bool = False  # what can be taken back is another action
    matches: bool = False
    settings: bool = False
    api: bool = False  # the local API is on or off, or has other keys


class Bridge(QObject):
    """Subscribes to the desk; `announced` carries one merged `Announcement`."""

    announced = QtSignal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Signal] = []
        self._last = self._bulk_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._announce)
        self._unsubscribe = desk.subscribe(self._hear)

    def close(self) -> None:
        """Stop listening."""
        self._unsubscribe()
        self._timer.stop()
        self._waiting.clear()

    def _hear(self, signal: Signal) -> None:
        self._waiting.append(signal)
        self._announce_in(self._last + INTERVAL - time.monotonic())

    def _announce_in(self, seconds: float) -> None:
        wait = max(0, round(seconds * 1000))
        if not self._timer.isActive() or self._timer.remainingTime() > wait:
            self._timer.start(wait)

    def _announce(self) -> None:
        now = self._last = time.monotonic()
        bulk = [signal for signal in self._waiting if _is_bulk(signal)]
        signals, self._waiting = self._waiting, []
        if bulk and now < self._bulk_at + BULK_INTERVAL:
            signals = [signal for signal in signals if not _is_bulk(signal)]
            self._waiting = list(dict.fromkeys(bulk))
            self._announce_in(self._bulk_at + BULK_INTERVAL - now)
        elif bulk:
            self._bulk_at = now
        if signals:
            self.announced.emit(merged(signals))


def _is_bulk(signal: Signal) -> bool:
    return isinstance(signal, ItemsChanged) and not signal.ids


def merged(signals: list[Signal]) -> Announcement:
    """One announcement of several signals."""
    items: set[int] = set()
    many: set[Kind] = set()
    membership: set[Kind] = set()
    accounts: set[int] = set()
    runs: dict[tuple[int, Kind], RunProgress] = {}
    flags: dict[str, bool] = {}
    for signal in signals:
        match signal:
            case ItemsChanged(kind, ids, moved):
                items |= ids
                if not ids:
                    many.add(kind)
                if moved or not ids:
                    membership.add(kind)
            case OutboxChanged(account_id, ids):
                accounts.add(account_id)
                items |= ids
                flags["outbox"] = True
            case AccountChanged(account_id):
                accounts.add(account_id)
            case RunProgress(run):
                if run.outcome is not None or not run.fetched:  # it began or ended: the account stands otherwise
                    accounts.add(run.account_id)
                runs[run.account_id, run.kind] = signal
            case _:
                flags[_FLAGS[type(signal)]] = True
    return Announcement(frozenset(items), frozenset(many), frozenset(membership), frozenset(accounts), runs, **flags)
