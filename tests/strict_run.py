"""The strict run: a test may leave nothing behind and log nothing unforeseen.

A test fails, itself, for: an unexpected log message of level warning or above, a task or thread it did not end, a Qt
timer it left running, a database connection it left open. (Warnings and Qt's own messages fail by pyproject.toml.)
"""

from __future__ import annotations

import asyncio
import gc
import inspect
import logging
import re
import sqlite3
import sys
import threading
from collections.abc import AsyncIterator, Generator, Iterable
from typing import Any

import pytest

from tests.patience import PATIENCE, Stopwatch

THREAD_GRACE_SECONDS = 2.0

# Log messages


# Demo CRMs fail syncs on purpose, and what those came to is for the tests themselves to say.
PROVOKED = r"crmdesk\.sync\.reporting\.run_log: .*(the sync failed|sending stopped): "


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


# What must not outlive a test: threads, connections, timers, tasks

_DATABASES: list[sqlite3.Connection] = []  # those opened since the current test began
_BEFORE = pytest.StashKey[set[Any]]()
_OF_WIDER_FIXTURES: set[threading.Thread] = set()


def _watch_databases(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "sqlite3.connect/handle":
        _DATABASES.append(arguments[0])


sys.addaudithook(_watch_databases)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
    """What a fixture that outlives the test has opened is the fixture's to close."""
    before = set(threading.enumerate())
    databases = len(_DATABASES)
    result = yield
    if fixturedef.scope != "function":
        _OF_WIDER_FIXTURES.update(set(threading.enumerate()) - before)
        del _DATABASES[databases:]
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """Remember what was there before."""
    marks = item.iter_markers("allowed_logs")
    item.stash[_ALLOWED] = AllowedLogs([PROVOKED, *(pattern for mark in marks for pattern in mark.args)])
    item.stash[_BEFORE] = set(threading.enumerate())
    _DATABASES.clear()
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
        _check_databases()
        if "qapp" in getattr(item, "fixturenames", ()):
            _check_timers()
    return result


def _check_threads(before: set[threading.Thread]) -> None:
    new = set(threading.enumerate()) - before - _OF_WIDER_FIXTURES
    alive = [thread for thread in new if not thread.daemon and thread.is_alive()]
    for thread in alive:
        thread.join(0.2)
    if not any(thread.is_alive() for thread in alive):
        return
    watch = Stopwatch()  # only now: it measures how busy this machine is, which takes longer than most tests
    for thread in alive:
        while thread.is_alive() and watch.seconds() < THREAD_GRACE_SECONDS:
            thread.join(0.2)
    left = [thread.name for thread in alive if thread.is_alive()]
    if left:
        pytest.fail(f"threads left running: {', '.join(sorted(left))}", pytrace=False)


def _check_databases() -> None:
    left = [database for database in _DATABASES if _is_open(database)]
    _DATABASES.clear()
    if left:
        pytest.fail(f"{len(left)} database connections left open", pytrace=False)


def _is_open(database: sqlite3.Connection) -> bool:
    try:
        return database.total_changes >= 0
    except sqlite3.ProgrammingError:
        return False


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
    await asyncio.sleep(0)
    left = asyncio.all_tasks() - before - {asyncio.current_task()}
    if ending := [task for task in left if task.cancelling()]:  # what was cancelled a moment ago gets its turns
        await asyncio.wait(ending, timeout=PATIENCE)
    for _turn in range(5):  # and so does what waited for it
        await asyncio.sleep(0)
    left = asyncio.all_tasks() - before - {asyncio.current_task()}
    if left:
        pytest.fail("tasks left pending: " + ", ".join(sorted(repr(task) for task in left)), pytrace=False)
