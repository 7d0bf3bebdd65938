"""One record's value of a field for every other record that holds a different one: worked out before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field as with_default

from crmdesk.domain.fields import ADDRESS, ADDRESS_PARTS, Kind
from crmdesk.domain.items import CanTake
from crmdesk.domain.notation.addresses import address_of, place_address, with_block
from crmdesk.domain.notation.normal import same
from crmdesk.domain.records import Record
from crmdesk.domain.values import Patch, Value, Values
from crmdesk.frozen import dataclass

NAME_PARTS = ("first_name", "last_name")


@dataclass(frozen=True, slots=True)
class Spread:
    """What each record is given, and the records that keep their own value because their account cannot take it."""

    patches: Mapping[int, Patch] = with_default(default_factory=dict)  # by record id
    unable: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WayBack:
    """What takes a spread value back: what the changed records held before, and whether the value was pinned for it."""

    before: Mapping[int, Patch]  # by record id
    field: str
    pinned: bool = False


def spread(kind: Kind, records: Sequence[Record], key: str, holder_id: int, can_take: CanTake) -> Spread:
    """Give the holder's value of a field to every record that holds another; a record without one stays without.

    Values that mean the same count as equal. An address goes as a whole.
    """
    holder = next(record for record in records if record.id == holder_id)
    wanted = with_block(holder.values).get(key)
    patches: dict[int, Patch] = {}
    unable = []
    for record in records:
        held = with_block(record.values).get(key)
        if wanted is None or held is None or same(kind, key, held, wanted):
            continue
        given = _given(record, key, wanted, holder.values, can_take)
        if given:
            patches[record.id] = given
        else:
            unable.append(record.id)
    return Spread(patches, tuple(unable))


def _given(record: Record, key: str, wanted: Value, holder: Values, can_take: CanTake) -> Patch:
    if key == ADDRESS:
        return _address(record, holder, can_take)
    if can_take(record, key):
        return {key: wanted}
    parts = {part: holder.get(part) for part in NAME_PARTS} if key == "name" else {}
    whole = any(parts.values()) and all(can_take(record, part) for part in parts)
    return parts if whole else {}  # where the full name cannot be written it follows its parts


def _address(record: Record, wanted: Values, can_take: CanTake) -> Patch:
    """What makes a record's address the wanted one, in the form in which the record holds its own."""
    parts, text = address_of(wanted), with_block(wanted).get(ADDRESS)
    in_parts = ADDRESS not in parts and ADDRESS not in address_of(record.values)
    change: Patch = {key: parts.get(key) for key in ADDRESS_PARTS} if in_parts else {ADDRESS: text}
    return place_address([record], address_of(record.values), change, can_take).patches.get(record.id, {})
