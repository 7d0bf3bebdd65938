"""A desk whose feed is followed is killed at random moments, again and again: no change is lost, and none told twice.

A real process and a real stream over HTTP; whoever follows knows the id of the last change that came whole, and nothing
else.
"""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.crash.report import Report

LONGEST = 0.4  # seconds that a desk is followed before it is killed
PAUSE = 0.002  # between two contacts
SECONDS = 120.0  # after which a desk is broken that says nothing


@dataclass
class Follower:
    """Who follows: the last id that came whole, and the items that were told."""

    place: str = "0"
    told: list[int] = field(default_factory=list)

    def follow(self, url: str, key: str, until: set[int] | None = None) -> None:
        """Take what comes until the stream is cut off, or until all of some items were told."""
        headers = {"Authorization": f"Bearer {key}", "Last-Event-ID": self.place}
        with (
            suppress(httpx.HTTPError),
            httpx.stream("GET", f"{url}/desk/v1/changes/stream", headers=headers, timeout=SECONDS) as stream,
        ):
            for line in stream.iter_lines():
                if line.startswith("data: "):
                    change = json.loads(line.removeprefix("data: "))
                    self.told.append(int(change["item"]))
                    self.place = change["id"]
                if until is not None and until <= set(self.told):
                    return


@contextmanager
def desk(profile: Path, pause: float = PAUSE) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A desk that makes contacts, with its address; killed at the end."""
    command = [sys.executable, "-m", "tests.crash.feeder", str(profile), str(pause)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def kill(kills: int, seed: int) -> Report:
    """Kill it so many times; what was committed must have been told once, in order."""
    chance, report, follower = random.Random(seed), Report("kills of a desk whose feed is followed"), Follower()
    with tempfile.TemporaryDirectory(prefix="feed-") as home:
        profile = Path(home) / "profile"
        for _ in range(kills):
            with desk(profile) as (process, url):
                timer = threading.Timer(chance.uniform(0.0, LONGEST), process.kill)
                timer.start()
                follower.follow(url, profile.with_name("key").read_text())
                timer.cancel()
            report.tried += 1
        confirmed = {int(line.split()[0]) for line in profile.with_name("made").read_text().splitlines()}
        with desk(profile, SECONDS) as (process, url):
            timer = threading.Timer(SECONDS, process.kill)
            timer.start()
            committed = _committed(profile)
            follower.follow(url, profile.with_name("key").read_text(), committed)
            timer.cancel()
    counted = Counter(follower.told)
    report.faults += [f"item {item} was confirmed and is not there" for item in confirmed - committed]
    report.faults += [f"item {item} was never told" for item in committed - counted.keys()]
    report.faults += [f"item {item} was told {number} times" for item, number in counted.items() if number > 1]
    report.faults += [] if follower.told == sorted(follower.told) else ["changes were told out of their order"]
    report.also = f"{len(committed):,} commits, {len(confirmed):,} of them confirmed before a kill"
    return report


def _committed(profile: Path) -> set[int]:
    connection = sqlite3.connect(profile / "crmdesk.db")
    try:
        return {item for (item,) in connection.execute("SELECT item_id FROM feed WHERE what = 'created'")}
    finally:
        connection.close()
