"""All that is certain is linked at once, after a look at the list, and goes back as one, also after a restart."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.ui.matches.bulk import NAME, WEIGHT
from crmdesk.ui.matches.page import MatchesPage
from tests.patience import until
from tests.ui.matches.review_stage import pair, play_review, review
from tests.ui.stage import Stage, play


async def _items(stage: Stage) -> int:
    return len(await stage.desk.ids(ItemQuery(kind=Kind.CONTACT)))


def test_the_weakest_come_first_and_what_is_unticked_is_not_linked(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        assert page.head.bulk.text() == "Link 12 people…"
        dialog = page.open_bulk()
        await until(lambda: dialog.lines.rowCount() == 12)
        weights = [dialog.lines.suggestion(row).weight for row in range(12)]
        assert weights == sorted(weights)
        doubted = dialog.lines.suggestion(0)
        dialog.table.selectRow(0)
        QTest.keyClick(dialog.table, Qt.Key.Key_Space)
        assert dialog.go.text() == "Link 11 people"
        await until(lambda: bool(dialog.lines.index(11, NAME).data()))
        dialog.table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
        names = [str(dialog.lines.index(row, NAME).data()) for row in range(12)]
        assert names == sorted(names, key=str.casefold)
        dialog.table.sortByColumn(WEIGHT, Qt.SortOrder.DescendingOrder)
        assert dialog.lines.suggestion(11) == doubted
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        await until(lambda: stage.desk.matches.state().decided == 11)
        assert len(stage.desk.item(doubted.item_ids[0]).records) == 1
        await until(lambda: list(page.queue.totals().values()) == [1, 0, 0])
        assert page.current == doubted
        assert stage.window.messages.accessibleName().startswith("11 people linked")
        stage.window.messages.act()
        await until(lambda: stage.desk.matches.state().decided == 0)
        assert await _items(stage) == 24

    play_review(qapp, tmp_path, [pair(n) for n in range(12)], story)


def test_what_was_linked_at_once_is_named_and_goes_back_at_once_after_a_restart(
    qapp: QApplication, tmp_path: Path
) -> None:
    before: list[dict[str, object]] = []

    async def link(stage: Stage, page: MatchesPage) -> None:
        before.extend(dict(stage.desk.item(id_).values) for id_ in await stage.desk.ids(ItemQuery()))
        dialog = page.open_bulk()
        await until(lambda: dialog.lines.rowCount() == 5)
        QTest.keyClick(dialog.go, Qt.Key.Key_Return)
        await until(lambda: stage.desk.matches.state().decided == 5)
        assert await _items(stage) == 5

    async def take_back(stage: Stage) -> None:
        page = await review(stage)
        page.head.decided.click()
        await until(lambda: len(page.decisions._things) == 1)
        texts = [button.text() for button in page.decisions.findChildren(QAbstractButton)]
        assert "Undo: link 5 people" in texts
        next(b for b in page.decisions.findChildren(QAbstractButton) if b.text() == "Undo: link 5 people").click()
        await until(lambda: stage.desk.matches.state().decided == 0)
        assert await _items(stage) == 10
        assert [dict(stage.desk.item(id_).values) for id_ in await stage.desk.ids(ItemQuery())] == before

    play_review(qapp, tmp_path, [pair(n) for n in range(5)], link)
    play(qapp, tmp_path, take_back, contacts=5, again=True)


def test_single_decisions_are_listed_and_revoked(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        QTest.keyClick(page.view, Qt.Key.Key_L)
        QTest.keyClick(page.view, Qt.Key.Key_N)
        await until(lambda: stage.desk.matches.state().decided == 2)
        await until(lambda: page.head.decided.text() == "Decided 2")
        page.head.decided.click()
        await until(lambda: len(page.decisions._things) == 2)
        buttons = page.decisions.findChildren(QAbstractButton)
        (unlink,) = [one for one in buttons if one.text() == "Unlink"]
        assert "Linked: Ada Quill" in unlink.accessibleName()
        (ask,) = [one for one in buttons if one.text() == "Ask again"]
        unlink.click()
        await until(lambda: stage.desk.matches.state().decided == 1)
        ask.click()
        await until(lambda: stage.desk.matches.state().decided == 0)
        assert await _items(stage) == 4
        await until(lambda: "Nothing is decided yet" in page.decisions.empty.whole())

    play_review(qapp, tmp_path, [pair(0), pair(1)], story)
