"""Answers: records are cut out byte for byte, also beside one that breaks the whole document."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.errors import BadResponse, OutcomeUnknown
from crmdesk.providers.wire.answer import Answer, redacted


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


SHORT_KEY = "Fl3x-k3y!9"
PASSWORDS = ['p"ß w/ört\\Z9', "a+b/c=d&e%f", SHORT_KEY, "<tag>'quoted'&x"]
ECHOES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in another case": str.swapcase,
    "in JSON": lambda secret: json.dumps(secret)[1:-1],
    "in JSON with its own letters": lambda secret: json.dumps(secret, ensure_ascii=False)[1:-1],
    "in JSON in JSON": lambda secret: json.dumps(json.dumps(secret))[3:-3],
    "in a URL": lambda secret: quote(secret, safe=""),
    "in a form": quote_plus,
    "in a URL in a URL": lambda secret: quote(quote(secret, safe=""), safe=""),
    "in a lower-case URL": lambda secret: quote(secret, safe="").lower(),
    "in base64": lambda secret: base64.b64encode(secret.encode()).decode(),
    "in base64 behind a user name": lambda secret: base64.b64encode(f"ada:{secret}".encode()).decode(),
    "in base64 before a name": lambda secret: base64.b64encode(f"{secret}:x".encode()).decode(),
    "in base64 for URLs": lambda secret: base64.urlsafe_b64encode(secret.encode()).decode(),
    "in HTML": html.escape,
    "in hex": lambda secret: secret.encode().hex(),
    "with blanks": " ".join,
}


@pytest.mark.parametrize("secret", PASSWORDS)
@pytest.mark.parametrize("form", ECHOES)
def test_no_echo_of_a_secret_stands_in_an_errors_text(form: str, secret: str) -> None:
    """What a CRM says goes into the database, onto the screen and into reports."""
    echoed = ECHOES[form](secret)
    told = redacted(f"could not handle {{{echoed}}}", (secret, "another"))
    middle = echoed[len(echoed) // 3 : -len(echoed) // 3]
    assert echoed not in told
    assert middle not in told or len(middle) < 3
    assert told.startswith("could not handle {")
    answer = Answer(500, {}, json.dumps({"message": f"no {echoed}"}).encode(), secrets=(secret,))
    for text in (answer.message(), answer.sample(), answer.unusable("why").detail or ""):
        assert echoed not in text


@pytest.mark.parametrize(("opened", "closed"), [(b"[", b"]"), (b'{"a":', b"}")])
@pytest.mark.parametrize("depth", [2_000, 100_000])
def test_a_record_nested_without_sense_costs_itself_alone(opened: bytes, closed: bytes, depth: int) -> None:
    deep = b'{"id":9,"t":' + opened * depth + (b"1" if opened != b"[" else b"") + closed * depth + b"}"
    listed, cut = Answer(200, {}, b'{"items":[' + b",".join((GOOD[0], deep, GOOD[1])) + b"]}").decode_list(LISTED)
    assert cut(listed.items) == [GOOD[0], deep, GOOD[1]]
