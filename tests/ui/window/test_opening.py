"""A window that does not open says why, and offers ways on that lose nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from crmdesk.app.opening import How, Opening
from crmdesk.errors import DatabaseCorrupt, DatabaseTooNew
from crmdesk.system.paths import Profile
from crmdesk.ui.dialogs.not_opened import NotOpened
from tests.ui.stage import fill_profile

Answer = Callable[[str], list[str]]


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile.at(tmp_path / "profile").prepare()


@pytest.fixture
def answer(qtbot: QtBot) -> Answer:
    """Press a button of the dialog that comes up; what it said is found in the list afterwards."""

    def press(words: str) -> list[str]:
        said: list[str] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, NotOpened):
                QTimer.singleShot(1, look)
                return
            said.append(dialog.told())
            buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
            said.extend(buttons)
            if words in buttons:
                buttons[words].click()
            else:
                dialog.reject()

        QTimer.singleShot(0, look)
        return said

    return press


def test_a_start_that_came_to_an_end_is_followed_by_one_without_a_question(profile: Profile) -> None:
    first = Opening(profile, seen=True)
    assert first.begin() is How.AS_USUAL
    first.done()
    assert Opening(profile, seen=True).begin() is How.AS_USUAL


@pytest.mark.allowed_logs("cannot be restored", "restored before.db")
def test_a_chosen_backup_takes_the_databases_place_and_a_broken_one_leaves_it(
    profile: Profile, tmp_path: Path, answer: Answer
) -> None:
    fill_profile(profile, 3)
    backup = tmp_path / "before.db"
    with closing(sqlite3.connect(profile.database)) as there, closing(sqlite3.connect(backup)) as copied:
        there.backup(copied)
        there.execute("UPDATE item SET name = 'Later'")
        there.commit()
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database at all" * 100)
    said = answer("")
    assert Opening(profile, seen=True).restored(broken) is How.AS_USUAL
    assert "not a database" in said[0]
    assert _names(profile) == ["Later"] * 3
    assert Opening(profile, seen=True).restored(backup) is How.AS_USUAL
    assert "Later" not in _names(profile)
    assert (profile.root / "crmdesk.db.replaced-1").exists()


def _names(profile: Profile) -> list[str]:
    with closing(sqlite3.connect(profile.database)) as there:
        return [name for (name,) in there.execute("SELECT name FROM item WHERE kind = 'contact'")]


@pytest.mark.parametrize(
    ("words", "how"),
    [("Open", How.AS_USUAL), ("Open without last view", How.WITHOUT_VIEW), ("", How.NOT)],
)
def test_a_start_that_died_is_followed_by_the_question_how_to_go_on(
    profile: Profile, answer: Answer, words: str, how: How
) -> None:
    Opening(profile, seen=True).begin()
    said = answer(words)
    assert Opening(profile, seen=True).begin() is how
    assert "Opening did not finish last time" in said[0]
    assert "Show log" in said


def test_where_nobody_sees_a_question_none_is_asked(profile: Profile) -> None:
    Opening(profile, seen=False).begin()
    opening = Opening(profile, seen=False)
    assert opening.begin() is How.AS_USUAL
    with pytest.raises(DatabaseTooNew):
        opening.failed(DatabaseTooNew("It is newer."))


@pytest.mark.allowed_logs("the window did not open")
def test_a_newer_database_is_told_with_the_version_that_is_needed(profile: Profile, answer: Answer) -> None:
    said = answer("")
    error = DatabaseTooNew("It was written by CRM Desk 9.1.", next="Install CRM Desk 9.1 or newer.")
    assert Opening(profile, seen=True).failed(error) is How.NOT
    assert "Install CRM Desk 9.1 or newer." in said[0]
    assert "Restore latest backup" not in said


@pytest.mark.allowed_logs("the window did not open", "restored")
def test_a_damaged_database_gives_way_to_the_latest_sound_backup_and_is_kept(profile: Profile, answer: Answer) -> None:
    fill_profile(profile, 3)
    with (
        closing(sqlite3.connect(profile.database)) as source,
        closing(sqlite3.connect(profile.backups / "daily-20261101T120000Z.db")) as backup,
    ):
        source.backup(backup)
    profile.database.write_bytes(b"damaged" * 100)
    said = answer("Restore latest backup")
    assert Opening(profile, seen=True).failed(DatabaseCorrupt("It is damaged.")) is How.AS_USUAL
    assert "Restore latest backup" in said
    with closing(sqlite3.connect(profile.database)) as restored:
        assert restored.execute("SELECT count(*) FROM item").fetchone() == (3,)
    assert [path for path in profile.root.iterdir() if path.is_file() and path.read_bytes() == b"damaged" * 100]


@pytest.mark.allowed_logs("the window did not open")
def test_a_fault_of_the_program_is_told_in_our_words(profile: Profile, answer: Answer) -> None:
    said = answer("Try again")
    assert Opening(profile, seen=True).failed(RuntimeError("secret things")) is How.AS_USUAL
    assert "CRM Desk itself failed" in said[0]
    assert "secret things" not in said[0]
