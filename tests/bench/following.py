"""How soon whoever follows the desk hears of a commit: two streams beside each other."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path

import httpx

from tests.bench.figure import Bench, Figure, Part
from tests.crash.feed import desk

COMMITS = 400
PAUSE = 0.01  # seconds between two commits
MOST = 0.05  # seconds


def measure(bench: Bench) -> list[Figure]:
    """From the moment a commit is confirmed to the line of the stream, in another process."""
    profile = bench.place / "followed" / "profile"
    heard: list[dict[int, float]] = [{}, {}]
    with desk(profile, PAUSE) as (_, url):
        key = profile.with_name("key").read_text()
        threads = [threading.Thread(target=_follow, args=(url, key, found)) for found in heard]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    waits = sorted(found[item] - made for item, made in _made(profile) for found in heard if item in found)
    waits = [max(0.0, wait) for wait in waits]
    middle, late = waits[len(waits) // 2], waits[int(len(waits) * 0.95)]
    ours = f"p50 {middle * 1000:.1f} ms, p95 {late * 1000:.1f} ms"
    what = f"commit to line of two streams, {len(waits):,} lines"
    return [Figure(what, ours, "–", "–", f"p95 ≤ {MOST * 1000:.0f} ms", late <= MOST)]


def _follow(url: str, key: str, found: dict[int, float]) -> None:
    headers = {"Authorization": f"Bearer {key}"}
    with httpx.stream("GET", f"{url}/desk/v1/changes/stream", headers=headers, timeout=60) as stream:
        for line in stream.iter_lines():
            if line.startswith("data: "):
                found[int(json.loads(line.removeprefix("data: "))["item"])] = time.monotonic()
                if len(found) >= COMMITS:
                    return


def _made(profile: Path) -> list[tuple[int, float]]:
    lines = profile.with_name("made").read_text().splitlines()
    return [(int(item), float(moment)) for item, moment in (line.split() for line in lines)]


PART = Part("feed", "the change feed as a stream", "none: a promise in milliseconds", measure)
