"""Back and forward between cards, by key and mouse button, over places, searches, links, deletions and drafts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crmdesk.ui.window.moving import card_history
from crmdesk.ui.window.places import Place, What
from tests.patience import until
from tests.ui.stage import Stage, play


def _shown(stage: Stage) -> int | None:
    shown = stage.window.panes.shown_item()
    return None if shown is None else shown.id


def _look(stage: Stage, row: int) -> int:
    """Choose a row of the list; whose it is."""
    stage.window.table.view.select_row(row)
    shown = _shown(stage)
    assert shown == stage.window.table.model.id_at(row)
    return shown


async def _step(stage: Stage, key: Qt.Key, id_: int) -> None:
    """Alt and an arrow: that one is shown then, and chosen in the list."""
    QTest.keyClick(stage.window, key, Qt.KeyboardModifier.AltModifier)
    await until(lambda: _shown(stage) == id_ and list(stage.window.table.view.selected_ids()) == [id_])


def _press(stage: Stage, button: Qt.MouseButton) -> None:
    """A mouse button over the list, as the system tells the window of it."""
    none, modifiers = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    for kind, held in ((QEvent.Type.MouseButtonPress, button), (QEvent.Type.MouseButtonRelease, none)):
        event = QMouseEvent(kind, QPointF(300, 300), QPointF(300, 300), button, held, modifiers)
        QApplication.sendEvent(stage.window.windowHandle(), event)


def test_back_and_forward_lead_over_places_searches_and_drafts(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_history, "PASSED_BY", 0)

    async def story(stage: Stage) -> None:
        window, actions = stage.window, stage.window.actions_
        assert not actions["back"].isEnabled()
        first, second = _look(stage, 0), _look(stage, 1)
        window.commands.find()
        QTest.keyClicks(window.search, "elodie")
        await until(lambda: window.table.model.rowCount() == 2 and _shown(stage) not in (first, second, None))
        found = _shown(stage)
        assert found
        card = window.panes.editor().card
        assert card is not None
        QTest.keyClicks(card.fields["name"].editor.first_input(), " typed")

        assert actions["back"].text().startswith("Back to ")
        await _step(stage, Qt.Key.Key_Left, second)
        assert (window.search.text(), window.table.model.rowCount()) == ("", 12)
        _press(stage, Qt.MouseButton.BackButton)
        await until(lambda: _shown(stage) == first)
        assert not actions["back"].isEnabled()
        _press(stage, Qt.MouseButton.ForwardButton)
        await until(lambda: _shown(stage) == second)
        await _step(stage, Qt.Key.Key_Right, found)
        assert (window.search.text(), window.table.model.rowCount()) == ("elodie", 2)
        assert window.panes.changes() == 1  # what was typed came back with the card
        assert not actions["forward"].isEnabled()

        window.sidebar.go(Place(What.ACCOUNT, stage.desk.accounts()[0].account.id))
        await until(lambda: window.table.model.rowCount() == 12 and list(window.table.view.selected_ids()) == [found])
        third = _look(stage, 5)
        await _step(stage, Qt.Key.Key_Left, found)
        await _step(stage, Qt.Key.Key_Left, second)
        assert window.navigation.place == Place()
        await _step(stage, Qt.Key.Key_Right, found)
        await _step(stage, Qt.Key.Key_Right, third)
        assert window.navigation.place.what is What.ACCOUNT

    play(qapp, tmp_path, story)


def test_who_is_gone_is_passed_over_and_who_became_one_with_another_is_that_one(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_history, "PASSED_BY", 0)

    async def story(stage: Stage) -> None:
        window = stage.window
        kept, trashed, linked = _look(stage, 0), _look(stage, 1), _look(stage, 2)
        last = _look(stage, 7)
        await stage.desk.link([kept, linked])
        await stage.desk.delete([trashed])
        assert _shown(stage) == last
        await _step(stage, Qt.Key.Key_Left, kept)  # what `linked` is now
        window.actions_["back"].trigger()
        assert _shown(stage) == kept
        assert "is no longer there, or in the trash" in window.messages.accessibleName()
        await _step(stage, Qt.Key.Key_Right, last)

    play(qapp, tmp_path, story)
