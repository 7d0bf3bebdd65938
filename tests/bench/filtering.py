"""Filters of one to four conditions on a million contacts: the desk against plain SQL over indexed columns."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

from tests.bench import programs
from tests.bench.controls.columns import make
from tests.bench.figure import Bench, Figure, Part, at_most, say
from tests.bench.million import CONTACTS, profile
from tests.bench.searching import ms, p95

FILTERS = 30
FRAMES = 0.033  # seconds: two frames
WORST = 0.150


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition in both languages."""

    text: str
    sql: str
    given: tuple[str, ...] = ()


def measure(bench: Bench) -> list[Figure]:
    """First rows and exact count, filter by filter, each side in a process of its own; of several rounds the median."""
    contacts = bench.scaled(CONTACTS)
    desk, flat = profile(bench, contacts), _flat(bench, contacts)
    filters = made(flat)
    texts = [" ".join(one.text for one in conditions) for conditions in filters]
    wheres = [
        (" AND ".join(one.sql for one in conditions), [value for one in conditions for value in one.given])
        for conditions in filters
    ]
    say("filtering with plain SQL")
    control = programs.run("controls.columns", {"file": str(flat), "filters": wheres, "rounds": bench.rounds})
    say("filtering with the desk")
    ours = programs.run("subjects.filter", {"profile": str(desk.root), "filters": texts, "rounds": bench.rounds})
    for number, text in enumerate(texts):
        told = " ".join(f"{ms(side[key][number])}" for side in (ours, control) for key in ("first", "count"))
        say(f"{text:70} {told}  {ours['totals'][number]:,} / {control['totals'][number]:,}")
    what = f"{FILTERS} filters of {contacts:,} contacts"
    first, count, bare = ours["first"], ours["count"], control["count"]
    whole, bare_whole = (median(a + b for a, b in zip(s["first"], s["count"], strict=True)) for s in (ours, control))
    return [
        at_most(
            f"{what}: first 50, median", ms(median(first)), ms(median(control["first"])), median(first) / FRAMES, 1.0
        ),
        at_most(
            f"{what}: first 50, 95th percentile", ms(p95(first)), ms(p95(control["first"])), p95(first) / WORST, 1.0
        ),
        at_most(f"{what}: count, median", ms(median(count)), ms(median(bare)), median(count) / median(bare), 2.0),
        at_most(f"{what}: both, median", ms(whole), ms(bare_whole), whole / bare_whole, 2.0),
    ]


def _flat(bench: Bench, contacts: int) -> Path:
    file = bench.place / f"flat-{contacts}.db"
    if not file.exists():
        say("making a flat copy with indexes for the control")
        half = file.with_suffix(".unfinished")
        half.unlink(missing_ok=True)
        make(str(profile(bench, contacts).database), str(half))
        half.rename(file)
    return file


def made(flat: Path) -> list[list[Condition]]:
    """The filters: one to four conditions each, of values that are there."""
    random = Random(7)
    database = sqlite3.connect(flat)
    most = database.execute("SELECT max(id) FROM flat").fetchone()[0]

    def value(column: str) -> str:
        while True:
            row = database.execute(f"SELECT {column} FROM flat WHERE id = ?", (random.randint(1, most),)).fetchone()
            if row[0] and row[0].isascii() and '"' not in row[0]:
                return str(row[0])

    def drawn() -> Condition:
        kind = random.randrange(8)
        if kind < 3:
            name, column = random.choice(
                [("email", "email"), ("phone", "phone"), ("company", "company"), ("title", "job_title")]
            )
            wanted = random.random() < 0.5
            return Condition(f"{'has' if wanted else 'no'}:{name}", f"{column} {'<>' if wanted else '='} ''")
        if kind < 5:
            name, column = random.choice([("company", "company"), ("title", "job_title")])
            found = value(column)
            return Condition(f'{name}:="{found}"', f"{column} = ?", (found,))
        if kind == 5:
            found = value("name")[: random.randint(3, 6)].strip()
            return Condition(f'name:^"{found}"', "name >= ? AND name < ?", (found, found + "\U0010ffff"))
        if kind == 6:
            year = random.randint(1950, 2000)
            return Condition(
                f"birthday:{year}..{year + 4}", "birthday >= ? AND birthday < ?", (str(year), str(year + 5))
            )
        found = value("email")[: random.randint(4, 8)]
        return Condition(f'email:^"{found}"', "email >= ? AND email < ?", (found, found + "\U0010ffff"))

    filters: list[list[Condition]] = []
    while len(filters) < FILTERS:
        conditions = [drawn() for _ in range(1 + len(filters) % 4)]
        if len({one.sql for one in conditions}) == len(conditions):
            filters.append(conditions)
    database.close()
    return filters


PART = Part(
    "filter",
    "First 50 in name order and the exact count of filters",
    "the same conditions as plain SQL over a flat table in name order with an index on every column, analysed; of the"
    " first rows the ratio is to two frames (33 ms), and to 150 ms at the 95th percentile",
    measure,
)
