"""What the user changed of one item and has not saved: pure, so that it can be tested without a window."""

from __future__ import annotations

from collections.abc import Sequence

from crmdesk.domain.fields import ADDRESS, ADDRESS_PARTS, Kind, field_of
from crmdesk.domain.items import Also
from crmdesk.domain.notation.addresses import address_of, changed_address, with_block
from crmdesk.domain.rows import rows_of, same_rows
from crmdesk.domain.values import Patch, Value, Values, is_empty


class Draft:
    """The shown values of an item with the user's changes over them.

    Each changed field remembers the value it was changed from; a pull that brings another value meanwhile never touches
    the field, but is offered as `newer`.
    """

    def __init__(self, kind: Kind, shown: Values, patch: Patch | None = None) -> None:
        self.kind = kind
        self._shown: dict[str, Value] = dict(shown)
        self._patch: dict[str, Value | None] = {}
        self._from: dict[str, Value | None] = {}
        self._also: dict[str, tuple[int, ...]] = {}
        for key, value in (patch or {}).items():
            self.change(key, value)

    @property
    def shown(self) -> Values:
        """The values as the desk shows them now, without the changes."""
        return self._shown

    @property
    def patch(self) -> Patch:
        """The changed fields as they stand in the editor; None clears one."""
        return dict(self._patch)

    @property
    def also(self) -> Also:
        """The records beside the first one in which an empty field is to be filled."""
        return dict(self._also)

    def fill_also(self, key: str, record_ids: Sequence[int]) -> None:
        """Fill an empty field in these records too; in none, to fill it in the first alone."""
        self._also[key] = tuple(record_ids)

    def value(self, key: str) -> Value | None:
        """What the editor shows for a field; an address is the block of its parts as they are changed."""
        if key == ADDRESS and not self._patch.keys().isdisjoint(ADDRESS_PARTS):
            return with_block(changed_address(address_of(self._shown), self._patch)).get(ADDRESS)
        return self._patch[key] if key in self._patch else self._shown.get(key)

    def change(self, key: str, value: Value | None) -> None:
        """Change a field; setting it back to the value it was changed from is no change any more."""
        value = None if is_empty(value) else value
        before = self._from.get(key, self._shown.get(key))
        if value == before and self._shown.get(key) == before:
            self.drop(key)
            return
        self._from.setdefault(key, self._shown.get(key))
        self._patch[key] = value

    def follow(self, shown: Values) -> set[str]:
        """Take over the values the desk shows now; the unchanged fields whose editors have to show something else."""
        keys = {key for key in {*self._shown, *shown} if self._shown.get(key) != shown.get(key)}
        self._shown = dict(shown)
        for key in keys & set(self._patch):
            if self._patch[key] == shown.get(key):
                self.drop(key)
        return {key for key in keys if key not in self._patch}

    def newer(self, key: str) -> bool:
        """Whether the desk shows another value now than the one the user's change started from."""
        return key in self._patch and self._shown.get(key) != self._from[key]

    def drop(self, key: str) -> None:
        """Forget the change of a field, so that the desk's value shows again."""
        self._patch.pop(key, None)
        self._from.pop(key, None)
        self._also.pop(key, None)

    def to_save(self) -> Patch:
        """The patch to save: lists take over what came or went meanwhile and what the user did not touch."""
        return {key: self._merged(key, value) for key, value in self._patch.items()}

    def _merged(self, key: str, mine: Value | None) -> Value | None:
        if not field_of(self.kind, key).type.is_list or not self.newer(key):
            return mine
        was, now, wanted = (rows_of(value) for value in (self._from[key], self._shown.get(key), mine))
        before = same_rows(self.kind, key, was, wanted)
        still = same_rows(self.kind, key, now, wanted)
        kept = [
            entry
            for entry, place, there in zip(wanted, before, still, strict=True)
            if there is not None or place is None or was[place] != entry
        ]
        came = [
            entry
            for number, (entry, place) in enumerate(zip(now, same_rows(self.kind, key, was, now), strict=True))
            if place is None and number not in still
        ]
        return (*kept, *came) or None
