"""An item from its records: whose value is shown for each field, and where an edit of it will land.

All of it is pure. Records come in account order; "This computer" is last.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field, replace

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import ADDRESS, FieldType, Kind, field_of
from crmdesk.domain.notation import addresses
from crmdesk.domain.notation.normal import same
from crmdesk.domain.notation.references import without_references
from crmdesk.domain.records import SILENT, Item, Pin, Record
from crmdesk.domain.rows import rows_of, same_rows
from crmdesk.domain.values import Entry, Patch, Value, Values, applied
from crmdesk.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an edit lands: a patch per record, what stays on this computer, and the pins that keep it shown."""

    patches: Mapping[int, Patch]  # by record id
    here: Patch  # kept on this computer only
    pins: Mapping[
        str, int | None
    ]  # field → record id, None pins it as empty; -1 stands for the record of this computer
    refused: Mapping[str, str]  # field → why an entry could not be changed
    others: Mapping[str, Sequence[int]] = field(
        default_factory=dict
    )  # empty field → further records that could take it


@dataclass(frozen=True, slots=True)
class Creation:
    """What a new item would give to a CRM, and what that CRM still wants before it takes it."""

    fields: frozenset[str]  # whose values would be there
    lacking: tuple[str, ...] = ()  # fields without which it would be refused


_ORDERED = frozenset({FieldType.EMAILS, FieldType.PHONES})  # the first one is the main one, where it means anything
HERE = -1  # in `Placement.pins`: the record in "This computer", which may not exist yet

Also = Mapping[str, Collection[int]]  # field → the records beside the first one that an empty field is filled in
NO_ORDER = "The order is as the CRM gives it, and cannot be changed from here."
CanTake = Callable[[Record, str], bool]  # whether that record's account lets the desk write that field


def project(kind: Kind, records: Sequence[Record], pins: Sequence[Pin]) -> dict[str, Value]:
    """The shown values: the pinned record's first, then account order, first non-empty; lists as the union of all.

    An address is shown whole from one record, `address` as the block of its parts. Records that are gone from their
    CRM, or out of scope, speak only when no other one is left.
    """
    records = speaking(records)
    if len(records) == 1 and not pins:
        return dict(addresses.with_block(records[0].values))
    pinned = {pin.field: pin.record_id for pin in pins}
    keys = dict.fromkeys(key for record in records for key in record.values)
    shown: dict[str, Value] = {}
    for key in keys:
        if key in addresses.KEYS:
            continue
        if field_of(kind, key).type.is_list:
            union = tuple(entry for entry, _ in united(kind, key, records))
            if union:
                shown[key] = union
            continue
        value = _scalar(key, records, pinned)
        if value is not None:
            shown[key] = value
    return {**shown, **addresses.with_block(_address(records, pinned))}


def seen_in(item: Item, account_ids: Collection[int]) -> Item:
    """An item as whoever sees those accounts alone sees it: nothing that only a record elsewhere holds.

    What it names of other items is left out where it has a record elsewhere: which record names them is not told.
    """
    records = tuple(record for record in item.records if record.account_id in account_ids)
    if len(records) == len(item.records):
        return item
    states = {record.id: item.states[record.id] for record in records}
    pins = tuple(pin for pin in item.pins if pin.record_id is None or pin.record_id in states)
    values = without_references(item.kind, project(item.kind, records, pins))
    return replace(item, values=values, records=records, states=states, pins=pins)


def _address(records: Sequence[Record], pinned: Mapping[str, int | None]) -> Values:
    holder = addresses.holder_of(records, pinned)
    return {} if holder is None else addresses.address_of(holder.values)


def speaking(records: Sequence[Record]) -> Sequence[Record]:
    """The records whose values are shown: those gone from their CRM, or out of scope, only when no other CRM has one.

    What is kept on this computer alone does not silence them: it may be no more than one field.
    """
    live = [record for record in records if record.presence not in SILENT]
    return live if any(record.account_id != LOCAL_ACCOUNT_ID for record in live) else records


