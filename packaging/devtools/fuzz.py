"""`dev.py fuzz [SECONDS] [DECODER …]`: coverage-guided fuzzing of everything that decodes strangers' bytes."""

from __future__ import annotations

from collections.abc import Sequence

from . import environment, system
from .process import run, say, succeeds


def fuzz(arguments: Sequence[str]) -> int:
    """Fuzz with atheris, which is installed for it; `not run` where there is none for this Python or system."""
    system.ensure(system.QT, fonts=False)
    python = environment.ensure()
    if not succeeds([python, "-c", "import atheris"]):
        run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "atheris"])
    if not succeeds([python, "-c", "import atheris"]):
        say("not run: coverage-guided fuzzing (atheris cannot be had for this Python and system)")
        return 0
    return run([python, "-m", "tests.fuzz", *arguments])
