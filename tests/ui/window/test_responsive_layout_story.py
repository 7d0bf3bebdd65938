"""A narrow window: bars fold to icons, the editor goes under the list, and all comes back with the room."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from crmdesk.ui.table.columns import WHERE
from crmdesk.ui.window.places import Place, What
from tests.patience import until
from tests.ui.stage import Stage, play


def _seen(stage: Stage) -> list[str]:
    """The columns that are in sight as a whole."""
    table = stage.window.table
    header, width = table.view.header, table.view.viewport().width()
    places = [n for n in header.shown_columns() if not header.isSectionHidden(n)]
    return [
        table.model.columns[n].key for n in places if header.sectionViewportPosition(n) + header.sectionSize(n) <= width
    ]


def test_the_window_can_be_as_narrow_as_half_a_screen(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, editor = stage.window, stage.window.panes.editor()
        window.table.view.select_row(2)
        beside, sidebar = window.beside.sizes(), window.sidebar.width()
        window.resize(720, 800)
        assert window.width() == 720
        await until(lambda: window.sidebar.width() < 60)
        await until(lambda: editor.mapTo(window.beside, QPoint()).y() > 200 and editor.height() > 200)
        assert editor.width() > 600
        await until(lambda: WHERE in _seen(stage))
        window.resize(1280, 800)
        await until(lambda: (window.beside.sizes(), window.sidebar.width()) == (beside, sidebar))
        assert window.beside.orientation() is Qt.Orientation.Horizontal

    play(qapp, tmp_path, story)


def test_columns_go_when_there_is_no_room_and_where_stays(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, header = stage.window, stage.window.table.view.header
        window.resize(880, 800)
        await until(lambda: "phones" not in _seen(stage))
        assert {"name", WHERE} <= set(_seen(stage))
        phones = next(n for n, column in enumerate(window.table.model.columns) if column.key == "phones")
        assert header.is_shown(phones)
        window.resize(1500, 800)
        await until(lambda: "phones" in _seen(stage))

    play(qapp, tmp_path, story)


def test_places_are_reached_by_their_icons(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        rental = Place(What.ACCOUNT, stage.desk.account("Rental").id)
        window.resize(720, 800)
        await until(lambda: window.sidebar.width() < 60)
        places = window.sidebar.findChild(QListWidget)
        assert isinstance(places, QListWidget)
        row = next(n for n in range(places.count()) if places.item(n).text() == "Rental")
        assert "Rental" in places.item(row).toolTip()
        middle = places.visualItemRect(places.item(row)).center()
        QTest.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(middle))
        await until(lambda: window.navigation.place == rental)

    play(qapp, tmp_path, story, accounts=("Work", "Rental"))


def test_a_window_closed_narrow_remembers_how_it_is_divided_when_wide(qapp: QApplication, tmp_path: Path) -> None:
    divided: list[list[int]] = []

    async def first(stage: Stage) -> None:
        window = stage.window
        window.beside.setSizes([500, 570])
        divided.append(window.beside.sizes())
        window.resize(720, 800)
        await until(lambda: window.responsive.stacked)
        window.state.save()
        await until(lambda: stage.desk.setting("window.state"))

    async def second(stage: Stage) -> None:
        window = stage.window
        await until(lambda: window.responsive.stacked)
        window.resize(1280, 800)
        await until(lambda: window.beside.orientation() is Qt.Orientation.Horizontal)
        await until(lambda: window.beside.sizes() == divided[0])

    play(qapp, tmp_path, first, contacts=0)
    play(qapp, tmp_path, second, contacts=0, accounts=())


def test_a_window_closed_on_its_first_page_opens_with_its_panes(qapp: QApplication, tmp_path: Path) -> None:
    async def first_page(stage: Stage) -> None:
        stage.window.state.save()

    async def later(stage: Stage) -> None:
        await until(lambda: stage.window.panes.editor().isVisible() and stage.window.panes.panel().isVisible())

    play(qapp, tmp_path, first_page, contacts=0, accounts=())
    play(qapp, tmp_path, later)
