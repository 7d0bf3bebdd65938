"""How soon the frozen program's window stands, against the same program in its environment."""

from __future__ import annotations

import datetime
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from crmdesk.app.session import STANDS
from crmdesk.system.paths import Profile
from tests.bench.figure import Bench, Figure, Part, at_most, say
from tests.bench.million import profile

CONTACTS = 100_000
STARTS = 5
PATIENCE = 60.0  # seconds
PROGRAM = Path(__file__).resolve().parents[2] / "dist" / "crmdesk" / ("crmdesk.exe" if os.name == "nt" else "crmdesk")


def measure(bench: Bench) -> list[Figure]:
    """Starts in turn, the first of each side not counted; nothing where no program was frozen."""
    if not PROGRAM.exists():
        say("not run: the frozen program's start (dev.py freeze makes it)")
        return []
    contacts = bench.scaled(CONTACTS)
    desk = profile(bench, contacts)
    pairs: list[tuple[float, float]] = []
    for number in range(STARTS + 1):
        source = _seconds([sys.executable, "-P", "-m", "crmdesk"], desk)
        frozen = _seconds([str(PROGRAM)], desk)
        say(f"start {number}: frozen {frozen * 1e3:.0f} ms, in its environment {source * 1e3:.0f} ms")
        pairs.append((frozen, source))
    frozen, source = median(mine for mine, _ in pairs[1:]), median(other for _, other in pairs[1:])
    ratio = median(mine / other for mine, other in pairs[1:])
    what = f"frozen program's start to first row of {contacts:,}"
    return [at_most(what, f"{frozen * 1e3:.0f} ms", f"{source * 1e3:.0f} ms", ratio, 1.3)]


def _seconds(program: Sequence[str], desk: Profile) -> float:
    """From the start of the process to the line that its log begins with once the window stands."""
    for log in desk.logs.glob("*.log"):
        log.unlink()
    began = datetime.datetime.now(datetime.UTC)
    # Without a display, as the other benches that show a window; a platform that is asked for stays.
    process = subprocess.Popen(
        [*program, "--profile", str(desk.root)],
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + PATIENCE
        while not (stands := _stands(desk)):
            if time.monotonic() > until or process.poll() is not None:
                raise RuntimeError(f"{program[0]} did not come to stand")
            time.sleep(0.005)
        return (stands - began).total_seconds()
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _stands(desk: Profile) -> datetime.datetime | None:
    for log in desk.logs.glob("*.log"):
        for line in log.read_text("utf-8").splitlines():
            if line.endswith(STANDS):
                return datetime.datetime.fromisoformat(line.split()[0])
    return None


PART = Part(
    "frozen",
    "The frozen program's start to the first painted row",
    "the same program started from its environment",
    measure,
)
