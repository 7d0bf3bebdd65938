"""One undo for everything: Ctrl+Z takes back the last action, the menu names it, a field keeps its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from crmdesk.ui.many.undo.history import HistoryOfChanges
from tests.patience import until
from tests.ui.stage import Stage, play


def _text(stage: Stage, id_: str) -> str:
    return stage.window.actions_[id_].text()


def _is(stage: Stage, id_: str, text: str) -> bool:
    return _text(stage, id_) == text


def _rows(stage: Stage, number: int) -> bool:
    return stage.window.table.model.rowCount() == number


def test_the_menu_names_what_ctrl_z_takes_back_and_is_off_when_there_is_nothing(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        assert not window.actions_["undo"].isEnabled()
        assert "nothing to undo" in window.actions_["undo"].toolTip()
        view = window.table.view
        view.select_row(0)
        name = stage.names()[0]
        QTest.keyClick(view, Qt.Key.Key_Delete)
        await until(partial(_rows, stage, 11))
        await until(partial(_is, stage, "undo", f"Undo: Move {name} to the trash"))
        QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(partial(_rows, stage, 12))
        await until(partial(_is, stage, "redo", f"Redo: Move {name} to the trash"))
        QTest.keyClick(view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        await until(partial(_rows, stage, 11))

    play(qapp, tmp_path, story)


def test_a_field_keeps_its_own_undo_and_an_empty_one_lets_the_window_undo(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.table.view.select_row(0)
        QTest.keyClick(window.table.view, Qt.Key.Key_Delete)
        await until(partial(_rows, stage, 11))
        await until(lambda: window.actions_["undo"].isEnabled())
        search = window.search
        search.setFocus()
        QTest.keyClicks(search, "Ada")
        await until(lambda: window.table.model.rowCount() < 11)
        QTest.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(partial(_rows, stage, 11))
        assert search.text() == ""
        assert isinstance(QApplication.focusWidget(), QLineEdit)
        search.setText("")  # nothing to undo in it any more
        QTest.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(partial(_rows, stage, 12))

    play(qapp, tmp_path, story)


def test_the_history_shows_what_undoing_would_do_before_it_is_done(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        desk, window = stage.desk, stage.window
        id_ = window.table.model.id_at(0)
        await desk.edit(id_, {"company": "One", "job_title": "Editor"})
        await desk.edit(id_, {"company": "Two"})
        window.actions_["changes"].trigger()
        (dialog,) = window.findChildren(HistoryOfChanges)
        await until(lambda: dialog.sets.count() == 2)
        dialog.sets.setCurrentRow(1)
        await until(lambda: dialog.plan.topLevelItemCount() == 2)
        titles = [dialog.plan.topLevelItem(place).text(0) for place in range(2)]  # type: ignore[union-attr] # counted
        assert titles == ["1 can be taken back", "1 edited since, which stays"]
        dialog.undo_button.click()
        await until(lambda: dialog.sets.count() == 3)
        held = desk.item(id_).values
        assert (held["company"], held.get("job_title")) == ("Two", None)
        dialog.reject()

    play(qapp, tmp_path, story)
