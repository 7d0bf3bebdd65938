"""Notes that a CRM keeps as HTML: shown as text, and written back with the HTML of every part that was not changed.

That Dex keeps notes so is seen on live data by others (davidswolf/DexMCPServer); that each line of theirs is a
paragraph is inferred. A paragraph is a line here, an item of a list a line with a dash before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html import escape
from html.parser import HTMLParser
from itertools import pairwise

LARGEST = 100_000  # characters; a longer note is shown as it came, and text as long is sent as it is
MOST_LINES = 2_000  # of a note and its change together; beyond that, all of it is written anew

_LINES = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6"})  # an empty one is an empty line
_LISTS = {"dl", "dt", "dd", "ol", "ul"}
_TABLES = {"table", "tbody", "td", "th", "thead", "tr"}
_BLOCKS = _LINES | _LISTS | _TABLES | {"blockquote", "div", "hr", "pre", "section"}
_HIDDEN = frozenset({"script", "style"})
_VOID = frozenset({"br", "hr"})
_FORMS = {"b", "code", "em", "i", "mark", "s", "small", "strike", "strong", "sub", "sup", "u"}
_INLINE = {"a", "br", "img", "span"} | _FORMS
_TAG = re.compile(rf"</?(?:{'|'.join(sorted({*_BLOCKS, *_INLINE, *_HIDDEN}))})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAKS = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")  # in HTML no more than a blank
_DASH = "- "
# A `<` that begins no tag is masked, one character for one: the parser's search for its end takes minutes otherwise.
_STRAY = re.compile(r"<(?!/?[a-zA-Z][^<>]*>|!--[^<>]*-->)")
_MASK = "\ufdd0"  # stands for no character of any text


@dataclass(slots=True)
class _Block:
    """One part of a note, up to the next: an outermost element, or text between such (`loose`), and its lines."""

    start: int
    loose: bool
    lines: list[str] = field(default_factory=list)


def is_html(note: str) -> bool:
    """Whether a note is HTML: it holds a tag, and is not too long to be taken apart."""
    return len(note) <= LARGEST and _MASK not in note and _TAG.search(note) is not None


def text_of(note: str) -> str:
    """A note as text: its lines, without tags; one that is no HTML as it is."""
    return "\n".join(_lines(_blocks(note))) if is_html(note) else note


def html_of(text: str, before: str = "") -> str:
    """What to write for a text where the note was `before`, so that `text_of` of it is the text again.

    A text that was no HTML, and that no browser would show otherwise than it was typed, stays as it is.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    was_html = is_html(before)
    if not was_html and not any(mark in text for mark in "\n&<"):
        return text
    wanted = text.split("\n")
    for blocks in (_blocks(before), []) if was_html else ([],):
        html = _composed(wanted, before, blocks)
        if is_html(html) and text_of(html) == text:
            return html
    return text


def _composed(wanted: Sequence[str], before: str, blocks: Sequence[_Block]) -> str:
    """Paragraphs of the lines, with the HTML of the blocks that stand unchanged among them."""
    kept, parts, place = _unchanged(blocks, wanted), [], 0
    ends = {id(one): following.start for one, following in pairwise(blocks)}
    while place < len(wanted):
        block = kept.get(place)
        if block is None:
            parts.append(f"<p>{escape(wanted[place], quote=False)}</p>")
            place += 1
            continue
        html = before[block.start : ends.get(id(block), len(before))]
        parts.append(f"<p>{html}</p>" if block.loose else html)
        place += len(block.lines)
    return "".join(parts)


def _unchanged(blocks: Sequence[_Block], wanted: Sequence[str]) -> dict[int, _Block]:
    """The blocks whose lines all still stand, one after the other, by the place of their first line."""
    held = _lines(blocks)
    if not held or len(held) + len(wanted) > MOST_LINES:
        return {}
    places: dict[int, int] = {}
    for one, other, size in SequenceMatcher(None, held, wanted, autojunk=False).get_matching_blocks():
        places.update({one + step: other + step for step in range(size)})
    kept, first = {}, 0
    for block in blocks:
        start, size = places.get(first), len(block.lines)
        if start is not None and all(places.get(first + step) == start + step for step in range(size)):
            kept[start] = block
        first += size
    return kept


def _lines(blocks: Sequence[_Block]) -> list[str]:
    return [line for block in blocks for line in block.lines]


def _blocks(note: str) -> list[_Block]:
    """The parts of a note that have lines; what has none, such as a rule, goes with the part before it."""
    reader = _Reader(note)
    reader.feed(_STRAY.sub(_MASK, note))
    reader.close()
    reader.end_line()
    blocks = [block for block in reader.blocks if block.lines]
    if blocks:
        blocks[0].start = 0
    return blocks


class _Reader(HTMLParser):
    """Takes a note apart; what nothing closes ends with what is around it."""

    def __init__(self, note: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = []
        self._starts = [0]  # of the note's lines, since the parser tells places by line and column
        for line in note.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._open: list[str] = []
        self._within: Counter[str] = Counter()  # how often each tag is open: much may be nested
        self._line: list[str] | None = None  # the pieces of the line that is being read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element; an outermost one begins a part of the note."""
        if tag in _BLOCKS:
            if self._line != [_DASH]:  # the paragraph in an item of a list is its line
                self.end_line()
            if not self._open:
                self._begin_block(loose=False)
            if tag in _LINES and self._line is None:
                self._line = [_DASH] if tag == "li" else []
        elif self._line is None and tag not in _HIDDEN:
            self._begin_line()
        if tag == "br":
            self.end_line()
        if (tag in _BLOCKS or tag in _HIDDEN) and tag not in _VOID:
            self._open.append(tag)
            self._within[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        """End an element, and what was left open in it."""
        if not self._within[tag]:
            return
        self.end_line()
        ended = ""
        while ended != tag:
            ended = self._open.pop()
            self._within[ended] -= 1

    def handle_data(self, data: str) -> None:
        """Read text; blanks alone between elements only set them apart."""
        if any(self._within[tag] for tag in _HIDDEN) or (self._line is None and data.isspace()):
            return
        data = data.replace(_MASK, "<")
        pieces = data.split("\n") if self._within["pre"] else [_BREAKS.sub(" ", data)]
        for place, piece in enumerate(pieces):
            if place:
                self.end_line()
            if self._line is None:
                self._begin_line()
            if self._line is not None:
                self._line.append(piece)

    def end_line(self) -> None:
        """End the line that is being read, if any."""
        if self._line is not None:
            self.blocks[-1].lines.append("".join(self._line))
        self._line = None

    def _begin_line(self) -> None:
        if not self._open and not (self.blocks and self.blocks[-1].loose):
            self._begin_block(loose=True)
        self._line = []

    def _begin_block(self, *, loose: bool) -> None:
        row, column = self.getpos()
        self.blocks.append(_Block(self._starts[row - 1] + column, loose))