def _scalar(key: str, records: Sequence[Record], pinned: Mapping[str, int | None]) -> Value | None:
    if key in pinned:
        holder = pinned[key]
        if holder is None:
            return None
        for record in records:
            if record.id == holder and key in record.values:
                return record.values[key]
    return next((record.values[key] for record in records if key in record.values), None)


def united(kind: Kind, key: str, records: Sequence[Record]) -> list[tuple[Entry, tuple[int, ...]]]:
    """The union of a list field, each row with the ids of the records that hold it, in account order."""
    return [(row.shown, tuple(row.held)) for row in _rows(kind, key, records)]


@dataclass(slots=True)
class _Row:
    """One row of a shown list: as it is shown, and its place in the list of each record that holds it."""

    shown: Entry
    held: dict[int, int]


def _rows(kind: Kind, key: str, records: Sequence[Record]) -> list[_Row]:
    """The rows of all records: those of one record are rows of their own, whatever their form."""
    rows: list[_Row] = []
    for record in records:
        held = rows_of(record.values.get(key))
        same_as = same_rows(kind, key, [row.shown for row in rows], held, near=False)
        for place, (entry, known) in enumerate(zip(held, same_as, strict=True)):
            if known is None:
                rows.append(_Row(entry, {record.id: place}))
                continue
            row = rows[known]
            row.held[record.id] = place
            if not row.shown.label:
                row.shown = replace(row.shown, label=entry.label)
    return rows


def differing(kind: Kind, key: str, records: Sequence[Record]) -> list[tuple[int, Value]]:
    """The records whose value of a scalar field differs from the first shown one; for the "2 values" chip."""
    held = [(record.id, record.values[key]) for record in records if key in record.values]
    return [(id_, value) for id_, value in held[1:] if not same(kind, key, value, held[0][1])] if held else []


def place(
    kind: Kind,
    records: Sequence[Record],
    pins: Sequence[Pin],
    patch: Patch,
    can_take: CanTake,
    also: Also | None = None,
    keeps_order: CanTake = lambda record, field: record.account_id == LOCAL_ACCOUNT_ID,
) -> Placement:
    """Decide where each edited field lands.

    `keeps_order` tells whether the order of a list means something in a record's account, so that it is carried there.
    An edit replaces a value wherever that value stands and never overwrites a different one. An empty field is filled
    in the first record that can take it, and in those that `also` names. Where none can take it, it stays on this
    computer and is pinned.
    """
    patches: dict[int, dict[str, Value | None]] = {}
    here: dict[str, Value | None] = {}
    new_pins: dict[str, int | None] = {}
    refused: dict[str, str] = {}
    others: dict[str, Sequence[int]] = {}
    shown = project(kind, records, pins)
    records = speaking(records)
    if not addresses.KEYS.isdisjoint(patch):
        _place_address(records, pins, patch, can_take, also or {}, patches, here, new_pins, others)
    for key, new in patch.items():
        if key in addresses.KEYS:
            continue
        filled: list[int] = []
        if shown.get(key) is None and new is not None:
            filled, others[key] = _filled(key, records, can_take, (also or {}).get(key, ()))
        if field_of(kind, key).type.is_list:
            _place_list(kind, key, records, new, can_take, keeps_order, filled, patches, here, refused)
        else:
            landed = filled or _holding(kind, key, records, shown.get(key), can_take)
            for record_id in landed:
                patches.setdefault(record_id, {})[key] = new
            _pin_scalar(kind, key, records, pins, new, landed, here, new_pins)
    return Placement(patches, here, new_pins, refused, {key: ids for key, ids in others.items() if ids})


