"""A contact book of a given size, made of a seed: records of several CRMs in the order in which they arrive."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from tests.matching.book.people import World
from tests.matching.book.views import Manners, Record, Views

ACCOUNTS = 5


@dataclass(frozen=True)
class BookRecord:
    """One record, whose it is, and which cases it shows."""

    account: int  # 2 to 6
    remote_id: str
    values: Record
    whose: int
    cases: frozenset[str]


@dataclass(frozen=True)
class Book:
    """Records and the truth about them."""

    records: list[BookRecord]

    def true_pairs(self) -> set[tuple[int, int]]:
        """The places of all pairs of records that are of one person or firm."""
        held: dict[int, list[int]] = defaultdict(list)
        for place, record in enumerate(self.records):
            held[record.whose].append(place)
        return {pair for places in held.values() for pair in combinations(places, 2)}


def book(records: int, seed: int, manners: Manners | None = None, mean: float = 2.4, namesakes: float = 0.006) -> Book:
    """About that many records, `mean` of each person."""
    chance = random.Random(seed)
    manners = manners or Manners()
    world = World(chance, int(records / mean) + 1, namesakes)
    views = Views(chance, manners)
    made: list[BookRecord] = []
    shares = [36, 26, 18, 12, 6, 2]
    for whose, person in enumerate(world.people):
        amount = chance.choices(range(1, 7), shares)[0]
        accounts = chance.sample(range(2, 2 + ACCOUNTS), min(amount, ACCOUNTS))
        accounts += [chance.choice(accounts)] * (amount - len(accounts))
        if amount > 1 and chance.random() < 0.05:
            accounts[-1] = accounts[0]  # twice in one CRM
        source: Record | None = None
        for account in accounts:
            values, cases = views.of_person(person)
            if source is not None and chance.random() < manners.copied:
                values, cases = dict(source), {"copied"}  # brought over by an import
            source = source or values
            made.append(BookRecord(account, f"p{whose}-{len(made)}", values, whose, frozenset(cases)))
    for firm in world.firms:
        if firm.staff and chance.random() < 0.5:
            for account in chance.sample(range(2, 2 + ACCOUNTS), chance.choices([1, 2, 3], [60, 30, 10])[0]):
                made.append(
                    BookRecord(
                        account, f"f{firm.id}-{len(made)}", views.of_firm(firm), -1 - firm.id, frozenset({"firm"})
                    )
                )
    chance.shuffle(made)
    return Book(made[:records])
