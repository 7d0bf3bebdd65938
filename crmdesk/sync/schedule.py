"""When an account syncs by itself."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from crmdesk.domain.accounts import Account
from crmdesk.errors import UserInputError

BY_HAND = "manual"
INTERVALS = {
    "15m": timedelta(minutes=15),
    "30m": timedelta(minutes=30),
    "1h": timedelta(hours=1),
    "2h": timedelta(hours=2),
    "4h": timedelta(hours=4),
}
_DAILY = re.compile(r"daily@([01]\d|2[0-3]):([0-5]\d)")


def check_schedule(text: str) -> str:
    """The schedule if it is one; raises UserInputError otherwise."""
    if text in INTERVALS or text == BY_HAND or _DAILY.fullmatch(text):
        return text
    raise UserInputError(f"A schedule is {', '.join(INTERVALS)}, daily@HH:MM or {BY_HAND}, not “{text}”.")


def next_run(account: Account, last_started: datetime | None, now: datetime) -> datetime | None:
    """When the next run is due by schedule (in the past: catch up now); None when only by hand.

    A clock that was set back must not silence the account: a last run in the future counts as none. Daily times are
    local. After failed runs it is tried again sooner.
    """
    if account.schedule == BY_HAND:
        return None
    if last_started is None or last_started > now:
        return now
    daily = _DAILY.fullmatch(account.schedule)
    if daily is None:
        due = last_started + INTERVALS.get(account.schedule, INTERVALS["2h"])
    else:
        due = _next_at(last_started, time(int(daily[1]), int(daily[2]))).astimezone(now.tzinfo)
    if account.failures:
        due = min(due, last_started + RETRIES[min(account.failures, len(RETRIES)) - 1])
    return due


def _next_at(after: datetime, at: time) -> datetime:
    """The first local moment of that time of day after a moment; on a day that skips it, an hour beside it."""
    local = after.astimezone()
    today = datetime.combine(local.date(), at).astimezone()
    return today if today > local else datetime.combine(local.date() + timedelta(days=1), at).astimezone()


RETRIES = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))  # after 1, 2, 3 and more failed runs
LONGEST_WAIT = timedelta(hours=25)  # no CRM and no back-off asks for more; more means that the clock was set back


def still_to_come(moment: datetime, now: datetime) -> bool:
    """Whether a wait until that moment still holds."""
    return now < moment <= now + LONGEST_WAIT
