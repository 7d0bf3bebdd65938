"""The main window: three panes, bars above and below, and who hears what."""

from __future__ import annotations

import time

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from crmdesk.desk import Desk, SidebarCounts
from crmdesk.ui.actions import Actions, theme_menu
from crmdesk.ui.bridge import Announcement, Bridge
from crmdesk.ui.contact_table import ContactTable
from crmdesk.ui.deeds import Deeds
from crmdesk.ui.demo_strip import DemoStrip
from crmdesk.ui.icons import icon
from crmdesk.ui.labels import Surface
from crmdesk.ui.marks import Hairline
from crmdesk.ui.messages import MessageCard
from crmdesk.ui.navigator import Navigator
from crmdesk.ui.panes import Panes
from crmdesk.ui.places import Place, What
from crmdesk.ui.room import Room
from crmdesk.ui.shortcuts import say
from crmdesk.ui.sidebar import Sidebar
from crmdesk.ui.status_bar import StatusLine
from crmdesk.ui.tasks import Tasks
from crmdesk.ui.theme import Theme
from crmdesk.ui.top_bar import TopBar
from crmdesk.ui.window_state import WindowState

FIGURES_SECONDS = 0.4  # between two readings of all counts while contacts stream in


class MainWindow(QMainWindow):
    """`closing` when the user wants to quit: whoever runs the program ends it in order."""

    closing = Signal()
    demo_asked = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, *, demo: bool = False) -> None:
        super().__init__()
        self.desk, self.tasks, self.theme, self.demo = desk, tasks, theme, demo
        self.setWindowTitle(self.tr("CRM Desk – demo") if demo else self.tr("CRM Desk"))
        self.setWindowIcon(icon("logo", "accent"))
        self._may_close = False
        self.counts: SidebarCounts | None = None
        self.table = ContactTable(desk, tasks)
        self.sidebar = Sidebar()
        self.status = StatusLine()
        self.middle = QStackedWidget()
        self.middle.addWidget(self.table)
        self.panes = Panes(self)
        self.deeds = Deeds(self)
        self.actions_ = Actions(self, self.table.view, self.deeds.table())
        menus = self.actions_.fill(self.menuBar())
        self._themes = theme_menu(self, theme.scheme, self.deeds.choose_theme)
        self.top = TopBar(self.actions_, self._sync_menu(), self._themes)
        self.navigator = Navigator(self)
        self._complete_menus(menus)
        self._lay_out()
        self.room = Room(self)
        self.state = WindowState(self)
        self.bridge = Bridge(desk, self)
        self._figures_at = 0.0
        self._figures = QTimer(self)
        self._figures.setSingleShot(True)
        self._figures.timeout.connect(self.refresh_figures)
        self._connect()
        self.resize(QSize(1280, 800))

    # Building

    def _lay_out(self) -> None:
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setHandleWidth(1)
        across.setChildrenCollapsible(False)
        self.beside = QSplitter(Qt.Orientation.Horizontal)
        self.beside.setHandleWidth(1)
        self.beside.setChildrenCollapsible(False)
        self.beside.addWidget(self.middle)
        across.addWidget(self.sidebar)
        across.addWidget(self.beside)
        across.setStretchFactor(1, 1)
        across.setSizes([208, 1072])
        self.across = across
        self.down = QSplitter(Qt.Orientation.Vertical)
        self.down.setHandleWidth(1)
        self.down.setChildrenCollapsible(False)
        self.down.addWidget(across)
        self.down.setStretchFactor(0, 1)
        central = Surface(QPalette.ColorRole.Window)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.demo:
            strip = DemoStrip()
            strip.left.connect(self.close)
            column.addWidget(strip)
        for widget in (self.top, Hairline()):
            column.addWidget(widget)
        column.addWidget(self.down, 1)
        self.messages = MessageCard(central, across)
        column.addWidget(Hairline())
        column.addWidget(self.status)
        self.setCentralWidget(central)
        self._order = (self.top.search, self.sidebar, self.table)
        for first, second in zip(self._order, self._order[1:], strict=False):
            QWidget.setTabOrder(first, second)

    def _sync_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for id_ in ("sync", "sync_account", "sync_full", "cancel", "pause", "outbox", "runs"):
            if id_ in ("pause", "outbox"):
                menu.addSeparator()
            menu.addAction(self.actions_[id_])
        return menu

    def _complete_menus(self, menus: dict[str, QMenu]) -> None:
        menus["View"].addMenu(self._themes)  # the one of the bar, so that their ticks agree
        menus["Edit"].aboutToShow.connect(self.panes.name_undo)
        places = menus["View"].addMenu(say("Go to"))
        places.aboutToShow.connect(lambda: self._fill_places(places))
        for number in range(1, 10):
            key = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            key.activated.connect(lambda n=number: self._go_to(n))

    def _fill_places(self, menu: QMenu) -> None:
        menu.clear()
        for number, (place, title) in enumerate(self.sidebar.places(), 1):
            action = menu.addAction(title.replace("&", "&&"))
            if number < 10:
                action.setText(f"{action.text()}\tCtrl+{number}")
            action.triggered.connect(lambda _=False, place=place: self.sidebar.go(place))

    def _go_to(self, number: int) -> None:
        places = self.sidebar.places()
        if number <= len(places):
            self.sidebar.go(places[number - 1][0])

    def _connect(self) -> None:
        self.bridge.announced.connect(self._hear)
        self.tasks.failed.connect(self.messages.fail)
        self.top.attention_asked.connect(lambda: self.sidebar.go(Place(What.ATTENTION)))
        self.top.search.left.connect(self.table.setFocus)
        self.table.search_asked.connect(self.deeds.find)
        self.table.opened.connect(self.deeds.edit)
        self.table.menu_asked.connect(self.deeds.open_menu)
        self.table.copied.connect(self.messages.note)
        self.sidebar.menu_asked.connect(self.deeds.open_account_menu)
        self.status.saved.clicked.connect(lambda: self.panes.show_list("outbox"))
        self.table.listing.editing = self.panes.is_editing

    # The desk speaks

    def start(self) -> None:
        """Show what the desk holds; call when the loop runs."""
        self.table.load_accounts()
        self.state.restore()
        self.refresh_figures()
        self.navigator.start()
        self.table.setFocus()

    def refresh_figures(self) -> None:
        """Show counts and states as they are now."""
        self._figures.stop()
        self._figures_at = time.monotonic()
        accounts, counts = self.desk.accounts(), self.desk.counts()
        self.counts = counts
        self.sidebar.refresh(accounts, counts)
        self.panes.show_accounts(accounts)
        self.top.set_attention(counts.attention)
        self.status.set_waiting(
            sum(status.pending + status.uncertain for status in accounts), sum(status.parked for status in accounts)
        )
        self.deeds.allow(accounts)
        self.navigator.show_kinds()

    def _hear(self, announcement: Announcement) -> None:
        self.table.hear(announcement)
        self.panes.refresh(announcement)
        if not self._figures.isActive():
            wait = 0.0 if announcement.accounts else self._figures_at + FIGURES_SECONDS - time.monotonic()
            self._figures.start(max(0, round(1000 * wait)))
        self.status.set_running(announcement.runs.values(), self.table.model.accounts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fit(event.size().width())

    # Closing

    def leave(self) -> None:
        """Close the window, as its close button does."""
        self.close()

    def quit_now(self) -> None:
        """Close without asking."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close and not self.panes.may_quit(self.quit_now):
            event.ignore()
            return
        event.ignore()  # the window goes when the program has ended its work
        self.state.save()
        self.hide()
        self.closing.emit()

    def raise_up(self) -> None:
        """Come to the front: somebody started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)
