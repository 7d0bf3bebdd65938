"""What stands on the screen is true at every moment: start, first connect, first pull, demo, paused, draft kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from crmdesk.demo.server import DemoCrms
from crmdesk.desk import Desk
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.reports import Problem, ProblemKind
from crmdesk.secrets.root_key import KeySource
from crmdesk.store import Tx
from crmdesk.system.paths import Profile
from crmdesk.ui.attention.page import AttentionPage
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import SchemeChoice, Theme
from crmdesk.ui.window.main_window import MainWindow
from crmdesk.ui.window.places import Place, What
from tests.patience import until
from tests.ui.stage import Stage, fill_profile, play, run_in

CTRL = Qt.KeyboardModifier.ControlModifier


def read(window: QWidget) -> str:
    """Every text that can be seen in the window now."""
    return "\n".join(_texts(window))


def _texts(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, Label):
            yield widget.whole()
        elif isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()


class Reader(QObject):
    """Reads the window each time that anything of it is painted, and takes its measures."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.said: list[str] = []
        self.widths: set[int] = set()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._window.table.view.viewport():
            self.said.append(read(self._window))
            self.widths.add(self._window.table.width())
        return False


def test_a_start_is_painted_once_in_its_final_layout_and_claims_nothing(qapp: QApplication, tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "profile").prepare()
    fill_profile(profile, 40)

    async def story() -> None:
        tasks, theme = Tasks(), Theme(SchemeChoice.LIGHT)
        async with await Desk.open(profile, keys=KeySource.throw_away()) as desk:
            window = MainWindow(desk, tasks, theme)
            reader = Reader(window)
            window.show()
            window.start()
            try:
                await until(lambda: window.table.model.rowCount() == 40 and reader.said)
                window.panes.complete()
                await until(lambda: "Paused" in read(window))
                window.table.view.viewport().repaint()
                assert reader.widths == {window.table.width()}
                every = "\n".join(reader.said)
                for false in ("No CRM is connected", "Welcome", "Nothing from", "No contacts"):
                    assert false not in every
            finally:
                window.bridge.close()
                window.hide()
                await tasks.end()
                for thing in (window, theme):
                    thing.deleteLater()
                await asyncio.sleep(0)

    run_in(qapp, story())


