"""`dev.py run`: the demo in a window, or the same job without one where there is no display."""

from __future__ import annotations

import os
import sys

from . import environment, system
from .process import ROOT, run, say


def show_demo(arguments: list[str]) -> int:
    """Start the program on its demo CRMs; the exit status is the program's."""
    system.ensure(system.QT)
    if os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        system.ensure(system.QT_ON_X11)
    python = environment.ensure()
    if has_display():
        return run([python, "-m", "crmdesk", "--demo", *arguments])
    picture = ROOT / "build" / "demo.png"
    picture.parent.mkdir(exist_ok=True)
    say("no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): the same job without a window")
    status = run(
        [python, "-m", "crmdesk", "--demo", "--headless", picture, *arguments],
        {**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    if status == 0:
        say(f"the window as it would look: {picture}")
    return status


def has_display() -> bool:
    """Whether a window can appear; only X11 and Wayland can be missing, other systems always have a desktop."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
