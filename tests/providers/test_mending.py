"""Answers that are nearly JSON: what cannot be read is marked where it stands, all else stays byte for byte."""

from __future__ import annotations

import json
import re
import time

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crmdesk.errors import BadResponse, OutcomeUnknown
from crmdesk.providers.wire.answer import Answer, received
from crmdesk.providers.wire.mending import is_sound, mended, restored, told, why_odd

ODD = {
    rb'"half \ud83d a pair"': r"half a character (\ud83d)",
    rb'"\uDE00"': r"half a character (\ude00)",
    rb'"\ud83d\ud83d"': r"half a character (\ud83d)",
    rb'"a\u0000b"': "a NUL character",
    b'"M\xfcller"': "a byte that is no text (FC)",
    b'"\xed\xa0\x80"': "a byte that is no text (ED)",
    rb'"C:\new\Q"': r"a character written as \Q, which JSON does not have",
    rb'"\u12"': r"a character written as \u12, which JSON does not have",
    b"NaN": "NaN, which is no value that can be kept",
    b"-Infinity": "-Infinity, which is no value that can be kept",
    b"1e400": "1e400, which is no value that can be kept",
    b"9" * 5000: "9" * 39 + "…, which is no value that can be kept",
    b"012": "012, which is no value that can be kept",
    b"undefined": "undefined, which is no value that can be kept",
    b"True": "True, which is no value that can be kept",
    b'{"a": 1,}': '{"a": 1,}, which is no value that can be kept',
    b'[1 "2"]': '[1 "2"], which is no value that can be kept',
    b"[" * 2000 + b"]" * 2000: "[" * 39 + "…, which is no value that can be kept",
    b'{"a":' * 2000
    + b"1"
    + b"}" * 2000: '{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a"…, which is no value that can be kept',
}
GOOD = (
    b'{"id": 1,  "t": "\\ud83d\\ude00 NaN \\\\ud83d \\\\u0000"}',
    b'{"id":2}',
    b'{"id": "Infinity", "n": [1, -2.5e3]}',
    '{"id": "3", "t": "\u05e9\U0001f600"}'.encode(),
)


class Listed(msgspec.Struct):
    items: list[msgspec.Raw]


LISTED = msgspec.json.Decoder(Listed)


@pytest.mark.parametrize("odd", ODD, ids=[repr(one[:12]) for one in ODD])
def test_one_odd_value_costs_itself_alone_and_goes_back_as_it_came(odd: bytes) -> None:
    body = b'{"items": [' + GOOD[0] + b' ,\n{"id": 7, "odd": ' + odd + b', "last": "x"},' + GOOD[2] + b"]}"
    found = mended(body)
    first, second, third = received(LISTED.decode(found).items)
    assert (first, third) == (GOOD[0], GOOD[2])
    record = msgspec.json.decode(second)
    assert (record["id"], record["last"], why_odd(record["odd"])) == (7, "x", ODD[odd])
    assert restored(found) == body
    assert restored(msgspec.json.encode(record)) == b'{"id":7,"odd":' + odd + b',"last":"x"}'
    assert "\x00" not in told(str(record["odd"]))


@given(
    st.lists(
        st.one_of(st.sampled_from(GOOD), st.sampled_from(sorted(ODD)).map(b'{"id":1,"odd":%s}'.__mod__)), max_size=6
    )
)
def test_records_are_apart_from_each_other(records: list[bytes]) -> None:
    found = received(LISTED.decode(mended(b'{"items": [' + b" , ".join(records) + b"]}")).items)
    assert [restored(one) for one in found] == records
    assert [one for one in found if one in GOOD] == [one for one in records if one in GOOD]


