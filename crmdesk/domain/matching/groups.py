"""Groups, not chains: who is one, out of pairs, without ever crossing a contradiction or a "not the same".

Strongest pair first; two groups join where every pair across them has been weighed, none contradicts, and their sum is
above zero. What is linked already is ground: it is never split, and joins as a whole. The answer depends on the pairs
alone, not on the order in which they are given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from crmdesk.domain.matching.comparison import Comparison
from crmdesk.domain.matching.suggestions import Tier
from crmdesk.domain.matching.weights import CLIP

TIERS = (Tier.CERTAIN, Tier.LIKELY, Tier.POSSIBLE)
MOST_MEMBERS = 24  # records of one suggestion; what is larger is no person


@dataclass(frozen=True, slots=True)
class Group:
    """Records that are suggested as one, and the pair that held it together least."""

    tier: Tier
    members: tuple[int, ...]
    weakest: tuple[int, int]
    weight: float


Weigh = Callable[[int, int], Comparison]


class _Forest:
    """Which records stand together; a group goes by its smallest member."""

    def __init__(self, marks: Mapping[int, int]) -> None:
        self.marks = marks
        self.group = {one: one for one in marks}
        self.members = {one: [one] for one in marks}

    def join(self, one: int, other: int) -> int:
        keep, gone = sorted((one, other), key=lambda member: (self.marks[member], member))
        for member in self.members.pop(gone):
            self.group[member] = keep
            self.members[keep].append(member)
        return keep


def groups(
    marks: Mapping[int, int],
    items: Mapping[int, int],
    edges: Iterable[tuple[int, int]],
    weigh: Weigh,
    apart: Callable[[int, int], bool],
) -> list[Group]:
    """The groups of some records, surest first; one that grows in a weaker tier stands in both.

    `marks` gives each record its place among equals, `items` what it stands for now; `edges` are the pairs worth
    joining, `weigh` compares any two, `apart` tells which the user said are not the same.
    """
    forest = _Forest(marks)
    _ground(forest, items)
    weighed = [(weigh(one, other), one, other) for one, other in edges]
    found: list[Group] = []
    for tier in TIERS:
        ready = [
            (result, one, other) for result, one, other in weighed if result.tier is tier and not result.contradicts
        ]
        ready.sort(key=lambda row: (-row[0].weight, *sorted((marks[row[1]], marks[row[2]]))))
        grown: dict[int, tuple[float, list[int], tuple[int, int]]] = {}
        for result, one, other in ready:
            mine, theirs = forest.group[one], forest.group[other]
            if mine == theirs or not _may_join(forest, mine, theirs, tier, weigh, apart):
                continue
            before = [grown.pop(group) for group in (mine, theirs) if group in grown]
            tie = result.weight, sorted((marks[one], marks[other])), (one, other)
            grown[forest.join(mine, theirs)] = min([*before, tie])
        found += [
            Group(tier, tuple(sorted(forest.members[group], key=lambda member: marks[member])), pair, weight)
            for group, (weight, _, pair) in grown.items()
        ]
    return found


def _ground(forest: _Forest, items: Mapping[int, int]) -> None:
    first: dict[int, int] = {}
    for record, item in items.items():
        if item in first:
            forest.join(forest.group[first[item]], forest.group[record])
        else:
            first[item] = record


def _may_join(
    forest: _Forest, mine: int, theirs: int, tier: Tier, weigh: Weigh, apart: Callable[[int, int], bool]
) -> bool:
    one, other = forest.members[mine], forest.members[theirs]
    if len(one) + len(other) > MOST_MEMBERS:
        return False
    total = 0.0
    for left in one:
        for right in other:
            if apart(left, right):
                return False
            result = weigh(left, right)
            if result.contradicts or (tier is Tier.CERTAIN and result.tier is None and result.weight < FLOOR):
                return False
            total += min(max(result.weight, CLIP[0]), CLIP[1])
    return total > 0


FLOOR = -3.0  # bits below which a pair keeps two groups from being certain, though others across them are
