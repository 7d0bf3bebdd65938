"""A contact's postal address as one thing: shown whole from one record, made into a block, and edited where it stands.

Addresses of two records are never mixed into one that exists nowhere. A record holds an address either in parts or,
where its CRM knows no parts, as one text; what people see as `address` is the block of the parts, or that text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import field

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import ADDRESS, ADDRESS_PARTS, Kind
from crmdesk.domain.notation.address_formats import formatted
from crmdesk.domain.notation.normal import same
from crmdesk.domain.records import Record
from crmdesk.domain.values import Patch, Value, Values
from crmdesk.frozen import dataclass

KEYS = frozenset({ADDRESS, *ADDRESS_PARTS})
_PARTS = frozenset(ADDRESS_PARTS)
_STREET = "street"


def with_block(values: Values) -> Values:
    """The values with `address` as the block of their parts, where they have any."""
    if _PARTS.isdisjoint(values):
        return values
    return {**values, ADDRESS: formatted({key: str(values[key]) for key in ADDRESS_PARTS if key in values})}


def address_of(values: Values) -> dict[str, Value]:
    """The members of the values that make up the address, as a record holds it: its parts, else its one text."""
    held = {key: values[key] for key in ADDRESS_PARTS if key in values}
    return held or {key: values[key] for key in (ADDRESS,) if key in values}


def holder_of(records: Iterable[Record], pinned: Mapping[str, int | None]) -> Record | None:
    """The record whose address is shown: the pinned one, else the first in account order that has any part of one."""
    having = [record for record in records if not KEYS.isdisjoint(record.values)]
    if ADDRESS in pinned:
        if (chosen := pinned[ADDRESS]) is None:
            return None
        having.sort(key=lambda record: record.id != chosen)
    return having[0] if having else None


def changed_address(shown: Values, patch: Patch) -> dict[str, Value]:
    """An address, as `address_of` gives it, after an edit.

    A new text takes the place of all parts. A part that is set where only a text is known makes that text the street,
    unless the street is what is set: no text is taken apart, and none is lost.
    """
    new = dict(shown)
    if ADDRESS in patch:
        new = {} if (text := patch[ADDRESS]) is None else {ADDRESS: text}
    if ADDRESS in new and any(patch.get(key) is not None for key in _PARTS):
        new = {_STREET: new[ADDRESS]}
    new |= {key: value for key in ADDRESS_PARTS if (value := patch.get(key)) is not None}
    return {key: value for key, value in new.items() if key == ADDRESS or patch.get(key, value) is not None}


def with_one_address(values: Values) -> dict[str, Value]:
    """The values of something new, its address in parts or as one text and never both."""
    if ADDRESS not in values or values.keys().isdisjoint(_PARTS):
        return dict(values)
    return {key: value for key, value in values.items() if key not in KEYS} | changed_address({}, values)


@dataclass(frozen=True, slots=True)
class AddressPlacement:
    """Where an edited address lands, as `items.Placement` has it for all fields."""

    patches: Mapping[int, Patch] = field(default_factory=dict)  # by record id
    here: Patch = field(default_factory=dict)  # the whole address that stays on this computer
    shown_from: Sequence[int] = ()  # records that hold the whole of it afterwards
    others: Sequence[int] = ()  # further records that could be given one


def place_address(
    records: Sequence[Record],
    shown: Values,
    patch: Patch,
    can_take: Callable[[Record, str], bool],
    also: Collection[int] = (),
) -> AddressPlacement:
    """Decide where an edit of the shown address lands.

    Every record that holds the shown address, or less of it and nothing else, is changed with it, if its account takes
    all that changes of what it holds; one that holds another address keeps it. Where no record then has the whole new
    address, it is kept whole on this computer. An empty address is given to the first record that can take any of it.
    """
    new = changed_address(shown, patch)
    change = {key: new.get(key) for key in sorted(KEYS) if new.get(key) != shown.get(key)}
    further: list[int] = []
    if shown:
        patches = {
            record.id: given
            for record in records
            if _agrees(record, shown) and (given := _given(record, change, shown, new, can_take))
        }
    else:
        able = [
            record
            for record in records
            if KEYS.isdisjoint(record.values) and any(can_take(record, key) for key in change)
        ]
        more = [record.id for record in able[1:] if record.account_id != LOCAL_ACCOUNT_ID]
        chosen = [*able[:1], *(record for record in able[1:] if record.id in also and record.id in more)]
        patches = {one.id: {key: value for key, value in change.items() if can_take(one, key)} for one in chosen}
        further = [id_ for id_ in more if id_ not in also]
    whole = [record.id for record in records if record.id in patches and _after(record, patches[record.id]) == new]
    here = {} if whole or not new else _kept_here(records, new)
    return AddressPlacement(patches, here, whole, further)


def _agrees(record: Record, shown: Values) -> bool:
    """Whether a record's address is the shown one, or less of it and nothing else."""
    held = address_of(record.values)
    return bool(held) and all(
        key in shown and same(Kind.CONTACT, key, value, shown[key]) for key, value in held.items()
    )


def _given(
    record: Record, change: Patch, shown: Values, new: Values, can_take: Callable[[Record, str], bool]
) -> dict[str, Value | None]:
    """What a record that has the shown address is given of a change; nothing where that would be but a piece of it."""
    replaced = {key: value for key, value in change.items() if key in record.values}
    if not all(can_take(record, key) for key in replaced):
        return {}
    whole = address_of(record.values).keys() == shown.keys()
    added = {key: value for key, value in change.items() if key not in shown and whole and can_take(record, key)}
    given = {**replaced, **added}
    other_form = bool(new) and (ADDRESS in new) is not (ADDRESS in shown)  # a text instead of parts, or parts of a text
    return {} if other_form and _after(record, given) != new else given


def _after(record: Record, patch: Patch) -> dict[str, Value]:
    values = {**record.values, **patch}
    return address_of({key: value for key, value in values.items() if value is not None})


def _kept_here(records: Sequence[Record], new: Values) -> dict[str, Value | None]:
    """A whole address for the record of this computer; what that one has of another is cleared."""
    held = {key for record in records if record.account_id == LOCAL_ACCOUNT_ID for key in record.values}
    return {**dict.fromkeys(sorted(KEYS & held)), **new}
