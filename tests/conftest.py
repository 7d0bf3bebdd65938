"""The strict run: every test works in a home of its own and may leave nothing behind.

A test fails, itself, for: an unexpected log message of level warning or above, a task or thread it did not end, a Qt
timer it left running, a connection that would leave this machine. (Warnings and Qt's own messages fail by
pyproject.toml.)
"""

from __future__ import annotations

import asyncio
import gc
import inspect
import ipaddress
import json
import logging
import os
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Generator, Iterable
from pathlib import Path
from typing import Any

import pytest

LANES = {"secretservice": "secret service", "xvfb": "real X window"}
THREAD_GRACE_SECONDS = 2.0
# A worker of xdist inherits what its parent has isolated already; the parent hands the first environment down.
OUTSIDE: dict[str, str] = json.loads(os.environ.get("OUTSIDE_ENVIRONMENT", "null")) or dict(os.environ)
HOME = Path(tempfile.mkdtemp(prefix="crmdesk-tests-"))


def _isolate() -> None:
    """Before the project is imported: no real home, keychain, bus, display, proxy or setting is in reach."""
    lane = os.environ.get("CRMDESK_TEST_LANE")
    for name in list(os.environ):
        if name.upper().endswith("_PROXY") or (name.startswith("CRMDESK_") and name != "CRMDESK_TEST_LANE"):
            del os.environ[name]
    os.environ.pop("ENCRYPTION_KEY", None)
    os.environ["OUTSIDE_ENVIRONMENT"] = json.dumps(OUTSIDE)
    for name, place in {
        "HOME": "",
        "USERPROFILE": "",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
        "XDG_RUNTIME_DIR": "run",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
    }.items():
        (HOME / place).mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(HOME / place)
    if lane != "secretservice":
        os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    if lane != "xvfb":
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            os.environ.pop(name, None)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _stay_on_this_machine(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "socket.connect" or not isinstance(arguments[1], tuple):
        return
    host = str(arguments[1][0]).partition("%")[0]
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = host in ("localhost", "")
    if not local:
        raise ConnectionRefusedError(f"tests stay on this machine; refused to connect to {host}")


_isolate()
sys.addaudithook(_stay_on_this_machine)


# What ran, and what did not


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of another lane, and say so in the summary."""
    lane = os.environ.get("CRMDESK_TEST_LANE")
    foreign = {marker for marker in LANES if marker != lane}
    left_out = [item for item in items if any(item.get_closest_marker(marker) for marker in foreign)]
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
    markers = {marker for item in left_out for marker in foreign if item.get_closest_marker(marker)}
    config.stash[_LEFT_OUT] = sorted(markers)


_LEFT_OUT = pytest.StashKey[list[str]]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name what was not run: what dev.py could not provide for, and what only dev.py provides for."""
    lines = OUTSIDE.get("CRMDESK_NOT_RUN", "").splitlines()
    if "CRMDESK_NOT_RUN" not in OUTSIDE:
        lines += [f"not run: {LANES[marker]} (dev.py test provides it)" for marker in config.stash.get(_LEFT_OUT, [])]
    for line in lines:
        terminalreporter.write_line(line)


def pytest_unconfigure() -> None:
    """The home of this run goes with it."""
    shutil.rmtree(HOME, ignore_errors=True)


# Log messages


class AllowedLogs:
    """Which warnings and errors in the log the current test provokes on purpose."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self.patterns = [re.compile(pattern) for pattern in patterns]

    def add(self, pattern: str) -> None:
        """Allow messages in which this regular expression is found ("logger: message")."""
        self.patterns.append(re.compile(pattern))

    def unexpected(self, records: list[logging.LogRecord]) -> list[str]:
        """The lines no pattern allows."""
        lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in records]
        return [line for line in lines if not any(pattern.search(line) for pattern in self.patterns)]


class _Recorder(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


_RECORDER = _Recorder()
_ALLOWED = pytest.StashKey[AllowedLogs]()


@pytest.fixture
def allowed_logs(request: pytest.FixtureRequest) -> AllowedLogs:
    """Call `allowed_logs.add(pattern)` before provoking a warning; or mark the test `allowed_logs(pattern)`."""
    item: pytest.Item = request.node
    return item.stash[_ALLOWED]


def _check_logs(item: pytest.Item) -> None:
    records, _RECORDER.records = _RECORDER.records, []
    unexpected = item.stash[_ALLOWED].unexpected(records)
    if unexpected:
        pytest.fail("unexpected in the log:\n" + "\n".join(unexpected), pytrace=False)


# What must not outlive a test: threads, timers, tasks

_BEFORE = pytest.StashKey[set[Any]]()
_OF_WIDER_FIXTURES: set[threading.Thread] = set()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
    """Threads of a fixture that outlives the test are the fixture's to end."""
    before = set(threading.enumerate())
    result = yield
    if fixturedef.scope != "function":
        _OF_WIDER_FIXTURES.update(set(threading.enumerate()) - before)
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """Remember what was there before."""
    marks = item.iter_markers("allowed_logs")
    item.stash[_ALLOWED] = AllowedLogs(pattern for mark in marks for pattern in mark.args)
    item.stash[_BEFORE] = set(threading.enumerate())
    _RECORDER.records = []
    logging.getLogger().addHandler(_RECORDER)
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """The log is judged where it was written, so that the test itself fails."""
    result = yield
    _check_logs(item)
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """After every fixture has ended: nothing may be left."""
    try:
        result = yield
    finally:
        logging.getLogger().removeHandler(_RECORDER)
    if _BEFORE in item.stash:
        _check_logs(item)
        _check_threads(item.stash[_BEFORE])
        if "qapp" in getattr(item, "fixturenames", ()):
            _check_timers()
    return result


def _check_threads(before: set[threading.Thread]) -> None:
    deadline = time.monotonic() + THREAD_GRACE_SECONDS
    left = []
    for thread in set(threading.enumerate()) - before - _OF_WIDER_FIXTURES:
        if not thread.daemon:
            thread.join(max(0.0, deadline - time.monotonic()))
            left += [thread.name] if thread.is_alive() else []
    if left:
        pytest.fail(f"threads left running: {', '.join(sorted(left))}", pytrace=False)


def _check_timers() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from shiboken6 import isValid

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    timers = [thing for thing in gc.get_objects() if type(thing) is QTimer]
    left = [timer for timer in timers if isValid(timer) and timer.isActive()]
    for timer in left:
        timer.stop()
    if left:
        owners = ", ".join(repr(timer.parent()) for timer in left)
        pytest.fail(f"{len(left)} Qt timers left running; owned by {owners}", pytrace=False)


@pytest.fixture(autouse=True)
def _tasks_end(request: pytest.FixtureRequest) -> None:
    function = getattr(request, "function", None)
    if inspect.iscoroutinefunction(function):
        request.getfixturevalue("_no_task_left")


@pytest.fixture
async def _no_task_left() -> AsyncIterator[None]:
    before = asyncio.all_tasks()
    yield
    for _turn in range(5):  # what was cancelled a moment ago gets the turns it needs to end
        await asyncio.sleep(0)
    left = asyncio.all_tasks() - before - {asyncio.current_task()}
    if left:
        pytest.fail("tasks left pending: " + ", ".join(sorted(repr(task) for task in left)), pytrace=False)


# Places


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The directory of a profile that does not exist yet."""
    return tmp_path / "profile"


@pytest.fixture(scope="session")
def outside() -> dict[str, str]:
    """The environment as it was before the isolation, for tests that start installers."""
    return dict(OUTSIDE)
