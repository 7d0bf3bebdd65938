"""What waits to be sent: each change with its target, state and age, and the way to withdraw or repeat it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.outbox import IN_CONFLICT, EntryState, OutboxEntry, Outcome
from crmdesk.ui.attention.candidates import open_candidates
from crmdesk.ui.attention.rows import ListRow, ThingList, link, small
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.state.provenance import action_text
from crmdesk.ui.look.badges import Badge
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import absolute, ago, bullets, coming, tooltip, value_text

LOOKED = 500  # entries looked through for receipts


class OutboxList(ThingList[OutboxEntry]):
    """Open outbox entries, oldest first; `parked_only` shows those that need a person."""

    choosable = True
    hand_over_asked = Signal(int)  # account

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None, *, parked_only: bool = False) -> None:
        super().__init__(desk, tasks, parent)
        self._parked_only = parked_only
        self._by_hand: frozenset[int] = frozenset()  # accounts to which changes are handed over as a file
        self.offer_bulk(
            (
                (self.tr("Send again"), lambda: self._retry(self.chosen())),
                (self.tr("Keep here only"), lambda: self._cancel(self.chosen(), stay_here=True)),
                (self.tr("Withdraw"), lambda: self._cancel(self.chosen())),
            )
        )

    async def read(self, limit: int) -> tuple[Sequence[OutboxEntry], int]:
        self._by_hand = frozenset(account.id for account in self.desk.connected() if account.hands_over)
        if not self._parked_only:
            return await self.desk.outbox(account_id=self.account_id, limit=limit)
        entries, _total = await self.desk.outbox(account_id=self.account_id)
        refused = [entry for entry in entries if entry.error_id != IN_CONFLICT]
        parked = [entry for entry in refused if entry.state is EntryState.PARKED]
        return parked[:limit], len(parked)

    def key(self, thing: OutboxEntry) -> int:
        return thing.id

    def item_of(self, thing: OutboxEntry) -> int | None:
        return thing.item_id

    def nothing(self) -> str:
        if self._parked_only:
            return self.tr("Every change was accepted.")
        return self.tr("Nothing is waiting. Changes appear here as soon as you save them.")

    def make_row(self, thing: OutboxEntry) -> ListRow:
        name, face = self.name(thing.item_id), self.face(thing.account_id)
        row = ListRow(self.choosable, self.tr("Select the change of {name}").format(name=name), self)
        row.line.addWidget(Badge(face.provider, face.title, face.name, row), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(4)
        open_it = self.tr("Open {name}").format(name=name)
        head.addWidget(link(name, open_it, lambda: self.opened_item.emit(thing.item_id), row))
        what = Label(action_text(thing), elided=True, parent=row)
        head.addWidget(what, 1)
        text.addLayout(head)
        more = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=row)
        more.follow(lambda: bullets(face.name, self._state(thing), self._age(thing)))
        more.setContentsMargins(2, 0, 0, 0)
        more.setToolTip(tooltip(self._whole(thing)))
        text.addWidget(more)
        row.line.addLayout(text, 1)
        for label, says, act in self._offers(thing, name):
            row.line.addWidget(small(label, "quiet", says, act, row))
        return row

    def _offers(self, thing: OutboxEntry, name: str) -> list[tuple[str, str, Callable[[], None]]]:
        """The buttons of an entry: text, accessible name, deed."""
        again = self.tr("Send the change of {name} again").format(name=name)
        withdraw = self.tr("Withdraw the change of {name}").format(name=name)
        here = self.tr("Keep the change of {name} on this computer only").format(name=name)
        if thing.error_id == IN_CONFLICT:
            return [(self.tr("Decide"), self.tr("Decide about {name}").format(name=name), lambda: self._open(thing))]
        if thing.state is EntryState.PARKED and thing.candidates:
            choose = self.tr("Choose what {name} is linked to").format(name=name)
            return [(self.tr("Choose…"), choose, lambda: self._choose(thing))]
        if thing.state is EntryState.PARKED:
            return [
                (self.tr("Send again"), again, lambda: self._retry([thing])),
                (self.tr("Keep here only"), here, lambda: self._cancel([thing], stay_here=True)),
                (self.tr("Withdraw"), withdraw, lambda: self._cancel([thing])),
            ]
        if thing.state is EntryState.HANDED_OVER:
            return [
                (self.tr("Hand over again"), again, lambda: self._retry([thing])),
                (self.tr("Withdraw"), withdraw, lambda: self._cancel([thing])),
            ]
        if thing.state is EntryState.PENDING and thing.account_id in self._by_hand:
            says = self.tr("Hand over the change of {name}, and all others of its account").format(name=name)
            return [
                (self.tr("Hand over…"), says, lambda: self.hand_over_asked.emit(thing.account_id)),
                (self.tr("Withdraw"), withdraw, lambda: self._cancel([thing])),
            ]
        if thing.state is EntryState.PENDING:
            return [
                (self.tr("Send now"), again, lambda: self._retry([thing])),
                (self.tr("Withdraw"), withdraw, lambda: self._cancel([thing])),
            ]
        return []

    def _open(self, thing: OutboxEntry) -> None:
        self.opened_item.emit(thing.item_id)

    def _choose(self, thing: OutboxEntry) -> None:
        open_candidates(self, self.desk, self.tasks, thing, self.face(thing.account_id).name)

    def _state(self, entry: OutboxEntry) -> str:
        match entry.state:
            case EntryState.IN_FLIGHT:
                return self.tr("being sent")
            case EntryState.HANDED_OVER if entry.error:
                return self.said(entry.account_id, entry.error)
            case EntryState.HANDED_OVER:
                return self.tr("handed over {when}; the next export shows whether it was taken").format(
                    when=ago(entry.sent_at)
                )
            case EntryState.PENDING if entry.account_id in self._by_hand:
                return self.tr("waits to be handed over")
            case EntryState.UNCERTAIN:
                return self.tr("the answer was lost, so it is checked first")
            case EntryState.PARKED if entry.error_id == IN_CONFLICT:
                return self.tr("changed in both places; waits for your decision")
            case EntryState.PARKED if entry.candidates:
                return self.tr("already there? {why}").format(why=self.said(entry.account_id, entry.error))
            case EntryState.PARKED:
                return self.tr("not accepted: {why}").format(
                    why=self.said(entry.account_id, entry.error) or self.tr("no reason was given")
                )
            case _ if entry.error and entry.next_at:
                return self.tr("{why} Next try {when}").format(
                    why=self.said(entry.account_id, entry.error), when=coming(entry.next_at)
                )
        return self.tr("waiting")

    def _age(self, entry: OutboxEntry) -> str:
        told = entry.state is EntryState.HANDED_OVER  # when it was, which is what counts then
        return ago(entry.created_at) if entry.created_at and not told else ""

    def _whole(self, entry: OutboxEntry) -> str:
        values = [f"{key}: {value_text(entry.kind, key, value)}" for key, value in sorted(entry.wanted.items())]
        return "\n".join([*values, absolute(entry.created_at)])

    def _retry(self, entries: Sequence[OutboxEntry]) -> None:
        async def work() -> None:
            for entry in entries:
                if entry.error_id != IN_CONFLICT and not entry.candidates:
                    await self.desk.retry_entry(entry.id)

        self.start(work(), self.tr("Send again"))

    def _cancel(self, entries: Sequence[OutboxEntry], *, stay_here: bool = False) -> None:
        async def work() -> None:
            for entry in entries:
                if entry.state is not EntryState.IN_FLIGHT and entry.error_id != IN_CONFLICT:
                    await self.desk.cancel_entry(entry.id, stay_here=stay_here)

        self.start(work(), self.tr("Withdraw the change"))


class SentList(ThingList[OutboxEntry]):
    """Receipts: what was sent and verified, withdrawn or overtaken, newest first."""

    async def read(self, limit: int) -> tuple[Sequence[OutboxEntry], int]:
        entries, _total = await self.desk.outbox(all=True, account_id=self.account_id, limit=LOOKED)
        settled = [entry for entry in entries if not entry.is_open]
        return settled[:limit], len(settled)

    def key(self, thing: OutboxEntry) -> int:
        return thing.id

    def item_of(self, thing: OutboxEntry) -> int | None:
        return thing.item_id

    def nothing(self) -> str:
        return self.tr("Nothing was sent yet. Each change leaves a receipt here once the CRM has it.")

    def make_row(self, thing: OutboxEntry) -> ListRow:
        name, face = self.name(thing.item_id), self.face(thing.account_id)
        row = ListRow(False, "", self)
        row.line.addWidget(Badge(face.provider, face.title, face.name, row), 0, Qt.AlignmentFlag.AlignTop)
        open_it = self.tr("Open {name}").format(name=name)
        row.line.addWidget(link(name, open_it, lambda: self.opened_item.emit(thing.item_id), row))
        row.line.addWidget(Label(action_text(thing), elided=True, parent=row), 1)
        said = Label(size=FontSize.SMALL, secondary=True)
        said.follow(lambda: bullets(self._outcome(thing), ago(thing.settled_at)))
        said.setToolTip(tooltip(absolute(thing.settled_at)))
        row.line.addWidget(said)
        return row

    def _outcome(self, entry: OutboxEntry) -> str:
        match entry.outcome:
            case Outcome.VERIFIED:
                return self.tr("sent and verified")
            case Outcome.CANCELLED:
                return self.tr("withdrawn")
            case Outcome.KEPT_HERE:
                return self.tr("kept on this computer")
        return self.tr("was there already")
