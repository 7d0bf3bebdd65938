"""What comparing two records comes to, and what it asks of the book as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import Protocol

from crmdesk.domain.matching.form import Form
from crmdesk.domain.matching.suggestions import Reason, Rival, Tier
from crmdesk.domain.matching.weights import PRIOR_COLLEAGUE, PRIOR_RELATIVE, WEIGHTS

Evidence = tuple[str, float, float, float, str]  # code, bits against each rival, detail
RIVALS = (Rival.STRANGER, Rival.RELATIVE, Rival.COLLEAGUE)
BITS = {code: (weight.stranger, weight.relative, weight.colleague) for code, weight in WEIGHTS.items()}
BOOK = log2(10_000)  # the size of book for which the figures against a stranger are given


class Book(Protocol):
    """What a comparison asks of the book as a whole."""

    @property
    def size(self) -> float:
        """log2 of the number of records, in whole steps."""

    def namesakes(self, form: Form) -> int:
        """How many records have that whole name."""

    def bearers(self, surname: str) -> int:
        """How many records have that surname."""

    def people(self, point: str) -> int:
        """How many different people hold a contact point."""


@dataclass(slots=True)
class Comparison:
    """What a pair came to: the weight is that against the rival that explains most."""

    weight: float
    rival: Rival
    tier: Tier | None
    contradicts: bool
    evidence: list[Evidence]

    def reasons(self) -> tuple[Reason, ...]:
        """All evidence, strongest first, in bits against the rival that set the limit."""
        place = RIVALS.index(self.rival)
        found = [Reason(row[0], round((row[1], row[2], row[3])[place], 1), row[4]) for row in self.evidence]
        return tuple(sorted(found, key=lambda reason: (-abs(reason.bits), reason.what)))


def limit(evidence: list[Evidence], size: float) -> tuple[float, Rival]:
    """The weight of some evidence, priors included, and the rival that set it."""
    stranger, relative, colleague = 1 - size, PRIOR_RELATIVE, PRIOR_COLLEAGUE
    for row in evidence:
        stranger += row[1]
        relative += row[2]
        colleague += row[3]
    weight = min(stranger, relative, colleague)
    return round(weight, 3), RIVALS[(stranger, relative, colleague).index(weight)]
