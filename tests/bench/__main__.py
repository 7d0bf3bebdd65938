"""`python -m tests.bench [NAME…]`: measure and print; ends with 1 when a figure is missed."""

from __future__ import annotations

import argparse
import platform
import shutil
import sqlite3
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from tests.bench.figure import Bench, Figure, Part, say, table

NAMES = {
    "pull": "pulling",
    "ahead": "ahead",
    "flex": "details",
    "rex": "etags",
    "search": "searching",
    "filter": "filtering",
    "bulk": "bulking",
    "table": "viewing",
    "start": "starting",
    "smooth": "smoothness",
    "match": "matching",
    "files": "files",
    "feed": "following",
    "api": "serving",
}
FROZEN = "frozen"  # beside `start`, when asked for


def main() -> int:
    """Run the parts named, or all of them."""
    parser = argparse.ArgumentParser(prog="tests.bench", description="Measure the desk against controls.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(NAMES)} (default: all)")
    parser.add_argument("--scale", type=float, default=1.0, help="a part of the full sizes, such as 0.1")
    parser.add_argument("--rounds", type=int, default=3, help="repetitions of what is quick; the median counts")
    parser.add_argument("--keep", type=Path, help="a directory for the large files, for another run to use them again")
    parser.add_argument("--frozen", action="store_true", help="with start: the frozen program's too (dev.py freeze)")
    asked = parser.parse_args()
    if wrong := [name for name in asked.names if name not in NAMES]:
        parser.error(f"there is no figure {wrong[0]!r}; there are {', '.join(NAMES)}")
    place = asked.keep or Path(tempfile.mkdtemp(prefix="crmdesk-bench-"))
    place.mkdir(parents=True, exist_ok=True)
    try:
        names = asked.names or list(NAMES)
        return _run([*names, *([FROZEN] if asked.frozen else [])], Bench(place, asked.scale, asked.rounds))
    finally:
        if asked.keep is None:
            shutil.rmtree(place, ignore_errors=True)


def _run(names: list[str], bench: Bench) -> int:
    figures: list[Figure] = []
    controls: list[str] = []
    for name in names:
        part: Part = import_module(f"tests.bench.{NAMES.get(name, name)}").PART
        say(f"{part.name}: {part.title}")
        figures += part.measure(bench)
        controls.append(f"  {part.name}: {part.control}")
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.platform()}, ", end="")
    print(f"scale {bench.scale:g}, median of {bench.rounds}")
    print("Controls:", *controls, "", sep="\n")
    print(table(figures))
    return 0 if all(figure.reached for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
