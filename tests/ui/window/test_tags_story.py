"""Tags as things in the window: listed, coloured, renamed, merged, deleted everywhere, completed in the card."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QPushButton

from crmdesk.domain.values import Entry
from crmdesk.ui.card.field_editors.tags import TagsEditor
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.many.tags.window import TagsWindow
from tests.patience import until
from tests.ui.stage import Stage, play


def _shown(window: TagsWindow) -> dict[str, str]:
    rows = [window.list.topLevelItem(number) for number in range(window.list.topLevelItemCount())]
    return {row.text(0): row.text(1) for row in rows if row is not None}


def _choose(window: TagsWindow, tag: str) -> None:
    window.list.setCurrentItem(window.list.findItems(tag, Qt.MatchFlag.MatchExactly)[0])


async def _answer(window: TagsWindow, words: str) -> str:
    """Press that answer of the question that comes; what it said."""
    await until(lambda: window.findChildren(Question))
    box = window.findChildren(Question)[-1]
    next(button for button in box.findChildren(QPushButton) if button.text() == words).click()
    told = box.told()
    box.deleteLater()
    return told


def test_a_tag_is_renamed_merged_coloured_deleted_and_brought_back(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        main, desk = stage.window, stage.desk
        ids = list(main.table.model.ids)
        for number, tags in ((0, ("vip", "choir")), (1, ("vip",)), (2, ("old",))):
            await desk.edit(ids[number], {"tags": tuple(Entry(tag) for tag in tags)})
        main.actions_["tags"].trigger()
        window = main.findChild(TagsWindow)
        assert isinstance(window, TagsWindow)
        await until(lambda: _shown(window) == {"vip": "2", "choir": "1", "old": "1"})
        assert "Work" in window.carried.text()

        _choose(window, "old")
        window.rename.click()
        line = window.findChild(QInputDialog)
        assert isinstance(line, QInputDialog)
        line.setTextValue("Choir")
        line.accept()
        assert "There is a tag “choir” already" in await _answer(window, "Join")
        await until(lambda: _shown(window) == {"vip": "2", "choir": "2"})
        _choose(window, "vip")
        window.delete.click()
        assert "2 contacts" in await _answer(window, "Delete everywhere")
        await until(lambda: "vip" not in _shown(window))
        await until(lambda: (found := desk.next_undo()) is not None and found.detail == "vip")
        main.undoing.undo()
        await until(lambda: desk.item(ids[1]).values.get("tags") == (Entry("vip"),))

        QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
        await until(lambda: "vip" in _shown(window))
        _choose(window, "vip")
        window.colours.aboutToShow.emit()
        next(action for action in window.colours.actions() if action.text() == "Purple").trigger()
        await until(lambda: main.table.model.tag_colours == {"vip": "purple"})
        window.show_button.click()
        await until(lambda: main.table.model.rowCount() == 2)
        window.close()

        main.table.view.select_row(0)
        card = main.panes.editor().card
        assert card is not None
        editor = card.fields["tags"].editor
        assert isinstance(editor, TagsEditor)
        editor.tags_wanted.emit()
        await until(lambda: editor.line.completer() is not None)
        QTest.keyClicks(editor.line, "cho")
        assert editor.line.completer().currentCompletion().casefold() == "choir"

    play(qapp, tmp_path, story)
