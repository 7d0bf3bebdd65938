"""`python -m tests.screenshots DIR`: the window in each of its states, light and dark, at 100 % and 200 %.

Works without a display. Everything shown is real: the demo CRMs, a desk in a throw-away profile, the program's window.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from crmdesk.ui.background.tasks import Tasks

SCALES = ("1", "2")
WAIT = 20.0  # seconds until a state must have come


def main(arguments: list[str]) -> int:
    """Take the pictures, each scale in a process of its own since Qt reads it at its start."""
    if len(arguments) == 2:
        return _take(Path(arguments[0]), arguments[1])
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tests.screenshots DIR\n")
        return 2
    target = Path(arguments[0]).resolve()
    target.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.screenshots", str(target), scale]
        status = subprocess.run(command, env=environment, check=False).returncode
        if status:
            return status
    sys.stdout.write(f"{len(list(target.glob('*.png')))} pictures in {target}\n")
    return 0


def _take(target: Path, scale: str) -> int:
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication
    from qasync import QEventLoop

    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    with ThreadPoolExecutor(2) as pool, asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.get_loop().set_default_executor(pool)
        runner.run(_session(target, f"{int(float(scale) * 100)}"))
        runner.get_loop().set_default_executor(None)  # type: ignore[arg-type]  # qasync takes it as "none"
    return 0


async def _session(target: Path, scale: str) -> None:
    from crmdesk.app.demo_session import DemoDesk
    from crmdesk.desk import Desk
    from crmdesk.system.paths import Profile
    from crmdesk.ui.background.tasks import Tasks
    from crmdesk.ui.look.theme import Scheme, Theme
    from crmdesk.ui.window.main_window import MainWindow

    profile = Profile.demo().prepare()
    demo = DemoDesk()
    try:
        async with await Desk.open(profile, keys=demo.keys()) as desk:
            tasks, theme = Tasks(), Theme(Scheme.LIGHT)
            window = MainWindow(desk, tasks, theme, demo=True)
            window.resize(1280, 800)
            window.show()
            window.start()
            window.panes.complete()

            async def picture(name: str, widget: QWidget | None = None) -> None:
                for scheme in (Scheme.LIGHT, Scheme.DARK):
                    theme.choose(scheme)
                    await asyncio.sleep(0.1)  # a paint or two
                    if not (widget or window).grab().save(str(target / f"{name}-{scheme}-{scale}.png")):
                        raise OSError(f"no picture could be written to {target}")

            try:
                for state in STATES:
                    await state(Stage(window, demo, tasks, picture))
            finally:
                window.bridge.close()
                window.hide()
                await tasks.end()
    finally:
        demo.stop()
        profile.discard()


class Stage:
    """What the states are made with."""

    def __init__(self, window: object, demo: object, tasks: Tasks, picture: Callable[..., Awaitable[None]]) -> None:
        from crmdesk.app.demo_session import DemoDesk
        from crmdesk.ui.window.main_window import MainWindow

        assert isinstance(window, MainWindow)
        assert isinstance(demo, DemoDesk)
        self.window, self.demo, self.tasks, self.picture = window, demo, tasks, picture

    async def until(self, holds: Callable[[], object]) -> None:
        """Let the window work until that holds."""
        end = time.monotonic() + WAIT
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError("the window did not come to that state")
            await asyncio.sleep(0.02)


async def _welcome(stage: Stage) -> None:
    await stage.until(stage.window.table.empty.isVisible)
    await stage.picture("01-welcome")


async def _contacts(stage: Stage) -> None:
    window = stage.window
    await stage.demo.fill(window.desk)
    await window.desk.sync()
    window.desk.start()
    await stage.until(lambda: window.table.model.rowCount() > 1900)
    await stage.picture("02-contacts")
    window.table.view.select_row(4)
    await stage.picture("03-contact")


async def _search(stage: Stage) -> None:
    window = stage.window
    whole = window.table.model.rowCount()
    window.top.search.setText("arc")
    await stage.until(lambda: 0 < window.table.model.rowCount() < whole)
    await stage.picture("04-search")
    window.top.search.setText("arc zzzz")
    await stage.until(window.table.empty.isVisible)
    await stage.picture("05-nothing-found")
    window.navigation.clear_search()
    await stage.until(lambda: window.table.model.rowCount() == whole)


async def _edited(stage: Stage) -> None:
    window = stage.window
    window.table.view.select_row(2)
    id_ = window.table.view.current_id()
    assert id_ is not None
    await window.desk.edit(id_, {"description": "Met again in Lisbon. Wants a call in spring."})
    await stage.picture("06-edited")


async def _pill(stage: Stage) -> None:
    from crmdesk.domain.fields import Kind

    await stage.window.desk.new(Kind.CONTACT, {"name": "Aaron Acker", "company": "Inkwell"})
    await stage.until(stage.window.table.pill.isVisible)
    await stage.picture("07-updates-wait")
    stage.window.table.listing.apply()
    await stage.until(lambda: not stage.window.table.pill.isVisible())


async def _trash(stage: Stage) -> None:
    from crmdesk.ui.window.places import Place, What

    window = stage.window
    window.table.view.select_row(0)
    window.commands.delete()
    await stage.until(window.messages.isVisible)
    await stage.picture("08-deleted")
    window.sidebar.go(Place(What.TRASH))
    await stage.until(lambda: window.table.model.rowCount() == 1)
    await stage.picture("09-trash")


async def _attention(stage: Stage) -> None:
    from crmdesk.ui.window.places import Place, What

    stage.window.messages.hide()
    stage.window.sidebar.go(Place(What.ATTENTION))
    await stage.picture("10-needs-attention")
    stage.window.sidebar.go(Place())


async def _trouble(stage: Stage) -> None:
    from crmdesk.errors import AuthRequired

    window = stage.window
    window.messages.fail("Sync now", AuthRequired("The key was revoked in the CRM.", what="Dex was not synced"))
    await stage.picture("11-trouble")
    window.messages.hide()


async def _narrow(stage: Stage) -> None:
    stage.window.resize(900, 620)
    await stage.picture("12-narrow")
    stage.window.resize(1280, 800)


async def _linking(stage: Stage) -> None:
    window = stage.window
    view, selection = window.table.view, window.table.view.selectionModel()
    view.select_row(0)
    flags = selection.SelectionFlag
    selection.select(window.table.model.index(2, 0), flags.Select | flags.Rows)
    window.actions_["link"].trigger()
    await stage.picture("13-link")
    window.messages.act()
    await stage.until(lambda: window.messages.isVisible() and "linked as one" in window.messages.accessibleName())
    await stage.picture("14-linked")
    window.messages.act()


async def _kinds(stage: Stage) -> None:
    from crmdesk.domain.fields import Kind
    from crmdesk.ui.window.places import Place

    window = stage.window
    for number, kind in enumerate((Kind.PROPERTY, Kind.DEAL, Kind.EVENT), 15):
        window.sidebar.go(Place(kind=kind))

        def listed(kind: Kind = kind) -> bool:
            return bool(window.table.model.kind is kind and window.table.model.rowCount() > 0)

        await stage.until(listed)
        window.table.view.select_row(1)
        await stage.picture(f"{number}-{kind.plural}")
    window.sidebar.go(Place())


async def _address(stage: Stage) -> None:
    from crmdesk.domain.fields import Kind

    window = stage.window
    parts = {"street": "Level 3\n12 Harbour Road", "city": "Sydney", "region": "NSW", "postcode": "2000"}
    values = {"name": "Ada Quill", "job_title": "Editor", "company": "Inkwell", "country": "Australia", **parts}
    made = await window.desk.new(Kind.CONTACT, values)
    text = await window.desk.new(Kind.CONTACT, {"name": "Bram Quill", "address": "12 Harbour Road, Sydney NSW 2000"})
    window.table.listing.apply()
    editor = window.panes.editor()
    for number, item in ((18, text), (19, made)):
        editor.show_item(item.id)
        await stage.picture(f"{number}-address")
    card = editor.card
    assert card is not None
    card.unfold("address")
    editor.presenter.change("postcode", "2001")
    card.show_value("postcode", "2001", None)
    await stage.picture("20-address-in-parts")


async def _cancelled(stage: Stage) -> None:
    from crmdesk.domain.fields import Kind
    from crmdesk.ui.window.places import Place

    window = stage.window
    for name, status in (("Open home, 12 Harbour Road", "confirmed"), ("Summer fair at the harbour", "cancelled")):
        values = {"name": name, "status": status, "starts": "2026-12-03T09:00:00+00:00", "event_type": "Fair"}
        event = await window.desk.new(Kind.EVENT, values)
    await stage.until(lambda: Place(kind=Kind.EVENT) in dict(window.sidebar.places()))
    window.sidebar.go(Place(kind=Kind.EVENT))
    await stage.until(lambda: window.table.model.kind is Kind.EVENT and window.table.model.rowCount() > 1)
    window.panes.editor().show_item(event.id)
    await stage.picture("21-cancelled")
    window.sidebar.go(Place())


async def _found(stage: Stage) -> None:
    from crmdesk.ui.dialogs.found_settings import FoundDialog

    window = stage.window
    account = next(status.account for status in window.desk.accounts() if window.desk.found(status.account))
    dialog = FoundDialog(window.desk, stage.tasks, account, window)
    dialog.open()
    await stage.picture("22-found", dialog)
    dialog.close()


STATES = (
    _welcome, _contacts, _search, _edited, _pill, _trash, _attention, _trouble, _narrow, _linking, _kinds, _address,
    _cancelled, _found,
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
