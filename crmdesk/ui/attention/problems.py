"""What needs a person: what happened, why, what next, and the one button that fixes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.outbox import IN_CONFLICT, EntryState
from crmdesk.domain.reports import Cause, Problem, ProblemKind
from crmdesk.ui.attention.candidates import open_candidates
from crmdesk.ui.attention.rows import ListRow, ThingList, link, small
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_editors.flow_layout import FlowLayout
from crmdesk.ui.look.badges import Sign
from crmdesk.ui.look.icons import Tint
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.kinds import counted
from crmdesk.ui.wording.phrases import absolute, ago, bullets, field_title, numbered, one_line, tooltip


class ProblemsList(ThingList[Cause]):
    """Open problems, a row for each cause; they go once solved. `asked(what, account)` for reconnect and review."""

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

    async def read(self, limit: int) -> tuple[Sequence[Cause], int]:
        return await self.desk.causes(self.account_id, limit)

    def key(self, thing: Cause) -> int:
        return thing.first.id

    def items_of(self, thing: Cause) -> Sequence[int]:
        return [one.item_id for one in thing.problems if one.item_id is not None]

    def nothing(self) -> str:
        return self.tr(
            "No problems. If a CRM refuses something or cannot be read, you find it here with a way to fix it."
        )

    def make_row(self, thing: Cause) -> ListRow:
        first = thing.first
        row = ListRow(self.choosable, self.tr("Select: {what}").format(what=self._headline(thing)), self)
        name = "key" if first.action == "reconnect" else "warning"
        sign = Sign(name, Tint.AMBER, row, size=row.fontMetrics().height())
        row.line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Label(self._headline(thing), strong=True, wrap=True, parent=row))
        text.addWidget(Label(self.said(first.account_id, first.why), wrap=True, parent=row))
        when = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=row)
        when.follow(lambda: bullets(self.said(first.account_id, first.next), ago(first.created_at)))
        when.setToolTip(tooltip(absolute(first.created_at)))
        text.addWidget(when)
        if thing.amount > 1 or first.item_id is not None:
            text.addWidget(self._people(thing, row))
        row.line.addLayout(text, 1)
        row.line.addLayout(self._buttons(thing, row))
        return row

    def _people(self, thing: Cause, row: ListRow) -> QWidget:
        """Whom it is about, each leading there."""
        shown = QWidget(row)
        flow = FlowLayout(shown, gap=8, line_gap=0)
        for one in thing.problems:
            flow.addWidget(self._whose(one, thing.amount, shown))
        if (left := thing.amount - len(thing.problems)) > 0:
            flow.addWidget(Label(numbered(self.tr("and %Ln more", "", left), left), secondary=True, parent=shown))
        return shown

    def _whose(self, problem: Problem, amount: int, parent: QWidget) -> QWidget:
        item_id = problem.item_id
        if item_id is None:
            return Label(one_line(self.said(problem.account_id, problem.what), 80), secondary=True, parent=parent)
        field = field_title(problem.record_kind, problem.field) if problem.field and amount == 1 else ""
        says = self.tr("Open {name}").format(name=self.name(item_id))
        return link(bullets(self.name(item_id), field), says, lambda: self.opened_item.emit(item_id), parent)

    def _buttons(self, thing: Cause, row: ListRow) -> QVBoxLayout:
        first = thing.first
        label, act = self._fix(thing)
        buttons = QVBoxLayout()
        buttons.setSpacing(2)
        refused = first.kind in (ProblemKind.NOT_ACCEPTED, ProblemKind.PARKED) and first.action == "retry"
        offers: list[tuple[str, str, Callable[[], None]]] = [(label, "", act)]
        if refused and first.item_id is not None:
            offers.append((self.tr("Keep here only"), "quiet", lambda: self._keep_here(thing)))
        offers.append((self.tr("Dismiss"), "quiet", lambda: self._dismiss([thing])))
        offers.append((self.tr("Copy details"), "quiet", lambda: self._copy(thing)))
        for offer, look, does in offers:
            buttons.addWidget(small(offer, look, f"{offer}: {first.what}", does, row))
        buttons.addStretch(1)
        return buttons

    def _headline(self, thing: Cause) -> str:
        """What happened, and to whom where it is about somebody, or to how many."""
        first, n = thing.first, thing.amount
        said, name = self.said(first.account_id, first.what), self.name(first.item_id)
        if n == 1:
            return said if first.item_id is None or name in said else bullets(name, said)
        if thing.alike:
            return bullets(said, counted(first.record_kind, n))
        crm = self.face(first.account_id).name
        if first.kind is ProblemKind.QUARANTINE:
            return numbered(self.tr("%Ln record(s) of {crm} could not be read", "", n), n).format(crm=crm)
        if first.kind is ProblemKind.UNREADABLE:
            field = field_title(first.record_kind, first.field or "")
            text = numbered(self.tr("{field} of %Ln record(s) could not be read from {crm}", "", n), n)
            return text.format(field=field, crm=crm)
        return numbered(self.tr("{what}, and %Ln more", "", n - 1), n - 1).format(what=said)

    def _fix(self, cause: Cause) -> tuple[str, Callable[[], None]]:
        thing = cause.first
        match thing.action:
            case "reconnect":
                return self.tr("Reconnect"), lambda: self.asked.emit("reconnect", thing.account_id)
            case "review":
                return self.tr("Review"), lambda: self.asked.emit("review", thing.account_id)
            case "resolve" if thing.item_id is not None and cause.amount == 1:
                return self.tr("Choose…"), lambda: self._choose(thing)
            case "resolve" | "open" if thing.item_id is not None:
                return self.tr("Open"), lambda: self.opened_item.emit(thing.item_id)
        return self.tr("Try again"), lambda: self._retry([cause])

    async def _all_of(self, causes: Sequence[Cause]) -> list[Problem]:
        return [problem for cause in causes for problem in await self.desk.problems_of(cause)]

    def _retry(self, causes: Sequence[Cause]) -> None:
        async def work() -> None:
            accounts: dict[int, None] = {}
            for problem in await self._all_of(causes):
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

    def _keep_here(self, cause: Cause) -> None:
        async def work() -> None:
            for problem in await self._all_of([cause]):
                entries, _total = await self.desk.outbox(account_id=problem.account_id, item_id=problem.item_id)
                for entry in entries:
                    if entry.state is EntryState.PARKED and entry.error_id != IN_CONFLICT:
                        await self.desk.cancel_entry(entry.id, stay_here=True)

        self.start(work(), self.tr("Keep it on this computer only"))

    def _dismiss(self, causes: Sequence[Cause]) -> None:
        async def work() -> None:
            for problem in await self._all_of(causes):
                await self.desk.dismiss(problem.id)

        self.start(work(), self.tr("Dismiss the problem"))

    def _copy(self, cause: Cause) -> None:
        told = []
        for thing in cause.problems:
            account = self.face(thing.account_id).name
            lines = [thing.code, thing.what, thing.why, thing.next, f"{account} · {thing.remote_id or ''}", thing.key]
            told.append("\n".join(lines))
        QGuiApplication.clipboard().setText("\n\n".join(told))
