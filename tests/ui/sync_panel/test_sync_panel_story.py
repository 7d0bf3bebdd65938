"""The sync panel by gesture: every figure opens its list, and trouble is solved from where it is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from crmdesk.desk import AccountState
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Run, RunOutcome
from crmdesk.ui.attention.candidates import CandidatesDialog
from crmdesk.ui.attention.page import AttentionPage
from crmdesk.ui.connect.reconnect import ReconnectDialog
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.marked_text import MarkedText
from crmdesk.ui.sync_panel.account_row import AccountRow, FigureButton
from crmdesk.ui.sync_panel.history import open_history
from crmdesk.ui.sync_panel.receipt_row import ReceiptRow
from crmdesk.ui.sync_panel.words import receipt
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play
from tests.ui.card.test_card_story import unnamed


def row_of(stage: EditorStage) -> AccountRow:
    return stage.panel.account_rows[stage.account_id]


def figure(stage: EditorStage, what: str) -> FigureButton:
    return next(b for b in row_of(stage).findChildren(FigureButton) if b.figure.what == what and not b.isHidden())


def bulk(stage: EditorStage, text: str) -> QPushButton:
    """The button that acts on all that is chosen in the list that is shown."""
    page = stage.panel.tabs.currentWidget()
    assert page is not None
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == text and b.isVisible())


def named(page: QWidget, start: str) -> QPushButton:
    """The visible button of a row whose accessible name begins so."""
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName().startswith(start) and b.isVisible())


async def disagree(stage: EditorStage, people: int) -> None:
    """Change the job title of several people here and there."""
    await stage.desk.pause(stage.account_id)
    for number in range(people):
        person = await stage.person(number)
        await stage.desk.edit(person.id, {"job_title": "Captain"})
        stage.dex.book.edit(str(person.records[0].remote_id), "job_title", "Admiral")
    await stage.desk.resume(stage.account_id)
    await stage.desk.sync([stage.account_id])


def test_a_receipt_reads_like_one() -> None:
    run = Run(
        2, Kind.CONTACT, fetched=312, new=4, changed=9, same=299, sent=2, not_accepted=1, outcome=RunOutcome.PARTIAL
    )
    assert receipt(run) == "pulled 312: 4 new, 9 changed, 299 same; sent 2; 1 not accepted"
    assert receipt(Run(2, Kind.CONTACT, outcome=RunOutcome.FAILED)) == "nothing pulled"
    assert receipt(Run(2, Kind.CONTACT)) == "syncing…"


def test_a_quiet_account_says_so_and_each_sync_leaves_a_receipt(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        await until(lambda: stage.panel.account_rows and row_of(stage).state.whole() == "Up to date")
        contacts = stage.desk.accounts()[0].contacts
        assert figure(stage, "contacts").text() == f"{contacts} contacts"
        assert row_of(stage).button.text() == "Sync"
        stage.panel.show_list("runs", None)
        await until(lambda: stage.panel.activity.chosen() == [] and stage.panel.activity.area.isVisible())
        QTest.mouseClick(row_of(stage).button, Qt.MouseButton.LeftButton)
        await until(lambda: stage.panel.activity.rows.count() == 4)  # two receipts, "show more" and the stretch

    play(qapp, tmp_path, story)


def test_many_conflicts_are_decided_in_two_gestures(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        await disagree(stage, 3)
        await until(lambda: stage.panel.account_rows and row_of(stage).button.text() == "Resolve 3")
        QTest.mouseClick(row_of(stage).button, Qt.MouseButton.LeftButton)
        await until(lambda: stage.panel.conflicts.isVisible() and stage.panel.conflicts.area.isVisible())
        assert unnamed(stage.panel) == []
        everything = stage.panel.conflicts.everything
        assert everything is not None
        everything.click()
        assert len(stage.panel.conflicts.chosen()) == 3
        bulk(stage, "Take theirs").click()
        await until(lambda: stage.desk.accounts()[0].conflicts == 0)
        for number in range(3):
            assert (await stage.person(number)).values["job_title"] == "Admiral"
        await until(lambda: row_of(stage).state.whole() == "Up to date")

    play(qapp, tmp_path, story)


def test_one_conflict_is_decided_beside_its_values(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        await disagree(stage, 1)
        person = await stage.person(0)
        stage.panel.show_list("conflicts", None)
        await until(lambda: stage.panel.conflicts.area.isVisible())
        QTest.mouseClick(named(stage.panel.conflicts, "Keep mine: "), Qt.MouseButton.LeftButton)
        await until(lambda: stage.there(person)["job_title"] == "Captain")

    play(qapp, tmp_path, story)


def test_a_crm_is_called_by_its_name_and_never_by_its_host(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        stage.panel.show_list("problems", None)
        problems = stage.panel.problems
        await until(lambda: problems.face(stage.account_id).name == "Dex")
        assert problems.said(stage.account_id, "127.0.0.1 refused the change: no") == "Dex refused the change: no"
        assert problems.said(stage.account_id, "see https://127.0.0.1/x") == "see https://127.0.0.1/x"

    play(qapp, tmp_path, story)


def test_both_of_two_notes_can_be_kept(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person(0)
        await stage.desk.pause(stage.account_id)
        await stage.desk.edit(person.id, {"description": "Met in Lisbon."})
        stage.dex.book.edit(str(person.records[0].remote_id), "description", "Met in Porto.")
        await stage.desk.resume(stage.account_id)
        await stage.desk.sync([stage.account_id])
        stage.panel.show_list("conflicts", None)
        await until(lambda: stage.panel.conflicts.area.isVisible())
        marked = [(text.text, text.spans) for text in stage.panel.conflicts.findChildren(MarkedText)]
        assert marked == [("Met in Lisbon.", [(7, 13)]), ("Met in Porto.", [(7, 12)])]
        QTest.mouseClick(named(stage.panel.conflicts, "Keep both: "), Qt.MouseButton.LeftButton)
        both = "<p>Met in Lisbon.</p><p></p><p>Met in Porto.</p>"
        await until(lambda: stage.there(person)["description"] == both)
        assert stage.desk.accounts()[0].conflicts == 0

    play(qapp, tmp_path, story)


def test_what_waits_is_listed_and_can_be_withdrawn(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        await stage.desk.pause(stage.account_id)
        await stage.desk.edit(person.id, {"company": "Elsewhere"})
        await until(lambda: stage.panel.account_rows and "Paused" in row_of(stage).state.whole())
        await until(lambda: any(b.figure.what == "outbox" for b in row_of(stage).findChildren(FigureButton)))
        QTest.mouseClick(figure(stage, "outbox"), Qt.MouseButton.LeftButton)
        await until(lambda: stage.panel.outbox.area.isVisible())
        assert stage.panel.tabs.tabText(1) == "Waiting (1)"
        QTest.mouseClick(named(stage.panel.outbox, "Withdraw the change of "), Qt.MouseButton.LeftButton)
        await until(lambda: stage.desk.accounts()[0].pending == 0)
        assert stage.desk.item(person.id).values["company"] == person.values["company"]
        await until(lambda: not stage.panel.outbox.area.isVisible())
        assert "Nothing is waiting" in stage.panel.outbox.empty.whole()

    play(qapp, tmp_path, story)


def test_a_value_the_crm_ignored_is_a_problem_with_a_way_out(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.dex.weather.set("ignored", field="description")
        await stage.desk.edit(person.id, {"description": "kept here"})
        page = AttentionPage(stage.desk, stage.tasks)
        page.resize(800, 600)
        page.show()
        await until(lambda: stage.desk.accounts()[0].problems == 1)
        page.refresh()
        await until(lambda: page.problems.area.isVisible())
        shown: list[int] = []
        page.opened_item.connect(shown.append)
        QTest.mouseClick(named(page.problems, "Open "), Qt.MouseButton.LeftButton)
        assert shown == [person.id]
        stage.dex.weather.clear()
        QTest.mouseClick(named(page.problems, "Try again: "), Qt.MouseButton.LeftButton)
        await until(lambda: stage.there(person)["description"] == "kept here")
        await until(lambda: stage.desk.accounts()[0].state is AccountState.UP_TO_DATE)
        page.refresh()
        await until(lambda: not page.problems.area.isVisible())
        assert unnamed(page) == []
        await stage.tasks.end()
        page.hide()
        page.deleteLater()

    play(qapp, tmp_path, story)


def test_two_lists_of_the_same_things_are_both_read(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.dex.weather.set("ignored", field="description")
        await stage.desk.edit(person.id, {"description": "kept here"})
        await until(lambda: stage.desk.accounts()[0].problems == 1)
        page = AttentionPage(stage.desk, stage.tasks)
        page.show()
        assert not any(button.isVisible() for button in page.problems.findChildren(QPushButton))
        stage.panel.show_list("problems", None)
        await until(lambda: stage.panel.problems.area.isVisible())
        page.refresh()
        stage.panel.problems.refresh()
        await until(lambda: page.problems.area.isVisible())
        assert not bulk(stage, "Dismiss").isEnabled()
        await stage.tasks.end()
        page.hide()
        page.deleteLater()

    play(qapp, tmp_path, story)


def test_a_contact_that_looks_like_another_is_linked_by_choice(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        before = stage.dex.book.count
        values = {"name": "Quite Somebody Else", "emails": person.values["emails"]}
        made = await stage.desk.new(Kind.CONTACT, values, [stage.account_id])
        await until(lambda: stage.desk.accounts()[0].parked == 1)
        stage.panel.show_list("outbox", None)
        await until(lambda: stage.panel.outbox.area.isVisible())
        QTest.mouseClick(named(stage.panel.outbox, "Choose what "), Qt.MouseButton.LeftButton)
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, CandidatesDialog))
        await until(lambda: dialog.links)
        assert unnamed(dialog) == []
        QTest.mouseClick(dialog.links[str(person.records[0].remote_id)], Qt.MouseButton.LeftButton)
        await until(lambda: stage.desk.accounts()[0].parked == 0)
        assert stage.dex.book.count == before
        assert made.id

    play(qapp, tmp_path, story)


def test_a_refused_value_is_kept_on_this_computer_by_choice(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.dex.weather.set("ignored", field="description")
        await stage.desk.edit(person.id, {"description": "kept here"})
        await until(lambda: stage.desk.accounts()[0].problems == 1)
        stage.panel.show_list("problems", None)
        await until(lambda: stage.panel.problems.area.isVisible())
        QTest.mouseClick(named(stage.panel.problems, "Keep here only: "), Qt.MouseButton.LeftButton)
        await until(lambda: stage.desk.accounts()[0].state is AccountState.UP_TO_DATE)
        assert stage.desk.item(person.id).values["description"] == "kept here"

    play(qapp, tmp_path, story)


def test_a_refused_sign_in_is_mended_in_place_and_the_queue_goes_out(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.dex.weather.set("signed_out")
        await stage.desk.edit(person.id, {"company": "Elsewhere"})
        await until(lambda: stage.panel.account_rows and row_of(stage).button.text() == "Reconnect")
        QTest.mouseClick(row_of(stage).button, Qt.MouseButton.LeftButton)
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ReconnectDialog))
        assert "1 change is waiting and will be sent afterwards." in dialog.waiting.whole()
        line = next(iter(dialog.fields.lines.values()))
        QTest.keyClicks(line, "dex_wrong")
        QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
        await until(lambda: not dialog.trouble.isHidden())
        stage.dex.weather.clear()
        line.clear()
        QTest.keyClicks(line, f"  {stage.crms.account('dex').secret} ")
        assert unnamed(dialog) == []
        QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
        await until(lambda: stage.there(person)["company"] == "Elsewhere")

    play(qapp, tmp_path, story)


def test_each_figure_of_a_receipt_lists_what_it_counts_and_the_whole_row_opens(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: EditorStage) -> None:
        stage.panel.show_list("runs", None)
        activity = stage.panel.activity
        await until(activity.area.isVisible)

        def listed() -> int:
            return sum(b.accessibleName().startswith("Open ") for b in activity.findChildren(QPushButton))

        figure = named(activity, "List: 20 new")
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
        await until(lambda: listed() == 20)
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
        await until(
            lambda: not any(b.isVisible() for b in activity.findChildren(QPushButton) if "Open " in b.accessibleName())
        )
        (row,) = (one for one in activity.findChildren(ReceiptRow) if one.isVisible())
        QTest.mouseClick(row.more, Qt.MouseButton.LeftButton)
        person = await stage.person(3)
        await until(lambda: named(activity, f"Open {person.values['name']}") if listed() == 20 else None)

    play(qapp, tmp_path, story)


def test_what_was_sent_between_two_syncs_is_in_the_activity_and_in_the_history(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: EditorStage) -> None:
        for number in range(3):
            person = await stage.person(number)
            await stage.desk.edit(person.id, {"job_title": "Captain"})
        await until(lambda: stage.desk.accounts()[0].pending == 0)
        stage.panel.show_list("runs", None)
        await until(lambda: any(b.accessibleName() == "List: sent 3" for b in stage.panel.findChildren(QPushButton)))
        QTest.mouseClick(named(stage.panel.activity, "List: sent 3"), Qt.MouseButton.LeftButton)
        await until(
            lambda: sum("Sent: Change Job title" in b.text() for b in stage.panel.findChildren(QPushButton)) == 3
        )
        dialog = open_history(stage.panel, stage.desk, stage.tasks, stage.account_id)
        await until(lambda: dialog.model.rowCount() == 2)
        assert [dialog.model.cells(run)[7] for run in dialog.model.runs] == ["3", "0"]
        dialog.accept()

    play(qapp, tmp_path, story)


def test_problems_of_one_cause_are_one_row_with_its_people(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        people = [await stage.person(number) for number in range(12)]
        for person in people:
            stage.dex.book.edit(str(person.records[0].remote_id), "description", "as it was")
        await stage.desk.sync([stage.account_id])
        stage.dex.weather.set("ignored", field="description")
        for person in people:
            await stage.desk.edit(person.id, {"description": "kept here"})
        await until(lambda: stage.desk.accounts()[0].problems == 12)
        assert (await stage.desk.problems())[1] == 12
        await until(lambda: stage.panel.account_rows and figure(stage, "problems").text() == "1 problem")
        assert stage.desk.counts().attention == 1
        stage.panel.show_list("problems", None)
        problems = stage.panel.problems
        await until(problems.area.isVisible)
        assert stage.panel.tabs.tabText(stage.panel.tabs.indexOf(problems)) == "Problems (1)"
        links = [b for b in problems.findChildren(QPushButton) if b.accessibleName().startswith("Open ")]
        assert len(links) == 12
        assert any("12 contacts" in label.whole() for label in problems.findChildren(Label))
        QTest.mouseClick(named(problems, "Dismiss: "), Qt.MouseButton.LeftButton)
        await until(lambda: stage.desk.accounts()[0].problems == 0)

    play(qapp, tmp_path, story)
