"""A card and a sync panel on a real desk that is connected to a demo CRM, for stories told by gesture."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from qasync import QEventLoop

from crmdesk.demo.dex.twin import Dex
from crmdesk.demo.server import DemoCrms
from crmdesk.desk import Desk
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from crmdesk.ui.background.signal_bridge import Announcement, Bridge
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.editor import ContactEditor
from crmdesk.ui.look.theme import SchemeChoice, Theme
from crmdesk.ui.sync_panel.panel import SyncPanel
from tests.first_start import begun
from tests.patience import until

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class EditorStage:
    """What a story plays with."""

    desk: Desk
    crms: DemoCrms
    tasks: Tasks
    theme: Theme
    editor: ContactEditor
    panel: SyncPanel
    failures: list[str] = field(default_factory=list)
    account_id: int = 0

    @property
    def dex(self) -> Dex:
        """The demo Dex."""
        return self.crms.dex

    async def connect(self, direction: Direction = Direction.TWO_WAY, provider: str = "dex") -> Account:
        """Connect a demo CRM under its provider's name, and pull it."""
        demo = self.crms.account(provider)
        info = next(info for info in self.desk.providers() if info.key == provider)
        asked = [secret.key for secret in info.secrets if secret.api in ("", demo.api)]
        secrets = {asked[0]: demo.secret} if len(asked) == 1 else json.loads(demo.secret)
        settings = {**demo.settings, "base_url": demo.base_url}
        kinds = list(dict.fromkeys(one.kind for one in info.kinds))
        account = await self.desk.add_account(provider, info.title, settings, secrets, direction, kinds)
        self.account_id = account.id
        await self.desk.sync([account.id])
        return account

    async def person(self, number: int = 0) -> Item:
        """One of the contacts, by its place in the list."""
        return self.desk.item((await self.desk.ids(ItemQuery()))[number])

    def there(self, item: Item) -> dict[str, object]:
        """What the demo CRM has of an item."""
        record = self.dex.book.get(str(item.records[0].remote_id))
        assert record is not None
        return dict(record)

    def input(self, key: str) -> QWidget:
        """The input of a field of the card."""
        card = self.editor.card
        assert card is not None
        return card.fields[key].editor.first_input()

    def type(self, key: str, text: str) -> None:
        """Type a text at the end of a field."""
        widget = self.input(key)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_End, CTRL)
        QTest.keyClick(widget, Qt.Key.Key_End)
        QTest.keyClicks(widget, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in whatever has the focus, as the window would get it."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def said(self) -> str:
        """What the bar of the card says."""
        return self.editor.bar.status.whole() if not self.editor.bar.isHidden() else ""

    def hear(self, announcement: Announcement) -> None:
        """Pass on what the desk announced, as the window does."""
        if announcement.items:
            self.editor.refresh(announcement.items)
        self.panel.refresh()


def play(
    app: QApplication,
    where: Path,
    story: Callable[[EditorStage], Awaitable[None]],
    *,
    contacts: int = 20,
    connected: bool = True,
    direction: Direction = Direction.TWO_WAY,
) -> None:
    """Start a demo CRM and a desk, play the story, and end everything."""
    app.setQuitOnLastWindowClosed(False)
    with ThreadPoolExecutor(2) as pool, asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.get_loop().set_default_executor(pool)
        runner.run(_play(where, story, contacts, direction if connected else None))
        runner.get_loop().set_default_executor(None)  # type: ignore[arg-type]  # qasync takes it as "none"


async def _play(
    where: Path, story: Callable[[EditorStage], Awaitable[None]], contacts: int, direction: Direction | None
) -> None:
    tasks, theme = Tasks(), Theme(SchemeChoice.LIGHT)
    with DemoCrms(contacts=contacts) as crms:
        async with await Desk.open(begun(Profile.at(where / "profile")), keys=KeySource.throw_away()) as desk:
            editor, panel = ContactEditor(desk, tasks), SyncPanel(desk, tasks, theme)
            stage = EditorStage(desk, crms, tasks, theme, editor, panel)
            tasks.failed.connect(lambda what, error: stage.failures.append(f"{what}: {error!r}"))
            bridge = Bridge(desk)
            bridge.announced.connect(stage.hear)
            bridge.announced.connect(lambda announcement: list(map(panel.on_signal, announcement.runs.values())))
            try:
                if direction is not None:
                    await stage.connect(direction)
                desk.start()
                for widget in (panel, editor):
                    widget.resize(900, 700)
                    widget.show()
                editor.activateWindow()
                await until(editor.isActiveWindow)
                await story(stage)
            finally:
                bridge.close()
                for widget in (editor, panel):
                    widget.hide()
                await tasks.end()
                for thing in (editor, panel, theme):
                    thing.deleteLater()
                await asyncio.sleep(0)
    assert stage.failures == []
