"""The page of what needs somebody: problems, what was changed in both places, and what was not accepted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.ui.attention.conflicts import ConflictsList
from crmdesk.ui.attention.outbox import OutboxList
from crmdesk.ui.attention.problems import ProblemsList
from crmdesk.ui.attention.rows import ThingList
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.labels import Label, Surface
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.sync_panel.account_menu import AccountMenu
from crmdesk.ui.wording.phrases import count


class AttentionPage(Surface):
    """Everything that waits for a decision, grouped; act on one or on many. `opened_item(id)` shows whose it is."""

    opened_item = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(QPalette.ColorRole.Base, parent)
        self._desk = desk
        self.menu = AccountMenu(desk, tasks, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        title = Label(self.tr("Needs attention"), size=FontSize.TITLE, strong=True, parent=self)
        title.setContentsMargins(16, 0, 16, 0)
        column.addWidget(title)
        self.hint = Label(secondary=True, wrap=True, parent=self)
        self.hint.setContentsMargins(16, 0, 16, 4)
        column.addWidget(self.hint)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(self.tr("Lists"))
        self.tabs.setAccessibleName(self.tr("Lists"))
        column.addWidget(self.tabs, 1)
        self.problems = ProblemsList(desk, tasks, self)
        self.conflicts = ConflictsList(desk, tasks, self)
        self.parked = OutboxList(desk, tasks, self, parked_only=True)
        self.problems.asked.connect(self._act)
        self._counts: dict[int, int] = {}
        for index, (text, page) in enumerate(self._groups()):
            self.tabs.addTab(page, text)
            page.counted.connect(lambda n, index=index, text=text: self._say(index, text, n))
            page.opened_item.connect(self.opened_item)

    def _groups(self) -> list[tuple[str, ThingList[Any]]]:
        return [
            (self.tr("Problems"), self.problems),
            (self.tr("Changed in both places"), self.conflicts),
            (self.tr("Not accepted"), self.parked),
        ]

    def _say(self, index: int, text: str, n: int) -> None:
        self.tabs.setTabText(index, f"{text} ({count(n)})" if n else text)
        self._counts[index] = n
        none = self.tr("Nothing needs you. Every change was accepted.")
        some = self.tr("Nothing is lost, and everything else keeps syncing.")
        self.hint.setText(some if any(self._counts.values()) else none)

    def refresh(self) -> None:
        """Read all three lists again."""
        for _text, page in self._groups():
            page.refresh()

    def open(self, what: str, account_id: int | None = None) -> None:
        """Show one group (problems, conflicts, outbox), of one account or of all."""
        pages: dict[str, ThingList[Any]] = {"conflicts": self.conflicts, "outbox": self.parked}
        page = pages.get(what, self.problems)
        for _text, other in self._groups():
            other.account_id = account_id
        self.tabs.setCurrentWidget(page)
        self.refresh()

    def _act(self, what: str, account_id: int) -> None:
        status = next((status for status in self._desk.accounts() if status.account.id == account_id), None)
        if status is None:
            return
        if what == "review":
            self.menu.review(status.account)
        else:
            self.menu.reconnect(status.account)
