"""How the card shows what it has: nothing is cut where there is room, and nothing stays from the card before."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.domain.records import Record, RecordState
from crmdesk.domain.values import Entry, Values
from crmdesk.ui.card.field_editors.entries import EntriesEditor
from crmdesk.ui.card.field_editors.tags import TagChip, TagsEditor
from crmdesk.ui.card.field_editors.wrapping_line import WrappingLine
from crmdesk.ui.card.field_row.origin_badges import Face, Origin
from crmdesk.ui.card.field_row.remarks import FieldNotes, Remark, Tone
from crmdesk.ui.card.field_row.row import FieldRow
from crmdesk.ui.card.state.provenance import Facts
from crmdesk.ui.look.theme import SchemeChoice
from crmdesk.ui.look.tokens import DARK, LIGHT
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play

FACES = tuple(Face(id_, "dex", "Dex", f"Dex {id_}") for id_ in range(2, 7))


def _below(widget: QWidget, other: QWidget) -> bool:
    return widget.mapToGlobal(QPoint(0, 0)).y() >= other.mapToGlobal(QPoint(0, other.height())).y()


def _is_painted(widget: QWidget, colour: QColor) -> bool:
    image = widget.grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(*point) == colour for point in points)


def test_a_long_name_takes_a_second_line(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        short = await stage.desk.new(Kind.CONTACT, {"name": "Ada Quill"})
        long = await stage.desk.new(Kind.CONTACT, {"name": "Wilhelmina Featherstonehaugh"})
        stage.editor.resize(400, 700)
        stage.editor.show_item(short.id)
        line = stage.input("name")
        assert isinstance(line, WrappingLine)
        await until(lambda: 0 < line.height() < 2 * line.fontMetrics().lineSpacing())
        stage.editor.show_item(long.id)
        await until(lambda: line.height() >= 2 * line.fontMetrics().lineSpacing())
        assert line.grab().width() == line.width()
        stage.editor.resize(1200, 700)
        await until(lambda: line.height() < 2 * line.fontMetrics().lineSpacing())

    play(qapp, tmp_path, story, connected=False)


def test_a_long_offer_does_not_make_the_card_wider_than_its_pane(qapp: QApplication) -> None:
    notes = FieldNotes()
    says = "Also to the rental desk, the sales desk and the archive"
    notes.offer("also", says)
    notes.settle()
    offer = notes.offered("also")
    assert offer is not None
    notes.resize(200, 60)
    notes.show()
    assert notes.minimumSizeHint().width() < 200
    assert offer.shown_text().endswith("…")
    assert says in offer.toolTip()
    notes.resize(900, 60)
    assert offer.shown_text() == says
    notes.hide()


def test_a_label_keeps_room_for_its_line_beside_a_value_of_two(qapp: QApplication) -> None:
    row = FieldRow(FIELDS[Kind.CONTACT]["linkedin"], "LinkedIn")
    row.label.resize(60, 1)
    assert row.label.contentsRect().height() >= row.label.fontMetrics().height()


def test_a_warning_keeps_its_contrast_when_the_scheme_changes(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        remark = Remark("warning", Tone.AMBER, stage.editor)
        remark.say("Look at this")
        for scheme, shown in ((SchemeChoice.DARK, DARK), (SchemeChoice.LIGHT, LIGHT)):
            stage.theme.choose(scheme)
            await until(partial(_is_painted, remark.label, shown.amber))

    play(qapp, tmp_path, story, connected=False)


def _left(widget: QWidget, ground: QWidget) -> int:
    return widget.mapTo(ground, QPoint(0, 0)).x()


def test_what_stands_beside_values_is_in_one_column_and_moves_nothing(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        address = "begona.quiroga12@briefkasten.example"
        emails_of_hers = (Entry(address, "home"), Entry("a@b.example"))
        more: Values = {"location": "Rome", "website": "https://ada.example", "description": "Hello"}
        item = await stage.desk.new(Kind.CONTACT, {"name": "Ada", "emails": emails_of_hers, **more})
        stage.editor.resize(420, 700)
        stage.editor.show_item(item.id)
        card = stage.editor.card
        assert card is not None
        emails = card.fields["emails"].editor
        assert isinstance(emails, EntriesEditor)
        row = emails.rows[0]

        def with_badges() -> bool:  # shown again as long as the card is still being read
            row.show_entry(Entry(address, "home"), Origin(FACES))
            return row.badges.isVisible() and row.badges.width() > 20

        await until(with_badges)
        lanes = [card.fields[key].editor.lane() for key in ("description", "emails", "location", "website")]
        lanes.append(emails.rows[1].box.lane)
        assert len({(_left(lane, card), lane.width()) for lane in lanes}) == 1
        before = [(lane.geometry(), row.line.geometry(), card.height()) for lane in lanes]
        for box in (row.box, emails.rows[1].box):
            QApplication.sendEvent(box, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
        await until(lambda: row.open.isVisible() and not row.badges.isVisible())
        stage.type("location", "Milan")
        await until(lambda: card.fields["location"].notes.said("kept_here"))
        assert [(lane.geometry(), row.line.geometry(), card.height()) for lane in lanes] == before

    play(qapp, tmp_path, story, connected=False)


def _is_whole(line: WrappingLine, text: str) -> bool:
    metrics = line.fontMetrics()
    return line.height() >= metrics.lineSpacing() * (metrics.horizontalAdvance(text) / line.room().width())


def test_a_long_address_is_whole_at_any_width(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        address = "hubert.wolfeschlegelsteinhausenbergerdorff@briefkasten-zentrale.example"
        item = await stage.desk.new(Kind.CONTACT, {"name": "Ada", "emails": (Entry(address, "home"),)})
        stage.editor.show_item(item.id)
        assert stage.editor.card is not None
        emails = stage.editor.card.fields["emails"].editor
        assert isinstance(emails, EntriesEditor)
        line = emails.rows[0].line
        tall = []
        for width in (340, 420, 1000):
            stage.editor.resize(width, 700)
            await until(partial(_is_whole, line, address))
            tall.append(line.height())
        assert tall[0] >= tall[1] > tall[2]

    play(qapp, tmp_path, story, connected=False)


def test_a_tag_that_cannot_be_removed_is_as_tall_as_the_others(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        item = await stage.desk.new(Kind.CONTACT, {"name": "Ada", "tags": (Entry("Client"), Entry("friend"))})
        stage.editor.show_item(item.id)
        assert stage.editor.card is not None
        tags = stage.editor.card.fields["tags"].editor
        assert isinstance(tags, TagsEditor)
        tags.show_origins({Entry("Client"): Origin(FACES[:1], "It cannot be changed there.")})
        tags.show_value(item.values["tags"])
        chips = partial(tags.findChildren, TagChip)
        await until(lambda: all(chip.width() > 20 for chip in chips() if chip.isVisible()))
        fixed, free = [chip for chip in chips() if chip.isVisible()]
        assert (fixed.height(), fixed.y()) == (free.height(), free.y())
        assert abs(tags.line.geometry().center().y() - free.geometry().center().y()) <= 1

    play(qapp, tmp_path, story, connected=False)


def test_a_new_card_has_no_badges_of_the_one_before(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person()
        stage.editor.show_item(person.id)
        assert stage.editor.card is not None
        field = stage.editor.card.fields["description"]
        field.show_origin(FACES[:1], "Dex 2: Hello")
        assert field.badges.accessibleName() == "Dex 2"
        stage.editor.new_item()
        assert field.badges.accessibleName() == ""

    play(qapp, tmp_path, story)


def test_times_that_look_the_same_are_no_different_values(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        item = await stage.desk.new(Kind.CONTACT, {"name": "Ada"})
        seen = ("2025-09-05T12:42:10+00:00", "2025-09-05T12:42:48+00:00", "2025-09-06T08:00:00+00:00")

        def of(*moments: str) -> Facts:
            held: list[Values] = [{"last_seen": moment} for moment in moments]
            records = tuple(Record(n, n + 1, Kind.CONTACT, item.id, f"r{n}", v) for n, v in enumerate(held, 1))
            states = {record.id: RecordState.SYNCED for record in records}
            return Facts(replace(item, records=records, values=held[0], states=states), {})

        assert of(*seen[:2]).contenders("last_seen") == []
        assert [value for _record, value in of(*seen).contenders("last_seen")] == [seen[0], seen[2]]

    play(qapp, tmp_path, story, connected=False)
