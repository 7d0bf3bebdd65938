"""What the records of an account hold in the fields that its scope goes by, so that a scope is seen before it is set.

A profile has each combination of those fields' values once, with its number of records. From it boxes are made, rules
from boxes, and the number of records that rules leave in sight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property

from crmdesk.domain.fields import Kind
from crmdesk.domain.scope.rules import Rule, comparable_form, parse_scope, scoping_fields, values_of
from crmdesk.domain.values import Values, to_json
from crmdesk.frozen import dataclass

MOST_COMBINATIONS = 5_000  # kept apart


@dataclass(frozen=True)
class ScopeProfile:
    """Combinations of scoping values with the number of records of each, the most frequent first.

    `total` counts all records, those of combinations beyond the most that are kept too. `whole` is False where more
    records may exist than were looked at. What it tells is reckoned once: `prepare` does so where nobody waits.
    """

    kind: Kind
    combinations: Sequence[tuple[Values, int]] = ()
    total: int = 0
    whole: bool = True

    def prepare(self) -> ScopeProfile:
        """Reckon what it tells; gives the profile itself."""
        self.in_sight(())
        self.telling()
        return self

    @cached_property
    def _forms(self) -> Mapping[str, list[frozenset[str]]]:
        """For each field what each combination holds, in the form in which values are compared."""
        return {
            name: [frozenset(map(comparable_form, values_of(name, values))) for values, _ in self.combinations]
            for name in scoping_fields(self.kind)
        }

    @cached_property
    def _counted(self) -> Mapping[str, list[tuple[str, int]]]:
        return {name: self._count(name) for name in scoping_fields(self.kind)}

    def _count(self, field: str) -> list[tuple[str, int]]:
        spellings: dict[str, Counter[str]] = {}
        numbers: Counter[str] = Counter()
        for values, number in self.combinations:
            held = {comparable_form(text): text for text in values_of(field, values)}
            for key, text in held.items():
                numbers[key] += number
                spellings.setdefault(key, Counter())[text] += number
        return [(spellings[key].most_common(1)[0][0], number) for key, number in numbers.most_common()]

    def values(self, field: str) -> list[tuple[str, int]]:
        """The values of a field as they are written most often, with the records that hold each; "" is none of them."""
        return self._counted[field]

    def fields(self) -> list[str]:
        """The fields in which at least one record holds something."""
        return [name for name, held in self._counted.items() if any(value for value, _ in held)]

    def telling(self) -> list[str]:
        """The fields in which not all records hold the same."""
        return [name for name in self.fields() if len(self.values(name)) > 1]

    def in_sight(self, rules: Iterable[Rule]) -> int:
        """How many records these rules leave in sight; in proportion where there are more than were kept apart."""
        forms = self._forms
        stays = [True] * len(self.combinations)
        for rule in rules:
            wanted = frozenset(map(comparable_form, rule.values))
            for place, held in enumerate(forms[rule.field]):
                stays[place] = stays[place] and wanted.isdisjoint(held) is rule.excludes
        known = sum(number for _, number in self.combinations)
        left = sum(number for stay, (_, number) in zip(stays, self.combinations, strict=True) if stay)
        return left if known in (0, self.total) else round(left * self.total / known)

    @property
    def exact(self) -> bool:
        """Whether `in_sight` counts every record by itself."""
        return self.total == sum(number for _, number in self.combinations)


def profile_of(kind: Kind, records: Iterable[Values], *, whole: bool = True) -> ScopeProfile:
    """The profile of some records, by their values."""
    names = scoping_fields(kind)
    kept: dict[str, Values] = {}
    numbers: Counter[str] = Counter()
    for values in records:
        scoping = {name: values[name] for name in names if name in values}
        key = to_json(scoping)
        kept.setdefault(key, scoping)
        numbers[key] += 1
    found = [(kept[key], number) for key, number in numbers.most_common(MOST_COMBINATIONS)]
    return ScopeProfile(kind, found, numbers.total(), whole)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted of one field: all `but` some of its values, or, with `only`, these values alone."""

    only: bool = False
    values: Collection[str] = field(default_factory=tuple)

    def takes(self, value: str) -> bool:
        """Whether a value of the field is wanted."""
        return (comparable_form(value) in {comparable_form(text) for text in self.values}) is self.only


def choices_of(kind: Kind, scope: str) -> Mapping[str, Choice] | None:
    """A scope as one choice a field; None where it says more than choices can."""
    choices: dict[str, Choice] = {}
    for rule in parse_scope(kind, scope):
        if rule.field in choices:
            return None
        choices[rule.field] = Choice(not rule.excludes, rule.values)
    return choices


def rules_of(choices: Mapping[str, Choice]) -> list[Rule]:
    """The rules that stand for some choices."""
    return [
        Rule(name, tuple(choice.values), excludes=not choice.only) for name, choice in choices.items() if choice.values
    ]
