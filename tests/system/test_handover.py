from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.system.handover import (
    CHUNK_CHARACTERS,
    REPLY_LINE_BYTES,
    NotUnderstood,
    Raise,
    Request,
    exit_line,
    output_lines,
    parse_reply,
    parse_request,
)


@given(
    st.binary(max_size=400)
    | st.recursive(st.none() | st.text(), st.lists, max_leaves=5).map(json.dumps).map(str.encode)
)
def test_no_bytes_break_the_grammar(line: bytes) -> None:
    for parse in (parse_request, parse_reply):
        with contextlib.suppress(NotUnderstood):
            parse(line)


@given(st.lists(st.text().filter(lambda word: "\0" not in word)), st.none() | st.text(), st.booleans())
def test_every_command_survives_the_way(argv: list[str], stdin: str | None, as_json: bool) -> None:
    request = Request(tuple(argv), stdin, as_json)
    line = request.encode("t")
    assert line.count(b"\n") == 1
    assert parse_request(line) == ("t", request)
    assert parse_request(Raise().encode("t")) == ("t", Raise())


@given(st.text(), st.booleans())
def test_every_output_survives_the_way(text: str, error: bool) -> None:
    replies = [parse_reply(line) for line in output_lines("stderr" if error else "stdout", text)]
    assert "".join(reply["data"] for reply in replies) == text
    assert {reply["stream"] for reply in replies} <= {"stderr" if error else "stdout"}


def test_no_line_of_output_reaches_the_limit() -> None:
    """The longest a character can become is a pair of escapes, twelve bytes."""
    lines = list(output_lines("stdout", "\U0001f600" * CHUNK_CHARACTERS * 2))
    assert len(lines) == 2
    assert max(map(len, lines)) < REPLY_LINE_BYTES


@pytest.mark.parametrize(
    "line", [b'{"exit":-1}', b'{"exit":256}', b'{"exit":true}', b'{"exit":0,"x":1}', b'{"stream":"x"}']
)
def test_replies_outside_the_grammar_are_refused(line: bytes) -> None:
    with pytest.raises(NotUnderstood):
        parse_reply(line)
    assert parse_reply(exit_line(3)) == {"exit": 3}
