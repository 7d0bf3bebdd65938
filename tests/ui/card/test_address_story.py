"""A postal address on the card: one block as its country writes it, edited part by part, copied as a block."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crmdesk.domain.fields import ADDRESS_PARTS, Kind
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.ui.card.field_editors.address import AddressEditor
from crmdesk.ui.card.field_row.row import CardField
from crmdesk.ui.table.columns import cell
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play

HOME = {"street": "1 Quay St", "city": "Sydney", "region": "NSW", "postcode": "2000", "country": "Australia"}
BLOCK = "1 Quay St\nSydney NSW 2000\nAustralia"


async def _shown(stage: EditorStage, **values: str) -> Item:
    person = await stage.person()
    if values:
        await stage.desk.edit(person.id, values)
    stage.editor.show_item(person.id)
    return stage.desk.item(person.id)


def _field(stage: EditorStage, key: str) -> CardField:
    card = stage.editor.card
    assert card is not None
    return card.fields[key]


def _block(stage: EditorStage) -> AddressEditor:
    editor = _field(stage, "address").editor
    assert isinstance(editor, AddressEditor)
    return editor


def test_an_address_reads_as_one_block_and_is_edited_part_by_part(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await _shown(stage, **HOME)
        assert _block(stage).value() == BLOCK
        assert not any(_field(stage, key).isVisible() for key in ADDRESS_PARTS)
        QTest.mouseClick(_block(stage).text.viewport(), Qt.MouseButton.LeftButton)
        assert all(_field(stage, key).isVisible() for key in ADDRESS_PARTS)
        stage.type("postcode", "9")
        assert _block(stage).value() == BLOCK.replace("2000", "20009")
        assert stage.editor.has_draft()
        stage.editor.save()
        await until(lambda: stage.desk.item(person.id).values["postcode"] == "20009")
        assert stage.desk.item(person.id).values["address"] == BLOCK.replace("2000", "20009")

    play(qapp, tmp_path, story)


def test_an_address_is_added_in_its_parts_and_says_where_it_stays(qapp: QApplication, tmp_path: Path) -> None:
    """Nothing is known of how Dex takes an address, so it stays on this computer, and the card says so."""

    async def story(stage: EditorStage) -> None:
        person = await _shown(stage)
        card = stage.editor.card
        assert card is not None
        card.unfold("address")
        stage.type("city", "Leeds")
        stage.type("country", "UK")
        await until(lambda: _field(stage, "city").notes.said("kept_here") != "")
        assert _block(stage).value() == "Leeds\nUK"
        stage.editor.save()
        await until(lambda: stage.desk.item(person.id).values.get("address") == "Leeds\nUK")

    play(qapp, tmp_path, story)


def test_a_draft_of_a_part_comes_back_with_the_parts_open(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await _shown(stage, **HOME)
        await stage.desk.keep_draft(person.id, {"city": "Perth"})
        stage.editor.show_item(None)
        stage.editor.show_item(person.id)
        assert _field(stage, "city").isVisible()
        assert _block(stage).value() == BLOCK.replace("Sydney", "Perth")
        stage.editor.saving.cancel()
        assert _block(stage).value() == BLOCK

    play(qapp, tmp_path, story)


def test_the_block_is_copied_and_a_cell_shows_it_in_one_line(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await _shown(stage, **HOME)
        _block(stage).copy.click()
        assert QGuiApplication.clipboard().text() == BLOCK
        (row,) = stage.desk.rows([person.id])
        assert cell(Kind.CONTACT, "address", row) == "1 Quay St, Sydney NSW 2000, Australia"
        assert list(await stage.desk.ids(ItemQuery(text="quay sydney"))) == [person.id]

    play(qapp, tmp_path, story)


def test_a_text_of_a_crm_without_parts_is_edited_as_a_text(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await _shown(stage, address="1 Quay St, Sydney")
        assert not _block(stage).text.isReadOnly()
        stage.type("address", " 2000")
        stage.editor.save()
        await until(lambda: stage.desk.item(person.id).values["address"] == "1 Quay St, Sydney 2000")

    play(qapp, tmp_path, story)
