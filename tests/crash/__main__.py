"""`python -m tests.crash`: kills, power cuts and failing disks; nothing that was confirmed may be lost.

All of it, or what is named: kills (at random moments), points (at each durable point), migrations (at each statement),
cuts (of the power), feed (kills while it is followed), faults (at each write). 1 where anything was lost, doubled or
unsound.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from tests.crash import faults, feed, kills, migrations, points, power_cuts
from tests.crash.report import Cannot, Report

Told = Report | str


def teeth(seed: int) -> Report:
    """Whether a disk that lies about syncs, and a store that waits for none, are found out."""
    report = Report("planted mistakes found by power cuts")
    for planted in ("lies", "careless"):
        found = power_cuts.cut(80, seed, planted)
        report.tried += 1
        report.faults += [] if found.faults else [f"{planted}: {found.tried} cuts lost nothing"]
    return report


def main(words: Sequence[str] | None = None) -> int:
    """Try what is named; 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="dev.py crash", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=20, metavar="N", help="at random moments (20)")
    parser.add_argument("--cuts", type=int, default=300, metavar="N", help="of the power (300)")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--stride", type=int, default=1, metavar="N", help="every Nth point, statement and write (1)")
    parser.add_argument("names", nargs="*", metavar="NAME")
    given = parser.parse_args(words)
    parts: dict[str, Callable[[], Sequence[Told]]] = {
        "kills": lambda: [kills.kill(given.kills, given.seed)],
        "points": lambda: [points.die(given.stride)],
        "migrations": lambda: [migrations.die(given.stride)],
        "cuts": lambda: [power_cuts.cut(given.cuts, given.seed), teeth(given.seed)],
        "feed": lambda: [feed.kill(given.kills, given.seed)],
        "faults": lambda: faults.refuse(given.stride),
    }
    if unknown := set(given.names) - set(parts):
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(parts)}")
    broken = 0
    for name in given.names or parts:
        began = time.monotonic()
        try:
            reports = parts[name]()
        except Cannot as reason:
            reports = [f"{name} ({reason})"]
        for report in reports:
            print(f"not run: {report}" if isinstance(report, str) else report, flush=True)
            broken += 0 if isinstance(report, str) else len(report.faults)
        print(f"  in {time.monotonic() - began:.0f} s", flush=True)
    print(f"{broken} lost, doubled or unsound")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
