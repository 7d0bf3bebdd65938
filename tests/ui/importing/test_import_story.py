"""A file comes in by the window: dropped, mapped, planned, imported, taken back; nothing is written before the last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.importing.column_table import MEANS, NOTES
from crmdesk.ui.importing.dialog import ImportDialog
from crmdesk.ui.importing.history import ImportHistory
from tests.patience import until
from tests.ui.stage import Stage, play

TABLE = (
    "Name;E-Mail;Telefon;Geburtstag;Kunde\nÄnne Lee;anne@a.example;030 12;03.04.1970;ja\n"
    "Ada Quill 0000;p0@mail.example;;04.05.1971;nein\nBob;bob@b.example;;soon;x\n"
)


def drop(stage: Stage, path: Path) -> None:
    """Let a file fall on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(stage.window, QDragEnterEvent(QPoint(50, 50), *given))
    QApplication.sendEvent(stage.window, QDropEvent(QPointF(50, 50), *given))


def text_at(table: QAbstractItemView, row: int, column: int) -> str:
    """What a table shows in a cell; "" where there is none."""
    return str(table.model().index(row, column).data() or "")


async def dialog_of(stage: Stage) -> ImportDialog:
    """The import that is open."""
    await until(lambda: any(one.isVisible() for one in stage.window.findChildren(ImportDialog)))
    return next(one for one in stage.window.findChildren(ImportDialog) if one.isVisible())


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_a_dropped_file_is_mapped_planned_imported_and_taken_back(
    qapp: QApplication, tmp_path: Path, table: Path
) -> None:
    async def story(stage: Stage) -> None:
        drop(stage, table)
        dialog = await dialog_of(stage)
        mapping = dialog.mapping
        assert not dialog.next.isEnabled()
        assert "Geburtstag" in mapping.trouble.whole()
        mapping.dates.setCurrentIndex(mapping.dates.findData("dmy"))
        mapping.dates.activated.emit(mapping.dates.currentIndex())
        assert dialog.next.isEnabled()
        place = next(row for row in range(5) if text_at(mapping.table, row, 0) == "Kunde")
        mapping.table.choose(place, MEANS, "status")
        assert text_at(mapping.table, place, MEANS) == "Status"
        mapping.tag.setText("fair")
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(dialog.plan.isVisible)
        assert dialog.plan.counts.sum.whole() == "3 rows = 1 new + 1 changed + 1 failed"
        assert stage.window.table.model.rowCount() == 12
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.run.undo.isVisible())
        assert dialog.run.counts.sum.whole() == "3 rows = 1 new + 1 changed + 1 failed"
        assert text_at(dialog.run.table, 0, 3) == "soon"
        await until(lambda: stage.window.table.model.rowCount() == 13)
        QTest.mouseClick(dialog.run.undo, Qt.MouseButton.LeftButton)
        await until(lambda: stage.window.table.model.rowCount() == 12)
        await until(lambda: not dialog.run.undo.isVisible())
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        stage.window.actions_["imports"].trigger()
        await until(lambda: bool(stage.window.findChildren(ImportHistory)))
        history = stage.window.findChildren(ImportHistory)[0]
        assert text_at(history.table, 0, 1) == "people.csv"
        assert text_at(history.table, 0, 7) == "taken back"
        assert not history.undo.isEnabled()
        history.close()

    play(qapp, tmp_path, story)


def test_a_file_that_is_none_is_told_and_another_header_line_is_read_at_once(
    qapp: QApplication, tmp_path: Path
) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("", "utf-8")
    notes = tmp_path / "notes.csv"
    notes.write_text("Our list,\n,\nName,Phone\nAnn,030 1\n", "utf-8")

    async def story(stage: Stage) -> None:
        stage.window.commands.importing.open_files([str(odd), str(notes)])
        await until(lambda: any(box.isVisible() for box in stage.window.findChildren(Question)))
        box = next(box for box in stage.window.findChildren(Question) if box.isVisible())
        assert "empty" in box.told()
        box.accept()
        dialog = await dialog_of(stage)
        assert dialog.mapping.header.currentData() == 3
        dialog.mapping.header.setCurrentIndex(0)
        dialog.mapping.header.activated.emit(0)
        await until(lambda: text_at(dialog.mapping.table, 0, 0) == "Column 1")
        assert dialog.mapping.table.item(0, NOTES) is not None
        stage.window.commands.importing.open_files([str(notes)])
        dialog.close()  # as by the button of its frame: the next file has its turn
        (await dialog_of(stage)).cancel.click()

    play(qapp, tmp_path, story)


def test_rows_pasted_on_the_list_open_a_preview_and_a_focused_field_keeps_its_paste(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        window, clipboard = stage.window, QApplication.clipboard()
        kept = stage.desk.profile.root / "imports"
        clipboard.setText("Name\tEmail\nÄnne Lee\tanne@a.example\nBo\tbo@b.example\n")
        window.commands.find()
        QTest.keyClick(window.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: "Lee" in window.search.text())
        assert not window.findChildren(ImportDialog)
        window.search.clear()
        await until(lambda: window.table.model.rowCount() == 12)
        window.table.view.setFocus()
        QTest.keyClick(window.table.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        dialog = await dialog_of(stage)
        assert dialog.mapping.title.whole() == "Clipboard"
        assert window.table.model.rowCount() == 12
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(dialog.plan.isVisible)
        assert dialog.plan.counts.sum.whole() == "2 rows = 2 new"
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: window.table.model.rowCount() == 14)
        await until(lambda: dialog.run.undo.isVisible())
        assert len(list(kept.iterdir())) == 1
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: not list(kept.iterdir()))
        # A signature is taken apart, and shown before anything is made of it; a table of a page is its rows.
        for text, html, rows in (
            ("Ada Quill\nAgent\nada@quill.example\n+49 171 5550103", "", 1),
            ("Eve Dan", "<table><tr><th>Name</tr><tr><td>Eve Fox</tr><tr><td>Dan Oak</tr></table>", 2),
        ):
            held = QMimeData()
            held.setText(text)
            held.setHtml(html)
            clipboard.setMimeData(held)
            window.actions_["paste"].trigger()
            dialog = await dialog_of(stage)
            QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
            await until(dialog.plan.isVisible)
            assert dialog.plan.counts.sum.whole() == (f"{rows} rows = {rows} new" if rows > 1 else "1 row = 1 new")
            dialog.reject()
            await until(lambda: not list(kept.iterdir()) and not window.findChildren(ImportDialog))
        clipboard.setText("just words")
        window.actions_["paste"].trigger()
        await until(lambda: "no rows" in window.messages.accessibleName())
        assert not list(kept.iterdir())

    play(qapp, tmp_path, story)
