"""On a card: who else might be this one, with reasons, answered there by button or key, or compared whole."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crmdesk.domain.matching.suggestions import Suggestion, Tier, Verdict
from crmdesk.ui.matches.places.strip import MatchStrip
from tests.patience import until
from tests.ui.matches.review_stage import pair, suggest
from tests.ui.stage import Stage, play


async def _open_card(stage: Stage, one: Suggestion) -> MatchStrip:
    window = stage.window
    window.panes.show_item(one.item_ids[0])
    strip = window.panes.editor().findChild(MatchStrip)
    assert strip is not None
    await until(strip.isVisible)
    return strip


def test_a_card_tells_who_might_be_the_same_and_why_and_links_there(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        one, _two = await suggest(stage, [pair(0, Tier.LIKELY), pair(1)])
        strip = await _open_card(stage, one)
        assert strip.label.whole() == "1 more might be Ada Quill (Likely)"
        assert any(text.startswith("\u2212") for text in strip.chips.texts())
        QTest.mouseClick(strip.link, Qt.MouseButton.LeftButton)
        await until(lambda: len(stage.desk.item(one.item_ids[0]).records) == 2)
        await until(lambda: "Linked: Ada Quill" in stage.window.messages.accessibleName())
        assert not strip.isVisible()
        stage.window.messages.act()
        await until(lambda: len(stage.desk.item(one.item_ids[0]).records) == 1)

    play(qapp, tmp_path, story, accounts=("Work", "Rental"), contacts=4)


def test_n_in_the_strip_keeps_the_two_apart(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        (one,) = await suggest(stage, [pair(0)])
        strip = await _open_card(stage, one)
        strip.setFocus()
        QTest.keyClick(strip, Qt.Key.Key_N)
        await until(lambda: stage.desk.matches.state().decided == 1)
        (decision,), _total = await stage.desk.matches.decided()
        assert decision.verdict is Verdict.NOT_SAME
        assert not strip.isVisible()

    play(qapp, tmp_path, story, accounts=("Work", "Rental"), contacts=4)


def test_compare_leads_to_both_side_by_side(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        made = await suggest(stage, [pair(0), pair(1), pair(2, Tier.POSSIBLE)])
        strip = await _open_card(stage, made[2])
        QTest.mouseClick(strip.look, Qt.MouseButton.LeftButton)
        page = stage.window.matches.page
        await until(lambda: page.isVisible() and page.current is not None and page.current.id == made[2].id)
        assert page.detail.suggestion is not None
        assert page.detail.suggestion.id == made[2].id

    play(qapp, tmp_path, story, accounts=("Work", "Rental"), contacts=4)
