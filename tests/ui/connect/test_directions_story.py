"""What goes which way: only what the CRM can do is offered, and what it cannot take is said before and after."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.ui.connect.dialog import open_add_account
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play
from tests.ui.connect.test_connect_story import fill_all
from tests.ui.sync_panel.test_schedule_story import entry


def test_the_wizard_says_what_the_first_sync_does_and_what_the_crm_cannot_take(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        fill_all(stage, dialog, "crm_api", "v1")
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.found is not None)
        assert dialog.found is not None
        choice, boxes = dialog.found.direction_choice, dialog.found.kinds_choice.boxes
        assert "The first sync only reads" in choice.note.label.text()
        assert "Contacts: CRM API takes new ones but no changes" in choice.note.label.text()
        assert "Events: CRM API takes no changes" in choice.note.label.text()
        choice.buttons[Direction.PUSH].click()
        assert "writes to CRM API at once" in choice.note.label.text()
        assert "Events" not in choice.note.label.text()
        choice.buttons[Direction.PULL].click()
        assert choice.note.label.text() == "Every sync only reads. The first one runs while you work."
        choice.buttons[Direction.TWO_WAY].click()
        boxes[Kind.CONTACT].click()
        shown = [direction for direction, button in choice.buttons.items() if not button.isHidden()]
        assert (shown, choice.direction()) == ([Direction.PULL], Direction.PULL)
        boxes[Kind.EVENT].click()
        assert not dialog.next.isEnabled()
        boxes[Kind.CONTACT].click()
        assert len([button for button in choice.buttons.values() if not button.isHidden()]) == 3

    play(qapp, tmp_path, story, connected=False)


def test_the_menu_offers_what_the_kinds_of_an_account_can_do(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        demo = stage.crms.account("crm_api", "v1")
        settings = {**demo.settings, "api": "v1", "base_url": demo.base_url}
        kinds = [Kind.CONTACT, Kind.EVENT]
        account = await stage.desk.add_account("crm_api", "CRM", settings, {"key": demo.secret}, kinds=kinds)

        def offered() -> tuple[list[str], bool, str]:
            menu = stage.panel.menu.build(stage.desk.accounts()[0])
            directions = next(action.menu() for action in menu.actions() if action.text() == "Direction")
            assert isinstance(directions, QMenu)
            deletes = entry(menu, "Deleting here")
            found = [action.text() for action in directions.actions()], deletes.isEnabled(), deletes.toolTip()
            menu.deleteLater()
            return found

        directions, deletes, why = offered()
        assert (len(directions), deletes) == (3, False)
        assert "CRM allows no deleting" in why
        await stage.desk.set_account(account.id, direction=Direction.PULL, kinds=[Kind.EVENT])
        directions, deletes, why = offered()
        assert (directions, deletes) == (["Only read from the CRM"], False)
        assert "CRM is read-only" in why

    play(qapp, tmp_path, story, connected=False)
