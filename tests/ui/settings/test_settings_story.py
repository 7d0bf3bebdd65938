"""The settings by gesture: each choice counts at once, has a name, and is taken back; keyboard all the way."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from crmdesk.domain import settings as keys
from crmdesk.domain.fields import Kind
from crmdesk.ui.keyboard.reading_order import stops
from crmdesk.ui.many.palette.palette import Palette
from crmdesk.ui.settings.rows import ChoiceRow, Choices, SwitchRow
from crmdesk.ui.settings.shortcuts.page import KeysRow, ShortcutsPage
from crmdesk.ui.settings.window import SettingsWindow
from crmdesk.ui.wording.settings import FOLDERS, Page, catalogue
from tests.patience import until
from tests.ui.stage import Stage, play

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(stage: Stage) -> SettingsWindow:
    """The settings, opened by their command."""
    stage.window.actions_["settings"].trigger()
    found = stage.window.findChild(SettingsWindow)
    assert found is not None
    return found


def choose(settings: SettingsWindow, page: Page, key: str, value: str) -> None:
    """Choose a value in a row, as a click on it does."""
    row = settings.go(page).row(key)
    assert isinstance(row, ChoiceRow)
    row.box.setCurrentIndex(row.box.findData(value))
    row.box.activated.emit(row.box.currentIndex())


def turn(settings: SettingsWindow, page: Page, key: str) -> None:
    """Click on a switch."""
    row = settings.go(page).row(key)
    assert isinstance(row, SwitchRow)
    row.switch.box.click()


def test_a_choice_counts_at_once_and_is_taken_back_by_its_name(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, settings = stage.window, opened(stage)
        tall = window.table.view.rowHeight(0)
        choose(settings, Page.APPEARANCE, keys.DENSITY, keys.COMPACT)
        await until(lambda: window.table.view.rowHeight(0) < tall)
        assert settings._said.whole() == "Setting “Rows of lists”"
        assert settings.back.isVisible()
        choose(settings, Page.APPEARANCE, keys.THEME, "dark")
        await until(lambda: stage.theme.tokens.dark)
        await until(lambda: window.actions_["undo"].text() == "Undo: Setting “Theme”")
        QTest.keyClick(settings, Qt.Key.Key_Z, CTRL)
        await until(lambda: not stage.theme.tokens.dark)
        row = settings.go(Page.APPEARANCE).row(keys.THEME)
        assert isinstance(row, ChoiceRow)
        await until(lambda: row.box.currentData() == "system")
        window.actions_["undo"].trigger()
        await until(lambda: window.table.view.rowHeight(0) == tall)
        QTest.keyClick(settings, Qt.Key.Key_Y, CTRL)
        await until(lambda: window.table.view.rowHeight(0) < tall)
        await stage.desk.new(Kind.CONTACT, {"name": "Zeno"})
        settings.keeper.undo()  # the last action is none of the settings: nothing happens
        assert settings.keeper.to_undo() is None

    play(qapp, tmp_path, story)


def test_names_are_written_and_sorted_by_the_last_name_where_it_is_known(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        await stage.desk.new(Kind.CONTACT, {"name": "Ada Zzimt", "first_name": "Ada", "last_name": "Zzimt"})
        await stage.desk.new(Kind.CONTACT, {"name": "Zoe Anker", "first_name": "Zoe", "last_name": "Anker"})
        await until(lambda: len(stage.names()) == 14)
        choose(opened(stage), Page.GENERAL, keys.NAMES, keys.LAST)
        await until(lambda: stage.names()[-1] == "Zzimt, Ada")
        named = [name for name in stage.names() if "," in name]
        assert named == ["Anker, Zoe", "Zzimt, Ada"]
        assert stage.names().index("Anker, Zoe") > stage.names().index("Ada Quill 0000")
        await stage.desk.undo()
        await until(lambda: "Ada Zzimt" in stage.names())

    play(qapp, tmp_path, story)


def test_search_filters_jumps_and_is_left_by_escape(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        settings = opened(stage)
        assert settings.search.hasFocus() or settings.focusWidget() is settings.search
        QTest.keyClicks(settings.search, "dark")
        shown = [
            settings.list.item(n).text() for n in range(settings.list.count()) if not settings.list.item(n).isHidden()
        ]
        assert shown == ["Appearance"]
        QTest.keyClick(settings.search, Qt.Key.Key_Return)
        assert settings.focusWidget() is settings.pages[Page.APPEARANCE].rows[0].first()
        settings.search.setText("nothing is called like this")
        assert settings.stack.currentWidget() is settings._nothing
        QTest.keyClick(settings.search, Qt.Key.Key_Escape)
        assert settings.search.text() == ""
        assert settings.isVisible()
        for page in Page:
            made = settings.go(page)
            inside = stops(settings)
            assert all(widget.accessibleName() or getattr(widget, "text", str)() for widget in inside), page
            # Rows are reached in the order in which they stand.
            firsts = [row.first() for row in made.rows if row.first() in inside]
            assert firsts == sorted(firsts, key=inside.index)
            combos = made.findChildren(QComboBox)
            assert all(isinstance(combo, Choices) or combo.isEditable() for combo in combos)

    play(qapp, tmp_path, story)


def test_the_palette_lists_every_setting_and_leads_to_it(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        entries = {entry.key: entry for entry in stage.window.palette_host._entries()}
        assert {f"setting:{one.key}" for one in catalogue()} <= set(entries)
        stage.window.actions_["palette"].trigger()
        palette = stage.window.findChild(Palette)
        assert palette is not None
        palette.line.setText("quiet hours")
        await until(lambda: palette.titles()[:1] == ["Setting: Quiet hours"])
        QTest.keyClick(palette.line, Qt.Key.Key_Return)
        settings = stage.window.findChild(SettingsWindow)
        assert settings is not None
        assert settings.page() is Page.SYNC
        row = settings.pages[Page.SYNC].row(keys.QUIET)
        assert row is not None
        assert settings.focusWidget() is row.first()

    play(qapp, tmp_path, story)


def press(row: KeysRow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Choose a command's key button, then press new keys."""
    QTest.keyClick(row.button, Qt.Key.Key_Space)
    QTest.keyClick(row.button, key, held)


