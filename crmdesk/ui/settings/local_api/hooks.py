"""Hooks: where changes are sent to, what came of the last delivery, and once more; and why none comes in by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.reports import DeliveryState, Hook
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.settings.local_api.lists import Deed, Line, ListRow
from crmdesk.ui.settings.local_api.shown_once import ShownOnce
from crmdesk.ui.settings.rows import Choices, Switch
from crmdesk.ui.wording.phrases import ago, bullets, one_line
from crmdesk.ui.wording.settings import API_HOOKS, told

_ALL = "*"


class HooksRow(ListRow):
    """Every hook with its last delivery; below them a new one is made."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(told(API_HOOKS), parent)
        self._desk, self._tasks = desk, tasks
        self.url = QLineEdit(self)
        self.url.setPlaceholderText("https://example.com/hook")
        self.url.setAccessibleName(self.tr("Address of a new hook"))
        self.events = Choices(self.tr("What it is told"), self)
        for types, text in (
            (_ALL, self.tr("All changes")),
            ("contact.*", self.tr("Contacts")),
            ("property.*", self.tr("Properties")),
            ("deal.*", self.tr("Deals")),
            ("event.*", self.tr("Events")),
            ("sync.failed conflict.opened problem.opened", self.tr("Trouble alone")),
        ):
            self.events.addItem(text, types)
        self.local = Switch(self.tr("It may lead to this computer or into my own network"), self)
        self.make = QPushButton(self.tr("New hook"), self)
        self.make.setAutoDefault(False)
        self.make.clicked.connect(self._make)
        self.url.returnPressed.connect(self._make)
        self.foot.addWidget(self.url, 0, 0, 1, 2)
        self.foot.addWidget(self.events, 1, 0)
        self.foot.addWidget(self.make, 1, 1)
        self.foot.addWidget(self.local, 2, 0, 1, 2)
        incoming = Label(
            self.tr(
                "No CRM can call a program on a desk, and we run no relay. What works: incremental pulls on a short"
                " schedule (there already)."
            ),
            size=FontSize.SMALL,
            secondary=True,
            wrap=True,
            parent=self,
        )
        self.column.addWidget(incoming)
        self.refresh()

    def refresh(self) -> None:
        self.show_lines([self._line(hook) for hook in self._desk.hooks.all()], self.tr("No hook yet."))

    def _line(self, hook: Hook) -> Line:
        last = self.tr("Nothing was sent yet")
        if hook.last_at is not None:
            last = bullets(ago(hook.last_at), one_line(hook.last_status, 80))
        local = self.tr("may lead into your network") if hook.local else ""
        made = self.tr("made by the key {name}").format(name=one_line(hook.key, 40)) if hook.key else ""
        deeds: list[Deed] = [
            (self.tr("Send again"), "quiet", lambda: self._tasks.start(self._again(hook), what=self.tr("Send again"))),
            (
                self.tr("Remove"),
                "quiet",
                lambda: self._tasks.start(self._remove(hook), what=self.tr("Remove the hook")),
            ),
        ]
        says = (bullets(", ".join(hook.events), local, made), last)
        return Line(one_line(hook.url, 200), says, deeds, self, one_line(hook.pause_reason, 200))

    async def _again(self, hook: Hook) -> None:
        """The last delivery that came to nothing once more, else a message that says nothing."""
        failed = next(
            (one for one in self._desk.hooks.deliveries(hook.id) if one.state is not DeliveryState.DELIVERED), None
        )
        if failed is None:
            await self._desk.hooks.test(hook.id)
        else:
            await self._desk.hooks.again(failed.id)
        self.refresh()

    async def _remove(self, hook: Hook) -> None:
        await self._desk.hooks.remove(hook.id)
        self.refresh()

    def _make(self) -> None:
        if self.url.text().strip():
            self._tasks.start(self._made(), what=self.tr("Make the hook"))

    async def _made(self) -> None:
        types = str(self.events.currentData()).split()
        local = self.local.box.isChecked()
        hook, secret = await self._desk.hooks.add(self.url.text().strip(), types, local=local)
        self.url.clear()
        self.local.box.setChecked(False)
        self.refresh()
        ShownOnce(
            self.tr("The secret of the hook"),
            self.tr(
                "Its messages are signed with this secret (Standard Webhooks). It is shown this once: keep it where"
                " the messages arrive."
            ),
            [(one_line(hook.url, 200), secret)],
            self,
        ).open()
