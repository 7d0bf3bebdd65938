"""What belongs together: related items both ways, several records as one item, and the way back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.matching.suggestions import Verdict
from crmdesk.domain.values import Entry, texts
from crmdesk.ui.dialogs.item_picker import ItemPicker
from crmdesk.ui.look.tokens import GRID
from crmdesk.ui.table.columns import WHERE
from crmdesk.ui.table.delegate import badges_in
from crmdesk.ui.window.places import Place, What
from tests.patience import until
from tests.ui.stage import Stage, play


def _button(parent: QWidget, text: str) -> QAbstractButton:
    return next(
        button
        for button in parent.findChildren(QAbstractButton)
        if text in (button.text(), button.accessibleName()) and button.isVisibleTo(parent)
    )


def _said(parent: QWidget) -> list[str]:
    return [label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent)]


def test_relations_are_shown_both_ways_and_lead_there(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, view = stage.window, stage.window.table.view
        person = window.table.model.id_at(0)
        home = await stage.desk.new(Kind.PROPERTY, {"name": "1 Quay Street"})
        entries = {"property": (Entry(str(home.id)),), "contacts": (Entry(str(person)),)}
        await stage.desk.new(Kind.DEAL, {"name": "Sale of 1 Quay Street", "stage": "offer", **entries})
        view.select_id(person)
        related = window.panes.editor().page.related
        await until(lambda: "Deals" in _said(related))
        _button(related, "Sale of 1 Quay Street").click()
        await until(lambda: window.table.model.kind is Kind.DEAL and view.selected_count() == 1)
        await until(lambda: "People" in _said(related) and "Property" in _said(related))
        _button(related, "1 Quay Street").click()
        await until(lambda: window.table.model.kind is Kind.PROPERTY and view.current_id() == home.id)
        await until(lambda: "Deals" in _said(related))

    play(qapp, tmp_path, story)


def test_a_related_item_is_added_by_typing_and_taken_away(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        deal = await stage.desk.new(Kind.DEAL, {"name": "Sale", "stage": "offer"})
        window.panes._open_related(Kind.DEAL, deal.id)
        related = window.panes.editor().page.related
        await until(lambda: "People" in _said(related))
        _button(related, "Add to People").click()
        picker = window.findChild(ItemPicker)
        assert picker is not None
        picker.search.setText("chiara")
        picker.search.textEdited.emit("chiara")
        await until(lambda: picker.found.count() == 2 and "Chiara" in picker.found.item(0).text())
        picker.search.returnPressed.emit()
        await until(lambda: bool(stage.desk.item(deal.id).values.get("contacts")))
        await until(lambda: any(one.label.startswith("Chiara") for one in stage.desk.related(deal.id)))
        name = stage.desk.related(deal.id)[0].label
        await until(lambda: any(name in b.accessibleName() for b in related.findChildren(QAbstractButton)))
        _button(related, f"Remove {name}").click()
        await until(lambda: not stage.desk.item(deal.id).values.get("contacts"))

    play(qapp, tmp_path, story)


def test_two_are_linked_after_a_look_and_taken_apart_again(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, table = stage.window, stage.window.table
        actions, messages = window.actions_, window.messages
        table.view.select_row(0)
        assert not actions["link"].isEnabled()
        assert "two or more" in actions["link"].toolTip()
        table.view.selectAll()
        assert not actions["link"].isEnabled()
        before = stage.names()
        ids = [table.model.id_at(0), table.model.id_at(2)]  # of one account each
        table.view.clearSelection()
        for row in (0, 2):
            index = table.model.index(row, 0)
            flags = table.view.selectionModel().SelectionFlag
            table.view.selectionModel().select(index, flags.Select | flags.Rows)
        actions["link"].trigger()
        asked = messages.accessibleName()
        assert all(compose_name(stage.desk.item(id_).values) in asked for id_ in ids)
        assert "Work" in asked
        assert "Rental" in asked
        assert "unlink them again" in asked
        messages.act()
        await until(lambda: table.model.rowCount() == 11)
        assert len(stage.desk.item(ids[0]).records) == 2
        await until(messages.isVisible)
        messages.act()
        await until(lambda: stage.names() == before)

    play(qapp, tmp_path, story, accounts=("Work", "Rental"))


def test_those_who_are_to_be_linked_stay_in_sight_while_one_is_asked(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, view = stage.window, stage.window.table.view
        for first, last in ((0, 1), (view.rows_in_sight().stop - 3, view.rows_in_sight().stop - 2)):
            for row, modifier in ((first, Qt.KeyboardModifier.NoModifier), (last, Qt.KeyboardModifier.ShiftModifier)):
                place = view.visualRect(view.model().index(row, 0)).center()
                QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)
            window.actions_["link"].trigger()
            card = QRect(window.messages.mapTo(window, QPoint(0, 0)), window.messages.size())
            for row in (first, last):
                cell = view.visualRect(view.model().index(row, 0))
                assert not card.intersects(QRect(view.viewport().mapTo(window, cell.topLeft()), cell.size()))

    play(qapp, tmp_path, story, contacts=60, accounts=("Work", "Rental"))


def test_a_record_is_unlinked_in_the_card_and_linked_again(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, table = stage.window, stage.window.table
        ids = [table.model.id_at(0), table.model.id_at(2)]  # of one account each
        await stage.desk.link(ids)
        await until(lambda: table.model.rowCount() == 11)
        table.view.select_id(ids[0])
        editor = window.panes.editor()
        await until(lambda: editor.page.related.isVisible())
        editor.presenter.change("company", "Somewhere else")
        rental = next(account.account for account in stage.desk.accounts() if account.account.name == "Rental")
        unlink = _button(editor.page.related, "Unlink the record in Rental")
        unlink.setFocus()
        unlink.click()
        await until(lambda: len(stage.desk.item(ids[0]).records) == 1)
        assert stage.desk.item(ids[0]).records[0].account_id != rental.id
        await until(lambda: "Unlinked" in window.messages.accessibleName())
        await until(lambda: table.model.rowCount() == 12)
        assert not window.table.pill.isVisible()
        focus = QApplication.focusWidget()
        assert focus is not None
        assert editor.isAncestorOf(focus)
        assert editor.has_draft()
        assert "not saved" in window.status.saved.text()
        window.messages.act()
        await until(lambda: len(stage.desk.item(ids[0]).records) == 2)
        await until(lambda: table.model.rowCount() == 11)
        assert editor.has_draft()
        editor.saving.cancel()
        assert window.status.saved.text() == "All changes saved"

    play(qapp, tmp_path, story, accounts=("Work", "Rental"))


def test_the_card_stays_with_one_of_two_that_were_parted_whatever_the_list_holds(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        window, table = stage.window, stage.window.table
        ids = [table.model.id_at(0), table.model.id_at(2)]  # of one account each
        kept = (await stage.desk.link(ids)).id
        there = {status.account.name: status.account.id for status in stage.desk.accounts()}
        editor = window.panes.editor()

        async def part(account: str, left: int) -> None:
            place = Place(What.ACCOUNT, there[account])
            window.sidebar.go(place)
            await until(lambda: table.listing.query.account_id == place.account_id and kept in table.model.ids)
            table.view.select_id(kept)
            await until(lambda: editor.page.related.isVisible())
            _button(editor.page.related, "Unlink the record in Rental").click()
            await until(lambda: table.view.current_id() == left and table.view.selected_count() == 1)
            assert editor.shown is not None
            assert editor.shown.item_id == left
            window.messages.act()
            await until(lambda: len(stage.desk.item(kept).records) == 2)
            await until(lambda: kept in table.model.ids)

        await part("Rental", ids[1])
        await part("Work", kept)

    play(qapp, tmp_path, story, accounts=("Work", "Rental"))


def test_one_row_shows_the_badges_of_all_its_accounts(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        table = stage.window.table
        ids = [table.model.id_at(row) for row in range(12)]
        held = {stage.desk.item(id_).records[0].account_id: id_ for id_ in ids}
        assert len(held) == 5
        kept = (await stage.desk.link(list(held.values()))).id
        await until(lambda: table.model.rowCount() == 8)
        where = next(n for n, column in enumerate(table.model.columns) if column.key == WHERE)
        await until(lambda: badges_in(table.view.columnWidth(where) - 2 * GRID, 5) == 5)
        row = next(row for row in range(8) if table.model.id_at(row) == kept)
        shown = table.model.row_at(row)
        assert shown is not None
        assert len(shown.account_ids) == 5

    play(qapp, tmp_path, story, accounts=("Work", "Rental", "Club", "Fair", "Old"))


def test_an_unlink_offers_not_the_same_in_the_same_breath(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, table = stage.window, stage.window.table
        kept = (await stage.desk.link([table.model.id_at(0), table.model.id_at(2)])).id
        await until(lambda: table.model.rowCount() == 11)
        table.view.select_id(kept)
        editor = window.panes.editor()
        await until(lambda: editor.page.related.isVisible())
        _button(editor.page.related, "Unlink the record in Rental").click()
        await until(lambda: "Unlinked" in window.messages.accessibleName())
        _button(window.messages, "They are not the same").click()
        await until(lambda: stage.desk.matches.state().decided == 1)
        (decision,), _total = await stage.desk.matches.decided()
        assert decision.verdict is Verdict.NOT_SAME
        assert sorted(one.name for one in decision.records) == ["Rental", "Work"]
        await until(lambda: "not suggested again" in window.messages.accessibleName())
        window.messages.act()
        await until(lambda: stage.desk.matches.state().decided == 0)

    play(qapp, tmp_path, story, accounts=("Work", "Rental"))


def test_a_card_that_the_search_found_stays_open_where_neither_half_fits_it(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, table = stage.window, stage.window.table
        ids = [table.model.id_at(0), table.model.id_at(2)]
        kept = (await stage.desk.link(ids)).id
        emails = [texts(record.values["emails"])[0] for record in stage.desk.item(kept).records]
        window.search.setText(" ".join(emails))
        await until(lambda: list(table.model.ids) == [kept])
        table.view.select_id(kept)
        editor = window.panes.editor()
        await until(lambda: editor.page.related.isVisible())
        _button(editor.page.related, "Unlink the record in Rental").click()
        await until(lambda: table.model.rowCount() == 0)
        assert editor.shown is not None
        assert editor.shown.item_id == kept

    play(qapp, tmp_path, story, accounts=("Work", "Rental"))


def test_a_value_is_chosen_by_hand_and_then_automatically_again(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        ids = [stage.window.table.model.id_at(row) for row in (0, 2)]
        names = [str(stage.desk.item(id_).values["name"]) for id_ in ids]
        linked = await stage.desk.link(ids)
        assert linked.values["name"] == names[0]
        other = next(record for record in linked.records if record.values["name"] == names[1])
        assert (await stage.desk.pin(linked.id, "name", other.id)).values["name"] == names[1]
        assert (await stage.desk.unpin(linked.id, "name")).values["name"] == names[0]

    play(qapp, tmp_path, story, accounts=("Work", "Rental"))
