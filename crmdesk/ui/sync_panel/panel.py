"""The sync panel: how each account stands, and below or beside it what was done, what waits and what needs somebody."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QSplitter, QTabBar, QTabWidget, QVBoxLayout, QWidget

from crmdesk.desk import AccountStatus, Desk
from crmdesk.domain.signals import RunProgress
from crmdesk.domain.signals import Signal as DeskSignal
from crmdesk.ui.attention.conflicts import ConflictsList
from crmdesk.ui.attention.outbox import OutboxList
from crmdesk.ui.attention.problems import ProblemsList
from crmdesk.ui.attention.rows import ThingList
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_row.origin_badges import Faces
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label, Surface
from crmdesk.ui.look.theme import Theme
from crmdesk.ui.sync_panel.account_menu import AccountMenu
from crmdesk.ui.sync_panel.account_row import AccountRow
from crmdesk.ui.sync_panel.activity import ActivityList
from crmdesk.ui.wording.phrases import count

INTERVAL = 0.4  # seconds between two readings
NARROWEST = 56  # device-independent pixels of a heading whose words are shortened


class _Headings(QTabBar):
    """Where there is little room, the words are shortened; nothing is scrolled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(NARROWEST, super().minimumTabSizeHint(index).height())


class SyncPanel(Surface):
    """`open_list(what, account)` when a figure is pressed: outbox, conflicts, problems, contacts; "item" has its id."""

    open_list = Signal(str, int)

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(QPalette.ColorRole.Window, parent)
        self._desk, self._tasks = desk, tasks
        self.menu = AccountMenu(desk, tasks, self)
        self._faces = Faces(desk)
        self.account_rows: dict[int, AccountRow] = {}
        self._statuses: dict[int, AccountStatus] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        outer.addWidget(split)
        split.addWidget(self._build_accounts())
        self.tabs = self._build_tabs()
        split.addWidget(self.tabs)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setSizes([440, 760])
        self._read_at = 0.0
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._read)
        if theme is not None:
            theme.changed.connect(self.refresh)

    def _build_accounts(self) -> QWidget:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Accounts"))
        area.setMinimumWidth(330)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        says = self.tr("No CRM is connected yet. Connecting one brings its contacts here and writes nothing there.")
        self._empty = Label(says, secondary=True, wrap=True, parent=inside)
        self._empty.setMargin(16)
        self._column.addWidget(self._empty)
        self.connect_crm = QPushButton(self.tr("Connect a CRM…"), inside)
        self.connect_crm.setProperty("look", "link")
        self.connect_crm.clicked.connect(self._connect)
        self.connect_crm.setIcon(icon("add", "accent"))
        self.connect_crm.setStyleSheet("QPushButton { margin: 4px 12px; }")
        self._column.addWidget(self.connect_crm, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)
        area.setWidget(inside)
        return area

    def _build_tabs(self) -> QTabWidget:
        tabs = QTabWidget(self)
        tabs.setTabBar(_Headings(tabs))
        tabs.setAccessibleName(self.tr("Lists of the sync"))
        tabs.setDocumentMode(True)
        tabs.setMinimumWidth(360)
        tabs.tabBar().setDrawBase(False)
        tabs.tabBar().setAccessibleName(self.tr("Lists"))
        tabs.setAccessibleName(self.tr("Lists"))
        self.activity = ActivityList(self._desk, self._tasks, tabs)
        self.outbox = OutboxList(self._desk, self._tasks, tabs)
        self.conflicts = ConflictsList(self._desk, self._tasks, tabs)
        self.problems = ProblemsList(self._desk, self._tasks, tabs)
        self.outbox.hand_over_asked.connect(lambda account_id: self.act("hand_over", account_id))
        self.problems.asked.connect(self._act_for_problem)
        self.activity.asked_list.connect(self.show_list)
        self._titles = {
            "runs": self.tr("Activity"),
            "outbox": self.tr("Waiting"),
            "conflicts": self.tr("Changed in both places"),
            "problems": self.tr("Problems"),
        }
        for what, page in self.lists.items():
            tabs.addTab(page, self._titles[what])
            page.opened_item.connect(lambda id_: self.open_list.emit("item", id_))
            if what != "runs":
                page.counted.connect(lambda n, what=what: self._say_count(what, n))
        tabs.currentChanged.connect(lambda _index: self._refresh_list())
        return tabs

    @property
    def lists(self) -> dict[str, ThingList[Any]]:
        """The lists by the name that figures call them."""
        return {
            "runs": self.activity,
            "outbox": self.outbox,
            "conflicts": self.conflicts,
            "problems": self.problems,
        }

    def _say_count(self, what: str, n: int) -> None:
        title = self._titles[what]
        self.tabs.setTabText(list(self.lists).index(what), f"{title} ({count(n)})" if n else title)

    # Showing

    def refresh(self) -> None:
        """Read accounts and the shown list again: a few times a second at most, and not while hidden."""
        if self._soon.isActive():
            return
        since = time.monotonic() - self._read_at
        self._soon.start(max(0, round((INTERVAL - since) * 1000)) if self._read_at else 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()

    def _read(self) -> None:
        if self.isVisible():
            self.read()

    def read(self) -> None:
        """Read accounts and the shown list now."""
        self._read_at = time.monotonic()
        self._refresh_accounts()
        self._refresh_list()
        for what in ("outbox", "conflicts", "problems"):
            figures = [self._count_of(what, status) for status in self._statuses.values()]
            if self.lists[what] is not self.tabs.currentWidget():
                self._say_count(what, sum(figures))

    def _count_of(self, what: str, status: AccountStatus) -> int:
        if what == "outbox":
            return status.on_its_way + status.parked
        return status.conflicts if what == "conflicts" else status.causes

    def show_accounts(self, statuses: Sequence[AccountStatus]) -> None:
        """Show how the accounts with a row stand now, as somebody else has just read it."""
        for status in statuses if self.isVisible() else ():
            if (row := self.account_rows.get(status.account.id)) is not None:
                self._statuses[status.account.id] = status
                row.show_status(status)

    def _refresh_accounts(self) -> None:
        faces = self._faces.read()
        self._statuses = {status.account.id: status for status in self._desk.accounts()}
        for account_id in [id_ for id_ in self.account_rows if id_ not in self._statuses]:
            row = self.account_rows.pop(account_id)
            row.hide()
            row.deleteLater()
        for index, (account_id, status) in enumerate(self._statuses.items()):
            row_or_none = self.account_rows.get(account_id)
            if row_or_none is not None and row_or_none.face == faces[account_id]:
                row_or_none.show_status(status)
                continue
            if row_or_none is not None:
                row_or_none.hide()
                row_or_none.deleteLater()
            row = self._make_row(status, AccountRow(status, faces[account_id], self))
            self._column.insertWidget(index, row)
        self._empty.setVisible(not self._statuses)
        says = self.tr("Connect another CRM…") if self._statuses else self.tr("Connect a CRM…")
        self.connect_crm.setText(says)

    def _make_row(self, status: AccountStatus, row: AccountRow) -> AccountRow:
        id_ = status.account.id
        row.acted.connect(lambda what: self.act(what, id_))
        row.opened.connect(lambda what: self.show_list(what, id_))
        row.asked_menu.connect(lambda: self.menu.open_below(row.menu, self._statuses[id_]))
        self.account_rows[id_] = row
        return row

    def _refresh_list(self) -> None:
        page = self.tabs.currentWidget()
        if isinstance(page, ThingList):
            page.refresh()

    def show_list(self, what: str, account_id: int | None) -> None:
        """Show the list behind a figure, of one account or of all."""
        page = self.lists.get(what)
        if page is None:
            self.open_list.emit(what, account_id or 0)
            return
        page.account_id = account_id
        if self.tabs.currentWidget() is page:
            page.refresh()
        else:
            self.tabs.setCurrentWidget(page)
        self.open_list.emit(what, account_id or 0)

    def show_activity(self) -> None:
        """Show what was done, where what needs somebody is shown elsewhere."""
        self.tabs.setCurrentWidget(self.activity)

    def on_signal(self, signal: DeskSignal) -> None:
        """Follow one announcement; progress is shown without reading anything."""
        if isinstance(signal, RunProgress) and signal.run.outcome is None and not signal.sending:
            row = self.account_rows.get(signal.run.account_id)
            if row is not None:
                row.show_progress(signal.run, signal.total)

    # Acting

    def act(self, what: str, account_id: int) -> None:
        """Do what the button of an account says."""
        status = self._statuses[account_id]
        match what:
            case "cancel":
                self._desk.cancel(account_id)
            case "reconnect":
                self.menu.reconnect(status.account)
            case "review":
                self.menu.review(status.account)
            case "hand_over":
                self.menu.hand_over(status.account)
            case "resume":
                self._tasks.start(self._desk.resume(account_id), what=self.tr("Resume the account"))
            case "conflicts" | "problems":
                self.show_list(what, account_id)
            case _:
                self._tasks.start(self._desk.sync([account_id]), what=self.tr("Sync now"))

    def _act_for_problem(self, what: str, account_id: int) -> None:
        if account_id in self._statuses:
            self.act(what, account_id)

    def _connect(self) -> None:
        from crmdesk.ui.connect.dialog import open_add_account  # 69 ms

        open_add_account(self, self._desk, self._tasks)
