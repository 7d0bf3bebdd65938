"""From two demo CRMs to one person: pulled, searched, reviewed, linked, edited, sent, and exactly apart again."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from crmdesk.demo.server import DemoCrms
from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Suggestion, Tier
from crmdesk.domain.records import Record
from crmdesk.domain.values import Entry, Value
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.theme import SchemeChoice, Theme
from crmdesk.ui.matches.page import MatchesPage
from crmdesk.ui.matches.places.strip import MatchStrip
from crmdesk.ui.window.main_window import MainWindow
from crmdesk.ui.window.places import Place, What
from tests.patience import until


async def _connected(desk: Desk, crms: DemoCrms) -> None:
    """Two CRMs, in each of them one record of the same person, spelled in two ways."""
    accounts = []
    for provider in ("dex", "follow_up_boss"):
        demo = crms.account(provider)
        info = next(info for info in desk.providers() if info.key == provider)
        (secret,) = [secret.key for secret in info.secrets if secret.api in ("", demo.api)]
        settings = {**demo.settings, "base_url": demo.base_url}
        accounts.append(
            await desk.add_account(provider, info.title, settings, {secret: demo.secret}, kinds=[Kind.CONTACT])
        )
    await desk.sync()
    for account, last, phone in zip(accounts, ("Quill", "Qvill"), ("+49 170 5550123", "0049 170 5550123"), strict=True):
        values: dict[str, Value] = {
            "first_name": "Ada",
            "last_name": last,
            "emails": (Entry("ada.quill@inkwell.example", "work"),),
            "phones": (Entry(phone, "mobile"),),
        }
        await desk.new(Kind.CONTACT, values, [account.id])
        await desk.sync([account.id])
        await until(lambda: not desk.accounts()[0].pending)


def _whole(records: tuple[Record, ...]) -> list[tuple[int, dict[str, Value]]]:
    return [(record.id, dict(record.values)) for record in records]


async def _review_and_link(window: MainWindow, desk: Desk) -> None:
    window.sidebar.go(Place(What.MATCHES))
    page: MatchesPage = window.matches.page
    await until(lambda: page.current is not None)

    def ada() -> list[Suggestion]:
        held = [one for tier in (Tier.CERTAIN, Tier.LIKELY) for one in page.queue.all_of(tier)]
        return [one for one in held if page.lanes.name(one).startswith("Ada Q")]

    await until(lambda: len(ada()) == 1)
    (found,) = ada()
    assert len({member.account_id for member in found.members}) == 2
    page.go(page.queue.row_of(found.id))
    assert page.detail.chips.texts()[0].startswith("+ same")
    before = {item_id: _whole(desk.item(item_id).records) for item_id in found.item_ids}
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_L)
    kept = found.item_ids[0]
    await until(lambda: len(desk.item(kept).records) == 2)
    QTest.keyClick(page.view, Qt.Key.Key_Z)
    await until(lambda: len(desk.item(kept).records) == 1 and not page.answers.is_busy)
    QTest.keyClick(page.view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: len(desk.item(kept).records) == 2)
    await desk.edit(kept, {"description": "One person after all"})
    await until(lambda: not page.answers.is_busy)
    page.head.decided.click()
    await until(lambda: len(page.decisions._things) == 1)
    (decision,), _total = await desk.matches.decided()
    await desk.matches.revoke(decision.id)
    changed = {record_id for item_id in found.item_ids for record_id, _ in _whole(desk.item(item_id).records)}
    assert changed == {record_id for held in before.values() for record_id, _ in held}
    for item_id, held in before.items():
        now = {record_id: values for record_id, values in _whole(desk.item(item_id).records)}
        for record_id, values in held:
            assert {key: now[record_id][key] for key in values} == values  # its own, and what was edited meanwhile


async def _type_a_third(window: MainWindow) -> None:
    """Whoever adds somebody again is told before saving."""
    window.sidebar.go(Place())
    window.panes.new_item()
    editor = window.panes.editor()
    editor.presenter.change("name", "Ada Quill")
    editor.presenter.change("emails", (Entry("ada.quill@inkwell.example", "work"),))
    strip = editor.findChild(MatchStrip)
    assert strip is not None
    await until(strip.isVisible)
    assert strip.label.whole().startswith("Ada Quill is here already")
    assert not strip.link.isVisible()
    QTest.mouseClick(strip.look, Qt.MouseButton.LeftButton)
    assert editor.shown is not None
    assert editor.shown.item is not None
    assert editor.shown.item.values["name"] == "Ada Quill"


async def _play(where: Path) -> None:
    tasks, theme = Tasks(), Theme(SchemeChoice.LIGHT)
    failures: list[str] = []
    tasks.failed.connect(lambda what, error: failures.append(f"{what}: {error!r}"))
    with DemoCrms(contacts=20) as crms:
        async with await Desk.open(Profile.at(where / "profile"), keys=KeySource.throw_away()) as desk:
            await _connected(desk, crms)
            await desk.matches.run()
            window = MainWindow(desk, tasks, theme)
            try:
                window.show()
                window.start()
                window.panes.complete()
                await _review_and_link(window, desk)
                await _type_a_third(window)
            finally:
                window.bridge.close()
                window.hide()
                await tasks.end()
                window.deleteLater()
                theme.deleteLater()
                await asyncio.sleep(0)
    assert failures == []


def test_one_person_of_two_records_is_found_linked_and_taken_apart(qapp: QApplication, tmp_path: Path) -> None:
    qapp.setQuitOnLastWindowClosed(False)
    with ThreadPoolExecutor(2) as pool, asyncio.Runner(loop_factory=lambda: QEventLoop(qapp)) as runner:
        runner.get_loop().set_default_executor(pool)
        runner.run(_play(tmp_path))
        runner.get_loop().set_default_executor(None)  # type: ignore[arg-type]  # qasync takes it as "none"
