"""The window without a mouse: menus, Tab as the eye reads, questions, and the whole of the main flow."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from crmdesk.ui.keyboard.mnemonics import letters, plain
from crmdesk.ui.keyboard.reading_order import stops
from crmdesk.ui.window.shortcuts import COMMANDS
from tests.patience import until
from tests.ui.stage import Stage, play

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(_focus(), key, modifiers)


def test_each_entry_of_a_menu_has_a_letter_of_its_own() -> None:
    marked = letters(["File", "Edit", "View", "Find & replace", "Vorschau", "Über", "\tCtrl+1"])
    assert marked == ["&File", "&Edit", "&View", "Find && &replace", "V&orschau", "&Über", "\tCtrl+1"]
    assert [plain(text) for text in marked][3] == "Find & replace"


def test_menus_open_by_their_letter_and_by_f10(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.table.setFocus()
        _press(Qt.Key.Key_F, ALT)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        own = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert all("&" in text.replace("&&", "") for text in own)
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        window.menuBar().clearFocus()
        window.table.setFocus()
        _press(Qt.Key.Key_F10)
        assert window.menuBar().activeAction() is window.menuBar().actions()[0]
        QTest.keyClick(window.menuBar(), Qt.Key.Key_Escape)

    play(qapp, tmp_path, story)


def test_no_command_answers_twice_to_one_keystroke() -> None:
    """On many keyboards ? is Shift and /: two sequences of one command that mean the same key switch each other off."""
    for command in COMMANDS:
        keys = [sequence.toString(QKeySequence.SequenceFormat.PortableText) for sequence in command.sequences]
        same = {key.replace("Shift+/", "?") for key in keys}
        assert len(same) == len(keys), command.id


def _laid_out(inputs: list[QWidget]) -> bool:
    heights = [one.mapToGlobal(QPoint(0, 0)).y() for one in inputs]
    return heights == sorted(set(heights))


@pytest.mark.parametrize("opened", ["list", "card"])
def test_tab_goes_through_the_window_as_the_eye_does(qapp: QApplication, tmp_path: Path, opened: str) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        if opened == "card":
            window.table.view.select_row(2)
        await until(lambda: window.panes.panel().isVisible())
        keys = ["name", "job_title", "company", "description", "emails", "phones"] if opened == "card" else []
        card = window.panes.editor().card
        inputs = [card.fields[key].editor.first_input() for key in keys] if card is not None else []
        await until(lambda: all(one.isVisible() for one in inputs) and _laid_out(inputs))
        walked: list[QWidget] = []
        start = stops(window.top)[0]
        start.setFocus()
        while not walked or _focus() is not start:
            walked.append(_focus())
            assert len(walked) < 200
            window.focusNextPrevChild(True)
        panes = (window.top, window.sidebar, window.middle, window.panes.editor(), window.panes.panel(), window.status)
        seen = [next(n for n, pane in enumerate(panes) if pane.isAncestorOf(widget)) for widget in walked]
        assert seen == sorted(seen)
        for widget in walked:
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
        if opened == "card":
            assert not window.panes.is_editing()
            places = [walked.index(one) for one in inputs]
            assert places == sorted(places)
        window.focusNextPrevChild(False)
        assert _focus() is walked[-1]

    play(qapp, tmp_path, story)


def test_a_question_is_answered_by_keys_and_the_focus_goes_back(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, view = stage.window, stage.window.table.view
        view.setFocus()
        view.select_row(0)
        _press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        window.actions_["link"].trigger()
        assert window.messages.isAncestorOf(_focus())
        _press(Qt.Key.Key_Escape)
        assert not window.messages.isVisible()
        assert view.hasFocus()
        window.actions_["link"].trigger()
        _press(Qt.Key.Key_Return)
        await until(lambda: window.table.model.rowCount() == 11)
        assert view.hasFocus()

    play(qapp, tmp_path, story)


def test_after_a_click_on_what_a_message_offers_the_focus_is_where_it_was(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, view = stage.window, stage.window.table.view
        view.setFocus()
        view.select_row(0)
        _press(Qt.Key.Key_Delete)
        await until(window.messages.isVisible)
        button = next(one for one in stops(window.messages) if getattr(one, "text", str)() == "Undo")
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        await until(lambda: window.table.model.rowCount() == 12)
        assert view.hasFocus()

    play(qapp, tmp_path, story)


def test_escape_leaves_the_card_and_keeps_every_word(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, editor = stage.window, stage.window.panes.editor()
        window.table.view.select_row(1)
        id_ = window.table.view.only_id()
        assert id_ is not None
        window.panes.edit()
        QTest.keyClicks(_focus(), "met at the fair")
        for _ in range(3):
            _press(Qt.Key.Key_Escape)
            assert window.table.view.hasFocus()
            assert editor.isVisible()
        await until(lambda: stage.desk.draft(id_) is not None)
        assert "met at the fair" in str(stage.desk.draft(id_))

    play(qapp, tmp_path, story)


def test_the_main_flow_needs_no_mouse(qapp: QApplication, tmp_path: Path) -> None:
    """Find somebody, change him, go on to the next, make somebody new, delete him, bring him back, look what waits."""

    async def story(stage: Stage) -> None:
        window, model = stage.window, stage.window.table.model
        window.table.setFocus()
        _press(Qt.Key.Key_Slash)
        QTest.keyClicks(_focus(), "elodie")
        await until(lambda: model.rowCount() == 2)
        _press(Qt.Key.Key_Return)
        await until(lambda: window.panes.editor().isAncestorOf(_focus()))
        found = window.table.view.only_id()
        assert found is not None
        QTest.keyClicks(_focus(), "met at the fair")
        _press(Qt.Key.Key_Return, CTRL)
        await until(lambda: stage.desk.item(found).values.get("description") == "met at the fair")
        await until(lambda: window.table.view.only_id() == model.id_at(1))
        _press(Qt.Key.Key_Escape)
        assert window.table.view.hasFocus()
        _press(Qt.Key.Key_F, CTRL)
        _press(Qt.Key.Key_Escape)
        await until(lambda: model.rowCount() == 12)
        _press(Qt.Key.Key_N, CTRL)
        QTest.keyClicks(_focus(), "Nora Vale")
        _press(Qt.Key.Key_S, CTRL)
        await until(lambda: "Nora Vale" in stage.names())
        await until(lambda: window.table.view.only_id() is not None)
        nora = window.table.view.only_id()
        assert nora is not None
        _press(Qt.Key.Key_Escape)
        _press(Qt.Key.Key_Delete)
        await until(lambda: stage.desk.item(nora).trashed_at is not None)
        await until(lambda: "Nora Vale" not in stage.names())
        trash = [title for _place, title in window.sidebar.places()].index("Trash")
        _press(Qt.Key(Qt.Key.Key_1 + trash), CTRL)
        await until(lambda: stage.names() == ["Nora Vale"])
        window.table.setFocus()
        _press(Qt.Key.Key_Down)
        _press(Qt.Key.Key_C, ALT)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        restore = next(action for action in menu.actions() if plain(action.text()) == "Restore from trash")
        letter = restore.text()[restore.text().index("&") + 1]
        QTest.keyClicks(menu, letter.lower())
        await until(lambda: stage.desk.item(nora).trashed_at is None)
        QTest.keyClick(window, Qt.Key.Key_1, CTRL)
        await until(lambda: "Nora Vale" in stage.names())

    play(qapp, tmp_path, story)
