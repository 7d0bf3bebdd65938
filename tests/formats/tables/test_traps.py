"""What tables look like in the wild, a trap each: encodings, delimiters, headers, broken rows."""

from __future__ import annotations

import codecs
import io
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crmdesk.errors import DeskError, FileProtected, NotRecognised, UserInputError
from crmdesk.formats.tables import encodings
from crmdesk.formats.tables.opening import Choice, look, rows
from tests.formats.reading import cells, opened

TABLE = "Name;Ort\r\nJörg Müller;Köln\r\n"


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        codecs.BOM_UTF8 + TABLE.encode(),
        TABLE.encode("utf-16"),
        codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"),
        TABLE.encode("utf-16-le"),
    ],
)
def test_a_certain_encoding_is_told_by_its_mark_or_its_form(data: bytes) -> None:
    found, listed = opened(data)
    assert found.encoding is not None
    assert found.encoding.certain
    assert found.columns == ("Name", "Ort")
    assert listed[0].cells == (("Name", "Jörg Müller"), ("Ort", "Köln"))


@pytest.mark.parametrize(
    ("text", "encoding", "proposed"),
    [
        ("Jörg;Straße;José", "cp1252", "windows-1252"),
        ("Łukasz;Żółć;Dvořák;Šimůnek", "cp1250", "windows-1250"),
        ("Иван Петров;Москва", "cp1251", "windows-1251"),
        ("Jörg;Müller;José", "mac_roman", "mac-roman"),
        ("田中;さくら;東京", "cp932", "shift_jis"),
        ("王伟;北京;上海", "gb18030", "gb18030"),
    ],
)
def test_another_encoding_is_a_proposal_with_telling_cells_and_can_be_chosen(
    text: str, encoding: str, proposed: str
) -> None:
    data = f"Name;City\nAnn;Paris\n{text}\n".encode(encoding)
    found = encodings.find(data, whole=True)
    assert (found.name, found.certain) == (proposed, False)
    assert found.samples
    assert all(sample in text for sample in found.samples)
    looked, _ = opened(data, encoding=proposed)
    assert looked.encoding is not None
    assert looked.encoding.certain


def test_rows_in_a_second_encoding_are_told_one_by_one() -> None:
    data = "Name,City\nJörg,Köln\nZoë,Paris\n".encode() + "Müller,Bonn\n".encode("cp1252") + b"Ann,Rome\n"
    found, listed = opened(data)
    assert found.encoding is not None
    assert not found.encoding.certain
    assert found.encoding.name == "utf-8"
    assert [(row.line, row.problem is None) for row in listed] == [(2, True), (3, True), (4, False), (5, True)]
    assert "Müller" in listed[2].original


def test_one_line_of_each_encoding_leaves_the_valid_one_what_it_is() -> None:
    _, listed = opened("Name,City\nJörg,Bonn\n".encode() + "Müller,Bonn\n".encode("cp1252"))
    assert (listed[0].cells[0], listed[0].problem) == (("Name", "Jörg"), None)
    assert listed[1].problem is not None


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_most_rows_agree_on(mark: str) -> None:
    lines = [["Name", "Note", "City"], ["Ann", "a, b; c", "Paris"], ["Bob", '"x"', "Rome"], ["Cy", "", "Oslo"]]
    text = "\n".join(mark.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in line) for line in lines)
    assert cells(text.encode())[0] == ["Ann", "a, b; c", "Paris"]


def test_a_first_line_may_name_the_delimiter_and_another_may_be_chosen() -> None:
    assert cells(b"sep=;\r\nName;City\r\nAnn;Paris, Texas\r\n") == [["Ann", "Paris, Texas"]]
    found, listed = opened(b"Name,City;Email\nAnn,Paris;y\n", delimiter=";")
    assert found.columns == ("Name,City", "Email")
    assert listed[0].line == 2
    with pytest.raises(UserInputError):
        opened(b"a,b\n", delimiter=";;")


def test_a_first_row_with_another_delimiter_does_not_decide() -> None:
    found, _ = opened(b"Exported by Somebody, Inc.\nName;Email;City\nAnn;a@x.example;Paris\nBob;b@x.example;Rome\n")
    assert (found.columns, found.header_line) == (("Name", "Email", "City"), 2)


@pytest.mark.parametrize(
    ("text", "line", "columns"),
    [
        ("Name,Email\nAnn,a@x.example\n", 1, ("Name", "Email")),
        ('Notes:\n"When exporting, some are missing."\n\nFirst Name,Last Name,URL\nAnn,Lee,https://x.example\n', 4,
         ("First Name", "Last Name", "URL")),
        ("Contacts of 2024,,\n\nName,Email,City\nAnn,a@x.example,Paris\n", 3, ("Name", "Email", "City")),
        ("Ann,a@x.example,1\nBob,b@x.example,2\n", None, ("Column 1", "Column 2", "Column 3")),
        ("Email,Email,,Email\na@x.example,b@x.example,c,d@x.example\n", 1,
         ("Email", "Email (2)", "Column 3", "Email (3)")),
    ],
)  # fmt: skip
def test_the_header_is_found_where_it_is(text: str, line: int | None, columns: tuple[str, ...]) -> None:
    found, _ = opened(text.encode())
    assert (found.header_line, found.columns) == (line, columns)


