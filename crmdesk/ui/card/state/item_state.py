"""The item in the card with everything known about it, and the draft over it; no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Item
from crmdesk.domain.values import Patch, Value
from crmdesk.ui.card.field_row.origin_badges import Face
from crmdesk.ui.card.state.details import Details
from crmdesk.ui.card.state.draft import Draft
from crmdesk.ui.card.state.provenance import Facts


@dataclass(slots=True)
class Open:
    """What the card shows: an item, or a new one of `kind` while `item` is None."""

    kind: Kind
    draft: Draft
    item: Item | None = None
    facts: Facts | None = None
    faces: Mapping[int, Face] = field(default_factory=dict)
    details: Details = field(default_factory=Details)
    saved_at: datetime | None = None  # of the last save from this card
    way_back: Callable[[], None] | None = None  # undoes the last save, delete or cancel

    @property
    def item_id(self) -> int | None:
        """The item's id; None for one that was never saved."""
        return self.item.id if self.item is not None else None

    @property
    def dirty(self) -> bool:
        """Whether something is not saved."""
        return bool(self.draft.patch)

    def back_to(self, patch: Patch) -> Patch:
        """The patch that takes another one back."""
        shown: Mapping[str, Value] = self.draft.shown
        return {key: shown.get(key) for key in patch}
