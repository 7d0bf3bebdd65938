"""Importing a table of strangers, the same table again, and taking an import back."""

from __future__ import annotations

import csv
import os
from pathlib import Path

from crmdesk.secrets.root_key import KEY_VARIABLE
from tests.bench import programs
from tests.bench.figure import Bench, Figure, at_least, at_most, say
from tests.bench.searching import ms
from tests.bench.smoothness import LONGEST_MS, P99_MS, figure, idle_window

ROWS, SMALL, FEW = 100_000, 5_000, 200
MOST_MEMORY = 150.0  # MB above the idle desk
HEADER = ("Name", "First name", "Last name", "Email", "Phone", "Company", "Job title", "Street", "City", "Notes")


def measure(bench: Bench) -> list[Figure]:
    """The control first, then the desk, each in a process of its own on files of its own; then the window."""
    place = bench.place / "importing"
    place.mkdir(parents=True, exist_ok=True)
    rows, small = bench.scaled(ROWS), bench.scaled(SMALL)
    file, further, few = place / "people.csv", place / "further.csv", place / "few.csv"
    write(file, 0, rows)
    write(further, rows, rows + small)
    write(few, rows + small, rows + small + FEW)
    say("reading the rows by csv and executemany")
    bare = programs.run("controls.many_csv", {"file": str(file), "place": str(place)})["seconds"]
    say("importing them")
    ours = programs.run("subjects.importing", {"file": str(file), "small": str(further), "place": str(place)})
    first, again, undo, before = ours["first"], ours["again"], ours["undo"], ours["small"]
    memory = ours["memory"]
    what = f"import of {rows:,} new rows"
    return [
        at_least(
            f"{what}, rows a second of CPU", f"{rows / first:,.0f}", f"{rows / bare:,.0f}", bare / first, 0.4, 0.6
        ),
        at_most(f"{what}: memory", f"{memory:.0f} MB", f"{MOST_MEMORY:.0f} MB", memory / MOST_MEMORY, 1.0),
        at_least(f"{what}: the same file again, CPU", ms(again), ms(first), first / again, 4.0),
        at_most(f"import of {small:,} rows: its undo, to the import, CPU", ms(undo), ms(before), undo / before, 1.5),
        *_smooth(bench, what, file, few),
    ]


def _smooth(bench: Bench, what: str, file: Path, few: Path) -> list[Figure]:
    """How long the window is held up while it imports; the longest of the import, the same again, and its undo."""
    say("importing them in the window")
    environment = {KEY_VARIABLE: os.urandom(32).hex()}
    given = {"file": str(file), "small": str(few), "profile": str(bench.place / "importing window")}
    ours = programs.run("subjects.import_window", given, environment=environment)
    parts, idle = [ours[part] for part in ("import", "again", "undo")], [idle_window()]
    return [
        figure(f"{what}, in the window: p99 gap of a 5 ms timer", "p99", parts, idle, P99_MS),
        figure(f"{what}, in the window: longest gap of a 5 ms timer", "longest", parts, idle, LONGEST_MS),
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
