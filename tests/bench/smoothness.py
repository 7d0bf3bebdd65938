"""How smooth the window stays during the first pull: the desk's window against an idle one."""

from __future__ import annotations

import os
import shutil
from typing import Any

from crmdesk.demo.process import DemoProcess
from crmdesk.secrets.root_key import KEY_VARIABLE
from tests.bench import programs
from tests.bench.figure import Bench, Figure, Part, say
from tests.bench.pulling import PAGE, about

CONTACTS = 100_000
P99_MS, LONGEST_MS = 16.0, 50.0
CONTROL_SECONDS = 10.0


def measure(bench: Bench) -> list[Figure]:
    """The worst of all rounds counts: one stutter is one too many."""
    contacts = bench.scaled(CONTACTS)
    ours: list[dict[str, Any]] = []
    idle: list[dict[str, Any]] = []
    with DemoProcess(contacts, 1, warm=True) as demo:
        given = about(demo.accounts[0], {"page_size": PAGE})
        for number in range(bench.rounds):
            idle.append(idle_window())
            ours.append(_pulling(bench, given))
            if (ours[-1]["outcome"], ours[-1]["new"]) != ("success", contacts):
                raise AssertionError(f"the pull did not go well: {ours[-1]}")
            say(f"round {number + 1}: {_told(ours[-1])} in {ours[-1]['seconds']:.1f} s; idle {_told(idle[-1])}")
    what = f"5 ms timer while {contacts:,} arrive"
    return [
        figure(f"{what}: p99 gap", "p99", ours, idle, P99_MS),
        figure(f"{what}: longest gap", "longest", ours, idle, LONGEST_MS),
        figure(f"{what}: longest computing of the window's thread", "computed", ours, idle, LONGEST_MS),
    ]


def figure(what: str, key: str, ours: list[dict[str, Any]], idle: list[dict[str, Any]], most: float) -> Figure:
    """The worst of `ours`, in milliseconds, against the worst of the idle window."""
    mine, other = max(one[key] for one in ours), max(one[key] for one in idle)
    return Figure(what, f"{mine:.1f} ms", f"{other:.1f} ms", f"{mine / other:.2f}×", f"≤ {most:g} ms", mine <= most)


def idle_window() -> Any:
    """The control: a window that does nothing, while another process computes."""
    busy = programs.start("controls.busy", {})
    try:
        return programs.run("controls.idle_window", {"seconds": CONTROL_SECONDS})
    finally:
        busy.terminate()
        busy.communicate()


def _pulling(bench: Bench, given: dict[str, Any]) -> Any:
    profile, key = bench.place / "smooth", os.urandom(32).hex()
    environment = {KEY_VARIABLE: key}
    try:
        programs.run("subjects.connect", {**given, "profile": str(profile), "key": key})
        return programs.run("subjects.smooth", {"profile": str(profile)}, environment=environment)
    finally:
        shutil.rmtree(profile, ignore_errors=True)


def _told(one: dict[str, Any]) -> str:
    return f"p99 {one['p99']:.1f} ms, longest {one['longest']:.1f} ms"


PART = Part(
    "smooth",
    "The window during the first pull",
    "the same timer in an idle window while another process computes; the longest of all rounds counts on both sides",
    measure,
)
