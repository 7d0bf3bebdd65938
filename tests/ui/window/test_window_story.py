"""The window around the list: places, menus with reasons, the demo's strip, screen readers, and the way out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from crmdesk.errors import AuthRequired
from crmdesk.ui.attention.page import AttentionPage
from crmdesk.ui.bars.demo_strip import DemoStrip
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.dialogs.shortcut_sheet import ShortcutSheet
from crmdesk.ui.look.labels import Label
from crmdesk.ui.window.places import Place, What
from tests.patience import until
from tests.ui.stage import Stage, play


def test_the_sidebar_shows_places_with_counts_and_goes_there(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        work, rental = (status.account.id for status in stage.desk.accounts())
        figures = dict(window.sidebar.figures())
        assert figures[Place()] == 12
        assert figures[Place(What.ACCOUNT, work)] == figures[Place(What.ACCOUNT, rental)] == 6
        QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: window.table.model.rowCount() == 6)
        assert window.sidebar.place() == Place(What.ACCOUNT, rental)
        assert window.commands.account() == rental

    play(qapp, tmp_path, story, accounts=("Work", "Rental"))


def test_what_cannot_be_done_says_why(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        actions = stage.window.actions_
        await until(stage.window.table.empty.isVisible)
        assert not actions["delete"].isEnabled()
        assert "Select something in the list first" in actions["delete"].toolTip()
        assert not actions["sync"].isEnabled()
        assert "No CRM is connected" in actions["sync"].toolTip()
        assert not actions["cancel"].isEnabled()
        assert "No sync is running" in actions["cancel"].toolTip()

    play(qapp, tmp_path, story, contacts=0, accounts=())


def test_a_first_run_offers_its_doors(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        page, asked = stage.window.table.empty, []
        stage.window.demo_asked.connect(lambda: asked.append(True))
        await until(page.isVisible)
        doors = {button.text(): button for button in page.findChildren(QAbstractButton)}
        assert set(doors) == {"Connect a CRM", "Explore with sample data", "Import a file"}
        doors["Explore with sample data"].click()
        assert asked == [True]

    play(qapp, tmp_path, story, contacts=0, accounts=())


def test_what_needs_somebody_is_not_listed_twice(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, panel = stage.window, stage.window.panes.panel()
        panel.show_list("problems", None)
        window.sidebar.go(Place(What.ATTENTION))
        page = window.middle.currentWidget()
        assert isinstance(page, AttentionPage)
        assert panel.tabs.currentWidget() is panel.activity
        panel.show_list("conflicts", None)
        assert panel.tabs.currentWidget() is panel.activity
        assert page.tabs.currentWidget() is page.conflicts
        window.sidebar.go(Place())
        panel.show_list("problems", None)
        assert panel.tabs.currentWidget() is panel.problems

    play(qapp, tmp_path, story)


def test_the_demo_says_that_it_is_one(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        strip = stage.window.findChild(DemoStrip)
        assert strip is not None
        assert strip.isVisible()
        left: list[bool] = []
        stage.window.closing.connect(lambda: left.append(True))
        strip.findChildren(QAbstractButton)[0].click()
        assert left == [True]
        assert stage.window.isHidden()

    play(qapp, tmp_path, story, demo=True)


def test_every_control_has_a_name_for_screen_readers(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        stage.window.table.view.select_row(0)
        nameless = []
        for widget in stage.window.findChildren(QWidget):
            interface = QAccessible.queryAccessibleInterface(widget)
            asked = isinstance(widget, QAbstractButton | QLineEdit) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if not asked or not widget.isVisibleTo(stage.window) or widget.objectName().startswith("qt_"):
                continue
            if interface is None or not interface.text(QAccessible.Text.Name):
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
        assert nameless == []

    play(qapp, tmp_path, story)


def test_a_cell_is_read_out_with_its_column_and_state(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        model = stage.window.table.model
        await stage.desk.edit(model.id_at(0), {"company": "Northlight"})
        role = Qt.ItemDataRole.AccessibleTextRole
        await until(lambda: "Waiting to be sent" in str(model.index(0, 0).data(role)))
        assert str(model.index(0, 0).data(role)).startswith("Name: ")
        header = model.headerData(0, Qt.Orientation.Horizontal, role)
        assert header == "Name: sorted ascending"

    play(qapp, tmp_path, story)


def test_markup_from_a_crm_stays_text(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        model = stage.window.table.model
        await stage.desk.edit(model.id_at(0), {"company": "<img src=x><b>Bold</b>"})
        place = next(n for n, column in enumerate(model.columns) if column.key == "company")
        await until(lambda: "img" in str(model.index(0, place).data()))
        tip = str(model.index(0, place).data(Qt.ItemDataRole.ToolTipRole))
        assert "&lt;img" in tip
        assert "<img" not in tip
        stage.window.messages.fail("Sync", AuthRequired("<b>no</b>"))
        labels = [label for label in stage.window.messages.findChildren(QWidget) if hasattr(label, "textFormat")]
        assert {label.textFormat() for label in labels} <= {Qt.TextFormat.PlainText, Qt.TextFormat.AutoText}

    play(qapp, tmp_path, story)


def test_unsaved_drafts_are_named_before_quitting(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, closed = stage.window, []
        window.closing.connect(lambda: closed.append(True))
        name = stage.names()[2]
        await stage.desk.keep_draft(window.table.model.id_at(2), {"company": "Half typed"})
        window.close()
        box = window.findChild(Question)
        assert box is not None
        assert name in box.told()
        assert not closed
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert closed == [True]

    play(qapp, tmp_path, story)


def test_where_no_file_manager_answers_the_folder_of_the_log_is_told(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        stage.window.commands.open_logs()  # no system is there to answer, offscreen
        folder = str(stage.desk.profile.logs)
        toast = stage.window.messages
        assert any(folder in label.whole() for label in toast.findChildren(Label))
        toast.act()
        assert QGuiApplication.clipboard().text() == folder

    play(qapp, tmp_path, story)


def test_the_shortcut_sheet_lists_every_key_and_can_be_searched(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        stage.window.commands.show_shortcuts()
        sheet = stage.window.findChild(ShortcutSheet)
        assert sheet is not None
        await until(sheet.isVisible)
        field = sheet.findChild(QLineEdit)
        assert field is not None
        before = len(sheet.shown())
        QTest.keyClicks(field, "sync now")
        assert before > 15
        assert [words for words, _ in sheet.shown()] == ["Sync now"]
        sheet.reject()

    play(qapp, tmp_path, story)


def test_what_needs_somebody_has_a_page(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.sidebar.go(Place(What.ATTENTION))
        await until(lambda: window.middle.currentWidget() is not window.table)
        window.sidebar.go(Place())
        assert window.middle.currentWidget() is window.table

    play(qapp, tmp_path, story)
