"""Which editor a field gets."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from crmdesk.domain.fields import ADDRESS, Field, FieldType
from crmdesk.ui.card.field_editors.address import AddressEditor
from crmdesk.ui.card.field_editors.base import FieldEditor
from crmdesk.ui.card.field_editors.entries import EntriesEditor
from crmdesk.ui.card.field_editors.line import (
    AmountEditor,
    DateEditor,
    FactEditor,
    LineEditor,
    MomentEditor,
    NoteEditor,
)
from crmdesk.ui.card.field_editors.tags import TagsEditor

_BY_TYPE: dict[FieldType, type[FieldEditor]] = {
    FieldType.NOTE: NoteEditor,
    FieldType.EMAILS: EntriesEditor,
    FieldType.PHONES: EntriesEditor,
    FieldType.TAGS: TagsEditor,
    FieldType.DATE: DateEditor,
    FieldType.MOMENT: MomentEditor,
    FieldType.AMOUNT: AmountEditor,
}


def make_editor(field: Field, title: str, parent: QWidget | None = None) -> FieldEditor:
    """The editor for that field's type; what only a CRM sets is shown and cannot be changed."""
    if not field.editable:
        return FactEditor(field, title, parent)
    if field.key == ADDRESS:
        return AddressEditor(field, title, parent)
    if field.part_of and field.type is FieldType.NOTE:
        return NoteEditor(field, title, parent, least=1)
    return _BY_TYPE.get(field.type, LineEditor)(field, title, parent)
