"""The card of one item: reads like a card, edits in place, saves at once, and tells what became of it.

What is typed is kept as a draft within a second and comes back with the item.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.actions import EditorActions
from crmdesk.ui.card.field_editors.tags import TagsEditor
from crmdesk.ui.card.field_list import Card
from crmdesk.ui.card.field_row.row import CardField
from crmdesk.ui.card.keys import meaning
from crmdesk.ui.card.page import EditorPage
from crmdesk.ui.card.presenter import CardPresenter
from crmdesk.ui.card.relation_actions import Bonds
from crmdesk.ui.card.save_bar import EditorBar
from crmdesk.ui.card.saving import Saving
from crmdesk.ui.card.state.item_state import Open
from crmdesk.ui.card.state.undo import FieldHistory


class ContactEditor(QWidget):
    """Shows and edits one item; `closed` when the user is done, `next_requested` for "save and go to the next"."""

    closed = Signal()
    left = Signal()  # the user goes back to the list with the keyboard
    next_requested = Signal()
    opened = Signal(object, int)  # the user wants to see a related item: its kind and id
    created = Signal(int)  # a new item was saved under that id
    regrouping = Signal()  # the user is about to make one item of several, or several of one
    parted = Signal(int, int)  # what was one item is two now: the one that the card shows, and the other
    told = Signal(str, object)  # what was done to the whole item, and what takes it back or None
    unlinked = Signal(str, object, object)  # the same, and what keeps the two apart for good
    presented = Signal()  # another item is shown, or the same in another state
    unsaved = Signal(int)  # how many changes of the card are not saved

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Button)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.page = EditorPage(self)
        self.bar = EditorBar(self)
        column.addWidget(self.page, 1)
        column.addWidget(self.bar)
        self.presenter = CardPresenter(desk, tasks, self.page, self.bar, self)
        self.actions_ = EditorActions(self.presenter, self)
        self.saving = Saving(self.presenter, self.actions_.take_back, self)
        self._bonds = Bonds(self.presenter, self.actions_.take_back, self)
        self._connect()
        self.show_item(None)

    def _connect(self) -> None:
        self.presenter.leaving.connect(self.saving.keep_draft)
        self.presenter.typed.connect(self.saving.keep_soon)
        self.presenter.presented.connect(self._bonds.show)
        for signal in (self.presenter.presented, self.presenter.emptied):
            signal.connect(self.presented)
        self.presenter.created.connect(self.created)
        self.presenter.unsaved.connect(self.unsaved)
        self._bonds.regrouping.connect(self.regrouping)
        self._bonds.parted.connect(self.parted)
        self._bonds.told.connect(self.told)
        self._bonds.unlinked.connect(self.unlinked)
        self.page.made_card.connect(self._adopt)
        self.page.related.opened.connect(self.opened)
        self.page.related.asked.connect(self._bonds.ask)
        self.page.banner.acted.connect(self.actions_.restore)
        self.page.create_in.changed.connect(self.presenter.show_preview)
        self.page.history.opened.connect(lambda: self.actions_.read_history(0))
        self.page.history.asked_more.connect(self.actions_.read_history)
        self.page.history.asked_restore.connect(self.actions_.restore_value)
        self.page.unmapped.opened.connect(self.actions_.read_unmapped)
        self.bar.asked_save.connect(self.save)
        self.bar.asked_discard.connect(self.saving.cancel)
        self.bar.asked_undo.connect(self.saving.go_back)

    def _adopt(self, card: Card) -> None:
        card.edited.connect(self.presenter.read_field)
        card.tags_wanted.connect(self._offer_tags)
        card.header.starred.connect(lambda on: self.presenter.change("starred", on or None))
        card.header.asked_close.connect(self.close_card)
        card.header.asked_menu.connect(self.actions_.offer)
        card.watch_fields(self._watch)

    def _watch(self, field: CardField) -> None:
        acts = {
            "also": self.actions_.fill_also,
            "newer": self.actions_.take_newer,
            "values": self.actions_.choose_value,
            "conflict": self.actions_.decide,
            "retry": self.actions_.retry,
        }
        field.notes.asked.connect(lambda what: acts[what](field.key))

    def _offer_tags(self, editor: TagsEditor) -> None:
        if (shown := self.presenter.shown) is not None:
            self.presenter.tasks.replace(
                "card tags", self._complete(editor, shown.kind), what=self.tr("The tags that there are")
            )

    async def _complete(self, editor: TagsEditor, kind: Kind) -> None:
        editor.offer([tag for tag, _ in await self.presenter.desk.tags(kind)])

    # What the window asks for

    @property
    def shown(self) -> Open | None:
        """What the card shows now."""
        return self.presenter.shown

    @property
    def card(self) -> Card | None:
        """The card that is shown now."""
        return self.presenter.card

    def has_draft(self) -> bool:
        """Whether something in the card is not saved."""
        return self.presenter.has_draft()

    def show_item(self, item_id: int | None, instead: str = "") -> None:
        """Show an item, with its draft if it has one; None shows that nobody is chosen, or what `instead` says."""
        self.presenter.show_item(item_id, instead)

    def new_item(self, kind: Kind = Kind.CONTACT, account_id: int = 0) -> None:
        """Show an empty card for a new item of that kind."""
        self.presenter.new_item(kind, account_id)

    def edit(self, key: str = "") -> None:
        """Put the caret into the card, into that field."""
        self.presenter.edit(key)

    def refresh(self, ids: frozenset[int]) -> None:
        """Show what the desk has now, if the shown item is among `ids` (or `ids` is empty: everything may differ)."""
        self.presenter.refresh(ids)

    def show_image(self) -> None:
        """Show the picture where the user asked for pictures, else the initials."""
        self.presenter.show_image()

    @property
    def undo_stack(self) -> FieldHistory:
        """The steps of typing in the card."""
        return self.presenter.undo_stack

    def close_card(self) -> None:
        """Leave the card; what is not saved is kept."""
        self.saving.keep_draft()
        self.closed.emit()

    def save(self) -> None:
        """Save on this computer now; sending follows by itself."""
        self.presenter.finish_typing()
        self.saving.save()

    def save_and_next(self) -> None:
        """Save, and go on to the next in the list."""
        self.save()
        self.next_requested.emit()

    def leave(self) -> None:
        """Back to the list; what is not saved stays in the card and is kept."""
        self.presenter.finish_typing()
        self.saving.keep_draft()
        self.left.emit()

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether a key is the card's own; what was not typed here, the window undoes."""
        meant = meaning(event)
        if meant in ("undo", "redo"):
            return self.undo_stack.canUndo() if meant == "undo" else self.undo_stack.canRedo()
        return meant is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = meaning(event) if self._takes(event) else None
        if meant is None:
            super().keyPressEvent(event)
            return
        event.accept()
        {
            "save": self.save,
            "next": self.save_and_next,
            "undo": self.undo_stack.undo,
            "redo": self.undo_stack.redo,
            "cancel": self.leave,
        }[meant]()
