"""What the user answers: shown at once, carried out one after the other behind the window, and taken back by name."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
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
    records: tuple[int, ...] = ()  # those left out of a link, or said not to be the others

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
        self._undone: list[Given] = []  # taken back, the last one last; nothing else was answered since
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

    @property
    def next(self) -> Given | None:
        """The answer that redo would give again."""
        return self._undone[-1] if self._undone else None

    def give(self, given: Given) -> None:
        """Carry an answer out: link but for the records left out, keep them or all apart, or put off."""
        self._undone.clear()
        self._carry_out(given)

    def give_again(self) -> Given | None:
        """Give the answer again that was taken back last; returns it."""
        if not self._undone:
            return None
        given = self._undone.pop()
        self._carry_out(given)
        return given

    def _carry_out(self, given: Given) -> None:
        ids, out = [one.id for one in given.suggestions], given.records

        async def link() -> int:
            return (await self._desk.matches.link(ids, {ids[0]: out} if out else None)).act

        match given.answer:
            case Answer.LATER:
                self._given.append(given)  # nothing is stored
            case Answer.LINK:
                self._start(given, link, self.tr("Link as one"))
            case Answer.LINK_ALL:
                self._start(given, link, self.tr("Link all"))
            case Answer.NOT_SAME:
                self._start(given, lambda: self._desk.matches.not_same(ids[0], out), self.tr("Keep them apart"))

    def take_back(self) -> Given | None:
        """Take the last answer back; returns it, to be shown again at once."""
        if not self._given:
            return None
        given = self._given.pop()
        self._undone.append(given)
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
