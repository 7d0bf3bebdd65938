"""Connecting a CRM by gesture: a wrong key is told beside the field, people are shown before anything is saved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from crmdesk.demo.rex.twin import Rex
from crmdesk.desk import AccountState
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.ui.connect.dialog import AddAccountDialog, open_add_account
from crmdesk.ui.connect.reconnect import open_reconnect
from crmdesk.ui.connect.review_page import Sample, unused_name
from crmdesk.ui.connect.sign_in_fields import PlaceChoice
from crmdesk.ui.connect.sign_in_pages import SignInPage
from crmdesk.ui.look.labels import Label
from tests.browser import Browser
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play
from tests.ui.card.test_card_story import unnamed


def choose(dialog: AddAccountDialog, provider: str) -> SignInPage:
    """Choose a CRM in the list."""
    QTest.mouseClick(dialog.providers.buttons[provider], Qt.MouseButton.LeftButton)
    assert dialog.sign_in is not None
    return dialog.sign_in


def enter(page: SignInPage, name: str, value: str) -> None:
    """Enter a setting."""
    widget = page.inputs[name]
    if isinstance(widget, PlaceChoice):
        widget.enter(value)
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findData(value))
    else:
        widget.setText(value)


def fill_all(stage: EditorStage, dialog: AddAccountDialog, provider: str, api: str | None = None) -> SignInPage:
    """Choose a CRM and enter what its demo takes."""
    demo = stage.crms.account(provider, api)
    page = choose(dialog, provider)
    for name, value in {**({"api": api} if api else {}), **demo.settings, "base_url": demo.base_url}.items():
        enter(page, name, value)
    lines = [(key, line) for key, line in page.secrets.lines.items() if not line.isHidden()]
    secrets = {lines[0][0]: demo.secret} if len(lines) == 1 else json.loads(demo.secret)
    for key, line in lines:
        line.setText(secrets[key])
    return page


def fill(stage: EditorStage, dialog: AddAccountDialog, key: str) -> None:
    """Choose Dex and enter a key and the demo's address."""
    page = choose(dialog, "dex")
    line = next(iter(page.secrets.lines.values()))
    assert not dialog.next.isEnabled()
    line.setText(key)
    demo = stage.crms.account("dex")
    for name, value in {**demo.settings, "base_url": demo.base_url}.items():
        enter(page, name, value)


def test_a_crm_is_connected_after_a_live_test(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        assert unnamed(dialog) == []
        fill(stage, dialog, "not a key of Dex")
        page = dialog.sign_in
        assert page is not None
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        line = next(iter(page.secrets.lines.values()))
        top = page.secrets
        await until(lambda: dialog.focusWidget() is line and 0 < page.trouble.y() - top.y() - top.height() < 20)
        enter(page, "base_url", "http://127.0.0.1:9")
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: page.trouble.isVisible() and page.trouble.parent() is page.inputs["base_url"].parent())
        enter(page, "base_url", stage.crms.account("dex").base_url)
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
        found.direction_choice.buttons[Direction.PULL].click()
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


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    yield made
    made.close()


def test_a_thin_list_shows_three_people_whole(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        fill_all(stage, dialog, "flex")
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.found is not None)
        found = dialog.found
        assert found is not None
        assert len(found.findChildren(Sample)) == 3
        assert unnamed(dialog) == []

    play(qapp, tmp_path, story, connected=False)


def test_each_kind_is_counted_and_can_be_left_out(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        page = fill_all(stage, dialog, "mri_vault")
        assert list(page.secrets.secrets()) == ["api_key", "token"]
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.found is not None)
        found = dialog.found
        assert found is not None
        assert list(found.kinds_choice.boxes) == [Kind.CONTACT, Kind.PROPERTY, Kind.DEAL, Kind.EVENT]
        assert found.kinds_choice.boxes[Kind.CONTACT].text() == "20 contacts"
        for kind in (Kind.DEAL, Kind.EVENT):
            found.kinds_choice.boxes[kind].click()
        assert unnamed(dialog) == []
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: stage.desk.accounts() and stage.desk.accounts()[0].last_success)
        assert stage.desk.accounts()[0].account.kinds == (Kind.CONTACT, Kind.PROPERTY)

    play(qapp, tmp_path, story, connected=False)


