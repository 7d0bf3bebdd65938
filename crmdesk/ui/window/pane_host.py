"""The panes that come after the first paint: editor, sync panel and lists; made when first needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QStackedWidget

from crmdesk.domain.fields import Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.records import Item
from crmdesk.ui.background.signal_bridge import Announcement
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.look.pane_place import PanePlace
from crmdesk.ui.look.theme import Theme
from crmdesk.ui.table.table_pane import ContactTable
from crmdesk.ui.window.places import Place, What
from crmdesk.ui.window.remembered_state import RememberedState
from crmdesk.ui.window.responsive_layout import ResponsiveLayout
from crmdesk.ui.wording.kinds import counted
from crmdesk.ui.wording.phrases import one_line

if TYPE_CHECKING:
    from crmdesk.desk import AccountStatus, Desk
    from crmdesk.ui.attention.page import AttentionPage  # 95 ms
    from crmdesk.ui.card.editor import ContactEditor  # 105 ms
    from crmdesk.ui.sync_panel.panel import SyncPanel  # 105 ms


MOST_NAMES = 10
SHARES = (7, 3)  # of the room that the window gains, for the list and the card


class PaneHost(QObject):
    """Editor beside or below the list, sync panel at the bottom, in the list's place what needs somebody."""

    place_asked = Signal(Place)  # the user wants to see another list
    next_asked = Signal()  # the user wants the next one of the list
    presented = Signal()  # the card shows another item, or the same in another state
    told = Signal(str, object)  # what was done to a whole item, and what takes it back or None
    unlinked = Signal(str, object, object)  # the same, and what keeps the two apart for good
    unsaved = Signal(int)  # how many changes of the card are not saved
    made_editor = Signal(object)  # the card's pane is there now
    shown = Signal(str, bool)  # `editor`, `editor_below` or `panel` is open now, or no longer

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        theme: Theme,
        table: ContactTable,
        middle: QStackedWidget,
        splitters: Mapping[str, QSplitter],
        layout: ResponsiveLayout,
        state: RememberedState,
        is_open: Callable[[Place], bool],  # whether the list shows that place, without a search
        demo: bool,
    ) -> None:
        super().__init__(middle)
        self._desk, self._tasks, self._theme = desk, tasks, theme
        self._table, self._middle, self._splitters = table, middle, splitters
        self._layout, self._state, self._is_open = layout, state, is_open
        self._editor: ContactEditor | None = None
        self._panel: SyncPanel | None = None
        self._attention: AttentionPage | None = None
        self._shown_id: int | None = None
        self._due = self._completed = False  # whether the first paint is over, and whether the panes are there
        self._used = False  # whether the desk holds anything to be shown in them
        self._demo = demo
        self._places = {
            "editor": PanePlace(QPalette.ColorRole.Button, 320, 0),
            "panel": PanePlace(QPalette.ColorRole.Window, 0, 0),
        }

    def lay_out(self) -> None:
        """Give editor and sync panel their places; a desk that has nothing yet has no use for them."""
        beside, down = self._splitters["beside"], self._splitters["down"]
        beside.addWidget(self._places["editor"])
        for number, share in enumerate(SHARES):
            beside.setStretchFactor(number, share)
        down.addWidget(self._places["panel"])
        down.setStretchFactor(0, 1)
        self._used = self._demo or self._is_used()
        self.make_room(False)
        self._state.divide_beside()
        self._state.divide_down()
        for what in ("editor", "editor_below", "panel"):
            self.shown.emit(what, self._state.flag(what))

    def _is_used(self) -> bool:
        return len(self._desk.account_names()) > 1 or bool(self._desk.counts().kinds)

    def complete(self) -> None:
        """Make editor and sync panel; call after the first paint."""
        self._due = True
        if self._completed or not self._is_used():
            return
        self._completed = self._used = True
        for what in ("editor", "panel"):
            self._places[what].setVisible(self._state.flag(what))
        self.editor()
        self.panel()
        self.show_selected(self._table.view.selected_count())

    @property
    def is_complete(self) -> bool:
        """Whether the panes are there."""
        return self._panel is not None

    def editor(self) -> ContactEditor:
        """The editor, made when first asked for."""
        if self._editor is None:
            from crmdesk.ui.card.editor import ContactEditor  # 105 ms

            self._editor = ContactEditor(self._desk, self._tasks)
            self._editor.closed.connect(self._closed)
            self._editor.left.connect(self._to_the_list)
            self._editor.next_requested.connect(self.next_asked)
            self._editor.created.connect(self._created)
            self._editor.opened.connect(self._open_related)
            self._editor.regrouping.connect(lambda: self._table.listing.expect())
            self._editor.parted.connect(self._table.listing.stay_with)
            self._editor.told.connect(self.told)
            self._editor.unlinked.connect(self.unlinked)
            self._editor.unsaved.connect(self.unsaved)
            self._editor.presented.connect(self.presented)
            self._places["editor"].fill(self._editor)
            self.made_editor.emit(self._editor)
        return self._editor

    def panel(self) -> SyncPanel:
        """The sync panel, made when first asked for."""
        if self._panel is None:
            from crmdesk.ui.sync_panel.panel import SyncPanel  # 105 ms

            self._panel = SyncPanel(self._desk, self._tasks, self._theme)
            self._panel.open_list.connect(self._open)
            self._panel.read()
            self._places["panel"].fill(self._panel)
        return self._panel

    def is_editing(self) -> bool:
        """Whether the editor holds what has not been saved."""
        return self._editor is not None and self._editor.has_draft()

    def changes(self) -> int:
        """How many changes of the card are not saved."""
        shown = self._editor.shown if self._editor is not None else None
        return len(shown.draft.patch) if shown is not None else 0

    def shown_item(self) -> Item | None:
        """The item whose card is shown."""
        shown = self._editor.shown if self._editor is not None else None
        return shown.item if shown is not None else None

    def show_selected(self, selected: int) -> None:
        """Show the selected item in the editor, if it is exactly one; of several, how many they are."""
        if self._editor is None or (not selected and self._table.listing.is_expecting):
            return
        if not selected and self._shown_id is not None and self._table.listing.stays_with(self._shown_id):
            return
        id_ = self._table.view.only_id()
        if id_ != self._shown_id or (selected > 1 and id_ is None):
            self._shown_id = id_
            self._editor.show_item(id_, self._several(selected) if selected > 1 else "")

    def _several(self, selected: int) -> str:
        return self.tr("{things} selected").format(things=counted(self._table.model.kind, selected))

    def show_accounts(self, accounts: Sequence[AccountStatus]) -> None:
        """Let the sync panel say how the accounts stand now."""
        if self._panel is not None:
            self._panel.show_accounts(accounts)

    def refresh(self, announcement: Announcement) -> None:
        """Re-read what an announcement touched."""
        if self._due and not self._completed and announcement.accounts:
            self.complete()
        if self._editor is not None and (announcement.items or announcement.many):
            self._editor.refresh(frozenset() if announcement.many else announcement.items)
        elif self._editor is not None and announcement.accounts:
            self._editor.presenter.show_preview()
        if self._attention is not None and announcement.attention:
            self._attention.refresh()
        if self._panel is None:
            return
        for progress in announcement.runs.values():
            self._panel.on_signal(progress)
        if announcement.accounts or announcement.outbox or announcement.attention:
            self._panel.refresh()

    def edit(self, key: str = "") -> None:
        """Open the editor on the current contact and go there, to that field."""
        self.set_editor_visible(True)
        self.editor().edit(key)

    def new_item(self, account_id: int = 0) -> None:
        """Open the editor on something new, of the kind that the list shows, to be made in the account listed too."""
        self.set_editor_visible(True)
        self._put_away()
        self.editor().new_item(self._table.model.kind, account_id)

    def keep_draft(self) -> None:
        """Keep what is being typed, as a draft."""
        if self._editor is not None and self._editor.has_draft():
            self._editor.saving.keep_draft()

    def save(self) -> None:
        """Save what is being edited."""
        if self._editor is not None:
            self._editor.save()

    def set_editor_visible(self, visible: bool) -> None:
        """Show or hide the editor."""
        self.editor()
        self._places["editor"].setVisible(visible)
        self._note("editor", visible)

    def make_room(self, wanted: bool) -> None:
        """Put editor and panel away for what needs all the room, or show them again if they are wanted."""
        for what, place in self._places.items():
            place.setVisible(not wanted and self._used and self._state.flag(what))

    def set_editor_below(self, below: bool) -> None:
        """Put the editor below the list, or beside it."""
        self._layout.turn(below=below)
        self._note("editor_below", below)

    def set_panel_visible(self, visible: bool) -> None:
        """Show or hide the sync panel."""
        self.panel()
        self._places["panel"].setVisible(visible)
        self._note("panel", visible)

    def toggle(self, what: str) -> None:
        """Show what is hidden of `editor` and `panel`, and hide what is shown; `editor_below` moves the editor."""
        if what == "editor_below":
            self.set_editor_below(not self._state.flag(what))
        elif what == "editor":
            self.set_editor_visible(self._places["editor"].isHidden())
        else:
            self.set_panel_visible(self._places["panel"].isHidden())

    def _note(self, what: str, on: bool) -> None:
        self._state.note(what, on)
        self.shown.emit(what, on)

    def show_list(self, what: str) -> None:
        """Show one of the sync panel's lists: outbox, conflicts, problems, runs."""
        self.set_panel_visible(True)
        self.panel().show_list(what, None)

    def _open(self, what: str, number: int) -> None:
        """A figure or a name in the sync panel was pressed; its own lists it has opened itself."""
        if what == "item":
            self.show_item(number)
        elif what == "contacts":
            self.place_asked.emit(Place(What.ACCOUNT, number))
        elif what in ("problems", "conflicts") and self._attention is self._middle.currentWidget():
            assert self._attention is not None
            self._attention.open(what, number or None)
            self.panel().show_activity()

    def show_item(self, id_: int) -> None:
        """Show that item, chosen in the list where its kind is listed, whatever else the list is limited to."""
        self.set_editor_visible(True)
        if self._middle.currentWidget() is self._table and self._table.view.select_id(id_):
            return
        self._put_away()
        self._shown_id = id_
        self.editor().show_item(id_)
        shown = self.shown_item()
        if shown is None or self._middle.currentWidget() is not self._table:
            return
        if shown.kind is self._table.model.kind:
            self._table.listing.expect(id_)
        else:
            self.show_there(id_, lambda: self.place_asked.emit(Place(kind=shown.kind)))

    def _put_away(self) -> None:
        """Choose nobody in the list; the card is about to show somebody else."""
        self._shown_id = None
        self._table.view.clearSelection()

    def show_there(self, id_: int, go: Callable[[], None]) -> None:
        """Show that item and, by `go`, another list beside it, in which it is chosen as soon as that is read."""
        self.set_editor_visible(True)
        self._put_away()
        go()
        self._shown_id = id_
        self.editor().show_item(id_)
        if self._middle.currentWidget() is self._table:
            self._table.listing.choose_later(id_)

    def _open_related(self, kind: Kind, id_: int) -> None:
        """Show a related item in its own list, chosen there as soon as the list is read."""
        if self._is_open(place := Place(kind=kind)):
            self.show_item(id_)
        else:
            self.show_there(id_, lambda: self.place_asked.emit(place))

    def show_attention(self) -> None:
        """Show the page of what needs somebody, where nobody of the list is chosen."""
        self._table.view.clearSelection()
        if self._attention is None:
            from crmdesk.ui.attention.page import AttentionPage  # 95 ms

            self._attention = AttentionPage(self._desk, self._tasks)
            self._attention.opened_item.connect(self.show_item)
            self._middle.addWidget(self._attention)
        self._attention.refresh()
        self._middle.setCurrentWidget(self._attention)
        if self._panel is not None:
            self._panel.show_activity()  # its own list of problems would say the same once more

    def show_attention_of(self, account_id: int) -> None:
        """Show what of one account needs somebody, on the page that is open."""
        if self._attention is not None:
            self._attention.open("problems", account_id)

    def undo(self) -> None:
        """Take back the last step of typing."""
        if self._editor is not None:
            self._editor.undo_stack.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._editor is not None:
            self._editor.undo_stack.redo()

    def undo_words(self) -> tuple[str, str]:
        """What undo and redo would change; "" where there is nothing."""
        stack = self._editor.undo_stack if self._editor is not None else None
        return (stack.undoText(), stack.redoText()) if stack is not None else ("", "")

    def save_and_next(self) -> None:
        """Save, and go to the next contact."""
        if self._editor is not None:
            self._editor.save_and_next()

    def _created(self, id_: int) -> None:
        """Choose the new contact in the list as soon as it is there."""
        self._shown_id = id_
        self._table.listing.expect(id_)

    def _to_the_list(self) -> None:
        shown = self._middle.currentWidget()
        if shown is not None:
            shown.setFocus()

    def _closed(self) -> None:
        self.set_editor_visible(False)
        self._table.setFocus()

    def _drafts(self) -> list[str]:
        """Whose card holds something that was not saved."""
        desk = self._desk
        names = {row.id: compose_name(row.values) for row in desk.rows(desk.drafts())}
        if self._editor is not None and self._editor.has_draft():
            self._editor.saving.keep_draft()
            shown = self._editor.shown
            if shown is None or shown.item is None:
                names[0] = self.tr("New contact")
            else:
                names.setdefault(shown.item.id, compose_name(shown.item.values))
        return [one_line(name) or self.tr("No name") for name in names.values()]

    def may_quit(self, quit_now: Callable[[], None]) -> bool:
        """Whether nothing is left half-typed; else the user is told, and `quit_now` is called if that is fine."""
        names = self._drafts()
        if not names:
            return True
        says = self.tr("What you typed for these contacts is not saved yet:")
        kept = self.tr("It is kept as a draft, and is there when you open CRM Desk again.")
        whose = [*names[:MOST_NAMES], *(["…"] if len(names) > MOST_NAMES else [])]
        box = Question(self._middle, self.tr("Quit with unsaved changes?"), "\n".join([says, *whose, "", kept]))
        box.answer(self.tr("Back"))
        box.answer(self.tr("Quit and keep the drafts"), quit_now, default=True)
        box.open()
        return False
