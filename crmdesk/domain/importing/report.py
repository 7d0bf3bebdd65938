"""What an import came to: its counts, which always add up, and its rows that have something to say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.fates import Action, Fate
from crmdesk.frozen import dataclass


class ImportOutcome(StrEnum):
    """How an import ended."""

    SUCCESS = "success"
    PARTIAL = "partial"  # rows were skipped, failed or need somebody
    CANCELLED = "cancelled"
    STOPPED = "stopped"  # the program ended meanwhile, or the file went: it can be continued
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows had which fate; `differs` and `needs_you` are parts of these, not further ones."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0
    differs: int = 0
    needs_you: int = 0

    @property
    def rows(self) -> int:
        """How many rows that is."""
        return self.created + self.updated + self.unchanged + self.skipped + self.failed

    def plus(self, actions: Iterable[Action]) -> Counts:
        """These and those of further rows."""
        found = {fate: 0 for fate in Fate}
        differs = needs_you = 0
        for action in actions:
            found[action.fate] += 1
            differs += bool(action.differs)
            needs_you += action.needs_you
        return Counts(
            self.created + found[Fate.CREATED],
            self.updated + found[Fate.UPDATED],
            self.unchanged + found[Fate.UNCHANGED],
            self.skipped + found[Fate.SKIPPED],
            self.failed + found[Fate.FAILED],
            self.differs + differs,
            self.needs_you + needs_you,
        )

    def with_known(self, amount: int, differing: int, *, skipped: bool) -> Counts:
        """These and rows that were known again, of which so many differ from what is here."""
        if skipped:
            return replace(self, skipped=self.skipped + amount)
        return replace(self, unchanged=self.unchanged + amount, differs=self.differs + differing)


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import of one file. `done` is how many of its rows were gone through: where it is continued."""

    file: str
    path: str
    digest: str
    signature: str
    format: str
    kind: Kind
    settings: str  # JSON of what was chosen, for whoever continues it
    counts: Counts = Counts()
    done: int = 0
    id: int = 0
    started_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: ImportOutcome | None = None  # None while it runs
    seconds: float = 0.0
    set_id: int | None = None  # the change-set that takes all of it back; None where nothing was changed
    error: str | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row of an import that did something, or has something to say."""

    line: int
    fate: Fate
    item_id: int | None = None
    record_id: int | None = None
    field: str = ""
    value: str = ""
    reason: str = ""
    candidates: tuple[int, ...] = ()
    remote_id: str | None = None
    digest: int | None = None
    payload: str | None = None  # the row or card as it came
    words: int | None = None  # by which it is known again where nothing else tells whom it is about


@dataclass(frozen=True, slots=True)
class Mapping:
    """How the columns of a file with this header are read, remembered for the next one like it."""

    signature: str
    name: str  # of the file for which it was made
    columns: tuple[str, ...]
    mapping: str  # JSON, by whoever reads tables
    id: int = 0
    used_at: datetime | None = None
