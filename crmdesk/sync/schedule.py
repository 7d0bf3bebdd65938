"""When an account syncs by itself."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from crmdesk.domain.accounts import Account
from crmdesk.domain.settings import QUIET
from crmdesk.errors import UserInputError
from crmdesk.store import Reads

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
_QUIET = re.compile(f"{_TIME}-{_TIME}")
NO_QUIET = ("", "off")


def check_schedule(text: str) -> str:
    """The schedule if it is one; raises UserInputError otherwise."""
    if text in INTERVALS or text == BY_HAND or _DAILY.fullmatch(text):
        return text
    raise UserInputError(f"A schedule is {', '.join(INTERVALS)}, daily@HH:MM or {BY_HAND}, not “{text}”.")


def check_quiet(text: str) -> str:
    """Quiet hours if they are such, "" for none; raises UserInputError otherwise."""
    if text in NO_QUIET:
        return ""
    found = _QUIET.fullmatch(text)
    if found and found.groups()[:2] != found.groups()[2:]:
        return text
    raise UserInputError(f"Quiet hours are HH:MM-HH:MM, such as 22:00-07:00, or off, not “{text}”.")


def quiet_of(account: Account, reads: Reads) -> str:
    """The quiet hours that hold for an account: its own, else the desk's."""
    return account.quiet or reads.settings.get(QUIET)


def after_quiet(account: Account, moment: datetime) -> datetime:
    """The moment itself, or the end of the account's quiet hours if it lies within them; both times are local."""
    found = _QUIET.fullmatch(account.quiet)
    if found is None:
        return moment
    begins, ends = (time(int(found[n]), int(found[n + 1])) for n in (1, 3))
    at = moment.astimezone().time().replace(tzinfo=None)
    within = begins <= at < ends if begins < ends else at >= begins or at < ends
    return _next_at(moment, ends).astimezone(moment.tzinfo) if within else moment


def next_run(account: Account, last_started: datetime | None, now: datetime) -> datetime | None:
    """When the next run is due by schedule (in the past: catch up now); None when only by hand.

    Never in the account's quiet hours: what would be due then is due at their end. A clock that was set back must not
    silence the account: a last run in the future counts as none. Daily times are local. After failed runs it is tried
    again sooner.
    """
    if account.schedule == BY_HAND:
        return None
    due = _due(account, last_started, now)
    shifted = after_quiet(account, max(due, now))
    return shifted if shifted > max(due, now) else due


def next_pull(account: Account, last_started: datetime | None, now: datetime) -> datetime | None:
    """When a pull begins by itself: by schedule, or as soon as the quota that cut one off allows; None only by hand.

    Never while the CRM asks to wait, and never in quiet hours.
    """
    due = next_run(account, last_started, now)
    if due is None:
        return None
    kept, told = account.pulls_after, account.not_before
    if kept is not None:
        due = kept if still_to_come(kept, now) else now
    if told is not None and still_to_come(told, now):
        due = max(due, told)
    shifted = after_quiet(account, max(due, now))
    return shifted if shifted > max(due, now) else due


def _due(account: Account, last_started: datetime | None, now: datetime) -> datetime:
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
