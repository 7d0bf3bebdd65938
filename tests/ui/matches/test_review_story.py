"""The review: lanes, groups with ticks, answers by one key, the next one by itself, and the way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Decision, Reason, Rival, Suggestion, Tier, Verdict
from crmdesk.domain.values import Entry, Value
from crmdesk.ui.matches.page import MatchesPage
from crmdesk.ui.matches.queue import LINE
from crmdesk.ui.window.places import Place, What
from tests.patience import until
from tests.ui.matches.review_stage import Held, pair, person, play_review, press, review, suggest
from tests.ui.stage import Stage, play

CTRL = Qt.KeyboardModifier.ControlModifier
GROUP = Held(
    Tier.LIKELY,
    [(1, person(3)), (2, person(3, name="Dan Quill")), (3, person(3, name="D. Quill"))],
    (Reason("mobile", 16.0), Reason("given_nickname", 4.0), Reason("other_firm", -1.0)),
    Rival.RELATIVE,
)


def _current(page: MatchesPage) -> Suggestion:
    assert page.current is not None
    return page.current


def _totals(page: MatchesPage) -> list[int]:
    return list(page.queue.totals().values())


async def _linked(stage: Stage, one: Suggestion, records: int) -> None:
    await until(lambda: len(stage.desk.item(one.item_ids[0]).records) == records)


def test_each_answer_is_one_key_and_the_next_comes_by_itself(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        assert page.view.hasFocus()
        first = _current(page)
        press(Qt.Key.Key_L)
        second = _current(page)
        assert second is not first
        assert _totals(page) == [2, 2, 0]
        await _linked(stage, first, 2)
        press(Qt.Key.Key_N)
        third = _current(page)
        assert third not in (first, second)
        press(Qt.Key.Key_S)
        assert _current(page) not in (first, second, third)
        decided, total = await _decided(stage, 2)
        assert total == 2
        assert [one.verdict for one in decided] == [Verdict.NOT_SAME, Verdict.SAME]
        assert len(stage.desk.item(second.item_ids[0]).records) == 1
        assert _totals(page) == [1, 2, 0]

    held = [pair(0), pair(1), pair(2), pair(3, Tier.LIKELY), pair(4, Tier.LIKELY)]
    play_review(qapp, tmp_path, held, story)


async def _decided(stage: Stage, n: int) -> tuple[list[Decision], int]:
    await until(lambda: stage.desk.matches.state().decided == n)
    return await stage.desk.matches.decided()


def test_z_and_ctrl_z_take_answers_back_one_by_one_exactly(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        first = _current(page)
        before = [dict(stage.desk.item(id_).values) for id_ in first.item_ids]
        press(Qt.Key.Key_L)
        second = _current(page)
        press(Qt.Key.Key_N)
        await _decided(stage, 2)
        press(Qt.Key.Key_Z, CTRL)
        assert _current(page) == second
        press(Qt.Key.Key_Z)
        assert _current(page) == first
        assert _totals(page) == [3, 0, 0]
        await until(lambda: stage.desk.matches.state().decided == 0)
        await until(lambda: page.detail.isVisible() and page.detail.suggestion == first)
        assert [dict(stage.desk.item(id_).values) for id_ in first.item_ids] == before
        assert [len(stage.desk.item(id_).records) for id_ in first.item_ids] == [1, 1]
        press(Qt.Key.Key_Z)  # nothing is left, and nothing happens

    play_review(qapp, tmp_path, [pair(0), pair(1), pair(2)], story)


def test_a_member_is_left_out_by_its_number_and_space_and_stays_as_it_is(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        group = _current(page)
        assert "3 records become one contact" in page.detail.outcome.whole()
        press(Qt.Key.Key_3)
        press(Qt.Key.Key_Space)
        assert "2 records become one contact" in page.detail.outcome.whole()
        assert "nothing in any CRM changes" in page.detail.outcome.whole()
        out = page.detail.sides.columns[2].record
        press(Qt.Key.Key_Return)
        await _linked(stage, group, 2)
        assert stage.desk.item(out.item_id).records[0].id == out.id

    play_review(qapp, tmp_path, [GROUP], story)


def test_one_of_three_is_kept_apart_and_the_others_may_still_be_the_same(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        out = page.detail.sides.columns[2].record
        press(Qt.Key.Key_3)
        press(Qt.Key.Key_Space)
        assert "Left out" in page.detail.not_same.text()
        press(Qt.Key.Key_N)
        await until(lambda: stage.desk.matches.state().decided == 1)
        (decision,), _total = await stage.desk.matches.decided()
        assert {tuple(sorted((a.remote_id, b.remote_id))) for a, b in decision.pairs} == {
            tuple(sorted((str(out.remote_id), other))) for other in ("s1-0", "s1-1")
        }

    play_review(qapp, tmp_path, [GROUP], story)


def test_ticks_and_buttons_do_the_same_by_mouse(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        group, view = _current(page), page.detail.view
        place = view.visualRect(page.detail.sides.index(0, 4)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert not page.detail.sides.columns[2].ticked
        QTest.mouseClick(page.detail.link, Qt.MouseButton.LeftButton)
        await _linked(stage, group, 2)
        second = _current(page)
        QTest.mouseClick(page.detail.later, Qt.MouseButton.LeftButton)
        QTest.mouseClick(page.detail.not_same, Qt.MouseButton.LeftButton)
        assert page.current is None or page.current is second
        await until(lambda: stage.desk.matches.state().decided == 2)

    play_review(qapp, tmp_path, [GROUP, pair(7, Tier.LIKELY), pair(8, Tier.LIKELY)], story)


def test_the_possible_ones_are_folded_and_nothing_is_ticked_there(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        assert page.current is None
        assert page.queue.is_folded(Tier.POSSIBLE)
        assert _totals(page) == [0, 0, 2]
        place = page.view.visualRect(page.queue.index(2)).center()
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
        await until(lambda: page.current is not None)
        assert not page.detail.sides.joined
        assert not page.detail.link.isEnabled()
        page.view.setFocus()
        one = _current(page)
        press(Qt.Key.Key_L)
        assert page.detail.link.isEnabled()  # ticked now; nothing is linked yet
        assert stage.desk.matches.state().decided == 0
        press(Qt.Key.Key_L)
        await _linked(stage, one, 2)

    play_review(qapp, tmp_path, [pair(0, Tier.POSSIBLE), pair(1, Tier.POSSIBLE)], story)


def test_reasons_stand_strongest_first_with_sign_and_word_and_all_on_demand(qapp: QApplication, tmp_path: Path) -> None:
    reasons = [Reason("mobile", 16), Reason("mailbox", 15), Reason("surname", 9), Reason("given", 8), Reason("firm", 5)]
    reasons += [Reason("address", 3), Reason("other_firm", -1)]

    async def story(stage: Stage, page: MatchesPage) -> None:
        chips = page.detail.chips.texts()
        assert len(chips) == 5
        assert all(chip[0] in "+\u2212" for chip in chips)
        assert chips[0].startswith("+")
        assert chips[-1].startswith("\u2212")  # what speaks against it is never cut off
        assert page.detail.why.whole().startswith("Likely because")
        rows = page.detail.sides.rowCount()
        press(Qt.Key.Key_E)
        assert len(page.detail.chips.texts()) == len(reasons)
        assert page.detail.sides.rowCount() > rows
        assert "relative" in page.detail.rival.whole()
        press(Qt.Key.Key_E)
        assert len(page.detail.chips.texts()) == 5

    play_review(qapp, tmp_path, [replace(GROUP, reasons=reasons)], story)


def test_it_is_said_aloud_what_one_sees(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        spoken = page.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith("Daniyar Quill: Likely, 3 records, ")
        assert spoken.endswith("1 of 2")
        sides = page.detail.sides
        cells = [sides.index(row, 2).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(1, sides.rowCount())]
        assert "Name, Work: Daniyar Quill, differs" in cells
        assert sides.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole).startswith("1 · Work")
        assert all(page.detail.link.accessibleName() for _ in (0,))

    play_review(qapp, tmp_path, [GROUP, pair(9, Tier.LIKELY)], story)


def test_what_comes_while_one_works_waits_behind_a_pill_and_no_figure_jumps(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        press(Qt.Key.Key_J)
        at, figures = _current(page), _totals(page)
        await suggest(stage, [pair(20), pair(21), pair(22, Tier.LIKELY)], first=50)
        await until(page.head.pill.isVisible)
        assert page.head.pill.text() == "3 new"
        assert (_current(page), _totals(page)) == (at, figures)
        page.head.pill.click()
        await until(lambda: _totals(page) == [4, 1, 0])
        assert not page.head.pill.isVisible()
        assert _current(page) == at

    play_review(qapp, tmp_path, [pair(0), pair(1)], story)


def test_suggestions_are_filtered_by_account_reason_and_tag(qapp: QApplication, tmp_path: Path) -> None:
    tagged = Held(Tier.CERTAIN, [(1, person(5, tags=(Entry("vip"),))), (3, person(5))], (Reason("handle", 17.0),))

    async def story(stage: Stage, page: MatchesPage) -> None:
        filters = page.filters
        await until(lambda: filters.tag.count() == 2)

        async def only(box: str, text: str, left: int) -> None:
            chosen = getattr(filters, box)
            chosen.setCurrentIndex(chosen.findText(text))
            chosen.activated.emit(chosen.currentIndex())
            await until(lambda: _totals(page) == [left, 0, 0])
            filters.clear.click()
            await until(lambda: _totals(page) == [3, 0, 0])

        await only("account", "Club", 1)
        await only("account", "Work", 3)
        await only("reason", "same name in a social network", 1)
        await only("tag", "vip", 1)

    play_review(qapp, tmp_path, [tagged, pair(0), pair(1)], story)


def test_a_suggestion_that_was_answered_elsewhere_is_told_and_passed_over(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        first = _current(page)
        await stage.desk.matches.not_same(first.id)
        press(Qt.Key.Key_L)
        await until(lambda: "has changed meanwhile" in stage.window.messages.accessibleName())
        assert len(stage.desk.item(first.item_ids[0]).records) == 1
        assert _current(page) is not first

    play_review(qapp, tmp_path, [pair(0), pair(1)], story)


def test_question_mark_shows_every_key(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        press(Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
        sheet = next(one for one in stage.window.findChildren(QDialog) if one.isVisible())
        sheet.close()

    play_review(qapp, tmp_path, [pair(0)], story)


def test_the_sidebar_counts_and_a_banner_says_it_once(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        await suggest(stage, [pair(0), pair(1, Tier.LIKELY), pair(2, Tier.POSSIBLE)])
        await until(lambda: dict(window.sidebar.figures())[Place(What.MATCHES)] == 2)
        assert not window.matches.banner.isVisible()  # the first search has not ended yet
        await _finish_search(stage)
        await until(window.matches.banner.isVisible)
        assert "2 may be here more than once" in window.matches.banner.accessibleName()
        window.matches.banner.asked.emit()
        await until(window.matches.page.isVisible)
        assert not window.matches.banner.isVisible()
        window.sidebar.go(Place())
        await _finish_search(stage)
        await until(lambda: stage.desk.setting("matches.told") == "yes")
        assert not window.matches.banner.isVisible()

    play(qapp, tmp_path, story, accounts=("Work", "Rental", "Club"))


async def _finish_search(stage: Stage) -> None:
    """Let the store say that a search has ended, and announce it."""
    from crmdesk.domain.signals import MatchesChanged
    from crmdesk.store.matching.index import STATE

    text = '{"at": 1700000000000000, "records": 57, "seconds": 1.0}'
    await stage.desk._store.write(lambda tx: tx.settings.put(STATE, text))
    stage.desk._announcer.announce(MatchesChanged())


def test_editor_and_panel_make_room_and_come_back(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        await suggest(stage, [pair(0)])
        assert window.panes.editor().isVisible()
        await review(stage)
        assert not window.panes.editor().isVisible()
        assert not window.panes.panel().isVisible()
        window.sidebar.go(Place())
        assert window.panes.editor().isVisible()
        assert window.panes.panel().isVisible()

    play(qapp, tmp_path, story, accounts=("Work", "Rental", "Club"))


def test_properties_are_reviewed_the_same_way(qapp: QApplication, tmp_path: Path) -> None:
    spelled: list[tuple[int, dict[str, Value]]] = [(1, {"name": "1 Quay Street"}), (2, {"name": "1 Quay St"})]
    held = Held(Tier.CERTAIN, spelled, (Reason("place", 12.0),), kind=Kind.PROPERTY)

    async def story(stage: Stage, page: MatchesPage) -> None:
        await until(lambda: page.filters.kind.count() == 3)
        assert "one property" in page.detail.outcome.whole()
        row = page.view.currentIndex()
        assert row.data(LINE).suggestion.kind is Kind.PROPERTY
        one = _current(page)
        press(Qt.Key.Key_L)
        await _linked(stage, one, 2)

    play_review(qapp, tmp_path, [held], story)


def test_an_empty_lane_says_when_the_search_ended_and_over_how_much(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        await _finish_search(stage)
        await until(lambda: "57 records" in page.head.state.whole())
        assert "57 records searched" in page.queue.searched
        await until(lambda: "Nobody is here twice" in page.empty.accessibleName())
        assert page.right.currentWidget() is page.empty
        assert not page.head.bulk.isVisible()

    play_review(qapp, tmp_path, [], story)


def test_with_nothing_answered_undo_is_the_windows(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage, page: MatchesPage) -> None:
        made = await stage.desk.new(Kind.CONTACT, {"name": "Typed a moment ago"})
        await until(lambda: stage.window.actions_["undo"].isEnabled())
        QTest.keyClick(page.view, Qt.Key.Key_Z, CTRL)
        await until(lambda: not stage.desk.rows([made.id]) or stage.desk.rows([made.id])[0].trashed)

    play_review(qapp, tmp_path, [pair(0)], story)
