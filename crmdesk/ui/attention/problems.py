"""What needs a person: what happened, why, what next, and the one button that fixes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.outbox import IN_CONFLICT, EntryState
from crmdesk.domain.reports import Problem, ProblemKind
from crmdesk.ui.attention.candidates import open_candidates
from crmdesk.ui.attention.rows import ListRow, ThingList, link, small
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.badges import Sign
from crmdesk.ui.look.icons import Tint
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import absolute, ago, bullets, field_title, tooltip


class ProblemsList(ThingList[Problem]):
    """Open problems; they go by themselves once solved. `asked(what, account)` for reconnect and review."""

    choosable = True
    asked = Signal(str, int)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.offer_bulk(
            (
                (self.tr("Try again"), lambda: self._retry(self.chosen())),
                (self.tr("Dismiss"), lambda: self._dismiss(self.chosen())),
            )
        )

    async def read(self, limit: int) -> tuple[Sequence[Problem], int]:
        return await self.desk.problems(account_id=self.account_id, limit=limit)

    def key(self, thing: Problem) -> int:
        return thing.id

    def item_of(self, thing: Problem) -> int | None:
        return thing.item_id

    def nothing(self) -> str:
        return self.tr(
            "No problems. If a CRM refuses something or cannot be read, you find it here with a way to fix it."
        )

    def make_row(self, thing: Problem) -> ListRow:
        row = ListRow(
            self.choosable, self.tr("Select: {what}").format(what=self.said(thing.account_id, thing.what)), self
        )
        name = "key" if thing.action == "reconnect" else "warning"
        sign = Sign(name, Tint.AMBER, row, size=row.fontMetrics().height())
        row.line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Label(self._headline(thing), strong=True, wrap=True, parent=row))
        text.addWidget(Label(self.said(thing.account_id, thing.why), wrap=True, parent=row))
        when = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=row)
        when.follow(lambda: bullets(self.said(thing.account_id, thing.next), ago(thing.created_at)))
        when.setToolTip(tooltip(absolute(thing.created_at)))
        text.addWidget(when)
        if thing.item_id is not None:
            field = field_title(thing.record_kind, thing.field) if thing.field else ""
            whose = bullets(self.name(thing.item_id), field)
            says = self.tr("Open {name}").format(name=self.name(thing.item_id))
            text.addWidget(
                link(whose, says, lambda: self.opened_item.emit(thing.item_id), row), 0, Qt.AlignmentFlag.AlignLeading
            )
        row.line.addLayout(text, 1)
        label, act = self._fix(thing)
        buttons = QVBoxLayout()
        buttons.setSpacing(2)
        refused = thing.kind in (ProblemKind.NOT_ACCEPTED, ProblemKind.PARKED) and thing.action == "retry"
        offers: list[tuple[str, str, Callable[[], None]]] = [(label, "", act)]
        if refused and thing.item_id is not None:
            offers.append((self.tr("Keep here only"), "quiet", lambda: self._keep_here(thing)))
        offers.append((self.tr("Dismiss"), "quiet", lambda: self._dismiss([thing])))
        offers.append((self.tr("Copy details"), "quiet", lambda: self._copy(thing)))
        for offer, look, does in offers:
            buttons.addWidget(small(offer, look, f"{offer}: {thing.what}", does, row))
        buttons.addStretch(1)
        row.line.addLayout(buttons)
        return row

    def _headline(self, thing: Problem) -> str:
        """What happened, and to whom where it is about somebody."""
        said, name = self.said(thing.account_id, thing.what), self.name(thing.item_id)
        return said if thing.item_id is None or name in said else bullets(name, said)

    def _fix(self, thing: Problem) -> tuple[str, Callable[[], None]]:
        match thing.action:
            case "reconnect":
                return self.tr("Reconnect"), lambda: self.asked.emit("reconnect", thing.account_id)
            case "review":
                return self.tr("Review"), lambda: self.asked.emit("review", thing.account_id)
            case "resolve" if thing.item_id is not None:
                return self.tr("Choose…"), lambda: self._choose(thing)
            case "open" if thing.item_id is not None:
                return self.tr("Open"), lambda: self.opened_item.emit(thing.item_id)
        return self.tr("Try again"), lambda: self._retry([thing])

    def _retry(self, problems: Sequence[Problem]) -> None:
        async def work() -> None:
            accounts: dict[int, None] = {}
            for problem in problems:
                if problem.kind in (ProblemKind.ACCOUNT, ProblemKind.QUARANTINE) or problem.item_id is None:
                    accounts[problem.account_id] = None
                else:
                    await self._send_again(problem)
            if accounts:
                await self.desk.sync(list(accounts))

        self.start(work(), self.tr("Try again"))

    async def _send_again(self, problem: Problem) -> None:
        entries, _total = await self.desk.outbox(account_id=problem.account_id, item_id=problem.item_id)
        for entry in entries:
            if entry.state is EntryState.PARKED and entry.error_id != IN_CONFLICT:
                await self.desk.retry_entry(entry.id)

    def _choose(self, problem: Problem) -> None:
        async def work() -> None:
            entries, _total = await self.desk.outbox(account_id=problem.account_id, item_id=problem.item_id)
            waiting = next((entry for entry in entries if entry.candidates), None)
            if waiting is not None:
                open_candidates(self, self.desk, self.tasks, waiting, self.face(problem.account_id).name)

        self.tasks.start(work(), what=self.tr("Look up the candidates"))

    def _keep_here(self, problem: Problem) -> None:
        async def work() -> None:
            entries, _total = await self.desk.outbox(account_id=problem.account_id, item_id=problem.item_id)
            for entry in entries:
                if entry.state is EntryState.PARKED and entry.error_id != IN_CONFLICT:
                    await self.desk.cancel_entry(entry.id, stay_here=True)

        self.start(work(), self.tr("Keep it on this computer only"))

    def _dismiss(self, problems: Sequence[Problem]) -> None:
        async def work() -> None:
            for problem in problems:
                await self.desk.dismiss(problem.id)

        self.start(work(), self.tr("Dismiss the problem"))

    def _copy(self, thing: Problem) -> None:
        account = self.face(thing.account_id).name
        lines = [thing.code, thing.what, thing.why, thing.next, f"{account} · {thing.remote_id or ''}", thing.key]
        QGuiApplication.clipboard().setText("\n".join(lines))
