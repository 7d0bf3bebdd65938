"""One figure of the bench: ours, the control's, their ratio, and whether it reaches what was promised."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_STARTED = time.monotonic()


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `reached` compares with what must be, `wanted` with what would be better still."""

    what: str
    ours: str
    control: str
    ratio: str
    target: str
    reached: bool
    wanted: bool | None = None  # None: nothing more was asked for

    @property
    def mark(self) -> str:
        """The plain word that ends the line."""
        if not self.reached:
            return "MISSED"
        return "reached" if self.wanted is not False else "reached, not yet as wanted"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bench that gives one or several figures; `control` says in one line what they are held against."""

    name: str
    title: str
    control: str
    measure: Callable[[Bench], list[Figure]]


@dataclass(frozen=True, slots=True)
class Bench:
    """What all parts of one run share: a place for files, and the size of the lists as a part of the full size."""

    place: Path
    scale: float
    rounds: int

    def scaled(self, amount: int) -> int:
        """An amount at this run's scale, in whole hundreds."""
        return max(100, round(amount * self.scale / 100) * 100)


def say(text: str) -> None:
    """Tell how far the bench has come, apart from its results."""
    print(f"  [{time.monotonic() - _STARTED:6.1f} s] {text}", file=sys.stderr, flush=True)


def at_least(what: str, ours: str, control: str, ratio: float, least: float, wanted: float | None = None) -> Figure:
    """A figure whose ratio must not be smaller than `least`."""
    target = f"≥ {least:g}×" + (f", {wanted:g}× wanted" if wanted is not None else "")
    return Figure(
        what, ours, control, f"{ratio:.2f}×", target, ratio >= least, None if wanted is None else ratio >= wanted
    )


def at_most(what: str, ours: str, control: str, ratio: float, most: float, wanted: float | None = None) -> Figure:
    """A figure whose ratio must not be larger than `most`."""
    target = f"≤ {most:.3g}×" + (f", {wanted:g}× wanted" if wanted is not None else "")
    return Figure(
        what, ours, control, f"{ratio:.2f}×", target, ratio <= most, None if wanted is None else ratio <= wanted
    )


def table(figures: list[Figure]) -> str:
    """The figures as lines under each other, columns aligned."""
    rows = [("what", "ours", "control", "ratio", "to reach", "")]
    rows += [(f.what, f.ours, f.control, f.ratio, f.target, f.mark) for f in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