texts = st.text(st.characters(exclude_categories=[]), max_size=20)
documents = st.recursive(
    st.one_of(texts, st.integers(), st.floats(), st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=12,
)


@given(documents, st.booleans())
@example({"a": "\x00u0000;"}, True)
@example({"a": "\x00=NaN", "b": float("nan")}, True)
@example({"\ud800": '\x00="\\x00uD800;"'}, True)
def test_whatever_is_marked_can_be_taken_back(document: object, ascii_alone: bool) -> None:
    """Also where a CRM sends what looks like a mark."""
    body = json.dumps({"id": 1, "d": document}, ensure_ascii=ascii_alone).encode("utf-8", "surrogatepass")
    found = mended(body)
    read = msgspec.json.decode(found)
    assert restored(found) == body
    again = restored(msgspec.json.encode(read)).decode("utf-8", "surrogatepass")
    assert repr(json.loads(again)) == repr(json.loads(body.decode("utf-8", "surrogatepass")))


@given(st.binary(max_size=60), st.sampled_from([b"%s", b'{"items":[%s]}', b'[{"a":"%s"}]', b'{"a":%s}']))
def test_no_bytes_are_too_odd(data: bytes, around: bytes) -> None:
    found = mended(around % data)
    try:
        msgspec.json.decode(found)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return
    assert restored(found).strip() == (around % data).strip() or re.search(rb"[\x00-\x1f]", data)


# As long as what a float or Python's own limit of digits ends at; the many digits repeat a few, which are drawn.
DIGITS = st.one_of(
    st.just(""),
    st.builds(
        lambda few, length: (few * length)[:length],
        st.from_regex(r"[0-9]{1,7}", fullmatch=True),
        st.one_of(st.integers(190, 320), st.integers(4100, 4400)),
    ),
)
NUMBERS = st.builds(
    lambda beginning, digits, end: beginning + digits + end,
    st.from_regex(r"-?[0-9]{1,3}", fullmatch=True),
    DIGITS,
    st.from_regex(r"(\.[0-9]{1,4})?([eE][+-]?[0-9]{1,4})?", fullmatch=True),
)
PIECES = st.one_of(
    st.sampled_from([*ODD, *GOOD, b"[" * 1200 + b"]" * 1200, b"[1]", b"{}", b'"\\u0000"', b'"a"', b"-0.0", b"1 2"]),
    NUMBERS.map(str.encode),
    st.binary(max_size=8),
    documents.map(lambda found: json.dumps(found).encode()),
)


@given(PIECES, st.sampled_from([b"%s", b" [%s]", b'{"a":"%s"}', b'{"a": [1, %s ], "b": null}']))
@example(b"9" * 4301, b"[%s]")
@example(b"1e999", b"[%s]")
@example(b'"\\u0000"', b"[%s]")
@example(b"9" * 309 + b".5", b"[%s]")
@example(b"\xff", b'{"a":"%s"}')
def test_what_is_called_sound_without_being_decoded_can_be_decoded(piece: bytes, around: bytes) -> None:
    body = around % piece
    if is_sound(body):
        assert why_odd(msgspec.json.decode(body)) is None


@pytest.mark.parametrize("body", [*GOOD[1:], b'[{"t": "2026-12-01", "n": -1.5e-7, "u": "4e12ab"}]', b"\n {}"])
def test_usual_answers_are_sound(body: bytes) -> None:
    assert is_sound(body)


def test_line_ends_inside_a_text_are_read_as_such() -> None:
    assert msgspec.json.decode(mended(b'{"a": "one\ntwo\t"}')) == {"a": "one\ntwo\t"}


@pytest.mark.parametrize(
    "body",
    [b"", b"  ", b"<html>", b'{"items": [1', b'{"items": null}', b"[" * 100_000, b"\xff", b'{"items": NaN}', b"NaN"],
)
def test_what_is_no_list_is_bad_or_unknown_never_empty(body: bytes) -> None:
    with pytest.raises(BadResponse) as bad:
        Answer(200, {}, mended(body), True, "crm.example").decode(LISTED)
    assert "crm.example" in bad.value.why
    with pytest.raises(OutcomeUnknown):
        Answer(200, {}, mended(body), False, "crm.example").decode(LISTED)


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 8_000_000,
        b'{"a":[' * 2_000_000,
        b'["' + b"\\ud800" * 1_000_000 + b'"]',
        b"[" + b"NaN," * 2_000_000 + b"1]",
    ],
    ids=["lists", "objects", "halves", "numbers"],
)
def test_megabytes_of_it_are_no_work_without_end(body: bytes) -> None:
    began = time.process_time()
    mended(body)
    assert time.process_time() - began < 10  # some tenths of a second on a quiet machine
