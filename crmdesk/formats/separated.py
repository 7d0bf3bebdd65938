"""Rows as CSV, each cell as it was: those of an import that failed, and those that are handed over to a program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence


def separated(rows: Iterable[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> Iterator[bytes]:
    """The rows one by one. Raises UnicodeEncodeError where the encoding has no such letter."""
    for row in rows:
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=delimiter).writerow(row)
        yield text.getvalue().encode(encoding, "surrogateescape")
