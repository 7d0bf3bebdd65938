"""The suggestions in their lanes, as one list: what is loaded, what the user has answered, and what is folded.

Counts change by what the user does alone; what comes meanwhile waits until it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from crmdesk.domain.matching.suggestions import Suggestion, Tier
from crmdesk.ui.matches.words import TIERS, share_line, spoken, tier_word
from crmdesk.ui.wording.phrases import bullets, count, tooltip

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a lane; `total` is what the lane holds, loaded or not."""

    tier: Tier
    total: int
    folded: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One suggestion; `later` when the user put it off."""

    suggestion: Suggestion
    later: bool = False


@dataclass(slots=True)
class _Lane:
    lines: list[Line] = field(default_factory=list)
    more: int = 0  # not loaded yet
    folded: bool = False


class Queue(QAbstractListModel):
    """Headings and lines; rows are found by suggestion id, so that the place is kept whatever comes and goes."""

    def __init__(self, name: Callable[[Suggestion], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name  # of a suggestion, looked up for those in sight alone
        self._lanes = {tier: _Lane(folded=tier is Tier.POSSIBLE) for tier in TIERS}
        self.searched = ""  # when the search last ended, and over how much: said where a lane is empty
        self._rows: list[Heading | Line] = []
        self._places: dict[int, int] = {}  # the row of each suggestion
        self._heads: dict[Tier, int] = {}
        self._arrange()

    # What is in it

    def fill(self, tier: Tier, suggestions: Sequence[Suggestion], more: int, *, anew: bool) -> None:
        """Put suggestions behind a lane's others, or in their place with `anew`; `more` are still to come."""
        lane = self._lanes[tier]
        if anew:
            lane.lines = []
        known = {line.suggestion.id for line in lane.lines}
        lane.lines += [Line(one) for one in suggestions if one.id not in known]
        lane.more = more
        self._reset()

    def take(self, id_: int) -> tuple[Line, int] | None:
        """Take a suggestion out; returns it with its place in its lane."""
        for lane in self._lanes.values():
            for place, line in enumerate(lane.lines):
                if line.suggestion.id == id_:
                    row = self.row_of(id_)
                    if row is not None:
                        self.beginRemoveRows(QModelIndex(), row, row)
                    del lane.lines[place]
                    self._arrange()
                    if row is not None:
                        self.endRemoveRows()
                    self._tell_headings()
                    return line, place
        return None

    def take_many(self, ids: Collection[int]) -> None:
        """Take suggestions out that were answered at once."""
        gone = frozenset(ids)
        for lane in self._lanes.values():
            lane.lines = [line for line in lane.lines if line.suggestion.id not in gone]
        self._reset()

    def put_back(self, line: Line, place: int) -> None:
        """Put a suggestion back where it was; a folded lane is opened for it."""
        lane = self._lanes[line.suggestion.tier]
        lane.lines.insert(min(place, len(lane.lines)), line)
        lane.folded = False
        self._reset()

    def put_off(self, id_: int, *, later: bool) -> None:
        """Mark a suggestion as put off, or take that back."""
        for lane in self._lanes.values():
            lane.lines = [replace(one, later=later) if one.suggestion.id == id_ else one for one in lane.lines]
        self._arrange()
        row = self.row_of(id_)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def fold(self, tier: Tier, folded: bool | None = None) -> bool:
        """Fold a lane or open it; whether it is open now."""
        lane = self._lanes[tier]
        lane.folded = not lane.folded if folded is None else folded
        self._reset()
        return not lane.folded

    def is_folded(self, tier: Tier) -> bool:
        """Whether a lane shows its head alone."""
        return self._lanes[tier].folded

    def is_loaded(self, tier: Tier) -> bool:
        """Whether all of a lane has been read."""
        return not self._lanes[tier].more

    def totals(self) -> Mapping[Tier, int]:
        """How many each lane holds, loaded or not."""
        return {tier: len(lane.lines) + lane.more for tier, lane in self._lanes.items()}

    def all_of(self, tier: Tier) -> list[Suggestion]:
        """What is loaded of a lane."""
        return [line.suggestion for line in self._lanes[tier].lines]

    # Where things are

    def line(self, row: int) -> Line | None:
        """The line of a row; None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Line) else None

    def heading(self, row: int) -> Heading | None:
        """The heading of a row, if it is one."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Heading) else None

    def row_of(self, id_: int) -> int | None:
        """The row of a suggestion, if it is shown."""
        return self._places.get(id_)

    def step(self, row: int, by: int, *, undecided: bool = False) -> int | None:
        """The next row with a suggestion in that direction; with `undecided` none that was put off."""
        at = row + by
        while 0 <= at < len(self._rows):
            line = self.line(at)
            if line is not None and not (undecided and line.later):
                return at
            at += by
        return None

    def near(self, row: int) -> int | None:
        """The row to go to when the one that was there has gone: the next that waits, else the one before."""
        line = self.line(row)
        if line is not None and not line.later:
            return row
        found = self.step(row, 1, undecided=True)
        return self.step(row, -1, undecided=True) if found is None else found

    def place(self, row: int) -> tuple[int, int]:
        """Which of how many of its lane a line is."""
        line = self.line(row)
        if line is None:
            return 0, 0
        lane = self._lanes[line.suggestion.tier]
        return row - self._heads[line.suggestion.tier], len(lane.lines) + lane.more

    def _arrange(self) -> None:
        self._rows = []
        for tier, lane in self._lanes.items():
            self._heads[tier] = len(self._rows)
            self._rows.append(Heading(tier, len(lane.lines) + lane.more, lane.folded))
            if not lane.folded:
                self._rows += lane.lines
        self._places = {one.suggestion.id: row for row, one in enumerate(self._rows) if isinstance(one, Line)}

    def _reset(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._id_at(index.row()) for index in before]
        self._arrange()
        rows = {self._id_at(row): row for row in range(len(self._rows))}
        self.changePersistentIndexList(before, [self.index(rows[id_]) if id_ in rows else QModelIndex() for id_ in ids])
        self.layoutChanged.emit()

    def _id_at(self, row: int) -> object:
        one = self._rows[row] if 0 <= row < len(self._rows) else None
        return one.suggestion.id if isinstance(one, Line) else one.tier if isinstance(one, Heading) else None

    def _tell_headings(self) -> None:
        for row in self._heads.values():
            self.dataChanged.emit(self.index(row), self.index(row))

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        if role == LINE:
            return one
        if isinstance(one, Heading) and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            state = self.tr("folded") if one.folded else ""
            return bullets(tier_word(one.tier), count(one.total), state, share_line(one.tier))
        if isinstance(one, Heading) and role == Qt.ItemDataRole.ToolTipRole:
            return tooltip("\n".join((share_line(one.tier), self.searched)))
        if isinstance(one, Line):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._name(one.suggestion)
            if role == Qt.ItemDataRole.AccessibleTextRole:
                said = spoken(one.suggestion, *self.place(index.row()))
                return f"{self._name(one.suggestion)}: {said}" + (f", {self.tr('put off')}" if one.later else "")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled
        return enabled | Qt.ItemFlag.ItemIsSelectable if self.line(index.row()) is not None else enabled


def fitting(
    suggestions: Iterable[Suggestion], reason: str, tag: str, tags_of: Callable[[Suggestion], frozenset[str]]
) -> list[Suggestion]:
    """The suggestions with that reason and that tag; "" asks for none."""
    return [
        one
        for one in suggestions
        if (not reason or any(held.what == reason for held in one.reasons)) and (not tag or tag in tags_of(one))
    ]
