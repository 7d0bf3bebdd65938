"""What is exported and read again is unchanged: a law for each format that says so."""

from __future__ import annotations

import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crmdesk.domain.fields import FIELDS, FieldType, Kind
from crmdesk.domain.values import Entry, Values, is_empty
from crmdesk.formats.writing.files import TableFormat, writer_of
from crmdesk.formats.writing.layout import Layout
from crmdesk.formats.writing.safe import RISKY
from tests.formats.reading import mapped, opened

HOSTILE = st.sampled_from([
    "=1+1", "+49 171 5", "-x", "@x", "'quoted", "''", "\tx", "\r", "a\r\nb", "00123", "4.9E+11", "#N/A", "a;b", "a\\;b",
    '"', 'a"b,c', "🙂", "[x]", '["x"]', '[{"value":"x"}]', "* star", "\\", "_x000D_",
    " padded ", "NULL", "/o=x", "\uff11\uff1d\uff12",
    "\uff1dx", "12345678901234567", "true",
])  # fmt: skip
TEXTS = (
    HOSTILE | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff"), max_size=12)
).filter(lambda text: bool(text.strip()))
ENTRIES = st.lists(st.builds(Entry, TEXTS, st.just("") | TEXTS, st.booleans()), min_size=1, max_size=4).map(tuple)
DATES = st.sampled_from(["1985-04-12", "--02-29", "2024-02-29", "0001-01-01"])
MOMENTS = st.just("2026-03-02T09:00:00+00:00")


def _values(type_: FieldType) -> st.SearchStrategy[object]:
    match type_:
        case FieldType.DATE:
            return DATES
        case FieldType.MOMENT:
            return MOMENTS
        case FieldType.FLAG:
            return st.just(True)
        case _:
            return ENTRIES if type_.is_list else TEXTS


def _items(kind: Kind) -> st.SearchStrategy[Values]:
    fields = {
        field.key: _values(field.type) for field in FIELDS[kind].values() if field.editable and field.key != "address"
    }
    custom = st.dictionaries(TEXTS.map(lambda text: f"custom.{text}"), TEXTS, max_size=2)
    known = st.fixed_dictionaries({}, optional=fields)
    return st.builds(lambda one, other: {**other, **one}, known, custom)


def exported(kind: Kind, items: list[Values], format: TableFormat, *, safe: bool = False) -> bytes:
    """The file of some items."""
    used: dict[str, int] = {}
    for values in items:
        for key, value in values.items():
            used[key] = max(used.get(key, 0), len(value) if isinstance(value, tuple) else 1)
    made = io.BytesIO()
    writer = writer_of(format, made, Layout(kind, used, safe=safe), safe=safe)
    for number, values in enumerate(items, 1):
        writer.add(number, values)
    writer.close()
    return made.getvalue()


def unchanged(kind: Kind, items: list[Values], format: TableFormat, *, safe: bool) -> None:
    """What comes back is what was there, all of it and nothing else."""
    mapping, _, rows = mapped(exported(kind, items, format, safe=safe), Kind.CONTACT)
    assert mapping.kind is kind or not items
    assert [row.problems for row in rows] == [()] * len(items)
    assert [row.own_id for row in rows] == [str(number) for number in range(1, len(items) + 1)]
    assert [dict(row.values) for row in rows] == [dict(values) for values in items]


@pytest.mark.parametrize("safe", [False, True])
@pytest.mark.parametrize("format", [TableFormat.CSV, TableFormat.TSV, TableFormat.JSON, TableFormat.JSONL])
def test_text_formats_come_back_unchanged(format: TableFormat, safe: bool) -> None:
    @settings(max_examples=25, deadline=None)
    @given(st.lists(_items(Kind.CONTACT).filter(bool), min_size=1, max_size=3))
    @example([{"name": "Ann", "emails": (Entry("a@x", "*", True), Entry("b@x", "* x"), Entry("c@x", "\\"))}])
    def law(items: list[Values]) -> None:
        unchanged(Kind.CONTACT, items, format, safe=safe)

    law()


@settings(max_examples=10, deadline=None)
@given(st.lists(_items(Kind.CONTACT).filter(bool), min_size=1, max_size=3))
def test_workbooks_come_back_unchanged(items: list[Values]) -> None:
    unchanged(Kind.CONTACT, items, TableFormat.XLSX, safe=False)


@pytest.mark.parametrize("kind", [Kind.PROPERTY, Kind.DEAL, Kind.EVENT])
def test_every_kind_comes_back_unchanged(kind: Kind) -> None:
    @settings(max_examples=8, deadline=None)
    @given(st.lists(_items(kind).filter(bool), min_size=1, max_size=3))
    def law(items: list[Values]) -> None:
        for format in (TableFormat.CSV, TableFormat.JSONL):
            unchanged(kind, items, format, safe=True)

    law()


def test_no_cell_of_a_safe_file_begins_with_what_a_spreadsheet_calculates() -> None:
    items: list[Values] = [{"name": f"{sign}1+1", "tags": (Entry("=x"),), "custom.=x": "=1"} for sign in sorted(RISKY)]
    _, listed = opened(exported(Kind.CONTACT, items, TableFormat.CSV, safe=True))
    cells = [text for row in listed for pair in row.cells for text in pair if text]
    assert not [text for text in cells if text[0] in RISKY - {"'"}]
    assert sum(text.startswith("'") for text in cells) >= len(items)


def test_a_cell_that_a_sheet_cannot_hold_is_cut_and_counted() -> None:
    made = io.BytesIO()
    writer = writer_of(TableFormat.XLSX, made, Layout(Kind.CONTACT, {"name": 1}))
    writer.add(1, {"name": "x" * 40_000})
    writer.close()
    assert writer.shortened == 1
    assert len(opened(made.getvalue())[1][0].cells[1][1]) == 32_767


def test_fields_can_be_chosen_and_the_address_then_is_the_whole_block() -> None:
    layout = Layout(Kind.CONTACT, {}, ["address", "name", "emails"])
    assert layout.header == ["CRM Desk contact ID", "Address", "Name", "Email 1", "Email 1 label"]
    values: Values = {"name": "Ann", "city": "Ort", "address": "Ort", "starred": True}
    assert layout.cells(7, values) == ["7", "Ort", "Ann", "", ""]
    assert "address" not in dict(zip(Layout(Kind.CONTACT, {"city": 1}).header, layout.cells(7, values), strict=False))
    assert is_empty(values.get("tags"))