def test_the_browser_signs_in(qapp: QApplication, tmp_path: Path, browser: Browser) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks, browser.open)
        page = fill_all(stage, dialog, "rex", "oauth")
        assert list(page.secrets.secrets()) == ["client_id", "client_secret"]
        assert dialog.next.text() == "Sign in in the browser…"
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.found is not None)
        found = dialog.found
        assert found is not None
        assert list(found.direction_choice.buttons) == [Direction.PULL]
        QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
        assert page.isVisible()
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.found is not found and dialog.found is not None)
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: stage.desk.accounts() and stage.desk.accounts()[0].last_success)
        assert stage.desk.accounts()[0].contacts == 20

    play(qapp, tmp_path, story, connected=False)


def test_a_sign_in_in_the_browser_can_be_refused_repeated_and_ended(
    qapp: QApplication, tmp_path: Path, browser: Browser
) -> None:
    async def story(stage: EditorStage) -> None:
        browser.press = "refuse"
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks, browser.open)
        page = fill_all(stage, dialog, "rex", "oauth")
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        waiting = dialog.waiting
        assert waiting is not None
        assert unnamed(dialog) == []
        await until(lambda: waiting.trouble.isVisible())
        assert "did not grant access" in waiting.trouble.label.text()
        browser.press = ""
        QTest.mouseClick(waiting.retry, Qt.MouseButton.LeftButton)
        await until(lambda: len(browser.opened) == 2)
        QTest.mouseClick(waiting.copy, Qt.MouseButton.LeftButton)
        assert QApplication.clipboard().text() == browser.opened[1]
        QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
        assert page.isVisible()
        assert dialog.next.isEnabled()
        assert stage.desk.accounts() == []

    play(qapp, tmp_path, story, connected=False)


def test_a_file_of_settings_is_offered_once_and_read_when_allowed(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("FLEX_BASE_URL=https://x.example\nFLEX_API_KEY=abc\n", encoding="utf-8")

    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        assert dialog.providers.offer.isVisible()
        assert dialog.sign_in is None
        assert unnamed(dialog) == []
        QTest.mouseClick(dialog.providers.allow, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.sign_in is not None)
        page = dialog.sign_in
        assert page is not None
        assert page.secrets.secrets() == {"key": "abc"}
        assert page.given()["base_url"] == "https://x.example"
        assert "2 values from .env" in page.read_from.label.text()
        dialog.reject()
        again = open_add_account(stage.panel, stage.desk, stage.tasks)
        assert not again.providers.offer.isVisible()
        again.reject()

    play(qapp, tmp_path, story, connected=False)


def test_a_file_that_is_dropped_marks_its_crms(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "old.env"
    file.write_text("FLEX_API_KEY=abc\nDEX_API_KEY=dex_1\n", encoding="utf-8")

    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "missing"))])
        drop(dialog, carried)
        await until(lambda: dialog.providers.trouble.isVisible())
        carried.setUrls([QUrl.fromLocalFile(str(file))])
        drop(dialog, carried)
        await until(lambda: "found in old.env" in dialog.providers.buttons["flex"].accessibleName())
        assert "found in old.env" in dialog.providers.buttons["dex"].accessibleName()
        assert choose(dialog, "dex").secrets.secrets() == {"key": "dex_1"}

    play(qapp, tmp_path, story, connected=False)


def drop(dialog: AddAccountDialog, carried: QMimeData) -> None:
    """Let files fall onto the dialog."""
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPoint(50, 50).toPointF(), Qt.DropAction.CopyAction, carried, button, none))


