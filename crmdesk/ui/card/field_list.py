"""The card: the header and the fields of one item, empty optional ones folded into "Add field"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crmdesk.domain.fields import ADDRESS, ADDRESS_PARTS, FIELDS, FieldType, Kind, field_of
from crmdesk.domain.values import Value
from crmdesk.ui.card.field_editors.address import AddressEditor
from crmdesk.ui.card.field_editors.entries import EntriesEditor
from crmdesk.ui.card.field_editors.tags import TagsEditor
from crmdesk.ui.card.field_row.row import LABEL_WIDTH, CardField, FieldRow
from crmdesk.ui.card.header import HEAD_FIELDS, Header
from crmdesk.ui.card.state.provenance import Facts
from crmdesk.ui.dialogs.search_popup import Choice, SearchPopup
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.wording.phrases import field_title

_OTHERS = "*"
_ORDER = (
    "description", "emails", "phones", "birthday", "tags", "website", "location", "linkedin", "instagram", "twitter",
    "facebook", "telegram", "education", "image", "stage", "starts", "first_name", "last_name", "last_seen",
    "next_reminder",
)  # fmt: skip
ALWAYS = {
    Kind.CONTACT: ("description", "emails", "phones"),
    Kind.PROPERTY: ("property_class", "status", "price", "description"),
    Kind.DEAL: ("stage", "price", "description"),
    Kind.EVENT: ("starts", "location", "description"),
}


class Card(QWidget):
    """Header and fields of one kind. `edited(key)` when the user changed a field; notes announce through `fields`."""

    edited = Signal(str)
    tags_wanted = Signal(object)  # the editor of tags in which somebody begins to type

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.header = Header(kind, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.header)
        self._column.addSpacing(8)
        self.fields: dict[str, CardField] = dict(self.header.fields)
        self._rows: dict[str, FieldRow] = {}
        self._added: set[str] = set()  # shown although empty, because the user asked for them
        self._parts_open = False  # whether the parts of an address are shown below its block
        self.tag_colours: Callable[[], Mapping[str, str]] = dict
        self.known: Callable[[], Callable[[str], bool]] = lambda: lambda _key: True  # which fields the item's CRMs take
        self._on_new: list[Callable[[CardField], None]] = []
        self._fields_column = QVBoxLayout()
        self._fields_column.setSpacing(2)
        self._column.addLayout(self._fields_column)
        self._add = QPushButton(self.tr("Add field"), self)
        self._add.setIcon(icon("add", "secondary"))
        self._add.setProperty("look", "quiet")
        self._add.setFont(font(FontSize.SMALL))
        self._add.clicked.connect(self._offer_fields)
        line = QHBoxLayout()
        line.setContentsMargins(self._add.fontMetrics().averageCharWidth() * LABEL_WIDTH, 0, 0, 0)
        line.addWidget(self._add)
        line.addStretch(1)
        self._column.addLayout(line)
        for field in self.header.fields.values():
            self._connect(field)

    def keys(self) -> list[str]:
        """The fields below the header, in their order on the card."""
        known = [
            key
            for key, field in FIELDS[self.kind].items()
            if key not in HEAD_FIELDS and key != "starred" and field.type is not FieldType.REFERENCES
        ]
        return sorted(known, key=lambda key: _ORDER.index(key) if key in _ORDER else len(_ORDER))

    def watch_fields(self, tell: Callable[[CardField], None]) -> None:
        """Call `tell` for each field there is, and for each that comes."""
        self._on_new.append(tell)
        for field in self.fields.values():
            tell(field)

    def _make_row(self, key: str) -> FieldRow:
        row = FieldRow(field_of(self.kind, key), field_title(self.kind, key), self)
        self._rows[key] = self.fields[key] = row
        keys = self.keys()
        order = sorted(self._rows, key=lambda shown: keys.index(shown) if shown in keys else len(keys))
        self._fields_column.insertWidget(order.index(key), row)
        self._connect(row)
        for tell in self._on_new:
            tell(row)
        return row

    def _connect(self, field: CardField) -> None:
        if isinstance(field.editor, AddressEditor):
            field.editor.asked_parts.connect(self._turn_parts)
        if isinstance(field.editor, TagsEditor):
            field.editor.tags_wanted.connect(lambda editor=field.editor: self.tags_wanted.emit(editor))
        field.editor.edited.connect(lambda key=field.key: self.edited.emit(key))

    def show_value(self, key: str, value: Value | None, facts: Facts | None, *, fold: bool = True) -> None:
        """Show a field's value and where it comes from; `fold` False where `settle` follows."""
        field = self.fields.get(key)
        if field is None:
            if value is None and key not in ALWAYS.get(self.kind, ()):
                return
            field = self._make_row(key)
        if isinstance(field.editor, EntriesEditor | TagsEditor):
            field.editor.show_origins(facts.origins(key) if facts else {})
            if isinstance(field.editor, TagsEditor):
                field.editor.show_colours(self.tag_colours())
        else:
            told = facts is not None and facts.differs(key)
            field.show_origin(facts.holders(key) if facts and told else (), facts.hover(key) if facts else "")
        field.editor.show_value(value)
        if field_of(self.kind, key).editable:
            field.editor.show_fixed(facts.read_only.get(key, "") if facts else "")
        if fold:
            self._fold(key, value)
            self._offer_more()

    def start_anew(self) -> None:
        """Fold what the user added for the item before, and forget what he typed for it."""
        self._added.clear()
        self._parts_open = False
        for field in self.fields.values():
            field.notes.clear()
            if isinstance(field.editor, TagsEditor):
                field.editor.show_value(None)

    def finish(self) -> None:
        """Show what was typed as it will be kept."""
        for field in self.fields.values():
            field.editor.finish()

    def _fold(self, key: str, value: Value | None) -> None:
        if (row := self._rows.get(key)) is None:
            return
        if row.field.part_of:
            row.setVisible(self._parts_open)
            self._tell_block()
            return
        always = key in ALWAYS.get(self.kind, ())
        said = key in ("first_name", "last_name") and self._name_says_parts()
        row.setVisible(always or (value is not None and not said) or key in self._added)

    def _offer_more(self) -> None:
        self._add.setVisible(any(True for _key in self._folded()))

    def settle(self) -> None:
        """Fold again, after all values are shown."""
        for key, row in self._rows.items():
            self._fold(key, row.editor.value())
        self._offer_more()

    def _part_rows(self) -> list[FieldRow]:
        return [row for row in self._rows.values() if row.field.part_of]

    def _tell_block(self) -> None:
        """Tell the address's block whether it is made of parts."""
        if ADDRESS in self.fields and isinstance(block := self.fields[ADDRESS].editor, AddressEditor):
            block.show_in_parts(any(row.editor.value() is not None for row in self._part_rows()))

    def reveal_parts(self) -> None:
        """Show the parts of the address where there is something to say of one."""
        if not self._parts_open and any(row.notes.tells for row in self._part_rows()):
            self._show_parts()

    def _show_parts(self) -> None:
        self._parts_open = True
        for key in ADDRESS_PARTS:
            (self._rows.get(key) or self._make_row(key)).show()

    def _turn_parts(self) -> None:
        """Show the parts' fields with the caret in the first, or put them away."""
        if self._parts_open and not any(row.notes.tells for row in self._part_rows()):
            self._parts_open = False
            for row in self._part_rows():
                row.hide()
            return
        self._show_parts()
        self._rows[ADDRESS_PARTS[0]].editor.start()

    def _name_says_parts(self) -> bool:
        """Whether first and last name only repeat the name, so that they need not be shown."""
        parts = [self.fields[key].editor.value() for key in ("first_name", "last_name") if key in self.fields]
        name = str(self.fields["name"].editor.value() or "")
        return bool(name) and all(str(part) in name for part in parts if part)

    def _folded(self) -> Iterator[str]:
        for key in self.keys():
            field = field_of(self.kind, key)
            hidden = key not in self._rows or self._rows[key].isHidden()
            if hidden and field.editable and not field.part_of and not (key == ADDRESS and self._parts_open):
                yield key

    def go_to(self, key: str) -> None:
        """Put the caret into a field, unfolded where it was folded."""
        if key == "starred":
            self.header.star.setFocus()
        elif key in self.fields and not self.fields[key].isHidden():
            self.fields[key].editor.start()
        elif field_of(self.kind, key).part_of:
            self._show_parts()
            self._rows[key].editor.start()
        else:
            self.unfold(key)

    def unfold(self, key: str) -> None:
        """Show an empty field and put the caret into it; of an address, into the first of its parts."""
        if key == ADDRESS:
            self._turn_parts()
            self._offer_more()
            return
        self._added.add(key)
        row = self._rows.get(key) or self._make_row(key)
        if isinstance(row.editor, EntriesEditor | TagsEditor):
            row.editor.show_origins({})
        row.show()
        self._offer_more()
        row.editor.start()

    def _offer_fields(self) -> None:
        popup = SearchPopup(self.tr("Add field"), self.tr("Find a field"), self)
        folded = sorted(self._folded(), key=lambda key: field_title(self.kind, key).casefold())
        takes = self.known()
        known = [key for key in folded if takes(key)]
        others = [key for key in folded if key not in known]
        choices = [Choice(key, field_title(self.kind, key), _sign(key, self.kind)) for key in known]
        if others:
            text = self.tr("Fields for this computer only…")
            choices.append(Choice(_OTHERS, text, "computer"))
        popup.offer(choices or [Choice("", self.tr("No CRM of this contact has further fields"), why_not=" ")])

        def choose(key: str) -> None:
            if key == _OTHERS:
                popup.search.clear()
                popup.offer([Choice(key, field_title(self.kind, key), _sign(key, self.kind)) for key in others])
                return
            popup.close()
            self.unfold(key)

        popup.chosen.connect(choose)
        popup.open_at(self._add.mapToGlobal(QPoint(0, self._add.height())), self._add.height())


def _sign(key: str, kind: Kind) -> str:
    """The icon of a field, by what it holds."""
    own = {"location": "compass", "education": "note", "image": "image"}
    by_type = {
        FieldType.DATE: "cake",
        FieldType.MOMENT: "clock",
        FieldType.TAGS: "tag",
        FieldType.URL: "globe",
        FieldType.HANDLE: "at",
        FieldType.EMAILS: "mail",
        FieldType.PHONES: "phone",
        FieldType.NOTE: "note",
    }
    return own.get(key) or by_type.get(field_of(kind, key).type, "edit")
