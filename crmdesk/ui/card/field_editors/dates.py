"""Reading a plain date as people write it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from PySide6.QtCore import QLocale

_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_LEAP = 2000  # stands for the year of a date without one, so that 29 February can be written


def read_date(text: str, locale: QLocale | None = None) -> str | None:
    """The date as `YYYY-MM-DD`, or `--MM-DD` without a year; None where the text is none.

    Understood are ISO, a day with a month's name (the locale's or English), and figures in the locale's order.
    """
    text = text.strip()
    speaks = locale or QLocale()
    if iso := re.fullmatch(r"(\d{4}|-)-(\d{1,2})-(\d{1,2})", text):
        return _date(None if iso[1] == "-" else int(iso[1]), int(iso[2]), int(iso[3]))
    words = re.findall(r"[^\W\d_]+|\d+", text.casefold())
    numbers = [int(word) for word in words if word.isdigit()]
    if (month := _named_month(words, speaks)) is not None:
        return _around_month(numbers, month)
    if len(words) != len(numbers) or not 2 <= len(numbers) <= 3:
        return None
    if numbers[0] > 31 and len(numbers) == 3:
        return _date(numbers[0], numbers[1], numbers[2])
    year = numbers[2] if len(numbers) == 3 else None
    short = speaks.dateFormat(QLocale.FormatType.ShortFormat)
    if short.find("M") < short.find("d"):
        return _date(year, numbers[0], numbers[1])
    return _date(year, numbers[1], numbers[0])


def _around_month(numbers: list[int], month: int) -> str | None:
    if len(numbers) == 1:
        return _date(None, month, numbers[0])
    if len(numbers) != 2:
        return None
    day, year = numbers if numbers[0] <= 31 else reversed(numbers)
    return _date(year, month, day)


def _named_month(words: list[str], locale: QLocale) -> int | None:
    for speaks in (locale, QLocale.c()):
        for month in range(1, 13):
            names = {
                speaks.monthName(month, form).casefold().rstrip(".")
                for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
            }
            names |= {speaks.standaloneMonthName(month).casefold()}
            if names & set(words):
                return month
    return None


def _date(year: int | None, month: int, day: int) -> str | None:
    if year is not None and not 1000 <= year <= 9999:
        return None
    try:
        date(_LEAP if year is None else year, month, day)
    except ValueError:
        return None
    return f"--{month:02}-{day:02}" if year is None else f"{year:04}-{month:02}-{day:02}"


def read_moment(text: str) -> str | None:
    """What was typed as a date and a time of this machine's clock, as an ISO moment in UTC; None for anything else.

    The time comes last, as hours and minutes; without one it is midnight.
    """
    words = text.split()
    clock = words[-1] if words and _CLOCK.fullmatch(words[-1]) else ""
    day = read_date(" ".join(words[:-1] if clock else words))
    if day is None or day.startswith("--"):
        return None
    hours, minutes = map(int, clock.split(":")) if clock else (0, 0)
    if hours > 23 or minutes > 59:
        return None
    local = datetime.combine(date.fromisoformat(day), time(hours, minutes))
    return local.astimezone(UTC).isoformat()
