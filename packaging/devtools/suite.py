"""`dev.py check` and `dev.py test`: the gates, and the three lanes the tests run in.

Most tests run offscreen, side by side. Tests marked `secretservice` need a D-Bus and a keyring of their own, tests
marked `xvfb` a real X server; each of these gets its own pytest, before the main one, whose closing line ends the
output.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from . import environment, system
from .process import ROOT, run, say

NO_TESTS_COLLECTED = 5
MOST_WORKERS = 4
SECRET_SERVICE_PROGRAMS = {"dbus-run-session": "dbus", "gnome-keyring-daemon": "gnome-keyring"}
X_PROGRAMS = {"xvfb-run": "xvfb", "Xvfb": "xvfb", "xauth": "xauth"}
COVERAGE = ("--cov=crmdesk", "--cov-branch", "--cov-append")

# Unlocks an empty keyring inside the private bus, then becomes the command that follows. Tests that lock the keyring
# unlock it again with this password.
WITH_KEYRING = (
    'printf %s throwaway | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null; exec "$@"'
)


def check() -> int:
    """Format, lint and types; all three run even when the first fails."""
    python = environment.ensure()
    statuses = []
    for title, command in (
        ("format", ["ruff", "format", "--check", "."]),
        ("lint", ["ruff", "check", "."]),
        ("types", ["mypy"]),
    ):
        say(f"check: {title}")
        statuses.append(run([python, "-m", *command]))
    return next((status for status in statuses if status), 0)


def test(arguments: list[str]) -> int:
    """Everything a change has to pass; ends with pytest's closing line, or with what failed before it."""
    system.ensure(system.QT)
    python = environment.ensure()
    (ROOT / ".coverage").unlink(missing_ok=True)
    not_run: list[str] = []
    statuses = {
        "check": check(),
        "secret service": _secret_service(python, arguments, not_run),
        "real X window": _x_window(python, arguments, not_run),
    }
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    say(f"tests: {workers} side by side, offscreen")
    statuses["tests"] = run(
        [
            *(python, "-m", "pytest", "-m", "not secretservice and not xvfb"),
            *("-n", str(workers), "--dist", "worksteal"),
            *(*COVERAGE, "--cov-report=term:skip-covered", *arguments),
        ],
        {**_offscreen(), "CRMDESK_NOT_RUN": "\n".join(not_run)},
    )
    failed = [name for name, status in statuses.items() if status]
    if failed and failed != ["tests"]:
        print(f"dev.py: failed: {', '.join(failed)}", file=sys.stderr)
    return next((status for status in statuses.values() if status), 0)


def _secret_service(python: Path, arguments: list[str], not_run: list[str]) -> int:
    reason = system.obtain(SECRET_SERVICE_PROGRAMS)
    if reason:
        _note(not_run, f"not run: secret service ({reason})")
        return 0
    say("tests: a real Secret Service on a private bus")
    with tempfile.TemporaryDirectory(prefix="crmdesk-keyring-") as home:
        private = {"HOME": home, "XDG_DATA_HOME": f"{home}/data", "XDG_RUNTIME_DIR": f"{home}/run"}
        for directory in private.values():
            Path(directory).mkdir(mode=0o700, exist_ok=True)
        session = ["dbus-run-session", "--", "bash", "-c", WITH_KEYRING, "bash"]
        environ = {**_offscreen(), **private, "CRMDESK_TEST_LANE": "secretservice"}
        return _lane([*session, *_marked(python, "secretservice"), *arguments], environ)


def _x_window(python: Path, arguments: list[str], not_run: list[str]) -> int:
    reason = system.obtain(X_PROGRAMS, system.QT_ON_X11)
    if reason:
        _note(not_run, f"not run: real X window ({reason})")
        return 0
    say("tests: a window on a real X server")
    server = ["xvfb-run", "--auto-servernum", "--server-args", "-screen 0 1600x1000x24 -nolisten tcp"]
    environ = {**os.environ, "QT_QPA_PLATFORM": "xcb", "CRMDESK_TEST_LANE": "xvfb"}
    environ.pop("WAYLAND_DISPLAY", None)
    return _lane([*server, *_marked(python, "xvfb"), *arguments], environ)


def _lane(command: list[str | Path], environ: dict[str, str]) -> int:
    status = run(command, {**environ, "CRMDESK_NOT_RUN": ""})
    return 0 if status == NO_TESTS_COLLECTED else status


def _marked(python: Path, marker: str) -> list[str | Path]:
    return [python, "-m", "pytest", "-m", marker, *COVERAGE, "--cov-report="]


def _note(not_run: list[str], line: str) -> None:
    """Say it now, and have pytest repeat it above its closing line."""
    say(line)
    not_run.append(line.splitlines()[0])


def _offscreen() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
