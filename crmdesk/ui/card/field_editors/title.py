"""The editor of the name at the head of the card."""

from __future__ import annotations

from crmdesk.ui.card.field_editors.line import LineEditor


class TitleEditor(LineEditor):
    """The editor of an item's name: its lane has room for a sign alone."""

    places = 1
