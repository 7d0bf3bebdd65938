"""What becomes of one row: the one decision that preview and import stand on. Pure: it looks at values alone."""

from __future__ import annotations

from collections.abc import Sequence

from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.importing.fates import (
    IN_TRASH,
    IS_HERE,
    NOBODY,
    NOT_WANTED,
    OTHER_NAME,
    SEVERAL,
    Action,
    Candidate,
    Fate,
    OnMatch,
    Policy,
)
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.domain.matching.pairs import names_contradict
from crmdesk.domain.notation.addresses import KEYS, address_of
from crmdesk.domain.notation.names import joined
from crmdesk.domain.notation.normal import plain_form, same
from crmdesk.domain.rows import rows_of, with_lacking
from crmdesk.domain.values import Entry, Value, Values

_SURE = ("id", "words")  # by these it is whom it was before, whatever is said here by now
_NAMES = frozenset({"name", "first_name", "last_name"})


def plan(row: Incoming, candidates: Sequence[Candidate], policy: Policy) -> Action:
    """Decide what becomes of a row, given everybody here that it may be about."""
    if row.skip is not None:
        return Action(Fate.SKIPPED, reason=row.skip)
    wrong = next((problem for problem in row.problems if policy.strict or not problem.field), None)
    if wrong is not None:
        return Action(Fate.FAILED, field=wrong.field, value=wrong.raw, reason=wrong.reason)
    if not row.values:
        return Action(Fate.SKIPPED, reason=NOBODY)
    told = next(iter(row.problems), None)
    because = ("", "", "") if told is None else (told.field, told.raw, told.reason)
    if not candidates:
        if not policy.creates:
            return Action(Fate.SKIPPED, reason=NOT_WANTED)
        return Action(Fate.CREATED, None, _new(row, policy), (), *because)
    asked = _asked(row, candidates)
    if asked is not None:
        return asked
    found = candidates[0]
    if policy.skips_all:
        return Action(Fate.SKIPPED, found.item_id, reason=IS_HERE)
    patch, differs = changed(row, found.values, policy)
    fate = Fate.UPDATED if patch else Fate.UNCHANGED
    return Action(fate, found.item_id, patch, differs, *because, by=found.by)


def _asked(row: Incoming, candidates: Sequence[Candidate]) -> Action | None:
    """Why a person has to say who is meant, if so."""
    ids = tuple(dict.fromkeys(candidate.item_id for candidate in candidates))
    if len(ids) > 1:
        return Action(Fate.SKIPPED, reason=SEVERAL, candidates=ids, needs_you=True)
    found = candidates[0]
    if found.by not in _SURE and names_contradict(row.values, found.values):
        why = OTHER_NAME.format(by=found.by)
        return Action(Fate.SKIPPED, value=_said_name(row.values), reason=why, candidates=ids, needs_you=True)
    if found.trashed:
        return Action(Fate.SKIPPED, reason=IN_TRASH, candidates=ids, needs_you=True)
    return None


def is_another(values: Values, held: Values, policy: Policy) -> bool:
    """Whether a row with the desk's own id is about somebody else: another name, and nothing else that agrees.

    Each desk counts its items from one, so that a file of another desk names by the same ids whoever is there.
    """
    if policy.kind is Kind.CONTACT:
        if not names_contradict(values, held):
            return False
    elif not ("name" in values and "name" in held and not same(policy.kind, "name", values["name"], held["name"])):
        return False
    common = (values.keys() & held.keys()) - _NAMES
    return not any(_agree(policy, key, values[key], held[key]) for key in common)


def _agree(policy: Policy, key: str, one: Value, other: Value) -> bool:
    if field_of(policy.kind, key).type.is_list:
        rows, there = rows_of(one), rows_of(other)
        return len(with_lacking(policy.kind, key, there, rows, policy.region)) < len(there) + len(rows)
    return same(policy.kind, key, one, other, policy.region)


def _new(row: Incoming, policy: Policy) -> dict[str, Value | None]:
    values: dict[str, Value | None] = dict(row.values)
    if policy.tags:
        values["tags"] = with_lacking(policy.kind, "tags", rows_of(row.values.get("tags")), _entries(policy))
    return values


def _entries(policy: Policy) -> tuple[Entry, ...]:
    return tuple(map(Entry, policy.tags))


def _said_name(values: Values) -> str:
    name = values.get("name")
    return name if isinstance(name, str) and name.strip() else joined(values)


def changed(row: Incoming, held: Values, policy: Policy) -> tuple[dict[str, Value | None], tuple[str, ...]]:
    """What a row changes of an item that holds these values, and the fields in which the two differ and stay."""
    patch: dict[str, Value | None] = {}
    differs: list[str] = []
    replaced = {key: row.values[key] for key in _NAMES if key in row.values and key in held}
    names = {**held, **{key: value for key, value in replaced.items() if policy.of(key) is OnMatch.REPLACE}}
    for key, value in row.values.items():
        if key in KEYS or policy.of(key) is OnMatch.SKIP:
            continue
        if field_of(policy.kind, key).type.is_list:
            new = _list(key, value, held.get(key), policy)
            if new != held.get(key):
                patch[key] = new
        elif key not in held:
            if not _says_no_more(key, value, names):
                patch[key] = value
        elif not same(policy.kind, key, value, held[key], policy.region):
            if policy.of(key) is OnMatch.REPLACE:
                patch[key] = value
            else:
                differs.append(key)
    _address(row, held, policy, patch, differs)
    for key in row.emptied & policy.clears & held.keys():
        patch[key] = None
    if policy.tags:
        tags = rows_of(patch.get("tags", held.get("tags")))
        with_tag = with_lacking(policy.kind, "tags", tags, _entries(policy))
        if len(with_tag) > len(tags):
            patch["tags"] = with_tag
    return patch, tuple(differs)


def _says_no_more(key: str, value: Value, held: Values) -> bool:
    """Whether a name is there already, whole where the file has its parts, or in parts where it has it whole."""
    if key == "name":
        return value == joined(held)
    if key in ("first_name", "last_name") and "name" in held:
        return set(plain_form(str(value)).casefold().split()) <= set(plain_form(str(held["name"])).casefold().split())
    return False


def _list(key: str, value: Value, held: Value | None, policy: Policy) -> Value | None:
    wanted, there = rows_of(value), rows_of(held)
    if policy.of(key) is OnMatch.REPLACE and with_lacking(policy.kind, key, wanted, there, policy.region) != wanted:
        return wanted
    new = with_lacking(policy.kind, key, there, wanted, policy.region)
    return new if len(new) > len(there) else held


def _address(row: Incoming, held: Values, policy: Policy, patch: dict[str, Value | None], differs: list[str]) -> None:
    """An address is one value: parts of two are never mixed; one that is here is completed where nothing differs."""
    wanted = {key: value for key, value in row.values.items() if key in KEYS and policy.of(key) is not OnMatch.SKIP}
    if not wanted:
        return
    there = address_of(held)
    shown = {key: value for key, value in held.items() if key in KEYS}
    other = [key for key, value in wanted.items() if key in shown and not same(policy.kind, key, value, shown[key])]
    missing = {key: value for key, value in wanted.items() if key not in shown}
    if not there:
        patch.update(wanted)
    elif not other and ("address" in there) == ("address" in wanted):
        patch.update(missing)
    elif other and policy.of(other[0]) is OnMatch.REPLACE:
        patch.update(wanted)
        patch.update(dict.fromkeys(row.emptied & there.keys()))
    elif other or missing:
        differs.append((other or [*missing])[0])
