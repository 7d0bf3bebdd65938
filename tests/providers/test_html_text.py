"""Notes kept as HTML are shown as text, and lose nothing of it where they were not changed."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.providers.mapping.html_text import html_of, is_html, text_of

PARTS = (
    "<p>one</p>",
    "<p>two &amp; <b>half</b></p>",
    "<p></p>",
    "<ul><li>a</li><li><p>b</p></li></ul>",
    "three<br>four",
)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("<p>**Recruiter **for a position in Oslo</p>", "**Recruiter **for a position in Oslo"),
        ("<p>one</p><p></p><p>Tom &amp; Ann &lt;3</p>", "one\n\nTom & Ann <3"),
        ("<p><br></p><p>a<br/>b</p>", "\na\nb"),
        ("<ul>\n  <li>a</li>\n  <li><p>b</p></li>\n</ul>after", "- a\n- b\nafter"),
        ("<div>one<div>two</div></div>\n<h2>three</h2>", "one\ntwo\nthree"),
        ("<p>a\n   b</p><pre>c\n  d</pre>", "a b\nc\n  d"),
        ("<p>shown</p><script>alert('no')</script>", "shown"),
        ("<p>a <b>c</p><p>1 < 2 <3", "a c\n1 < 2 <3"),
        ("no tags, Tom &amp; Ann, 1 < 2", "no tags, Tom &amp; Ann, 1 < 2"),
    ],
)
def test_a_note_is_shown_as_its_lines(note: str, text: str) -> None:
    assert text_of(note) == text


def test_what_was_not_changed_keeps_its_html() -> None:
    before = '<p>Met <a href="https://oslo.example">there</a></p><ul><li>tea</li><li>cake</li></ul><p>old</p>'
    assert text_of(before) == "Met there\n- tea\n- cake\nold"
    after = html_of("Met there\nnew & <better>\n- tea\n- cake", before)
    assert after == (
        '<p>Met <a href="https://oslo.example">there</a></p><p>new &amp; &lt;better&gt;</p>'
        "<ul><li>tea</li><li>cake</li></ul>"
    )
    assert html_of("Met there\n- tea", before) == '<p>Met <a href="https://oslo.example">there</a></p><p>- tea</p>'


@pytest.mark.parametrize(
    ("text", "sent"), [("plain", "plain"), ("1 < 2", "<p>1 &lt; 2</p>"), ("a\nb", "<p>a</p><p>b</p>")]
)
def test_a_first_note_is_html_only_where_it_would_show_otherwise(text: str, sent: str) -> None:
    assert html_of(text) == sent


def test_text_between_parts_stays_apart() -> None:
    assert html_of("hello\nworld", "hello<p>gone</p>world") == "<p>hello</p><p>world</p>"


@given(st.lists(st.sampled_from(PARTS), max_size=6), st.lists(st.text(st.characters(codec="utf-8"), max_size=12)))
def test_what_is_written_reads_as_the_text_again(parts: list[str], lines: list[str]) -> None:
    before = "".join(parts)
    held = text_of(before).split("\n")
    for text in ("\n".join([*held, *lines]), "\n".join([*lines, *held[1:]]), "\n".join(lines)):
        wanted = text.replace("\r\n", "\n").replace("\r", "\n")
        assert text_of(html_of(text, before)) == wanted


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=6))
def test_a_note_given_back_unchanged_holds_all_its_parts(parts: list[str]) -> None:
    before = "".join(parts)
    after = html_of(text_of(before), before) if is_html(before) else before
    assert all(part in after for part in parts if part.startswith("<"))


@pytest.mark.parametrize("piece", ["<", "<a b", "<!--", "</", "<p>", "<p><a ", "<p><![CDATA[", "<li>", "<p a='", "&"])
def test_a_broken_note_is_read_in_time(piece: str) -> None:
    note = "<p>" + piece * (90_000 // len(piece))
    began = perf_counter()
    text_of(note)
    assert perf_counter() - began < 5.0


def test_a_note_too_long_to_be_taken_apart_is_shown_as_it_came() -> None:
    long = "<p>" + "word " * 30_000 + "</p>"
    assert text_of(long) == long
    text = "word & word\n" * 20_000
    assert html_of(text) == text
