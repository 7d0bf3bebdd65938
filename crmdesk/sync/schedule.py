"""When an account syncs by itself."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from crmdesk.domain.accounts import Account
from crmdesk.domain.notation.hours import BY_HAND, INTERVALS, daily_time, hours_of, is_schedule
from crmdesk.domain.settings import QUIET
from crmdesk.errors import UserInputError
from crmdesk.store import Reads

NO_QUIET = ("", "off")


def check_schedule(text: str) -> str:
    """The schedule if it is one; raises UserInputError otherwise."""
    if is_schedule(text):
        return text
    raise UserInputError(f"A schedule is {', '.join(INTERVALS)}, daily@HH:MM or {BY_HAND}, not “{text}”.")


def check_quiet(text: str) -> str:
    """Quiet hours if they are such, "" for none; raises UserInputError otherwise."""
    if text in NO_QUIET:
        return ""
    if hours_of(text) is not None:
        return text
    raise UserInputError(f"Quiet hours are HH:MM-HH:MM, such as 22:00-07:00, or off, not “{text}”.")


def quiet_of(account: Account, reads: Reads) -> str:
    """The quiet hours that hold for an account: its own, else the desk's."""
    return account.quiet or reads.settings.get(QUIET)


def after_quiet(account: Account, moment: datetime) -> datetime:
    """The moment itself, or the end of the account's quiet hours if it lies within them; both times are local."""
    hours = hours_of(account.quiet)
    if hours is None:
        return moment
    begins, ends = hours
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
    daily = daily_time(account.schedule)
    if daily is None:
        due = last_started + INTERVALS.get(account.schedule, INTERVALS["2h"])
    else:
        due = _next_at(last_started, daily).astimezone(now.tzinfo)
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
