"""A real window on a real desk, for stories told by gesture."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from crmdesk.desk import Desk
from crmdesk.domain.accounts import Account, Pause
from crmdesk.domain.clock import SystemClock
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import NewRecord
from crmdesk.domain.values import Entry, Value
from crmdesk.secrets.root_key import KeySource
from crmdesk.store import Store, Tx
from crmdesk.system.paths import Profile
from crmdesk.ui.background.garbage_collection import Collector
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.theme import SchemeChoice, Theme
from crmdesk.ui.window.main_window import MainWindow
from tests.first_start import begun
from tests.patience import until

PEOPLE = ("Ada Quill", "Björn Åström", "Chiara Bianchi", "Daniyar Okafor", "Zoë Müller", "Élodie Dubois")
COMPANIES = ("Inkwell", "Ribeira Wines", "Hafen Logistik", "")


@dataclass
class Stage:
    """What a story plays with."""

    desk: Desk
    tasks: Tasks
    theme: Theme
    window: MainWindow

    def names(self) -> list[str]:
        """The names that the table shows, from top to bottom."""
        model = self.window.table.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def person(number: int, account_id: int) -> NewRecord:
    """A contact that is the same in every run."""
    name = f"{PEOPLE[number % len(PEOPLE)]} {number:04}"
    values: dict[str, Value] = {
        "name": name,
        "emails": (Entry(f"p{number}@mail.example", "work", True), Entry(f"home{number}@mail.example")),
        "phones": (Entry(f"+49 30 555 {number:04}", "mobile"),),
        "birthday": f"1980-01-{number % 28 + 1:02}",
    }
    if company := COMPANIES[number % len(COMPANIES)]:
        values["company"] = company
    return NewRecord(account_id, Kind.CONTACT, f"r{number}", values, payload=b"{}")


def _add(account: Account, tx: Tx) -> Account:
    return tx.accounts.add(account)


def _insert(batch: Sequence[NewRecord], tx: Tx) -> None:
    tx.records.insert(batch)


def fill_profile(profile: Profile, contacts: int) -> None:
    """Put so many contacts of one account into a profile."""
    asyncio.run(_fill(profile, contacts, ("Work",)))


async def _fill(profile: Profile, contacts: int, accounts: Sequence[str]) -> None:
    store = Store.open(begun(profile).database, clock=SystemClock(), backups=profile.backups)
    try:
        added = []
        for name in accounts:
            account = Account(0, "dex", name, {"base_url": "http://127.0.0.1:9"}, pause=Pause.BY_USER)
            added.append(await store.write(partial(_add, account)))
        for first in range(0, contacts, 500):
            numbers = range(first, min(contacts, first + 500))
            batch = [person(number, added[number % len(added)].id) for number in numbers]
            await store.write(partial(_insert, batch))
    finally:
        await store.close()


def play(
    app: QApplication,
    where: Path,
    story: Callable[[Stage], Awaitable[None]],
    *,
    contacts: int = 12,
    accounts: Sequence[str] = ("Work",),
    demo: bool = False,
    scheme: SchemeChoice = SchemeChoice.LIGHT,
    again: bool = False,
) -> None:
    """Open the window on a profile with so many contacts, play the story, and close everything as the program does.

    With `again` the profile is opened as the story before left it, with so many contacts in it.
    """
    profile = Profile.at(where / "profile").prepare()
    run_in(app, _play(profile, story, contacts, () if again else accounts, demo, scheme))


def run_in(app: QApplication, work: Coroutine[Any, Any, None]) -> None:
    """Run it under the window's loop."""
    app.setQuitOnLastWindowClosed(False)
    with ThreadPoolExecutor(2) as pool, asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.get_loop().set_default_executor(pool)
        runner.run(work)
        runner.get_loop().set_default_executor(None)  # type: ignore[arg-type]  # qasync takes it as "none"


async def _play(
    profile: Profile,
    story: Callable[[Stage], Awaitable[None]],
    contacts: int,
    accounts: Sequence[str],
    demo: bool,
    scheme: SchemeChoice,
) -> None:
    if accounts:
        await _fill(profile, contacts, accounts)
    tasks, theme, collector = Tasks(), Theme(scheme), Collector()
    collector.start()
    async with await Desk.open(profile, keys=KeySource.throw_away()) as desk:
        window = MainWindow(desk, tasks, theme, demo=demo)
        window.show()
        window.start()
        stage = Stage(desk, tasks, theme, window)
        try:
            await until(lambda: window.table.model.rowCount() == contacts and 0 not in window.table.model.ids)
            window.panes.complete()
            await story(stage)
        finally:
            window.bridge.close()
            window.hide()
            for timer in window.findChildren(QTimer):
                timer.stop()  # what it would read anew is about to go
            await tasks.end()
            window.deleteLater()
            theme.deleteLater()
            collector.close()
            await asyncio.sleep(0)
