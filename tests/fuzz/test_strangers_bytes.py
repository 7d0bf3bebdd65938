"""Strangers' bytes crash nothing: each decoder answers or refuses, within a second and with little memory."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.decoders import DECODERS, SLOW, decode
from tests.patience import Stopwatch

MOST_SECONDS = 1.0
EXAMPLES, SLOW_EXAMPLES = 60, 12

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "name", "data", "emails", "email"]) | st.text(max_size=8), inner)
    ),
    max_leaves=12,
)
DOCUMENTS = _JSON.map(lambda value: json.dumps(value).encode())
LINES = st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
CALLS = st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), max_size=60).map(
    lambda target: f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:8700\r\n\r\n".encode()
)
STRANGE = st.binary(max_size=400) | DOCUMENTS | LINES | CALLS
HARD = (
    b"[" * 200_000,
    b'{"a":' * 100_000,
    b'{"id": ' + b"9" * 20_000 + b"}",
    b'{"id": "\\ud800", "name": "\\u0000"}',
    b'{"id": NaN}',
    b"\x1b]0;title\x07\x1b[31m<b>red</b>\x00",
    b"A=" + b"x" * 1_000_000,
    b"GET //[ HTTP/1.1\r\nHost: 127.0.0.1:8700\r\n\r\n",
    b"GET http://[::1/callback?code=a&state=b HTTP/1.1\r\nHost: 127.0.0.1:8700\r\n\r\n",
    b"https://[" + b"1:" * 5000,
    b"https://" + b"\xef\xbd\x85\xe3\x80\x82" * 2000,  # wide letters and dots
    b"SQLite format 3\x00" + b"\xff" * 5000,
    b"Sun, 99 Zzz 99999999999999999999 99:99:99 +99999999",
    b"",
)


@pytest.mark.parametrize("name", DECODERS)
@pytest.mark.allowed_logs("")
@pytest.mark.qt_log_ignore(".", extend=True)  # Qt tells what is wrong with a picture
def test_no_bytes_break_a_decoder(name: str, qapp: object) -> None:
    @settings(max_examples=SLOW_EXAMPLES if name in SLOW else EXAMPLES)
    @given(STRANGE)
    def attempt(data: bytes) -> None:
        decode(name, data)

    attempt()


@pytest.mark.parametrize("name", DECODERS)
@pytest.mark.allowed_logs("")
@pytest.mark.qt_log_ignore(".", extend=True)  # Qt tells what is wrong with a picture
def test_what_is_meant_to_be_hard_is_answered_within_a_second(name: str, qapp: object) -> None:
    most = MOST_SECONDS * (3 if name in SLOW else 1)
    for data in HARD:
        began = time.monotonic()
        decode(name, data)
        if time.monotonic() - began >= most:  # once more, and less what other programs take of the processor
            watch = Stopwatch()
            decode(name, data)
            assert watch.seconds() < most, data[:40]
