"""A whole pass over a made book, and then single changes: what it finds, what it costs."""

from __future__ import annotations

import asyncio
import random
import resource
import time
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from crmdesk.domain.clock import SystemClock
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Suggestion, Tier
from crmdesk.domain.values import Entry
from crmdesk.store import Store, Tx
from crmdesk.sync.matching.stages import Stages
from tests.bench import programs
from tests.matching.book.book import Book, BookRecord, book
from tests.matching.shelved import Pair, add_accounts, pairs_of, shelve, suggestions, true_pairs

CHANGES = 300


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def measure(place: Path, records: int, seed: int) -> dict[str, Any]:
    """Fill a store, carry a pass to its end, then change single records."""
    store = Store.open(place / f"match-{records}.db", clock=SystemClock(), backups=place / "backups")
    try:
        await add_accounts(store)
        made = book(records, seed)
        await shelve(store, made.records, 2_000)
        size, memory = (place / f"match-{records}.db").stat().st_size, _megabytes()
        stages, slices, cpu = Stages(), [], time.process_time()
        going = True
        while going:
            began = time.perf_counter()
            going = await store.write(stages.slice, durable=False)
            slices.append(time.perf_counter() - began)
        cpu = time.process_time() - cpu
        memory = _megabytes() - memory
        grown = (place / f"match-{records}.db").stat().st_size - size
        found = await suggestions(store)
        slices.sort()
        told = {"cpu": cpu, "memory": memory, "file": grown / 1e6, "slice_p99": slices[int(len(slices) * 0.99)] * 1e3}
        return told | _quality(found, made) | await _changes(store, stages, made.records, seed)
    finally:
        await store.close()


def _quality(found: Iterable[Suggestion], made: Book) -> dict[str, float]:
    found, truth = list(found), true_pairs(made.records)
    told: dict[str, float] = {"records": len(made.records), "true": len(truth)}
    for name, tiers in (("certain", {Tier.CERTAIN}), ("likely", {Tier.CERTAIN, Tier.LIKELY}), ("possible", set(Tier))):
        told |= _rates(name, pairs_of(found, tiers), truth)
    return told | _rates("equal", _by_equal_points(made.records), truth)


def _rates(name: str, got: set[Pair], truth: set[Pair]) -> dict[str, float]:
    right = len(got & truth)
    precision, recall = right / max(len(got), 1), right / max(len(truth), 1)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return {f"{name}_p": precision, f"{name}_r": recall, f"{name}_f1": both}


def _by_equal_points(records: list[BookRecord]) -> set[Pair]:
    """The control: records with the same email, in lower case, that just two have."""
    held: dict[str, list[tuple[int, str]]] = {}
    for record in records:
        emails = record.values.get("emails", ())
        assert isinstance(emails, tuple)
        for entry in emails:
            held.setdefault(entry.value.lower(), []).append((record.account, record.remote_id))
    return {frozenset(who) for who in held.values() if len(who) == 2}


async def _changes(store: Store, stages: Stages, records: list[BookRecord], seed: int) -> dict[str, float]:
    chance, times = random.Random(seed), []
    for _ in range(CHANGES):
        await store.write(partial(_change, chance.choice(records), chance.randrange(10**7)), durable=False)
        began = time.process_time()
        while await store.write(stages.slice, durable=False):
            pass
        times.append(time.process_time() - began)
    times.sort()
    return {"one_p50": times[len(times) // 2] * 1e3, "one_p95": times[int(len(times) * 0.95)] * 1e3}


def _change(record: BookRecord, number: int, tx: Tx) -> None:
    held = tx.records.by_remote(record.account, Kind.CONTACT, record.remote_id)
    assert held is not None
    changed = replace(held, values={**held.values, "phones": (Entry(f"+49171{number:07d}"),)})
    tx.records.update([(changed, None)])


if __name__ == "__main__":
    given = programs.given()
    programs.answer(asyncio.run(measure(Path(given["place"]), given["records"], given["seed"])))
