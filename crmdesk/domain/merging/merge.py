"""The three-way merge of values: per field, lists per entry, against the base on which desk and CRM last agreed.

One side changed: take it. Both to the same: agreed. Both differently: a difference for a person, on that field or
entry alone; the desk keeps its value meanwhile. What a CRM writes in another notation is no change; what the user
re-spells is. A list in which the CRM gives no label, or marks no entry as primary, does not speak about labels, or
about primaries: many CRMs have none, and the user's are kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.notation.names import follows, joined
from crmdesk.domain.notation.normal import entry_form, same
from crmdesk.domain.rows import rows_of, same_rows
from crmdesk.domain.values import Entry, Value, Values

T = TypeVar("T", str, bool)
REPEATED = "\x1f"  # behind the form of a row whose form was met before: the number it is


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, or one entry of a list field, that both sides changed to different values."""

    field: str
    base: Value | None
    mine: Value | None
    theirs: Value | None
    entry: str | None = None  # the entry's normal form, in a list field


@dataclass(frozen=True, slots=True)
class Taken:
    """One field whose value on the desk the CRM's change replaced."""

    field: str
    old: Value | None
    new: Value | None


@dataclass(frozen=True, slots=True)
class Merged:
    """What both sides come to: the desk's values, the new base, what was taken over, and what a person must decide."""

    values: dict[str, Value]
    base: dict[str, Value]
    taken: tuple[Taken, ...]
    differences: tuple[Difference, ...]


def merge(
    kind: Kind,
    base: Values | None,
    mine: Values,
    theirs: Values,
    spoken: frozenset[str],
    region: str | None = None,
) -> Merged:
    """Merge a record's values with what its CRM now says about the `spoken` fields; base None: they never agreed.

    A full name that is just its parts is no edit of its own: it follows them, whichever side changed which part.
    """
    values = dict(mine)
    agreed = dict(base or {})
    here, there = _derived(base, mine, theirs, spoken), _derived(base, theirs, mine, spoken)
    if here:
        _put(values, "name", agreed.get("name"))
    taken: list[Taken] = []
    differences: list[Difference] = []
    for key in sorted(spoken):
        old, left, right = agreed.get(key), values.get(key), theirs.get(key)
        if left == right == old:
            continue
        if field_of(kind, key).type.is_list:
            merged = merge_list(kind, key, rows_of(old), rows_of(left), rows_of(right), region)
            value: Value | None = merged.values or None
            new_base: Value | None = merged.base or None
            differences.extend(merged.differences)
        else:
            value, new_base, differs = _merge_scalar(kind, key, old, left, right, base is None, region)
            if differs and key == "name" and there:
                new_base = right
            elif differs:
                differences.append(Difference(key, old, left, right))
        _put(values, key, value)
        _put(agreed, key, new_base)
        if not here or key != "name":
            _note(taken, kind, key, left, value, region)
    if here:
        if follows(agreed):
            _put(values, "name", joined(values) or None)
        _note(taken, kind, "name", mine.get("name"), values.get("name"), region)
    return Merged(values, agreed, tuple(taken), tuple(differences))


def _derived(base: Values | None, side: Values, other: Values, spoken: frozenset[str]) -> bool:
    """Whether that side changed its full name only by changing its parts."""
    if not {"name", "first_name", "last_name"} <= spoken or not follows(side):
        return False
    return follows(other) if base is None else follows(base) and side["name"] != base["name"]


def _note(
    taken: list[Taken], kind: Kind, key: str, before: Value | None, after: Value | None, region: str | None
) -> None:
    if not same(kind, key, before, after, region):
        taken.append(Taken(key, before, after))


def _put(values: dict[str, Value], key: str, value: Value | None) -> None:
    if value is None:
        values.pop(key, None)
    else:
        values[key] = value


def _merge_scalar(
    kind: Kind,
    key: str,
    base: Value | None,
    mine: Value | None,
    theirs: Value | None,
    never_agreed: bool,
    region: str | None,
) -> tuple[Value | None, Value | None, bool]:
    """The desk's value, the base, and whether a person must decide."""
    if mine == base or (never_agreed and mine is None):
        return theirs, theirs, False
    if same(kind, key, theirs, base, region):
        return mine, theirs, False
    if same(kind, key, mine, theirs, region):
        return theirs, theirs, False
    return mine, base, True


@dataclass(frozen=True, slots=True)
class MergedList:
    """What both sides of a list field come to."""

    values: tuple[Entry, ...]
    base: tuple[Entry, ...]
    differences: tuple[Difference, ...]


def merge_list(
    kind: Kind,
    key: str,
    base: Sequence[Entry],
    mine: Sequence[Entry],
    theirs: Sequence[Entry],
    region: str | None = None,
) -> MergedList:
    """Merge a list row by row; text, label and primary merge per row.

    The order is the CRM's, unless only the desk changed it.
    """
    form = _form(kind, key, region)
    here = same_rows(kind, key, base, mine, region)
    own = [entry for entry, place in zip(mine, here, strict=True) if place is None]
    # What the CRM does not say is what was agreed: so an own edit of it is still seen as one, and sent.
    theirs = with_unspoken(kind, key, theirs, [*base, *own], region)
    rows = _aligned(kind, key, base, mine, theirs, here, region)
    values: list[tuple[int | None, Entry]] = []
    stayed: dict[int, int] = {}  # the places that rows which stay have on the desk, and had in base
    new_base: list[Entry] = []
    differences: list[Difference] = []
    names = _Names()
    for old, left, right in rows:
        was, ours, his = _at(base, old), _at(mine, left), _at(theirs, right)
        value, agreed, differs = _merge_entry(was, ours, his, form)
        name = names.of(form(next(entry for entry in (was, ours, his) if entry is not None).value))
        if value is not None:
            values.append((left, value))
            if left is not None and old is not None:
                stayed[left] = old
        if agreed is not None:
            new_base.append(agreed)
        if differs:
            differences.append(Difference(key, _alone(was), _alone(ours), _alone(his), name))
    there = [old for old, _, right in rows if old is not None and right is not None]
    if _moves([stayed[left] for left in sorted(stayed)]) and not _moves(there):
        values = _as_mine(values)
    return MergedList(tuple(value for _, value in values), tuple(new_base), tuple(differences))


