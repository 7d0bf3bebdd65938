"""How figures, times and counts are said on screen, in the user's locale."""

from __future__ import annotations

import html
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale


def counted(n: int, one: str, many: str) -> str:
    """`one` or `many`, each translated with the count, since only English lacks a form of its own here."""
    return (one if n == 1 else many).replace("%Ln", number(n)).replace("%n", number(n))


def number(n: int) -> str:
    """A whole number with the locale's separators."""
    return QLocale().toString(n)


def absolute(moment: datetime) -> str:
    """A moment in full, in local time; for tooltips beside a relative one."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.LongFormat)


def ago(moment: datetime, now: datetime) -> str:
    """How long ago, or in how long, in words such as "2 min ago" and "in 3 h"; older than a week: the date."""
    seconds = (now - moment).total_seconds()
    past, amount = seconds >= 0, abs(seconds)
    if amount < 45:
        return _tr("just now") if past else _tr("in a moment")
    for limit, unit, said_past, said_future in (
        (3600, 60, "%1 min ago", "in %1 min"),
        (86400, 3600, "%1 h ago", "in %1 h"),
        (7 * 86400, 86400, "%1 d ago", "in %1 d"),
    ):
        if amount < limit - unit / 2:
            count = max(1, round(amount / unit))
            return _tr(said_past if past else said_future).replace("%1", number(count))
    return day(moment)


def day(moment: datetime) -> str:
    """The date of a moment in local time, short."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local.date(), QLocale.FormatType.ShortFormat)


def clock_time(moment: datetime) -> str:
    """The local time of day."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)


def tip(text: str) -> str:
    """A text for a tooltip, which Qt would otherwise read as markup when it looks like it."""
    return f'<p style="white-space:pre-wrap">{html.escape(text)}</p>' if text else ""


def one_line(text: str) -> str:
    """A text without line breaks, control characters and marks that turn the writing direction."""
    return "".join(" " if c.isspace() else c for c in text if c.isspace() or (c.isprintable() and c not in _TURNING))


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Times", text)
