"""Many runs, side by side, and for the first that breaks a promise its seed and its shortest story.

They may be cut off at any time, by Ctrl+C or by whoever ends them in order: the sum so far is told, and how to go on.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

from tests.simulation.shrinking import shrunk
from tests.simulation.simulation import LENGTH, Result, run
from tests.simulation.steps import Step

CUT_OFF = 130  # the exit status of what Ctrl+C has ended
PORTION = 20  # runs that one process takes at a time
SECONDS_BETWEEN = 10.0  # two lines that say how far it is, where nobody sits at a terminal


@dataclass
class Total:
    """The sum over many runs."""

    runs: int = 0
    steps: int = 0
    requests: int = 0
    seconds: float = 0.0
    windows: int = 0
    weather: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)

    def add(self, result: Result) -> None:
        """Count one run."""
        self.runs += 1
        self.steps += result.taken
        self.requests += result.requests
        self.seconds += result.seconds
        self.windows += result.windows
        self.weather.update(result.weather)
        if result.fault:
            self.failures.append((result.seed, result.fault))

    def merge(self, other: Total) -> None:
        """Count the runs of another process."""
        self.runs += other.runs
        self.steps += other.steps
        self.requests += other.requests
        self.seconds += other.seconds
        self.windows += other.windows
        self.weather.update(other.weather)
        self.failures += other.failures


def portion(first: int, count: int, length: int) -> Total:
    """Some runs, one after the other."""
    total = Total()
    for seed in range(first, first + count):
        total.add(run(seed, length=length))
    return total


def many(runs: int, seed: int, jobs: int, length: int = LENGTH) -> Iterator[Total]:
    """So many runs from a seed on, side by side, portion by portion in order."""
    starts = range(seed, seed + runs, PORTION)
    counts = [min(PORTION, seed + runs - start) for start in starts]
    if jobs <= 1:
        for start, count in zip(starts, counts, strict=True):
            yield portion(start, count, length)
        return
    spawn, heedless = get_context("spawn"), (signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for whoever sums up
    with ProcessPoolExecutor(jobs, spawn, signal.signal, heedless, max_tasks_per_child=25) as pool:
        yield from pool.map(portion, starts, counts, [length] * len(counts))


def shortest(seed: int, fault: str, length: int) -> tuple[list[Step], Result]:
    """The shortest story found that breaks the same promise, and its run."""
    promise = fault.split(":")[0]
    whole = run(seed, length=length)

    def fails(steps: Sequence[Step]) -> bool:
        return run(seed, steps).fault.startswith(promise)

    steps = shrunk(whole.steps[: whole.taken + 1], fails)
    return steps, run(seed, steps)


def tell(total: Total, seed: int, seconds: float) -> None:
    """Print what was run and what struck."""
    rate = total.runs / seconds if seconds else 0.0
    print(
        f"{total.runs:,} runs (seeds {seed} to {seed + total.runs - 1}), {total.steps:,} steps, "
        f"{total.requests:,} requests, {total.seconds / 86400:,.0f} days in {seconds:.0f} s ({rate:.1f} runs/s)"
    )
    struck = ", ".join(f"{name} {count:,}" for name, count in sorted(total.weather.items()) if count)
    print(f"faults injected: {sum(total.weather.values()):,} ({struck})")
    print(f"changes made there between a read and the write that followed at once: {total.windows}")
    print(f"{len(total.failures)} failed")


def explain(seed: int, fault: str, length: int) -> None:
    """Print a failure with its seed and its shortest story."""
    print(f"\nseed {seed}: {fault}\nthe shortest story found:")
    steps, again = shortest(seed, fault, length)
    for step in steps:
        print(f"  {step}")
    print("as it went:")
    for line in again.story:
        print(f"  {line}")
    print(f"it came to: {again.fault}")


def _play(total: Total, parts: Iterator[Total], *, go_on: bool) -> bool:
    """Sum up, and say how far it is; whether it was cut off."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    terminal, told_at = sys.stderr.isatty(), -SECONDS_BETWEEN
    try:
        for part in parts:
            total.merge(part)
            if part.failures and not go_on:
                break
            if terminal or time.monotonic() - told_at >= SECONDS_BETWEEN:
                told_at = time.monotonic()
                so_far = f"{total.runs:,} runs, {total.steps:,} steps, {len(total.failures)} failed so far"
                print(f"\r{so_far}" if terminal else so_far, end="" if terminal else "\n", file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        return True
    return False


def main() -> int:
    """Run, and return 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="simulate", description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--length", type=int, default=LENGTH, help=f"steps of a run (usual: {LENGTH})")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--all", action="store_true", help="go on after a failure")
    given = parser.parse_args()
    total, began = Total(), time.monotonic()
    cut_off = _play(total, many(given.runs, given.seed, given.jobs, given.length), go_on=given.all)
    tell(total, given.seed, time.monotonic() - began)
    if cut_off:
        print(f"cut off; to go on: --runs {given.runs - total.runs} --seed {given.seed + total.runs}")
    if not total.failures:
        return CUT_OFF if cut_off else 0
    for promise, count in Counter(fault.split(":")[0] for _, fault in total.failures).most_common():
        print(f"  {count} × {promise}")
    if given.all:
        for seed, fault in total.failures[:40]:
            print(f"  seed {seed}: {fault[:200]}")
    explain(*total.failures[0], given.length)
    return 1
