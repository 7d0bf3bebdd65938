"""An item from its records: whose value is shown for each field, and where an edit of it will land.

All of it is pure. Records come in account order; "This computer" is last.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crmdesk.domain import addresses
from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import ADDRESS, Kind, field_of
from crmdesk.domain.normal import entry_key, same
from crmdesk.domain.records import SILENT, Pin, Record
from crmdesk.domain.values import Entry, Patch, Value, Values, applied


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


HERE = -1  # in `Placement.pins`: the record in "This computer", which may not exist yet

Also = Mapping[str, Collection[int]]  # field → the records beside the first one that an empty field is filled in
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
    """The union of a list field, each entry with the ids of the records that hold it, in account order."""
    found: dict[str, tuple[Entry, tuple[int, ...]]] = {}
    for record in records:
        held = record.values.get(key)
        for entry in held if isinstance(held, tuple) else ():
            form = entry_key(kind, key, entry)
            if form in found:
                first, origins = found[form]
                if record.id not in origins:
                    merged = first if first.label else replace(first, label=entry.label)
                    found[form] = (merged, (*origins, record.id))
            else:
                found[form] = (entry, (record.id,))
    return list(found.values())


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
) -> Placement:
    """Decide where each edited field lands.

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
            _place_list(kind, key, records, new, can_take, filled, patches, here, refused)
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
    filled: Sequence[int],
    patches: dict[int, dict[str, Value | None]],
    here: dict[str, Value | None],
    refused: dict[str, str],
) -> None:
    wanted = {entry_key(kind, key, entry): entry for entry in (new if isinstance(new, tuple) else ())}
    shown = {entry_key(kind, key, entry): (entry, holders) for entry, holders in united(kind, key, records)}
    by_id = {record.id: record for record in records}
    lists = {record.id: list(_entries(record, key)) for record in records}
    successors = _replaced(list(shown), list(wanted))
    added = {form: entry for form, entry in wanted.items() if form not in shown}
    for form, (entry, holders) in shown.items():
        target = wanted.get(form) or wanted.get(successors.get(form, ""))
        if target == entry:
            continue
        able = [holder for holder in holders if can_take(by_id[holder], key)]
        if not able:
            refused[key] = f"“{entry.value}” is held only where it cannot be changed."
            continue
        added.pop(successors.get(form, ""), None)
        for holder in able:
            lists[holder] = _exchanged(kind, key, lists[holder], form, target)
    if added:
        takers = filled or [record.id for record in records if can_take(record, key)][:1]
        if not takers:
            here[key] = tuple(added.values())
        for taker in takers:
            lists[taker].extend(added.values())
    for record in records:
        if tuple(lists[record.id]) != _entries(record, key):
            patches.setdefault(record.id, {})[key] = tuple(lists[record.id]) or None


def _replaced(before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """Which entry took the place of which: those at one position, or the only one gone and the only one new."""
    gone = [form for form in before if form not in after]
    new = [form for form in after if form not in before]
    if len(gone) == len(new) == 1:
        return {gone[0]: new[0]}
    return {old: there for old, there in zip(before, after, strict=False) if old not in after and there not in before}


def _exchanged(kind: Kind, key: str, held: Sequence[Entry], form: str, target: Entry | None) -> list[Entry]:
    """A record's list with the entry of that form replaced by `target`, or without it."""
    kept = []
    for entry in held:
        if entry_key(kind, key, entry) != form:
            kept.append(entry)
        elif target is not None and target not in kept:
            kept.append(target)
    return kept


def _entries(record: Record, key: str) -> tuple[Entry, ...]:
    held = record.values.get(key)
    return held if isinstance(held, tuple) else ()


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