def _place_address(
    records: Sequence[Record],
    pins: Sequence[Pin],
    patch: Patch,
    can_take: CanTake,
    also: Also,
    patches: dict[int, dict[str, Value | None]],
    here: dict[str, Value | None],
    new_pins: dict[str, int | None],
    others: dict[str, Sequence[int]],
) -> None:
    pinned = {pin.field: pin.record_id for pin in pins}
    shown = _address(records, pinned)
    chosen = {id_ for key in addresses.KEYS for id_ in also.get(key, ())}
    placed = addresses.place_address(records, shown, patch, can_take, chosen)
    for record_id, given in placed.patches.items():
        patches.setdefault(record_id, {}).update(given)
    others.update(dict.fromkeys(addresses.KEYS & patch.keys(), placed.others))
    if placed.here:
        here.update(placed.here)
        new_pins[ADDRESS] = HERE
        return
    new = addresses.changed_address(shown, patch)
    after = [replace(record, values=applied(record.values, placed.patches.get(record.id, {}))) for record in records]
    without = {field: holder for field, holder in pinned.items() if field != ADDRESS}
    if not new:
        if _address(after, without):
            new_pins[ADDRESS] = None
    elif (_address(after, pinned) != new and _address(after, without) != new) or (
        ADDRESS in pinned and pinned[ADDRESS] not in placed.shown_from
    ):
        new_pins[ADDRESS] = placed.shown_from[0]


def _filled(
    key: str, records: Sequence[Record], can_take: CanTake, also: Collection[int]
) -> tuple[list[int], Sequence[int]]:
    """The records in which an empty field is filled, and the further ones of CRMs in which it could be."""
    # Where the field is pinned as empty a record may still hold a value; that one is never overwritten.
    able = [record for record in records if can_take(record, key) and key not in record.values]
    further = [record.id for record in able[1:] if record.account_id != LOCAL_ACCOUNT_ID]
    chosen = [id_ for id_ in further if id_ in also]
    return [*(record.id for record in able[:1]), *chosen], [id_ for id_ in further if id_ not in also]


def _holding(kind: Kind, key: str, records: Sequence[Record], old: Value | None, can_take: CanTake) -> list[int]:
    return [
        record.id
        for record in records
        if old is not None
        and key in record.values
        and same(kind, key, record.values[key], old)
        and can_take(record, key)
    ]


def _pin_scalar(
    kind: Kind,
    key: str,
    records: Sequence[Record],
    pins: Sequence[Pin],
    new: Value | None,
    landed: Sequence[int],
    here: dict[str, Value | None],
    new_pins: dict[str, int | None],
) -> None:
    """Pin what was typed where it would otherwise not be what is shown."""
    after = [_with(record, key, new) if record.id in landed else record for record in records]
    others = [pin for pin in pins if pin.field != key]
    if new is None:
        if _scalar(key, after, {}) is not None:
            new_pins[key] = None
        return
    if not landed:
        here[key] = new
        new_pins[key] = HERE
        return
    if (project(kind, after, pins).get(key) != new and project(kind, after, others).get(key) != new) or any(
        pin.field == key and pin.record_id not in landed for pin in pins
    ):
        new_pins[key] = landed[0]


def _with(record: Record, key: str, value: Value | None) -> Record:
    values = {name: held for name, held in record.values.items() if name != key}
    return replace(record, values=values if value is None else {**values, key: value})


