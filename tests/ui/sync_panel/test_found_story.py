"""What was found out about an account: shown with whose sign-in it is, and forgotten when the user says so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from crmdesk.domain.accounts import Account
from crmdesk.ui.connect.reconnect import ReconnectDialog
from crmdesk.ui.dialogs.found_settings import FoundDialog
from crmdesk.ui.look.labels import Label
from crmdesk.ui.wording.phrases import tooltip
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play


def _said(dialog: FoundDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(Label) if not label.isHidden()]


async def _opened(stage: EditorStage) -> tuple[FoundDialog, Account]:
    account = await stage.connect(provider="crm_api")
    account = stage.desk.account(account.name)
    dialog = FoundDialog(stage.desk, stage.tasks, account, stage.editor)
    dialog.open()
    return dialog, account


def test_what_was_found_is_shown_and_forgotten(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog, account = await _opened(stage)
        assert account.signed_in_as in _said(dialog)
        assert {"Generation of the server", "Custom fields that were seen"} <= set(_said(dialog))
        custom = account.settings["custom_fields"]
        assert custom.replace(",", ", ") in _said(dialog)
        site = stage.crms.sites["crm_api"]
        for remote_id in site.book.ids():
            site.book.update(remote_id, {"custom": {}})
        dialog.forget["custom_fields"].click()
        await until(lambda: "custom_fields" not in dialog.forget)
        assert "custom_fields" not in stage.desk.account(account.name).settings
        dialog.close()

    play(qapp, tmp_path, story, connected=False)


def test_where_the_crm_refuses_nothing_is_forgotten_and_the_dialog_says_why(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog, account = await _opened(stage)
        stage.crms.sites["crm_api"].weather.set("signed_out")
        dialog.all.click()
        await until(lambda: dialog.trouble.isVisible() and dialog.all.isEnabled())
        assert stage.desk.account(account.name).settings == account.settings
        dialog.close()

    play(qapp, tmp_path, story, connected=False)


def test_whose_sign_in_it_is_is_told_where_the_account_is_shown(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog, account = await _opened(stage)
        dialog.close()
        stage.panel.refresh()
        said = f"Signed in as {account.signed_in_as}"
        await until(lambda: tooltip(said) in [label.toolTip() for label in stage.panel.findChildren(Label)])
        reconnect = ReconnectDialog(stage.desk, stage.tasks, account, stage.editor)
        assert any(said in label.text() for label in reconnect.findChildren(Label))
        reconnect.close()

    play(qapp, tmp_path, story, connected=False)
