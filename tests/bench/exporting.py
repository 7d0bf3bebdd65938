"""Exporting everything, beside bare writers that read the same rows with sqlite3 and json."""

from __future__ import annotations

from tests.bench import programs
from tests.bench.figure import Bench, Figure, at_most, say

CONTACTS = 100_000


def measure(bench: Bench) -> list[Figure]:
    """Each format by both, in one process."""
    place = bench.place / "exporting"
    place.mkdir(parents=True, exist_ok=True)
    contacts = bench.scaled(CONTACTS)
    say(f"exporting {contacts:,} contacts as CSV, XLSX and vCard")
    told = programs.run("subjects.exporting", {"place": str(place), "contacts": contacts})
    return [
        at_most(
            f"export of {contacts:,} contacts as {form}, CPU",
            f"{one['ours']:.2f} s",
            f"{one['bare']:.2f} s",
            one["ours"] / one["bare"],
            2.0,
        )
        for form, one in told.items()
    ]
