"""Connecting a CRM by gesture: a wrong key is told beside the field, people are shown before anything is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from crmdesk.domain.accounts import Direction
from crmdesk.ui.add_account import AddAccountDialog, open_add_account
from crmdesk.ui.add_account_pages import Sample, unused_name
from tests.ui.editor_stage import EditorStage, play
from tests.ui.stage import until
from tests.ui.test_editor_story import unnamed


def fill(stage: EditorStage, dialog: AddAccountDialog, key: str) -> None:
    """Choose Dex and enter a key and the demo's address."""
    QTest.mouseClick(dialog.providers.buttons["dex"], Qt.MouseButton.LeftButton)
    page = dialog.sign_in
    assert page is not None
    line = next(iter(page.secrets.lines.values()))
    assert not dialog.next.isEnabled()
    line.setText(key)
    demo = stage.crms.account("dex")
    for name, value in {**demo.settings, "base_url": demo.base_url}.items():
        widget = page.settings.inputs[name]
        if isinstance(widget, QComboBox):
            widget.setCurrentText(value)
        else:
            widget.setText(value)


def test_a_crm_is_connected_after_a_live_test(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        assert unnamed(dialog) == []
        fill(stage, dialog, "not a key of Dex")
        page = dialog.sign_in
        assert page is not None
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: not page.trouble.isHidden())
        assert dialog.found is None
        line = next(iter(page.secrets.lines.values()))
        line.setText(f" \t{stage.crms.account('dex').secret}\n")
        assert line.text() == stage.crms.account("dex").secret
        assert page.trouble.isHidden()
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.found is not None)
        found = dialog.found
        assert found is not None
        assert len(found.findChildren(Sample)) == 3
        assert stage.desk.accounts() == []
        assert unnamed(dialog) == []
        found.directions[Direction.PULL].click()
        found.name.setText("My Dex")
        added: list[int] = []
        dialog.added.connect(added.append)
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: added)
        account = stage.desk.accounts()[0].account
        assert (account.name, account.direction) == ("My Dex", Direction.PULL)
        await until(lambda: stage.desk.accounts()[0].last_success is not None)
        await until(lambda: stage.panel.account_rows)

    play(qapp, tmp_path, story, connected=False)


def test_every_step_can_be_taken_back(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        fill(stage, dialog, stage.crms.account("dex").secret)
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.found is not None)
        QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
        assert dialog.sign_in is not None
        assert dialog.sign_in.isVisible()
        QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
        assert dialog.providers.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        assert stage.desk.accounts() == []

    play(qapp, tmp_path, story, connected=False)


def test_a_name_in_use_is_told_and_another_is_proposed() -> None:
    assert unused_name("Dex", ["This computer"]) == "Dex"
    assert unused_name("Dex", ["Dex", "Dex 2"]) == "Dex 3"