def test_keys_are_changed_and_clashes_are_shown(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        actions, settings = stage.window.actions_, opened(stage)
        rows = {row.command.id: row for row in settings.go(Page.SHORTCUTS).rows if isinstance(row, KeysRow)}
        press(rows["backup"], Qt.Key.Key_B, CTRL)
        await until(lambda: actions.keys("backup") == [QKeySequence("Ctrl+B")])
        press(rows["backup"], Qt.Key.Key_N, CTRL)  # a command's: offered, not taken
        assert rows["backup"].remark.label.whole() == "Ctrl+N is “New contact” already."
        assert actions.keys("new") == [QKeySequence("Ctrl+N")]
        rows["backup"].take.click()
        await until(lambda: actions.keys("backup") == [QKeySequence("Ctrl+N")])
        assert actions.keys("new") == []
        for key, held, says in (
            (Qt.Key.Key_1, CTRL, "belongs to the window"),
            (Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "needed for typing"),
            (Qt.Key.Key_X, CTRL, "needed for typing"),
        ):
            press(rows["backup"], key, held)
            assert says in rows["backup"].remark.label.whole()
        press(rows["backup"], Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
        await until(lambda: "belongs to the system" in rows["backup"].remark.label.whole())
        await until(lambda: actions.keys("backup") == [QKeySequence("Alt+F4")])
        press(rows["backup"], Qt.Key.Key_Escape)  # leaves it as it is
        press(rows["new"], Qt.Key.Key_Backspace)
        rows["new"].reset.click()
        await until(lambda: actions.keys("new") == [QKeySequence("Ctrl+N")])
        page = settings.pages[Page.SHORTCUTS]
        assert isinstance(page, ShortcutsPage)
        page.reset.click()
        await until(lambda: actions.keys("backup") == [])
        turn(settings, Page.SHORTCUTS, keys.LETTERS)
        await until(lambda: actions.keys("tag") == [])
        assert not stage.window.table.view.letters

    play(qapp, tmp_path, story)


def test_what_the_other_settings_decide(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOG_LEVEL", raising=False)

    async def story(stage: Stage) -> None:
        desk, settings = stage.desk, opened(stage)
        turn(settings, Page.SYNC, keys.QUIET)
        await until(lambda: desk.setting(keys.QUIET) == "22:00-07:00")
        assert all(status.quiet == "22:00-07:00" for status in desk.accounts())
        choose(settings, Page.ADVANCED, keys.LOG_LEVEL, "debug")
        await until(lambda: logging.getLogger("crmdesk").level == logging.DEBUG)
        choose(settings, Page.ADVANCED, keys.LOG_LEVEL, "info")
        await until(lambda: logging.getLogger("crmdesk").level == logging.INFO)
        choose(settings, Page.GENERAL, keys.NEW_IN, "0")
        await until(lambda: desk.setting(keys.NEW_IN) == "0")
        anew: list[bool] = []
        stage.window.anew_asked.connect(lambda: anew.append(True))
        for _ in range(3):
            stage.window.actions_["text_larger"].trigger()
            await until(lambda: not stage.tasks._others())
        await until(lambda: anew == [True])
        assert desk.setting(keys.TEXT_SIZE) == "130"
        found = desk.next_undo()
        assert found is not None
        assert found.detail == keys.NEW_IN  # making text larger is its own way back
        stage.window.actions_["text_usual"].trigger()
        await until(lambda: desk.setting(keys.TEXT_SIZE) == "100")

    play(qapp, tmp_path, story)


def test_where_no_file_manager_answers_that_is_said_also_where_the_start_chose_what_is_logged(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOG_LEVEL", "debug")

    async def story(stage: Stage) -> None:
        settings = opened(stage)
        page = settings.go(Page.ADVANCED)
        folders, level = page.row(FOLDERS), page.row(keys.LOG_LEVEL)
        assert folders is not None
        assert level is not None
        assert level.note.whole().startswith("LOG_LEVEL=debug was set")
        QTest.keyClick(folders.first(), Qt.Key.Key_Space)  # no system is there to answer, offscreen
        assert settings._said.whole() == "No file manager answered. The path can be copied."

    play(qapp, tmp_path, story)
