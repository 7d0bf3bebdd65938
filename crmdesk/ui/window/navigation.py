"""Where the user is and what is searched for: connects sidebar and search box with the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from crmdesk.desk import AccountStatus, Desk, SidebarCounts
from crmdesk.domain.fields import Kind
from crmdesk.ui.bars.search_box import SearchBox
from crmdesk.ui.bars.sidebar import Sidebar
from crmdesk.ui.bars.status_bar import StatusLine
from crmdesk.ui.table.table_pane import ContactTable
from crmdesk.ui.window.places import Place, What
from crmdesk.ui.window.remembered_state import RememberedState
from crmdesk.ui.window.subject import called
from crmdesk.ui.window.why_empty import WhyEmpty
from crmdesk.ui.wording.kinds import ORDER, heading

_SEVERAL = (What.ACCOUNT, What.DRAFTS, What.TRASH)  # places that hold every kind


class Navigation(QObject):
    """Connects sidebar and search box with the list."""

    kind_shown = Signal(Kind)  # the list holds another kind of item now
    attention_shown = Signal()  # the page of what needs somebody is due in the list's place
    matches_shown = Signal()  # likewise the page of who may be the same
    figures_due = Signal()  # what a place holds is about to be told: the counts have to be those of now
    selected = Signal(int)  # how many rows are selected
    edit_asked = Signal()  # the user goes from the search into the first hit

    def __init__(
        self,
        desk: Desk,
        sidebar: Sidebar,
        search: SearchBox,
        table: ContactTable,
        middle: QStackedWidget,
        status: StatusLine,
        state: RememberedState,
    ) -> None:
        super().__init__(middle)
        self._desk, self._sidebar, self._search_box = desk, sidebar, search
        self._table, self._middle, self._status, self._state = table, middle, status, state
        self._counts: SidebarCounts | None = None
        self.place = Place()
        self._text = ""
        self.text_of: Callable[[Place], str] = lambda place: ""  # what is searched for in a place from the start
        self._chosen: dict[Place, int] = {}  # who was chosen in a place when the user left it, or began to search
        self._first_due = self._edit_due = False  # whether the first hit is to be chosen, and edited, when it is there
        self.nothing = WhyEmpty(table.empty)
        self.nothing.whole_asked.connect(self.clear_search)
        self.nothing.everywhere_asked.connect(self._search_everywhere)
        sidebar.gone.connect(self._leave_for)
        search.searched.connect(self._search)
        search.left.connect(self._leave_search)
        search.entered.connect(self._enter)
        table.guest.left.connect(self._show_whole)
        table.listing.guest_came.connect(self._say_guest)
        table.kinds.chosen.connect(self._choose_kind)
        table.listed.connect(self._listed)
        table.listing.refused.connect(search.say_wrong)
        table.chosen.connect(self._count)

    def start(self) -> None:
        """Show the first list, with whoever was chosen in it the last time."""
        if (chosen := self._state.chosen()) is not None:
            self._chosen[self.place] = chosen
        self._sidebar.go(self.place, quietly=True)
        self._show()

    def go(self, place: Place) -> None:
        """Show that place, without a search."""
        self.figures_due.emit()
        self.clear_search()
        self._sidebar.go(place, quietly=True)
        if self.place != place:
            self._go(place)

    def return_to(self, place: Place, text: str) -> None:
        """Show that place as it was, with what was searched for in it."""
        if not self._text:
            self._remember()
        self.text_of(place)  # a view's own columns come with it
        self._text, self._first_due, self._edit_due = text, False, False
        self._search_box.set_quietly(text)
        self._sidebar.go(place, quietly=True)
        self._go(place)

    @property
    def text(self) -> str:
        """What is searched for now."""
        return self._text

    def is_at(self, place: Place) -> bool:
        """Whether the list shows that place."""
        return self.place == place

    def clear_search(self) -> None:
        """Show the whole place again, with whoever was chosen there before the search."""
        self._search_box.set_quietly("")
        if self._text:
            self._search("")

    def _leave_for(self, place: Place) -> None:
        """The user goes to a place: what he searched for elsewhere does not limit it."""
        if not self._text:
            self._remember()
        self._text = self.text_of(place)
        self._search_box.set_quietly(self._text)
        self._go(place)

    def _remember(self) -> None:
        chosen = self._table.view.only_id()
        if chosen is None:
            self._chosen.pop(self.place, None)
        else:
            self._chosen[self.place] = chosen

    def _leave_search(self) -> None:
        """On to the list: with the first hit after a search, to whoever was chosen before it when it was given up."""
        self._table.setFocus()

    def _enter(self) -> None:
        """Edit the first hit, as soon as it is there."""
        if self._first_due:
            self._edit_due = True
        elif self._table.view.only_id() is not None:
            self.edit_asked.emit()
        else:
            self._table.setFocus()

    def _show_whole(self) -> None:
        """Show the list that whoever stands above this one belongs to, with him in it."""
        guest = self._table.view.only_id()
        place = self.place if self._text else Place(kind=self.place.kind)
        self.go(place)
        if guest is not None:
            self._table.listing.choose_later(guest)

    def _say_guest(self, guest: int) -> None:
        strip = self._table.guest
        if not guest:
            strip.say("")
            return
        name = called(self._desk, self.place.kind, [guest])
        if self._text:
            text = self.tr("{name} is shown although it does not match “{text}”.").format(name=name, text=self._text)
            strip.say(text, self.tr("Clear the search"))
        else:
            place = dict(self._sidebar.places()).get(self.place, "")
            text = self.tr("{name} is shown although it is not in “{place}”.").format(name=name, place=place)
            strip.say(text, heading(self.place.kind))

    def _go(self, place: Place) -> None:
        held = dict(self._held(place))
        if place.kind not in held and held and place.what in _SEVERAL:
            place = replace(place, kind=next(iter(held)))
        self.place = place
        self._show()

    def _choose_kind(self, kind: Kind) -> None:
        self.place = replace(self.place, kind=kind)
        self._show()

    def _held(self, place: Place) -> list[tuple[Kind, int]]:
        """The kinds that stand in a place, with how many."""
        counts = self._counts
        if counts is None:
            return []
        by_kind = {
            What.ACCOUNT: {kind: counts.held.get((place.account_id, kind), 0) for kind in ORDER},
            What.DRAFTS: counts.drafts,
            What.TRASH: counts.trashed,
        }.get(place.what, counts.kinds)
        return [(kind, n) for kind in ORDER if (n := by_kind.get(kind, 0))]

    def show_counts(self, counts: SidebarCounts) -> None:
        """How many of each kind stand where: offers the kinds of an account or of the trash, where it holds several."""
        self._counts = counts
        self._show_kinds()
        self._say_counts()

    def _show_kinds(self) -> None:
        held = self._held(self.place) if self.place.what in _SEVERAL else []
        self._table.kinds.show_kinds(held, self.place.kind)

    def _search(self, text: str) -> None:
        if text and not self._text:
            self._remember()
        elif not text and self.place not in self._chosen:
            self._table.view.clearSelection()
        self._text, self._first_due, self._edit_due = text, bool(text), False
        if text and self._middle.currentWidget() is not self._table:
            self._middle.setCurrentWidget(self._table)
        self._show()

    def _show(self) -> None:
        if self.place.what is What.ATTENTION and not self._text:
            self.attention_shown.emit()
            return
        if self.place.what is What.MATCHES and not self._text:
            self.matches_shown.emit()
            return
        self._middle.setCurrentWidget(self._table)
        if self._table.model.kind is not self.place.kind:
            self._state.show_kind(self.place.kind)
            self.kind_shown.emit(self.place.kind)
        self._show_kinds()
        self._table.show_list(self.place.query(self._text, self._table.model.sorting))
        if not self._text and (chosen := self._chosen.get(self.place)) is not None:
            self._table.listing.choose_later(chosen, guest=False)

    def _listed(self, total: int) -> None:
        if self._first_due:
            self._first_due = False
            self._table.view.select_row(0)
            if self._edit_due and total:
                self.edit_asked.emit()
        self._count()
        if total == 0:
            self._say_empty()

    def _count(self) -> None:
        self._say_counts()
        self.selected.emit(self._table.view.selected_count())

    def _say_counts(self) -> None:
        table = self._table
        selected = table.view.selected_count()
        total = table.model.rowCount()
        whole = dict(self._held(self.place)).get(self.place.kind) if self._text else None
        if self.place.what is not What.MATCHES or self._text:
            self._status.set_counts(
                self.place.kind, total, selected, whole if whole is not None and whole >= total else None
            )

    # Nothing to show

    def show_accounts(self, accounts: Sequence[AccountStatus]) -> None:
        """How the accounts stand: what is said in place of an empty list follows."""
        self.nothing.accounts = accounts
        if self._table.empty.isVisible():
            self._say_empty()

    def _say_empty(self) -> None:
        self.nothing.say(self.place, dict(self._sidebar.places()).get(self.place, ""), self._text)

    def _search_everywhere(self) -> None:
        place = Place(kind=self.place.kind)
        self._sidebar.go(place, quietly=True)
        self._first_due = True
        self._go(place)
