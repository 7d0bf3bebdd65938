"""What the desk did: each run as a receipt, filtered, and opened down to the records it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Run
from crmdesk.ui.attention.outbox import SentList
from crmdesk.ui.attention.rows import ListRow, ThingList
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_editors.flow_layout import FlowLayout
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.look.tokens import HALF
from crmdesk.ui.sync_panel.receipt_row import ReceiptRow
from crmdesk.ui.sync_panel.words import has_trouble, outcome_text
from crmdesk.ui.wording.kinds import plural
from crmdesk.ui.wording.phrases import ago, bullets, tooltip

_FILTER = """QPushButton { padding: 2px 6px; min-height: 20px; }
QPushButton:checked { background: palette(midlight); }"""
LOOKED = 400  # runs looked through for a filter


class ActivityList(ThingList[Run]):
    """Runs and what was sent between them, newest first; `asked_list(what, account)` when a figure has its own list."""

    asked_list = Signal(str, int)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._filters: dict[str, Callable[[Run], bool]] = {
            "all": lambda run: True,
            "problems": has_trouble,
            "conflicts": lambda run: run.conflicts > 0,
        }
        self._filter = "all"
        self._opened: set[int] = set()
        filters = QWidget(self)
        flow = FlowLayout(filters, gap=HALF)
        group = QButtonGroup(self)
        for key, text in (
            ("all", self.tr("All")),
            ("problems", self.tr("Problems")),
            ("conflicts", self.tr("Changed in both places")),
            ("sent", self.tr("Sent")),
        ):
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setChecked(key == "all")
            button.setProperty("look", "quiet")
            button.setFont(font(FontSize.SMALL))
            button.setStyleSheet(_FILTER)
            button.clicked.connect(lambda _on=False, key=key: self.filter_by(key))
            group.addButton(button)
            flow.addWidget(button)
        self.bar.addWidget(filters, 1)
        self.history = QPushButton(self.tr("History…"), self)
        self.history.setProperty("look", "quiet")
        self.history.setFont(font(FontSize.SMALL))
        self.history.setStyleSheet(_FILTER)
        self.history.setToolTip(tooltip(self.tr("Every sync as a table")))
        self.history.clicked.connect(self.open_history)
        self.bar.addWidget(self.history, 0, Qt.AlignmentFlag.AlignTop)
        self.sent = SentList(desk, tasks, self)
        self.sent.opened_item.connect(self.opened_item)
        self.sent.hide()
        self.stack.addWidget(self.sent, 1)

    def refresh(self) -> None:
        self.sent.setVisible(self._filter == "sent")
        if self._filter == "sent":
            self.tasks.drop(self)
            self.empty.hide()
            self.area.hide()
            self.sent.account_id = self.account_id
            self.sent.refresh()
        else:
            super().refresh()

    def open_history(self) -> None:
        """Show every sync as a table."""
        from crmdesk.ui.sync_panel.history import open_history  # 7 ms

        open_history(self, self.desk, self.tasks, self.account_id)

    def filter_by(self, key: str) -> None:
        """Show all, only runs with problems or with conflicts, or the receipts of what was sent."""
        self._filter = key
        self.refresh()

    async def read(self, limit: int) -> tuple[Sequence[Run], int]:
        if self._filter == "all":
            return await self.desk.activity(self.account_id, limit)
        runs, _total = await self.desk.runs(self.account_id, LOOKED)
        chosen = [run for run in runs if self._filters[self._filter](run)]
        return chosen[:limit], len(chosen)

    def key(self, thing: Run) -> int:
        return thing.id

    def item_of(self, thing: Run) -> int | None:
        return None

    def nothing(self) -> str:
        if self._filter != "all":
            return self.tr("None of the recent syncs match.")
        return self.tr("No sync has run yet. Each one leaves a receipt here.")

    def make_row(self, thing: Run) -> ListRow:
        face = self.face(thing.account_id)
        row = ReceiptRow(thing, face, self.desk, self.tasks, self, opened=thing.id in self._opened)
        full = self.tr("compared everything") if thing.full else ""
        kind = "" if thing.kind is Kind.CONTACT else plural(thing.kind)
        when = thing.ended_at or thing.started_at
        row.more.follow(
            lambda: bullets(
                face.name, kind, ago(when), full, outcome_text(thing), self.said(thing.account_id, thing.error)
            )
        )
        row.toggled.connect(lambda on: (self._opened.add if on else self._opened.discard)(thing.id))
        row.opened_item.connect(self.opened_item)
        row.asked_list.connect(self.asked_list)
        return row
