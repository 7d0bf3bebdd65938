"""A bulk edit of five thousand contacts: values, history, outbox and search rows, and its undo."""

from __future__ import annotations

import shutil
from statistics import median

from tests.bench import programs
from tests.bench.figure import Bench, Figure, Part, at_most, say
from tests.bench.million import profile
from tests.bench.searching import ms

CONTACTS = 50_000
AMOUNT = 5_000
P99, LONGEST = 0.016, 0.050  # seconds that the loop may be held up


def measure(bench: Bench) -> list[Figure]:
    """Edit and undo by the desk, the same rows by the control on a copy, both several times; the medians count."""
    contacts, amount = bench.scaled(CONTACTS), bench.scaled(AMOUNT)
    source = profile(bench, contacts)
    desk, copy = bench.place / "bulk-desk", bench.place / "bulk-control"
    for made in (desk, copy):
        shutil.rmtree(made, ignore_errors=True)
        shutil.copytree(source.root, made)
    given = {"amount": amount, "rounds": bench.rounds}
    say("writing the same rows by executemany")
    control = programs.run("controls.many_rows", {**given, "file": str(copy / source.database.name)})
    say("editing with the desk")
    ours = programs.run("subjects.bulk", {**given, "profile": str(desk)})
    edit, undo, bare = median(ours["edit"]), median(ours["undo"]), median(control["seconds"])
    gaps = sorted(ours["gaps"])
    p99, longest = gaps[int(0.99 * (len(gaps) - 1))], gaps[-1]
    what = f"bulk edit of {amount:,} contacts"
    return [
        at_most(what, ms(edit), ms(bare), edit / bare, 6.0),
        at_most(f"{what}: its undo, to the edit", ms(undo), ms(edit), undo / edit, 1.5),
        at_most(f"{what}: loop held up, p99", ms(p99), ms(P99), p99 / P99, 1.0),
        at_most(f"{what}: loop held up, longest", ms(longest), ms(LONGEST), longest / LONGEST, 1.0),
    ]


PART = Part(
    "bulk",
    "One change of many contacts, and its undo",
    "executemany of the same rows (record, item, change, outbox, search row) in one transaction; of the loop, what is"
    " promised",
    measure,
)
