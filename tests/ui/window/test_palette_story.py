"""The command palette: every action, place and person behind Ctrl+K, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crmdesk.domain.query.ranking import ranked
from crmdesk.ui.many.palette.palette import Palette
from tests.patience import until
from tests.ui.stage import Stage, play


def test_a_few_letters_find_an_action_a_person_and_what_is_used_most(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.actions_["palette"].trigger()
        palette = window.findChildren(Palette)[-1]
        QTest.keyClicks(palette.line, "chiara 0002")
        await until(lambda: "Chiara Bianchi 0002" in palette.titles())
        palette.line.setText("sidebr")
        await until(lambda: palette.titles()[:1] == ["Sidebar"])
        shown = window.sidebar.isVisible()
        QTest.keyClick(palette.line, Qt.Key.Key_Return)
        await until(lambda: window.sidebar.isVisible() is not shown)
        await until(lambda: '"sidebar": 1' in stage.desk.setting("window.palette"))
        window.palette_host.open()
        again = window.findChildren(Palette)[-1]
        assert again.titles()[0] == "Sidebar"
        again.line.setText("redo")
        await until(lambda: "Redo" in again.titles())
        QTest.keyClick(again.line, Qt.Key.Key_Escape)
        assert not again.isVisible()

    play(qapp, tmp_path, story)


def test_titles_rank_by_their_beginnings_and_by_use() -> None:
    titles = {"a": "Search", "b": "Sync now", "c": "Keyboard shortcuts", "d": "Connect a CRM"}
    assert ranked("sy", titles, {}, 3)[0] == "b"
    assert ranked("shortcut", titles, {}, 3)[0] == "c"
    assert ranked("conect crm", titles, {}, 3)[0] == "d"
    assert ranked("", titles, {"c": 4}, 2) == ["c", "a"]
