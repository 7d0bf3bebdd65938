"""Schedules, pauses, quotas and the history by gesture."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu

from crmdesk.desk import AccountState
from crmdesk.domain.accounts import Account, Pause
from crmdesk.ui.dialogs.quiet_hours import QuietDialog
from crmdesk.ui.dialogs.rename import RenameDialog
from crmdesk.ui.sync_panel.history import HistoryDialog, open_history
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play
from tests.ui.card.test_card_story import unnamed


def account(stage: EditorStage) -> Account:
    return stage.desk.accounts()[0].account


def entry(menu: QMenu, *path: str) -> QAction:
    """An entry of a menu by the beginnings of the words that lead to it."""
    for word in path[:-1]:
        found = next(action.menu() for action in menu.actions() if action.text().startswith(word))
        assert isinstance(found, QMenu)
        menu = found
    return next(action for action in menu.actions() if action.text().startswith(path[-1]))


def choose(stage: EditorStage, *path: str) -> None:
    """Choose an entry of the account's menu."""
    menu = stage.panel.menu.build(stage.desk.accounts()[0])
    entry(menu, *path).trigger()
    menu.deleteLater()


def test_quiet_hours_are_chosen_and_taken_back(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        choose(stage, "Sync automatically", "Quiet hours")
        dialog = stage.panel.findChild(QuietDialog)
        assert dialog is not None
        assert unnamed(dialog) == []
        ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        assert not dialog.begins.isEnabled()
        dialog.on.click()
        dialog.ends.setCurrentText(dialog.begins.currentText())
        assert not ok.isEnabled()
        dialog.begins.setCurrentText("00:00")
        for key in ("2", "23:5"):
            dialog.ends.setCurrentText(key)
            assert not ok.isEnabled()
        dialog.ends.setCurrentText("23:59")
        QTest.mouseClick(ok, Qt.MouseButton.LeftButton)
        await until(lambda: account(stage).quiet == "00:00-23:59")
        await until(lambda: "after the quiet hours" in stage.panel.account_rows[stage.account_id].times.text())
        choose(stage, "Sync automatically", "Quiet hours 00:00–23:59")
        await until(lambda: [d for d in stage.panel.findChildren(QuietDialog) if d.isVisible()])
        dialog = next(d for d in stage.panel.findChildren(QuietDialog) if d.isVisible())
        dialog.on.click()
        ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        QTest.mouseClick(ok, Qt.MouseButton.LeftButton)
        await until(lambda: account(stage).quiet == "")

    play(qapp, tmp_path, story)


def test_a_pause_stops_pulls_and_sends_until_its_end(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        for word, hours in (("For 1 hour", 1), ("Until tomorrow", 48)):
            choose(stage, "Pause", word)
            await until(lambda: account(stage).pause is Pause.BY_USER)
            ends = account(stage).paused_until
            assert ends is not None
            assert 0 < (ends - datetime.now(UTC)).total_seconds() <= hours * 3600
            choose(stage, "Resume")
            await until(lambda: account(stage).pause is Pause.NO)
        choose(stage, "Pause", "Until resumed")
        await until(lambda: account(stage).pause is Pause.BY_USER)
        assert account(stage).paused_until is None
        stage.dex.requests.clear()
        person = await stage.person()
        await stage.desk.edit(person.id, {"company": "Elsewhere"})
        (run,) = await stage.desk.sync()
        assert run.outcome == "skipped"
        assert stage.dex.requests.total == 0
        assert stage.desk.accounts()[0].state is AccountState.PAUSED
        choose(stage, "Resume")
        await until(lambda: stage.there(person)["company"] == "Elsewhere")

    play(qapp, tmp_path, story)


def test_the_history_shows_every_sync_and_follows(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        stage.panel.activity.open_history()
        (opened,) = stage.panel.window().findChildren(HistoryDialog)
        opened.accept()
        dialog = open_history(stage.panel, stage.desk, stage.tasks, stage.account_id)
        await until(lambda: dialog.model.rowCount() == 1)
        assert unnamed(dialog) == []
        started, completed, *told, message = dialog.model.cells(dialog.model.runs[0])
        assert told == ["Dex", "Contacts", "20", "20", "0", "0", "Success"]
        assert started <= completed
        assert "request" in message
        stage.dex.weather.set("down")
        await stage.desk.sync()
        await until(lambda: dialog.model.rowCount() == 2)
        row = dialog.model.cells(dialog.model.runs[0])
        assert row[8] == "Failed"
        assert row[9]
        dialog.table.selectRow(0)
        dialog.copy()
        titles, line = QApplication.clipboard().text().splitlines()
        assert titles.split("\t")[0] == "Started"
        assert line.split("\t") == list(row)
        dialog.accept()

    play(qapp, tmp_path, story)


def test_what_is_left_of_a_quota_is_shown(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        demo = stage.crms.account("flex")
        settings = {**demo.settings, "base_url": demo.base_url, "monthly_calls": "5000"}
        flex = await stage.desk.add_account("flex", "Flex", settings, {"key": demo.secret})
        await stage.desk.sync([flex.id])

        def made() -> int:
            quotas = next(status.quotas for status in stage.desk.accounts() if status.account.id == flex.id)
            assert {quota.span: quota.calls for quota in quotas} == {"hour": 100, "day": 500, "month": 5000}
            return quotas[0].made

        await until(lambda: 20 < made() == len(stage.crms.sites["flex"].requests.all()))
        stage.panel.refresh()
        await until(lambda: flex.id in stage.panel.account_rows)
        row = stage.panel.account_rows[flex.id]
        await until(lambda: row.left.text() == f"{100 - made()} of 100 calls left this hour")
        assert not stage.panel.account_rows[stage.account_id].quota.isVisible() if stage.account_id else True

    play(qapp, tmp_path, story)


def test_an_account_is_renamed_and_a_name_in_use_is_told(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        choose(stage, "Rename")
        dialog = stage.panel.findChild(RenameDialog)
        assert dialog is not None
        assert unnamed(dialog) == []
        ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        assert not ok.isEnabled()
        dialog.name.setText("local")
        QTest.mouseClick(ok, Qt.MouseButton.LeftButton)
        await until(lambda: "kept on this computer" in dialog.trouble.label.text())
        dialog.name.setText("Work")
        assert dialog.trouble.isHidden()
        QTest.mouseClick(ok, Qt.MouseButton.LeftButton)
        await until(lambda: account(stage).name == "Work")
        menu = stage.panel.menu.build(stage.desk.accounts()[0])
        assert not [action for action in menu.actions() if action.text().startswith("Move")]
        menu.deleteLater()

    play(qapp, tmp_path, story)


def test_accounts_move_up_and_down(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        demo = stage.crms.account("flex")
        settings = {**demo.settings, "base_url": demo.base_url}
        await stage.desk.add_account("flex", "Flex", settings, {"key": demo.secret})

        def order() -> list[str]:
            return [status.account.name for status in stage.desk.accounts()]

        menu = stage.panel.menu.build(stage.desk.accounts()[0])
        assert (entry(menu, "Move up").isEnabled(), entry(menu, "Move down").isEnabled()) == (False, True)
        menu.deleteLater()
        choose(stage, "Move down")
        await until(lambda: order() == ["Flex", "Dex"])

    play(qapp, tmp_path, story)
