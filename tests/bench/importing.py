"""Importing a table of strangers, the same table again, and taking an import back."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.bench import programs
from tests.bench.figure import Bench, Figure, at_least, at_most, say
from tests.bench.searching import ms

ROWS, SMALL = 100_000, 5_000
MOST_MEMORY = 150.0  # MB above the idle desk
P99, LONGEST = 0.016, 0.050  # seconds that the loop may be held up
HEADER = ("Name", "First name", "Last name", "Email", "Phone", "Company", "Job title", "Street", "City", "Notes")


def measure(bench: Bench) -> list[Figure]:
    """The control first, then the desk, each in a process of its own on files of its own."""
    place = bench.place / "importing"
    place.mkdir(parents=True, exist_ok=True)
    rows, small = bench.scaled(ROWS), bench.scaled(SMALL)
    file, further = place / "people.csv", place / "further.csv"
    write(file, 0, rows)
    write(further, rows, rows + small)
    say("reading the rows by csv and executemany")
    bare = programs.run("controls.many_csv", {"file": str(file), "place": str(place)})["seconds"]
    say("importing them")
    ours = programs.run("subjects.importing", {"file": str(file), "small": str(further), "place": str(place)})
    gaps = sorted(ours["gaps"])
    p99, longest = gaps[int(0.99 * (len(gaps) - 1))], gaps[-1]
    first, again, undo, before = ours["first"], ours["again"], ours["undo"], ours["small"]
    memory = ours["memory"]
    what = f"import of {rows:,} new rows"
    return [
        at_least(f"{what}, rows a second", f"{rows / first:,.0f}", f"{rows / bare:,.0f}", bare / first, 0.4, 0.6),
        at_most(f"{what}: memory", f"{memory:.0f} MB", f"{MOST_MEMORY:.0f} MB", memory / MOST_MEMORY, 1.0),
        at_least(f"{what}: the same file again", ms(again), ms(first), first / again, 4.0),
        at_most(f"import of {small:,} rows: its undo, to the import", ms(undo), ms(before), undo / before, 1.5),
        at_most(f"{what}: loop held up, p99", ms(p99), ms(P99), p99 / P99, 1.0),
        at_most(f"{what}: loop held up, longest", ms(longest), ms(LONGEST), longest / LONGEST, 1.0),
    ]


def write(path: Path, start: int, end: int) -> None:
    """A table of people that are the same in every run."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADER)
        for n in range(start, end):
            first, last, firm = f"Person{n}", f"Surname{n % 977}", n % 503
            mail, phone = f"person{n}@firm{firm}.example", f"+44 20 7{n // 1000 % 1000:03} {n % 1000:03}"
            note = f"Met at the fair {n}, wants a garden and two rooms."
            rows.writerow(
                (
                    f"{first} {last}",
                    first,
                    last,
                    mail,
                    phone,
                    f"Firm {firm}",
                    "Agent",
                    f"{n} High Street",
                    "Leeds",
                    note,
                )
            )
