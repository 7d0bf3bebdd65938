"""What holds of every card: kept byte for byte, patched where it is edited, and the same when it comes back."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.domain.fields import FIELDS, FieldType, Kind
from crmdesk.domain.importing.fates import Candidate, Fate, Policy
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.domain.importing.plan import plan
from crmdesk.domain.notation.addresses import with_block
from crmdesk.domain.values import Entry, Value, Values
from crmdesk.formats.cards.content import parse
from crmdesk.formats.cards.export import CardFormat, Outgoing, card_bytes, written_cards
from crmdesk.formats.cards.incoming import groups_of, read_cards
from crmdesk.formats.cards.stored_text import kept_bytes, kept_text
from crmdesk.formats.cards.stream import split_cards
from tests.laws import examples

HOSTILE = st.sampled_from(
    [
        "a",
        "Ä",
        "😀",
        "“",
        ";",
        ",",
        ":",
        "\\",
        "\n",
        "\r\n",
        '"',
        "^",
        "=",
        " ",
        "\t",
        "\x00",
        "\x85",
        "\u2028",
        "\u202e",
    ]
)
TEXTS = st.lists(HOSTILE | st.text(max_size=3), min_size=1, max_size=40).map("".join).filter(str.strip)
LINES = TEXTS.filter(lambda text: not re.search("[\ud800-\udfff]", text))
LABELS = st.sampled_from(["", "home", "work", "mobile", "work fax", "Home", "Ferien, Haus", "_$!<Home>!$_x"]) | LINES
ROWS = st.lists(st.builds(Entry, LINES, LABELS, st.booleans()), min_size=1, max_size=4, unique_by=lambda e: e.value)
TAGS = st.lists(LINES.map(str.strip), min_size=1, max_size=4, unique=True).map(lambda tags: tuple(map(Entry, tags)))
DAYS = st.dates().map(str) | st.sampled_from(["--02-29", "--12-31"])
_BY_TYPE: dict[FieldType, st.SearchStrategy[Value]] = {
    FieldType.EMAILS: ROWS.map(tuple), FieldType.PHONES: ROWS.map(tuple), FieldType.TAGS: TAGS,
    FieldType.DATE: DAYS.filter(lambda day: not day.startswith("1604")), FieldType.FLAG: st.just(True),
}  # fmt: skip
CONTACTS = st.fixed_dictionaries(
    {},
    optional={
        **{
            key: _BY_TYPE.get(field.type, LINES)
            for key, field in FIELDS[Kind.CONTACT].items()
            if field.editable and key != "address"
        },
        "custom.Foo; bar": LINES,
    },
).filter(bool)


def again(data: bytes) -> Incoming:
    """The one card of a file."""
    (found,) = read_cards(io.BytesIO(data))
    return found


def in_lines(values: Values) -> dict[str, Value]:
    """The values with LF for the end of a line, as every card has it, and lists in an order of their own."""

    def plain(text: str) -> str:
        return text.replace("\r\n", "\n").replace("\r", "\n")

    return {
        key: plain(value)
        if isinstance(value, str)
        else tuple(sorted((Entry(plain(one.value), plain(one.label), one.primary) for one in value), key=repr))
        if isinstance(value, tuple)
        else value
        for key, value in values.items()
    }


@examples(30)
@given(CONTACTS, st.sampled_from(CardFormat))
def test_what_was_exported_comes_back_the_same_and_is_exported_again_byte_for_byte(
    values: Values, format: CardFormat
) -> None:
    shown = with_block(values)
    data = b"".join(written_cards([Outgoing(shown, "urn:uuid:1")], format))
    back = again(data)
    assert in_lines(back.values) == in_lines(values)
    assert back.remote_id == "urn:uuid:1"
    assert not back.problems
    assert plan(back, [Candidate(7, shown, "id")], Policy()).fate is Fate.UNCHANGED
    kept = Outgoing(with_block(back.values), "other", back.original)
    assert b"".join(written_cards([kept], format)) == data
    if format is not CardFormat.JCARD:
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        assert [line.decode() for line in data.split(b"\r\n")], "no fold inside of a character"


@examples(30)
@given(CONTACTS, CONTACTS, st.sampled_from(CardFormat), st.sampled_from(CardFormat))
def test_an_edited_card_says_what_was_wanted_and_keeps_all_else(
    before: Values, after: Values, made: CardFormat, format: CardFormat
) -> None:
    strange = b"X-STRANGE;A=b:1\\,2\r\n 3\r\n"
    data = b"".join(written_cards([Outgoing(before, "u")], made))
    if made is not CardFormat.JCARD:
        data = data.replace(b"END:", b"item7." + strange + b"END:")
    kept = again(data)
    wanted = {**after, "name": after.get("name", "Ann")}
    edited = b"".join(written_cards([Outgoing(wanted, "u", kept.original)], format))
    assert in_lines(again(edited).values) == in_lines(wanted)
    if CardFormat.JCARD not in (made, format):
        assert b"item7." + strange in edited
        same = [line for line in data.splitlines(keepends=True) if line not in edited.splitlines(keepends=True)]
        assert not any(line.startswith((b"UID", b"BEGIN", b"END")) for line in same)


PIECES = st.lists(
    st.sampled_from(
        [
            b"BEGIN:VCARD", b"END:VCARD", b"begin: vcard ", b"VERSION:2.1", b"VERSION:3.0", b"VERSION:4.0", b"\r\n",
            b"\n", b"\r\r\n", b"\r", b"FN:Ann", b"N:Lee;Ann", b"NOTE;QUOTED-PRINTABLE:a=", b"=C3=A4=",
            b"PHOTO;BASE64:AAAA",
            b"AGENT:", b" ", b"\t", b"#", b";", b":", b'"', b"TEL;TYPE=\"a,b\":1", b"item1.TEL:2", b"item1.X-ABLabel:x",
            b"BDAY:--0412", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe4", b"\x00", b"CHARSET=shift_jis", b"KIND:group",
            b"^", b"\\",
            b'["vcard",', b'[["version",{},"text","4.0"]]', b"]",
        ]
    )
    | st.binary(max_size=6),
    max_size=60,
).map(b"".join)  # fmt: skip


@examples(80)
@given(PIECES)
def test_no_bytes_break_the_reader_and_every_card_is_kept_byte_for_byte(data: bytes) -> None:
    for text in split_cards(io.BytesIO(data)):
        if text.is_card:
            assert b"".join(map(parse(text.data).source, parse(text.data).pieces)) == text.data
            assert kept_bytes(kept_text(text.data)) == text.data
    groups = groups_of(io.BytesIO(data))
    rows = list(read_cards(io.BytesIO(data), groups=groups))
    assert [row.line for row in rows] == sorted(row.line for row in rows)
    for row in rows:
        if row.skip is None:
            for format in CardFormat:
                card_bytes(Outgoing(row.values, "u", row.original), format)


@examples(60)
@given(PIECES)
def test_whatever_lies_in_a_file_of_utf8_stands_in_its_cards_or_beside_them(data: bytes) -> None:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:2] or b"\x00" in data or b"\x1a" in data:
        return
    there = b"".join(text.data for text in split_cards(io.BytesIO(data)))
    assert sorted(there.split()) == sorted(data.removeprefix(b"\xef\xbb\xbf").split())


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_card_that_nobody_edited_is_written_as_it_came(version: str) -> None:
    data = (
        f"BEGIN:VCARD\nVERSION:{version}\nitem1.TEL;type=CELL;type=pref:0171 1\nitem1.X-ABLabel:_$!<Mobile>!$_\n"
        'FN:Ann\\, Lee\nX-Odd;Q="a:b":1\\;2\n\nNOTE:two\\nlines\n  folded\nEND:VCARD\n'
    ).encode()
    row = again(data)
    assert card_bytes(Outgoing(row.values, "u", row.original)) == data
