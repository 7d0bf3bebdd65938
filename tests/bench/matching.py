"""Who is the same: how right the suggestions are on made books, and what a pass costs."""

from __future__ import annotations

import importlib.util
from typing import Any

from tests.bench import febrl, programs
from tests.bench.figure import Bench, Figure, Part, say

SEED = 2_026_12  # looked at by nobody while weights were chosen
SMALL, LARGE, LARGEST = 10_000, 100_000, 1_000_000


def measure(bench: Bench) -> list[Figure]:
    """A book of each size, in a process of its own."""
    figures: list[Figure] = []
    small = _run(bench, bench.scaled(SMALL))
    figures += _quality(small, 0.990, 0.92, 0.999)
    large = _run(bench, bench.scaled(LARGE))
    figures += _quality(large, 0.988, 0.905, 0.998)
    figures += _cost(large, 60 * bench.scale, 150)
    what = f"one changed record among {large['records']:,}: p95 of the CPU time"
    figures.append(_figure(what, large["one_p95"], 5.0, " ms", f"p50 {large['one_p50']:.1f} ms"))
    largest = _run(bench, bench.scaled(LARGEST))
    figures += _cost(largest, 720 * bench.scale, 400)
    return [*figures, _above_splink(small), *febrl.measure(bench)]


def _run(bench: Bench, records: int) -> dict[str, Any]:
    place = bench.place / f"match-{records}"
    place.mkdir(exist_ok=True)
    told: dict[str, Any] = programs.run("subjects.match", {"place": str(place), "records": records, "seed": SEED})
    say(f"{told['records']:,} records: {told['cpu']:.1f} s CPU, slices' p99 {told['slice_p99']:.1f} ms")
    return told


def _quality(told: dict[str, Any], precision: float, both: float, certain: float) -> list[Figure]:
    book = f"{told['records']:,} records"
    control = f"equal emails: P {told['equal_p']:.3f}, F1 {told['equal_f1']:.3f}"
    return [
        _least(f"{book}: precision of certain and likely", told["likely_p"], precision, control),
        _least(f"{book}: F1 of certain and likely", told["likely_f1"], both, control),
        _least(f"{book}: precision of certain", told["certain_p"], certain, control),
        _least(f"{book}: recall of certain", told["certain_r"], 0.57, control),
        _least(f"{book}: recall with possible", told["possible_r"], 0.85, control),
    ]


def _cost(told: dict[str, Any], cpu: float, memory: float) -> list[Figure]:
    book = f"a pass over {told['records']:,}"
    return [
        _figure(f"{book}: CPU", told["cpu"], cpu, " s", "–"),
        _figure(f"{book}: memory above the full store", told["memory"], memory, " MB", "–"),
        _figure(f"{book}: forms and keys on disk", told["file"], 60 * told["records"] / 100_000, " MB", "–"),
    ]


def _least(what: str, value: float, least: float, control: str) -> Figure:
    return Figure(what, f"{value:.4f}", control, "", f"≥ {least:g}", value >= least)


def _figure(what: str, value: float, most: float, unit: str, control: str) -> Figure:
    return Figure(what, f"{value:.1f}{unit}", control, "", f"≤ {most:g}{unit}", value <= most)


def _above_splink(told: dict[str, Any]) -> Figure:
    what = f"{told['records']:,} records: F1 of certain and likely above Splink's"
    if importlib.util.find_spec("splink") is None:
        return Figure(what, "not run: splink is not installed", "–", "", "–", reached=True)
    best = programs.run("controls.splinking", {"records": told["records"], "seed": SEED})
    control = f"P {best['precision']:.3f}, F1 {best['f1']:.3f} from {best['threshold']} on"
    return _least(what, told["likely_f1"] - best["f1"], 0.05, control)


PART = Part(
    "match",
    "Who is the same",
    "records with the same email that just two have, as a rule without matching would link them; where they are"
    " installed beside the desk, Splink on DuckDB at its best threshold, and recordlinkage's ECM on FEBRL",
    measure,
)
