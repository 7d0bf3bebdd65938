"""A sign-in that came to nothing is told in the words of the form, with a step that can be taken on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from crmdesk.errors import DeskError, DuplicateAccount, UserInputError
from crmdesk.providers.registry import PROVIDERS, base_url, checked_settings, connect, info_of
from crmdesk.ui.connect.dialog import open_add_account
from crmdesk.ui.connect.sign_in_words import Form, failure_words
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play
from tests.ui.connect.test_connect_story import enter, fill_all


def told(provider: str, error: DeskError) -> str:
    return failure_words(error, Form(info_of(provider), "api.example.com", ["API key"], "Base address"))


@pytest.mark.parametrize("provider", PROVIDERS)
def test_no_error_of_the_form_speaks_the_command_line(provider: str) -> None:
    info = info_of(provider)
    wrong = {"base_url": "https://x.convex.cloud"} if provider == "crm_api" else {"base_url": ""}
    tried = [wrong, *({setting.key: "?"} for setting in info.settings if not setting.found)]
    for settings in tried:
        try:
            base_url(provider, settings)
            connect(
                provider,
                {"base_url": "https://api.example.com", **settings},
                dict.fromkeys(("key", "api_key", "token", "email", "password"), "dex_k"),
            )
        except UserInputError as error:
            if error.why.startswith(tuple(f"{setting.key} is one of" for setting in info.settings)):
                continue  # the form offers nothing else
            words = told(provider, error)
            assert not any(f"{setting.key}=" in words for setting in info.settings), words
            assert "base_url" not in words
            assert "_size" not in words


def test_a_setting_is_named_by_its_title_and_a_choice_by_its_words() -> None:
    with pytest.raises(UserInputError) as caught:
        connect("dex", {"api": "legacy"}, {"key": "dex_key"})
    assert caught.value.next == "Set api=v1."
    assert told("dex", caught.value).endswith("Choose “Today's API: keys that begin with dex_” under “Which API?”.")
    with pytest.raises(UserInputError) as caught:
        base_url("crm_api", {"base_url": "https://x.convex.cloud"})
    assert told("crm_api", caught.value).endswith("Enter https://x.convex.site under “Address of the deployment”.")
    with pytest.raises(UserInputError) as caught:
        checked_settings(info_of("dex"), {"region": "?"})
    assert "region is" in told("dex", caught.value)


def test_other_steps_stay_as_they_are() -> None:
    assert told("dex", DuplicateAccount("It is connected.")) == f"It is connected. {DuplicateAccount.remedy}"


def test_the_crm_is_called_by_its_name_and_the_step_is_on_the_form(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        page = fill_all(stage, dialog, "mri_vault")
        good = json.loads(stage.crms.account("mri_vault").secret)

        async def says(key: str, token: str, address: str) -> str:
            page.secrets.lines["api_key"].setText(key)
            page.secrets.lines["token"].setText(token)
            enter(page, "base_url", address)
            QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
            await until(lambda: not page.trouble.isHidden() and dialog.next.isEnabled())
            return page.trouble.label.text()

        there = stage.crms.account("mri_vault").base_url
        assert (await says(good["token"], good["api_key"], there)).startswith("MRI Vault answered that the API key is")
        assert (await says(good["api_key"], "wrong", there)).startswith("MRI Vault answered that the access token is")
        nowhere = await says(good["api_key"], good["token"], "http://127.0.0.1:1")
        assert nowhere.startswith("MRI Vault cannot be reached")
        assert "Check “Region or address” and your connection" in nowhere

    play(qapp, tmp_path, story, connected=False)


def test_what_keeps_an_account_from_being_added_is_brought_into_view(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        dialog.resize(560, 360)
        fill_all(stage, dialog, "dex")
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.found is not None)
        found = dialog.found
        assert found is not None
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: not found.trouble.isHidden())
        assert "is connected to the same sign-in" in found.trouble.label.text()
        area = next(a for a in dialog.findChildren(QScrollArea) if a.widget() is found)
        shown = area.viewport().rect()
        assert shown.contains(found.trouble.mapTo(area.viewport(), found.trouble.rect().center()))

    play(qapp, tmp_path, story)
