"""What was decided, newest first: each decision can be revoked, and what was linked at once goes back at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Decision, Identity, Verdict
from crmdesk.errors import NotFound
from crmdesk.ui.attention.rows import ListRow, ThingList, small
from crmdesk.ui.look.badges import Sign
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.matches.words import name_of, reason_word, things, tier_word
from crmdesk.ui.wording.phrases import absolute, ago, bullets, listed, one_line, tooltip

AT_ONCE = 500  # decisions read at once


@dataclass(frozen=True, slots=True)
class Act:
    """What was decided at once."""

    id: int
    decisions: tuple[Decision, ...]


class DecidedList(ThingList[Act]):
    """`revoked(text)` when something was taken back."""

    revoked = Signal(str)

    async def read(self, limit: int) -> tuple[Sequence[Act], int]:
        found, total = await self.desk.matches.decided(max(limit, AT_ONCE))
        while found and len(found) < total and len({one.act for one in found[:limit]}) == 1:
            more, total = await self.desk.matches.decided(AT_ONCE, len(found))
            found += more
            if not more or more[-1].act != found[0].act:
                break
        acts = [Act(act, tuple(held)) for act, held in groupby(found, key=lambda one: one.act)]
        return acts[:limit], len(acts) + (total - len(found))

    def key(self, thing: Act) -> int:
        return thing.id

    def item_of(self, thing: Act) -> int | None:
        return None

    def nothing(self) -> str:
        return self.tr("Nothing is decided yet. What you link or keep apart stands here, and can be taken back.")

    def make_row(self, thing: Act) -> ListRow:
        first = thing.decisions[0]
        linked = first.verdict is Verdict.SAME
        row = ListRow(self.choosable, "", self)
        row.line.addWidget(Sign("link" if linked else "close", "secondary", row))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self._title(thing), strong=True, elided=True, parent=row))
        below = Label(self._told(thing), size=FontSize.SMALL, secondary=True, wrap=True, parent=row)
        below.setToolTip(tooltip(absolute(first.at)))
        words.addWidget(below)
        row.line.addLayout(words, 1)
        text = self._way_back(thing)
        row.line.addWidget(small(text, "", f"{text}: {self._title(thing)}", lambda: self._revoke(thing), row))
        return row

    def _so_many(self, thing: Act) -> str:
        kinds = {one.kind for one in thing.decisions}
        return things(next(iter(kinds)) if len(kinds) == 1 else None, len(thing.decisions))

    def _title(self, thing: Act) -> str:
        first = thing.decisions[0]
        if len(thing.decisions) > 1:
            return self.tr("Linked {things} at once").format(things=self._so_many(thing))
        names = list(dict.fromkeys(self._name(one, first.kind) for one in first.records))
        if first.verdict is Verdict.SAME:
            return self.tr("Linked: {names}").format(names=listed(names[:3]))
        return self.tr("Not the same: {names}").format(names=listed(names[:3]))

    def _told(self, thing: Act) -> str:
        first = thing.decisions[0]
        if len(thing.decisions) > 1:
            return ago(first.at)
        accounts = listed(list(dict.fromkeys(one_line(one.name, 30) for one in first.records if one.name)))
        tier = tier_word(first.tier) if first.tier is not None else ""
        reason = next((reason_word(one) for one in first.reasons if one.bits >= 0), "")
        return bullets(accounts, tier, reason, ago(first.at))

    def _way_back(self, thing: Act) -> str:
        if len(thing.decisions) > 1:
            return self.tr("Undo: link {things}").format(things=self._so_many(thing))
        return self.tr("Unlink") if thing.decisions[0].verdict is Verdict.SAME else self.tr("Ask again")

    def _name(self, one: Identity, kind: Kind) -> str:
        """Who a record is now; a record that has gone goes by its id there."""
        try:
            item = self.desk.find_item(f"{one.name}:{one.remote_id}")
        except NotFound:
            return one_line(one.remote_id, 40) if not one.remote_id.startswith("#") else self.tr("on this computer")
        record = next((held for held in item.records if held.remote_id == one.remote_id), item.records[0])
        return one_line(name_of(record.values), 60)

    def _revoke(self, thing: Act) -> None:
        async def work() -> None:
            if len(thing.decisions) > 1:
                await self.desk.matches.take_back(thing.id)
            else:
                await self.desk.matches.revoke(thing.decisions[0].id)
            self.revoked.emit(self.tr("Taken back."))

        self.start(work(), self.tr("Revoke the decision"))
