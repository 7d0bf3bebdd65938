"""One receipt of the activity: its figures lead to what they count, and a click anywhere opens all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.outbox import OutboxEntry
from crmdesk.domain.reports import Change, Run
from crmdesk.ui.attention.rows import ListRow, link, names_of
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_editors.flow_layout import FlowLayout
from crmdesk.ui.card.field_editors.tool_button import IconButton
from crmdesk.ui.card.field_row.origin_badges import Face
from crmdesk.ui.card.state.provenance import action_text
from crmdesk.ui.look.badges import Badge
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.sync_panel.words import receipt, receipt_parts
from crmdesk.ui.wording.phrases import absolute, bullets, field_title, numbered, tooltip, value_text

LINES = 100  # shown of what a figure counts
ALL = ""  # everything that a receipt counts


class ReceiptRow(ListRow):
    """A run, or what was sent between two; `asked_list(what, account)` for figures that have a list of their own."""

    toggled = Signal(bool)
    opened_item = Signal(int)
    asked_list = Signal(str, int)

    def __init__(self, run: Run, face: Face, desk: Desk, tasks: Tasks, parent: QWidget, *, opened: bool) -> None:
        super().__init__(False, "", parent)
        self._run, self._desk, self._tasks = run, desk, tasks
        self._shown: str | None = None  # the figure whose list is open
        self.line.addWidget(Badge(face.provider, face.title, face.name, self), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self._figures())
        self.more = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=self)
        self.more.setToolTip(tooltip(self._whole()))
        text.addWidget(self.more)
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(2)
        self._inside.hide()
        text.addWidget(self._inside)
        self.line.addLayout(text, 1)
        self._can_open = bool(run.new or run.changed or run.sent)
        self.unfold = IconButton("chevron-right", self.tr("Show what changed"), self)
        self.unfold.setEnabled(self._can_open)
        self.unfold.clicked.connect(self._toggle)
        self.line.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignTop)
        if self._can_open:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if opened:
            self._open(ALL)

    def _figures(self) -> QWidget:
        """The receipt, its figures as links."""
        shown = QWidget(self)
        shown.setAccessibleName(receipt(self._run))
        flow = FlowLayout(shown, gap=6, line_gap=0)
        for sentence in receipt_parts(self._run):
            for what, said in sentence:
                flow.addWidget(self._figure(what, said, shown) if what else Label(said, parent=shown))
        return shown

    def _figure(self, what: str, said: str, parent: QWidget) -> QWidget:
        return link(said, self.tr("List: {figure}").format(figure=said), lambda: self._ask(what), parent)

    def _ask(self, what: str) -> None:
        if what in ("problems", "conflicts"):
            self.asked_list.emit(what, self._run.account_id)
        elif self._shown == what:
            self._close()
        else:
            self._open(what)

    def _whole(self) -> str:
        run = self._run
        if run.id < 0:
            return absolute(run.ended_at)
        asked = numbered(self.tr("%Ln request(s)", "", run.requests), run.requests)
        return bullets(absolute(run.started_at), self.tr("{seconds} s").format(seconds=f"{run.seconds:.1f}"), asked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._can_open and event.button() is Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (
            self._can_open
            and event.button() is Qt.MouseButton.LeftButton
            and self.rect().contains(event.position().toPoint())
        ):
            self._toggle()

    def _toggle(self) -> None:
        if self._shown is None:
            self._open(ALL)
        else:
            self._close()

    def _close(self) -> None:
        self._shown = None
        self._inside.hide()
        self.unfold.show_as("chevron-right", self.tr("Show what changed"))
        self.toggled.emit(False)

    def _open(self, what: str) -> None:
        self._shown = what
        self._inside.show()
        self.unfold.show_as("chevron-down", self.tr("Hide what changed"))
        self._tasks.replace(self, self._fill(what), what=self.tr("Read what changed"))
        self.toggled.emit(True)

    async def _fill(self, what: str) -> None:
        run, total = self._run, 0
        new: list[int] = []
        sent: list[OutboxEntry] = []
        changes: list[Change] = []
        if run.new and what in (ALL, "new"):
            new = await self._desk.newcomers(run, LINES)
            total += run.new - len(new)
        if run.sent and what in (ALL, "sent"):
            sent = await self._desk.sent_during(run, LINES)
            total += run.sent - len(sent)
        if run.changed and what in (ALL, "changed"):
            changes, all_changes = await self._desk.run_changes(run.id, LINES)
            total += all_changes - len(changes)
        names = names_of(self._desk, [*new, *(one.item_id for one in sent), *(one.item_id for one in changes)])
        if self._shown != what:
            return
        self._clear()
        for change in changes:
            old, now = (value_text(run.kind, change.field, value, 60) for value in (change.old, change.new))
            self._add(change.item_id, names, f"{field_title(run.kind, change.field)}: {old} → {now}")
        for entry in sent:
            self._add(entry.item_id, names, self.tr("Sent: {what}").format(what=action_text(entry)))
        for id_ in new:
            self._add(id_, names, self.tr("New here") if what == ALL else "")
        if total > 0:
            left = numbered(self.tr("and %Ln more", "", total), total)
            self._column.addWidget(Label(left, secondary=True, parent=self._inside))

    def _clear(self) -> None:
        while (held := self._column.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, id_: int, names: dict[int, str], said: str) -> None:
        name = names.get(id_) or self.tr("No name")
        says = self.tr("Open {name}").format(name=name)
        button = link(bullets(name, said), says, lambda: self.opened_item.emit(id_), self._inside)
        button.setFont(font(FontSize.SMALL))
        button.setIcon(icon("person", "secondary"))
        button.setIconSize(QSize(12, 12))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