def test_from_connecting_to_the_first_contact_nobody_is_welcomed_or_sent_away(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        await until(lambda: "Welcome to CRM Desk" in read(window))
        demo = crms.account("mri_vault")
        crms.sites["mri_vault"].weather.set("silent", path="/api/v1.3/contacts")
        settings = {**demo.settings, "base_url": demo.base_url}
        added = await stage.desk.add_account(
            "mri_vault", "Vault", settings, json.loads(demo.secret), Direction.PULL, [Kind.CONTACT]
        )
        await until(lambda: "The first sync with Vault starts in a moment" in read(window))
        assert "Welcome" not in read(window)
        stage.desk.start()
        await until(lambda: "Vault is being read; the first ones are on their way" in read(window))
        window.navigation.go(Place(What.ACCOUNT, added.id))
        await until(lambda: "Nothing from Vault yet" in read(window))
        said = read(window)
        assert "No CRM is connected" not in said
        assert "Sync now" not in _page(stage)
        crms.sites["mri_vault"].weather.clear()
        stage.desk.cancel()
        await until(lambda: stage.desk.accounts()[0].run is None)
        await stage.desk.sync([added.id])
        await until(lambda: window.table.model.rowCount() > 20)
        assert "Nothing from" not in read(window)

    with DemoCrms(contacts=30) as crms:
        play(qapp, tmp_path, story, contacts=0, accounts=())


def _page(stage: Stage) -> str:
    return "\n".join(_texts(stage.window.table.empty))


def test_an_empty_list_says_how_its_account_stands(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        await until(lambda: "Work is paused" in _page(stage))
        assert "Resume" in _page(stage)
        assert "Sync now" not in _page(stage)
        await stage.desk.resume(stage.desk.accounts()[0].account.id)
        await until(lambda: "Work is paused" not in _page(stage))

    play(qapp, tmp_path, story, contacts=0)


def test_a_demo_that_starts_says_so_and_shows_its_parts_at_once(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.wait_for_demo()
        window.refresh_figures()
        await until(lambda: "The sample CRMs are starting" in read(window))
        assert "Welcome" not in read(window)
        places = window.sidebar.places()
        demo = crms.account("mri_vault")
        settings = {**demo.settings, "base_url": demo.base_url}
        await stage.desk.add_account(
            "mri_vault", "Vault", settings, json.loads(demo.secret), Direction.PULL, [Kind.CONTACT]
        )
        await asyncio.sleep(0)
        assert window.sidebar.places() == places
        window.show_demo()
        assert "Vault" in [title for _place, title in window.sidebar.places()]
        await until(lambda: "starting" not in read(window))

    with DemoCrms(contacts=3) as crms:
        play(qapp, tmp_path, story, contacts=0, accounts=(), demo=True)


def _type(stage: Stage, text: str) -> None:
    card = stage.window.panes.editor().card
    assert card is not None
    field = card.fields["company"].editor.first_input()
    field.setFocus()
    QTest.keyClicks(field, text)


def test_what_is_saved_for_a_paused_account_waits_and_says_why(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        stage.window.table.view.select_row(0)
        _type(stage, " and Daughters")
        stage.window.panes.save()
        bar = stage.window.panes.editor().bar
        await until(lambda: bar.status.whole() == "Saved · waits for Work: paused by you")
        assert "sending" not in read(stage.window.panes.editor())

    play(qapp, tmp_path, story)


def test_a_draft_shows_in_the_list_the_sidebar_and_the_status_bar_and_opens_from_there(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        window, view = stage.window, stage.window.table.view
        assert "All changes saved" in read(window)
        view.select_row(2)
        typed = view.only_id()
        _type(stage, "x")
        await until(lambda: "1 change not saved" in window.status.saved.text())
        view.select_row(5)
        await until(lambda: window.status.saved.text() == "1 draft")
        index = window.table.model.index(2, 0)
        assert "not saved yet" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        await until(lambda: dict(window.sidebar.figures())[Place(What.DRAFTS)] == 1)
        window.status.saved.click()
        await until(lambda: list(window.table.model.ids) == [typed])
        view.select_row(0)
        await until(lambda: window.panes.is_editing())
        window.panes.save()
        await until(lambda: "All changes saved" in read(window) or "wait" in window.status.saved.text())
        await until(lambda: window.table.model.rowCount() == 0 and "No drafts" in _page(stage))

    play(qapp, tmp_path, story)


def test_the_end_of_the_session_keeps_what_was_just_typed_and_asks_nothing(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, closed = stage.window, []
        window.closing.connect(lambda: closed.append(True))
        window.table.view.select_row(2)
        typed = window.table.view.only_id()
        for timer in window.panes.editor().saving.findChildren(QTimer):
            timer.setInterval(3_600_000)  # the pause in typing, after which a draft is kept, does not come
        _type(stage, "x")
        window.quit_now()
        assert closed == [True]
        assert typed is not None
        await until(lambda: bool(stage.desk.draft(typed)))

    play(qapp, tmp_path, story)


def test_a_draft_of_the_last_time_is_told_at_once(qapp: QApplication, tmp_path: Path) -> None:
    async def first(stage: Stage) -> None:
        await stage.desk.keep_draft(stage.window.table.model.id_at(1), {"company": "Half typed"})

    async def second(stage: Stage) -> None:
        assert stage.window.status.saved.text() == "1 draft"

    play(qapp, tmp_path, first)
    play(qapp, tmp_path, second, contacts=0, accounts=())


def _tell(tx: Tx, problem: Problem) -> None:
    tx.problems.put(problem)


def test_needs_you_counts_what_its_page_lists(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, account = stage.window, stage.desk.accounts()[0].account.id
        for number in range(3):
            problem = Problem(
                f"k{number}", ProblemKind.QUARANTINE, account, "BAD", "One could not be read", f"why {number}", "", ""
            )
            await stage.desk._store.write(partial(_tell, problem=problem))
        window.refresh_figures()
        assert dict(window.sidebar.figures())[Place(What.ATTENTION)] == 3
        assert "3 need you" in read(window.top)
        window.sidebar.go(Place(What.ATTENTION))
        page = window.middle.currentWidget()
        assert isinstance(page, AttentionPage)
        await until(lambda: page.tabs.tabText(0) == "Problems (3)")

    play(qapp, tmp_path, story)


def test_times_go_on_while_one_looks_at_them(qapp: QApplication) -> None:
    async def story() -> None:
        until_then = datetime.now(UTC) + timedelta(seconds=40)
        label = Label().follow(lambda: f"in {round((until_then - datetime.now(UTC)).total_seconds())} s")
        first = label.whole()
        label.show()
        await until(lambda: label.whole() != first)
        label.deleteLater()

    run_in(qapp, story())


@pytest.mark.parametrize("searched", ["", "ada"])
def test_the_status_bar_counts_what_the_list_lists(qapp: QApplication, tmp_path: Path, searched: str) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.search.setText(searched)
        found, all_ = await stage.desk.page(ItemQuery(text=searched), 100), await stage.desk.page(ItemQuery(), 100)
        said = f"{found[1]} of {all_[1]} contacts" if searched else f"{all_[1]} contacts"
        await until(lambda: said in read(window.status))
        await stage.desk.new(Kind.CONTACT, {"name": "Ada New"})
        window.table.listing.apply()
        said = f"{found[1] + 1} of {all_[1] + 1} contacts" if searched else f"{all_[1] + 1} contacts"
        await until(lambda: said in read(window.status))

    play(qapp, tmp_path, story)
