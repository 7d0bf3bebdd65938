"""Values far longer than anybody types: the card opens with their beginning, and nothing of the rest is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.domain.notation.references import Related
from crmdesk.domain.values import Entry, Value
from crmdesk.ui.card.field_editors import make_editor
from crmdesk.ui.card.field_editors.entries import ROWS, EntriesEditor
from crmdesk.ui.card.field_editors.line import PART, PART_LINES, LineEditor, NoteEditor
from crmdesk.ui.card.field_editors.quiet_inputs import LONGEST_LINE
from crmdesk.ui.card.field_editors.tags import CHIPS, TagChip, TagsEditor
from crmdesk.ui.card.related_items import CHIPS as RELATED
from crmdesk.ui.card.related_items import Bond, RelatedSection
from crmdesk.ui.wording.phrases import one_line, value_text
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play

WORD = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def made(key: str, kind: Kind = Kind.CONTACT) -> QWidget:
    """The editor of a field."""
    return make_editor(FIELDS[kind][key], key, None)


def many(count: int) -> tuple[Entry, ...]:
    return tuple(Entry(f"a{number}@b.example", primary=number == 0) for number in range(count))


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "word " * 1_000_000, "line\n" * 200_000], ids=["one word", "blanks", "lines"]
)
def test_of_a_long_note_the_beginning_is_laid_out_and_the_rest_kept(qapp: QApplication, text: str) -> None:
    note = made("description")
    assert isinstance(note, NoteEditor)
    edits: list[None] = []
    note.edited.connect(lambda: edits.append(None))
    note.show_value(text)
    assert note.text.document().characterCount() <= PART + 1
    assert note.text.document().blockCount() <= PART_LINES
    assert (note.value(), note.text.isReadOnly(), note.more.isHidden()) == (text, True, False)
    while not note.more.isHidden():
        note.more.click()
        assert note.value() == text
        if len(note.text.toPlainText()) > 100_000:
            break
    note.show_value("short")
    assert (note.value(), note.text.isReadOnly(), note.more.isHidden(), edits) == ("short", False, True, [])


def test_a_note_that_is_shown_whole_is_edited_as_any_other(qapp: QApplication) -> None:
    note = made("description")
    assert isinstance(note, NoteEditor)
    note.show_value("word " * 10_000)
    note.more.click()
    assert not note.text.isReadOnly()
    QTest.keyClicks(note.text, "more ")
    assert note.value() == "more " + "word " * 10_000


def test_a_text_without_blanks_is_never_searched_for_places_to_break(qapp: QApplication) -> None:
    note = made("description")
    assert isinstance(note, NoteEditor)
    note.show_value("usual words")
    assert note.text.wordWrapMode() is WORD
    pasted = QMimeData()
    pasted.setText("x" * 20_000)
    note.text.insertFromMimeData(pasted)
    assert note.text.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    note.show_value("x" * 50_000)
    assert note.text.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere


@pytest.mark.parametrize("key", ["name", "company", "website", "linkedin"])
def test_a_line_that_no_line_can_hold_is_shown_in_part_and_kept_whole(qapp: QApplication, key: str) -> None:
    line = made(key)
    assert isinstance(line, LineEditor)
    line.show_value("y" * 1_000_000)
    assert len(line.line.text()) <= LONGEST_LINE + 1
    assert line.value() == "y" * 1_000_000
    assert line.line.isReadOnly()
    line.show_value("Ada")
    assert (line.value(), line.line.isReadOnly()) == ("Ada", False)


def test_of_a_long_list_some_rows_are_made_and_the_other_entries_stay(qapp: QApplication) -> None:
    editor = made("emails")
    assert isinstance(editor, EntriesEditor)
    editor.show_value(many(2_000))
    assert (len(editor.rows), editor.value(), editor.more.isHidden()) == (ROWS, many(2_000), False)
    editor.rows[0].line.setText("new@b.example")
    editor.rows[1].remove.click()
    expected: Value = (replace(many(1)[0], value="new@b.example"), *many(2_000)[2:])
    assert editor.value() == expected
    editor.rows[3].star.click()
    held = editor.value()
    assert isinstance(held, tuple)
    assert [number for number, entry in enumerate(held) if entry.primary] == [3]
    editor.more.click()
    assert len(editor.rows) == 2 * ROWS - 1
    assert editor.value() == held
    editor.show_value(many(2))
    assert (len(editor.rows), editor.value(), editor.more.isHidden()) == (2, many(2), True)


def test_a_very_long_entry_is_kept_whole(qapp: QApplication) -> None:
    editor = made("emails")
    assert isinstance(editor, EntriesEditor)
    wanted = (Entry("a" * 100_000, "b" * 50_000),)
    editor.show_value(wanted)
    assert editor.value() == wanted


def test_of_many_tags_some_are_made_and_none_that_is_not_seen_is_taken_back(qapp: QApplication) -> None:
    tags = made("tags")
    assert isinstance(tags, TagsEditor)
    wanted = tuple(Entry(f"tag {number}") for number in range(500))
    tags.show_value(wanted)
    assert len([chip for chip in tags.findChildren(TagChip) if not chip.isHidden()]) == CHIPS
    QTest.keyClick(tags.line, Qt.Key.Key_Backspace)
    assert tags.value() == wanted
    tags.show_value(wanted[:CHIPS])
    QTest.keyClick(tags.line, Qt.Key.Key_Backspace)
    assert tags.value() == wanted[: CHIPS - 1]


def test_of_many_related_items_some_are_made(qapp: QApplication) -> None:
    section = RelatedSection()
    related = tuple(Related("vendors", Kind.CONTACT, number, f"Person {number}", True) for number in range(900))
    section.show_bond(Bond(Kind.PROPERTY, related))
    assert len(section.findChildren(QWidget)) < RELATED * 12


def test_saving_another_field_leaves_a_long_one_as_it_is(qapp: QApplication, tmp_path: Path) -> None:
    """A line edit cuts what is longer than 32,767 characters: no such cut may ever be saved."""
    long: dict[str, Value | None] = {"company": "c" * 60_000, "description": "d" * 60_000, "emails": many(30)}

    async def story(stage: EditorStage) -> None:
        item = await stage.desk.new(Kind.CONTACT, {"name": "Ada", **long})
        stage.editor.show_item(item.id)
        assert not stage.editor.has_draft()
        stage.type("job_title", "Editor")
        stage.editor.save()
        await until(lambda: stage.desk.item(item.id).values.get("job_title") == "Editor")
        await until(lambda: not stage.editor.has_draft())
        after = stage.desk.item(item.id).values
        assert {key: after[key] for key in long} == long

    play(qapp, tmp_path, story, connected=False)


def test_a_long_list_is_told_in_a_line_by_its_beginning(qapp: QApplication) -> None:
    whole = ", ".join(entry.value for entry in many(2_000))
    assert value_text(Kind.CONTACT, "emails", tuple(replace(one, label="") for one in many(2_000)), 60) == one_line(
        whole, 60
    )
    short = tuple(Entry("x") for _ in range(61))
    assert value_text(Kind.CONTACT, "tags", short, 60).endswith("…")
    assert value_text(Kind.CONTACT, "tags", short[:3], 60) == "x, x, x"