def test_another_header_or_none_can_be_chosen() -> None:
    data = b"Name,Email\nVorname,Mail\nAnn,a@x.example\n"
    assert [row.line for row in opened(data, header=2)[1]] == [3]
    assert [row.line for row in opened(data, header=0)[1]] == [1, 2, 3]
    with pytest.raises(UserInputError):
        opened(data, header=99)


def test_a_short_row_lacks_its_cells_and_a_long_one_is_told() -> None:
    _, listed = opened(b"Name,Email,City\nAnn\nBob,b@x.example,Rome,more\nCy,c@x.example,Oslo,,\n,,\n")
    assert listed[0].cells == (("Name", "Ann"),)
    assert listed[1].problem is not None
    assert listed[1].line == 3
    assert listed[2].problem is None
    assert len(listed[2].cells) == 3
    assert len(listed) == 3


def test_stray_quotes_stay_what_they_are() -> None:
    data = b'Name,Size,Note\nAnn "Annie" Lee,5" pipe,"a "b" c"\n"Bob",ok,"x ""y"" z"\n'
    assert cells(data) == [['Ann "Annie" Lee', '5" pipe', 'a "b" c'], ["Bob", "ok", 'x "y" z']]


def test_a_quote_that_is_never_closed_costs_its_own_line() -> None:
    rest = "".join(f"Bob {n},b{n}@x.example\n" for n in range(500))
    _, listed = opened(f'Name,Email\nAnn,"a@x.example\n{rest}"Cy",c@x.example\n'.encode())
    assert len(listed) == 502
    assert [row.line for row in listed if row.problem is not None] == [2]
    assert "line 2" in str(listed[0].problem)
    assert listed[-1].cells == (("Name", "Cy"), ("Email", "c@x.example"))


def test_many_open_quotes_do_not_hold_the_reader_up() -> None:
    data = b"Name,Email\n" + b'x,"y""\n' * 30_001
    _, listed = opened(data)
    assert len(listed) > 10_000
    assert any(row.problem for row in listed)


def test_cells_may_hold_lines_tabs_and_returns() -> None:
    data = b'Name,Note\r\nAnn,"one\r\ntwo\tthree\rfour"\r\nBob,x\r\n'
    _, listed = opened(data)
    assert listed[0].cells[1] == ("Note", "one\r\ntwo\tthree\rfour")
    assert listed[1].line > 3
    assert cells(b"Name,Note\nAnn,a\rb\nBob,c\n") == [["Ann", "a\rb"], ["Bob", "c"]]
    assert cells(b"Name,Note\rAnn,a\rBob,c\r") == [["Ann", "a"], ["Bob", "c"]]


def test_a_nul_is_told() -> None:
    _, listed = opened(b"Name,Note\nAnn,a\x00b\nBob,c\n")
    assert [row.problem is None for row in listed] == [False, True]


def test_wide_tables_and_large_cells_are_read() -> None:
    names = ",".join(f"Field {n}" for n in range(10_000))
    assert len(opened(f"{names}\n{names.replace('Field', 'x')}\n".encode())[0].columns) == 10_000
    assert len(cells(b"Name,Note\nAnn," + b"x" * 5_000_000 + b"\n")[0][1]) == 5_000_000


@pytest.mark.parametrize(
    "data",
    [b"", b"\xef\xbb\xbf\r\n", b"%PDF-1.7 ...", b"<html><table><tr><td>x</td></tr></table></html>",
     Random(3).randbytes(300), b"\xff\xd8\xff\xe0" + Random(4).randbytes(9_000),
     bytes(range(32)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
     b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)],
)  # fmt: skip
def test_what_is_no_table_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(NotRecognised) as refused:
        opened(data)
    assert refused.value.why
    assert refused.value.next


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32"])
def test_text_that_every_letter_takes_several_bytes_of_is_no_picture(encoding: str) -> None:
    data = "\n".join(("Name;City", "Иван Петров;Москва", "王伟;北京")).encode(encoding)
    assert cells(data, encoding=None if encoding == "utf-32" else encoding)[0] == ["Иван Петров", "Москва"]


def test_a_workbook_with_a_password_is_named_as_one() -> None:
    with pytest.raises(FileProtected):
        opened(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + "EncryptedPackage".encode("utf-16-le"))


def test_an_unknown_encoding_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UserInputError, match="rot-99"):
        opened(b"a,b\n", encoding="rot-99")


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(alphabet="a1,;\t|\"\r\n\x00é='{}[]:", max_size=200).map(lambda text: text.encode()),
        st.text(max_size=100).map(lambda text: text.encode("utf-16")),
    )
)
def test_no_bytes_raise_anything_but_our_errors(data: bytes) -> None:
    stream = io.BytesIO(data)
    try:
        found = look(stream, Choice())
        for row in rows(stream, found):
            row.original.encode()
            assert row.line > 0
    except DeskError:
        pass
