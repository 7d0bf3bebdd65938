"""Editing in the table's cells by gesture: saved, refused, left, and never lost to what a sync brings."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from crmdesk.domain.values import Entry
from crmdesk.ui.table.cells.line import CellLine, CellNote
from tests.patience import until
from tests.ui.stage import Stage, play

Key = Qt.Key


class Cells:
    """What a story does in cells."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.view = stage, stage.window.table.view
        self.view.setFocus()

    def column(self, key: str) -> int:
        return next(n for n, column in enumerate(self.stage.window.table.model.columns) if column.key == key)

    def edit(self, row: int, key: str) -> CellLine:
        """Go to a cell and press F2."""
        self.view.go_to(row, self.column(key))
        QTest.keyClick(self.view, Key.Key_F2)
        return self.line

    @property
    def line(self) -> CellLine:
        (found,) = self.view.findChildren(CellLine)
        return found

    @property
    def note(self) -> str:
        (found,) = self.view.findChildren(CellNote)
        return found.text() if found.isVisible() else ""

    def id(self, row: int) -> int:
        return self.stage.window.table.model.id_at(row)

    def holds(self, row: int, key: str, value: object) -> bool:
        return self.stage.desk.item(self.id(row)).values.get(key) == value

    def at(self) -> tuple[int, str]:
        current = self.view.currentIndex()
        return current.row(), self.stage.window.table.model.columns[current.column()].key


