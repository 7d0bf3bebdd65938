"""Windows are garbage on the thread that made them: a test's leftovers are collected before another thread could."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _collected_on_the_windows_thread() -> Iterator[None]:
    gc.disable()
    gc.collect()
    gc.freeze()  # what was there before is no test's leftover, and looking through it took longer than most tests
    yield
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _begins_in_no_language() -> Iterator[None]:
    """Whatever tests of other rooms spoke before in this process."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(QLocale.c())
