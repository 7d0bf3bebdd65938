"""Searching selects: the first hit is chosen and its card shown while typing; Enter edits, Esc goes back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crmdesk.domain.fields import Kind
from crmdesk.ui.window.places import Place, What
from tests.patience import until
from tests.ui.stage import Stage, play


async def _type(stage: Stage, text: str, hits: int) -> None:
    stage.window.commands.find()
    QTest.keyClicks(stage.window.search, text)
    await until(lambda: stage.window.table.model.rowCount() == hits)


def _shown(stage: Stage) -> int | None:
    shown = stage.window.panes.editor().shown
    return None if shown is None else shown.item_id


def _lists(stage: Stage, name: str) -> bool:
    return stage.names() == [name]


def test_the_first_hit_is_chosen_and_its_card_shown_while_typing(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        for text, hits in (("elodie", 2), (" 0011", 1)):
            await _type_more(stage, text, hits)
            await until(lambda: list(table.view.selected_ids()) == [table.model.id_at(0)])
            assert _shown(stage) == table.model.id_at(0)
            assert stage.window.search.hasFocus()

    async def _type_more(stage: Stage, text: str, hits: int) -> None:
        stage.window.search.setFocus()
        QTest.keyClicks(stage.window.search, text)
        await until(lambda: stage.window.table.model.rowCount() == hits)

    play(qapp, tmp_path, story)


def test_enter_edits_the_first_hit_however_fast_it_was_typed(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, editor = stage.window, stage.window.panes.editor()
        window.commands.find()
        QTest.keyClicks(window.search, "zoe 0004")
        QTest.keyClick(window.search, Qt.Key.Key_Return)
        await until(lambda: window.table.model.rowCount() == 1 and _shown(stage) == window.table.model.id_at(0))
        await until(lambda: (focus := QApplication.focusWidget()) is not None and editor.isAncestorOf(focus))

    play(qapp, tmp_path, story)


def test_down_goes_to_the_hit_and_del_takes_it(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        view = stage.window.table.view
        await _type(stage, "zoe 0004", 1)
        found = stage.window.table.model.id_at(0)
        QTest.keyClick(stage.window.search, Qt.Key.Key_Down)
        assert view.hasFocus()
        QTest.keyClick(view, Qt.Key.Key_Delete)
        await until(lambda: stage.desk.item(found).trashed_at is not None)

    play(qapp, tmp_path, story)


def test_down_chooses_the_row_that_has_the_ring_where_none_is_chosen(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        table.view.setFocus()
        assert table.view.selected_count() == 0
        QTest.keyClick(table.view, Qt.Key.Key_Down)
        assert list(table.view.selected_ids()) == [table.model.id_at(0)]
        QTest.keyClick(table.view, Qt.Key.Key_Down)
        assert list(table.view.selected_ids()) == [table.model.id_at(1)]

    play(qapp, tmp_path, story)


def test_escape_goes_back_to_who_was_chosen_before_the_search(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        table.view.select_row(230)
        before = table.view.only_id()
        await _type(stage, "elodie", 50)
        await until(lambda: _shown(stage) == table.model.id_at(0))
        QTest.keyClick(stage.window.search, Qt.Key.Key_Escape)
        await until(lambda: table.model.rowCount() == 300 and 0 not in table.model.ids)
        await until(lambda: table.view.only_id() == before)
        assert _shown(stage) == before
        assert table.view.hasFocus()
        assert table.view.currentIndex().row() in table.view.rows_in_sight()
        assert stage.window.search.text() == ""

    play(qapp, tmp_path, story, contacts=300)


def test_escape_chooses_nobody_where_nobody_was_chosen(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        await _type(stage, "elodie", 2)
        await until(lambda: table.view.selected_count() == 1)
        QTest.keyClick(stage.window.search, Qt.Key.Key_Escape)
        await until(lambda: table.model.rowCount() == 12)
        assert table.view.selected_count() == 0
        assert _shown(stage) is None

    play(qapp, tmp_path, story)


def test_a_search_does_not_follow_to_another_place(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        await stage.desk.delete([window.table.model.id_at(0)])
        await _type(stage, "zoe", 2)
        window.sidebar.go(Place(What.TRASH))
        await until(lambda: window.table.model.rowCount() == 1)
        assert window.search.text() == ""
        await _type(stage, "ada", 1)
        window.top.attention_asked.emit()
        assert window.middle.currentWidget() is not window.table
        assert window.search.text() == ""

    play(qapp, tmp_path, story)


def test_whoever_was_chosen_in_a_place_is_chosen_there_again(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.table.view.select_row(7)
        before = window.table.view.only_id()
        window.sidebar.go(Place(What.TRASH))
        await until(lambda: window.table.model.rowCount() == 0)
        assert _shown(stage) is None
        window.sidebar.go(Place())
        await until(lambda: window.table.view.only_id() == before)
        assert _shown(stage) == before

    play(qapp, tmp_path, story)


def test_names_are_found_as_they_are_typed(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        for name in ("王小明", "Sean O’Neill", "李 小龍"):
            await stage.desk.new(Kind.CONTACT, {"name": name})
        for typed, name in (("小明", "王小明"), ("oneill", "Sean O’Neill"), ("李小龍", "李 小龍")):
            stage.window.search.setText(typed)
            await until(partial(_lists, stage, name))

    play(qapp, tmp_path, story, contacts=0, accounts=())
