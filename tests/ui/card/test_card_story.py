"""The card by gesture, on a real desk and a real demo CRM: what is typed arrives, and is never lost or overwritten."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID, Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.settings import IMAGES, ON
from crmdesk.domain.values import Entry
from crmdesk.ui.card.editor import ContactEditor
from crmdesk.ui.card.field_editors.entries import EntriesEditor
from crmdesk.ui.card.sections import ChangeLine
from tests.patience import until
from tests.ui.card.editor_stage import CTRL, EditorStage, play


def test_what_is_typed_and_saved_is_in_the_crm_and_said_to_be_verified(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.editor.show_item(person.id)
        stage.type("job_title", " and Diver")
        wanted = f"{person.values.get('job_title', '')} and Diver".strip()
        assert stage.editor.has_draft()
        stage.press(Qt.Key.Key_S, CTRL)
        await until(lambda: stage.desk.item(person.id).values["job_title"].strip() == wanted)  # type: ignore[union-attr]  # text
        await until(lambda: str(stage.there(person)["job_title"]).strip() == wanted)
        await until(lambda: stage.said() == "Sent to Dex and verified")
        assert not stage.editor.has_draft()
        assert stage.desk.draft(person.id) is None

    play(qapp, tmp_path, story)


def test_the_card_says_before_saving_where_each_value_will_land(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.editor.show_item(person.id)
        stage.type("company", " Two")
        card = stage.editor.card
        assert card is not None
        await until(lambda: card.fields["company"].notes.said("landing"))
        assert card.fields["company"].notes.said("landing") == "Goes to Dex"
        assert "to Dex" in stage.said()

    play(qapp, tmp_path, story)


def test_an_account_that_is_only_read_keeps_the_edit_on_this_computer(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.editor.show_item(person.id)
        before = stage.there(person)["company"]
        stage.type("company", " Two")
        card = stage.editor.card
        assert card is not None
        await until(lambda: card.fields["company"].notes.said("kept_here"))
        stage.editor.save()
        await until(lambda: stage.said() == "Saved on this computer")
        local = [r for r in stage.desk.item(person.id).records if r.account_id == LOCAL_ACCOUNT_ID]
        assert str(local[0].values["company"]).endswith(" Two")
        assert stage.there(person)["company"] == before

    play(qapp, tmp_path, story, direction=Direction.PULL)


def test_a_pull_never_overwrites_a_field_that_is_being_changed(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.editor.show_item(person.id)
        stage.type("description", " mine")
        stage.dex.book.edit(str(person.records[0].remote_id), "description", "theirs")
        await stage.desk.sync()
        card = stage.editor.card
        assert card is not None
        notes = card.fields["description"].notes
        await until(lambda: notes.offered("newer"))
        text = stage.input("description")
        assert isinstance(text, QPlainTextEdit)
        assert text.toPlainText().endswith(" mine")
        offer = notes.offered("newer")
        assert offer is not None
        assert "theirs" in offer.text()
        QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
        assert text.toPlainText() == "theirs"
        assert not stage.editor.has_draft()
        text.setFocus()
        stage.press(Qt.Key.Key_Z, CTRL)
        assert text.toPlainText().endswith(" mine")

    play(qapp, tmp_path, story)


def test_undo_goes_back_field_by_field_across_the_card(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.editor.show_item(person.id)
        company, title = stage.input("company"), stage.input("job_title")
        assert isinstance(company, QLineEdit)
        assert isinstance(title, QLineEdit)
        old = company.text(), title.text()
        stage.type("company", "X")
        stage.type("job_title", "YZ")
        stage.press(Qt.Key.Key_Z, CTRL)
        assert (company.text(), title.text()) == (f"{old[0]}X", old[1])
        stage.press(Qt.Key.Key_Z, CTRL)
        assert (company.text(), title.text()) == old
        assert not stage.editor.has_draft()
        stage.press(Qt.Key.Key_Y, CTRL)
        assert company.text() == f"{old[0]}X"
        assert "Company" in stage.editor.undo_stack.undoText()

    play(qapp, tmp_path, story)


def test_what_is_discarded_can_be_brought_back(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.editor.show_item(person.id)
        stage.type("company", " Two")
        QTest.mouseClick(stage.editor.bar.discard, Qt.MouseButton.LeftButton)
        assert not stage.editor.has_draft()
        assert stage.said() == "Changes discarded."
        QTest.mouseClick(stage.editor.bar.undo, Qt.MouseButton.LeftButton)
        assert stage.editor.has_draft()
        company = stage.input("company")
        assert isinstance(company, QLineEdit)
        assert company.text().endswith(" Two")
        left: list[bool] = []
        stage.editor.left.connect(lambda: left.append(True))
        stage.press(Qt.Key.Key_Escape)
        assert left == [True]
        assert stage.editor.has_draft()

    play(qapp, tmp_path, story)


def test_what_is_not_saved_survives_the_window(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person, other = await stage.person(), await stage.person(1)
        stage.editor.show_item(person.id)
        stage.type("company", " Two")
        stage.editor.show_item(other.id)
        await until(lambda: stage.desk.draft(person.id))
        again = ContactEditor(stage.desk, stage.tasks)
        again.show_item(person.id)
        assert again.has_draft()
        company = again.page.card(Kind.CONTACT).fields["company"].editor.first_input()
        assert isinstance(company, QLineEdit)
        assert company.text().endswith(" Two")
        await stage.tasks.end()
        again.deleteLater()

    play(qapp, tmp_path, story)


def test_entries_are_added_marked_and_removed(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        item = await stage.desk.new(Kind.CONTACT, {"name": "Ada", "emails": (Entry("ada@inkwell.example", "work"),)})
        stage.editor.show_item(item.id)
        card = stage.editor.card
        assert card is not None
        emails = card.fields["emails"].editor
        assert isinstance(emails, EntriesEditor)
        emails.rows[0].line.setFocus()
        QTest.keyClick(emails.rows[0].line, Qt.Key.Key_Return)
        assert len(emails.rows) == 2
        QTest.keyClicks(emails.rows[1].line, "home@ada.example")
        QTest.keyClicks(emails.rows[1].label, "summer house")
        emails.rows[1].star.click()
        stage.editor.save()
        both = (Entry("ada@inkwell.example", "work"), Entry("home@ada.example", "summer house", True))
        await until(lambda: stage.desk.item(item.id).values["emails"] == both)
        emails.rows[0].remove.click()
        stage.editor.save()
        await until(lambda: stage.desk.item(item.id).values["emails"] == both[1:])
        await until(lambda: not stage.editor.has_draft())

    play(qapp, tmp_path, story, connected=False)


def test_a_birthday_is_kept_as_soon_as_its_last_digit_is_typed(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        item = await stage.desk.new(Kind.CONTACT, {"name": "Ada"})
        stage.editor.show_item(item.id)
        assert stage.editor.card is not None
        stage.editor.card.unfold("birthday")
        stage.type("birthday", "1984-05-12")
        stage.press(Qt.Key.Key_S, CTRL)
        await until(lambda: stage.desk.item(item.id).values.get("birthday") == "1984-05-12")

    play(qapp, tmp_path, story, connected=False)


def test_a_new_contact_is_created_in_the_chosen_account(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        made: list[int] = []
        stage.editor.created.connect(made.append)
        before = stage.dex.book.count
        stage.editor.new_item()
        assert QApplication.focusWidget() is stage.input("name")
        box = stage.editor.page.create_in.findChildren(QAbstractButton)[1]
        box.click()
        stage.type("name", "Ada Quill")
        stage.type("company", "Inkwell")
        stage.press(Qt.Key.Key_S, CTRL)
        await until(lambda: made)
        await until(lambda: stage.dex.book.count == before + 1)
        await until(lambda: stage.said() == "Sent to Dex and verified")
        assert stage.desk.item(made[0]).values["company"] == "Inkwell"
        assert stage.desk.setting("draft.new.contact") == ""

    play(qapp, tmp_path, story)


def test_a_value_of_the_history_is_restored(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        old = person.values["company"]
        await stage.desk.edit(person.id, {"company": "Elsewhere"})
        stage.editor.show_item(person.id)
        stage.editor.page.history.head.click()
        await until(lambda: stage.editor.page.history.findChildren(ChangeLine))
        line = stage.editor.page.history.findChildren(ChangeLine)[0]
        assert str(old) in line.restore.accessibleName()
        line.restore.click()
        await until(lambda: stage.desk.item(person.id).values["company"] == old)
        company = stage.input("company")
        assert isinstance(company, QLineEdit)
        await until(lambda: company.text() == old)

    play(qapp, tmp_path, story)


def test_a_card_in_the_trash_says_so_and_comes_back(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.editor.show_item(person.id)
        stage.editor.actions_.delete()
        await until(lambda: stage.said() == "Moved to the trash.")
        assert not stage.editor.page.banner.isHidden()
        stage.editor.page.banner.button.click()
        await until(lambda: stage.desk.item(person.id).trashed_at is None)
        await until(lambda: stage.editor.page.banner.isHidden())

    play(qapp, tmp_path, story)


def test_two_values_are_told_and_the_user_chooses_whose_is_shown(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        other = await stage.desk.new(Kind.CONTACT, {"name": person.values["name"], "company": "Another"})
        linked = await stage.desk.link([person.id, other.id])
        stage.editor.show_item(linked.id)
        card = stage.editor.card
        assert card is not None
        notes = card.fields["company"].notes
        await until(lambda: notes.offered("values"))
        chip = notes.offered("values")
        assert chip is not None
        assert chip.text() == "2 values"
        assert "This computer: Another" in chip.toolTip()
        chip.click()
        menu = next(menu for menu in stage.editor.findChildren(QMenu) if menu.isVisible())
        choice = next(action for action in menu.actions() if "Another" in action.text())
        assert not choice.isChecked()
        choice.trigger()
        menu.close()
        await until(lambda: stage.desk.item(linked.id).values["company"] == "Another")
        company = stage.input("company")
        assert isinstance(company, QLineEdit)
        await until(lambda: company.text() == "Another")

    play(qapp, tmp_path, story)


def test_pictures_are_asked_for_only_once_the_user_turned_them_on(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        ids = await stage.desk.ids(ItemQuery())
        person = next(item for id_ in ids if "image" in (item := stage.desk.item(id_)).values)
        stage.editor.show_item(person.id)
        card = stage.editor.card
        assert card is not None
        assert not card.header.avatar.has_image
        await stage.desk.change_setting(IMAGES, ON)
        stage.editor.show_image()
        await until(lambda: card.header.avatar.has_image)
        await stage.desk.undo()
        stage.editor.show_image()
        await until(lambda: not card.header.avatar.has_image)

    play(qapp, tmp_path, story)


def test_a_hostile_contact_stays_text(qapp: QApplication, tmp_path: Path) -> None:
    evil = '<img src="file:///etc/passwd"><b>&amp;bold</b>\u202egnp.exe'

    async def story(stage: EditorStage) -> None:
        keys = ("name", "company", "job_title", "description", "location", "website", "image", "education")
        values = {key: evil for key in keys}
        item = await stage.desk.new(Kind.CONTACT, {**values, "emails": (Entry(evil, evil),), "tags": (Entry(evil),)})
        stage.editor.show_item(item.id)
        stage.editor.page.history.head.click()
        stage.type("company", evil.encode("ascii", "ignore").decode())
        await until(lambda: "not saved" in stage.said())
        for label in stage.editor.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
        for widget in stage.editor.findChildren(QWidget):
            assert "<img" not in widget.toolTip()
            assert "<b>" not in widget.toolTip()

    play(qapp, tmp_path, story, connected=False)


def test_every_part_of_the_card_that_takes_the_focus_has_a_name(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.editor.show_item(person.id)
        stage.type("company", "!")
        stage.editor.page.history.head.click()
        stage.editor.page.unmapped.head.click()
        await until(lambda: "not saved" in stage.said())
        assert unnamed(stage.editor) == []

    play(qapp, tmp_path, story)


def unnamed(root: QWidget) -> list[str]:
    """The visible widgets that take the focus and have neither a name nor a text."""
    nameless = []
    for widget in root.findChildren(QWidget):
        focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible()
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if focusable and not widget.accessibleName() and not text:
            nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return nameless