def test_a_lost_sign_in_is_renewed_in_the_browser(qapp: QApplication, tmp_path: Path, browser: Browser) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks, browser.open)
        fill_all(stage, dialog, "rex", "oauth")
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.found is not None)
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: stage.desk.accounts() and stage.desk.accounts()[0].last_success)
        rex = stage.crms.sites["rex"]
        assert isinstance(rex, Rex)
        rex.sign_out()
        rex.refresh.clear()
        account = stage.desk.accounts()[0].account
        await stage.desk.sync([account.id])
        assert stage.desk.accounts()[0].state is AccountState.NEEDS_SIGN_IN
        again = open_reconnect(stage.panel, stage.desk, stage.tasks, account, browser.open)
        taken: list[bool] = []
        again.accepted.connect(lambda: taken.append(True))
        assert unnamed(again) == []
        assert again.button.isEnabled()
        QTest.mouseClick(again.button, Qt.MouseButton.LeftButton)
        await until(lambda: stage.desk.accounts()[0].state is not AccountState.NEEDS_SIGN_IN)
        await until(lambda: taken)

    play(qapp, tmp_path, story, connected=False)


def test_a_name_in_another_script_stays_at_its_disc(qapp: QApplication) -> None:
    sample = Sample("هدى", "hoda@mail.example")
    sample.resize(500, 40)
    label = next(label for label in sample.findChildren(Label) if label.whole() == "هدى")
    sample.show()
    image = label.grab().toImage()
    inked = [x for x in range(image.width()) if len({image.pixel(x, y) for y in range(image.height())}) > 1]
    assert 0 < max(inked) < 100


def test_the_demo_rex_that_starts_by_itself_is_asked_no_secret(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        page = choose(dialog, "rex")
        lines = page.secrets.lines.values()
        assert (any(line.isVisibleTo(page) for line in lines), dialog.next.isEnabled()) == (True, False)
        enter(page, "mock", "1")
        assert (any(line.isVisibleTo(page) for line in lines), dialog.next.isEnabled()) == (False, True)
        enter(page, "mock", "0")
        assert (any(line.isVisibleTo(page) for line in lines), dialog.next.isEnabled()) == (True, False)

    play(qapp, tmp_path, story, connected=False)


def test_a_sign_in_that_opens_several_accounts_lets_one_be_chosen(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        rex = stage.crms.sites["rex"]
        assert isinstance(rex, Rex)
        rex.options = replace(rex.options, opens_first=True)
        rex.rex_accounts.append({"id": 902, "name": "Quay Homes"})
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        page = fill_all(stage, dialog, "rex", "rpc")
        enter(page, "account_id", "")
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: page.asks_choice)
        assert "opens 2 accounts of Rex" in page.trouble.label.whole()
        choice = page.choice.inputs["account_id"]
        assert isinstance(choice, QComboBox)
        assert [choice.itemText(place) for place in range(choice.count())][1:] == [
            "Harbour Homes 1 (901)",
            "Quay Homes (902)",
        ]
        assert unnamed(dialog) == []
        assert not dialog.next.isEnabled()
        choice.setCurrentIndex(2)
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.found is not None)
        added: list[int] = []
        dialog.added.connect(added.append)
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: added)
        account = stage.desk.accounts()[0].account
        assert account.settings["account_id"] == "902"
        assert "902" in account.signed_in_as

    play(qapp, tmp_path, story, connected=False)


def test_enter_alone_leads_from_the_first_page_to_the_connected_account(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        added: list[int] = []
        dialog.added.connect(added.append)
        dialog.providers.buttons["dex"].setFocus()
        QTest.keyClick(dialog.providers.buttons["dex"], Qt.Key.Key_Return)
        page = dialog.sign_in
        assert page is not None
        demo = stage.crms.account("dex")
        for name, value in {**demo.settings, "base_url": demo.base_url}.items():
            enter(page, name, value)
        line = next(iter(page.secrets.lines.values()))
        line.setText(demo.secret)
        QTest.keyClick(line, Qt.Key.Key_Return)
        await until(lambda: dialog.found is not None and dialog.next.isEnabled())
        focus = dialog.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Return)
        await until(lambda: added)
        assert stage.desk.accounts()[0].account.id == added[0]

    play(qapp, tmp_path, story, connected=False)


def test_an_address_may_be_typed_as_people_say_it(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        page = choose(dialog, "dex")
        for typed, meant in (
            ("crm.example.com/api", "https://crm.example.com/api"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("https://crm.example.com", "https://crm.example.com"),
        ):
            enter(page, "base_url", typed)
            assert page.given()["base_url"] == meant
        dialog.reject()

    play(qapp, tmp_path, story)
