"""The table by gesture: find, sort, select, copy, delete, and hold still while somebody works in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crmdesk.domain.fields import Kind
from crmdesk.ui.window.places import Place, What
from tests.patience import until
from tests.ui.stage import Stage, play


def _click_header(stage: Stage, key: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    header = stage.window.table.view.header
    place = next(n for n, column in enumerate(stage.window.table.model.columns) if column.key == key)
    point = QPoint(header.sectionViewportPosition(place) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifier, point)


def test_typing_searches_and_escape_brings_all_back(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table, box = stage.window.table, stage.window.top.search
        table.view.setFocus()
        QTest.keyClick(table.view, Qt.Key.Key_Slash)
        assert box.hasFocus()
        QTest.keyClicks(box, "elodie")
        await until(lambda: table.model.rowCount() == 2)
        assert all("Élodie" in name for name in stage.names())
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert table.view.hasFocus()
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Escape)
        await until(lambda: table.model.rowCount() == 12)

    play(qapp, tmp_path, story)


def test_an_empty_result_names_the_filter_and_offers_to_clear_it(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.sidebar.go(Place(What.ACCOUNT, stage.desk.accounts()[0].account.id))
        window.top.search.setText("nobody-is-called-so")
        await until(window.table.empty.isVisible)
        said = window.table.empty.accessibleName()
        assert "nobody-is-called-so" in said
        assert "“Work”" in said
        window.navigation.clear_search()
        await until(lambda: window.table.model.rowCount() == 12)
        assert window.top.search.text() == ""

    play(qapp, tmp_path, story)


def test_sorting_by_two_columns_keeps_the_selection_by_id(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        before = stage.names()
        table.view.select_row(3)
        chosen = table.view.current_id()
        _click_header(stage, "company")
        await until(lambda: stage.names() != before)
        assert list(table.view.selected_ids()) == [chosen]
        assert table.model.id_at(table.view.currentIndex().row()) == chosen
        _click_header(stage, "name", Qt.KeyboardModifier.ShiftModifier)
        assert list(table.model.sorting) == ["company", "name"]
        _click_header(stage, "company")
        assert list(table.model.sorting) == ["-company"]
        _click_header(stage, "company")
        assert list(table.model.sorting) == []
        await until(lambda: stage.names() == before)
        assert list(table.view.selected_ids()) == [chosen]

    play(qapp, tmp_path, story)


def test_the_keyboard_reaches_both_ends_and_selects_between(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        view = stage.window.table.view
        view.setFocus()
        assert view.currentIndex().isValid()
        QTest.keyClick(view, Qt.Key.Key_End)
        assert view.currentIndex().row() == 299
        QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
        assert view.selected_count() == 300
        QTest.keyClick(view, Qt.Key.Key_Escape)
        assert view.selected_count() == 0
        assert view.currentIndex().row() == 0
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        assert view.currentIndex().row() > 5

    play(qapp, tmp_path, story, contacts=300)


def test_save_and_next_goes_on_to_one_alone(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        view, editor = stage.window.table.view, stage.window.panes.editor()
        view.select_row(3)
        await until(lambda: editor.shown is not None)
        card = editor.card
        assert card is not None
        company = card.fields["company"].editor.first_input()
        company.setFocus()
        QTest.keyClicks(company, " Two")
        QTest.keyClick(company, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert list(view.selected_ids()) == [stage.window.table.model.id_at(4)]
        await until(lambda: editor.shown is not None and editor.shown.item_id == stage.window.table.model.id_at(4))
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert [stage.window.table.model.id_at(row) for row in (4, 5)] == list(view.selected_ids())

    play(qapp, tmp_path, story)


def test_all_rows_stay_selected_through_a_sort(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        table.view.selectAll()
        first = table.model.id_at(0)
        table.view.header.sort_by(("-name",))
        await until(lambda: table.model.id_at(0) != first)
        assert table.view.selected_count() == 300

    play(qapp, tmp_path, story, contacts=300)


def test_copying_gives_the_shown_columns_and_each_email_once(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        said: list[str] = []
        table.copied.connect(said.append)
        table.view.selectAll()
        table.copy()
        await until(lambda: said)
        titles, *lines = QGuiApplication.clipboard().text().splitlines()
        columns = [table.model.columns[place] for place in table.view.header.shown_columns()]
        assert titles.split("\t") == [column.title for column in columns]
        assert len(lines) == 12
        assert lines[0].split("\t")[0] == stage.names()[0]
        assert all(line.count("\t") == len(table.view.header.shown_columns()) - 1 for line in lines)
        table.copy_emails(list(table.view.selected_ids()))
        await until(lambda: len(said) == 2)
        emails = QGuiApplication.clipboard().text().split(", ")
        assert len(emails) == len(set(emails)) == 24
        assert said == ["12 rows copied", "24 email addresses copied"]

    play(qapp, tmp_path, story)


def test_deleting_selects_the_next_and_can_be_undone(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, view = stage.window, stage.window.table.view
        view.setFocus()
        view.select_row(4)
        gone, following = view.current_id(), window.table.model.id_at(5)
        QTest.keyClick(view, Qt.Key.Key_Delete)
        await until(lambda: window.table.model.rowCount() == 11)
        await until(lambda: list(view.selected_ids()) == [following])
        assert gone is not None
        assert stage.desk.item(gone).trashed_at is not None
        await until(window.messages.isVisible)
        window.messages.act()
        await until(lambda: window.table.model.rowCount() == 12)
        assert stage.desk.item(gone).trashed_at is None

    play(qapp, tmp_path, story)


def test_new_items_wait_behind_a_pill_while_something_is_selected(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        table.view.select_row(2)
        chosen = table.view.current_id()
        await stage.desk.new(Kind.CONTACT, {"name": "Aaron First"})
        await until(table.pill.isVisible)
        assert table.pill.text() == "1 update"
        assert table.model.rowCount() == 12
        QTest.mouseClick(table.pill, Qt.MouseButton.LeftButton)
        await until(lambda: table.model.rowCount() == 13)
        assert stage.names()[0] == "Aaron First"
        assert list(table.view.selected_ids()) == [chosen]
        assert not table.pill.isVisible()

    play(qapp, tmp_path, story)


def test_new_items_come_by_themselves_when_nobody_works_in_the_list(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        await stage.desk.new(Kind.CONTACT, {"name": "Aaron First"})
        await until(lambda: stage.names()[0] == "Aaron First")

    play(qapp, tmp_path, story)


def test_a_changed_value_is_shown_and_flashes_without_moving_anything(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        table.view.select_row(1)
        id_ = table.model.id_at(3)
        await stage.desk.edit(id_, {"company": "Northlight"})
        place = next(n for n, column in enumerate(table.model.columns) if column.key == "company")
        await until(lambda: id_ in table.model.flashes)
        assert table.model.flashes[id_][1] == {"company"}
        assert table.model.index(3, place).data() == "Northlight"
        await until(lambda: not table.model.flashes)

    play(qapp, tmp_path, story)


def test_columns_are_remembered_by_the_next_window(qapp: QApplication, tmp_path: Path) -> None:
    async def first(stage: Stage) -> None:
        header = stage.window.table.view.header
        place = next(n for n, column in enumerate(stage.window.table.model.columns) if column.key == "birthday")
        header.show_column(place, True)
        header.moveSection(header.visualIndex(place), 1)
        header.resizeSection(place, 177)
        stage.window.state.save()
        await until(lambda: "177" in stage.desk.setting("window.columns.contact"))

    async def second(stage: Stage) -> None:
        table = stage.window.table
        shown = [table.model.columns[place].key for place in table.view.header.shown_columns()]
        assert shown[:2] == ["name", "birthday"]
        assert table.view.header.sectionSize(table.view.header.logicalIndex(1)) == 177
        table.view.header.reset_columns()
        assert "birthday" not in [table.model.columns[place].key for place in table.view.header.shown_columns()]

    play(qapp, tmp_path, first, contacts=0)
    play(qapp, tmp_path, second, contacts=0, accounts=())


@pytest.mark.parametrize("contacts", [2500])
def test_every_row_of_a_long_list_can_be_reached(qapp: QApplication, tmp_path: Path, contacts: int) -> None:
    async def story(stage: Stage) -> None:
        view = stage.window.table.view
        view.scrollToBottom()
        view.viewport().repaint()
        assert view.rowAt(view.viewport().height() - 2) == contacts - 1
        assert stage.names()[-1] > stage.names()[0]
        assert len(stage.window.table.model.rows_in_memory()) <= 2000

    play(qapp, tmp_path, story, contacts=contacts)
