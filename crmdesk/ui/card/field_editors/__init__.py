"""One editor per type of field; each shows a value, tells when the user changed it, and gives it back."""

from crmdesk.ui.card.field_editors.base import FieldEditor
from crmdesk.ui.card.field_editors.factory import make_editor

__all__ = ["FieldEditor", "make_editor"]
