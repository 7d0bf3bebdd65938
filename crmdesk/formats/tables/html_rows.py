"""The rows of a table in HTML, as browsers and office programs copy it. Nothing of it is fetched or run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser

LARGEST = 8_000_000  # characters that are looked at
_ROWS, _COLUMNS, _DEEPEST = 100_000, 1_000, 20
_BREAKS = frozenset({"br", "p", "div", "li"})
_TOKENS = re.compile(r"""<!--.*?(?:-->|\Z)|<[!?][^<>]*>|</?[a-zA-Z](?:"[^"<]*"|'[^'<]*'|[^"'<>])*+>|<""", re.DOTALL)
_SILENT = frozenset({"script", "style", "head", "title"})


def rows_of(html: str) -> Sequence[Sequence[str]]:
    """The rows of the table with the most cells; none where there is no table, or it is larger than anybody copies."""
    if len(html) > LARGEST or "<t" not in html.lower():
        return ()
    reading = _Tables()
    reading.feed(_TOKENS.sub(_whole_tag, html))
    reading.close()
    return max(reading.tables, key=lambda rows: sum(map(len, rows)), default=())


def _whole_tag(found: re.Match[str]) -> str:
    """What the parser is given: tags that end. It needs minutes for many that do not, and fails at odd declarations."""
    mark = found[0]
    if mark == "<":
        return "&lt;"
    return mark if mark[1].isalpha() or mark[1] == "/" else ""


class _Tables(HTMLParser):
    """Collects the cells of tables; one within a cell is text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._depth = self._silent = 0
        self._cell: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.tables[-1].append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            if not self.tables[-1]:
                self.tables[-1].append([])
            said = dict(attrs).get("colspan") or "1"
            self._span = min(int(said), _COLUMNS) if said.isascii() and said.isdigit() else 1
            self._cell = []
        elif self._cell is not None and tag in _BREAKS:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table":
            if self._depth == 1:
                self._end_cell()
                self.tables[-1] = [row for row in self.tables[-1] if any(row)]
            self._depth = max(0, self._depth - 1)
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif self._cell is not None and tag in _BREAKS:
            self._cell.append("\n")

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent and self._depth <= _DEEPEST:
            self._cell.append(data if "\xa0" not in data else data.replace("\xa0", " "))

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = "".join(self._cell).split("\n")
        text = "\n".join(line for line in (" ".join(one.split()) for one in lines) if line)
        row = self.tables[-1][-1]
        if len(self.tables[-1]) <= _ROWS and len(row) + self._span <= _COLUMNS:
            row += [text, *[""] * (self._span - 1)]
        self._cell = None
