"""The parts of the window that decide something: matches, rows, sorting, announcements, tasks."""

from __future__ import annotations

import asyncio
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import RecordState, Row
from crmdesk.domain.reports import Run
from crmdesk.domain.signals import AccountChanged, AttentionChanged, ItemsChanged, OutboxChanged, RunProgress
from crmdesk.domain.values import Entry
from crmdesk.errors import NotFound
from crmdesk.ui.background.signal_bridge import merged
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.table.column_widths import Wish, spread
from crmdesk.ui.table.columns import cell, columns, spoken, whole
from crmdesk.ui.table.delegate import badges_in
from crmdesk.ui.table.header import next_sorting
from crmdesk.ui.table.id_selection import Found, Standing, find, ranges, row_of, rows_of
from crmdesk.ui.table.search_marks import marked, needles


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Zoë Müller", "mul", ["Mül"]),
        ("Zoë Müller", "zoe MULLER", ["Zoë", "Müller"]),
        ("Inkwell", "kwell", []),
        ("Straße 5", "strasse", ["Straße"]),
        ("Ada Quill", '"ada qu"', ["Ada Qu"]),
        ("Ada Quill", "ada -quill", ["Ada"]),
        ("Ada Quill", "name:quill OR bob", ["Quill"]),
        ("Ada Quill", "", []),
        ("Ada Quill", '"', []),
    ],
)
def test_what_was_found_is_marked(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in marked(text, query)] == found


@pytest.mark.parametrize(
    ("phone", "query", "found"),
    [
        ("+49 30 555-0101", "4930555", "49 30 555"),
        ("+49 30 555-0101", "0049 30", "49 30"),
        ("(030) 555 0101", "030 555", "030) 555"),
        ("+49 30 555-0101", "99", None),
    ],
)
def test_a_phone_is_marked_whatever_stands_between_its_digits(phone: str, query: str, found: str | None) -> None:
    assert [phone[start:end] for start, end in marked(phone, query, True)] == ([found] if found else [])


@given(st.text(max_size=60), st.text(max_size=20), st.booleans())
def test_marks_lie_inside_the_text_and_apart(text: str, query: str, phone: bool) -> None:
    end = -1
    for start, stop in marked(text, query, phone):
        assert end < start < stop <= len(text)
        end = stop
    assert all(needle for needle in needles(query))


@given(st.lists(st.integers(1, 2**62), unique=True, max_size=200), st.data())
def test_rows_are_found_again_by_id(ids: list[int], data: st.DataObject) -> None:
    held = array("q", ids)
    wanted = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    assert rows_of(held, wanted) == sorted(ids.index(id_) for id_ in wanted)
    assert [row_of(held, id_) for id_ in wanted] == [ids.index(id_) for id_ in wanted]
    assert row_of(held, 2**62 + 1) is None
    assert [row for first, last in ranges(rows_of(held, wanted)) for row in range(first, last + 1)] == rows_of(
        held, wanted
    )


def test_a_standing_is_found_in_another_order() -> None:
    standing = Standing(selected=(7, 9), current=9, top=8)
    assert find(array("q", [9, 8, 7]), standing) == Found([0, 2], 0, 1)
    assert find(array("q", [1]), standing) == Found([], None, None)


def test_a_row_is_found_far_down_a_long_list() -> None:
    ids = array("q", range(1, 50_002))
    assert row_of(ids, 50_001) == 50_000
    assert row_of(ids, 20_001) == 20_000


@pytest.mark.parametrize(
    ("before", "key", "second", "after"),
    [
        (("name",), "company", False, ("company",)),
        (("company",), "company", False, ("-company",)),
        (("-company",), "company", False, ()),
        (("name",), "company", True, ("name", "company")),
        (("name", "company"), "company", True, ("name", "-company")),
        (("name", "-company"), "company", True, ("name",)),
        (("name", "company"), "birthday", True, ("name", "birthday")),
        ((), "name", True, ("name",)),
    ],
)
def test_clicks_on_the_header_sort(before: tuple[str, ...], key: str, second: bool, after: tuple[str, ...]) -> None:
    assert next_sorting(before, key, second=second) == after


