"""Tags are typed, and belong to whom they were typed for, however the typing ends."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry
from crmdesk.ui.card.field_editors.tags import TagsEditor
from tests.patience import until
from tests.ui.card.editor_stage import CTRL, EditorStage, play


def test_tags_are_typed_with_commas_and_taken_back(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        item = await stage.desk.new(Kind.CONTACT, {"name": "Ada"})
        stage.editor.show_item(item.id)
        card = stage.editor.card
        assert card is not None
        card.unfold("tags")
        tags = card.fields["tags"].editor
        assert isinstance(tags, TagsEditor)
        QTest.keyClicks(tags.line, "fair, publisher,fair")
        QTest.keyClick(tags.line, Qt.Key.Key_Return)
        assert tags.value() == (Entry("fair"), Entry("publisher"))
        QTest.keyClick(tags.line, Qt.Key.Key_Backspace)
        stage.editor.save()
        await until(lambda: stage.desk.item(item.id).values.get("tags") == (Entry("fair"),))
        await until(lambda: not stage.editor.has_draft())

    play(qapp, tmp_path, story, connected=False)


def test_a_tag_that_is_still_being_typed_belongs_to_whom_it_was_typed_for(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        ada, bob = [await stage.desk.new(Kind.CONTACT, {"name": name}) for name in ("Ada", "Bob")]
        stage.editor.show_item(ada.id)
        card = stage.editor.card
        assert card is not None
        card.unfold("tags")
        tags = card.fields["tags"].editor
        assert isinstance(tags, TagsEditor)
        QTest.keyClicks(tags.line, "urgent")
        assert stage.editor.has_draft()
        stage.editor.show_item(bob.id)
        assert tags.line.text() == ""
        stage.input("name").setFocus()
        assert not stage.editor.has_draft()
        await until(lambda: stage.desk.draft(ada.id) == {"tags": (Entry("urgent"),)})
        stage.editor.show_item(ada.id)
        assert tags.value() == (Entry("urgent"),)
        QTest.keyClicks(tags.line, "fair")
        stage.press(Qt.Key.Key_S, CTRL)
        await until(lambda: stage.desk.item(ada.id).values.get("tags") == (Entry("urgent"), Entry("fair")))
        await until(lambda: not stage.editor.has_draft())
        assert tags.line.text() == ""
        assert "tags" not in stage.desk.item(bob.id).values

    play(qapp, tmp_path, story, connected=False)


def test_undo_takes_back_a_typed_tag_whole_and_leaves_the_others(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        item = await stage.desk.new(Kind.CONTACT, {"name": "Ada", "tags": (Entry("fair"),)})
        stage.editor.show_item(item.id)
        card = stage.editor.card
        assert card is not None
        tags = card.fields["tags"].editor
        assert isinstance(tags, TagsEditor)
        tags.line.setFocus()
        QTest.keyClicks(tags.line, "urgent")
        stage.press(Qt.Key.Key_Z, CTRL)
        assert tags.value() == (Entry("fair"),)
        assert tags.line.text() == ""
        assert not stage.editor.has_draft()

    play(qapp, tmp_path, story, connected=False)