_Places = tuple[int | None, int | None, int | None]


def _aligned(
    kind: Kind,
    key: str,
    base: Sequence[Entry],
    mine: Sequence[Entry],
    theirs: Sequence[Entry],
    here: Sequence[int | None],
    region: str | None,
) -> list[_Places]:
    """Each row's places in base, mine and theirs: in the CRM's order, then mine alone, then what both dropped."""
    of_mine = {old: place for place, old in enumerate(here) if old is not None}
    there = same_rows(kind, key, base, theirs, region)
    own = [place for place, old in enumerate(here) if old is None]
    new = [place for place, old in enumerate(there) if old is None]
    both = same_rows(kind, key, [mine[p] for p in own], [theirs[p] for p in new], region, near=False)
    added = {place: own[number] for place, number in zip(new, both, strict=True) if number is not None}
    rows: list[_Places] = [
        (old, added.get(place) if old is None else of_mine.get(old), place) for place, old in enumerate(there)
    ]
    met = {old for old, _, _ in rows if old is not None}
    taken = set(added.values())
    rows += [
        (old, place, None)
        for place, old in enumerate(here)
        if (old not in met if old is not None else place not in taken)
    ]
    rows += [(old, None, None) for old in range(len(base)) if old not in met and old not in of_mine]
    return rows


class _Names:
    """The names of rows in conflicts: their forms, a repeated one with a number."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()

    def of(self, form: str) -> str:
        self._times[form] += 1
        times = self._times[form]
        return form if times == 1 else f"{form}{REPEATED}{times}"


def _form(kind: Kind, key: str, region: str | None) -> Callable[[str], str]:
    form = entry_form(field_of(kind, key).type)
    return lambda text: form(text, region)


def _at(listed: Sequence[Entry], place: int | None) -> Entry | None:
    return None if place is None else listed[place]


def _moves(places: Sequence[int]) -> bool:
    return list(places) != sorted(places)


def _as_mine(values: Sequence[tuple[int | None, Entry]]) -> list[tuple[int | None, Entry]]:
    """The rows in the desk's order; those that the desk does not have keep their places."""
    known = iter(sorted((row for row in values if row[0] is not None), key=lambda row: row[0] or 0))
    return [row if row[0] is None else next(known) for row in values]


def _alone(entry: Entry | None) -> Value | None:
    return None if entry is None else (entry,)


def with_unspoken(
    kind: Kind, key: str, theirs: Sequence[Entry], ours: Sequence[Entry], region: str | None = None
) -> tuple[Entry, ...]:
    """The CRM's entries, completed with our labels and primaries where its list has none at all."""
    lacks_labels = not any(entry.label for entry in theirs)
    lacks_primary = not any(entry.primary for entry in theirs)
    if not (lacks_labels or lacks_primary):
        return tuple(theirs)
    completed = []
    for entry, place in zip(theirs, same_rows(kind, key, ours, theirs, region), strict=True):
        held = _at(ours, place)
        if held is not None:
            entry = replace(
                entry,
                label=held.label if lacks_labels else entry.label,
                primary=held.primary if lacks_primary else entry.primary,
            )
        completed.append(entry)
    return tuple(completed)


def _merge_entry(
    base: Entry | None, mine: Entry | None, theirs: Entry | None, form: Callable[[str], str]
) -> tuple[Entry | None, Entry | None, bool]:
    """The desk's entry, the base's, and whether a person must decide."""
    if mine == base:
        return theirs, theirs, False
    if _alike(theirs, base, form):
        return mine, theirs, False
    if _alike(mine, theirs, form):
        return theirs, theirs, False
    if mine is None or theirs is None:
        return mine, base, True
    label, clash = _merge_attribute(base.label if base else "", mine.label, theirs.label)
    was, ours, his = form(base.value) if base else "", form(mine.value), form(theirs.value)
    if clash or _merge_attribute(was, ours, his)[1]:
        return mine, base, True
    primary, _ = _merge_attribute(base.primary if base else False, mine.primary, theirs.primary)
    text = theirs.value if base is None or mine.value == base.value or ours == his else mine.value
    return Entry(text, label, primary), theirs, False


def _alike(one: Entry | None, other: Entry | None, form: Callable[[str], str]) -> bool:
    if one is None or other is None:
        return one is other
    return (one.label, one.primary) == (other.label, other.primary) and form(one.value) == form(other.value)


def _merge_attribute(base: T, mine: T, theirs: T) -> tuple[T, bool]:
    if mine == base:
        return theirs, False
    if theirs in (base, mine):
        return mine, False
    return mine, True
