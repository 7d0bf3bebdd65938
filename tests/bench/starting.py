"""How soon the window stands: the desk with 100,000 contacts against a bare window."""

from __future__ import annotations

from statistics import median

from tests.bench import programs
from tests.bench.figure import Bench, Figure, Part, at_most, say
from tests.bench.million import profile

CONTACTS = 100_000
STARTS = 5


def measure(bench: Bench) -> list[Figure]:
    """Starts in turn, the first of each side not counted, so that files and compiled modules are in memory for both."""
    contacts = bench.scaled(CONTACTS)
    desk = profile(bench, contacts)
    pairs: list[tuple[float, float]] = []
    for number in range(STARTS + 1):
        bare = float(programs.run("controls.bare_window", {})["seconds"])
        ours = float(programs.run("subjects.start", {"profile": str(desk.root)})["seconds"])
        say(f"start {number}: {ours * 1e3:.0f} ms, bare {bare * 1e3:.0f} ms")
        pairs.append((ours, bare))
    ours, bare = median(mine for mine, _ in pairs[1:]), median(other for _, other in pairs[1:])
    ratio = median(mine / other for mine, other in pairs[1:])
    what = f"process start to first row of {contacts:,}"
    return [at_most(what, f"{ours * 1e3:.0f} ms", f"{bare * 1e3:.0f} ms", ratio, 3.0, 1.5)]


PART = Part(
    "start",
    "Process start to the first painted row",
    "a process that imports PySide6 and paints an empty window of the same size",
    measure,
)
