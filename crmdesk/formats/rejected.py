"""Rows that were not imported, written so that they can be corrected and imported again by the same mapping."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence


def separated(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Rows as CSV in UTF-8, each cell as it was."""
    for row in rows:
        text = io.StringIO(newline="")
        csv.writer(text).writerow(row)
        yield text.getvalue().encode("utf-8", "surrogateescape")
