"""How the window looks while somebody works in it: what stays where it is, what fits its words, what one click does."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.ui.card.field_list import Card
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.look.empty_page import EmptyPage
from crmdesk.ui.table.column_chooser import ColumnChooser
from crmdesk.ui.wording.phrases import clean, direction_of, one_line
from tests.patience import until
from tests.ui.stage import Stage, play


def _place(widget: QWidget, ground: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(ground, QPoint(0, 0))
    return corner.x(), corner.x() + widget.width()


def test_an_empty_page_stands_in_the_middle(qapp: QApplication) -> None:
    page = EmptyPage()
    page.resize(1200, 600)
    page.say("logo", "Nothing here", "A sentence that says why, and is long enough to fill its line to the end.")
    page.show()
    QApplication.processEvents()
    content = next(child for child in page.children() if isinstance(child, QWidget))
    left, right = _place(content, page)
    assert abs(left - (page.width() - right)) <= 1
    assert content.width() >= 400
    page.hide()


def test_the_search_box_stays_where_it_is_when_something_needs_somebody(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        top = stage.window.top
        await asyncio.sleep(0)
        before = _place(top.search, top)
        for n in (1, 240, 0):
            top.set_attention(n)
            await asyncio.sleep(0)
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            assert _place(top.search, top) == before

    play(qapp, tmp_path, story)


def test_a_note_is_as_wide_as_its_words_and_covers_the_status_bar_alone(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        widths = []
        for text in ("Saved", "Ada Quill and eleven others were moved to the trash"):
            window.messages.note(text, "Undo", lambda: None)
            await until(window.messages.isVisible)
            widths.append(window.messages.width())
            top = window.messages.mapTo(window, QPoint(0, 0)).y()
            assert top == window.status.mapTo(window, QPoint(0, 0)).y()
            assert window.messages.height() == window.status.height()
        assert widths[0] < 240
        assert widths[0] < widths[1]
        window.messages.hide()

    play(qapp, tmp_path, story)


def test_the_word_of_a_column_ticks_it_and_what_begins_with_the_letters_comes_first(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        chooser = ColumnChooser(table.model, table.view.header, table)
        chooser.open_at(QPoint(0, 0))
        chooser.search.setText("tag")
        assert chooser.shown()[0] == "Tags"
        assert "Stage" in chooser.shown()
        tags = next(place for place, column in enumerate(table.model.columns) if column.key == "tags")
        shown = partial(table.view.header.is_shown, tags)
        before = shown()
        word = chooser.list.visualItemRect(chooser.list.item(0)).center()
        QTest.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=word)
        assert shown() is not before
        QTest.keyClick(chooser.search, Qt.Key.Key_Return)
        assert shown() is before
        chooser.close()

    play(qapp, tmp_path, story)


def test_only_fields_that_the_contacts_crms_know_are_offered(qapp: QApplication) -> None:
    card = Card(Kind.CONTACT)
    card.known = lambda: lambda key: key != "bill_to"
    card.settle()
    card.show()
    add = next(button for button in card.findChildren(QPushButton) if button.text() == "Add field")
    add.click()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    offered = popup.shown()  # type: ignore[attr-defined]  # the popup that the card opened
    assert "Birthday" in offered
    assert "Bill to" not in offered
    assert offered[-1] == "Fields for this computer only…"
    popup.close()
    card.hide()


def test_what_loses_nothing_is_the_default_answer(qapp: QApplication) -> None:
    ground, done = QWidget(), []
    box = Question(ground, "Remove Dex?", "Nothing is deleted there.")
    away = box.answer("Remove", lambda: done.append("removed"), loses=True)
    back = box.answer("Back", lambda: done.append("back"), default=True)
    box.open()
    assert (away.property("look"), back.isDefault(), away.isDefault()) == ("danger", True, False)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert done == ["back"]


def test_emoji_stay_whole_and_texts_keep_their_own_direction() -> None:
    family, flag = "👨‍👩‍👧", "\U0001f3f4\U000e0067\U000e0062\U000e007f"
    assert one_line(f"{family} {flag}") == f"{family} {flag}"
    assert clean("a\u202eb") == "ab"
    assert direction_of("ليلى") is Qt.LayoutDirection.RightToLeft
    assert direction_of("+49 30 1234") is direction_of("Ada") is Qt.LayoutDirection.LeftToRight
