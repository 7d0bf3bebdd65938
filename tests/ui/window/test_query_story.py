"""Conditions in the search box: what cannot be understood is pointed at, and the list stays as it was."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.patience import until
from tests.ui.stage import Stage, play


def _rows(stage: Stage, number: int) -> bool:
    return stage.window.table.model.rowCount() == number


def test_a_broken_condition_keeps_the_last_list_and_is_pointed_at(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        whole = stage.window.table.model.rowCount()
        search = stage.window.search
        QTest.keyClicks(search, "no:company")
        await until(lambda: 0 < stage.window.table.model.rowCount() < whole)
        without = stage.window.table.model.rowCount()
        QTest.keyClicks(search, " is:odd")
        await until(lambda: search.accessibleDescription() == "“odd” is no state. (at character 15)")
        assert _rows(stage, without)
        search.setText("has:company")
        await until(partial(_rows, stage, whole - without))
        assert "odd" not in search.accessibleDescription()

    play(qapp, tmp_path, story, contacts=24)