def _place_list(
    kind: Kind,
    key: str,
    records: Sequence[Record],
    new: Value | None,
    can_take: CanTake,
    keeps_order: CanTake,
    filled: Sequence[int],
    patches: dict[int, dict[str, Value | None]],
    here: dict[str, Value | None],
    refused: dict[str, str],
) -> None:
    wanted, rows = rows_of(new), _rows(kind, key, records)
    by_id = {record.id: record for record in records}
    became = _became(kind, key, [row.shown for row in rows], wanted)
    # Of each record's list: the row as it will be and its place among the wanted ones, None for one that goes.
    lists: dict[int, list[tuple[Entry, int] | None]] = {
        record.id: [(entry, -1) for entry in rows_of(record.values.get(key))] for record in records
    }
    added = dict.fromkeys(sorted(set(range(len(wanted))).difference(became.values())))
    for index, row in enumerate(rows):
        number = became.get(index)
        target = None if number is None else wanted[number]
        takers: Sequence[int] = [holder for holder in row.held if target == row.shown or can_take(by_id[holder], key)]
        if not takers:
            refused[key] = f"“{row.shown.value}” is held only where it cannot be changed."
            if number is not None and not _is_the_row(kind, key, row.shown, wanted[number]):
                added[number] = None
        for holder in takers:
            place = row.held[holder]
            held = rows_of(by_id[holder].values.get(key))[place]
            lists[holder][place] = None if target is None else (_changed(held, row.shown, target), number or 0)
    if added:
        takers = filled or [record.id for record in records if can_take(record, key)][:1]
        if not takers:
            here[key] = tuple(wanted[number] for number in sorted(added))
        for taker in takers:
            lists[taker].extend((wanted[number], number) for number in sorted(added))
    after: list[Record] = []
    for record in records:
        kept = [row for row in lists[record.id] if row is not None]
        if keeps_order(record, key) and can_take(record, key):
            kept = _in_order(kept)
        listed = tuple(entry for entry, _ in kept)
        after.append(_with(record, key, listed or None))
        if listed != rows_of(record.values.get(key)):
            patches.setdefault(record.id, {})[key] = listed or None
    if _moves([became[place] for place in sorted(became)]) and not _shows_order(kind, key, after, wanted):
        refused.setdefault(key, NO_ORDER)


def _shows_order(kind: Kind, key: str, after: Sequence[Record], wanted: Sequence[Entry]) -> bool:
    """Whether the rows are shown in the order that was asked for, or their order means nothing."""
    shown = [row.shown for row in _rows(kind, key, after)]
    places = [place for place in same_rows(kind, key, shown, wanted) if place is not None]
    return field_of(kind, key).type not in _ORDERED or not _moves(places)


def _became(kind: Kind, key: str, shown: Sequence[Entry], wanted: Sequence[Entry]) -> dict[int, int]:
    """Which shown row is which wanted one: the same, the only one gone and the only new, else what took its place."""
    known = same_rows(kind, key, shown, wanted)
    became = {place: number for number, place in enumerate(known) if place is not None}
    gone = [place for place in range(len(shown)) if place not in became]
    new = [number for number, place in enumerate(known) if place is None]
    if len(gone) == len(new) == 1:
        return became | {gone[0]: new[0]}
    return became | {place: place for place in gone if place in new}


def _is_the_row(kind: Kind, key: str, one: Entry, other: Entry) -> bool:
    return same_rows(kind, key, [one], [other], near=False) == [0]


def _changed(held: Entry, shown: Entry, target: Entry) -> Entry:
    """A record's own row with what the user changed of the shown one."""
    return Entry(
        held.value if target.value == shown.value else target.value,
        held.label if target.label == shown.label else target.label,
        held.primary if target.primary == shown.primary else target.primary,
    )


def _moves(places: Sequence[int]) -> bool:
    return list(places) != sorted(places)


def _in_order(kept: Sequence[tuple[Entry, int]]) -> list[tuple[Entry, int]]:
    """The rows in the order that was asked for; those that nobody asked for, and that stay, keep their places."""
    ordered = iter(sorted((row for row in kept if row[1] >= 0), key=lambda row: row[1]))
    return [row if row[1] < 0 else next(ordered) for row in kept]


def compose_name(values: Values) -> str:
    """A name to show: the full name, else its parts, else company, email or phone, else "" (shown as "No name")."""
    for key in ("name", "_parts", "company", "emails", "phones"):
        if key == "_parts":
            parts = [str(values[part]) for part in ("first_name", "last_name") if part in values]
            if parts:
                return " ".join(parts)
            continue
        value = values.get(key)
        if isinstance(value, tuple):
            value = value[0].value if value else None
        if isinstance(value, str) and value.strip():
            return value
    return ""
