"""The card of one item: reads like a card, edits in place, saves at once, and tells what became of it.

A changed field belongs to the user until it is saved or put aside: pulls are offered beside it, never written over it.
What is typed is kept as a draft within a second and comes back with the item.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.domain.items import compose_name
from crmdesk.domain.values import Patch, Value, patch_from_json
from crmdesk.errors import NotFound
from crmdesk.ui.editor_actions import EditorActions
from crmdesk.ui.editor_bar import EditorBar
from crmdesk.ui.editor_bonds import Bonds
from crmdesk.ui.editor_card import ALWAYS, Card
from crmdesk.ui.editor_details import read_details, read_facts
from crmdesk.ui.editor_draft import Draft
from crmdesk.ui.editor_faces import Faces
from crmdesk.ui.editor_facts import delivery, standings
from crmdesk.ui.editor_keys import meaning
from crmdesk.ui.editor_new import offered
from crmdesk.ui.editor_page import EditorPage
from crmdesk.ui.editor_preview import dirty_text, landings, landings_of_new, show_notes
from crmdesk.ui.editor_row import CardField
from crmdesk.ui.editor_saving import Saving
from crmdesk.ui.editor_state import NEW_DRAFT, Open
from crmdesk.ui.editor_undo import FieldHistory
from crmdesk.ui.image_loader import ImageLoader
from crmdesk.ui.phrases import ago, field_title
from crmdesk.ui.settings_dialog import IMAGES
from crmdesk.ui.tasks import Tasks
from crmdesk.ui.theme import Theme

PREVIEW = 150  # milliseconds after the last keystroke until warnings and landing places are worked out


class ContactEditor(QWidget):
    """Shows and edits one item; `closed` when the user is done, `next_requested` for "save and go to the next"."""

    closed = Signal()
    next_requested = Signal()
    opened = Signal(object, int)  # the user wants to see a related item: its kind and id
    created = Signal(int)  # a new item was saved under that id
    regrouping = Signal()  # the user is about to make one item of several, or several of one
    told = Signal(str, object)  # what was done to the whole item, and what takes it back or None
    unsaved = Signal(int)  # how many changes of the card are not saved

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.tasks = desk, tasks
        self._open: Open | None = None
        self._faces = Faces(desk)
        self.undo_stack = FieldHistory(self.put_value)
        self._images = ImageLoader(self)
        self._preview = QTimer(self, singleShot=True, interval=PREVIEW)
        self._preview.timeout.connect(self.show_preview)
        self.setBackgroundRole(QPalette.ColorRole.Button)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.page = EditorPage(self)
        self.bar = EditorBar(self)
        column.addWidget(self.page, 1)
        column.addWidget(self.bar)
        self.actions_ = EditorActions(self)
        self.saving = Saving(self)
        self._bonds = Bonds(self)
        self._connect()
        self.show_item(None)

    def _connect(self) -> None:
        self.page.made_card.connect(self._adopt)
        self.page.related.opened.connect(self.opened)
        self.page.related.asked.connect(self._bonds.ask)
        self.page.banner.acted.connect(self.actions_.restore)
        self.page.create_in.changed.connect(self.show_preview)
        self.page.history.opened.connect(lambda: self.actions_.read_history(0))
        self.page.history.asked_more.connect(self.actions_.read_history)
        self.page.history.asked_restore.connect(self.actions_.restore_value)
        self.page.unmapped.opened.connect(self.actions_.read_unmapped)
        self.bar.asked_save.connect(self.save)
        self.bar.asked_discard.connect(self.saving.cancel)
        self.bar.asked_undo.connect(self.saving.go_back)

    def _adopt(self, card: Card) -> None:
        card.edited.connect(self._edited)
        card.header.starred.connect(lambda on: self._change("starred", on or None))
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

    # What the window asks for

    @property
    def shown(self) -> Open | None:
        """What the card shows now."""
        return self._open

    @property
    def card(self) -> Card | None:
        """The card that is shown now."""
        return self.page.card(self._open.kind) if self._open else None

    def has_draft(self) -> bool:
        """Whether something in the card is not saved."""
        return self._open is not None and self._open.dirty

    def show_item(self, item_id: int | None) -> None:
        """Show an item, with its draft if it has one; None shows that nobody is chosen."""
        if self._open is not None and item_id is not None and self._open.item_id == item_id:
            self.refresh(frozenset({item_id}))
            return
        self._leave()
        if item_id is None:
            self._show_nobody(self.tr("Nothing chosen"), self.tr("Choose a row in the list to see its card."))
            return
        try:
            item = self.desk.item(item_id)
        except NotFound:
            self._show_nobody(self.tr("Not here any more"), self.tr("This contact was deleted or removed."))
            return
        self._open = Open(item.kind, Draft(item.kind, item.values, self.desk.draft(item_id)), item)
        self._present()

    def new_item(self, kind: Kind = Kind.CONTACT) -> None:
        """Show an empty card for a new item of that kind."""
        self._leave()
        kept = self.desk.setting(NEW_DRAFT.format(kind=kind))
        self._open = Open(kind, Draft(kind, {}, patch_from_json(kept) if kept else None))
        chosen = self.desk.setting("new.accounts")
        ids = frozenset(int(text) for text in chosen.split(",") if text.isdigit())
        self.page.create_in.show_accounts(*offered(self.desk, kind), ids)
        self._present()
        self.edit()

    def edit(self) -> None:
        """Put the caret into the card."""
        if self._open is None:
            return
        card = self.page.card(self._open.kind)
        first = "name" if self._open.item is None or "description" not in card.fields else "description"
        card.fields[first].editor.start()

    def refresh(self, ids: frozenset[int]) -> None:
        """Show what the desk has now, if the shown item is among `ids` (or `ids` is empty: everything may differ)."""
        if self._open is None or self._open.item is None:
            return
        if ids and not ids & {self._open.item.id, *self._open.details.contacts}:
            return
        try:
            item = self.desk.item(self._open.item.id)
        except NotFound:
            self.saving.keep_draft()
            self._open = None
            self._show_nobody(self.tr("Not here any more"), self.tr("This contact was deleted or removed."))
            return
        self._open.item = item
        self._open.draft.follow(item.values)
        self._show_all()

    # Showing

    def _leave(self) -> None:
        self._preview.stop()
        self.saving.keep_draft()
        self._open = None
        self.undo_stack.clear()
        self.tasks.drop("editor image")

    def _show_nobody(self, title: str, hint: str) -> None:
        self.unsaved.emit(0)
        self.page.show_empty(title, hint)
        self.bar.show_rest()

    def _present(self) -> None:
        assert self._open is not None
        self.page.card(self._open.kind).start_anew()
        for section in (self.page.history, self.page.unmapped):
            section.fold()
            section.set_count(None)
            section.setVisible(self._open.item is not None)
        self.page.create_in.setVisible(self._open.item is None)
        self.page.area.verticalScrollBar().setValue(0)
        self.bar.show_rest()
        self._show_all()
        self.show_image()

    def _show_all(self) -> None:
        shown = self._open
        assert shown is not None
        shown.faces = self._faces.read()
        if shown.item is not None:
            shown.facts = read_facts(self.desk, shown.item, shown.faces)
            self.tasks.replace("editor details", self._read_details(shown), what=self.tr("Read the card"))
        card = self.page.card(shown.kind)
        always = ALWAYS.get(shown.kind, ())
        for key in dict.fromkeys([*card.fields, *always, *shown.draft.shown, *shown.draft.patch]):
            if key != "starred" and field_of(shown.kind, key).type is not FieldType.REFERENCES:
                card.show_value(key, shown.draft.value(key), shown.facts, fold=False)
        card.settle()
        self._bonds.show()
        self._show_head()
        self._show_trash()
        self.show_preview()

    def _show_head(self) -> None:
        shown = self._open
        assert shown is not None
        header = self.page.card(shown.kind).header
        values = {**shown.draft.shown, **{k: v for k, v in shown.draft.patch.items() if v is not None}}
        name = compose_name(values)
        header.show_name(name, name or (self.tr("Name") if shown.item is None else self.tr("No name")))
        header.show_star(bool(shown.draft.value("starred")) if shown.kind is Kind.CONTACT else None)
        header.menu.setVisible(shown.item is not None)
        header.show_standings(standings(shown.facts, shown.details.entries) if shown.facts else [])

    def _show_trash(self) -> None:
        item = self._open.item if self._open else None
        text = ""
        if item is not None and item.trashed_at is not None:
            text = self.tr("In the trash since {when}.").format(when=ago(item.trashed_at))
            text += f" {item.trash_reason}" if item.trash_reason else ""
        self.page.banner.say(text)

    async def _read_details(self, shown: Open) -> None:
        assert shown.item is not None
        shown.details = await read_details(self.desk, shown.item.id)
        if shown is self._open:
            self._bonds.show()
            self._show_head()
            self.show_preview()

    def show_image(self) -> None:
        """Show the picture where the user asked for pictures, else the initials."""
        shown = self._open
        if shown is None:
            return
        avatar = self.page.card(shown.kind).header.avatar
        avatar.show_image(None)
        address = shown.draft.value("image")
        if self.desk.setting(IMAGES) == "on" and isinstance(address, str):

            async def load() -> None:
                image = await self._images.image(address)
                if shown is self._open:
                    avatar.show_image(image)

            self.tasks.replace("editor image", load(), what=self.tr("Load the picture"))

    def show_preview(self) -> None:
        shown = self._open
        if shown is None:
            return
        patch = shown.draft.to_save()
        if shown.facts is not None:
            landed = landings(self.desk, shown.facts, patch, shown.draft.also) if patch else {}
        else:
            landed = landings_of_new(self.desk, shown.kind, patch, self.page.create_in)
        warnings = self.desk.warnings(shown.kind, patch) if patch else {}
        for key, field in self.page.card(shown.kind).fields.items():
            show_notes(field, shown.draft, shown.facts, shown.details, landed.get(key), warnings.get(key, ""))
        if patch:
            self.bar.show_dirty(dirty_text(shown.draft, landed))
        elif shown.saved_at is not None and shown.facts is not None:
            now = delivery(shown.details.entries, shown.saved_at, shown.faces)
            self.bar.show_delivery(now, undo=shown.way_back is not None)
        elif shown.way_back is None:
            self.bar.show_rest()
        self.unsaved.emit(len(patch))

    # Changing

    def _edited(self, key: str) -> None:
        if self._open is not None:
            self._change(key, self.page.card(self._open.kind).fields[key].editor.value())

    def _change(self, key: str, value: Value | None) -> None:
        shown = self._open
        if shown is None:
            return
        before = shown.draft.value(key)
        shown.draft.change(key, value)
        title = field_title(shown.kind, key)
        self.undo_stack.note(key, before, shown.draft.value(key), self.tr("Change {field}").format(field=title))
        self._changed(key)

    def put_value(self, key: str, value: Value | None) -> None:
        """Undo or redo: the editor shows the value too."""
        if self._open is None:
            return
        self._open.draft.change(key, value)
        if key != "starred":
            self.page.card(self._open.kind).show_value(key, self._open.draft.value(key), self._open.facts)
        self._changed(key)

    def _changed(self, key: str) -> None:
        shown = self._open
        assert shown is not None
        shown.saved_at = shown.way_back = None
        if shown.dirty:
            self.bar.show_dirty(dirty_text(shown.draft, {}))
        if key in ("name", "starred", "first_name", "last_name") or field_of(shown.kind, key).type.is_list:
            self._show_head()
        self.unsaved.emit(len(shown.draft.patch))
        self._preview.start()
        self.saving.keep_soon()

    def show_draft(self, draft: Draft) -> None:
        """Show another draft of the same item, with an undo history of its own."""
        assert self._open is not None
        self._open.draft = draft
        self.undo_stack.clear()
        self._show_all()

    def bring_back(self, patch: Patch) -> None:
        """Put changes into the draft again."""
        for key, value in patch.items():
            self.put_value(key, value)

    def show_saved(self, *, was_new: bool) -> None:
        """Show the item as it was saved a moment ago."""
        assert self._open is not None
        assert self._open.item is not None
        self.undo_stack.clear()
        if was_new:
            self._present()
            self.created.emit(self._open.item.id)
        else:
            self._show_all()

    def close_card(self) -> None:
        """Leave the card; what is not saved is kept."""
        self.saving.keep_draft()
        self.closed.emit()

    def save(self) -> None:
        """Save on this computer now; sending follows by itself."""
        self._preview.stop()
        if (card := self.card) is not None:
            card.finish()
        self.saving.save()

    def save_and_next(self) -> None:
        """Save, and go on to the next in the list."""
        self.save()
        self.next_requested.emit()

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and meaning(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = meaning(event)
        if meant is None:
            super().keyPressEvent(event)
            return
        event.accept()
        {
            "save": self.save,
            "next": self.save_and_next,
            "undo": self.undo_stack.undo,
            "redo": self.undo_stack.redo,
            "cancel": self.saving.cancel,
        }[meant]()
