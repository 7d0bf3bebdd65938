"""The person on screen is the person acted on: one notion of it for the list, the card, menus, keys and messages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.many.selection.bulk_edit import TagForm
from crmdesk.ui.window.places import Place, What
from tests.patience import until
from tests.ui.stage import Stage, play

CTRL = Qt.KeyboardModifier.ControlModifier


def _shown(stage: Stage) -> int | None:
    shown = stage.window.panes.editor().shown
    return None if shown is None else shown.item_id


async def _search(stage: Stage, text: str, hits: int) -> None:
    stage.window.commands.find()
    QTest.keyClicks(stage.window.search, text)
    await until(lambda: stage.window.table.model.rowCount() == hits)


async def _make(stage: Stage, name: str) -> int:
    """Type a new contact into the card and save it; its id."""
    window = stage.window
    window.commands.table()["new"]()
    editor = window.panes.editor()
    card = editor.card
    assert card is not None
    QTest.keyClicks(card.fields["name"].editor.first_input(), name)
    QTest.keyClick(card.fields["name"].editor.first_input(), Qt.Key.Key_S, CTRL)
    await until(lambda: editor.shown is not None and editor.shown.item is not None)
    made = _shown(stage)
    assert made
    return made


def test_who_was_just_made_is_shown_chosen_and_acted_on_though_the_search_leaves_him_out(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        window, view = stage.window, stage.window.table.view
        await _search(stage, "elodie", 2)
        before = list(window.table.model.ids)
        nora = await _make(stage, "Nora Vale")
        await until(lambda: list(view.selected_ids()) == [nora])
        assert list(window.table.model.ids) == [nora, *before]
        assert window.table.guest.isVisible()
        assert "Nora Vale is shown although it does not match “elodie”" in window.table.guest.accessibleName()
        window.actions_["delete"].trigger()
        await until(lambda: stage.desk.item(nora).trashed_at is not None)
        await until(window.messages.isVisible)
        assert window.messages.accessibleName().startswith("Nora Vale moved to the trash")
        assert all(stage.desk.item(id_).trashed_at is None for id_ in before)

    play(qapp, tmp_path, story)


def test_from_the_strip_one_gets_to_the_whole_list_with_the_same_person_chosen(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        window, view = stage.window, stage.window.table.view
        await _search(stage, "elodie", 2)
        nora = await _make(stage, "Nora Vale")
        await until(lambda: list(view.selected_ids()) == [nora])
        window.table.guest.left.emit()
        await until(lambda: window.table.model.rowCount() == 13)
        await until(lambda: list(view.selected_ids()) == [nora])
        assert not window.table.guest.isVisible()
        assert _shown(stage) == nora

    play(qapp, tmp_path, story)


def test_while_somebody_new_is_typed_nobody_else_can_be_deleted(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.table.view.select_row(3)
        assert window.actions_["delete"].isEnabled()
        window.actions_["new"].trigger()
        assert not window.actions_["delete"].isEnabled()
        assert window.table.view.selected_count() == 0

    play(qapp, tmp_path, story)


def test_a_card_opened_from_what_needs_attention_is_what_the_menu_acts_on(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.table.view.select_row(0)
        window.sidebar.go(Place(What.ATTENTION))
        assert not window.actions_["delete"].isEnabled()
        other = (await stage.desk.ids(ItemQuery()))[5]
        window.panes.show_item(other)
        assert _shown(stage) == other
        window.actions_["tag"].trigger()
        (form,) = window.findChildren(TagForm)
        form.line.setText("alto")
        QTest.keyClick(form.line, Qt.Key.Key_Return)
        await until(lambda: stage.desk.item(other).values.get("tags"))
        window.actions_["delete"].trigger()
        await until(lambda: stage.desk.item(other).trashed_at is not None)
        assert window.counts is not None
        await until(lambda: window.counts is not None and window.counts.trash == 1)

    play(qapp, tmp_path, story)


def test_who_lies_in_the_trash_and_is_shown_beside_a_list_can_be_restored(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        gone = window.table.model.id_at(4)
        await stage.desk.delete([gone])
        await until(lambda: window.table.model.rowCount() == 11)
        window.panes.show_item(gone)
        await until(lambda: list(window.table.view.selected_ids()) == [gone])
        assert window.table.guest.isVisible()
        assert not window.actions_["delete"].isEnabled()
        window.actions_["restore"].trigger()
        await until(lambda: stage.desk.item(gone).trashed_at is None)
        await until(lambda: window.table.guest.isHidden())

    play(qapp, tmp_path, story)


def test_the_question_before_deleting_for_good_names_the_person(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        name, gone = stage.names()[2], window.table.model.id_at(2)
        await stage.desk.delete([gone])
        window.sidebar.go(Place(What.TRASH))
        await until(lambda: list(window.table.model.ids) == [gone])
        window.table.view.select_row(0)
        window.actions_["delete_for_good"].trigger()
        box = window.findChild(Question)
        assert box is not None
        assert box.title.whole() == f"Delete {name} for good?"
        box.reject()

    play(qapp, tmp_path, story)


def test_of_several_that_are_selected_the_card_says_how_many(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        view, page = window.table.view, window.panes.editor().page
        view.select_row(0)
        view.setFocus()
        for number in (2, 3):
            QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
            assert page.currentWidget() is page.empty
            assert page.empty.title.text() == f"{number} contacts selected"

    play(qapp, tmp_path, story)


def test_after_deleting_several_the_one_that_followed_them_is_chosen(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        model, view = stage.window.table.model, stage.window.table.view
        view.setFocus()
        view.select_row(3)
        for _ in range(2):
            QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        following = model.id_at(6)
        QTest.keyClick(view, Qt.Key.Key_Delete)
        await until(lambda: model.rowCount() == 9)
        await until(lambda: list(view.selected_ids()) == [following])

    play(qapp, tmp_path, story)


def test_the_card_shows_the_selected_one_even_where_another_row_has_the_ring(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        model, view = stage.window.table.model, stage.window.table.view
        view.setFocus()
        view.select_row(2)
        QTest.keyClick(view, Qt.Key.Key_Down, CTRL)
        QTest.keyClick(view, Qt.Key.Key_Space, CTRL)
        assert view.selected_count() == 2
        QTest.keyClick(view, Qt.Key.Key_Space, CTRL)
        assert view.currentIndex().row() == 3
        assert list(view.selected_ids()) == [model.id_at(2)]
        assert _shown(stage) == model.id_at(2)

    play(qapp, tmp_path, story)


def test_the_view_menu_ticks_what_is_there(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, action = stage.window, stage.window.actions_["sidebar"]
        assert window.sidebar.isVisible()
        assert action.isChecked()
        action.trigger()
        assert not window.sidebar.isVisible()
        assert not action.isChecked()
        action.trigger()
        assert window.sidebar.isVisible()
        assert action.isChecked()

    play(qapp, tmp_path, story)


def test_the_kind_that_is_listed_stands_out_among_the_others(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        kinds = stage.window.table.kinds
        kinds.show_kinds([(Kind.CONTACT, 1), (Kind.DEAL, 1)], Kind.CONTACT)
        await until(kinds.isVisible)
        chosen, other = kinds.buttons
        grounds = [one.grab().toImage().pixelColor(8, one.height() // 2) for one in (chosen, other)]
        assert grounds[0] != grounds[1]

    play(qapp, tmp_path, story)


def test_who_was_chosen_is_chosen_after_the_next_start(qapp: QApplication, tmp_path: Path) -> None:
    chosen: list[int] = []

    async def first(stage: Stage) -> None:
        stage.window.table.view.select_row(7)
        chosen.extend(stage.window.table.view.selected_ids())
        stage.window.state.save()
        await until(lambda: str(chosen[0]) in stage.desk.setting("window.state"))

    async def second(stage: Stage) -> None:
        await until(lambda: list(stage.window.table.view.selected_ids()) == chosen)
        assert _shown(stage) == chosen[0]

    play(qapp, tmp_path, first)
    play(qapp, tmp_path, second, again=True)


def test_somebody_new_in_an_accounts_list_is_made_in_that_account(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, account = stage.window, stage.desk.accounts()[1].account
        window.sidebar.go(Place(What.ACCOUNT, account.id))
        await until(lambda: window.table.model.rowCount() == 6)
        window.actions_["new"].trigger()
        assert [status.account.id for status in window.panes.editor().page.create_in.chosen()] == [account.id]
        window.sidebar.go(Place())
        window.actions_["new"].trigger()
        assert window.panes.editor().page.create_in.chosen() == []

    play(qapp, tmp_path, story, accounts=("Work", "Rental"))
