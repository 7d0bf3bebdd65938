"""What every noun's queries need: the connection, the transaction's time, and the accounts' order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.clock import Clock
from crmdesk.domain.reports import Step
from crmdesk.domain.settings import REGION
from crmdesk.store.connection import Connection
from crmdesk.store.programs.notes import FeedNotes
from crmdesk.store.schema import to_micros

T = TypeVar("T", int, str)

CHUNK = 500  # ids in one statement


class Recording:
    """A change-set being written: its id, who acts, and the steps noted since the last of them were stored."""

    __slots__ = ("actor", "set_id", "steps")

    def __init__(self, set_id: int, actor: str = "") -> None:
        self.set_id = set_id
        self.actor = actor
        self.steps: list[Step] = []


class Session:
    """One transaction, or one series of reads, on one connection.

    A transaction has one time and one account order; with `keeps` False both are asked for each time, for reads that go
    on while others write. While `recording` is set, what is changed belongs to that change-set.
    """

    __slots__ = ("_clock", "_home", "_keeps", "_now", "_order", "_regions", "connection", "feed", "recording")

    def __init__(self, connection: Connection, clock: Clock, *, keeps: bool = True) -> None:
        self.connection = connection
        self._clock = clock
        self._keeps = keeps
        self._now = clock.now()
        self._order: dict[int, int] = {}
        self._regions: dict[int, str | None] = {}
        self._home = ""
        self.recording: Recording | None = None
        self.feed = FeedNotes(connection)

    def note(self, step: Step) -> None:
        """Keep a step for the change-set that is being written, if one is."""
        if self.recording is not None:
            self.recording.steps.append(step)

    def write_feed(self) -> bool:
        """Write what was noted of the transaction, as its last deed; whether there is anything to tell."""
        return self.feed.write(self.now, self._clock.token)

    @property
    def now(self) -> datetime:
        """The time of the transaction."""
        return self._now if self._keeps else self._clock.now()

    @property
    def micros(self) -> int:
        """The time as it lies in a column."""
        return to_micros(self.now)

    def order(self) -> dict[int, int]:
        """Place of each account by its id; "This computer" is last."""
        if not self._order or not self._keeps:
            self._read_accounts()
        return self._order

    def region(self, account_ids: Iterable[int]) -> str | None:
        """Where national phone numbers are at home: the first region that an account knows, else the desk's own."""
        if not self._order or not self._keeps:
            self._read_accounts()
        return next((region for id_ in account_ids if (region := self._regions.get(id_))), None) or self._home or None

    @property
    def home_region(self) -> str:
        """Where national phone numbers are at home that no account tells of; "" for nowhere."""
        if not self._order or not self._keeps:
            self._read_accounts()
        return self._home

    def forget_accounts(self) -> None:
        """Read the accounts anew at the next question."""
        self._order.clear()
        self._regions.clear()

    def _read_accounts(self) -> None:
        self.forget_accounts()
        rows = self.connection.sql(
            "SELECT id, json_extract(settings, '$.region') FROM account ORDER BY id = ?, position, id",
            (LOCAL_ACCOUNT_ID,),
        ).fetchall()
        for place, (id_, region) in enumerate(rows):
            self._order[id_] = place
            self._regions[id_] = region or None
        found = self.connection.one("SELECT value FROM setting WHERE key = ?", (REGION,))
        self._home = "" if found is None else str(found)


def placeholder_chunks(ids: Sequence[T]) -> Iterator[tuple[str, Sequence[T]]]:
    """The ids in slices that fit one statement, each with its placeholders."""
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        yield ",".join("?" * len(part)), part


class Noun:
    """What the queries of every noun stand on."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection
