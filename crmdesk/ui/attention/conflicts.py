"""What was changed in both places: before, mine and theirs with time and origin; decide one, or many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.fields import FieldType, field_of
from crmdesk.domain.reports import Conflict
from crmdesk.domain.values import Value
from crmdesk.ui.attention.rows import ListRow, ThingList, link, small
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.badges import Badge
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.marked_text import MOST, MarkedText, differences, excerpt
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import absolute, ago, clean, field_title, tooltip, value_text


class ConflictsList(ThingList[Conflict]):
    """Open conflicts; everything else of these people goes on syncing meanwhile."""

    choosable = True

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.offer_bulk(
            (
                (self.tr("Keep mine"), lambda: self._decide(self.chosen(), "mine")),
                (self.tr("Take theirs"), lambda: self._decide(self.chosen(), "theirs")),
                (self.tr("Take the newest"), lambda: self._take_newest(self.chosen())),
                (self.tr("Keep here only"), lambda: self._decide(self.chosen(), "here")),
            )
        )

    async def read(self, limit: int) -> tuple[Sequence[Conflict], int]:
        conflicts, total = await self.desk.conflicts(limit=limit if self.account_id is None else None)
        if self.account_id is not None:
            conflicts = [conflict for conflict in conflicts if conflict.account_id == self.account_id]
            conflicts, total = conflicts[:limit], len(conflicts)
        entries, _total = await self.desk.outbox(account_id=self.account_id)
        edited = {entry.record_id: entry.created_at for entry in entries}
        return [
            conflict if conflict.mine_at else replace(conflict, mine_at=edited.get(conflict.record_id))
            for conflict in conflicts
        ], total

    def key(self, thing: Conflict) -> int:
        return thing.id

    def item_of(self, thing: Conflict) -> int | None:
        return thing.item_id

    def nothing(self) -> str:
        return self.tr("Nothing was changed in both places. If that happens, both values are kept until you decide.")

    def make_row(self, thing: Conflict) -> ListRow:
        name, face = self.name(thing.item_id), self.face(thing.account_id)
        row = ListRow(self.choosable, self.tr("Select the conflict of {name}").format(name=name), self)
        row.line.addWidget(Badge(face.provider, face.title, face.name, row), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        head = QHBoxLayout()
        open_it = self.tr("Open {name}").format(name=name)
        head.addWidget(link(name, open_it, lambda: self.opened_item.emit(thing.item_id), row))
        title = field_title(thing.kind, thing.field)
        head.addWidget(Label(title, secondary=True, parent=row), 1)
        column.addLayout(head)
        column.addLayout(self._values(thing, face.name, row))
        row.line.addLayout(column, 1)
        return row

    def _values(self, thing: Conflict, there: str, row: ListRow) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(2, 0, 0, 2)
        column.setSpacing(4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        lines: list[tuple[str, Value | None, datetime | None, str]] = [
            (self.tr("Before"), thing.base, None, ""),
            (self.tr("Mine"), thing.mine, thing.mine_at, "mine"),
            (there, thing.theirs, thing.theirs_at, "theirs"),
        ]
        top = Qt.AlignmentFlag.AlignTop
        for index, (who, value, at, how) in enumerate(lines):
            said = Label(who, size=FontSize.SMALL, secondary=True, parent=row)
            when = Label(ago(at) if at else "", size=FontSize.SMALL, secondary=True, parent=row)
            when.setToolTip(tooltip(absolute(at)) if at else "")
            grid.addWidget(said, index, 0, top)
            grid.addWidget(self._shown(thing, value, how, row), index, 1)
            grid.addWidget(when, index, 2, top)
        column.addLayout(grid)
        column.addLayout(self._offers(thing, row))
        return column

    def _shown(self, thing: Conflict, value: Value | None, how: str, row: ListRow) -> QWidget:
        """A value; of texts that differ in parts, these are marked."""
        if not thing.field:
            return Label(self._said(thing, value, how), wrap=True, parent=row)
        other = {"mine": thing.theirs, "theirs": thing.mine}.get(how)
        if isinstance(value, str) and isinstance(other, str) and _is_text(thing):
            text, spans = excerpt(value, differences(value, other))
            marked = MarkedText(clean(text), spans, row)
            marked.setToolTip(tooltip(value))
            return marked
        return Label(value_text(thing.kind, thing.field, value, MOST), wrap=True, parent=row)

    def _offers(self, thing: Conflict, row: ListRow) -> QHBoxLayout:
        """The ways to decide, side by side: what is kept, and what becomes of the other."""
        line = QHBoxLayout()
        line.setSpacing(4)
        offers: list[tuple[str, str, Callable[[], None]]] = [
            (self.tr("Keep mine"), "", self._act(thing, "mine")),
            (self.tr("Take theirs"), "", self._act(thing, "theirs")),
        ]
        if newest(thing):
            offers.append((self.tr("Take the newest"), "quiet", lambda: self._take_newest([thing])))
        if self._can_join(thing):
            offers.append((self.tr("Keep both"), "quiet", lambda: self._keep_both(thing)))
        offers.append((self.tr("Keep here only"), "quiet", self._act(thing, "here")))
        whose = f"{self.name(thing.item_id)}, {field_title(thing.kind, thing.field)}"
        for text, look, act in offers:
            button = small(text, look, f"{text}: {whose}", act, row)
            line.addWidget(button)
        button.setToolTip(tooltip(self.tr("Mine stays on this computer, theirs stays there.")))
        line.addStretch(1)
        return line

    def _can_join(self, thing: Conflict) -> bool:
        """Whether both texts can stand below each other, and it is clear in which record."""
        texts = isinstance(thing.mine, str) and isinstance(thing.theirs, str)
        note = bool(thing.field) and field_of(thing.kind, thing.field).type is FieldType.NOTE
        return texts and note and len(self.desk.item(thing.item_id).records) == 1

    def _keep_both(self, thing: Conflict) -> None:
        async def work() -> None:
            await self.desk.resolve([thing.id], "theirs")
            await self.desk.edit(thing.item_id, {thing.field: f"{thing.mine}\n\n{thing.theirs}"})

        self.start(work(), self.tr("Decide the conflict"))

    def _take_newest(self, conflicts: Sequence[Conflict]) -> None:
        async def work() -> None:
            for how in ("mine", "theirs"):
                if ids := [conflict.id for conflict in conflicts if newest(conflict) == how]:
                    await self.desk.resolve(ids, how)

        self.start(work(), self.tr("Decide the conflict"))

    def _said(self, thing: Conflict, value: Value | None, how: str) -> str:
        if how == "mine":
            return self.tr("changed here")
        return self.tr("deleted there") if how == "theirs" else self.tr("was there")

    def _act(self, thing: Conflict, how: str) -> Callable[[], None]:
        return lambda: self._decide([thing], how)

    def _decide(self, conflicts: Sequence[Conflict], how: str) -> None:
        ids = [conflict.id for conflict in conflicts]
        if ids:
            self.start(self.desk.resolve(ids, how), self.tr("Decide the conflict"))


def newest(conflict: Conflict) -> str:
    """Which side of a conflict was changed last, `mine` or `theirs`; "" where nobody knows."""
    if conflict.mine_at is None or conflict.theirs_at is None:
        return ""
    return "mine" if conflict.mine_at >= conflict.theirs_at else "theirs"


def _is_text(conflict: Conflict) -> bool:
    return field_of(conflict.kind, conflict.field).type in (FieldType.TEXT, FieldType.NOTE)
