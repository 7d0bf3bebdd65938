"""Properties, deals and events beside contacts: the same list and card for each, with relations between them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry
from crmdesk.ui.look.theme import font
from crmdesk.ui.window.places import Place, What
from crmdesk.ui.wording.phrases import amount_text
from tests.patience import until
from tests.ui.stage import Stage, play


async def _homes(stage: Stage) -> None:
    """Two properties and a deal, made on this computer."""
    await stage.desk.new(Kind.PROPERTY, {"name": "1 Quay Street", "status": "current"})
    await stage.desk.new(Kind.PROPERTY, {"name": "2 Hill Road", "price": "410,000"})
    await stage.desk.new(Kind.DEAL, {"name": "1 Quay Street", "stage": "conditional"})


async def _show(stage: Stage, kind: Kind, rows: int) -> None:
    await until(lambda: Place(kind=kind) in dict(stage.window.sidebar.places()))
    stage.window.sidebar.go(Place(kind=kind))
    await until(lambda: stage.window.table.model.kind is kind and stage.window.table.model.rowCount() == rows)


def test_each_kind_has_its_list_with_columns_of_its_own(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        assert [place.kind for place, _ in stage.window.sidebar.places() if place.what is What.ALL] == [Kind.CONTACT]
        await _homes(stage)
        await _show(stage, Kind.PROPERTY, 2)
        shown = [table.model.columns[place].title for place in table.view.header.shown_columns()]
        assert shown == ["Address", "Class", "Status", "Price", "Where"]
        assert stage.names() == ["1 Quay Street", "2 Hill Road"]
        assert stage.window.actions_["new"].text() == "New property"
        stage.window.sidebar.go(Place())
        await until(lambda: table.model.kind is Kind.CONTACT and table.model.rowCount() == 12)
        assert stage.window.actions_["new"].text() == "New contact"

    play(qapp, tmp_path, story)


def test_moments_are_shown_whole_and_empty_columns_give_way(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        await stage.desk.new(Kind.EVENT, {"name": "Open home", "starts": "2026-09-30T23:00:00+00:00"})
        await _show(stage, Kind.EVENT, 1)
        table = stage.window.table
        header, places = table.view.header, {column.key: n for n, column in enumerate(table.model.columns)}
        text = str(table.model.index(0, places["starts"]).data())
        assert QFontMetrics(font(tabular=True)).horizontalAdvance(text) <= header.sectionSize(places["starts"]) - 16
        for empty in ("event_type", "status", "location"):
            assert header.sectionSize(places[empty]) < header.sectionSize(places["starts"])
        await stage.desk.edit(table.model.id_at(0), {"location": "The old town hall, second floor"})
        await stage.desk.new(Kind.EVENT, {"name": "Auction"})
        await until(lambda: header.sectionSize(places["location"]) > header.sectionSize(places["status"]) + 20)

    play(qapp, tmp_path, story)


def test_columns_are_remembered_for_each_kind(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        await _homes(stage)
        await _show(stage, Kind.PROPERTY, 2)
        tags = next(place for place, column in enumerate(table.model.columns) if column.key == "tags")
        table.view.header.show_column(tags, True)
        await _show(stage, Kind.DEAL, 1)
        assert "tags" not in [table.model.columns[place].key for place in table.view.header.shown_columns()]
        await until(lambda: "tags" in stage.desk.setting("window.columns.property"))
        await _show(stage, Kind.PROPERTY, 2)
        assert "tags" in [table.model.columns[place].key for place in table.view.header.shown_columns()]

    play(qapp, tmp_path, story)


def test_a_kind_is_searched_and_something_new_of_it_is_made(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        await _homes(stage)
        await _show(stage, Kind.PROPERTY, 2)
        window.top.search.setText("hill")
        await until(lambda: stage.names() == ["2 Hill Road"])
        window.navigation.clear_search()
        await until(lambda: window.table.model.rowCount() == 2)
        window.actions_["new"].trigger()
        editor = window.panes.editor()
        assert editor.card is not None
        assert editor.card.kind is Kind.PROPERTY
        line = editor.card.fields["name"].editor.first_input()
        line.setText("3 Lake View")  # type: ignore[attr-defined]  # a line edit
        editor.card.fields["name"].editor.edited.emit()
        editor.save()
        await until(lambda: "3 Lake View" in stage.names())

    play(qapp, tmp_path, story)


@pytest.fixture
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("1250000", "1,250,000"),
        ("1250000.50", "1,250,000.50"),
        ("950", "950"),
        ("1,250,000", "1,250,000"),
        ("offers over 500000", "offers over 500000"),
        ("0400", "0400"),
        ("12345678901234567890", "12345678901234567890"),
    ],
)
@pytest.mark.usefixtures("british")
def test_a_plain_number_is_shown_with_separators_and_words_stay_words(kept: str, shown: str) -> None:
    assert amount_text(kept) == shown


@pytest.mark.usefixtures("british")
def test_a_price_is_shown_with_separators_and_edited_as_it_is_kept(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        home = await stage.desk.new(Kind.PROPERTY, {"name": "1 Quay Street", "price": "1250000"})
        await _show(stage, Kind.PROPERTY, 1)
        table, editor = stage.window.table, stage.window.panes.editor()
        place = next(place for place, column in enumerate(table.model.columns) if column.key == "price")
        assert table.model.columns[place].right
        await until(lambda: table.model.index(0, place).data() == "1,250,000")
        table.view.select_row(0)
        await until(lambda: editor.card is not None)
        assert editor.card is not None
        price = editor.card.fields["price"].editor.first_input()
        assert isinstance(price, QLineEdit)
        assert price.text() == "1,250,000"
        price.setFocus()
        assert price.text() == "1250000"
        assert not editor.has_draft()
        QTest.keyClick(price, Qt.Key.Key_End)
        QTest.keyClicks(price, "0")
        editor.card.fields["name"].editor.first_input().setFocus()
        assert price.text() == "12,500,000"
        editor.save()
        await until(lambda: stage.desk.item(home.id).values["price"] == "12500000")

    play(qapp, tmp_path, story)


def test_the_trash_offers_the_kinds_it_holds(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, table = stage.window, stage.window.table
        await _homes(stage)
        await _show(stage, Kind.DEAL, 1)
        table.view.select_row(0)
        window.commands.delete()
        await until(lambda: table.model.rowCount() == 0)
        assert "1 Quay Street moved" in window.messages.accessibleName()
        window.sidebar.go(Place())
        await until(lambda: table.model.rowCount() == 12)
        table.view.select_row(0)
        window.commands.delete()
        await until(lambda: window.counts is not None and window.counts.trash == 2)
        window.sidebar.go(Place(What.TRASH))
        await until(lambda: table.kinds.isVisible() and table.model.rowCount() == 1)
        table.kinds.chosen.emit(Kind.DEAL)
        await until(lambda: stage.names() == ["1 Quay Street"])

    play(qapp, tmp_path, story)


def test_a_card_shows_custom_fields_under_their_name(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        id_ = stage.window.table.model.id_at(0)
        await stage.desk.edit(id_, {"custom.shoe size": "42", "tags": (Entry("press"),)})
        stage.window.table.view.select_id(id_)
        card = stage.window.panes.editor().card
        assert card is not None
        await until(lambda: "custom.shoe size" in card.fields)
        assert card.fields["custom.shoe size"].title == "shoe size"

    play(qapp, tmp_path, story)


def test_a_cancelled_event_is_struck_through_and_says_so(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, table = stage.window, stage.window.table
        event = await stage.desk.new(Kind.EVENT, {"name": "Summer fair", "starts": "2026-06-01T10:00:00+00:00"})
        await _show(stage, Kind.EVENT, 1)
        table.view.select_id(event.id)
        editor = window.panes.editor()
        await until(lambda: editor.shown is not None and editor.shown.item is not None)
        card = editor.card
        assert card is not None
        name = card.fields["name"].editor.first_input()
        assert not name.font().strikeOut()
        assert not card.header.cancelled.isVisible()
        await stage.desk.edit(event.id, {"status": "cancelled"})
        await until(lambda: name.font().strikeOut() and card.header.cancelled.isVisible())
        index = table.model.index(0, 0)
        await until(lambda: "cancelled" in str(table.model.data(index, Qt.ItemDataRole.AccessibleTextRole)))

    play(qapp, tmp_path, story)
