"""The main window: three panes, bars above and below, and who hears what."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from crmdesk.desk import NEW_DRAFT, Desk, SidebarCounts
from crmdesk.domain.fields import Kind
from crmdesk.ui.background.signal_bridge import Announcement, Bridge
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.background.tray import Tray
from crmdesk.ui.bars.demo_strip import DemoStrip
from crmdesk.ui.bars.search_box import SearchBox
from crmdesk.ui.bars.sidebar import Sidebar
from crmdesk.ui.bars.status_bar import StatusLine
from crmdesk.ui.bars.toasts import MessageCard
from crmdesk.ui.bars.top_bar import TopBar
from crmdesk.ui.keyboard.mnemonics import keep_marked
from crmdesk.ui.keyboard.reading_order import step
from crmdesk.ui.look.badges import Hairline
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Surface
from crmdesk.ui.look.theme import Theme
from crmdesk.ui.many.palette.host import PaletteHost
from crmdesk.ui.many.selection.host import SelectionHost
from crmdesk.ui.many.undo.host import UndoHost
from crmdesk.ui.many.views.host import ViewsHost
from crmdesk.ui.matches.places.host import MatchesHost
from crmdesk.ui.settings.host import SettingsHost
from crmdesk.ui.table.table_pane import ContactTable
from crmdesk.ui.window.actions import Actions, sync_menu, theme_menu, tick
from crmdesk.ui.window.command_states import CommandStates
from crmdesk.ui.window.commands import WindowCommands
from crmdesk.ui.window.linking import Linking, why_not_linked
from crmdesk.ui.window.moving.card_history import CardHistory
from crmdesk.ui.window.moving.places_menu import PlacesMenu
from crmdesk.ui.window.navigation import Navigation
from crmdesk.ui.window.pane_host import PaneHost
from crmdesk.ui.window.places import Place, What
from crmdesk.ui.window.remembered_state import RememberedState
from crmdesk.ui.window.responsive_layout import ResponsiveLayout
from crmdesk.ui.window.shortcuts import say
from crmdesk.ui.window.subject import Subject
from crmdesk.ui.wording.settings import Page

FIGURES_SECONDS = 0.4  # between two readings of all counts while contacts stream in


class MainWindow(QMainWindow):
    """`closing` when the user wants to quit: whoever runs the program ends it in order."""

    closing = Signal()
    demo_asked = Signal()
    undoing: UndoHost
    selection: SelectionHost
    palette_host: PaletteHost
    views: ViewsHost
    settings: SettingsHost
    cards: CardHistory
    anew_asked = Signal()  # other words or a larger text are wanted: a window made anew has them
    restore_asked = Signal(object)  # a backup is to take the database's place

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, *, demo: bool = False) -> None:
        super().__init__()
        self.desk, self._theme = desk, theme
        self.setWindowTitle(self.tr("CRM Desk – demo") if demo else self.tr("CRM Desk"))
        self.setWindowIcon(icon("logo", "accent"))
        self._may_close = self._leaving = False
        self.counts: SidebarCounts | None = None
        self.table = ContactTable(desk, tasks)
        self.sidebar = Sidebar()
        self.search = SearchBox()
        self.status = StatusLine()
        self.middle = QStackedWidget()
        self.middle.addWidget(self.table)
        self._divide()
        ground = Surface(QPalette.ColorRole.Window)
        self.messages = MessageCard(ground, self.middle, self.status)
        self._make_helpers(desk, tasks, demo=demo)
        self._complete_menus(self.actions_.fill(self.menuBar()))
        self._lay_out(ground, demo=demo)
        self.bridge = Bridge(desk, self)
        self._figures_at = 0.0
        self._figures = QTimer(self)
        self._figures.setSingleShot(True)
        self._figures.timeout.connect(self.refresh_figures)
        self._connect(tasks)
        self.resize(QSize(1280, 800))

    # Building

    def _divide(self) -> None:
        """The panes: sidebar, list and editor across, the sync panel below."""
        self.across, self.beside = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Horizontal)
        self.down = QSplitter(Qt.Orientation.Vertical)
        for splitter in (self.across, self.beside, self.down):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self.beside.addWidget(self.middle)
        self.across.addWidget(self.sidebar)
        self.across.addWidget(self.beside)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes([208, 1072])
        self.down.addWidget(self.across)
        self.down.setStretchFactor(0, 1)

    def _make_helpers(self, desk: Desk, tasks: Tasks, *, demo: bool) -> None:
        """Each is given what it uses; none knows the window."""
        splitters = {"across": self.across, "beside": self.beside, "down": self.down}
        self.responsive = ResponsiveLayout(self.across, self.beside, self.sidebar)
        self.state = RememberedState(desk, tasks, self.table, self.sidebar, splitters, self.responsive)
        self.navigation = Navigation(desk, self.sidebar, self.search, self.table, self.middle, self.status, self.state)
        self.panes = PaneHost(
            *(desk, tasks, self._theme, self.table, self.middle, splitters),
            *(self.responsive, self.state, self.navigation.is_at, demo),
        )
        self.matches = MatchesHost(desk, tasks, self.middle, self.panes.make_room)
        self._linking = Linking(desk, tasks, self.table, self.messages)
        self.subject = Subject(self.table.view, self.panes.shown_item, lambda: self.navigation.place.what is What.TRASH)
        self.commands = WindowCommands(
            *(desk, tasks, self, self.table, self.sidebar, self.search),
            *(self.messages, self.navigation, self.panes, self._linking, self.subject),
        )
        self.actions_ = Actions(self, self.table.view, {**self.commands.table(), **self._deeds_of_hosts()})
        self.commands.keys_now = self.actions_.keys
        self.settings = SettingsHost(desk, tasks, self._theme, self, self.table, self.actions_, demo=demo)
        self.undoing = UndoHost(
            *(desk, tasks, self, self.panes, self.messages, self.actions_), expect=self.table.listing.expect
        )
        self.tray = Tray(desk, tasks, self.actions_, self)
        self.views = ViewsHost(
            *(desk, tasks, self, self.table, self.search, self.sidebar, self.messages, self.state),
            place=lambda: self.navigation.place,
            text=lambda: self.navigation.text,
        )
        self.navigation.text_of = self.views.text_of
        self.palette_host = PaletteHost(
            *(desk, tasks, self, self.actions_, self.sidebar),
            open_item=self.panes.show_item,
            open_setting=self.settings.open,
        )
        self.selection = SelectionHost(
            *(desk, tasks, self, self.table, self.messages, self.subject),
            do=lambda id_: self.actions_[id_].trigger(),
            why_not_link=lambda: why_not_linked(self.subject.count(), in_trash=self.subject.in_trash()),
            undo=lambda: self.undoing.undo(),
            search=self.search.setText,
        )
        self.cards = CardHistory(*(desk, self, self.table, self.navigation, self.panes, self.messages, self.actions_))
        self.states = CommandStates(self.actions_, self.commands, self.subject, self, demo=demo)
        self._themes = theme_menu(self, self._theme.scheme, self.settings.choose_theme)
        self.settings.theme_chosen.connect(lambda scheme: tick(self._themes, scheme))
        self.top = TopBar(self.search, self.actions_, sync_menu(self, self.actions_), self._themes)

    def _deeds_of_hosts(self) -> dict[str, Callable[[], None]]:
        """What to call for the commands of helpers that are made later, since they use the commands themselves."""
        return {
            "undo": lambda: self.undoing.undo(),
            "redo": lambda: self.undoing.redo(),
            "changes": lambda: self.undoing.open_history(),
            "back": lambda: self.cards.go(-1),
            "forward": lambda: self.cards.go(1),
            "tag": lambda: self.selection.tag(),
            "tags": lambda: self.selection.open_tags(),
            "settings": lambda: self.settings.open(),
            "text_larger": lambda: self.settings.resize_text(1),
            "text_smaller": lambda: self.settings.resize_text(-1),
            "text_usual": lambda: self.settings.resize_text(0),
            "palette": lambda: self.palette_host.open(),
            "filter": lambda: self.views.add_filter(),
            "save_view": lambda: self.views.save_as(),
        }

    def _lay_out(self, ground: QWidget, *, demo: bool) -> None:
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if demo:
            strip = DemoStrip()
            strip.left.connect(self.close)
            column.addWidget(strip)
        for widget in (self.top, Hairline(), self.matches.banner):
            column.addWidget(widget)
        column.addWidget(self.down, 1)
        column.addWidget(Hairline())
        column.addWidget(self.status)
        self.setCentralWidget(ground)
        self._ground = ground

    def _complete_menus(self, menus: dict[str, QMenu]) -> None:
        menus["View"].addMenu(self._themes)  # the one of the bar, so that their ticks agree
        menus["Edit"].aboutToShow.connect(lambda: self.undoing.say())
        places = menus["View"].addMenu(say("Go to"))
        PlacesMenu(self, self.sidebar, places)
        for menu in (*menus.values(), places, self._themes):
            keep_marked(menu)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self._ground, forward=forward)

    def _connect(self, tasks: Tasks) -> None:
        self.bridge.announced.connect(self._hear)
        tasks.failed.connect(self.messages.fail)
        self.top.attention_asked.connect(lambda: self.sidebar.go(Place(What.ATTENTION)))
        self.table.search_asked.connect(self.commands.find)
        self.table.opened.connect(self.commands.edit)
        self.table.menu_asked.connect(self.states.open_menu)
        self.table.copied.connect(self.messages.note)
        self.table.card_asked.connect(self.commands.edit)
        self.table.listing.editing = lambda: self.panes.is_editing() or self.table.is_editing()
        self.sidebar.menu_asked.connect(self.commands.open_account_menu)
        self.status.waiting_asked.connect(lambda: self.panes.show_list("outbox"))
        self.status.api_asked.connect(lambda: self.settings.open(page=Page.LOCAL_API))
        self.settings.item_asked.connect(self.panes.show_item)
        self.status.drafts_asked.connect(lambda: self.sidebar.go(Place(What.DRAFTS)))
        self.responsive.narrowed.connect(self.sidebar.set_narrow)
        self.responsive.narrowed.connect(self.top.set_narrow)
        self.tray.opened.connect(self._open_from_tray)
        self.commands.quit_asked.connect(self.leave)
        self._linking.linked.connect(self.panes.show_item)
        self.settings.anew_asked.connect(self.anew_asked)
        self.settings.restore_asked.connect(self.restore_asked)
        self.settings.pictures_changed.connect(lambda: self.panes.editor().show_image())
        self.settings.tags_coloured.connect(lambda: self.panes.editor().refresh(frozenset()))
        self._connect_navigation()
        self._connect_panes()

    def _connect_navigation(self) -> None:
        self.navigation.kind_shown.connect(self.states.say_kind)
        self.navigation.kind_shown.connect(self.top.say_kind)
        self.navigation.attention_shown.connect(self.panes.show_attention)
        self.navigation.matches_shown.connect(self.matches.show)
        self.navigation.matches_shown.connect(self.status.say_no_counts)
        self.matches.asked.connect(lambda: self.navigation.go(Place(What.MATCHES)))
        self.matches.told.connect(self.messages.note)
        self.navigation.figures_due.connect(self.refresh_figures)
        self.navigation.selected.connect(self.panes.show_selected)
        self.navigation.selected.connect(self.states.allow_subject)
        self.navigation.edit_asked.connect(self.panes.edit)
        nothing = self.navigation.nothing
        nothing.sync_asked.connect(self.commands.sync)
        nothing.connect_asked.connect(self.commands.connect_crm)
        nothing.import_asked.connect(self.commands.importing.choose_file)
        nothing.demo_asked.connect(self.demo_asked)
        for signal, what in ((nothing.reconnect_asked, "reconnect"), (nothing.resume_asked, "resume")):
            signal.connect(lambda id_, what=what: self.panes.panel().act(what, id_))

    def _connect_panes(self) -> None:
        self.panes.place_asked.connect(self.navigation.go)
        self.panes.made_editor.connect(self.matches.attach)
        self.panes.made_editor.connect(self.selection.lie_on)
        self.panes.presented.connect(self.states.allow_subject)
        self.panes.next_asked.connect(lambda: self.commands.step(1))
        self.panes.unsaved.connect(lambda _changes: self._say_drafts())
        self.panes.shown.connect(self.states.say_shown)
        self.commands.sidebar_shown.connect(lambda shown: self.states.say_shown("sidebar", shown))
        self.panes.told.connect(lambda text, back: self.messages.note(text, self.tr("Undo") if back else "", back))
        self.panes.unlinked.connect(
            lambda text, back, apart: self.messages.note(
                text, self.tr("Undo"), back, (self.tr("They are not the same"), apart)
            )
        )

    # The desk speaks

    def start(self) -> None:
        """Show what the desk holds; call when the loop runs."""
        self.table.load_accounts()
        self.table.load_drafts()
        self.state.restore()
        self.panes.lay_out()
        self.states.say_shown("sidebar", not self.sidebar.isHidden())
        self.refresh_figures()
        self.undoing.refresh()
        self.views.refresh()
        self._say_serving()
        self.navigation.start()
        self.cards.watch(self)
        self.table.setFocus()

    def refresh_figures(self) -> None:
        """Show counts and states as they are now."""
        self._figures.stop()
        self._figures_at = time.monotonic()
        accounts, counts = self.desk.accounts(quotas=self.panes.is_complete), self.desk.counts()
        self.counts = counts
        self.sidebar.refresh(accounts, counts)
        self.panes.show_accounts(accounts)
        self.top.set_attention(counts.attention)
        self._say_drafts()
        self.status.set_waiting(
            sum(status.pending + status.uncertain for status in accounts),
            sum(status.parked for status in accounts),
            sum(status.handed_over for status in accounts),
        )
        self.states.allow(accounts)
        self.tray.hear(accounts, counts.attention)
        self.navigation.show_counts(counts)
        self.navigation.show_accounts(accounts)

    def _say_drafts(self) -> None:
        """Say who of the list is half typed: those whose drafts are kept, and whoever the card holds now."""
        drafts = set(self.desk.drafts())
        shown, changes = self.panes.shown_item(), self.panes.changes()
        if shown is not None:
            drafts.discard(shown.id)
        begun = any(self.desk.setting(NEW_DRAFT.format(kind=kind)) for kind in Kind)
        self.status.set_unsaved(changes, len(drafts), new=begun and not (shown is None and changes))

    def _say_serving(self) -> None:
        serving = self.desk.api.serving
        self.status.set_serving(serving.url if serving is not None else "")

    def wait_for_demo(self) -> None:
        """Say that the demo is being started, and show nothing of its parts until `show_demo`."""
        self.navigation.nothing.starting = True

    def show_demo(self) -> None:
        """The demo stands: show it, all at once."""
        self.navigation.nothing.starting = False
        self.table.load_accounts()
        self.refresh_figures()
        self.panes.complete()
        self.table.listing.apply()

    def _hear(self, announcement: Announcement) -> None:
        if self.navigation.nothing.starting:
            return
        if announcement.sets:
            self.undoing.refresh()
        if announcement.settings:
            self.settings.follow()
        if announcement.api:
            self._say_serving()
            self.settings.refresh_window()
        if announcement.views:
            self.views.refresh()
        elif announcement.items or announcement.many:
            self.views.count_soon()
        self.table.hear(announcement)
        self.panes.refresh(announcement)
        self.matches.hear(announcement)
        if not self._figures.isActive():
            wait = 0.0 if announcement.accounts else self._figures_at + FIGURES_SECONDS - time.monotonic()
            self._figures.start(max(0, round(1000 * wait)))
        self.status.set_running(announcement.runs.values(), self.table.model.accounts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.responsive.fit(event.size().width())

    # Closing

    def quit_now(self) -> None:
        """Close without asking: the session ends, or somebody has agreed. What is being typed is kept at once."""
        self.panes.keep_draft()
        self._may_close = True
        self.close()

    def leave(self) -> None:
        """Quit, whatever closing the window means; asks where something is not saved."""
        self._leaving = True
        self.close()

    def _stays(self) -> bool:
        """Whether the program goes on without its window."""
        leaving, self._leaving = self._leaving or self._may_close, False
        return not leaving and self.tray.keeps_running(self.leave)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.table.let_go()
        if self._stays() or (not self._may_close and not self.panes.may_quit(self.quit_now)):
            event.ignore()
            return
        self.tray.vanish()
        event.ignore()  # the window goes when the program has ended its work
        self.state.save()
        self.hide()
        self.closing.emit()

    def _open_from_tray(self, account_id: int) -> None:
        """Come back; to what an account needs where a notice was about it, to all that needs somebody for -1."""
        self.raise_up()
        if account_id:
            self.sidebar.go(Place(What.ATTENTION))
        if account_id > 0:
            self.panes.show_attention_of(account_id)

    def raise_up(self) -> None:
        """Come to the front: somebody started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)
