"""Workbooks: texts and numbers as they stand, dates by their styles, and what tries to fill the memory."""

from __future__ import annotations

import io
import zipfile

import pytest

from crmdesk.errors import FileDamaged, FileProtected, FileTooLarge, NotRecognised, UserInputError
from crmdesk.formats.tables.opening import HIDDEN
from tests.formats.reading import cells, opened
from tests.formats.sheets import row, sheet, workbook

HEAD = row(1, "Name", "Phone", "Born", "Note")
STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs>'
)


def test_texts_numbers_and_dates_are_read_as_they_stand() -> None:
    texts = "<si><t>Ann</t></si><si><r><t>=SUM</t></r><r><t>(A1)_x000D_</t></r><rPh><t>no</t></rPh></si>"
    line = row(
        2, '<c t="s"><v>0</v></c>', "<c><v>491631234567</v></c>", '<c s="1"><v>31149</v></c>', '<c t="s"><v>1</v></c>'
    )
    made = workbook({"People": sheet(HEAD + line)}, texts=texts, styles=STYLES)
    assert cells(made) == [["Ann", "491631234567", "1985-04-12", "=SUM(A1)\r"]]


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    line = row(2, "Ann", "1", '<c s="2"><v>29687.5</v></c>', "x")
    assert cells(workbook({"A": sheet(HEAD + line)}, styles=STYLES, old=True))[0][2] == "1985-04-12T12:00:00"


def test_error_cells_are_texts_that_say_so() -> None:
    line = row(2, "Ann", '<c t="e"><v>#N/A</v></c>', '<c t="b"><v>1</v></c>')
    assert cells(workbook({"A": sheet(HEAD + line)})) == [["Ann", "#N/A", "TRUE"]]


def test_cells_stand_in_their_columns_though_some_are_missing() -> None:
    line = '<row r="2"><c r="A2" t="str"><v>Ann</v></c><c r="D2" t="str"><v>x</v></c></row>'
    _, listed = opened(workbook({"A": sheet(HEAD + line)}))
    assert listed[0].cells == (("Name", "Ann"), ("Note", "x"))


def test_the_cover_sheet_and_titles_are_passed_over_and_another_sheet_can_be_chosen() -> None:
    cover = sheet(row(1, "Contacts of our company") + row(3, "made in 2024"))
    titled = sheet(row(1, "All people") + row(3, "Name", "Email", "City") + row(4, "Ann", "a@x.example", "Paris"))
    made = workbook({"Cover": cover, "People": titled, "Old": sheet(row(1, "Name") + row(2, "Zed"))}, hide="Old")
    found, listed = opened(made)
    assert found.sheet is not None
    assert (found.sheet.name, found.header_line) == ("People", 3)
    assert [one.name for one in found.sheets if one.hidden] == ["Old"]
    assert listed[0].line == 4
    assert cells(made, sheet="Old") == [["Zed"]]
    with pytest.raises(UserInputError, match="None"):
        opened(made, sheet="None")


def test_hidden_rows_are_offered_apart() -> None:
    made = workbook({"A": sheet(HEAD + row(2, "Ann") + row(3, "Bob", hidden=True) + row(4, "Cy"))})
    found, listed = opened(made)
    assert found.notes
    assert [row.problem for row in listed] == [None, HIDDEN, None]
    assert [row.problem for row in opened(made, hidden=True)[1]] == [None, None, None]


def test_empty_rows_at_the_end_are_no_rows() -> None:
    empty = "".join(f'<row r="{n}"><c s="0"/></row>' for n in range(3, 20_000))
    assert len(cells(workbook({"A": sheet(HEAD + row(2, "Ann") + empty)}))) == 1


def test_many_sheets_are_no_trouble() -> None:
    assert cells(workbook({f"S{n}": sheet(HEAD + row(2, f"Ann {n}")) for n in range(40)})) == [["Ann 0"]]


def test_a_document_type_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    with pytest.raises(FileDamaged, match="document type"):
        opened(workbook({"A": sheet(row(1, "&b;"), head=bomb)}))


def test_what_unpacks_to_far_more_than_it_is_is_refused_unread() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/workbook.xml", "w") as part:
        for _ in range(260):
            part.write(bytes(1024 * 1024))
    with pytest.raises(FileTooLarge):
        opened(made.getvalue())


def test_other_archives_and_broken_ones_are_named() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(NotRecognised):
        opened(made.getvalue())
    whole = workbook({"A": sheet(HEAD)})
    with pytest.raises(FileDamaged):
        opened(whole[: len(whole) // 2])
    with pytest.raises(FileDamaged):
        opened(workbook({"A": sheet(HEAD)[:-20]}))
    locked = bytearray(whole)
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FileProtected):
        opened(bytes(locked))