def test_enter_saves_and_goes_down_tab_goes_on_and_one_undo_takes_it_back(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        cells = Cells(stage)
        emails = stage.desk.item(cells.id(0)).values["emails"]
        assert isinstance(emails, tuple)
        line = cells.edit(0, "company")
        assert line.hasFocus()
        assert line.selectedText() == line.text() != ""
        QTest.keyClicks(line, "Harbour & Sons")
        QTest.keyClick(line, Key.Key_Return)
        assert not line.isVisible()
        assert cells.at() == (1, "company")
        assert cells.view.hasFocus()
        await until(partial(cells.holds, 0, "company", "Harbour & Sons"))
        await until(lambda: stage.window.actions_["undo"].text().startswith("Undo: "))
        cells.edit(0, "company")
        QTest.keyClicks(line, "Third")
        QTest.keyClick(line, Key.Key_Tab)
        assert line.isVisible()
        assert (cells.at(), line.text()) == ((0, "emails"), emails[0].value)
        QTest.keyClicks(line, "new@mail.example")
        QTest.keyClick(line, Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        await until(partial(cells.holds, 0, "company", "Third"))
        await until(partial(cells.holds, 0, "emails", (Entry("new@mail.example", "work", True), emails[1])))
        assert cells.at() == (0, "company")
        QTest.keyClick(line, Key.Key_Escape)
        assert cells.view.hasFocus()
        QTest.keyClick(cells.view, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(partial(cells.holds, 0, "emails", emails))
        assert cells.holds(0, "company", "Third")

    play(qapp, tmp_path, story)


def test_escape_restores_a_click_elsewhere_saves_and_dates_and_tags_are_read(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        cells = Cells(stage)
        before = stage.desk.item(cells.id(0)).values
        line = cells.edit(0, "company")
        QTest.keyClicks(line, "Nobody")
        QTest.keyClick(line, Key.Key_Escape)
        line = cells.edit(0, "birthday")
        QTest.keyClicks(line, "3 May 1980")
        stage.window.search.setFocus()
        await until(partial(cells.holds, 0, "birthday", "1980-05-03"))
        assert not line.isVisible()
        cells.view.setFocus()
        line = cells.edit(0, "tags")
        QTest.keyClicks(line, "Editors, Kyoto , Editors")
        QTest.keyClick(line, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        await until(partial(cells.holds, 0, "tags", (Entry("Editors"), Entry("Kyoto"))))
        after = stage.desk.item(cells.id(0)).values
        assert after["company"] == before["company"]

    play(qapp, tmp_path, story)


def test_what_a_sync_brings_is_told_beside_what_is_typed_and_lists_take_both(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        cells, id_ = Cells(stage), stage.window.table.model.id_at(0)
        line = cells.edit(0, "company")
        await stage.desk.edit(id_, {"company": "From afar"})
        await until(lambda: line.text() == "From afar")  # nothing was typed yet
        QTest.keyClicks(line, "Mine")
        await stage.desk.edit(id_, {"company": "Again"})
        await until(lambda: "Meanwhile it was changed to “Again”" in cells.note)
        assert line.text() == "Mine"
        QTest.keyClick(line, Key.Key_Return)
        await until(partial(cells.holds, 0, "company", "Mine"))
        emails = stage.desk.item(id_).values["emails"]
        assert isinstance(emails, tuple)
        line = cells.edit(0, "emails")
        QTest.keyClicks(line, "mine@mail.example")
        await stage.desk.edit(id_, {"emails": (*emails, Entry("came@mail.example"))})
        await until(lambda: "Meanwhile" in cells.note)
        QTest.keyClick(line, Key.Key_Return)
        wanted = (Entry("mine@mail.example", "work", True), emails[1], Entry("came@mail.example"))
        await until(partial(cells.holds, 0, "emails", wanted))

    play(qapp, tmp_path, story)


def test_what_cannot_be_saved_stays_open_with_the_reason_and_drafts_of_other_fields_stay(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        cells, id_ = Cells(stage), stage.window.table.model.id_at(1)
        await stage.desk.keep_draft(id_, {"job_title": "Half typed", "company": "Half"})
        await stage.desk.edit(id_, {"company": "Whole"})
        assert stage.desk.draft(id_) == {"job_title": "Half typed"}
        line = cells.edit(0, "emails")
        QTest.keyClicks(line, "no address")
        await until(lambda: "does not look like an email address" in cells.note)
        gone = cells.id(0)
        await stage.desk.delete([gone])
        await stage.desk.delete([gone], for_good=True)
        stage.window.table._editing()._show_note()  # what was typed is looked at before that is announced
        await until(lambda: "copy it from here" in cells.note)
        QTest.keyClick(line, Key.Key_Return)
        assert line.isVisible()
        assert line.text() == "no address"
        QTest.keyClick(line, Key.Key_Escape)
        await until(lambda: not line.isVisible())

    play(qapp, tmp_path, story)


@pytest.mark.parametrize("key", ["where", "last_seen"])
def test_a_cell_that_cannot_be_edited_says_why(qapp: QApplication, tmp_path: Path, key: str) -> None:
    async def story(stage: Stage) -> None:
        cells = Cells(stage)
        stage.window.table.view.header.show_column(cells.column(key), True)
        line = cells.edit(0, key)
        assert not line.isVisible()
        assert "changed" in cells.note
        QTest.keyClick(cells.view, Key.Key_Down)
        assert cells.note == ""
        point = cells.view.visualRect(cells.view.model().index(2, cells.column(key))).center()
        for click in (QTest.mouseClick, QTest.mouseDClick):
            click(cells.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        card = stage.window.panes.editor().card
        assert card is not None
        assert card.isAncestorOf(_focused())

    play(qapp, tmp_path, story)


def test_what_needs_more_than_a_line_opens_the_card_at_that_field(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        cells = Cells(stage)
        for key in ("description", "street"):
            cells.edit(0, key)
            card = stage.window.panes.editor().card
            assert card is not None
            assert card.fields[key].isAncestorOf(_focused())
            QTest.keyClick(_focused(), Key.Key_Escape)
            assert cells.view.hasFocus()
        point = cells.view.visualRect(cells.view.model().index(2, cells.column("company"))).center()
        for click in (QTest.mouseClick, QTest.mouseDClick):
            click(cells.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        assert cells.line.hasFocus()
        QTest.keyClicks(cells.line, "By click")
        stage.window.close()
        await until(partial(cells.holds, 2, "company", "By click"))

    play(qapp, tmp_path, story)


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found
