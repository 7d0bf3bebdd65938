"""What was changed in both places: before, mine and theirs with time and origin; decide one, or many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.reports import Conflict
from crmdesk.domain.values import Value
from crmdesk.ui.attention.rows import ListRow, ThingList, link, small
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.badges import Badge
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import absolute, ago, bullets, field_title, tooltip, value_text


class ConflictsList(ThingList[Conflict]):
    """Open conflicts; everything else of these people goes on syncing meanwhile."""

    choosable = True

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.offer_bulk(
            (
                (self.tr("Keep mine"), lambda: self._decide(self.chosen(), "mine")),
                (self.tr("Take theirs"), lambda: self._decide(self.chosen(), "theirs")),
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

    def _values(self, thing: Conflict, there: str, row: ListRow) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(2, 0, 0, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        gone = not thing.field
        lines: list[tuple[str, Value | None, str, str, str]] = [
            (self.tr("Before"), thing.base, "", "", ""),
            (self.tr("Mine"), thing.mine, ago(thing.mine_at) if thing.mine_at else "", "mine", self.tr("Keep mine")),
            (there, thing.theirs, ago(thing.theirs_at) if thing.theirs_at else "", "theirs", self.tr("Take theirs")),
        ]
        for index, (who, value, when, how, offer) in enumerate(lines):
            said = Label(who, size=FontSize.SMALL, secondary=True, parent=row)
            text = self._said(thing, value, how) if gone else value_text(thing.kind, thing.field, value)
            shown = Label(bullets(text, when), wrap=True, parent=row)
            at = thing.mine_at if how == "mine" else thing.theirs_at
            shown.setToolTip(tooltip(absolute(at)) if how and at else "")
            grid.addWidget(said, index, 0)
            grid.addWidget(shown, index, 1)
            if how:
                says = f"{offer}: {self.name(thing.item_id)}, {field_title(thing.kind, thing.field)}"
                grid.addWidget(small(offer, "", says, self._act(thing, how), row), index, 3)
        says = self.tr("Keep mine on this computer only")
        here = small(self.tr("Keep here only"), "quiet", says, self._act(thing, "here"), row)
        here.setToolTip(tooltip(self.tr("Mine stays on this computer, theirs stays there.")))
        grid.addWidget(here, 1, 2)
        return grid

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
