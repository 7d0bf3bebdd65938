"""How it is written when an account syncs by itself, and in which hours it does not."""

from __future__ import annotations

import re
from datetime import time, timedelta

BY_HAND = "manual"
INTERVALS = {
    "15m": timedelta(minutes=15),
    "30m": timedelta(minutes=30),
    "1h": timedelta(hours=1),
    "2h": timedelta(hours=2),
    "4h": timedelta(hours=4),
}
_TIME = r"([01]\d|2[0-3]):([0-5]\d)"
_DAILY = re.compile(f"daily@{_TIME}")
_HOURS = re.compile(f"{_TIME}-{_TIME}")


def is_schedule(text: str) -> bool:
    """Whether that is a schedule: an interval, a time of each day, or only by hand."""
    return text in INTERVALS or text == BY_HAND or daily_time(text) is not None


def daily_time(text: str) -> time | None:
    """The local time of a schedule that is daily@HH:MM; None of any other."""
    found = _DAILY.fullmatch(text)
    return None if found is None else time(int(found[1]), int(found[2]))


def hours_of(text: str) -> tuple[time, time] | None:
    """When hours begin and end that are written HH:MM-HH:MM, perhaps over midnight; None where they are none."""
    found = _HOURS.fullmatch(text)
    if found is None:
        return None
    begins, ends = (time(int(found[n]), int(found[n + 1])) for n in (1, 3))
    return None if begins == ends else (begins, ends)
