"""Answers: records are cut out byte for byte, also beside one that breaks the whole document."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.errors import BadResponse, OutcomeUnknown
from crmdesk.providers.answer import Answer


class Listed(msgspec.Struct):
    items: list[msgspec.Raw]


LISTED = msgspec.json.Decoder(Listed)
GOOD = (
    b'{"id": 1,  "t": "\\ud83d\\ude00 NaN \\\\ud83d"}',
    b'{"id":2}',
    b'{"id": "Infinity", "n": [1, -2.5e3]}',
    '{"id": "3", "t": "\u05e9\U0001f600"}'.encode(),
)
BROKEN = (b'{"t": "half \\ud83d a pair"}', b'{"n": NaN}', b'{"n": -Infinity}', b'{"t": "\\uDE00"}')


def listed(records: list[bytes]) -> Answer:
    return Answer(200, {"content-type": "application/json"}, b'{"items": [' + b" , ".join(records) + b"]}")


@given(st.lists(st.sampled_from(GOOD + BROKEN), max_size=8))
def test_records_come_out_as_they_went_in(records: list[bytes]) -> None:
    document, cut = listed(records).decode_list(LISTED)
    assert cut(document.items) == records


@pytest.mark.parametrize("body", [b"", b"  ", b"<html>", b'{"items": [1', b'{"items": null}', b"[" * 100_000, b"\xff"])
def test_what_is_no_list_is_bad_or_unknown_never_empty(body: bytes) -> None:
    with pytest.raises(BadResponse) as bad:
        Answer(200, {}, body, True, "crm.example").decode_list(LISTED)
    assert "crm.example" in bad.value.why
    with pytest.raises(OutcomeUnknown):
        Answer(200, {}, body, False, "crm.example").decode(LISTED)
