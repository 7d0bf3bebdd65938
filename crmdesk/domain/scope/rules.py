"""An account's scope: by which of its values a record is part of the desk, kind by kind, as people write it.

A scope is a few rules, `field:value,value` for the values that are wanted and `-field:value` for those that are not;
all of them must hold. A value with blanks stands in quotes, `""` stands for a field without a value. Whatever is out of
scope stays stored, out of sight, so that a wider scope brings it back without asking the CRM.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from crmdesk.domain.fields import FIELDS, FieldType, Kind, field_of
from crmdesk.domain.notation.normal import plain_form
from crmdesk.domain.values import Value, Values, texts
from crmdesk.errors import UserInputError
from crmdesk.frozen import dataclass

UNFINISHED = (
    "scoping"  # the desk's setting that names the accounts whose records a new scope has not all been held against
)
YES, NO = "yes", "no"  # how the values of a flag are written

_VALUE = r'(?:"[^"]*"|[^\s,"]+)'
_RULE = re.compile(rf"(-?)(\w+):({_VALUE}(?:,{_VALUE})*)(?:\s+|$)")
_VALUES = re.compile(_VALUE)
_PLAIN = re.compile(r'[^\s,"]+')
_MARK = '"'


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a record is in scope when a value of `field` is among `values`, or, with `excludes`, when none is."""

    field: str
    values: tuple[str, ...]
    excludes: bool = False

    def holds(self, values: Values) -> bool:
        """Whether these values are in its scope."""
        return _forms(self.values).isdisjoint(map(comparable_form, values_of(self.field, values))) is self.excludes


def scoping_fields(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind that a rule may speak of: those whose values many records share."""
    return tuple(field.key for field in FIELDS[kind].values() if field.scopes)


def values_of(field: str, values: Values) -> tuple[str, ...]:
    """What a rule sees of a field: each entry of a list, yes or no of a flag, "" of a field without a value."""
    value: Value | None = values.get(field)
    if isinstance(value, tuple):
        return tuple(texts(value)) or ("",)
    if isinstance(value, bool):
        return (YES,)
    return ("",) if value is None else (str(value),)


@lru_cache(maxsize=10_000)
def comparable_form(text: str) -> str:
    """The form in which values are compared; a quotation mark, which no rule can hold, is left out."""
    return plain_form(text.replace(_MARK, "")).casefold()


@lru_cache(maxsize=256)
def _forms(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(comparable_form, values))


@lru_cache(maxsize=256)
def parse_scope(kind: Kind, text: str) -> tuple[Rule, ...]:
    """The rules that a text stands for. Raises UserInputError where it is none."""
    rules: list[Rule] = []
    place, stripped = 0, text.strip()
    while place < len(stripped):
        found = _RULE.match(stripped, place)
        if found is None:
            raise UserInputError(
                f"“{stripped[place:]}” is no rule of a scope.",
                next="A rule is written field:value,value for what is wanted, or -field:value for what is not.",
            )
        field = found[2]
        if field not in scoping_fields(kind):
            raise UserInputError(
                f"The scope of {kind.plural} does not go by “{field}”.",
                next=f"It goes by {', '.join(scoping_fields(kind))}.",
            )
        given = tuple(value.strip('"') for value in _VALUES.findall(found[3]))
        if field_of(kind, field).type is FieldType.FLAG:
            given = tuple("" if value.casefold() == NO else value for value in given)
        rules.append(Rule(field, given, excludes=found[1] == "-"))
        place = found.end()
    return tuple(rules)


def scope_text(rules: Iterable[Rule]) -> str:
    """The text that stands for these rules."""
    return " ".join(f"{'-' if rule.excludes else ''}{rule.field}:{_written(rule.values)}" for rule in rules)


def _written(values: Sequence[str]) -> str:
    return ",".join(value if _PLAIN.fullmatch(value) else f'"{value.replace(_MARK, "")}"' for value in values)


def in_scope(rules: Iterable[Rule], values: Values) -> bool:
    """Whether a record with these values is part of the desk."""
    return all(rule.holds(values) for rule in rules)


def checked_scope(scope: Mapping[Kind, str]) -> dict[Kind, str]:
    """The scope of each kind in its one form, kinds without rules left out. Raises UserInputError."""
    written = {kind: scope_text(parse_scope(kind, text)) for kind, text in scope.items()}
    return {kind: text for kind, text in written.items() if text}
