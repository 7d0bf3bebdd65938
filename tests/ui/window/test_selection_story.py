"""Several selected: a panel in place of the card says what they share, and changes all of them with one undo."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crmdesk.domain.fields import Kind
from crmdesk.ui.many.selection.bulk_edit import BulkEdit, TagForm
from crmdesk.ui.many.selection.panel import SelectionPanel
from tests.patience import until
from tests.ui.stage import Stage, play


def _panel(stage: Stage) -> SelectionPanel:
    panel = stage.window.selection.panel
    assert panel is not None
    return panel


def _select(stage: Stage, first: int, last: int) -> None:
    view = stage.window.table.view
    view.select_row(first)
    for _ in range(last - first):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def _says(stage: Stage, text: str) -> bool:
    panel = _panel(stage)
    return panel.isVisible() and panel.title.whole() == text


def test_it_says_how_many_and_what_they_share_and_selects_all(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        _select(stage, 0, 2)
        await until(partial(_says, stage, "3 contacts"))
        assert _panel(stage).everything.text() == "Select all 24"
        _panel(stage).everything.click()
        await until(partial(_says, stage, "24 contacts"))
        assert not _panel(stage).everything.isVisible()
        stage.window.table.view.select_row(0)
        await until(lambda: not _panel(stage).isVisible())

    play(qapp, tmp_path, story, contacts=24)


def test_a_field_of_all_is_changed_after_a_summary_and_taken_back_as_one(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        desk, window = stage.desk, stage.window
        _select(stage, 0, 3)
        await until(partial(_says, stage, "4 contacts"))
        ids = list(window.table.view.selected_ids())
        _panel(stage).edit.click()
        (form,) = window.findChildren(BulkEdit)
        row = form.rows[0]
        row.field.setCurrentIndex(row.field.findData("job_title"))
        row.value.setText("Editor")
        await until(form.apply.isEnabled)
        assert form.summary.whole() == "Job title of 4 contacts, sent to Work."
        form.apply.click()
        await until(lambda: all(desk.item(id_).values.get("job_title") == "Editor" for id_ in ids))
        assert list(window.table.view.selected_ids()) == ids, "the selection stays"
        await until(lambda: window.actions_["undo"].text() == "Undo: Edit Job title of 4 contacts")
        window.actions_["undo"].trigger()
        await until(lambda: not any("job_title" in desk.item(id_).values for id_ in ids))

    play(qapp, tmp_path, story)


def test_t_tags_the_selected(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        desk, window = stage.desk, stage.window
        _select(stage, 0, 1)
        await until(partial(_says, stage, "2 contacts"))
        QTest.keyClick(window.table.view, Qt.Key.Key_T)
        (form,) = window.findChildren(TagForm)
        form.line.setText("choir, vip")
        QTest.keyClick(form.line, Qt.Key.Key_Return)
        await until(lambda: window.actions_["undo"].text() == "Undo: Tag 2 contacts with “choir, vip”")
        assert await desk.tags(Kind.CONTACT) == [("choir", 2), ("vip", 2)]

    play(qapp, tmp_path, story)
