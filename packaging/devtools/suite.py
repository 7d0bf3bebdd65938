"""`dev.py check`, `dev.py test` and `dev.py coverage`: the gates, and the three lanes the tests run in.

Most tests run offscreen, side by side. Tests marked `secretservice` need a D-Bus and a keyring of their own, tests
marked `xvfb` a real X server; each of these gets its own pytest, beside the checks and before the main one, whose
closing line ends the output.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from . import environment, npm, rough, system
from .process import ROOT, Argument, Program, run, say, side_by_side

NO_TESTS_COLLECTED = 5
MOST_WORKERS = 4
SECRET_SERVICE_PROGRAMS = {"dbus-run-session": "dbus", "gnome-keyring-daemon": "gnome-keyring"}
OFFICE_PROGRAMS = {"soffice": "libreoffice-calc-nogui"}
X_PROGRAMS = {"xvfb-run": "xvfb", "Xvfb": "xvfb", "xauth": "xauth"}
PYTEST = ("pytest", "-p", "no:cacheprovider")
COVERAGE = ("--cov=crmdesk", "--cov-branch", "--cov-append")
REPORTS = ("--cov-report=term:skip-covered",)

# Makes a home, unlocks an empty keyring inside the private bus, then becomes the command that follows. Tests that lock
# the keyring unlock it again with this password.
WITH_KEYRING = """
mkdir -m 700 "$HOME" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
printf %s throwaway | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
exec "$@"
"""


ARCHITECTURE = "tests/test_architecture.py"
CHECKS: dict[str, Sequence[str]] = {
    "check: format": ["ruff", "format", "--check", "."],
    "check: lint": ["ruff", "check", "."],
    "check: types": ["mypy"],
    "check: nothing unused": ["vulture"],
    "check: layers, homes, circles, sizes": [*PYTEST, "--quiet", ARCHITECTURE],
}


def check() -> int:
    """What is proved without running the program: all of it, even when the first fails."""
    return _first_failure(side_by_side(_checks(environment.ensure())))


def _checks(python: Path) -> list[Program]:
    return [Program(title, [python, "-m", *command], _compiling()) for title, command in CHECKS.items()]


def test(arguments: list[str]) -> int:
    """Everything a change has to pass; ends with pytest's closing line, or with what failed before it.

    With `--rough` the tests alone, on a machine put together at random (`rough`).
    """
    system.ensure(system.QT, fonts=False)
    python = environment.ensure()
    conditions, arguments = rough.wanted(arguments)
    if conditions is not None:
        with rough.prevailing(conditions, python) as prefix:
            return Lanes([python, "-m", "pytest", "-p", "no:cacheprovider", *arguments], prefix).run()
    return Lanes([python, "-m", "pytest", *arguments]).run(_checks(python))


def coverage(arguments: list[str]) -> int:
    """The tests alone, and which lines and branches none of them runs: to look at, not to pass.

    Counting them takes about as long again as the tests do, so that `test` leaves it out.
    """
    system.ensure(system.QT, fonts=False)
    python = environment.ensure()
    (ROOT / ".coverage").unlink(missing_ok=True)
    return Lanes([python, "-m", "pytest", *COVERAGE, *arguments], reports=REPORTS).run()


class Lanes:
    """The tests, each lane by a pytest of its own; `prefix` is what every command begins with."""

    def __init__(
        self, pytest: Sequence[Argument], prefix: Sequence[Argument] = (), reports: Sequence[str] = ()
    ) -> None:
        self._pytest, self._prefix, self._reports = list(pytest), list(prefix), list(reports)
        self._not_run: list[str] = []

    def run(self, checks: Sequence[Program] = ()) -> int:
        """Run the checks beside the small lanes, then the main one; the status is the first that is not 0."""
        provided = {**self._convex(), **self._office()}
        with tempfile.TemporaryDirectory(prefix="crmdesk-keyring-") as place:
            small = [*checks, *self._secret_service(place), *self._x_window()]
            say("the checks and the small lanes" if checks else "the small lanes")
            ended = side_by_side(small, 1 if self._reports else 2)  # those who count lines add to one file
        # A lane from which the arguments have chosen no test has nothing against it.
        statuses = {
            one.title: 0 if status == NO_TESTS_COLLECTED else status for one, status in zip(small, ended, strict=True)
        }
        workers = min(MOST_WORKERS, os.cpu_count() or 1)
        say(f"tests: {workers} side by side, offscreen")
        statuses["tests"] = run(
            [
                *(*self._prefix, *self._pytest, "-m", "not secretservice and not xvfb"),
                *(("--ignore", ARCHITECTURE) if checks else ()),  # it was among the checks
                *("-n", str(workers), "--dist", "worksteal", "--durations=10", *self._reports),
            ],
            {**_offscreen(), **provided, "CRMDESK_NOT_RUN": "\n".join(self._not_run)},
        )
        failed = [name for name, status in statuses.items() if status]
        if failed and failed != ["tests"]:
            print(f"dev.py: failed: {', '.join(failed)}", file=sys.stderr)
        return _first_failure(statuses.values())

    def _secret_service(self, place: str) -> list[Program]:
        reason = system.obtain(SECRET_SERVICE_PROGRAMS)
        if reason:
            return self._without(f"not run: secret service ({reason})")
        if self._prefix:
            Path(place).chmod(0o777)  # whoever that is makes a home of their own in it
        private = {"HOME": f"{place}/h", "XDG_DATA_HOME": f"{place}/h/data", "XDG_RUNTIME_DIR": f"{place}/h/run"}
        session = ["dbus-run-session", "--", "bash", "-c", WITH_KEYRING, "bash"]
        environ = {**_offscreen(), **private, "CRMDESK_TEST_LANE": "secretservice"}
        return [self._lane("tests: a real Secret Service on a private bus", session, "secretservice", environ)]

    def _x_window(self) -> list[Program]:
        reason = system.obtain(X_PROGRAMS, system.QT_ON_X11)
        if reason:
            return self._without(f"not run: real X window ({reason})")
        server = ["xvfb-run", "--auto-servernum", "--server-args", "-screen 0 1600x1000x24 -nolisten tcp"]
        environ = {**_compiling(), "QT_QPA_PLATFORM": "xcb", "CRMDESK_TEST_LANE": "xvfb"}
        environ.pop("WAYLAND_DISPLAY", None)
        if " " in (place := os.environ.get("TMPDIR", "")):
            environ.pop("TMPDIR")  # xvfb-run itself cannot clean up in a place with a blank; the tests can
            server += ["env", f"TMPDIR={place}"]
        return [self._lane("tests: a window on a real X server", server, "xvfb", environ)]

    def _convex(self) -> dict[str, str]:
        """Where the tests find Convex's own client."""
        place = npm.convex()
        if isinstance(place, str):
            self._without(f"not run: Convex's npm client ({place})")
            return {}
        return {"CRMDESK_CONVEX": str(place)}

    def _office(self) -> dict[str, str]:
        """LibreOffice, with which the tests open and save what is exported."""
        reason = system.obtain(OFFICE_PROGRAMS)
        if reason:
            self._without(f"not run: LibreOffice ({reason})")
            return {}
        return {"CRMDESK_OFFICE": str(shutil.which("soffice"))}

    def _lane(self, title: str, surroundings: Sequence[str], marker: str, environ: dict[str, str]) -> Program:
        quiet = ["--cov-report="] if self._reports else []
        command = [*self._prefix, *surroundings, *self._pytest, "-m", marker, *quiet]
        return Program(title, command, {**environ, "CRMDESK_NOT_RUN": ""})

    def _without(self, line: str) -> list[Program]:
        """Say it now, and have pytest repeat it above its closing line."""
        say(line)
        self._not_run.append(line.splitlines()[0])
        return []


def _first_failure(statuses: Iterable[int]) -> int:
    return next((status for status in statuses if status), 0)


def _compiling() -> dict[str, str]:
    """The environment, but bytecode is kept: else each of hundreds of processes compiles everything."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _offscreen() -> dict[str, str]:
    return {**_compiling(), "QT_QPA_PLATFORM": "offscreen"}
