"""Cells that a spreadsheet would calculate, or take for something else, made texts by one apostrophe in front.

The header says so, and our own import takes exactly one away again.
"""

from __future__ import annotations

# Full-width forms are calculated too; tab and line ends are skipped by some programs before they look.
RISKY = frozenset("=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20")


def safe_cell(text: str) -> str:
    """The cell as a spreadsheet can be given it."""
    return f"'{text}" if text[:1] in RISKY and text else text
