"""What the user answers: shown at once, carried out one after the other behind the window, and taken back by name."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from crmdesk.desk import Desk
from crmdesk.domain.matching.suggestions import Suggestion
from crmdesk.errors import NotFound
from crmdesk.ui.background.tasks import Tasks


class Answer(StrEnum):
    """What was said to a suggestion."""

    LINK = "link"
    NOT_SAME = "not same"
    LATER = "later"
    LINK_ALL = "link all"


@dataclass(slots=True, eq=False)
class Given:
    """One answer, with what puts its suggestion back where it was; `act` is known once the desk has kept it."""

    answer: Answer
    suggestions: tuple[Suggestion, ...]
    place: int = 0
    act: int | None = None

    @property
    def suggestion(self) -> Suggestion:
        """What it was said to; of many the first."""
        return self.suggestions[0]


class Answers(QObject):
    """Keeps the answers of this window in their order.

    `refused(given, error)` when the desk did not keep one, `kept(given)` when it did, `undone(given)` when one that
    was kept is taken back.
    """

    refused = Signal(object, object)
    kept = Signal(object)
    undone = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._given: list[Given] = []
        self._turn = asyncio.Lock()  # answers are carried out in the order in which they were given
        self._waiting = 0

    @property
    def is_busy(self) -> bool:
        """Whether something is still being carried out."""
        return self._waiting > 0

    @property
    def last(self) -> Given | None:
        """The answer that undo would take back."""
        return self._given[-1] if self._given else None

    def link(self, given: Given, left_out: Collection[int]) -> None:
        """Link a suggestion's records but those left out."""
        id_ = given.suggestion.id

        async def act() -> int:
            return (await self._desk.matches.link([id_], {id_: left_out} if left_out else None)).act

        self._start(given, act, self.tr("Link as one"))

    def link_all(self, given: Given) -> None:
        """Link all of an answer's suggestions as one act."""
        ids = [one.id for one in given.suggestions]

        async def act() -> int:
            return (await self._desk.matches.link(ids)).act

        self._start(given, act, self.tr("Link all"))

    def not_same(self, given: Given, record_ids: Collection[int]) -> None:
        """Keep that records of a suggestion are not the same as its others; none of them, without records."""
        id_ = given.suggestion.id
        self._start(given, lambda: self._desk.matches.not_same(id_, record_ids), self.tr("Keep them apart"))

    def later(self, given: Given) -> None:
        """Put a suggestion off; nothing is stored."""
        self._given.append(given)

    def take_back(self) -> Given | None:
        """Take the last answer back; returns it, to be shown again at once."""
        if not self._given:
            return None
        given = self._given.pop()
        if given.answer is not Answer.LATER:
            self._run(self._undo(given), self.tr("Undo"), lambda: self.undone.emit(given))
        return given

    def _start(self, given: Given, act: Callable[[], Awaitable[int]], what: str) -> None:
        self._given.append(given)
        self._run(self._keep(given, act), what)

    def _run(self, work: Awaitable[None], what: str, then: Callable[[], None] = lambda: None) -> None:
        self._waiting += 1

        async def turn() -> None:
            try:
                async with self._turn:
                    await work
            finally:
                self._waiting -= 1
            then()

        self._tasks.start(turn(), what=what)

    async def _keep(self, given: Given, act: Callable[[], Awaitable[int]]) -> None:
        try:
            try:
                given.act = await act()
            except NotFound:
                await self._desk.matches.run()  # it was taken back a moment ago, and is found again
                given.act = await act()
        except Exception as error:
            if given in self._given:
                self._given.remove(given)
            self.refused.emit(given, error)
            if not isinstance(error, NotFound):
                raise
            return
        self.kept.emit(given)

    async def _undo(self, given: Given) -> None:
        if given.act is not None:
            await self._desk.matches.take_back(given.act)
