"""Dates, spans and amounts as people type them in a query: `2024-03`, `today`, `7d`, `last7d`, `next2w`, `250k`."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from crmdesk.frozen import dataclass

_SPAN = re.compile(r"(?P<way>last|next)?(?P<number>\d{1,4})(?P<unit>[dwmy])")
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True)
class Span:
    """From a day up to, and without, another one; None is without end."""

    first: date | None
    end: date | None


def span_of(text: str, today: date, *, back: bool = False) -> Span | None:
    """The days that a text stands for, None where it is none; with `back` a plain `7d` is the last seven days."""
    text = text.strip().lower()
    if text in ("today", "yesterday", "tomorrow"):
        day = today + timedelta(days={"today": 0, "yesterday": -1, "tomorrow": 1}[text])
        return Span(day, day + timedelta(days=1))
    found = _SPAN.fullmatch(text)
    if found is not None and (found["way"] or back):
        days = timedelta(days=int(found["number"]) * _DAYS[found["unit"]])
        tomorrow = today + timedelta(days=1)
        return Span(today, tomorrow + days) if found["way"] == "next" else Span(tomorrow - days, tomorrow)
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day_ = int(found["year"]), int(found["month"] or 1), int(found["day"] or 1)
    if not 1 <= year < 9999 or not 1 <= month <= 12 or not 1 <= day_ <= calendar.monthrange(year, month)[1]:
        return None
    first = date(year, month, day_)
    if found["day"]:
        return Span(first, first + timedelta(days=1))
    if found["month"]:
        return Span(first, date(year + month // 12, month % 12 + 1, 1))
    return Span(first, date(year + 1, 1, 1))


def number(text: str) -> float | None:
    """The number that a text stands for, `1,000` and `250k` included; None where it is none."""
    plain = text.strip().lower().replace(",", "").lstrip("$€£")
    factor = {"k": 1e3, "m": 1e6}.get(plain[-1:], 1.0)
    try:
        return float(plain[:-1] if factor != 1.0 else plain) * factor
    except ValueError:
        return None
