"""What the desk did: each run as a receipt, filtered, and opened down to the records it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Change, Run
from crmdesk.ui.attention.outbox import SentList
from crmdesk.ui.attention.rows import ListRow, ThingList, link, names_of
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_editors.tool_button import IconButton
from crmdesk.ui.look.badges import Badge
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.look.tokens import HALF
from crmdesk.ui.sync_panel.words import has_trouble, outcome_text, receipt
from crmdesk.ui.wording.kinds import plural
from crmdesk.ui.wording.phrases import absolute, ago, bullets, field_title, numbered, tooltip, value_text

_FILTER = """QPushButton { padding: 2px 6px; min-height: 20px; }
QPushButton:checked { background: palette(midlight); }"""
LINES = 100  # changed records shown of a run
LOOKED = 400  # runs looked through for a filter


class ActivityList(ThingList[Run]):
    """Runs, newest first."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._filters: dict[str, Callable[[Run], bool]] = {
            "all": lambda run: True,
            "problems": has_trouble,
            "conflicts": lambda run: run.conflicts > 0,
        }
        self._filter = "all"
        self._opened: set[int] = set()
        self.bar.setSpacing(HALF)
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
            self.bar.addWidget(button)
        self.bar.addStretch(1)
        self.history = QPushButton(self.tr("History…"), self)
        self.history.setProperty("look", "quiet")
        self.history.setFont(font(FontSize.SMALL))
        self.history.setStyleSheet(_FILTER)
        self.history.setToolTip(tooltip(self.tr("Every sync as a table")))
        self.history.clicked.connect(self.open_history)
        self.bar.addWidget(self.history)
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
            return await self.desk.runs(self.account_id, limit)
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
        row = ListRow(False, "", self)
        row.line.addWidget(Badge(face.provider, face.title, face.name, row), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Label(receipt(thing), wrap=True, parent=row))
        when = thing.ended_at or thing.started_at
        full = self.tr("compared everything") if thing.full else ""
        kind = "" if thing.kind is Kind.CONTACT else plural(thing.kind)
        more = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=row)
        more.follow(
            lambda: bullets(
                face.name, kind, ago(when), full, outcome_text(thing), self.said(thing.account_id, thing.error)
            )
        )
        more.setToolTip(tooltip(self._whole(thing)))
        text.addWidget(more)
        inside = QWidget(row)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        inside.hide()
        text.addWidget(inside)
        row.line.addLayout(text, 1)
        changes = thing.new or thing.changed or thing.sent or thing.removed
        unfold = IconButton("chevron-right", self.tr("Show what changed"), row)
        unfold.setEnabled(bool(changes))
        unfold.clicked.connect(lambda: self._unfold(thing, unfold, inside))
        row.line.addWidget(unfold, 0, Qt.AlignmentFlag.AlignTop)
        if thing.id in self._opened:
            self._unfold(thing, unfold, inside)
        return row

    def _whole(self, run: Run) -> str:
        asked = numbered(self.tr("%Ln request(s)", "", run.requests), run.requests)
        took = self.tr("{seconds} s").format(seconds=f"{run.seconds:.1f}")
        return bullets(absolute(run.started_at), took, asked)

    def _unfold(self, run: Run, button: IconButton, inside: QWidget) -> None:
        if inside.isVisible():
            inside.hide()
            self._opened.discard(run.id)
            button.show_as("chevron-right", self.tr("Show what changed"))
            return
        self._opened.add(run.id)
        inside.show()
        button.show_as("chevron-down", self.tr("Hide what changed"))
        if not inside.findChildren(QWidget):
            self.tasks.start(self._fill(run, inside), what=self.tr("Read what changed"))

    async def _fill(self, run: Run, inside: QWidget) -> None:
        changes, total = await self.desk.run_changes(run.id, LINES)
        names = names_of(self.desk, [change.item_id for change in changes])
        if run.id not in self._opened:
            return
        layout = inside.layout()
        if layout is None or layout.count():
            return
        for change in changes:
            layout.addWidget(self._change(run, change, names, inside))
        if total > len(changes):
            n = total - len(changes)
            layout.addWidget(Label(numbered(self.tr("and %Ln more", "", n), n), secondary=True, parent=inside))
        if not changes:
            said = self.tr("No value changed: new contacts came, or what was sent was already yours.")
            layout.addWidget(Label(said, size=FontSize.SMALL, secondary=True, wrap=True, parent=inside))

    def _change(self, run: Run, change: Change, names: dict[int, str], inside: QWidget) -> QWidget:
        name = names.get(change.item_id) or self.tr("No name")
        old, new = (value_text(run.kind, change.field, value, 60) for value in (change.old, change.new))
        text = f"{bullets(name, field_title(run.kind, change.field))}: {old} → {new}"
        says = self.tr("Open {name}").format(name=name)
        button = link(text, says, lambda: self.opened_item.emit(change.item_id), inside)
        button.setFont(font(FontSize.SMALL))
        button.setIcon(icon("person", "secondary"))
        button.setIconSize(QSize(12, 12))
        return button
