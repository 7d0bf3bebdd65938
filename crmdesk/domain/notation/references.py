"""What items say of one another: a deal's property and people, a property's owners.

In a record, an entry of a reference field is the id that the target has in the same account. Where it has none (on this
computer, or until the target is created there) the entry is `item:` and the id of our own item. On screen, on the
command line and in edits, an entry is the id of our own item alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from crmdesk.domain.fields import FIELDS, FieldType, Kind
from crmdesk.domain.values import Entry, Value, Values
from crmdesk.frozen import dataclass

_OWN = "item:"
REFERENCES = {
    kind: {key: field.target for key, field in fields.items() if field.type is FieldType.REFERENCES and field.target}
    for kind, fields in FIELDS.items()
}
"""The reference fields of each kind, and the kind that each of them names."""


@dataclass(frozen=True, slots=True)
class Related:
    """One item that another is related to; `item_id` None: the CRM names it, and the desk does not have it.

    `outgoing`: the item asked about names it, else it names the item asked about; `field` is the field that does.
    """

    field: str
    kind: Kind
    item_id: int | None
    label: str
    outgoing: bool


def own(item_id: int) -> Entry:
    """The entry of a record for an item that has no id in the record's account."""
    return Entry(f"{_OWN}{item_id}")


def own_item(text: str) -> int | None:
    """The item behind such an entry; None for an id of the account."""
    number = text.removeprefix(_OWN)
    return int(number) if number != text and number.isascii() and number.isdigit() else None


def items_of(ids: Iterable[int]) -> tuple[Entry, ...] | None:
    """Items as the entries that people see; None for none."""
    return tuple(Entry(str(id_)) for id_ in dict.fromkeys(ids)) or None


def without_references(kind: Kind, values: Values) -> Values:
    """The values without what names other items."""
    fields = REFERENCES[kind]
    return {key: value for key, value in values.items() if key not in fields} if fields.keys() & values else values


def entries_of(value: Value | None) -> tuple[Entry, ...]:
    """The entries of a reference field."""
    return value if isinstance(value, tuple) else ()
