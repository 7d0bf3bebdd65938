"""One row of a table, or one card, as it stands in its file, before anybody says what it means here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row or a card with the place where it starts.

    A cell that a short row lacks is absent from `cells`: nothing said is not the same as an empty cell.
    """

    line: int  # 1-based: line of a text file, row of a sheet, place in a list of objects
    cells: tuple[tuple[str, str], ...]  # (column, text) in file order; of a card (property, value)
    original: str  # a JSON list of [column, cell], or the card's own text
    problem: str | None = None  # why it cannot be read as a whole
