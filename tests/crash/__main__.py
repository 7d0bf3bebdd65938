"""`python -m tests.crash`: kills, power cuts and failing disks; nothing that was confirmed may be lost.

All of it, or what is named: kills (at random moments), points (at each durable point), migrations (at each statement),
cuts (of the power), feed (kills while it is followed), faults (at each write). 1 where anything was lost, doubled or
unsound. Many kills and cuts are tried in portions, each told as it ends; what Ctrl+C leaves out is told too.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from tests.crash import faults, feed, kills, migrations, points, power_cuts
from tests.crash.report import Cannot, Report

Told = Report | str
KILLS, CUTS = 100, 500  # of one portion: a profile and a seed of its own, and at its end all that was confirmed
CUT_OFF = 130  # the exit status of what Ctrl+C has ended


def teeth(seed: int) -> Report:
    """Whether a disk that lies about syncs, and a store that waits for none, are found out."""
    report = Report("planted mistakes found by power cuts")
    for planted in ("lies", "careless"):
        found = power_cuts.cut(80, seed, planted)
        report.tried += 1
        report.faults += [] if found.faults else [f"{planted}: {found.tried} cuts lost nothing"]
    return report


def portions(what: str, number: int, size: int, seed: int, play: Callable[[int, int], Report]) -> Iterator[Told]:
    """So many of what an option counts, portion by portion, by one seed after the other."""
    for begun in range(0, number, size):
        try:
            report = play(min(size, number - begun), seed)
        except KeyboardInterrupt:
            yield f"{number - begun:,} of the {what} (cut off; to go on: --{what} {number - begun} --seed {seed})"
            raise
        if number > size:
            report.name += f", seed {seed}"
        yield report
        seed += 1


def main(words: Sequence[str] | None = None) -> int:
    """Try what is named; 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="dev.py crash", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=20, metavar="N", help="at random moments (20)")
    parser.add_argument("--cuts", type=int, default=300, metavar="N", help="of the power (300)")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--stride", type=int, default=1, metavar="N", help="every Nth point, statement and write (1)")
    parser.add_argument("names", nargs="*", metavar="NAME")
    given = parser.parse_args(words)
    parts: dict[str, Callable[[], Iterable[Told]]] = {
        "kills": lambda: portions("kills", given.kills, KILLS, given.seed, kills.kill),
        "points": lambda: [points.die(given.stride)],
        "migrations": lambda: [migrations.die(given.stride)],
        "cuts": lambda: chain(
            portions("cuts", given.cuts, CUTS, given.seed, power_cuts.cut),
            map(teeth, [given.seed]),  # once the cuts were told
        ),
        "feed": lambda: portions("kills", given.kills, KILLS, given.seed, feed.kill),
        "faults": lambda: faults.refuse(given.stride),
    }
    if unknown := set(given.names) - set(parts):
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(parts)}")
    broken, status = 0, 0
    try:
        for name in given.names or parts:
            began = time.monotonic()
            for report in _tried(name, parts[name]):
                print(f"not run: {report}" if isinstance(report, str) else report, flush=True)
                broken += 0 if isinstance(report, str) else len(report.faults)
            print(f"  in {time.monotonic() - began:.0f} s", flush=True)
    except KeyboardInterrupt:
        status = CUT_OFF
    print(f"{broken} lost, doubled or unsound")
    return int(bool(broken)) or status


def _tried(name: str, part: Callable[[], Iterable[Told]]) -> Iterator[Told]:
    try:
        yield from part()
    except Cannot as reason:
        yield f"{name} ({reason})"


if __name__ == "__main__":
    sys.exit(main())