def test_cells_say_what_there_is() -> None:
    emails = (Entry("a@x.example"), Entry("b@x.example", "work", True))
    row = Row(1, {"company": "Ink\nwell\u202e", "emails": emails, "birthday": "--02-29"}, (1, 2), RecordState.WAITING)
    contact = Kind.CONTACT
    assert cell(contact, "name", row).startswith("Ink well")
    assert "\u202e" not in cell(contact, "company", row)
    assert cell(contact, "emails", row) == "b@x.example  +1"
    assert whole(contact, "emails", row, {}) == "a@x.example, b@x.example"
    assert "29" in cell(contact, "birthday", row)
    assert whole(contact, "where", row, {1: "This computer", 2: "Work"}) == "This computer, Work"
    name = next(column for column in columns(contact) if column.key == "name")
    assert spoken(contact, name, row, {}).endswith("Waiting to be sent")


NAME, TEXT = Wish(180, 130, yields=False), Wish(120, 80)
MOMENT, WHERE_THEY_ARE = Wish(150, 150, stretches=False), Wish(80, 80, stretches=False, yields=False)


@pytest.mark.parametrize(
    ("wishes", "room", "widths"),
    [
        ([NAME, TEXT, WHERE_THEY_ARE], 380, [180, 120, 80]),
        ([NAME, TEXT, WHERE_THEY_ARE], 680, [360, 240, 80]),
        ([NAME, TEXT, WHERE_THEY_ARE], 335, [155, 100, 80]),
        ([NAME, TEXT, TEXT, WHERE_THEY_ARE], 300, [138, 82, 0, 80]),
        ([NAME, TEXT, TEXT._replace(empty=True), MOMENT, WHERE_THEY_ARE], 460, [140, 90, 0, 150, 80]),
        ([NAME, TEXT, WHERE_THEY_ARE], 100, [130, 0, 80]),
    ],
    ids=["as wished", "wide", "narrow", "one goes", "the empty one goes first", "name and where stay"],
)
def test_columns_share_the_room(wishes: list[Wish], room: int, widths: list[int]) -> None:
    assert spread(wishes, room) == pytest.approx(widths, abs=6)


@pytest.mark.parametrize(("width", "held", "painted"), [(62, 1, 1), (62, 3, 3), (62, 5, 2), (20, 1, 1), (20, 4, 1)])
def test_badges_leave_room_to_say_how_many_more_there_are(width: int, held: int, painted: int) -> None:
    assert badges_in(width, held) == painted


def test_announcements_are_merged() -> None:
    run = Run(3, Kind.CONTACT, fetched=2)
    found = merged(
        [
            ItemsChanged(Kind.CONTACT, frozenset({1})),
            ItemsChanged(Kind.CONTACT, frozenset({2}), membership=True),
            ItemsChanged(Kind.DEAL, frozenset()),
            OutboxChanged(4, frozenset({9})),
            AccountChanged(5),
            RunProgress(Run(3, Kind.CONTACT), None),
            RunProgress(Run(6, Kind.CONTACT, fetched=1), None),
            RunProgress(run, 10),
            AttentionChanged(),
        ]
    )
    assert found.items == {1, 2, 9}
    assert found.many == {Kind.DEAL}
    assert found.membership == {Kind.CONTACT, Kind.DEAL}
    assert found.accounts == {3, 4, 5}
    assert found.runs[3, Kind.CONTACT].run is run
    assert found.outbox
    assert found.attention


@pytest.mark.allowed_logs("a task failed: Break")
async def test_failures_are_told_and_the_latest_answer_counts(qapp: QApplication) -> None:
    tasks, told = Tasks(), []
    tasks.failed.connect(lambda what, error: told.append((what, type(error))))

    async def fail(error: Exception) -> None:
        raise error

    tasks.start(fail(NotFound("no")), what="Find")
    tasks.start(fail(ZeroDivisionError()), what="Break")
    older = tasks.replace("list", asyncio.Event().wait(), what="List")
    newer = tasks.replace("list", asyncio.sleep(0, "new"), what="List")
    assert await newer == "new"
    await asyncio.gather(older, return_exceptions=True)
    assert older.cancelled()
    assert told == [("Find", NotFound), ("Break", ZeroDivisionError)]


async def test_the_end_lets_the_nearly_done_finish_and_cancels_the_rest(qapp: QApplication) -> None:
    tasks = Tasks()
    quick = tasks.start(asyncio.sleep(0, "kept"), what="Keep the draft")
    slow = tasks.start(asyncio.Event().wait(), what="Wait for ever")
    assert await tasks.end(2.0)
    assert quick.result() == "kept"
    assert slow.cancelled()
