"""Custom fields of a CRM on the card: those that only the CRM sets are shown with the reason, and not offered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit

from crmdesk.domain.records import ItemQuery
from tests.ui.card.editor_stage import EditorStage, play

FREE, FIXED = "custom.Hobby", "custom.Budget"


def test_a_custom_field_that_its_crm_sets_itself_is_not_offered_for_change(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        await stage.connect(provider="follow_up_boss")
        items, _ = await stage.desk.items(ItemQuery(), None)
        item = next(one for one in items if {FREE, FIXED} <= one.values.keys())
        other = next(one for one in items if FIXED not in one.values)
        stage.editor.show_item(item.id)
        free, fixed = stage.input(FREE), stage.input(FIXED)
        assert isinstance(free, QLineEdit)
        assert isinstance(fixed, QLineEdit)
        assert (free.isReadOnly(), fixed.isReadOnly()) == (False, True)
        assert fixed.accessibleDescription() == "Follow Up Boss lets nobody change this from outside."
        assert "from outside" in fixed.toolTip()
        stage.editor.show_item(other.id)
        await stage.desk.edit(other.id, {FIXED: "12"})
        stage.editor.refresh(frozenset({other.id}))
        assert not fixed.isReadOnly()  # what this computer alone has is the user's own

    play(qapp, tmp_path, story, connected=False)
