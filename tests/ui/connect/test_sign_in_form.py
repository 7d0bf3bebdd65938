"""The form of a sign-in: it asks for what the chosen API needs, in words that people know, and takes keys as pasted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from crmdesk.providers.registry import PROVIDERS, base_url, info_of
from crmdesk.ui.connect.sign_in_fields import PlaceChoice
from crmdesk.ui.connect.sign_in_pages import SignInPage


def chosen(page: SignInPage, api: str) -> None:
    """Choose an API."""
    choice = page.inputs["api"]
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(choice.findData(api))


def asked(page: SignInPage) -> set[str]:
    """The settings that the page shows once its settings are unfolded."""
    page.more.head.setChecked(True)
    return {key for key, made in page.inputs.items() if made.isVisibleTo(page)}


def test_only_the_settings_of_the_chosen_api_are_shown_and_taken(qapp: QApplication) -> None:
    page = SignInPage(info_of("rex"))
    addresses = {"auth_url", "token_url", "redirect_uri", "scope", "contacts_endpoint"}
    assert asked(page) & (addresses | {"account_id"}) == {"account_id"}
    line = page.inputs["account_id"]
    assert isinstance(line, QLineEdit)
    line.setText("12")
    assert page.given() == {"account_id": "12"}
    chosen(page, "oauth")
    assert asked(page) & (addresses | {"account_id"}) == addresses
    assert page.given() == {"api": "oauth"}


def test_a_region_stands_for_its_address_and_any_other_address_can_be_typed(qapp: QApplication) -> None:
    info = info_of("mri_vault")
    page = SignInPage(info)
    choice = page.inputs["base_url"]
    assert isinstance(choice, PlaceChoice)
    assert choice.isVisibleTo(page)
    assert choice.currentText() == "Australia and New Zealand"
    assert page.given() == {}
    choice.setCurrentText("United Kingdom (VaultEA)")
    assert page.given() == {"base_url": base_url("mri_vault", {"base_url": "uk"})}
    choice.enter("http://127.0.0.1:1/api/v1.3")
    assert page.given() == {"base_url": "http://127.0.0.1:1/api/v1.3"}
    choice.enter(base_url("mri_vault", {"base_url": "uk"}))
    assert choice.currentText() == "United Kingdom (VaultEA)"
    chosen(page, "zena")
    assert (choice.count(), page.given()) == (0, {"api": "zena"})
    chosen(page, "v1.3")
    assert (choice.currentText(), page.given()) == ("Australia and New Zealand", {})


@pytest.mark.parametrize("provider", PROVIDERS)
def test_every_api_is_offered_in_words(qapp: QApplication, provider: str) -> None:
    info = info_of(provider)
    for setting in info.settings:
        assert len(setting.titles) in (0, len(setting.choices))
        if setting.key == "api":
            assert len(setting.titles) == len(setting.choices)
            page = SignInPage(info)
            choice = page.inputs["api"]
            assert isinstance(choice, QComboBox)
            assert not {choice.itemText(index) for index in range(choice.count())} & set(setting.choices)


def test_an_email_address_and_a_client_id_are_read_while_they_are_typed(qapp: QApplication) -> None:
    page = SignInPage(info_of("rex"))
    shown = {key for key, line in page.secrets.lines.items() if line.echoMode() is QLineEdit.EchoMode.Normal}
    assert shown == {"email", "client_id"}


@pytest.mark.parametrize(
    "pasted",
    [
        " dex_abc\n",
        "Bearer dex_abc",
        "Authorization: Bearer dex_abc",
        'export DEX_API_KEY="dex_abc"',
        "DEX_API_KEY=dex_abc",
    ],
)
def test_a_key_loses_what_was_copied_along_with_it(qapp: QApplication, pasted: str) -> None:
    page = SignInPage(info_of("dex"))
    line = page.secrets.lines["key"]
    line.setText(pasted)
    assert line.text() == "dex_abc"
