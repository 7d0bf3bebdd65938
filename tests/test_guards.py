"""Facts about our libraries that would destroy data or the process if they ceased to hold."""

from __future__ import annotations

import gc
import importlib.metadata
import sqlite3
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import peewee
import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel

ROOT = Path(__file__).resolve().parents[1]
CALLS = 2_000
# PySide6 6.12.0 on Python 3.11 dropped one reference per call; a healthy one drifts by a handful whatever the count.
MOST_DRIFT = 50


class _Sender(QObject):
    flagged = Signal(bool)
    told = Signal()


def _emit_signals() -> None:
    sender = _Sender()
    heard: list[object] = []
    sender.flagged.connect(heard.append)
    sender.told.connect(lambda: heard.append(None))
    for index in range(CALLS):
        sender.flagged.emit(index % 2 == 0)
        sender.told.emit()
    assert len(heard) == 2 * CALLS


def _write_labels() -> None:
    label = QLabel()
    for index in range(CALLS):
        label.setText(str(index))
        label.setEnabled(index % 2 == 0)
    label.deleteLater()
    QCoreApplication.sendPostedEvents(label, QEvent.Type.DeferredDelete.value)


def _read_model() -> None:
    model = QStringListModel(["a", "b"])
    index = model.index(0, 0)
    for _call in range(CALLS):
        assert model.data(index, Qt.ItemDataRole.DisplayRole) == "a"
        assert model.data(index, Qt.ItemDataRole.FontRole) is None


def _fire_timers() -> None:
    fired: list[int] = []
    loop = QEventLoop()
    for index in range(CALLS):
        QTimer.singleShot(0, lambda index=index: fired.append(index))
    while len(fired) < CALLS:
        loop.processEvents()
    assert sorted(fired) == list(range(CALLS))


def _drift(work: Callable[[], None]) -> dict[str, int]:
    """How far the reference counts of the constants moved; on 3.12 and later they are immortal and do not move."""
    work()  # what is made once, caches and the like, is made here
    constants = {"None": None, "True": True, "False": False}
    gc.collect()  # what other tests left behind holds references too
    gc.disable()
    try:
        before = {name: sys.getrefcount(constant) for name, constant in constants.items()}
        work()
        return {name: sys.getrefcount(constant) - before[name] for name, constant in constants.items()}
    finally:
        gc.enable()


@pytest.mark.parametrize("work", [_emit_signals, _write_labels, _read_model, _fire_timers])
def test_calls_into_qt_keep_the_constants_referenced(qapp: QApplication, work: Callable[[], None]) -> None:
    drifted = {name: drift for name, drift in _drift(work).items() if abs(drift) > MOST_DRIFT}
    assert drifted == {}


def test_a_lost_reference_per_call_would_be_noticed() -> None:
    kept: list[None] = []
    drift = _drift(lambda: kept.extend([None] * CALLS))["None"]
    assert drift > MOST_DRIFT or sys.version_info >= (3, 12)


def test_pyside_is_in_the_range_that_was_tried() -> None:
    version = importlib.metadata.version("PySide6-Essentials")
    declared = next(line for line in _dependencies() if line.name == "PySide6-Essentials")
    assert str(declared.specifier) == "<6.12,>=6.8"
    assert declared.specifier.contains(version)


def test_one_sqlite_library_serves_the_process() -> None:
    assert vars(peewee)["sqlite3"] is sqlite3


def test_no_second_sqlite_library_is_asked_for() -> None:
    names = {line.name.lower() for line in _dependencies()}
    assert not names & {
        "pysqlite3",
        "pysqlite3-binary",
        "apsw",
        "sqlcipher3",
        "pyside6",
        "pyside6-addons",
        "keyrings.alt",
    }


def test_sqlite_can_do_what_the_store_is_built_on() -> None:
    with sqlite3.connect(":memory:") as database:
        options = {row[0] for row in database.execute("PRAGMA compile_options")}
        assert sqlite3.threadsafety == 3
        assert sqlite3.sqlite_version_info >= (3, 35)  # RETURNING, and columns dropped by ALTER TABLE
        assert "ENABLE_FTS5" in options
    database.close()


def test_every_installed_dependency_is_what_the_project_declares() -> None:
    for line in _dependencies():
        if line.marker is not None and not line.marker.evaluate():
            continue  # for another system
        assert line.specifier.contains(importlib.metadata.version(line.name)), line


def _dependencies() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return [Requirement(line) for line in project["project"]["dependencies"]]
