"""Which number formats of a spreadsheet show dates, and which day a number stands for.

Source: ECMA-376, part 1, 18.8.30 (formats that have only a number) and 18.17.4 (how days are counted).
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_BUILT_IN = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NO_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_DATE = re.compile(r"[ymdhs]|\[h+\]", re.IGNORECASE)
_MOST_DAYS = 2_958_465  # 31 December 9999, the last that a spreadsheet knows


def is_date(number: str, code: str | None) -> bool:
    """Whether a format, by its number and its code where it has one, shows a date or a time."""
    if code is None:
        return number.isascii() and number.isdigit() and int(number[:6]) in _BUILT_IN
    first = _NO_CODE.sub("", code.split(";")[0])
    return "general" not in first.casefold() and _DATE.search(first) is not None


def date_of(text: str, *, from_1904: bool) -> str | None:
    """The date, moment or time of day that a number stands for, in ISO 8601; None where it stands for none."""
    try:
        number = float(text)
    except ValueError:
        return None
    if not 0 <= number <= _MOST_DAYS:
        return None
    days, part = divmod(number, 1)
    seconds = round(part * 86_400)
    if days == 0 and seconds and not from_1904:
        return (datetime(1900, 1, 1) + timedelta(seconds=seconds)).strftime("%H:%M:%S")
    if from_1904:
        start = datetime(1904, 1, 1)
    elif days < 1 or days == 60:
        return None
    else:
        start = datetime(1899, 12, 31) if days < 60 else datetime(1899, 12, 30)
    try:
        moment = start + timedelta(days=days, seconds=seconds)
    except OverflowError:
        return None
    return f"{moment:%Y-%m-%d}" if not seconds else f"{moment:%Y-%m-%dT%H:%M:%S}"
