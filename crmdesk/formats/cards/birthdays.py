"""The days of cards: read as plain dates where they are whole days, never shifted by a zone, never guessed."""

from __future__ import annotations

import re
from functools import lru_cache

from crmdesk.domain.values import parse_date
from crmdesk.errors import UserInputError

_DAY = re.compile(r"(?:([0-9]{4})-?|--)([0-9]{2})-?([0-9]{2})(?:[T ].*)?", re.DOTALL)
_NO_YEAR = "1604"  # how Apple's address books write a birthday without its year


@lru_cache(maxsize=8192)
def day_of(text: str, omitted: str = "") -> str | None:
    """`YYYY-MM-DD`, or `--MM-DD` without a year; None for what is no whole day.

    `omitted` is the year that the card itself says to leave out.
    """
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = found.groups()
    known = year is not None and year not in (_NO_YEAR, omitted)
    if year == "0000":
        return None
    try:
        return parse_date("", f"{year}-{month}-{day}" if known else f"--{month}-{day}")
    except UserInputError:
        return None


def written_day(day: str, version: str) -> str:
    """A day as a card of that version writes it: 4.0 without dashes between its parts."""
    if not version.startswith("4"):
        return day
    return "--" + day[2:].replace("-", "") if day.startswith("--") else day.replace("-", "")
