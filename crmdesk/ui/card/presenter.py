"""What the card shows of one item, and the draft over it: read from the desk, shown anew, changed by typing.

A changed field belongs to the user until it is saved or put aside: pulls are offered beside it, never written over it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from crmdesk.desk import NEW_DRAFT, Desk
from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.domain.items import compose_name
from crmdesk.domain.settings import IMAGES, NEW_IN, ON
from crmdesk.domain.values import Patch, Value, is_cancelled, patch_from_json
from crmdesk.errors import NotFound
from crmdesk.ui.background.image_loader import ImageLoader
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_list import ALWAYS, Card
from crmdesk.ui.card.field_row.origin_badges import Faces
from crmdesk.ui.card.new_item import offered
from crmdesk.ui.card.page import EditorPage
from crmdesk.ui.card.save_bar import EditorBar
from crmdesk.ui.card.state.details import read_details, read_facts, taken_there
from crmdesk.ui.card.state.draft import Draft
from crmdesk.ui.card.state.item_state import Open
from crmdesk.ui.card.state.preview import dirty_text, landings, landings_of_new, show_notes
from crmdesk.ui.card.state.provenance import delivery, standings
from crmdesk.ui.card.state.undo import FieldHistory
from crmdesk.ui.wording.accounts import why_held
from crmdesk.ui.wording.phrases import ago, field_title
from crmdesk.ui.wording.told import told

PREVIEW = 150  # milliseconds after the last keystroke until warnings and landing places are worked out


class CardPresenter(QObject):
    """Fills page and bar from the desk; what acts on the shown item holds this one and the widgets it needs."""

    leaving = Signal()  # the shown item is about to be put away: what was typed has to be kept now
    typed = Signal()  # the draft changed
    presented = Signal()  # the item is shown anew
    emptied = Signal()  # no item is shown any more
    created = Signal(int)  # a new item was saved under that id
    unsaved = Signal(int)  # how many changes of the card are not saved

    def __init__(self, desk: Desk, tasks: Tasks, page: EditorPage, bar: EditorBar, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self.tasks, self.page, self.bar = desk, tasks, page, bar
        self._open: Open | None = None
        self._faces = Faces(desk)
        self.undo_stack = FieldHistory(self.put_value)
        self._images = ImageLoader(self, self._called)
        self._preview = QTimer(self, singleShot=True, interval=PREVIEW)
        self._preview.timeout.connect(self.show_preview)

    def _called(self) -> frozenset[str]:
        """The hosts, with their ports, at which the connected CRMs are called."""
        addresses = (status.account.settings.get("base_url", "") for status in self.desk.accounts())
        return frozenset(QUrl(address).authority().lower() for address in addresses)

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

    def show_item(self, item_id: int | None, instead: str = "") -> None:
        """Show an item, with its draft if it has one; None shows that nobody is chosen, or what `instead` says."""
        if self._open is not None and item_id is not None and self._open.item_id == item_id:
            self.refresh(frozenset({item_id}))
            return
        self._leave()
        if item_id is None:
            hint = self.tr("Menus and keys act on all of them.") if instead else self.tr("Choose a row in the list.")
            self._show_nobody(instead or self.tr("Nothing chosen"), hint)
            return
        try:
            item = self.desk.item(item_id)
        except NotFound:
            self._show_nobody(self.tr("No longer here"), self.tr("This contact was deleted or removed."))
            return
        self._open = Open(item.kind, Draft(item.kind, item.values, self.desk.draft(item_id)), item)
        self._present()

    def new_item(self, kind: Kind = Kind.CONTACT, account_id: int = 0) -> None:
        """Show an empty card for a new item of that kind, to be made in that account and in those of the last time."""
        self._leave()
        kept = self.desk.setting(NEW_DRAFT.format(kind=kind))
        self._open = Open(kind, Draft(kind, {}, patch_from_json(kept) if kept else None))
        chosen = self.desk.setting(NEW_IN) or self.desk.setting("new.accounts")
        ids = frozenset(int(text) for text in chosen.split(",") if text.isdigit()) | {account_id}
        self.page.create_in.show_accounts(*offered(self.desk, kind), ids)
        self._present()
        self.edit()

    def edit(self, key: str = "") -> None:
        """Put the caret into the card: into that field, else where most is written."""
        if self._open is None:
            return
        card = self.page.card(self._open.kind)
        first = "name" if self._open.item is None or "description" not in card.fields else "description"
        card.go_to(key or first)

    def refresh(self, ids: frozenset[int]) -> None:
        """Show what the desk has now, if the shown item is among `ids` (or `ids` is empty: everything may differ)."""
        if self._open is None or self._open.item is None:
            return
        if ids and not ids & {self._open.item.id, *self._open.details.contacts}:
            return
        try:
            item = self.desk.item(self._open.item.id)
        except NotFound:
            self.leaving.emit()
            self._open = None
            self._show_nobody(self.tr("No longer here"), self.tr("This contact was deleted or removed."))
            return
        self._open.item = item
        self._open.draft.follow(item.values)
        self.show_all()

    # Showing

    def _leave(self) -> None:
        self._preview.stop()
        self.leaving.emit()
        self._open = None
        self.undo_stack.clear()
        self.tasks.drop("editor image")

    def _show_nobody(self, title: str, hint: str) -> None:
        self.unsaved.emit(0)
        self.page.show_empty(title, hint)
        self.bar.show_rest()
        self.emptied.emit()

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
        self.show_all()
        self.show_image()

    def show_all(self) -> None:
        """Show the item with its draft, and all that is known about both."""
        shown = self._open
        assert shown is not None
        shown.faces = self._faces.read()
        if shown.item is not None:
            shown.facts = read_facts(self.desk, shown.item, shown.faces)
            self.tasks.replace("editor details", self._read_details(shown), what=self.tr("Read the card"))
        card = self.page.card(shown.kind)
        card.tag_colours = self.desk.tag_colours
        always = ALWAYS.get(shown.kind, ())
        for key in dict.fromkeys([*card.fields, *always, *shown.draft.shown, *shown.draft.patch]):
            if key != "starred" and field_of(shown.kind, key).type is not FieldType.REFERENCES:
                card.show_value(key, shown.draft.value(key), shown.facts, fold=False)
        card.settle()
        card.known = partial(self._known, shown)
        self.presented.emit()
        self._show_head()
        self._show_trash()
        self.show_preview()

    def _known(self, shown: Open) -> Callable[[str], bool]:
        chosen = [status.account for status in self.page.create_in.chosen()]
        return taken_there(self.desk, shown.kind, shown.item, chosen)

    def _show_head(self) -> None:
        shown = self._open
        assert shown is not None
        header = self.page.card(shown.kind).header
        values = {**shown.draft.shown, **{k: v for k, v in shown.draft.patch.items() if v is not None}}
        name = compose_name(values)
        header.show_name(name, name or (self.tr("Name") if shown.item is None else self.tr("No name")))
        header.show_star(bool(shown.draft.value("starred")) if shown.kind is Kind.CONTACT else None)
        header.show_cancelled(is_cancelled(shown.kind, values))
        header.menu.setVisible(shown.item is not None)
        header.show_standings(standings(shown.facts, shown.details.entries) if shown.facts else [])

    def _show_trash(self) -> None:
        item = self._open.item if self._open else None
        text = ""
        if item is not None and item.trashed_at is not None:
            text = self.tr("In the trash since {when}.").format(when=ago(item.trashed_at))
            text += f" {told(item.trash_reason)}" if item.trash_reason else ""
        self.page.banner.say(text)

    async def _read_details(self, shown: Open) -> None:
        assert shown.item is not None
        shown.details = await read_details(self.desk, shown.item.id)
        if shown is self._open:
            self.presented.emit()
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
        if self.desk.setting(IMAGES) == ON and isinstance(address, str):

            async def load() -> None:
                image = await self._images.image(address)
                if shown is self._open:
                    avatar.show_image(image)

            self.tasks.replace("editor image", load(), what=self.tr("Load the picture"))

    def show_preview(self) -> None:
        """Say below each field what is to be known about it, and in the bar what is not saved."""
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
        self.page.card(shown.kind).reveal_parts()
        if patch:
            self.bar.show_dirty(dirty_text(shown.draft, landed))
        elif shown.saved_at is not None and shown.facts is not None:
            held = why_held(self.desk.accounts(quotas=False))
            now = delivery(shown.details.entries, shown.saved_at, shown.faces, held)
            self.bar.show_delivery(now, undo=shown.way_back is not None)
        elif shown.way_back is None:
            self.bar.show_rest()
        self.unsaved.emit(len(patch))

    # Changing

    def read_field(self, key: str) -> None:
        """Take over what was typed into a field."""
        if self._open is not None:
            self.change(key, self.page.card(self._open.kind).fields[key].editor.value())

    def change(self, key: str, value: Value | None) -> None:
        """The user gave a field another value: it belongs to the draft from now on."""
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
        if key in ("name", "starred", "first_name", "last_name", "status") or field_of(shown.kind, key).type.is_list:
            self._show_head()
        if whole := field_of(shown.kind, key).part_of:
            self.page.card(shown.kind).show_value(whole, shown.draft.value(whole), shown.facts)
        self.unsaved.emit(len(shown.draft.patch))
        self._preview.start()
        self.typed.emit()

    def show_draft(self, draft: Draft) -> None:
        """Show another draft of the same item, with an undo history of its own."""
        assert self._open is not None
        self._open.draft = draft
        self.undo_stack.clear()
        self.show_all()

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
            self.show_all()

    def finish_typing(self) -> None:
        """Take what is still being typed as typed; what it means is worked out by whoever goes on."""
        self._preview.stop()
        if (card := self.card) is not None:
            card.finish()
