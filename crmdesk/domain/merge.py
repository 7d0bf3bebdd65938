"""The three-way merge of values: per field, lists per entry, against the base on which desk and CRM last agreed.

One side changed: take it. Both to the same: agreed. Both differently: a difference for a person, on that field or
entry alone; the desk keeps its value meanwhile. What a CRM writes in another notation is no change; what the user
re-spells is. A list in which the CRM gives no label, or marks no entry as primary, does not speak about labels, or
about primaries: many CRMs have none, and the user's are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.names import follows, joined
from crmdesk.domain.normal import entry_key, same
from crmdesk.domain.values import Entry, Value, Values

T = TypeVar("T", str, bool)


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
            merged = merge_list(kind, key, _list(old), _list(left), _list(right), region)
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


def _list(value: Value | None) -> tuple[Entry, ...]:
    return value if isinstance(value, tuple) else ()


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
    """Merge a list as a set keyed by normal form, in the CRM's order; label and primary merge per entry."""
    old, left = keyed(kind, key, base, region), keyed(kind, key, mine, region)
    # What the CRM does not say is what was agreed: so an own edit of it is still seen as one, and sent.
    right = keyed(kind, key, with_unspoken(kind, key, theirs, (left | old).values(), region), region)
    values: list[Entry] = []
    new_base: list[Entry] = []
    differences: list[Difference] = []
    for form in {**right, **left, **old}:  # in the order of the first that has it
        was, ours, his = old.get(form), left.get(form), right.get(form)
        value, agreed, differs = _merge_entry(was, ours, his)
        if value is not None:
            values.append(value)
        if agreed is not None:
            new_base.append(agreed)
        if differs:
            differences.append(Difference(key, _alone(was), _alone(ours), _alone(his), form.split("\x00", 1)[0]))
    return MergedList(tuple(values), tuple(new_base), tuple(differences))


def _alone(entry: Entry | None) -> Value | None:
    return None if entry is None else (entry,)


def keyed(kind: Kind, key: str, listed: Iterable[Entry], region: str | None = None) -> dict[str, Entry]:
    """The entries by normal form; a repeated form gets a number, so that none is lost."""
    found: dict[str, Entry] = {}
    repeats: dict[str, int] = {}  # how often a form was met: counting anew for each entry would be quadratic
    for entry in listed:
        form = entry_key(kind, key, entry, region)
        number = repeats[form] = repeats.get(form, 0) + 1
        found[form if number == 1 else f"{form}\x00{number}"] = entry
    return found


def with_unspoken(
    kind: Kind, key: str, theirs: Sequence[Entry], ours: Iterable[Entry], region: str | None = None
) -> tuple[Entry, ...]:
    """The CRM's entries, completed with our labels and primaries where its list has none at all."""
    lacks_labels = not any(entry.label for entry in theirs)
    lacks_primary = not any(entry.primary for entry in theirs)
    if not (lacks_labels or lacks_primary):
        return tuple(theirs)
    known = keyed(kind, key, ours, region)
    completed = []
    for form, entry in keyed(kind, key, theirs, region).items():
        held = known.get(form)
        if held is not None:
            entry = replace(
                entry,
                label=held.label if lacks_labels else entry.label,
                primary=held.primary if lacks_primary else entry.primary,
            )
        completed.append(entry)
    return tuple(completed)


def _merge_entry(
    base: Entry | None, mine: Entry | None, theirs: Entry | None
) -> tuple[Entry | None, Entry | None, bool]:
    """The desk's entry, the base's, and whether a person must decide."""
    if mine == base:
        return theirs, theirs, False
    if _alike(theirs, base):
        return mine, theirs, False
    if _alike(mine, theirs):
        return theirs, theirs, False
    if mine is None or theirs is None:
        return mine, base, True
    label, clash = _merge_attribute(base.label if base else "", mine.label, theirs.label)
    if clash:
        return mine, base, True
    primary, _ = _merge_attribute(base.primary if base else False, mine.primary, theirs.primary)
    text = theirs.value if base is None or mine.value == base.value else mine.value
    return Entry(text, label, primary), theirs, False


def _alike(one: Entry | None, other: Entry | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.label, one.primary) == (other.label, other.primary)


def _merge_attribute(base: T, mine: T, theirs: T) -> tuple[T, bool]:
    if mine == base:
        return theirs, False
    if theirs in (base, mine):
        return mine, False
    return mine, True
