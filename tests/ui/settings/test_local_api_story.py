"""The page of the local API by gesture, with the server behind it: on, a key shown once, what it did, and its end."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from crmdesk.app.api_hosting import Hosting, dialects
from crmdesk.ui.keyboard.reading_order import stops
from crmdesk.ui.settings.local_api.new_key import NewKey
from crmdesk.ui.settings.local_api.page import LocalApiPage
from crmdesk.ui.settings.local_api.shown_once import ShownOnce
from crmdesk.ui.settings.window import SettingsWindow
from crmdesk.ui.wording.settings import Page
from tests.patience import until
from tests.ui.stage import Stage, play


async def ask(method: str, url: str, secret: str, document: Mapping[str, Any] | None = None) -> int:
    """The status that the API answers with."""

    def call() -> int:
        with httpx.Client(trust_env=False) as client:
            return client.request(method, url, headers={"Authorization": f"Bearer {secret}"}, json=document).status_code

    return await asyncio.to_thread(call)


def page_of(stage: Stage) -> LocalApiPage:
    """The page, opened."""
    stage.window.settings.open(page=Page.LOCAL_API)
    settings = stage.window.findChild(SettingsWindow)
    assert settings is not None
    page = settings.pages[Page.LOCAL_API]
    assert isinstance(page, LocalApiPage)
    return page


def test_a_key_is_shown_once_does_what_it_may_and_ends(qapp: QApplication, tmp_path: Path, free_port: int) -> None:
    async def story(stage: Stage) -> None:
        window, api = stage.window, stage.desk.api
        api.host(Hosting(stage.desk).serve, dialects)
        page = page_of(stage)
        page.address.port.setText(str(free_port))
        page.address.port.editingFinished.emit()
        await until(lambda: api.port() == free_port)
        page.on.switch.box.click()
        await until(lambda: window.status.api.isVisible())
        page.keys.new.click()
        asked = window.findChild(NewKey) or page.window().findChild(NewKey)
        assert asked is not None
        assert not asked.make.isEnabled()
        QTest.keyClicks(asked.name, "Form")
        asked.presets.setCurrentIndex(asked.presets.findData("write"))
        asked.make.click()
        await until(lambda: [one for one in qapp.topLevelWidgets() if isinstance(one, ShownOnce)])
        shown = next(one for one in qapp.topLevelWidgets() if isinstance(one, ShownOnce))
        secret, curl, variables = (one.toPlainText() for one in shown.findChildren(QPlainTextEdit))
        assert secret in curl
        url = f"http://127.0.0.1:{free_port}"
        assert variables == f"BACKEND_CRM_URL={url}\nBACKEND_CRM_API_KEY={secret}"
        shown.close()
        assert [line.name for line in page.keys.lines()] == [f"Form  {secret[:9]}…"]
        assert await ask("POST", f"{url}/desk/v1/contacts", secret, {"name": "Ada From Web"}) == 201
        page.activity.refresh()
        await until(lambda: [line.name for line in page.activity.lines()] == ["Ada From Web"])
        page.activity.lines()[0].buttons["Open"].click()
        await until(lambda: (shown := window.panes.shown_item()) is not None and shown.values["name"] == "Ada From Web")
        page.origins.origin.setText("https://app.example.com")
        page.origins.allow.click()
        await until(lambda: [line.name for line in page.origins.lines()] == ["https://app.example.com"])
        assert all(one.accessibleName() or getattr(one, "text", str)() for one in stops(page.window()))
        await api.revoke_key("Form")
        assert await ask("GET", f"{url}/desk/v1/", secret) == 401
        await until(lambda: not page.keys.lines()[0].buttons)
        page.on.switch.box.click()
        await until(lambda: not window.status.api.isVisible())
        assert api.serving is None

    play(qapp, tmp_path, story)


def test_a_port_that_is_taken_is_said_beside_the_switch(qapp: QApplication, tmp_path: Path, free_port: int) -> None:
    async def story(stage: Stage) -> None:
        taken = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", free_port)
        async with taken:
            stage.desk.api.host(Hosting(stage.desk).serve, dialects)
            page = page_of(stage)
            page.address.port.setText(str(free_port))
            page.address.port.editingFinished.emit()
            await until(lambda: stage.desk.api.port() == free_port)
            page.on.switch.box.click()
            await until(lambda: str(free_port) in page.trouble.label.whole())
            assert not page.on.switch.box.isChecked()
            assert not stage.desk.api.is_on()

    play(qapp, tmp_path, story)
